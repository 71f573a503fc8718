"""The steps of ``data purge``: tell what will happen, ask, do it."""

from collections.abc import Iterator
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.data.words import agreed, listed
from brukarrevision.cli.opening import opened
from brukarrevision.errors import MachineFault
from brukarrevision.i18n import tr
from brukarrevision.rawdata import purge as deed
from brukarrevision.rawdata.contents import counts
from brukarrevision.workspace import ERASURE


def purge(name: str | None, *, yes: bool) -> None:
    """Erase the raw data of an audit, after telling what that means."""
    audit = _audit(name)
    if not counts(audit):
        console.say(tr("Här finns inga rådata.", "There is no raw data here."))
        return
    deed.refuse_links(audit)
    console.show(checks.data_is_own(audit))
    for line in _lines(audit):
        console.say(line)
    question = tr("Förstöra alla rådata för alltid?", "Destroy all raw data for good?")
    if not agreed(question, yes=yes):
        return
    deed.purge(audit)
    console.say(
        tr(
            f"Alla rådata är gallrade. Spara {ERASURE} i git.",
            f"All raw data is erased. Keep {ERASURE} in git.",
        )
    )


def _audit(name: str | None) -> Audit:
    """Return the audit meant; a store that cannot be read can be destroyed."""
    try:
        return opened(name)
    except MachineFault:
        return audits.require(name, Path.cwd())


def _lines(audit: Audit) -> Iterator[str]:
    """Say what goes, what stays, and what the auditors have to do themselves."""
    yield tr("Detta förstörs: ", "Destroyed: ") + listed(counts(audit))
    due = audit.plan.anonymity.erase_raw_by
    if audit.erasure is None and due > deed.today():
        yield tr(
            f"Enligt planen behöver det inte göras förrän {due}.",
            f"By the plan it need not be done until {due}.",
        )
    yield tr(
        "Publicerade siffror står kvar. De som är räknade där kan aldrig räknas om, "
        "och inga fler svar kan läsas in i revisionen.",
        "Published numbers stand. Those who are counted there can never be counted "
        "again, and no more responses can be read into the audit.",
    )
    yield tr(
        "Förstör också filer som har packats med data pack eller skrivits med themes "
        "--to, och filerna med svar som ni läste in.",
        "Destroy files packed with data pack or written with themes --to as well, and "
        "the files of responses that you read.",
    )
