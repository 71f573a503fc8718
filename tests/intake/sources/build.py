"""One synthetic survey as each web form would export it.

Nobody answered it. The shapes are those that the tools document, or that their public
exports show; names, addresses and ids are invented.
"""

import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from brukarrevision.model.instrument import Instrument
from tests.intake.samples import book, table

DOCTOR, KIN, AGENT = "Läkare", "Anhörig, vän eller granne", "Personligt ombud"
OPTIONS = (DOCTOR, KIN, AGENT)
SPOKE = "Kom du till tals på mötet?"
WHO = "Vilka var med på mötet?"
AREA = "Hur var planen?"
HEARD, UNDERSTOOD = "Jag blev lyssnad på", "Jag förstod planen"
TIMES = "Hur många möten har du haft?"
BETTER = "Vad hade varit bättre?"
OTHER = "Annan, vem?"
WROTE = "SYNTETISK-KURATOR"

SECRETS = ("SYNTET-ANNA", "anna@example.com", "192.0.2.7")
"""What identifies somebody in the files, and is never to be stored."""


@dataclass(frozen=True, slots=True)
class Person:
    """What one invented person answered; ``""`` and ``()`` where nothing."""

    spoke: str
    who: tuple[str, ...]
    heard: str
    understood: str
    times: str
    better: str
    other: str = ""


PEOPLE = (
    Person("Ja", (DOCTOR,), "Stämmer", "Stämmer", "2", "Mer tid, tack"),
    Person("Ja", (DOCTOR, KIN), "Stämmer", "Stämmer inte", "1", ""),
    Person("Delvis", (KIN,), "Stämmer inte", "Stämmer", "3", "Att bli\nlyssnad på"),
    Person("Nej", (DOCTOR, AGENT), "Stämmer inte", "Stämmer inte", "1", ""),
    Person("Ja", (DOCTOR, KIN, AGENT), "Stämmer", "Stämmer", "", "Lugnare rum"),
    Person("", (), "", "Stämmer", "", "Jag minns inte"),
    Person("Delvis", (AGENT,), "Stämmer", "", "4", ""),
    Person("Nej", (KIN, AGENT), "Stämmer inte", "Stämmer inte", "2", "En paus; kaffe"),
)
WRITER = Person("Nej", (), "Stämmer", "Stämmer", "5", "", WROTE)
"""Ticked nothing but "other", and said who."""

INSTRUMENT = Instrument.model_validate(
    {
        "format": 1,
        "id": "enkat",
        "kind": "survey",
        "title": "Syntetisk enkät",
        "choices": {
            "jn": [{"id": i.lower(), "label": i} for i in ("Ja", "Delvis", "Nej")],
            "stammer": [
                {"id": "ja", "label": "Stämmer"},
                {"id": "nej", "label": "Stämmer inte"},
            ],
            "vilka": [
                {"id": "lakare", "label": DOCTOR},
                {"id": "anhorig", "label": KIN},
                {"id": "ombud", "label": AGENT},
                {"id": "annan", "label": OTHER},
            ],
        },
        "areas": [
            {
                "id": "motet",
                "label": "Mötet",
                "questions": [
                    {"id": "d1", "type": "select_one", "label": SPOKE, "choices": "jn"},
                    {
                        "id": "d2",
                        "type": "select_multiple",
                        "label": WHO,
                        "choices": "vilka",
                    },
                    *(
                        {
                            "id": name,
                            "type": "select_one",
                            "label": label,
                            "choices": "stammer",
                        }
                        for name, label in (("d3", HEARD), ("d4", UNDERSTOOD))
                    ),
                    {"id": "d5", "type": "integer", "label": TIMES},
                    {"id": "d6", "type": "text", "label": BETTER},
                ],
            }
        ],
    }
)
"""The same survey, written before it was answered."""


def counts(people: Sequence[Person]) -> dict[str, Counter[str]]:
    """Return how often each answer was given, by question."""
    fields = {
        SPOKE: "spoke",
        HEARD: "heard",
        UNDERSTOOD: "understood",
        TIMES: "times",
        BETTER: "better",
    }
    found = {
        label: Counter(text for one in people if (text := str(getattr(one, field))))
        for label, field in fields.items()
    }
    every = [option for one in people for option in one.who]
    return found | {WHO: Counter(every + [OTHER for one in people if one.other])}


