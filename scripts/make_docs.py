"""Write the parts of ``docs/`` that follow from the code; ``--check`` only compares.

Commands with their options, every message with its remedy, a JSON Schema for each kind
of file, so that editors complete the YAML, and what the commands in the pages print.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import sessions
from pydantic import BaseModel

from brukarrevision.cli.app import COMMANDS
from brukarrevision.messages import catalogue
from brukarrevision.model.codebook import Codebook
from brukarrevision.model.erasure import Erasure
from brukarrevision.model.findings import Findings
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from brukarrevision.model.plan import Plan
from brukarrevision.model.quotes import Quotes
from brukarrevision.model.release import Release
from brukarrevision.model.workspace import WorkspaceSettings

ROOT = Path(__file__).parent.parent
SCHEMAS: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "instrument": Instrument,
    "mapping": Mapping,
    "findings": Findings,
    "codebook": Codebook,
    "quotes": Quotes,
    "release": Release,
    "erasure": Erasure,
    "workspace": WorkspaceSettings,
}
WORDS = {
    "sv": {
        "commands": "Kommandon",
        "commands-lead": "Sidan skrivs av programmet självt: `make docs` kontrollerar "
        "att den stämmer.",
        "exit": "Slutkoder: 0 allt gick bra, 1 något i era filer behöver rättas, "
        "2 kommandot var felskrivet, 3 resultatet skulle avslöja någon, "
        "4 datorn sa nej.",
        "messages": "Meddelanden",
        "messages-lead": "Varje meddelande slutar med sin kod inom hakparenteser. "
        "Här står vad det betyder och vad man gör. Ord inom {} fylls i av programmet.",
        "severity": {"error": "fel", "warning": "varning", "note": "notera"},
    },
    "en": {
        "commands": "Commands",
        "commands-lead": "The program writes this page itself: `make docs` checks that "
        "it is current.",
        "exit": "Exit codes: 0 all went well, 1 something in your files has to be "
        "mended, 2 the command was miswritten, 3 the result would disclose somebody, "
        "4 the computer said no.",
        "messages": "Messages",
        "messages-lead": "Every message ends with its code in square brackets. Here is "
        "what it means and what to do. Words in {} are filled in by the program.",
        "severity": {"error": "error", "warning": "warning", "note": "note"},
    },
}


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path of every page and what is to stand in it, made just before."""
    yield "docs/sv/kommandon.md", commands("sv")
    yield "docs/en/commands.md", commands("en")
    yield "docs/sv/meddelanden.md", messages("sv")
    yield "docs/en/messages.md", messages("en")
    for name, model in SCHEMAS.items():
        yield f"docs/schema/{name}.schema.json", schema(name, model)
    yield from sessions.pages()


def commands(language: str) -> str:
    """Return the page of commands, from their own help."""
    words = WORDS[language]
    parts = [f"# {words['commands']}", words["commands-lead"], words["exit"]]
    for name in ("", *COMMANDS):
        title = f"brukarrevision {name}".strip()
        parts += [f"## {title}", f"```text\n{_help(name, language)}\n```"]
    return "\n\n".join(map(str, parts)) + "\n"


def _help(name: str, language: str) -> str:
    command = [sys.executable, "-m", "brukarrevision", *name.split(), "--help"]
    environment = {**os.environ, "COLUMNS": "80", "LANG": language, "NO_COLOR": "1"}
    environment |= {"LC_ALL": language, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, capture_output=True, check=True, env=environment, encoding="utf-8"
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def messages(language: str) -> str:
    """Return the page of messages, in the catalogue's order."""
    words = WORDS[language]
    parts = [f"# {words['messages']}", str(words["messages-lead"])]
    severities = dict(words["severity"])
    for entry in catalogue().values():
        text, remedy = (
            (entry.sv, entry.sv_remedy)
            if language == "sv"
            else (entry.en, entry.en_remedy)
        )
        parts += [
            f"## {entry.code}",
            f"*{severities[entry.severity]}* {_shown(text)}",
            _shown(remedy),
        ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _shown(text: str) -> str:
    """Return a text with its braces as they are seen, and no markup."""
    plain = text.replace("{{", "{").replace("}}", "}")
    for sign in "<*_[":
        plain = plain.replace(sign, f"\\{sign}")
    return plain


def schema(name: str, model: type[BaseModel]) -> str:
    """Return the JSON Schema of one kind of file."""
    data = model.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name}
    return json.dumps(head | data, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the pages, or with ``--check`` name those that are not current."""
    check = "--check" in sys.argv[1:]
    stale = []
    for name, text in pages():
        path = ROOT / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{'stale' if check else 'wrote'}: {name}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
