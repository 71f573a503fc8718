"""Who mentions which theme, and at which question; it goes into counting alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from brukarrevision.audit import Audit
from brukarrevision.interviews import answerlint, answers, folder, lint
from brukarrevision.interviews.answers import Sheet
from brukarrevision.interviews.markup import Block, Note
from brukarrevision.model.instrument import Instrument
from brukarrevision.store import Origin

Said = Mapping[str, frozenset[str]]
"""The codes at each question where something was noted, by the question's id."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What each respondent mentions, as the first coder has it. Private.

    Attributes:
        interviews: by the interview's id, which is the respondent's id, too.
        answers: by the response in whose open answers it stands.
        without_consent: the interviews of those whose consent is missing.
        uncoded: the instruments in which something was said and there is no code yet.
            Coding has not begun, and nothing is counted: not that nobody mentions a
            theme.
    """

    interviews: Mapping[str, Said] = field(default_factory=dict)
    answers: Mapping[Origin, Said] = field(default_factory=dict)
    without_consent: frozenset[str] = frozenset()
    uncoded: frozenset[str] = frozenset()

    def of(self, origin: Origin, instrument: Instrument) -> Said:
        """Return what a respondent mentions; nothing where nothing was noted.

        A number on a paper form may be some interview's id, and is another person's.
        """
        if instrument.id in self.uncoded:
            return {}
        if instrument.kind == "survey":
            return self.answers.get(origin, {})
        return self.interviews.get(origin.respondent or "", {})


def read(audit: Audit) -> Mentions:
    """Return what the respondents of an audit mention.

    Raises:
        FaultyFiles: there is an error in any of the notes or the files of open answers,
            so that something would be missed (R10).
    """
    if not audit.codebook.themes:
        unsure = folder.without_consent(folder.notes(audit)[0])
        return Mentions(without_consent=unsure)
    notes = lint.whole(audit)
    interviews = of_notes(folder.usable(notes))
    answered = of_answers(answerlint.sound_sheets(audit))
    every = [(origin.instrument, said) for origin, said in answered.items()]
    every += _by_guide(audit, interviews.values())
    unsure = folder.without_consent(notes)
    return Mentions(interviews, answered, unsure, _uncoded(every))


def of_notes(notes: Iterable[Note]) -> dict[str, Said]:
    """Return what is mentioned in notes, by interview.

    A second coder's file says how far two people agree, and is counted nowhere.
    """
    return {note.head.id: _said(note.blocks) for note in notes if not note.coder}


def of_answers(sheets: Iterable[Sheet]) -> dict[Origin, Said]:
    """Return what is mentioned in open answers, by response; as :func:`of_notes`."""
    found: dict[Origin, list[Block]] = {}
    for sheet in map(answers.current, sheets):
        for block in () if sheet.coder else sheet.blocks:
            origin = sheet.asked.origins[block.row or ""]
            found.setdefault(origin, []).append(block)
    return {origin: _said(blocks) for origin, blocks in found.items()}


def _said(blocks: Iterable[Block]) -> Said:
    found: dict[str, frozenset[str]] = {}
    for block in blocks:
        if block.text.strip():
            codes = {code for span in block.spans for code in span.codes}
            found[block.question] = found.get(block.question, frozenset()) | codes
    return found


def _uncoded(found: Iterable[tuple[str, Said]]) -> frozenset[str]:
    """Return the instruments in which there is text, and not one code."""
    begun: dict[str, bool] = {}
    for name, said in found:
        begun[name] = begun.get(name, False) or any(said.values())
    return frozenset(name for name, coded in begun.items() if not coded)


def _by_guide(audit: Audit, interviews: Iterable[Said]) -> Iterator[tuple[str, Said]]:
    """Yield what somebody mentions at each question, with the guide that it is of."""
    guides = [one for one in audit.instruments.values() if one.kind != "survey"]
    of = {question.id: one.id for one in guides for question in one.questions()}
    for said in interviews:
        for question, codes in said.items():
            if question in of:
                yield of[question], {question: codes}
