"""What one laptop has replaced or keyed in, on the other one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.rawdata import undo
from brukarrevision.rawdata.container import Packed, build, parse
from brukarrevision.store import Store, keyed, replaced
from brukarrevision.store.keyed import FIRST, SECOND, Keyed
from tests.rawdata.conftest import Files
from tests.rawdata.laptops import Laptop

Pair = tuple[Laptop, Laptop]
R1 = "r1;norr;kvinna;helt;KANARIE-ETT;inte"
R2 = "r2;norr;man;delvis;KANARIE-TVÅ;helt"
R2_NEW = "r2;norr;man;inte;KANARIE-NY;helt"
R3 = "r3;norr;man;inte;KANARIE-TRE;helt"


def take(laptop: Laptop, path: Path) -> None:
    """Read a newer export, with what has changed in it."""
    with laptop.here() as audit:
        collect(audit, [path], CollectOptions(replace=True))


def undone(laptop: Laptop) -> None:
    """Take the last import back."""
    with laptop.here() as audit:
        undo.undo(audit, undo.look(audit))


def old(laptop: Laptop) -> list[str | None]:
    """Return whose responses are replaced."""
    with laptop.store() as store:
        return [one.row.attributes[0] for one in replaced.kept(store)]


def words(laptop: Laptop) -> list[str]:
    """Return what everybody wrote."""
    with laptop.store() as store:
        return sorted(str(one)[1:] for one in store.frame("enkat")["s2"])


@pytest.fixture
def newer(pair: Pair, files: Files) -> Path:
    """Read three responses on both laptops, and return a newer export."""
    first = files("svar.csv", R1, R2, R3)
    for one in pair:
        one.collect(first)
    return files("nyare.csv", R1, R2_NEW, R3)


NEW = ["KANARIE-ETT", "KANARIE-NY", "KANARIE-TRE"]
OLD = ["KANARIE-ETT", "KANARIE-TRE", "KANARIE-TVÅ"]


@pytest.mark.parametrize("read", [False, True])
def test_what_is_replaced_on_one_is_replaced_on_the_other(
    pair: Pair, newer: Path, *, read: bool
) -> None:
    """No conflict, whether the other has read the export too or not."""
    a, b = pair
    take(a, newer)
    if read:
        b.collect(newer)
    assert a.send(b).merged.conflicts == []
    assert b.send(a).merged.conflicts == []
    for one in pair:
        assert words(one) == NEW
        assert old(one) == ["r2"]
        assert one.sums_add_up()
    undone(b)
    assert words(b) == OLD
    assert b.sums_add_up()


def test_the_one_who_replaced_keeps_the_newer_answers(pair: Pair, newer: Path) -> None:
    """The old ones of the other laptop do not come back."""
    a, b = pair
    take(a, newer)
    done = b.send(a).merged
    assert (done.added, done.conflicts) == (0, [])
    assert words(a) == NEW


def test_a_laptop_that_has_nothing_gets_what_was_replaced_too(
    pair: Pair, files: Files
) -> None:
    """So that it can be taken back there, and be withdrawn."""
    a, b = pair
    a.collect(files("svar.csv", R1, R2, R3))
    take(a, files("nyare.csv", R1, R2_NEW, R3))
    a.send(b)
    assert (words(b), old(b)) == (NEW, ["r2"])
    undone(b)
    assert words(b) == OLD


def test_other_old_answers_are_a_conflict(pair: Pair, files: Files) -> None:
    """What was replaced there is not what is here."""
    a, b = pair
    a.collect(files("svar.csv", R1, R2, R3))
    b.collect(files("annan.csv", R1, R2.replace("delvis", "helt"), R3))
    take(a, files("nyare.csv", R1, R2_NEW, R3))
    (conflict,) = a.send(b).merged.conflicts
    assert conflict.respondent == "r2"
    assert "KANARIE-NY" not in words(b)


@pytest.mark.parametrize("back", [False, True])
def test_a_withdrawal_reaches_what_was_replaced(
    pair: Pair, newer: Path, *, back: bool
) -> None:
    """On whichever laptop it was made."""
    a, b = pair
    take(a, newer)
    if back:
        b.withdraw("r2")
        b.send(a)
    else:
        a.send(b)
        a.withdraw("r2")
        a.send(b)
    for one in pair:
        assert old(one) == []
        assert words(one) == ["KANARIE-ETT", "KANARIE-TRE"]
        assert one.sums_add_up()
        assert not one.holds("KANARIE-TVÅ")
        assert not one.holds("KANARIE-NY")


# -- forms keyed in -------------------------------------------------------------


def key(laptop: Laptop, form: str, text: str, entry: int = FIRST) -> None:
    """Key in a form that is not done yet."""
    with laptop.here() as audit:
        audit.ensure_data_dir()
        one = Keyed("enkat", form, entry, done=False, answers={"s2": text})
        with Store.writing(audit.store_path) as store, store.transaction(lock=False):
            keyed.save(store, one)


def forms(laptop: Laptop) -> dict[tuple[str, int], str]:
    """Return the words in every form."""
    with laptop.store() as store:
        return {(o.form, o.entry): o.answers["s2"] for o in keyed.forms(store)}


def test_forms_of_both_are_put_together(pair: Pair) -> None:
    """What differs is listed and left, until somebody says whose is right."""
    a, b = pair
    key(a, "P1", "ett")
    key(a, "P2", "två")
    key(b, "P2", "annat")
    key(b, "P2", "andra", SECOND)
    (form,) = a.send(b).merged.forms
    assert (form.form, form.entry) == ("P2", FIRST)
    both = {("P1", 1): "ett", ("P2", 1): "annat", ("P2", 2): "andra"}
    assert forms(b) == both
    assert a.send(b, "mine").merged.forms == []
    assert forms(b) == both
    assert a.send(b, "theirs").merged.forms == []
    assert forms(b) == both | {("P2", 1): "två"}


def test_a_form_is_withdrawn_before_it_is_a_response(pair: Pair) -> None:
    """From every entry and every byte, and it does not come back."""
    a, b = pair
    for entry in (FIRST, SECOND):
        key(a, "P17", "KANARIE-FORM", entry)
    key(a, "P18", "kvar")
    a.send(b)
    found = a.withdraw("P17")
    assert (found.forms, found.origins) == ((("enkat", "P17"),), ())
    assert not a.holds("KANARIE-FORM")
    b.send(a)
    assert forms(a) == {("P18", 1): "kvar"}
    a.send(b)
    assert forms(b) == {("P18", 1): "kvar"}
    assert not b.holds("KANARIE-FORM")


def test_whoever_withdraws_takes_the_second_entry_along(
    pair: Pair, files: Files
) -> None:
    """The first one is a response already."""
    a, _ = pair
    a.collect(files("svar.csv", R1, "P7;norr;man;inte;x;helt"))
    key(a, "P7", "KANARIE-FORM", SECOND)
    a.withdraw("P7")
    assert (forms(a), a.ids()) == ({}, ["r1"])
    assert not a.holds("KANARIE-FORM")


def test_a_number_that_two_instruments_have_is_asked_for(pair: Pair) -> None:
    """The same number in another survey is another person."""
    a, _ = pair
    key(a, "P7", "ett")
    with a.here() as audit:
        other = Keyed("annan", "P7", FIRST, done=True, answers={"s2": "två"})
        with Store.writing(audit.store_path) as store, store.transaction(lock=False):
            keyed.save(store, other)
    with pytest.raises(FaultyFiles) as caught:
        a.withdraw("P7")
    (told,) = caught.value.problems
    assert (told.code, told.facts["places"]) == (
        "withdraw-ambiguous",
        "annan:P7, enkat:P7",
    )
    a.withdraw("annan:P7")
    assert forms(a) == {("P7", 1): "ett"}


# -- what somebody else may have made -------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE replaced SET answers = '['",
        "UPDATE replaced SET answers = '{}'",
        "UPDATE replaced SET answers = '[[1, null, null, null, null, null], {}]'",
        "UPDATE replaced SET answers = replace(answers, '\"s2\"', '\"_row\"')",
        "UPDATE keyed SET answers = '[1]'",
        "UPDATE keyed SET answers = '{\"s2\": 1}'",
        "UPDATE keyed SET form = 'x' || char(10) || 'y'",
        "UPDATE keyed SET pass = 9",
        "UPDATE keyed SET instrument = 'x' || char(10) || 'y'",
    ],
)
def test_odd_corrections_are_refused(pair: Pair, newer: Path, statement: str) -> None:
    """And nothing is changed."""
    a, b = pair
    take(a, newer)
    key(a, "P1", "ett")
    data = a.pack()
    packed = parse(data, "p.age")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.deserialize(packed.store)
        assert base.execute(statement).rowcount == 1
        image = base.serialize()
    bad = build(Packed(packed.workspace, packed.audit, image, packed.notes))
    with pytest.raises(FaultyFiles) as caught:
        b.unpack(bad)
    assert caught.value.problems[0].code == "unpack-broken"
    assert words(b) == OLD