def answered(people: Sequence[Person]) -> int:
    """Return how many said who was there."""
    return sum(bool(one.who or one.other) for one in people)


@dataclass(frozen=True, slots=True)
class Example:
    """One file: what tool wrote it, how, and what is in it."""

    name: str
    tool: str
    write: Callable[[Path], Path]
    people: tuple[Person, ...] = PEOPLE
    excluded: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Return the name, for the test's id."""
        return self.name


_TIME = "2026-03-0{}T10:1{}:00"


def _microsoft(header: Sequence[str], *, quiz: bool = False) -> Callable[[Path], Path]:
    """An .xlsx: a semicolon after each option; statements in columns of their own."""
    questions = (SPOKE, WHO, HEARD, UNDERSTOOD, TIMES, BETTER)
    more = [
        cell
        for one in questions
        for cell in ((one, f"Points - {one}", f"Feedback - {one}") if quiz else (one,))
    ]
    quizzed = ["Total points", "Quiz feedback"] if quiz else []

    def write(folder: Path) -> Path:
        rows: list[Sequence[object]] = [[*header, *quizzed, *more]]
        for at, one in enumerate(PEOPLE, 1):
            who = "".join(f"{option};" for option in one.who)
            cells = [one.spoke, who, one.heard, one.understood, one.times, one.better]
            each = [
                c for cell in cells for c in ((cell, "1", "Bra") if quiz else (cell,))
            ]
            own = [at, _TIME.format(at, 1), _TIME.format(at, 2), SECRETS[1], SECRETS[0]]
            own += [""] * (len(header) - len(own))
            rows.append([*own, *(["7", "Bra"] if quiz else []), *each])
        return book(folder / "svar.xlsx", rows)

    return write


def _google(
    header: Sequence[str], separator: str, *, packed: bool
) -> Callable[[Path], Path]:
    """A .csv: the time first, a column for each row of a grid."""
    grid = [f"{AREA} [{row}]" for row in (HEARD, UNDERSTOOD)]

    def write(folder: Path) -> Path:
        rows = [[*header, SPOKE, WHO, *grid, TIMES, BETTER]]
        for at, one in enumerate(PEOPLE, 1):
            own = [f"2026-03-0{at} 10.11.12", SECRETS[1], "3 / 10"][: len(header)]
            who = separator.join(one.who)
            rows.append(
                [*own, one.spoke, who, one.heard, one.understood, one.times, one.better]
            )
        path = table(folder / "svar.csv", rows, delimiter=",")
        if not packed:
            return path
        with zipfile.ZipFile(folder / "svar.csv.zip", "w") as made:
            made.write(path, "Möten.csv")
        return folder / "svar.csv.zip"

    return write


_MONKEY = [
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
]


def _monkey(at: int, one: Person) -> list[str]:
    own = [f"1190000{at}", "4400", "03/01/2026 10:00:00 AM", "03/01/2026 10:05:00 AM"]
    own += [SECRETS[2], SECRETS[1], SECRETS[0], SECRETS[0], SECRETS[0]]
    ticked = [option if option in one.who else "" for option in OPTIONS]
    cells = [one.spoke, *ticked, one.other, one.heard, one.understood]
    return [*own, *cells, one.times, one.better]


def _monkey_two(folder: Path) -> Path:
    first = [*_MONKEY, f"<p>{SPOKE}</p>", f"{WHO}<br>", "", "", "", AREA, "", TIMES]
    second = [*[""] * len(_MONKEY), "Response", *OPTIONS, "Other (please specify)"]
    rows = [
        [*first, BETTER],
        [*second, HEARD, UNDERSTOOD, "Open-Ended Response", "Open-Ended Response"],
        *(_monkey(at, one) for at, one in enumerate((*PEOPLE, WRITER), 1)),
    ]
    return table(folder / "svar.csv", rows, delimiter=",")


