"""What can be said when the themes of a codebook are changed everywhere at once."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "code-not-changed",
        "Koden går inte att byta i filen utan att något annat ändras. Inget är ändrat.",
        "The code cannot be changed in the file without changing something else. "
        "Nothing is changed.",
        "Sök efter koden i filen, skriv klamrarna på en enda rad och försök igen.",
        "Look for the code in the file, write its braces on one line and try again.",
    ),
)
