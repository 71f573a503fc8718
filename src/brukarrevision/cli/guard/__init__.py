"""``guard``: commands that keep raw data out of git."""

from brukarrevision.i18n import tr

HELP = tr(
    "Håll rådata borta från git.",
    "Keep raw data out of git.",
)
EXAMPLE = "brukarrevision guard install\nbrukarrevision guard scan --history"
