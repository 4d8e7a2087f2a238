"""The laboratory's experiments: one click each, explained, with the figures of the report."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.formats.chart_drawing import WIDTH
from ocrdesk.services.experiments.setting import Experiment
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.lab_form import SIDE_WIDTH, empty, heading, prose
from ocrdesk.ui.views.progress_bar import ProgressBar
from ocrdesk.ui.views.scrolling import scrolling

_NAME = Qt.ItemDataRole.UserRole


class ExperimentsPage(QWidget):
    """``run_requested`` and ``cancel_requested`` drive one; ``chosen`` tells another is shown.

    ``colors_changed`` asks for its figures anew.
    """

    run_requested = Signal()
    cancel_requested = Signal()
    export_requested = Signal()
    chosen = Signal(str)
    colors_changed = Signal()

    def __init__(self, experiments: Sequence[Experiment]) -> None:
        super().__init__()
        self._experiments = {one.name: one for one in experiments}
        self._is_running = False
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Experiments"))
        self.list.setFixedWidth(SIDE_WIDTH)
        self.list.setWordWrap(True)
        dress(self.list, room="rows")
        for one in experiments:
            item = QListWidgetItem(said(one.title))
            item.setData(_NAME, one.name)
            self.list.addItem(item)
        self._title = heading("")
        self._explained = prose(tone="")
        self._found = prose(tone="")
        self.run_button = QPushButton(tr("Run"))
        self.run_button.setProperty("primary", True)
        self.export_button = QPushButton(tr("Export…"))
        self.bar = ProgressBar(tr("Progress of the experiment"))
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
        self.run_button.setText(tr("Cancel") if is_running else tr("Run"))
        self.run_button.setEnabled(is_running or may_run)
        self.bar.setVisible(is_running)
        self.stage.setVisible(is_running)

    def set_progress(self, fraction: float, stage: str) -> None:
        """Show how far the experiment is."""
        self.bar.set_share(fraction)
        self.stage.setText(said(stage))

    def set_findings(self, sentences: Sequence[str]) -> None:
        """Show what was found, or nothing; figures come later."""
        self._found.setText("\n\n".join(map(said, sentences)))
        self._found.setVisible(bool(sentences))
        self.export_button.setEnabled(bool(sentences))
        self.set_figures(())

    def set_figures(self, figures: Sequence[tuple[QImage, str]]) -> None:
        """Show pictures with their titles, and no others."""
        empty(self._figures)
        for image, title in figures:
            self._figures.addWidget(_Figure(image, title))

    def changeEvent(self, event: QEvent) -> None:
        """Ask for figures in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.colors_changed.emit()

    def _choose(self) -> None:
        experiment = self._experiments[self.name]
        self._title.setText(said(experiment.title))
        self._explained.setText(said(experiment.explained))
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
        buttons.addStretch()
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
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_L)
        row.addWidget(self.list)
        row.addWidget(scrolling(content, tr("What the experiment shows")), 1)


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
