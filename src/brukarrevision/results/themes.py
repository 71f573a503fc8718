"""Themes, tallied as a question where everybody may have given several answers (R5).

Which of their tables may stand beside each other is argued in decision 0032. All have
the same n, those of whom anything was noted. Over all questions a theme holds what its
parts hold. By question only the themes at the top of the tree are counted: with parts
and wholes both, it could be worked out that nobody mentioned something. A question that
only some are asked has no table of its own (R6): where two questions are never put to
the same people, their numbers would add up to that of all.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from brukarrevision.model.base import Language
from brukarrevision.model.codebook import Codebook, Theme
from brukarrevision.model.instrument import Choice, Instrument, Question
from brukarrevision.model.release import AT, THEMES
from brukarrevision.themes.mentions import Mentions, Said
from brukarrevision.wording import said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from brukarrevision.store import Origin

_ALL = "_themes"
_TOP = "_top"


def is_theme(question: str) -> bool:
    """Tell whether a table is of themes."""
    return question == THEMES or question.startswith(THEMES + AT)


def at_question(table: str) -> str | None:
    """Return the question that a table of themes is of, None if it is of all."""
    return table.partition(AT)[2] or None


def tables(instrument: Instrument) -> tuple[str, ...]:
    """Return the ids of the tables of themes: of all questions, then of each."""
    return (THEMES, *(THEMES + AT + one.id for one in _apart(instrument)))


def with_themes(
    instrument: Instrument, of: Instrument, codebook: Codebook, language: Language
) -> Instrument:
    """Return an instrument with the themes as questions, if any can be mentioned.

    Args:
        instrument: what they are added to; its background splits the respondents (R1).
        of: the instrument whose questions the themes were mentioned at.
        codebook: the themes.
        language: of the report.
    """
    if not codebook.themes or not _asked(of):
        return instrument
    lists = {
        _ALL: tuple(map(_choice, codebook.themes)),
        _TOP: tuple(_choice(one) for one in codebook.themes if one.parent is None),
    }
    background = (*instrument.background, *_questions(of, language))
    choices = {**instrument.choices, **lists}
    changed = {"background": background, "choices": choices}
    return Instrument.model_construct(**{**dict(instrument), **changed})


def _questions(of: Instrument, language: Language) -> Iterator[Question]:
    words = said(language, "Teman", "Themes")
    yield _question(THEMES, words, _ALL)
    for one in _apart(of):
        yield _question(THEMES + AT + one.id, f"{words}: {one.label}", _TOP)


def _question(name: str, label: str, choices: str) -> Question:
    return Question.model_construct(
        id=name, type="select_multiple", label=label, choices=choices
    )


def _choice(theme: Theme) -> Choice:
    return Choice.model_construct(id=theme.id, label=theme.label)


def _asked(instrument: Instrument) -> list[Question]:
    """Return the questions that something can be noted at.

    In an interview that is any; in a survey those answered in one's own words.
    """
    wanted = [q for q in instrument.questions() if q.type != "note"]
    if instrument.kind == "survey":
        return [q for q in wanted if q.type == "text"]
    return wanted


def _apart(instrument: Instrument) -> list[Question]:
    """Return the questions with tables of their own: those put to all (R6)."""
    return [one for one in _asked(instrument) if not one.routing]


def coded(
    frame: "pd.DataFrame",
    origins: "Sequence[Origin]",
    of: Instrument,
    codebook: Codebook,
    mentions: Mentions,
) -> "pd.DataFrame":
    """Return responses with a coded cell for each table of themes.

    Args:
        frame: named by their place among ``origins``.
        origins: where everybody's response came from.
        of: the instrument.
        codebook: the themes.
        mentions: what everybody mentions.
    """
    line = codebook.upwards()
    questions = [one.id for one in _asked(of)]
    everybody = [_own(mentions.of(origins[at], of), questions) for at in frame.index]
    top = {theme: (above[-1],) for theme, above in line.items()}
    cells = {THEMES: [cell(one, questions, line) for one in everybody]}
    for name in (one.id for one in _apart(of)):
        cells[THEMES + AT + name] = [cell(one, [name], top) for one in everybody]
    return frame.assign(**cells)


def _own(mentioned: Said, questions: list[str]) -> Said:
    return {name: mentioned[name] for name in questions if name in mentioned}


def cell(
    mentioned: Said, questions: list[str], line: "Mapping[str, tuple[str, ...]]"
) -> str:
    """Return the themes that somebody mentions at some questions, as a coded cell.

    Of whom anything was noted, at whatever question, it is known that the rest was not
    mentioned.
    """
    if not mentioned:
        return ""
    codes = {c for name in questions for c in mentioned.get(name, ())}
    return "=" + " ".join(sorted({up for code in codes for up in line[code]}))
