"""One form while it is keyed in: a state and what a key makes of it.

Pure: nothing is read, written or shown here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from brukarrevision.keying import keys, lines
from brukarrevision.keying.asking import (
    SEPARATOR,
    Answers,
    Item,
    is_asked,
    without_unasked,
)

Fault = lines.Fault


@dataclass(frozen=True, slots=True)
class Filling:
    """A form being filled.

    Attributes:
        items: all that can be asked.
        answers: so far; an item that has been passed has an entry, blank or not.
        at: the item asked now; past the last one when the form is done.
        typed: the line under way, or the keys of the choices made so far.
        usual: what Enter gives for an attribute: what the form before had.
    """

    items: tuple[Item, ...]
    answers: Answers = field(default_factory=dict)
    at: int = 0
    typed: str = ""
    usual: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def begun(
        cls,
        items: Sequence[Item],
        answers: Answers | None = None,
        usual: Mapping[str, str] | None = None,
    ) -> Self:
        """Return a form at the first item that has no answer yet."""
        plain = cls(tuple(items), dict(answers or {}), usual=dict(usual or {}))
        return plain.moved(plain._open(0))

    @property
    def item(self) -> Item | None:
        """Return what is asked now, None when the form is done."""
        return self.items[self.at] if self.at < len(self.items) else None

    @property
    def done(self) -> bool:
        """Tell whether everything that is asked has an answer, blank or not."""
        return self.item is None

    @property
    def now(self) -> str | None:
        """Return the answer that the item at hand has, None where it has none yet."""
        return self.answers.get(self.item.id) if self.item else None

    @property
    def before(self) -> int | None:
        """Return which item was asked before this one, None at the first."""
        asked = [at for at in range(self.at) if is_asked(self.items[at], self.answers)]
        return asked[-1] if asked else None

    @property
    def first(self) -> int:
        """Return the first item that is asked."""
        asked = (at for at, o in enumerate(self.items) if is_asked(o, self.answers))
        return next(asked, 0)

    def back(self) -> Self:
        """Return the form at the item before; the first stays."""
        before = self.before
        return self if before is None else self.moved(before)

    def to(self, item: str) -> Self:
        """Return the form at an item, with the answer it has."""
        return self.moved([one.id for one in self.items].index(item))

    def forward(self) -> Self:
        """Return the form at the first item without an answer."""
        return self.moved(self._open(0))

    def moved(self, at: int) -> Self:
        """Return the form at an item; what is typed begins as the answer it has."""
        new = replace(self, at=at, typed="")
        item, cell = new.item, new.now
        if item is None or item.kind == "one" or not cell:
            return new
        if not item.options:
            return replace(new, typed=cell)
        own = {one.id: one.key for one in item.options}
        between = " " if item.kind == "line" else ""
        typed = between.join(own[one] for one in cell.split(SEPARATOR) if one in own)
        return replace(new, typed=typed)

    def _open(self, start: int) -> int:
        """Return the first item from ``start`` that is asked and has no answer."""
        every = range(start, len(self.items))
        return next((at for at in every if self._is_open(at)), len(self.items))

    def _is_open(self, at: int) -> bool:
        item = self.items[at]
        return item.id not in self.answers and is_asked(item, self.answers)

    @property
    def following(self) -> int:
        """Return the next item that is asked; at the end, one that was passed over."""
        later = range(self.at + 1, len(self.items))
        asked = (at for at in later if is_asked(self.items[at], self.answers))
        return next(asked, self._open(0))


@dataclass(frozen=True, slots=True)
class Step:
    """What a key did.

    Attributes:
        form: after it.
        answered: the item that got its answer, if one did; then the form is to be
            saved.
        dropped: items whose answers went, since they are not asked any more.
        skipped: how many questions are passed over because they are not asked.
        fault: why the key or the line was no answer.
        helps: whether the keys are to be shown.
    """

    form: Filling
    answered: Item | None = None
    dropped: tuple[Item, ...] = ()
    skipped: int = 0
    fault: Fault | None = None
    helps: bool = False


def press(form: Filling, key: str) -> Step:
    """Return what a key makes of a form that is not done.

    Args:
        form: with an item at hand.
        key: a character, or one of :mod:`~brukarrevision.keying.keys`.
    """
    item = form.item
    if item is None or key in (keys.OTHER, keys.ESCAPE, ""):
        return Step(form)
    if key == keys.HELP and not (item.kind == "line" and form.typed):
        return Step(form, helps=True)
    if moved := _moved(form, item, key):
        return Step(moved)
    if key in (keys.ENTER, keys.RIGHT):
        return _enter(form, item)
    return _typed(form, item, key)


def _moved(form: Filling, item: Item, key: str) -> Filling | None:
    """Return the form after a key that goes somewhere, or takes something back."""
    if key == keys.LEFT or (key == keys.MINUS and _is_back(form, item)):
        return form.back()
    if key == keys.BACKSPACE:
        return replace(form, typed=form.typed[:-1]) if form.typed else form.back()
    return form.forward() if key == keys.TAB else None


def _is_back(form: Filling, item: Item) -> bool:
    """Tell whether a minus goes back, rather than into the line."""
    in_line = item.kind == "line" and (form.typed or lines.takes_minus(item))
    return not in_line


def _enter(form: Filling, item: Item) -> Step:
    """Take what is typed; else keep what is there, or leave it blank."""
    if item.kind == "line":
        read = lines.read(item, form.typed)
        return Step(form, fault=read.fault) if read.fault else answer(form, read.cell)
    if item.kind == "one":
        usual = form.usual.get(item.id, "") if item.question is None else ""
        return answer(form, usual if form.now is None else form.now)
    options = [one for key in form.typed if (one := item.option(key))]
    if item.kind == "several":
        options.sort(key=item.options.index)
    return answer(form, SEPARATOR.join(one.id for one in options))


def _typed(form: Filling, item: Item, key: str) -> Step:
    if item.kind == "line":
        shown = len(key) == 1 and key.isprintable()
        return Step(replace(form, typed=form.typed + key) if shown else form)
    if key == keys.SPACE:  # what is chosen of several is never lost by it
        return _enter(form, item) if form.typed else answer(form, "")
    option = item.option(key.lower())
    if option is None:
        return Step(form, fault="key")
    if item.kind == "one":
        return answer(form, option.id)
    rest = form.typed.replace(option.key, "")
    chosen = rest if option.key in form.typed else form.typed + option.key
    return Step(replace(form, typed=chosen))


def answer(form: Filling, cell: str) -> Step:
    """Give the item at hand an answer and go on; answers it rules out are dropped."""
    item = form.item
    if item is None:
        return Step(form)
    kept, dropped = without_unasked(form.items, {**form.answers, item.id: cell})
    answered = replace(form, answers=kept)
    after = answered.moved(answered.following)
    passed = form.items[form.at + 1 : after.at]
    skipped = sum(not is_asked(one, kept) for one in passed)
    return Step(after, item, dropped, skipped)
