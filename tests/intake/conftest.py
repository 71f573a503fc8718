"""Fixtures of the import tests."""

from pathlib import Path

import pytest

from brukarrevision import i18n
from tests.intake.samples import FakeAudit


@pytest.fixture
def audit(tmp_path: Path) -> FakeAudit:
    """A synthetic audit with a questionnaire of seven questions."""
    return FakeAudit(tmp_path)


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are read in Swedish."""
    monkeypatch.setattr(i18n, "_current", "sv")
