"""From the nodes of the YAML library to plain values, places and faults."""

import datetime as dt
import re
from typing import Protocol

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.yamlfile.source import Keys, Unclear

NBSP_KEY = re.compile(r"[A-Za-z_][\w-]*:\u00a0")
"""A key whose colon is followed by a no-break space: YAML takes all for one text."""

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TAG = "tag:yaml.org,2002:"


class Mark(Protocol):
    """Where something stands, counted from 0."""

    index: int
    line: int
    column: int


class Node(Protocol):
    """A scalar, a list or a mapping, as the library gives it."""

    value: object
    tag: object
    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    style: str | None


def pairs(node: Node) -> list[tuple[Node, Node]]:
    """Return keys and values of a mapping."""
    value = node.value
    return value if isinstance(value, list) else []


def items(node: Node) -> list[Node]:
    """Return the items of a list."""
    value = node.value
    return value if isinstance(value, list) else []


def kind(node: Node) -> str:
    """Return ``map``, ``seq``, ``str`` ... or a tag that is none of ours."""
    return str(node.tag).removeprefix(_TAG)


class Builder:
    """Makes plain values of nodes, and gathers positions and faults on the way."""

    def __init__(self, name: str, text: str) -> None:
        """Begin with a file's name and text."""
        self.name, self.text = name, text
        self.problems: list[Problem] = []
        self.marks: dict[Keys, tuple[int, int]] = {}

    def build(self, node: Node, path: Keys = ()) -> object:
        """Return the value of a node; None where it has a fault."""
        mark = node.start_mark
        self.marks.setdefault(path, (mark.line + 1, mark.column + 1))
        if node.anchor:
            self._fault("yaml-anchor", node)
        elif self.text[mark.index : mark.index + 1] == "!":
            self._fault("yaml-tag", node)
        elif kind(node) == "seq":
            return [self.build(one, (*path, at)) for at, one in enumerate(items(node))]
        elif kind(node) == "map":
            return self._mapping(node, path)
        else:
            return self._scalar(node)
        return None

    def _mapping(self, node: Node, path: Keys) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value in pairs(node):
            key = self._key(key_node)
            if key in found:
                self._fault("yaml-duplicate-key", key_node, key=key)
            elif key is not None:
                mark = key_node.start_mark
                found[key] = self.build(value, (*path, key))
                self.marks[(*path, key)] = (mark.line + 1, mark.column + 1)
        return found

    def _key(self, node: Node) -> str | None:
        if node.anchor or node.value == "<<":
            self._fault("yaml-anchor", node)
        elif not isinstance(node.value, str) or self.text[node.start_mark.index] == "!":
            self._fault("yaml-bad-key", node)
        elif node.style is None and NBSP_KEY.match(node.value):
            self._fault("yaml-nbsp", node)
        else:
            return node.value
        return None

    def _scalar(self, node: Node) -> object:
        text, what = str(node.value), kind(node)
        if what == "str" and node.style is None and NBSP_KEY.match(text):
            self._fault("yaml-nbsp", node)
        if what == "str":
            return text
        if what == "bool" and text in ("true", "false"):
            return text == "true"
        return None if what == "null" and not text else _plain(text)

    def _fault(self, code: str, node: Node, **facts: object) -> None:
        mark = node.start_mark
        place = Place(self.name, mark.line + 1, mark.column + 1)
        self.problems.append(problem(code, place, **facts))


def _plain(text: str) -> object:
    """Return a number or a date where the text can mean nothing else."""
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return Unclear(text)
    return Unclear(text)
