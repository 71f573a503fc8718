"""What ``check`` finds in plan, instruments, mappings, texts and findings."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "plan-instrument-missing",
        "Planen nämner instrumentet {name}, men instruments/{name}.yaml finns inte.",
        "The plan names the instrument {name}, but there is no "
        "instruments/{name}.yaml.",
        "Skapa filen eller rätta namnet. Det finns: {known}.",
        "Make the file or mend the name. There are: {known}.",
    ),
    Message(
        "instrument-unlisted",
        "Instrumentet {name} står inte i planen och används inte.",
        "The instrument {name} is not in the plan and is not used.",
        "Lägg till {name} under instruments: i planen, eller ta bort filen.",
        "Add {name} under instruments: in the plan, or delete the file.",
        severity="note",
    ),
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
        "plan-id-differs",
        "Planens id är {id}, men mappen heter {slug}.",
        "The plan's id is {id}, but the folder is called {slug}.",
        "Skriv id: {slug}.",
        "Write id: {slug}.",
        severity="warning",
    ),
    Message(
        "plan-duplicate-id",
        "Id {id} används två gånger.",
        "The id {id} is used twice.",
        "Ge var och en ett eget id; återanvänd inte gamla.",
        "Give each an id of its own; never use old ones again.",
    ),
    Message(
        "plan-period-backwards",
        "Revisionen slutar {end}, före den börjar {start}.",
        "The audit ends {end}, before it begins {start}.",
        "Rätta datumen i commission: period:.",
        "Mend the dates in commission: period:.",
    ),
    Message(
        "plan-erase-early",
        "Rådata gallras {erase}, innan revisionen slutar {end}.",
        "Raw data is erased {erase}, before the audit ends {end}.",
        "Sätt erase_raw_by till en dag efter att rapporten är klar.",
        "Set erase_raw_by to a day after the report is done.",
        severity="warning",
    ),
    Message(
        "plan-erase-overdue",
        "Rådata skulle ha gallrats {erase}.",
        "Raw data should have been erased {erase}.",
        "Gallra svaren, eller ändra erase_raw_by om ni har kommit överens om det.",
        "Erase the responses, or change erase_raw_by if you have agreed on that.",
        severity="warning",
    ),
    Message(
        "plan-coalition-low",
        "coalition kan inte vara lägre än 1.",
        "coalition cannot be lower than 1.",
        "Skriv coalition: 1, eller ta bort raden. En svarande som räknar bort "
        "sitt eget svar ska inte kunna få veta någon annans.",
        "Write coalition: 1, or delete the line. A respondent who subtracts their "
        "own answer must not learn another's.",
    ),
    Message(
        "plan-min-group-low",
        "min_group är {given}, men får inte vara lägre än {floor}: i mindre "
        "grupper går det att räkna ut vad någon har svarat.",
        "min_group is {given}, but must not be lower than {floor}: in smaller "
        "groups it can be worked out what somebody answered.",
        "Skriv min_group: {floor} eller mer.",
        "Write min_group: {floor} or more.",
    ),
    Message(
        "plan-words-gap",
        "Orden för andelar måste börja vid 0 procent, och ingen gräns får stå två "
        "gånger.",
        "The words for shares must begin at 0 percent, and no limit may stand twice.",
        "Lägg till ett ord med at_least: 0, och ge varje ord en egen gräns.",
        "Add a word with at_least: 0, and give each word a limit of its own.",
    ),
    Message(
        "plan-nothing-to-split",
        "Resultaten ska delas upp, men planen har inga {key}.",
        "Results are to be split, but the plan has no {key}.",
        "Lägg till {key}: i planen. Annars visas allt för alla tillsammans.",
        "Add {key}: to the plan. Otherwise all is shown for everybody together.",
        severity="note",
    ),
    Message(
        "instrument-id-differs",
        "Instrumentets id är {id}, men filen heter {name}.yaml.",
        "The instrument's id is {id}, but the file is called {name}.yaml.",
        "Skriv id: {name}.",
        "Write id: {name}.",
    ),
    Message(
        "instrument-duplicate-id",
        "Id {id} används två gånger i instrumentet (stora och små bokstäver "
        "räknas lika).",
        "The id {id} is used twice in the instrument (case makes no difference).",
        "Ge var och en ett eget id.",
        "Give each an id of its own.",
    ),
    Message(
        "instrument-group",
        "Instrumentet ställs till gruppen {name}, som inte finns i planen.",
        "The instrument is put to the group {name}, which is not in the plan.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    Message(
        "instrument-draft",
        "Instrumentet är ett utkast som är gjort ur svaren: ingen har läst "
        "svarsalternativen än, och de kan vara någons egna ord.",
        "The instrument is a draft made from responses: nobody has read its "
        "choices yet, and they may be somebody's own words.",
        "Läs igenom frågor och svarsalternativ, gör text av det som är fritext, "
        "och ta bort raden draft: true.",
        "Read questions and choices, make text of what is free text, and delete "
        "the line draft: true.",
        severity="warning",
    ),
    Message(
        "question-duplicate-id",
        "Frågans id {id} används redan i revisionen (stora och små bokstäver "
        "räknas lika).",
        "The question id {id} is already used in the audit (case makes no difference).",
        "Välj ett annat id, till exempel med en bokstav för instrumentet framför.",
        "Choose another id, for instance with a letter for the instrument before it.",
    ),
    Message(
        "question-reserved",
        "En fråga kan inte ha id {id}: ordet används för svaret som helhet.",
        "A question cannot have the id {id}: the word is used of the response as "
        "a whole.",
        "Välj ett annat id.",
        "Choose another id.",
    ),
    Message(
        "question-choices-missing",
        "Frågan {id} saknar svarsalternativ.",
        "The question {id} has no choices.",
        "Skriv choices: och namnet på en lista, eller type: text.",
        "Write choices: and the name of a list, or type: text.",
    ),
    Message(
        "question-choices-unknown",
        "Det finns ingen lista med svarsalternativ som heter {name}.",
        "There is no list of choices called {name}.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    Message(
        "question-choices-extra",
        "En fråga av typen {type} har inga svarsalternativ.",
        "A question of the type {type} has no choices.",
        "Ta bort choices:, eller byt typ till select_one.",
        "Delete choices:, or change the type to select_one.",
    ),
    Message(
        "choices-unused",
        "Ingen fråga använder listan {name}.",
        "No question uses the list {name}.",
        "Ta bort den om den inte behövs.",
        "Delete it if it is not needed.",
        severity="warning",
    ),
    Message(
        "choices-no-answer",
        "Listan {name} har inget svar som räknas; alla är missing.",
        "The list {name} has no answer that counts; all are missing.",
        "Ta bort missing: från de alternativ som är svar.",
        "Delete missing: from the choices that are answers.",
    ),
    Message(
        "choice-same-label",
        "Två alternativ i listan heter {label}.",
        "Two choices of the list are called {label}.",
        "Ge dem olika texter, annars går svaren inte att skilja åt.",
        "Give them different texts; answers cannot be told apart otherwise.",
    ),
    Message(
        "relevant-unknown-question",
        "relevant nämner frågan {id}, som inte finns i instrumentet.",
        "relevant names the question {id}, which is not in the instrument.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    Message(
        "relevant-unknown-choice",
        "relevant nämner svaret {id}, som frågan inte har.",
        "relevant names the answer {id}, which the question does not have.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    Message(
        "relevant-later",
        "Frågan {id} beror på {parent}, som kommer senare eller är samma fråga.",
        "The question {id} depends on {parent}, which comes later or is the same "
        "question.",
        "Låt frågan bero på en tidigare fråga.",
        "Let it depend on an earlier question.",
    ),
    Message(
        "relevant-not-choice",
        "relevant kan bara bero på en fråga med svarsalternativ, och det har inte "
        "{parent}.",
        "relevant can only depend on a question with choices, and {parent} has none.",
        "Välj en fråga av typen select_one eller select_multiple.",
        "Choose a question of the type select_one or select_multiple.",
    ),
    Message(
        "relevant-other-partition",
        "Frågan beror på {parent}, som delas upp på annat sätt. Då kan den aldrig "
        "visas.",
        "The question depends on {parent}, which is split another way. So it can "
        "never be shown.",
        "Ge båda områdena samma partition.",
        "Give both areas the same partition.",
    ),
    Message(
        "partition-unknown",
        "partition nämner {name}, som inte finns.",
        "partition names {name}, which does not exist.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    Message(
        "partition-not-observable",
        "Resultat får bara delas upp efter det som personalen ändå vet, och "
        "{name} är inte märkt så.",
        "Results may only be split by what staff know anyway, and {name} is not "
        "marked so.",
        "Märk bakgrundsfrågan (select_one) med observable: true om det stämmer, "
        "annars ta bort den ur partition.",
        "Mark the background question (select_one) with observable: true if that "
        "is so, else take it out of partition.",
    ),
    Message(
        "sensitive-no-side",
        "Den känsliga frågan {id} visas aldrig: ingen sida är märkt som negativ.",
        "The sensitive question {id} is never shown: no side is marked as negative.",
        "Märk svarsalternativ med side: negative (och side: positive).",
        "Mark choices with side: negative (and side: positive).",
        severity="warning",
    ),
    Message(
        "number-no-bands",
        "Svaren på {id} visas inte: siffror visas bara i de intervall som frågan har.",
        "Answers to {id} are not shown: numbers are shown only in the bands of "
        "the question.",
        "Lägg till bands: med from: och to: om svaren ska visas.",
        "Add bands: with from: and to: if answers are to be shown.",
        severity="note",
    ),
    Message(
        "sides-no-negative",
        "Svaren på {id} har en positiv sida men ingen negativ.",
        "Answers to {id} have a positive side but no negative one.",
        "Märk också de ogynnsamma svaren med side: negative, så att de skyddas.",
        "Mark the unfavourable answers with side: negative too, so that they are "
        "protected.",
        severity="warning",
    ),
    Message(
        "indicator-no-side",
        "Indikatorn för {id} går inte att räkna: svaren saknar side och score.",
        "The indicator of {id} cannot be worked out: its answers have no side or "
        "score.",
        "Ge svarsalternativen side: eller score:.",
        "Give the choices side: or score:.",
    ),
    Message(
        "bands-overlap",
        "Intervallen {one} och {two} överlappar varandra eller står i fel ordning.",
        "The bands {one} and {two} overlap or are in the wrong order.",
        "Rätta from: och to:. Båda gränserna räknas med.",
        "Mend from: and to:. Both limits are included.",
    ),
    Message(
        "mapping-instrument",
        "Mappningen hör till instrumentet {name}, som inte finns i planen.",
        "The mapping belongs to the instrument {name}, which is not in the plan.",
        "Menade du {near}?",
        "Did you mean {near}?",
    ),
    Message(
        "mapping-use",
        "Det finns ingen fråga som heter {use}.",
        "There is no question called {use}.",
        "Menade du {near}? Skriv use: ignore om kolumnen inte ska läsas.",
        "Did you mean {near}? Write use: ignore if the column is not to be read.",
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
        "Menade du {near}?",
        "Did you mean {near}?",
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
        "Menade du {near}?",
        "Did you mean {near}?",
        severity="warning",
    ),
    Message(
        "routing-undeclared",
        "{question} är tom nästan bara där {parent} har vissa svar. Frågan verkar "
        "bara ha ställts till en del av de svarande, men det står inte i "
        "instrumentet.",
        "{question} is blank almost only where {parent} has certain answers. It "
        "seems to have been put to some respondents only, but the instrument does "
        "not say so.",
        "Skriv relevant: med svaren som leder till frågan, till exempel relevant: "
        "{{{parent}: [{open}]}}, eller relevant: none om alla fick den. Innan "
        "dess görs ingen rapport.",
        "Write relevant: with the answers that lead to it, such as relevant: "
        "{{{parent}: [{open}]}}, or relevant: none if everybody was asked. No "
        "report is made before that.",
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
    Message(
        "template-file",
        "Mallen {name} finns inte.",
        "There is no template {name}.",
        "Rätta namnet i include eller import, eller lägg filen i mappen.",
        "Mend the name in include or import, or put the file into the folder.",
    ),
    Message(
        "template-syntax",
        "Här går mallen inte att tolka.",
        "The template cannot be read here.",
        "Kontrollera att varje {{{{ och {{% stängs och att varje if och for har sitt "
        "endif och endfor.",
        "Check that every {{{{ and {{% is closed and that every if and for has its "
        "endif and endfor.",
    ),
    Message(
        "template-forbidden",
        "Mallen använder något som mallar inte får använda.",
        "The template uses something that templates may not use.",
        "Ta bort uttrycket. En mall får visa rapportens innehåll och inget annat.",
        "Delete the expression. A template may show what the report holds, and "
        "nothing else.",
    ),
    Message(
        "template-unknown",
        "Mallen använder namnet {name}, som inte finns.",
        "The template uses the name {name}, which does not exist.",
        "Jämför med mallen som följer med programmet.",
        "Compare with the template that comes with the program.",
    ),
    Message(
        "template-value",
        "Mallen räknar eller jämför något som inte går här.",
        "The template works something out that cannot be worked out here.",
        "Jämför med mallen som följer med programmet.",
        "Compare with the template that comes with the program.",
    ),
)
