"""``interview import``: make responses of the interviews."""

from brukarrevision.cli.options import AuditName, Format, one_of
from brukarrevision.i18n import tr

HELP = tr(
    "Läs in intervjuerna, så att de räknas som svar.",
    "Read the interviews in, so that they count as responses.",
)
EXAMPLE = tr(
    "brukarrevision interview import sip-vast",
    "brukarrevision interview import sip-west",
)


def import_(audit: AuditName = None, *, form: Format = "text") -> None:
    """Read in all interviews with consent and no errors in their notes."""
    one_of("--format", form, ("text", "json"))
    from brukarrevision import console
    from brukarrevision.cli.interview import take_in as steps
    from brukarrevision.cli.opening import opened

    found = opened(audit)
    taken = steps.take_in(found)
    if form == "json":
        console.out_json(steps.to_json(found, taken))


COMMAND = import_
