"""LimeSurvey's .lss: its tables as XML, in the shape of old versions and of new ones.

Versions before 4 have the texts in the tables of questions, answers and groups, a row
for each language; later ones have them in tables of their own (``question_l10ns``).
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.exchange.limesurvey.survey import Item, Page, Part, Survey
from brukarrevision.exchange.limesurvey.tsv import LARGEST
from brukarrevision.files import read_bytes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SIGN = b"<LimeSurveyDocType>Survey<"
_START = 4_096
_YES = frozenset({"Y", "S"})
_DIGITS = 9

Row = dict[str, str]
Tables = dict[str, list[Row]]


def claims(path: Path) -> bool:
    """Tell whether a file is a survey of LimeSurvey in XML, by how it begins."""
    return path.suffix.lower() == ".lss" or _SIGN in read_bytes(path, most=_START)


def read_lss(path: Path) -> Survey:
    """Return the survey in a file of its tables.

    Raises:
        FaultyFiles: it is too large, no such XML, or XML that could do harm.
    """
    tables = _tables(path)
    base = next((r.get("language", "") for r in tables["surveys"]), "")
    spoken = (r.get("language", "") for r in _all(tables, "questions"))
    survey = Survey(base or next(spoken, ""))
    for row in tables["surveys_languagesettings"]:
        language = row.get("surveyls_language", "")
        survey.titles[language] = row.get("surveyls_title", "")
    return _Reading(survey, tables, Place(path.name)).result()


def _tables(path: Path) -> Tables:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    data = read_bytes(path, most=LARGEST + 1)
    place = Place(path.name)
    if len(data) > LARGEST:
        raise FaultyFiles(problem("foreign-large", place))
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise FaultyFiles(problem("limesurvey-xml", place)) from None
    found: Tables = defaultdict(list)
    for table in root:
        found[table.tag] = [_row(row) for row in table.iterfind("rows/row")]
    return found


def _row(row: "Element") -> Row:
    return {cell.tag: cell.text or "" for cell in row}


def _all(tables: Tables, name: str) -> Iterator[Row]:
    """Yield the rows of a table, each in every language that it has texts in."""
    singular, key = name.removesuffix("s"), _KEYS[name]
    texts: dict[str, list[Row]] = defaultdict(list)
    for row in tables[f"{singular}_l10ns"]:
        texts[row.get(key, "")].append(row)
    for row in tables[name]:
        # of two rows with one key only the first has the texts: else a file of a
        # few thousand of each would become millions
        for more in texts.pop(row.get(key, ""), [{}]):
            yield row | {one: text for one, text in more.items() if one != "id"}


_KEYS = {"questions": "qid", "answers": "aid", "groups": "gid"}


class _Reading:
    """Joins the tables by their keys."""

    def __init__(self, survey: Survey, tables: Tables, place: Place) -> None:
        self._survey, self._tables, self._place = survey, tables, place
        self._pages: dict[str, Page] = {}
        self._items: dict[str, Item] = {}

    def result(self) -> Survey:
        for row in _ordered(_all(self._tables, "groups"), "group_order"):
            self._group(row)
        self._tables["questions"] += self._tables["subquestions"]
        rows = [*_ordered(_all(self._tables, "questions"), "question_order")]
        for row in rows:
            if row.get("parent_qid", "0") == "0":
                self._question(row)
        for row in rows:
            if row.get("parent_qid", "0") != "0":
                self._part(row, row["parent_qid"], row.get("title", ""), "question")
        for row in _ordered(_all(self._tables, "answers"), "sortorder"):
            self._part(row, row.get("qid", ""), row.get("code", ""), "answer")
        for row in self._tables["question_attributes"]:
            item = self._items.get(row.get("qid", ""))
            if item and row.get("value"):
                item.settings[row.get("attribute", "")] = row["value"]
        return self._survey

    def _said(self, row: Row) -> str:
        return row.get("language") or self._survey.base

    def _group(self, row: Row) -> None:
        gid = row.get("gid", "")
        if gid not in self._pages:
            page = Page(self._place, relevance=row.get("grelevance", ""))
            self._pages[gid] = page
            self._survey.pages.append(page)
        self._pages[gid].texts[self._said(row)] = row.get("group_name", "")

    def _question(self, row: Row) -> None:
        qid, gid = row.get("qid", ""), row.get("gid", "")
        if qid not in self._items:
            code = row.get("title", "")
            place = Place(self._place.file, part=code[:40])
            item = Item(code, row.get("type", ""), place)
            item.relevance, item.other = (
                row.get("relevance", ""),
                row.get("other") == "Y",
            )
            item.required = row.get("mandatory", "") in _YES
            if row.get("preg"):
                item.settings["validation"] = row["preg"]
            self._items[qid] = item
            self._survey.aliases[f"{row.get('sid', '')}X{gid}X{qid}"] = code
            if gid not in self._pages:
                self._pages[gid] = Page(self._place)
                self._survey.pages.append(self._pages[gid])
            self._pages[gid].items.append(item)
        item = self._items[qid]
        item.texts[self._said(row)] = row.get("question", "")
        item.helps[self._said(row)] = row.get("help", "")

    def _part(self, row: Row, qid: str, code: str, text: str) -> None:
        item = self._items.get(qid)
        if item is None or row.get("scale_id", "0") == "1":
            return
        parts = item.parts if text == "question" else item.answers
        relevance = row.get("relevance", "") if text == "question" else ""
        new = Part(code, item.place, relevance=relevance)
        parts.setdefault(code, new).texts[self._said(row)] = row.get(text, "")


def _ordered(rows: Iterator[Row], column: str) -> list[Row]:
    """Return rows in their order; those without a number as they come."""

    def order(row: Row) -> int:
        number = row.get(column, "")
        return int(number[:_DIGITS]) if number.isdecimal() else 0

    return sorted(rows, key=order)
