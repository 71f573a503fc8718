"""Everything raw is destroyed, and a record says so and no more."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from brukarrevision import checks
from brukarrevision.errors import FaultyFiles, MachineFault
from brukarrevision.intake.collect import collect
from brukarrevision.rawdata import purge, unpacking
from brukarrevision.store.store import locked
from tests.rawdata.conftest import Files
from tests.rawdata.laptops import Laptop

Pair = tuple[Laptop, Laptop]
R1 = "r1;norr;kvinna;helt;KANARIE;inte"
RECORD = """\
format: 1
erased: {erased}
due: {due}
reason: {reason}
what:
  - kind: responses
    files: 1
  - kind: copies
    files: 1
  - kind: notes
    files: 2
  - kind: drafts
    files: 1
  - kind: other
    files: 1
"""


@pytest.fixture
def a(pair: Pair, files: Files) -> Laptop:
    """Return a laptop with raw data of every kind."""
    one, _ = pair
    one.collect(files("svar-anna.csv", R1))
    one.note("I-1.md", "ord")
    one.note("I-1.coder-R2.md", "ord")
    (one.private / "drafts").mkdir()
    (one.private / "drafts" / "alla.md").write_text("utkast", encoding="utf-8")
    (one.private / "eget.txt").write_text("annat", encoding="utf-8")
    copy = one.private / "responses.sqlite.version-1"
    copy.write_text("gammal", encoding="utf-8")
    return one


def due(one: Laptop, day: dt.date) -> None:
    """Change when raw data is to go."""
    plan = one.folder / "plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("2099-06-30", str(day))
    plan.write_text(text, encoding="utf-8")


def destroyed(one: Laptop) -> dict[str, int]:
    """Erase everything."""
    with one.here() as audit:
        return {str(kind): count for kind, count in purge.purge(audit).items()}


def told(one: Laptop) -> list[str]:
    """Return what ``check`` says of the plan and the record of erasure."""
    with one.here() as audit:
        codes = [problem.code for problem in checks.run(audit)]
    early = "plan-erase-early"
    return [c for c in codes if c.startswith("plan-erase") and c != early]


@pytest.mark.parametrize(
    ("days", "reason"), [(0, "due"), (-400, "due"), (1, "on_demand")]
)
def test_nothing_is_left_but_the_record(a: Laptop, days: int, reason: str) -> None:
    """Counts of files by kind; no name of a source, no id."""
    day = purge.today() + dt.timedelta(days=days)
    due(a, day)
    assert destroyed(a) == {
        "responses": 1,
        "copies": 1,
        "notes": 2,
        "drafts": 1,
        "other": 1,
    }
    assert not a.private.exists()
    record = (a.folder / "erasure.yaml").read_text(encoding="utf-8")
    assert record == RECORD.format(erased=purge.today(), due=day, reason=reason)
    assert told(a) == []


def test_where_nothing_is_nothing_is_recorded(pair: Pair) -> None:
    """Another laptop may still have it all."""
    _, b = pair
    assert destroyed(b) == {}
    assert not (b.folder / "erasure.yaml").exists()


def test_another_laptop_erases_what_it_has_by_the_same_record(
    pair: Pair, a: Laptop, files: Files
) -> None:
    """And is told to until it has."""
    _, b = pair
    b.collect(files("svar.csv", R1))
    destroyed(a)
    shutil.copy(a.folder / "erasure.yaml", b.folder / "erasure.yaml")
    before = (b.folder / "erasure.yaml").read_bytes()
    assert told(b) == ["plan-erase-unfinished"]
    assert destroyed(b) == {"responses": 1}
    assert told(b) == []
    assert (b.folder / "erasure.yaml").read_bytes() == before


@pytest.mark.parametrize("step", ["rmtree", "unlink"])
def test_what_was_stopped_is_told_and_completed(
    a: Laptop, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The record counts what there was at first."""

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(shutil if step == "rmtree" else Path, step, stopped)
        with pytest.raises(KeyboardInterrupt):
            destroyed(a)
    record = (a.folder / "erasure.yaml").read_bytes()
    assert told(a) == ["plan-erase-unfinished"]
    destroyed(a)
    assert not a.private.exists()
    assert (a.folder / "erasure.yaml").read_bytes() == record
    assert told(a) == []


