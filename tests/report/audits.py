"""Audits to report on: the example with its synthetic answers, and invented ones."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import results
from brukarrevision.audit import Audit
from brukarrevision.cli.demo_steps import interviewed
from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.model.findings import Findings
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from brukarrevision.report import build
from brukarrevision.report.blocks import Document
from brukarrevision.report.gather import content
from brukarrevision.report.scope import Scope, scopes
from brukarrevision.results import Results
from tests.conftest import ROOT
from tests.protect.surveys import audit, plan
from tests.stored import keep

EXAMPLE = ROOT / "audits" / "sip-exempel"

People = Sequence[Mapping[str, str]]


def example(root: Path, swap: Mapping[str, str] | None = None) -> Audit:
    """Return the example, answers and interviews read, in a workspace of its own.

    Args:
        root: an empty folder; its name keeps the data apart from that of others.
        swap: texts in the files of answers, and what stands there instead.
    """
    folder = root / "audits" / EXAMPLE.name
    shutil.copytree(EXAMPLE, folder)
    settings = (ROOT / "brukarrevision.yaml").read_text(encoding="utf-8")
    own = settings.replace("id: exempel", f"id: {root.name}")
    (root / "brukarrevision.yaml").write_text(own, encoding="utf-8")
    files = sorted((folder / "synthetic").glob("*.csv"))
    for file in files if swap else ():
        text = file.read_text(encoding="utf-8")
        for old, new in (swap or {}).items():
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8", newline="\n")
    collect(audits.require(str(folder), root), files, CollectOptions())
    interviewed(audits.require(str(folder), root))
    return audits.require(str(folder), root)


def twins(of: Audit) -> dict[str, str]:
    """Return the Markdown twins of all reports, by name."""
    made = build.reports(of, formats=("md",))
    return {one.name.removesuffix(".md"): one.data.decode() for one in made}


def documents(of: Audit) -> dict[str, Document]:
    """Return all reports as documents, by name."""
    found = results.protected(of)
    return {s.name: document(of, found, s) for s in every(of, found)}


def document(of: Audit, found: Results, scope: Scope) -> Document:
    """Return the report of one scope."""
    return build.build(of, content(of, found, scope))


def every(of: Audit, found: Results) -> tuple[Scope, ...]:
    """Return the scopes of all reports."""
    return scopes(found.questions, [unit.id for unit in of.plan.units])


def answered(
    *parts: tuple[Instrument, People],
    given: Plan | None = None,
    texts: Mapping[str, str] | None = None,
    findings: Sequence[Mapping[str, object]] = (),
) -> Audit:
    """Return an invented audit with its responses, and no others, in the store."""
    made = audit(given or plan(), *(of for of, _ in parts))
    made.store_path.unlink(missing_ok=True)
    for of, people in parts:
        keep(made, of, people)
    told = Findings.model_validate({"format": 1, "findings": list(findings)})
    return replace(made, texts=dict(texts or {}), findings=told)


def people(number: int, **cells: str) -> list[dict[str, str]]:
    """Return people of ``u0`` who answer alike but where ``|`` parts the answers.

    ``q="=a|=b"`` lets every other one answer ``a``.
    """
    parted = {name: cell.split("|") for name, cell in cells.items()}
    return [
        {"unit": "u0", **{k: each[at % len(each)] for k, each in parted.items()}}
        for at in range(number)
    ]
