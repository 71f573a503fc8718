"""How long checks of 57 coded interviews take: 5 questions each and 60 codes in all."""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
INTERVIEWS, QUESTIONS, CODES, SPANS = 57, 5, 60, 8
RUNS = 5
GOAL_S = 2.0
SETTINGS = "format: 1\nid: matt-1\n"
PLAN = """\
format: 1
id: matt
title: Mätning
language: sv
commission:
  commissioner: B
  auditor: A
  purpose: P
  target_group: M
  period: {start: 2026-02-01, end: 2026-10-30}
team: [{alias: R1, role: auditor}]
units: [{id: norr, label: Norr}, {id: soder, label: Söder}]
instruments: [intervju]
anonymity: {erase_raw_by: 2099-06-30}
"""
GUIDE = """\
format: 1
id: intervju
kind: interview
title: Intervju
areas:
  - id: allt
    label: Allt
    questions:
"""
HEAD = """\
---
id: I-{number:02d}
date: 2026-03-12
auditors: [R1]
unit: {unit}
consent: yes
---
"""
SENTENCE = "Det var svårt att få tag i någon, och sedan ringde de ändå inte tillbaka."


def write(base: Path) -> None:
    """Write the audit, and its notes in the private directory."""
    work = base / "work"
    audit = work / "audits" / "matt"
    (audit / "instruments").mkdir(parents=True)
    (work / "brukarrevision.yaml").write_text(SETTINGS, "utf-8")
    (audit / "plan.yaml").write_text(PLAN, "utf-8")
    asked = [f"{{id: g{q}, type: text, label: Fråga {q}?}}" for q in range(QUESTIONS)]
    guide = GUIDE + "".join(f"      - {one}\n" for one in asked)
    (audit / "instruments" / "intervju.yaml").write_text(guide, "utf-8")
    themes = "".join(f"  - {{id: kod-{c}, label: Kod {c}}}\n" for c in range(CODES))
    (audit / "codebook.yaml").write_text(f"format: 1\nthemes:\n{themes}", "utf-8")
    notes = base / "data" / "matt-1" / "matt" / "interviews"
    notes.mkdir(parents=True)
    for number in range(1, INTERVIEWS + 1):
        (notes / f"I-{number:02d}.md").write_text(note(number), "utf-8")


def note(number: int) -> str:
    """Return the notes of one interview."""
    order = random.Random(number)  # noqa: S311 - invented notes need no secrecy
    parts = [HEAD.format(number=number, unit=order.choice(["norr", "soder"]))]
    for question in range(QUESTIONS):
        parts.append(f"{{#g{question}}}\n## Fråga {question}?\n")
        for _ in range(SPANS):
            code = order.randrange(CODES)
            parts.append(
                f"{SENTENCE}\n[{SENTENCE}]{{.kod-{code} .quote}}\n{SENTENCE}\n"
            )
    return "\n".join(parts)


def seconds(base: Path, *words: str) -> float:
    """Return the median wall time of one whole command."""
    env = {
        **os.environ,
        "BRUKARREVISION_DATA": str(base / "data"),
        "PYTHONPATH": str(ROOT / "src"),
    }
    command = [sys.executable, "-m", "brukarrevision", *words]
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(
            command, cwd=base / "work", env=env, capture_output=True, check=False
        )
        taken.append(time.perf_counter() - start)
        if done.returncode:
            sys.exit(done.stderr.decode())
    return sorted(taken)[RUNS // 2]


def main() -> None:
    """Time the commands and print the result as a JSON line."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        write(base)
        result = {
            "benchmark": "interviews",
            "notes": INTERVIEWS,
            "spans": INTERVIEWS * QUESTIONS * SPANS,
            "check_s": round(seconds(base, "check", "matt"), 2),
            "interview_check_s": round(seconds(base, "interview", "check", "matt"), 2),
            "goal_s": GOAL_S,
        }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
