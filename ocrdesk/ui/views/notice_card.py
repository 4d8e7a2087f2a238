"""One notice: an icon, what happened, what to do about it."""

import enum
import re
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress, theme_of
from ocrdesk.ui.appearance.metrics import ICON_M, RADIUS_M, SPACE_M, SPACE_S
from ocrdesk.ui.appearance.theme import mixed
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.icon_label import IconLabel
from ocrdesk.ui.views.tool_button import tool_button

_SHORTEST_MS = 6000
_MS_PER_CHARACTER = 60
_EDGE = 4.0
_NARROW = 480  # pixels, below which buttons have no room beside the texts
_LONG_WORD = 25  # characters
_JOINT = re.compile(r"([-_./\\]|\w{12})(?=\w)")


class NoticeKind(enum.Enum):
    """How much a notice matters."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"

    @property
    def is_urgent(self) -> bool:
        """Tell whether the notice stays until it is closed."""
        return self in (NoticeKind.WARNING, NoticeKind.ERROR)


@dataclass(frozen=True, slots=True)
class Offers:
    """What the buttons of a notice offer: by name, "" for none, an action and undo; or details."""

    action: str = ""
    undo: str = ""
    has_details: bool = False


class NoticeCard(QWidget):
    """A coloured edge, an icon, texts, buttons for what it offers and a cross; Escape closes it.

    ``dismissed`` comes before ``closed`` where a person closes it; ``outdated`` tells that there
    was time to read one that stays for what it offers.
    """

    closed = Signal(int)
    dismissed = Signal(int)
    outdated = Signal()
    action_clicked = Signal(int)
    undo_clicked = Signal(int)
    details_clicked = Signal(int)

    def __init__(
        self, number: int, text: str, advice: str, kind: NoticeKind, offers: Offers
    ) -> None:
        super().__init__()
        self.number = number
        self._saying = (text, advice, kind)
        self._kind = kind
        self._count = 1
        self._icon = IconLabel(kind.value, ICON_M, kind.value)
        self._text = _label(text)
        dress(self._text, size="strong")
        self._advice = _label(advice)
        if not advice:  # showing a label that has no parent yet would make it a window
            self._advice.hide()
        self._close = tool_button("close")
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close notice"))
        self._close.clicked.connect(self._be_dismissed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHORTEST_MS + _MS_PER_CHARACTER * len(text + advice))
        self._timer.timeout.connect(self._note_time)
        self._offers = offers
        self.is_outdated = False
        self.setAccessibleName(text)
        self.setAccessibleDescription(advice)
        self._lay_out(offers)

    def says(self, text: str, advice: str, kind: NoticeKind) -> bool:
        """Tell whether this notice says exactly that."""
        return self._saying == (text, advice, kind)

    def count_up(self) -> None:
        """Tell that it happened once more."""
        self._count += 1
        told = tr("{text} ({count} times)").format(text=self._saying[0], count=self._count)
        self._text.setText(breakable(told))
        self.start()

    def start(self) -> None:
        """Let good news go by itself after there was time to read it, unless it offers something.

        An offer that is gone before it was wanted is no offer.
        """
        if not self._kind.is_urgent:
            self.is_outdated = False
            self._timer.start()

    def _note_time(self) -> None:
        if self._offers.action or self._offers.undo:
            self.is_outdated = True
            self.outdated.emit()
        else:
            self.closed.emit(self.number)

    def _be_dismissed(self) -> None:
        self.dismissed.emit(self.number)
        self.closed.emit(self.number)

    def _lay_out(self, offers: Offers) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._text)
        texts.addWidget(self._advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M + round(_EDGE), SPACE_S, SPACE_S, SPACE_S)
        row.setSpacing(SPACE_M)
        side = Qt.AlignmentFlag.AlignTop if self._saying[1] else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, side)
        buttons = self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        buttons.setSpacing(SPACE_S)
        middle = self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(SPACE_S)
        middle.addLayout(texts, 1)
        middle.addLayout(buttons)
        row.addLayout(middle, 1)
        details = tr("Details…") if offers.has_details else ""
        for name, clicked in (
            (offers.action, self.action_clicked),
            (offers.undo, self.undo_clicked),
            (details, self.details_clicked),
        ):
            if name:
                button = QPushButton(name)
                button.clicked.connect(partial(clicked.emit, self.number))
                buttons.addWidget(button)
        row.addWidget(self._close, 0, side)
        self._arrange(is_narrow=False)

    def _arrange(self, *, is_narrow: bool) -> None:
        """Put the buttons beside the texts, or below them where that leaves these no room."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(down if is_narrow else across)
        self._buttons.setDirection(across if is_narrow else down)
        sides = Qt.AlignmentFlag
        self._middle.setAlignment(
            self._buttons, sides.AlignLeft if is_narrow else sides.AlignVCenter
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines long enough to read."""
        super().resizeEvent(event)
        self._arrange(is_narrow=event.size().width() < _NARROW)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while somebody reads."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the coloured edge."""
        del event
        theme = theme_of(self.palette())
        color = QColor(getattr(theme, self._kind.value))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(mixed(theme.border, color, 0.45), 1.0))
        painter.setBrush(mixed(theme.raised, color, 0.07))
        painter.drawRoundedRect(area, RADIUS_M, RADIUS_M)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        edge = QRectF(area.left() + 4, area.top() + 6, _EDGE, area.height() - 12)
        painter.drawRoundedRect(edge, _EDGE / 2, _EDGE / 2)


def breakable(text: str, *, longest: int = _LONG_WORD) -> str:
    """Return the text with places to break the line in words as long as that: names."""
    words = re.compile(rf"\S{{{longest},}}")
    return words.sub(lambda word: _JOINT.sub("\\1\N{ZERO WIDTH SPACE}", word[0]), text)


def _label(text: str) -> QLabel:
    label = QLabel(breakable(text))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
