"""What a file itself says of its columns: the choices, and what is no answer.

Only SPSS files say so: they keep labels and missing values with the data.
"""

from collections.abc import Collection
from dataclasses import dataclass

from brukarrevision.intake.names import fold
from brukarrevision.model.instrument import Missing

BLANK = "blank"

_WORDS: dict[Missing, tuple[str, ...]] = {
    "dont_know": (
        "vet ej",
        "vet inte",
        "jag vet inte",
        "vet ej/minns ej",
        "minns inte",
        "minns ej",
        "don't know",
        "dont know",
        "do not know",
        "i don't know",
    ),
    "declined": (
        "vill ej svara",
        "vill inte svara",
        "jag vill inte svara",
        "vill inte uppge",
        "vill ej uppge",
        "refused",
        "refusal",
        "prefer not to say",
        "prefer not to answer",
        "declined",
        "declined to answer",
        "no comment",
    ),
    "not_applicable": (
        "ej aktuellt",
        "inte aktuellt",
        "ej relevant",
        "inte relevant",
        "ej tillämpligt",
        "gäller inte mig",
        "gäller ej",
        "not applicable",
        "not relevant",
        "does not apply",
        "n/a",
    ),
}
_STATES = {word: state for state, words in _WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Declared:
    """What a file says of one column.

    Attributes:
        choices: every answer that can be given, in order; empty where it says nothing.
        missing: texts that stand in the cells and are no answers.
    """

    choices: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def state_of(label: str) -> Missing | None:
    """Return which reason for no answer a label means, None if it means none."""
    return _STATES.get(fold(label).replace("’", "'").rstrip(" ."))


def values(declared: Declared, known: Collection[str] = ()) -> dict[str, str]:
    """Return what a mapping says of the texts that are no answers.

    Args:
        declared: of the column.
        known: folded texts that the instrument's own choices mean: they need no word.
    """
    texts = [text for text in declared.missing if fold(text) not in known]
    return {text: state_of(text) or BLANK for text in texts}
