"""The language the tool speaks: Swedish or English.

Reports do not use this: they are written in the language of their plan.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Literal

Language = Literal["sv", "en"]

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def from_locale(environ: Mapping[str, str]) -> Language:
    """Return the language of a locale; C, POSIX and anything unknown mean Swedish."""
    value = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    return "en" if value.lower().startswith("en") else "sv"


def from_arguments(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """Return the language that ``--lang`` or the locale asks for.

    Help texts are made while the commands are declared, so the option has to be
    seen before the command line is parsed.
    """
    for at, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=")
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if argument.startswith("--lang") and value in ("sv", "en"):
            return "en" if value == "en" else "sv"
    return from_locale(environ)


_current: Language = from_arguments(sys.argv[1:], os.environ)


def language() -> Language:
    """Return the language in use."""
    return _current


def use(language: Language) -> None:
    """Speak ``language`` from now on."""
    global _current  # noqa: PLW0603 - one process speaks one language
    _current = language


def tr(sv: str, en: str) -> str:
    """Return the text in the language in use."""
    return sv if _current == "sv" else en
