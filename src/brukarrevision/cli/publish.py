"""``publish``: hand the reports out, for good."""

from typing import Annotated

import typer

from brukarrevision.cli.options import Yes
from brukarrevision.i18n import tr

HELP = tr(
    "Publicera rapporterna: det de visar ligger sedan fast.",
    "Publish the reports: what they show then stands.",
)
EXAMPLE = tr("brukarrevision publish sip-vast v1", "brukarrevision publish sip-west v1")


def publish(
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=tr("[REVISION] PUBLICERING", "[AUDIT] RELEASE"),
            help=tr(
                "Revisionen (behövs inte om du står i den) och ett namn, som v1.",
                "The audit (not needed inside it) and a name, such as v1.",
            ),
        ),
    ] = None,
    *,
    yes: Yes = False,
) -> None:
    """Publish the reports and say where they are."""
    from brukarrevision.cli.publish_steps import publish

    publish(given or [], yes=yes)


COMMAND = publish
