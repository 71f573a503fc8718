"""Files that were tampered with: told in our words, in little time and memory.

Each goes through the real commands, in a process of its own that is watched: 10 s for
an input and 500 MB for all of them.
"""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.soak import tamper
from tests.soak.world import World, forked

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here"),
    pytest.mark.no_cover,  # of the processes that are forked nothing is counted
]

MOST_SECONDS = 10
MOST_MEGABYTES = 500
BATCH = 10
YAML = ("plan.yaml", "instruments/enkat.yaml", "findings.yaml", "text/metod.md")


def one_csv(world: World, order: random.Random) -> Iterator[tuple[str, ...]]:
    """Tamper with a text file and yield what is done with it."""
    data = tamper.csv(world.box.source.read_bytes(), order)
    name = order.choice(["x.csv", "x.tsv", "x.txt"])
    (world.base / name).write_bytes(data)
    yield ("collect", "prov", f"../{name}")
    yield ("new", f"ny{order.randrange(10**9)}", "--from", f"../{name}")


def one_book(world: World, order: random.Random) -> Iterator[tuple[str, ...]]:
    """Tamper with a workbook."""
    plain = order.choice(["mall.xlsx", "mall.ods"])
    data = tamper.book((world.base / plain).read_bytes(), order)
    name = f"x{Path(plain).suffix}"
    (world.base / name).write_bytes(data)
    yield ("collect", "prov", f"../{name}")
    yield ("new", f"ny{order.randrange(10**9)}", "--from", f"../{name}")


def one_yaml(world: World, order: random.Random) -> Iterator[tuple[str, ...]]:
    """Tamper with a file of the audit, its mapping too, and put it back."""
    (mapping,) = (world.box.audit / "mappings").glob("*.yaml")
    settings = world.box.root / "brukarrevision.yaml"
    path = order.choice([*(world.box.audit / name for name in YAML), mapping, settings])
    plain = path.read_bytes()
    try:
        path.write_bytes(tamper.yaml(plain, order))
        yield ("check", "prov")
        yield ("collect", "prov", "../svar.csv")
        yield ("tally", "prov", "--format", "json")
        yield ("report", "prov", "--to", "md")
    finally:
        path.write_bytes(plain)


KINDS = {"csv": one_csv, "book": one_book, "yaml": one_yaml}


def ready(world: World) -> None:
    """Write the files that are tampered with."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P
    from openpyxl import Workbook

    assert Runner()("collect", "prov", world.box.source).code == 0
    rows = [line.split(";") for line in world.box.source.read_text("utf-8").split()]
    book, opened = Workbook(), OpenDocumentSpreadsheet()
    sheet, table = book.create_sheet("Svar", 0), Table(name="Svar")
    opened.spreadsheet.addElement(table)
    for row in rows:
        sheet.append(row)
        line = TableRow()
        table.addElement(line)
        for cell in row:
            line.addElement(made := TableCell(valuetype="string"))
            made.addElement(P(text=cell))
    book.save(world.base / "mall.xlsx")
    opened.save(str(world.base / "mall.ods"))


@pytest.mark.parametrize("kind", KINDS)
def test_tampered_files_are_told_of(
    world: World,
    kind: str,
    amount: Callable[[float, float], float],
    tell: Callable[[str], None],
    figures: Callable[[str], None],
) -> None:
    """Ten minutes of each kind in a soak."""
    ready(world)
    began, wanted = time.monotonic(), amount(2, 600)
    inputs, worst, most = 0, 0.0, 0.0
    while time.monotonic() - began < wanted:
        tell(f"{kind}: {inputs} files in {time.monotonic() - began:.0f} s")
        ended = forked(("check", "prov"), first=lambda: _batch(world, kind, inputs))  # noqa: B023
        assert ended.code in (0, 1), ended.err
        slowest, megabytes = map(float, ended.out.split()[:2])
        worst, most = max(worst, slowest), max(most, megabytes)
        assert most < MOST_MEGABYTES
        inputs += BATCH
        for made in (world.box.root / "audits").glob("ny*"):
            shutil.rmtree(made)
    figures(f"{kind}: {inputs} files, slowest {worst:.1f} s, most {most:.0f} MB")


def _batch(world: World, kind: str, start: int) -> None:
    """Try a number of files; fail with the number of the first that is not told of."""
    import resource
    import signal

    slowest = 0.0
    for number in range(start, start + BATCH):
        order = random.Random(f"{kind} {number}")  # noqa: S311 - drawn, no secret
        signal.alarm(MOST_SECONDS * 3)  # ends a process that never ends an input
        for words in KINDS[kind](world, order):
            began = time.process_time()
            ran = Runner()(*words)
            spent = time.process_time() - began
            slowest = max(slowest, spent)
            where = f"{kind} {number}: {' '.join(words)}"
            assert "[internal" not in ran.err, f"{where}: {ran.err}"
            assert ran.code in (0, 1, 2, 3), f"{where}: {ran.err}"
            assert spent < MOST_SECONDS, f"{where}: {spent:.1f} s"
    signal.alarm(0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    os.write(1, f"{slowest} {peak}\n".encode())
