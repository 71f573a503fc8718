"""The themes as the codes of other programs: a tree with descriptions."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from brukarrevision.exchange.refi.project import Guids
from brukarrevision.exchange.refi.xml import CODEBOOK, plain, put, root, written
from brukarrevision.model.codebook import Codebook, Theme

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXAMPLE = {"sv": "Exempel: ", "en": "Example: "}
"""What stands before an example in a description; it is looked for on the way back."""

ORIGIN = "brukarrevision"


def to_qdc(codebook: Codebook, key: str, language: str) -> bytes:
    """Return a codebook file (``.qdc``); it says nothing of what anybody said.

    Args:
        codebook: one theme or more: the format has no empty codebook.
        key: as in :class:`Project`.
        language: ``sv`` or ``en``, of the word before examples.
    """
    top = root("CodeBook", CODEBOOK, origin=ORIGIN)
    put_codes(top, codebook, Guids(key), language)
    return written(top)


def put_codes(
    parent: "Element", codebook: Codebook, guids: Guids, language: str
) -> None:
    """Put the tree of codes into an element."""
    names = names_of(codebook)
    made: dict[str | None, Element] = {None: put(parent, "Codes")}
    for theme in from_the_top(codebook):
        made[theme.id] = put(
            made[theme.parent],
            "Code",
            guid=guids("code", theme.id),
            name=names[theme.id],
            isCodable="true",
        )
        if text := described(theme, language):
            put(made[theme.id], "Description", text)


def described(theme: Theme, language: str) -> str:
    """Return what a theme means, and its example in a paragraph of its own."""
    example = f"{EXAMPLE[language]}{theme.example}" if theme.example else ""
    return "\n\n".join(filter(None, (theme.definition, example)))


def names_of(codebook: Codebook) -> dict[str, str]:
    """Return what each theme is called; some programs want each name only once."""
    labels = {one.id: " ".join(plain(one.label).split()) for one in codebook.themes}
    times = Counter(labels.values())
    return {
        name: label if times[label] == 1 else f"{label} ({name})"
        for name, label in labels.items()
    }


def from_the_top(codebook: Codebook) -> Iterator[Theme]:
    """Yield every theme after the one above it, in the codebook's order."""
    below: dict[str | None, list[Theme]] = {}
    for theme in codebook.themes:
        below.setdefault(theme.parent, []).append(theme)
    waiting = below.get(None, [])[::-1]
    while waiting:
        theme = waiting.pop()
        yield theme
        waiting += below.get(theme.id, [])[::-1]
