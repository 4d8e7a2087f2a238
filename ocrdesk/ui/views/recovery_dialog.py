"""Offers work back that was not saved when the program ended: which page, how much, when."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import ICON_M, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.icon_label import IconLabel
from ocrdesk.ui.views.scrolling import scrolling

_SIZE = QSize(520, 480)  # at most, with several documents


@dataclass(frozen=True, slots=True)
class RecoveryEntry:
    """A page with unsaved work: its name, what is there and since when, and where it lies."""

    title: str
    detail: str
    path: str = ""
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class RecoveryGroup:
    """What comes back together: a document, or images that belong to none (``path`` "" then)."""

    title: str
    path: str
    entries: tuple[RecoveryEntry, ...]


class RecoveryDialog(QDialog):
    """Lists unsaved work by document; Escape means later.

    With several documents one is chosen to be recovered or discarded, the latest at first. The
    signals carry its place.
    """

    recover_requested = Signal(int)
    discard_requested = Signal(int)

    def __init__(self, groups: Sequence[RecoveryGroup], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Unsaved Work"))
        self._choices = QButtonGroup(self)
        heading = QLabel(tr("ocrdesk ended before this was saved"))
        dress(heading, size="heading")
        told = QLabel(tr("It is all still here, with every step that can be undone."))
        if len(groups) > 1:
            told.setText(
                tr(
                    "It is all still here, with every step that can be undone. "
                    "Choose where to go on; the rest waits."
                )
            )
        told.setWordWrap(True)
        dress(told, tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(heading)
        column.addWidget(told)
        column.addWidget(self._list(groups), 1)
        column.addWidget(self._buttons())
        rows = sum(len(group.entries) + (len(groups) > 1) for group in groups)
        self.resize(_SIZE.width(), min(_SIZE.height(), 190 + 52 * rows))

    @property
    def chosen(self) -> int:
        """The place of the document to go on with."""
        return max(self._choices.checkedId(), 0)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        recover = buttons.addButton(tr("&Recover"), QDialogButtonBox.ButtonRole.AcceptRole)
        discard = buttons.addButton(tr("&Discard…"), QDialogButtonBox.ButtonRole.DestructiveRole)
        later = buttons.addButton(tr("&Later"), QDialogButtonBox.ButtonRole.RejectRole)
        later.setToolTip(tr("Ask again at the next start"))
        recover.setDefault(True)
        recover.setProperty("primary", True)
        recover.clicked.connect(self._recover)
        discard.clicked.connect(lambda: self.discard_requested.emit(self.chosen))
        later.clicked.connect(self.reject)
        return buttons

    def _recover(self) -> None:
        self.accept()
        self.recover_requested.emit(self.chosen)

    def _list(self, groups: Sequence[RecoveryGroup]) -> QScrollArea:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, SPACE_S, SPACE_M, SPACE_S)
        rows.setSpacing(SPACE_M)
        for place, group in enumerate(groups):
            if len(groups) > 1:
                rows.addWidget(self._choice(place, group))
            for entry in group.entries:
                rows.addWidget(_row(entry, indent=SPACE_XL if len(groups) > 1 else 0))
        rows.addStretch()
        return scrolling(content, tr("Pages with unsaved work"))

    def _choice(self, place: int, group: RecoveryGroup) -> QRadioButton:
        choice = QRadioButton(group.title.replace("&", "&&"))
        choice.setToolTip(group.path)
        choice.setChecked(place == 0)
        self._choices.addButton(choice, place)
        return choice


def _row(entry: RecoveryEntry, *, indent: int) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(indent, 0, 0, 0)
    line.setSpacing(SPACE_M)
    name, tone = ("warning", "warning") if entry.is_damaged else ("history", "muted")
    line.addWidget(IconLabel(name, ICON_M, tone), 0, Qt.AlignmentFlag.AlignTop)
    texts = QVBoxLayout()
    texts.setSpacing(2)
    title, detail = QLabel(entry.title), QLabel(entry.detail)
    for label in (title, detail):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        texts.addWidget(label)
    dress(title, size="strong")
    dress(detail, tone="muted")
    row.setToolTip(entry.path)
    line.addLayout(texts, 1)
    return row
