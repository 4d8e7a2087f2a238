"""All shortcuts on one page, for F1."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

ShortcutGroup = tuple[str, Sequence[tuple[str, str]]]


class ShortcutsDialog(QDialog):
    """Lists groups of (what it does, keys) pairs, with a field to find one."""

    def __init__(self, groups: Sequence[ShortcutGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
