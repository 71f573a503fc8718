"""Masks: what stands in a quote in place of words that tell who somebody is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.errors import WrongUsage
from brukarrevision.quotes.faithful import is_said
from brukarrevision.quotes.masks import kind_of, kinds, masked, places


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("Lena och lena.", "Lena", "[X] och [X]."),
        ("Lenas bil", "lena", "[X] bil"),
        ("Helena, inte lenast", "lena", "Helena, inte lenast"),
        ("[Lena] sa Lena", "Lena", "[Lena] sa [X]"),
        ("i Norra\nhuset", "norra  huset", "i [X]"),
        ("c++ (a.b)", "(a.b)", "c++ [X]"),
    ],
)
def test_words_are_masked_as_words(text: str, words: str, after: str) -> None:
    """Whole ones, whatever their capitals, and never what a bracket holds."""
    assert masked(text, words, "[X]") == after
    assert places(text, words) == after.count("[X]")


@given(st.text(alphabet="ab s.", min_size=1), st.text(alphabet="abs", min_size=1))
def test_a_masked_quote_is_still_what_was_said(text: str, words: str) -> None:
    """Whatever is hidden in it, unless nothing is left; and the words are gone."""
    after = masked(text, words, "[X]")
    assert places(after, words) == 0
    assert is_said(after, text) == any(part.strip(" .") for part in after.split("[X]"))


def test_kinds_are_named_in_either_language() -> None:
    """With a hint where there is none of that name."""
    assert kind_of("namn", "en") == kind_of("NAME", "sv") == "name"
    assert [len(kinds("sv")), len(set(kinds("en")))] == [13, 13]
    with pytest.raises(WrongUsage) as fault:
        kind_of("nam", "sv")
    assert "NAMN" in str(fault.value.problems[0].facts["hint"])
