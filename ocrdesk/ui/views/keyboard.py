"""What keys mean on the page: letters and digits are labels, so nothing else may use them."""

import unicodedata
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier

_ARROWS = {
    _Key.Key_Left: "left",
    _Key.Key_Right: "right",
    _Key.Key_Up: "up",
    _Key.Key_Down: "down",
}
_COMMANDS = {
    **{(_Modifier.NoModifier, key): ("navigate", way) for key, way in _ARROWS.items()},
    **{(_Modifier.ShiftModifier, key): ("extend", way) for key, way in _ARROWS.items()},
    (_Modifier.ControlModifier, _Key.Key_A): ("all", ""),
    (_Modifier.ShiftModifier, _Key.Key_F10): ("menu", ""),
    (_Modifier.NoModifier, _Key.Key_Return): ("confirm", ""),
    (_Modifier.NoModifier, _Key.Key_Enter): ("confirm", ""),
    (_Modifier.NoModifier, _Key.Key_Backspace): ("clear", ""),
    (_Modifier.NoModifier, _Key.Key_Delete): ("delete", ""),
    (_Modifier.NoModifier, _Key.Key_Escape): ("escape", ""),
}


def key_gesture(event: QKeyEvent) -> tuple[str, str] | None:
    """Return what a key press asks for, as (gesture, detail), or None for keys of others.

    Gestures: "navigate" and, with Shift, "extend" with a direction, "label" with a character,
    "confirm", "clear", "delete", "escape", "all" (Ctrl+A), "menu" (Shift+F10; the menu key comes as
    an event of its own) and "leave" (Ctrl+Tab, because Tab itself goes to the next letter).
    """
    key = _Key(event.key())
    modifiers = event.modifiers() & ~(_Modifier.KeypadModifier | _Modifier.GroupSwitchModifier)
    if key in (_Key.Key_Tab, _Key.Key_Backtab):
        is_back = key == _Key.Key_Backtab or bool(modifiers & _Modifier.ShiftModifier)
        direction = "previous" if is_back else "next"
        if modifiers & _Modifier.ControlModifier:
            return "leave", direction
        return ("navigate", direction) if not modifiers & _Modifier.AltModifier else None
    command = _COMMANDS.get((modifiers, key))
    if command is not None:
        return command
    character = typed_character(event.text(), modifiers)
    return ("label", character) if character else None


def typed_character(text: str, modifiers: Qt.KeyboardModifier = _Modifier.NoModifier) -> str:
    """Return the one composed, printable character of a key or an input method, else nothing."""
    control = bool(modifiers & _Modifier.ControlModifier)
    alt = bool(modifiers & _Modifier.AltModifier)
    # Windows reports AltGr as both; either of them alone belongs to a shortcut.
    if control != alt or modifiers & _Modifier.MetaModifier:
        return ""
    composed = unicodedata.normalize("NFC", text)
    if len(composed) != 1 or composed.isspace() or not composed.isprintable():
        return ""
    return composed


class PageKeys:
    """Decides which keys the page takes, and hands them to ``intents`` by gesture.

    Tab goes from letter to letter, so the page would hold the keyboard for ever: after Escape, or
    with Ctrl, Tab leaves it.
    """

    def __init__(self, intents: Mapping[str, Callable[[str], object]]) -> None:
        self._intents = intents
        self._has_glyphs = False
        self._has_selection = False
        self._tab_leaves = False

    def follow(self, *, has_glyphs: bool, has_selection: bool) -> None:
        """Know what there is to act on."""
        self._has_glyphs, self._has_selection = has_glyphs, has_selection
        self._tab_leaves = self._tab_leaves and not has_selection

    def enter(self) -> None:
        """Begin afresh when the page gets the keyboard."""
        self._tab_leaves = False

    def wants(self, event: QKeyEvent) -> bool:
        """Tell whether the page has a use for the key, before any shortcut of the window."""
        return self._meaning(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it was used."""
        meaning = self._meaning(event)
        if meaning is None:
            return False
        gesture, detail = meaning
        if gesture == "escape":
            self._tab_leaves = True
        self._intents[gesture](detail)
        event.accept()
        return True

    def _meaning(self, event: QKeyEvent) -> tuple[str, str] | None:
        meaning = key_gesture(event)
        if meaning is None:
            return None
        gesture, detail = meaning
        if gesture == "navigate":
            is_tab = detail in ("next", "previous")
            return meaning if self._has_glyphs and not (is_tab and self._tab_leaves) else None
        if gesture in ("escape", "leave", "menu"):
            return meaning
        if gesture in ("extend", "all"):
            return meaning if self._has_glyphs else None
        # Whoever types with nothing selected is told so, and Enter begins at the beginning.
        is_placed = self._has_selection or (gesture in ("label", "confirm") and self._has_glyphs)
        return meaning if is_placed else None
