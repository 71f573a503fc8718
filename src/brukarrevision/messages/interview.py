"""What the commands ``interview new`` and ``interview open`` say."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "interview-no-guide",
        "Planen har ingen intervjuguide.",
        "The plan has no interview guide.",
        "Skriv en i instruments, med kind: interview, och nämn den i planen. Det går "
        "också att ange en enkät efter revisionens namn: {known}.",
        "Write one in instruments, with kind: interview, and name it in the plan. A "
        "survey can be given after the audit's name, too: {known}.",
    ),
    Message(
        "interview-option",
        "{option} nämner något som inte finns i planen.",
        "{option} names something that is not in the plan.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "interview-date",
        "Datumet går inte att läsa.",
        "The date cannot be read.",
        "Skriv år, månad och dag: 2026-03-12.",
        "Write year, month and day: 2026-03-12.",
    ),
    Message(
        "interview-unknown",
        "Det finns inga anteckningar med det id:t.",
        "There are no notes with that id.",
        "{hint} En ny intervju börjar med brukarrevision interview new.",
        "{hint} A new interview begins with brukarrevision interview new.",
    ),
    Message(
        "interview-one",
        "Kommandot öppnar en intervju i taget.",
        "The command opens one interview at a time.",
        "Skriv revisionens namn och intervjuns id: sip-vast I-03.",
        "Write the audit's name and the interview's id: sip-west I-03.",
    ),
    Message(
        "interview-first-coder",
        "Den filen är redan någons andra kodning.",
        "That file is somebody's second coding already.",
        "Ange intervjuns id, som I-03, tillsammans med --coder.",
        "Give the interview's id, such as I-03, together with --coder.",
    ),
    Message(
        "interview-left-consent",
        "Inte inlästa, för samtycke saknas: {ids}.",
        "Not read in, as there is no consent: {ids}.",
        "Har personen sagt ja: skriv consent: yes i huvudet och kör kommandot igen. "
        "Annars ska anteckningarna bort: brukarrevision data withdraw {audit} ID.",
        "If the person has said yes: write consent: yes in the head and run the "
        "command again. Otherwise the notes have to go: brukarrevision data withdraw "
        "{audit} ID.",
        "warning",
    ),
    Message(
        "interview-consent-gone",
        "Samtycket är borta, men svaren är inlästa sedan förut: {ids}.",
        "Consent is gone, but the answers were read in before: {ids}.",
        "Ta bort allt som personen har lämnat: brukarrevision data withdraw {audit} "
        "ID.",
        "Take away all that the person has given: brukarrevision data withdraw {audit} "
        "ID.",
        "warning",
    ),
    Message(
        "interview-consent-counted",
        "Samtycke saknas, men svaren är inlästa och skulle räknas: {ids}.",
        "There is no consent, but the answers are read in and would count: {ids}.",
        "Ta bort allt som personen har lämnat: brukarrevision data withdraw {audit} "
        "ID. Står det fel i anteckningarna: skriv consent: yes i huvudet.",
        "Take away all that the person has given: brukarrevision data withdraw {audit} "
        "ID. If the notes are wrong: write consent: yes in the head.",
    ),
    Message(
        "interview-notes-gone",
        "Inlästa förut, men anteckningarna finns inte här: {ids}.",
        "Read in before, but the notes are not here: {ids}.",
        "Ligger de på en annan dator är allt som det ska. Har någon fått ett nytt id "
        "räknas personen två gånger: ta tillbaka inläsningen med brukarrevision "
        "collect {audit} --undo, ge anteckningarna sitt gamla id och läs in dem igen.",
        "If they are on another computer, all is well. If somebody has been given "
        "another id, that person counts twice: take this back with brukarrevision "
        "collect {audit} --undo, give the notes their old id and read them in again.",
        "warning",
    ),
    Message(
        "interview-left-faulty",
        "Inte inlästa, för anteckningarna har fel: {ids}.",
        "Not read in, as there are errors in the notes: {ids}.",
        "brukarrevision interview check {audit} visar var felen står. Rätta dem och "
        "kör kommandot igen.",
        "brukarrevision interview check {audit} shows where they are. Mend them and "
        "run the command again.",
        "warning",
    ),
    Message(
        "interview-no-editor",
        "Datorn säger inte vilken textredigerare som ska användas.",
        "The computer does not say which text editor to use.",
        "Sätt miljövariabeln EDITOR, till exempel med export EDITOR=nano. Eller öppna "
        "filen själv: brukarrevision data path visar mappen.",
        "Set the environment variable EDITOR, for instance with export EDITOR=nano. Or "
        "open the file yourself: brukarrevision data path shows the folder.",
    ),
    Message(
        "interview-editor-missing",
        "Textredigeraren {editor} gick inte att starta.",
        "The text editor {editor} could not be started.",
        "Rätta miljövariabeln VISUAL eller EDITOR, så att den nämner ett program som "
        "finns.",
        "Mend the environment variable VISUAL or EDITOR, so that it names a program "
        "that there is.",
    ),
    Message(
        "answers-none",
        "Det finns inga fritextsvar att skriva ut.",
        "There are no open answers to write out.",
        "Läs in svaren med brukarrevision collect. Frågorna ska ha type: text i en "
        "enkät.",
        "Read the responses with brukarrevision collect. The questions have type: text "
        "in a survey.",
    ),
    Message(
        "answers-unclear",
        "Filen går inte att skriva om utan att koder kan hamna fel. Den är orörd.",
        "The file cannot be written anew without codes going wrong. It is untouched.",
        "Varje svar ska börja med sin egen rad, som {{#d3 row=…}}, och de raderna ska "
        "vara som de var.",
        "Each answer begins with a line of its own, such as {{#d3 row=…}}, and these "
        "lines have to be as they were.",
    ),
    Message(
        "answers-file-name",
        "Filens namn går inte att förstå, så ingen vet vilken fråga svaren hör till.",
        "The name of the file cannot be understood, so nobody knows which question the "
        "answers belong to.",
        "Döp den som enkat.d3.md, eller enkat.d3.coder-R2.md för en andra kodare.",
        "Name it like enkat.d3.md, or enkat.d3.coder-R2.md for a second coder.",
    ),
    Message(
        "answers-line",
        "Raden säger inte vilket svar som följer.",
        "The line does not say which answer follows.",
        "Ändra tillbaka den: frågans id och svarets märke, som {{#d3 row=…}}.",
        "Put it back: the question's id and the answer's mark, such as {{#d3 row=…}}.",
    ),
    Message(
        "answers-gone",
        "Svaret finns inte längre bland de inlästa svaren.",
        "The answer is no longer among the responses.",
        "Läs in filen igen, eller ta bort svaret och dess koder: brukarrevision "
        "interview answers {audit} --drop.",
        "Read the file again, or take the answer and its codes away: brukarrevision "
        "interview answers {audit} --drop.",
    ),
    Message(
        "answers-changed",
        "Orden är inte längre de som står bland de inlästa svaren.",
        "The words are no longer those among the responses.",
        "Kör brukarrevision interview answers {audit}. Det nya svaret står då under "
        "det här: flytta koderna dit och ta bort det gamla.",
        "Run brukarrevision interview answers {audit}. The new answer then stands "
        "below this one: move the codes there and remove the old one.",
    ),
    Message(
        "answers-missing",
        "Alla svar på frågan finns inte i filen.",
        "Not all answers to the question are in the file.",
        "Kör brukarrevision interview answers {audit}. Koderna är kvar.",
        "Run brukarrevision interview answers {audit}. The codes stay.",
        "warning",
    ),
)
