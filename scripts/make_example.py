"""Make the synthetic answers of ``audits/sip-exempel``; nobody has given any of them.

Run ``python scripts/make_example.py`` from the root of the repository. How many chose
each answer is laid down below; who gave it is drawn with a fixed seed, so that the same
script always writes the same bytes. The files have the shape of a Swedish Microsoft
Forms export, and ``syntetisk`` stands in their names.
"""

import csv
import datetime as dt
import io
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ruamel.yaml import YAML

from brukarrevision.model.instrument import SELECTING, Instrument, Question

ROOT = Path(__file__).resolve().parents[1]
AUDIT = ROOT / "audits" / "sip-exempel"
SEED = 2026
FORMS_COLUMNS = ("ID", "Starttid", "Slutförandetid", "E-post", "Namn")
UNIT_COLUMN = "Vilken mottagning hör du till?"
UNITS = {
    "affektiv": "Affektiva mottagningen",
    "psykos": "Psykosmottagningen",
    "beroende": "Beroendemottagningen",
}

Row = dict[str, list[str]]
"""One person's answers: the ids of choices, or one number or text, by question."""

Spread = str
"""How many gave each answer, best first: ``helt 5, ganska 9, inte 2; vetej 1``.

After the semicolon: answers that are no answer, drawn at random among all. Those whom
neither part reaches left the question blank.
"""

SPREADS: dict[str, dict[str, dict[str, Spread]]] = {
    "enkat": {
        "affektiv": {
            "alder": "a18 7, a30 8, a45 6, a65 1",
            "kon": "kvinna 13, man 7, annat 1; villej 1",
            "i1": "helt 5, ganska 8, daligt 5, inte 3; vetej 1",
            "i2": "ja 7, nej 12; vetej 3",
            "i3": "helt 2, ganska 5, daligt 7, inte 8",
            "d1": "helt 5, ganska 7, daligt 5, inte 4",
            "d3": "helt 7, ganska 10, daligt 4, inte 1",
            "d4": "inte 8, daligt 6, ganska 5, helt 2; vetej 1",
            "d5": "helt 5, ganska 8, daligt 5, inte 3",
            "d6": "1 8, 2 5, 3 4, 4 3, 6 1",
            "s1": "helt 5, ganska 9, daligt 6, inte 2",
            "s2": "helt 1, ganska 1, daligt 7, inte 13",
            "s3": "nej 11, ja 9; vetej 2",
            "u1": "ja 21, nej 1",
            "u2": "ja 13, nej 7; vetej 2",
            "u3": "ja 4, senare 3, nej 4; intedags 2",
            "m1": "helt 4, ganska 9, daligt 5, inte 3; vetej 1",
            "m2": "helt 6, ganska 10, daligt 5, inte 1",
            "m3": "ja 15, nej 4; vetej 3",
        },
        "psykos": {
            "alder": "a18 3, a30 6, a45 6, a65 1",
            "kon": "kvinna 6, man 9",
            "i1": "helt 3, ganska 6, daligt 4, inte 2; vetej 1",
            "i2": "ja 4, nej 10; vetej 2",
            "i3": "helt 1, ganska 3, daligt 6, inte 5",
            "d1": "helt 2, ganska 4, daligt 4, inte 6",
            "d3": "helt 5, ganska 7, daligt 2, inte 1; vetej 1",
            "d4": "inte 4, daligt 4, ganska 5, helt 3",
            "d5": "helt 2, ganska 6, daligt 5, inte 2; vetej 1",
            "d6": "1 4, 2 4, 3 3, 4 2, 5 2",
            "s1": "helt 3, ganska 7, daligt 4, inte 1",
            "s2": "helt 1, ganska 2, daligt 4, inte 9",
            "s3": "nej 8, ja 6; vetej 1",
            "u1": "ja 11, nej 4; vetej 1",
            "u2": "ja 9, nej 6; vetej 1",
            "u3": "ja 2, senare 3, nej 3; intedags 1",
            "m1": "helt 4, ganska 7, daligt 3, inte 2",
            "m2": "helt 5, ganska 6, daligt 3, inte 1",
            "m3": "ja 15; vetej 1",
        },
        "beroende": {
            "alder": "a18 1, a45 2",
            "kon": "man 2, kvinna 1",
            "i1": "ganska 2, inte 1",
            "i2": "nej 2; vetej 1",
            "i3": "ganska 1, daligt 2",
            "d1": "ganska 1, daligt 1, inte 1",
            "d3": "helt 1, ganska 2",
            "d4": "inte 1, daligt 1, ganska 1",
            "d5": "helt 1, ganska 1, daligt 1",
            "d6": "1 2, 2 1",
            "s1": "ganska 2, daligt 1",
            "s2": "daligt 1, inte 2",
            "s3": "nej 2, ja 1",
            "u1": "ja 2, nej 1",
            "u2": "ja 2, nej 1",
            "u3": "ja 1, nej 1",
            "m1": "helt 1, ganska 1, daligt 1",
            "m2": "ganska 3",
            "m3": "ja 2; vetej 1",
        },
    },
    "narstaende": {
        "": {
            "nrelation": "foralder 5, partner 2, syskon 1, barn 1",
            "nd1": "helt 1, ganska 3, daligt 3, inte 2",
            "nd2": "ja 6, nej 3",
            "nd3": "helt 2, ganska 2, daligt 1, inte 1",
            "ns1": "helt 1, ganska 2, daligt 3, inte 3",
            "ns2": "daligt 1, ganska 2, helt 6",
            "ns3": "helt 1, ganska 2, daligt 2, inte 3; vetej 1",
            "nm1": "helt 2, ganska 4, daligt 2, inte 1",
        },
    },
    "utansip": {
        "": {
            "uk1": "ja 3, nej 4",
            "uk2": "ja 3, nej 4",
            "uk3": "nejskal 1, inget 2",
            "ub2": "ganska 2, helt 5",
            "ub3": "helt 3, ganska 3; vetej 1",
        },
    },
}

