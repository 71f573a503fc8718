"""From the command line's words to a command, and its faults to our own words."""

import os
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from brukarrevision import i18n
from brukarrevision.cli import completion
from brukarrevision.console import be_quiet, out
from brukarrevision.errors import NOWHERE, Problem, WrongUsage, problem
from brukarrevision.modelfile import nearest

_QUIET = ("--quiet", "-q")
_HELP = ("--help", "-h")


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit code.

    Raises:
        WrongUsage: an option or argument is missing, unknown or impossible.
    """
    if completion.is_asked():
        completion.answer()
    said = list(takewhile(lambda word: word != "--", arguments))
    i18n.use(i18n.from_arguments(said, os.environ))
    be_quiet(quiet=any(word in said for word in _QUIET))
    words = [*_own(said), *arguments[len(said) :]]
    if any(word in said for word in _HELP):
        from brukarrevision.cli.help import page

        out(page(words))
        return 0
    try:
        return _done(words)
    except Exception as fault:
        kinds = {kind.__name__ for kind in type(fault).__mro__}
        if "UsageError" in kinds:
            raise WrongUsage(_usage(fault, kinds, words)) from None
        raise


def _done(words: list[str]) -> int:
    """Run a command; faults, a stop at the keys too, come out as they are."""
    import typer

    from brukarrevision.cli.app import app

    command = typer.main.get_command(app)
    try:
        with command.make_context("brukarrevision", words) as context:
            result = command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    return result if isinstance(result, int) else 0


def _own(arguments: Sequence[str]) -> Iterator[str]:
    """Yield the arguments without those that may stand anywhere."""
    from brukarrevision.cli.options import one_of

    words = iter(arguments)
    for word in words:
        name, sign, value = word.partition("=")
        if name == "--lang":
            given = value if sign else next(words, None)
            if given is None:
                facts = {"name": "--lang", "command": "brukarrevision"}
                raise WrongUsage(problem("usage-value-missing", NOWHERE, **facts))
            one_of("--lang", given, ("sv", "en"))
        elif word not in _QUIET:
            yield word


def _usage(fault: Any, kinds: set[str], words: Sequence[str]) -> Problem:  # noqa: ANN401
    """Return a usage fault of the command-line library in our own words."""
    command = _command(words)
    facts = {"command": command, "name": _name(fault)}
    if "NoSuchOption" in kinds:
        near = nearest(facts["name"], _options(fault))
        code = "usage-option-near" if near else "usage-option"
        return problem(code, NOWHERE, **facts, near=near)
    if "MissingParameter" in kinds:
        return problem("usage-missing", NOWHERE, **facts)
    if "BadOptionUsage" in kinds:
        return problem("usage-value-missing", NOWHERE, **facts)
    if "No such command" in str(fault):
        return _unknown(fault)
    if "Missing command" in str(fault):
        facts["name"] = i18n.tr("Ett av gruppens kommandon", "One of its commands")
        return problem("usage-missing", NOWHERE, **facts)
    return problem("usage-other", NOWHERE, **facts)


def _command(words: Sequence[str]) -> str:
    """Return the command that was meant, as it is written."""
    from brukarrevision.cli.app import COMMANDS, GROUPS

    known = {*COMMANDS, *GROUPS}
    plain = [word for word in words if not word.startswith("-")]
    name = next((word for word in plain if word in known), "")
    second = next((f"{name} {w}" for w in plain if f"{name} {w}" in known), name)
    return f"brukarrevision {second}".strip()


def _options(fault: Any) -> list[str]:  # noqa: ANN401
    """Return the options of the command that was meant."""
    parameters = fault.ctx.command.params if fault.ctx else []
    return [name for one in parameters for name in one.opts if name.startswith("--")]


def _unknown(fault: Any) -> Problem:  # noqa: ANN401
    """Return the problem of a command that does not exist, with the nearest one."""
    given = str(fault).partition("'")[2].partition("'")[0]
    names = list(fault.ctx.command.commands)
    near = nearest(given, names)
    code = "usage-command-near" if near else "usage-command"
    return problem(code, NOWHERE, given=given, near=near, known=", ".join(names))


def _name(fault: Any) -> str:  # noqa: ANN401
    """Return what the option or argument is called."""
    if option := getattr(fault, "option_name", None):
        return str(option)
    parameter = getattr(fault, "param", None)
    return str(parameter.metavar) if parameter else ""
