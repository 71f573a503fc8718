"""``quotes add``: lay a quote on the desk, where only the auditors see it."""

from typing import Annotated

import typer

from brukarrevision.cli.options import NAME, TEXT, AuditName
from brukarrevision.i18n import tr

HELP = tr(
    "Lägg in ett citat ur ett svar eller en intervju.",
    "Add a quote from an answer or an interview.",
)
EXAMPLE = tr(
    "brukarrevision quotes add sip-vast --from r17 --theme bemotande < citat.txt\n"
    "brukarrevision quotes add sip-vast --from I-03:lakarbesok:1\n"
    'brukarrevision quotes add --from 1:14 --text "Jag vågar inte klaga. […]"',
    "brukarrevision quotes add sip-west --from r17 --theme respect < quote.txt\n"
    "brukarrevision quotes add sip-west --from I-03:doctors:1\n"
    'brukarrevision quotes add --from 1:14 --text "I dare not complain. […]"',
)


def add(
    audit: AuditName = None,
    *,
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar=tr("KÄLLA", "SOURCE"),
            help=tr(
                "Vem som sa det: svarandens eller intervjuns id, inläsning:rad (1:14), "
                "eller ett märkt ställe (I-03:lakarbesok:1).",
                "Who said it: the respondent's or interview's id, import:row (1:14), "
                "or a marked place (I-03:doctors:1).",
            ),
        ),
    ],
    text: Annotated[
        str | None,
        typer.Option(
            metavar=TEXT,
            help=tr(
                "Citatet, om det inte kommer från stdin eller ett märkt ställe. "
                "Skriv […] för det ni utelämnar, [staden] för det ni byter.",
                "The quote, unless from stdin or a marked place. Write […] for what is "
                "left out, [the town] for a change.",
            ),
        ),
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option(
            metavar=NAME, help=tr("Tema i kodboken.", "A theme of the codebook.")
        ),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option(
            metavar=NAME, help=tr("Område i enkäten.", "An area asked about.")
        ),
    ] = None,
) -> None:
    """Keep the quote and print its id."""
    from brukarrevision.cli.quotes.steps import add as keep

    keep(audit, source, text, theme, area)


COMMAND = add
