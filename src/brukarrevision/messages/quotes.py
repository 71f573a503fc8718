"""What is said of quotes."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = ()
