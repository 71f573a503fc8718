"""Small invented surveys, and what the real protection shows of every world of them."""

import os
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from brukarrevision import wording
from brukarrevision.audit import Audit
from brukarrevision.model.findings import Findings
from brukarrevision.model.instrument import NUMERIC, SELECTING, Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.model.workspace import WorkspaceSettings
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import ProtectedQuestion, protect
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.report.sentences import sentence
from brukarrevision.results import Result
from brukarrevision.tables import as_json, as_sheet, as_text, split
from brukarrevision.tally import REASONS, Counts, Key, Option, QuestionTally
from brukarrevision.workspace import Workspace

from .attacker import Leaf, Secret, World

Profile = tuple[str, ...]
"""What one person answered: a coded cell for each question."""

Row = dict[str, object]
"""A question or a choice, as it stands in a file."""

Shown = tuple[ProtectedQuestion, ...]

UNITS = ("u0", "u1", "u2")

SOME = 1 if os.environ.get("SOAK") else 10
"""Of every so many questions that are shown, all words and files are made of one."""


def plan(**anonymity: object) -> Plan:
    """Return a plan with three units, two groups and two rounds."""
    return Plan.model_validate(
        {
            "format": 1,
            "id": "prov",
            "title": "Prov",
            "language": "sv",
            "commission": {
                "commissioner": "Region Prov",
                "auditor": "Föreningen Prov",
                "purpose": "Pröva skyddet.",
                "target_group": "Påhittade personer.",
                "period": {"start": "2026-01-01", "end": "2026-06-30"},
            },
            "instruments": ["enkat"],
            "anonymity": {"erase_raw_by": "2027-06-30", **anonymity},
            "units": [{"id": unit, "label": f"Enhet {unit}"} for unit in UNITS],
            "groups": [
                {"id": "g0", "label": "Brukare"},
                {"id": "g1", "label": "Närstående"},
            ],
            "rounds": [{"id": "r1", "label": "Våren"}, {"id": "r2", "label": "Hösten"}],
        }
    )


def choices(ids: str, **marks: str) -> list[Row]:
    """Return choices named by single letters, each with the side it is marked with."""
    return [
        {"id": i, "label": f"Svar {i}", **({"side": marks[i]} if i in marks else {})}
        for i in ids
    ]


def scored(ids: str) -> list[Row]:
    """Return choices with scores from 1 upwards and no marked sides."""
    return [
        {"id": i, "label": f"Svar {i}", "score": at}
        for at, i in enumerate(ids, start=1)
    ]


def ask(name: str, kind: str = "select_one", **more: object) -> Row:
    """Return a question as it stands in an instrument; its choices bear its name."""
    chosen = {"choices": name} if kind in SELECTING else {}
    return {"id": name, "type": kind, "label": f"Fråga {name}", **chosen, **more}


def instrument(
    questions: Sequence[Mapping[str, object]],
    lists: Mapping[str, object],
    **more: object,
) -> Instrument:
    """Return an instrument of one area."""
    return Instrument.model_validate(
        {
            "format": 1,
            "id": "enkat",
            "kind": "survey",
            "title": "Enkät",
            "choices": dict(lists),
            "areas": [{"id": "allt", "label": "Allt", "questions": list(questions)}],
            **more,
        }
    )


