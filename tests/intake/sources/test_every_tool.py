"""What must hold of every tool's files: who wrote them, what is kept, the mapping."""

import difflib
import os
from pathlib import Path

import pytest

from brukarrevision.intake import header
from brukarrevision.intake.sheet import open_sheet
from brukarrevision.intake.sources import RECOGNISERS, recognise
from tests.intake.sources.build import EXAMPLES
from tests.intake.sources.others import FILES
from tests.intake.sources.survey import begun, collected

GOLDEN = Path(__file__).parent / "golden"
SECRETS = (
    b"anna@example.com", b"hemlig-nyckel", b"192.0.2.7", b"syntet:enhet",
    b"syntet-anna", b"59.3", b"https://example.com",
)  # fmt: skip

every_file = pytest.mark.parametrize("name", FILES)


def _claims(path: Path) -> list[str]:
    sheet = open_sheet(path)
    under = sheet.under(header.suggest(sheet))
    return [
        one.name for one in RECOGNISERS if sheet.kind in one.kinds and one.claims(under)
    ]


@every_file
def test_one_tool_claims_each_file(tmp_path: Path, name: str) -> None:
    """Never two, and always the right one."""
    tool, write = FILES[name]
    path = write(tmp_path)
    assert _claims(path) == [tool]
    assert recognise(open_sheet(path)).name == tool


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_at_most_one_tool_claims_a_web_form(tmp_path: Path, example: object) -> None:
    """Nor do the others take their files for their own."""
    assert len(_claims(example.write(tmp_path))) <= 1  # type: ignore[attr-defined]


@every_file
def test_what_identifies_people_is_never_stored(tmp_path: Path, name: str) -> None:
    """Not when the instrument exists, nor when it is drafted from the file."""
    path = FILES[name][1](tmp_path)
    for read in (collected, begun):
        folder = tmp_path / read.__name__
        folder.mkdir()
        stored = read(folder, path).audit.stored()
        assert [one for one in SECRETS if one in stored] == []


@every_file
def test_no_column_of_the_tool_becomes_a_question(tmp_path: Path, name: str) -> None:
    """Nor a time, a place or a status.

    The survey had seven questions; one more is what was written beside an option.
    """
    come = begun(tmp_path, FILES[name][1](tmp_path))
    assert come.draft
    asked = len(list(come.draft.instrument.questions()))
    assert asked == (8 if name.startswith("limesurvey") else 7)


@every_file
def test_nothing_is_doubtful_about_a_file_that_is_as_it_should_be(
    tmp_path: Path, name: str
) -> None:
    """Warnings are for what a person has to look at."""
    come = collected(tmp_path, FILES[name][1](tmp_path))
    known = {"book-sheets", "zip-repeats"}
    if name.startswith(("limesurvey", "kobo")):  # "other", and an option taken away
        known.add("map-not-a-question")
    assert {one.code for one in come.log.warnings} <= known


@every_file
def test_the_drafted_mapping_is_as_it_was(tmp_path: Path, name: str) -> None:
    """A change of a mapping is seen in ``golden``, and meant."""
    now = collected(tmp_path, FILES[name][1](tmp_path)).mapping
    file = GOLDEN / f"{name}.yaml"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(now, encoding="utf-8", newline="\n")
    was = file.read_text(encoding="utf-8")
    changes = difflib.unified_diff(was.splitlines(), now.splitlines(), lineterm="")
    assert not list(changes)
