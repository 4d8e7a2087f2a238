"""How ink is told from paper on the page that is shown: settings, what they find, and Read."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import ICON_S, SPACE_M, SPACE_S, SPACE_XS
from ocrdesk.ui.appearance.theme import PAPER_INK, PAPER_LEFT_OUT
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.ink_controls import InkControls
from ocrdesk.ui.views.ink_letter import InkLetter
from ocrdesk.ui.views.placeholder import Placeholder
from ocrdesk.ui.views.progress_bar import ProgressBar
from ocrdesk.ui.views.scrolling import scrolling

_LOWEST = 150  # pixels high
_LOW = 400  # pixels high: below, what is set comes before the letter it is tried on
_READ, _READ_SHORT = later("Read with This Ink"), later("Read")
_WORKING = later("Finding ink by what is set now…")


class InkPanel(QWidget):
    """Shows the settings of a page and what a person would rather have.

    ``wished`` tells that other settings are to be tried, or that the preview is wanted or not;
    ``apply_requested`` carries the settings that the page is to be read with. ``left`` tells that a
    person is done with it: what was not read with is forgotten.
    """

    wished = Signal()
    apply_requested = Signal(object)
    escape_pressed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of_page: InkSettings | None = None
        self._is_seen = self._rests = False
        self.controls = InkControls()
        self.controls.changed.connect(self._try)
        self.letter = InkLetter(self)
        self.shows_ink = QCheckBox(tr("Show on the page"))
        self.shows_ink.setChecked(True)
        self.shows_ink.toggled.connect(self._look)
        self._found, self._found_text = QLabel(), ""
        self._found.setWordWrap(True)
        dress(self._found, size="caption", tone="muted")
        self._is_working = False
        self.bar = ProgressBar(tr("Finding ink"))
        self.bar.setSizePolicy(_keeping_its_room(self.bar))
        self.bar.hide()
        self.apply = QPushButton(tr(_READ))
        self.apply.setProperty("primary", True)
        self.apply.setToolTip(
            tr("Read the page anew; what you confirmed stays, and one Undo goes back")
        )
        self.apply.clicked.connect(lambda: self.apply_requested.emit(self.controls.settings))
        self.reset = QPushButton(tr("Automatic"))
        self.reset.setToolTip(tr("Set everything as ocrdesk would"))
        self.reset.clicked.connect(lambda: self.choose(AUTOMATIC))
        self._nothing = Placeholder(
            "ink", tr("No page to look at"), tr("Ink can be adjusted once the page was read.")
        )
        self.setAccessibleName(tr("Ink"))
        self.setMinimumHeight(_LOWEST)
        self._lay_out()
        self.set_page(None)

    @property
    def wish(self) -> InkSettings | None:
        """The settings whose ink is to be shown on the page; None where none is."""
        is_wanted = self._is_seen and self.shows_ink.isChecked() and self._of_page is not None
        return self.controls.settings if is_wanted else None

    @property
    def has_page(self) -> bool:
        """Tell whether there is a page to adjust the ink of."""
        return self._of_page is not None

    @property
    def tried(self) -> InkSettings | None:
        """The settings that were set but not read with; None where there are none."""
        settings = self.controls.settings
        return settings if self._of_page is not None and settings != self._of_page else None

    @property
    def is_open(self) -> bool:
        """Tell whether the panel is on the screen, not behind another one."""
        return self._is_seen

    def leave(self) -> None:
        """Go back to the settings of the page, and away."""
        self.controls.set_settings(self._of_page or AUTOMATIC)
        self._enable()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape, which no control here wants, lead out."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)

    def set_seen(self, is_seen: bool) -> None:  # noqa: FBT001 - QDockWidget.visibilityChanged
        """Show ink on the page with the panel, and take it off while the panel is out of sight."""
        self._is_seen = is_seen
        self.wished.emit()

    def rest(self) -> None:
        """Take the ink off the page, so that what was read is seen, until something is changed."""
        if self.shows_ink.isChecked():
            self.shows_ink.setChecked(False)
            self._rests = True

    def set_page(self, settings: InkSettings | None, tried: InkSettings | None = None) -> None:
        """Show the settings of another page, or of the page as it is now; None is no page.

        ``tried`` were set for it before, and not read with.
        """
        self._of_page = settings
        self.controls.set_settings(tried or settings or AUTOMATIC)
        self._stack.setCurrentIndex(0 if settings is None else 1)
        self.set_found("")
        self.wished.emit()

    def choose(self, settings: InkSettings) -> None:
        """Set all controls at once, as a person would."""
        self.controls.set_settings(settings)
        self._try()

    def set_found(self, text: str) -> None:
        """Say what the settings find."""
        self._found_text = text
        self._enable()

    def set_working(self, is_working: bool) -> None:  # noqa: FBT001 - nothing else to say
        """Show that ink is still being found by what is set now, or that it is on the page."""
        if is_working == self._is_working:
            return
        self._is_working = is_working
        if is_working:
            self.bar.set_unknown()
            announce(self, tr(_WORKING))
        else:
            self.bar.set_share(0.0)  # a bar without an end keeps a timer
        self.bar.setVisible(is_working)
        self._enable()

    def _try(self, *_: object) -> None:
        """Ask for what was just set, on the page unless a person took the ink off it."""
        self._enable()
        if self._rests:
            self.shows_ink.setChecked(True)
        self.wished.emit()

    def _look(self, *_: object) -> None:
        self._rests = False
        self.wished.emit()

    def _enable(self) -> None:
        settings = self.controls.settings
        is_tried = self.tried is not None
        self.apply.setEnabled(is_tried)
        self.reset.setEnabled(not settings.is_automatic)
        warning = tr("Only tried so far: closing the panel forgets it.") if is_tried else ""
        told = tr(_WORKING) if self._is_working else self._found_text
        self._found.setText(f"{told} {warning}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much on the button as it holds; put first what would else be out of sight."""
        super().resizeEvent(event)
        place = 1 if event.size().height() < _LOW else 0
        if self._column.indexOf(self.letter) != place:
            self._column.insertWidget(place, self.letter)
        self.apply.setText(tr(_READ))
        needed = self.apply.sizeHint().width() + SPACE_S + self.reset.sizeHint().width()
        if needed > event.size().width() - 2 * SPACE_M:  # languages differ in length
            self.apply.setText(tr(_READ_SHORT))

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        asking, content = QWidget(), QWidget()
        self._stack.addWidget(asking)
        outer = QVBoxLayout(asking)
        outer.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_M)
        outer.setSpacing(SPACE_S)
        area = scrolling(content, tr("Settings of ink"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(area, 1)
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.letter)
        column.addWidget(self.controls)
        column.addWidget(self.shows_ink)
        column.addLayout(_legend())
        column.addStretch(1)
        outer.addWidget(self._found)
        outer.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.apply, 1)
        buttons.addWidget(self.reset)
        outer.addLayout(buttons)


