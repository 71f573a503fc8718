"""``check``: everything wrong or doubtful in an audit."""

from pathlib import Path

from brukarrevision.cli.options import AuditName, Format, one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Kontrollera plan, enkäter, texter och svar; säger var och hur det rättas.",
    "Check plan, surveys, texts and responses; says where and how to mend.",
)


def check(audit: AuditName = None, *, form: Format = "text") -> int:
    """Show all problems; the exit code is 1 if any of them is an error."""
    one_of("--format", form, ("text", "json"))
    from brukarrevision import audit as audits
    from brukarrevision import checks, console, workspace
    from brukarrevision.errors import has_errors

    folder = workspace.audit_folder(audit, Path.cwd())
    found, problems = audits.load(folder)
    every = (*problems, *(checks.run(found) if found else ()))
    if form == "json":
        listed = [console.problem_json(one) for one in every]
        console.out_json({"format": 1, "audit": folder.name, "problems": listed})
    else:
        console.show(every)
        console.summary(every)
    return 1 if has_errors(every) else 0


COMMAND = check
