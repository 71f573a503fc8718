"""What was planted in raw data turns up nowhere, whatever is done in whatever order.

Commands and git operations are drawn at random. Afterwards everything is searched: what
was printed, the workspace and its worktrees, temporary folders, the home folder, every
object of git. Raw counts (``--unprotected``) are the one thing not drawn: they are for
the screen alone.
"""

import base64
import os
import random
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import fakeaudit
from tests.conftest import Runner
from tests.exchange.talks.writing import empty, filled
from tests.interviews.notes import NOTE, SAID, guided, put
from tests.soak import canaries
from tests.soak.world import World, forked, made

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here"),
    pytest.mark.no_cover,  # of the processes that are forked nothing is counted
]

COMMANDS = (
    *(
        "collect prov ../svar.csv",
        "collect prov ../svar.xlsx",
        "collect prov ../fel.csv",
    ),
    *("collect prov ../trasig.csv", "collect prov ../svar.csv --dry-run"),
    *(
        "collect prov ../utf16.csv --format json",
        "collect prov ../fel.csv --format json",
    ),
    *("collect prov ../svar.csv ../fel.csv", "collect prov ../svar.csv --unit norr"),
    *("collect prov ../svar.csv --replace", "collect prov ../utf16.csv --replace"),
    *("collect prov --log", "collect prov --log --format json"),
    *("collect prov --undo --yes", "collect prov ../nyare.csv --replace"),
    *(
        "collect prov ../svar.csv --encoding ascii",
        "collect prov ../svar.csv --sheet x",
    ),
    *(
        "check prov",
        "check prov --format json",
        "",
        "tally prov",
        "tally prov --by kon",
    ),
    *("tally prov --format json", "tally prov --format csv -o t.csv"),
    *("tally prov --by unit --format xlsx -o t.xlsx", "report prov"),
    *("report prov -o ../ut", "publish prov v1 --yes", "publish prov v2 --yes"),
    *("new ny1 --from ../svar.csv", "new ny2 --from ../svar.xlsx", "guard install"),
    *("guard scan", "guard scan --history", "guard scan --staged", "data path prov"),
    *("data withdraw prov r9 --yes", "quotes list prov", "data purge prov --yes"),
    *(
        "interview import prov ../samtal --consent yes",
        "interview import prov ../torn/torn.docx --format json",
    ),
    *("interview new prov --unit norr", "interview check prov --format json"),
    *("interview import prov", "interview import prov --format json"),
    *("interview check prov", "themes prov", "themes prov --by unit --format json"),
    *("themes prov --by question --format csv", "themes prov --agreement"),
    *("codebook list prov", "codebook rename prov bemotande motet --yes"),
    *("codebook merge prov tillgang bemotande --yes", "data withdraw prov I-3 --yes"),
)
GIT = (
    *(
        "add -A",
        "add -f .",
        "commit -qm ett",
        "commit -q --no-verify -m två",
        "stash -u",
    ),
    *(
        "stash pop",
        "tag -f t1",
        "gc -q",
        "checkout -qB gren",
        "commit -q --amend -m tre",
    ),
    *("reset -q --hard", "worktree add -f ../annan HEAD", "clean -fdxq", "log --stat"),
)
KILLED = ("collect prov ../svar.csv", "report prov", "new ny3 --from ../svar.csv")

NUMBERS = """\
      - id: i1
        type: integer
        label: Besök
        bands: [{id: fa, label: Få, to: 1}, {id: fler, label: Fler, from: 2}]
"""


@dataclass
class Walk:
    """One sequence of commands, and all that was printed on the way."""

    world: World
    order: random.Random
    printed: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    def step(self) -> None:
        """Do one thing."""
        kind = self.order.choice(["command"] * 5 + ["git"] * 3 + ["kill"])
        words = self.order.choice(
            {"command": COMMANDS, "git": GIT, "kill": KILLED}[kind]
        )
        self.steps.append(f"{kind} {words}")
        if kind == "git":
            self.git(*words.split())
        elif kind == "kill":
            ended = forked(
                tuple(words.split()), kill_after=self.order.uniform(0.001, 0.2)
            )
            self.printed += [ended.out, ended.err]
        else:
            ran = Runner()(*words.split(), lang=self.order.choice(["sv", "en"]))
            self.printed.append(ran.all)
            assert "Traceback" not in ran.err

    def git(self, *words: str) -> None:
        """Run git in the workspace; it may well refuse."""
        done = subprocess.run(
            ["git", *words], cwd=self.world.box.root, capture_output=True, check=False
        )
        self.printed += [done.stdout.decode("utf-8", "replace")]
        self.printed += [done.stderr.decode("utf-8", "replace")]


