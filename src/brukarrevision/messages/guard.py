"""What the guard of the repository says."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = ()
