"""``python -m brukarrevision``."""

from brukarrevision.cli import main

if __name__ == "__main__":
    main()
