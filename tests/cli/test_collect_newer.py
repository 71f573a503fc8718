"""Newer exports of a survey: what differs is told, and taken when it is asked for."""

import json
from pathlib import Path

import pytest

from brukarrevision.guard.known import of_workspace
from brukarrevision.store import Store, keyed
from brukarrevision.store.keyed import Keyed
from tests.conftest import Ran, Runner
from tests.fakeaudit import HEADER, Box, csv, rows

NEW = "r40;norr;man;helt;Nytt svar;helt"
CANARY = "Kanarie-andrat-svar-51c"


def changed(line: str, text: str = CANARY) -> str:
    """Return a row with another answer to s1, and other words."""
    cells = line.split(";")
    cells[3] = "inte" if cells[3] != "inte" else "helt"
    cells[4] = text
    return ";".join(cells)


def newer(box: Box, *lines: str, name: str = "nyare.csv") -> Path:
    """Write a newer export."""
    path = box.root.parent / name
    path.write_bytes(csv(*lines))
    return path


def export(box: Box, *, at: int = 4, gone: int = 7, text: str = CANARY) -> Path:
    """Write one where one row differs, one is gone and one is new."""
    lines = rows()
    lines[at] = changed(lines[at], text)
    del lines[gone]
    return newer(box, *lines, NEW)


def found(ran: Ran) -> dict[str, object]:
    """Return the log of the only file."""
    (one,) = json.loads(ran.out)["imports"]
    return dict(one)


def tallied(br: Runner) -> str:
    """Return the raw counts of everything."""
    return br("tally", "prov", "--unprotected", "--format", "json").out


def test_rows_that_differ_are_told_and_not_taken(full: Box, br: Runner) -> None:
    """By number and question, never what was answered; the new one is read."""
    before = br("collect", "prov", "--log", "--format", "json").out
    done = br("collect", "prov", export(full))
    assert done.code == 0
    assert done.codes == ["map-changed", "map-removed"]
    assert "rad 6 (s1, s2)" in done.err
    assert "--replace" in done.err
    assert "saknas rad 9 i svar.csv (import 1)" in done.err
    assert CANARY not in done.all
    assert "  ändrade sedan sist, inte inlästa: rad 6" in done.out.splitlines()
    logged = json.loads(br("collect", "prov", "--log", "--format", "json").out)
    assert logged["imports"][0] == json.loads(before)["imports"][0]


def test_json_says_which_rows_differ_and_which_are_gone(full: Box, br: Runner) -> None:
    """With their places in both files."""
    path = export(full)
    log = found(br("collect", "prov", path, "--format", "json"))
    row = {"row": 6, "import": 1, "earlier_row": 6, "questions": ["s1", "s2"]}
    assert log["changed"] == [row | {"replaced": False}]
    assert log["removed"] == [{"import": 1, "file": "svar.csv", "rows": [9]}]
    ran = br("collect", "prov", path, "--replace", "--format", "json")
    assert found(ran)["changed"] == [row | {"replaced": True}]
    assert CANARY not in ran.all


def test_the_newer_answers_count_when_it_is_said(full: Box, br: Runner) -> None:
    """As if they had been the first; nobody else is touched."""
    done = br("collect", "prov", export(full), "--replace")
    assert done.code == 0
    assert "  ersätter tidigare svar: rad 6 (s1, s2)" in done.out.splitlines()
    got = tallied(br)
    assert br("data", "purge", "prov", "--yes").code == 0
    (full.audit / "erasure.yaml").unlink()
    others = rows()
    theirs = changed(others.pop(4))
    assert br("collect", "prov", newer(full, *others, theirs, NEW)).code == 0
    assert tallied(br) == got


def test_a_file_that_was_read_without_can_be_read_again_with_it(
    full: Box, br: Runner
) -> None:
    """And a third time changes nothing."""
    path = export(full)
    br("collect", "prov", path)
    again = br("collect", "prov", path, "--replace")
    assert again.out.startswith("nyare.csv: läst om")
    before = full.snapshot()
    assert br("collect", "prov", path, "--replace").out == "nyare.csv: redan inläst\n"
    assert br("collect", "prov", path).out == "nyare.csv: redan inläst\n"
    assert full.snapshot() == before


