"""What can be wrong with how a command was called."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "slug-bad",
        "En revision kan inte heta {slug}.",
        "An audit cannot be called {slug}.",
        "Använd små bokstäver a-z, siffror och bindestreck, till exempel {good}.",
        "Use small letters a-z, digits and hyphens, for example {good}.",
    ),
    Message(
        "audit-not-given",
        "Du står inte i en revisions mapp.",
        "You are not in the folder of an audit.",
        "Ange vilken revision du menar. Det finns: {known}.",
        "Say which audit you mean. There are: {known}.",
    ),
    Message(
        "audit-missing",
        "Det finns ingen revision som heter {name}.",
        "There is no audit called {name}.",
        "Det finns: {known}. Skapa en ny med brukarrevision new.",
        "There are: {known}. Make a new one with brukarrevision new.",
    ),
)
