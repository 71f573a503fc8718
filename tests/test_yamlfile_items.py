"""Items of a YAML list, one at a time: comments and other items stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from brukarrevision.yamlfile import drop_item, insert_item

BLOCK = """\
format: 1
# top
quotes:
  # first
  - id: a
    text: hej # why
  # third
  - {id: c, text: då}
# end
"""
FORMS = (
    BLOCK,
    "format: 1\n",
    "format: 1\nquotes: []\n# end\n",
    "format: 1\nquotes:\n",
    "format: 1\nquotes: [{id: a, text: x}, {id: c, text: y}]",
    "quotes:\n- id: a\n  text: >-\n    two\n    lines\n- id: c\n  text: b",
)


def items(text: str) -> list[dict[str, str]]:
    return YAML(typ="safe").load(text)["quotes"] or []


def test_an_item_goes_in_without_moving_anything_else() -> None:
    """Every line that was there is there, in its order."""
    new = insert_item(BLOCK, "quotes", 1, {"id": "b", "text": "mitt: i"})
    lines = new.splitlines()
    assert lines[3:8] == [
        "  # first",
        "  - id: a",
        "    text: hej # why",
        "  - id: b",
        "    text: 'mitt: i'",
    ]
    assert [line for line in lines if line not in lines[6:8]] == BLOCK.splitlines()


def test_an_item_goes_out_without_moving_anything_else() -> None:
    """What is said about the others is kept."""
    new = drop_item(BLOCK, "quotes", 0)
    assert new.splitlines() == [
        *BLOCK.splitlines()[:4],
        *BLOCK.splitlines()[6:],
    ]


@pytest.mark.parametrize("text", FORMS)
def test_the_last_item_leaves_an_empty_list(text: str) -> None:
    """Which a file may have."""
    new = insert_item(text, "quotes", 0, {"id": "x"})
    for _ in items(new):
        new = drop_item(new, "quotes", 0)
    assert items(new) == []
    assert "quotes: []" in new


def test_a_list_that_is_not_there_loses_nothing() -> None:
    """The text is as it was."""
    assert drop_item("format: 1\n", "quotes", 0) == "format: 1\n"


@given(
    st.sampled_from(FORMS),
    st.integers(0, 2),
    st.text(st.characters(exclude_categories=["Cs"])),
)
def test_what_goes_in_comes_out(text: str, at: int, said: str) -> None:
    """Any text, in any form of list, at any place."""
    before = YAML(typ="safe").load(text).get("quotes") or []
    at = min(at, len(before))
    new = insert_item(text, "quotes", at, {"id": "b", "text": said})
    assert items(new) == [*before[:at], {"id": "b", "text": said}, *before[at:]]
    assert items(drop_item(new, "quotes", at)) == before
