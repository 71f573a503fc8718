"""What many tests share: a small audit, and a way to run a command."""

import io
import os
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest

from tests import fakeaudit
from tests.fakeaudit import Box

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit code and what it printed."""

    code: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        """Return stdout as text."""
        return self.data.decode()

    @property
    def all(self) -> str:
        """Return everything that was printed."""
        return self.out + self.err

    @property
    def codes(self) -> list[str]:
        """Return the codes of the problems told, in their order."""
        lines = [line for line in self.err.splitlines() if line.endswith("]")]
        return [line.rpartition("[")[2][:-1] for line in lines]


class Runner:
    """Runs commands in this process, as the program would."""

    def __call__(self, *words: object, lang: str = "sv") -> Ran:
        """Run a command and return what it did."""
        from brukarrevision.cli.boundary import guarded
        from brukarrevision.cli.run import run

        data = io.BytesIO()
        out = io.TextIOWrapper(data, encoding="utf-8", write_through=True)
        err = io.StringIO()
        given = ["--lang", lang, *map(str, words)]
        with redirect_stdout(out), redirect_stderr(err):
            code = guarded(lambda: run(given))
        return Ran(code, data.getvalue(), err.getvalue())


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test's private data in a folder of its own."""
    monkeypatch.setenv("BRUKARREVISION_DATA", str(tmp_path / "data"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def br() -> Runner:
    """Return a way to run commands in this process."""
    return Runner()


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Box:
    """Return a workspace with a small audit, and stand in it."""
    found = fakeaudit.make(tmp_path)
    monkeypatch.chdir(found.root)
    return found


@pytest.fixture
def full(box: Box, br: Runner) -> Box:
    """Return the small audit with its responses read."""
    assert br("collect", "prov", box.source).code == 0
    return box


def outside(
    *words: object,
    cwd: Path | None = None,
    **more: Any,  # noqa: ANN401
) -> Ran:
    """Run the program itself, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment |= cast("dict[str, str]", more.pop("env", {}))
    command = [sys.executable, "-m", "brukarrevision", *map(str, words)]
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=60,
        **more,
    )
    return Ran(done.returncode, done.stdout, done.stderr.decode())


def heed_ctrl_c() -> None:
    """Let a new process heed Ctrl-C, also where the tests themselves run unheeding."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures of a soak, whichever process found them."""
    if not os.environ.get("SOAK"):
        return
    reports = [one for some in terminalreporter.stats.values() for one in some]
    told = [pair for one in reports for pair in getattr(one, "user_properties", ())]
    for line in dict.fromkeys(line for name, line in told if name == "figure"):
        terminalreporter.write_line(str(line))
