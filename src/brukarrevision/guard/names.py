"""Names of files as they may be printed."""

from pathlib import PurePath

from brukarrevision import identifiers

_INVENTED = ("syntetisk", "synthetic")
_FOLDER = "synthetic"


def shown(name: bytes | str) -> str:
    """Return a file's name in signs that any terminal takes, telling of nobody.

    Line feeds and bytes that are no text are written out; a personal number, a phone
    number or an address in the name is replaced by three dots.
    """
    raw = name.encode("utf-8", "backslashreplace") if isinstance(name, str) else name
    text = raw.decode("utf-8", "backslashreplace")
    plain = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    end, parts = 0, []
    for one in identifiers.find(plain):
        parts += [plain[end : one.start], "…"] if one.start >= end else []
        end = max(end, one.end)
    return "".join([*parts, plain[end:]])


def is_invented(name: str) -> bool:
    """Tell whether the name of a file says that its answers are invented.

    It lies in a folder ``synthetic`` and ends in ``syntetisk`` or ``synthetic``, as the
    files of the example audit. Such a file may have the headers of a source, since it
    was made to look like one; it may not have its rows.
    """
    path = PurePath(name)
    return _FOLDER in path.parts and says_invented(name)


def says_invented(name: str) -> bool:
    """Tell whether a file's own name ends in a word for invented."""
    return PurePath(name).stem.lower().endswith(_INVENTED)
