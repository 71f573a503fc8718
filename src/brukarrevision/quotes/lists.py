"""The lists that are shipped to look names and places up in; read when first asked."""

from functools import cache
from importlib.resources import files


@cache
def first_names() -> frozenset[str]:
    """Return first names, without case."""
    return frozenset(_lines("first_names"))


@cache
def surnames() -> frozenset[str]:
    """Return surnames, without case."""
    return frozenset(_lines("surnames"))


@cache
def names_and_words() -> frozenset[str]:
    """Return the names that are ordinary words too, such as ``sten``, without case."""
    return frozenset(_lines("names_and_words"))


@cache
def municipalities() -> tuple[str, ...]:
    """Return the 290 municipalities of Sweden as they are written."""
    return _lines("municipalities")


def _lines(name: str) -> tuple[str, ...]:
    text = files("brukarrevision.quotes").joinpath("data", f"{name}.txt")
    return tuple(text.read_text(encoding="utf-8").splitlines())
