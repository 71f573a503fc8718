"""One synthetic survey and its twelve answers, of which each tool's file is built."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from brukarrevision.intake.draft import Draft
from brukarrevision.intake.log import ImportLog
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from brukarrevision.yamlfile import dump
from tests.intake.samples import PLAN, FakeAudit, drafted

STEPS = {
    "inte": "Stämmer inte alls",
    "delvis": "Stämmer delvis",
    "helt": "Stämmer helt",
}
DONT_KNOW = {"vetej": "Vet ej"}
WHO = {"lakare": "Läkare", "anhorig": "Anhörig", "ombud": "Personligt ombud"}
YES_NO = {"ja": "Ja", "nej": "Nej"}

LABELS = {
    "stod1": "Jag får det stöd jag behöver.",
    "vilka": "Vilka var med på mötet?",
    "rad1": "Personalen lyssnar",
    "rad2": "Personalen har tid",
    "moten": "Hur många möten har du haft?",
    "sip1": "Har du en plan?",
    "fri1": "Vad kan bli bättre?",
}


def _choices(choices: dict[str, str]) -> list[dict[str, str]]:
    return [{"id": one, "label": label} for one, label in choices.items()]


INSTRUMENT = Instrument.model_validate(
    {
        "format": 1,
        "id": "enkat",
        "kind": "survey",
        "title": "Syntetisk enkät",
        "choices": {
            "stammer": [
                *_choices(STEPS),
                {"id": "vetej", "label": "Vet ej", "missing": "dont_know"},
            ],
            "vilka": _choices(WHO),
            "janej": _choices(YES_NO),
        },
        "areas": [
            {
                "id": "stod",
                "label": "Stöd",
                "questions": [
                    {"id": one, "type": kind, "label": LABELS[one]}
                    | ({"choices": choices} if choices else {})
                    for one, kind, choices in (
                        ("stod1", "select_one", "stammer"),
                        ("vilka", "select_multiple", "vilka"),
                        ("rad1", "select_one", "stammer"),
                        ("rad2", "select_one", "stammer"),
                        ("moten", "integer", None),
                        ("sip1", "select_one", "janej"),
                        ("fri1", "text", None),
                    )
                ],
            }
        ],
    }
)


@dataclass(frozen=True)
class Person:
    """What one person answered; ``""`` and None where nothing.

    Attributes:
        vilka: the options ticked, None where the question was left blank.
    """

    stod1: str = ""
    vilka: tuple[str, ...] | None = None
    rad1: str = ""
    rad2: str = ""
    moten: str = ""
    sip1: str = ""
    fri1: str = ""

    def ticks(self, yes: str, no: str, blank: str = "") -> list[str]:
        """Return a cell for each option."""
        if self.vilka is None:
            return [blank] * len(WHO)
        return [yes if one in self.vilka else no for one in WHO]


_STOD = ["helt", "helt", "delvis", "inte", "vetej", "", "helt", "delvis", "helt"]
_VILKA: list[tuple[str, ...] | None] = [
    ("lakare", "ombud"), ("anhorig",), None, ("lakare", "anhorig", "ombud"),
    ("lakare",), ("ombud",), ("lakare", "anhorig"), None,
]  # fmt: skip
_RAD = ["inte", "delvis", "helt", "delvis", "vetej", "helt", ""]
_TEXT = ["Mer tid.", "Rad ett\nrad två", '"Citat"; med tecken', "", "=SUMMA", "Bra"]

PEOPLE = tuple(
    Person(
        stod1=_STOD[n % len(_STOD)],
        vilka=_VILKA[n % len(_VILKA)],
        rad1=_RAD[n % len(_RAD)],
        rad2=_RAD[(n * 3 + 1) % len(_RAD)],
        moten=str(n % 4) if n != 5 else "",
        sip1=["ja", "nej", "ja", ""][n % 4],
        fri1=f"{text} ({n})" if (text := _TEXT[n % len(_TEXT)]) else "",
    )
    for n in range(12)
)


def label(code: str) -> str:
    """Return the label of a choice, of whichever list."""
    return (STEPS | DONT_KNOW | WHO | YES_NO).get(code, code)


def coded(question: str, person: Person, *, none: str = "=") -> str:
    """Return the coded cell that a person's answer must become.

    Args:
        question: its id.
        person: who answered.
        none: what a select_multiple without a tick becomes.
    """
    value = getattr(person, question)
    if question == "vilka":
        return none if value == () else "" if value is None else "=" + " ".join(value)
    if value == "vetej":
        return "!dont_know"
    return f"={value}" if value else ""


@dataclass
class Come:
    """What came of a file: the audit it was read into, its draft and its log."""

    audit: FakeAudit
    log: ImportLog
    draft: Draft | None = None
    left_out: frozenset[str] = field(default_factory=frozenset)

    @property
    def mapping(self) -> str:
        """Return the mapping as it is written for people."""
        (one,) = self.audit.mappings.values()
        return dump(one)

    def cells(self, question: str) -> list[str]:
        """Return the coded cells of a question, in the order of the rows."""
        return [cell or "" for cell in self.audit.column(question)]

    def counts(self) -> list[Counter[str]]:
        """Return the answers to each drafted question by label, most first."""
        assert self.draft
        found = []
        for question in self.draft.instrument.questions():
            options = self.draft.instrument.options(question)
            labels = {one.missing or one.id: one.label for one in options}
            answers = [cell[1:] for cell in self.cells(question.id) if cell]
            if question.type == "select_multiple":
                answers = [one for answer in answers for one in answer.split()]
            found.append(Counter(label(labels.get(one, one)) for one in answers))
        return found


def collected(
    folder: Path, path: Path, mapping: Mapping | None = None, **wishes: object
) -> Come:
    """Collect a file into the instrument that exists, by a mapping or a new one."""
    plan = PLAN.model_copy(update={"units": (), "groups": (), "rounds": ()})
    audit = FakeAudit(folder, plan=plan, instruments={"enkat": INSTRUMENT})
    if mapping:
        audit.mappings["egen"] = mapping
    return Come(audit, audit.collect(path, **wishes)[0])


def begun(folder: Path, path: Path) -> Come:
    """Draft an instrument from a file and collect the file by it."""
    made = drafted(path)
    plan = PLAN.model_copy(update={"units": (), "groups": (), "rounds": ()})
    audit = FakeAudit(
        folder,
        plan=plan,
        instruments={"enkat": made.instrument},
        mappings={"enkat-fil": made.mapping},
    )
    return Come(audit, audit.collect(path)[0], made)


def right(
    come: Come, people: tuple[Person, ...] = PEOPLE, *, none: str = "="
) -> list[str]:
    """Return the questions whose answers did not come out right to the last."""
    return [
        one
        for one in LABELS
        if come.cells(one) != [coded(one, person, none=none) for person in people]
    ]


def told(come: Come, **more: str) -> dict[str, Counter[str]]:
    """Return the counts that a drafted file should have and has not.

    Args:
        come: what came of the file.
        more: an answer to a question that one person gave besides.
    """
    found = come.counts()
    expected: dict[str, Counter[str]] = {}
    for one in LABELS:
        answers = [getattr(person, one) for person in PEOPLE]
        flat = [part for a in answers for part in (a if isinstance(a, tuple) else [a])]
        flat.append(more.get(one, ""))
        expected[one] = Counter(label(str(part)) for part in flat if part)
    return {one: counts for one, counts in expected.items() if counts not in found}
