"""The steps of ``interview import``: files become notes, and notes responses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from brukarrevision import checks, console, workspace
from brukarrevision.audit import Audit
from brukarrevision.cli.interview.options import among
from brukarrevision.cli.interview.steps import day
from brukarrevision.cli.interview.take_in import take_in, to_json
from brukarrevision.cli.opening import opened
from brukarrevision.cli.options import one_of
from brukarrevision.errors import NOWHERE, FaultyFiles, WrongUsage, problem
from brukarrevision.exchange.talks import front, noting, reading
from brukarrevision.exchange.talks.noting import Coming, Noted
from brukarrevision.exchange.talks.talk import Talk
from brukarrevision.files import is_there
from brukarrevision.i18n import tr
from brukarrevision.interviews import folder
from brukarrevision.model.instrument import Instrument

_CONSENT = {"yes": True, "no": False}
_ALONE = ("id", "date")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said on the command line of the conversations in the files."""

    id: str | None
    unit: str | None
    group: str | None
    round: str | None
    auditor: tuple[str, ...]
    date: str | None
    consent: str | None
    guide: str | None
    encoding: str | None

    def given(self) -> list[str]:
        """Return the names of the options that were given."""
        return [one.name for one in fields(self) if getattr(self, one.name)]


def go(given: Sequence[str], wish: Wish, form: str) -> None:
    """Write notes of the files, if any; then make responses of all that can be."""
    one_of("--format", form, ("text", "json"))
    audit, paths = _split(given)
    noted = _brought(audit, paths, wish) if paths else []
    if not paths and (said := wish.given()):
        raise WrongUsage(problem("talk-options-alone", NOWHERE, option=f"--{said[0]}"))
    taken = take_in(audit)
    if form == "json":
        files = [_as_json(one) for one in noted]
        console.out_json({**to_json(audit, taken), "files": files})
    if any(one.is_new for one in noted):
        following = f"brukarrevision interview check {audit.slug}"
        console.say(tr(f"Nästa kommando: {following}", f"Next command: {following}"))


def _split(given: Sequence[str]) -> tuple[Audit, list[Path]]:
    """Return the audit and the files: the first word may name the audit."""
    here = Path.cwd()
    place = workspace.audit_at(given[0], here) if given else None
    if place:
        return opened(str(place)), [Path(one) for one in given[1:]]
    inside = workspace.audit_around(here) is not None
    if not given or inside or is_there(Path(given[0])):
        return opened(None), [Path(one) for one in given]
    return opened(given[0]), [Path(one) for one in given[1:]]


def _brought(audit: Audit, paths: Sequence[Path], wish: Wish) -> list[Noted]:
    """Write notes of the files, and say what came of each."""
    audit.refuse_if_erased()
    if faults := checks.unreadable(audit):
        raise FaultyFiles(*faults)
    _check(audit, wish)
    files = reading.within(paths)
    for name in _ALONE:
        if len(files) > 1 and name in wish.given():
            raise WrongUsage(problem("talk-one", NOWHERE, option=f"--{name}"))
    guides = _guides(audit, wish.guide)
    talks = [reading.read(audit, guides, one, wish.encoding) for one in files]
    noted = noting.write(audit, [_coming(audit, one, wish) for one in talks])
    for one in noted:
        if one.is_new:
            console.say(f"{one.file}: {one.id}. {_counted(one)}")
    console.show(doubt for one in noted for doubt in one.problems)
    return noted


def _check(audit: Audit, wish: Wish) -> None:
    """Refuse what the plan does not have, before anything is read."""
    for name in front.PLACES:
        if given := getattr(wish, name):
            among(f"--{name}", given, front.listed(audit.plan, name))
    for alias in wish.auditor:
        among("--auditor", alias, [one.alias for one in audit.plan.team])
    if wish.consent:
        one_of("--consent", wish.consent, tuple(_CONSENT))
    if wish.id and not folder.parts(folder.file_name(wish.id)):
        raise WrongUsage(problem("talk-id"))


def _guides(audit: Audit, name: str | None) -> list[Instrument]:
    """Return the guides that files may be of: the one that is named, or all."""
    every = audit.instruments
    found = [one for one in every.values() if one.kind != "survey"]
    if name in every:
        return [every[name]]
    if name or not found:
        raise WrongUsage(problem("talk-guide", NOWHERE, known=", ".join(every)))
    return found


def _coming(audit: Audit, talk: Talk, wish: Wish) -> Coming:
    """Return a conversation with all that is known of it; ask for the rest."""
    read = front.understood(audit, talk.guide, talk.front, talk.file)
    known = replace(
        read,
        id=wish.id or read.id,
        date=day(wish.date) or read.date,
        auditors=wish.auditor or read.auditors,
        unit=wish.unit or read.unit,
        group=wish.group or read.group,
        round=wish.round or read.round,
    )
    known = replace(known, unclear=tuple(_unclear(known)))
    consent = _CONSENT.get(wish.consent or "")
    if not console.can_ask() or talk.is_empty:
        return Coming(talk, known, consent)
    return Coming(
        talk,
        replace(
            known,
            unit=known.unit or _ask(audit, talk.file, "unit"),
            group=known.group or _ask(audit, talk.file, "group"),
            round=known.round or _ask(audit, talk.file, "round"),
        ),
        _ask_consent(talk.file) if consent is None else consent,
    )


def _unclear(known: front.Front) -> Iterator[str]:
    """Yield what could not be understood, and was not said on the command line."""
    for key in known.unclear:
        if not getattr(known, "auditors" if key == "interviewers" else key):
            yield key


def _ask(audit: Audit, file: str, name: str) -> str | None:
    """Ask for a unit, group or round where the plan has several."""
    ids = front.listed(audit.plan, name)
    while ids:
        answer = console.ask(f"{file}: {name} ({', '.join(ids)})")
        if not answer or answer in ids:
            return answer or None
    return None


def _ask_consent(file: str) -> bool | None:
    """Ask whether somebody has consented; nothing is assumed without an answer."""
    question = tr(
        f"{file}: har den som intervjuades samtyckt? (ja/nej, tomt om ni inte vet)",
        f"{file}: has whoever was interviewed consented? (yes/no, empty if unknown)",
    )
    answer = console.ask(question).lower()
    known = {"ja": True, "j": True, "yes": True, "y": True}
    return known.get(answer, False if answer in ("nej", "n", "no") else None)


def _counted(one: Noted) -> str:
    return tr(
        f"Frågor med anteckningar: {one.questions}. Slutna svar: {one.answers}.",
        f"Questions with notes: {one.questions}. Closed answers: {one.answers}.",
    )


def _as_json(one: Noted) -> dict[str, object]:
    """Return what became of a file, for programs: ids and numbers."""
    return {
        "file": one.file,
        "id": one.id or None,
        "written": one.is_new,
        "questions": one.questions,
        "answers": one.answers,
        "loose": one.loose,
        "problems": [console.problem_json(each) for each in one.problems],
    }
