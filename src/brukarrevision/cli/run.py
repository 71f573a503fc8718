"""From the command line's words to a command, with our own words for its faults."""

import difflib
import os
from collections.abc import Sequence

from brukarrevision import i18n
from brukarrevision.console import be_quiet
from brukarrevision.errors import NOWHERE, Problem, WrongUsage, problem


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit code.

    Raises:
        WrongUsage: an option or argument is missing, unknown or impossible.
    """
    i18n.use(i18n.from_arguments(arguments, os.environ))
    be_quiet(quiet="--quiet" in arguments or "-q" in arguments)
    from brukarrevision.cli.app import app

    try:
        result = app(
            _own(arguments), prog_name="brukarrevision", standalone_mode=False
        )
    except Exception as fault:
        if mended := _usage(fault):
            raise mended from None
        if type(fault).__name__ == "Abort":
            raise KeyboardInterrupt from None
        raise
    return result if isinstance(result, int) else 0


def _own(arguments: Sequence[str]) -> list[str]:
    """Return the arguments without those that may stand anywhere."""
    kept: list[str] = []
    skip = False
    for argument in arguments:
        if skip or argument in ("--quiet", "-q") or argument.startswith("--lang="):
            skip = False
        elif argument == "--lang":
            skip = True
        else:
            kept.append(argument)
    return kept


def _usage(fault: Exception) -> WrongUsage | None:
    """Return a usage fault of the command-line library in our own words."""
    kinds = {kind.__name__ for kind in type(fault).__mro__}
    if "UsageError" not in kinds:
        return None
    context = getattr(fault, "ctx", None)
    command = context.command_path if context else "brukarrevision"
    facts = {"command": command, "name": _name(fault)}
    if "NoSuchOption" in kinds:
        near = ", ".join(getattr(fault, "possibilities", None) or ()) or "--help"
        return WrongUsage(problem("usage-option", NOWHERE, **facts, near=near))
    if "MissingParameter" in kinds:
        return WrongUsage(problem("usage-missing", NOWHERE, **facts))
    if "BadOptionUsage" in kinds:
        return WrongUsage(problem("usage-value-missing", NOWHERE, **facts))
    if "BadParameter" in kinds:
        return WrongUsage(problem("usage-value", NOWHERE, **facts))
    if "No such command" in str(fault):
        return WrongUsage(_command(fault, list(context.command.commands)))
    return WrongUsage(problem("usage-other", NOWHERE, **facts))


def _command(fault: Exception, known: list[str]) -> Problem:
    """Return the problem of a command that does not exist, with the nearest one."""
    given = str(fault).partition("'")[2].partition("'")[0]
    near = next(iter(difflib.get_close_matches(given, known, n=1, cutoff=0.5)), "")
    code = "usage-command-near" if near else "usage-command"
    return problem(code, NOWHERE, given=given, near=near, known=", ".join(known))


def _name(fault: Exception) -> str:
    """Return what the option or argument is called."""
    if option := getattr(fault, "option_name", None):
        return str(option)
    parameter = getattr(fault, "param", None)
    if parameter is None:
        return "–"
    names = [o for o in parameter.opts if o.startswith("-")]
    return str(names[-1] if names else parameter.metavar or parameter.name.upper())
