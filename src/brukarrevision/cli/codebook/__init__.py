"""``codebook``: the themes, here and in other programs."""

from brukarrevision.i18n import tr

HELP = tr(
    "Kodboken: visa teman, byt, slå ihop och flytta dem, utbyt med andra program.",
    "The codebook: show themes, rename, merge, move them, exchange with programs.",
)
EXAMPLE = tr(
    "brukarrevision codebook list sip-vast\n"
    "brukarrevision codebook rename sip-vast tillgang tillganglighet\n"
    "brukarrevision codebook write sip-vast -o teman.qdc",
    "brukarrevision codebook list sip-west\n"
    "brukarrevision codebook rename sip-west access availability\n"
    "brukarrevision codebook write sip-west -o themes.qdc",
)
