"""Reading a YAML file: its values, where they stand, what is wrong with the text."""

import re
from collections.abc import Iterator
from pathlib import Path

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.files import read_bytes
from brukarrevision.yamlfile.nodes import NBSP_KEY, Builder
from brukarrevision.yamlfile.source import Source

MAX_BYTES = 1_000_000
"""No YAML file may be larger: reading one takes time and memory."""

_LOOSE = (AssertionError, AttributeError)
"""What the library lets out at versions of YAML that it does not know."""

_TOO_DEEP = re.compile(r"(?:[\[{]\s*){40}")
_TAB = re.compile(r" *\t")
_BEFORE_KEY = re.compile(r"[ {-]*")

_SAID = (
    ("problem", "mapping values are not allowed", "yaml-colon-in-text"),
    ("problem", "undefined alias", "yaml-anchor"),
    ("problem", "anchor", "yaml-anchor"),
    ("context", "while scanning a quoted scalar", "yaml-open-quote"),
    ("context", "expected a single document", "yaml-two-documents"),
)
"""Where the library says what, and what we call it."""


def load(path: Path, name: str) -> Source:
    """Read one YAML file; its faults are values in ``problems``."""
    return read(read_bytes(path, name, most=MAX_BYTES + 1), name)


def read(raw: bytes, name: str) -> Source:
    """Return what the bytes of a YAML file hold."""
    if len(raw) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        return _faulty(raw, name, problem("yaml-too-large", Place(name), limit=limit))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        return _faulty(raw, name, problem("yaml-not-utf8", Place(name, line)))
    return _composed(text, raw, name)


def _faulty(raw: bytes, name: str, *problems: Problem) -> Source:
    return Source(name, raw, None, problems)


def _composed(text: str, raw: bytes, name: str) -> Source:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if _TOO_DEEP.search(text):  # the library takes seconds to find that out
        return _faulty(raw, name, problem("yaml-too-deep", Place(name)))
    builder = Builder(name, text)
    try:
        node = YAML(typ="safe", pure=True).compose(text)
        data = builder.build(node) if node is not None else {}
    except MarkedYAMLError as fault:
        return _faulty(
            raw, name, *(_spaces(text, name) or [_syntax(fault, text, name)])
        )
    except (YAMLError, ValueError, LookupError, TypeError, *_LOOSE):
        return _faulty(raw, name, _unreadable(text, name))
    except RecursionError:
        return _faulty(raw, name, problem("yaml-too-deep", Place(name)))
    return Source(name, raw, data, tuple(builder.problems), builder.marks)


def _spaces(text: str, name: str) -> list[Problem]:
    """Return the tabs and no-break spaces that keep a text from being read."""
    return list(_spaces_in(text, name))


def _spaces_in(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _TAB.match(line):
            yield problem("yaml-tab", Place(name, number, match.end()))
        start = _BEFORE_KEY.match(line)
        if start and (match := NBSP_KEY.match(line, start.end())):
            yield problem("yaml-nbsp", Place(name, number, match.end()))


def _unreadable(text: str, name: str) -> Problem:
    """Name the first character that a text file cannot hold."""
    for number, line in enumerate(text.split("\n"), start=1):
        for column, sign in enumerate(line, start=1):
            if not sign.isprintable() and sign not in "\t\r\u00a0":
                return problem("yaml-control", Place(name, number, column))
    return problem("yaml-syntax", Place(name))


def _syntax(fault: object, text: str, name: str) -> Problem:
    """Name what the reader stumbled on, at the line and column it gives."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    if mark and text[mark.index : mark.index + 1] == "\t":
        return problem("yaml-tab", place)
    for where, said, code in _SAID:
        if said in str(getattr(fault, where, "")):
            return problem(code, place)
    return problem("yaml-syntax", place)
