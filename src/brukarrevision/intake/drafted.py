"""One question on the way to a draft: its columns, its labels, its choices."""

from collections import Counter
from dataclasses import dataclass, field

from brukarrevision.intake import declared, kinds, names
from brukarrevision.intake.declared import Declared, state_of
from brukarrevision.intake.header import Heading
from brukarrevision.intake.ids import choice_ids
from brukarrevision.model.instrument import Choice, Question
from brukarrevision.model.mapping import Column

_DONT_KNOW = frozenset(
    {
        "vet ej",
        "vet inte",
        "jag vet inte",
        "don't know",
        "don’t know",
        "dont know",
        "do not know",
        "i don't know",
        "i don’t know",
    }
)


@dataclass
class DraftedQuestion:
    """One question, its columns and its answers, on the way to a draft.

    ``said`` are labels that the file itself declares to be no answer.
    """

    heading: Heading
    type: str
    columns: list[Column]
    labels: list[str] = field(default_factory=list)
    codes: list[str] | None = None
    array: str = ""
    id: str = ""

    @property
    def is_row(self) -> bool:
        """Tell whether its column is one row of a table, all rows answered alike."""
        heading = self.heading
        ticked = self.columns[0].choice is not None
        part = bool(heading.sub) or heading.option not in ("", heading.text)
        return part and not ticked and not names.is_other(heading.option or heading.sub)

    @property
    def label(self) -> str:
        """Return the question's text: of a row of a table the row's own."""
        heading = self.heading
        own = heading.option not in ("", heading.text)
        if not own or self.columns[0].choice is not None:
            return heading.text or heading.raw
        return heading.option if self.array else f"{heading.text} – {heading.option}"

    said: frozenset[str] = frozenset()


def merged(cells: Counter[str]) -> list[str]:
    """Return the labels: of texts that fold to the same, the most frequent."""
    best: dict[str, str] = {}
    for cell in kinds.in_order(cells):
        key = names.fold(cell)
        if key not in best or cells[cell] > cells[best[key]]:
            best[key] = cell
    return list(best.values())


def choices_of(one: DraftedQuestion) -> tuple[Choice, ...]:
    """Return the choices of a question, with their ids."""
    ids = choice_ids(one.labels, one.codes)
    pairs = zip(ids, one.labels, strict=True)
    return tuple(_choice(i, label, one) for i, label in pairs)


def declare(one: DraftedQuestion, said: Declared | None) -> None:
    """Take over what the file itself says: all choices, and what is no answer."""
    if said is None:
        return
    if said.choices:
        one.type = "select_one"
        known = set(map(names.fold, said.choices))
        more = [text for text in one.labels if names.fold(text) not in known]
        one.labels = [*said.choices, *more]
    if one.type == "select_one":
        one.said = frozenset(text for text in said.missing if state_of(text))
        one.labels += sorted(one.said, key=said.missing.index)
    values = declared.values(said, set(map(names.fold, one.labels)))
    if values:
        one.columns = [one.columns[0].model_copy(update={"values": values})]


def _choice(choice: str, label: str, one: DraftedQuestion) -> Choice:
    if label in one.said:
        return Choice(id=choice, label=label, missing=state_of(label))
    if one.type == "select_one" and names.fold(label) in _DONT_KNOW:
        return Choice(id=choice, label=label, missing="dont_know")
    return Choice(id=choice, label=label)


def question_of(
    one: DraftedQuestion,
    listed: str | None,
    relevant: dict[str, tuple[str, ...]] | None,
) -> Question:
    """Return the question, with only what there is to state."""
    stated: dict[str, object] = {"id": one.id, "type": one.type}
    stated["label"] = one.label
    if listed:
        stated["choices"] = listed
    if relevant:
        stated["relevant"] = relevant
    return Question.model_validate(stated)
