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
        "Flera personer har id {given}, i importerna {numbers}. Inget har tagits bort.",
        "Several people have the id {given}, in the imports {numbers}. Nothing has "
        "been removed.",
        "Skriv importens nummer och radens nummer i filen i stället, till exempel "
        "1:17; data path visar importernas nummer.",
        "Write the number of the import and of the row in its file instead, for "
        "example 1:17; data path shows the numbers of the imports.",
    ),
    Message(
        "withdraw-pending",
        "En publicering avbröts innan den var klar. Inget har tagits bort.",
        "A publication was stopped before it was done. Nothing has been removed.",
        "Kör brukarrevision publish igen så att den blir klar, och återkalla sedan.",
        "Run brukarrevision publish again so that it is completed, and withdraw then.",
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
)
