"""Asks which characters a practice sheet is to hold, how often, and on which paper."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.services.paper import paper_of_environment
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_XL
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.field_form import add_field, off_its_frame

_KINDS = (
    (later("Capitals and digits"), "print36"),
    (later("All letters, digits and marks"), "print62"),
    (later("Other characters"), ""),
)
_PAPERS = ((later("A4"), "a4"), (later("US Letter"), "letter"))
_INTRODUCTION = later(
    "Print it, write every character into its box, photograph it and open the photo: ocrdesk then "
    "knows how you write."
)

Plan = Callable[[str, int, str], tuple[str, bool]]


class SheetDialog(QDialog):
    """``chosen`` carries characters, copies and paper once a person wants the sheet.

    ``plan`` says what such a sheet is like, or what is wrong with it, and whether it can be made.
    """

    chosen = Signal(str, int, str)

    def __init__(self, plan: Plan, *, most_copies: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Make a Practice Sheet"))
        self._plan = plan
        self._kind, self._paper = QComboBox(), QComboBox()
        for text, name in _KINDS:
            self._kind.addItem(tr(text), name)
        for text, name in _PAPERS:
            self._paper.addItem(tr(text), name)
        usual = paper_of_environment(QLocale.system().name())
        self._paper.setCurrentIndex(self._paper.findData(usual))
        self._own = QLineEdit()
        self._own.setPlaceholderText(tr("Such as ABCÄÖ€"))
        self._copies = QSpinBox()
        self._copies.setRange(1, most_copies)
        self._copies.setValue(5)
        off_its_frame(self._copies)
        self._told = QLabel()
        self._told.setWordWrap(True)
        save = QDialogButtonBox.StandardButton.Save
        self._buttons = QDialogButtonBox(save | QDialogButtonBox.StandardButton.Cancel)
        self._save = self._buttons.button(save)
        self._save.setText(tr("&Save PDF…"))
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        introduction = QLabel(tr(_INTRODUCTION))
        introduction.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE_L)
        form.setVerticalSpacing(SPACE_M)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            (tr("&Characters"), self._kind),
            (tr("&These"), self._own),
            (tr("&Write each"), self._copies),
            (tr("&Paper"), self._paper),
        )
        for text, field in rows:
            add_field(form, text, field)
            field.setAccessibleName(text.replace("&", ""))
        self._form = form
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_L)
        column.addWidget(introduction)
        column.addLayout(form)
        column.addWidget(self._told)
        column.addStretch()
        column.addWidget(self._buttons)
        self.setMinimumWidth(420)

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._follow)
        self._paper.currentIndexChanged.connect(self._follow)
        self._own.textChanged.connect(self._follow)
        self._copies.valueChanged.connect(self._follow)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    @property
    def _wish(self) -> tuple[str, int, str]:
        characters = self._kind.currentData() or self._own.text()
        return str(characters), self._copies.value(), str(self._paper.currentData())

    def _follow(self) -> None:
        """Say what the sheet will be."""
        is_own = not self._kind.currentData()
        self._form.setRowVisible(self._own, is_own)
        self.setMinimumHeight(self._column.sizeHint().height())
        if is_own and not self._own.text().strip():
            text, can_be = tr("Type the characters that you want to teach."), False
        else:
            text, can_be = self._plan(*self._wish)
        times = tr("%n times", None, self._copies.value())
        self._copies.setSuffix(times.removeprefix(f"{self._copies.value()}"))
        self._told.setText(text)
        is_problem = not can_be and bool(self._own.text().strip())
        dress(self._told, tone="error" if is_problem else "muted")
        self._save.setEnabled(can_be)

    def _accept(self) -> None:
        self.chosen.emit(*self._wish)
        self.accept()
