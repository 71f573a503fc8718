"""Keyed forms become responses: the same as a file with the same answers would."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.keying.asking import SEPARATOR, items
from brukarrevision.keying.settling import decide, finish, twice
from brukarrevision.keying.taking import take_in
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import RESPONSE_USES, Column, Mapping
from brukarrevision.store import Store, keyed, tombstones
from brukarrevision.store.marks import Origin

from .audits import FakeAudit, key_in, press
from .forms import PLAN, SMALL, instruments, papers

ONE = {"unit": "u0", "group": "g0", "round": "r1"}
ANSWERS = {"s1": "a", "s2": "a|c", "s3": "12", "s4": "b|a", "s5": "Tack"}


@pytest.fixture
def audit(tmp_path: Path) -> FakeAudit:
    return FakeAudit(tmp_path / "data", {"enkat": SMALL})


def left(audit: FakeAudit) -> list[tuple[str, int, bool]]:
    """Return the forms that are keyed in and no responses, with entry and state."""
    with Store.open(audit.store_path) as store:
        return [(one.form, one.entry, one.done) for one in keyed.forms(store)]


def as_file(path: Path, of: Instrument, rows: list[dict[str, str]]) -> Mapping:
    """Write the answers as a survey tool would, by their ids; return its mapping."""
    asked = [q for q in of.questions() if q.type != "note"]
    names = [*RESPONSE_USES, *(q.id for q in asked)]
    several = {q.id for q in asked if q.type in ("select_multiple", "rank")}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(names)
        for row in rows:
            cells = {
                n: c.replace(SEPARATOR, " ") for n, c in row.items() if n in several
            }
            writer.writerow([{**row, **cells}.get(name, "") for name in names])
    columns = [
        Column(at=at, header=n, use=n, separator=" " if n in several else None)
        for at, n in enumerate(names)
    ]
    return Mapping(format=1, instrument=of.id, columns=tuple(columns))


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_keyed_forms_are_what_a_file_of_them_would_be(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever is asked and answered."""
    folder = tmp_path_factory.mktemp("inmatning")
    of = data.draw(instruments())
    every = items(of, PLAN)
    forms = data.draw(st.lists(papers(every), min_size=1, max_size=4))
    typed = FakeAudit(folder / "a", {"enkat": of})
    for number, form in enumerate(forms, start=1):
        key_in(typed.desk(), number, form)
    take_in(typed.desk())

    read = FakeAudit(folder / "b", {"enkat": of})
    own = [{"respondent": f"P{n}", "mode": "paper"} for n in range(1, len(forms) + 1)]
    rows = [{**form, **more} for form, more in zip(forms, own, strict=True)]
    read.mappings["svar"] = as_file(folder / "svar.csv", of, rows)
    options = CollectOptions(mapping="svar", delimiter=";")
    collect(read, [folder / "svar.csv"], options)
    assert typed.frame() == read.frame()
    assert left(typed) == []


def test_only_done_forms_are_taken_in(audit: FakeAudit) -> None:
    """A half one waits; what was taken in is kept as keyed no more."""
    desk = audit.desk(ONE)
    key_in(desk, 1, ANSWERS)
    form = desk.begun(None, {})
    desk.save(2, form)
    log = take_in(desk).log
    assert log is not None
    assert (log.rows_in, log.rows_used, log.file) == (1, 1, "enkat (inmatning)")
    assert left(audit) == [("P2", keyed.FIRST, False)]
    assert [row["respondent"] for row in audit.frame()] == ["P1"]
    assert audit.frame()[0]["unit"] == "u0"
    assert take_in(desk).log is None


def test_a_half_form_goes_on_where_it_was(audit: FakeAudit) -> None:
    """With the attributes that it was begun with, whatever is stated now."""
    desk = audit.desk(ONE)
    begun = desk.begun(None, {})
    desk.save(1, begun)
    later = audit.desk(ONE | {"unit": "u1"})
    assert later.begun(later.numbers().form(1), {}).cells["unit"] == "u0"
    asking = audit.desk()
    form = asking.begun(asking.numbers().form(1), {})
    assert form.filling.item == desk.items[0]
    assert form.cells == {**ONE, "mode": "paper"}


