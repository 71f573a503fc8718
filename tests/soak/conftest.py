"""How much is run, and the figures at the end."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.soak.world import World, made

LONG = bool(os.environ.get("SOAK"))
"""Whether all of it is run: ``make soak`` says so."""

FIGURE = "figure"


@pytest.fixture
def amount() -> Callable[[float, float], float]:
    """Return how much to run: the small amount, or in a soak the large one.

    ``SOAK`` may be a part of it, such as ``0.1``.
    """
    share = float(os.environ.get("SOAK") or 0)
    return lambda few, many: max(few, many * share)


@pytest.fixture
def tell() -> Callable[[str], None]:
    """Return a way to say how far a soak has come."""

    def say(text: str) -> None:
        if LONG:
            sys.stderr.write(f"\r{text:<76}")
            sys.stderr.flush()

    return say


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return a way to put a line among the figures at the end."""
    return lambda line: request.node.user_properties.append((FIGURE, line))


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """Return a small audit in a world that can be put back as it was."""
    found = made(tmp_path / "varld")
    monkeypatch.setenv("BRUKARREVISION_DATA", str(found.box.data))
    monkeypatch.chdir(found.box.root)
    return found
