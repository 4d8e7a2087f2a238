"""The laboratory's runs: settings, buttons to drive a run, the list of runs, and the plots."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.services.laboratory.network_plan import NetworkPlan
from ocrdesk.services.laboratory.run_plan import AUGMENTATIONS, OPTIMIZERS, SCHEDULES, RunPlan
from ocrdesk.ui.appearance import dress, icon, theme_of
from ocrdesk.ui.appearance.metrics import ICON_S, SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.field_form import add_field
from ocrdesk.ui.views.lab_curve_plot import run_color
from ocrdesk.ui.views.lab_form import SideColumn, choice, heading, number, prose, whole_number
from ocrdesk.ui.views.lab_plots import LabPlots
from ocrdesk.ui.views.progress_bar import ProgressBar

_SWATCH = 12
_TOLD = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as the list shows it."""

    number: int
    name: str
    told: str
    settings: str


class TrainingPage(QWidget):
    """Intents are named after the buttons; ``runs_chosen`` tells that other runs are selected."""

    start_requested = Signal()
    pause_requested = Signal()
    step_requested = Signal()
    stop_requested = Signal()
    rename_requested = Signal(int, str)
    delete_requested = Signal()
    export_requested = Signal()
    resume_requested = Signal()
    runs_chosen = Signal()
    changed = Signal()

    def __init__(self, plots: LabPlots) -> None:
        super().__init__()
        self.optimizer = choice(tr("Optimiser"), ("SGD", "Adam"))
        self.rate = number(tr("Learning rate"), 1e-5, 100, 0.1, decimals=5, step=0.01)
        self.schedule = choice(tr("Schedule"), SCHEDULES, is_capital=True)
        self.momentum = number(tr("Momentum"), 0, 0.99, 0, decimals=2, step=0.1)
        self.batch = whole_number(tr("Batch"), 1, 4096, 32)
        self.epochs = whole_number(tr("Epochs"), 1, 2000, 30)
        self.decay = number(tr("Weight decay"), 0, 0.99, 0, decimals=4, step=0.001)
        self.augmentation = choice(tr("Augmentation"), tuple(AUGMENTATIONS), is_capital=True)
        self.seed = whole_number(tr("Seed"), 0, 999_999, 1)
        self.start_button = QPushButton(tr("Start"))
        self.start_button.setProperty("primary", True)
        self.step_button = QPushButton(tr("One Epoch"))
        self.stop_button = QPushButton(tr("Stop"))
        self.export_button = QPushButton(tr("Export…"))
        self.delete_button = QPushButton(tr("Delete"))
        self.runs = QListWidget()
        self.bar = ProgressBar(tr("Progress of the run"))
        self.status = prose()
        self._problems = prose(tone="error")
        self.plots = plots
        self._is_running = self._is_paused = False
        self._prepare()
        self._lay_out()
        self._connect()

    def plan(self, network: NetworkPlan) -> RunPlan:
        """Return the settings with a network."""
        return RunPlan(
            network=network,
            optimizer=OPTIMIZERS[self.optimizer.currentIndex()],
            learning_rate=self.rate.value(),
            schedule=SCHEDULES[self.schedule.currentIndex()],
            momentum=self.momentum.value() if self.optimizer.currentIndex() == 0 else 0.0,
            batch_size=self.batch.value(),
            epochs=self.epochs.value(),
            weight_decay=self.decay.value(),
            augmentation=tuple(AUGMENTATIONS)[self.augmentation.currentIndex()],
            seed=self.seed.value(),
        )

    def set_problems(self, problems: Sequence[str], *, is_waiting: bool = False) -> None:
        """Explain what keeps a run from being started, or for what it has to wait."""
        dress(self._problems, tone="muted" if is_waiting else "error")
        self._problems.setText("\n".join(map(said, problems)))
        self._problems.setVisible(bool(problems))
        for button in (self.start_button, self.step_button):
            button.setToolTip(self._problems.text())

    def set_state(
        self, *, is_running: bool, may_start: bool, may_go_on: bool, is_stopped: bool = False
    ) -> None:
        """Offer what can be done: start, pause, or go on with the run that was paused or stopped.

        After a pause the first button goes on, after a stop it starts another run.
        """
        self._is_running = is_running
        self._is_paused = is_paused = may_go_on and not is_stopped
        words = tr("Pause") if is_running else (tr("Resume") if is_paused else tr("Start"))
        self.start_button.setText(words)
        self.start_button.setEnabled(is_running or is_paused or may_start)
        self.step_button.setEnabled(not is_running and (is_paused or may_start))
        self.stop_button.setEnabled(is_running or is_paused)
        self.new_button.setText(tr("Start Another") if is_paused else tr("Resume Stopped Run"))
        self.new_button.setVisible(may_go_on and not is_running)
        self.new_button.setEnabled(may_start or is_stopped)

    def set_progress(self, fraction: float, told: str) -> None:
        """Show how far the run is."""
        self.bar.set_share(fraction)
        self.status.setText(told)

    def set_runs(self, rows: Sequence[RunRow], chosen: Sequence[int]) -> None:
        """List these runs; those chosen are selected."""
        self.runs.blockSignals(True)
        self.runs.clear()
        for row in rows:
            item = QListWidgetItem(_swatch(run_color(row.number, self)), "")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.runs.addItem(item)
            item.setSelected(row.number in chosen)
            self._fill(item, row)
        self.runs.blockSignals(False)
        has_runs = bool(rows)
        self.export_button.setEnabled(has_runs)
        self.delete_button.setEnabled(has_runs)

    def update_run(self, row: RunRow) -> None:
        """Show other words for one run."""
        self.runs.blockSignals(True)
        for place in range(self.runs.count()):
            item = self.runs.item(place)
            if item.data(Qt.ItemDataRole.UserRole) == row.number:
                self._fill(item, row)
        self.runs.blockSignals(False)

    @property
    def chosen_runs(self) -> list[int]:
        """The numbers of the runs that are selected."""
        return [int(item.data(Qt.ItemDataRole.UserRole)) for item in self.runs.selectedItems()]

    @staticmethod
    def _fill(item: QListWidgetItem, row: RunRow) -> None:
        item.setText(row.name)
        item.setData(Qt.ItemDataRole.UserRole, row.number)
        hint = tr("Double-click to rename")
        item.setToolTip(f"{row.name}: {row.told}\n{row.settings}\n{hint}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.name}, {row.told}")
        item.setData(_TOLD, row.told)

    def _prepare(self) -> None:
        self.new_button = QPushButton(tr("Start Another"))
        self.new_button.hide()
        self.rate.setStepType(self.rate.StepType.AdaptiveDecimalStepType)
        dress(self.runs, room="rows")
        self.runs.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.runs.setIconSize(QSize(_SWATCH, _SWATCH))
        self.runs.setAccessibleName(tr("Runs"))
        self.runs.setMinimumHeight(84)
        self.runs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.runs.setItemDelegate(_RunDelegate(self.runs))
        self._problems.hide()
        for button, name in ((self.export_button, "export"), (self.delete_button, "delete")):
            button.setIcon(icon(name))
            button.setIconSize(QSize(ICON_S, ICON_S))
        self.set_runs((), ())
        self.set_state(is_running=False, may_start=False, may_go_on=False)

    def _connect(self) -> None:
        self.start_button.clicked.connect(self._start_or_pause)
        self.new_button.clicked.connect(self._start_or_resume)
        self.step_button.clicked.connect(self.step_requested)
        self.stop_button.clicked.connect(self.stop_requested)
        self.export_button.clicked.connect(self.export_requested)
        self.delete_button.clicked.connect(self.delete_requested)
        self.runs.itemSelectionChanged.connect(self.runs_chosen)
        self.runs.itemChanged.connect(self._rename)
        for box in (self.optimizer, self.schedule, self.augmentation):
            box.currentIndexChanged.connect(self._change)
        for field in (self.rate, self.momentum, self.batch, self.epochs, self.decay, self.seed):
            field.valueChanged.connect(self._change)

    def _start_or_pause(self) -> None:
        if self._is_running:
            self.pause_requested.emit()
        elif self._is_paused:
            self.resume_requested.emit()
        else:
            self.start_requested.emit()

    def _start_or_resume(self) -> None:
        (self.start_requested if self._is_paused else self.resume_requested).emit()

    def _rename(self, item: QListWidgetItem) -> None:
        self.rename_requested.emit(item.data(Qt.ItemDataRole.UserRole), item.text())

    def _change(self) -> None:
        self.momentum.setEnabled(self.optimizer.currentIndex() == 0)
        self.changed.emit()

    def _lay_out(self) -> None:
        side = SideColumn(tr("Settings of the run"))
        form = side.form()
        for words, field in (
            (tr("Optimiser"), self.optimizer),
            (tr("Learning rate"), self.rate),
            (tr("Schedule"), self.schedule),
            (tr("Momentum"), self.momentum),
            (tr("Batch"), self.batch),
            (tr("Epochs"), self.epochs),
            (tr("Weight decay"), self.decay),
            (tr("Augmentation"), self.augmentation),
            (tr("Seed"), self.seed),
        ):
            add_field(form, words, field)
        side.add(self._problems)
        self._lay_out_driving(side)
        right = QVBoxLayout()
        right.setSpacing(SPACE_S)
        right.addWidget(self.plots, 1)
        hint = QLabel(
            tr("Solid: held out, dashed: learnt from. Click or drag to look inside an epoch.")
        )
        hint.setWordWrap(True)  # else it would hold the window wide
        dress(hint, tone="muted", size="caption")
        right.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_L)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _lay_out_driving(self, side: SideColumn) -> None:
        """Add the buttons and the list of runs below the settings."""
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.start_button, self.step_button, self.stop_button):
            buttons.addWidget(button)
        side.column.addLayout(buttons)
        side.add(self.new_button)
        side.add(self.bar)
        side.add(self.status)
        side.add(heading(tr("Runs")))
        side.add(self.runs, 1)
        below = QHBoxLayout()
        below.addWidget(self.export_button)
        below.addWidget(self.delete_button)
        side.column.addLayout(below)


def _swatch(color: str) -> QIcon:
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(QColor(color))
    swatch = QIcon(picture)
    swatch.addPixmap(picture, QIcon.Mode.Selected)
    return swatch


class _RunDelegate(QStyledItemDelegate):
    """Draws how a run stands at the right of its name."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, 24))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        theme = theme_of(option.palette)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(theme.text if is_chosen else theme.muted))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(option.rect.adjusted(0, 0, -6, 0), flags, index.data(_TOLD) or "")
