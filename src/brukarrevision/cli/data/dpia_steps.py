"""The steps of ``data dpia``."""

from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.files import is_file, write_atomic
from brukarrevision.i18n import tr
from brukarrevision.report.papers import papers


def write(name: str | None, output: Path | None) -> None:
    """Write both papers, or none: people may have written in those that are there."""
    audit = audits.require(name, Path.cwd())
    folder = output or Path.cwd()
    made = [(folder / one.name, one.data) for one in papers(audit)]
    taken = [path.name for path, _ in made if is_file(path)]
    if taken:
        found = (problem("paper-exists", Place(name), name=name) for name in taken)
        raise FaultyFiles(*found)
    for path, data in made:
        write_atomic(path, data, was=b"")
        console.out(str(path))
    console.say(
        tr(
            "Det är utkast. Fyll i det som är märkt FYLL I, och stäm av med "
            "dataskyddsombudet.",
            "They are drafts. Fill in what is marked FILL IN, and check them with the "
            "data protection officer.",
        )
    )
