"""What raw data looks like: one small function a kind.

Each takes a content and what is known of the sources, and yields findings. None of them
keeps or tells what it saw.
"""

from collections.abc import Callable, Iterator

from brukarrevision.guard import private
from brukarrevision.guard.content import Content
from brukarrevision.guard.exports import exports
from brukarrevision.guard.finding import Finding
from brukarrevision.guard.known import Known
from brukarrevision.guard.people import people

Detector = Callable[[Content, Known], Iterator[Finding]]

DETECTORS: tuple[Detector, ...] = (
    private.databases,
    private.data_files,
    private.packs,
    private.keys,
    private.interviews,
    private.open_answers,
    private.guides,
    private.coded_texts,
    private.draft_reports,
    private.owner_notes,
    private.draft_instruments,
    exports,
    people,
)


def findings(content: Content, known: Known) -> Iterator[Finding]:
    """Yield everything that is found in a content."""
    for detector in DETECTORS:
        yield from detector(content, known)
