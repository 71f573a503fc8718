"""``status``: every audit of the workspace on a line."""

import datetime as dt
import json
import shutil

import pytest

from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box, csv, rows

STEPS = """\
steps:
  - {id: anchoring, due: 2026-02-20, done: 2026-02-20}
  - {id: analysis, due: 2026-09-01}
  - {id: collection, due: 2026-04-01}
instruments:"""


ROUNDS = """\
rounds:
  - {id: "1", label: Ett}
  - {id: "2", label: Två}
instruments:"""


def line(br: Runner, lang: str = "sv") -> list[str]:
    """Return the cells of the only audit."""
    done = br("status", lang=lang)
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()[2].split("\t")


def test_the_next_step_and_the_share_who_have_answered(full: Box, br: Runner) -> None:
    """The share where the plan says how many were asked, of all units."""
    assert line(br) == [
        "prov",
        "Brukarrevision av provhuset",
        "–",
        "33",
        "–",
        "2099-06-30",
    ]
    full.swap("plan.yaml", "instruments:", STEPS)
    full.swap("plan.yaml", "label: Lilla huset", "label: Lilla huset, invited: 5")
    assert line(br)[2:4] == ["insamling 2026-04-01", "33/40 (82 %)"]
    assert line(br, "en")[2] == "collection 2026-04-01"


def test_published_releases_are_named(full: Box, br: Runner) -> None:
    """By the names of their files."""
    (full.audit / "published").mkdir()
    assert line(br)[4] == "–"


@pytest.mark.parametrize(
    ("days", "word"), [(40, ""), (30, " snart"), (0, " snart"), (-1, " försenat")]
)
def test_it_says_when_raw_data_is_to_go(
    full: Box, br: Runner, days: int, word: str
) -> None:
    """A month before, and when it is late."""
    day = dt.datetime.now(tz=dt.UTC).date() + dt.timedelta(days=days)
    full.swap("plan.yaml", "2099-06-30", str(day))
    assert line(br)[5] == f"{day}{word}"


def test_it_says_that_raw_data_is_gone(full: Box, br: Runner) -> None:
    """Once there is a record of it."""
    assert full.private.is_dir()
    br("data", "purge", "prov", "--yes")
    assert line(br)[5] == "2099-06-30 gallrat"


def test_an_audit_that_cannot_be_read_is_a_line_and_a_fault(
    full: Box, br: Runner
) -> None:
    """The others are shown all the same."""
    shutil.copytree(full.audit, full.audit.parent / "andra")
    full.swap("plan.yaml", "format: 1", "format: 2")
    done = br("status")
    assert (done.code, done.codes) == (1, ["status-unreadable"])
    rows = [row.split("\t") for row in done.out.splitlines()[2:4]]
    assert [row[0] for row in rows] == ["andra", "prov"]
    assert rows[1][1] == "går inte att läsa"
    programs = br("status", "--format", "json")
    assert programs.code == 1
    listed = json.loads(programs.out)["audits"]
    assert [one["readable"] for one in listed] == [True, False]


def test_programs_get_the_same_facts(full: Box, br: Runner) -> None:
    """And nobody's answer."""
    done = br("status", "--format", "json")
    assert done.code == 0
    assert CANARY not in done.out
    assert full.private.is_dir()
    assert json.loads(done.out) == {
        "format": 1,
        "audits": [
            {
                "audit": "prov",
                "readable": True,
                "title": "Brukarrevision av provhuset",
                "step": None,
                "due": None,
                "responses": 33,
                "invited": None,
                "percent": None,
                "releases": [],
                "erase_raw_by": "2099-06-30",
                "erase": "ok",
            }
        ],
    }


def test_without_audits_there_is_nothing_to_show(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that is no fault."""
    monkeypatch.chdir(box.root.parent)
    done = br("status")
    assert (done.code, done.out) == (0, "")
    assert "Här finns inga revisioner." in done.err
    assert br("status", "--format", "csv").code == 2


def test_in_rounds_the_last_that_anybody_answered_counts(box: Box, br: Runner) -> None:
    """Each person once."""
    box.swap("plan.yaml", "instruments:", ROUNDS)
    assert br("collect", "prov", box.source, "--round", "1").code == 0
    assert line(br)[3] == "33"
    later = box.source.with_name("sen.csv")
    later.write_bytes(csv(*rows()[:2]))
    assert br("collect", "prov", later, "--round", "2").code == 0
    assert line(br)[3] == "2"
