"""The steps of ``data unpack``."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.boundary import telling
from brukarrevision.cli.data import secret
from brukarrevision.cli.opening import opened
from brukarrevision.cli.options import one_of
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    Problem,
    WrongUsage,
    problem,
)
from brukarrevision.files import read_bytes
from brukarrevision.i18n import tr
from brukarrevision.quotes.masks import token
from brukarrevision.rawdata import encryption, unpacking
from brukarrevision.rawdata.merging import Conflict, Prefer
from brukarrevision.rawdata.unpacking import Unpacked
from brukarrevision.workspace import NOTES

_MOST = 2
_PREFER: dict[str | None, Prefer] = {None: None, "mine": "mine", "theirs": "theirs"}


def unpack(
    given: Sequence[str],
    identity: Sequence[Path],
    passphrase_file: str | None,
    prefer: str | None,
) -> None:
    """Merge a packed file into an audit and say what came of it."""
    if not given or len(given) > _MOST:
        raise WrongUsage(problem("files-missing", NOWHERE))
    if identity and passphrase_file:
        facts = {"one": "--identity", "other": "--passphrase-file"}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))
    if prefer is not None:
        one_of("--prefer", prefer, ("mine", "theirs"))
    *which, file = given
    audit = opened(which[0] if which else None)
    path = Path(file)
    opener = _opener(path, identity, passphrase_file)
    done = unpacking.unpack(audit, path, opener, _PREFER[prefer])
    with telling(tr("Rådata är sammanslagna.", "The raw data is merged.")):
        console.show(checks.data_is_own(audit))
        console.show(done.merged.warnings)
        console.show(_masks(audit, done))
        for line in _lines(done):
            console.say(line)
    if conflicts := list(_conflicts(done)):
        raise FaultyFiles(*conflicts)


def _opener(
    path: Path, identity: Sequence[Path], passphrase_file: str | None
) -> Callable[[bytes], bytes]:
    """Return what decrypts the file."""
    read_bytes(path, most=1)
    if identity:
        keys = [
            key
            for p in identity
            for key in encryption.identities(read_bytes(p), p.name)
        ]
        return lambda sealed: encryption.opened(sealed, keys, path.name)
    phrase = secret.known(passphrase_file)
    return lambda sealed: encryption.opened_by(sealed, phrase, path.name)


def _lines(done: Unpacked) -> Iterator[str]:
    """Say what is new, what was known and what is gone."""
    merged = done.merged
    new, known = merged.added, merged.known
    yield tr(f"svar: {new} nya, {known} kända", f"responses: {new} new, {known} known")
    if merged.recoded:
        count = merged.recoded
        yield tr(
            f"svar som är kodade på ett annat sätt där: {count}. De står som de är "
            "här; läs om filen med collect om mappningen är ändrad.",
            f"responses coded in another way there: {count}. They stand as they are "
            "here; read the file again with collect if the mapping has changed.",
        )
    if merged.withdrawn:
        count = merged.withdrawn
        yield tr(
            f"svar som är borttagna här, eftersom de är återkallade där: {count}",
            f"responses removed here, since they are withdrawn there: {count}",
        )
    if done.notes:
        count = len(done.notes)
        yield tr(
            f"filer med anteckningar och kodade fritextsvar: {count}",
            f"files of notes and coded open answers: {count}",
        )
    if done.releases:
        names = ", ".join(done.releases)
        yield tr(f"publiceringar: {names}", f"releases: {names}")


def _masks(audit: Audit, done: Unpacked) -> Iterator[Problem]:
    """Yield that masks have stood for different words on the two computers."""
    if done.masks:
        every = (token(*one, audit.plan.language) for one in done.masks)
        yield problem("unpack-masks", NOWHERE, masks=", ".join(every))


def _conflicts(done: Unpacked) -> Iterator[Problem]:
    """Yield what differs and was left; no id unless somebody sits at the terminal."""
    for one in done.merged.conflicts:
        facts = {"who": _who(one), "instrument": one.instrument}
        yield problem("unpack-conflict-response", NOWHERE, **facts)
    for form in done.merged.forms:
        which = form.form if console.is_terminal("err") else "–"
        facts = {"form": which, "instrument": form.instrument}
        yield problem("unpack-conflict-form", NOWHERE, **facts)
    for name in done.differing:
        yield problem("unpack-conflict-notes", Place(f"{NOTES}/{name}"))
    for quote in done.quotes:
        yield problem("unpack-conflict-quote", NOWHERE, quote=quote)


def _who(one: Conflict) -> str:
    if one.respondent and console.is_terminal("err"):
        return one.respondent
    return f"{one.number}:{one.row}"
