"""The steps of ``status``."""

from collections.abc import Sequence
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console, workspace
from brukarrevision.errors import AuditError, FaultyFiles, Place, problem
from brukarrevision.i18n import tr
from brukarrevision.rawdata import standing
from brukarrevision.rawdata.standing import Standing
from brukarrevision.tables.grid import Grid


def tell(form: str) -> None:
    """Show every audit of the workspace, also those that cannot be read."""
    found = {slug: _standing(slug) for slug in workspace.slugs(Path.cwd())}
    if form == "json":
        listed = [_plain(slug, one) for slug, one in found.items()]
        console.out_json({"format": 1, "audits": listed})
    elif found:
        console.grid(_grid(found))
    else:
        nothing = tr("Här finns inga revisioner.", "There are no audits here.")
        console.say(nothing)
    broken = [slug for slug, one in found.items() if one is None]
    if broken:
        code = "status-unreadable"
        raise FaultyFiles(*(problem(code, Place(slug), slug=slug) for slug in broken))


def _standing(slug: str) -> Standing | None:
    """Return how far an audit has come, None if it cannot be read."""
    try:
        return standing.of(audits.require(slug, Path.cwd()))
    except AuditError:
        return None


def _plain(slug: str, one: Standing | None) -> dict[str, object]:
    if one is None:
        return {"audit": slug, "readable": False}
    return {
        "audit": slug,
        "readable": True,
        "title": one.title,
        "step": one.step,
        "due": one.due.isoformat() if one.due else None,
        "responses": one.responses,
        "invited": one.invited,
        "percent": one.percent,
        "releases": list(one.releases),
        "erase_raw_by": one.erase_by.isoformat(),
        "erase": one.erase,
    }


def _grid(found: dict[str, Standing | None]) -> Grid:
    return Grid(
        title=tr("Revisioner", "Audits"),
        header=(
            tr("Revision", "Audit"),
            tr("Titel", "Title"),
            tr("Nästa steg", "Next step"),
            tr("Svar", "Responses"),
            tr("Publicerat", "Published"),
            tr("Gallras", "Erased by"),
        ),
        rows=[_row(slug, one) for slug, one in found.items()],
    )


def _row(slug: str, one: Standing | None) -> Sequence[str]:
    if one is None:
        return (slug, tr("går inte att läsa", "cannot be read"), "", "", "", "")
    responses = str(one.responses)
    if one.invited:
        responses = f"{one.responses}/{one.invited} ({one.percent} %)"
    step = " ".join(filter(None, (_step(one.step), str(one.due or ""))))
    published = ", ".join(one.releases)
    return (slug, one.title, step or "–", responses, published or "–", _erase(one))


def _step(step: str | None) -> str:
    words = {
        "anchoring": tr("förankring", "anchoring"),
        "questions": tr("frågor", "questions"),
        "information": tr("information", "information"),
        "collection": tr("insamling", "collection"),
        "analysis": tr("analys", "analysis"),
        "feedback": tr("återkoppling", "feedback"),
        "action_plan": tr("åtgärdsplan", "action plan"),
        "follow_up": tr("uppföljning", "follow-up"),
    }
    return words[step] if step else ""


def _erase(one: Standing) -> str:
    words = {
        "ok": "",
        "due": tr("snart", "soon"),
        "overdue": tr("försenat", "overdue"),
        "erased": tr("gallrat", "erased"),
    }
    return " ".join(filter(None, (one.erase_by.isoformat(), words[one.erase])))
