"""``collect``: responses into the private store, and what became of each row."""

import json
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from brukarrevision.cli import collect_steps
from tests.conftest import Runner, outside
from tests.fakeaudit import CANARY, HEADER, Box, csv, rows


def test_the_log_says_what_became_of_the_rows(box: Box, br: Runner) -> None:
    """Rows in are rows used and refused; the mapping that was drafted is named."""
    lines = rows()
    box.source.write_bytes(csv(*lines[:5], ";;;;;", *lines[5:]))
    done = br("collect", "prov", box.source)
    assert done.code == 0
    assert done.out.splitlines() == [
        "svar.csv: inläst (enkat, mappings/enkat-table.yaml)",
        "  34 rader = 33 använda + 1 inte använda",
        "  tomma: rad 7",
    ]
    assert (box.audit / "mappings" / "enkat-table.yaml").is_file()


def test_the_same_file_twice_changes_nothing(box: Box, br: Runner) -> None:
    """Not a byte of workspace and store."""
    br("collect", "prov", box.source)
    before = box.snapshot()
    again = br("collect", "prov", box.source)
    assert (again.code, again.out) == (0, "svar.csv: redan inläst\n")
    assert box.snapshot() == before


def test_dry_run_writes_nothing_at_all(box: Box, br: Runner) -> None:
    """No store, no mapping, no folder."""
    before = box.snapshot()
    done = br("collect", "prov", box.source, "--dry-run")
    assert done.code == 0
    assert "prövad, inget sparat" in done.out
    assert "33 rader = 33 använda + 0 inte använda" in done.out
    assert box.snapshot() == before
    assert not box.data.exists()


def test_json_has_the_same_facts_and_nothing_else(box: Box, br: Runner) -> None:
    """One object on stdout."""
    done = br("collect", "prov", box.source, "--format", "json")
    assert done.code == 0
    found = json.loads(done.out)
    assert found["format"] == 1
    log = found["imports"][0]
    assert log["rows_in"] == log["rows_used"] + log["rows_refused"] == 33
    assert (log["instrument"], log["outcome"]) == ("enkat", "imported")
    assert CANARY not in done.all


def test_columns_that_are_no_question_are_named(box: Box, br: Runner) -> None:
    """Something nobody asked about is not passed over in silence."""
    lines = [f"{line};sol" for line in rows()]
    text = "\n".join([f"{HEADER};Väder", *lines])
    box.source.write_text(text, encoding="utf-8")
    done = br("collect", "prov", box.source)
    assert done.codes == ["map-not-a-question"]
    assert "Väder" in done.err


@pytest.mark.parametrize("words", [[], ["--dry-run"], ["--format", "json"]])
def test_an_instrument_that_check_refuses_reads_no_responses(
    box: Box, br: Runner, words: list[str]
) -> None:
    """Two questions whose ids differ in case alone are one to the database."""
    box.swap("instruments/enkat.yaml", "id: m1", "id: S1")
    before = box.snapshot()
    done = br("collect", "prov", box.source, *words)
    assert (done.code, done.codes) == (1, ["question-duplicate-id"])
    assert box.snapshot() == before
    if "json" in words:
        assert json.loads(done.out)["problems"][0]["code"] == "question-duplicate-id"


def test_unwritten_texts_and_wrong_findings_stop_no_reading(
    box: Box, br: Runner
) -> None:
    """They can be mended after the responses have come."""
    box.swap("findings.yaml", "area: stod", "area: stodd")
    assert br("collect", "prov", box.source).code == 0


# -- answers that fit no choice -------------------------------------------------


@pytest.mark.parametrize("words", [[], ["--format", "json"], ["--dry-run"]])
def test_answers_that_fit_nothing_are_told_nowhere_but_at_a_terminal(
    box: Box, br: Runner, words: list[str]
) -> None:
    """The column is named, the text is not: not printed, not stored, not mapped."""
    before = box.snapshot()
    box.source.write_bytes(csv(*rows(), f"r99;norr;kvinna;{CANARY}-2;x;helt"))
    done = br("collect", "prov", box.source, *words)
    assert done.code == 1
    assert "s1" in done.err
    assert CANARY not in done.all
    if words != ["--format", "json"]:
        assert "Kör kommandot i en terminal" in done.err
    if words == ["--format", "json"]:
        found = json.loads(done.out)
        assert (found["format"], found["imports"]) == (1, [])
        assert [one["code"] for one in found["problems"]] == done.codes
    else:
        assert done.out == ""
    written = {k: v for k, v in box.snapshot().items() if CANARY.encode() in v}
    assert written == {}
    assert box.snapshot().keys() - before.keys() <= {
        name for name in box.snapshot() if name.endswith((".lock", "workspace.txt"))
    }


