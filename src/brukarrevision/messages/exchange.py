"""What can be said of codebooks and coded texts that other programs share."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "codebook-large",
        "Filen är större än någon kodbok brukar vara.",
        "The file is larger than any codebook is.",
        "Exportera bara kodboken (.qdc) ur det andra programmet, inte hela projektet.",
        "Export the codebook alone (.qdc) from the other program, not the whole "
        "project.",
    ),
    Message(
        "codebook-odd",
        "Filen går inte att läsa som en kodbok: den är inte hel, är något annat eller "
        "innehåller sådant som kan skada datorn.",
        "The file cannot be read as a codebook: it is not whole, is something else or "
        "holds what could do harm to the computer.",
        "Exportera kodboken på nytt som REFI-QDA (.qdc) och öppna den inte i ett annat "
        "program innan.",
        "Export the codebook once more as REFI-QDA (.qdc), and do not open it in "
        "another program first.",
    ),
    Message(
        "codebook-no-codes",
        "Det finns inga koder i filen.",
        "There are no codes in the file.",
        "Kontrollera att det är kodboken (.qdc) eller projektet (.qdpx) som är "
        "exporterat, och att det har koder.",
        "Check that it is the codebook (.qdc) or the project (.qdpx) that is exported, "
        "and that it has codes.",
    ),
    Message(
        "codebook-many",
        "Kodboken har fler än {most} koder, eller koder i för många led.",
        "The codebook has more than {most} codes, or codes in too many levels.",
        "Ta bort de koder som inte används i det andra programmet och exportera igen.",
        "Remove the codes that are not used in the other program and export again.",
    ),
)
