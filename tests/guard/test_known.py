"""Imported rows are known again, whatever became of the file; others are not."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.guard.known import Known

SCALE = ["Stämmer inte", "Stämmer delvis", "Stämmer helt", "Vet ej"]
ROW = st.lists(st.sampled_from(SCALE), min_size=6, max_size=12)


def of_rows(*rows: list[str]) -> Known:
    """Return what is known of some rows."""
    known = Known()
    known.add_rows(rows)
    return known.close()


@given(st.lists(ROW, min_size=1, max_size=20), st.data())
def test_a_row_is_known_in_any_order_and_among_other_cells(
    rows: list[list[str]], data: st.DataObject
) -> None:
    """With other case and spaces, too."""
    known = of_rows(*rows)
    row = data.draw(st.sampled_from(rows))
    more = [*row, "2026-04-03", "nytt"]
    mixed = data.draw(st.permutations(more))
    changed = [f" {cell.upper()}\u00a0" for cell in mixed]
    assert known.alike(known.hashes(changed)) > 0


@given(ROW, st.data())
def test_a_row_is_known_with_a_fifth_of_its_cells_changed(
    row: list[str], data: st.DataObject
) -> None:
    """As when dates or numbers were saved in another way."""
    known = of_rows(row, ["a", "b", "c", "d", "e"])
    places = data.draw(
        st.sets(st.integers(0, len(row) - 1), max_size=int(0.2 * len(row)))
    )
    changed = [f"ny {n}" if n in places else cell for n, cell in enumerate(row)]
    assert known.alike(known.hashes(changed)) > 0


@given(st.lists(ROW, min_size=1, max_size=20))
def test_rows_of_other_words_are_not_known(rows: list[list[str]]) -> None:
    """Whatever they are."""
    known = of_rows(*rows)
    other = ["Ja", "Nej", *SCALE[:2], "Kanske", "Ibland", "Ofta"]
    assert known.alike(known.hashes(other)) == 0


def test_nothing_of_what_is_known_can_be_read_and_no_two_runs_agree() -> None:
    """The key is made anew each time and is shown nowhere."""
    row = ["en sak", "en annan", "en tredje", "en fjärde"]
    known, again = of_rows(row), of_rows(row)
    assert known.rows != again.rows
    known.add_headers(row)
    for one in (known, again):
        assert not any(word in repr(one) for word in row)
        assert repr(one.key) not in repr(one)


def test_whole_numbers_are_the_same_with_and_without_a_decimal() -> None:
    """Spreadsheets add one."""
    known = of_rows(["1", "2", "3", "4", "5"])
    assert known.alike(known.hashes(["1.0", "2.0", "3.0", "4.0", "5.0"])) == 2


def test_a_header_is_known_in_part_and_in_two_rows() -> None:
    """A column may have been taken out; two rows are written as one in mappings."""
    known = Known()
    asked = "Vilka var med?"
    known.add_headers(["ID", "Kön", f"{asked} | Läkare", f"{asked} | Kurator"])
    assert known.is_header(known.hashes(["Starttid", "id", "KÖN", asked, ""]))
    assert not known.is_header(known.hashes(["ID", "Kön", "Ålder"]))


def test_a_large_survey_of_scales_alone_is_known_again_soon() -> None:
    """No cell of it is rare; most of its rows are known all the same."""
    order = random.Random(3)  # noqa: S311 - no secret
    rows = [[order.choice(SCALE) for _ in range(20)] for _ in range(3_000)]
    known = of_rows(*rows)
    start = time.monotonic()
    found = [known.alike(known.hashes([*row, "2026-04-03"])) for row in rows[:500]]
    assert sum(map(bool, found)) > 100
    assert time.monotonic() - start < 20
