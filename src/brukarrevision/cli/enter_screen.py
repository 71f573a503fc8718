"""How a form is shown at the terminal while it is keyed in: lines, nothing drawn over.

Only the line under way is written anew, so a screen reader has the rest in its order.
"""

import shutil
import textwrap
from collections.abc import Callable

from brukarrevision import console
from brukarrevision.i18n import tr
from brukarrevision.keying import keys
from brukarrevision.keying.asking import Item
from brukarrevision.keying.filling import Fault, Filling

MARK = "> "
_MOST = 100
_AROUND = 4
"""Lines of a screen that a heading, a question and its answer take."""

_FAULTS: dict[Fault, tuple[str, str]] = {
    "key": ("Det finns inget sådant svar.", "There is no such answer."),
    "whole": ("Skriv ett heltal.", "Write a whole number."),
    "number": ("Skriv ett tal med siffror.", "Write a number in digits."),
    "date": ("Skriv datumet som 2026-01-31.", "Write the date as 2026-01-31."),
    "choice": (
        "Skriv svarets nummer, eller så mycket av början att bara ett svar passar.",
        "Write the answer's number, or so much of its beginning that only one fits.",
    ),
}


def width() -> int:
    """Return how long a line may be."""
    return max(20, min(_MOST, shutil.get_terminal_size().columns - 1))


def tell(text: str, *, indent: str = "", more: str | None = None) -> None:
    """Write a text, wrapped; lines after the first begin with ``more``."""
    after = indent if more is None else more
    for part in text.splitlines() or [""]:
        lines = textwrap.wrap(
            part, width(), initial_indent=indent, subsequent_indent=after
        )
        for line in lines or [""]:
            console.draw(f"{line}\n")


class Line:
    """The line under way: written anew as it changes."""

    def __init__(self, mark: str = MARK) -> None:
        """Begin an empty line with a mark."""
        self._mark, self._shown = mark, ""
        console.draw(mark)

    def show(self, text: str) -> None:
        """Show a text on the line; of a long one its end."""
        from rich.cells import cell_len

        while cell_len(text) > self._room:
            text = text[1:]
        gone = max(0, cell_len(self._shown) - cell_len(text))
        if text.startswith(self._shown):
            console.draw(text.removeprefix(self._shown))
        else:
            blanks = f"{' ' * gone}{chr(8) * gone}"
            console.draw(f"\r{self._mark}{text}{blanks}")
        self._shown = text

    @property
    def _room(self) -> int:
        return width() - len(self._mark)

    def end(self, text: str | None = None) -> None:
        """End the line, with another text if one is given: of a long one its head."""
        if text is not None:
            from rich.cells import cell_len

            cut = text
            while cell_len(cut) > self._room - (cut != text):
                cut = cut[:-1]
            self.show(cut if cut == text else f"{cut}…")
        console.draw("\n")


def heading(number: int, item: Item, of: int) -> str:
    """Return where one is: the form and the question."""
    if not item.number:
        return tr(f"Formulär {number}", f"Form {number}")
    return tr(
        f"Formulär {number}, fråga {item.number} av {of}",
        f"Form {number}, question {item.number} of {of}",
    )


def ask(number: int, form: Filling, item: Item, area: str) -> Line:
    """Show a question, and begin the line that it is answered on.

    Args:
        number: of the form.
        form: with the item at hand.
        item: what is asked.
        area: the heading shown last.
    """
    console.draw("\n")
    if item.area and item.area != area:
        tell(f"== {item.area} ==")
    for note in item.notes:
        tell(note)
    tell(heading(number, item, max(one.number for one in form.items)))
    tell(item.label)
    if item.hint:
        tell(item.hint, indent="  ")
    for one in item.options:
        mark = f"  {one.key}  "
        tell(one.label, indent=mark, more=" " * len(mark))
    if len(item.options) > shutil.get_terminal_size().lines - _AROUND:
        tell(item.label)  # it has gone off the screen, which cannot be scrolled
    _tell_now(form, item)
    line = Line()
    if form.typed:
        line.show(shown(form, item))
    return line


def _tell_now(form: Filling, item: Item) -> None:
    """Say what Enter gives, where that is no blank."""
    usual = form.usual.get(item.id) if item.question is None else None
    if form.now is not None:
        is_now = item.shown(form.now)
        tell(tr(f"Nu: {is_now}. Enter behåller.", f"Now: {is_now}. Enter keeps it."))
    elif usual:
        same = item.shown(usual)
        tell(tr(f"Enter: {same}, som förra.", f"Enter: {same}, as before."))


def shown(form: Filling, item: Item) -> str:
    """Return the line under way in words: what has been chosen, or what is typed."""
    if item.kind == "line":
        return form.typed
    options = [one for key in form.typed if (one := item.option(key))]
    if item.kind == "several":
        options.sort(key=item.options.index)
        return ", ".join(f"{one.key} {one.label}" for one in options)
    return ", ".join(f"{at}. {one.label}" for at, one in enumerate(options, start=1))


def told(fault: Fault, item: Item) -> str:
    """Say why something is no answer."""
    if fault == "range" and item.question:
        low, high = item.question.start, item.question.end
        if high is None:
            return tr(f"Talet ska vara minst {low}.", f"It must be at least {low}.")
        if low is None:
            return tr(f"Talet ska vara högst {high}.", f"It must be at most {high}.")
        return tr(
            f"Talet ska vara mellan {low} och {high}.",
            f"The number must be between {low} and {high}.",
        )
    return tr(*_FAULTS[fault])


def read_line(key: Callable[[], str], mark: str = MARK, stops: str = "") -> str:
    """Read a line; a key of ``stops`` on an empty one is given at once, alone."""
    line, text = Line(mark), ""
    while True:
        pressed = key()
        if not text and pressed in (*stops, keys.ESCAPE, keys.LEFT, keys.HELP):
            line.end()
            return pressed
        if pressed == keys.ENTER:
            line.end()
            return text.strip()
        if pressed == keys.BACKSPACE:
            text = text[:-1]
        elif len(pressed) == 1 and pressed.isprintable():
            text += pressed
        line.show(text)


def help_lines() -> tuple[tuple[str, str], ...]:
    """Return the keys and what each does."""
    return (
        (
            tr("siffra, bokstav", "digit, letter"),
            tr("väljer det svaret", "gives that answer"),
        ),
        (
            tr("Enter", "Enter"),
            tr(
                "går vidare; utan svar lämnas frågan tom",
                "goes on; with no answer the question is left blank",
            ),
        ),
        (
            tr("mellanslag", "space"),
            tr(
                "lämnar frågan tom; har du valt flera svar går du vidare",
                "leaves the question blank; goes on with several chosen",
            ),
        ),
        (
            "-, ←, Backspace",
            tr("tillbaka till frågan innan", "back to the question before"),
        ),
        (
            "Tab",
            tr(
                "fram till första frågan utan svar",
                "on to the first question without an answer",
            ),
        ),
        (
            "Esc, q",
            tr(
                "slutar, när ett nytt formulär ska börja",
                "ends, where a new form is to begin",
            ),
        ),
        (
            "Ctrl-C",
            tr(
                "avbryter var som helst; allt besvarat är sparat",
                "stops anywhere; all that was answered is saved",
            ),
        ),
        ("?", tr("visar tangenterna", "shows the keys")),
    )


def tell_help() -> None:
    """Show the keys."""
    console.draw("\n")
    for name, text in help_lines():
        tell(text, indent=f"  {name:<16} ", more=" " * 19)
