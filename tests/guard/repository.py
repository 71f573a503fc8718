"""A real git repository around the small audit, with nobody's settings but its own."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

NUMBER = "640823-3234"
"""A personal number of Skatteverket's test persons."""

SETTINGS = {
    "GIT_AUTHOR_NAME": "Prov",
    "GIT_AUTHOR_EMAIL": "prov@example.com",
    "GIT_COMMITTER_NAME": "Prov",
    "GIT_COMMITTER_EMAIL": "prov@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C",
}


@dataclass(frozen=True)
class Repo:
    """A work tree, and a way to run git in it."""

    root: Path

    def git(self, *words: object, check: bool = True) -> str:
        """Run git and return what it says."""
        done = subprocess.run(
            ["git", *map(str, words)],
            cwd=self.root,
            env={**_plain(), **SETTINGS},
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=60,
        )
        said = (done.stdout + done.stderr).decode(errors="replace")
        assert not check or done.returncode == 0, said
        return said.strip()

    def write(self, name: str, data: str | bytes) -> Path:
        """Write a file of the work tree."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def commit(self, message: str = "ett steg", *more: str) -> str:
        """Commit everything, past any hook, and return the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", message, *more)
        return self.git("rev-parse", "HEAD")


def _plain() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}


def make(root: Path, *words: str) -> Repo:
    """Make a repository of a folder."""
    root.mkdir(parents=True, exist_ok=True)
    repo = Repo(root)
    repo.git("init", "-q", "-b", "main", *words)
    return repo
