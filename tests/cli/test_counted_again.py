"""Whoever has been counted does not come in again in another guise (R9)."""

from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.fakeaudit import HEADER, Box, csv, rows

ROUNDS = """\
rounds:
  - {id: "2026", label: Våren}
  - {id: "2027", label: Hösten}
instruments: [enkat]"""
NAMELESS = HEADER.partition(";")[2]
AGAIN = (3, ["release-rows-again"])


def late(box: Box, *lines: str, header: str = HEADER) -> Path:
    """Write another file of responses."""
    path = box.root.parent / f"sen{len(list(box.root.parent.iterdir()))}.csv"
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    return path


def published(box: Box, br: Runner) -> None:
    """Read the responses and publish them."""
    assert br("collect", "prov", box.source).code == 0
    assert br("publish", "prov", "v1").code == 0


def collected(br: Runner, *words: object) -> tuple[int, list[str]]:
    """Read a file and return what came of it."""
    done = br("collect", "prov", *words)
    return done.code, done.codes


def of_norr(*, corrected: bool = True) -> list[str]:
    """Return those of one unit, one of them with another answer."""
    found = [row for row in rows() if ";norr;" in row]
    cells = found[0].split(";")
    cells[3] = "inte" if cells[3] != "inte" else "helt"
    return [";".join(cells), *found[1:]] if corrected else found


@pytest.mark.parametrize("named", [True, False])
def test_some_of_them_in_a_file_of_their_own(
    box: Box, br: Runner, *, named: bool
) -> None:
    """With ids and another scope, and without ids."""
    start = 0 if named else 1
    lines = [";".join(row.split(";")[start:]) for row in rows()]
    header = ";".join(HEADER.split(";")[start:])
    box.source.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    published(box, br)
    again = [";".join(row.split(";")[start:]) for row in of_norr()]
    scope = ["--unit", "norr"] if named else []
    path = late(box, *again, header=header)
    before = br("tally", "prov").out
    assert collected(br, path, *scope) == AGAIN
    assert br("tally", "prov").out == before
    assert collected(br, late(box, *again[1:5], header=header), *scope) == AGAIN


def test_five_without_ids_and_one_of_them_corrected(box: Box, br: Runner) -> None:
    """However few they are."""
    lines = [f"norr;man;{'inte' if n % 2 else 'helt'};x{n};helt" for n in range(5)]
    box.source.write_text("\n".join([NAMELESS, *lines, ""]), encoding="utf-8")
    published(box, br)
    lines[0] = "norr;man;inte;x0;helt"
    assert collected(br, late(box, *lines, header=NAMELESS)) == AGAIN


def test_many_small_files_in_one_that_holds_them_all(box: Box, br: Runner) -> None:
    """None of them is large enough to tell by itself."""
    parts = [
        (unit, [f"{unit};man;helt;{unit} {part} {n};helt" for n in range(4)])
        for unit in ("norr", "soder")
        for part in "ab"
    ]
    for unit, lines in parts:
        path = late(box, *lines, header=NAMELESS)
        assert collected(br, path, "--unit", unit) == (0, [])
    assert br("publish", "prov", "v1").code == 0
    every = [line for _, lines in parts for line in lines]
    assert collected(br, late(box, *every, header=NAMELESS)) == AGAIN


@pytest.mark.parametrize("change", ["000{}", "{}.0"])
def test_ids_in_another_spelling(box: Box, br: Runner, change: str) -> None:
    """Even where every answer is another one."""
    numbered = [row[1:] for row in rows()]
    box.source.write_bytes(csv(*numbered))
    published(box, br)
    lines = [f"{change.format(n)};norr;man;helt;nytt {n};inte" for n in range(1, 5)]
    assert collected(br, late(box, *lines)) == AGAIN


def test_the_same_people_in_a_round_they_did_not_have(box: Box, br: Runner) -> None:
    """It may have been given to them afterwards."""
    published(box, br)
    box.swap("plan.yaml", "instruments: [enkat]", ROUNDS)
    path = late(box, *rows(), "r99;norr;man;helt;x;helt")
    assert collected(br, path, "--round", "2026") == AGAIN
    others = [f"r{n};norr;man;helt;nytt {n};inte" for n in range(1, 5)]
    assert collected(br, late(box, *others), "--round", "2026") == AGAIN


def test_a_second_round_is_no_first(box: Box, br: Runner) -> None:
    """The same people answer anew; their old answers are refused in it."""
    box.swap("plan.yaml", "instruments: [enkat]", ROUNDS)
    assert collected(br, box.source, "--round", "2026") == (0, [])
    assert br("publish", "prov", "v1").code == 0
    old = late(box, *of_norr())
    assert collected(br, old, "--round", "2027") == AGAIN
    anew = [
        f"{row.split(';')[0]};norr;man;helt;nytt {n};inte"
        for n, row in enumerate(of_norr())
    ]
    assert collected(br, late(box, *anew), "--round", "2027") == (0, [])


def test_the_same_ids_in_another_unit_are_others(box: Box, br: Runner) -> None:
    """Forms are numbered from 1 in every unit."""
    norr = [f"{n};;man;helt;norr {n};helt" for n in range(1, 8)]
    soder = [f"{n};;man;inte;soder {n};helt" for n in range(1, 8)]
    assert collected(br, late(box, *norr), "--unit", "norr")[0] == 0
    assert br("publish", "prov", "v1").code == 0
    assert collected(br, late(box, *soder), "--unit", "soder")[0] == 0


def test_those_who_answer_alike_by_chance_are_read(box: Box, br: Runner) -> None:
    """Where answers are few and closed, many others have given them."""

    def form(start: str, many: int) -> list[str]:
        cells = [
            ("inte", "helt")[n % 2] + ";;" + ("helt", "vetej")[n // 2 % 2]
            for n in range(many)
        ]
        return [f"{start}{n};norr;man;{one}" for n, one in enumerate(cells)]

    box.source.write_bytes(csv(*form("a", 16)))
    published(box, br)
    assert collected(br, late(box, *form("b", 4))) == (0, [])


def test_a_newer_export_for_another_instrument(box: Box, br: Runner) -> None:
    """Its rows are compared with those of all instruments."""
    published(box, br)
    text = (box.audit / "instruments/enkat.yaml").read_text(encoding="utf-8")
    mapping = (box.audit / "mappings/enkat-table.yaml").read_text(encoding="utf-8")
    text = text.replace("id: enkat", "id: annan")
    mapping = mapping.replace("instrument: enkat", "instrument: annan")
    for name in ("s1", "s2", "m1", "kon"):
        text = text.replace(f"id: {name},", f"id: {name}x,")
        mapping = mapping.replace(f"use: {name}\n", f"use: {name}x\n")
    box.write("instruments/annan.yaml", text)
    box.write("mappings/andra.yaml", mapping)
    box.swap("plan.yaml", "instruments: [enkat]", "instruments: [enkat, annan]")
    path = late(box, *of_norr())
    assert collected(br, path, "--mapping", "andra") == AGAIN
