"""Instruments with everything that a form can have; nobody in them exists."""

from tests.fakeaudit import Box

FORM = """\
format: 1
id: enkat
kind: survey
title: Enkät om huset
translations: {ar: استبيان عن المنزل}
choices:
  stammer:
    - {id: inte, label: Stämmer inte, translations: {ar: غير صحيح}}
    - {id: delvis, label: Stämmer delvis, translations: {ar: صحيح جزئيا}}
    - {id: helt, label: Stämmer helt, translations: {ar: صحيح تماما}}
  janej:
    - {id: ja, label: Ja, translations: {ar: نعم}}
    - {id: nej, label: Nej, translations: {ar: لا}}
    - {id: vetej, label: Vet ej, missing: dont_know}
  mat:
    - {id: soppa, label: Soppa, translations: {ar: حساء}}
    - {id: fisk, label: Fisk & skaldjur, translations: {ar: سمك}}
background:
  - {id: kon, type: select_one, label: Har du bott här länge?, choices: janej}
areas:
  - id: stod
    label: Stöd
    translations: {ar: الدعم}
    questions:
      - id: s1
        type: select_one
        label: Jag får stöd.
        choices: stammer
        translations: {ar: أحصل على الدعم.}
      - id: s2
        type: select_one
        label: Jag får det i tid.
        choices: stammer
        hint: Tänk på förra veckan.
        translations: {ar: أحصل عليه في الوقت المناسب.}
        hint_translations: {ar: فكر في الأسبوع الماضي.}
      - id: s3
        type: select_one
        label: Har du en plan?
        choices: janej
        translations: {ar: هل لديك خطة؟}
      - id: s4
        type: integer
        label: Hur många möten har du haft?
        relevant: {s3: [ja]}
        translations: {ar: كم اجتماعا حضرت؟}
      - id: s5
        type: date
        label: När skrevs planen?
        relevant: {s3: [ja]}
  - id: mat
    label: Mat
    questions:
      - {id: n1, type: note, label: Nu frågar vi om maten.}
      - {id: m1, type: select_multiple, label: Vad äter du helst?, choices: mat}
      - {id: m2, type: rank, label: Vad är viktigast?, choices: mat}
      - {id: m3, type: range, label: "Hur nöjd är du, 0–10?", start: 0, end: 10}
      - {id: m4, type: text, label: "Vad kan bli bättre? <b> & så"}
"""


def write(box: Box, *, units: bool = True) -> None:
    """Put the instrument into the small audit; with one unit, if told so."""
    box.write("instruments/enkat.yaml", FORM)
    if not units:
        for line in (
            "  - {id: soder, label: Södra huset, invited: 15}\n",
            "  - {id: liten, label: Lilla huset}\n",
        ):
            box.swap("plan.yaml", line, "")
