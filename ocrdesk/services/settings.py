"""What the program remembers between two starts: declared once, with defaults, in one JSON file.

A value of the wrong kind falls back to its default, a damaged file to all defaults; keys that this
version does not know are kept, so that a newer version finds its own again.
"""

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from ocrdesk.errors import SettingsError
from ocrdesk.formats.output_file import make_folder, write_text_atomically
from ocrdesk.formats.presence import is_there
from ocrdesk.services.progress import run

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
ACCEPTED = (
    ("", "Check below 98 %"),
    ("0.005", "Up to 0.5 %"),
    ("0.01", "Up to 1 %"),
    ("0.02", "Up to 2 %"),
    ("0.05", "Up to 5 %"),
)
LANGUAGES = (("system", "As the system"), ("en", "English"), ("de", "Deutsch"))


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a setting is: its default, what a settings page calls it, and what it may be.

    The page shows settings of one ``group`` together, with ``tip`` below those that need a word
    more; those without a group are the program's own business. ``choices`` are (value, words);
    ``bounds`` are the least and the most of a number.
    """

    name: str
    default: Any
    title: str
    group: str = ""
    tip: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    bounds: tuple[int, int] = (0, 0)

    def fits(self, value: Any) -> bool:
        """Tell whether the setting may have that value."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return self.bounds[0] <= value <= self.bounds[1]
        return not self.choices or value in dict(self.choices)


def declared(default: Any, title: str, **more: Any) -> Any:
    """Declare a setting; ``more`` is as in `Declaration`."""
    return field(default=default, metadata={"title": title, **more})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the program remembers; frozen, a change makes another.

    An empty ``model`` stands for the one that ships as the default. ``shortcuts`` are the keys
    that a person chose, as "action=keys" (`ui.actions.keys`). ``errors_accepted`` is a share of
    `TARGETS`, empty where letters are checked by `DOUBTFUL_BELOW`. ``last_folder`` is about
    opening, ``folders`` about all else, as "export=/home/ann" (`ui.controllers.folders`).
    ``unknown`` holds the keys of the file that this version does not know.
    """

    theme: str = declared("system", "Light or dark", group="Appearance", choices=THEMES)
    language: str = declared(
        "system",
        "Language",
        group="Appearance",
        tip="In use from the next start of ocrdesk on.",
        choices=LANGUAGES,
    )
    shows_boxes: bool = declared(True, "Boxes around letters", group="On the page")
    shows_rows: bool = declared(True, "Bands behind rows", group="On the page")
    shows_labels: bool = declared(False, "What was read, above each letter", group="On the page")
    model: str = declared(
        "", "Model to read with", group="Reading", tip="Pages looked at from now on are read by it."
    )
    learns_by_itself: bool = declared(False, "Learn your hand after corrections")
    errors_accepted: str = declared(
        "",
        "Errors to accept",
        group="Review",
        tip="Of what you leave unchecked; the rest is to be checked.",
        choices=ACCEPTED,
    )
    recent_count: int = declared(
        10, "Recent files to remember", group="Files", tip="0 remembers none.", bounds=(0, 30)
    )
    recent_files: tuple[str, ...] = declared((), "Files opened before")
    last_folder: str = declared("", "Folder opened from last")
    folders: tuple[str, ...] = declared((), "Folders chosen last")
    window_geometry: str = declared("", "Place and size of the window")
    window_docks: str = declared("", "Arrangement of the panels")
    shortcuts: tuple[str, ...] = declared((), "Keys that were chosen")
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def with_recent(self, path: str) -> "Settings":
        """Return the settings with ``path`` first among the recent files."""
        others = tuple(other for other in self.recent_files if other != path)
        return replace(self, recent_files=(path, *others)[: self.recent_count])

    def folder(self, purpose: str) -> str:
        """Return the folder chosen last for that, "" for none."""
        if purpose == "open":
            return self.last_folder
        known = (entry.partition("=") for entry in self.folders)
        return next((folder for name, _, folder in known if name == purpose), "")

    def with_folder(self, purpose: str, folder: str) -> "Settings":
        """Return the settings with a folder chosen last for that, "" for none."""
        if purpose == "open":
            return replace(self, last_folder=folder)
        others = tuple(e for e in self.folders if e.partition("=")[0] != purpose)
        return replace(self, folders=(*others, f"{purpose}={folder}") if folder else others)

    def without_recent(self, path: str) -> "Settings":
        """Return the settings with ``path`` forgotten."""
        return replace(self, recent_files=tuple(p for p in self.recent_files if p != path))


class SettingsStore:
    """The settings of the running program and the file they live in.

    ``problem`` is what was wrong with the file at the start, for the window to tell.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.problem: SettingsError | None = None
        try:
            self._settings = read_settings(path)
        except SettingsError as error:
            self._settings = Settings()
            self.problem = error
        self._saved = self._settings
        self._listeners: list[Callable[[Settings, Settings], None]] = []

    def listen(self, listener: Callable[[Settings, Settings], None]) -> None:
        """Call ``listener`` with the settings before and after every change from now on."""
        self._listeners.append(listener)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def change(self, transform: Callable[[Settings], Settings]) -> None:
        """Replace the settings by what ``transform`` makes of them; ``save`` writes them."""
        before, self._settings = self._settings, transform(self._settings)
        if before != self._settings:
            for listener in self._listeners:
                listener(before, self._settings)

    def set(self, **values: Any) -> None:
        """Give some settings new values."""
        self.change(lambda settings: replace(settings, **values))

    @property
    def is_saved(self) -> bool:
        """Tell whether the file holds what changed here."""
        return self._settings == self._saved

    def save(self) -> None:
        """Write the file if anything changed; raises ``OutputError`` where that is impossible."""
        if not self.is_saved:
            self.take_saved(run(self.saving()))

    def saving(self) -> Generator[Path, None, Settings]:
        """Return steps that write the settings as they are now, which a worker may take.

        They end with those settings, for ``take_saved``; `save` tells what they raise.
        """
        return _write_changes(self._path, self._saved, self._settings)

    def take_saved(self, settings: object) -> None:
        """Know what was written."""
        if isinstance(settings, Settings):
            self._saved = settings


