"""What is said of releases: what has been handed out and stays as it is."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = ()
