"""``codebook rename``: another id for a theme, everywhere."""

from brukarrevision.cli.codebook.options import DryRun, TwoCodes
from brukarrevision.cli.options import Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Byt ett temas id i kodboken, alla anteckningar, öppna svar och citat.",
    "Change a theme's id in the codebook, all notes, open answers and quotes.",
)
EXAMPLE = tr(
    "brukarrevision codebook rename sip-vast tillgang tillganglighet",
    "brukarrevision codebook rename sip-west access availability",
)


def rename(given: TwoCodes, *, dry_run: DryRun = False, yes: Yes = False) -> None:
    """Show what would change, ask, and change it in all files."""
    from brukarrevision.cli.codebook.changing_steps import rename_code

    rename_code(given, EXAMPLE, dry_run=dry_run, yes=yes)


COMMAND = rename
