"""``data purge``: told beforehand, recorded, and nothing comes in afterwards."""

from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box


def test_before_its_time_it_is_told_and_not_done(full: Box, br: Runner) -> None:
    """What goes, what stays, and what else there is to destroy."""
    before = full.snapshot()
    done = br("data", "purge", "prov")
    assert (done.code, done.codes) == (2, ["confirm-missing"])
    assert "Detta förstörs: filer med svar: 1" in done.err
    assert "behöver det inte göras förrän 2099-06-30" in done.err
    assert "Publicerade siffror står kvar" in done.err
    assert "data pack" in done.err
    assert full.snapshot() == before


def test_all_is_gone_and_the_audit_closed(full: Box, br: Runner) -> None:
    """The record can be read by everything that reads the audit."""
    done = br("data", "purge", "prov", "--yes")
    assert (done.code, done.out) == (0, "")
    assert not full.private.exists()
    record = (full.audit / "erasure.yaml").read_text(encoding="utf-8")
    assert "reason: on_demand" in record
    assert "svar.csv" not in record
    found = br("check", "prov")
    assert "plan-erase-overdue" not in found.codes
    assert "plan-erase-unfinished" not in found.codes
    again = br("collect", "prov", full.source)
    assert (again.code, again.codes) == (1, ["data-erased"])
    assert CANARY not in again.all
    assert not full.private.exists()


def test_what_cannot_be_read_can_be_destroyed(full: Box, br: Runner) -> None:
    """A damaged store is raw data too."""
    (full.private / "responses.sqlite").write_bytes(b"skadad" * 1000)
    assert br("data", "withdraw", "prov", "r1", "--yes").codes == ["store-broken"]
    assert br("data", "purge", "prov", "--yes").code == 0
    assert not full.private.exists()


def test_where_nothing_is_nothing_is_done(box: Box, br: Runner) -> None:
    """Nor recorded."""
    done = br("data", "purge", "prov", "--yes", lang="en")
    assert (done.code, done.out) == (0, "")
    assert "There is no raw data here." in done.err
    assert not (box.audit / "erasure.yaml").exists()


def test_a_record_with_faults_is_told_where_it_stands(full: Box, br: Runner) -> None:
    """As any file of an audit."""
    record = "format: 1\nerased: igår\ndue: 2026-01-01\nreason: due\n"
    full.write("erasure.yaml", record)
    done = br("check", "prov")
    assert done.code == 1
    assert "erasure.yaml:2:1" in done.err
