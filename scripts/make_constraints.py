"""Write ``constraints.txt``: the versions that a new environment gets today."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = (
    "# Made by scripts/make_constraints.py: next year these versions are installed.\n"
)
OURS = "brukarrevision"


def main() -> None:
    """Install everything into an environment of its own and list what came."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = [str(Path(folder) / "bin" / "python"), "-m", "pip"]
        subprocess.run([*python, "install", "--quiet", "--upgrade", "pip"], check=True)
        wanted = ["install", "--quiet", "--group", "dev", "--editable", str(ROOT)]
        subprocess.run([*python, *wanted], check=True, cwd=ROOT)
        listed = subprocess.run(
            [*python, "list", "--format=freeze", "--exclude", OURS, "--exclude", "pip"],
            check=True,
            capture_output=True,
            text=True,
        )
    (ROOT / "constraints.txt").write_text(HEAD + listed.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