TICKED: dict[str, dict[str, dict[str, Spread]]] = {
    "enkat": {
        "affektiv": {
            "d2": "psykiatrin 21, socialtjanst 15, anhorig 12, boendestod 9, "
            "vardcentral 6, ombud 5, fk 4, af 3, annan 2",
            "s4": "fk 5, vardcentral 4, socialtjanst 3, af 3, anhorig 2",
        },
        "psykos": {
            "d2": "psykiatrin 16, boendestod 11, socialtjanst 10, anhorig 7, "
            "vardcentral 4, ombud 3, fk 2, af 1",
            "s4": "vardcentral 3, fk 3, socialtjanst 2, ombud 1",
        },
        "beroende": {
            "d2": "psykiatrin 3, socialtjanst 2, anhorig 1, ombud 1",
            "s4": "vardcentral 1",
        },
    },
    "utansip": {
        "": {
            "ub1": "psykiatrin 7, socialtjanst 4, vardcentral 4, fk 4, "
            "boendestod 3, af 2",
        },
    },
}

TEXTS: dict[str, dict[str, Sequence[str]]] = {
    "enkat": {
        "affektiv": (
            "Att jag fick prata först. Nu kom jag in när alla redan satt där.",
            "Kortare möte och en paus.",
            "Att Försäkringskassan var på plats och inte bara fick ett papper.",
            "Om jag hade vetat innan vad det skulle handla om.",
            "Färre personer. Det kändes som ett förhör.",
            "Mötet var bra, det är efteråt det rinner ut i sanden.",
            "Att någon ringde mig veckan efter.",
            "Att jag fick bestämma platsen. Jag hade hellre setts någon annanstans.",
            "Vet inte. Det var bättre än jag trodde!",
            "Mindre fackspråk; jag förstod inte hälften.",
            'En "startbild" på tavlan med vad vi skulle hinna.',
        ),
        "psykos": (
            "Att de hade läst på.",
            "Jag ville ha med min syster men ingen frågade.",
            "Samma folk nästa gång.",
            "Att slippa sitta med ryggen mot dörren.",
            "Ett papper som jag förstår.",
            "Det var bra som det var.",
            "Att boendestödet fick säga mer, de vet hur jag har det.",
        ),
        "beroende": ("Att mötet blev av första gången.",),
    },
    "narstaende": {
        "": (
            "Ett telefonnummer dit man får ringa.",
            "Att någon frågar hur jag orkar.",
            "Att få veta vad som har bestämts, om det är okej för den det gäller.",
            "Möten på kvällstid ibland. Jag arbetar.",
            "Att slippa vara den som håller i allt.",
        ),
    },
    "utansip": {
        "": (
            "Pengarna och sjukskrivningen. Alla säger olika.",
            "Att få ihop en vecka som fungerar.",
            "Vem jag ska ringa när det blir sämre.",
            "Vet inte riktigt vad man får ta upp.",
        ),
    },
}