def plant(base: Path) -> tuple[World, list[Path]]:
    """Make a world whose raw data holds the canaries; return the sources too."""
    world = made(base)
    text = fakeaudit.ENKAT.replace("      - {id: s2,", f"{NUMBERS}      - {{id: s2,")
    world.box.write("instruments/enkat.yaml", text)
    rows = [
        [*row.split(";"), str(at % 4), f"p{at}@example.com"]
        for at, row in enumerate(fakeaudit.rows())
    ]
    rows[4][0], rows[2][4] = canaries.PERSON, canaries.TEXT
    rows[6][6], rows[7][7] = canaries.NUMBER, canaries.ADDRESS
    rows[8][4] = f'=1+1 {canaries.TEXT}; "{canaries.TEXT}"'
    lines = [*fakeaudit.HEADER.split(";"), "i1", "E-post"]
    _talk(world)
    sources = _files(base, [lines, *rows])
    return world, [*sources, *_talks(world)]


def _talk(world: World) -> None:
    """Write notes of interviews by two coders."""
    guided(world.box)
    for at in range(1, 8):
        text = NOTE.replace("I-03", f"I-{at}").replace(SAID, canaries.TEXT)
        put(world.box, text, f"I-{at}.md")
        put(world.box, text.replace("tillgang", "bemotande"), f"I-{at}.coder-R2.md")


def _talks(world: World) -> list[Path]:
    """Write a guide that is filled in, a transcript and a torn file; return where."""
    folder, torn = world.base / "samtal", world.base / "torn"
    folder.mkdir()
    torn.mkdir()
    front = {"interview_id": "I-20", "interview_unit": canaries.PERSON}
    notes = {"n_g1": canaries.TEXT, "n_g4": canaries.UNKNOWN, "n_g5": canaries.NUMBER}
    guide = filled(empty(world.box), {**front, **notes}, {"g2": ("Ofta", "Aldrig")})
    (folder / "guide.docx").write_bytes(guide)
    (torn / "torn.docx").write_bytes(guide[:-300])
    said = f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {canaries.PERSON}>{canaries.TEXT}"
    (folder / "samtal.vtt").write_text(said, "utf-8")
    return [folder, torn]


def _mistake(world: World) -> None:
    """Write notes whose faults have to be told without a word of what was said."""
    text = NOTE.replace("I-03", "I-8").replace(SAID, canaries.TEXT)
    odd = f"[{canaries.UNKNOWN}] {{.tillgang}} [a]{{.{canaries.PERSON}}}"
    put(world.box, f"{text}\n{odd}\n", "I-8.md")


def _files(base: Path, table: list[list[str]]) -> list[Path]:
    """Write the responses in several forms, whole and with faults."""
    from openpyxl import Workbook

    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in table]
    whole = "\n".join(";".join(row) for row in quoted)
    (base / "svar.csv").write_text(whole, "utf-8")
    (base / "utf16.csv").write_text(whole, "utf-16")
    newer = [[*row[:3], row[3].replace("helt", "delvis"), *row[4:]] for row in quoted]
    text = "\n".join(";".join(row) for row in newer)
    (base / "nyare.csv").write_text(text, "utf-8")
    wrong = [list(row) for row in quoted]
    wrong[5][3] = wrong[9][1] = f'"{canaries.UNKNOWN}"'
    (base / "fel.csv").write_text("\n".join(";".join(row) for row in wrong), "utf-8")
    torn = whole.replace(f'"{canaries.PERSON}";', f"{canaries.PERSON};;", 1)
    (base / "trasig.csv").write_text(torn + f'\n"{canaries.TEXT}', "utf-8")
    book = Workbook()
    sheet = book.create_sheet("Svar", 0)
    for row in table:
        sheet.append([f"'{cell}" if cell[:1] == "=" else cell for cell in row])
    book.save(base / "svar.xlsx")
    names = ("svar.csv", "utf16.csv", "fel.csv", "trasig.csv", "svar.xlsx")
    return [base / name for name in (*names, "nyare.csv")]


