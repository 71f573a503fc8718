"""The commands: options in, one call, the result to the console."""

import sys
import warnings
from collections.abc import Sequence

from brukarrevision import __version__


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if "--version" in given[:1]:
        sys.stdout.write(f"brukarrevision {__version__}\n")
        return
    if not sys.warnoptions:  # what libraries warn of is for developers
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        encoding = (stream.encoding or "").lower()
        if hasattr(stream, "reconfigure") and encoding != "utf-8":
            stream.reconfigure(errors="replace")
    from brukarrevision.cli.boundary import guarded
    from brukarrevision.cli.run import run

    sys.exit(guarded(lambda: run(given)))
