"""How an instrument is laid out in LimeSurvey: groups, arrays and names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from brukarrevision.exchange.phrases import ABOUT_YOU
from brukarrevision.model.base import Translations
from brukarrevision.model.instrument import Instrument, Question

ABOUT_ANSWERS = {"sv": "Om svaren", "en": "About the answers"}


@dataclass(frozen=True, slots=True)
class Block:
    """A question, or several with the same choices that stand as rows of an array.

    Attributes:
        questions: one, or the rows.
        array: the array's name, ``""`` for one question.
    """

    questions: tuple[Question, ...]
    array: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A page of the form: an area, the background, or what is asked first."""

    label: str
    translations: Translations
    blocks: tuple[Block, ...]


def groups(
    instrument: Instrument, first: Sequence[Question], language: str
) -> tuple[Group, ...]:
    """Return the pages of a form.

    Args:
        instrument: what it asks.
        first: questions about the answers as a whole.
        language: of the form.
    """
    taken = {question.id.casefold() for question in instrument.questions()}
    free = (name for number in count(1) if (name := f"rows{number}") not in taken)

    def own(texts: Translations, some: Iterable[Question]) -> Group:
        label = texts.get(language, texts["en"])
        return Group(label, texts, tuple(_blocks(some, free)))

    made = []
    if first:
        made.append(own(ABOUT_ANSWERS, first))
    if instrument.background:
        made.append(own(ABOUT_YOU, instrument.background))
    for area in instrument.areas:
        blocks = tuple(_blocks(area.questions, free))
        made.append(Group(area.label, area.translations, blocks))
    return tuple(made)


def _blocks(questions: Iterable[Question], names: Iterator[str]) -> Iterator[Block]:
    for key, some in groupby(questions, _row):
        every = tuple(some)
        if key is None or len(every) == 1:
            yield from (Block((one,)) for one in every)
        else:
            yield Block(every, next(names))


def _row(question: Question) -> tuple[str | None, bool] | None:
    """Return what the rows of an array share, None for what is no row."""
    plain = question.type == "select_one" and not question.routing and not question.hint
    return (question.choices, question.required) if plain else None
