"""What can be said of a questionnaire that was read from another tool's file."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "foreign-nothing",
        "I filen finns ingen fråga som går att ta med.",
        "There is no question in the file that can be kept.",
        "Kontrollera att det är rätt fil: ett frågeformulär, inte svaren på det.",
        "Check that it is the right file: a questionnaire, not the answers to it.",
    ),
    Message(
        "foreign-large",
        "Filen är större än något frågeformulär brukar vara.",
        "The file is larger than any questionnaire is.",
        "Kontrollera att det är frågeformuläret och inte svaren på det. Är det rätt "
        "fil, ta bort de frågor och svarsalternativ som inte behövs.",
        "Check that it is the questionnaire and not the answers to it. If it is the "
        "right file, delete the questions and choices that are not needed.",
    ),
    Message(
        "foreign-type",
        "Raden har typen {type}, som inte finns här. Den är inte med.",
        "The row has the type {type}, which does not exist here. It is left out.",
        "Behövs frågan, skriv den själva i filen under instruments/.",
        "If the question is needed, write it yourselves in the file under "
        "instruments/.",
        "note",
    ),
    Message(
        "foreign-meta",
        "Raden hämtar {type} utan att fråga någon. Den är inte med.",
        "The row takes {type} without asking anybody. It is left out.",
        "Inget behöver göras. Sådant sparas aldrig, för det kan peka ut den som "
        "svarar.",
        "Nothing needs to be done. Such things are never kept: they may give away who "
        "answers.",
        "note",
    ),
    Message(
        "foreign-identifies",
        "Frågan {id} tar reda på vem som svarar. Den är inte med.",
        "The question {id} finds out who answers. It is left out.",
        "Fråga inte efter namn eller kontaktuppgifter i en enkät. Behövs de, samla in "
        "dem för sig.",
        "Do not ask for names or contact details in a survey. If they are needed, "
        "collect them apart.",
        "note",
    ),
    Message(
        "foreign-attribute",
        "Frågan {id} är inte med: det som gäller hela svaret står i plan.yaml.",
        "The question {id} is left out: what holds for a whole response stands in "
        "plan.yaml.",
        "Kontrollera att planens enheter, grupper och omgångar är de som frågan har.",
        "Check that the units, groups and rounds of the plan are those of the "
        "question.",
        "note",
    ),
    Message(
        "foreign-columns",
        "Det som står i {columns} är inte med.",
        "What stands in {columns} is left out.",
        "Behövs det för att frågan ska gå att förstå, skriv det i frågans label eller "
        "hint.",
        "If the question cannot be understood without it, write it into the "
        "question's label or hint.",
        "note",
    ),
    Message(
        "foreign-routing",
        "Villkoret för frågan {id} går inte att ta med: frågan ställs till alla.",
        "The condition of the question {id} cannot be kept: the question is put to "
        "everybody.",
        "Skriv relevant för frågan om den bara ska ställas efter vissa svar.",
        "Write relevant for the question if it is only to be put after certain "
        "answers.",
        "note",
    ),
    Message(
        "foreign-group-routing",
        "Villkoret för gruppen {name} går inte att ta med: frågorna i den ställs till "
        "alla.",
        "The condition of the group {name} cannot be kept: its questions are put to "
        "everybody.",
        "Skriv relevant för de frågor som bara ska ställas efter vissa svar.",
        "Write relevant for the questions that are only to be put after certain "
        "answers.",
        "note",
    ),
    Message(
        "foreign-id",
        "Frågan {old} har här id {new}.",
        "The question {old} has the id {new} here.",
        "Byt gärna till ett id som säger mer, innan några svar är inlästa.",
        "Change it to an id that says more if you like, before any answers are "
        "collected.",
        "note",
    ),
    Message(
        "foreign-choice-id",
        "Svaret {old} har här id {new}.",
        "The choice {old} has the id {new} here.",
        "Byt gärna till ett id som säger mer, innan några svar är inlästa.",
        "Change it to an id that says more if you like, before any answers are "
        "collected.",
        "note",
    ),
    Message(
        "foreign-choice-twice",
        "Svaret {id} står två gånger i sin lista. Bara det första är med.",
        "The choice {id} stands twice in its list. Only the first is kept.",
        "Ge det andra ett eget namn i filen och läs in den igen, om båda behövs.",
        "Give the second a name of its own in the file and read it again, if both are "
        "needed.",
        "note",
    ),
    Message(
        "foreign-area-id",
        "Området {old} har här id {new}.",
        "The area {old} has the id {new} here.",
        "Byt gärna till ett id som säger mer.",
        "Change it to an id that says more if you like.",
        "note",
    ),
    Message(
        "foreign-group-joined",
        "Rubriken ”{label}” är inte med: dess frågor står i området ovanför.",
        "The heading “{label}” is left out: its questions stand in the area above.",
        "Dela upp området om rubriken behövs.",
        "Divide the area if the heading is needed.",
        "note",
    ),
    Message(
        "foreign-repeat",
        "Frågorna i {name} ställs flera gånger till samma person. Här ställs de en "
        "gång.",
        "The questions in {name} are put several times to the same person. Here they "
        "are put once.",
        "Ta bort dem, eller skriv om dem så att ett svar räcker.",
        "Delete them, or rewrite them so that one answer will do.",
        "note",
    ),
    Message(
        "foreign-empty-group",
        "I {name} finns ingen fråga som går att ta med.",
        "There is no question in {name} that can be kept.",
        "Inget behöver göras.",
        "Nothing needs to be done.",
        "note",
    ),
    Message(
        "foreign-list",
        "Frågan {id} väljer ur {list}, som inte finns eller är tom. Den är inte med.",
        "The question {id} chooses from {list}, which does not exist or is empty. It "
        "is left out.",
        "Rätta listans namn i filen och läs in den igen.",
        "Mend the name of the list in the file and read it again.",
        "note",
    ),
    Message(
        "foreign-list-unused",
        "Ingen fråga väljer ur {list}. Den är inte med.",
        "No question chooses from {list}. It is left out.",
        "Inget behöver göras.",
        "Nothing needs to be done.",
        "note",
    ),
    Message(
        "foreign-other",
        "Frågan {id} har ett fritt svar för den som väljer något annat. Det är en egen "
        "fråga här: {other}.",
        "The question {id} has room for own words if somebody chooses something else. "
        "It is a question of its own here: {other}.",
        "Läs igenom den och ge den en text som passar.",
        "Look it through and give it a text that fits.",
        "note",
    ),
    Message(
        "foreign-missing",
        "I svaren {list} räknas {ids} för sig, inte som svar.",
        "Of the choices {list}, {ids} are counted apart and not as answers.",
        "Ta bort missing vid svaret om det ska räknas som de andra.",
        "Delete missing at the choice if it is to count like the others.",
        "note",
    ),
    Message(
        "foreign-reference",
        "Texten till {id} hämtar in ett annat svar. Det går inte här: läs igenom "
        "texten.",
        "The text of {id} takes in another answer. That cannot be done here: look the "
        "text through.",
        "Skriv om texten så att den går att förstå för alla.",
        "Rewrite the text so that everybody can understand it.",
        "note",
    ),
    Message(
        "foreign-language",
        "Frågorna står på {language}: filen har inga på {wanted}.",
        "The questions stand in {language}: the file has none in {wanted}.",
        "Översätt dem, eller välj det språket för revisionen.",
        "Translate them, or choose that language for the audit.",
        "note",
    ),
    Message(
        "foreign-untyped",
        "Raden säger inte vad det är för en fråga. Den är inte med.",
        "The row does not say what kind of question it is. It is left out.",
        "Skriv en typ i filen och läs in den igen, eller skriv frågan själva.",
        "Write a type in the file and read it again, or write the question yourselves.",
        "note",
    ),
    Message(
        "foreign-ends",
        "Raden avslutar en grupp som inte har börjat.",
        "The row ends a group that has not begun.",
        "Kontrollera att frågorna står i rätt område.",
        "Check that the questions stand in the right area.",
        "note",
    ),
)
