"""``themes --to``: what was said and coded, for another program."""

import io
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran, Runner
from tests.exchange.refi.test_gathering import CODEBOOK, HEAD, TEXT
from tests.fakeaudit import CANARY, Box

Leave = Callable[..., Ran]


@pytest.fixture
def coded(box: Box) -> Box:
    """Return the small audit with an interview that is coded."""
    box.write("codebook.yaml", CODEBOOK)
    notes = box.private / "interviews"
    notes.mkdir(parents=True)
    (notes / "I-03.md").write_text(HEAD + TEXT + f"\n{CANARY}\n", encoding="utf-8")
    return box


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """Return a place outside."""
    found = tmp_path / "usb"
    found.mkdir()
    return found


@pytest.fixture
def leave(br: Runner, coded: Box) -> Leave:
    """Return a way to write the texts of the small audit."""
    assert coded.private.is_dir()
    return lambda *words, lang="sv": br("themes", "prov", "--to", *words, lang=lang)


def said(path: Path) -> str:
    """Return all that stands in a project file."""
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode() for name in package.namelist())


def test_a_project_says_that_it_is_raw_data(usb: Path, leave: Leave) -> None:
    """Before, after, in its name and inside; never what it holds."""
    done = leave("refi-qda", "-o", usb, "--yes")
    path = usb / "prov-radata.qdpx"
    assert (done.code, done.out) == (0, f"{path}\n")
    assert "RÅDATA" in done.err
    assert "2099-06-30" in done.err
    assert "RÅDATA" in said(path)
    assert CANARY in said(path)
    assert CANARY not in done.all
    assert "Maten" not in done.all


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_the_files_are_for_their_owner_alone(usb: Path, leave: Leave) -> None:
    """Also where others could read what was there before."""
    old = usb / "prov-radata.qdpx"
    old.write_text("gammalt")
    old.chmod(0o644)
    done = leave("refi-qda", "-o", usb, "--yes")
    assert "ersätts" in done.err
    assert leave("csv", "-o", usb, "--yes").code == 0
    assert len([*usb.iterdir()]) == 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in usb.iterdir()} == {0o600}


def test_tables_have_the_words_and_the_themes(usb: Path, leave: Leave) -> None:
    """Two files, in a folder that is made."""
    done = leave("csv", "-o", usb / "ny", "--yes", lang="en")
    quotes, matrix = (Path(line) for line in done.out.splitlines())
    assert quotes.name == "prov-radata-citat.csv"
    assert "Maten är kall på kvällen;I-03.md;s2;I-03;Norra huset" in quotes.read_text(
        "utf-8"
    )
    assert matrix.read_text("utf-8").splitlines() == [
        "who;unit;coder;stod;mat",
        "I-03;Norra huset;Första kodaren;0;1",
    ]
    assert "RAW DATA" in done.err


def test_nobody_is_there_to_be_asked(usb: Path, leave: Leave) -> None:
    """Then nothing is written."""
    done = leave("refi-qda", "-o", usb)
    assert (done.code, done.codes) == (2, ["confirm-missing"])
    assert not [*usb.iterdir()]


@pytest.mark.parametrize("to", ["refi-qda", "csv"])
def test_git_never_gets_it(coded: Box, tmp_path: Path, leave: Leave, to: str) -> None:
    """Neither the workspace nor another work tree, by a link or not."""
    tree = tmp_path / "annat"
    (tree / ".git").mkdir(parents=True)
    link = tmp_path / "lank"
    link.symlink_to(coded.audit)
    for place in (coded.root, coded.audit / "ny", tree, tree / "x" / "y", link):
        done = leave(to, "-o", place, "--yes")
        assert (done.code, done.codes) == (3, ["leaving-in-worktree"])
    assert not [*tmp_path.rglob("*radata*")]


