"""Time of the protection and of the second opinion on what it lets through.

Two invented audits of 30 questions: 30 respondents in 3 units, and 300 units of 5 to 40
respondents. Each runs in a process of its own, several times; prints the fastest run of
each as a line of JSON, where ``opinion_s`` and ``all_s`` hold the import of scipy,
``scipy_s``.
"""

import json
import random
import subprocess
import sys
import time

from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.model.plan import Plan
from brukarrevision.protect.attacker import Numbers, Shown, certain
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import ProtectedQuestion, protect
from brukarrevision.protect.table import ProtectedTable
from brukarrevision.tally import REASONS, Counts, Key, Option, QuestionTally

QUESTIONS = 30
SMALL = (10, 9, 11)
UNITS = 300
RUNS = 5
LIMITS = {"small": 1.0, "large": 30.0}
SCALE = ("aldrig", "sallan", "ofta", "alltid")
LEADS_ON = ("ofta", "alltid")
KINDS: dict[int, dict[str, object]] = {
    5: {"sensitive": True},
    7: {"type": "select_multiple"},
}
"""What every tenth question is; all others are scales."""
ROUTED = 9
BLANK = 0.05


def instrument() -> Instrument:
    """Return 30 questions: scales, ticks, sensitive and routed ones."""
    scale = [{"id": i, "label": i, "score": at} for at, i in enumerate(SCALE, start=1)]
    questions: list[dict[str, object]] = []
    for at in range(QUESTIONS):
        row: dict[str, object] = {"id": f"q{at}", "label": f"Fråga {at}"}
        row |= {"type": "select_one", "choices": "skala"}
        row |= KINDS.get(at % 10, {})
        if at % 10 == ROUTED:
            row |= {"relevant": {f"q{at - 1}": list(LEADS_ON)}}
        questions.append(row)
    areas = [{"id": "allt", "label": "Allt", "questions": questions}]
    return Instrument.model_validate(
        {
            "format": 1,
            "id": "enkat",
            "kind": "survey",
            "title": "Enkät",
            "choices": {"skala": scale},
            "areas": areas,
        }
    )


def plan(units: int) -> Plan:
    """Return a plan of so many units."""
    return Plan.model_validate(
        {
            "format": 1,
            "id": "prov",
            "title": "Prov",
            "language": "sv",
            "commission": {
                "commissioner": "Provregionen",
                "auditor": "Provföreningen",
                "purpose": "Mäta tid.",
                "target_group": "Ingen.",
                "period": {"start": "2026-01-01", "end": "2026-06-30"},
            },
            "instruments": ["enkat"],
            "anonymity": {"erase_raw_by": "2027-06-30"},
            "units": [{"id": f"u{at}", "label": f"Enhet {at}"} for at in range(units)],
        }
    )


def counts(
    question: Question, asked: int, chance: random.Random, lean: float
) -> Counts:
    """Return invented answers of one unit, most of them near each other."""
    blank = sum(chance.random() < BLANK for _ in range(asked))
    n = asked - blank
    if question.type == "select_multiple":
        ticked = tuple(sum(chance.random() < lean for _ in range(n)) for _ in SCALE)
    else:
        weights = [0.1 + lean * at + (1 - lean) * (3 - at) for at in range(4)]
        chosen = chance.choices(SCALE, weights, k=n)
        ticked = tuple(chosen.count(answer) for answer in SCALE)
    return Counts(asked, n, dict.fromkeys(REASONS, 0) | {"blank": blank}, ticked)


def tallies(sizes: tuple[int, ...]) -> list[QuestionTally]:
    """Return the raw counts of all questions in units of these sizes."""
    chance, of = random.Random(1), instrument()  # noqa: S311 - the same every time
    keys: list[Key] = [(f"u{at}",) for at in range(len(sizes))]
    people = dict(zip(keys, sizes, strict=True))
    options = tuple(Option(answer, answer) for answer in SCALE)
    made: dict[str, QuestionTally] = {}
    for question in of.questions():
        asked = people
        for parent in question.routing:
            asked = {k: sum(c.counts[2:]) for k, c in made[parent].parts.items()}
        parts = {k: counts(question, asked[k], chance, chance.random()) for k in keys}
        made[question.id] = QuestionTally(
            of, question, None, options, ("unit",), parts, people
        )
    return list(made.values())


def shown(question: Question, found: ProtectedQuestion) -> list[Shown]:
    """Return the leaves and the total of a question as a reader sees them."""
    tables = [*found.leaves, found.total()]
    return [_table(question, one) for one in tables if one.shown != "hidden"]


def _table(question: Question, one: ProtectedTable) -> Shown:
    parent = next(iter(question.routing), None)
    return Shown(
        question.id,
        frozenset(str(key[0]) for key in one.keys),
        one.n or 0,
        SCALE,
        tuple(Numbers(cell.options, cell.low, cell.high) for cell in one.cells),
        several=question.type == "select_multiple",
        sides=(frozenset(SCALE[:2]), frozenset(SCALE[2:]))[: 1 + question.sensitive],
        asked=one.asked,
        routed=(parent, LEADS_ON) if parent else None,
    )


def measure(name: str) -> dict[str, float | int]:
    """Return the seconds of one audit, in this process."""
    chance = random.Random(2)  # noqa: S311 - the same every time
    large = tuple(chance.randint(5, 40) for _ in range(UNITS))
    sizes = SMALL if name == "small" else large
    raw, of = tallies(sizes), plan(len(sizes))
    started = time.perf_counter()
    protected = protect(raw, of, Policy())
    between = time.perf_counter()
    import scipy.optimize  # noqa: F401 - its time is told apart

    imported = time.perf_counter()
    pairs = zip(raw, protected, strict=True)
    tables = [one for tally, found in pairs for one in shown(tally.question, found)]
    groups = {f"u{at}": size for at, size in enumerate(sizes)}
    found = certain(tables, groups)
    ended = time.perf_counter()
    if found:
        raise AssertionError(len(found))
    return {
        "tables": len(tables),
        "protect_s": between - started,
        "scipy_s": imported - between,
        "opinion_s": ended - between,
        "all_s": ended - started,
    }


def main() -> int:
    """Print the figures; return 1 where a limit is passed."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
        return 0
    passed = True
    for name, limit in LIMITS.items():
        command = [sys.executable, __file__, name]
        runs = [json.loads(subprocess.check_output(command)) for _ in range(RUNS)]
        best = min(runs, key=lambda run: run["all_s"])
        passed &= best["all_s"] < limit
        found = {part: round(figure, 3) for part, figure in best.items()}
        print(json.dumps({"benchmark": f"protect {name}", **found, "goal": limit}))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
