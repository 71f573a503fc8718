"""``publish``: what has been handed out stands, whatever happens afterwards (R9)."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from brukarrevision import files, releases
from brukarrevision.errors import MachineFault, Place, problem
from brukarrevision.store import Store
from tests.conftest import Runner
from tests.fakeaudit import CANARY, HEADER, Box, csv


@pytest.fixture
def out(full: Box, br: Runner) -> Box:
    """Return the small audit, published once."""
    done = br("publish", "prov", "v1")
    assert done.code == 0, done.err
    return full


def late(box: Box, name: str, *lines: str) -> Path:
    """Write another file of responses."""
    path = box.root.parent / name
    path.write_bytes(csv(*lines))
    return path


def people(start: str, unit: str, many: int, s1: str = "helt") -> list[str]:
    """Return so many respondents of a unit who answered alike."""
    return [f"{start}{i};{unit};man;{s1};Fritext {start}{i};helt" for i in range(many)]


def tables(br: Runner, *words: str) -> str:
    """Return the protected tables."""
    done = br("tally", "prov", *words)
    assert done.code == 0, done.err
    return done.out


def numbers(text: str) -> list[str]:
    """Return the tables without the lines that name who is not in them."""
    return [line for line in text.splitlines() if "Ingår inte" not in line]


def published(box: Box) -> dict[str, str]:
    """Return the reports that have been handed out, as text."""
    found = (box.audit / "report").glob("*.md")
    return {path.name: path.read_text(encoding="utf-8") for path in found}


# -- the first time ----------------------------------------------------------------


def test_it_writes_the_reports_and_the_ledger(full: Box, br: Runner) -> None:
    """Every report without the word draft, and every shown number in git."""
    done = br("publish", "prov", "v1")
    assert "inga nya siffror" not in done.err
    assert (done.code, done.codes) == (0, [])
    names = {path.name for path in (full.audit / "report").iterdir()}
    stems = ("alla", "norr", "soder")
    assert names == {f"{stem}.{form}" for stem in stems for form in ("md", "docx")}
    assert [Path(line).name for line in done.out.splitlines()][-1] == "v1.yaml"
    assert "utkast" not in published(full)["alla.md"].lower()
    ledger = (full.audit / "published" / "v1.yaml").read_text(encoding="utf-8")
    assert "unit: norr" in ledger
    assert "liten" not in ledger
    assert CANARY not in ledger
    assert "r1" not in ledger.split()


def test_it_says_in_the_report_that_numbers_stand(out: Box) -> None:
    """Those who withdraw can read what becomes of the numbers."""
    assert "Siffror som har lämnats ut ändras aldrig" in published(out)["alla.md"]


def test_a_draft_says_nothing_of_it(full: Box, br: Runner) -> None:
    """Before anything is handed out."""
    br("report", "prov")
    draft = (full.private / "drafts" / "alla.md").read_text(encoding="utf-8")
    assert "lämnats ut" not in draft


@pytest.mark.parametrize("name", ["V1", "v 1", "con", "../v1", ""])
def test_a_name_that_no_file_can_have(full: Box, br: Runner, name: str) -> None:
    """The nearest good one is proposed, and nothing is written."""
    before = full.snapshot()
    done = br("publish", "prov", name)
    assert (done.code, done.codes) == (2, ["release-name-bad"])
    assert full.snapshot() == before


@pytest.mark.usefixtures("full")
def test_without_a_name(br: Runner) -> None:
    """One word is the name where one stands in the audit."""
    assert br("publish").codes == ["publish-names"]
    assert br("publish", "prov", "v1", "v2").codes == ["publish-names"]


def test_inside_the_audit_the_name_is_enough(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with all commands."""
    monkeypatch.chdir(full.audit)
    assert br("publish", "v1").code == 0


def test_without_responses(box: Box, br: Runner) -> None:
    """There is nothing to publish, and no store is made."""
    done = br("publish", "prov", "v1")
    assert (done.code, done.codes[-1]) == (1, "responses-missing")
    assert not (box.private / "responses.sqlite").exists()
    assert not (box.audit / "report").exists()


def test_a_draft_instrument_cannot_be_published(full: Box, br: Runner) -> None:
    """Its choices are people's own words."""
    full.swap("instruments/enkat.yaml", "kind: survey", "kind: survey\ndraft: true")
    done = br("publish", "prov", "v1")
    assert (done.code, done.codes) == (3, ["release-draft"])
    assert not (full.audit / "published").exists()


