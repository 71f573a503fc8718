"""Single keys, as they are pressed.

The terminal is held for a whole sitting: what is typed faster than it is read must
not be lost, as it is where a library takes and gives back the terminal for each key.
"""

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from brukarrevision.keying import keys

Read = Callable[[], str]

_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*([@-~])|O(.))")
_HALF = re.compile(r"\x1b(\[[0-?]*[ -/]*|O)?")
_ARROWS = {"D": keys.LEFT, "C": keys.RIGHT}
_WINDOWS = {"K": keys.LEFT, "M": keys.RIGHT}
_STOPS = ("\x03", "\x04")
_PLAIN = (keys.ENTER, keys.TAB, keys.BACKSPACE)
_MORE_S = 0.05
"""How long the rest of an arrow key may take to come."""


@contextmanager
def keyboard() -> Iterator[Read]:
    """Hold the terminal and give a function that waits for the next key.

    It gives a character or one of :mod:`~brukarrevision.keying.keys`, and raises
    KeyboardInterrupt at Ctrl-C, Ctrl-D and where the terminal is gone. Ctrl-Z and
    the key that quits do nothing: answers would be left on the screen.
    """
    if sys.platform == "win32":
        yield _windows
        return
    import termios

    where = sys.stdin.fileno()
    before = termios.tcgetattr(where)
    held = termios.tcgetattr(where)
    held[0] &= ~termios.IXON
    held[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
    nothing = bytes([os.fpathconf(where, "PC_VDISABLE")])
    held[6][termios.VSUSP] = held[6][termios.VQUIT] = nothing
    termios.tcsetattr(where, termios.TCSADRAIN, held)
    try:
        yield Keys(where)
    finally:
        termios.tcsetattr(where, termios.TCSADRAIN, before)


class Keys:
    """Takes keys out of what a terminal sends."""

    def __init__(self, where: int) -> None:
        """Read from a file descriptor."""
        self._where, self._left = where, ""
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode

    def __call__(self) -> str:
        """Wait for the next key."""
        while not self._left:
            self._read()
        if self._left[0] == keys.ESCAPE:
            return self._escape()
        sign, self._left = self._left[0], self._left[1:]
        return meaning(sign)

    def _read(self) -> None:
        data = os.read(self._where, 1024)
        if not data:
            raise KeyboardInterrupt
        self._left += self._decode(data)

    def _escape(self) -> str:
        """Return an arrow, another key that sends several characters, or Escape."""
        import select

        while _HALF.fullmatch(self._left):
            if not select.select([self._where], [], [], _MORE_S)[0]:
                break
            self._read()
        found = _SEQUENCE.match(self._left)
        self._left = self._left[found.end() if found else 1 :]
        if not found:
            return keys.ESCAPE
        return _ARROWS.get(found[1] or found[2], keys.OTHER)


def meaning(sign: str) -> str:
    """Return the key that a character stands for."""
    if sign in _STOPS:
        raise KeyboardInterrupt
    key = keys.NAMES.get(sign, sign)
    return key if key in _PLAIN or key.isprintable() else keys.OTHER


def _windows() -> str:
    import msvcrt

    getwch: Read = msvcrt.getwch  # type: ignore[attr-defined, unused-ignore]
    sign = getwch()
    if sign in ("\x00", "\xe0"):
        return _WINDOWS.get(getwch(), keys.OTHER)
    return keys.ESCAPE if sign == keys.ESCAPE else meaning(sign)
