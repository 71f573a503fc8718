"""Keys out of what a terminal sends."""

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest

from brukarrevision.cli.keyboard import Keys, meaning
from brukarrevision.keying import keys

Pipe = tuple[Keys, int]


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    """Return a keyboard, and where its keys are written."""
    out, into = os.pipe()
    yield Keys(out), into
    os.close(out)


def read(pipe: Pipe, *sent: bytes) -> list[str]:
    """Return all keys until the terminal is gone."""
    keyboard, into = pipe
    for data in sent:
        os.write(into, data)
    os.close(into)
    found: list[str] = []
    with suppress(KeyboardInterrupt):
        while True:
            found.append(keyboard())
    return found


def test_many_keys_at_once_are_told_apart(pipe: Pipe) -> None:
    """Nothing that is typed ahead is lost."""
    sent = "12 å\r\n\t\x7f\b-".encode()
    enter, gone = keys.ENTER, keys.BACKSPACE
    expected = ["1", "2", " ", "å", enter, enter, keys.TAB, gone, gone, "-"]
    assert read(pipe, sent) == expected


def test_arrows_are_keys_and_other_sequences_nothing(pipe: Pipe) -> None:
    """Both shapes of arrows; Delete and F5 do no harm."""
    sent = b"\x1b[D\x1bOC\x1b[3~\x1b[15~\x1b[1;5D1"
    other = keys.OTHER
    left, right = keys.LEFT, keys.RIGHT
    assert read(pipe, sent) == [left, right, other, other, left, "1"]


def test_escape_alone_is_escape(pipe: Pipe) -> None:
    """Also before other keys."""
    keyboard, into = pipe
    os.write(into, b"\x1b")
    assert keyboard() == keys.ESCAPE
    assert read(pipe, b"\x1b1") == [keys.ESCAPE, "1"]


def test_a_letter_sent_in_two_parts_is_one_key(pipe: Pipe) -> None:
    """A line that is slow."""
    keyboard, into = pipe
    os.write(into, b"a\xc3")
    assert keyboard() == "a"
    assert read(pipe, b"\xb6") == ["ö"]


@pytest.mark.parametrize("sign", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_stop(sign: str) -> None:
    """Where the terminal does not say so itself."""
    with pytest.raises(KeyboardInterrupt):
        meaning(sign)


def test_control_signs_are_no_answers() -> None:
    """They are neither text nor choices."""
    assert {meaning(chr(code)) for code in (1, 2, 5, 22, 26)} == {keys.OTHER}
