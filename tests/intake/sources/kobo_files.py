"""Synthetic exports of KoboToolbox and ODK Central, names or labels.

Built from the shapes of Kobo's formpack and of Central's documented export.
"""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from tests.intake.samples import book
from tests.intake.sources.survey import LABELS, PEOPLE, WHO, Person, label

Several = Literal["joined", "split", "both"]

GROUPS = {
    "stod1": "stod", "vilka": "stod", "rad1": "stod/personal", "rad2": "stod/personal",
    "moten": "mer", "sip1": "mer", "fri1": "",
}  # fmt: skip
GROUP_LABELS = {"stod": "Ditt stöd", "personal": "Personalen", "mer": "Mer/övrigt"}
KOBO_AFTER = (
    "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
    "_submitted_by", "__version__", "_tags", "_index",
)  # fmt: skip
PLACE = ("_plats_latitude", "_plats_longitude", "_plats_altitude", "_plats_precision")


def _path(question: str, *, labels: bool, groups: bool) -> str:
    own = LABELS[question] if labels else question
    if not groups or not GROUPS[question]:
        return own
    parts = GROUPS[question].split("/")
    return "/".join([*(GROUP_LABELS[p] if labels else p for p in parts), own])


def _columns(
    person: Person | None, *, labels: bool, groups: bool, several: Several
) -> list[str]:
    """Return the header of the questions, or somebody's answers."""
    found = []
    for one in LABELS:
        path = _path(one, labels=labels, groups=groups)
        if one != "vilka":
            value = getattr(person, one) if person else path
            found.append(label(value) if labels and person else value)
            continue
        if several != "split":
            joined = " ".join(label(x) if labels else x for x in _ticked(person))
            found.append(joined if person else path)
        if several != "joined":
            options = [f"{path}/{text if labels else x}" for x, text in WHO.items()]
            found += person.ticks("1", "0") if person else options
            found.append(
                "" if person else f"{path}/" + ("Borttaget" if labels else "x")
            )
    return found


def _ticked(person: Person | None) -> tuple[str, ...]:
    return (person.vilka or ()) if person else ()


def kobo(
    path: Path,
    *,
    labels: bool = False,
    groups: bool = False,
    several: Several = "both",
    people: Sequence[Person] = PEOPLE,
    refused: int = 1,
    again: int = 0,
) -> Path:
    """Write a synthetic export of KoboToolbox, .csv or .xlsx, and return its path.

    Args:
        path: the file; an .xlsx has a sheet for a repeated group too.
        labels: in headers and cells instead of names.
        groups: in the headers.
        several: how options of a select_multiple are written.
        people: the submissions; one option was removed from the form later.
        refused: how many more were looked through and not approved.
        again: how many submissions stand twice, with one and the same uuid.
    """
    before = ["start", "end", "deviceid", "plats", *PLACE]
    header = _columns(None, labels=labels, groups=groups, several=several)
    rows = [[*before, *header, *KOBO_AFTER]]
    for number in range(len(people) + refused):
        person = people[number % len(people)]
        status = (
            "Not approved" if number >= len(people) else ["", "Approved"][number % 2]
        )
        rows.append(
            [
                "2026-03-01T09:50:00.000+01:00",
                "2026-03-01T10:00:00.000+01:00",
                "syntet:enhet",
                "59.3 18.0 0 0",
                "59.3",
                "18.0",
                "0",
                "0",
                *_columns(person, labels=labels, groups=groups, several=several),
                str(700 + number),
                f"uuid-{number}",
                "2026-03-01T09:00:02",
                status,
                "",
                "submitted_via_web",
                "syntet-anna",
                f"v{number % 2}",
                "",
                str(number + 1),
            ]
        )
    rows += rows[1 : 1 + again]
    if path.suffix == ".xlsx":
        rows = [[f"'{c}" if c.startswith("=") else c for c in row] for row in rows]
        repeats = [["barn", "_index", "_parent_table_name", "_parent_index"]]
        return book(path, rows, [*repeats, ["3", "1", "Enkat", "1"]])
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def odk(
    path: Path,
    *,
    groups: bool = True,
    several: Several = "both",
    people: Sequence[Person] = PEOPLE,
    refused: int = 1,
) -> Path:
    """Write a synthetic export of ODK Central, .csv or .zip, and return its path.

    Args:
        path: the file; a .zip has a repeated group, a picture and a log of edits too.
        groups: in the headers.
        several: ``joined``, or ``both`` for a column of each option too.
        people: the submissions.
        refused: how many more were rejected.
    """
    before = ["SubmissionDate", "start", "end", "plats-Latitude", "plats-Longitude"]
    after = [
        "meta-instanceID", "meta-instanceName", "KEY", "SubmitterID", "SubmitterName",
        "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState",
        "DeviceID", "Edits", "FormVersion",
    ]  # fmt: skip
    own = _columns(None, labels=False, groups=groups, several=several)
    rows = [[*before, *(_hyphens(one) for one in own), *after]]
    for number in range(len(people) + refused):
        state = "rejected" if number >= len(people) else ["", "approved"][number % 2]
        person = people[number % len(people)]
        rows.append(
            [
                "2026-03-01T09:00:02.000Z",
                "2026-03-01T09:50:00.000+01:00",
                "2026-03-01T10:00:00.000+01:00",
                "59.3",
                "18.0",
                *_columns(person, labels=False, groups=groups, several=several),
                f"uuid:{number}",
                "",
                f"uuid:{number}",
                "12",
                "syntet-anna",
                "0",
                "0",
                "",
                state,
                "syntet:enhet",
                "0",
                "1",
            ]
        )
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    if path.suffix != ".zip":
        path.write_text(text.getvalue(), encoding="utf-8", newline="")
        return path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Enkät.csv", text.getvalue())
        made.writestr("Enkät-barn.csv", "alder,PARENT_KEY,KEY\n7,uuid:1,uuid:1/b[1]\n")
        made.writestr("Enkät - audit.csv", "event,node,start,end\nform start,,1,\n")
        made.writestr("media/bild.jpg", b"\xff\xd8")
    return path


def _hyphens(header: str) -> str:
    """Return groups parted by hyphens, the option still by a slash."""
    path, _, option = header.rpartition("vilka/")
    if option != header and path + option != header:
        return path.replace("/", "-") + "vilka/" + option
    return header.replace("/", "-")
