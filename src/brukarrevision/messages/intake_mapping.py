"""How columns become questions, and what stands in the way."""

from brukarrevision.messages.message import Message

MESSAGES = (
    Message(
        "map-duplicate-header",
        "Rubriken ”{header}” står i kolumn {columns}.",
        "The header “{header}” stands in columns {columns}.",
        "Ge kolumnerna olika rubriker, eller skriv en mappning som anger dem med at.",
        "Give the columns different headers, or write a mapping that names them by at.",
    ),
    Message(
        "map-header-differs",
        "Kolumn {column} ska enligt mappningen {mapping} heta ”{expected}”, men det "
        "gör den inte. Närmast: kolumn {nearest}.",
        "Column {column} should be “{expected}” by the mapping {mapping}, but it is "
        "not. Nearest: column {nearest}.",
        "Rätta at och header i mappings/{mapping}.yaml, eller exportera filen som "
        "förut.",
        "Change at and header in mappings/{mapping}.yaml, or export the file as "
        "before.",
    ),
    Message(
        "map-nothing-fits",
        "Ingen kolumn i filen är en fråga i instrumentet {instrument}.",
        "No column of the file is a question of the instrument {instrument}.",
        "Rubrikerna ska vara frågornas id eller text. Instrumentet har: {known}.",
        "Headers are to be the ids or texts of questions. The instrument has: {known}.",
    ),
    Message(
        "map-not-a-question",
        "Kolumn {column} ”{header}”: ingen fråga – närmast: {nearest}. Den lästes inte "
        "in.",
        "Column {column} “{header}”: not a question – nearest: {nearest}. It was not "
        "read.",
        "Ange frågans id som use i mappningen om kolumnen ska med.",
        "Give the question's id as use in the mapping if the column is to be read.",
        "warning",
    ),
    Message(
        "map-question-twice",
        "Frågan {question} finns i kolumn {columns}.",
        "The question {question} is in columns {columns}.",
        "Behåll en av kolumnerna; ge den andra use: ignore i mappningen.",
        "Keep one of the columns; give the other use: ignore in the mapping.",
    ),
    Message(
        "map-unknown-question",
        "Mappningen {mapping}, kolumn {column}: det finns ingen fråga ”{use}” i "
        "{instrument}.",
        "The mapping {mapping}, column {column}: there is no question “{use}” in "
        "{instrument}.",
        "Närmast: {nearest}. Annars: ignore, {uses}.",
        "Nearest: {nearest}. Otherwise: ignore, {uses}.",
    ),
    Message(
        "map-unknown-choice",
        "Mappningen {mapping}, kolumn {column}: frågan {question} har inget alternativ "
        "”{choice}”.",
        "The mapping {mapping}, column {column}: the question {question} has no choice "
        "“{choice}”.",
        "Alternativen är: {known}.",
        "The choices are: {known}.",
    ),
    Message(
        "map-no-column",
        "Mappningen {mapping} nämner kolumn {column}, men filen har {columns}.",
        "The mapping {mapping} names column {column}, but the file has {columns}.",
        "Rätta at i mappings/{mapping}.yaml.",
        "Change at in mappings/{mapping}.yaml.",
    ),
    Message(
        "map-unknown-instrument",
        "Det finns inget instrument som heter {instrument}.",
        "There is no instrument called {instrument}.",
        "Revisionen har: {known}.",
        "The audit has: {known}.",
    ),
    Message(
        "map-unknown-mapping",
        "Det finns ingen mappning som heter {mapping}.",
        "There is no mapping called {mapping}.",
        "Revisionen har: {known}.",
        "The audit has: {known}.",
    ),
    Message(
        "map-ambiguous",
        "Filen passar lika bra till flera instrument: {names}.",
        "The file fits several instruments equally well: {names}.",
        "Ange vilket med --instrument.",
        "Say which with --instrument.",
    ),
    Message(
        "map-two-mappings",
        "Flera mappningar gör anspråk på filen: {names}.",
        "Several mappings claim the file: {names}.",
        "Ange vilken med --mapping, eller ta bort den som inte ska användas.",
        "Say which with --mapping, or remove the one that is not to be used.",
    ),
    Message(
        "map-unmatched",
        "Kolumn {column} ”{header}”, {question}: {rows} celler med {values} olika "
        "värden "
        "passar inte frågan. Inget har lästs in.",
        "Column {column} “{header}”, {question}: {rows} cells with {values} different "
        "values do not fit the question. Nothing has been imported.",
        "Lägg till alternativet i instrumentet, eller värdet under values för kolumnen "
        "i mappningen {mapping}.",
        "Add the choice to the instrument, or the value under values for the column in "
        "the mapping {mapping}.",
    ),
    Message(
        "map-unmatched-new",
        "Kolumn {column} ”{header}”, {question}: {rows} celler med {values} olika "
        "värden passar inte frågan. Inget har lästs in.",
        "Column {column} “{header}”, {question}: {rows} cells with {values} different "
        "values do not fit the question. Nothing has been imported.",
        "Lägg till alternativet under choices i instruments/{instrument}.yaml, eller "
        "rätta cellerna i filen.",
        "Add the choice under choices in instruments/{instrument}.yaml, or mend the "
        "cells in the file.",
    ),
    Message(
        "map-unmatched-attribute",
        "Kolumn {column} ”{header}”, {question}: {rows} celler med {values} olika "
        "värden är inte kända. Inget har lästs in.",
        "Column {column} “{header}”, {question}: {rows} cells with {values} different "
        "values are not known. Nothing has been imported.",
        "Lägg till dem i plan.yaml (units, groups, rounds), eller rätta cellerna i "
        "filen.",
        "Add them to plan.yaml (units, groups, rounds), or mend the cells in the file.",
    ),
    Message(
        "map-unknown-value",
        "”{value}” är inget känt värde för {attribute}.",
        "“{value}” is no known value of {attribute}.",
        "Kända är: {known}.",
        "Known are: {known}.",
    ),
    Message(
        "map-no-unit",
        "{rows} rader saknar enhet och kan inte visas för någon enhet.",
        "{rows} rows have no unit and can be shown for no unit.",
        "Ange --unit, eller skriv use: {attribute} vid rätt kolumn i mappningen, och "
        "läs in filen igen.",
        "Give --unit, or write use: {attribute} at the right column of the mapping, "
        "and read the file again.",
        "warning",
    ),
    Message(
        "map-same-respondent",
        "Samma svarande står på flera rader: {rows}. Rader är inte personer.",
        "The same respondent stands in several rows: {rows}. Rows are not persons.",
        "Ta bort dubbletterna, eller välj en annan kolumn som respondent i mappningen.",
        "Remove the duplicates, or choose another column as respondent in the mapping.",
    ),
    Message(
        "map-identical-rows",
        "{rows} rader är lika i allt, tidpunkten också. De räknas var för sig.",
        "{rows} rows are alike in everything, the time too. Each of them is counted.",
        "Kontrollera att ingen har skickat in svaren flera gånger: rad {numbers}.",
        "Check that nobody sent the answers several times: rows {numbers}.",
        "warning",
    ),
    Message(
        "map-changed",
        "Andra svar än tidigare från personer som redan är inlästa: rad {numbers}, "
        "tillsammans {rows}. De togs inte in.",
        "Other answers than before from persons who are imported already: row "
        "{numbers}, {rows} in all. They were not taken.",
        "De tidigare svaren står kvar. Kör igen med --replace, om de nya svaren ska "
        "gälla i stället.",
        "The earlier answers stand. Run it again with --replace if the new answers are "
        "to count instead.",
        "warning",
    ),
    Message(
        "map-removed",
        "I den nya filen saknas rad {numbers} i {file} (import {number}), tillsammans "
        "{rows}. De svaren står kvar.",
        "The new file lacks row {numbers} of {file} (import {number}), {rows} in all. "
        "Those answers are kept.",
        "Ska någons svar bort, kör data withdraw med personens id, eller med numren på "
        "importen och raden, som {number}:RAD.",
        "If somebody's answers are to go, run data withdraw with the person's id, or "
        "with the numbers of the import and the row, as {number}:ROW.",
        "warning",
    ),
    Message(
        "replace-no-key",
        "Filen har ingen kolumn som säger vem som har svarat, så det går inte att veta "
        "vems svar som ska ersättas.",
        "The file has no column that says who answered, so nobody can know whose "
        "answers are to be replaced.",
        "Har filen ett id för varje svarande: skriv use: respondent för den kolumnen i "
        "mappings/{mapping}.yaml och läs om båda filerna. Annars: ta tillbaka den "
        "förra importen med collect --undo och läs in den nya filen.",
        "If the file has an id for each respondent: write use: respondent for that "
        "column in mappings/{mapping}.yaml and read both files again. Otherwise: take "
        "the last import back with collect --undo and read the new file.",
    ),
    Message(
        "replace-other-person",
        "Rad {rows} ersätter tidigare svar. Med den ändrade mappningen får raderna ett "
        "annat id eller en annan omgång, och då skulle samma personer räknas två "
        "gånger.",
        "Rows {rows} take the place of earlier answers. With the mapping as it is now "
        "they have another id or round, and the same people would be counted twice.",
        "Ändra tillbaka use: respondent och use: round i mappings/{mapping}.yaml och "
        "läs in filen igen. Är inget publicerat kan ni i stället ta tillbaka importen "
        "med collect --undo.",
        "Change use: respondent and use: round in mappings/{mapping}.yaml back and "
        "read the file again. If nothing is published, you can take the import back "
        "with collect --undo instead.",
    ),
    Message(
        "map-rows-known",
        "{rows} av filens rader ser ut att stå i {file} redan. Samma personer kan "
        "räknas två gånger.",
        "{rows} of the rows of the file seem to stand in {file} already. The "
        "same persons may be counted twice.",
        "Läs bara in en av filerna, eller ge varje svarande samma id i båda, tecken "
        "för tecken, i en kolumn med use: respondent.",
        "Import only one of the files, or give every respondent the same id in both, "
        "sign by sign, in a column with use: respondent.",
        "warning",
    ),
    Message(
        "map-other-partition",
        "Samma fil är redan inläst till {other}, som delas upp på ett annat sätt än "
        "{instrument}. Tillsammans kan tabellerna peka ut någon.",
        "The same file was imported for {other} already, which is split in another way "
        "than {instrument}. Together the tables may point somebody out.",
        "Läs in filen till ett av instrumenten, eller ge båda samma partition.",
        "Import the file for one of the instruments, or give both the same partition.",
    ),
    Message(
        "map-no-header",
        "Första raden ser ut som svar, inte som rubriker.",
        "The first row looks like answers, not like headers.",
        "Lägg en rad med frågornas id eller text överst i filen, eller skriv en "
        "mappning som anger var rubrikerna står (skip_rows).",
        "Put a row with the ids or texts of the questions on top of the file, or write "
        "a mapping that says where the headers are (skip_rows).",
    ),
    Message(
        "map-few-fit",
        "Bara {fit} av {questions} frågor i {instrument} finns i filen. Den kan höra "
        "till något annat.",
        "Only {fit} of {questions} questions of {instrument} are in the file. It may "
        "belong to something else.",
        "Om filen ändå är svar på instrumentet: ange --instrument {instrument}.",
        "If the file answers the instrument all the same: give --instrument "
        "{instrument}.",
    ),
    Message(
        "map-new-question",
        "Kolumn {column} är frågan {question}, men mappningen {mapping} saknar den.",
        "Column {column} is the question {question}, but the mapping {mapping} lacks "
        "it.",
        "Lägg till kolumnen i mappings/{mapping}.yaml med use: {question}, eller med "
        "use: ignore.",
        "Add the column to mappings/{mapping}.yaml with use: {question}, or with use: "
        "ignore.",
    ),
    Message(
        "map-new-columns",
        "Mappningen {mapping} känner inte till kolumn {columns}. De lästes inte in.",
        "The mapping {mapping} does not know columns {columns}. They were not read.",
        "Lägg till dem i mappings/{mapping}.yaml om de ska med.",
        "Add them to mappings/{mapping}.yaml if they are to be read.",
        "warning",
    ),
    Message(
        "map-stale",
        "{file} lästes in med en äldre mappning eller ett äldre instrument.",
        "{file} was imported with an older mapping or instrument.",
        "Läs in den igen, så kodas svaren om.",
        "Import it again, and its answers are coded anew.",
        "warning",
    ),
    Message(
        "map-no-instrument",
        "Revisionen har inget instrument att läsa in svar till.",
        "The audit has no instrument to import responses for.",
        "Skapa ett utkast ur filen med new --from.",
        "Draft one from the file with new --from.",
    ),
)
