"""What can be said of the codebook, and of coded texts for other programs."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "theme-parent",
        "Det finns inget tema {given} som det här kan vara en del av.",
        "There is no theme {given} that this one could be a part of.",
        "{hint} Annars: ta bort parent, eller lägg in temat.",
        "{hint} Else: remove parent, or put the theme in.",
    ),
    Message(
        "theme-ring",
        "Temat {id} är en del av sig självt, genom dem det är en del av.",
        "The theme {id} is a part of itself, by way of those it is a part of.",
        "Ta bort parent i det tema som ska stå överst.",
        "Remove parent in the theme that is to be at the top.",
    ),
    Message(
        "theme-reserved",
        "Ett tema kan inte ha id {id}: i anteckningar betyder det att orden kan bli "
        "ett citat.",
        "A theme cannot have the id {id}: in notes it means that the words may become "
        "a quote.",
        "Ge temat ett annat id.",
        "Give the theme another id.",
    ),
    Message(
        "theme-example-said",
        "Exemplet är ord för ord något som någon har sagt eller skrivit.",
        "The example is word for word what somebody said or wrote.",
        "Hitta på ett annat: codebook.yaml ligger i git, och rapporten säger att "
        "exemplen är påhittade. Det som någon har sagt kan bli ett godkänt citat.",
        "Invent another: codebook.yaml lies in git, and the report says that examples "
        "are invented. What somebody said can become an approved quote.",
    ),
    Message(
        "codebook-large",
        "Filen är större än någon kodbok brukar vara.",
        "The file is larger than any codebook is.",
        "Exportera bara kodboken (.qdc) ur det andra programmet, inte hela projektet.",
        "Export the codebook alone (.qdc) from the other program, not the whole "
        "project.",
    ),
    Message(
        "codebook-odd",
        "Filen går inte att läsa som en kodbok: den är inte hel, är något annat eller "
        "innehåller sådant som kan skada datorn.",
        "The file cannot be read as a codebook: it is not whole, is something else or "
        "holds what could do harm to the computer.",
        "Exportera kodboken på nytt som REFI-QDA (.qdc) och öppna den inte i ett annat "
        "program innan.",
        "Export the codebook once more as REFI-QDA (.qdc), and do not open it in "
        "another program first.",
    ),
    Message(
        "codebook-no-codes",
        "Det finns inga koder i filen.",
        "There are no codes in the file.",
        "Kontrollera att det är kodboken (.qdc) eller projektet (.qdpx) som är "
        "exporterat, och att det har koder.",
        "Check that it is the codebook (.qdc) or the project (.qdpx) that is exported, "
        "and that it has codes.",
    ),
    Message(
        "codebook-many",
        "Kodboken har fler än {most} koder, eller koder i för många led.",
        "The codebook has more than {most} codes, or codes in too many levels.",
        "Ta bort de koder som inte används i det andra programmet och exportera igen.",
        "Remove the codes that are not used in the other program and export again.",
    ),
    Message(
        "codebook-empty",
        "Kodboken har inga teman.",
        "The codebook has no themes.",
        "Lägg in teman i codebook.yaml först.",
        "Put themes into codebook.yaml first.",
    ),
    Message(
        "codebook-which",
        "En fil behövs, och högst revisionens namn före den.",
        "One file is needed, and at most the name of the audit before it.",
        "Skriv till exempel brukarrevision codebook read sip-vast teman.qdc.",
        "Write for example brukarrevision codebook read sip-west themes.qdc.",
    ),
    Message(
        "themes-together",
        "Vilka teman samma personer nämner går inte att visa skyddat.",
        "Which themes the same people mention cannot be shown protected.",
        "Är det för era egna ögon: lägg till --unprotected.",
        "If it is for your own eyes: add --unprotected.",
    ),
    Message(
        "themes-uncoded",
        "Här är inget kodat ännu, så inga teman är räknade: {names}.",
        "Nothing is coded here yet, so no themes are counted: {names}.",
        "Sätt hakparenteser om orden och temat efter, [orden]{{.tema}}, innan ni "
        "publicerar: den som redan är räknad får inga teman i efterhand.",
        "Put brackets around the words and the theme after them, [words]{{.theme}}, "
        "before you publish: whoever has been counted gets no themes afterwards.",
        "warning",
    ),
    Message(
        "themes-uncounted",
        "De här intervjuerna är antecknade men inte inlästa, så de är inte räknade: "
        "{ids}.",
        "These interviews are noted but not read in, so they are not counted: {ids}.",
        "Läs in dem med brukarrevision interview import {audit}.",
        "Read them in with brukarrevision interview import {audit}.",
        "warning",
    ),
    Message(
        "agreement-one-coder",
        "Bara en person har kodat, så det finns inget att jämföra.",
        "Only one person has coded, so there is nothing to compare.",
        "Låt en annan koda samma samtal: brukarrevision interview open sip-vast I-03 "
        "--coder R2 ger anteckningarna utan den förstas koder.",
        "Let somebody else code the same conversations: brukarrevision interview open "
        "sip-west I-03 --coder R2 gives the notes without the first one's codes.",
    ),
    Message(
        "leaving-where",
        "Det är inte sagt var rådata ska skrivas.",
        "It is not said where raw data is to be written.",
        "Ange en plats med -o, utanför revisionens mapp och helst krypterad, till "
        "exempel ett USB-minne.",
        "Give a place with -o, outside the audit's folder and preferably encrypted, "
        "for example a memory stick.",
    ),
    Message(
        "leaving-folder",
        "Det blir två tabeller, och -o är namnet på en fil.",
        "There will be two tables, and -o is the name of a file.",
        "Ange en mapp med -o. Tabellerna får egna namn i den.",
        "Give a folder with -o. The tables get names of their own in it.",
    ),
    Message(
        "leaving-in-worktree",
        "Filen skulle hamna i mappen {folder}, som följer med i git. Det som enskilda "
        "personer har sagt hör inte hemma där. Inget har skrivits.",
        "The file would end up in the folder {folder}, which git keeps. What "
        "individual people have said does not belong there. Nothing has been written.",
        "Välj en plats utanför, till exempel ett krypterat USB-minne.",
        "Choose a place outside it, for example an encrypted memory stick.",
    ),
    Message(
        "leaving-in-data",
        "Filen skulle hamna bland rådata och kunna skriva över dem. Inget har "
        "skrivits.",
        "The file would end up among the raw data and could overwrite it. Nothing has "
        "been written.",
        "Välj en annan plats, till exempel ett krypterat USB-minne.",
        "Choose another place, for example an encrypted memory stick.",
    ),
    Message(
        "leaving-nothing",
        "Det finns inga texter att lämna ut: inga anteckningar från någon som har "
        "samtyckt.",
        "There are no texts to hand over: no notes from anybody who has consented.",
        "Skriv in eller läs in samtalen först, med consent: yes när personen har "
        "samtyckt.",
        "Write or import the conversations first, with consent: yes where the person "
        "has consented.",
    ),
    Message(
        "leaving-no-consent",
        "Filer med anteckningar som inte är med, för att consent: yes saknas: {count}.",
        "Files of notes that are left out because they lack consent: yes: {count}.",
        "Har personen samtyckt, skriv in det i filen och kör kommandot igen.",
        "If the person has consented, write that in the file and run the command "
        "again.",
        "note",
    ),
    Message(
        "leaving-unknown-codes",
        "Koder som inte är med, för att de inte finns i kodboken: {count}.",
        "Codes that are left out because the codebook does not have them: {count}.",
        "Kör brukarrevision check. Rätta stavningen, eller lägg in temat i "
        "codebook.yaml, och skriv filen igen.",
        "Run brukarrevision check. Mend the spelling, or put the theme into "
        "codebook.yaml, and write the file again.",
        "warning",
    ),
)
