"""What the computer says no to, and files that are not where they should be."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "disk-full",
        "Disken är full. Inget har ändrats.",
        "The disk is full. Nothing has been changed.",
        "Frigör utrymme och kör kommandot igen.",
        "Free some space and run the command again.",
    ),
    Message(
        "disk-read-only",
        "Mappen är skrivskyddad. Inget har ändrats.",
        "The folder is read-only. Nothing has been changed.",
        "Välj en annan mapp, eller ta bort skrivskyddet.",
        "Choose another folder, or remove the protection.",
    ),
    Message(
        "disk-no-access",
        "Filen går inte att öppna eller skriva. Inget har ändrats.",
        "The file cannot be opened or written. Nothing has been changed.",
        "Stäng filen om den är öppen i Word eller Excel, och kontrollera att du får "
        "skriva i mappen.",
        "Close the file if it is open in Word or Excel, and check that you may write in "
        "the folder.",
    ),
    Message(
        "disk-fault",
        "Datorn kunde inte läsa eller skriva filen ({number}). Inget har ändrats.",
        "The computer could not read or write the file ({number}). Nothing has been "
        "changed.",
        "Försök igen; om det händer på nytt, kontrollera disken.",
        "Try again; if it happens once more, check the disk.",
    ),
    Message(
        "file-missing",
        "Filen finns inte.",
        "There is no such file.",
        "Kontrollera namnet och mappen.",
        "Check the name and the folder.",
    ),
    Message(
        "file-is-folder",
        "Det här är en mapp, inte en fil.",
        "This is a folder, not a file.",
        "Ange en fil i mappen.",
        "Give a file in the folder.",
    ),
    Message(
        "file-name-long",
        "Namnet är för långt.",
        "The name is too long.",
        "Välj ett kortare namn.",
        "Choose a shorter name.",
    ),
    Message(
        "file-changed",
        "Filen har ändrats av någon annan sedan den lästes, och skrevs inte över.",
        "The file was changed by somebody else since it was read, and was left alone.",
        "Läs igenom ändringen och kör kommandot igen.",
        "Look at the change and run the command again.",
    ),
    Message(
        "stopped",
        "Avbrutet. Inget har ändrats.",
        "Stopped. Nothing has been changed.",
        "Kör kommandot igen när du vill fortsätta.",
        "Run the command again when you want to go on.",
        severity="note",
    ),
    Message(
        "memory-short",
        "Datorns minne räckte inte. Inget har ändrats.",
        "The computer ran out of memory. Nothing has been changed.",
        "Stäng andra program, eller dela upp filen.",
        "Close other programs, or divide the file.",
    ),
    Message(
        "internal",
        "Något gick fel i programmet ({kind} i {where}). Inga svar visas i det här "
        "meddelandet.",
        "Something went wrong in the program ({kind} in {where}). No answers are shown "
        "in this message.",
        "Kör samma kommando igen. Hjälper det inte, skicka den här raden till "
        "utvecklarna.",
        "Run the same command again. If that does not help, send this line to the "
        "developers.",
    ),
)