# -- afterwards ---------------------------------------------------------------------


def test_the_same_name_again(out: Box, br: Runner) -> None:
    """Another is proposed, and nothing changes."""
    before = out.snapshot()
    done = br("publish", "prov", "v1")
    assert (done.code, done.codes) == (2, ["release-exists"])
    assert "v2" in done.err
    assert out.snapshot() == before


def test_a_second_release_without_news_shows_the_same(out: Box, br: Runner) -> None:
    """To the byte, and its ledger has no numbers; it is said."""
    before = published(out)
    done = br("publish", "prov", "v2")
    assert done.code == 0
    assert "inga nya siffror" in done.err
    assert published(out) == before
    ledger = (out.audit / "published" / "v2.yaml").read_text(encoding="utf-8")
    assert "counts" not in ledger
    assert "after:\n  - v1\n" in ledger


def test_late_answers_wait_until_they_are_enough(out: Box, br: Runner) -> None:
    """One changes nothing; with five there is a leaf of its own, and sums."""
    before = tables(br)
    br("collect", "prov", late(out, "a.csv", *people("a", "norr", 1)))
    assert numbers(tables(br)) == numbers(before)
    done = br("report", "prov")
    draft = (out.private / "drafts" / "norr.md").read_text(encoding="utf-8")
    assert done.code == 0
    assert "Svar som kom in senare ingår inte än." in draft
    br("collect", "prov", late(out, "b.csv", *people("b", "norr", 4)))
    after = tables(br, "--by", "unit")
    assert "21 svarade av 21" in after
    assert "11–13" in after  # 8 before, and 3 to 5 of those who came later
    assert br("publish", "prov", "v2").code == 0
    assert tables(br, "--by", "unit") == after


def test_late_answers_of_one_unit_join_those_of_another(out: Box, br: Runner) -> None:
    """Three of the little unit and four who came later are enough together."""
    br("collect", "prov", late(out, "a.csv", *people("a", "norr", 4)))
    shown = tables(br, "--by", "unit")
    assert "16 svarade av 16" in shown
    assert "Norra huset och Lilla huset" in shown
    assert "7 svarade av 7" in shown


def test_those_left_out_before_can_be_counted_with_others(out: Box, br: Runner) -> None:
    """The little unit had three, and gets three more."""
    br("collect", "prov", late(out, "a.csv", *people("a", "liten", 3)))
    assert "Lilla huset" in tables(br, "--by", "unit")
    assert br("publish", "prov", "v2").code == 0
    ledger = (out.audit / "published" / "v2.yaml").read_text(encoding="utf-8")
    assert "size: 6" in ledger


def test_a_corrected_mapping_counts_nobody_again(out: Box, br: Runner) -> None:
    """Released numbers stand although every answer is read in another way."""
    before = tables(br)
    path = "mappings/enkat-table.yaml"
    text = (out.audit / path).read_text(encoding="utf-8")
    first, _, rest = text.partition("use: s1")
    assert rest
    out.write(path, f"{first}use: ignore{rest}")
    assert br("collect", "prov", out.source).code == 0
    assert tables(br) == before
    assert br("publish", "prov", "v2").code == 0
    assert "counts" not in (out.audit / "published/v2.yaml").read_text(encoding="utf-8")


def test_units_may_be_renamed_but_questions_not_recoded(out: Box, br: Runner) -> None:
    """Words are mended; what a number stands for is not."""
    before = tables(br)
    out.swap("plan.yaml", "Norra huset", "Norra gården")
    out.swap("instruments/enkat.yaml", "label: Jag får stöd.", "label: Får du stöd?")
    renamed = before.replace("Norra huset", "Norra gården")
    assert tables(br) == renamed.replace("Jag får stöd.", "Får du stöd?")
    out.swap("instruments/enkat.yaml", "score: 1, side: negative", "score: 1")
    done = br("report", "prov")
    assert (done.code, set(done.codes)) == (3, {"release-question-changed"})
    assert br("check", "prov").code == 1


def test_another_partition_exits_3(out: Box, br: Runner) -> None:
    """The same people may not be split in another way."""
    out.swap("instruments/enkat.yaml", "partition: [unit]", "partition: []")
    done = br("tally", "prov")
    assert (done.code, done.data) == (3, b"")
    assert set(done.codes) == {"release-question-changed"}


