"""All shortcuts on one page, for F1, where they can be changed too."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_XL, SPACE_XS
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.findable_groups import FindableGroup, FindableGroups
from ocrdesk.ui.views.key_caps import KeyCaps
from ocrdesk.ui.views.key_editor import Check, KeyEditor

_SIZE = QSize(704, 640)

ShortcutGroup = tuple[str, Sequence[tuple[str, ...]]]


class ShortcutsDialog(QDialog):
    """Lists groups of (what it does, keys, action), with a field to find one.

    A click on the keys of a row that names an action asks for others: ``keys_chosen`` carries the
    action and its new keys, nothing for none, ``reset_wanted`` the action that is to have those it
    came with. ``check`` says why keys may not be given.

    Each group gets a turn of the event loop: all at once held the window up for 70 ms.
    """

    keys_chosen = Signal(str, str)
    reset_wanted = Signal(str)

    def __init__(
        self,
        groups: Sequence[ShortcutGroup],
        parent: QWidget | None = None,
        *,
        check: Check = lambda _action, _keys: "",
    ) -> None:
        super().__init__(parent)
        self._editor = KeyEditor(check)
        self._editor.keys_chosen.connect(self.keys_chosen)
        self._editor.reset_wanted.connect(self.reset_wanted)
        self.setWindowTitle(tr("Keyboard Shortcuts"))
        self._waiting = list(groups)
        self._groups: list[_Group] = []
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_group)
        self._column = FindableGroups(
            tr("Shortcuts"),
            find=tr("Find a shortcut"),
            placeholder=tr("Find a command or a key"),
            nothing=tr("No command or key matches."),
        )
        self._lay_out()
        room = parent.window().height() if parent is not None else _SIZE.height()
        self.resize(_SIZE.boundedTo(QSize(_SIZE.width(), max(room, 320))))
        self._column.field.setFocus()
        self._add_group()
        self._later.start(0)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_L)
        column.addWidget(self._column, 1)
        column.addWidget(self._editor)
        column.addWidget(buttons)

    @property
    def is_complete(self) -> bool:
        """Tell whether all groups are there."""
        return not self._waiting

    def _add_group(self) -> None:
        """Add the next group below the others."""
        if not self._waiting:
            self._later.stop()
            return
        group = _Group(*self._waiting.pop(0), self._editor.ask)
        self._groups.append(group)
        self._column.add(group)

    def show_keys(self, action: str, keys: str) -> None:
        """Show which keys an action has now."""
        for group in self._groups:
            group.show_keys(action, keys)


class _Group(FindableGroup):
    """A heading and its rows."""

    def __init__(
        self, title: str, rows: Sequence[tuple[str, ...]], ask: Callable[[str, str], None]
    ) -> None:
        super().__init__()
        heading = QLabel(title)
        dress(heading, size="heading")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(0, 1)
        grid.addWidget(heading, 0, 0, 1, 2)
        self._rows: list[tuple[str, QLabel, KeyCaps]] = []
        self._caps: dict[str, KeyCaps] = {}
        for number, (text, keys, *action) in enumerate(rows, start=1):
            label, caps = QLabel(text), KeyCaps(keys)
            label.setWordWrap(True)  # keys are never cut, and German ones are long
            if action and action[0]:
                self._caps[action[0]] = caps
                caps.make_editable(text)
                caps.clicked.connect(partial(ask, action[0], text))
            label.setAccessibleDescription(keys)
            grid.addWidget(label, number, 0)
            grid.addWidget(caps, number, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append((text, label, caps))

    def show_keys(self, action: str, keys: str) -> None:
        """Show which keys an action has now, if it is one of these."""
        if action in self._caps:
            self._caps[action].show_keys(keys)

    def filter(self, text: str) -> bool:
        """Show the rows that hold the text; tell whether there are any."""
        wanted = text.strip().casefold()
        has_any = False
        for what, label, caps in self._rows:
            is_match = wanted in f"{what} {caps.accessibleName()}".casefold()
            has_any = has_any or is_match
            label.setVisible(is_match)
            caps.setVisible(is_match)
        self.setVisible(has_any)
        return has_any
