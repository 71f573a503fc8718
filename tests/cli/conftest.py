"""Fixtures of the tests of commands."""

import pytest

from tests.cli.quoting import AFRAID, CALM, LEFT, REACHED, TEAM, THEMES
from tests.conftest import Runner
from tests.fakeaudit import Box, csv, rows


@pytest.fixture
def desk(box: Box, br: Runner) -> Box:
    """Return an audit whose responses can be quoted."""
    said = rows()
    for at, text in ((4, AFRAID), (20, CALM), (31, LEFT), (8, REACHED)):
        said[at] = said[at].replace(f"Fritext {at + 1}", text)
    box.source.write_bytes(csv(*said))
    plan = (box.audit / "plan.yaml").read_text(encoding="utf-8")
    box.write("plan.yaml", plan + TEAM)
    box.write("codebook.yaml", THEMES)
    assert br("collect", "prov", box.source).code == 0
    return box
