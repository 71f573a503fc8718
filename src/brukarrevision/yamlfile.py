"""YAML in and out: the only module that knows the YAML library.

A file is composed once into nodes that know their line and column, so that every fault,
of the text or of the model, can be shown where it stands (DESIGN.md section 3).
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from brukarrevision.errors import Place, Problem, problem
from brukarrevision.files import read_bytes

if TYPE_CHECKING:
    from pydantic import BaseModel

_MAX_BYTES = 4_000_000
_NBSP_AFTER_COLON = re.compile(r"^\s*(?:- +)?\{?\s*[A-Za-z_][\w-]*:\u00a0")
_TAB = re.compile(r"^ *\t")
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TAG = "tag:yaml.org,2002:"

Key = str | int
Path_ = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A value that YAML reads as something else than it looks (``012``, ``~``, .inf).

    It fits no model, so the fault asks for quotes; ``text`` is what stands in the file.
    """

    text: str


@dataclass(frozen=True)
class Source:
    """The content of one file and where each part of it stands.

    Attributes:
        name: what messages call the file, relative to the audit.
        raw: the bytes as read, to notice later changes.
        data: mappings, lists and plain values; None where the text has faults.
        problems: what is wrong with the text itself.
        marks: line and column (from 1) of each value, by its path of keys.
    """

    name: str
    raw: bytes
    data: object
    problems: tuple[Problem, ...]
    marks: dict[Path_, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Sequence[Key] = ()) -> Place:
        """Return where the value stands, or the nearest known thing around it."""
        known = tuple(path)
        while known and known not in self.marks:
            known = known[:-1]
        line, column = self.marks.get(known, (1, 1))
        return Place(self.name, line, column)

    @property
    def text(self) -> str:
        """Return the file as text."""
        return self.raw.decode("utf-8-sig", errors="replace")


def load(path: Path, name: str) -> Source:
    """Read one YAML file; its faults are values in ``problems``."""
    raw = read_bytes(path, name)
    text, faults = _text(raw, name)
    if faults:
        return Source(name, raw, None, tuple(faults))
    return _composed(text, raw, name)