SIZES: dict[str, dict[str, int]] = {
    "enkat": {"affektiv": 22, "psykos": 16, "beroende": 3},
    "narstaende": {"": 9},
    "utansip": {"": 7},
}
NOISE = 1.3
"""How much of an answer is chance, beside how content the person is on the whole."""


def parse(spread: Spread) -> list[tuple[str, int]]:
    """Return ``[("helt", 5), ...]`` for ``helt 5, ...``."""
    pairs = (one.split() for one in spread.split(",") if one.strip())
    return [(answer, int(times)) for answer, times in pairs]


def spread_out(
    people: Sequence[Row], content: Sequence[float], spread: Spread, draw: random.Random
) -> list[str]:
    """Return one answer for each person; the content tend to get the good ones."""
    answers, _, absent = spread.partition(";")
    ordered = [answer for answer, times in parse(answers) for _ in range(times)]
    without = [answer for answer, times in parse(absent) for _ in range(times)]
    without += [""] * (len(people) - len(ordered) - len(without))
    at_random = sorted(range(len(people)), key=lambda _: draw.random())
    result = dict(zip(at_random, without, strict=False))
    rest = sorted(
        at_random[len(without) :],
        key=lambda at: content[at] + NOISE * draw.random(),
        reverse=True,
    )
    result.update(zip(rest, ordered, strict=True))
    return [result[at] for at in range(len(people))]


