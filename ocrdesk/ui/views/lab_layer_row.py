"""One layer of the network as a row of fields; those its kind does not have are hidden."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ocrdesk.nn.initializers import INITIALIZERS
from ocrdesk.services.laboratory.network_plan import ACTIVATIONS, KINDS, LayerPlan
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_XS
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.field_form import FIELD_HEIGHT
from ocrdesk.ui.views.lab_form import choice, choose, chosen, number, whole_number
from ocrdesk.ui.views.tool_button import tool_button

_KIND_WIDTH = 118
_BOTTOM = Qt.AlignmentFlag.AlignBottom


class LayerRow(QWidget):
    """Fields for one layer; ``changed`` after an edit, the others ask for moving and removing."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, plan: LayerPlan) -> None:
        super().__init__()
        self._plan = plan
        self.kind = choice(tr("Kind of layer"), KINDS)
        self.kind.setFixedWidth(_KIND_WIDTH)
        self.units = whole_number(tr("Units"), 1, 4096, plan.units)
        self.side = whole_number(tr("Side of the square"), 1, 11, plan.size)
        self.side.setSingleStep(2)
        self.activation = choice(tr("Activation"), tuple(ACTIVATIONS))
        self.initializer = choice(tr("Initialiser"), tuple(INITIALIZERS))
        self.rate = number(tr("Share left out"), 0, 0.95, plan.rate, decimals=2, step=0.05)
        choose(self.kind, plan.kind)
        choose(self.activation, plan.activation)
        choose(self.initializer, plan.initializer)
        self._place = QLabel()
        self._captions: dict[QWidget, QLabel] = {}
        self._lay_out()
        for box in (self.kind, self.activation, self.initializer):
            box.currentTextChanged.connect(self._change)
        for field in (self.units, self.side, self.rate):
            field.valueChanged.connect(self._change)
        self._show_fields()

    @property
    def plan(self) -> LayerPlan:
        """The layer as the fields have it."""
        return replace(
            self._plan,
            kind=KINDS[self.kind.currentIndex()],
            units=self.units.value(),
            size=self.side.value(),
            activation=chosen(self.activation),
            initializer=chosen(self.initializer),
            rate=self.rate.value(),
        )

    def set_place(self, place: int, *, is_last: bool) -> None:
        """Number the row; the first cannot go up, the last not down."""
        self._place.setText(str(place + 1))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(not is_last)
        for button, deed, tip in (
            (self.up, tr("Move layer {number} up"), tr("Move this layer up")),
            (self.down, tr("Move layer {number} down"), tr("Move this layer down")),
            (self.remove, tr("Take layer {number} away"), tr("Take this layer away")),
        ):
            button.setAccessibleName(deed.format(number=place + 1))
            button.setToolTip(tip)

    def _lay_out(self) -> None:
        self.up, self.down, self.remove = map(tool_button, ("up", "down", "delete"))
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        self._place.setMinimumWidth(16)
        self._place.setMinimumHeight(FIELD_HEIGHT)
        row.addWidget(self._place, 0, _BOTTOM)
        for box in (self.activation, self.initializer):
            box.setMinimumContentsLength(3)
        self.side.setToolTip(tr("Side of the square each unit looks at"))
        for wide in (self.units, self.side, self.rate):
            wide.setMinimumWidth(56)
        sizes = self._captioned(self.units, "")
        sizes.addLayout(self._captioned(self.rate, tr("Share left out")))  # instead of the units
        row.addLayout(self._captioned(self.kind, tr("Kind")))
        row.addLayout(sizes, 2)
        for field, words in (
            (self.side, tr("Side")),
            (self.activation, tr("Activation")),
            (self.initializer, tr("Initialiser")),
        ):
            row.addLayout(self._captioned(field, words), 2)
        row.addStretch(0)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button, 0, _BOTTOM)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _captioned(self, field: QWidget, words: str) -> QVBoxLayout:
        """Return a field with what it is above it."""
        caption = self._captions[field] = QLabel(words)
        caption.setBuddy(field)
        dress(caption, size="caption", tone="muted")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(caption)
        column.addWidget(field)
        return column

    def _move_up(self) -> None:
        self.moved.emit(-1)

    def _move_down(self) -> None:
        self.moved.emit(1)

    def _change(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        plan = self.plan
        is_convolution = plan.kind == "convolution"
        self._captions[self.units].setText(tr("Channels") if is_convolution else tr("Units"))
        for field, is_shown in (
            (self.units, plan.has_weights),
            (self.side, is_convolution),
            (self.activation, plan.has_weights),
            (self.initializer, plan.has_weights),
            (self.rate, plan.kind == "dropout"),
        ):
            field.setVisible(is_shown)
            self._captions[field].setVisible(is_shown)
