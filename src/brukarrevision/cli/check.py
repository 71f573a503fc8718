"""``check``: everything wrong or doubtful in an audit."""

from pathlib import Path

from brukarrevision.cli.options import AuditName, Format, one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Kontrollera allt i revisionen: vad som är fel och vad man gör.",
    "Check everything in the audit: what is wrong and what to do.",
)
EXAMPLE = "brukarrevision check sip-vast"


def check(audit: AuditName = None, *, form: Format = "text") -> int:
    """Show all problems; the exit code is 1 if any of them is an error."""
    one_of("--format", form, ("text", "json"))
    from brukarrevision import checks, console, workspace
    from brukarrevision.errors import has_errors

    folder = workspace.audit_folder(audit, Path.cwd())
    _, every = checks.everything(folder)
    if form == "json":
        listed = [console.problem_json(one) for one in every]
        console.out_json({"format": 1, "audit": folder.name, "problems": listed})
    else:
        console.show(every)
        console.summary(every)
    return 1 if has_errors(every) else 0


COMMAND = check
