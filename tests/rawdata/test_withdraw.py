"""One person out of everything, and kept out."""

import json
from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles, MachineFault
from brukarrevision.rawdata import traces, withdraw
from brukarrevision.store import people, quote_log, releases, schema
from brukarrevision.store.releases import Kept, Member
from brukarrevision.store.store import Store
from tests.rawdata.conftest import Files
from tests.rawdata.laptops import Laptop

Pair = tuple[Laptop, Laptop]
R1 = "r1;norr;kvinna;helt;KANARIE-ETT;inte"
R2 = "r2;norr;man;delvis;KANARIE-TVÅ;helt"
R3 = "r3;norr;man;inte;KANARIE-TRE;helt"
BARE = ";norr;man;inte;samma;helt"
QUOTES = """\
format: 1
quotes:
  - {id: q1, text: Jag blev lyssnad på., instrument: enkat}
  - {id: q2, text: Det var bra., instrument: enkat}
"""


@pytest.fixture
def a(pair: Pair, files: Files) -> Laptop:
    """Return a laptop with three responses."""
    one, _ = pair
    one.collect(files("svar.csv", R1, R2, R3))
    return one


def log(a: Laptop) -> dict[str, tuple[int, ...]]:
    """Return what the log of the first import refuses."""
    with a.store() as store:
        return dict(store.imports()[0].refused)


def test_all_that_a_person_answered_is_gone(a: Laptop) -> None:
    """From every table and every byte, and the log still adds up."""
    assert a.holds("KANARIE-TVÅ")
    found = a.withdraw("r2")
    assert found.responses == {("enkat", None): 1}
    assert a.ids() == ["r1", "r3"]
    assert log(a) == {"withdrawn": (3,)}
    assert a.sums_add_up()
    assert not a.holds("KANARIE-TVÅ")
    assert not a.holds("TVÅ")
    with a.store() as store:
        assert store.rows("SELECT count(*) FROM source_rows") == [(2,)]


def test_whoever_is_unknown_is_asked_for_and_nobody_named(a: Laptop) -> None:
    """The message helps, and lists no ids."""
    before = {p: p.read_bytes() for p in a.private.iterdir()}
    for who in ("r9", "1:99", "9:2", "R2", "", "I-01"):
        with pytest.raises(FaultyFiles) as caught:
            a.withdraw(who)
        (told,) = caught.value.problems
        assert told.code == "withdraw-unknown"
        assert "r1" not in told.message + told.remedy
    assert {p: p.read_bytes() for p in a.private.iterdir()} == before


@pytest.mark.parametrize(
    ("name", "lines", "left"),
    [
        ("svar.csv", [R1, R2, R3], 2),
        ("annat-namn.csv", [R1, R2, R3], 2),
        ("mer.csv", [R1, "", R2, R3, "r4;norr;man;helt;ny;helt"], 3),
        ("andrad.csv", ["r2;soder;man;helt;KANARIE-TVÅ;helt"], 2),
    ],
)
def test_no_file_brings_them_back(
    a: Laptop, files: Files, name: str, lines: list[str], left: int
) -> None:
    """Not the same one, under another name, with more in it, or with a change."""
    a.withdraw("r2")
    a.collect(files(name, *lines))
    assert len(a.ids()) == left
    assert "r2" not in a.ids()
    assert not a.holds("KANARIE-TVÅ")
    assert a.sums_add_up()


def test_a_corrected_mapping_brings_nobody_back(a: Laptop, files: Files) -> None:
    """Not even one by which nobody has an id any more."""
    a.withdraw("r2")
    mapping = a.folder / "mappings" / "enkat-table.yaml"
    text = mapping.read_text(encoding="utf-8")
    changed = text.replace("use: respondent", "use: ignore")
    mapping.write_text(changed, encoding="utf-8")
    (done,) = a.collect(files("svar.csv", R1, R2, R3))
    assert done.outcome == "recoded"
    assert done.refused == {"withdrawn": (3,)}
    assert len(a.ids()) == 2
    assert not a.holds("KANARIE-TVÅ")


