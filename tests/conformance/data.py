"""Where the reference data lies, and how the program is run over it."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[3] / "shared" / "data"


@cache
def truth(name: str) -> dict[str, Any]:
    """Return what is known of a file."""
    known = json.loads((DATA / "truth.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = known["files"][name]
    return found


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder, with a data directory of its own."""
    environment = {
        **os.environ,
        "BRUKARREVISION_DATA": str(folder.parent / f"{folder.name}-data"),
        "LC_ALL": "sv_SE.UTF-8",
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(
        [sys.executable, "-m", "brukarrevision", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
