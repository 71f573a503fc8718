"""``interview check``: everything wrong or doubtful in the notes."""

from pathlib import Path

from brukarrevision.cli.options import AuditName, Format, one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Kontrollera anteckningarna: frågor, svar, koder och märkning.",
    "Check the notes: questions, answers, codes and markup.",
)
EXAMPLE = tr(
    "brukarrevision interview check sip-vast", "brukarrevision interview check sip-west"
)


def check(audit: AuditName = None, *, form: Format = "text") -> int:
    """Show all problems of the notes; the exit code is 1 if any is an error."""
    one_of("--format", form, ("text", "json"))
    from brukarrevision import audit as audits
    from brukarrevision import console
    from brukarrevision.errors import has_errors
    from brukarrevision.interviews import answerlint, lint

    found = audits.require(audit, Path.cwd())
    every = (*lint.problems(found), *answerlint.problems(found))
    if form == "json":
        listed = [console.problem_json(one) for one in every]
        console.out_json({"format": 1, "audit": found.slug, "problems": listed})
    else:
        console.show(every)
        console.summary(every)
    return 1 if has_errors(every) else 0


COMMAND = check
