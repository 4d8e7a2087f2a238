"""The laboratory's experiments: one click each, explained, with the figures of the report."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.formats.chart_drawing import WIDTH, draw_chart
from ocrdesk.formats.charts import Chart
from ocrdesk.services.experiments.setting import Experiment
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M
from ocrdesk.ui.views.lab_form import SIDE_WIDTH, heading, prose
from ocrdesk.ui.views.lab_pictures import chart_colors, image_of

_NAME = Qt.ItemDataRole.UserRole
_STEPS = 1000


class ExperimentsPage(QWidget):
    """``run_requested`` and ``cancel_requested`` drive one; ``chosen`` tells another is shown."""

    run_requested = Signal()
    cancel_requested = Signal()
    export_requested = Signal()
    chosen = Signal(str)

    def __init__(self, experiments: Sequence[Experiment]) -> None:
        super().__init__()
        self._experiments = {one.name: one for one in experiments}
        self._charts: Sequence[Chart] = ()
        self._is_running = False
        self.list = QListWidget()
        self.list.setAccessibleName("Experiments")
        self.list.setFixedWidth(SIDE_WIDTH)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        for one in experiments:
            item = QListWidgetItem(one.title)
            item.setData(_NAME, one.name)
            self.list.addItem(item)
        self._title = heading("")
        self._explained = prose(tone="")
        self._found = prose(tone="")
        self.run_button = QPushButton("Run")
        self.run_button.setProperty("primary", True)
        self.export_button = QPushButton("Export…")
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of the experiment")
        self.stage = prose()
        self._figures = QVBoxLayout()
        self._lay_out()
        self.list.currentItemChanged.connect(self._choose)
        self.run_button.clicked.connect(self._run_or_cancel)
        self.export_button.clicked.connect(self.export_requested)
        self.list.setCurrentRow(0)

    @property
    def name(self) -> str:
        """The experiment that is shown."""
        return str(self.list.currentItem().data(_NAME))

    def set_state(self, *, is_running: bool, may_run: bool) -> None:
        """Offer to run, or to cancel what runs."""
        self._is_running = is_running
        self.run_button.setText("Cancel" if is_running else "Run")
        self.run_button.setEnabled(is_running or may_run)
        self.bar.setVisible(is_running)
        self.stage.setVisible(is_running)

    def set_progress(self, fraction: float, stage: str) -> None:
        """Show how far the experiment is."""
        self.bar.setValue(round(fraction * _STEPS))
        self.stage.setText(stage)

    def set_findings(self, sentences: Sequence[str], charts: Sequence[Chart]) -> None:
        """Show what was found, or nothing."""
        self._found.setText("\n\n".join(sentences))
        self._found.setVisible(bool(sentences))
        self.export_button.setEnabled(bool(charts))
        self._charts = charts
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the figures in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_charts"):
            self._draw()

    def _draw(self) -> None:
        while self._figures.count():
            item = self._figures.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        ratio = self.devicePixelRatioF()
        for chart in self._charts:
            picture = np.asarray(draw_chart(chart, chart_colors(self), scale=ratio))
            self._figures.addWidget(_Figure(image_of(picture), chart.title))

    def _choose(self) -> None:
        experiment = self._experiments[self.name]
        self._title.setText(experiment.title)
        self._explained.setText(experiment.explained)
        self.chosen.emit(experiment.name)

    def _run_or_cancel(self) -> None:
        if self._is_running:
            self.cancel_requested.emit()
        else:
            self.run_requested.emit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.run_button)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.stage, 1)
        for button in (self.run_button, self.export_button):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, SPACE_M, 0)
        inner.setSpacing(SPACE_M)
        inner.addWidget(self._title)
        inner.addWidget(self._explained)
        inner.addLayout(buttons)
        inner.addWidget(self.bar)
        inner.addWidget(self._found)
        inner.addLayout(self._figures)
        inner.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName("What the experiment shows")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_L)
        row.addWidget(self.list)
        row.addWidget(scroll, 1)


class _Figure(QWidget):
    """A figure as wide as there is room, up to its own size."""

    def __init__(self, image: QImage, title: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(round(WIDTH))

    def sizeHint(self) -> QSize:
        """Return the figure's own size."""
        return QSize(round(WIDTH), self.heightForWidth(round(WIDTH)))

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the figure's shape."""
        return round(min(width, WIDTH) * self._image.height() / self._image.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figure smoothly."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        high = self.width() * self._image.height() / self._image.width()
        painter.drawImage(QRectF(0, 0, self.width(), high), self._image)
