"""What a filled-in guide or a transcript holds, before it is a note."""

from dataclasses import dataclass, field

from brukarrevision.interviews import blank
from brukarrevision.interviews.escaping import markdown
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.note import Head
from brukarrevision.model.plan import Plan

_BETWEEN = "\n\n"
_LOOSE: dict[Language, str] = {
    "sv": "<!-- Det som följer stod inte vid någon fråga. Flytta det dit det hör. -->",
    "en": "<!-- What follows stood at no question. Move it to where it belongs. -->",
}


@dataclass(slots=True)
class Filled:
    """What stands in a file that somebody filled in. Private: it is what was said.

    Attributes:
        facts: what is written of the conversation, by name: ``id``, ``unit``...
        answers: ids of choices, or a value, by question, with commas between.
        said: paragraphs by question, in the order of the file.
        loose: paragraphs that stand at no question.
        doubtful: questions whose answer cannot be told with certainty.
    """

    facts: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    def add(self, question: str | None, text: str) -> None:
        """Add a paragraph at a question, or at none."""
        if text.strip():
            at = self.loose if question is None else self.said.setdefault(question, [])
            at.append(text)

    def doubt(self, question: str) -> None:
        """Note that the answer to a question cannot be told with certainty."""
        if question not in self.doubtful:
            self.doubtful.append(question)


def page(plan: Plan, guide: Instrument, head: Head, filled: Filled) -> str:
    """Return a file of notes with what stood in a file, none of it markup."""
    said = {name: markdown(some) for name, some in filled.said.items()}
    if filled.loose:
        last = [q.id for q in guide.questions() if q.type != "note"][-1]
        before = said.get(last, "")
        loose = (_LOOSE[plan.language], markdown(filled.loose))
        said[last] = _BETWEEN.join(filter(None, (before, *loose)))
    return blank.page(plan, guide, head, answers=filled.answers, said=said)
