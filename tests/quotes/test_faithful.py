"""Whether a quote is what somebody said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.quotes.faithful import is_said

ANSWER = "Jag vågar inte klaga, för då blir personalen på Solgården arg. Så är det."


@pytest.mark.parametrize(
    "quote",
    [
        ANSWER,
        "jag vågar inte klaga",
        "”Jag vågar  inte klaga …”",
        "Jag vågar inte klaga […] Så är det.",
        "Jag vågar inte klaga, för då blir personalen på [boendet] arg.",
        "[…] då blir personalen […] arg.",
    ],
)
def test_shortened_and_marked_it_is_still_theirs(quote: str) -> None:
    """Signs, capitals and what stands in brackets are the auditors' own."""
    assert is_said(quote, ANSWER)


@pytest.mark.parametrize(
    "quote",
    [
        "Jag vågar klaga",
        "Jag vågar aldrig klaga",
        "Så är det. […] Jag vågar inte klaga",
        "Jag vågar inte klaga, då blir personalen arg",
        "Jag vågar inte klag",
        "[Hon är rädd]",
        "[…]",
        "",
        "…",
    ],
)
def test_other_words_are_not(quote: str) -> None:
    """Nor theirs in another order, or with something left out unmarked."""
    assert not is_said(quote, ANSWER)


WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_whatever_is_cut_out_and_marked_is_still_said(
    words: list[str], data: st.DataObject
) -> None:
    """Cutting with […] never makes a quote another's."""
    keep = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    cut = [w if kept else "[…]" for w, kept in zip(words, keep, strict=True)]
    assert is_said(" ".join(cut), " ".join(words)) == any(keep)