def test_nobody_comes_back_without_an_id(a: Laptop, files: Files) -> None:
    """In a file whose ids are gone; and nobody else who answered the same is lost."""
    a.withdraw("r2")
    rest = R2.partition(";")[2]
    (done,) = a.collect(files("utan.csv", f"r7;{rest}"))
    assert done.rows_used == 1
    (done,) = a.collect(files("utan.csv", f";{rest}", f";{rest}"))
    assert done.refused == {"withdrawn": (2,)}


def test_nobody_comes_back_with_an_id(pair: Pair, files: Files) -> None:
    """Who had none when the answers were taken away."""
    a, _ = pair
    a.collect(files("svar.csv", ";norr;man;delvis;KANARIE;helt"))
    a.withdraw("1:2")
    (done,) = a.collect(files("med.csv", "r2;norr;man;delvis;KANARIE;helt"))
    assert done.refused == {"withdrawn": (2,)}


def test_an_unknown_unit_of_somebody_withdrawn_stops_nothing(
    a: Laptop, files: Files
) -> None:
    """Nothing of the row is read, so nothing of it can be told."""
    a.withdraw("r2")
    (done,) = a.collect(files("ny.csv", "r2;HEMLIG-ENHET;man;oj;ord;helt", R1))
    assert done.refused == {"withdrawn": (2,), "already_imported": (3,)}


def test_rows_without_an_id_are_called_by_import_and_row(
    pair: Pair, files: Files
) -> None:
    """As the log of the import shows them."""
    a, _ = pair
    a.collect(files("svar.csv", ";norr;man;inte;UTAN-ETT;helt", BARE))
    found = a.withdraw("1:2")
    assert len(found.origins) == 1
    assert log(a) == {"withdrawn": (2,)}
    assert not a.holds("UTAN-ETT")


def test_as_many_alike_rows_are_refused_as_were_withdrawn(
    pair: Pair, files: Files
) -> None:
    """Somebody else may have answered the same, and stays."""
    a, _ = pair
    own = ";norr;kvinna;helt;eget;helt"
    first = files("svar.csv", BARE, BARE, own)
    a.collect(first)
    a.withdraw("1:3")
    assert len(a.ids()) == 2
    a.collect(files("mer.csv", BARE, BARE, own, ";norr;man;helt;ny;helt"))
    assert len(a.ids()) == 3
    assert a.sums_add_up()
    a.collect(files("helt-annat.csv", BARE, BARE, BARE))
    assert len(a.ids()) == 4  # one is refused as withdrawn and one as known


def test_those_who_stayed_in_a_file_read_again_stay(pair: Pair, files: Files) -> None:
    """Alike in every cell to somebody withdrawn from another file."""
    a, _ = pair
    second = files("tva.csv", BARE, ";norr;man;helt;annat;helt")
    a.collect(files("ett.csv", BARE, ";norr;man;helt;eget;helt"))
    a.collect(second)
    a.withdraw("1:2")
    mapping = a.folder / "mappings" / "enkat-table.yaml"
    text = mapping.read_text(encoding="utf-8").replace("use: kon", "use: ignore")
    mapping.write_text(text, encoding="utf-8")
    (done,) = a.collect(second)
    assert (done.outcome, done.rows_used) == ("recoded", 2)


def test_the_same_id_in_two_scopes_is_two_people(pair: Pair, files: Files) -> None:
    """Which is meant has to be said."""
    a, _ = pair
    a.collect(files("norr.csv", R1), unit="norr")
    a.collect(files("soder.csv", "r1;soder;man;inte;ANDRA;helt"), unit="soder")
    with pytest.raises(FaultyFiles) as caught:
        a.withdraw("r1")
    assert caught.value.problems[0].code == "withdraw-ambiguous"
    assert "1:2, 2:2" in caught.value.problems[0].remedy
    a.withdraw("2:2")
    assert not a.holds("ANDRA")
    assert a.holds("KANARIE-ETT")
    a.collect(files("igen.csv", "r1;soder;man;inte;ANDRA;helt"), unit="soder")
    assert not a.holds("ANDRA")


