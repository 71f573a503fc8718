"""A code by another id in notes: nothing else moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles
from brukarrevision.interviews.markup import Note, parse
from brukarrevision.interviews.recoding import recoded
from tests.interviews.notes import HEAD

LINES = (
    "[Läkaren ringer bara.]{.a}",
    "Vi [har [aldrig 🙂]{.a .quote} träffats]{.b .c}.",
    "[två]{.a}{.b} [tre]{.b .a %.a är en kod%}",
    "> [i ett citat",
    "> över två rader]{.c",
    "> .a}",
    "- [en punkt `]` i en lista]{.a .a}",
    "`[x]{.a}` \\[x\\]\\{.a\\} .a <!-- [x]{.a} -->",
    '[med ord]{class="c a"} **[fet]{.a}**',
)


def read(text: str) -> Note:
    """Return notes that have no faults."""
    note, faults = parse(text, "I-03.md")
    assert note is not None
    assert not faults
    return note


def body(lines: list[str], end: str) -> str:
    """Return a file of notes with those lines, and an empty one after each."""
    joined = "\n\n".join(lines).replace("\n\n> ", "\n> ").replace("> [", "\n> [", 1)
    return f"{HEAD}\n{{#g1}}\n\n{joined}\n".replace("\n", end)


def whole(drawn: list[int]) -> list[str]:
    """Return lines by number; the three of one span stay together."""
    return [line for at in drawn for line in (LINES[3:6] if at == 3 else [LINES[at]])]


FILES = st.builds(
    lambda drawn, end, mark: mark + body(whole(drawn), end),
    st.lists(st.sampled_from((0, 1, 2, 3, 6, 7, 8)), min_size=1, max_size=5),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from(("", "\ufeff")),
)


@given(FILES)
def test_there_and_back_gives_the_same_bytes(text: str) -> None:
    """A name that nothing else has can be taken back."""
    there, changed = recoded(text, "I-03.md", "a", "nytt-namn")
    back, again = recoded(there, "I-03.md", "nytt-namn", "a")
    assert back == text
    assert len(again) == len(changed)
    assert [one.before for one in changed] == [one.after for one in again]


@given(FILES)
def test_two_codes_made_one_change_no_text(text: str) -> None:
    """The same words bear the code, once; what is no code stays."""
    old = read(text)
    merged, _ = recoded(text, "I-03.md", "a", "b")
    new = read(merged)
    for before, after in zip(old.blocks, new.blocks, strict=True):
        assert before.text == after.text
        for one, other in zip(before.spans, after.spans, strict=True):
            assert (one.start, one.end, one.quote) == (
                other.start,
                other.end,
                one.quote,
            )
            assert set(other.codes) == {"b" if c == "a" else c for c in one.codes}
    for kept in (
        "`[x]{.a}`",
        "\\[x\\]\\{.a\\} .a",
        "<!-- [x]{.a} -->",
        "%.a är en kod%",
    ):
        assert merged.count(kept) == text.count(kept)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[x]{.a .b}", "[x]{.b}"),
        ("[x]{.b .a}", "[x]{.b}"),
        ("[x]{.b .quote .a}", "[x]{.b .quote}"),
        ("[x]{.a}{.b}", "[x]{.b}"),
        ("[[x]{.a} y]{.b}", "[[x]{.b} y]{.b}"),
        ("[x]{.a} [y]{.c .a}", "[x]{.b} [y]{.c .b}"),
        ("[x]{.c} [y]{.b .b}", "[x]{.c} [y]{.b .b}"),
    ],
)
def test_of_two_codes_on_the_same_words_one_is_left(before: str, after: str) -> None:
    """And the braces are as somebody would have written them."""
    text = body([before], "\n")
    assert recoded(text, "I-03.md", "a", "b")[0] == body([after], "\n")


def test_each_place_is_told_without_what_was_said() -> None:
    """The line of the bracket, and the classes as they were and are."""
    text = body(["[hemligt]{.b %hemligt% .a .quote}"], "\n")
    (one,) = recoded(text, "I-03.md", "a", "b")[1]
    assert (one.line, one.before, one.after) == (
        text.split("\n").index("[hemligt]{.b %hemligt% .a .quote}") + 1,
        ("b", "a", "quote"),
        ("b", "quote"),
    )


def test_a_file_with_faults_is_left() -> None:
    """Where markup is lost, a code might be lost."""
    with pytest.raises(FaultyFiles) as stopped:
        recoded(body(["[x]{.a} [y] {.a}"], "\n"), "I-03.md", "a", "b")
    assert stopped.value.problems[0].place.file == "I-03.md"
