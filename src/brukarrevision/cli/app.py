"""The program and its commands."""

import re
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from brukarrevision.i18n import language, tr

_SWEDISH = (
    (r"^Usage:", "Användning:"),
    (r"^Options:", "Flaggor:"),
    (r"^Arguments:", "Argument:"),
    (r"^Commands:", "Kommandon:"),
    (r"\[OPTIONS\]", "[FLAGGOR]"),
    (r"COMMAND \[ARGS\]\.\.\.", "KOMMANDO [ARGUMENT]..."),
    (r"\[required\]", "[måste anges]"),
    (r"\[default: ", "[om inget anges: "),
    (r"Show this message and exit\.", "Visa den här hjälpen."),
    (
        r"Install completion for the current shell\.",
        "Låt skalet fylla i kommandon med tabb.",
    ),
    (
        r"Show completion for the current shell, to copy\n? *it or customize the\n? *"
        r"installation\.",
        "Visa det skript som ifyllnaden använder.",
    ),
)


def _translated(text: str) -> str:
    """Return a help page with the library's own words in the user's language."""
    if language() == "en":
        return text
    for english, swedish in _SWEDISH:
        text = re.sub(english, swedish, text, flags=re.MULTILINE)
    return text


class Group(TyperGroup):
    """The program, with help in the user's language."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        """Return the help page."""
        return _translated(super().get_help(ctx))


class Command(TyperCommand):
    """A command, with help in the user's language."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        """Return the help page."""
        return _translated(super().get_help(ctx))


app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    help=tr(
        "Verktyg för brukarrevisioner: planera, fråga, sammanställ och rapportera.",
        "A toolkit for user-led audits: plan, ask, tally and report.",
    ),
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    lang: Annotated[
        str | None,
        typer.Option("--lang", help=tr("Språk: sv eller en.", "Language: sv or en.")),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet", "-q", help=tr("Skriv bara resultat och fel.", "Only results and faults.")
        ),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", help=tr("Visa versionen.", "Show the version."))
    ] = False,
) -> None:
    """Say where the audit stands when no command is given."""
    del lang, quiet, version  # read before the commands were declared
    if context.invoked_subcommand is None:
        from brukarrevision.cli.stand import stand

        stand()


def _declare() -> None:
    """Add the commands, each from a file of its own."""
    from brukarrevision.cli import check, collect, demo, new, report, tally

    for module in (new, check, collect, tally, report, demo):
        add = app.command(cls=Command, help=module.HELP, short_help=module.HELP)
        add(module.COMMAND)


_declare()
