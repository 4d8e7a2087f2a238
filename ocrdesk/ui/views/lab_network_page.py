"""The laboratory's network: layers to add, move and take away, summed up and checked at once."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.nn.arrays import Shape
from ocrdesk.nn.initializers import INITIALIZERS
from ocrdesk.services.laboratory.network_plan import (
    KINDS,
    PRESETS,
    LayerPlan,
    NetworkPlan,
    OutlineRow,
    network_problems,
    outline,
    weight_count,
)
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.translation import later, said, tr
from ocrdesk.ui.translation import number as counted
from ocrdesk.ui.views.lab_form import choice, choose, chosen, empty, heading, prose
from ocrdesk.ui.views.lab_layer_row import LayerRow
from ocrdesk.ui.views.scrolling import scrolling

_OWN = later("your own")
_SUMMARY_WIDTH = 240


class NetworkPage(QWidget):
    """Layers at the left, what becomes of a patch at the right; ``changed`` after each edit."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shape: Shape = (28, 28)
        self._classes = 36
        self.rows: list[LayerRow] = []
        self.preset = choice(tr("Preset"), (*PRESETS, _OWN))
        self.preset.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.preset.setMaximumWidth(280)
        self.preset.setMinimumContentsLength(14)
        self.outputs = choice(tr("Initialiser of the outputs"), tuple(INITIALIZERS))
        choose(self.outputs, "xavier")
        self.add_button = QPushButton(tr("Add Layer"))
        self._problems = prose(tone="error")
        self._cautions = prose(tone="warning")
        self._summary = QGridLayout()
        self._column = QVBoxLayout()
        self._lay_out()
        self.preset.activated.connect(self._take_preset)
        self.outputs.currentTextChanged.connect(self._edit)
        self.set_plan(NetworkPlan())

    def plan(self) -> NetworkPlan:
        """Return the network as it is laid out."""
        return NetworkPlan(tuple(row.plan for row in self.rows), chosen(self.outputs))

    def set_plan(self, plan: NetworkPlan) -> None:
        """Lay another network out."""
        empty(self._column)
        self.rows = []
        self.outputs.blockSignals(True)
        choose(self.outputs, plan.output_initializer)
        self.outputs.blockSignals(False)
        for layer in plan.layers:
            self._insert(layer)
        self._refresh()

    def set_letters(self, shape: Shape, classes: int) -> None:
        """Take patches of another shape or other classes."""
        self._shape, self._classes = shape, classes
        self._refresh()

    def set_cautions(self, cautions: list[str]) -> None:
        """Show what can be started but will hardly learn."""
        self._cautions.setText("\n".join(map(said, cautions)))
        self._cautions.setVisible(bool(cautions))

    def add_layer(self, kind: str) -> None:
        """Add a layer of that kind behind the others, with usual settings."""
        is_picture = kind == "convolution"
        plan = LayerPlan(
            kind=KINDS[KINDS.index(kind)],
            units=16 if is_picture else 64,
            activation="relu" if is_picture else "sigmoid",
            initializer="he" if is_picture else "xavier",
        )
        self._insert(plan)
        self._edit()

    def _insert(self, plan: LayerPlan) -> None:
        row = LayerRow(plan)
        row.changed.connect(self._edit)
        row.moved.connect(self._move)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)

    def _move(self, step: int) -> None:
        row = self.sender()
        assert isinstance(row, LayerRow)
        place = self.rows.index(row)
        self.rows.remove(row)
        self.rows.insert(place + step, row)
        self._column.removeWidget(row)
        self._column.insertWidget(place + step, row)
        self._edit()

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, LayerRow)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        QTimer.singleShot(0, row.deleteLater)  # its button is still telling of the click
        self._edit()

    def _take_preset(self) -> None:
        name = chosen(self.preset)
        if name in PRESETS:
            self.set_plan(PRESETS[name])
            self.changed.emit()

    def _edit(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        plan = self.plan()
        known = next((name for name, preset in PRESETS.items() if preset == plan), _OWN)
        choose(self.preset, known)
        for place, row in enumerate(self.rows):
            row.set_place(place, is_last=place + 1 == len(self.rows))
        rows = outline(plan, self._shape, self._classes)
        self._show_summary(rows)
        problems = network_problems(plan, self._shape, self._classes)
        self._problems.setText("\n".join(map(said, problems)))
        self._problems.setVisible(bool(problems))

    def _show_summary(self, rows: list[OutlineRow]) -> None:
        empty(self._summary)
        total = weight_count(rows)
        lines = [("", tr("shape"), tr("weights"))]
        lines += [
            (said(row.name), _shape_told(row.shape), counted(row.weights) if row.weights else "")
            for row in rows
        ]
        lines.append((tr("all"), "", counted(total)))
        for number, cells in enumerate(lines):
            is_wrong = 0 < number <= len(rows) and rows[number - 1].problem is not None
            for column, text in enumerate(cells):
                label = QLabel(text)
                strong = "strong" if number == len(lines) - 1 else None
                tone = "error" if is_wrong else ("muted" if number == 0 or column else "")
                dress(label, size=strong, tone=tone)
                label.setWordWrap(not column)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag(0)
                self._summary.addWidget(label, number, column, side)

    def _lay_out(self) -> None:
        menu = QMenu(self.add_button)
        for kind in KINDS:
            menu.addAction(said(kind).capitalize()).setData(kind)
        menu.triggered.connect(self._add_from_menu)
        self.add_button.setMenu(menu)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, SPACE_S, 0)
        top.addWidget(heading(tr("Layers")))
        top.addStretch()
        top.addWidget(QLabel(tr("Preset")))
        top.addWidget(self.preset)
        outputs = QHBoxLayout()
        outputs.addWidget(self.add_button)
        outputs.addStretch()
        outputs.addWidget(QLabel(tr("Outputs drawn by")))
        outputs.addWidget(self.outputs)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, SPACE_S, 0)
        inner.setSpacing(SPACE_M)
        self._column.setSpacing(SPACE_S)
        inner.addLayout(self._column)
        inner.addLayout(outputs)
        inner.addStretch()
        left = QVBoxLayout()
        left.setSpacing(SPACE_M)
        left.addLayout(top)
        left.addWidget(scrolling(content, tr("Layers")), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_M)
        row.addLayout(left, 1)
        row.addWidget(self._summary_side())
        self.outputs.setToolTip(tr("One output for each character; their weights are drawn so"))

    def _summary_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SUMMARY_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        self._summary.setHorizontalSpacing(SPACE_M)
        self._summary.setColumnStretch(0, 1)
        column.addWidget(heading(tr("What becomes of a patch")))
        column.addLayout(self._summary)
        column.addWidget(self._problems)
        column.addWidget(self._cautions)
        column.addStretch()
        return side

    def _add_from_menu(self, action: QAction) -> None:
        self.add_layer(action.data())


def _shape_told(shape: Shape | None) -> str:
    return "?" if shape is None else " \N{MULTIPLICATION SIGN} ".join(map(str, shape))