# -- which audit, which files ---------------------------------------------------


def test_the_audit_is_left_out_inside_its_folder(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first word is then a file."""
    monkeypatch.chdir(box.audit)
    assert br("collect", box.source).code == 0
    assert br("collect", "prov", box.source).out == "svar.csv: redan inläst\n"


def test_several_files_and_patterns_are_read_in_order(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``*.csv`` works in terminals that do not expand it."""
    monkeypatch.chdir(box.audit)
    folder = box.source.parent
    lines = rows()
    (folder / "del1.csv").write_bytes(csv(*lines[:20]))
    (folder / "del2.csv").write_bytes(csv(*lines[20:]))
    done = br("collect", folder / "del*.csv")
    assert [line for line in done.out.splitlines() if "rader" in line] == [
        "  20 rader = 20 använda + 0 inte använda",
        "  13 rader = 13 använda + 0 inte använda",
    ]


@pytest.mark.parametrize(
    ("words", "exit_code", "code"),
    [
        ([], 2, "audit-not-given"),
        (["prov"], 2, "files-missing"),
        (["prow", "svar.csv"], 2, "audit-missing-near"),
        (["../svar.csv"], 2, "audit-not-given"),
        (["prov", "saknas.csv"], 1, "file-missing"),
        (["prov", "audits"], 1, "file-is-folder"),
        (["prov", "../svar.csv", "--format", "xml"], 2, "choice-option"),
        (
            ["prov", "../svar.csv", "--instrument", "enkatt"],
            2,
            "map-unknown-instrument",
        ),
    ],
)
def test_wrong_words_are_told(
    box: Box, br: Runner, words: list[str], exit_code: int, code: str
) -> None:
    """Each with its own code, and nothing is stored."""
    done = br("collect", *words)
    assert (done.code, done.codes) == (exit_code, [code])
    assert not box.private.exists()


def test_a_missing_file_inside_an_audit_is_a_missing_file(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not an unknown audit."""
    monkeypatch.chdir(box.audit)
    assert br("collect", "saknas.csv").codes == ["file-missing"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tom.csv", b""),
        ("oppen.csv", b'unit;s1\nnorr;"helt\n'),
        ("nul.csv", b"unit;s1\nnorr;he\x00lt\n"),
        ("bild.csv", b"\x89PNG\r\n\x1a\n"),
        ("bok.xlsx", b"PK\x03\x04 this is no zip"),
        ("frammande.csv", b"a;b\n1;2\n"),
    ],
)
def test_wrong_files_are_refused_whole(
    box: Box, br: Runner, name: str, data: bytes
) -> None:
    """With the file's name; the good file beside it is not read either."""
    wrong = box.source.parent / name
    wrong.write_bytes(data)
    done = br("collect", "prov", box.source, wrong)
    assert done.code == 1
    assert name in done.err
    assert not (box.private / "responses.sqlite").exists()
    assert not (box.audit / "mappings").exists()


def test_faulty_audits_are_not_collected_into(box: Box, br: Runner) -> None:
    """All that is wrong is told first."""
    box.swap("plan.yaml", "title:", "titel:")
    done = br("collect", "prov", box.source)
    assert done.code == 1
    assert "yaml-unknown-key-near" in done.codes


# -- where the responses go -----------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_the_store_is_the_owners_alone_and_outside_the_workspace(full: Box) -> None:
    """Folders 700, files 600; nothing of the responses is in the workspace."""
    assert not full.private.is_relative_to(full.root)
    for path in (full.private.parent, full.private):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    owner = full.private.parent / "workspace.txt"
    for path in (owner, *full.private.glob("responses.sqlite*")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    inside = [p for p in full.root.rglob("*") if p.is_file()]
    assert not [p for p in inside if CANARY.encode() in p.read_bytes()]
    assert CANARY.encode() in (full.private / "responses.sqlite").read_bytes()


@pytest.mark.parametrize("how", ["variable", "setting"])
@pytest.mark.parametrize("inside", ["git", "workspace"])
def test_a_data_directory_that_git_keeps_is_refused(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, how: str, inside: str
) -> None:
    """Exit code 3, and nothing is written there."""
    folder = box.root / "svar" if inside == "workspace" else box.root.parent / "annan"
    if inside == "git":
        (folder / ".git").mkdir(parents=True)
    monkeypatch.delenv("BRUKARREVISION_DATA")
    if how == "variable":
        monkeypatch.setenv("BRUKARREVISION_DATA", str(folder / "data"))
    else:
        settings = box.root / "brukarrevision.yaml"
        text = settings.read_text(encoding="utf-8") + f"data_dir: {folder / 'data'}\n"
        settings.write_text(text, encoding="utf-8")
    done = br("collect", "prov", box.source)
    assert (done.code, done.codes) == (3, ["data-in-worktree"])
    assert not (folder / "data").exists()


def test_a_link_into_a_work_tree_is_seen_through(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it leads is what counts."""
    (box.root / "hemligt").mkdir()
    link = box.root.parent / "lank"
    link.symlink_to(box.root / "hemligt", target_is_directory=True)
    monkeypatch.setenv("BRUKARREVISION_DATA", str(link))
    assert br("collect", "prov", box.source).code == 3


def test_the_usual_place_is_the_users_own_folder(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where nothing else is said."""
    monkeypatch.delenv("BRUKARREVISION_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "xdg"))
    monkeypatch.setenv("HOME", str(tmp_path / "xdg"))
    assert br("collect", "prov", box.source).code == 0
    found = list((tmp_path / "xdg").rglob("responses.sqlite"))
    assert [p.parts[-3:-1] for p in found] == [("prov-1", "prov")]


# -- when something fails -------------------------------------------------------


def test_responses_that_are_stored_are_said_to_be_stored(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log that cannot be shown is no failure of the import."""

    def fault(*_: object) -> None:
        raise ValueError(CANARY)

    with monkeypatch.context() as patched:
        patched.setattr(collect_steps, "_log", fault)
        done = br("collect", "prov", box.source)
    assert done.code == 0
    assert done.err.startswith("Svaren är sparade.")
    assert done.codes == ["internal-told"]
    assert CANARY not in done.all
    assert br("collect", "prov", box.source).out == "svar.csv: redan inläst\n"


def test_a_fault_of_the_program_tells_no_answer(
    box: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its kind and place alone; exit code 4; no traceback; nothing is stored."""

    def fault(*_: object, **__: object) -> None:
        raise ValueError(CANARY)

    monkeypatch.setattr(collect_steps, "collect", fault)
    done = br("collect", "prov", box.source)
    assert (done.code, done.codes) == (4, ["internal"])
    assert "ValueError i collect_steps.py:" in done.err
    assert CANARY not in done.all
    assert "Traceback" not in done.all


@pytest.mark.parametrize(
    ("fault", "exit_code", "code"),
    [
        (KeyboardInterrupt, 130, "stopped"),
        (MemoryError, 4, "memory-short"),
        (sqlite3.OperationalError, 4, "internal"),
    ],
)
def test_what_stops_an_import_is_told_in_words(
    box: Box,
    br: Runner,
    monkeypatch: pytest.MonkeyPatch,
    *,
    fault: type[BaseException],
    exit_code: int,
    code: str,
) -> None:
    """Ctrl-C, too little memory, a fault nobody thought of."""

    def stop(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(collect_steps, "collect", stop)
    done = br("collect", "prov", box.source)
    assert (done.code, done.codes) == (exit_code, [code])


def test_the_program_itself_collects_in_english(box: Box) -> None:
    """From outside, in a process of its own."""
    words = ["collect", "prov", box.source, "--lang", "en"]
    done = outside(*words, cwd=box.root)
    assert done.code == 0
    assert "33 rows = 33 used + 0 not used" in done.out
    assert done.err == ""