@pytest.fixture
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return a home and a temporary folder that are only this test's."""
    places = [tmp_path / "hem", tmp_path / "tillfalligt"]
    for place in places:
        place.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(places[0]))
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(places[1]))
    monkeypatch.setattr(tempfile, "tempdir", str(places[1]))
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "R1")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "r1@example.com")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return places


def test_canaries_are_seen_nowhere(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    own_places: list[Path],
    *,
    amount: Callable[[float, float], float],
    tell: Callable[[str], None],
    figures: Callable[[str], None],
) -> None:
    """Two hundred sequences in a soak."""
    began = time.monotonic()
    sequences, steps = int(amount(10, 200)), 0
    for number in range(sequences):
        tell(f"canaries: sequence {number + 1} of {sequences}")
        world, sources = plant(tmp_path / f"varld{number}")
        monkeypatch.setenv("BRUKARREVISION_DATA", str(world.box.data))
        monkeypatch.chdir(world.box.root)
        if number % 3 == 0:
            _mistake(world)
        walk = Walk(world, random.Random(number))  # noqa: S311 - drawn, no secret
        walk.git("init", "-q")
        while len(walk.steps) < walk.order.randint(6, 14):
            walk.step()
        monkeypatch.chdir(tmp_path)
        _search(walk, [world.base, *own_places], [*sources, world.box.data])
        steps += len(walk.steps)
    seconds = time.monotonic() - began
    figures(f"canaries: {sequences} sequences, {steps} steps, {seconds:.0f} s")


def test_the_planted_audit_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else nothing that is searched would have met the canaries."""
    world, _ = plant(tmp_path / "varld")
    monkeypatch.setenv("BRUKARREVISION_DATA", str(world.box.data))
    monkeypatch.chdir(world.box.root)
    for words in ("collect prov ../svar.csv", "collect prov ../svar.xlsx", "report"):
        assert Runner()(*words.split(), *(["prov"] * (words == "report"))).code == 0
    stored = (world.box.private / "responses.sqlite").read_bytes()
    kept = {canaries.TEXT, canaries.PERSON, canaries.NUMBER}
    assert canaries.seen_in(stored) == kept  # columns that are not read are not kept
    ran = Runner()("tally", "prov", "--unprotected")
    assert canaries.seen_in(ran.data) == {canaries.TEXT, canaries.NUMBER}


def _search(walk: Walk, folders: list[Path], but: list[Path]) -> None:
    """Fail where anything that was planted is found."""
    for text in walk.printed:
        assert not canaries.seen_in(text.encode()), walk.steps
    assert not list(canaries.seen_under(folders, but)), walk.steps
    assert not canaries.seen_in_git(walk.world.box.root), walk.steps


def test_the_search_finds_what_there_is(tmp_path: Path) -> None:
    """In any encoding, in documents within documents, and in git."""
    import zipfile

    for canary in canaries.CANARIES:
        for encoding in ("utf-8", "utf-16", "cp1252"):
            assert canary in canaries.seen_in(f"x{canary}y".encode(encoding))
            for before in ("", "a", "ab", "abc"):
                coded = base64.b64encode(f"{before}{canary}{before}".encode(encoding))
                assert canary in canaries.seen_in(coded)
    with zipfile.ZipFile(tmp_path / "inre.zip", "w") as inner:
        inner.writestr("a.xml", canaries.TEXT)
    with zipfile.ZipFile(tmp_path / "yttre.docx", "w") as outer:
        outer.write(tmp_path / "inre.zip")
    (tmp_path / "inre.zip").unlink()
    (found,) = canaries.seen_under([tmp_path], [])
    assert found.endswith(canaries.TEXT)
    assert not list(canaries.seen_under([tmp_path], [tmp_path / "yttre.docx"]))
    for words in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    assert canaries.seen_in_git(tmp_path) == {canaries.TEXT}
