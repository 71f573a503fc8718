"""The commands: options in, one call, the result to the console."""

import sys
from collections.abc import Sequence

from brukarrevision import __version__


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        sys.stdout.write(f"brukarrevision {__version__}\n")
        return
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower() != "utf-8":
            stream.reconfigure(errors="replace")
    from brukarrevision.cli.run import run
    from brukarrevision.console import guarded

    sys.exit(guarded(lambda: run(given)))
