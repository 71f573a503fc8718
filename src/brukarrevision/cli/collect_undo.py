"""The steps of ``collect --undo``: tell what will happen, ask, do it."""

from collections.abc import Iterator

from brukarrevision import console
from brukarrevision.cli.boundary import telling
from brukarrevision.cli.data.words import agreed, one_line
from brukarrevision.cli.opening import opened
from brukarrevision.cli.options import one_of
from brukarrevision.i18n import tr
from brukarrevision.interviews import taking
from brukarrevision.rawdata import undo as deed
from brukarrevision.rawdata.undo import Undoing


def undo(name: str | None, form: str, *, yes: bool) -> None:
    """Take the last import back, after telling what that means."""
    one_of("--format", form, ("text", "json"))
    audit = opened(name)
    found = deed.look(audit)
    for line in _lines(found):
        console.say(line)
    if not agreed(tr("Ta tillbaka importen?", "Take the import back?"), yes=yes):
        return
    deed.undo(audit, found)
    with telling(tr("Importen är tillbakatagen.", "The import is taken back.")):
        if form == "json":
            console.out_json({"format": 1, "undone": _plain(found)})
        else:
            number, file = found.record.number, one_line(found.record.file)
            done = tr("tillbakatagen", "taken back")
            console.out(f"{number}: {file}: {done}")


def _plain(found: Undoing) -> dict[str, object]:
    return {
        "number": found.record.number,
        "file": found.record.file,
        "instrument": found.record.instrument,
        "rows_removed": len(found.goes),
        "rows_returned": len(found.back),
    }


def _lines(found: Undoing) -> Iterator[str]:
    """Say what goes, what returns, and what stays."""
    one = found.record
    file = one_line(one.file)
    yield tr(
        f"Import {one.number} tas tillbaka: {file} ({one.instrument}).",
        f"Import {one.number} is taken back: {file} ({one.instrument}).",
    )
    yield tr(
        f"  svar som tas bort: {len(found.goes)}",
        f"  responses that go: {len(found.goes)}",
    )
    if found.back:
        yield tr(
            f"  tidigare svar som gäller igen: {len(found.back)}",
            f"  earlier responses that count again: {len(found.back)}",
        )
    yield tr(
        "Hela importen tas tillbaka, också om filen har lästs om med en rättad "
        "mappning.",
        "The whole import is taken back, also if the file was read again with a "
        "corrected mapping.",
    )
    if one.mapping:
        yield tr(
            f"mappings/{one.mapping}.yaml står kvar, så filen kan läsas in igen.",
            f"mappings/{one.mapping}.yaml stays, so the file can be read again.",
        )
    elif taking.is_taken(one):
        yield tr(
            "Anteckningarna från intervjuerna är kvar. Rätta dem och läs in dem igen "
            "med interview import.",
            "The notes of the interviews are kept. Correct them and read them in again "
            "with interview import.",
        )
    else:
        yield tr(
            "Formulären är inmatade för hand. De är kvar som inmatade: rätta dem och "
            "läs in dem igen med collect --enter.",
            "The forms were keyed in by hand. They are kept as keyed in: correct them "
            "and read them again with collect --enter.",
        )
