"""What is said of the notes of interviews; never a word of what was said in one."""

from brukarrevision.messages.message import Message

_HEAD = (
    Message(
        "note-no-head",
        "Anteckningen saknar huvud.",
        "The notes have no head.",
        "Börja filen med en rad ---, sedan id: I-03 och vad mer som är känt, och så en "
        "rad --- till. brukarrevision interview new skriver ett huvud åt dig.",
        "Begin the file with a line ---, then id: I-03 and whatever else is known, and "
        "then another line ---. brukarrevision interview new writes a head for you.",
    ),
    Message(
        "note-head-unclear",
        "Den här raden i huvudet går inte att förstå.",
        "This line of the head cannot be understood.",
        "Skriv en nyckel på varje rad, med kolon och mellanslag efter: unit: affektiv.",
        "Write one key on each line, with a colon and a space after it: unit: ward.",
    ),
    Message(
        "note-key-missing",
        "{key} saknas i huvudet.",
        "{key} is missing from the head.",
        "Lägg till en rad med {key}: mellan de båda raderna med ---.",
        "Add a line with {key}: between the two lines of ---.",
    ),
    Message(
        "note-key-unknown",
        "Huvudet har ingen sådan nyckel.",
        "The head has no such key.",
        "{hint} Det som sades hör hemma under frågorna.",
        "{hint} What was said belongs under the questions.",
    ),
    Message(
        "note-key-value",
        "Det som står efter {key} går inte att läsa.",
        "What stands after {key} cannot be read.",
        "Skriv som här, med citattecken om de står med: {example}.",
        "Write as here, with quotation marks where there are any: {example}.",
    ),
    Message(
        "note-place-unknown",
        "{key} nämner något som inte finns i planen.",
        "{key} names something that is not in the plan.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "note-id-differs",
        "Anteckningens id är ett annat än filens namn.",
        "The id of the notes differs from the name of the file.",
        "Skriv id: {good}, eller byt namn på filen.",
        "Write id: {good}, or rename the file.",
    ),
    Message(
        "note-file-name",
        "Filens namn går inte att förstå, så ingen vet vems anteckningar det är.",
        "The name of the file cannot be understood, so nobody knows whose notes "
        "these are.",
        "Döp filen efter intervjun, I-03.md, eller efter intervjun och den som kodar "
        "den en andra gång: I-03.coder-R2.md.",
        "Name the file after the interview, I-03.md, or after the interview and "
        "whoever codes it a second time: I-03.coder-R2.md.",
    ),
    Message(
        "note-not-copied",
        "Koderna gick inte att ta bort ur anteckningen utan att orden ändras.",
        "The codes could not be taken off the notes without changing the words.",
        "Ta bort hakparenteser inom bakåtapostrofer, eller kopiera filen själv och ta "
        "bort koderna för hand.",
        "Take away brackets within backticks, or copy the file yourself and remove the "
        "codes by hand.",
    ),
    Message(
        "note-stray",
        "Bland anteckningarna ligger något som inte läses.",
        "Among the notes lies something that is not read.",
        "Är det en kopia eller en mapp med kopior: ta bort den. Annars kan det som "
        "sades bli kvar när någon drar sig ur.",
        "If it is a copy or a folder of copies, remove it. Otherwise what was said may "
        "stay when somebody withdraws.",
        severity="warning",
    ),
    Message(
        "note-withdrawn",
        "Den som intervjuades har dragit sig ur. Anteckningen används inte.",
        "Whoever was interviewed has withdrawn. The notes are not used.",
        "Ta bort den med brukarrevision data withdraw {audit} {id}.",
        "Remove them with brukarrevision data withdraw {audit} {id}.",
    ),
    Message(
        "note-no-consent",
        "Den som intervjuades har inte samtyckt, så inget av det som sades används.",
        "Whoever was interviewed has not consented, so nothing that was said is used.",
        "Är det fel: skriv consent: yes. Ta annars bort anteckningen med "
        "brukarrevision data withdraw {audit} {id}.",
        "If that is wrong, write consent: yes. Otherwise remove the notes with "
        "brukarrevision data withdraw {audit} {id}.",
        severity="warning",
    ),
    Message(
        "note-unfilled",
        "I huvudet är detta inte ifyllt: {keys}.",
        "This is not filled in in the head: {keys}.",
        "Fyll i det. Utan consent: yes används inget av det som sades.",
        "Fill it in. Without consent: yes nothing that was said is used.",
        severity="warning",
    ),
)

