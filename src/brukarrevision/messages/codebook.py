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
    Message(
        "code-unknown",
        "Kodboken har inget tema med id {given}.",
        "The codebook has no theme with the id {given}.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "code-exists",
        "Det finns redan ett tema med id {new}.",
        "There is a theme with the id {new} already.",
        "Välj ett annat id. Ska de två bli ett: brukarrevision codebook merge, med "
        "{old} {new}.",
        "Choose another id. If the two are to be one: brukarrevision codebook merge, "
        "with {old} {new}.",
    ),
    Message(
        "code-id",
        "{given} kan inte vara id för ett tema.",
        "{given} cannot be the id of a theme.",
        "Använd bokstäverna a-z, siffror, - och _, högst 40 tecken: {good}. Det som "
        "läsaren ser är label, som får se ut hur som helst.",
        "Use the letters a-z, figures, - and _, 40 characters at most: {good}. What "
        "the reader sees is label, which may be anything.",
    ),
    Message(
        "code-same",
        "{given} är ett och samma tema.",
        "{given} is one and the same theme.",
        "Skriv först temat som ska bort, sedan det som ska vara kvar.",
        "Write first the theme that goes, then the one that stays.",
    ),
    Message(
        "code-in-notes",
        "Koden {given} finns redan här, fast inte i kodboken.",
        "The code {given} stands here already, though not in the codebook.",
        "Rätta koden här. Eller lägg in {given} i codebook.yaml och slå sedan ihop: "
        "brukarrevision codebook merge.",
        "Mend the code here. Or put {given} into codebook.yaml and then merge: "
        "brukarrevision codebook merge.",
    ),
    Message(
        "code-ring",
        "{theme} kan inte ligga under {parent}: det skulle bli en del av sig självt.",
        "{theme} cannot be under {parent}: it would be a part of itself.",
        "Flytta {parent} först.",
        "Move {parent} first.",
    ),
    Message(
        "code-out",
        "Siffror om temat {theme} är utlämnade i publiceringen {release} och hör ihop "
        "med dess id och plats.",
        "Numbers of the theme {theme} were handed out in the release {release} and "
        "belong to its id and its place.",
        "Ändra vad temat heter (label) eller dess definition i codebook.yaml. Behöver "
        "ni dela in på ett annat sätt: lägg till ett nytt tema.",
        "Change what the theme is called (label) or its definition in codebook.yaml. "
        "If you need to divide otherwise: add a new theme.",
    ),
    Message(
        "code-where",
        "Det framgår inte vart temat ska flyttas.",
        "It is not clear where the theme is to be moved.",
        "Ange antingen --under och ett tema, eller --top.",
        "Give either --under and a theme, or --top.",
    ),
    Message(
        "code-words",
        "Kommandot behöver fler eller färre ord.",
        "The command needs more words or fewer.",
        "Skriv till exempel {example}.",
        "Write for example {example}.",
    ),
    Message(
        "code-cut-off",
        "Ett byte av kod blev inte klart förra gången. Nu är det det, i alla filer.",
        "A change of a code was not completed last time. Now it is, in all files.",
        "Du behöver inte göra något mer.",
        "There is nothing more to do.",
        severity="note",
    ),
)
