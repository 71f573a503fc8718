"""What ``interview import`` says of files with conversations; never what was said."""

from brukarrevision.messages.message import Message

_FILES = (
    Message(
        "talk-kind",
        "Filen är inget slag som kan läsas in som samtal.",
        "The file is of no kind that can be read as a conversation.",
        "Ge en ifylld guide (.docx) eller en utskrift (.docx, .txt, .vtt eller .srt).",
        "Give a guide that is filled in (.docx) or a transcript (.docx, .txt, .vtt or "
        ".srt).",
    ),
    Message(
        "talk-folder-empty",
        "I mappen finns inga guider eller utskrifter.",
        "There are no guides or transcripts in the folder.",
        "Lägg filerna där: .docx, .txt, .vtt eller .srt. Mappar i mappen läses inte.",
        "Put the files there: .docx, .txt, .vtt or .srt. Folders within it are not "
        "read.",
    ),
    Message(
        "talk-not-docx",
        "Filen är inget Worddokument som kan läsas, eller så är den skadad.",
        "The file is no Word document that can be read, or it is damaged.",
        "Öppna den i Word och spara den på nytt som Word-dokument (.docx), inte som "
        "Strict Open XML.",
        "Open it in Word and save it anew as a Word document (.docx), not as Strict "
        "Open XML.",
    ),
    Message(
        "talk-locked",
        "Filen är låst med lösenord eller sparad i det gamla formatet .doc.",
        "The file has a password or is saved in the old format .doc.",
        "Ta bort lösenordet i Word och spara filen som .docx.",
        "Remove the password in Word and save the file as .docx.",
    ),
    Message(
        "talk-programs",
        "Filen innehåller något annat än text: makron, ett inbäddat objekt eller en "
        "del som inte kommer från Word.",
        "The file holds something else than text: macros, an embedded object or a "
        "part that does not come from Word.",
        "Öppna ett tomt dokument, kopiera texten dit och spara som .docx. Fråga den "
        "som lämnade filen om den är äkta.",
        "Open an empty document, copy the text there and save it as .docx. Ask whoever "
        "gave you the file whether it is genuine.",
    ),
    Message(
        "talk-too-large",
        "Filen är för stor för att vara ett samtal.",
        "The file is too large to be a conversation.",
        "Ta bort bilder ur den. Är det flera samtal i en fil: dela den, ett samtal i "
        "varje.",
        "Take pictures out of it. If there are several conversations in one file, "
        "part it, one conversation in each.",
    ),
    Message(
        "talk-empty",
        "Inget är ifyllt i filen, så det blev inga anteckningar av den.",
        "Nothing is filled in in the file, so no notes were made of it.",
        "Fyll i den, spara den och kör kommandot igen.",
        "Fill it in, save it and run the command again.",
        "warning",
    ),
    Message(
        "talk-in-git",
        "Filen ligger i en mapp som git håller reda på. Den är rådata.",
        "The file lies in a folder that git keeps. It is raw data.",
        "Flytta ut den innan något läggs till i git: vad git har sparat kan ingen "
        "radera.",
        "Move it out before anything is added to git: what git has kept, nobody can "
        "erase.",
        "warning",
    ),
    Message(
        "talk-aside",
        "Kommentarer, fotnoter, bilder och infogade filer följer inte med.",
        "Comments, footnotes, pictures and inserted files are left behind.",
        "Är något av det sagt i samtalet, som handskrivna anteckningar på en bild: "
        "skriv det under frågan, utan namn.",
        "If any of it was said in the conversation, such as handwritten notes in a "
        "picture, write it under the question, without names.",
        "note",
    ),
)