def entered(a: Laptop, **said: tuple[str, ...]) -> None:
    """Keep quotes of one laptop, by who said them."""
    path = a.private / "responses.sqlite"
    with Store.writing(path) as store, store.transaction(lock=False):
        for name, sources in said.items():
            quote_log.enter(store, name, "added", text=name, sources=sources)
            quote_log.keep(store, quote_log.Kept(name, name, "enkat"))


def quotes(a: Laptop) -> list[str]:
    """Return the ids of the quotes that are kept."""
    with a.store() as store:
        return list(quote_log.kept(store))


def test_quotes_of_the_same_id_in_another_round_stay(pair: Pair, files: Files) -> None:
    """Another person said them; here and on a laptop that learns of it later."""
    a, b = pair
    rounds = "rounds: [{id: v25, label: Ett}, {id: v26, label: Två}]\ninstruments:"
    for one in pair:
        plan = one.folder / "plan.yaml"
        text = plan.read_text(encoding="utf-8").replace("instruments:", rounds)
        plan.write_text(text, encoding="utf-8")
    first, second = files("a.csv", R1), files("b.csv", R1.replace("ETT", "ANDRA"))
    for path, name in ((first, "v25"), (second, "v26")):
        a.collect(path, round=name)
    with a.store() as store:
        said = {o.round: quote_log.sources_of(o) for o in people.origins(store)}
    entered(a, c1=said["v25"], c2=said["v26"])
    a.send(b)
    assert a.withdraw("1:2").quotes == ("c1",)
    a.send(b)
    assert quotes(a) == quotes(b) == ["c2"]


def test_an_interview_is_nobody_who_answered_under_the_same_id(a: Laptop) -> None:
    """Which is meant has to be said: the row, or the file of the notes."""
    a.note("r1.md", "ORD")
    with pytest.raises(FaultyFiles) as caught:
        a.withdraw("r1")
    assert caught.value.problems[0].code == "withdraw-ambiguous"
    assert "1:2, r1.md" in caught.value.problems[0].remedy
    assert len(a.withdraw("r1.md").notes) == 1
    assert a.ids() == ["r1", "r2", "r3"]
    a.note("r1.md", "ORD")
    assert len(a.withdraw("1:2").origins) == 1
    assert [p.name for p in a.private.rglob("*.md")] == []


def test_who_is_left_with_the_same_id_is_somebody_else(
    pair: Pair, files: Files
) -> None:
    """Doing it again with the id takes nobody; with the row it is completed."""
    a, _ = pair
    a.collect(files("norr.csv", R1), unit="norr")
    a.collect(files("soder.csv", R1.replace("ETT", "ANDRA")), unit="soder")
    a.withdraw("1:2")
    with pytest.raises(FaultyFiles) as caught:
        a.withdraw("r1")
    assert caught.value.problems[0].code == "withdraw-again"
    assert a.withdraw("1:2").again
    assert a.holds("KANARIE-ANDRA")
    a.note("r1.md", "ORD")
    a.withdraw("2:2")
    with pytest.raises(FaultyFiles) as caught:
        a.withdraw("r1")
    assert caught.value.problems[0].code == "withdraw-again"
    assert len(a.withdraw("r1.md").notes) == 1


def test_what_was_said_in_an_interview_goes_without_its_notes(
    pair: Pair, a: Laptop
) -> None:
    """They are on another laptop, and go from there when it learns of it."""
    _, b = pair
    entered(a, c1=("interview:I-03",), c2=("interview:I-04",))
    b.note("I-03.md", "ORD")
    assert a.withdraw("I-03").quotes == ("c1",)
    a.send(b)
    assert quotes(a) == quotes(b) == ["c2"]
    assert not b.holds("ORD")


