"""What is said of quotes, of the check of finished files, and of the privacy papers."""

from brukarrevision.messages.message import Message

_DESK = (
    Message(
        "quote-empty",
        "Det kom ingen text till citatet.",
        "No text came for the quote.",
        "Skriv citatet i en fil och skicka in den med < citat.txt, eller ange --text.",
        "Write the quote in a file and send it in with < quote.txt, or give --text.",
    ),
    Message(
        "quote-source",
        "Det finns inget svar och ingen intervju med det id:t, och ingen sådan rad.",
        "There is no response or interview with that id, and no such row.",
        "Ange intervjuns id (I-03), svarandens id som det står i filen ni läste in, "
        "eller inläsningens nummer och radens nummer i filen: 1:14.",
        "Give the id of the interview (I-03), the respondent's id as it stands in the "
        "file you read in, or the number of the import and of the row in its file: "
        "1:14.",
    ),
    Message(
        "quote-source-many",
        "Flera svar har det id:t och innehåller orden i citatet.",
        "Several responses have that id and hold the words of the quote.",
        "Ange inläsningens nummer och radens nummer i filen i stället: 1:14.",
        "Give the number of the import and of the row in its file instead: 1:14.",
    ),
    Message(
        "quote-not-said",
        "Citatet stämmer inte med vad den personen har sagt eller skrivit.",
        "The quote is not what that person said or wrote.",
        "Orden ska vara personens egna och stå i samma ordning, i ett enda svar. Skriv "
        "[…] där ni utelämnar något och sätt det ni byter ut inom hakparentes: "
        "[staden].",
        "The words must be the person's own, in their order, from one answer. Write "
        "[…] where something is left out, and put what you replace in square "
        "brackets: [the town].",
    ),
    Message(
        "quote-place",
        "{key} nämner {given}, som inte finns.",
        "{key} names {given}, which does not exist.",
        "{hint} Teman står i codebook.yaml och områden i enkäten.",
        "{hint} Themes are in codebook.yaml and areas in the questionnaire.",
    ),
    Message(
        "quote-unknown",
        "Det finns inget citat som heter {quote}.",
        "There is no quote called {quote}.",
        "brukarrevision quotes list visar alla citat.",
        "brukarrevision quotes list shows all quotes.",
    ),
    Message(
        "quote-one",
        "Kommandot tar ett citat i taget, men fick {number} ord.",
        "The command takes one quote at a time and was given {number} words.",
        "Skriv revisionens namn och citatets id.",
        "Write the audit's name and the id of the quote.",
    ),
    Message(
        "quote-is-withdrawn",
        "Citatet {quote} är tillbakadraget.",
        "The quote {quote} is withdrawn.",
        "Texten är raderad. Vill personen ändå bli citerad: lägg in citatet på nytt "
        "med quotes add.",
        "Its text is erased. If the person wants to be quoted after all, add it anew "
        "with quotes add.",
    ),
    Message(
        "quote-alias",
        "{alias} finns inte i planens team.",
        "{alias} is not in the plan's team.",
        "{hint} Den som godkänner ska stå under team i plan.yaml, med alias och inte "
        "med namn.",
        "{hint} Whoever approves must be in team in plan.yaml, by alias and not by "
        "name.",
    ),
    Message(
        "quote-no-candidate",
        "Det finns inget märkt citat på det stället.",
        "Nothing is marked as a quote at that place.",
        "brukarrevision quotes candidates visar vad som är märkt med .quote i "
        "anteckningarna, och var.",
        "brukarrevision quotes candidates shows what is marked .quote in the notes, "
        "and where.",
    ),
    Message(
        "quote-mask-kind",
        "Det finns ingen sådan sorts mask.",
        "There is no such kind of mask.",
        "{hint} Dessa finns: {known}.",
        "{hint} There are: {known}.",
    ),
    Message(
        "quote-mask-nothing",
        "De orden står inte i citatet {quote}.",
        "Those words do not stand in the quote {quote}.",
        "Skriv dem som de står i citatet, utanför hakparenteser. Citatet visas med "
        "brukarrevision quotes list.",
        "Write them as they stand in the quote, outside brackets. brukarrevision "
        "quotes list shows it.",
    ),
    Message(
        "quote-mask-words",
        "Kommandot behöver citatets id, orden som ska döljas och vad de är.",
        "The command needs the quote's id, the words to hide, and what they are.",
        'Skriv till exempel: brukarrevision quotes mask c7k2m4 "Lena" NAMN.',
        'Write for example: brukarrevision quotes mask c7k2m4 "Lena" NAME.',
    ),
    Message(
        "quote-needs-yes",
        "Ingen är här som kan svara på frågan.",
        "Nobody is here to answer the question.",
        "Läs citatet och kör kommandot igen med --yes.",
        "Read the quote and run the command again with --yes.",
    ),
)