_NOTES = (
    Message(
        "talk-exists",
        "Det finns redan andra anteckningar som heter {id}. De är orörda.",
        "There are other notes already that are called {id}. They are untouched.",
        "Är det ett annat samtal: ge det ett eget id med --id. Är det samma: skriv i "
        "anteckningarna som finns, med brukarrevision interview open {audit} {id}.",
        "If it is another conversation, give it an id of its own with --id. If it is "
        "the same, write in the notes that there are: brukarrevision interview open "
        "{audit} {id}.",
    ),
    Message(
        "talk-id-twice",
        "Två av filerna har samma id: {id}.",
        "Two of the files have the same id: {id}.",
        "Läs in dem en i taget, med --id för den ena.",
        "Read them one at a time, with --id for one of them.",
    ),
    Message(
        "talk-withdrawn",
        "{id} har dragit sig ur. Samtalet läses inte in.",
        "{id} has withdrawn. The conversation is not read in.",
        "Ta bort filen, också ur papperskorgen. Är det någon annans samtal: ge det ett "
        "eget id med --id.",
        "Delete the file, from the bin too. If it is somebody else's conversation, "
        "give it an id of its own with --id.",
    ),
    Message(
        "talk-withdrawn-words",
        "Samtalet är med någon som har dragit sig ur. Det läses inte in.",
        "The conversation is with somebody who has withdrawn. It is not read in.",
        "Ta bort filen, också ur papperskorgen. Är det någon annans samtal: skriv av "
        "det i anteckningar av brukarrevision interview new {audit}.",
        "Delete the file, from the bin too. If it is somebody else's conversation, "
        "copy it into notes made by brukarrevision interview new {audit}.",
    ),
    Message(
        "talk-id",
        "Det id:t kan inget samtal ha.",
        "No conversation can have that id.",
        "Skriv bokstäver a–z, siffror, - och _, högst 40 tecken, som I-03.",
        "Write letters a–z, figures, - and _, 40 signs at most, such as I-03.",
    ),
    Message(
        "talk-one",
        "{option} gäller ett samtal, men här är flera filer.",
        "{option} is of one conversation, but here are several files.",
        "Läs in en fil i taget, eller skriv det i guiderna.",
        "Read one file at a time, or write it in the guides.",
    ),
    Message(
        "talk-known",
        "Filen är redan inläst, som {id}.",
        "The file was read before, as {id}.",
        "Inget behöver göras. Är det någon annans samtal, med samma ord: ge det ett "
        "eget id med --id.",
        "Nothing has to be done. If it is somebody else's conversation, in the same "
        "words, give it an id of its own with --id.",
        "note",
    ),
    Message(
        "talk-guide",
        "Det går inte att veta vilken guide samtalet följde.",
        "It is not known which guide the conversation followed.",
        "Ange den med --guide: {known}.",
        "Give it with --guide: {known}.",
    ),
    Message(
        "talk-options-alone",
        "{option} gäller filer som läses in, men ingen fil är angiven.",
        "{option} is about files that are read, but no file is given.",
        "Skriv filens namn sist på raden.",
        "Write the name of the file at the end of the line.",
    ),
)

_DOUBTS = (
    Message(
        "talk-loose",
        "Stycken som inte står vid någon fråga: {count}. De ligger sist i {id}.",
        "Paragraphs that stand at no question: {count}. They are last in {id}.",
        "Flytta dem dit de hör: brukarrevision interview open {audit} {id}. I en "
        "utskrift går det också att skriva frågans id på en egen rad före det som "
        "sades om den, innan den läses in.",
        "Move them to where they belong: brukarrevision interview open {audit} {id}. "
        "In a transcript you can also write a question's id on a line of its own "
        "before what was said about it, before it is read in.",
        "warning",
    ),
    Message(
        "talk-doubtful",
        "Det går inte att säga säkert vad som är svaret.",
        "It cannot be told with certainty what the answer is.",
        "Jämför med guiden, och skriv svaret i {id}: brukarrevision interview open "
        "{audit} {id}.",
        "Compare with the guide, and write the answer in {id}: brukarrevision "
        "interview open {audit} {id}.",
        "warning",
    ),
    Message(
        "talk-fact",
        "{key} i filen går inte att förstå, och är tomt i {id}.",
        "{key} in the file cannot be understood, and is empty in {id}.",
        "Skriv det i anteckningarnas huvud: brukarrevision interview open {audit} "
        "{id}.",
        "Write it in the head of the notes: brukarrevision interview open {audit} "
        "{id}.",
        "warning",
    ),
)

MESSAGES: tuple[Message, ...] = (*_FILES, *_NOTES, *_DOUBTS)
