"""The program and its commands."""

from types import ModuleType
from typing import Annotated

import typer

from brukarrevision.cli import (
    check,
    collect,
    demo,
    form,
    new,
    publish,
    report,
    status,
    tally,
    themes,
)
from brukarrevision.cli import codebook as codes
from brukarrevision.cli import data as raw_data
from brukarrevision.cli import guard as guards
from brukarrevision.cli import interview as interviews
from brukarrevision.cli import quotes as desk
from brukarrevision.cli.codebook import list as codebook_list
from brukarrevision.cli.codebook import merge as codebook_merge
from brukarrevision.cli.codebook import move as codebook_move
from brukarrevision.cli.codebook import read as codebook_read
from brukarrevision.cli.codebook import rename as codebook_rename
from brukarrevision.cli.codebook import write as codebook_write
from brukarrevision.cli.data import dpia as data_dpia
from brukarrevision.cli.data import pack as data_pack
from brukarrevision.cli.data import path as data_path
from brukarrevision.cli.data import purge as data_purge
from brukarrevision.cli.data import unpack as data_unpack
from brukarrevision.cli.data import withdraw as data_withdraw
from brukarrevision.cli.guard import install as guard_install
from brukarrevision.cli.guard import scan as guard_scan
from brukarrevision.cli.interview import answers as interview_answers
from brukarrevision.cli.interview import check as interview_check
from brukarrevision.cli.interview import import_ as interview_import
from brukarrevision.cli.interview import new as interview_new
from brukarrevision.cli.interview import open as interview_open
from brukarrevision.cli.quotes import add as quotes_add
from brukarrevision.cli.quotes import approve as quotes_approve
from brukarrevision.cli.quotes import candidates as quotes_candidates
from brukarrevision.cli.quotes import edit as quotes_edit
from brukarrevision.cli.quotes import list as quotes_list
from brukarrevision.cli.quotes import mask as quotes_mask
from brukarrevision.cli.quotes import withdraw as quotes_withdraw
from brukarrevision.i18n import tr

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    help=tr(
        "Verktyg för brukarrevisioner: planera, fråga, sammanställ och rapportera. "
        "Utan kommando visas hur långt revisionen har kommit och vad nästa steg är.",
        "A toolkit for user-led audits: plan, ask, tally and report. Without a command "
        "it shows how far the audit has come and what the next step is.",
    ),
    epilog=tr(
        "brukarrevision demo\nbrukarrevision new sip-vast --template sip",
        "brukarrevision demo\nbrukarrevision new sip-west --template sip",
    ),
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="sv|en",
            help=tr(
                "Språk. Får stå var som helst, liksom --quiet.",
                "Language. May stand anywhere, and so may --quiet.",
            ),
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet",
            "-q",
            help=tr("Skriv bara resultat och fel.", "Print only results and faults."),
        ),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", help=tr("Visa versionen.", "Show the version."))
    ] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            help=tr(
                "Låt skalet fylla i kommandon när du trycker tabb.",
                "Let the shell fill in commands when you press tab.",
            ),
        ),
    ] = False,
) -> None:
    """Say where the audit stands when no command is given."""
    del lang, quiet, version  # read before the commands were declared
    if install_completion:
        from brukarrevision.cli.completion import install

        install()
    elif context.invoked_subcommand is None:
        from brukarrevision.cli.stand import stand

        stand()


COMMANDS = {
    module.__name__.removeprefix("brukarrevision.cli.")
    .replace(".", " ")
    .removesuffix("_"): module  # import_: no module can be called import
    for module in (
        *(new, check, form, collect, tally, themes, report, publish, status, demo),
        *(interview_new, interview_open, interview_import, interview_check),
        interview_answers,
        *(codebook_list, codebook_rename, codebook_merge, codebook_move),
        *(codebook_read, codebook_write),
        *(quotes_list, quotes_candidates, quotes_add, quotes_edit, quotes_mask),
        *(quotes_approve, quotes_withdraw),
        *(guard_install, guard_scan),
        *(data_path, data_dpia, data_withdraw, data_purge, data_pack, data_unpack),
    )
}
"""Every command by the words it is called with; a group's have two."""

GROUPS: dict[str, ModuleType] = {
    "interview": interviews,
    "codebook": codes,
    "quotes": desk,
    "guard": guards,
    "data": raw_data,
}
"""What stands before the second word: packages whose modules are commands."""

_groups = {
    name: typer.Typer(rich_markup_mode=None, help=package.HELP, epilog=package.EXAMPLE)
    for name, package in GROUPS.items()
}

for _words, _module in COMMANDS.items():
    _group, _, _name = _words.rpartition(" ")
    _add = (_groups[_group] if _group else app).command(
        _name, help=_module.HELP, epilog=_module.EXAMPLE
    )
    _add(_module.COMMAND)

for _name, _app in _groups.items():
    app.add_typer(_app, name=_name)