_GATE = (
    Message(
        "quote-not-approved",
        "Citatet {quote} är inte godkänt av någon.",
        "Nobody has approved the quote {quote}.",
        "Lägg in det med brukarrevision quotes add och godkänn det med brukarrevision "
        "quotes approve, eller ta bort det ur quotes.yaml.",
        "Add it with brukarrevision quotes add and approve it with brukarrevision "
        "quotes approve, or delete it from quotes.yaml.",
    ),
    Message(
        "quote-changed",
        "Citatet {quote} har ändrats efter att det godkändes.",
        "The quote {quote} was changed after it was approved.",
        "Kör brukarrevision quotes approve igen för att få tillbaka den godkända "
        "texten. Ska ändringen gälla: dra tillbaka citatet och lägg in det på nytt.",
        "Run brukarrevision quotes approve again to get the approved text back. If "
        "the change is meant, withdraw the quote and add it anew.",
    ),
    Message(
        "quote-identifier",
        "Citatet {quote} innehåller {kinds}.",
        "The quote {quote} holds {kinds}.",
        "Byt ut det som pekar ut någon: brukarrevision quotes mask döljer ord, "
        "brukarrevision quotes edit ändrar texten.",
        "Replace what names somebody: brukarrevision quotes mask hides words, "
        "brukarrevision quotes edit changes the text.",
    ),
    Message(
        "quote-same-person",
        "Citatet {quote} kommer från någon som redan är citerad.",
        "The quote {quote} is by somebody who is quoted already.",
        "Välj ett av citaten: två citat från samma person kan läggas ihop och röja vem "
        "det är. Dra tillbaka det andra med brukarrevision quotes withdraw.",
        "Choose one of them: two quotes by one person can be put together and tell who "
        "it is. Withdraw the other with brukarrevision quotes withdraw.",
    ),
    Message(
        "quote-too-few",
        "Citatet {quote} kommer från en grupp där för få har svarat för att synas.",
        "The quote {quote} is from a group where too few answered to be shown.",
        "Dra tillbaka citatet med brukarrevision quotes withdraw, eller vänta tills "
        "fler har svarat.",
        "Withdraw it with brukarrevision quotes withdraw, or wait until more have "
        "answered.",
    ),
    Message(
        "quote-theme-full",
        "Citatet {quote} är ett för mycket i sitt tema, eller i ett som temat är en "
        "del av: så många citat kan visa att alla i en grupp har tagit upp det.",
        "The quote {quote} is one too many of its theme, or of one that the theme is "
        "a part of: so many quotes may show that everybody in a group has spoken of "
        "it.",
        "Välj de citat som säger mest och dra tillbaka de andra med brukarrevision "
        "quotes withdraw. Gränsen sjunker när någon återkallar.",
        "Choose the quotes that say most and withdraw the others with brukarrevision "
        "quotes withdraw. The limit sinks when somebody withdraws.",
    ),
    Message(
        "quote-no-consent",
        "Citatet {quote} kommer från en intervju utan samtycke.",
        "The quote {quote} is from an interview without consent.",
        "Dra tillbaka citatet med brukarrevision quotes withdraw. Har personen sagt "
        "ja: skriv consent: yes i anteckningarna, i alla kodares filer.",
        "Withdraw it with brukarrevision quotes withdraw. If the person has said yes, "
        "write consent: yes in the notes, in the files of all coders.",
    ),
    Message(
        "quote-taken-back",
        "Det som citatet {quote} säger står inte längre i anteckningarna.",
        "What the quote {quote} says no longer stands in the notes.",
        "Har personen rättat sig: ändra citatet med brukarrevision quotes edit och "
        "godkänn det på nytt, eller dra tillbaka det med brukarrevision quotes "
        "withdraw.",
        "If the person has corrected it, change the quote with brukarrevision quotes "
        "edit and approve it anew, or withdraw it with brukarrevision quotes withdraw.",
    ),
    Message(
        "quote-not-counted",
        "Citatet {quote} kommer från en intervju vars svar inte är inlästa.",
        "The quote {quote} is from an interview whose answers have not been read in.",
        "Läs in intervjuerna först (brukarrevision interview import). Innan dess vet "
        "ingen om gruppen är stor nog för att synas.",
        "Read the interviews in first (brukarrevision interview import). Until then "
        "nobody knows whether the group is large enough to be shown.",
    ),
    Message(
        "quote-unverified",
        "Citaten kan inte kontrolleras: det privata lagret finns inte på den här "
        "datorn.",
        "The quotes cannot be verified: the private store is not on this computer.",
        "Gör detta på datorn där svaren finns. Bara där framgår vilka citat som är "
        "godkända.",
        "Do this on the computer that has the responses. Only there is it known which "
        "quotes are approved.",
    ),
    Message(
        "quote-unchecked",
        "Citaten kan inte kontrolleras här: det privata lagret finns på en annan "
        "dator.",
        "The quotes cannot be checked here: the private store is on another computer.",
        "Kör check på datorn där svaren finns innan rapporten skrivs.",
        "Run check on the computer that has the responses before a report is written.",
        severity="warning",
    ),
    Message(
        "quote-withdrawn",
        "Citatet {quote} är tillbakadraget och kommer inte med i rapporten.",
        "The quote {quote} is withdrawn and is left out of the report.",
        "Ta bort det ur quotes.yaml: brukarrevision quotes withdraw gör det.",
        "Take it out of quotes.yaml: brukarrevision quotes withdraw does so.",
        severity="warning",
    ),
)

