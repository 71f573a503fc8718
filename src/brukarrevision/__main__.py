"""``python -m brukarrevision``."""

from brukarrevision.cli import main

main()