def _text(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    """Decode, and find what would make the reader misread the text."""
    if len(raw) > _MAX_BYTES:
        return "", [problem("yaml-too-large", Place(name), limit=_MAX_BYTES // 10**6)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        return "", [problem("yaml-not-utf8", Place(name, line))]
    found = []
    for number, line_text in enumerate(text.split("\n"), start=1):
        if match := _NBSP_AFTER_COLON.match(line_text):
            found.append(problem("yaml-nbsp", Place(name, number, match.end())))
        if match := _TAB.match(line_text):
            found.append(problem("yaml-tab", Place(name, number, match.end())))
    return text, found


def _composed(text: str, raw: bytes, name: str) -> Source:
    from ruamel.yaml import YAML  # noqa: PLC0415 - only when a file is read
    from ruamel.yaml.error import (  # noqa: PLC0415
        MarkedYAMLError,
        YAMLError,
    )

    try:
        node = YAML(typ="safe").compose(text)
    except MarkedYAMLError as fault:
        return Source(name, raw, None, (_syntax(fault, name),))
    except (YAMLError, ValueError):
        return Source(name, raw, None, (problem("yaml-syntax", Place(name)),))
    except RecursionError:
        return Source(name, raw, None, (problem("yaml-too-deep", Place(name)),))
    builder = _Builder(name)
    data = builder.build(node, ()) if node is not None else {}
    return Source(name, raw, data, tuple(builder.problems), builder.marks)


def _syntax(fault: object, name: str) -> Problem:
    """Name what the reader stumbled on, at the line and column it gives."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    said = str(getattr(fault, "problem", ""))
    if "mapping values are not allowed" in said:
        return problem("yaml-colon-in-text", place)
    if "undefined alias" in said or "anchor" in said:
        return problem("yaml-anchor", place)
    if "while scanning a quoted scalar" in str(getattr(fault, "context", "")):
        return problem("yaml-open-quote", place)
    if "expected a single document" in str(getattr(fault, "context", "")):
        return problem("yaml-two-documents", place)
    return problem("yaml-syntax", place)


class _Builder:
    """From nodes to plain values, gathering positions and faults."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.marks: dict[Path_, tuple[int, int]] = {}

    def build(self, node: object, path: Path_) -> object:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1  # type: ignore[attr-defined]
        self.marks.setdefault(path, (line, column))
        place = Place(self.name, line, column)
        value, tag = node.value, str(node.tag)  # type: ignore[attr-defined]
        if getattr(node, "anchor", None):
            self.problems.append(problem("yaml-anchor", place))
            return None
        if isinstance(value, str):
            return self._scalar(value, tag, place)
        if tag not in (f"{_TAG}map", f"{_TAG}seq"):
            self.problems.append(problem("yaml-tag", place))
            return None
        if tag == f"{_TAG}seq":
            return [self.build(item, (*path, at)) for at, item in enumerate(value)]
        return self._mapping(value, path)

    def _mapping(self, pairs: list[tuple[object, object]], path: Path_) -> object:
        found: dict[str, object] = {}
        for key_node, value_node in pairs:
            mark = key_node.start_mark  # type: ignore[attr-defined]
            place = Place(self.name, mark.line + 1, mark.column + 1)
            key = key_node.value  # type: ignore[attr-defined]
            if not isinstance(key, str) or getattr(key_node, "anchor", None):
                self.problems.append(problem("yaml-bad-key", place))
            elif key == "<<":
                self.problems.append(problem("yaml-anchor", place))
            elif key in found:
                self.problems.append(problem("yaml-duplicate-key", place, key=key))
            else:
                found[key] = self.build(value_node, (*path, key))
                self.marks[(*path, key)] = (place.line, place.column)
        return found

    def _scalar(self, text: str, tag: str, place: Place) -> object:
        kind = tag.removeprefix(_TAG)
        if kind not in ("str", "int", "float", "bool", "null", "timestamp"):
            self.problems.append(problem("yaml-tag", place))
            return None
        if kind == "str":
            return text
        if kind == "bool" and text in ("true", "false"):
            return text == "true"
        return None if kind == "null" and not text else _plain(text)


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


def dump(model: "BaseModel") -> str:
    """Return a model as YAML: block style, the model's order, same in, same out."""
    return dump_data(model.model_dump(mode="python", by_alias=True, exclude_unset=True))


def dump_data(data: object) -> str:
    """Return plain values as YAML text with LF line ends and no anchors."""
    from io import StringIO  # noqa: PLC0415

    from ruamel.yaml import YAML  # noqa: PLC0415

    writer = YAML(typ="rt", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 10_000
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.representer.ignore_aliases = lambda *_: True
    out = StringIO()
    writer.dump(_lists(data), out)
    return out.getvalue()


def _lists(data: object) -> object:
    """Return the same data with lists for tuples, which YAML does not know."""
    if isinstance(data, dict):
        return {key: _lists(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_lists(value) for value in data]
    return data


def edit(text: str, changes: dict[Path_, object]) -> str:
    """Return a YAML text with some values changed and all else, comments too, kept.

    A changed value loses the comment at the end of its line, which said what to write.
    """
    from io import StringIO

    from ruamel.yaml import YAML

    editor = YAML(typ="rt", pure=True)
    editor.preserve_quotes = True
    editor.width = 10_000
    editor.indent(mapping=2, sequence=4, offset=2)
    data = editor.load(text)
    for path, value in changes.items():
        owner = data
        for key in path[:-1]:
            owner = owner[key]
        owner[path[-1]] = _lists(value)
        owner.ca.items.pop(path[-1], None)
    out = StringIO()
    editor.dump(data, out)
    return out.getvalue()
