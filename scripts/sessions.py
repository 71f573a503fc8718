"""Fill in what the commands in the docs really print.

A fenced block after ``<!-- session -->`` keeps its lines that begin with ``$``; each is
run, in order and for real, in a folder of its own, and its output set under it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "audits" / "sip-exempel"
PAGES = {
    "README.md": "sv",
    "docs/sv/forsta-revisionen.md": "sv",
    "docs/en/first-audit.md": "en",
}
PROGRAMS = {
    "brukarrevision": [sys.executable, "-m", "brukarrevision"],
    "git": ["git"],
}
"""What is run for real; any other command is only shown."""

MOST_LINES = 16
_BLOCK = re.compile(r"(<!-- session -->\n```console\n)(.*?)(```)", re.DOTALL)
_ID = re.compile(r"/(demo-)?[0-9a-f]{12}/")
_ERASE = re.compile(r"(?<=erase_raw_by: )\d{4}")


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path of each page, and the page with its sessions run anew."""
    for name, language in PAGES.items():
        yield name, _page(name, language)


def _page(name: str, language: str) -> str:
    """Return a page as it stands now, with what its commands print.

    Somebody may write in it while they run, so it is read once more after them.
    """
    path = ROOT / name
    with tempfile.TemporaryDirectory() as folder:
        session = _Session(Path(folder), language)
        blocks = _BLOCK.findall(path.read_text(encoding="utf-8"))
        printed = {block: session.block(block) for _, block, _ in blocks}
    text = path.read_text(encoding="utf-8")
    return _BLOCK.sub(lambda m: m[1] + printed.get(m[2], m[2]) + m[3], text)


class _Session:
    """Somebody at a terminal, with an export of the example's survey at hand."""

    def __init__(self, folder: Path, language: str) -> None:
        self.home, self.language = folder, language
        self.work, self.data = folder / "revisioner", folder / "privat"
        self.work.mkdir()
        fetched = folder / "Downloads"
        fetched.mkdir()
        answers = EXAMPLE / "synthetic" / "enkat-syntetisk.csv"
        for name in ("svar.csv", "answers.csv"):
            shutil.copyfile(answers, fetched / name)

    def block(self, text: str) -> str:
        commands = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
        return "\n".join(self._run(command) for command in commands)

    def _run(self, command: str) -> str:
        program, *words = shlex.split(command.replace(" ~/", f" {self.home}/"))
        if program not in PROGRAMS:
            return f"$ {command}\n"
        done = subprocess.run(
            [*PROGRAMS[program], *words],
            cwd=self.work,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if words[0] == "new":
            self._fill_in(words[1])
        return f"$ {command}\n{self._shown(done.stdout)}"

    def _environment(self) -> dict[str, str]:
        # As a hook runs this, git's own variables would name the project's repository.
        outside = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        return {
            **outside,
            "BRUKARREVISION_DATA": str(self.data),
            "LC_ALL": "sv_SE.UTF-8" if self.language == "sv" else "en_GB.UTF-8",
            "PYTHONIOENCODING": "utf-8",
            "PYTHONUNBUFFERED": "1",
        }

    def _fill_in(self, slug: str) -> None:
        """Write the plan as the page tells the reader to, with the example's units."""
        plan = (EXAMPLE / "plan.yaml").read_text(encoding="utf-8")
        target = self.work / "audits" / slug
        written = plan.replace("id: sip-exempel", f"id: {slug}")
        # A day that does not come: no page may change because time passes.
        written = _ERASE.sub("2999", written)
        (target / "plan.yaml").write_text(written, encoding="utf-8")
        instruments = EXAMPLE / "instruments"
        shutil.copytree(instruments, target / "instruments", dirs_exist_ok=True)

    def _shown(self, output: str) -> str:
        plain = output.replace(str(self.data), "~/.local/share/brukarrevision")
        plain = plain.replace(str(self.work), "~/revisioner")
        lines = _ID.sub("/3f9c2a71d0e4/", plain).rstrip().splitlines()
        if len(lines) > MOST_LINES:
            lines = [*lines[:MOST_LINES], "..."]
        return "".join(f"{line}\n" for line in lines)
