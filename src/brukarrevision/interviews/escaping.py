"""What somebody wrote as Markdown that says the same: nothing becomes markup."""

import re
from collections.abc import Iterable

_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_ACTIVE = re.compile(r"[\\`*_\[\]{}]")
_BEGINNING = re.compile(r"[#>+=|~-]|[0-9]+(?=[.)])")
_COMMENT = re.compile("<(?=!--)")


def markdown(paragraphs: Iterable[str]) -> str:
    """Return paragraphs as they stand in a note, with empty lines between.

    Read again, they are the same words with the same line breaks. Spaces at the ends
    of lines go, and so do signs that cannot be seen.
    """
    plain = (lines_of(one) for one in paragraphs)
    return "\n\n".join("\n".join(map(_escaped, lines)) for lines in plain if lines)


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something, without spaces around them."""
    lines = (_CONTROL.sub("", line).strip() for line in _BREAKS.split(text))
    return tuple(line for line in lines if line)


def _escaped(line: str) -> str:
    plain = _COMMENT.sub(r"<\\", _ACTIVE.sub(r"\\\g<0>", line.replace("\t", " ")))
    begins = _BEGINNING.match(plain)
    if not begins:
        return plain
    at = begins.end() if begins[0][-1].isdigit() else begins.start()
    return f"{plain[:at]}\\{plain[at:]}"
