"""How long ``brukarrevision --help`` takes beside ``import typer``, median of pairs."""

import json
import statistics
import subprocess
import sys
import time

RUNS = 15
HELP = [sys.executable, "-m", "brukarrevision", "--help"]
TYPER = [sys.executable, "-c", "import typer"]


def seconds(command: list[str]) -> float:
    """Return the wall time of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Run the two in turn and print the ratio as a JSON line."""
    seconds(HELP)
    seconds(TYPER)
    pairs = [(seconds(HELP), seconds(TYPER)) for _ in range(RUNS)]
    result = {
        "benchmark": "help",
        "help_s": round(statistics.median(a for a, _ in pairs), 3),
        "typer_s": round(statistics.median(b for _, b in pairs), 3),
        "ratio": round(statistics.median(a / b for a, b in pairs), 2),
        "goal": 1.5,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