@dataclass
class Survey:
    """An instrument, and every profile of answers that a person can have to it."""

    instrument: Instrument
    profiles: tuple[Profile, ...]
    plan: Plan = field(default_factory=plan)
    policy: Policy = field(default_factory=Policy)
    seen: dict[tuple[int, ProtectedQuestion], int] = field(default_factory=dict)
    read: list[tuple[Hashable, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count each profile once; everything else is sums of that."""
        self.questions = list(self.instrument.questions())
        self.options = [options(self.instrument, q.id) for q in self.questions]
        self.one = [
            [_alone(self, at, profile) for profile in self.profiles]
            for at in range(len(self.questions))
        ]
        self.counted: dict[tuple[int, Leaf], Counts] = {}

    def tallies(self, world: World) -> tuple[QuestionTally, ...]:
        """Return the raw tallies of a world whose leaves are the units, in order."""
        keys: list[Key] = [(unit,) for unit, _ in zip(UNITS, world, strict=False)]
        sizes = {key: sum(leaf) for key, leaf in zip(keys, world, strict=True)}
        return tuple(
            QuestionTally(
                instrument=self.instrument,
                question=question,
                round=None,
                options=self.options[at],
                partition=("unit",),
                parts={
                    k: self._counts(at, leaf)
                    for k, leaf in zip(keys, world, strict=True)
                },
                sizes=sizes,
            )
            for at, question in enumerate(self.questions)
        )

    def _counts(self, at: int, leaf: Leaf) -> Counts:
        """Return the counts of a leaf: those of one person fewer, and that person."""
        if not any(leaf):
            zero = (0,) * len(self.options[at])
            return Counts(0, 0, dict.fromkeys(REASONS, 0), zero)
        if (at, leaf) not in self.counted:
            last = max(i for i, people in enumerate(leaf) if people)
            fewer = (*leaf[:last], leaf[last] - 1, *leaf[last + 1 :])
            self.counted[at, leaf] = self._counts(at, fewer) + self.one[at][last]
        return self.counted[at, leaf]

    def protected(self, world: World) -> Shown:
        """Return what the real protection lets through of a world."""
        return protect(self.tallies(world), self.plan, self.policy)

    def output(self, world: World) -> Hashable:
        """Return everything a reader can get of a world, as places in ``read``."""
        return tuple(
            self._everything(at, question)
            for at, question in enumerate(self.protected(world))
        )

    def _everything(self, at: int, question: ProtectedQuestion) -> int:
        """Return where all forms of a question are kept; the same forms, one place.

        They are given nothing but what is shown, so they are made once for each, and
        tell apart no two worlds that it does not. That they can be made is tried of
        some; in a soak of all.
        """
        if (at, question) not in self.seen:
            place = self.seen[at, question] = len(self.read)
            made = () if place % SOME else _forms(self, at, question)
            self.read.append((question, *made))
        return self.seen[at, question]


def options(of: Instrument, name: str) -> tuple[Option, ...]:
    """Return the rows of a question's table."""
    question = of.question(name)
    assert question is not None
    if question.type in NUMERIC and question.bands:
        inside = (Option(band.id, band.label) for band in question.bands)
        return (*inside, Option("outside", "Annat tal"))
    return tuple(Option(row.id, row.label) for row in of.answers(question))


def _alone(survey: Survey, at: int, profile: Profile) -> Counts:
    """Count one person at one question, by hand and without the program's tally."""
    question, cell = survey.questions[at], profile[at]
    names = [q.id for q in survey.questions]
    led = all(
        set(profile[names.index(parent)][1:].split(" ")) & set(wanted)
        for parent, wanted in question.routing.items()
    )
    missing = dict.fromkeys(REASONS, 0)
    chosen = _chosen(survey, at, cell)
    if chosen is None:
        without = "blank" if led or cell else "not_asked"
        missing[cell[1:] if cell.startswith("!") else without] = 1
    row = tuple(int(chosen is not None and o.id in chosen) for o in survey.options[at])
    return Counts(1 - missing["not_asked"], int(chosen is not None), missing, row)


def _chosen(survey: Survey, at: int, cell: str) -> set[str] | None:
    """Return the rows that an answer counts in, None where there is no answer."""
    question = survey.questions[at]
    if not cell.startswith("="):
        return None
    if question.type in NUMERIC:
        inside = {band.id for band in question.bands if band.holds(float(cell[1:]))}
        return inside or {"outside"} if question.bands else None
    parts = cell[1:].split(" ")
    if question.type == "rank":
        return {parts[0]} if parts[0] else None
    return {part for part in parts if part}


def _forms(survey: Survey, at: int, question: ProtectedQuestion) -> Iterator[Hashable]:
    """Yield sums, views, words, sentences and files of what is shown."""
    result = Result(survey.instrument, survey.questions[at], None, question)
    tables = [*question.leaves, question.total(), *sums(question)]
    for table in tables:
        yield table
        yield wording.phrase(table, "sv")
        yield sentence(result, table, survey.plan)
        yield tuple(wording.word(c, table.n or 0, survey.plan) for c in table.cells)
    for by in ((), ("unit",)):
        views = split.views(audit(survey.plan, survey.instrument), [result], by)
        data = as_json.document(audit(survey.plan), views, {}, protected=True)
        yield as_json.text(data)
        yield as_sheet.as_csv(views)
        yield as_text.plain(views)


def sums(question: ProtectedQuestion) -> Iterator[ProtectedTable]:
    """Yield the sum over every set of leaves."""
    keys = [leaf.keys for leaf in question.leaves]
    for size in range(1, len(keys) + 1):
        for some in combinations(keys, size):
            yield question.over(lambda k, some=some: k in some)  # type: ignore[misc]


def audit(of: Plan, *instruments: Instrument) -> Audit:
    """Return an audit that lies in no folder."""
    settings = WorkspaceSettings(format=1, id="prov")
    return Audit(
        slug=of.id,
        folder=Path("prov"),
        workspace=Workspace(Path(), settings, exists=False),
        plan=of,
        instruments={one.id: one for one in instruments},
        mappings={},
        findings=Findings(format=1),
        published={},
        texts={},
        sources={},
    )


def answer(survey: Survey, name: str) -> Secret:
    """Return the secret of what somebody answered, if they did."""
    at = [q.id for q in survey.questions].index(name)
    return Secret(f"answer to {name}", lambda profile: _value(profile[at]))


def option(survey: Survey, name: str, of: str) -> Secret:
    """Return the secret of whether somebody ticked an option."""
    at = [q.id for q in survey.questions].index(name)

    def ticked(profile: Profile) -> str | None:
        value = _value(profile[at])
        return None if value is None else str(of in value.split(" "))

    return Secret(f"{of} in {name}", ticked)


def against(survey: Survey, name: str, negative: str) -> Secret:
    """Return the secret of standing on the unfavourable side; the other is harmless."""
    at = [q.id for q in survey.questions].index(name)

    def bad(profile: Profile) -> str | None:
        value = _value(profile[at])
        return None if value is None else str(value in negative)

    return Secret(f"side in {name}", bad, frozenset({"False"}))


def led(survey: Survey, name: str) -> Secret:
    """Return the secret of whether earlier answers led somebody to a question."""
    at = [q.id for q in survey.questions].index(name)

    def was(profile: Profile) -> str:
        bare = (*profile[:at], "", *profile[at + 1 :])
        return str(not _alone(survey, at, bare).missing["not_asked"])

    return Secret(f"led to {name}", was)


def _value(cell: str) -> str | None:
    return cell[1:] if cell.startswith("=") else None
