"""Short codes of choices: five signs, nobody else's, and the same tomorrow."""

from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.intake.codes import LONGEST, short_codes
from brukarrevision.intake.matching import known_choices
from brukarrevision.model.instrument import Choice

IDS = st.lists(
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,19}", fullmatch=True), unique=True
)


def codes(*ids: str) -> list[str]:
    """Return the codes of choices that are called by their ids."""
    return list(short_codes({one: (one,) for one in ids}).values())


@given(IDS)
def test_every_code_fits_and_is_nobody_elses(ids: list[str]) -> None:
    found = codes(*ids)
    assert len({one.casefold() for one in found}) == len(ids)
    assert all(len(one) <= LONGEST and one.isascii() and one.isalnum() for one in found)


@given(IDS)
def test_codes_do_not_depend_on_the_order(ids: list[str]) -> None:
    before = short_codes({one: (one,) for one in ids})
    assert before == short_codes({one: (one,) for one in reversed(ids)})


def test_an_id_that_fits_is_its_own_code() -> None:
    assert codes("ja", "nej", "vetej", "a65") == ["ja", "nej", "vetej", "a65"]


def test_a_long_id_is_cut_where_no_other_begins_so() -> None:
    assert codes("delvis", "helt", "inte-alls") == ["delvi", "helt", "intea"]


def test_ids_that_begin_alike_are_told_apart() -> None:
    bra, daligt = codes("mycketbra", "mycketdaligt")
    assert bra != daligt
    assert bra[:2] == daligt[:2] == "my"


def test_words_that_limesurvey_keeps_for_itself_are_no_codes() -> None:
    assert not {"other", "time"} & {*codes("other", "time", "others")}


def test_no_code_is_what_another_choice_is_called() -> None:
    found = short_codes({"1": ("5",), "5": ("1",)})
    assert not {"1", "5"} & {*found.values()}


def test_a_cell_with_a_code_is_its_choice() -> None:
    options = [Choice(id=one, label=one.upper()) for one in ("delvis", "helt")]
    assert known_choices(options)["delvi"] == "delvis"