def _write_changes(
    path: Path, before: Settings, after: Settings
) -> Generator[Path, None, Settings]:
    """Write what changed into the file; what another window wrote there since stays."""
    yield path
    try:
        there = read_settings(path) if is_there(path) else after
    except SettingsError:
        there = after
    names = [item.name for item in declarations()]
    changed = {n: getattr(after, n) for n in names if getattr(after, n) != getattr(before, n)}
    write_settings(path, replace(there, **changed))
    return after


def read_settings(path: Path) -> Settings:
    """Return the settings in the file, the defaults if there is none.

    Raises ``SettingsError`` if the file cannot be read or is no JSON object.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        raise _damaged(path) from error
    if not isinstance(content, dict):
        raise _damaged(path)
    known = {item.name: item for item in declarations()}
    values = {
        name: _fitting(known[name], value) for name, value in content.items() if name in known
    }
    unknown = {name: value for name, value in content.items() if name not in known}
    return Settings(**values, unknown=unknown)


def write_settings(path: Path, settings: Settings) -> None:
    """Write the file in one piece; raises ``OutputError`` where that is impossible."""
    content = {item.name: getattr(settings, item.name) for item in declarations()}
    make_folder(path.parent)
    text = json.dumps({**settings.unknown, **content}, indent=2, ensure_ascii=False)
    write_text_atomically(path, text + "\n")


def declarations() -> tuple[Declaration, ...]:
    """Return what every setting is, in the order of a settings page."""
    return tuple(
        Declaration(item.name, item.default, **item.metadata)
        for item in fields(Settings)
        if item.default is not MISSING
    )


def _fitting(item: Declaration, value: Any) -> Any:
    """Return the value as its declared kind, or the default where it does not fit."""
    default = item.default
    if isinstance(default, tuple):
        is_list = isinstance(value, list) and all(isinstance(entry, str) for entry in value)
        return tuple(value) if is_list else default
    return value if item.fits(value) else default


def _damaged(path: Path) -> SettingsError:
    return SettingsError(
        f"The settings in {path} could not be read, so the defaults are used.",
        advice="Window places and recent files start afresh; your pages are not affected.",
    )
