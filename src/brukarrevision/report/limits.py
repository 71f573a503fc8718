"""What a template may cost: so much time, so many characters, and no more.

A template is somebody's file. It may go round for ever, or double a text thirty times,
by mistake or on purpose; neither may take the computer with it.
"""

import contextvars
import ctypes
import threading
from collections.abc import (
    Callable,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    ValuesView,
)
from typing import Generic, TypeVar

T = TypeVar("T")

SECONDS = 10.0
MOST = 5_000_000
"""Characters and items that one report may make on its way, those printed included."""

_SEVERAL = (list, tuple, set, frozenset, KeysView, ValuesView, ItemsView)
_AGAIN_S = 0.05
_GRACE_S = 5.0
_MOST_BITS = 4_096


class TooSlow(BaseException):
    """A template takes longer than :data:`SECONDS`.

    No ordinary exception: what catches those must not keep it going.
    """


class TooLarge(Exception):
    """A template makes more than :data:`MOST`, or a number without end."""


class Meter:
    """Counts what a template makes, and stops it at :data:`MOST`."""

    def __init__(self) -> None:
        """Begin with all that a report may make."""
        self.left = MOST

    def spend(self, size: int) -> None:
        """Count characters or items.

        Raises:
            TooLarge: that was too much.
        """
        self.left -= size
        if self.left < 0:
            raise TooLarge

    def made(self, value: T) -> T:
        """Count a value that was made, with all that is in it, and return it."""
        self.spend(weight(value, self.left))
        return value

    def counted(self, values: Iterable[T]) -> Iterator[T]:
        """Count values as they come."""
        return map(self.made, values)


def weight(value: object, most: int = MOST) -> int:
    """Return how much a value holds: characters and items, those within items too.

    A list that holds another twice counts it twice, as does whatever compares or
    writes it. Counting ends soon after ``most``.
    """
    total, rest = 0, [value]
    while rest and total <= most:
        one = rest.pop()
        total += 1
        if isinstance(one, (str, bytes)):
            total += len(one)
        elif isinstance(one, dict):
            rest.extend(one)
            rest.extend(one.values())
        elif isinstance(one, range):
            total += len(one)
        elif isinstance(one, _SEVERAL):
            rest.extend(one)
    return total


def product(operator: str, left: object, right: object) -> int:
    """Return how much an operator would make, before it does.

    Raises:
        TooLarge: a whole number of more than a thousand digits.
        TypeError: text put together by ``%``, whose widths are boundless.
    """
    if operator == "%" and isinstance(left, (str, bytes)):
        raise TypeError
    if isinstance(left, int) and isinstance(right, int):
        return _number(operator, left, right)
    if operator == "*":
        times = next((x for x in (left, right) if isinstance(x, int)), 1)
        return (weight(left) + weight(right)) * max(times, 1)
    return weight(left) + weight(right)


def _number(operator: str, left: int, right: int) -> int:
    bits = left.bit_length() + right.bit_length()
    if operator == "**":
        bits = left.bit_length() * max(right, 1)
    if bits > _MOST_BITS:
        raise TooLarge
    return 1


class _Work(Generic[T]):
    """A piece of work in a thread of its own, and how it ended."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.work, self.found = work, list[T]()
        self.fault: BaseException | None = None

    def run(self) -> None:
        try:
            self.found.append(self.work())
        except BaseException as fault:  # noqa: BLE001 - raised where it is waited for
            self.fault = fault

    def outcome(self) -> T:
        if self.fault:
            raise self.fault
        if not self.found:
            raise TooSlow
        return self.found[0]


def in_time(work: Callable[[], T]) -> T:
    """Do a piece of work, and stop it when its time is up.

    It is done in a thread of its own, so that what stops it can strike nothing else.

    Raises:
        TooSlow: it took longer than :data:`SECONDS`.
    """
    one = _Work(work)
    context = contextvars.copy_context()
    thread = threading.Thread(target=context.run, args=(one.run,), daemon=True)
    thread.start()
    try:
        thread.join(SECONDS)
    finally:
        _stop(thread)
    return one.outcome()


def _stop(thread: threading.Thread) -> None:
    """Raise :class:`TooSlow` in a thread until it ends.

    Once is not enough: it may come where faults are passed over.
    """
    waited = 0.0
    while thread.is_alive() and waited < _GRACE_S:
        number = ctypes.c_ulong(thread.ident or 0)
        fault = ctypes.py_object(TooSlow)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(number, fault)
        thread.join(_AGAIN_S)
        waited += _AGAIN_S