def test_an_area_with_its_own_partition_does_not_count_them_again(
    out: Box, br: Runner
) -> None:
    """A new question, split in a new way, of those who have been counted: hidden."""
    more = """\
  - id: nytt
    label: Nytt
    partition: []
    questions:
      - {id: ny1, type: select_one, label: Samma sak igen., choices: stammer}
"""
    path = out.audit / "instruments" / "enkat.yaml"
    out.write("instruments/enkat.yaml", path.read_text(encoding="utf-8") + more)
    text = (out.audit / "mappings/enkat-table.yaml").read_text(encoding="utf-8")
    out.write("mappings/enkat-table.yaml", text.replace("use: s1", "use: ny1"))
    assert br("collect", "prov", out.source).code == 0
    shown = tables(br)
    part = shown.partition("ny1 ")[2]
    assert "Visas inte" in part
    assert "svarade av" not in part


def test_the_same_file_in_another_instrument_exits_3(out: Box, br: Runner) -> None:
    """Recoded answers are the same answers."""
    text = (out.audit / "instruments/enkat.yaml").read_text(encoding="utf-8")
    other = text.replace("id: enkat", "id: enkat2")
    for name in ("s1", "s2", "m1", "kon"):
        other = other.replace(f"id: {name},", f"id: {name}x,")
    out.write("instruments/enkat2.yaml", other)
    out.swap("plan.yaml", "instruments: [enkat]", "instruments: [enkat, enkat2]")
    header = HEADER.replace("s1;s2;m1", "s1x;s2x;m1x").replace("kon", "konx")
    rest = out.source.read_bytes().partition(b"\n")[2]
    del rest
    mapping = (out.audit / "mappings/enkat-table.yaml").read_text(encoding="utf-8")
    mapping = mapping.replace("instrument: enkat", "instrument: enkat2")
    for name in ("s1", "s2", "m1", "kon"):
        mapping = mapping.replace(f"use: {name}\n", f"use: {name}x\n")
    out.write("mappings/andra.yaml", mapping)
    assert header
    done = br("collect", "prov", out.source, "--mapping", "andra")
    assert done.code == 0, done.err
    done = br("tally", "prov")
    assert (done.code, done.codes) == (3, ["release-counted-elsewhere"])


def test_a_corrected_file_without_ids_exits_3(box: Box, br: Runner) -> None:
    """Whom a changed row is from cannot be known: nobody is counted twice."""
    lines = [line.partition(";")[2] for line in csv().decode().splitlines()]
    box.source.write_text("\n".join(lines), encoding="utf-8")
    assert br("collect", "prov", box.source).code == 0
    assert br("publish", "prov", "v1").code == 0
    changed = lines[1].replace(";helt;", ";inte;").replace(";delvis;", ";inte;")
    again = box.root.parent / "rattad.csv"
    again.write_text("\n".join([lines[0], changed, *lines[2:]]), encoding="utf-8")
    before = tables(br)
    done = br("collect", "prov", again)
    assert (done.code, done.codes) == (3, ["release-rows-again"])
    assert tables(br) == before
    again.write_text("\n".join([*lines, "norr;man;helt;nytt;helt"]), encoding="utf-8")
    assert br("collect", "prov", again).code == 0  # all of them, and one more


# -- the ledger ---------------------------------------------------------------------


def test_a_file_changed_by_hand_exits_3(out: Box, br: Runner) -> None:
    """Nothing is shown until it is as it was; line ends do not count."""
    path = out.audit / "published" / "v1.yaml"
    was = path.read_bytes()
    path.write_bytes(was.replace(b"size: 16", b"size: 17"))
    for command in ("tally", "report"):
        done = br(command, "prov")
        assert (done.code, done.codes) == (3, ["release-file-differs"])
        assert done.data == b""
    path.write_bytes(was.replace(b"\n", b"\r\n"))
    assert br("tally", "prov").code == 0


def test_a_lost_file_is_written_again_as_it_was(out: Box, br: Runner) -> None:
    """By publishing under the same name."""
    path = out.audit / "published" / "v1.yaml"
    was = path.read_bytes()
    path.unlink()
    done = br("tally", "prov")
    assert (done.code, done.codes) == (3, ["release-file-missing"])
    assert br("publish", "prov", "v1").code == 0
    assert path.read_bytes() == was