def test_numbers_go_on_and_none_comes_twice(audit: FakeAudit) -> None:
    """Not over rounds either, nor that of somebody who has withdrawn."""
    desk = audit.desk(ONE)
    assert desk.numbers().free == 1
    key_in(desk, 7, ANSWERS)
    take_in(desk)
    key_in(desk, 8, ANSWERS)
    assert audit.desk(ONE | {"round": "r2"}).numbers().free == 9
    with Store.open(audit.store_path, write=True) as store, store.transaction():
        gone = Origin("enkat", 1, 2, "x", None, "{}", "P9", None)
        tombstones.enter(store, tombstones.of_response(b"k" * 32, gone))
    numbers = desk.numbers()
    assert numbers.is_withdrawn(9)
    assert numbers.free == 10


def test_a_withdrawn_form_is_not_taken_in(audit: FakeAudit) -> None:
    """Though it had been keyed in before."""
    desk = audit.desk(ONE)
    key_in(desk, 1, ANSWERS)
    with Store.open(audit.store_path, write=True) as store, store.transaction():
        gone = Origin("enkat", 1, 2, "x", None, "{}", "P1", None)
        tombstones.enter(store, tombstones.of_response(b"k" * 32, gone))
    log = take_in(desk).log
    assert log is not None
    assert log.refused == {"withdrawn": (2,)}
    assert (audit.frame(), left(audit)) == ([], [])


def test_nothing_is_kept_of_whoever_withdraws_meanwhile(audit: FakeAudit) -> None:
    """Neither of the form under way, nor of what is settled."""
    key_in(audit.desk(ONE), 1, ANSWERS)
    take_in(audit.desk(ONE))
    again = audit.desk(second=True)
    key_in(again, 1, ANSWERS | {"s1": "b"})
    (form,) = twice(again)
    with Store.open(audit.store_path, write=True) as store, store.transaction():
        tombstones.enter(store, [tombstones.of_respondent(b"k" * 32, "enkat", "P1")])
        keyed.remove(store, "enkat", "P1")
    decide(again, form, "s1", "b")
    assert not again.save(1, again.begun(None, {}))
    assert left(audit) == []


def test_nothing_is_kept_once_raw_data_is_erased(audit: FakeAudit) -> None:
    """Not even the answer under way."""
    desk = audit.desk(ONE)
    form = desk.begun(None, {})
    audit.erased = True
    with pytest.raises(FaultyFiles):
        desk.save(1, form)
    assert left(audit) == []


def test_a_form_keyed_in_elsewhere_too_is_a_second_entry(audit: FakeAudit) -> None:
    """Two computers, one paper: nobody is counted twice."""
    desk = audit.desk(ONE)
    key_in(desk, 1, ANSWERS)
    take_in(desk)
    key_in(desk, 1, ANSWERS | {"s3": "13"})
    taken = take_in(desk)
    assert (taken.log, taken.again) == (None, (1,))
    assert left(audit) == [("P1", keyed.SECOND, True)]
    (form,) = twice(audit.desk(second=True))
    assert [one.item.id for one in form.differences(desk.items)] == ["s3"]


def changed(of: Instrument, old: str, new: str) -> Instrument:
    """Return an instrument with a text changed."""
    text = of.model_dump_json(by_alias=True, exclude_unset=True)
    assert old in text
    return Instrument.model_validate_json(text.replace(old, new))


def test_a_choice_that_is_gone_opens_the_forms_that_have_it(audit: FakeAudit) -> None:
    """They are not read until somebody has looked at the papers again."""
    desk = audit.desk(ONE)
    key_in(desk, 1, ANSWERS)
    key_in(desk, 2, ANSWERS | {"s1": "b"})
    audit.instruments["enkat"] = changed(
        SMALL, '"id":"a","label":"Ja"', '"id":"x","label":"Ja"'
    )
    taken = take_in(audit.desk(ONE))
    assert taken.opened == (1,)
    assert taken.log is not None
    assert left(audit) == [("P1", keyed.FIRST, False)]
    form = audit.desk(ONE).numbers().form(1)
    assert form is not None
    assert "s1" not in form.answers


