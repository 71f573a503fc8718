"""Writing YAML: block style, the model's order, the same in gives the same out."""

import io
import re
from typing import TYPE_CHECKING

from brukarrevision.yamlfile.nodes import NBSP_KEY

_YES_OR_NO = frozenset({"y", "n", "yes", "no", "on", "off"})
"""Texts here, but truths to programs that read an older YAML."""

_SIMPLE = re.compile(r"[^\W_][\w .()/–-]*")
"""Texts that need no quotes, whatever stands around them."""

if TYPE_CHECKING:
    from pydantic import BaseModel


def dump(model: "BaseModel") -> str:
    """Return a model as YAML, with what was given in its order and no more."""
    given = model.model_dump(by_alias=True, exclude_unset=True, exclude_none=True)
    return dump_data(given)


def dump_data(data: object) -> str:
    """Return plain values as YAML text with LF line ends and no anchors."""
    from ruamel.yaml import YAML

    writer = YAML(typ="rt", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 10_000
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.representer.ignore_aliases = lambda *_: True
    out = io.StringIO()
    writer.dump(_writable(data), out)
    return out.getvalue()


def one_line(value: object) -> str:
    """Return a single value as it may stand anywhere in a file, on one line."""
    plain = _dumped(value)
    if not isinstance(value, str) or (plain == value and _SIMPLE.fullmatch(value)):
        return plain
    return _dumped(_quoted(value))


def _dumped(value: object) -> str:
    return dump_data({"k": value}).removeprefix("k:").strip()


def _writable(data: object) -> object:
    """Return the same data as lists, mappings and texts that read back the same."""
    if isinstance(data, dict):
        return {_writable(key): _writable(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_writable(value) for value in data]
    if isinstance(data, str) and _must_be_quoted(data):
        return _quoted(data)
    return data


def _must_be_quoted(text: str) -> bool:
    """Tell whether a text would be misread without quotes."""
    plain = all(c.isprintable() or c == "\u00a0" for c in text)
    misread = text.lower() in _YES_OR_NO or NBSP_KEY.match(text)
    return not plain or text != text.strip() or bool(misread)


def _quoted(text: str) -> object:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(text)
