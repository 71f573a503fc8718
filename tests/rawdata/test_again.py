"""Nobody comes in twice from another laptop, and nobody is taken for another."""

import pytest

from brukarrevision.errors import Refused
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.rawdata.unpacking import Unpacked
from brukarrevision.store import releases
from brukarrevision.store.releases import Kept
from brukarrevision.store.store import Store
from tests.rawdata.conftest import Files
from tests.rawdata.laptops import Laptop

Pair = tuple[Laptop, Laptop]
NAMED = [f"r{n};norr;man;helt;Fritext {n};helt" for n in range(1, 9)]
R9 = "r9;norr;man;helt;F9;helt"
NAMELESS = [
    f";norr;man;{'helt' if n % 2 else 'inte'};Fritext nummer {n};helt"
    for n in range(1, 13)
]
NEW = [f";norr;man;helt;ny {n};helt" for n in range(2)]


def without_unit(one: Laptop) -> None:
    """Let the unit be said for the whole file."""
    path = one.folder / "mappings" / "enkat-table.yaml"
    text = path.read_text(encoding="utf-8").replace("use: unit", "use: ignore")
    path.write_text(text, encoding="utf-8")


def release(one: Laptop) -> None:
    """Enter that something has been handed out."""
    with (
        Store.writing(one.private / "responses.sqlite") as store,
        store.transaction(lock=False),
    ):
        releases.keep(store, Kept("v1", "2026-01-01", b"k" * 32, b"doc"), [])


def warned(found: Unpacked) -> list[str]:
    """Return the codes of what was told."""
    return [one.code for one in found.merged.warnings]


# -- counted again ---------------------------------------------------------------


def test_a_newer_export_without_ids_adds_what_is_new(pair: Pair, files: Files) -> None:
    """One row was deleted in the tool and two came: fourteen people on both."""
    a, b = pair
    a.collect(files("a.csv", *NAMELESS))
    b.collect(files("b.csv", *NAMELESS[1:], *NEW))
    a.send(b)
    b.send(a)
    assert a.responses().total() == 14
    assert a.responses() == b.responses()
    assert a.send(b).merged.added == 0
    assert a.sums_add_up()


def test_a_corrected_export_is_refused_once_numbers_are_out(
    pair: Pair, files: Files
) -> None:
    """Whose the corrected row is cannot be known, and nothing is changed."""
    a, b = pair
    a.collect(files("a.csv", *NAMELESS))
    b.collect(files("b.csv", NAMELESS[0].replace("helt", "delvis"), *NAMELESS[1:]))
    release(a)
    with pytest.raises(Refused) as caught:
        b.send(a)
    assert [one.code for one in caught.value.problems] == ["release-rows-again"]
    assert a.responses().total() == 12


def test_a_whole_export_with_more_is_taken_after_a_release(
    pair: Pair, files: Files
) -> None:
    """All of its earlier rows are known for the same."""
    a, b = pair
    a.collect(files("a.csv", *NAMELESS))
    b.collect(files("b.csv", *NAMELESS, *NEW))
    release(a)
    assert b.send(a).merged.added == 2


def test_the_same_people_under_another_scope(pair: Pair, files: Files) -> None:
    """They are told of, and refused once numbers are out."""
    a, b = pair
    a.collect(files("a.csv", *NAMED))
    without_unit(b)
    b.collect(files("b.csv", *NAMED, R9), unit="norr")
    packed = b.pack()
    release(a)
    with pytest.raises(Refused):
        a.unpack(packed)
    assert len(a.ids()) == 8


def test_people_whose_answers_were_replaced_are_known_by_the_earlier_ones(
    pair: Pair, files: Files
) -> None:
    """All have newer answers here; the other laptop read the old, without ids."""
    a, b = pair
    a.collect(files("a.csv", *NAMED))
    newer = files("nyare.csv", *(one.replace("Fritext", "Nytt") for one in NAMED))
    with a.here() as audit:
        collect(audit, [newer], CollectOptions(replace=True))
    b.collect(files("b.csv", *(one[one.index(";") :] for one in NAMED)))
    release(a)
    with pytest.raises(Refused) as caught:
        b.send(a)
    assert [one.code for one in caught.value.problems] == ["release-rows-again"]
    assert len(a.ids()) == 8


