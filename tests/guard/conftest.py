"""Repositories that the tests of the guard share."""

from pathlib import Path

import pytest

from tests.fakeaudit import Box
from tests.guard import repository
from tests.guard.repository import Repo


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return an empty repository, and stand in it."""
    made = repository.make(tmp_path / "repo")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def kept(full: Box) -> Repo:
    """Return the small audit in git, with its responses read, and stand in it."""
    made = repository.make(full.root)
    made.commit()
    return made
