"""Run every benchmark beside this file; each prints one JSON line with its ratios."""

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run them one after the other; return 1 if any could not be run."""
    failed = 0
    for script in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"# {script.name}", flush=True)
        failed |= subprocess.run([sys.executable, str(script)], check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
