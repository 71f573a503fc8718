"""``data``: raw data as a whole."""

from brukarrevision.i18n import tr

HELP = tr(
    "Rådata: var de ligger, återkalla, gallra, packa och slå ihop.",
    "Raw data: where it is, withdraw, erase, pack and merge.",
)
EXAMPLE = tr(
    "brukarrevision data path sip-vast\nbrukarrevision data withdraw sip-vast r17",
    "brukarrevision data path sip-west\nbrukarrevision data withdraw sip-west r17",
)
