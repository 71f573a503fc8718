"""Putting one item into a list of a YAML text, or taking one out; all else stays."""

import textwrap
from collections.abc import Mapping

from brukarrevision.yamlfile.editing import compose, end_of, find, line_of
from brukarrevision.yamlfile.nodes import Builder, Node, items
from brukarrevision.yamlfile.writing import dump_data


def insert_item(text: str, key: str, at: int, item: Mapping[str, object]) -> str:
    """Return a YAML text with an item put into one of its lists.

    Args:
        text: YAML without faults; its comments are kept where they stand.
        key: the list, at the top level; it is added last if it is missing.
        at: the position the item gets, 0 to the length of the list.
        item: plain values.
    """
    found = find(compose(text), (key,))
    if found is None:
        return text.rstrip("\n") + "\n" + dump_data({key: [item]})
    name, node = found
    if not _is_block(text, node):
        values = _values(text, node)
        return _rewritten(text, name, node, [*values[:at], item, *values[at:]])
    start = line_of(text, node.start_mark.index)[0]
    if at:
        start = line_of(text, end_of(text, items(node)[at - 1], name))[1] + 1
    head = text[:start] if text[:start].endswith("\n") else f"{text}\n"
    return head + textwrap.indent(_item(item), _indent(text, node)) + text[start:]


def drop_item(text: str, key: str, at: int) -> str:
    """Return a YAML text without one item of a list at the top level.

    Comments above the item stay where it is not the last; a list without items is
    written ``[]``.
    """
    found = find(compose(text), (key,))
    if found is None:
        return text
    name, node = found
    if len(items(node)) == 1 or not _is_block(text, node):
        values = _values(text, node)
        return _rewritten(text, name, node, [*values[:at], *values[at + 1 :]])
    one = items(node)[at]
    start = line_of(text, one.start_mark.index)[0]
    end = line_of(text, end_of(text, one, name))[1]
    return text[:start] + text[end + 1 :]


def _is_block(text: str, node: Node) -> bool:
    """Tell whether a list has its items on lines of their own."""
    return bool(items(node)) and text[node.start_mark.index] == "-"


def _indent(text: str, node: Node) -> str:
    start = node.start_mark.index
    return text[line_of(text, start)[0] : start]


def _item(item: Mapping[str, object]) -> str:
    return textwrap.dedent(dump_data([dict(item)]))


def _values(text: str, node: Node) -> list[object]:
    values = Builder("", text).build(node)
    return values if isinstance(values, list) else []


def _rewritten(text: str, name: Node, node: Node, values: list[object]) -> str:
    """Return the text with other items in a list, and what stood beside them gone."""
    start = line_of(text, name.start_mark.index)[0]
    end = line_of(text, end_of(text, node, name))[1]
    block = dump_data({str(name.value): values}).rstrip("\n")
    return text[:start] + block + text[end:]
