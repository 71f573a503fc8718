"""The steps of ``demo``: copy, collect, report, and say where everything is."""

import hashlib
import shutil
from contextlib import ExitStack
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console, resources, workspace
from brukarrevision.audit import Audit
from brukarrevision.cli.report_steps import write
from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.files import disk, folder_beside
from brukarrevision.i18n import tr
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.interviews import folder, taking
from brukarrevision.model.workspace import WorkspaceSettings
from brukarrevision.quotes import desk
from brukarrevision.quotes.candidates import candidates

SLUG = "sip-exempel"
_INVENTED = "-syntetisk"
_APPROVER = "R1"


def run(place: Path) -> None:
    """Take the example from plan to Word reports."""
    root = place.resolve()
    if root.exists():
        raise FaultyFiles(problem("folder-taken", Place(place.name), folder=place))
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
    quoted = interviewed(audits.require(str(target), root))
    console.say(tr(f"Godkända citat: {quoted}", f"Quotes approved: {quoted}"))
    write(str(target), None, (), None)


def interviewed(audit: Audit) -> int:
    """Take in the invented interviews, and approve all that is marked as quotable.

    Their heads say nothing of consent, as nobody was asked: it is put in here.

    Returns:
        How many quotes there are now.
    """
    there = folder.files(audit)
    for path in sorted((audit.folder / "synthetic").glob(f"*{_INVENTED}.md")):
        name, text = path.name.replace(_INVENTED, ""), path.read_text(encoding="utf-8")
        if name not in there:
            agreed = text.replace("\n---\n", "\nconsent: yes\n---\n", 1)
            folder.write(audit, name, agreed)
    taking.take_in(audit)
    known = {one.text: one.quote for one in desk.listed(audit)}
    for one in candidates(audit):
        quote = known.get(one.text) or desk.add(
            audit, one.interview, one.text, one.codes[0], None
        )
        desk.approve(audit, desk.review(audit, quote).quote, _APPROVER)
    return len(desk.listed(audit))


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
