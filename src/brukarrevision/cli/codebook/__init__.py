"""``codebook``: the themes, here and in other programs."""

from brukarrevision.i18n import tr

HELP = tr(
    "Kodboken: visa och ändra teman, till och från andra program.",
    "The codebook: show and change themes, to and from other programs.",
)
EXAMPLE = tr(
    "brukarrevision codebook list sip-vast\n"
    "brukarrevision codebook rename sip-vast tillgang tillganglighet\n"
    "brukarrevision codebook write sip-vast -o teman.qdc",
    "brukarrevision codebook list sip-west\n"
    "brukarrevision codebook rename sip-west access availability\n"
    "brukarrevision codebook write sip-west -o themes.qdc",
)
