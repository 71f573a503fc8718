"""Choices that are no answers, told by what they say in Swedish and English."""

from brukarrevision.intake.names import fold
from brukarrevision.model.instrument import Missing

_SAID: dict[Missing, tuple[str, ...]] = {
    "dont_know": (
        "vet ej",
        "vet inte",
        "jag vet inte",
        "kan inte svara",
        "ingen uppfattning",
        "don't know",
        "dont know",
        "do not know",
        "i don't know",
        "no opinion",
    ),
    "declined": (
        "vill ej svara",
        "vill inte svara",
        "vill inte säga",
        "avstår",
        "prefer not to say",
        "prefer not to answer",
        "do not want to answer",
        "don't want to answer",
        "decline to answer",
        "refused",
    ),
    "not_applicable": (
        "ej aktuellt",
        "inte aktuellt",
        "ej tillämpligt",
        "not applicable",
        "n/a",
    ),
}
_KNOWN = {text: missing for missing, texts in _SAID.items() for text in texts}
_CURLY = str.maketrans({"’": "'", "‘": "'"})


def missing(label: str) -> Missing | None:
    """Return why somebody chooses a label instead of an answer, None if it is one."""
    return _KNOWN.get(fold(label.translate(_CURLY)).rstrip(" ."))