def test_dry_run_replaces_nothing(full: Box, br: Runner) -> None:
    """It says what would be."""
    path = export(full)
    before = full.snapshot()
    done = br("collect", "prov", path, "--replace", "--dry-run")
    assert "ersätter tidigare svar" in done.out
    assert full.snapshot() == before


def test_without_ids_nothing_can_be_replaced(box: Box, br: Runner) -> None:
    """It is said why, and what to do."""
    bare = [line.partition(";")[2] for line in (HEADER, *rows())]
    box.source.write_text("\n".join([*bare, ""]), encoding="utf-8")
    done = br("collect", "prov", box.source, "--replace")
    assert (done.code, done.codes) == (1, ["replace-no-key"])
    assert not (box.private / "responses.sqlite").exists()


def test_an_older_file_read_again_replaces_nothing_newer(full: Box, br: Runner) -> None:
    """With a corrected mapping, and with the option: the newer answers stand."""
    path = export(full)
    br("collect", "prov", path, "--replace")
    (mapping,) = (full.audit / "mappings").glob("*.yaml")
    text = mapping.read_text("utf-8")
    mapping.write_text(text.replace("use: kon", "use: ignore"), "utf-8")
    want = tallied(br)
    for words in ([], ["--replace"]):
        done = br("collect", "prov", full.source, *words)
        assert done.code == 0, done.err
        again = "  ersatta av nyare svar: rad 6" in done.out.splitlines()
        assert again != bool(words)
    done = br("collect", "prov", path)
    assert "ersätter tidigare svar" in done.out
    assert done.code == 0
    assert tallied(br).count('"s1"') == want.count('"s1"')
    listed = json.loads(br("collect", "prov", "--log", "--format", "json").out)
    assert [one["rows_used"] for one in listed["imports"]] == [32, 2]


def test_two_batches_of_one_survey_lack_nothing(full: Box, br: Runner) -> None:
    """Other people's rows are not missed in a file of new people."""
    done = br("collect", "prov", newer(full, NEW, name="fler.csv"))
    assert done.codes == []
    third = newer(full, *rows(), name="allt.csv")
    assert br("collect", "prov", third).codes == []


def test_what_a_newer_export_added_is_missed_in_the_next(full: Box, br: Runner) -> None:
    """It is the same survey, export after export."""
    br("collect", "prov", newer(full, *rows(), NEW))
    done = br("collect", "prov", newer(full, *rows()[::-1], name="tredje.csv"))
    assert done.codes == ["map-removed"]
    assert "nyare.csv (import 2)" in done.err


# -- withdrawal -----------------------------------------------------------------


def holds(box: Box, text: str) -> bool:
    """Tell whether any private file holds a text."""
    files = [path for path in box.private.rglob("*") if path.is_file()]
    return any(text.encode() in path.read_bytes() for path in files)


@pytest.mark.parametrize("who", ["r5", "1:6", "2:6"])
def test_whoever_withdraws_is_gone_from_the_replaced_ones_too(
    full: Box, br: Runner, who: str
) -> None:
    """By id, and by the row of either answer; no file and no undo brings them back."""
    path = export(full)
    br("collect", "prov", path, "--replace")
    assert holds(full, "Fritext 5\x1f")
    assert holds(full, CANARY)
    done = br("data", "withdraw", "prov", who, "--yes")
    assert done.code == 0, done.err
    assert "äldre svar som är ersatta: 1" in done.err
    assert not holds(full, "Fritext 5\x1f")
    assert not holds(full, CANARY)
    assert br("collect", "prov", "--undo", "--yes").code == 0
    for file in (full.source, path):
        assert br("collect", "prov", file, "--replace").code == 0
    assert not holds(full, "Fritext 5\x1f")
    assert not holds(full, CANARY)


# -- what is released -----------------------------------------------------------


def test_whoever_was_released_stays_released(full: Box, br: Runner) -> None:
    """The numbers stand, and nobody waits for the next release."""
    assert br("publish", "prov", "v1").code == 0
    before = br("tally", "prov", "--format", "json").out
    lines = rows()
    for at in range(0, 12, 2):
        lines[at] = changed(lines[at], f"Annat {at}")
    done = br("collect", "prov", newer(full, *lines), "--replace")
    assert done.code == 0, done.err
    assert br("tally", "prov", "--format", "json").out == before


