"""Keys that a person gave to actions: how settings keep them, and which may not be given."""

import re
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtGui import QKeySequence

from ocrdesk.ui.actions.spec import ActionSpec
from ocrdesk.ui.translation import tr

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_SEPARATOR = "; "
_HELD = ("Meta+", "Ctrl+", "Alt+")  # Qt names Shift after them
_TYPING = re.compile(r"Ctrl\+Alt\+(Shift\+)?.")  # as AltGr does
_FREE = re.compile(
    r"Shift\+Space|(Shift\+)?(F\d+|PgUp|PgDown|Home|End|Ins|Esc)"
)  # they type nothing

Keys = tuple[str, ...]


def chosen_keys(entries: Iterable[str], specs: Sequence[ActionSpec]) -> dict[str, Keys]:
    """Return the keys of each action in the settings' "action=keys; keys", as far as they hold."""
    known = {spec.id for spec in specs if not spec.is_page_key}
    found: dict[str, Keys] = {}
    for entry in entries:
        action_id, _, keys = entry.partition("=")
        if action_id in known:
            found[action_id] = tuple(key for key in keys.split(_SEPARATOR) if key)
    return found


def entries_of(chosen: Mapping[str, Keys]) -> tuple[str, ...]:
    """Return the keys as the settings keep them."""
    return tuple(f"{action_id}={_SEPARATOR.join(keys)}" for action_id, keys in chosen.items())


def refusal(action_id: str, keys: str, specs: Sequence[ActionSpec]) -> str:
    """Return why an action may not have these keys, in a sentence; "" where it may.

    What types a letter belongs to the page, and what another action has is that one's.
    """
    wanted = QKeySequence(keys, _PORTABLE)
    if wanted.isEmpty():
        return ""
    if wanted.count() > 1:
        return tr("One combination of keys, please: not one after another.")
    text = wanted.toString(_PORTABLE)
    types = _TYPING.fullmatch(text) or not text.startswith(_HELD)
    if types and not _FREE.fullmatch(text):
        return tr("Keys that type belong to the page: they name and choose letters.")
    return taken(action_id, keys, specs)


def taken(action_id: str, keys: str, specs: Sequence[ActionSpec]) -> str:
    """Return which other action has these keys, in a sentence; "" where none has."""
    wanted = QKeySequence(keys, _PORTABLE)
    for spec in specs:
        if spec.id != action_id and wanted in [QKeySequence(key) for key in spec.keys]:
            return tr("“{command}” has these keys. Take them from it first.").format(
                command=spec.label
            )
    return ""