def test_on_a_computer_that_does_not_know_who_was_counted(
    out: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Released numbers can be shown; with responses of its own it must stop."""
    before = tables(br, "--by", "unit")
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path / "other"))
    assert tables(br, "--by", "unit") == before
    assert br("collect", "prov", late(out, "a.csv", *people("a", "norr", 6))).code == 0
    done = br("tally", "prov")
    assert (done.code, done.codes) == (3, ["release-members"])


def test_a_file_under_another_name_exits_3(out: Box, br: Runner) -> None:
    """A copied ledger would be added twice."""
    folder = out.audit / "published"
    shutil.copy(folder / "v1.yaml", folder / "v2.yaml")
    done = br("tally", "prov")
    assert done.code == 3
    assert "release-name-differs" in done.codes


def test_members_are_hashes_that_tell_nothing(out: Box) -> None:
    """One for the row and one for the id of each who was counted, and no more."""
    with closing(sqlite3.connect(out.private / "responses.sqlite")) as base:
        marks = base.execute("SELECT person, mark FROM members").fetchall()
    assert len(marks) == 2 * (16 + 14)
    assert all(len(mark) == 16 for _, mark in marks)


# -- cut off, or told no -----------------------------------------------------------


def _full_disk(at: int) -> object:
    """Return a way to write that says no at one of its files."""
    calls = iter(range(1_000))
    real = files.write_atomic

    def write(
        path: Path, data: bytes, *, was: bytes | None = None, private: bool = False
    ) -> None:
        if next(calls) == at:
            raise MachineFault(problem("disk-full", Place(path.name)))
        real(path, data, was=was, private=private)

    return write


@pytest.mark.parametrize("at", [0, 1])
def test_a_full_disk_before_it_leaves_nothing(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """The room is tried out before anything is entered."""
    before = full.snapshot()
    monkeypatch.setattr(files, "write_atomic", _full_disk(at))
    done = br("publish", "prov", "v1")
    assert (done.code, done.codes) == (4, ["disk-full"])
    after = full.snapshot()
    assert {k: v for k, v in after.items() if "sqlite" not in k} == {
        k: v for k, v in before.items() if "sqlite" not in k
    }
    monkeypatch.undo()


@pytest.mark.parametrize("at", range(7))
def test_what_was_cut_off_is_written_by_the_next_command(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """The numbers stand from the moment the store has them."""
    with monkeypatch.context() as patch:
        patch.setattr(releases, "write_atomic", _full_disk(at))
        assert br("publish", "prov", "v1").code == 4
    done = br("tally", "prov")
    assert (done.code, done.codes) == (0, ["release-cut-off"]), done.err
    assert (full.audit / "published" / "v1.yaml").is_file()
    assert set(published(full)) == {"alla.md", "norr.md", "soder.md"}
    assert br("tally", "prov").codes == []
    with Store.open(full.private / "responses.sqlite") as store:
        assert store.rows("SELECT * FROM pending") == []


def test_two_at_a_time(full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other is told to wait, and nothing is lost."""
    monkeypatch.setattr("brukarrevision.store.store._WAIT_S", 0.1)
    with Store.writing(full.private / "responses.sqlite"):
        done = br("publish", "prov", "v1")
    assert (done.code, done.codes) == (4, ["store-locked"])
    assert br("publish", "prov", "v1").code == 0


def test_a_higher_coalition_holds_for_what_is_new(box: Box, br: Runner) -> None:
    """What is out was made safe against one; the late are protected against two."""
    box.source.write_bytes(csv(*people("p", "norr", 5)))
    assert br("collect", "prov", box.source).code == 0
    assert br("publish", "prov", "v1").code == 0
    before = tables(br, "--by", "unit")
    old = "{min_group: 5,"
    box.swap("plan.yaml", old, "{min_group: 7, coalition: 2,")
    assert tables(br, "--by", "unit") == before
    br("collect", "prov", late(box, "a.csv", *people("a", "norr", 6)))
    assert "5 svarade av 5" in tables(br, "--by", "unit")
    br("collect", "prov", late(box, "b.csv", *people("b", "norr", 1)))
    assert "12 svarade av 12" in tables(br, "--by", "unit")
    assert br("publish", "prov", "v2").code == 0
    ledger = (box.audit / "published" / "v2.yaml").read_text(encoding="utf-8")
    assert "coalition: 2" in ledger
    assert "helt: 4-7" in ledger


def test_after_an_erasure_reports_can_be_made_but_nothing_published(
    out: Box, br: Runner
) -> None:
    """There is nothing left to tell, and nothing left to count."""
    before = tables(br, "--by", "unit")
    assert br("data", "purge", "prov", "--yes").code == 0
    assert tables(br, "--by", "unit") == before
    assert br("report", "prov").code == 0
    done = br("publish", "prov", "v2")
    assert (done.code, done.codes) == (1, ["release-erased"])
    assert not (out.private / "responses.sqlite").exists()
    assert "responses-none" not in br("check", "prov").codes


def test_routing_is_not_looked_for_among_the_released(box: Box, br: Runner) -> None:
    """Their numbers stand, and withdrawals can leave any pattern of blanks."""
    lines = [f"a{i};norr;man;helt;x;helt" for i in range(12)]
    lines += [f"b{i};norr;man;inte;x;" for i in range(8)]
    lines += ["c1;norr;man;helt;x;", "c2;norr;man;helt;x;", "c3;norr;man;inte;x;helt"]
    lines += [
        "c4;norr;man;inte;x;inte",
        "c5;norr;man;helt;x;",
        "c6;norr;man;inte;x;helt",
    ]
    box.source.write_bytes(csv(*lines))
    assert br("collect", "prov", box.source).code == 0
    assert br("publish", "prov", "v1").code == 0
    for who in ("c1", "c2", "c3", "c4", "c5", "c6"):
        assert br("data", "withdraw", "prov", who, "--yes").code == 0
    assert "routing-undeclared" not in br("check", "prov").codes
    assert br("publish", "prov", "v2").code == 0


# -- what reviewers found ------------------------------------------------------------


def test_responses_to_anything_stop_a_computer_that_does_not_know(
    out: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same people may have answered another survey there."""
    text = (out.audit / "instruments/enkat.yaml").read_text(encoding="utf-8")
    for name in ("enkat", "s1", "s2", "m1", "kon"):
        text = text.replace(f"id: {name}\n", f"id: {name}b\n")
        text = text.replace(f"id: {name},", f"id: {name}b,")
    out.write("instruments/enkatb.yaml", text)
    out.swap("plan.yaml", "instruments: [enkat]", "instruments: [enkat, enkatb]")
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path / "other"))
    path = out.root.parent / "b.csv"
    lines = csv().decode().replace("kon;s1;s2;m1", "konb;s1b;s2b;m1b")
    path.write_text(lines, encoding="utf-8")
    assert br("collect", "prov", path, "--instrument", "enkatb").code == 0
    done = br("tally", "prov")
    assert (done.code, done.codes) == (3, ["release-members"])


def test_without_responses_here_nothing_more_is_published(
    out: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text could hold anybody's answer, and there is nothing to compare with."""
    out.write("text/inledning.md", f"En sa: {CANARY}.\n")
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path / "other"))
    before = out.snapshot()
    assert br("publish", "prov", "v2").codes == ["responses-missing"]
    assert br("report", "prov").codes == ["leak-no-store"]
    assert out.snapshot() == before
    assert not list(tmp_path.glob("other/**/*.sqlite"))