def test_the_same_people_are_told_of_before_anything_is_out(
    pair: Pair, files: Files
) -> None:
    """Nothing is lost, and the auditor is warned."""
    a, b = pair
    a.collect(files("a.csv", *NAMED))
    without_unit(b)
    b.collect(files("b.csv", *NAMED, R9), unit="norr")
    assert warned(b.send(a)) == ["map-rows-known"]


def test_rows_that_an_older_mapping_left_out_are_taken(
    pair: Pair, files: Files
) -> None:
    """They are known to nobody here."""
    a, b = pair
    blank = "r9;norr;man;helt;ord;"
    path = a.folder / "mappings" / "enkat-table.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + 'exclude: [{at: 5, is: ""}]\n', encoding="utf-8")
    both = files("a.csv", *NAMED, blank)
    a.collect(both)
    b.collect(both)
    assert len(a.ids()) == 8
    assert b.send(a).merged.added == 1
    assert "r9" in a.ids()
    assert a.sums_add_up()


# -- withdrawn -------------------------------------------------------------------


@pytest.mark.parametrize("column", [True, False])
def test_a_withdrawn_person_stays_away_in_another_scope(
    pair: Pair, files: Files, *, column: bool
) -> None:
    """Whether or not the unit is still read from a column."""
    a, _ = pair
    a.collect(files("a.csv", *NAMED))
    a.withdraw("r1")
    if not column:
        without_unit(a)
    (log,) = a.collect(files("b.csv", *NAMED, R9), unit="norr")
    assert log.refused["withdrawn"] == (2,)
    assert "r1" not in a.ids()


def test_nor_do_they_come_from_another_laptop(pair: Pair, files: Files) -> None:
    """And they go there, in whatever scope they are."""
    a, b = pair
    a.collect(files("a.csv", *NAMED))
    a.withdraw("r1")
    without_unit(b)
    b.collect(files("b.csv", *NAMED, R9), unit="norr")
    packed = b.pack()
    assert a.send(b).merged.withdrawn == 1
    a.unpack(packed)
    assert "r1" not in [*a.ids(), *b.ids()]


def test_another_persons_same_answers_in_another_unit_stay(
    pair: Pair, files: Files
) -> None:
    """In later files and on the other laptop."""
    a, b = pair
    for one in pair:
        without_unit(one)
    same = ";;man;helt;;helt"
    norr = files("norr.csv", same, ";;kvinna;inte;;inte")
    soder = files("soder.csv", same, ";;kvinna;helt;;inte", ";;man;inte;;inte")
    a.collect(norr, unit="norr")
    b.collect(soder, unit="soder")
    a.withdraw("1:2")
    assert a.send(b).merged.withdrawn == 0
    (log,) = a.collect(soder, unit="soder")
    assert log.rows_used == 3


def test_answers_in_a_file_of_another_kind_are_told_of(
    pair: Pair, files: Files
) -> None:
    """They may be somebody else's, and stay until somebody knows."""
    a, b = pair
    same = ";norr;man;helt;;helt"
    a.collect(files("a.csv", same, ";norr;kvinna;inte;;inte"))
    b.collect(files("b.csv", same, ";soder;kvinna;helt;;inte"))
    a.withdraw("1:2")
    done = a.send(b)
    assert done.merged.withdrawn == 0
    assert warned(done) == ["unpack-maybe-withdrawn"]
    assert b.responses().total() == 3


def test_answers_in_a_newer_export_go(pair: Pair, files: Files) -> None:
    """Its other rows are those that the withdrawn one stood among."""
    a, b = pair
    a.collect(files("a.csv", *NAMELESS))
    b.collect(files("b.csv", *NAMELESS[1:], *NEW))
    a.withdraw("1:4")
    done = a.send(b)
    assert (done.merged.withdrawn, warned(done)) == (1, [])
    assert not b.holds("Fritext nummer 3")
