"""Synthetic .lss files: a structure as the tables of LimeSurvey's database.

In the shape of versions before 4 (a row for each language in the tables of questions,
answers and groups, conditions on numbers) and of later ones (texts in tables of their
own). Made from a tab-separated structure, as LimeSurvey does when it imports one.
"""

import re
from collections import defaultdict
from xml.sax.saxutils import escape

from tests.exchange.limesurvey_rules import REQUIRED, Row, rows

SID = "421498"
Tables = dict[str, list[dict[str, str]]]


class _Tables:
    """Fills the tables row by row."""

    def __init__(self, every: list[Row], *, old: bool) -> None:
        self.old = old
        self.tables: Tables = defaultdict(list)
        self.ids: dict[tuple[str, ...], str] = {}
        self.gid = self.qid = self.letter = ""
        for row in every:
            getattr(self, f"_{row['class'].lower()}")(row)

    def _id(self, *key: str) -> tuple[str, bool]:
        """Return the number of a thing, and whether it was seen before."""
        seen = key in self.ids
        return self.ids.setdefault(key, str(len(self.ids) + 11)), seen

    def _add(
        self, table: str, seen: bool, facts: dict[str, str], texts: dict[str, str]
    ) -> None:
        if self.old:
            self.tables[table].append(facts | texts)
            return
        if not seen:
            self.tables[table].append(facts)
        key = {"groups": "gid", "answers": "aid"}.get(table, "qid")
        name = "question" if key == "qid" else table.removesuffix("s")
        number = {"id": str(len(self.ids)), key: facts[key]}
        self.tables[f"{name}_l10ns"].append(number | texts)

    def _s(self, row: Row) -> None:
        if not self.tables["surveys"]:
            self.tables["surveys"].append({"sid": SID})
        self.tables["surveys"][0][row["name"]] = row["text"]

    def _sl(self, row: Row) -> None:
        if row["name"] == "surveyls_title":
            said = {"surveyls_language": row["language"], "surveyls_title": row["text"]}
            self.tables["surveys_languagesettings"].append(said)

    def _g(self, row: Row) -> None:
        self.gid, seen = self._id("G", row["type/scale"])
        facts = {"gid": self.gid, "sid": SID, "group_order": self.gid}
        facts["grelevance"] = row["relevance"]
        texts = {"group_name": row["name"], "language": row["language"]}
        self._add("groups", seen, facts, texts)

    def _q(self, row: Row) -> None:
        self.qid, seen = self._id("Q", row["name"])
        self.letter = row["type/scale"]
        facts = {
            "qid": self.qid,
            "parent_qid": "0",
            "sid": SID,
            "gid": self.gid,
            "type": row["type/scale"],
            "title": row["name"],
            "other": row["other"],
            "mandatory": row["mandatory"],
            "question_order": self.qid,
            "relevance": self._numbered(row["relevance"]),
        }
        texts = {"question": row["text"], "help": row["help"]}
        self._add("questions", seen, facts, texts | {"language": row["language"]})
        if not seen:
            self.tables["question_attributes"] += [
                {"qid": self.qid, "attribute": name, "value": cell}
                for name, cell in row.items()
                if cell and name not in REQUIRED
            ]

    def _sq(self, row: Row) -> None:
        number, seen = self._id("SQ", self.qid, row["name"])
        facts = {
            "qid": number,
            "parent_qid": self.qid,
            "sid": SID,
            "gid": self.gid,
            "type": self.letter,
            "title": row["name"],
            "question_order": number,
            "scale_id": "0",
            "relevance": row["relevance"],
        }
        texts = {"question": row["text"], "language": row["language"]}
        self._add("subquestions", seen, facts, texts)

    def _a(self, row: Row) -> None:
        number, seen = self._id("A", self.qid, row["name"])
        facts = {"aid": number, "qid": self.qid, "code": row["name"]}
        facts |= {"sortorder": number, "scale_id": "0"}
        texts = {"answer": row["text"], "language": row["language"]}
        self._add("answers", seen, facts, texts)

    def _numbered(self, relevance: str) -> str:
        """Return a condition on numbers of tables, as old versions wrote them."""
        if not self.old:
            return relevance

        def number(found: re.Match[str]) -> str:
            gids = {q["qid"]: q["gid"] for q in self.tables["questions"]}
            qid = self.ids["Q", found[1]]
            return f"{SID}X{gids[qid]}X{qid}{found[2] or ''}.NAOK"

        return re.sub(r"([A-Za-z][A-Za-z0-9]*)(?:_(\w+))?\.NAOK", number, relevance)


def lss(structure: bytes, *, old: bool = False) -> bytes:
    """Return the same survey as an .lss.

    Args:
        structure: tab-separated.
        old: in the shape of versions before 4.
    """
    tables = _Tables(rows(structure)[1], old=old).tables
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<document>"]
    lines.append(" <LimeSurveyDocType>Survey</LimeSurveyDocType>")
    lines.append(f" <DBVersion>{178 if old else 640}</DBVersion>")
    for name, table in tables.items():
        fields = dict.fromkeys(field for row in table for field in row)
        lines += [f" <{name}>", "  <fields>"]
        lines += [f"   <fieldname>{field}</fieldname>" for field in fields]
        lines += ["  </fields>", "  <rows>", *map(_row, table), "  </rows>"]
        lines.append(f" </{name}>")
    return "\n".join([*lines, "</document>", ""]).encode()


def _row(row: dict[str, str]) -> str:
    cells = (
        f"    <{name}>{escape(cell)}</{name}>"
        if ord(name[0]) % 2
        else f"    <{name}><![CDATA[{cell}]]></{name}>"
        for name, cell in row.items()
    )
    return "\n".join(["   <row>", *cells, "   </row>"])
