"""What differs is listed, what is hostile is refused, and nothing is half done."""

import hashlib
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from brukarrevision.errors import AuditError, FaultyFiles
from brukarrevision.interviews import answersheet
from brukarrevision.rawdata import packing, traces, unpacking
from brukarrevision.rawdata.merging import Prefer
from brukarrevision.store import masks, people, quote_log, releases, schema
from brukarrevision.store.quote_log import Kept as Text
from brukarrevision.store.releases import Kept, Member
from brukarrevision.store.store import Store
from tests.rawdata.conftest import Files
from tests.rawdata.laptops import Laptop

Pair = tuple[Laptop, Laptop]
R1 = "r1;norr;kvinna;helt;ETT;inte"
R1_OTHER = "r1;norr;kvinna;inte;ANNAT;inte"
R2 = "r2;norr;man;delvis;TVA;helt"
R3 = "r3;norr;man;inte;TRE;helt"
BARE = [f";soder;man;inte;fritt {n};helt" for n in range(6)]


def code(fault: pytest.ExceptionInfo[AuditError]) -> str:
    """Return the code of the one problem."""
    (told,) = fault.value.problems
    return told.code


def store(one: Laptop) -> Path:
    """Return where a laptop's store lies."""
    return one.private / "responses.sqlite"


# -- responses -------------------------------------------------------------------


def test_two_laptops_work_on_one_audit(pair: Pair, files: Files) -> None:
    """Each has the other's responses after one exchange; twice changes nothing."""
    a, b = pair
    a.collect(files("a.csv", R1))
    b.collect(files("b.csv", R2, R3))
    done = a.send(b)
    assert (done.merged.added, done.merged.known) == (1, 0)
    b.send(a)
    assert a.responses() == b.responses()
    assert a.ids() == ["r1", "r2", "r3"]
    before = store(b).read_bytes()
    assert a.send(b).merged.added == 0
    assert b.ids() == ["r1", "r2", "r3"]
    assert len(before) == len(store(b).read_bytes())
    with b.store() as there:
        assert [one.file for one in there.imports()] == ["b.csv", "a.csv"]


def test_other_answers_of_the_same_person_are_listed(pair: Pair, files: Files) -> None:
    """Neither is chosen, and the rest is merged."""
    a, b = pair
    a.collect(files("a.csv", R1, R2))
    b.collect(files("b.csv", R1_OTHER))
    done = a.send(b)
    (conflict,) = done.merged.conflicts
    assert (conflict.respondent, conflict.number, conflict.row) == ("r1", 1, 2)
    assert b.holds("ANNAT")
    assert not b.holds("ETT")
    assert b.ids() == ["r1", "r2"]
    assert b.sums_add_up()
    assert len(a.send(b).merged.conflicts) == 1


@pytest.mark.parametrize("first", [None, "mine"])
def test_a_choice_settles_what_is_listed(
    pair: Pair, files: Files, first: Prefer
) -> None:
    """On both laptops, and for good."""
    a, b = pair
    a.collect(files("a.csv", R1, R2))
    b.collect(files("b.csv", R1_OTHER))
    a.send(b, first)
    a.send(b, "theirs")
    assert b.holds("ETT")
    assert not b.holds("ANNAT")
    assert b.sums_add_up()
    assert not b.send(a).merged.conflicts
    assert not a.send(b).merged.conflicts
    assert a.responses() == b.responses()


def test_mine_stays_where_mine_is_preferred(pair: Pair, files: Files) -> None:
    """And nothing is listed any more."""
    a, b = pair
    a.collect(files("a.csv", R1, R2))
    b.collect(files("b.csv", R1_OTHER))
    assert a.send(b, "mine").merged.conflicts == []
    assert b.holds("ANNAT")
    assert b.ids() == ["r1", "r2"]


def test_answers_coded_in_another_way_stay_as_they_are(
    pair: Pair, files: Files
) -> None:
    """They are counted, and a new reading of the file mends them."""
    a, b = pair
    both = files("svar.csv", R1, R2)
    a.collect(both)
    mapping = b.folder / "mappings" / "enkat-table.yaml"
    text = mapping.read_text(encoding="utf-8")
    text = text.replace("use: s1}", "use: s1, values: {delvis: helt}}")
    mapping.write_text(text, encoding="utf-8")
    b.collect(both)
    before = b.responses()
    done = a.send(b).merged
    assert (done.known, done.recoded, done.conflicts) == (2, 1, [])
    assert b.responses() == before


