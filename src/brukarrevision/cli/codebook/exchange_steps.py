"""The steps of ``codebook write`` and ``codebook read``."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.data.words import agreed
from brukarrevision.cli.opening import opened
from brukarrevision.cli.putting import put
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem
from brukarrevision.exchange.refi.gathering import key_of
from brukarrevision.i18n import tr
from brukarrevision.model.codebook import Theme
from brukarrevision.workspace import CODEBOOK

_QDC = ".qdc"
_MOST_GIVEN = 2


def write_out(name: str | None, output: Path | None, *, overwrite: bool) -> None:
    """Write the themes of an audit as a codebook of other programs."""
    from brukarrevision.exchange.refi.codes import to_qdc

    audit = coded(name)
    if not audit.codebook.themes:
        raise FaultyFiles(problem("codebook-empty", Place(CODEBOOK)))
    path = output or Path(f"{audit.slug}{_QDC}")
    if path.is_dir():
        path /= f"{audit.slug}{_QDC}"
    data = to_qdc(audit.codebook, key_of(audit), audit.plan.language)
    put(path, data, overwrite=overwrite)
    console.out(str(path))


def read_in(given: Sequence[str], *, yes: bool) -> None:
    """Show what a file of codes would add and change, ask, and write it."""
    from brukarrevision.exchange.refi.keeping import keep
    from brukarrevision.exchange.refi.qdc import read_codes
    from brukarrevision.exchange.refi.taking import taken

    if len(given) > _MOST_GIVEN:
        raise WrongUsage(problem("codebook-which", NOWHERE))
    audit = coded(given[0] if len(given) == _MOST_GIVEN else None)
    found = taken(read_codes(Path(given[-1])), audit.codebook, key_of(audit))
    themes = {theme.id: theme for theme in found.codebook.themes}
    for line in _lines(audit, themes, found.added, found.changed):
        console.out(line)
    if found.absent:
        _tell_absent(found.absent)
    if not (found.added or found.changed):
        console.say(tr("Inget är nytt i filen.", "Nothing in the file is new."))
    elif agreed(tr("Skriva in det i kodboken?", "Put it into the codebook?"), yes=yes):
        keep(audit, found)
        console.say(
            tr(
                f"{CODEBOOK}: nya teman {len(found.added)}, ändrade "
                f"{len(found.changed)}.",
                f"{CODEBOOK}: {len(found.added)} new themes, {len(found.changed)} "
                "changed.",
            )
        )


def coded(name: str | None) -> Audit:
    """Return the audit meant, whose codebook has no errors."""
    audit = opened(name)
    if faults := checks.uncodable(audit):
        raise FaultyFiles(*faults)
    return audit


def _lines(
    audit: Audit, themes: dict[str, Theme], added: Sequence[str], changed: Sequence[str]
) -> Iterator[str]:
    """Say of each theme whether it is new (+) or what it says now (~), old first."""
    for name in added:
        yield f"+ {_shown(themes[name])}"
    old = {theme.id: theme for theme in audit.codebook.themes}
    for name in changed:
        yield f"- {_shown(old[name])}"
        yield f"~ {_shown(themes[name])}"


def _shown(theme: Theme) -> str:
    """Return a theme on one line."""
    above = f"{theme.parent} / " if theme.parent else ""
    parts = (theme.label, theme.definition or "", theme.example or "")
    told = " | ".join(" ".join(part.split()) for part in parts if part)
    return f"{above}{theme.id}: {told}"


def _tell_absent(absent: Sequence[str]) -> None:
    console.say(
        tr("Finns inte i filen och står kvar: ", "Not in the file, and stay: ")
        + ", ".join(absent)
    )
