"""Fields with their names above or beside them, for the pages of the laboratory."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.translation import said
from ocrdesk.ui.views.elided_box import ElidedBox
from ocrdesk.ui.views.field_form import FIELD_HEIGHT, off_its_frame
from ocrdesk.ui.views.scrolling import WordyColumn

SIDE_WIDTH = 284


class SideColumn(QScrollArea):
    """A narrow column of things that scrolls where the window is low."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(SIDE_WIDTH)
        content = WordyColumn()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, SPACE_M, 0)
        self.column.setSpacing(SPACE_M)
        self.setWidget(content)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget below the others."""
        self.column.addWidget(widget, stretch)

    def form(self) -> QFormLayout:
        """Add a form below the others and return it."""
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(SPACE_L)
        form.setVerticalSpacing(SPACE_S)
        self.column.addLayout(form)
        return form


def empty(layout: QLayout) -> None:
    """Take all widgets out of a layout and let go of them."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def heading(words: str) -> QLabel:
    """Return a heading."""
    label = QLabel(words)
    dress(label, size="heading")
    return label


def prose(words: str = "", tone: str = "muted") -> QLabel:
    """Return running text that wraps."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    dress(label, tone=tone)
    return label


def choice(
    name: str, options: Sequence[str], *, is_editable: bool = False, is_capital: bool = False
) -> QComboBox:
    """Return a box to choose one of several, in the window's language; `chosen` tells which."""
    box = ElidedBox(6)
    for option in options:
        box.addItem(said(option).capitalize() if is_capital else said(option), option)
    box.setEditable(is_editable)
    box.setAccessibleName(name)
    box.setMinimumHeight(FIELD_HEIGHT)
    return box


def chosen(box: QComboBox) -> str:
    """Return the option that is chosen, as it was given."""
    return str(box.currentData())


def choose(box: QComboBox, option: str) -> None:
    """Choose an option, as it was given."""
    box.setCurrentIndex(box.findData(option))


def whole_number(name: str, low: int, high: int, value: int, suffix: str = "") -> QSpinBox:
    """Return a field for a whole number."""
    box = QSpinBox()
    box.setRange(low, high)
    box.setValue(value)
    box.setSuffix(suffix)
    off_its_frame(box)
    box.setAccessibleName(name)
    box.setKeyboardTracking(False)
    return box


def number(
    name: str, low: float, high: float, value: float, *, decimals: int, step: float
) -> QDoubleSpinBox:
    """Return a field for a number."""
    box = QDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(low, high)
    box.setSingleStep(step)
    box.setValue(value)
    off_its_frame(box)
    box.setAccessibleName(name)
    box.setKeyboardTracking(False)
    return box
