"""The last import is taken back, and all imports are listed."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Runner, outside
from tests.fakeaudit import HEADER, Box, csv, rows

NEW = "r40;norr;man;helt;Nytt svar;helt"
Dump = dict[str, list[tuple[object, ...]]]


def dump(box: Box) -> Dump:
    """Return all that the store holds, but for times."""
    path = box.private / "responses.sqlite"
    with closing(sqlite3.connect(path)) as base:
        names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = [name for (name,) in names.fetchall()]
        found = {}
        for table in tables:
            columns = base.execute(f"PRAGMA table_info({table})").fetchall()
            kept = ", ".join(f'"{c[1]}"' for c in columns if c[1] != "time")
            every = base.execute(f"SELECT {kept} FROM {table}")  # noqa: S608
            found[table] = sorted(every.fetchall(), key=repr)
    return found


def write(box: Box, *lines: str, name: str = "nyare.csv") -> Path:
    """Write another file of responses."""
    path = box.root.parent / name
    path.write_bytes(csv(*lines))
    return path


def other(line: str, answer: str) -> str:
    """Return a row with another answer to s1."""
    cells = line.split(";")
    cells[3] = answer
    return ";".join(cells)


def log(br: Runner) -> list[dict[str, object]]:
    """Return every import."""
    ran = br("collect", "prov", "--log", "--format", "json")
    assert ran.code == 0
    return list(json.loads(ran.out)["imports"])


# -- the log --------------------------------------------------------------------


def test_the_log_shows_every_import(full: Box, br: Runner) -> None:
    """The newest last, and what became of the rows of each."""
    lines = [other(rows()[0], "vetej"), *rows()[1:], NEW, ";;;;;"]
    br("collect", "prov", write(full, *lines), "--replace")
    first, second = log(br)
    assert (first["number"], first["file"], first["tool"]) == (1, "svar.csv", "table")
    assert (first["rows_in"], first["rows_used"]) == (33, 32)
    assert first["refused"] == {"replaced": [2]}
    assert (second["mapping"], second["instrument"]) == ("enkat-table", "enkat")
    assert (second["rows_in"], second["rows_used"], second["rows_refused"]) == (
        35,
        2,
        33,
    )
    assert second["replaced"] == [{"import": 1, "row": 2}]
    ran = br("collect", "prov", "--log")
    assert [line.split("\t")[0] for line in ran.out.splitlines()[2:4]] == ["1", "2"]
    assert "redan inlästa: 32" in ran.out
    assert ran.out.splitlines()[3].split("\t")[4] == "2 av 35"
    assert "ersatta av nyare svar: 1" in ran.out
    assert "Fritext" not in ran.all


def test_the_log_of_nothing_is_empty(box: Box, br: Runner) -> None:
    """And makes no file."""
    assert log(br) == []
    ran = br("collect", "prov", "--log")
    assert (ran.code, ran.out) == (0, "")
    assert "Inget är inläst ännu" in ran.err
    assert not box.data.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["prov"], "files-missing"),
        (["prov", "--log", "--undo"], "options-together"),
        (["prov", "--undo", "--replace"], "options-together"),
        (["prov", "--log", "--unit", "norr"], "options-together"),
        (["prov", "--log", "--enter", "enkat"], "options-together"),
        (["prov", "--log", "--yes"], "options-together"),
        (["prov", "svar.csv", "--undo"], "collect-files"),
        (["prov", "--log", "--format", "csv"], "choice-option"),
        (["prov", "--undo", "--format", "csv"], "choice-option"),
    ],
)
def test_what_does_not_go_together_is_refused(
    full: Box, br: Runner, words: list[str], code: str
) -> None:
    """And nothing is changed."""
    before = full.snapshot()
    done = br("collect", *words)
    assert (done.code, done.codes) == (2, [code])
    assert full.snapshot() == before


# -- taking back ----------------------------------------------------------------


def test_an_import_is_taken_back(full: Box, br: Runner) -> None:
    """The store is as it was, but for the times; the mapping stays."""
    before = dump(full)
    lines = [other(rows()[0], "vetej"), *rows()[1:], NEW]
    assert br("collect", "prov", write(full, *lines), "--replace").code == 0
    assert dump(full) != before
    done = br("collect", "prov", "--undo", "--yes")
    assert (done.code, done.out) == (0, "2: nyare.csv: tillbakatagen\n")
    assert "svar som tas bort: 2" in done.err
    assert "tidigare svar som gäller igen: 1" in done.err
    assert dump(full) == before
    assert list((full.audit / "mappings").iterdir())
    private = (full.private / "responses.sqlite").read_bytes()
    assert b"Nytt svar" not in private


def test_twice_takes_the_one_before(full: Box, br: Runner) -> None:
    """Until nothing is left; then it is said."""
    br("collect", "prov", write(full, *rows(), NEW))
    for left in (1, 0):
        assert br("collect", "prov", "--undo", "--yes").code == 0
        assert len(log(br)) == left
    done = br("collect", "prov", "--undo", "--yes")
    assert (done.code, done.codes) == (1, ["undo-nothing"])
    assert br("collect", "prov", full.source).out.startswith("svar.csv: inläst")


def test_nothing_is_taken_back_unasked(full: Box) -> None:
    """Without a terminal, --yes has to say it."""
    before = full.snapshot()
    done = outside("--lang", "sv", "collect", "prov", "--undo", cwd=full.root)
    assert (done.code, done.codes) == (2, ["confirm-missing"])
    assert "Import 1 tas tillbaka" in done.err
    assert full.snapshot() == before


@pytest.mark.usefixtures("full")
def test_json_says_what_was_taken_back(br: Runner) -> None:
    """For other programs."""
    done = br("collect", "prov", "--undo", "--yes", "--format", "json")
    assert json.loads(done.out)["undone"] == {
        "number": 1,
        "file": "svar.csv",
        "instrument": "enkat",
        "rows_removed": 33,
        "rows_returned": 0,
    }


def test_an_import_that_was_read_again_goes_as_a_whole(full: Box, br: Runner) -> None:
    """With the corrected mapping too; that is said before."""
    (mapping,) = (full.audit / "mappings").glob("*.yaml")
    text = mapping.read_text("utf-8")
    mapping.write_text(text.replace("use: kon", "use: ignore"), "utf-8")
    assert br("collect", "prov", full.source).out.startswith("svar.csv: läst om")
    done = br("collect", "prov", "--undo", "--yes")
    assert "också om filen har lästs om" in done.err
    assert log(br) == []


def test_answers_that_return_are_coded_as_the_rest_of_their_import(
    full: Box, br: Runner
) -> None:
    """Also if that was read again while they were replaced."""
    lines = [other(rows()[0], "vetej"), *rows()[1:]]
    path = write(full, *lines)
    br("collect", "prov", path, "--replace")
    (mapping,) = (full.audit / "mappings").glob("*.yaml")
    text = mapping.read_text("utf-8")
    mapping.write_text(text.replace("use: m1", "use: ignore"), "utf-8")
    for file in (full.source, path):
        assert br("collect", "prov", file).code == 0
    assert br("collect", "prov", "--undo", "--yes").code == 0
    undone = dump(full)
    assert br("collect", "prov", "--undo", "--yes").code == 0
    assert br("collect", "prov", full.source).code == 0
    assert dump(full) == undone


def test_a_row_that_is_excluded_since_does_not_return(full: Box, br: Runner) -> None:
    """Neither it nor the newer one."""
    path = write(full, other(rows()[0], "vetej"), *rows()[1:])
    br("collect", "prov", path, "--replace")
    (mapping,) = (full.audit / "mappings").glob("*.yaml")
    text = mapping.read_text("utf-8")
    mapping.write_text(f"{text}exclude:\n  - {{at: 0, equals: r1}}\n", "utf-8")
    for file in (full.source, path):
        assert br("collect", "prov", file).code == 0
    assert br("collect", "prov", "--undo", "--yes").code == 0
    (only,) = log(br)
    assert (only["rows_used"], only["refused"]) == (32, {"excluded": [2]})


def test_what_was_released_is_not_taken_back(full: Box, br: Runner) -> None:
    """Whoever was counted could come back unknown."""
    assert br("publish", "prov", "v1").code == 0
    before = full.snapshot()
    done = br("collect", "prov", "--undo", "--yes")
    assert (done.code, done.codes) == (3, ["undo-released"])
    assert "v1" in done.err
    assert full.snapshot() == before


def test_a_newer_answer_of_somebody_released_is_not_taken_back(
    full: Box, br: Runner
) -> None:
    """An import of new people alone is."""
    assert br("publish", "prov", "v1").code == 0
    br("collect", "prov", write(full, NEW, name="fler.csv"))
    assert br("collect", "prov", "--undo", "--yes").code == 0
    path = write(full, other(rows()[0], "vetej"), *rows()[1:])
    assert br("collect", "prov", path, "--replace").code == 0
    done = br("collect", "prov", "--undo", "--yes")
    assert (done.code, done.codes) == (3, ["undo-released"])


def test_a_computer_that_does_not_know_who_was_counted_takes_nothing_back(
    full: Box, br: Runner
) -> None:
    """The release came by git; its private half did not."""
    store = full.private / "responses.sqlite"
    kept = store.read_bytes()
    assert br("publish", "prov", "v1").code == 0
    store.write_bytes(kept)
    done = br("collect", "prov", "--undo", "--yes")
    assert (done.code, done.codes) == (3, ["undo-unknown"])


@pytest.mark.usefixtures("full")
def test_quotes_are_not_left_without_their_speaker(br: Runner) -> None:
    """The quote is to be withdrawn first."""
    said = ("prov", "--from", "r5", "--text", "Fritext 5")
    assert br("quotes", "add", *said).code == 0
    done = br("collect", "prov", "--undo", "--yes")
    assert (done.code, done.codes) == (1, ["undo-quotes"])
    assert "Fritext" not in done.all
    assert len(log(br)) == 1


def test_whoever_has_withdrawn_does_not_return(full: Box, br: Runner) -> None:
    """Not with the answers that were replaced."""
    path = write(full, other(rows()[0], "vetej"), *rows()[1:], NEW)
    br("collect", "prov", path, "--replace")
    assert br("data", "withdraw", "prov", "r1", "--yes").code == 0
    assert br("collect", "prov", "--undo", "--yes").code == 0
    (only,) = log(br)
    assert (only["rows_used"], only["refused"]) == (32, {"withdrawn": [2]})


@pytest.mark.usefixtures("full")
def test_an_erased_audit_has_nothing_to_take_back(br: Runner) -> None:
    """As with every command that touches raw data."""
    assert br("data", "purge", "prov", "--yes").code == 0
    done = br("collect", "prov", "--undo", "--yes")
    assert done.code == 1
    assert done.codes == ["data-erased"]


# -- the law --------------------------------------------------------------------

ANSWERS = st.sampled_from(["inte", "delvis", "helt", "vetej", ""])
PEOPLE = st.dictionaries(st.integers(1, 12), ANSWERS, min_size=1, max_size=9)


def export(box: Box, number: int, people: dict[int, str]) -> Path:
    """Write an export of some people."""
    lines = [f"p{n};norr;man;{a};Fritext {n};helt" for n, a in people.items()]
    text = "\n".join([HEADER, *lines, f"x{number};soder;man;helt;;helt", ""])
    path = box.root.parent / f"export{number}.csv"
    path.write_text(text, encoding="utf-8")
    return path


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(exports=st.lists(PEOPLE, min_size=1, max_size=4), flags=st.data())
def test_taking_back_is_the_reverse_of_reading(
    box: Box, br: Runner, exports: list[dict[int, str]], flags: st.DataObject
) -> None:
    """Any exports, with --replace or not: undo by undo the store is as it was."""
    if box.private.exists():
        for one in box.private.iterdir():
            one.unlink()
    before = []
    for number, people in enumerate(exports):
        path = export(box, number, people)
        replace = ["--replace"] * flags.draw(st.booleans())
        if number:
            before.append(dump(box))
        assert br("collect", "prov", path, *replace).code == 0
    for then in reversed(before):
        assert br("collect", "prov", "--undo", "--yes").code == 0
        assert dump(box) == then
