"""Which survey tool wrote a file, and the rules that a mapping may hold."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "source-two-claim",
        "Filen ser ut att komma från flera enkätverktyg: {names}.",
        "The file looks as if it came from several survey tools: {names}.",
        "Ange vilket med --tool, till exempel --tool table för en vanlig tabell.",
        "Say which with --tool, for instance --tool table for a plain table.",
    ),
    Message(
        "source-unknown",
        "Det finns inget enkätverktyg med namnet {tool}.",
        "There is no survey tool by the name {tool}.",
        "Välj ett av dessa: {known}.",
        "Choose one of these: {known}.",
    ),
    Message(
        "map-one-rule",
        "Regel {number} under exclude ska ha antingen is eller is_not.",
        "Rule {number} under exclude is to have either is or is_not.",
        "Skriv is för svar som ska bort, eller is_not för de enda som ska vara med.",
        "Write is for rows to leave out, or is_not for the only ones to keep.",
    ),
)