def test_a_full_disk_destroys_nothing(
    a: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a record there is no erasure."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", full)
        with pytest.raises(MachineFault):
            destroyed(a)
    assert a.holds("KANARIE")
    assert not (a.folder / "erasure.yaml").exists()


def test_nothing_is_destroyed_while_somebody_writes(
    a: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are waited for, and not for ever."""
    monkeypatch.setattr("brukarrevision.store.store._WAIT_S", 0.1)
    with locked(a.private / "responses.sqlite"), pytest.raises(MachineFault) as caught:
        destroyed(a)
    assert caught.value.problems[0].code == "store-locked"
    assert a.holds("KANARIE")


def test_nothing_comes_into_an_audit_that_is_erased(
    pair: Pair, a: Laptop, files: Files
) -> None:
    """Nobody can know who was counted before."""
    _, b = pair
    b.collect(files("b.csv", "r2;norr;man;helt;x;helt"))
    destroyed(a)
    with pytest.raises(FaultyFiles) as caught:
        b.send(a)
    assert caught.value.problems[0].code == "data-erased"
    assert not a.private.exists()


def test_who_waited_for_the_store_brings_nothing_in_either(
    pair: Pair, a: Laptop, files: Files
) -> None:
    """The audit was read before the record was written."""
    _, b = pair
    more = files("b.csv", "r2;norr;man;helt;NYTT;helt")
    b.collect(more)
    packed = a.private.parent.parent / "x.age"
    packed.write_bytes(b.pack())

    def meanwhile(sealed: bytes) -> bytes:
        destroyed(a)
        return sealed

    with a.here() as audit:
        with pytest.raises(FaultyFiles) as caught:
            unpacking.unpack(audit, packed, meanwhile)
        assert caught.value.problems[0].code == "data-erased"
        assert audit.erasure is None
        with pytest.raises(FaultyFiles) as caught:
            collect(audit, [more])
        assert caught.value.problems[0].code == "data-erased"
        (a.folder / "erasure.yaml").write_text("format: oj\n", encoding="utf-8")
        with pytest.raises(FaultyFiles):
            collect(audit, [more])
    assert not a.holds("NYTT")


def test_drafts_of_published_numbers_are_no_raw_data(a: Laptop) -> None:
    """They can be made after the erasure; those made before it are told of."""
    destroyed(a)
    drafts = a.private / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "alla.md").write_text("utkast", encoding="utf-8")
    record = (a.folder / "erasure.yaml").stat().st_mtime
    os.utime(drafts / "alla.md", (record + 1, record + 1))
    assert told(a) == []
    os.utime(drafts / "alla.md", (record - 1, record - 1))
    assert told(a) == ["plan-erase-unfinished"]


def test_links_that_would_keep_raw_data_are_told_and_nothing_done(
    a: Laptop, tmp_path: Path
) -> None:
    """Neither what they lead to nor anything else is erased, or said to be."""
    away = tmp_path / "annanstans"
    (a.private / "interviews").rename(away)
    (a.private / "interviews").symlink_to(away)
    (a.private / "drafts" / "ut.md").symlink_to(away / "I-1.md")
    with pytest.raises(FaultyFiles) as caught:
        destroyed(a)
    told_of = [(one.code, str(one.place)) for one in caught.value.problems]
    assert told_of == [("purge-link", "drafts/ut.md"), ("purge-link", "interviews")]
    assert a.holds("KANARIE")
    assert not (a.folder / "erasure.yaml").exists()


def test_a_private_directory_that_is_a_link_is_erased_where_it_lies(
    a: Laptop, tmp_path: Path
) -> None:
    """On another disk, for instance."""
    away = tmp_path / "annanstans"
    a.private.rename(away)
    a.private.symlink_to(away)
    assert destroyed(a)["notes"] == 2
    assert not away.exists()
    assert not a.private.is_symlink()
    assert told(a) == []


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (31, []),
        (30, ["plan-erase-due"]),
        (0, ["plan-erase-due"]),
        (-1, ["plan-erase-overdue"]),
    ],
)
def test_it_is_told_beforehand(a: Laptop, days: int, code: list[str]) -> None:
    """A month before, and when it should have been done."""
    due(a, purge.today() + dt.timedelta(days=days))
    assert told(a) == code
