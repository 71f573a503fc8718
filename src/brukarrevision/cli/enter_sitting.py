"""One sitting: form after form, key after key, each answer saved as it is given."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from brukarrevision import console
from brukarrevision.cli import enter_screen as screen
from brukarrevision.cli.enter_item import ask_item
from brukarrevision.errors import MachineFault
from brukarrevision.i18n import tr
from brukarrevision.keying import keys
from brukarrevision.keying.asking import ASKED_ATTRIBUTES
from brukarrevision.keying.desk import Desk, Form
from brukarrevision.keying.filling import Step
from brukarrevision.keying.numbers import MOST, Numbers
from brukarrevision.store.keyed import FIRST, SECOND

_BACK = (keys.LEFT, keys.MINUS)
_ENDS = (keys.ESCAPE, "q", "Q")


class Sitting:
    """Forms keyed in by one person, until she ends."""

    def __init__(self, desk: Desk, key: Callable[[], str]) -> None:
        """Sit down at a desk with a keyboard."""
        self.desk, self.key = desk, key
        self.usual: Mapping[str, str] = {}
        self.last: int | None = None

    def run(self) -> None:
        """Key in forms until somebody ends."""
        self._welcome()
        while (number := self._number()) is not None:
            self._form(abs(number), at_end=number < 0)
            self.last = abs(number)

    def _welcome(self) -> None:
        numbers = self.desk.numbers()
        entry = self.desk.entry
        done, half = (len(numbers.of_entry(entry, done=d)) for d in (True, False))
        title = self.desk.instrument.title
        if self.desk.entry == SECOND:
            screen.tell(tr(f"Andra inmatningen: {title}", f"Second entry: {title}"))
        else:
            screen.tell(tr(f"Inmatning: {title}", f"Keying in: {title}"))
        screen.tell(
            tr(
                "? visar tangenterna. Allt sparas medan du matar in.",
                "? shows the keys. All is saved as you go.",
            )
        )
        if done or half:
            screen.tell(
                tr(
                    f"Sedan förra gången: {done} klara formulär, {half} halva.",
                    f"Since last time: {done} forms done, {half} half done.",
                )
            )

    # -- which form --------------------------------------------------------------

    def _number(self) -> int | None:
        """Ask which form comes next; None when there are to be no more.

        The number is negative where the form before is gone back into.
        """
        while True:
            numbers = self.desk.numbers()
            usual = self._usual(numbers)
            console.draw("\n")
            line = screen.read_line(self.key, _question(usual), stops="qQ-")
            if line in _ENDS:
                return None
            if line == keys.HELP:
                screen.tell_help()
            elif line in _BACK and self.last is not None:
                return -self.last
            elif (number := _read(line, usual)) is None:
                screen.tell(tr("Skriv formulärets nummer.", "Write the form's number."))
            elif refusal := self._refusal(numbers, number):
                screen.tell(refusal)
            else:
                return number

    def _usual(self, numbers: Numbers) -> int | None:
        """Return the form that Enter means: a half one, else the next."""
        half = numbers.of_entry(self.desk.entry, done=False)
        if half:
            return half[0]
        if self.desk.entry == FIRST:
            return numbers.free
        return next(iter(numbers.once), None)

    def _refusal(self, numbers: Numbers, number: int) -> str:
        """Say why a form cannot be keyed in, ``""`` if it can."""
        if numbers.is_withdrawn(number):
            return _withdrawn(number)
        if self.desk.entry == SECOND and number not in numbers.stored:
            return tr(
                f"Formulär {number} är inte inmatat en första gång.",
                f"Form {number} has not been keyed in a first time.",
            )
        if self.desk.entry == FIRST and number in numbers.stored:
            return tr(
                f"Formulär {number} är redan inläst. Är det ett annat formulär, ge det "
                "ett eget nummer. Är något fel inmatat, mata in det en gång till med "
                "--second.",
                f"Form {number} has been read already. If this is another form, give "
                "it a number of its own. If something was keyed in wrongly, key it in "
                "once more with --second.",
            )
        return ""

    # -- one form ------------------------------------------------------------------

    def _form(self, number: int, *, at_end: bool) -> None:
        """Key in a form to its end; one that is done is gone through again."""
        kept = self.desk.numbers().form(number, self.desk.entry)
        form = self.desk.begun(kept, self.usual)
        filling = form.filling
        if kept and filling.done:
            filling = filling.back() if at_end else filling.moved(filling.first)
        form, area = replace(form, filling=filling), ""
        while (item := form.filling.item) is not None:
            after = self._answered(number, form, area)
            if after is None:
                screen.tell(_withdrawn(number))
                return
            form, area = after, item.area
        screen.tell(tr(f"Formulär {number} klart.", f"Form {number} done."))
        cells = form.filling.answers
        self.usual = {n: cells[n] for n in ASKED_ATTRIBUTES if n in cells}

    def _answered(self, number: int, form: Form, area: str) -> Form | None:
        """Ask one thing and save its answer; None for somebody withdrawn since."""
        step = ask_item(self.key, number, form.filling, area)
        after = replace(form, filling=step.form)
        if step.answered:
            if not self._saved(number, after):
                return None
            _tell_dropped(step)
        return after

    def _saved(self, number: int, form: Form) -> bool:
        """Save a form; where that cannot be done, wait and try again."""
        while True:
            try:
                return self.desk.save(number, form)
            except MachineFault as fault:
                console.show(fault.problems)
                screen.tell(
                    tr(
                        "Svaret är inte sparat än. Tryck på en tangent för att försöka "
                        "igen.",
                        "The answer is not saved yet. Press a key to try again.",
                    )
                )
                self.key()


def _withdrawn(number: int) -> str:
    return tr(
        f"Den som svarade på formulär {number} har återkallat sina svar. "
        "Mata inte in det.",
        f"Whoever answered form {number} has withdrawn. Do not key it in.",
    )


def _question(usual: int | None) -> str:
    """Return what is asked where a form begins."""
    if usual is None:
        return tr("Formulär nr (q slutar): ", "Form no. (q ends): ")
    return tr(f"Formulär nr [{usual}] (q slutar): ", f"Form no. [{usual}] (q ends): ")


def _read(line: str, usual: int | None) -> int | None:
    """Return the number that a line means, None if it means none."""
    if not line:
        return usual
    plain = line.upper().removeprefix("P")
    number = int(plain) if plain.isascii() and plain.isdigit() else 0
    return number if 0 < number <= MOST else None


def _tell_dropped(step: Step) -> None:
    """Say which answers went, and how many questions are passed over."""
    if step.dropped:
        named = ", ".join(str(one.number) for one in step.dropped)
        screen.tell(
            tr(
                f"Svaret på fråga {named} är borttaget: den ställs inte nu.",
                f"The answer to question {named} is removed: it is not asked now.",
            )
        )
    if step.skipped:
        screen.tell(
            tr(
                f"Hoppar över {step.skipped} som inte ska besvaras.",
                f"Passing over {step.skipped} not to be answered.",
            )
        )
