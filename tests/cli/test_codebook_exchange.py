"""``codebook write`` and ``codebook read``: themes to and from other programs."""

from pathlib import Path

import pytest

from tests.conftest import Runner
from tests.fakeaudit import Box

CODEBOOK = """\
format: 1
# Våra teman
themes:
  - {id: stod, label: Stöd, definition: Att få hjälp.}
  # om maten
  - id: mat
    label: Mat
    parent: stod
"""


@pytest.fixture
def coded(box: Box) -> Box:
    """Return the small audit with a codebook."""
    box.write("codebook.yaml", CODEBOOK)
    return box


def themes(box: Box) -> str:
    """Return the codebook as it stands."""
    return (box.audit / "codebook.yaml").read_text("utf-8")


def test_what_was_written_is_nothing_new(coded: Box, br: Runner) -> None:
    """Out and in again."""
    done = br("codebook", "write", "prov")
    assert (done.code, done.out) == (0, "prov.qdc\n")
    done = br("codebook", "read", "prov", "prov.qdc")
    assert (done.code, done.out) == (0, "")
    assert "Inget är nytt" in done.err
    assert themes(coded) == CODEBOOK


def test_changes_are_shown_and_written_where_they_belong(
    coded: Box, br: Runner, tmp_path: Path
) -> None:
    """Ids stay, so that no code in the notes moves; comments stay, too."""
    path = tmp_path / "teman.qdc"
    assert br("codebook", "write", "prov", "-o", path).code == 0
    text = path.read_text("utf-8")
    text = text.replace('name="Stöd"', 'name="Stöd och hjälp"')
    new = '<Code guid="0" name="Läkare &amp; vård" isCodable="true"/></Codes>'
    path.write_text(text.replace("</Codes>", new), "utf-8")
    done = br("codebook", "read", "prov", path, "--yes")
    assert done.out.splitlines() == [
        "+ lakare-vard: Läkare & vård",
        "- stod: Stöd | Att få hjälp.",
        "~ stod: Stöd och hjälp | Att få hjälp.",
    ]
    assert themes(coded) == (
        "format: 1\n"
        "# Våra teman\n"
        "themes:\n"
        "  - id: stod\n"
        "    label: Stöd och hjälp\n"
        "    definition: Att få hjälp.\n"
        "  # om maten\n"
        "  - id: mat\n"
        "    label: Mat\n"
        "    parent: stod\n"
        "  - id: lakare-vard\n"
        "    label: Läkare & vård\n"
    )
    assert br("check", "prov").code == 0


def test_a_first_codebook_is_made(box: Box, br: Runner, tmp_path: Path) -> None:
    """From what another program has."""
    path = tmp_path / "teman.qdc"
    path.write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
        '<Code guid="0" name="Allt" isCodable="false">'
        '<Code guid="1" name="Mat" isCodable="true"/></Code></Codes></CodeBook>'
    )
    assert br("codebook", "read", "prov", path, "--yes").code == 0
    assert themes(box) == (
        "format: 1\n"
        "themes:\n"
        "  - id: allt\n"
        "    label: Allt\n"
        "  - id: mat\n"
        "    label: Mat\n"
        "    parent: allt\n"
    )


def test_nothing_is_changed_unasked(coded: Box, br: Runner, tmp_path: Path) -> None:
    """Nobody is there to say yes."""
    path = tmp_path / "teman.qdc"
    assert br("codebook", "write", "prov", "-o", tmp_path).code == 0
    text = (tmp_path / "prov.qdc").read_text("utf-8")
    path.write_text(text.replace('name="Mat"', 'name="Måltider"'), "utf-8")
    done = br("codebook", "read", "prov", path)
    assert (done.code, done.codes) == (2, ["confirm-missing"])
    assert "~ stod / mat: Måltider" in done.out
    assert themes(coded) == CODEBOOK


def test_themes_that_the_file_lacks_are_told_and_stay(
    coded: Box, br: Runner, tmp_path: Path
) -> None:
    """They may have codes in the notes."""
    path = tmp_path / "teman.qdc"
    path.write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
        '<Code guid="0" name="Annat" isCodable="true"/></Codes></CodeBook>'
    )
    done = br("codebook", "read", "prov", path, "--yes", lang="en")
    assert "Not in the file, and stay: stod, mat" in done.err
    assert "id: mat" in themes(coded)


def test_a_file_that_somebody_changed_is_not_written_over(
    coded: Box, br: Runner
) -> None:
    """Unless it may."""
    assert br("codebook", "write", "prov").code == 0
    path = coded.root / "prov.qdc"
    path.write_text("ändrad", "utf-8")
    assert br("codebook", "write", "prov").codes == ["form-exists"]
    assert br("codebook", "write", "prov", "--yes").code == 0
    assert path.read_bytes().startswith(b"<?xml")


def test_faults_are_told(box: Box, br: Runner, tmp_path: Path) -> None:
    """With what to do."""
    assert br("codebook", "write", "prov").codes == ["codebook-empty"]
    assert br("codebook", "read", "prov", "a", "b").codes == ["codebook-which"]
    assert br("codebook", "read", "prov", tmp_path / "ingen.qdc").codes == [
        "file-missing"
    ]
    assert br("codebook", "read", "prov", box.source).codes == ["codebook-odd"]
