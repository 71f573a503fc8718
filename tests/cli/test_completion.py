"""Shell completion, as bash asks for it and as a user installs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Runner


def _completed(words: str, folder: Path) -> list[str]:
    """Return what bash would offer after the words."""
    environment = {
        **os.environ,
        "_BRUKARREVISION_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "brukarrevision"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_tab_offers_commands(tmp_path: Path) -> None:
    """All of them, or those that begin as typed."""
    assert _completed("brukarrevision ta", tmp_path) == ["tally"]
    assert "collect" in _completed("brukarrevision ", tmp_path)


def test_tab_offers_options(tmp_path: Path) -> None:
    """Of the command that is being typed."""
    assert "--unprotected" in _completed("brukarrevision tally --un", tmp_path)


def test_installing_writes_the_settings_of_the_shell(
    br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the home folder, and says so in Swedish."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    done = br("--install-completion")
    assert done.code == 0
    assert "Ifyllnad för bash" in done.out
    assert "brukarrevision" in (tmp_path / ".bashrc").read_text(encoding="utf-8")


def test_an_unknown_shell_is_told(br: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """With those that can be helped."""
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("oddsh", "/bin/oddsh"))
    done = br("--install-completion")
    assert done.code == 2
    assert "bash, zsh, fish" in done.err
