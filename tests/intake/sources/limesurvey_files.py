"""Synthetic LimeSurvey exports: all headings it can write, codes or labels.

Built from the shapes of its export code: all cells quoted, records end with CRLF, a
byte order mark, an extra blank line at the end.
"""

from collections.abc import Sequence
from pathlib import Path

from tests.intake.sources.survey import LABELS, PEOPLE, WHO, Person, label

FIXED = {
    "id": "Response ID",
    "submitdate": "Date submitted",
    "lastpage": "Last page",
    "startlanguage": "Start language",
    "seed": "Seed",
    "token": "Access code",
    "startdate": "Date started",
    "datestamp": "Date last action",
    "ipaddr": "IP address",
    "refurl": "Referrer URL",
}
TIMES = {
    "interviewtime": "Total time",
    "groupTime12": "Group time: Stöd",
    "stod1Time": "Question time: stod1",
}
MATRIX = "Vad tycker du om personalen?"
STYLES = ("code", "names", "r", "both", "text")

_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("stod1", "", ""),
    *(("vilka", one, text) for one, text in WHO.items()),
    ("vilka", "other", "Annan"),
    ("matris", "rad1", LABELS["rad1"]),
    ("matris", "rad2", LABELS["rad2"]),
    ("moten", "", ""),
    ("sip1", "", ""),
    ("fri1", "", ""),
)


def _header(style: str, code: str, sub: str, option: str) -> str:
    text = LABELS.get(code, MATRIX)
    whole = {"code": f"{code}[{sub}]", "names": f"{code}_{sub}", "r": f"{code}.{sub}."}
    if style == "both":
        return f"{code}[{sub}]. {text} [{option}]" if sub else f"{code}. {text}"
    if style == "text":
        return f"{text} [{option}]" if sub else text
    return whole[style] if sub else code


def _around(style: str, columns: dict[str, str]) -> list[str]:
    if style == "both":
        return [f"{code}. {text}" for code, text in columns.items()]
    return list(columns.values() if style == "text" else columns)


def header(style: str) -> list[str]:
    """Return the header row in one of the :data:`STYLES`."""
    own = [_header(style, *column) for column in _COLUMNS]
    return [*_around(style, FIXED), *own, *_around(style, TIMES)]


def _row(number: int, person: Person, *, long: bool, unticked: str) -> list[str]:
    def said(code: str) -> str:
        return label(code) if long else code

    yes = {"ja": "Y", "nej": "N", "": ""}
    fixed = [
        str(number), "2026-03-01 10:00:00", "4", "sv", "1234567", "hemlig-nyckel",
        "2026-03-01 09:50:00", "2026-03-01 10:00:00", "192.0.2.7", "https://example.com",
    ]  # fmt: skip
    sip = label(person.sip1) if long else yes[person.sip1]
    masked = f"'{person.fri1}" if person.fri1.startswith("=") else person.fri1
    other = "En granne" if number == 2 else ""
    ticks = person.ticks("Ja" if long else "Y", unticked)
    return [
        *fixed, said(person.stod1), *ticks, other, said(person.rad1), said(person.rad2),
        person.moten, sip, masked, "61.2", "30.1", "12.0",
    ]  # fmt: skip


def limesurvey(
    path: Path,
    style: str = "code",
    *,
    long: bool = False,
    unticked: str = "",
    people: Sequence[Person] = PEOPLE,
    incomplete: int = 1,
) -> Path:
    """Write a synthetic export and return its path.

    Args:
        path: the file.
        style: of the headings.
        long: labels in the cells instead of codes.
        unticked: what an option that was not ticked holds.
        people: the responses that were submitted.
        incomplete: how many more were begun and never submitted.
    """
    rows = [
        _row(number, person, long=long, unticked=unticked)
        for number, person in enumerate(people, 1)
    ]
    for number in range(incomplete):
        begun = _row(900 + number, people[0], long=long, unticked=unticked)
        begun[1] = ""
        rows.append(begun)
    lines = [
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row)
        for row in (header(style), *rows)
    ]
    path.write_bytes(("\ufeff" + "\r\n".join([*lines, "", ""])).encode())
    return path
