"""A guide that was filled in: what is in it and not in the empty one was written.

Every question has its place by a bookmark (decision 0025). What stands in the room for
its notes is kept as it is; elsewhere the printed lines are taken away, and boxes read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from brukarrevision.audit import Audit
from brukarrevision.exchange.languages import spoken
from brukarrevision.exchange.paper import Wish, to_docx
from brukarrevision.exchange.talks import answered, ticks
from brukarrevision.exchange.talks.document import Line, lines
from brukarrevision.exchange.talks.talk import Said, Talk
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.normal import normal

_QUESTION, _NOTES, _FRONT = "q_", "n_", "interview_"
_ENDS = (":", ".", "?", "!")


def guide_of(found: Sequence[Line], guides: Sequence[Instrument]) -> Instrument | None:
    """Return the guide that a file was made from: it has most of its questions."""
    marks = {mark for line in found for mark in line.marks}

    def known(one: Instrument) -> int:
        return sum(f"{_QUESTION}{q.id}" in marks for q in one.questions())

    best = max(guides, key=known, default=None)
    return best if best and known(best) else None


def read(audit: Audit, guide: Instrument, found: Sequence[Line], name: str) -> Talk:
    """Return what was written into a guide.

    Args:
        audit: whose guide it is.
        guide: the one it was made from.
        found: the file.
        name: of the file.
    """
    reader = _Reader(guide, _printed(audit, guide), name)
    for _, line in groupby(enumerate(found), key=lambda one: one[1].cell or -one[0]):
        reader.take([one for _, one in line])
    return reader.talk()


@dataclass(frozen=True)
class _Printed:
    """What stands in the empty guide.

    Attributes:
        lines: as they are compared; ``starts``: those that something may be written
            after, the longest first; ``ends``: those after the room for notes, where
            what belongs to a question is over.
    """

    lines: frozenset[str]
    starts: tuple[str, ...]
    ends: frozenset[str]


def _printed(audit: Audit, guide: Instrument) -> _Printed:
    """Return what is printed in the guide, in all languages that it is in."""
    every: set[str] = set()
    ends: set[str] = set()
    inside: set[str] = set()
    for language in spoken(guide, audit.plan.language):
        made = to_docx(audit, guide, Wish(paper="guide", language=language))
        after = False
        for line in lines(made.data, made.name)[0]:
            if any(mark.startswith((_QUESTION, _NOTES)) for mark in line.marks):
                after = line.marks[0].startswith(_NOTES)
            every.add(normal(line.text))
            (ends if after else inside).add(normal(line.text))
    starts = sorted(filter(lambda one: one.endswith(_ENDS), every), key=len)
    return _Printed(
        frozenset(every), tuple(reversed(starts)), frozenset(ends - inside) - {""}
    )


@dataclass
class _Reader:
    """Goes through a guide from its beginning to its end."""

    guide: Instrument
    printed: _Printed
    name: str
    question: Question | None = None
    said: Said = field(default_factory=dict)
    seen: dict[str, list[tuple[ticks.Seen, Line]]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    front: dict[str, str] = field(default_factory=dict)
    doubtful: list[str] = field(default_factory=list)

    def take(self, some: Sequence[Line]) -> None:
        """Take a paragraph, or a cell with all its paragraphs."""
        marks = [mark for line in some for mark in line.marks]
        texts = [line.text for line in some if line.text.strip()]
        if any(mark.startswith(_QUESTION) for mark in marks):
            self.question = self._named(marks, _QUESTION)  # none, if it is gone since
        if noted := self._named(marks, _NOTES):
            self.said.setdefault(noted.id, []).extend(texts)
        elif key := next((m for m in marks if m.startswith(_FRONT)), None):
            self.front[key.removeprefix(_FRONT)] = "\n".join(texts)
        elif texts:
            self._printed_or_said(some, texts)

    def _named(self, marks: Sequence[str], begin: str) -> Question | None:
        """Return the question that a bookmark names."""
        names = [one.removeprefix(begin) for one in marks if one.startswith(begin)]
        found = (self.guide.question(name) for name in names)
        return next((one for one in found if one), None)

    def _printed_or_said(self, some: Sequence[Line], texts: Sequence[str]) -> None:
        if self._is_choice(some, texts):
            return
        for text in texts:
            if normal(text) in self.printed.ends:
                self.question = None
            self._keep(self._rest(text))

    def _is_choice(self, some: Sequence[Line], texts: Sequence[str]) -> bool:
        """Read a box, with what is written beside it."""
        if self.question is None:
            return False
        every = ticks.options(self.guide, self.question)
        ordered = self.question.type == "rank"
        found = ticks.seen("\t".join(texts), every, ordered=ordered)
        if found is None:
            return False
        look = Line(
            "",
            strong=any(one.strong for one in some),
            struck=any(one.struck for one in some),
        )
        self.seen.setdefault(self.question.id, []).append((found, look))
        self._keep(found.rest)
        return True

    def _rest(self, text: str) -> str:
        """Return what somebody wrote on a line, without what is printed there."""
        plain = normal(text)
        if plain in self.printed.lines:
            return ""
        for start in self.printed.starts:
            if plain.startswith(f"{start} "):
                words = len(start.split())
                return text.split(maxsplit=words)[-1]
        return text

    def _keep(self, text: str) -> None:
        """Keep what was written, at its question if it is at one."""
        if not text.strip():
            return
        if self.question is None:
            self.left.append(text)
        else:
            self.said.setdefault(self.question.id, []).append(text)

    def talk(self) -> Talk:
        """Return what was written in all."""
        answers = dict(self._answers())
        return Talk(
            file=self.name,
            guide=self.guide,
            said=self.said,
            answers=answers,
            left=tuple(self.left),
            front=self.front,
            doubtful=tuple(self.doubtful),
        )

    def _answers(self) -> Iterator[tuple[str, str]]:
        for question in self.guide.questions():
            if boxes := self.seen.get(question.id):
                answer, doubt = answered.chosen(question, boxes)
            else:
                said = self.said.get(question.id, [])
                answer, doubt = answered.valued(question, said)
            self.doubtful += [question.id] if doubt else []
            if answer:
                yield question.id, answer
