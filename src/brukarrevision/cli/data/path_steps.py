"""The steps of ``data path``."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import checks, console
from brukarrevision.cli.data.words import listed, one_line
from brukarrevision.i18n import tr
from brukarrevision.rawdata.contents import counts
from brukarrevision.store import ImportRecord, Store


def tell(name: str | None, form: str) -> None:
    """Print the directory; say what is there and which imports have been made."""
    audit = audits.require(name, Path.cwd())
    found = counts(audit)
    with Store.open(audit.store_path) as store:
        imports = store.imports()
    console.show(checks.data_is_own(audit))
    if form == "json":
        files = {str(kind): count for kind, count in found.items()}
        data = {"format": 1, "path": str(audit.data_dir), "files": files}
        console.out_json(data | {"imports": [_plain(one) for one in imports]})
        return
    console.out(str(audit.data_dir))
    nothing = tr("Där finns inget ännu.", "There is nothing there yet.")
    console.say(listed(found) or nothing)
    _imports(imports)


def _plain(one: ImportRecord) -> dict[str, object]:
    return {
        "number": one.number,
        "file": one.file,
        "instrument": one.instrument,
        "rows_used": one.rows_used,
    }


def _imports(imports: Sequence[ImportRecord]) -> None:
    """Say which number each import has: nameless rows are called by it."""
    if imports:
        console.say(tr("Importer:", "Imports:"))
    for one in imports:
        rows = tr(f"rader: {one.rows_used}", f"rows: {one.rows_used}")
        name = one_line(one.file)
        console.say(f"  {one.number}: {name} ({one.instrument}, {rows})")