def test_what_is_kept_of_a_nameless_row_fits_many_answers(
    pair: Pair, files: Files
) -> None:
    """Two bytes, so that trying all answers finds far too many of them."""
    a, _ = pair
    a.collect(files("svar.csv", BARE, BARE.replace("samma", "annat")))
    a.withdraw("1:2")
    with a.store() as store:
        marks = dict(store.rows("SELECT kind, mark FROM withdrawn"))
    assert len(marks["content"]) == 2
    assert len(marks["row"]) == 16


def test_notes_quotes_drafts_and_old_copies_go_too(a: Laptop) -> None:
    """Others' notes and quotes stay."""
    (a.folder / "quotes.yaml").write_text(QUOTES, encoding="utf-8")
    for name in ("I-1.md", "I-1.coder-R2.md", "I-10.md"):
        a.note(name, f"ORD-{name}")
    (a.private / "drafts").mkdir()
    (a.private / "drafts" / "alla.docx").write_text("utkast", encoding="utf-8")
    copy = schema.backups(a.private / "responses.sqlite")
    assert copy == []
    (a.private / "responses.sqlite.version-1").write_text("gammal", encoding="utf-8")
    with Store.writing(a.private / "responses.sqlite") as store:
        (one,) = [o for o in people.origins(store) if o.respondent == "r1"]
        with store.transaction(lock=False):
            quote_log.enter(store, "q1", "approved", sources=quote_log.sources_of(one))
            quote_log.enter(store, "q2", "approved", sources=["interview:I-1"])
    assert a.withdraw("r1").quotes == ("q1",)
    left = (a.folder / "quotes.yaml").read_text(encoding="utf-8")
    assert "lyssnad" not in left
    assert "Det var bra" in left
    names = sorted(p.name for p in a.private.rglob("*") if p.is_file())
    assert "alla.docx" not in names
    assert "responses.sqlite.version-1" not in names
    assert "I-1.md" in names
    found = a.withdraw("I-1")
    assert (len(found.notes), found.quotes) == (2, ("q2",))
    assert [p.name for p in a.private.glob("interviews/*")] == ["I-10.md"]
    assert "Det var bra" not in (a.folder / "quotes.yaml").read_text(encoding="utf-8")


def test_copies_that_editors_make_of_notes_go_too(a: Laptop) -> None:
    """Those of another interview stay."""
    for name in ("I-1.md", "I-10.md"):
        a.note(name, f"ORD-{name}")
    kept = a.private / "interviews"
    for name in ("I-1.md~", ".I-1.md.swp", "#I-1.md#", "I-1.coder-R2.md.bak"):
        (kept / name).write_text("ORD-I-1.md", encoding="utf-8")
    (kept / "I-10.md~").write_text("ORD-I-10.md", encoding="utf-8")
    a.withdraw("I-1")
    assert sorted(path.name for path in kept.iterdir()) == ["I-10.md", "I-10.md~"]


def test_copies_that_people_make_of_notes_go_too(a: Laptop) -> None:
    """Whatever they are called, and wherever in the private directory they lie."""
    a.note("I-1.md", "---\nid: I-1\n---\nORD-I-1")
    kept = a.private / "interviews"
    (kept / "gamla").mkdir()
    for name in ("I-1 - kopia.txt", "gamla/utkast.md", "../I-1.md", "gamla/I-2.md"):
        text = "ORD-I-2" if "I-2" in name else "---\nid: I-1\n---\nORD-I-1"
        (kept / name).write_text(text, encoding="utf-8")
    a.withdraw("I-1")
    assert not a.holds("ORD-I-1")
    assert a.holds("ORD-I-2")


def test_what_killed_runs_left_behind_goes_too(a: Laptop) -> None:
    """In the private directory and its folders; what is whole stays."""
    for name in ("I-1.md", "I-2.md"):
        a.note(name, f"ORD-{name}")
    left = [
        a.private / ".tmp-responses.sqlite.version-1-999",
        a.private / ".brukarrevision-ab.tmp",
        a.private / "interviews" / ".brukarrevision-cd.tmp",
        a.private / "drafts" / ".brukarrevision-ef.tmp" / "alla.md",
    ]
    left[-1].parent.mkdir(parents=True)
    for path in left:
        path.write_text("ORD-I-1.md", encoding="utf-8")
    a.withdraw("I-1")
    assert not a.holds("ORD-I-1.md")
    assert not left[-1].parent.exists()
    assert a.holds("ORD-I-2.md")


