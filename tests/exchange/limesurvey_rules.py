"""The rules of LimeSurvey's tab-separated structure, from its manual and its reader.

https://www.limesurvey.org/manual/Tab_Separated_Value_survey_structure and the function
TSVImportSurvey that reads such files. Nothing here knows how the program writes one.
"""

import csv
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

REQUIRED = (
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
)
CLASSES = ("S", "SL", "G", "Q", "SQ", "A")
TYPES = frozenset("15ABCDEFGHIKLMNOPQRSTUXY!*:;|")
ANSWERED = frozenset("!LORFH1")
"""Types whose answers stand in rows of their own."""

WITH_PARTS = frozenset("MPFHABCEKQ1:;")
"""Types with subquestions."""

RESERVED = frozenset({"LANG", "SID", "SAVEDID", "TOKEN", "QID", "GID", "SGQ"})
EM_WORDS = frozenset({"self", "that", "this"})
CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,19}")
PART = re.compile(r"[A-Za-z0-9]{1,20}")
ANSWER = re.compile(r"[A-Za-z0-9]{1,5}")
FORMULA = re.compile(r"\{\S[^{}]*\}")
NAMED = re.compile(r"([A-Za-z][A-Za-z0-9]*)(?:_([A-Za-z0-9]+))?\.NAOK")
COMPARED = re.compile(
    r"([A-Za-z][A-Za-z0-9]*)(?:_([A-Za-z0-9]+))?\.NAOK *(?:==|!=) *\"([^\"]*)\""
)

Row = dict[str, str]


@dataclass
class Asked:
    """A question with the codes of its rows and answers, in one language."""

    type: str
    parts: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)


def rows(data: bytes) -> tuple[list[str], list[Row]]:
    """Return header and rows as LimeSurvey reads them: it unquotes what is quoted."""
    text = re.sub(r"\r\n?", "\n", data.decode("utf-8-sig"))
    found = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    head = [cell.strip() for cell in found[0]]
    return head, [dict(zip(head, row, strict=False)) for row in found[1:]]


def broken(data: bytes) -> list[str]:
    """Return what a structure does against the rules; nothing if it is sound."""
    head, every = rows(data)
    faults = [f"column {name} is missing" for name in REQUIRED if name not in head]
    if len(set(head)) < len(head):
        faults.append("two columns have the same name")
    if faults:
        return faults
    return [*_order(every), *_signs(every), *_languages(every), *_codes(every)]


def _order(every: list[Row]) -> Iterator[str]:
    """Classes are known; settings come first; nothing stands without its question."""
    seen: set[str] = set()
    for number, row in enumerate(every, start=2):
        kind = row["class"]
        if kind not in CLASSES:
            yield f"row {number}: unknown class"
        if kind in ("S", "SL") and "G" in seen:
            yield f"row {number}: a setting after the questions"
        if kind == "Q" and "G" not in seen:
            yield f"row {number}: a question outside of groups"
        if kind in ("SQ", "A") and "Q" not in seen:
            yield f"row {number}: {kind} without a question"
        if kind == "G":
            seen.clear()
        seen.add(kind)
        yield from (f"row {number}: {fault}" for fault in _cells(row))


def _cells(row: Row) -> Iterator[str]:
    """What a row of its class has to say, it says in words that are known."""
    if row["class"] == "G" and not (row["type/scale"] and row["name"]):
        yield "a group without number or name"
    if row["class"] == "Q":
        if row["type/scale"] not in TYPES:
            yield "unknown type of question"
        if not {row["mandatory"], row["other"]} <= {"Y", "N", ""}:
            yield "neither Y nor N"


def _signs(every: list[Row]) -> Iterator[str]:
    """No cell breaks the row it stands in, or loses its quotation marks."""
    for number, row in enumerate(every, start=2):
        for name, cell in row.items():
            if "\t" in cell or (len(cell) > 1 and cell[0] == cell[-1] == '"'):
                yield f"row {number}: {name} is changed when it is read"
            if '\\"' in cell or cell.endswith("\\"):
                yield f"row {number}: {name} hides a quotation mark"
            if row["class"] not in ("S", "SL") and FORMULA.search(cell):
                yield f"row {number}: {name} is taken for a formula"


