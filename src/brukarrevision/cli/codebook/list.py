"""``codebook list``: the tree of themes."""

from brukarrevision.cli.options import AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Visa temana som ett träd, med vad de betyder.",
    "Show the themes as a tree, with what they mean.",
)
EXAMPLE = tr(
    "brukarrevision codebook list sip-vast", "brukarrevision codebook list sip-west"
)


def list_(audit: AuditName = None) -> None:
    """Show the codebook."""
    from brukarrevision.cli.codebook.tree_steps import show

    show(audit)


COMMAND = list_
