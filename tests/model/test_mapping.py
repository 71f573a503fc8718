"""Mappings, findings and the workspace's settings: what may stand in the files."""

import pytest
from pydantic import ValidationError

from brukarrevision.model.findings import Finding, Findings
from brukarrevision.model.mapping import HELPS, MODES, Mapping
from brukarrevision.model.workspace import WorkspaceSettings
from brukarrevision.results.how import _HOW_WORDS


def test_a_mapping_excludes_rows_by_what_stands_there() -> None:
    """``is`` is the key in the file."""
    found = Mapping.model_validate(
        {
            "format": 1,
            "instrument": "enkat",
            "columns": [{"at": 0, "header": "ID", "use": "respondent"}],
            "exclude": [{"at": 2, "is": ""}],
        }
    )
    assert (found.exclude[0].at, found.exclude[0].equals) == (2, "")
    assert found.source.tool == "table"


@pytest.mark.parametrize("at", [-1, "0", 1.5])
def test_a_column_has_a_position(at: object) -> None:
    """Counted from 0."""
    column = {"at": at, "header": "ID", "use": "respondent"}
    with pytest.raises(ValidationError):
        Mapping.model_validate({"format": 1, "instrument": "e", "columns": [column]})


def test_every_way_a_response_came_about_has_words() -> None:
    """Modes and helps can all be shown."""
    assert set(_HOW_WORDS) == {*MODES, *HELPS}


def test_findings_without_units_are_about_all() -> None:
    """No file and an empty one are the same."""
    finding = Finding(id="f1", kind="strength", text="Ett gott bemötande.")
    assert finding.units == ()
    assert Findings(format=1).findings == ()


def test_a_workspace_asks_for_no_less_than_five() -> None:
    """The floor may be raised, not lowered."""
    given = {"format": 1, "id": "w"}
    assert WorkspaceSettings.model_validate(given).anonymity.min_group == 5
    with pytest.raises(ValidationError):
        WorkspaceSettings.model_validate({**given, "anonymity": {"min_group": 4}})