def test_a_report_that_is_no_more_is_taken_away(box: Box, br: Runner) -> None:
    """It may hold the words of somebody who has withdrawn; other files are left."""
    lines = [*people("a", "norr", 3), *people("b", "liten", 3)]
    box.source.write_bytes(csv(*lines, *people("c", "soder", 6)))
    br("collect", "prov", box.source)
    assert br("publish", "prov", "v1").code == 0
    assert (box.audit / "report" / "norr+liten.md").is_file()
    own = box.write("report/dagbok.md", "Våra anteckningar.\n")
    more = [*people("d", "norr", 5, "inte"), *people("e", "liten", 5, "inte")]
    br("collect", "prov", late(box, "sen.csv", *more))
    assert br("publish", "prov", "v2").code == 0
    assert set(published(box)) == {
        "alla.md",
        "norr.md",
        "soder.md",
        "liten.md",
        own.name,
    }
    assert not (box.audit / "report" / "norr+liten.docx").exists()


@pytest.mark.usefixtures("full")
def test_the_room_is_tried_out_with_nothing_in_it(
    br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a kill leaves behind in git's folders holds no report."""
    seen: list[bytes] = []

    def write(path: Path, data: bytes, **_: object) -> None:
        seen.append(data)
        raise MachineFault(problem("disk-full", Place(path.name)))

    monkeypatch.setattr(files, "write_atomic", write)
    assert br("publish", "prov", "v1").code == 4
    assert len(seen) == 1
    assert set(seen[0]) == {0}


def test_a_name_as_long_as_names_may_be(full: Box, br: Runner) -> None:
    """Forty letters; a longer one is no fault of the program."""
    assert br("publish", "prov", "a" * 40).code == 0
    done = br("publish", "prov", "b" * 41)
    assert (done.code, done.codes) == (2, ["release-name-bad"])
    assert full.audit.is_dir()


def test_numbers_that_cannot_be_are_no_release(
    out: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where there is no private half to compare with."""
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path / "other"))
    path = out.audit / "published" / "v1.yaml"
    was = path.read_text(encoding="utf-8")
    changes = [
        ("inte: 5", "zz: 5"),
        ("asked: 16", "asked: 1"),
        ("unit: norr", "x: norr"),
    ]
    for old, new in changes:
        assert old in was
        path.write_text(was.replace(old, new, 1), encoding="utf-8")
        done = br("tally", "prov")
        assert (done.code, done.codes) == (3, ["release-file-differs"])


def test_publishing_again_after_a_cut_is_done_and_not_refused(
    full: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same command completes it, and says so."""
    with monkeypatch.context() as patch:
        patch.setattr(releases, "write_atomic", _full_disk(2))
        assert br("publish", "prov", "v1").code == 4
    done = br("publish", "prov", "v1")
    assert (done.code, done.codes) == (0, ["release-cut-off"])
    assert (full.audit / "published" / "v1.yaml").is_file()


def test_the_invited_are_not_counted_twice(box: Box, br: Runner) -> None:
    """A unit's number of invited stands nowhere once its people are in two leaves."""
    lines = [*people("a", "norr", 3), *people("b", "liten", 3)]
    box.source.write_bytes(csv(*lines, *people("c", "soder", 6)))
    box.swap("plan.yaml", "label: Lilla huset", "label: Lilla huset, invited: 10")
    br("collect", "prov", box.source)
    br("publish", "prov", "v1")
    assert "| 30 | 6 | 20 % |" in published(box)["alla.md"]
    br("collect", "prov", late(box, "sen.csv", *people("d", "norr", 5)))
    br("publish", "prov", "v2")
    assert "| 6 | 20 % |" not in published(box)["alla.md"]
    assert "| Norra huset | – | 5 | – |" in published(box)["alla.md"]


def test_a_unit_with_late_people_in_a_shared_leaf_alone(out: Box, br: Runner) -> None:
    """It has no report of its own, and the others' says where they are."""
    br("collect", "prov", late(out, "a.csv", *people("a", "norr", 4)))
    assert br("publish", "prov", "v2").code == 0
    assert set(published(out)) == {"alla.md", "norr.md", "soder.md"}
    said = "Några som svarade senare är bara med i rapporten för alla enheter."
    assert said in published(out)["norr.md"]
    assert said not in published(out)["soder.md"]


def test_two_computers_that_published_the_same_people(
    out: Box, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing more can be shown, and why is told."""
    other = tmp_path / "other"
    shutil.copytree(out.data, other)
    extra = late(out, "sen.csv", *people("a", "norr", 6))
    br("collect", "prov", extra)
    assert br("publish", "prov", "v2").code == 0
    mine = (out.audit / "published" / "v2.yaml").read_bytes()
    (out.audit / "published" / "v2.yaml").unlink()
    monkeypatch.setenv("BRUKARREVISION_DATA", str(other))
    br("collect", "prov", extra)
    assert br("publish", "prov", "v3").code == 0
    with (
        closing(sqlite3.connect(out.private / "responses.sqlite")) as there,
        closing(sqlite3.connect(other / "prov-1/prov/responses.sqlite")) as here,
    ):
        for table in ("releases", "members"):
            rows = there.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            marks = ", ".join("?" * len(rows[0]))
            insert = f"INSERT OR IGNORE INTO {table} VALUES ({marks})"  # noqa: S608
            here.executemany(insert, rows)
        here.commit()
    (out.audit / "published" / "v2.yaml").write_bytes(mine)
    done = br("tally", "prov")
    assert (done.code, done.codes) == (3, ["release-twice"])


@pytest.mark.usefixtures("full")
def test_check_says_that_a_release_was_cut_off(
    br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not that a file is gone: a command writes it."""
    with monkeypatch.context() as patch:
        patch.setattr(releases, "write_atomic", _full_disk(2))
        assert br("publish", "prov", "v1").code == 4
    done = br("check", "prov")
    assert done.code == 1
    assert "release-unfinished" in done.codes
    assert "release-file-missing" not in done.codes
    assert br("report", "prov").code == 0
    assert "release-unfinished" not in br("check", "prov").codes
