"""What is wrong or doubtful in a file of responses, text or workbook."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "csv-kind",
        "Filer av slaget {kind} läses inte in.",
        "Files of the kind {kind} are not read.",
        "Exportera svaren som csv, xlsx eller sav, eller som zip med en csv i.",
        "Export the responses as csv, xlsx or sav, or as a zip with a csv in it.",
    ),
    Message(
        "csv-not-text",
        "Filen heter som en textfil men är något annat, kanske en arbetsbok.",
        "The file is named as text but is something else, perhaps a workbook.",
        "Ge filen rätt ändelse (.xlsx, .xls, .ods eller .zip), eller exportera den på "
        "nytt.",
        "Give the file its right ending (.xlsx, .xls, .ods or .zip), or export it "
        "again.",
    ),
    Message(
        "csv-empty",
        "Filen är tom: den har varken rubriker eller svar.",
        "The file is empty: it has neither headers nor responses.",
        "Exportera svaren på nytt.",
        "Export the responses again.",
    ),
    Message(
        "csv-no-rows",
        "Filen har rubriker men inga svar.",
        "The file has headers but no responses.",
        "Kontrollera att exporten gällde alla svar.",
        "Check that the export was of all responses.",
    ),
    Message(
        "csv-unknown-encoding",
        "Det finns ingen teckenkodning som heter {encoding}.",
        "There is no encoding called {encoding}.",
        "Vanliga är utf-8, cp1252, mac_roman och utf-16.",
        "Common ones are utf-8, cp1252, mac_roman and utf-16.",
    ),
    Message(
        "csv-undecodable",
        "Byten {byte} finns inte i teckenkodningen {encoding}.",
        "The byte {byte} is not in the encoding {encoding}.",
        "Ange rätt teckenkodning med --encoding, eller spara filen som UTF-8.",
        "Give the right encoding with --encoding, or save the file as UTF-8.",
    ),
    Message(
        "csv-undefined-byte",
        "Filen är varken UTF-8 eller Windows-1252: byten {byte} finns i ingen av dem.",
        "The file is neither UTF-8 nor Windows-1252: the byte {byte} is in none of "
        "them.",
        "Prova --encoding {likely}, eller spara filen som UTF-8.",
        "Try --encoding {likely}, or save the file as UTF-8.",
    ),
    Message(
        "csv-encoding-guessed",
        "Filen är inte UTF-8 och har lästs som {encoding}.",
        "The file is not UTF-8 and was read as {encoding}.",
        "Se efter att å, ä och ö blev rätt; annars ange --encoding.",
        "Check that å, ä and ö came out right; if not, give --encoding.",
        "warning",
    ),
    Message(
        "csv-decoded-twice",
        "Tecken som Ã¥, Ã¤ och Ã¶ står på {times} ställen: texten har kodats två "
        "gånger.",
        "Letters such as Ã¥, Ã¤ and Ã¶ stand in {times} places: the text was encoded "
        "twice.",
        "Exportera svaren på nytt; filen har öppnats och sparats i fel teckenkodning.",
        "Export the responses again; the file was opened and saved in a wrong "
        "encoding.",
        "warning",
    ),
    Message(
        "csv-unlikely-letters",
        "Filen har bokstäver som inte hör hemma i svensk text, och inga å, ä eller ö.",
        "The file has letters that Swedish text lacks, and no å, ä or ö.",
        "Teckenkodningen är nog {likely}: prova --encoding {likely}.",
        "The encoding is probably {likely}: try --encoding {likely}.",
        "warning",
    ),
    Message(
        "csv-nul",
        "En NUL-byte står i filen; den hör inte hemma i text.",
        "There is a NUL byte in the file; it has no place in text.",
        "Exportera filen på nytt. Är den UTF-16 utan märke: --encoding utf-16-le.",
        "Export the file again. If it is UTF-16 without a mark: --encoding utf-16-le.",
    ),
    Message(
        "csv-ragged",
        "Raden har {cells} celler, rubriken {header}.",
        "The row has {cells} cells, the header {header}.",
        "Sätt citattecken om celler som innehåller avgränsaren, ange --delimiter om "
        "fel avgränsare valdes, eller exportera på nytt.",
        "Put quotes around cells that hold the delimiter, give --delimiter if the "
        "wrong "
        "one was chosen, or export again.",
    ),
    Message(
        "csv-ragged-more",
        "Ytterligare {more} rader har fel antal celler.",
        "Another {more} rows have the wrong number of cells.",
        "Kontrollera avgränsaren med --delimiter.",
        "Check the delimiter with --delimiter.",
    ),
    Message(
        "csv-quote",
        "Ett citattecken öppnas här men stängs aldrig rätt.",
        "A quote opens here and is never closed as it should be.",
        'Stäng citatet, eller skriv citattecken inne i en cell dubbelt ("").',
        'Close the quote, or write quotes inside a cell twice ("").',
    ),
    Message(
        "csv-long-cell",
        "En cell är längre än {limit} tecken. Ofta är det ett citattecken som aldrig "
        "stängs.",
        "A cell is longer than {limit} characters. Often it is a quote that is never "
        "closed.",
        "Rätta raden, eller exportera filen på nytt.",
        "Mend the line, or export the file again.",
    ),
    Message(
        "csv-delimiter",
        "Avgränsaren ska vara ett tecken.",
        "The delimiter has to be one character.",
        'Skriv till exempel --delimiter ";" eller --delimiter tab.',
        'Write for example --delimiter ";" or --delimiter tab.',
    ),
    Message(
        "csv-aggregate",
        "Det här är en färdig tabell med antal och procent, inte svar från personer: "
        "{why}.",
        "This is a finished table of counts and percentages, not people's responses: "
        "{why}.",
        "Exportera de enskilda svaren, en rad per person, från enkätverktyget.",
        "Export the single responses, one row a person, from the survey tool.",
    ),
    Message(
        "book-broken",
        "Arbetsboken går inte att läsa. Den är skadad eller av ett annat slag än "
        "ändelsen säger.",
        "The workbook cannot be read. It is damaged, or of another kind than its "
        "ending "
        "says.",
        "Öppna den i Excel eller LibreOffice och spara den som xlsx.",
        "Open it in Excel or LibreOffice and save it as xlsx.",
    ),
    Message(
        "book-encrypted",
        "Arbetsboken är skyddad med lösenord, eller sparad i ett äldre format än "
        "ändelsen säger.",
        "The workbook is protected by a password, or saved in an older format than its "
        "ending says.",
        "Öppna den, ta bort lösenordet och spara den som xlsx.",
        "Open it, remove the password and save it as xlsx.",
    ),
    Message(
        "book-macro",
        "Arbetsboken innehåller makron.",
        "The workbook holds macros.",
        "Spara den som xlsx utan makron.",
        "Save it as xlsx without macros.",
    ),
    Message(
        "book-too-large",
        "Arbetsboken packas upp till {size} MB i {parts} delar; gränsen är {limit} MB "
        "och {most} delar.",
        "The workbook unpacks to {size} MB in {parts} parts; the limit is {limit} MB "
        "and {most} parts.",
        "Spara bladet med svaren som csv, eller i en ny arbetsbok.",
        "Save the sheet of responses as csv, or in a new workbook.",
    ),
    Message(
        "csv-too-long",
        "Filen har mer än {most} rader.",
        "The file has more than {most} rows.",
        "Kontrollera att det är rätt fil, ta bort tomma rader i slutet eller dela upp "
        "den.",
        "Check that it is the right file, delete blank rows at its end or divide it.",
    ),
    Message(
        "csv-too-wide",
        "Tabellen har {columns} kolumner; gränsen är {most}.",
        "The table has {columns} columns; the limit is {most}.",
        "Kontrollera att det är rätt fil, eller ta bort kolumner som inte är frågor.",
        "Check that it is the right file, or delete columns that are no questions.",
    ),
    Message(
        "book-too-wide",
        "Bladet når till rad {rows} och kolumn {columns}. Någonstans långt bort "
        "står en "
        "ensam cell.",
        "The sheet reaches row {rows} and column {columns}. Somewhere far away "
        "there is "
        "a lone cell.",
        "Ta bort allt utanför svaren, eller spara bladet som csv.",
        "Remove everything outside the responses, or save the sheet as csv.",
    ),
    Message(
        "book-entities",
        "Arbetsboken innehåller XML med egna definitioner (DTD), som kan läsa andra "
        "filer. Den läses inte.",
        "The workbook holds XML with definitions of its own (DTD), which can read "
        "other "
        "files. It is not read.",
        "Öppna inte filen. Be den som skickade den att exportera svaren som csv.",
        "Do not open the file. Ask whoever sent it to export the responses as csv.",
    ),
    Message(
        "book-no-sheet",
        "Bladet finns inte i arbetsboken.",
        "There is no such sheet in the workbook.",
        "Bladen heter: {known}.",
        "The sheets are called: {known}.",
    ),
    Message(
        "book-sheets",
        "Bladet {sheet} har lästs. Det finns något i {others} också.",
        "The sheet {sheet} was read. There is something in {others} too.",
        "Ange ett annat blad med --sheet, eller i mappningens source.",
        "Give another sheet with --sheet, or in the mapping's source.",
        "warning",
    ),
    Message(
        "book-formula",
        "Formler utan sparat värde: {cells}. De skulle läsas som obesvarade.",
        "Formulas without a stored value: {cells}. They would be read as unanswered.",
        "Öppna arbetsboken i Excel eller LibreOffice och spara den.",
        "Open the workbook in Excel or LibreOffice and save it.",
    ),
    Message(
        "book-errors",
        "Felvärden som #REF! eller #N/A läses som tomma: {cells}.",
        "Error values such as #REF! or #N/A are read as blank: {cells}.",
        "Rätta formlerna i arbetsboken om svaren ska räknas.",
        "Mend the formulas in the workbook if the answers are to be counted.",
        "warning",
    ),
    Message(
        "draft-definition",
        "Det här är ett frågeformulär ({kind}), inte svar.",
        "This is a questionnaire ({kind}), not responses.",
        "Ange filen med svar. Ett formulär blir en ny revision med new --from: har det "
        "ändrats i Excel, exportera det på nytt ur verktyget.",
        "Give the file of responses. A questionnaire becomes a new audit with new "
        "--from: if it was changed in Excel, export it from the tool once more.",
    ),
    Message(
        "draft-nothing",
        "Ingen kolumn kunde bli en fråga.",
        "No column could become a question.",
        "Kontrollera att filen har rubriker på första raden och svar under dem.",
        "Check that the file has headers in its first row and answers below.",
    ),
    Message(
        "draft-ignored",
        "Kolumn {columns} läses inte in: {why}.",
        "Column {columns} will not be read: {why}.",
        "Ändra use i mappningen om kolumnen ändå är en fråga.",
        "Change use in the mapping if the column is a question after all.",
        "note",
    ),
    Message(
        "draft-multiple",
        "Frågan {question} har flera svar i samma cell, åtskilda av {separator}.",
        "The question {question} has several answers in a cell, separated by "
        "{separator}.",
        "Läs igenom alternativen i instrumentet; ett alternativ kan ha delats i två.",
        "Read the choices in the instrument; one choice may have been cut in two.",
        "note",
    ),
    Message(
        "draft-header",
        "Rubriken har {header_rows} rader och börjar på rad {first}.",
        "The header has {header_rows} rows and starts in row {first}.",
        "Rätta skip_rows och header_rows i mappningen om det är fel.",
        "Change skip_rows and header_rows in the mapping if that is wrong.",
        "note",
    ),
)
