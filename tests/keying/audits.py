"""An audit in a folder, to key forms into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.keying import filling, keys
from brukarrevision.keying.desk import Desk
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping as SourceMapping
from brukarrevision.model.plan import Plan
from brukarrevision.store import Store

from .forms import PLAN


@dataclass
class FakeAudit:
    """What key entry and ``collect`` need of an audit."""

    folder: Path
    instruments: dict[str, Instrument]
    plan: Plan = PLAN
    mappings: dict[str, SourceMapping] = field(default_factory=dict)
    erased: bool = False

    @property
    def store_path(self) -> Path:
        """Where the store lies."""
        return self.folder / "responses.sqlite"

    def ensure_data_dir(self) -> Path:
        """Make the folder."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder

    def refuse_if_erased(self) -> None:
        """Refuse where raw data is erased."""
        if self.erased:
            raise FaultyFiles(problem("data-erased", erased="2026-01-01"))

    def write_mapping(self, name: str, mapping: SourceMapping) -> Path:
        """Keep a mapping."""
        self.mappings[name] = mapping
        return self.folder / name

    def desk(
        self, stated: Mapping[str, str] | None = None, *, second: bool = False
    ) -> Desk:
        """Sit down at the only instrument."""
        (instrument,) = self.instruments.values()
        return Desk.of(self, instrument, stated or {}, second=second)

    def frame(self) -> list[dict[str, str | None]]:
        """Return all responses, as they are stored."""
        (instrument,) = self.instruments
        with Store.open(self.store_path) as store:
            frame = store.frame(instrument)
        names = [str(name) for name in frame.columns]
        return [dict(zip(names, row, strict=True)) for row in frame.to_numpy().tolist()]


def key_in(desk: Desk, number: int, cells: dict[str, str]) -> None:
    """Key in one form to its end."""
    form = desk.begun(desk.numbers().form(number, desk.entry), {})
    state = form.filling
    while state.item:
        state = filling.answer(state, cells.get(state.item.id, "")).form
    desk.save(number, replace(form, filling=state))


def press(state: filling.Filling, strokes: Sequence[str]) -> filling.Filling:
    """Press keys one after another."""
    for key in strokes:
        state = filling.press(state, keys.NAMES.get(key, key)).form
    return state
