"""The store: one file, its owner's alone, all or nothing. All data is synthetic."""

import os
import sqlite3
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles, MachineFault
from brukarrevision.store import (
    ATTRIBUTES,
    NewImport,
    Store,
    answers_of,
    foreign,
    people,
    quote_log,
    schema,
    store,
)
from brukarrevision.store.records import pack, unpack
from tests.intake.samples import INSTRUMENT

NEW = NewImport(
    file="svar.csv",
    sha256="a" * 64,
    instrument="enkat",
    mapping="enkat-table",
    scope={"unit": "norr"},
    coding="b" * 64,
    encoding="utf-8",
    delimiter=";",
    sheet=None,
    headers={0: "id", 2: "d1"},
    questions={"d1": (2,)},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is to lie."""
    return tmp_path / "responses.sqlite"


def _add(
    path: Path, rows: list[tuple[str, str]], question: str = "d1", new: NewImport = NEW
) -> None:
    """Import rows of respondent and coded cell."""
    with Store.open(path, write=True) as opened, opened.transaction():
        opened.make_ready("enkat", [question])
        number = opened.begin_import(new)
        coded = [(at, key, *[None] * 5, cell) for at, (key, cell) in enumerate(rows, 2)]
        sources = [(at, pack([key, cell])) for at, (key, cell) in enumerate(rows, 2)]
        opened.add_rows(number, "enkat", [question], coded, sources)
        opened.finish_import(
            number, rows_in=len(rows) + 1, rows_used=len(rows), refused={"blank": [9]}
        )


def _code(path: Path, *, write: bool = True) -> str:
    with pytest.raises(MachineFault) as caught, Store.open(path, write=write) as opened:
        opened.imports()
    return caught.value.problems[0].code


def test_what_goes_in_comes_out(path: Path) -> None:
    """In order, as plain objects, with None where nothing is known."""
    _add(path, [("1", "=helt"), ("2", "")])
    with Store.open(path) as opened:
        frame = opened.frame("enkat")
        (record,) = opened.imports()
        rows = list(opened.rows_of(record.number, "enkat"))
    assert list(frame.columns) == [*ATTRIBUTES, "d1"]
    assert frame["d1"].tolist() == ["=helt", ""]
    assert frame["unit"].tolist() == [None, None]
    assert (record.rows_in, record.rows_used, record.refused) == (3, 2, {"blank": (9,)})
    assert (record.headers, record.questions) == ({0: "id", 2: "d1"}, {"d1": (2,)})
    assert [(r.number, r.respondent, r.cells) for r in rows] == [
        (2, "1", ("1", "=helt")),
        (3, "2", ("2", "")),
    ]


def test_a_missing_store_is_empty_and_stays_missing(path: Path) -> None:
    """Looking makes no file."""
    with Store.open(path) as opened:
        assert opened.imports() == ()
        assert opened.source_columns("enkat") == {}
        assert list(opened.frame("enkat").columns) == list(ATTRIBUTES)
        assert list(opened.rows_of(1, "enkat")) == []
    assert not path.exists()


def test_a_new_question_gets_a_column(path: Path) -> None:
    """Rows from before have None there: it was not in their file."""
    _add(path, [("1", "=helt")])
    _add(path, [("2", "=3")], "d4")
    with Store.open(path) as opened:
        frame = opened.frame("enkat")
        assert opened.source_columns("enkat") == {"d1": (2,)}
    assert frame["d4"].tolist() == [None, "=3"]
    assert frame["d1"].tolist() == ["=helt", None]


def test_an_import_is_replaced_in_its_place(path: Path) -> None:
    """Its old rows are gone, its number and order stay."""
    _add(path, [("1", "=helt"), ("2", "=inte")])
    _add(path, [("9", "=inte")])
    with Store.open(path, write=True) as opened, opened.transaction():
        number = opened.begin_import(NEW, in_place_of=1)
        opened.add_rows(
            number, "enkat", ["d1"], [(2, "1", *[None] * 5, "=vetej")], [(2, "1\x1fx")]
        )
    with Store.open(path) as opened:
        assert opened.frame("enkat")["respondent"].tolist() == ["1", "9"]
        assert [one.number for one in opened.imports()] == [1, 2]


def test_a_failed_transaction_leaves_nothing(path: Path) -> None:
    """Not even the table."""
    _add(path, [("1", "=helt")])
    before = path.read_bytes()

    def fail() -> None:
        with Store.open(path, write=True) as opened, opened.transaction():
            opened.make_ready("annan", ["x1"])
            opened.begin_import(NEW)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert path.read_bytes() == before


def test_erased_answers_are_overwritten(path: Path) -> None:
    """No byte of them is left in the file."""
    _add(path, [("1", "=HEMLIGT SVAR")])
    assert b"HEMLIGT" in path.read_bytes()
    with Store.open(path, write=True) as opened, opened.transaction():
        opened.begin_import(NEW, in_place_of=1)
    assert b"HEMLIGT" not in path.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_only_the_owner_may_read(path: Path) -> None:
    """Also where the system would allow more."""
    old = os.umask(0)
    try:
        _add(path, [("1", "=helt")])
    finally:
        os.umask(old)
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_settings_of_the_database(path: Path) -> None:
    """Deleted means overwritten; no second file keeps answers."""
    _add(path, [("1", "=helt")])
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert plain.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
    plain.close()
    assert {p.name for p in path.parent.iterdir()} <= {path.name, f"{path.name}.lock"}


def test_a_newer_store_is_refused(path: Path) -> None:
    """The remedy is to update."""
    _add(path, [("1", "=helt")])
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA user_version = 99")
    plain.close()
    assert _code(path) == "store-newer"
    assert _code(path, write=False) == "store-newer"


def test_what_is_no_store_is_refused(path: Path) -> None:
    """Other files, other databases, damaged ones."""
    path.write_bytes(b"inte en databas" * 100)
    assert _code(path) == "store-broken"
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE annat (x)")
    plain.commit()
    plain.close()
    assert _code(path) == "store-broken"
    path.unlink()
    _add(path, [("1", "=helt")])
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    assert _code(path) == "store-broken"


def test_a_folder_where_the_store_should_be(path: Path) -> None:
    """And a folder that is missing."""
    with pytest.raises((MachineFault, FaultyFiles)):
        Store.open(path / "saknas" / "x.sqlite", write=True)


def test_a_full_disk_is_told_in_words(path: Path) -> None:
    """SQLite's own limit plays the full disk; nothing is left of the import."""
    _add(path, [("1", "=helt")])
    before = path.read_bytes()

    def fill() -> None:
        with Store.open(path, write=True) as opened, opened.transaction():
            opened._connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001
            number = opened.begin_import(NEW)
            rows = [(at, "x" * 900, *[None] * 5, "=") for at in range(500)]
            opened.add_rows(number, "enkat", ["d1"], rows, [])

    with pytest.raises(MachineFault) as caught:
        fill()
    assert caught.value.problems[0].code == "store-full"
    assert path.read_bytes() == before


def test_a_reader_cannot_write(path: Path) -> None:
    """A store opened for reading stays as it is."""
    _add(path, [("1", "=helt")])
    with (
        Store.open(path) as opened,
        pytest.raises(MachineFault) as caught,
        opened.transaction(lock=False),
    ):
        opened.begin_import(NEW)
    assert caught.value.problems[0].code == "store-read-only"


def test_a_database_in_use_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By another program, without our lock."""
    _add(path, [("1", "=helt")])
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(schema, "_BUSY_S", 0.1)
    assert _code(path) == "store-locked"
    plain.close()


def test_too_many_questions_are_refused(path: Path) -> None:
    """SQLite keeps two thousand columns."""
    many = [f"q{n}" for n in range(store.MOST_QUESTIONS + 1)]
    with (
        Store.open(path, write=True) as opened,
        pytest.raises(FaultyFiles) as caught,
        opened.transaction(),
    ):
        opened.make_ready("enkat", many)
    assert caught.value.problems[0].code == "store-too-many"


def test_a_rehearsal_changes_nothing(path: Path) -> None:
    """It knows what is stored and forgets what it does."""
    _add(path, [("1", "=helt")])
    before = path.read_bytes()
    with Store.open(path) as opened, opened.rehearsal() as copy:
        copy.begin_import(NEW)
        assert len(copy.imports()) == 2
        assert len(opened.imports()) == 1
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_copy_in_memory_is_never_written_to_a_disk(path: Path) -> None:
    """Not when it is written anew either, however large: no file can grow here."""
    import resource

    kept = quote_log.Kept("q", "lång text " * 900_000, "enkat")
    with Store.open(path, write=True) as opened:
        with opened.transaction():
            quote_log.keep(opened, kept)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
        try:
            with opened.rehearsal() as copy:
                people.compact(copy)
                image = copy.image()
            with foreign.opened(image, "x.age") as there:
                there.rows("SELECT text FROM quote_texts ORDER BY text")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert len(image) > len(kept.text)


def test_ids_that_differ_by_capitals_alone_are_told(path: Path) -> None:
    """A database takes them for one column."""
    for asked in (["s1", "S1"], ["S1"]):
        with (
            Store.open(path, write=True) as opened,
            pytest.raises(FaultyFiles) as caught,
            opened.transaction(),
        ):
            opened.make_ready("enkat", asked)
        assert caught.value.problems[0].code == "store-alike"
        with Store.open(path, write=True) as opened, opened.transaction():
            opened.make_ready("enkat", ["s1"])


@given(st.lists(st.text(st.sampled_from('\x1e\x1f",[]aå\n'), max_size=4), min_size=1))
def test_cells_come_back_from_one_text(cells: list[str]) -> None:
    """Also those that hold the separator."""
    assert unpack(pack(cells)) == tuple(cells)


def test_an_empty_file_is_no_store(path: Path) -> None:
    """A stopped import may leave one; it is filled by the next."""
    path.touch()
    with Store.open(path) as opened:
        assert opened.imports() == ()
        assert opened.frame("enkat").empty
    assert path.stat().st_size == 0
    _add(path, [("1", "=a")])
    with Store.open(path) as opened:
        assert len(opened.imports()) == 1


def test_answers_of_another_wording_are_stale(path: Path) -> None:
    """A choice that was added, renamed or made missing; not a title."""
    _add(path, [("1", "=a")], new=replace(NEW, answers=answers_of(INSTRUMENT)))
    choices = INSTRUMENT.choices["stammer"]
    fewer = INSTRUMENT.choices | {"stammer": choices[1:]}
    wider = [one.model_copy(update={"label": f" {one.label} "}) for one in choices]
    same = INSTRUMENT.choices | {"stammer": tuple(wider)}
    with Store.open(path) as opened:
        assert not opened.stale(INSTRUMENT)
        assert not opened.stale(INSTRUMENT.model_copy(update={"title": "Ny"}))
        assert not opened.stale(INSTRUMENT.model_copy(update={"choices": same}))
        assert opened.stale(INSTRUMENT.model_copy(update={"choices": fewer}))
        other = INSTRUMENT.model_copy(update={"id": "annan", "choices": fewer})
        assert not opened.stale(other)
