"""What the tests of attacks share."""

from pathlib import Path

import pytest

from tests.conftest import Runner

from .desk import Desk


@pytest.fixture
def desk(tmp_path: Path, br: Runner, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return where audits are made."""
    return Desk(tmp_path, br, monkeypatch)
