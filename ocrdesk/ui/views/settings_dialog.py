"""The settings page, made of what the settings say of themselves."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.services.settings import Declaration
from ocrdesk.ui.appearance import dress, icon
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.field_form import FIELD_HEIGHT, off_its_frame
from ocrdesk.ui.views.findable_groups import FindableGroup, FindableGroups

_SIZE = QSize(560, 620)
_FIELD = QSize(190, FIELD_HEIGHT)


class SettingsDialog(QDialog):
    """Shows settings by group; ``changed`` carries the name and the new value of one."""

    changed = Signal(str, object)

    def __init__(
        self,
        settings: Sequence[Declaration],
        values: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        groups = dict.fromkeys(item.group for item in settings)
        self._groups = FindableGroups(
            tr("Settings"),
            find=tr("Find a setting"),
            placeholder=tr("Find a setting"),
            nothing=tr("No setting matches."),
        )
        self._rows: dict[str, _Row] = {}
        for title in groups:
            group = _Group(title, [item for item in settings if item.group == title])
            self._groups.add(group)
            self._rows |= {row.name: row for row in group.rows}
        self._lay_out()
        for row in self._rows.values():
            row.changed.connect(self._tell)
        self.show_values(values)
        room = parent.window().height() if parent is not None else _SIZE.height()
        self.resize(_SIZE.boundedTo(QSize(_SIZE.width(), max(room - 40, 360))))
        self._groups.field.setFocus()

    def _lay_out(self) -> None:
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Close | kind.RestoreDefaults)
        buttons.rejected.connect(self.reject)
        self._restore = buttons.button(kind.RestoreDefaults)
        self._restore.setText(tr("Restore &All Defaults"))
        self._restore.clicked.connect(self._restore_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_L)
        column.addWidget(self._groups, 1)
        column.addWidget(buttons)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what the settings are now; that is no change by the person."""
        for name, row in self._rows.items():
            row.show_value(values[name])
        self._note_defaults()

    def _tell(self, name: str, value: object) -> None:
        self._note_defaults()
        self.changed.emit(name, value)

    def _note_defaults(self) -> None:
        self._restore.setEnabled(not all(row.is_default for row in self._rows.values()))

    def _restore_all(self) -> None:
        for row in self._rows.values():
            row.restore()


class _Group(FindableGroup):
    """A heading and the settings below it."""

    def __init__(self, title: str, settings: Sequence[Declaration]) -> None:
        super().__init__()
        heading = QLabel(title)
        dress(heading, size="heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(heading)
        self.rows = [_Row(item) for item in settings]
        for row in self.rows:
            column.addWidget(row)

    def filter(self, text: str) -> bool:
        """Show the settings that hold the text; tell whether there are any."""
        for row in self.rows:
            row.setVisible(row.matches(text))
        has_any = any(row.matches(text) for row in self.rows)
        self.setVisible(has_any)
        return has_any


class _Row(QWidget):
    """One setting: its words, its field, and the way back to its default."""

    changed = Signal(str, object)

    def __init__(self, item: Declaration) -> None:
        super().__init__()
        self.name = item.name
        self._item = item
        self._value: Any = item.default
        self._field = self._made()
        self._field.setAccessibleName(item.title)
        self._field.setAccessibleDescription(item.tip)
        self._reset = QToolButton()
        self._reset.setIcon(icon("undo"))
        self._reset.setToolTip(tr("Back to the default"))
        self._reset.setAccessibleName(
            tr("{setting}: back to the default").format(setting=item.title)
        )
        self._reset.clicked.connect(self.restore)
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        title = QLabel(item.title)
        title.setBuddy(self._field)
        grid.addWidget(title, 0, 0)
        grid.addWidget(self._field, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._reset, 0, 2)
        if item.tip:
            tip = QLabel(item.tip)
            dress(tip, size="caption", tone="muted")
            grid.addWidget(tip, 1, 0, 1, 2)

    @property
    def is_default(self) -> bool:
        """Tell whether the setting is as it comes."""
        return bool(self._value == self._item.default)

    def matches(self, text: str) -> bool:
        """Tell whether the words of the setting hold a text."""
        item = self._item
        words = " ".join([item.title, item.group, item.tip, *(words for _, words in item.choices)])
        return text.strip().casefold() in words.casefold()

    def restore(self) -> None:
        """Go back to the default."""
        if not self.is_default:
            self.show_value(self._item.default)
            self.changed.emit(self.name, self._value)

    def show_value(self, value: Any) -> None:
        """Show a value; that is no change by the person."""
        self._value = value
        was_blocked = self._field.blockSignals(True)
        if isinstance(self._field, QCheckBox):
            self._field.setChecked(value)
        elif isinstance(self._field, QSpinBox):
            self._field.setValue(value)
        elif isinstance(self._field, QComboBox):
            self._field.setCurrentIndex(max(self._field.findData(value), 0))
        self._field.blockSignals(was_blocked)
        self._reset.setVisible(not self.is_default)

    def _made(self) -> QWidget:
        """Return the field for the kind of the setting."""
        item = self._item
        if isinstance(item.default, bool):
            box = QCheckBox()
            box.setProperty("bare", True)  # no words, whose room would push it off the edge
            box.toggled.connect(self._take)
            return box
        if isinstance(item.default, int):
            number = QSpinBox()
            number.setRange(*item.bounds)
            off_its_frame(number)
            number.valueChanged.connect(self._take)
            return number
        chosen = QComboBox()
        chosen.setMinimumSize(_FIELD)
        for value, words in item.choices:
            chosen.addItem(words, value)
        chosen.currentIndexChanged.connect(lambda place: self._take(chosen.itemData(place)))
        return chosen

    def _take(self, value: object) -> None:
        self._value = cast("Any", value)
        self._reset.setVisible(not self.is_default)
        self.changed.emit(self.name, self._value)