_QUESTIONS = (
    Message(
        "note-question-unknown",
        "Ingen fråga i revisionen har det id som står på raden.",
        "No question of the audit has the id on this line.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "note-question-twice",
        "Frågan står två gånger i filen.",
        "The question stands twice in the file.",
        "Samla det som sades om frågan på ett ställe.",
        "Put together in one place what was said about the question.",
    ),
    Message(
        "note-question-note",
        "Det här är en anvisning i guiden, ingen fråga.",
        "This is an instruction of the guide and no question.",
        "Flytta texten till den fråga som den handlar om.",
        "Move the text to the question that it is about.",
    ),
    Message(
        "note-attribute-unknown",
        "Raden med frågans id innehåller något som inte används.",
        "The line with the question's id holds something that is not used.",
        "Där får stå frågans id och svaret: {{#d1 answer=ja}}. {hint}",
        "It may hold the question's id and the answer: {{#d1 answer=yes}}. {hint}",
    ),
    Message(
        "note-answer-unknown",
        "Svaret är inget av frågans svarsalternativ.",
        "The answer is none of the question's choices.",
        "Skriv ett av dem: {choices}.",
        "Write one of them: {choices}.",
    ),
    Message(
        "note-answer-many",
        "Frågan har fler svar än den kan ha.",
        "The question has more answers than it can have.",
        "Skriv ett enda av alternativen, inom citattecken om det behövs: {choices}.",
        "Write one of the choices only, in quotation marks if needed: {choices}.",
    ),
    Message(
        "note-answer-kind",
        "Svaret är inte av det slag som frågan ber om.",
        "The answer is not of the kind that the question asks for.",
        'Skriv som här: answer="{example}".',
        'Write as here: answer="{example}".',
    ),
    Message(
        "note-answer-open",
        "Frågan är öppen, men raden med dess id har ett answer.",
        "The question is open, but the line with its id has an answer.",
        "Ta bort answer= och skriv det som sades under rubriken.",
        "Take answer= away and write what was said under the heading.",
    ),
    Message(
        "note-line-text",
        "Raden börjar med en klammer men räknas som vanlig text.",
        "The line begins with a brace but is taken for ordinary text.",
        "Lämna en tom rad före den, och sätt citattecken om svar med å, ä, ö, komma "
        'eller mellanslag: {{#d1 answer="sällan"}}.',
        "Leave an empty line before it, and put answers with accents, commas or spaces "
        'in quotation marks: {{#d1 answer="1,3"}}.',
    ),
    Message(
        "note-line-more",
        "Det som står efter klammern på den här raden läses inte.",
        "What follows the brace on this line is not read.",
        "Flytta det till en egen rad längre ner.",
        "Move it to a line of its own further down.",
    ),
    Message(
        "note-line-nothing",
        "Raden med klamrar hör inte till någon fråga och märker ingenting.",
        "The line of braces belongs to no question and marks nothing.",
        "Sätt hakparenteser om orden och koden direkt efter: [ord]{{.kod .quote}}. En "
        "fråga börjar med {{#id}} längst till vänster.",
        "Put brackets around the words and the code right after: [words]{{.code "
        ".quote}}. A question begins with {{#id}} at the very left.",
    ),
    Message(
        "note-heading-id",
        "Frågans id står efter rubriken, där det räknas som vanlig text.",
        "The question's id stands after the heading, where it is ordinary text.",
        "Skriv det på en egen rad ovanför rubriken, med en tom rad före.",
        "Write it on a line of its own above the heading, after an empty line.",
    ),
    Message(
        "note-heading-alone",
        "Rubriken saknar en rad med frågans id ovanför.",
        "The heading has no line with a question's id above it.",
        "Skriv {{#id}} ovanför den, eller börja egna underrubriker med ###.",
        "Write {{#id}} above it, or begin subheadings of your own with ###.",
    ),
    Message(
        "note-heading-span",
        "Koden står i en rubrik, och rubriker är inget som någon har sagt.",
        "The code stands in a heading, and headings are nothing anybody said.",
        "Flytta orden till texten under rubriken.",
        "Move the words to the text under the heading.",
    ),
    Message(
        "note-outside",
        "Texten står före den första frågan och räknas inte med.",
        "The text stands before the first question and is not counted.",
        "Flytta den till en fråga, eller gör den till en kommentar: <!-- text -->.",
        "Move it to a question, or make it a comment: <!-- text -->.",
    ),
    Message(
        "note-comment-open",
        "Kommentaren har inget slut och räknas som vanlig text.",
        "The comment has no end and is taken for ordinary text.",
        "Avsluta den med -->.",
        "End it with -->.",
    ),
)

