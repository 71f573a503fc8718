"""``quotes``: the quote desk."""

from brukarrevision.i18n import tr

HELP = tr(
    "Citat: lägg in, ändra, dölj, godkänn. Bara godkända citat visas.",
    "Quotes: add, edit, mask, approve. Only approved quotes are shown.",
)
EXAMPLE = tr(
    "brukarrevision quotes add sip-vast --from r17 --theme bemotande < citat.txt\n"
    "brukarrevision quotes approve sip-vast c7k2m4 --by R1",
    "brukarrevision quotes add sip-west --from r17 --theme respect < quote.txt\n"
    "brukarrevision quotes approve sip-west c7k2m4 --by R1",
)
