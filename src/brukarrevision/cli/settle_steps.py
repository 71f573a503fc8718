"""The end of a second entry: how alike it is, and the differences one by one.

The answers are shown on the private screen alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from brukarrevision.cli import enter_screen as screen
from brukarrevision.cli.enter_item import ask_item
from brukarrevision.i18n import language, tr
from brukarrevision.keying import keys
from brukarrevision.keying.comparing import Difference, Summary, Twice, summary
from brukarrevision.keying.desk import Desk
from brukarrevision.keying.filling import Filling
from brukarrevision.keying.settling import Settled, decide, finish, twice

_LATER = (keys.ESCAPE, "q", "Q")


def settle(desk: Desk, key: Callable[[], str]) -> str:
    """Settle the differences as far as somebody wants to.

    Returns:
        What is said of it afterwards: numbers alone.
    """
    forms = twice(desk)
    found = summary(forms, desk.items)
    if forms:
        screen.tell("")
        screen.tell(_compared(found))
    _settle(desk, key, forms)
    done = finish(desk)
    return f"{_compared(found)} {_done(done)}" if forms else _done(done)


def _settle(desk: Desk, key: Callable[[], str], forms: Sequence[Twice]) -> None:
    for one in forms:
        form = one
        while (difference := next(form.left(desk.items), None)) is not None:
            cell = _choose(key, difference)
            if cell is None:
                return
            decide(desk, form, difference.item.id, cell)
            settled = {**form.settled, difference.item.id: cell}
            form = replace(form, settled=settled)


def _choose(key: Callable[[], str], one: Difference) -> str | None:
    """Show a difference and return the right answer, None to leave it for later."""
    item = one.item
    screen.tell("")
    screen.tell(
        tr(
            f"Formulär {one.number}, fråga {item.number}: {item.label}",
            f"Form {one.number}, question {item.number}: {item.label}",
        )
        if item.number
        else tr(
            f"Formulär {one.number}: {item.label}", f"Form {one.number}: {item.label}"
        )
    )
    for mark, text in (
        ("1", tr("första: ", "first: ") + item.shown(one.first)),
        ("2", tr("andra: ", "second: ") + item.shown(one.second)),
        ("3", tr("mata in på nytt", "key in anew")),
        ("q", tr("avgör resten en annan gång", "settle the rest another time")),
    ):
        screen.tell(text, indent=f"  {mark}  ", more="     ")
    line = screen.Line()
    while True:
        pressed = key()
        if pressed in ("1", "2", "3", *_LATER):
            line.end(pressed if pressed in "123" else "")
            break
    if pressed in _LATER:
        return None
    if pressed == "3":
        return _anew(key, one)
    return one.first if pressed == "1" else one.second


def _anew(key: Callable[[], str], one: Difference) -> str:
    """Ask for one answer by itself."""
    form = Filling.begun([replace(one.item, routing={}, notes=())])
    while not form.done:
        form = ask_item(key, one.number, form, one.item.area).form
    return form.answers[one.item.id]


def _compared(found: Summary) -> str:
    """Say how alike the entries are."""
    share = f"{found.alike:.1f}"
    if language() == "sv":
        share = share.replace(".", ",")
    return tr(
        f"{found.forms} formulär jämförda: {found.answers} svar, "
        f"{found.differences} skillnader, {share} procent lika.",
        f"{found.forms} forms compared: {found.answers} answers, "
        f"{found.differences} differences, {share} per cent alike.",
    )


def _done(done: Settled) -> str:
    """Say what was put in place, by the numbers of forms."""
    changed = ", ".join(map(str, done.changed)) or tr("inga", "none")
    text = tr(f"Ändrade formulär: {changed}.", f"Forms changed: {changed}.")
    if done.left:
        left = ", ".join(map(str, done.left))
        text += tr(f" Kvar att avgöra: {left}.", f" Left to settle: {left}.")
    return text
