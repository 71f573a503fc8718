"""The steps of ``codebook list``."""

from collections.abc import Iterator

from brukarrevision import console
from brukarrevision.cli.codebook.exchange_steps import coded
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.model.codebook import Codebook, Theme
from brukarrevision.workspace import CODEBOOK

_STEP = "  "


def show(name: str | None) -> None:
    """Print every theme under the one it is a part of, in the codebook's order."""
    audit = coded(name)
    if not audit.codebook.themes:
        raise FaultyFiles(problem("codebook-empty", Place(CODEBOOK)))
    for line in _tree(audit.codebook, None, ""):
        console.out(line)


def _tree(codebook: Codebook, parent: str | None, margin: str) -> Iterator[str]:
    for theme in codebook.themes:
        if theme.parent == parent:
            yield margin + _line(theme)
            yield from _tree(codebook, theme.id, margin + _STEP)


def _line(theme: Theme) -> str:
    said = f"{theme.id}: {theme.label}"
    return " ".join(f"{said} - {theme.definition or ''}".rstrip(" -").split())
