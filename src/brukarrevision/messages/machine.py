"""What the computer says no to, and files that are not where they should be."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "disk-full",
        "Disken är full. Inget halvfärdigt har sparats.",
        "The disk is full. Nothing half-done was saved.",
        "Frigör utrymme och kör kommandot igen.",
        "Free some space and run the command again.",
    ),
    Message(
        "disk-read-only",
        "Mappen är skrivskyddad. Inget halvfärdigt har sparats.",
        "The folder is read-only. Nothing half-done was saved.",
        "Välj en annan mapp, eller ta bort skrivskyddet.",
        "Choose another folder, or remove the protection.",
    ),
    Message(
        "disk-no-access",
        "Filen går inte att öppna eller skriva. Inget halvfärdigt har sparats.",
        "The file cannot be opened or written. Nothing half-done was saved.",
        "Stäng filen om den är öppen i Word eller Excel, och kontrollera att du får "
        "skriva i mappen.",
        "Close the file if it is open in Word or Excel, and check that you may write "
        "in the folder.",
    ),
    Message(
        "disk-fault",
        "Datorn kunde inte läsa eller skriva filen ({number}). Inget halvfärdigt har "
        "sparats.",
        "The computer could not read or write the file ({number}). Nothing half-done "
        "was saved.",
        "Försök igen; om det händer på nytt, kontrollera disken.",
        "Try again; if it happens once more, check the disk.",
    ),
    Message(
        "file-locked",
        "Filen {file} är öppen i ett annat program. Den är kvar som den var.",
        "The file {file} is open in another program. It is as it was.",
        "Stäng rapporten i Word, eller filen i Excel, och kör kommandot igen.",
        "Close the report in Word, or the file in Excel, and run the command again.",
    ),
    Message(
        "file-odd",
        "Det här är ingen vanlig fil.",
        "This is no ordinary file.",
        "Lägg en vanlig fil där i stället.",
        "Put an ordinary file there instead.",
    ),
    Message(
        "file-link-outside",
        "Det här är en länk som leder ut ur mappen {folder}, och den följs inte.",
        "This is a link that leads out of the folder {folder}, and it is not followed.",
        "Lägg en kopia av filen eller mappen där i stället för länken.",
        "Put a copy of the file or folder there in place of the link.",
    ),
    Message(
        "data-dir-bad",
        "Mappen för rådata i data_dir eller BRUKARREVISION_DATA går inte att använda.",
        "The folder for raw data in data_dir or BRUKARREVISION_DATA cannot be used.",
        "Ange en vanlig mapp på den här datorn, till exempel ~/brukarrevision-data: "
        "inte en nätverksplats, en enhet eller ett namn med kolon.",
        "Give an ordinary folder on this computer, such as ~/brukarrevision-data: no "
        "network place, no device and no name with a colon.",
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
        "file-not-folder",
        "Här finns redan en fil, så det går inte att ha en mapp med det namnet.",
        "There is a file here already, so there can be no folder of that name.",
        "Välj en annan mapp.",
        "Choose another folder.",
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
        "Avbrutet. Inget halvfärdigt har sparats.",
        "Stopped. Nothing half-done was saved.",
        "Kör kommandot igen när du vill fortsätta.",
        "Run the command again when you want to go on.",
        severity="note",
    ),
    Message(
        "memory-short",
        "Datorns minne räckte inte. Inget halvfärdigt har sparats.",
        "The computer ran out of memory. Nothing half-done was saved.",
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
    Message(
        "internal-told",
        "Arbetet är gjort, men det gick inte att visa ({kind} i {where}). Inga svar "
        "visas i det här meddelandet.",
        "The work is done, but it could not be shown ({kind} in {where}). No answers "
        "are shown in this message.",
        "Skicka den här raden till utvecklarna.",
        "Send this line to the developers.",
        severity="warning",
    ),
)