def test_a_short_form_is_mended_after_a_release(box: Box, br: Runner) -> None:
    """Answers that many give are no sign of people in disguise."""
    lines = [f"p{n};norr;man;{'inte' if n % 3 else 'helt'};;helt" for n in range(14)]
    box.source.write_bytes(csv(*lines))
    assert br("collect", "prov", box.source).code == 0
    assert br("publish", "prov", "v1").code == 0
    for at in range(0, 14, 2):
        other = "helt" if ";inte;" in lines[at] else "inte"
        lines[at] = f"p{at};norr;man;{other};;helt"
    late = [f"q{n};norr;man;delvis;;inte" for n in range(5)]
    done = br("collect", "prov", newer(box, *lines, *late), "--replace")
    assert done.code == 0, done.err
    assert "ersätter tidigare svar" in done.out


@pytest.mark.parametrize("use", ["ignore", "s2"])
def test_a_mapping_without_ids_brings_nobody_back(
    full: Box, br: Runner, use: str
) -> None:
    """Those whose answers were replaced would be there twice, changed and unknown."""
    assert br("publish", "prov", "v1").code == 0
    path = newer(full, *map(changed, rows()))
    assert br("collect", "prov", path, "--replace").code == 0
    (name,) = (one.name for one in (full.audit / "mappings").iterdir())
    full.swap(f"mappings/{name}", "use: s2", "use: ignore")
    full.swap(f"mappings/{name}", "use: respondent", f"use: {use}")
    before = full.snapshot()
    done = br("collect", "prov", path)
    assert (done.code, done.codes) == (1, ["replace-other-person"])
    assert CANARY not in done.all
    assert full.snapshot() == before


def test_ids_that_were_given_anew_bring_nobody_back(full: Box, br: Runner) -> None:
    """A form that numbers its rows shifts them all when one is removed."""
    assert br("publish", "prov", "v1").code == 0
    lines = rows()
    ids, rest = zip(*(line.split(";", 1) for line in lines), strict=True)
    shifted = [f"{name};{row}" for name, row in zip(ids, rest[1:], strict=False)]
    path = newer(full, *shifted)
    before = full.snapshot()
    done = br("collect", "prov", path, "--replace")
    assert (done.code, done.codes) == (3, ["release-rows-again"])
    assert full.snapshot() == before


# -- what knows it as raw data --------------------------------------------------

OWN = "Ingen frågade mig något alls om vad jag ville då"
"""Words that nobody else would write."""


def with_old(box: Box, br: Runner) -> None:
    """Read answers, and a newer export in which one has other words."""
    lines = rows()
    lines[4] = changed(lines[4], OWN)
    box.source.write_bytes(csv(*lines))
    assert br("collect", "prov", box.source).code == 0
    assert br("collect", "prov", newer(box, *rows()), "--replace").code == 0


def keyed_in(box: Box) -> None:
    """Have one form keyed in that is not taken in yet."""
    answers = {"unit": "norr", "kon": "man", "s1": "inte", "s2": OWN, "m1": "helt"}
    path = box.private / "responses.sqlite"
    with Store.writing(path) as store, store.transaction(lock=False):
        keyed.save(store, Keyed("enkat", "P1", keyed.FIRST, done=True, answers=answers))


@pytest.mark.parametrize("how", ["replaced", "keyed in"])
def test_no_report_has_words_that_do_not_count_any_more_or_yet(
    box: Box, br: Runner, how: str
) -> None:
    """Somebody wrote them."""
    if how == "replaced":
        with_old(box, br)
    else:
        assert br("collect", "prov", box.source).code == 0
        keyed_in(box)
    box.write("text/slutord.md", f"Någon skrev: {OWN.lower()}.\n")
    done = br("report", "prov")
    assert (done.code, set(done.codes)) == (3, {"leak-answer"})
    assert OWN not in done.all


@pytest.mark.parametrize("how", ["replaced", "keyed in"])
def test_the_guard_knows_what_does_not_count_any_more_or_yet(
    box: Box, br: Runner, how: str
) -> None:
    """In a note that lies in the workspace."""
    if how == "replaced":
        with_old(box, br)
    else:
        assert br("collect", "prov", box.source).code == 0
        keyed_in(box)
    known = of_workspace(box.audit)
    row = rows()[4].split(";") if how == "replaced" else ["norr", "man", "inte", "helt"]
    cells = [*row[:4], OWN, row[-1]]
    assert known.alike(known.hashes(dict.fromkeys(cells))) == 2