def test_the_guard_knows_the_files(
    coded: Box, br: Runner, usb: Path, leave: Leave
) -> None:
    """Whatever they are called, when somebody copies them into git all the same."""
    assert leave("refi-qda", "-o", usb, "--yes").code == 0
    assert leave("csv", "-o", usb, "--yes").code == 0
    subprocess.run(["git", "init", "-q"], cwd=coded.root, check=True)
    for number, path in enumerate(sorted(usb.iterdir())):
        shutil.copyfile(path, coded.root / f"{number}.dat")
    done = br("guard", "scan")
    assert done.codes.count("guard-coded-texts") == 3
    assert CANARY not in done.all
    for path in coded.root.glob("*.dat"):
        path.unlink()
    assert br("codebook", "write", "prov").code == 0
    assert "guard-coded-texts" not in br("guard", "scan").codes


def test_raw_data_is_never_replaced(coded: Box, leave: Leave) -> None:
    """Nor mixed with what is erased by another command."""
    before = {path: path.read_bytes() for path in coded.private.rglob("*.*")}
    for place in (coded.private / "x.qdpx", coded.private / "interviews"):
        done = leave("refi-qda", "-o", place, "--yes")
        assert (done.code, done.codes) == (3, ["leaving-in-data"])
    assert {path: path.read_bytes() for path in coded.private.rglob("*.*")} == before


def test_a_place_has_to_be_said(usb: Path, leave: Leave) -> None:
    """And two tables are no single file."""
    assert leave("csv").codes == ["leaving-where"]
    done = leave("csv", "-o", usb / "allt.csv", "--yes")
    assert (done.code, done.codes) == (2, ["leaving-folder"])
    assert leave("nvivo", "-o", usb).codes == ["choice-option"]


def test_without_consent_nothing_leaves(coded: Box, usb: Path, leave: Leave) -> None:
    """Of that person; of nobody else it is told who."""
    notes = coded.private / "interviews"
    no = HEAD.replace("I-03", "I-04").replace("consent: yes", "consent: no")
    (notes / "I-04.md").write_text(no + TEXT.replace("Maten", "Nejmaten"), "utf-8")
    done = leave("refi-qda", "-o", usb, "--yes")
    assert (done.code, done.codes) == (0, ["leaving-no-consent"])
    assert "Nejmaten" not in said(usb / "prov-radata.qdpx")
    (notes / "I-03.md").unlink()
    done = leave("refi-qda", "-o", usb, "--yes")
    assert (done.code, done.codes) == (1, ["leaving-nothing"])


def test_faulty_markup_is_mended_first(coded: Box, usb: Path, leave: Leave) -> None:
    """A code that silently stays text would be missing."""
    path = coded.private / "interviews" / "I-03.md"
    path.write_text(HEAD + TEXT.replace("]{.mat}", "] {.mat}"), encoding="utf-8")
    done = leave("refi-qda", "-o", usb, "--yes")
    assert done.code == 1
    assert "I-03.md:12" in done.err
    assert not [*usb.iterdir()]


def test_codes_without_a_theme_are_counted(coded: Box, usb: Path, leave: Leave) -> None:
    """Not named: whoever wrote them may have meant anything."""
    coded.swap("codebook.yaml", "id: mat,", "id: kost,")
    done = leave("csv", "-o", usb, "--yes")
    assert (done.code, done.codes) == (0, ["leaving-unknown-codes"])
    quotes = (usb / "prov-radata-citat.csv").read_text("utf-8")
    assert io.StringIO(quotes).readlines()[1:] == []


@pytest.mark.parametrize("copy", ["I-03 - kopia.md", "Kopia av I-03.md", "I-03_old.md"])
def test_copies_of_a_withdrawn_persons_notes_go_and_never_leave(
    coded: Box, br: Runner, usb: Path, leave: Leave, copy: str
) -> None:
    """Whatever somebody called them; also one that turns up afterwards."""
    notes = coded.private / "interviews"
    theirs = (notes / "I-03.md").read_text("utf-8")
    (notes / copy).write_text(theirs, "utf-8")
    (notes / "I-04.md").write_text((HEAD + TEXT).replace("I-03", "I-04"), "utf-8")
    assert br("data", "withdraw", "prov", "I-03", "--yes").code == 0
    assert [path.name for path in notes.iterdir()] == ["I-04.md"]
    (notes / copy).write_text(theirs, "utf-8")
    done = leave("refi-qda", "-o", usb, "--yes")
    assert (done.code, done.codes) == (1, ["note-withdrawn"])
    assert not [*usb.iterdir()]
