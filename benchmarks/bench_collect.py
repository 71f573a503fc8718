"""Time and memory of a whole import beside a bare reading of the same file.

Makes synthetic files in a temporary folder, a .csv of 100,000 responses to 40 questions
and an .xlsx of 20,000, and runs import and bare reader (``list(csv.reader)``, and
python-calamine) in processes of their own. Prints a line of JSON for each: medians, and
how many times the bare reader an import takes.
"""

import csv
import json
import random
import statistics
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROWS = {".csv": 100_000, ".xlsx": 20_000}
COLUMNS = 40
RUNS = 5
LIMITS = {".csv": {"time": 6.0, "memory": 2.0}, ".xlsx": {"time": 6.0, "memory": 3.0}}

_MEASURED = """
import resource, sys, time
started = time.perf_counter()
{body}
seconds = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{{seconds}} {{peak}}")
"""
_READERS = {
    ".csv": """
import csv
with open(sys.argv[1], encoding="utf-8", newline="") as stream:
    rows = list(csv.reader(stream, delimiter=";"))
""",
    ".xlsx": """
import python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
rows = book.get_sheet_by_index(0).to_python()
""",
}
_COLLECT = """
from brukarrevision.cli import main
try:
    main(["collect", sys.argv[2], sys.argv[1]])
except SystemExit as end:
    assert end.code == 0, end.code
"""
_PLAN = """
format: 1
id: prov
title: Syntetisk revision
language: sv
commission:
  commissioner: Provregionen
  auditor: Provföreningen
  purpose: Mäta hur lång tid en inläsning tar.
  target_group: Ingen.
  period: {start: 2026-01-01, end: 2026-12-31}
units:
  - {id: norr, label: Norr}
  - {id: soder, label: Söder}
instruments: [enkat]
anonymity: {erase_raw_by: 2027-12-31}
"""
STEPS = ("Inte alls", "Delvis", "Helt", "Vet ej")
WHO = ("Läkare", "Kurator", "Närstående", "God man")


def instrument() -> dict[str, object]:
    """Return a questionnaire of 40 columns: scales, multiple choice, numbers, text."""
    scale = [{"id": f"s{n}", "label": label} for n, label in enumerate(STEPS)]
    who = [{"id": f"v{n}", "label": label} for n, label in enumerate(WHO)]
    questions: list[dict[str, object]] = []
    for number in range(1, COLUMNS - 1):
        question: dict[str, object] = {"id": f"d{number}", "label": f"Fråga {number}"}
        if number % 13 == 0:
            question["type"] = "text"
        elif number % 11 == 0:
            question["type"] = "integer"
        elif number % 7 == 0:
            question |= {"type": "select_multiple", "choices": "vem"}
        else:
            question |= {"type": "select_one", "choices": "stammer"}
        questions.append(question)
    return {
        "format": 1,
        "id": "enkat",
        "kind": "survey",
        "title": "Syntetisk enkät",
        "choices": {"stammer": scale, "vem": who},
        "areas": [{"id": "alla", "label": "Alla", "questions": questions}],
    }


def cell(question: dict[str, object], chance: random.Random) -> str:
    """Return one invented answer."""
    kind = question["type"]
    if kind == "select_one":
        return chance.choice(STEPS)
    if kind == "select_multiple":
        return ", ".join(sorted(chance.sample(WHO, chance.randint(0, 3))))
    if kind == "integer":
        return str(chance.randint(0, 99))
    return f"Syntetiskt {chance.randint(0, 10**6)}"


def make(folder: Path, kind: str) -> Path:
    """Write the audit and a file of responses, and return the file."""
    (folder / "instruments").mkdir()
    (folder / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    made = instrument()
    text = json.dumps(made, ensure_ascii=False)
    (folder / "instruments" / "enkat.yaml").write_text(text, encoding="utf-8")
    areas = made["areas"]
    assert isinstance(areas, list)  # noqa: S101 - for the type checker
    questions = areas[0]["questions"]
    path = folder / f"svar{kind}"
    write = write_csv if kind == ".csv" else write_book
    write(path, rows(questions, ROWS[kind]))
    return path


def rows(questions: list[dict[str, object]], count: int) -> Iterator[list[object]]:
    """Yield the header and invented responses."""
    chance = random.Random(1)  # noqa: S311 - the same file every time
    yield ["id", "enhet", *(q["label"] for q in questions)]
    for row in range(count):
        unit = ("Norr", "Söder")[row % 2]
        yield [row, unit, *(cell(q, chance) for q in questions)]


def write_csv(path: Path, made: Iterator[list[object]]) -> None:
    """Write a text file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(made)


def write_book(path: Path, made: Iterator[list[object]]) -> None:
    """Write a workbook."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Svar")
    for row in made:
        sheet.append(row)
    book.save(path)


def measure(body: str, *arguments: str) -> tuple[float, float]:
    """Run code in a process of its own; return seconds and megabytes, medians."""
    code = _MEASURED.format(body=textwrap.dedent(body))
    runs = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as private:
            done = subprocess.run(
                [sys.executable, "-c", code, *arguments],
                check=True,
                capture_output=True,
                text=True,
                env={"BRUKARREVISION_DATA": private, "PYTHONPATH": ":".join(sys.path)},
            )
        runs.append([float(part) for part in done.stdout.splitlines()[-1].split()])
    return statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs)


def result(kind: str) -> dict[str, object]:
    """Return the measurement of one kind of file."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        path = make(folder, kind)
        size = path.stat().st_size
        bare = measure(_READERS[kind], str(path))
        mappings = folder / "mappings"
        whole = measure(_COLLECT, str(path), str(folder))
        assert mappings.is_dir()  # noqa: S101
    return {
        "file": kind,
        "rows": ROWS[kind],
        "columns": COLUMNS,
        "megabytes": round(size / 1e6, 1),
        "reader": {"seconds": round(bare[0], 2), "megabytes": round(bare[1])},
        "collect": {"seconds": round(whole[0], 2), "megabytes": round(whole[1])},
        "times": {
            "time": round(whole[0] / bare[0], 2),
            "memory": round(whole[1] / bare[1], 2),
        },
        "limits": LIMITS[kind],
    }


def main() -> None:
    """Print the measurements."""
    for kind in ROWS:
        print(json.dumps(result(kind)), flush=True)


if __name__ == "__main__":
    main()
