"""What is said of raw data: withdrawal, erasure, packing and merging."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "confirm-missing",
        "Det här går inte att ångra, och ingen finns att fråga.",
        "This cannot be undone, and nobody is there to be asked.",
        "Läs vad som kommer att hända och kör kommandot igen med --yes.",
        "Read what will happen and run the command again with --yes.",
    ),
    Message(
        "withdraw-who",
        "Ett id behövs, och högst revisionens namn före det.",
        "One id is needed, and at most the name of the audit before it.",
        "Skriv till exempel brukarrevision data withdraw sip-vast r17.",
        "Write for example brukarrevision data withdraw sip-west r17.",
    ),
    Message(
        "withdraw-unknown",
        "Det finns ingen med id {given} bland svaren och intervjuerna.",
        "There is nobody with the id {given} among the responses and interviews.",
        "Skriv id:t exakt som det står i filen med svar. Har svaren inga id:n, skriv "
        "importens nummer och radens nummer i filen, till exempel 1:17; data path "
        "visar importernas nummer.",
        "Write the id exactly as it stands in the file of responses. If the responses "
        "have none, write the number of the import and of the row in its file, for "
        "example 1:17; data path shows the numbers of the imports.",
    ),
    Message(
        "withdraw-ambiguous",
        "Id {given} finns på flera ställen och kan vara olika personer. Inget har "
        "tagits bort.",
        "The id {given} appears in several places and may be different people. Nothing "
        "has been removed.",
        "Ta reda på vilket det gäller och skriv det i stället: {places}. Två nummer är "
        "en import och en rad, och .md är en intervju. Är det samma person på flera "
        "ställen, kör kommandot för vart och ett; data path visar importerna.",
        "Find out which one it is and write that instead: {places}. Two numbers are an "
        "import and a row, and .md is an interview. If it is one person in several "
        "places, run the command for each; data path shows the imports.",
    ),
    Message(
        "withdraw-again",
        "Någon med id {given} är redan borttagen. Det som finns kvar med samma id kan "
        "vara en annan persons. Inget mer har tagits bort.",
        "Somebody with the id {given} is removed already. What is left with the same "
        "id may be another person's. Nothing more has been removed.",
        "Var det bara en person som ångrade sig är allt klart. Annars skriver du vad "
        "som också ska bort: {places}. Två nummer är en import och en rad, och .md är "
        "en intervju.",
        "If only one person withdrew, all is done. Otherwise write what is to go as "
        "well: {places}. Two numbers are an import and a row, and .md is an interview.",
    ),
    Message(
        "withdraw-pending",
        "En publicering avbröts innan den var klar. Inget har tagits bort.",
        "A publication was stopped before it was done. Nothing has been removed.",
        "Kör brukarrevision publish igen så att den blir klar, och återkalla sedan.",
        "Run brukarrevision publish again so that it is completed, and withdraw then.",
    ),
    Message(
        "withdraw-answers-others",
        "Här står något annat än svaret bland svaren, så det kan vara vems ord som "
        "helst. Det tas bort när någon återkallar, med sina koder.",
        "Something else than the answer in the data stands here, so these may be "
        "anybody's words. They go when somebody withdraws, with their codes.",
        "Vill ni ha kvar koderna: svara nej, rätta det som interview check visar och "
        "återkalla sedan. Annars skriver interview answers ut svaret på nytt.",
        "To keep the codes: answer no, correct what interview check shows and withdraw "
        "then. Otherwise interview answers writes the answer out anew.",
        "warning",
    ),
    Message(
        "withdraw-answers-unknown",
        "Frågan här finns inte längre, så det går inte att se om fler än en persons "
        "ord står under märket.",
        "The question here is there no longer, so nobody can tell whether more than "
        "one person's words stand under the mark.",
        "Läs filen själv och ta bort det som personen har svarat, eller ta bort filen.",
        "Read the file yourself and take away what the person answered, or remove it.",
        "warning",
    ),
    Message(
        "data-erased",
        "Rådata i revisionen gallrades {erased}. Inget har lästs in.",
        "The raw data of the audit was erased {erased}. Nothing has been read.",
        "Skapa en ny revision för de nya svaren: ingen kan längre veta vilka som "
        "redan är räknade i den här.",
        "Make a new audit for the new responses: nobody can know any longer who has "
        "been counted in this one.",
    ),
    Message(
        "plan-erase-due",
        "Rådata ska gallras senast {erase}.",
        "Raw data is to be erased by {erase}.",
        "Publicera det som ska publiceras och kör sedan brukarrevision data purge.",
        "Publish what is to be published and then run brukarrevision data purge.",
        severity="warning",
    ),
    Message(
        "plan-erase-unfinished",
        "Gallringen är antecknad {erased}, men det finns rådata kvar på den här "
        "datorn.",
        "The erasure is recorded {erased}, but there is raw data left on this "
        "computer.",
        "Kör brukarrevision data purge här också.",
        "Run brukarrevision data purge here too.",
    ),
    Message(
        "status-unreadable",
        "Revisionen {slug} går inte att läsa.",
        "The audit {slug} cannot be read.",
        "Kör brukarrevision check {slug}, så visas vad som är fel.",
        "Run brukarrevision check {slug} to see what is wrong.",
    ),
    Message(
        "pack-nothing",
        "Det finns inga rådata att packa.",
        "There is no raw data to pack.",
        "Läs in svar med brukarrevision collect först.",
        "Read responses with brukarrevision collect first.",
    ),
    Message(
        "pack-key-missing",
        "Det är inte sagt vem som ska kunna öppna filen.",
        "Nobody has been named who can open the file.",
        "Ange mottagarens publika nyckel med --to, eller en lösenfras med "
        "--passphrase-file. I en terminal frågas det efter en lösenfras.",
        "Give the recipient's public key with --to, or a passphrase with "
        "--passphrase-file. In a terminal a passphrase is asked for.",
    ),
    Message(
        "pack-in-worktree",
        "Filen skulle hamna i mappen {folder}, som följer med i git. Rådata hör inte "
        "hemma där, inte heller krypterade.",
        "The file would end up in the folder {folder}, which git keeps. Raw data does "
        "not belong there, not even encrypted.",
        "Välj en plats utanför, till exempel ett USB-minne.",
        "Choose a place outside it, for example a memory stick.",
    ),
    Message(
        "pack-in-data",
        "Filen skulle hamna i mappen med rådata och kunna skriva över dem. Inget har "
        "packats.",
        "The file would end up in the folder of raw data and could overwrite it. "
        "Nothing has been packed.",
        "Välj en annan plats, till exempel ett USB-minne.",
        "Choose another place, for example a memory stick.",
    ),
    Message(
        "purge-link",
        "Det här är en länk till en annan plats. Inget har gallrats.",
        "This is a link to another place. Nothing has been erased.",
        "Är det rådata som ligger där: förstör dem själv. Ta sedan bort länken och kör "
        "kommandot igen.",
        "If what lies there is raw data, destroy it yourself. Then remove the link and "
        "run the command again.",
    ),
    Message(
        "pack-recipient",
        "Nyckel nummer {number} är ingen publik nyckel för age eller SSH.",
        "Key number {number} is no public key of age or SSH.",
        "Skriv en nyckel som börjar med age1 eller ssh-, eller @FIL med en nyckel på "
        "varje rad.",
        "Write a key that begins with age1 or ssh-, or @FILE with a key on each line.",
    ),
    Message(
        "pack-secret-key",
        "Nyckel nummer {number} är en hemlig nyckel. Den ska ingen annan ha.",
        "Key number {number} is a secret key. Nobody else is to have it.",
        "Ange mottagarens publika nyckel, som börjar med age1 eller ssh-.",
        "Give the recipient's public key, which begins with age1 or ssh-.",
    ),
    Message(
        "pack-passphrases-differ",
        "Lösenfraserna var inte lika. Inget har packats.",
        "The passphrases were not the same. Nothing has been packed.",
        "Kör kommandot igen och skriv samma lösenfras två gånger.",
        "Run the command again and write the same passphrase twice.",
    ),
    Message(
        "passphrase-empty",
        "Lösenfrasen är tom, eller är inte text i UTF-8.",
        "The passphrase is empty, or is no text in UTF-8.",
        "Skriv minst tolv tecken, till exempel fyra ord som inte hör ihop.",
        "Write at least twelve characters, for example four words that do not belong "
        "together.",
    ),
    Message(
        "passphrase-short",
        "Lösenfrasen är kortare än {least} tecken och kan gissas.",
        "The passphrase is shorter than {least} characters and can be guessed.",
        "Packa om med en längre, till exempel fyra ord som inte hör ihop.",
        "Pack again with a longer one, for example four words that do not belong "
        "together.",
        severity="warning",
    ),
    Message(
        "pack-note-name",
        "Filen med anteckningar eller fritextsvar har ett namn som inte går att ha på "
        "alla datorer. Inget har packats.",
        "The file of notes or open answers has a name that not all computers can have. "
        "Nothing has been packed.",
        "Byt namn på den: bokstäver, siffror, punkt och bindestreck går bra.",
        "Rename it: letters, digits, full stops and hyphens are fine.",
    ),
    Message(
        "pack-too-large",
        "Rådata är {size} MB; högst {limit} MB går att packa.",
        "The raw data is {size} MB; at most {limit} MB can be packed.",
        "Kontrollera att det inte ligger stora filer bland intervjuerna.",
        "Check that there are no large files among the interviews.",
    ),
    Message(
        "pack-not-read-back",
        "Disken gav tillbaka något annat än det som skrevs. Inget har packats.",
        "The disk gave back something else than was written. Nothing has been packed.",
        "Packa på en annan disk.",
        "Pack onto another disk.",
    ),
    Message(
        "unpack-key-missing",
        "Det är inte sagt vad som öppnar filen.",
        "It is not said what opens the file.",
        "Ange filen med din hemliga nyckel med --identity, eller lösenfrasen med "
        "--passphrase-file. I en terminal frågas det efter en lösenfras.",
        "Give the file of your secret key with --identity, or the passphrase with "
        "--passphrase-file. In a terminal a passphrase is asked for.",
    ),
    Message(
        "unpack-identity",
        "Filen innehåller ingen hemlig nyckel för age eller SSH som går att använda.",
        "The file holds no secret key of age or SSH that can be used.",
        "Ange filen som age-keygen skrev, eller en SSH-nyckel utan lösenord.",
        "Give the file that age-keygen wrote, or an SSH key without a password.",
    ),
    Message(
        "unpack-locked",
        "Filen går inte att öppna med den nyckeln eller lösenfrasen.",
        "The file cannot be opened with that key or passphrase.",
        "Kontrollera nyckeln eller lösenfrasen. Stämmer den, är filen skadad: be att "
        "få den en gång till.",
        "Check the key or the passphrase. If it is right the file is damaged: ask for "
        "it once more.",
    ),
    Message(
        "unpack-broken",
        "Filen är skadad, eller är ingen fil från data pack. Inget har ändrats.",
        "The file is damaged, or is no file of data pack. Nothing has been changed.",
        "Be att få den en gång till av den som packade.",
        "Ask whoever packed it for it once more.",
    ),
    Message(
        "unpack-newer",
        "Filen är packad av en nyare version ({found}) än denna ({known}).",
        "The file was packed by a newer version ({found}) than this ({known}).",
        "Uppdatera brukarrevision.",
        "Update brukarrevision.",
    ),
    Message(
        "unpack-too-large",
        "Filen är större än {limit} MB.",
        "The file is larger than {limit} MB.",
        "Kontrollera att det är rätt fil.",
        "Check that it is the right file.",
    ),
    Message(
        "unpack-other-audit",
        "Filen innehåller rådata från en annan revision. Inget har ändrats.",
        "The file holds raw data of another audit. Nothing has been changed.",
        "Ange revisionen som filen packades från. Båda datorerna ska ha samma mapp "
        "från git.",
        "Name the audit that the file was packed from. Both computers must have the "
        "same folder from git.",
    ),
    Message(
        "unpack-release-differs",
        "Publiceringen {names} är en annan på den andra datorn. Inget har ändrats.",
        "The release {names} differs on the other computer. Nothing has been changed.",
        "Ta reda på vilken som har lämnats ut. Packa upp på den datorn, och använd "
        "inte den andra mer.",
        "Find out which one has been handed out. Unpack on that computer, and do not "
        "use the other one any more.",
    ),
    Message(
        "unpack-conflict-response",
        "Svaret från {who} ({instrument}) är ett annat på den andra datorn. Det "
        "som finns här står kvar.",
        "The response of {who} ({instrument}) differs on the other computer. The one "
        "here stands.",
        "Jämför med vad personen svarade och kör kommandot igen med --prefer mine "
        "eller --prefer theirs. Valet gäller allt som är listat.",
        "Compare with what the person answered and run the command again with "
        "--prefer mine or --prefer theirs. That settles all that is listed.",
    ),
    Message(
        "unpack-conflict-form",
        "Pappersformuläret {form} ({instrument}) är inmatat med andra svar på den "
        "andra datorn. Det som finns här står kvar.",
        "The paper form {form} ({instrument}) is keyed in with other answers on the "
        "other computer. The one here stands.",
        "Är det två personers formulär, ge det ena ett nytt nummer. Annars: jämför med "
        "papperet och kör kommandot igen med --prefer mine eller --prefer theirs.",
        "If they are two persons' forms, give one of them a new number. Otherwise: "
        "compare with the paper and run the command again with --prefer mine or "
        "--prefer theirs.",
    ),
    Message(
        "unpack-maybe-withdrawn",
        "{rows} svar är likadana som svar som är återkallade på den ena datorn, men "
        "kan vara någon annans. De står kvar: rad {numbers}.",
        "{rows} responses are the same as responses withdrawn on one of the computers, "
        "but may be somebody else's. They stay: row {numbers}.",
        "Är det samma person, kör data withdraw med importens och radens nummer; data "
        "path visar importerna.",
        "If it is the same person, run data withdraw with the numbers of import and "
        "row; data path shows the imports.",
        severity="warning",
    ),
    Message(
        "unpack-conflict-notes",
        "Filen ser annorlunda ut på den andra datorn. Den som finns här står kvar.",
        "The file differs on the other computer. The one here stands.",
        "Jämför dem, och kör kommandot igen med --prefer mine eller --prefer theirs. "
        "Valet gäller allt som är listat.",
        "Compare them, and run the command again with --prefer mine or --prefer "
        "theirs. That settles all that is listed.",
    ),
    Message(
        "unpack-masks",
        "De här maskerna har stått för olika ord på de två datorerna: {masks}.",
        "These masks have stood for different words on the two computers: {masks}.",
        "Läs citaten som har dem (brukarrevision quotes list). Handlar de om olika "
        "personer eller platser: byt nummer i det ena med brukarrevision quotes edit. "
        "Nya masker får nummer som ingen har.",
        "Read the quotes that have them (brukarrevision quotes list). If they are "
        "about different people or places, change the number in one of them with "
        "brukarrevision quotes edit. New masks get numbers that none has.",
        "warning",
    ),
    Message(
        "unpack-conflict-quote",
        "Citatet {quote} har en annan text på den andra datorn. Den som finns här står "
        "kvar.",
        "The quote {quote} differs on the other computer. The one here stands.",
        "Kör kommandot igen med --prefer mine eller --prefer theirs. Valet gäller "
        "allt som är listat.",
        "Run the command again with --prefer mine or --prefer theirs. That settles all "
        "that is listed.",
    ),
)
