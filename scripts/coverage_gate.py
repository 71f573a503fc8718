"""Fail unless the code that counts and protects is covered to the last branch."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

COMPLETE = ("model/", "protect/", "brukarrevision/tally.py")
"""What must be covered completely: a line never run is a leak never tried."""


def main() -> int:
    """Read the coverage data of the last test run; return 1 where something lacks."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "-q", "-o", str(report)]
        subprocess.run(command, check=True)
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
    lacking = {
        name: data
        for name, data in files.items()
        if any(part in name.replace("\\", "/") for part in COMPLETE)
        and (data["missing_lines"] or data["missing_branches"])
    }
    for name, data in lacking.items():
        lines, branches = data["missing_lines"], data["missing_branches"]
        print(f"{name}: lines {lines}, branches {branches}")
    counted = sum(
        any(part in name.replace("\\", "/") for part in COMPLETE) for name in files
    )
    print(f"complete coverage wanted of {counted} files, lacking in {len(lacking)}")
    return 1 if lacking or not counted else 0


if __name__ == "__main__":
    sys.exit(main())
