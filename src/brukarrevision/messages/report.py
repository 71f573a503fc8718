"""Messages about writing reports and about the base files they are written into."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        code="base-not-docx",
        sv="Mallfilen är inget Worddokument som rapporten kan skrivas i.",
        en="The base file is not a Word document that a report can be written into.",
        sv_remedy="Öppna den i Word och spara den som Word-dokument (.docx), "
        "inte som Strict Open XML.",
        en_remedy="Open it in Word and save it as a Word document (.docx), "
        "not as Strict Open XML.",
    ),
    Message(
        code="base-locked",
        sv="Mallfilen är låst med lösenord eller sparad i det gamla formatet .doc.",
        en="The base file has a password or is saved in the old format .doc.",
        sv_remedy="Ta bort lösenordet i Word och spara filen som .docx.",
        en_remedy="Remove the password in Word and save the file as .docx.",
    ),
    Message(
        code="base-macros",
        sv="Mallfilen innehåller makron eller andra program.",
        en="The base file holds macros or other programs.",
        sv_remedy="Spara den i Word som vanligt dokument utan makron (.docx).",
        en_remedy="Save it in Word as an ordinary document without macros (.docx).",
    ),
    Message(
        code="base-objects",
        sv="Mallfilen innehåller ett inbäddat objekt, till exempel ett Exceldokument.",
        en="The base file holds an embedded object, such as an Excel document.",
        sv_remedy="Ta bort objektet i Word eller klistra in det som bild eller text.",
        en_remedy="Remove the object in Word, or paste it as a picture or as text.",
    ),
    Message(
        code="base-too-large",
        sv="Mallfilen är för stor: högst 20 MB per del och 60 MB uppackad.",
        en="The base file is too large: at most 20 MB a part and 60 MB unpacked.",
        sv_remedy="Förminska eller ta bort stora bilder i mallen.",
        en_remedy="Make large pictures in the base file smaller, or remove them.",
    ),
    Message(
        code="base-doctype",
        sv="Mallfilen innehåller en del ({part}) som inte kommer från Word.",
        en="The base file holds a part ({part}) that does not come from Word.",
        sv_remedy="Öppna filen i Word, spara den på nytt som .docx och fråga den som "
        "lämnade den om den är äkta.",
        en_remedy="Open the file in Word, save it anew as .docx, and ask whoever gave "
        "it to you whether it is genuine.",
    ),
    Message(
        code="base-broken",
        sv="Mallfilen är skadad: {part} går inte att läsa.",
        en="The base file is damaged: {part} cannot be read.",
        sv_remedy="Öppna filen i Word, låt Word reparera den och spara på nytt.",
        en_remedy="Open the file in Word, let Word repair it and save it anew.",
    ),
    Message(
        code="base-linked",
        sv="Mallfilen hämtar något utanför sig själv ({kind}).",
        en="The base file fetches something from outside itself ({kind}).",
        sv_remedy="Infoga bilden eller texten i dokumentet i stället för att länka "
        "till den.",
        en_remedy="Insert the picture or text into the document instead of linking "
        "to it.",
    ),
    Message(
        code="base-style-missing",
        sv="Mallfilen saknar formatmallen {style}.",
        en="The base file has no style called {style}.",
        sv_remedy="Öppna filen i Word, använd formatmallen {style} på något ställe och "
        "spara.",
        en_remedy="Open the file in Word, use the style {style} somewhere and save.",
    ),
    Message(
        code="base-anchor",
        sv="Mallfilens märke {anchor} ska stå en enda gång, ensamt i ett eget stycke "
        "och inte i en tabell, textruta, sidhuvud eller sidfot.",
        en="The mark {anchor} of the base file must stand once only, alone in a "
        "paragraph of its own and not in a table, text box, header or footer.",
        sv_remedy="Flytta märket till ett eget stycke i brödtexten.",
        en_remedy="Move the mark to a paragraph of its own in the text.",
    ),
    Message(
        code="report-lost-content",
        sv="Rapporten skrevs inte: {kind} saknades i filen (del {number} i ordning).",
        en="The report was not written: {kind} missing from the file (piece {number} "
        "in order).",
        sv_remedy="Det är ett fel i programmet eller i mallfilen. Pröva utan egen "
        "mallfil och rapportera felet.",
        en_remedy="This is a fault in the program or the base file. Try without a base "
        "file of your own, and report the fault.",
    ),
)