def test_an_export_that_holds_the_other_is_not_counted_twice(
    pair: Pair, files: Files
) -> None:
    """Without ids, made later or earlier, whoever sends first."""
    a, b = pair
    a.collect(files("tidig.csv", *BARE[:5]))
    b.collect(files("sen.csv", *BARE))
    a.send(b)
    b.send(a)
    assert a.responses() == b.responses()
    assert len(a.ids()) == 6
    assert a.sums_add_up()
    assert b.sums_add_up()


def test_what_one_laptop_knew_to_be_the_same_the_other_learns(
    pair: Pair, files: Files
) -> None:
    """A has both exports, B only the later one."""
    a, b = pair
    early, late = files("tidig.csv", *BARE[:2]), files("sen.csv", *BARE)
    a.collect(early)
    a.collect(late)
    b.collect(late)
    a.send(b)
    b.send(a)
    assert len(a.ids()) == len(b.ids()) == 6


def test_few_alike_rows_are_other_people(pair: Pair, files: Files) -> None:
    """Short forms are often answered the same."""
    a, b = pair
    a.collect(files("a.csv", *BARE[:2]))
    b.collect(files("b.csv", *BARE[:1], BARE[5]))
    a.send(b)
    b.send(a)
    assert len(a.ids()) == len(b.ids()) == 4
    assert a.responses() == b.responses()


def test_a_file_read_with_a_unit_on_one_laptop_is_the_same_file(
    pair: Pair, files: Files
) -> None:
    """Nobody is two people because the other pair of auditors said where."""
    a, b = pair
    both = files("svar.csv", R1, R2)
    a.collect(both, unit="norr")
    b.collect(both)
    a.send(b)
    b.send(a)
    assert len(a.ids()) == len(b.ids()) == 2


# -- withdrawals -----------------------------------------------------------------


def test_who_withdrew_there_is_gone_here(pair: Pair, files: Files) -> None:
    """Answers, notes, quotes, drafts and old copies; and stays gone."""
    a, b = pair
    both = files("svar.csv", R1, R2)
    for one in pair:
        one.collect(both)
        one.note("I-1.md", "ORD-I-1")
    (b.private / "drafts").mkdir()
    (b.private / "drafts" / "alla.md").write_text("TVA", encoding="utf-8")
    store(b).with_name("responses.sqlite.version-1").write_text("TVA", encoding="utf-8")
    with Store.writing(store(b)) as there:
        (origin,) = [o for o in people.origins(there) if o.respondent == "r2"]
        with there.transaction(lock=False):
            named = quote_log.sources_of(origin)
            quote_log.enter(there, "q1", "added", text="ord", sources=named)
            quote_log.keep(there, Text("q1", "CITAT-TVA", "enkat"))
    a.withdraw("r2")
    a.withdraw("I-1")
    done = a.send(b)
    assert done.merged.withdrawn == 1
    assert b.ids() == ["r1"]
    assert not b.holds("TVA")
    assert not b.holds("ORD-I-1")
    b.collect(both)
    b.note("kopia.md", "---\nid: I-1\n---\nORD-I-1")
    b.send(a)
    assert a.ids() == b.ids() == ["r1"]
    assert not a.holds("CITAT")
    assert not a.holds("ORD-I-1")
    with a.store() as there:
        assert {one.quote for one in quote_log.entries(there)} == {"q1"}
        assert quote_log.kept(there) == {}


def test_it_is_the_same_who_withdrew_on_both(pair: Pair, files: Files) -> None:
    """One mark a person, whoever took them out."""
    a, b = pair
    both = files("svar.csv", *BARE)
    for one in pair:
        one.collect(both)
        one.withdraw("1:2")
    a.send(b)
    with b.store() as there:
        assert there.rows("SELECT count(*) FROM withdrawn") == [(2,)]
    (done,) = b.collect(files("igen.csv", BARE[0], BARE[0], *BARE[1:]))
    assert done.refused["withdrawn"] == (2,)


