"""The training laboratory: a window of its own, beside the main one."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.services.experiments.setting import Experiment
from ocrdesk.ui.appearance import app_icon, dress, dress_window, icon
from ocrdesk.ui.appearance.metrics import FRAME, ICON_S, SPACE_L, SPACE_M, SPACE_S
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.elided_label import ElidedLabel
from ocrdesk.ui.views.enter_key import press_with_enter
from ocrdesk.ui.views.lab_data_page import DataPage
from ocrdesk.ui.views.lab_experiments_page import ExperimentsPage
from ocrdesk.ui.views.lab_inside_page import InsidePage
from ocrdesk.ui.views.lab_network_page import NetworkPage
from ocrdesk.ui.views.lab_plots import PLOTS, LabPlots
from ocrdesk.ui.views.lab_training_page import TrainingPage

_SIZE = QSize(1100, 720)
DATA, NETWORK, TRAINING, INSIDE, EXPERIMENTS = range(5)
_PAGES = (
    (later("Data"), "letter"),
    (later("Network"), "rows"),
    (later("Training"), "train"),
    (later("Inside"), "search"),
    (later("Experiments"), "sample"),
)


@dataclass(frozen=True, slots=True)
class LabPages:
    """The pages, made before the window."""

    data: DataPage
    network: NetworkPage
    training: TrainingPage
    inside: InsidePage
    experiments: ExperimentsPage


def lab_pages(experiments: Sequence[Experiment]) -> Generator[None, None, LabPages]:
    """Make the pages; between two steps the event loop may go on, since all take 0.2 s."""
    plots = {}
    for name, make in PLOTS.items():
        plots[name] = make()
        yield
    arranged = LabPlots(plots)
    yield
    training = TrainingPage(arranged)
    yield
    data = DataPage()
    yield
    network = NetworkPage()
    yield
    inside = InsidePage()
    yield
    return LabPages(data, network, training, inside, ExperimentsPage(experiments))


class LabWindow(QWidget):
    """Five pages and the buttons that lead to them; ``page_shown`` tells which one is seen.

    ``closing`` comes before the window goes: whoever drives a run pauses it then.
    """

    page_shown = Signal(int)
    closing = Signal()

    def __init__(self, pages: LabPages) -> None:
        super().__init__()
        self.setObjectName("lab_window")
        dress_window(self)
        self.setWindowTitle(tr("Training Laboratory") + " - ocrdesk")
        self.setWindowIcon(app_icon())
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self.data, self.network, self.training = pages.data, pages.network, pages.training
        self.inside, self.experiments = pages.inside, pages.experiments
        self._stack = QStackedWidget()
        self._buttons = QButtonGroup(self)
        self._message = ElidedLabel()
        self._lay_out()
        self._buttons.idClicked.connect(self.show_page)
        close = QShortcut(QKeySequence.StandardKey.Close, self)
        close.activated.connect(self.close)

    def fill(self) -> Generator[None, None, None]:
        """Take the pages in one by one: each is dressed anew in its new place, for 20 to 40 ms."""
        for page in (self.data, self.network, self.training, self.inside, self.experiments):
            self._stack.addWidget(page)
            yield

    @property
    def page(self) -> int:
        """The page that is shown."""
        return self._stack.currentIndex()

    def show_page(self, place: int) -> None:
        """Show another page."""
        button = self._buttons.button(place)
        button.setChecked(True)
        self._stack.setCurrentIndex(place)
        self._focus_page()
        self.page_shown.emit(place)

    def tell(self, words: str, tone: str = "muted") -> None:
        """Say something at the foot of the window."""
        dress(self._message, tone=tone)
        self._message.setText(words)
        self._message.setToolTip(words)

    def _focus_page(self) -> None:
        page = self._stack.currentWidget()
        if page is not None:
            page.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the page, not on the buttons above it."""
        super().showEvent(event)
        self._focus_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button with Enter."""
        if not press_with_enter(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a run be paused first; nothing that was learnt is lost."""
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        bar = QFrame()
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, 0)
        row.setSpacing(SPACE_S)
        for place, (words, picture) in enumerate(_PAGES):
            button, keys = QToolButton(), QKeySequence(f"Ctrl+{place + 1}")
            key = keys.toString(QKeySequence.SequenceFormat.NativeText)
            words = tr(words)  # noqa: PLW2901 - in the window's language
            button.setText(f"\N{NO-BREAK SPACE}{words}")
            button.setIcon(icon(picture))
            button.setIconSize(QSize(ICON_S, ICON_S))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")
            button.setShortcut(keys)
            self._buttons.addButton(button, place)
            row.addWidget(button)
        self._buttons.button(DATA).setChecked(True)
        row.addStretch()
        dress(self._message, tone="muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_L, 0, SPACE_L, SPACE_M)
        foot.addWidget(self._message, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
