"""Offers work back that was not saved when the program ended: which page, how much, when."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import ICON_M, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.icon_label import IconLabel
from ocrdesk.ui.views.scrolling import scrolling

_SIZE = QSize(520, 360)


@dataclass(frozen=True, slots=True)
class RecoveryEntry:
    """A page with unsaved work: its name, what is there and since when, and where it lies."""

    title: str
    detail: str
    path: str = ""
    is_damaged: bool = False


class RecoveryDialog(QDialog):
    """Lists pages with unsaved work; Escape means later."""

    recover_requested = Signal()
    discard_requested = Signal()

    def __init__(self, entries: Sequence[RecoveryEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Unsaved work"))
        heading = QLabel(tr("ocrdesk ended before this was saved"))
        dress(heading, size="heading")
        told = QLabel(tr("It is all still here, with every step that can be undone."))
        told.setWordWrap(True)
        dress(told, tone="muted")
        buttons = QDialogButtonBox()
        recover = buttons.addButton(tr("&Recover"), QDialogButtonBox.ButtonRole.AcceptRole)
        discard = buttons.addButton(tr("&Discard…"), QDialogButtonBox.ButtonRole.DestructiveRole)
        later = buttons.addButton(tr("&Later"), QDialogButtonBox.ButtonRole.RejectRole)
        later.setToolTip(tr("Ask again at the next start"))
        recover.setDefault(True)
        recover.clicked.connect(self.recover_requested)
        recover.clicked.connect(self.accept)
        discard.clicked.connect(self.discard_requested)
        later.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(heading)
        column.addWidget(told)
        column.addWidget(_list(entries), 1)
        column.addWidget(buttons)
        height = min(_SIZE.height(), 190 + 52 * len(entries))
        self.resize(_SIZE.width(), height)


def _list(entries: Sequence[RecoveryEntry]) -> QScrollArea:
    content = QWidget()
    rows = QVBoxLayout(content)
    rows.setContentsMargins(0, SPACE_S, SPACE_M, SPACE_S)
    rows.setSpacing(SPACE_M)
    for entry in entries:
        rows.addWidget(_row(entry))
    rows.addStretch()
    return scrolling(content, tr("Pages with unsaved work"))


def _row(entry: RecoveryEntry) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
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
