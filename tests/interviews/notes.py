"""A small audit with a guide and a codebook, and notes in its private directory."""

from pathlib import Path

from tests.fakeaudit import Box

GUIDE = """\
format: 1
id: intervju
kind: interview
title: Intervju
choices:
  ofta:
    - {id: aldrig, label: Aldrig}
    - {id: ibland, label: Ibland}
    - {id: ofta, label: Ofta}
    - {id: vetej, label: Vet ej, missing: dont_know}
areas:
  - id: lakare
    label: Läkare
    questions:
      - {id: gstart, type: note, label: Berätta vilka ni är.}
      - {id: g1, type: text, label: Hur är det att bo här?, hint: Vad är bäst?}
      - {id: g2, type: select_one, label: Träffar du läkaren?, choices: ofta}
      - {id: g3, type: select_multiple, label: När?, choices: ofta}
      - {id: g4, type: integer, label: Hur många gånger?, start: 0, end: 9}
      - {id: g5, type: date, label: När senast?}
"""
CODEBOOK = """\
format: 1
themes:
  - {id: tillgang, label: Tillgång}
  - {id: bemotande, label: Bemötande}
"""
TEAM = "team:\n  - {alias: R1, role: auditor}\n  - {alias: R2, role: auditor}\n"
HEAD = """\
---
id: I-03
date: 2026-03-12
auditors: [R1]
unit: norr
consent: yes
---
"""
SAID = "Kanarie-sagt-i-samtal"
NOTE = f"""\
{HEAD}
{{#g1}}
## Hur är det att bo här?

[{SAID}.]{{.tillgang .quote}}

{{#g2 answer=ibland}}
## Träffar du läkaren?
"""


def guided(box: Box) -> Box:
    """Give the small audit a guide, a codebook and a team."""
    box.swap(
        "plan.yaml", "instruments: [enkat]", f"{TEAM}instruments: [enkat, intervju]"
    )
    box.write("instruments/intervju.yaml", GUIDE)
    box.write("codebook.yaml", CODEBOOK)
    return box


def put(box: Box, text: str = NOTE, name: str = "I-03.md") -> Path:
    """Write notes as a person would."""
    path = box.private / "interviews" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
