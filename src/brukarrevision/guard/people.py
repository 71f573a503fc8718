"""Personal numbers, phone numbers and addresses in any content."""

from collections.abc import Iterator, Sequence

from brukarrevision import identifiers
from brukarrevision.guard.content import Content
from brukarrevision.guard.finding import Finding
from brukarrevision.guard.known import Known

_CODES = {
    ("personal_number", True): "guard-personal-number",
    ("personal_number", False): "guard-personal-number",
    ("phone", True): "guard-phone",
    ("phone", False): "guard-phone-text",
    ("email", True): "guard-email",
    ("email", False): "guard-email-text",
}
"""By kind, and whether the file is one of data."""


def people(content: Content, _: Known) -> Iterator[Finding]:
    """Find personal numbers, phone numbers and addresses, once a kind."""
    yield from _named(content.text, content, [])
    if content.rows:
        lines = ["\t".join(map(_one_line, cells)) for _, cells in content.rows]
        numbers = [number for number, _ in content.rows]
        yield from _named("\n".join(lines), content, numbers)


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _named(text: str, content: Content, rows: Sequence[int]) -> Iterator[Finding]:
    places: dict[str, list[int]] = {}
    for one in identifiers.find(text):
        said = text[one.start : one.end]
        if one.kind == "personal_number" or not identifiers.reserved(said):
            code = _CODES[one.kind, content.is_data]
            places.setdefault(code, []).append(one.start)
    for code, starts in places.items():
        line = text.count("\n", 0, starts[0]) + 1
        if rows:
            row = rows[min(line, len(rows)) - 1]
            yield Finding(code, row=row, count=len(starts))
        else:
            own = 0 if content.ending == ".docx" else line
            yield Finding(code, line=own, count=len(starts))
