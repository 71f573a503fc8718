"""The steps of ``demo``: copy, collect, report, and say where everything is."""

import hashlib
import shutil
from contextlib import ExitStack
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console, resources, workspace
from brukarrevision.cli.report_steps import write
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.files import disk, folder_beside
from brukarrevision.i18n import tr
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.model.workspace import WorkspaceSettings

SLUG = "sip-exempel"


def run(folder: Path) -> None:
    """Take the example from plan to Word reports."""
    root = folder.resolve()
    if root.exists():
        raise FaultyFiles(problem("folder-taken", Place(folder.name), folder=folder))
    target = _copied(root)
    console.say(tr(f"Exemplet ligger i {target}", f"The example is in {target}"))
    audit = audits.require(str(target), root)
    files = sorted((target / "synthetic").glob("*.csv"))
    for log in collect(audit, files, CollectOptions()):
        console.say(
            tr(
                f"{log.file}: {log.rows_used} svar av {log.rows_in} rader",
                f"{log.file}: {log.rows_used} responses of {log.rows_in} rows",
            )
        )
    write(str(target), None, (), None)


def _copied(root: Path) -> Path:
    """Make a workspace that holds the example; its id follows from where it is."""
    mark = hashlib.sha256(str(root).encode()).hexdigest()[:12]
    settings = WorkspaceSettings(
        format=1, id=f"demo-{mark}", organisation="NSPH Exempel"
    )
    with disk(root.name), ExitStack() as undo:
        root.parent.mkdir(parents=True, exist_ok=True)
        made = folder_beside(root)
        undo.callback(shutil.rmtree, made, ignore_errors=True)
        shutil.copytree(resources.example(), made / "audits" / SLUG)
        workspace.create(made, settings)
        made.rename(root)
        undo.pop_all()
    return root / "audits" / SLUG
