"""Going through an audit's instruments with the place of each question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.errors import Place
from brukarrevision.model.instrument import Area, Instrument, Question
from brukarrevision.workspace import INSTRUMENTS
from brukarrevision.yamlfile import Key


@dataclass(frozen=True, slots=True)
class Found:
    """A question, where it belongs and where it stands."""

    audit: Audit
    file: str
    instrument: Instrument
    area: Area | None
    question: Question
    path: tuple[Key, ...]

    def place(self, *parts: Key) -> Place:
        """Return the place of the question, or of a part of it."""
        return self.audit.place(self.file, (*self.path, *parts))


def file_of(name: str) -> str:
    """Return what messages call the file of an instrument."""
    return f"{INSTRUMENTS}/{name}.yaml"


def every_question(audit: Audit) -> Iterator[Found]:
    """Yield every question of every instrument, in order."""
    for name, instrument in audit.instruments.items():
        file = file_of(name)
        for at, question in enumerate(instrument.background):
            yield Found(audit, file, instrument, None, question, ("background", at))
        for nr, area in enumerate(instrument.areas):
            for at, question in enumerate(area.questions):
                path = ("areas", nr, "questions", at)
                yield Found(audit, file, instrument, area, question, path)


def repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the position and text of each id that has stood before, case aside."""
    seen: set[str] = set()
    for at, one in enumerate(ids):
        if one.lower() in seen:
            yield at, one
        seen.add(one.lower())