def _monkey_one(folder: Path) -> Path:
    parts = [f"{WHO} - {one}" for one in (*OPTIONS, "Other (please specify)")]
    grid = [f"{AREA} - {row}" for row in (HEARD, UNDERSTOOD)]
    rows = [
        [*_MONKEY, SPOKE, *parts, *grid, TIMES, BETTER],
        *(_monkey(at, one) for at, one in enumerate((*PEOPLE, WRITER), 1)),
    ]
    return table(folder / "svar.csv", rows, delimiter=",")


def _typeform(
    folder: Path, who: Callable[[Person], list[str]], headers: list[str]
) -> Path:
    end = ["Start Date (UTC)", "Submit Date (UTC)", "Network ID"]
    header = ["#", f"**{SPOKE}**", *headers, HEARD, UNDERSTOOD, TIMES]
    rows = [[*header, f"*{BETTER}*", "Tack {{field:01ab}}, något mer?", *end]]
    for at, one in enumerate((*PEOPLE, WRITER), 1):
        own = [f"00{at}ab", one.spoke, *who(one), one.heard, one.understood, one.times]
        more = [f"Nej, {at}", "2026-03-01 10:00", "2026-03-01 10:05", "9f"]
        rows.append([*own, one.better, *more])
    return table(folder / "svar.csv", rows, delimiter=",")


def _typeform_old(folder: Path) -> Path:
    def who(one: Person) -> list[str]:
        ticked = [option if option in one.who else "" for option in OPTIONS]
        return [*ticked, one.other]

    return _typeform(folder, who, [*OPTIONS, "Other"])


def _typeform_new(folder: Path) -> Path:
    def who(one: Person) -> list[str]:
        return ["".join(f" / {option}" for option in one.who or _other(one))]

    return _typeform(folder, who, [WHO])


def _other(one: Person) -> tuple[str, ...]:
    return (OTHER,) if one.other else ()


_STATUS = ("IP Address", "IP Address", "Survey Preview", "IP Address", "Spam")


def _qualtrics(folder: Path) -> Path:
    """Three header rows; a preview, spam and a response that was not finished."""
    own = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished"]
    own += ["RecordedDate", "ResponseId", "RecipientLastName", "RecipientEmail"]
    own += ["DistributionChannel", "UserLanguage"]
    texts = ["Start Date", "End Date", "Response Type", "IP Address", "Progress"]
    texts += ["Finished", "Recorded Date", "Response ID", "Recipient Last Name"]
    texts += ["Recipient Email", "Distribution Channel", "User Language"]
    codes = ["Q1", "Q2_1", "Q2_2", "Q2_3", "Q2_4", "Q2_4_TEXT", "Q3_1", "Q3_2"]
    asked = [SPOKE, *(f"{WHO} - Selected Choice - {option}" for option in OPTIONS)]
    asked += [f"{WHO} - Selected Choice - {OTHER}", f"{WHO} - {OTHER} - Text"]
    asked += [f"{AREA} - {HEARD}", f"{AREA} - {UNDERSTOOD}", TIMES, BETTER]
    header = [*own, *codes, "Q4", "Q5"]
    rows = [header, [*texts, *asked]]
    rows.append([f'{{"ImportId":"{code}"}}' for code in header])
    rows += _qualtrics_rows(("IP Address", "Survey Preview", "Spam"), ("True", "False"))
    return table(folder / "svar.csv", rows, delimiter=",")


def _qualtrics_rows(status: Sequence[str], finished: Sequence[str]) -> list[list[str]]:
    """Everybody, then a preview, spam and somebody who left half-way."""
    everybody = [(one, status[0], finished[0]) for one in (*PEOPLE, WRITER)]
    more = [(PEOPLE[0], one, finished[0]) for one in status[1:]]
    more.append((PEOPLE[1], status[0], finished[1]))
    rows = []
    for at, (one, kind, done) in enumerate([*everybody, *more], 1):
        own = ["2026-03-01 10:00:00", "2026-03-01 10:05:00", kind, SECRETS[2], "100"]
        own += [done, "2026-03-01 10:05:01", f"R_{at}x", SECRETS[0], SECRETS[1]]
        ticked = [option if option in one.who else "" for option in OPTIONS]
        ticked += [OTHER if one.other else "", one.other]
        cells = [one.spoke, *ticked, one.heard, one.understood, one.times, one.better]
        rows.append([*own, "anonymous", "SV", *cells])
    return rows