_FINISHED = (
    Message(
        "leak-answer",
        "{report} skrevs inte: {part} innehåller ord ur någons svar.",
        "{report} was not written: {part} holds words of somebody's answer.",
        "Står orden i er egen text, i en slutsats eller i ett exempel i codebook.yaml: "
        "skriv om med egna ord, eller använd citat som är godkända (brukarrevision "
        "quotes add).",
        "If the words are in your own text, in a finding or in an example in "
        "codebook.yaml, put it in your own words, or use approved quotes "
        "(brukarrevision quotes add).",
    ),
    Message(
        "leak-id",
        "{report} skrevs inte: {part} innehåller en svarandes id.",
        "{report} was not written: {part} holds the id of a respondent.",
        "Ta bort id:t ur er text. Ingen svarande får kunna pekas ut.",
        "Take the id out of your text. No respondent may be pointed out.",
    ),
    Message(
        "leak-alias",
        "{report} skrevs inte: {part} innehåller ett alias ur teamet.",
        "{report} was not written: {part} holds an alias of the team.",
        "Skriv vilken roll personen har (revisor, samordnare) i stället för aliaset.",
        "Write what role the person has (auditor, coordinator) instead of the alias.",
    ),
    Message(
        "leak-path",
        "{report} skrevs inte: {part} innehåller en sökväg på den här datorn.",
        "{report} was not written: {part} holds a path on this computer.",
        "Ta bort sökvägen ur er text eller er mall.",
        "Take the path out of your text or your template.",
    ),
    Message(
        "leak-file",
        "{report} skrevs inte: {part} innehåller namnet på en fil med svar.",
        "{report} was not written: {part} holds the name of a file of responses.",
        "Ta bort filnamnet ur er text.",
        "Take the file's name out of your text.",
    ),
    Message(
        "leak-number",
        "{report} skrevs inte: {part} innehåller ett tal som inte visas i rapporten.",
        "{report} was not written: {part} holds a number that the report does not "
        "show.",
        "Det är ett fel i programmet eller i mallfilen. Pröva utan egen mallfil och "
        "rapportera felet.",
        "This is a fault in the program or the base file. Try without a base file of "
        "your own, and report the fault.",
    ),
    Message(
        "leak-trace",
        "{report} skrevs inte: {part} innehåller spår av den som skrev ({kind}).",
        "{report} was not written: {part} holds traces of whoever wrote ({kind}).",
        "Ta bort spåren i er mallfil i Word: Arkiv, Sök efter problem, Kontrollera "
        "dokument.",
        "Take the traces out of your base file in Word: File, Check for Issues, "
        "Inspect Document.",
    ),
    Message(
        "leak-unchecked",
        "{report} skrevs inte: {part} gick inte att kontrollera.",
        "{report} was not written: {part} could not be checked.",
        "Det är ett fel i programmet eller i mallfilen. Pröva utan egen mallfil och "
        "rapportera felet.",
        "This is a fault in the program or the base file. Try without a base file of "
        "your own, and report the fault.",
    ),
    Message(
        "leak-no-store",
        "Rapporterna skrevs inte: svaren gick inte att läsa, så ingen vet om något av "
        "dem har följt med.",
        "The reports were not written: the responses could not be read, so nobody "
        "knows whether any of them came along.",
        "Kör kommandot på datorn där svaren finns. Är filen med svar skadad: hämta en "
        "säkerhetskopia.",
        "Run the command on the computer that has the responses. If the file of "
        "responses is damaged, get a backup.",
    ),
)

_PAPERS = (
    Message(
        "paper-exists",
        "Filen finns redan: {name}.",
        "The file exists already: {name}.",
        "Flytta eller byt namn på den, eller ange en annan mapp med -o. Ni kan ha "
        "skrivit i den.",
        "Move or rename it, or give another folder with -o. You may have written in "
        "it.",
    ),
)

MESSAGES: tuple[Message, ...] = (*_DESK, *_GATE, *_FINISHED, *_PAPERS)
