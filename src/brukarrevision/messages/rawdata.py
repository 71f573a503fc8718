"""What is said of raw data: withdrawal, erasure, packing and merging."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = ()
