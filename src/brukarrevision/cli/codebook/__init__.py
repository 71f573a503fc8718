"""``codebook``: the themes, and what other programs call codes."""

from brukarrevision.i18n import tr

HELP = tr(
    "Kodboken: teman till och från andra program.",
    "The codebook: themes to and from other programs.",
)
EXAMPLE = tr(
    "brukarrevision codebook write sip-vast -o teman.qdc\n"
    "brukarrevision codebook read sip-vast teman.qdc",
    "brukarrevision codebook write sip-west -o themes.qdc\n"
    "brukarrevision codebook read sip-west themes.qdc",
)
