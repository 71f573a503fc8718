"""What is said of an audit when no command is given."""

from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.errors import Problem
from brukarrevision.i18n import tr


def tell(folder: Path) -> None:
    """Say what is done, what is missing, and which command comes next."""
    audit, problems = audits.load(folder)
    every = (*problems, *(checks.run(audit) if audit else ()))
    title = audit.plan.title if audit else folder.name
    console.out(f"{folder.name}: {title}")
    for line in _lines(audit, every):
        console.out(f"  {line}")
    console.say(tr("Nästa kommando: ", "Next command: ") + _next(audit, every))


def _lines(audit: Audit | None, every: tuple[Problem, ...]) -> list[str]:
    errors = sum(one.severity == "error" for one in every)
    left = sum(one.code in ("placeholder", "text-unwritten") for one in every)
    lines = []
    if errors:
        lines.append(tr(f"{errors} fel att rätta", f"{errors} errors to mend"))
    if left:
        lines.append(
            tr(f"{left} ställen kvar att fylla i", f"{left} places still to fill in")
        )
    lacking = [one for one in every if one.code == "responses-none"]
    if audit:
        have = len(audit.instruments) - len(lacking)
        of = len(audit.instruments)
        lines.append(
            tr(f"svar inlästa till {have} av {of} formulär", f"responses to {have} of {of} forms")
        )
        drafts = sorted(audit.drafts.glob("*.docx")) if audit.drafts.is_dir() else []
        lines.append(tr(f"{len(drafts)} rapportutkast", f"{len(drafts)} draft reports"))
    return lines


def _next(audit: Audit | None, every: tuple[Problem, ...]) -> str:
    """Return the command that takes the audit a step further."""
    codes = {one.code for one in every}
    if audit is None or any(one.severity == "error" for one in every):
        return "brukarrevision check"
    if "responses-none" in codes and not audit.store_path.exists():
        unwritten = "placeholder" in codes
        return "brukarrevision check" if unwritten else "brukarrevision collect FIL"
    if not audit.drafts.is_dir():
        return "brukarrevision tally"
    return "brukarrevision report"
