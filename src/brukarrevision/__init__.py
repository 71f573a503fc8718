"""Plan, collect, tally and report user-led audits (Swedish: brukarrevision)."""

__version__ = "0.1.0"
