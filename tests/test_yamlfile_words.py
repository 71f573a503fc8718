"""Words of a YAML text: all else stays as it is, comments too."""

import pytest

from brukarrevision.yamlfile import change_word, drop_word, put_word

BLOCK = """\
themes:
  - id: a # om a
    label: A # rubrik
    # mellan
    parent: b # under b
  - parent: 'b'
    id: c
    label: >
      två
      rader
"""
FLOW = """\
themes:
  - {id: "a", label: A, parent: b} # om a
  - {parent: b, id: c, label: "C"} # om c
"""


@pytest.mark.parametrize("text", [BLOCK, FLOW, BLOCK.replace("\n", "\r\n")])
@pytest.mark.parametrize("at", [0, 1])
def test_a_word_there_and_back_is_the_same_text(text: str, at: int) -> None:
    """Its quotes are kept."""
    for key, old in (("id", "ac"[at]), ("parent", "b")):
        path = ("themes", at, key)
        there = change_word(text, path, "nytt-ord")
        assert there.count("nytt-ord") == 1
        assert change_word(there, path, old) == text


def test_a_word_that_older_programs_misread_is_quoted() -> None:
    """``no`` would be a truth to them."""
    assert change_word("a: x # y\n", ("a",), "no") == 'a: "no" # y\n'


@pytest.mark.parametrize(
    ("text", "at", "after"),
    [
        (BLOCK, 0, BLOCK.replace("    parent: b # under b\n", "")),
        (BLOCK, 1, BLOCK.replace("parent: 'b'\n    id", "id")),
        (FLOW, 0, FLOW.replace("A, parent: b", "A")),
        (FLOW, 1, FLOW.replace("parent: b, id: c", "id: c")),
    ],
)
def test_a_key_is_taken_out(text: str, at: int, after: str) -> None:
    """With the comment on its line, which was about it."""
    assert drop_word(text, ("themes", at, "parent")) == after
    windows = drop_word(text.replace("\n", "\r\n"), ("themes", at, "parent"))
    assert windows == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("- id: a\n  label: A # x\n  # y\n", "A # x\n  top: b\n  # y\n"),
        ("- label: A\n  id: a", "A\n  top: b\n  id: a"),
        ("- id: a\n  label: >\n    B\n    A\n", "A\n  top: b\n"),
        ("- {id: a, label: A, x: 1}\n", "A, top: b, x: 1}\n"),
    ],
)
def test_a_key_is_put_in_after_another(text: str, after: str) -> None:
    """On a line of its own, or in the braces."""
    after = text[: text.index("A")] + after
    assert put_word(text, (0, "top"), "b", after="label") == after
    windows = put_word(text.replace("\n", "\r\n"), (0, "top"), "b", after="label")
    assert windows == after.replace("\n", "\r\n")
