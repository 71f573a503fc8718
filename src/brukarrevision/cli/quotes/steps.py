"""The steps of the commands of quotes."""

import sys
from collections.abc import Sequence

from brukarrevision import console
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import opened
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr
from brukarrevision.quotes import desk
from brukarrevision.quotes.candidates import candidate
from brukarrevision.quotes.possible import Possible
from brukarrevision.tables.grid import Grid

_STATUS = {
    "added": ("inlagt", "added"),
    "edited": ("ändrat", "edited"),
    "approved": ("godkänt", "approved"),
    "withdrawn": ("tillbakadraget", "withdrawn"),
}
_KINDS = {
    "name": ("Kanske ett namn:", "A name?"),
    "place": ("Kanske en plats:", "A place?"),
    "role": ("Kanske en viss persons roll:", "One person's role?"),
    "date": ("Kanske en viss dag eller tid:", "A certain day or time?"),
    "age": ("Kanske någons ålder:", "Somebody's age?"),
    "event": ("Något få har varit med om:", "Something few have been through?"),
}
_REASONS = {
    "listed": ("finns i listan med namn", "in the list of names"),
    "surname": ("slutar som ett efternamn", "ends as a surname does"),
    "introduced": ("ordet före talar om ett namn", "the word before tells of a name"),
    "follows": ("står efter ett namn", "comes after a name"),
    "inside": ("stor bokstav inne i en mening", "a capital inside a sentence"),
    "municipality": ("en kommun", "a municipality"),
    "unit": ("en enhet eller grupp i planen", "a unit or group of the plan"),
    "workplace": ("ser ut som en arbetsplats", "looks like a workplace"),
    "role": ("det finns kanske bara en", "there may be one only"),
    "date": ("datum, månad, högtid eller år", "a date, month, holiday or year"),
    "age": ("en siffra med år", "a number of years"),
    "event": ("sådant som andra kan minnas", "the kind of thing others remember"),
}


def show(name: str | None, theme: str | None) -> None:
    """Print every quote, with a word about those that only the auditors may see."""
    audit = opened(name)
    found = desk.listed(audit, theme)
    if any(one.status in ("added", "edited") for one in found):
        console.warn(
            tr(
                "Citat som inte är godkända är bara till för er: visa dem inte.",
                "Quotes that are not approved are for you alone: do not show them.",
            )
        )
    console.grid(
        Grid(
            title=tr("Citat", "Quotes"),
            header=(
                tr("id", "id"),
                tr("läge", "status"),
                tr("tema", "theme"),
                tr("område", "area"),
                tr("text", "text"),
            ),
            rows=tuple(_row(one) for one in found),
        )
    )


def _row(one: desk.Listed) -> tuple[str, ...]:
    return (
        one.quote,
        tr(*_STATUS[one.status]),
        one.theme or "–",
        one.area or "–",
        one.text or "–",
    )


def add(
    name: str | None,
    source: str,
    text: str | None,
    theme: str | None,
    area: str | None,
) -> None:
    """Keep a quote in the private store and print its id."""
    audit = opened(name)
    if place := candidate(audit, source):
        known = {one.id for one in audit.codebook.themes}
        theme = theme or next((code for code in place.codes if code in known), None)
        source, text = place.interview, place.text if text is None else text
    given = _text() if text is None else text
    if not given.strip():
        raise WrongUsage(problem("quote-empty"))
    console.out(desk.add(audit, source, given, theme, area))
    console.say(
        tr(
            "Citatet ligger i det privata lagret. Det kommer med i rapporten först när "
            "någon har godkänt det.",
            "The quote is in the private store. It is in no report until somebody has "
            "approved it.",
        )
    )


def _text() -> str:
    if console.can_ask():
        return console.ask(tr("Citatet", "The quote"))
    return sys.stdin.read()


def approve(words: Sequence[str], alias: str, *, yes: bool) -> None:
    """Show a quote with what to look for; write it if somebody says so."""
    audit, quote = meant(words)
    desk.check_alias(audit, alias)
    found = desk.review(audit, quote)
    console.say(f"{quote}: {found.quote.text}")
    for one in found.possible:
        console.warn(_look(one))
    _ask(
        tr(
            "Kan ingen känna igen den som talar, eller någon annan?",
            "Can nobody recognise the speaker, or anybody else?",
        ),
        yes=yes,
    )
    desk.approve(audit, found.quote, alias)
    console.say(tr(f"Citatet {quote} är godkänt.", f"The quote {quote} is approved."))


def _look(one: Possible) -> str:
    kind, reason = tr(*_KINDS[one.kind]), tr(*_REASONS[one.reason])
    return f"{kind} {one.words} ({reason})."


def withdraw(words: Sequence[str], alias: str | None, *, yes: bool) -> None:
    """Take a quote away, after a question."""
    audit, quote = meant(words)
    if alias is not None:
        desk.check_alias(audit, alias)
    _ask(
        tr(
            f"Ska citatet {quote} dras tillbaka? Texten raderas.",
            f"Withdraw the quote {quote}? Its text is erased.",
        ),
        yes=yes,
    )
    desk.take_back(audit, quote, alias or "")
    console.say(
        tr(
            f"Citatet {quote} är tillbakadraget. Rapporter som redan är utlämnade "
            "ändras inte.",
            f"The quote {quote} is withdrawn. Reports that were handed out do not "
            "change.",
        )
    )


def _ask(question: str, *, yes: bool) -> None:
    if yes:
        return
    if not console.can_ask():
        raise WrongUsage(problem("quote-needs-yes"))
    if not console.confirm(question, default=False):
        raise KeyboardInterrupt


def meant(words: Sequence[str]) -> tuple[Audit, str]:
    """Return the audit and the id of the quote that the words name."""
    *name, quote = words
    if len(name) > 1:
        raise WrongUsage(problem("quote-one", NOWHERE, number=len(words)))
    return opened(name[0] if name else None), quote
