"""Synthetic exports as KoboToolbox and ODK Central write them of a form.

The form goes through pyxform, each response is filled into the form that comes of it,
and the columns follow the rules of formpack, KoboToolbox's exporter: groups and options
by slashes, a joined cell of labels parted by spaces, a rank by names, options not 0 but
blank where nobody answered. ODK Central parts groups by dashes.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from brukarrevision.exchange.made import Made
from tests.exchange.answers import Response

Several = Literal["both", "summary", "details"]
_META = ("_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status")
_LAST = ("_submitted_by", "__version__", "_tags", "_index")


@dataclass(frozen=True)
class Style:
    """What a user chooses when exporting.

    Attributes:
        language: of the labels, as the form names it; None for names.
        groups: whether groups stand in the headers.
        several: how questions with several answers are written.
    """

    language: str | None = None
    groups: bool = False
    several: Several = "both"


@dataclass(frozen=True)
class Field:
    """A question of the form: its path of names, of labels, and its choices."""

    path: tuple[str, ...]
    labels: tuple[str, ...]
    type: str
    choices: dict[str, str]

    def header(self, style: Style) -> str:
        parts = self.labels if style.language else self.path
        return "/".join(parts) if style.groups else parts[-1]


def submissions(made: Made, found: Sequence[Response]) -> list[dict[str, str]]:
    """Return what the server gets: each response by the paths of the form."""
    from lxml import etree
    from pyxform.xls2xform import convert

    form = etree.fromstring(convert(made.data, file_type=".xlsx").xform.encode())
    instance = form.find(".//{*}instance")
    assert instance is not None
    root = instance[0]
    paths = {}
    for leaf in (one for one in root.iter() if not len(one)):
        around = [leaf, *(one for one in leaf.iterancestors() if one in root.iter())]
        names = [etree.QName(one).localname for one in around if one is not root]
        paths["/".join(reversed(names))] = names[0]
    assert len(set(paths.values())) == len(paths)
    asked = {name for one in found for name in one} - {"respondent"}
    assert asked <= set(paths.values())
    return [
        {path: " ".join(one[name]) for path, name in paths.items() if name in one}
        | {"_uuid": one["respondent"][0]}
        for one in found
    ]


def fields(made: Made, language: str | None) -> Iterator[Field]:
    """Yield the questions of the form in their order, as the exporter knows them."""
    survey, choices = _sheet(made, "survey"), _sheet(made, "choices")
    label = f"label::{language}"
    groups: list[dict[str, str]] = []
    for row in survey:
        if row["type"] == "begin_group":
            groups.append(row)
        elif row["type"] == "end_group":
            groups.pop()
        else:
            kind, _, listed = row["type"].partition(" ")
            around = [*groups, row]
            yield Field(
                tuple(one["name"] for one in around),
                tuple(one.get(label) or one["name"] for one in around),
                kind,
                {
                    one["name"]: one.get(label) or one["name"]
                    for one in choices
                    if one["list_name"] == listed
                },
            )


def _sheet(made: Made, name: str) -> list[dict[str, str]]:
    from openpyxl import load_workbook

    book: Any = load_workbook(io.BytesIO(made.data))
    if name not in book.sheetnames:
        return []
    head, *rows = book[name].iter_rows(values_only=True)
    return [
        {
            key: str(cell)
            for key, cell in zip(head, row, strict=True)
            if cell is not None
        }
        for row in rows
    ]


def kobo(made: Made, found: Sequence[Response], style: Style) -> list[list[str]]:
    """Return the rows of a KoboToolbox export, its header first."""
    every = [one for one in fields(made, style.language) if one.type != "note"]
    header = [name for one in every for name in _headers(one, style)]
    rows = [[*header, *_META, *_LAST]]
    for number, sent in enumerate(submissions(made, found), 1):
        row = [cell for one in every for cell in _cells(one, sent, style)]
        when = f"2026-03-01T12:{number % 60:02}:00"
        row += [str(number), sent["_uuid"], when, "", "", "submitted_via_web"]
        rows.append([*row, "", "vX", "", str(number)])
    return rows


def _headers(one: Field, style: Style) -> Iterator[str]:
    whole = one.header(style)
    several = one.type == "select_multiple"
    if not several or style.several in ("both", "summary"):
        yield whole
    if several and style.several in ("both", "details"):
        for name, label in one.choices.items():
            yield f"{whole}/{label if style.language else name}"


def _cells(one: Field, sent: dict[str, str], style: Style) -> Iterator[str]:
    text = sent.get("/".join(one.path), "")
    chosen = text.split()
    labelled = bool(style.language) and one.type in ("select_one", "select_multiple")
    said = " ".join(one.choices[name] for name in chosen) if labelled else text
    several = one.type == "select_multiple"
    if not several or style.several in ("both", "summary"):
        yield said
    if several and style.several in ("both", "details"):
        for name in one.choices:
            yield ("1" if name in chosen else "0") if text else ""


def odk(made: Made, found: Sequence[Response], *, split: bool) -> list[list[str]]:
    """Return the rows of an ODK Central export, its header first.

    Notes have columns there, as have the headings that pyxform gives to tables.
    """
    every = list(fields(made, None))
    table = Field(("generated_table_list_label_2",), ("",), "note", {})
    every.append(table)
    names = []
    for one in every:
        whole = "-".join(one.path)
        names.append(whole)
        if split and one.type == "select_multiple":
            names += [f"{whole}/{name}" for name in one.choices]
    last = ["KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "ReviewState"]
    rows = [["SubmissionDate", *names, "meta-instanceID", *last]]
    for number, sent in enumerate(submissions(made, found), 1):
        row = [f"2026-03-01T12:{number % 60:02}:00.000Z"]
        for one in every:
            text = sent.get("/".join(one.path), "")
            row.append(text)
            if split and one.type == "select_multiple":
                row += ["1" if name in text.split() else "0" for name in one.choices]
        key = sent["_uuid"]
        rows.append([*row, key, key, "5", "Insamlare", "0", ""])
    return rows


def as_csv(rows: Sequence[Sequence[str]], delimiter: str = ";") -> bytes:
    """Return rows as a csv file: KoboToolbox quotes every cell."""
    out = io.StringIO()
    writer = csv.writer(
        out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n"
    )
    writer.writerows(rows)
    return out.getvalue().encode()
