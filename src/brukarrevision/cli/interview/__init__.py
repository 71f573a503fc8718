"""``interview``: the notes of interviews."""

from brukarrevision.i18n import tr

HELP = tr(
    "Intervjuer: anteckningar efter guiden, i den privata mappen.",
    "Interviews: notes after the guide, in the private directory.",
)
EXAMPLE = tr(
    "brukarrevision interview new sip-vast --unit affektiv --auditor R1\n"
    "brukarrevision interview open sip-vast I-03\n"
    "brukarrevision interview check sip-vast",
    "brukarrevision interview new sip-west --unit mood --auditor R1\n"
    "brukarrevision interview open sip-west I-03\n"
    "brukarrevision interview check sip-west",
)
