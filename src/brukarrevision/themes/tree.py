"""The tree of themes in the text of ``codebook.yaml``; comments and order stay."""

from collections.abc import Iterator

from brukarrevision import yamlfile
from brukarrevision.model.codebook import Codebook, Theme


def recoded(text: str, codebook: Codebook, old: str, new: str) -> str:
    """Return the text with one theme in place of another.

    Args:
        text: the file, without faults.
        codebook: the same, read.
        old: the id that goes. If there is no such theme, nothing is changed.
        new: the id that comes. If there is such a theme, it takes what is under the
            old one; it takes its place, if it was under it itself.
    """
    ids = [theme.id for theme in codebook.themes]
    if old not in ids:
        return text
    if new not in ids:
        text = yamlfile.change_word(text, ("themes", ids.index(old), "id"), new)
    for at, theme in enumerate(codebook.themes):
        parent = _parent(codebook, theme, old, new)
        if theme.id != old and parent != theme.parent:
            text = _put_under(text, at, theme, parent)
    if new in ids:
        text = yamlfile.drop_item(text, "themes", ids.index(old))
    return text


def moved(text: str, codebook: Codebook, code: str, parent: str | None) -> str:
    """Return the text with a theme under another one, or at the top."""
    at, theme = next(
        (at, theme) for at, theme in enumerate(codebook.themes) if theme.id == code
    )
    return text if theme.parent == parent else _put_under(text, at, theme, parent)


def above(codebook: Codebook, code: str) -> Iterator[str]:
    """Yield the themes that one is a part of, the nearest first."""
    parents = {theme.id: theme.parent for theme in codebook.themes}
    here = parents.get(code)
    while here is not None:
        yield here
        here = parents.get(here)


def _parent(codebook: Codebook, theme: Theme, old: str, new: str) -> str | None:
    """Return what a theme is a part of when a code has become another one."""
    if theme.id == new and old in above(codebook, new):
        return next(above(codebook, old), None)
    return new if theme.parent == old else theme.parent


def _put_under(text: str, at: int, theme: Theme, parent: str | None) -> str:
    path = ("themes", at, "parent")
    if theme.parent and parent:
        return yamlfile.change_word(text, path, parent)
    if "parent" in theme.model_fields_set:
        text = yamlfile.drop_word(text, path)
    return yamlfile.put_word(text, path, parent, after="label") if parent else text
