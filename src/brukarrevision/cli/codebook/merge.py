"""``codebook merge``: two themes made one, everywhere."""

from brukarrevision.cli.codebook.options import DryRun, FromInto
from brukarrevision.cli.options import Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Slå ihop två teman: det första går upp i det andra, överallt.",
    "Merge two themes: the first becomes a part of the second, everywhere.",
)
EXAMPLE = tr(
    "brukarrevision codebook merge sip-vast vantan tillgang",
    "brukarrevision codebook merge sip-west waiting access",
)


def merge(given: FromInto, *, dry_run: DryRun = False, yes: Yes = False) -> None:
    """Show what would change, ask, and change it in all files."""
    from brukarrevision.cli.codebook.changing_steps import merge_codes

    merge_codes(given, EXAMPLE, dry_run=dry_run, yes=yes)


COMMAND = merge
