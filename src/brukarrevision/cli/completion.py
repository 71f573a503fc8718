"""Shell completion: the shell fills in commands and options when tab is pressed."""

import os

from brukarrevision.console import out
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.files import disk
from brukarrevision.i18n import tr

_ASKS = "_BRUKARREVISION_COMPLETE"
_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def is_asked() -> bool:
    """Tell whether it is the shell that asks what could be filled in."""
    return _ASKS in os.environ


def answer() -> None:
    """Answer the shell and end the process."""
    import typer
    from typer.completion import completion_init  # type: ignore[attr-defined]

    from brukarrevision.cli.app import app

    completion_init()
    typer.main.get_command(app).main([], prog_name="brukarrevision")


def install() -> None:
    """Write completion into the settings of the shell in use.

    Raises:
        WrongUsage: the shell is none of those that can be helped.
    """
    from typer import completion

    shell = _shell()
    with disk(shell):
        _, path = completion.install(  # type: ignore[attr-defined]
            shell=shell, prog_name="brukarrevision"
        )
    out(
        tr(
            f"Ifyllnad för {shell} är inlagd i {path}. Öppna ett nytt fönster.",
            f"Completion for {shell} is installed in {path}. Open a new window.",
        )
    )


def _shell() -> str:
    import shellingham

    try:
        name = str(shellingham.detect_shell()[0])
    except (shellingham.ShellDetectionFailure, OSError):
        name = ""
    if name not in _SHELLS:
        raise WrongUsage(problem("completion-shell", NOWHERE, known=", ".join(_SHELLS)))
    return name