@pytest.mark.parametrize("step", ["clear", "drop_quotes"])
def test_a_merge_that_was_stopped_is_done_again(
    pair: Pair, files: Files, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Nothing of it has happened, or all has."""
    a, b = pair
    both = files("svar.csv", R1, R2)
    a.collect(both, files("mer.csv", R3))
    b.collect(both)
    a.withdraw("r2")

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(traces, step, stopped)
        with pytest.raises(KeyboardInterrupt):
            a.send(b)
    assert b.ids() == ["r1", "r2"]
    a.send(b)
    assert b.ids() == ["r1", "r3"]
    assert not b.holds("TVA")


# -- notes, quotes, releases -----------------------------------------------------


def test_notes_are_copied_and_differing_ones_listed(pair: Pair, files: Files) -> None:
    """For the owner's eyes alone."""
    a, b = pair
    a.collect(files("a.csv", R1))
    a.note("I-1.md", "ett")
    a.note("I-2.md", "två")
    b.note("I-2.md", "annat")
    done = a.send(b)
    assert (done.notes, done.differing) == (("I-1.md",), ("I-2.md",))
    note = b.private / "interviews" / "I-1.md"
    assert note.stat().st_mode & 0o777 == 0o600
    assert (b.private / "interviews" / "I-2.md").read_text() == "annat"
    assert a.send(b, "theirs").differing == ()
    assert b.pack() != b""
    assert (b.private / "interviews" / "I-2.md").read_text(encoding="utf-8") == "två"


def test_coded_answers_go_along_without_whoever_has_withdrawn(
    pair: Pair, files: Files
) -> None:
    """Codes are work; the words of somebody who withdraws do not come back."""
    a, b = pair
    for laptop in pair:
        laptop.collect(files("a.csv", R1, R2, R3))
    with a.here() as audit:
        (path,) = answersheet.write_out(audit)
    every = path.read_text("utf-8")
    path.write_text(every.replace("ETT", "[ETT]{.x}"), "utf-8")
    assert every != path.read_text("utf-8")
    b.withdraw("r2")
    done = a.send(b)
    assert done.notes == ("answers/enkat.s2.md",)
    copy = b.private / "interviews" / "answers" / "enkat.s2.md"
    assert [one.stat().st_mode & 0o777 for one in (copy, copy.parent)] == [0o600, 0o700]
    left = copy.read_text("utf-8")
    assert "[ETT]{.x}" in left
    assert left.count("row=s") == 2
    assert not b.holds("TVA")
    assert a.send(b).notes == ()
    b.send(a)
    assert path.read_text("utf-8") == left


def test_quotes_of_both_are_kept(pair: Pair, files: Files) -> None:
    """What was done comes in its order; another text of the same quote is listed."""
    a, b = pair
    for one, text in zip(pair, ("ett", "två"), strict=True):
        one.collect(files("svar.csv", R1, R2))
        with Store.writing(store(one)) as there, there.transaction(lock=False):
            quote_log.enter(there, "q1", "added", text=text, sources=["interview:I-1"])
            quote_log.keep(there, Text("q1", text, "enkat"))
            quote_log.keep(there, Text(f"q-{text}", text, "enkat"))
    assert a.send(b).quotes == ("q1",)
    with b.store() as there:
        assert sorted(quote_log.kept(there)) == ["q-ett", "q-två", "q1"]
        assert quote_log.kept(there)["q1"].text == "två"
    assert a.send(b, "theirs").quotes == ()
    with b.store() as there:
        assert quote_log.kept(there)["q1"].text == "ett"
        assert len(quote_log.entries(there)) == 2


def release(one: Laptop, document: bytes) -> None:
    """Enter a release in which r1 was counted."""
    with Store.writing(store(one)) as there:
        (origin,) = [o for o in people.origins(there) if o.respondent == "r1"]
        key = b"k" * 32
        marks = [Member("v1", 0, 0, mark) for mark in origin.marks(key)]
        with there.transaction(lock=False):
            releases.keep(there, Kept("v1", "2026-01-01", key, document), marks)


def test_who_was_counted_in_a_release_is_known_everywhere(
    pair: Pair, files: Files
) -> None:
    """After unpacking from the laptop that published."""
    a, b = pair
    both = files("svar.csv", R1, R2)
    for one in pair:
        one.collect(both)
    release(a, b"ett")
    assert a.send(b).releases == ("v1",)
    assert a.send(b).releases == ()
    with a.store() as mine, b.store() as other:
        assert releases.kept(mine) == releases.kept(other)
        assert releases.members(mine, "v1") == releases.members(other, "v1")


def test_two_releases_of_one_name_stop_everything(pair: Pair, files: Files) -> None:
    """Somebody has to find out which one was handed out."""
    a, b = pair
    for one, words in zip(pair, (b"ett", b"annat"), strict=True):
        one.collect(files("svar.csv", R1, R2))
        release(one, words)
    a.collect(files("mer.csv", R3))
    with pytest.raises(FaultyFiles) as caught:
        a.send(b)
    assert code(caught) == "unpack-release-differs"
    assert b.ids() == ["r1", "r2"]


# -- what is packed, and what is hostile -----------------------------------------


def test_what_this_laptop_has_yet_to_write_is_not_packed(
    pair: Pair, files: Files
) -> None:
    """Nor are drafts, nor free pages of the store."""
    a, b = pair
    a.collect(files("a.csv", R1, R2))
    with Store.writing(store(a)) as there, there.transaction(lock=False):
        releases.expect(there, {"report/alla.md": b"HALVT"})
    (a.private / "drafts").mkdir()
    (a.private / "drafts" / "alla.md").write_text("UTKAST", encoding="utf-8")
    assert b"HALVT" not in a.pack()
    assert b"UTKAST" not in a.pack()
    a.send(b)
    with b.store() as there:
        assert releases.pending(there) == {}


def changed(data: bytes, name: str, new: bytes | None, *, listed: bool = True) -> bytes:
    """Return a container with one part changed or added, and listed as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    if new is None:
        del parts[name]
    else:
        parts[name] = new
    if listed and name != "manifest.json":
        manifest = json.loads(parts["manifest.json"])
        rest = {k: v for k, v in parts.items() if k != "manifest.json"}
        hashes = {k: hashlib.sha256(v).hexdigest() for k, v in rest.items()}
        parts["manifest.json"] = json.dumps(manifest | {"parts": hashes}).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one, text in parts.items():
            archive.writestr(one, text)
    return out.getvalue()


@pytest.fixture
def packed(pair: Pair, files: Files) -> bytes:
    """Return what A packs."""
    a, b = pair
    a.collect(files("a.csv", R1, R2))
    a.note("I-1.md", "ord")
    b.collect(files("b.csv", R3))
    return a.pack()


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("../ut.md", b"x"),
        ("interviews/../../ut.md", b"x"),
        ("/etc/ut.md", b"x"),
        ("interviews/sub/ut.md", b"x"),
        ("interviews/.dold.md", b"x"),
        ("interviews/con.md", b"x"),
        ("interviews/I-1.exe", b"x"),
        ("interviews/i-1.MD", b"x"),
        ("plan.yaml", b"x"),
        ("responses.sqlite", b""),
        ("responses.sqlite", b"SQLite format 3\x00" + b"\xff" * 4096),
        ("responses.sqlite", None),
        ("manifest.json", b"[]"),
        ("manifest.json", b"{"),
        ("manifest.json", b'{"format": 0}'),
        ("manifest.json", b"\xff"),
    ],
)
def test_a_container_that_is_not_ours_is_refused(
    pair: Pair, packed: bytes, name: str, new: bytes | None
) -> None:
    """And nothing is changed, inside or outside the private directory."""
    _, b = pair
    bad = changed(packed, name, new)
    before = {p for p in b.root.parent.parent.rglob("*") if p.name != "packed.age"}
    with pytest.raises(FaultyFiles) as caught:
        b.unpack(bad)
    assert code(caught) == "unpack-broken"
    assert b.ids() == ["r3"]
    after = {p for p in b.root.parent.parent.rglob("*") if p.name != "packed.age"}
    assert after == before


def test_a_part_that_is_not_what_the_list_says_is_refused(
    pair: Pair, packed: bytes
) -> None:
    """One byte is enough."""
    _, b = pair
    with pytest.raises(FaultyFiles) as caught:
        b.unpack(changed(packed, "interviews/I-1.md", b"Ord", listed=False))
    assert code(caught) == "unpack-broken"


def test_what_unpacks_to_more_than_it_is_is_refused(pair: Pair, packed: bytes) -> None:
    """A bomb of zeros."""
    _, b = pair
    out = io.BytesIO(packed)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("interviews/I-9.md", b"\0" * 10_000_000)
    with pytest.raises(FaultyFiles) as caught:
        b.unpack(out.getvalue())
    assert code(caught) == "unpack-broken"


@pytest.mark.parametrize("junk", [b"", b"x", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_container_is_refused(
    pair: Pair, packed: bytes, junk: bytes
) -> None:
    """In our own words."""
    _, b = pair
    for data in (junk, packed[: len(packed) // 2]):
        with pytest.raises(FaultyFiles) as caught:
            b.unpack(data)
        assert code(caught) == "unpack-broken"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE extra (a TEXT)",
        "CREATE TRIGGER t AFTER INSERT ON imports BEGIN SELECT 1; END",
        "CREATE INDEX i ON imports (file)",
        "ALTER TABLE imports ADD COLUMN more TEXT",
        'ALTER TABLE responses_1 ADD COLUMN "x y" TEXT',
        "ALTER TABLE responses_1 ADD COLUMN g TEXT AS (s1)",
        "DROP TABLE pending",
        "DROP TABLE responses_1",
        "CREATE TABLE responses_x (a TEXT)",
        "UPDATE responses_1 SET s1 = x'00'",
        "UPDATE imports SET file = 'svar.csv' || char(10) || '  2: annan.csv'",
        "UPDATE imports SET mapping = 'a' || char(13)",
        "UPDATE imports SET refused = '['",
        "UPDATE imports SET refused = '[]'",
        'UPDATE imports SET refused = \'{"blank": ["a", 1]}\'',
        "UPDATE imports SET scope = '[]'",
        "UPDATE imports SET headers = replace(headers, '\"unit\"', '7')",
        "UPDATE source_rows SET cells = char(30) || printf('%.*c', 9999, '[')",
        "UPDATE imports SET headers = '{\"a\": 1}'",
        "UPDATE source_rows SET cells = 'a' || char(31) || 'b'",
        "UPDATE source_rows SET cells = char(30) || '{'",
        "INSERT INTO withdrawn VALUES (9, '', 'content', x'00', x'00', '')",
        "PRAGMA application_id = 1",
        "PRAGMA user_version = 0",
    ],
)
def test_a_store_that_is_not_ours_is_refused(
    pair: Pair, packed: bytes, statement: str
) -> None:
    """Whatever is put into it besides answers."""
    _, b = pair
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        image = archive.read("responses.sqlite")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.deserialize(image)
        base.execute(statement)
        image = base.serialize()
    with pytest.raises(FaultyFiles) as caught:
        b.unpack(changed(packed, "responses.sqlite", image))
    assert code(caught) == "unpack-broken"
    assert b.ids() == ["r3"]


def test_a_question_that_differs_by_capitals_alone_is_told(
    pair: Pair, files: Files
) -> None:
    """The other laptop has another instrument; nothing is changed here."""
    a, b = pair
    a.collect(files("a.csv", R1))
    b.collect(files("b.csv", R3))
    with closing(sqlite3.connect(a.private / "responses.sqlite")) as base:
        base.execute("ALTER TABLE responses_1 RENAME COLUMN s1 TO S1")
    with pytest.raises(FaultyFiles) as caught:
        a.send(b)
    assert code(caught) == "store-alike"
    assert b.ids() == ["r3"]


def test_a_newer_version_is_told(pair: Pair, packed: bytes) -> None:
    """Of the container or of the store."""
    _, b = pair
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        image = archive.read("responses.sqlite")
        manifest = json.loads(archive.read("manifest.json"))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.deserialize(image)
        base.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        newer = base.serialize()
    later = json.dumps(manifest | {"format": 3}).encode()
    for bad in (
        changed(packed, "responses.sqlite", newer),
        changed(packed, "manifest.json", later),
    ):
        with pytest.raises(FaultyFiles) as caught:
            b.unpack(bad)
        assert code(caught) == "unpack-newer"


def test_what_an_older_version_packed_is_read(pair: Pair, packed: bytes) -> None:
    """Somebody may not have the newest version yet."""
    _, b = pair
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        image = archive.read("responses.sqlite")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.deserialize(image)
        for table in ("replaced", "keyed"):
            base.execute(f"DROP TABLE {table}")
        base.execute("PRAGMA user_version = 2")
        older = base.serialize()
    b.unpack(changed(packed, "responses.sqlite", older))
    assert b.ids() == ["r1", "r2", "r3"]


def test_raw_data_of_another_audit_is_refused(pair: Pair, packed: bytes) -> None:
    """Or of another workspace."""
    _, b = pair
    for old, new in ((b'"audit": "prov"', b'"audit": "vorp"'), (b"prov-1", b"prov-2")):
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            manifest = archive.read("manifest.json").replace(old, new)
        with pytest.raises(FaultyFiles) as caught:
            b.unpack(changed(packed, "manifest.json", manifest))
        assert code(caught) == "unpack-other-audit"


def test_too_much_is_not_taken_into_memory(
    pair: Pair, packed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither to pack nor to unpack."""
    a, b = pair
    monkeypatch.setattr(unpacking, "MOST_BYTES", 10)
    monkeypatch.setattr(packing, "MOST_BYTES", 10)
    with pytest.raises(FaultyFiles) as caught:
        b.unpack(packed)
    assert code(caught) == "unpack-too-large"
    with a.here() as audit, pytest.raises(FaultyFiles) as caught:
        packing.pack(audit, a.data / "x.age", lambda data: (data, lambda b: b))
    assert code(caught) == "pack-too-large"


@pytest.mark.parametrize("first", [0, 1])
def test_one_mask_for_two_words_is_told_and_settled_alike(
    pair: Pair, first: int
) -> None:
    """Whoever sends first, both computers know the same afterwards."""
    marks = {0: b"\x01", 1: b"\x02"}
    for at, one in enumerate(pair):
        with one.here() as audit:
            audit.ensure_data_dir()
        with Store.writing(store(one)) as mine, mine.transaction(lock=False):
            assert masks.give(mine, "name", marks[at]) == 1
            assert masks.give(mine, "place", b"\x09") == 1
    done = pair[first].send(pair[1 - first])
    assert done.masks == (("name", 1),)
    done = pair[1 - first].send(pair[first])
    assert done.masks == ((("name", 1),) if first else ())  # whose number is another
    for one in pair:
        with one.store() as here:
            found = [masks.number(here, "name", marks[at]) for at in (0, 1)]
            assert found == [1, 2]
            assert masks.number(here, "place", b"\x09") == 1
    assert pair[0].send(pair[1]).masks == ()


@pytest.mark.parametrize("first", [0, 1])
def test_no_mask_comes_to_stand_for_a_word_it_did_not(pair: Pair, first: int) -> None:
    """Given in another order, with quotes on both that have them already."""
    x, y, z = b"\x01", b"\x02", b"\x03"
    for one, order in zip(pair, ((x, y), (z, y, x)), strict=True):
        with one.here() as audit:
            audit.ensure_data_dir()
        with Store.writing(store(one)) as mine, mine.transaction(lock=False):
            for at, mark in enumerate(order, start=1):
                assert masks.give(mine, "name", mark) == at
    told = {*pair[first].send(pair[1 - first]).masks}
    told |= {*pair[1 - first].send(pair[first]).masks}
    assert ("name", 1) in told
    for one in pair:
        with Store.writing(store(one)) as mine, mine.transaction(lock=False):
            found = [masks.number(mine, "name", mark) for mark in (x, y, z)]
            assert found == [3, 2, 4]
            assert masks.give(mine, "name", b"\x04") == 5