def test_released_numbers_stand_and_it_is_told(a: Laptop) -> None:
    """The marks of those counted are the ledger's own (R9)."""
    with Store.writing(a.private / "responses.sqlite") as store:
        (one,) = [o for o in people.origins(store) if o.respondent == "r1"]
        with store.transaction(lock=False):
            key = b"k" * 32
            marks = [Member("v1", 0, 0, mark) for mark in one.marks(key)]
            releases.keep(store, Kept("v1", "2026-01-01", key, b"doc"), marks)
    with a.here() as audit:
        assert withdraw.look(audit, "r2").releases == ()
        assert withdraw.look(audit, "r1").releases == ("v1",)
    a.withdraw("r1")
    with a.store() as store:
        assert len(releases.members(store, "v1")) == 2
        assert [kept.document for kept in releases.kept(store)] == [b"doc"]


def test_a_publication_that_was_stopped_is_completed_first(a: Laptop) -> None:
    """What it has yet to write may hold the person's words."""
    path = a.private / "responses.sqlite"
    with Store.writing(path) as store, store.transaction(lock=False):
        releases.expect(store, {"report/alla.md": b"ord"})
    with pytest.raises(FaultyFiles) as caught:
        a.withdraw("r1")
    assert caught.value.problems[0].code == "withdraw-pending"
    assert "r1" in a.ids()


STEPS: list[tuple[object, str]] = [
    (people, "remove"),
    (quote_log, "withdraw_of"),
    (traces, "clear"),
    (traces, "remove"),
    (traces, "drop_quotes"),
    (people, "compact"),
]


@pytest.mark.parametrize("who", ["r2", "I-2"])
@pytest.mark.parametrize(("module", "step"), STEPS)
def test_what_was_stopped_is_completed_by_doing_it_again(
    a: Laptop, module: object, step: str, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step it was stopped in."""
    (a.folder / "quotes.yaml").write_text(QUOTES, encoding="utf-8")
    a.note("I-2.md", "ORD")
    (a.private / "responses.sqlite.version-1").write_text("gammal", encoding="utf-8")
    with Store.writing(a.private / "responses.sqlite") as store:
        (one,) = [o for o in people.origins(store) if o.respondent == "r2"]
        said = {"r2": quote_log.sources_of(one), "I-2": ["interview:I-2"]}
        with store.transaction(lock=False):
            quote_log.enter(store, "q1", "added", sources=said[who])

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, step, stopped)
        with pytest.raises(KeyboardInterrupt):
            a.withdraw(who)
    a.withdraw(who)
    assert a.withdraw(who).again
    assert ("r2" in a.ids(), a.holds("TVÅ")) == (who != "r2", who != "r2")
    assert a.sums_add_up()
    assert bool([*a.private.rglob("*.md")]) is (who != "I-2")
    assert schema.backups(a.private / "responses.sqlite") == []
    assert "lyssnad" not in (a.folder / "quotes.yaml").read_text(encoding="utf-8")


def test_a_full_disk_leaves_all_or_nothing(
    a: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And it can be done again."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space")

    (a.private / "responses.sqlite.version-1").write_text("gammal", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", full)
        with pytest.raises(MachineFault) as caught:
            a.withdraw("r2")
    assert caught.value.problems[0].code == "disk-full"
    a.withdraw("r2")
    assert not a.holds("TVÅ")
    assert schema.backups(a.private / "responses.sqlite") == []


def test_rows_and_ids_are_kept_as_marks_alone(a: Laptop) -> None:
    """What is left of somebody cannot be read."""
    a.withdraw("r2")
    with a.store() as store:
        rows = store.rows("SELECT * FROM withdrawn")
    assert len(rows) == 3
    assert "r2" not in json.dumps([str(row) for row in rows])
