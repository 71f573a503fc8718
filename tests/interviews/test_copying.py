"""Notes for a second coder: the same words, and no codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles
from brukarrevision.interviews.copying import uncoded
from brukarrevision.interviews.markup import parse
from tests.interviews.test_markup import HEAD, PARTS


def copied(text: str) -> str:
    """Return what a text under a question becomes."""
    return uncoded(f"{HEAD}\n{{#g1}}\n\n{text}\n", "I-03.md").split("{#g1}\n\n")[1][:-1]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[a]{.x}", "a"),
        ("Ord [a [b [NAMN_1]]{.x .quote} c]{.y}{.z} [d]", "Ord a b [NAMN_1] c [d]"),
        ("> [a\n> *b*]{.x}\n\n- [c \\] d]{.x}", "> a\n> *b*\n\n- c \\] d"),
        ("<!-- [a]{.x} -->\n\n[😀]{.x}ö", "<!-- [a]{.x} -->\n\n😀ö"),
    ],
)
def test_only_the_codes_go(text: str, plain: str) -> None:
    """Names that are masked, comments and emphasis stay."""
    assert copied(text) == plain


@given(st.lists(PARTS, max_size=12).map("".join))
def test_the_words_stay_the_same(text: str) -> None:
    """In whatever order brackets stand, or the copy is refused."""
    file = f"{HEAD}\n{{#g1}}\n\n{text}"
    before, faults = parse(file, "I-03.md")
    try:
        after, _ = parse(uncoded(file, "I-03.md"), "I-03.md")
    except FaultyFiles:
        return
    assert not faults
    assert before is not None
    assert after is not None
    assert [b.text for b in before.blocks] == [b.text for b in after.blocks]
    assert not any(block.spans for block in after.blocks)


@pytest.mark.parametrize(
    ("text", "code"),
    [("[a `]` b]{.x}", "note-not-copied"), ("[a] {.x}", "note-span-space")],
)
def test_what_cannot_be_told_apart_is_refused(text: str, code: str) -> None:
    """Rather than codes left in, or words taken out."""
    with pytest.raises(FaultyFiles) as stop:
        copied(text)
    assert [one.code for one in stop.value.problems] == [code]
