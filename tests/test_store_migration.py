"""A store of an older version is taken up to this one, after a copy of it."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from brukarrevision.errors import MachineFault
from brukarrevision.store import Store, releases, schema


def made(path: Path, version: int) -> Path:
    """Make a store as a version made it, with one import."""
    with closing(sqlite3.connect(path)) as base:
        with closing(schema.bare(version)) as tables:
            tables.backup(base)
        values = (1, "svar.csv", "a", "enkat", "m", "{}", "c", "2026-01-01", None)
        marks = ", ".join("?" * 17)
        rest = (None, None, 3, 2, "{}", "{}", "{}", "")
        insert = f"INSERT INTO imports VALUES ({marks})"  # noqa: S608
        base.execute(insert, (*values, *rest))
        base.commit()
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a store as version 1 made it."""
    return made(tmp_path / "responses.sqlite", 1)


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_a_store_of_any_version_gets_the_tables_of_this_one(
    tmp_path: Path, version: int
) -> None:
    """They are the same as those of a store that is made now, and what was is there."""
    path = made(tmp_path / "responses.sqlite", version)
    with Store.open(path, write=True) as store:
        assert [one.file for one in store.imports()] == ["svar.csv"]
    listed = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    with closing(sqlite3.connect(path)) as now, closing(schema.bare()) as new:
        assert now.execute(listed).fetchall() == new.execute(listed).fetchall()
        version_now = now.execute("PRAGMA user_version").fetchone()
    assert version_now == (schema.VERSION,)


@pytest.mark.parametrize("write", [True, False])
def test_an_old_store_is_taken_up_and_a_copy_kept(old: Path, *, write: bool) -> None:
    """Whoever opens it first; the imports are there, and the copy is as it was."""
    before = old.read_bytes()
    with Store.open(old, write=write) as store:
        assert [one.file for one in store.imports()] == ["svar.csv"]
        assert releases.kept(store) == ()
    (copy,) = schema.backups(old)
    with closing(sqlite3.connect(copy)) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (1,)
        assert base.execute("SELECT file FROM imports").fetchall() == [("svar.csv",)]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert before != old.read_bytes()
    with Store.open(old) as again:
        assert len(again.imports()) == 1


def test_half_copies_of_a_run_that_was_killed_are_removed(old: Path) -> None:
    """They hold raw data; a copy that is whole is kept."""
    half = old.with_name(f".tmp-{old.name}.version-1-999999")
    half.write_bytes(old.read_bytes())
    assert schema.backups(old) == [half]
    with Store.open(old):
        pass
    assert [path.name for path in schema.backups(old)] == [f"{old.name}.version-1"]


def test_two_may_take_an_old_store_up_at_once(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is second finds the copy made, and its own half one swept away."""
    real = Path.replace

    def swept(part: Path, copy: Path) -> Path:
        real(part, copy)
        return real(part, copy)

    monkeypatch.setattr(Path, "replace", swept)
    with Store.open(old) as store:
        assert len(store.imports()) == 1
    assert len(schema.backups(old)) == 1


def test_a_step_that_fails_leaves_the_old_version(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the step or nothing of it."""
    monkeypatch.setattr(schema, "_STEPS", {1: "CREATE TABLE extra (a TEXT); NONSENSE"})
    with pytest.raises(MachineFault):
        Store.open(old, write=True)
    with closing(sqlite3.connect(old)) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (1,)
        tables = "SELECT count(*) FROM sqlite_master WHERE name = 'extra'"
        assert base.execute(tables).fetchone() == (0,)


def test_a_copy_that_cannot_be_made_stops_it(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the copy nothing is changed, and no half copy is left."""

    def full(*_: object) -> Path:
        raise OSError(28, "no space")

    before = old.read_bytes()
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(MachineFault):
        Store.open(old)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == [old.name]
