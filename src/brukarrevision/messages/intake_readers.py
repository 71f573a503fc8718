"""What is wrong or doubtful in an SPSS file or a zip file of responses."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "sav-no-reader",
        "Det tillägg som läser SPSS-filer är inte installerat.",
        "The extra that reads SPSS files is not installed.",
        "Installera det med: pipx inject brukarrevision pyreadstat. Eller exportera "
        "svaren som csv eller xlsx.",
        "Install it with: pipx inject brukarrevision pyreadstat. Or export the "
        "responses as csv or xlsx.",
    ),
    Message(
        "sav-broken",
        "SPSS-filen är skadad, eller är ingen SPSS-fil.",
        "The SPSS file is damaged, or is no SPSS file.",
        "Spara den på nytt i SPSS eller PSPP, eller exportera svaren som csv.",
        "Save it again in SPSS or PSPP, or export the responses as csv.",
    ),
    Message(
        "sav-letters",
        "Bokstäverna i SPSS-filen går inte att läsa så som filen säger.",
        "The letters in the SPSS file cannot be read as the file says.",
        "Ange teckenkodningen, till exempel --encoding cp1252.",
        "Give the encoding, for example --encoding cp1252.",
    ),
    Message(
        "sav-too-large",
        "SPSS-filen rymmer {size} MB uppackad; gränsen är {limit} MB.",
        "The SPSS file holds {size} MB unpacked; the limit is {limit} MB.",
        "Ta bort kolumner som inte behövs, eller exportera svaren som csv.",
        "Delete columns that are not needed, or export the responses as csv.",
    ),
    Message(
        "zip-broken",
        "Zip-filen är skadad, eller är packad på ett sätt som inte går att läsa.",
        "The zip file is damaged, or is packed in a way that cannot be read.",
        "Ladda ner den på nytt, eller packa upp den och läs in csv-filen.",
        "Download it again, or unpack it and collect the csv file.",
    ),
    Message(
        "zip-encrypted",
        "Zip-filen är skyddad med lösenord.",
        "The zip file is protected by a password.",
        "Packa upp den på en plats som bara du når, läs in csv-filen och ta sedan "
        "bort den.",
        "Unpack it in a place that only you can reach, collect the csv file, and then "
        "delete it.",
    ),
    Message(
        "zip-too-large",
        "Zip-filen är för stor: den har för många delar, eller en tabell på mer än "
        "{limit} MB.",
        "The zip file is too large: it has too many parts, or a table of more than "
        "{limit} MB.",
        "Exportera utan bilder och andra bilagor, eller packa upp den och läs in "
        "csv-filen.",
        "Export without pictures and other attachments, or unpack it and collect the "
        "csv file.",
    ),
    Message(
        "zip-no-table",
        "Det finns ingen csv-fil med svar i zip-filen.",
        "There is no csv file of responses in the zip file.",
        "Exportera svaren som csv, eller packa upp zip-filen och läs in rätt fil.",
        "Export the responses as csv, or unpack the zip file and collect the right "
        "file.",
    ),
    Message(
        "zip-tables",
        "Zip-filen har flera tabeller, och det går inte att veta vilken som är svaren: "
        "{names}.",
        "The zip file has several tables, and it is not known which of them is the "
        "responses: {names}.",
        "Packa upp den och läs in en fil i taget.",
        "Unpack it and collect one file at a time.",
    ),
    Message(
        "source-repeated",
        "Filen är en upprepad grupp: varje rad är en omgång av frågor, ingen person.",
        "The file is a repeated group: each row is a turn of questions, no person.",
        "Läs in formulärets egen tabell. Behövs svaren i gruppen, så bearbeta dem till "
        "en rad för varje person och läs in den filen för sig.",
        "Collect the table of the form itself. If the answers in the group are needed, "
        "make one row of them for each person and collect that file by itself.",
    ),
    Message(
        "zip-repeats",
        "Upprepade grupper lästes inte in: {names}.",
        "Repeated groups were not read: {names}.",
        "Var och en har flera rader för samma person. Behövs svaren, så bearbeta dem "
        "till en rad för varje person och läs in den filen för sig.",
        "Each of them has several rows for one person. If the answers are needed, make "
        "one row of them for each person and collect that file by itself.",
        "warning",
    ),
)