def _languages(every: list[Row]) -> Iterator[str]:
    """The base language first; all others with the same rows in the same order."""
    said = {row["name"]: row["text"] for row in every if row["class"] == "S"}
    base = said.get("language", "")
    wanted = [base, *said.get("additional_languages", "").split()]
    if not base:
        yield "no language is set"
    titled = [r["language"] for r in every if r["name"] == "surveyls_title"]
    if sorted(titled) != sorted(wanted):
        yield "the title is not given once in each language"
    body = [row for row in every if row["class"] not in ("S", "SL")]
    order = list(dict.fromkeys(row["language"] for row in body))
    if order != wanted:
        yield "the languages are not those of the settings, in their order"
    shapes = []
    for code in order:
        own = [row for row in body if row["language"] == code]
        shapes.append([_shape(row) for row in own])
        if any(not row["name"].strip() for row in own):
            yield f"{code}: a row without a name"
    if any(shape != shapes[0] for shape in shapes):
        yield "the languages do not have the same rows"
    runs = [row["language"] for row in body]
    changes = sum(a != b for a, b in itertools.pairwise(runs))
    if changes != len(order) - 1:
        yield "the languages are mixed"


def _shape(row: Row) -> tuple[str, ...]:
    """Return what a row has in common with itself in other languages."""
    name = "" if row["class"] == "G" else row["name"]
    return (row["class"], row["type/scale"], name, row["relevance"])


def _codes(every: list[Row]) -> Iterator[str]:
    """Codes are legal and nobody else's; conditions name what is there."""
    body = [row for row in every if row["class"] not in ("S", "SL")]
    for code in dict.fromkeys(row["language"] for row in body):
        asked: dict[str, Asked] = {}
        for row in (one for one in body if one["language"] == code):
            yield from _code(row, asked)
        yield from _complete(asked)
        for row in (one for one in body if one["language"] == code):
            if row["class"] in ("Q", "G"):
                yield from _condition(row["relevance"], asked)


def _code(row: Row, asked: dict[str, Asked]) -> Iterator[str]:
    name = row["name"]
    if row["class"] == "Q":
        if not CODE.fullmatch(name) or name in RESERVED | EM_WORDS:
            yield f"{name}: no code of a question"
        if name.casefold() in {one.casefold() for one in asked}:
            yield f"{name}: two questions have the code"
        asked[name] = Asked(row["type/scale"])
        return
    if row["class"] == "G" or not asked:
        return
    last = asked[next(reversed(asked))]
    part = row["class"] == "SQ"
    legal, codes = (PART, last.parts) if part else (ANSWER, last.answers)
    if not legal.fullmatch(name) or (part and name in ("time", "other")):
        yield f"{name}: no code of an answer"
    if name.casefold() in {one.casefold() for one in codes}:
        yield f"{name}: two answers have the code"
    codes.append(name)


def _complete(asked: dict[str, Asked]) -> Iterator[str]:
    for name, one in asked.items():
        if one.type in ANSWERED and not one.answers:
            yield f"{name}: nothing to choose"
        if one.type in WITH_PARTS and not one.parts:
            yield f"{name}: no rows"
        if one.answers and one.type not in ANSWERED:
            yield f"{name}: answers where none can be chosen"
        if one.parts and one.type not in WITH_PARTS:
            yield f"{name}: rows where there are none"


def _condition(relevance: str, asked: dict[str, Asked]) -> Iterator[str]:
    """A condition is balanced, and names questions, rows and answers that exist."""
    if relevance.count("(") != relevance.count(")"):
        yield "a condition whose brackets do not match"
    for name, part in NAMED.findall(relevance):
        if name not in asked:
            yield f"a condition names {name}, which is not asked"
        elif part and asked[name].type != "R" and part not in asked[name].parts:
            yield f"a condition names a row that {name} does not have"
    for name, part, answer in COMPARED.findall(relevance):
        one = asked.get(name, Asked("?"))
        if one.type == "M" and (answer != "Y" or not part):
            yield f"a condition on {name} can never hold"
        if one.answers and answer not in one.answers:
            yield f"a condition names an answer that {name} does not have"