def tick(
    people: Sequence[Row], question: str, spread: Spread, draw: random.Random
) -> None:
    """Give each option to as many people as it says; nobody is left without one."""
    for person in people:
        person[question] = []
    for option, times in parse(spread):
        eager = sorted(people, key=lambda p: (len(p[question]), draw.random()))
        lucky = sorted(
            eager[: max(times, len(people) // 2)], key=lambda _: draw.random()
        )
        empty = [p for p in lucky if not p[question]]
        others = [p for p in lucky if p[question]]
        for person in (empty + others)[:times]:
            person[question].append(option)


def asked(people: Sequence[Row], question: Question) -> list[int]:
    """Return who is asked the question, after the answers that lead to it."""
    return [
        at
        for at, person in enumerate(people)
        if all(
            set(person[source]) & set(wanted)
            for source, wanted in question.routing.items()
        )
    ]


def answer_all(instrument: Instrument, part: str, draw: random.Random) -> list[Row]:
    """Return the people of one unit with an answer to every question."""
    people: list[Row] = [{} for _ in range(SIZES[instrument.id][part])]
    content = [draw.random() for _ in people]
    spreads = SPREADS[instrument.id][part]
    ticked = TICKED.get(instrument.id, {}).get(part, {})
    texts = list(TEXTS[instrument.id][part])
    for question in instrument.questions():
        for person in people:
            person[question.id] = []
        here = asked(people, question)
        chosen = [people[at] for at in here]
        if question.id in ticked:
            tick(chosen, question.id, ticked[question.id], draw)
        elif question.id in spreads:
            mood = [content[at] for at in here]
            if question in instrument.background:
                mood = [draw.random() for _ in here]
            given = spread_out(chosen, mood, spreads[question.id], draw)
            for person, answer in zip(chosen, given, strict=True):
                person[question.id] = [answer] if answer else []
        elif question.type == "text":
            writers = sorted(range(len(people)), key=lambda _: draw.random())
            for at, text in zip(writers, texts, strict=False):
                people[at][question.id] = [text]
    return people


def stray(people: Sequence[Row], question: str, source: str, answer: str) -> None:
    """Let one person answer a question that was not put to them, as people do."""
    person = next(p for p in people if p[source] == ["nej"])
    person[question] = [answer]


def labels(instrument: Instrument, question: Question, cell: Sequence[str]) -> str:
    """Return the cell as Forms writes it: labels, ``;`` after each of several."""
    if question.type not in SELECTING:
        return "".join(cell)
    known = {choice.id: choice.label for choice in instrument.options(question)}
    if question.type == "select_one":
        return "".join(known[one] for one in cell)
    ordered = (label for one, label in known.items() if one in cell)
    return "".join(f"{label};" for label in ordered)


def moments(size: int, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Yield when each form was begun and handed in, in the order of handing in."""
    days = sorted(draw.random() * 57 for _ in range(size))
    first = dt.datetime(2026, 4, 1)  # noqa: DTZ001 - Forms names no time zone
    begun = sorted(
        first + dt.timedelta(days=int(day), seconds=(8.5 + draw.random() * 12) * 3600)
        for day in days
    )
    for start in begun:
        ended = start + dt.timedelta(seconds=240 + draw.random() * 1500)
        yield f"{start:%Y-%m-%d %H:%M:%S}", f"{ended:%Y-%m-%d %H:%M:%S}"


def rows(instrument: Instrument) -> Iterator[list[str]]:
    """Yield the header and then one line for each response, units mixed."""
    draw = random.Random(f"{SEED} {instrument.id}")  # noqa: S311 - not for secrets
    parts = SIZES[instrument.id]
    with_unit = any(parts)
    questions = list(instrument.questions())
    yield [
        *FORMS_COLUMNS,
        *([UNIT_COLUMN] if with_unit else []),
        *(question.label for question in questions),
    ]
    everybody: list[tuple[str, Row]] = []
    for part in parts:
        people = answer_all(instrument, part, draw)
        if part == "affektiv":
            stray(people, "s4", "s3", "fk")
        everybody += [(part, person) for person in people]
    everybody.sort(key=lambda _: draw.random())
    times = moments(len(everybody), draw)
    for number, ((part, person), (start, end)) in enumerate(
        zip(everybody, times, strict=True), start=1
    ):
        yield [
            *(str(number), start, end, "anonymous", ""),
            *([UNITS[part]] if with_unit else []),
            *(labels(instrument, one, person[one.id]) for one in questions),
        ]


def make(instrument: Instrument) -> str:
    """Return the whole file as text, without the byte order mark."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(rows(instrument))
    return out.getvalue()


def files() -> Mapping[Path, str]:
    """Return the text of every synthetic file, by its path."""
    yaml = YAML(typ="safe")
    texts: dict[Path, str] = {}
    for name in SIZES:
        source = AUDIT / "instruments" / f"{name}.yaml"
        raw = yaml.load(source.read_text(encoding="utf-8"))
        path = AUDIT / "synthetic" / f"{name}-syntetisk.csv"
        texts[path] = make(Instrument.model_validate(raw))
    return texts


def main() -> None:
    """Write the files."""
    for path, text in files().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8-sig", newline="\n")
        print(f"{path.relative_to(ROOT)}: {text.count(chr(10)) - 1}", file=sys.stderr)


if __name__ == "__main__":
    main()
