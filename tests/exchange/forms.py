"""Instruments to make forms of: every template, and one in four languages."""

from pathlib import Path

from ruamel.yaml import YAML

from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from tests.fakeaudit import PLAN
from tests.test_templates import EXAMPLE, FOLDERS, name_of, read

PAIRS = [
    (folder, path)
    for folder in (*FOLDERS, EXAMPLE)
    for path in sorted((folder / "instruments").glob("*.yaml"))
]
"""Every instrument that comes with the program, with the folder of its audit."""

NAMES = [f"{name_of(folder)}-{path.stem}" for folder, path in PAIRS]

LANGUAGES = """\
format: 1
id: enkat
kind: survey
title: Enkät
partition: [unit]
choices:
  stammer:
    - id: inte
      label: Stämmer inte
      score: 1
      translations: {en: Not true, ar: غير صحيح, so: Run maaha}
    - id: helt
      label: Stämmer helt
      score: 2
      translations: {en: 'True', ar: صحيح, so: Run}
    - id: vetej
      label: Vet ej
      missing: dont_know
      translations: {en: Don't know, ar: لا أعرف, so: Ma garanayo}
  mera:
    - id: ute
      label: Vara ute
      translations: {en: Being outdoors, ar: في الخارج, so: Banaanka}
    - id: mat-1
      label: Laga mat
      translations: {en: Cooking, ar: الطبخ, so: Karinta}
    - id: "3"
      label: Något annat
      translations: {en: Something else, ar: شيء آخر, so: Wax kale}
areas:
  - id: 1stod
    label: Stöd
    translations: {en: Support, ar: الدعم, so: Taageero}
    questions:
      - id: s1
        type: select_one
        label: Jag får stöd.
        choices: stammer
        required: true
        translations:
          {en: I get support., ar: أحصل على الدعم., so: Taageero ayaan helaa.}
      - id: s2
        type: select_one
        label: "=Jag bestämmer."
        hint: "-Tänk efter."
        hint_translations: {en: Think it over., ar: فكر في الأمر., so: Ka fikir.}
        choices: stammer
        translations: {en: I decide., ar: أنا أقرر., so: Aniga ayaa go'aansada.}
      - id: s3
        type: select_multiple
        label: Vad vill du göra?
        choices: mera
        relevant: {s1: [inte, helt]}
        translations: {en: What do you want to do?, ar: ماذا تريد؟, so: Maxaad rabtaa?}
      - id: s4
        type: rank
        label: Vad är viktigast?
        choices: stammer
        relevant: {s3: [ute, "3"], s1: [helt]}
      - {id: n0, type: note, label: Nu är det snart slut.}
  - id: tal
    label: Tal
    questions:
      - {id: n1, type: range, label: Hur bra?, start: 0, end: 10, step: 1}
      - {id: n2, type: range, label: Hur dyrt?, start: 0, step: 1}
      - {id: n3, type: integer, label: Hur många?, start: 0, end: 99}
      - {id: n4, type: decimal, label: Hur långt?, end: 2.5}
      - {id: n5, type: date, label: Vilken dag?}
      - {id: n6, type: text, label: Vad mer? Skriv.}
"""


def instrument(text: str = LANGUAGES) -> Instrument:
    """Return an instrument as its text has it."""
    return Instrument.model_validate(YAML(typ="safe").load(text))


def plan(**more: object) -> Plan:
    """Return the plan of the small audit, with more or other parts."""
    return Plan.model_validate(YAML(typ="safe").load(PLAN) | more)


def shipped(folder: Path, path: Path) -> tuple[Plan, Instrument]:
    """Return an instrument that comes with the program and the plan beside it."""
    raw = YAML(typ="safe").load((folder / "plan.yaml").read_text(encoding="utf-8"))
    return Plan.model_validate(raw), read(path, Instrument)
