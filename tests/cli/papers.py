"""Twenty paper forms of fifteen questions, as the table of what stands on them."""

import random

from tests.fakeaudit import Box

FORM = """\
format: 1
id: papper
kind: survey
title: Pappersenkät
partition: [unit]
choices:
  stammer:
    - {id: inte, label: Stämmer inte, score: 1, side: negative}
    - {id: delvis, label: Stämmer delvis, score: 2}
    - {id: helt, label: "Stämmer helt och hållet, i alla delar av det stöd som jag har \
fått det här året", score: 3, side: positive}
    - {id: vetej, label: Vet ej, missing: dont_know}
  janej:
    - {id: ja, label: Ja}
    - {id: nej, label: Nej}
  skala:
"""
SCALE = "".join(f'    - {{id: "{at}", label: "{at}"}}\n' for at in range(11))
QUESTIONS = """\
  vad:
    - {id: mat, label: Mat}
    - {id: stad, label: Städning}
    - {id: ekonomi, label: Ekonomi}
background:
  - {id: alder, type: integer, label: "Hur gammal är du?"}
areas:
  - id: stod
    label: Stöd
    questions:
      - {id: n1, type: note, label: Nu frågar vi om ditt stöd.}
      - {id: a1, type: select_one, label: "Jag får stöd.", choices: stammer}
      - {id: a2, type: select_one, label: "Stödet är bra.", choices: stammer}
      - {id: a3, type: select_one, label: "Jag får vara med.", choices: stammer}
      - {id: a4, type: select_one, label: "Jag är trygg.", choices: stammer}
      - {id: a5, type: select_multiple, label: "Med vad?", choices: vad}
      - {id: a6, type: rank, label: "Viktigast först", choices: vad}
      - {id: a7, type: select_one, label: "Har du klagat?", choices: janej}
      - {id: a8, type: text, label: "På vad?", relevant: {a7: [ja]}}
      - {id: a9, type: select_one, label: "Blev det bättre?", choices: janej,
         relevant: {a7: [ja]}}
  - id: liv
    label: Livet
    questions:
      - {id: b1, type: select_one, label: "Hur mår du, från 0 till 10?", choices: skala}
      - {id: b2, type: date, label: "När fick du stöd första gången?"}
      - {id: b3, type: select_one, label: "Jag sover bra.", choices: stammer}
      - {id: b4, type: select_one, label: "Jag äter bra.", choices: stammer}
      - {id: b5, type: text, label: "Vill du säga något mer?"}
"""
A = [f"a{at}" for at in range(1, 10)]
B = [f"b{at}" for at in range(1, 6)]
ORDER = ["alder", *A, *B]
UNITS = ["norr", "soder", "liten"]
_STEPS = {"": " ", "inte": "1", "delvis": "2", "helt": "3", "vetej": "4"}
_WHAT = {"mat": "1", "stad": "2", "ekonomi": "3"}
_YES = {"": " ", "ja": "1", "nej": "2"}

Paper = dict[str, str]
"""By question, what stands there: ``""`` if nothing, no entry if it was not asked."""


def install(box: Box) -> None:
    """Put the form into the small audit, in the place of its own."""
    box.write("instruments/papper.yaml", FORM + SCALE + QUESTIONS)
    (box.audit / "instruments/enkat.yaml").unlink()
    (box.audit / "findings.yaml").unlink()
    box.swap("plan.yaml", "instruments: [enkat]", "instruments: [papper]")


def twenty() -> list[Paper]:
    """Return the papers."""
    order = random.Random(20)  # noqa: S311 - invented answers need no secrecy
    return [_paper(order, number) for number in range(1, 21)]


def _paper(order: random.Random, number: int) -> Paper:
    def scale() -> str:
        return order.choice(list(_STEPS))

    found = {"unit": order.choice(UNITS), "alder": str(order.randint(18, 90))}
    found |= {f"a{at}": scale() for at in range(1, 5)}
    found["a5"] = "|".join(w for w in _WHAT if order.random() < 0.5)
    found["a6"] = "|".join(order.sample(list(_WHAT), order.randint(0, 3)))
    found["a7"] = order.choice(list(_YES))
    if found["a7"] == "ja":
        found |= {"a8": f"Klagomål {number}", "a9": order.choice(list(_YES))}
    found["b1"] = order.choice(["", *map(str, range(11))])
    found["b2"] = order.choice(["", f"2024-03-{number:02}"])
    found |= {"b3": scale(), "b4": scale()}
    found["b5"] = order.choice(["", f"Åsikt {number}: mer tid, tack!"])
    return found


def strokes(paper: Paper, *, start: str = "unit") -> str:
    """Return the keys of a paper, from a question to its end."""
    names = ["unit", *ORDER]
    asked = [name for name in names[names.index(start) :] if name in paper]
    return "".join(stroke(name, paper[name]) for name in asked)


def stroke(name: str, cell: str) -> str:
    """Return the keys of one answer."""
    if name == "unit":
        return str(1 + UNITS.index(cell))
    if name in ("alder", "a8", "b2", "b5"):
        return f"{cell}\r"
    if name in ("a5", "a6"):
        return "".join(_WHAT[one] for one in cell.split("|") if one) + "\r"
    if name == "b1":
        return {"": " ", "10": "a"}.get(cell, cell)
    return (_YES if name in ("a7", "a9") else _STEPS)[cell]


def counts(papers: list[Paper], name: str) -> dict[str, int]:
    """Return how many papers say what to a question, as the unprotected tables do."""
    found = {"blank": 0, "not_asked": 0, "dont_know": 0}
    for paper in papers:
        cell = paper.get(name)
        if cell is None:
            words = ["not_asked"]
        elif name == "a6":
            words = cell.split("|")[:1]
        else:
            words = cell.split("|") if name == "a5" else [cell]
        for word in words:
            key = {"": "blank", "vetej": "dont_know"}.get(word, word)
            found[key] = found.get(key, 0) + 1
    return {word: count for word, count in found.items() if count}
