"""Single words of a YAML text: changed, put in and taken out; comments stay, too."""

from brukarrevision.yamlfile.editing import compose, end_of, find, line_of
from brukarrevision.yamlfile.nodes import Node, pairs
from brukarrevision.yamlfile.source import Keys
from brukarrevision.yamlfile.writing import one_line


def change_word(text: str, path: Keys, word: str) -> str:
    """Return a YAML text with another word at a path, quoted as the old one was.

    Args:
        text: YAML without faults, which holds one word at the path.
        path: keys and positions.
        word: letters, figures, ``-`` and ``_``.
    """
    _, node = _at(text, path)
    start, end = node.start_mark.index, node.end_mark.index
    quote = text[start] if node.style in ("'", '"') else ""
    if quote:
        return f"{text[:start]}{quote}{word}{quote}{text[end:]}"
    end = start + len(text[start:end].rstrip())
    return text[:start] + one_line(word) + text[end:]


def put_word(text: str, path: Keys, word: str, *, after: str) -> str:
    """Return a YAML text with a key and a word more in a mapping.

    Args:
        text: YAML without faults.
        path: of the new key; its mapping exists.
        word: as for :func:`change_word`.
        after: the key of the mapping that it follows.
    """
    key, node = _at(text, (*path[:-1], after))
    end, entry = end_of(text, node, key), f"{path[-1]}: {one_line(word)}"
    if _is_flow(text, _at(text, path[:-1])[1]):
        return f"{text[:end]}, {entry}{text[end:]}"
    end = line_of(text, end)[1]
    line_end = "\r\n" if text[:end].endswith("\r") else "\n"
    end -= text[:end].endswith("\r")
    margin = " " * key.start_mark.column
    return f"{text[:end]}{line_end}{margin}{entry}{text[end:]}"


def drop_word(text: str, path: Keys) -> str:
    """Return a YAML text without a key, which is not alone, and what stands there."""
    mapping = _at(text, path[:-1])[1]
    every = pairs(mapping)
    at = next(n for n, (key, _) in enumerate(every) if key.value == path[-1])
    key, node = every[at]
    if not at:  # the next takes its place, in braces or after the dash of a list
        following = every[1][0].start_mark.index
        return text[: key.start_mark.index] + text[following:]
    end = end_of(text, node, key)
    if _is_flow(text, mapping):
        before = end_of(text, every[at - 1][1], every[at - 1][0])
        return text[:before] + text[end:]
    start, last = line_of(text, key.start_mark.index)[0], line_of(text, end)[1]
    return text[:start] + text[last + 1 :]


def line_at(text: str, path: Keys) -> int:
    """Return the line, from 1, of the value at a path."""
    return _at(text, path)[1].start_mark.line + 1


def _at(text: str, path: Keys) -> tuple[Node, Node]:
    found = find(compose(text), path)
    if found is None:
        raise KeyError(path)
    return found


def _is_flow(text: str, mapping: Node) -> bool:
    return text[mapping.start_mark.index] == "{"
