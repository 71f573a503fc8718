"""What ``check`` finds in mappings, texts, findings, responses and the workspace."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "file-ending",
        "Filen läses inte: namnet slutar inte på .yaml.",
        "The file is not read: its name does not end in .yaml.",
        "Byt namn på filen så att den slutar på .yaml, eller ta bort den.",
        "Rename the file so that it ends in .yaml, or delete it.",
        severity="warning",
    ),
    Message(
        "id-reserved",
        "Id {id} kan inte användas: en fil kan inte heta så på alla datorer, eller "
        "så betyder ordet alla enheter.",
        "The id {id} cannot be used: no file may be called so on every computer, or "
        "the word means all units.",
        "Välj ett annat id.",
        "Choose another id.",
    ),
    Message(
        "mapping-instrument",
        "Mappningen hör till instrumentet {name}, som inte finns i planen.",
        "The mapping belongs to the instrument {name}, which is not in the plan.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "mapping-use",
        "Det finns ingen fråga som heter {use}.",
        "There is no question called {use}.",
        "{hint} Skriv use: ignore om kolumnen inte ska läsas.",
        "{hint} Write use: ignore if the column is not to be read.",
    ),
    Message(
        "mapping-use-twice",
        "Två kolumner är båda {use}.",
        "Two columns are both {use}.",
        "Ändra den ena, till exempel till ignore. Delade flervalsfrågor har "
        "choice: i varje kolumn.",
        "Change one of them, for instance to ignore. Split select_multiple "
        "columns each have choice:.",
    ),
    Message(
        "mapping-column-twice",
        "Kolumn {at} står två gånger i mappningen.",
        "Column {at} stands twice in the mapping.",
        "Ta bort den ena raden.",
        "Delete one of the lines.",
    ),
    Message(
        "finding-unknown",
        "{key} nämner {given}, som inte finns.",
        "{key} names {given}, which does not exist.",
        "{hint}",
        "{hint}",
    ),
    Message(
        "placeholder",
        "Kvar att fylla i: {what}.",
        "Still to fill in: {what}.",
        "Skriv det som ska stå där och ta bort märket FYLL I.",
        "Write what should stand there and delete the mark FILL IN.",
        severity="warning",
    ),
    Message(
        "text-unwritten",
        "Avsnittet är inte skrivet än och kommer inte med i rapporten.",
        "The section is not written yet and is left out of the report.",
        "Skriv texten och ta bort anvisningen, eller ta bort filen om avsnittet "
        "inte behövs.",
        "Write the text and delete the instruction, or delete the file if it is "
        "not needed.",
        severity="warning",
    ),
    Message(
        "text-unknown",
        "Rapporten har inget avsnitt med det här namnet.",
        "The report has no section of this name.",
        "{hint}",
        "{hint}",
        severity="warning",
    ),
    Message(
        "routing-undeclared",
        "{question} är tom nästan bara efter vissa svar på {parent}. Frågan verkar "
        "bara ha ställts till en del av de svarande, men det står inte i "
        "instrumentet.",
        "{question} is blank almost only after certain answers to {parent}. It "
        "seems to have been put to some respondents only, but the instrument does "
        "not say so.",
        "Skriv relevant: i {question}, med {parent} och de svar i enkäten som leder "
        "till frågan. Har den redan ett villkor ska båda stå där. Skriv relevant: "
        "none om alla fick frågan. Innan dess görs ingen rapport.",
        "Write relevant: in {question}, with {parent} and the answers that lead to "
        "it in the questionnaire. If it has a condition already, both should stand "
        "there. Write relevant: none if everybody was asked. No report is made "
        "before that.",
    ),
    Message(
        "responses-none",
        "Inga svar är inlästa till {instrument}.",
        "No responses to {instrument} have been read.",
        "Läs in svaren med collect.",
        "Read the responses with collect.",
        severity="note",
    ),
    Message(
        "responses-stale",
        "Svaren i {instrument} lästes in innan frågorna eller svarsalternativen "
        "ändrades.",
        "The responses to {instrument} were read before its questions or choices were "
        "changed.",
        "Kör collect med samma fil igen.",
        "Run collect with the same file again.",
        severity="warning",
    ),
    Message(
        "responses-missing",
        "Det finns inga svar att visa.",
        "There are no responses to show.",
        "Läs in svaren med collect först.",
        "Read the responses with collect first.",
    ),
    Message(
        "tally-stale",
        "Ett inläst svar finns inte längre bland frågans svarsalternativ.",
        "A stored answer is no longer one of its question's choices.",
        "Instrumentet har ändrats: kör collect med samma filer igen.",
        "The instrument has changed: run collect with the same files again.",
    ),
    Message(
        "workspace-no-settings",
        "Filen brukarrevision.yaml saknas i arbetsmappen.",
        "The file brukarrevision.yaml is missing in the workspace.",
        "Skapa en revision med new, så skrivs den.",
        "Make an audit with new, and it is written.",
        severity="warning",
    ),
    Message(
        "data-shared",
        "Arbetsmappen är en kopia: svaren ligger på samma plats som för {folder}. "
        "Det som läses in i den ena syns i den andra.",
        "This workspace is a copy: its responses lie in the same place as those of "
        "{folder}. What is read into one is seen in the other.",
        "Är det två olika revisioner, ge den ena ett eget id i brukarrevision.yaml. "
        "Annars behöver inget göras.",
        "If they are two different audits, give one its own id in "
        "brukarrevision.yaml. Otherwise nothing needs to be done.",
        severity="warning",
    ),
)