def test_a_second_entry_with_such_a_choice_is_opened_too(audit: FakeAudit) -> None:
    """And nothing is put in place that cannot be read."""
    desk = audit.desk(ONE)
    key_in(desk, 1, ANSWERS | {"s1": "b"})
    take_in(desk)
    again = audit.desk(second=True)
    key_in(again, 1, ONE | ANSWERS)
    (form,) = twice(again)
    decide(again, form, "s1", "a")
    old, new = '"id":"a","label":"Ja"', '"id":"x","label":"Ja"'
    audit.instruments["enkat"] = changed(SMALL, old, new)
    again = audit.desk(second=True)
    assert take_in(again).opened == (1,)
    assert finish(again).forms == []
    assert left(audit) == [("P1", 2, False), ("P1", 3, False)]
    (row,) = audit.frame()
    assert row["s1"] == "=b"


def test_earlier_forms_are_coded_anew_where_a_choice_means_something_else(
    audit: FakeAudit,
) -> None:
    """There is no file to read again."""
    desk = audit.desk(ONE)
    key_in(desk, 1, ANSWERS | {"s1": "b"})
    take_in(desk)
    assert audit.frame()[0]["s1"] == "=b"
    audit.instruments["enkat"] = changed(
        SMALL, '"label":"Nej"', '"label":"Vet ej","missing":"dont_know"'
    )
    take_in(audit.desk(ONE))
    assert audit.frame()[0]["s1"] == "!dont_know"
    with Store.open(audit.store_path) as store:
        assert len(store.imports()) == 1


def test_two_entries_are_settled_and_the_changed_form_replaced(
    audit: FakeAudit,
) -> None:
    """What is decided is kept; a form with something left waits."""
    desk = audit.desk(ONE)
    for number in (1, 2, 3):
        key_in(desk, number, ANSWERS)
    take_in(desk)
    again = audit.desk(second=True)
    assert again.numbers().once == (1, 2, 3)
    key_in(again, 1, ONE | ANSWERS)
    key_in(again, 2, ONE | ANSWERS | {"s3": "21", "s5": "Tyst"})
    key_in(again, 3, ONE | ANSWERS | {"s1": "b", "s2": ""})
    first, second, third = twice(again)
    assert list(first.left(again.items)) == []
    decide(again, second, "s3", "21")
    decide(again, third, "s1", "b")
    done = finish(again)
    assert (done.forms, done.changed, done.left) == ([1, 3], [3], [2])
    by_name = {row["respondent"]: row for row in audit.frame()}
    assert [by_name["P3"][q] for q in ("s1", "s2", "s3")] == ["=b", "", "=12"]
    assert by_name["P2"]["s3"] == "=12"
    (second,) = twice(again)
    assert [one.item.id for one in second.left(again.items)] == ["s5"]
    decide(again, second, "s5", "Tack")
    assert finish(again).changed == [2]
    rows = {row["respondent"]: row for row in audit.frame()}
    assert (rows["P2"]["s3"], rows["P2"]["s5"]) == ("=21", "=Tack")
    assert len(audit.frame()) == 3
    assert again.numbers().once == ()
    with Store.open(audit.store_path) as store:
        assert all(not one.answers for one in keyed.forms(store))


def test_an_import_taken_back_leaves_its_forms_keyed_in(audit: FakeAudit) -> None:
    """Nobody has to key them in again; a correction is asked what it leads to."""
    desk = audit.desk(ONE)
    key_in(desk, 1, ANSWERS | {"s1": "b", "s2": ""})
    take_in(desk)
    before = audit.frame()
    with Store.open(audit.store_path, write=True) as store, store.transaction():
        (record,) = store.imports()
        keyed.put_back(store, record)
        store.forget_import(record.number, record.instrument)
    assert (audit.frame(), left(audit)) == ([], [("P1", keyed.FIRST, True)])
    form = desk.begun(desk.numbers().form(1), {}).filling
    assert form.done
    corrected = press(form.moved(form.first), "1")
    assert corrected.item is not None
    assert (corrected.item.id, corrected.now) == ("s2", None)
    take_in(desk)
    assert audit.frame() == before
