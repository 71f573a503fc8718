"""The table at the top of a guide: what is understood, and what stays empty."""

import datetime as dt
from dataclasses import replace

import pytest

from brukarrevision import audit as audits
from brukarrevision.audit import Audit
from brukarrevision.exchange.talks.front import Front, understood
from tests.fakeaudit import Box
from tests.interviews.notes import guided


@pytest.fixture
def audit(box: Box) -> Audit:
    """Return the small audit with a guide."""
    guided(box)
    return audits.require(str(box.audit), box.root)


def read(audit: Audit, written: dict[str, str], name: str = "guide.docx") -> Front:
    """Return what is understood of a front table."""
    return understood(audit, audit.instruments["intervju"], written, name)


DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", DAY),
        ("2026/3/2", DAY),
        ("2/3 2026", DAY),
        ("den 2 mars 2026", DAY),
        ("2:a mars 2026", DAY),
        ("2:e mars 2026", DAY),
        ("2026-13-02", None),
        ("i onsdags", None),
        ("2/3", None),
    ],
)
def test_days_are_read_as_people_write_them(
    audit: Audit, text: str, day: dt.date | None
) -> None:
    """One without a year is no day."""
    front = read(audit, {"date": text})
    assert front == replace(Front(), date=day, unclear=() if day else ("date",))


@pytest.mark.parametrize(
    ("written", "front"),
    [
        ({"unit": " södra  huset "}, Front(unit="soder")),
        ({"unit": "SODER"}, Front(unit="soder")),
        ({"unit": "Anna"}, Front(unclear=("unit",))),
        ({"interviewers": "r2, R1"}, Front(auditors=("R2", "R1"))),
        ({"interviewers": "R1 och Anna"}, Front(unclear=("interviewers",))),
        ({"id": "I-03"}, Front(id="I-03")),
        ({"id": "../I-03"}, Front(unclear=("id",))),
        ({"id": "", "unit": "", "date": ""}, Front()),
    ],
)
def test_only_what_the_plan_has_is_understood(
    audit: Audit, written: dict[str, str], front: Front
) -> None:
    """A name is neither a unit nor an alias, and is not repeated."""
    assert read(audit, written) == front


def test_a_file_may_be_called_by_the_conversation(audit: Audit) -> None:
    assert read(audit, {}, "I-12.docx").id == "I-12"
    assert read(audit, {"id": "I-3"}, "I-12.docx").id == "I-3"
    assert read(audit, {}, "Anna.docx").id == ""
