"""The steps of ``data withdraw``: tell what will happen, ask, do it."""

from collections.abc import Iterator, Sequence

from brukarrevision import console
from brukarrevision.audit import Audit
from brukarrevision.cli.data.words import agreed, one_line
from brukarrevision.cli.opening import opened
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.i18n import tr
from brukarrevision.interviews import forgetting
from brukarrevision.rawdata import withdraw as deed
from brukarrevision.rawdata.withdraw import Found

_MOST = 2


def withdraw(given: Sequence[str], *, yes: bool) -> None:
    """Take a person out, after telling what that means."""
    if not given or len(given) > _MOST:
        raise WrongUsage(problem("withdraw-who", NOWHERE))
    *which, who = given
    audit = opened(which[0] if which else None)
    found = deed.look(audit, who.strip())
    for line in _lines(audit, found):
        console.say(line)
    console.show(forgetting.doubtful(audit))
    question = tr("Ta bort allt detta för alltid?", "Remove all this for good?")
    if not agreed(question, yes=yes):
        return
    deed.withdraw(audit, found.given)
    console.say(_elsewhere(found))
    console.say(
        tr(
            "Filerna som ni läste in har ni själva: ta bort personen ur dem också.",
            "The files that you read are your own: remove the person from them too.",
        )
    )
    if found.notes:
        console.say(
            tr(
                "Filer som ni har skrivit med themes --to: förstör dem och skriv nya.",
                "Files that you wrote with themes --to: destroy them and write new.",
            )
        )


def _elsewhere(found: Found) -> str:
    """Say what is to be done on other computers; numbers of imports are others there.

    A command with such a number would remove somebody else.
    """
    if found.at:
        return tr(
            f"{found.given} är borttagen. Finns svaren på andra datorer, slå ihop dem "
            "med data pack och data unpack. Kör inte samma kommando där: numret kan "
            "vara någon annans.",
            f"{found.given} is removed. If other computers have the responses, merge "
            "them with data pack and data unpack. Do not run the same command there: "
            "the number may be somebody else's.",
        )
    return tr(
        f"{found.given} är borttagen. Kör samma kommando på andra datorer där "
        "svaren finns, eller slå ihop dem med data pack och data unpack.",
        f"{found.given} is removed. Run the same command on other computers that "
        "have the responses, or merge them with data pack and data unpack.",
    )


def _lines(audit: Audit, found: Found) -> Iterator[str]:
    """Say what goes, what stays, and what the auditors have to do themselves."""
    yield tr(f"Detta tas bort för {found.given}:", f"Removed for {found.given}:")
    yield from (f"  {line}" for line in _goes(audit, found))
    yield from _stays(found)
    if audit.folder.joinpath("report").is_dir() or found.quotes:
        yield tr(
            "Rapporter som redan finns i report behåller personens citat tills de "
            "byggs nästa gång. Det som har sparats i git finns kvar i historiken.",
            "Reports that are already in report keep the person's quotes until they "
            "are built next. What has been saved in git is still in its history.",
        )


def _goes(audit: Audit, found: Found) -> Iterator[str]:
    if found.at:
        file, row = one_line(found.at[0]), found.at[1]
        yield tr(f"rad {row} i filen {file}", f"row {row} of the file {file}")
    for (instrument, name), count in found.responses.items():
        label = audit.plan.label("round", name) if name else ""
        where = ", ".join(filter(None, (instrument, label)))
        yield tr(f"svar ({where}): {count}", f"responses ({where}): {count}")
    counted = (
        (tr("äldre svar som är ersatta", "older answers, replaced"), len(found.older)),
        (tr("inmatade pappersformulär", "paper forms keyed in"), len(found.forms)),
        (tr("intervjuanteckningar", "interview notes"), len(found.notes)),
        (tr("citat", "quotes"), len(found.quotes)),
        (tr("rapportutkast, allas", "draft reports, all"), found.drafts),
    )
    yield from (f"{what}: {count}" for what, count in counted if count)
    if found.again and not found.origins:
        yield tr(
            "svaren är redan borttagna; spår som kan vara kvar tas bort",
            "the answers are gone already; traces that may be left are removed",
        )


def _stays(found: Found) -> Iterator[str]:
    if found.releases:
        names = ", ".join(found.releases)
        yield tr(
            f"Personen är räknad i det som är publicerat ({names}). De siffrorna "
            "ändras inte, och rapporterna säger det.",
            f"The person is counted in what is published ({names}). Those numbers do "
            "not change, and the reports say so.",
        )
