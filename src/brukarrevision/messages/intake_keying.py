"""What is said where paper forms are keyed in."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "enter-terminal",
        "Formulär matas in för hand, i en terminal.",
        "Forms are keyed in by hand, at a terminal.",
        "Kör kommandot i ett terminalfönster, utan att leda om det. Filer läses in "
        "med collect utan --enter.",
        "Run the command in a terminal window, without redirecting it. Files are read "
        "with collect without --enter.",
    ),
    Message(
        "enter-files",
        "Med --enter matar du in formulär för hand; filer ({files}) läses inte in "
        "samtidigt.",
        "With --enter you key in forms by hand; files ({files}) are not read with it.",
        "Kör collect två gånger: en gång för filerna och en gång med --enter.",
        "Run collect twice: once for the files and once with --enter.",
    ),
    Message(
        "enter-second",
        "--second gäller formulär som matas in för hand.",
        "--second is about forms that are keyed in by hand.",
        "Skriv till --enter och enkätens id.",
        "Add --enter and the id of the questionnaire.",
    ),
    Message(
        "enter-busy",
        "Någon matar redan in formulär till {instrument} på den här datorn.",
        "Somebody is keying in forms of {instrument} on this computer already.",
        "Fortsätt i det fönstret, eller avsluta där först. Är ni flera, sitt vid var "
        "sin dator med egna nummer på formulären och slå ihop med data pack och data "
        "unpack.",
        "Go on in that window, or end there first. If you are several, sit at a "
        "computer each, with numbers of your own on the forms, and merge with data "
        "pack and data unpack.",
    ),
    Message(
        "enter-stopped",
        "Avbrutet. Allt som är besvarat är sparat, också det halva formuläret.",
        "Stopped. Everything answered is saved, the half form too.",
        "Kör samma kommando igen, så fortsätter du där du var. Färdiga formulär läses "
        "in när du slutar med q.",
        "Run the same command again to go on where you were. Forms that are done are "
        "read when you end with q.",
        severity="note",
    ),
    Message(
        "enter-again",
        "De här formulären var redan inlästa, och räknas inte två gånger: {forms}.",
        "These forms had been read already, and are not counted twice: {forms}.",
        "Är det samma papper, jämför inmatningarna med collect --enter --second. Är "
        "det andra papper, ge dem egna nummer och mata in dem igen.",
        "If they are the same papers, compare the entries with collect --enter "
        "--second. If they are other papers, give them numbers of their own and key "
        "them in again.",
        severity="warning",
    ),
    Message(
        "enter-opened",
        "Enkäten har ändrats, så att svar i de här formulären inte längre finns att "
        "välja: {forms}. De är inte inlästa än.",
        "The questionnaire has changed, so that answers in these forms can no longer "
        "be chosen: {forms}. They have not been read yet.",
        "Kör collect --enter igen och besvara det som saknas.",
        "Run collect --enter again and answer what is missing.",
        severity="warning",
    ),
    Message(
        "forms-waiting",
        "{count} formulär är inmatade men inte färdiga: de räknas inte, eller räknas "
        "så som de först matades in.",
        "{count} forms are keyed in but not finished: they are not counted, or counted "
        "as they were first keyed in.",
        "Kör collect --enter {instrument}, och avsluta med q; efter en andra inmatning "
        "med --second.",
        "Run collect --enter {instrument}, and end with q; after a second entry with "
        "--second.",
        severity="warning",
    ),
)
