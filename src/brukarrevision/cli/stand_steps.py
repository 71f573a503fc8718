"""What is said when no command is given."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.errors import Problem, has_errors
from brukarrevision.i18n import tr
from brukarrevision.interviews import answers, taking


def point_out(slugs: Sequence[str]) -> None:
    """Name the audits there are, and how to get to one or make one."""
    for slug in slugs:
        console.out(slug)
    if slugs:
        go = tr("Gå till en revision: cd audits/", "Go to an audit: cd audits/")
        console.say(f"{go}{slugs[0]}")
    else:
        make = tr(
            "Skapa en revision: brukarrevision new NAMN",
            "Make an audit: brukarrevision new NAME",
        )
        see = tr(
            "Se ett exempel: brukarrevision demo", "See an example: brukarrevision demo"
        )
        console.say(f"{make}\n{see}")


def tell(folder: Path) -> None:
    """Say what is done, what is missing, and which command comes next."""
    audit, every = checks.everything(folder)
    title = audit.plan.title if audit else folder.name
    console.out(f"{folder.name}: {title}")
    for line in _lines(audit, every):
        console.out(f"  {line}")
    console.say(tr("Nästa kommando: ", "Next command: ") + _next(audit, every))


def _lines(audit: Audit | None, every: Sequence[Problem]) -> list[str]:
    """Return what there is to say of an audit, one fact a line."""
    errors = sum(one.severity == "error" for one in every)
    left = sum(one.code in ("placeholder", "text-unwritten") for one in every)
    lines = []
    if errors:
        lines.append(tr(f"fel att rätta: {errors}", f"errors to mend: {errors}"))
    if left:
        lines.append(tr(f"kvar att skriva: {left}", f"still to write: {left}"))
    if audit:
        lacking = sum(one.code == "responses-none" for one in every)
        surveys = [i for i in audit.instruments.values() if i.kind == "survey"]
        have = f"{len(surveys) - lacking}/{len(surveys)}"
        lines.append(tr(f"enkäter med svar: {have}", f"surveys with responses: {have}"))
        if unread := taking.unread(audit):
            count = len(unread)
            lines.append(
                tr(
                    f"intervjuer som inte är inlästa: {count}",
                    f"interviews not read in: {count}",
                )
            )
        lines.append(
            tr(f"rapportutkast: {_drafts(audit)}", f"draft reports: {_drafts(audit)}")
        )
        released = ", ".join(audit.published) or tr("inga", "none")
        lines.append(tr(f"publiceringar: {released}", f"releases: {released}"))
    return lines


def _drafts(audit: Audit) -> int:
    return len({path.stem for path in audit.drafts.glob("*.*")})


def _next(audit: Audit | None, every: Sequence[Problem]) -> str:
    """Return the command that takes the audit a step further."""
    codes = {one.code for one in every}
    if audit is None or has_errors(every):
        return "brukarrevision check"
    if audit.published:
        return "brukarrevision status"
    if taking.waiting(audit):
        return f"brukarrevision interview import {audit.slug}"
    if not audit.store_path.exists():
        collect = tr("brukarrevision collect FIL", "brukarrevision collect FILE")
        return "brukarrevision check" if "placeholder" in codes else collect
    return f"brukarrevision {_with_responses(audit)}"


def _with_responses(audit: Audit) -> str:
    if _drafts(audit):
        return "publish v1"
    unwritten = answers.unwritten(audit)
    return f"interview answers {audit.slug}" if unwritten else "tally"