_SPANS = (
    Message(
        "note-code-unknown",
        "Kodboken har ingen sådan kod.",
        "The codebook has no such code.",
        "{hint} Koderna står i codebook.yaml.",
        "{hint} The codes are in codebook.yaml.",
    ),
    Message(
        "note-span-blank-line",
        "Hakparentesen börjar i ett stycke och slutar i ett annat: inget blir kodat.",
        "The brackets begin in one paragraph and end in another: nothing is coded.",
        "Sätt hakparenteser och kod i varje stycke för sig.",
        "Put brackets and the code in each paragraph of its own.",
    ),
    Message(
        "note-span-unopened",
        "Koden saknar en hakparentes som börjar: inget blir kodat.",
        "The code lacks an opening bracket: nothing is coded.",
        "Sätt [ före det första ordet som koden gäller.",
        "Put [ before the first word that the code is about.",
    ),
    Message(
        "note-span-space",
        "Det är ett mellanslag mellan ] och {{: inget blir kodat.",
        "There is a space between ] and {{: nothing is coded.",
        "Skriv koden direkt efter hakparentesen: [ord]{{.kod}}.",
        "Write the code right after the bracket: [words]{{.code}}.",
    ),
    Message(
        "note-span-unclosed",
        "Klammern efter hakparentesen saknar slut: inget blir kodat.",
        "The brace after the bracket has no end: nothing is coded.",
        "Avsluta med }}: [ord]{{.kod}}.",
        "End it with }}: [words]{{.code}}.",
    ),
    Message(
        "note-span-text",
        "Koden går inte att läsa och räknas som vanlig text: inget blir kodat.",
        "The code cannot be read and is taken for ordinary text: nothing is coded.",
        "Börja varje kod med punkt och ha mellanslag emellan: [ord]{{.kod .quote}}. "
        "En kod har bara bokstäver, siffror, - och _.",
        "Begin each code with a dot and put spaces between: [words]{{.code .quote}}. "
        "A code has only letters, figures, - and _.",
    ),
    Message(
        "note-braces-text",
        "Klamrarna följer inte på en hakparentes och räknas som vanlig text.",
        "The braces follow no bracket and are taken for ordinary text.",
        "Skriv koden direkt efter hakparentesen: [ord]{{.kod}}.",
        "Write the code right after the bracket: [words]{{.code}}.",
    ),
    Message(
        "note-span-no-code",
        "Hakparentesen har klamrar men ingen kod.",
        "The brackets have braces but no code.",
        "Skriv koden med punkt före: [ord]{{.kod}}. Är det ingen kod: ta bort {{}}.",
        "Write the code after a dot: [words]{{.code}}. If it is none, remove {{}}.",
    ),
    Message(
        "note-span-attribute",
        "Klamrarna innehåller något annat än koder.",
        "The braces hold something else than codes.",
        "Skriv bara koder, med punkt före: [ord]{{.kod .quote}}.",
        "Write codes alone, each after a dot: [words]{{.code .quote}}.",
    ),
    Message(
        "note-span-empty",
        "Hakparentesen är tom: koden gäller inga ord.",
        "The brackets are empty: the code is about no words.",
        "Sätt hakparenteserna om de ord som koden gäller.",
        "Put the brackets around the words that the code is about.",
    ),
    Message(
        "note-quote-case",
        "Orden är inte märkta som möjligt citat: .quote skrivs med små bokstäver.",
        "The words are not marked as a possible quote: .quote is in lower case.",
        "Skriv .quote.",
        "Write .quote.",
    ),
)

MESSAGES: tuple[Message, ...] = (*_HEAD, *_QUESTIONS, *_SPANS)
"""What the commands of interviews say stands in ``messages/interview.py``."""