def _keeping_its_room(widget: QWidget) -> QSizePolicy:
    """Return the policy of a widget whose coming and going moves nothing."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    return policy


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_XS)
    for color, pattern, text in (
        (PAPER_INK, Qt.BrushStyle.SolidPattern, tr("Ink")),
        (PAPER_LEFT_OUT, Qt.BrushStyle.BDiagPattern, tr("Left out")),
    ):
        label = QLabel(text)
        dress(label, size="caption", tone="muted")
        row.addWidget(_Swatch(color, pattern))
        row.addWidget(label)
        row.addSpacing(SPACE_S)
    row.addStretch(1)
    return row


class _Swatch(QWidget):
    """A sample of how ink is shown, on paper."""

    def __init__(self, color: str, pattern: Qt.BrushStyle) -> None:
        super().__init__()
        self._color, self._pattern = QColor(color), pattern
        self.setFixedSize(QSize(ICON_S, ICON_S))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        area = self.rect().adjusted(1, 2, -1, -2)
        painter.fillRect(area, QColor("#ffffff"))
        brush = painter.brush()
        brush.setColor(self._color)
        brush.setStyle(self._pattern)
        painter.setBrush(brush)
        painter.setPen(self._color)
        painter.drawRect(area.adjusted(0, 0, -1, -1))