def _qualtrics_old(folder: Path) -> Path:
    """Two header rows, a byte order mark, and a comma after the last cell."""
    own = ["ResponseID", "ResponseSet", "IPAddress", "StartDate", "EndDate"]
    own += ["RecipientLastName", "RecipientFirstName", "RecipientEmail"]
    own += ["ExternalDataReference", "Finished", "Status"]
    codes = ["Q1", "Q2_1", "Q2_2", "Q2_3", "Q3_1", "Q3_2", "Q4", "Q5"]
    asked = [SPOKE, *(f"{WHO}-{option}" for option in OPTIONS)]
    asked += [f"{AREA}-{HEARD}", f"{AREA}-{UNDERSTOOD}", TIMES, BETTER]
    rows = [[*own, *codes, ""], [*own, *asked, ""]]
    everybody = [(one, "0", "1") for one in PEOPLE]
    everybody += [(PEOPLE[0], "1", "1"), (PEOPLE[1], "0", "0")]
    for at, (one, kind, done) in enumerate(everybody, 1):
        mine = [
            f"R_{at}x",
            "Default Response Set",
            SECRETS[2],
            "2026-03-01",
            "",
            *SECRETS,
        ]
        mine += ["X-1", done, kind]
        ticked = ["1" if option in one.who else "" for option in OPTIONS]
        cells = [one.spoke, *ticked, one.heard, one.understood, one.times, one.better]
        rows.append([*mine, *cells, ""])
    return table(folder / "svar.csv", rows, delimiter=",", encoding="utf-8-sig")


def _sheet(folder: Path) -> Path:
    """A sheet of nobody's tool: titles above, a column of 1 and 0 for each option."""
    options = [f"{WHO}: {option}" for option in OPTIONS]
    header = ["Löpnr", SPOKE, *options, HEARD, UNDERSTOOD, TIMES, BETTER, "E-post"]
    rows: list[Sequence[object]] = [["Uttag 2026-03-09"], [], header]
    for at, one in enumerate(PEOPLE, 1):
        ticked = [str(int(option in one.who)) if one.who else "" for option in OPTIONS]
        cells = [one.spoke, *ticked, one.heard, one.understood, one.times, one.better]
        rows.append([f"R{at}", *cells, SECRETS[1]])
    return book(folder / "svar.xlsx", rows)


EXAMPLES = (
    Example("table", "table", _sheet),
    Example(
        "microsoft-forms-sv",
        "microsoft-forms",
        _microsoft(
            [
                "ID",
                "Starttid",
                "Slutförandetid",
                "E-post",
                "Namn",
                "Ändrades senast klockan",
            ]
        ),
    ),
    Example(
        "microsoft-forms-en",
        "microsoft-forms",
        _microsoft(["ID", "Start time", "Completion time", "Email", "Name"]),
    ),
    Example(
        "microsoft-forms-quiz",
        "microsoft-forms",
        _microsoft(
            [
                "ID",
                "Start time",
                "Completion time",
                "Email",
                "Name",
                "Last modified time",
            ],
            quiz=True,
        ),
    ),
    Example(
        "google-forms-sheet",
        "google-forms",
        _google(["Tidstämpel", "E-postadress"], ", ", packed=False),
    ),
    Example(
        "google-forms-zip",
        "google-forms",
        _google(["Timestamp", "Username", "Total score"], ";", packed=True),
    ),
    Example("surveymonkey-two-rows", "surveymonkey", _monkey_two, (*PEOPLE, WRITER)),
    Example("surveymonkey-one-row", "surveymonkey", _monkey_one, (*PEOPLE, WRITER)),
    Example("typeform-columns", "typeform", _typeform_old, (*PEOPLE, WRITER)),
    Example("typeform-slashes", "typeform", _typeform_new, (*PEOPLE, WRITER)),
    Example(
        "qualtrics", "qualtrics", _qualtrics, (*PEOPLE, WRITER), excluded=(13, 14, 15)
    ),
    Example("qualtrics-old", "qualtrics", _qualtrics_old, excluded=(11, 12)),
)
