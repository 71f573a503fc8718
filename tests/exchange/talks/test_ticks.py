"""Boxes on paper: which choice a line is, and whether it is ticked."""

import pytest

from brukarrevision.exchange.talks import ticks
from brukarrevision.exchange.talks.ticks import Option, Seen

SOME = (
    Option("ja", "1", ("Ja", "Yes")),
    Option("jadelvis", "2", ("Ja, delvis",)),
    Option("nej", "x", ("Nej",)),
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("☐1\tJa", Seen("ja", False, 0, "")),
        ("☒1\tJa", Seen("ja", True, 0, "")),
        ("☑ 2\tja,  delvis", Seen("jadelvis", True, 0, "")),
        ("x1\tYes", Seen("ja", True, 0, "")),
        ("☐1 X\tJa", Seen("ja", True, 0, "")),
        ("[x] Ja", Seen("ja", True, 0, "")),
        ("☐1\tJa (X) men sällan", Seen("ja", True, 0, "men sällan")),
        ("☐2\tJa, delvis – det hände", Seen("jadelvis", False, 0, "– det hände")),
        ("☐x\tNej", Seen("nej", False, 0, "")),
        ("■1\tJa", Seen("ja", False, 0, "")),
    ],
)
def test_a_box_is_read(text: str, seen: Seen) -> None:
    """A filled one was a mistake; the small key beside it is no cross."""
    assert ticks.seen(text, SOME) == seen


@pytest.mark.parametrize("text", ["Ja", "Ja det är bra", "1 Ja", "☐1\tJajamän", "X"])
def test_words_are_no_choice_without_a_box(text: str) -> None:
    """They were said, and are kept as they are."""
    assert ticks.seen(text, SOME) is None


def test_numbers_in_boxes_are_an_order() -> None:
    seen = [ticks.seen(one, SOME, ordered=True) for one in ("2\tJa", "☐1\tNej")]
    assert [(one.option, one.place) for one in seen if one] == [("ja", 2), ("nej", 1)]
