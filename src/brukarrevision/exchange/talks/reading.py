"""Files with conversations, read: which kind each is, and what it holds."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem
from brukarrevision.exchange.talks import transcript
from brukarrevision.exchange.talks.talk import Talk
from brukarrevision.files import disk, git_root, read_bytes
from brukarrevision.intake.decode import decode
from brukarrevision.model.instrument import Instrument

KINDS = (".docx", *transcript.KINDS)
_MOST_BYTES = {".docx": 60_000_000}
_MOST_TEXT = 5_000_000  # times and marks of a transcript are more than its words


def within(paths: Sequence[Path]) -> list[Path]:
    """Return the files and those in the folders, each once.

    Raises:
        FaultyFiles: a folder has none, or a file is of no kind that is read.
    """
    every = (found for path in paths for found in _within(path))
    return list(dict.fromkeys(every))


def _within(path: Path) -> list[Path]:
    with disk(path.name):
        if not path.is_dir():
            if path.suffix.lower() not in KINDS:
                raise FaultyFiles(problem("talk-kind", Place(path.name)))
            return [path]
        every = sorted(path.iterdir())
    hidden = (".", "~$")  # Word keeps one beside each file that is open
    files = [
        one
        for one in every
        if one.suffix.lower() in KINDS and not one.name.startswith(hidden)
    ]
    if not files:
        raise FaultyFiles(problem("talk-folder-empty", Place(path.name)))
    return files


def read(
    audit: Audit, guides: Sequence[Instrument], path: Path, encoding: str | None
) -> Talk:
    """Return what a file holds.

    Args:
        audit: whose conversation it is.
        guides: the guides that it may follow. Where there are several, only a Word
            file that was made from one of them tells which.
        path: the file.
        encoding: of a text file, where the user knows it.

    Raises:
        FaultyFiles: it is damaged, locked, too large, or holds programs.
        WrongUsage: no such encoding, or several guides may be meant.
    """
    talk = _read(audit, guides, path, encoding)
    in_git = git_root(path.parent) is not None
    return talk.told([problem("talk-in-git", Place(path.name))] if in_git else [])


def _read(
    audit: Audit, guides: Sequence[Instrument], path: Path, encoding: str | None
) -> Talk:
    kind = path.suffix.lower()
    most = _MOST_BYTES.get(kind, _MOST_TEXT)
    raw = read_bytes(path, most=most + 1)
    if len(raw) > most:
        raise FaultyFiles(problem("talk-too-large", Place(path.name)))
    if kind == ".docx":
        return _document(audit, guides, raw, path.name)
    found = decode(path, encoding)
    text = raw.decode(found.encoding)
    said = transcript.paragraphs(text, kind)
    return transcript.talk(_only(guides), said, path.name).told(found.warnings)


def _only(guides: Sequence[Instrument]) -> Instrument:
    if len(guides) > 1:
        known = ", ".join(one.id for one in guides)
        raise WrongUsage(problem("talk-guide", NOWHERE, known=known))
    return guides[0]


def _document(
    audit: Audit, guides: Sequence[Instrument], raw: bytes, name: str
) -> Talk:
    from brukarrevision.exchange.talks import document, filled

    lines, told = document.lines(raw, name)
    if guide := filled.guide_of(lines, guides):
        return filled.read(audit, guide, lines, name).told(told)
    said = transcript.paragraphs("\n\n".join(one.text for one in lines), ".txt")
    return transcript.talk(_only(guides), said, name).told(told)
