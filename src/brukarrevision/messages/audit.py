"""What ``check`` finds in plan, instruments, texts and findings."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "plan-instrument-missing",
        "Planen nämner instrumentet {name}, men instruments/{name}.yaml finns inte.",
        "The plan names the instrument {name}, but there is no instruments/{name}.yaml.",
        "Skapa filen eller rätta namnet. Det finns: {known}.",
        "Make the file or mend the name. There are: {known}.",
    ),
)
