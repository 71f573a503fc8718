"""Text made comparable: what a person would call the same words."""

import unicodedata


def normal(text: str) -> str:
    """Return text as NFC, with single spaces, no outer ones, and without case.

    No-break and thin spaces count as spaces (IMPORTS.md trap 8).
    """
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def letters(text: str) -> str:
    """Return the letters and digits of a text alone, as :func:`normal` has them."""
    return "".join(filter(str.isalnum, normal(text)))
