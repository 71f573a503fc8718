"""Text from elsewhere in a note: the same words, and no markup by accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.interviews.escaping import lines_of, markdown
from brukarrevision.interviews.markup import BETWEEN, parse

HEAD = "---\nid: I-03\n---\n\n{#g1}\n\n"
SIGNS = st.sampled_from(
    [
        *("[", "]", "{", "}", "{#g1}", "{.x}", "](", "]{.x}", "<!--", "-->", "\\", "`"),
        *("*", "**", "_", "#", "## ", "> ", "- ", "+ ", "1. ", "2) ", "---", "```"),
        *("===", "~~~", "|", "&amp;", "<b>", "\n", "\n\n", "\t", "  ", "\r", "\u2028"),
        *("\x00", "\ufeff", "\u00a0", "%", "ord", "å", "😀", "answer=", "http://a.se"),
    ]
)
WRITTEN = st.lists(st.one_of(SIGNS, st.text(max_size=3)), max_size=14).map("".join)


def said(paragraphs: list[str]) -> str:
    """Return what a note with these paragraphs says; it has no fault and no codes."""
    note, faults = parse(f"{HEAD}{markdown(paragraphs)}\n", "I-03.md")
    assert not faults
    assert note is not None
    (block,) = note.blocks
    assert not block.spans
    assert block.answer is None
    return block.text


@given(st.lists(WRITTEN, max_size=4))
def test_whatever_was_written_is_said_and_is_no_markup(paragraphs: list[str]) -> None:
    plain = ["\n".join(lines_of(one)).replace("\t", " ") for one in paragraphs]
    assert said(paragraphs) == BETWEEN.join(filter(None, plain))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Jag [sa] det.", r"Jag \[sa\] det."),
        ("- Ja\n- Nej", "\\- Ja\n\\- Nej"),
        ("1. Först", r"1\. Först"),
        ("Kl. 12.30 den 3/4 – bra!", "Kl. 12.30 den 3/4 – bra!"),
    ],
)
def test_ordinary_words_stay_readable(text: str, written: str) -> None:
    assert markdown([text]) == written
