"""What the store of responses says when it cannot be used."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "store-locked",
        "Någon annan arbetar med svaren just nu.",
        "Somebody else is working with the responses right now.",
        "Vänta tills den andra är klar och kör kommandot igen.",
        "Wait until the other is done and run the command again.",
    ),
    Message(
        "store-newer",
        "Svaren är sparade av en nyare version ({found}) än denna ({known}).",
        "The responses were stored by a newer version ({found}) than this ({known}).",
        "Uppdatera brukarrevision.",
        "Update brukarrevision.",
    ),
    Message(
        "store-broken",
        "Filen med svar är skadad, eller är ingen sådan fil.",
        "The file of responses is damaged, or is no such file.",
        "Återställ den från en säkerhetskopia, eller ta bort den och läs in filerna "
        "igen.",
        "Restore it from a backup, or remove it and import the files again.",
    ),
    Message(
        "store-full",
        "Disken är full. Inget har lästs in.",
        "The disk is full. Nothing has been imported.",
        "Frigör utrymme och kör kommandot igen.",
        "Free some space and run the command again.",
    ),
    Message(
        "store-read-only",
        "Filen med svar är skrivskyddad. Inget har lästs in.",
        "The file of responses is read-only. Nothing has been imported.",
        "Ta bort skrivskyddet på den privata mappen.",
        "Remove the protection of the private folder.",
    ),
    Message(
        "store-no-access",
        "Filen med svar går inte att öppna.",
        "The file of responses cannot be opened.",
        "Kontrollera att du äger den privata mappen och att den är ansluten.",
        "Check that you own the private folder and that it is connected.",
    ),
    Message(
        "store-fault",
        "Databasen med svar sade nej ({name}). Inget har ändrats.",
        "The database of responses said no ({name}). Nothing has been changed.",
        "Försök igen; om det händer på nytt, kontrollera disken.",
        "Try again; if it happens once more, check the disk.",
    ),
    Message(
        "store-too-many",
        "Instrumentet har {questions} frågor; högst {limit} får plats.",
        "The instrument has {questions} questions; at most {limit} can be kept.",
        "Dela instrumentet i två.",
        "Divide the instrument in two.",
    ),
    Message(
        "store-alike",
        "Frågan {question} finns redan bland svaren, men heter {there} där. Inget har "
        "ändrats.",
        "The question {question} is among the responses already, but is called {there} "
        "there. Nothing has been changed.",
        "Ge frågan samma id som förut, eller ett som skiljer sig i mer än stora och "
        "små bokstäver. Två datorer ska ha samma instrument.",
        "Give the question the id it had, or one that differs in more than capital "
        "letters. Two computers must have the same instruments.",
    ),
)
