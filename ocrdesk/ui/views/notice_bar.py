"""Notices that tell without stopping anybody."""

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocrdesk.ui.appearance.metrics import SPACE_S
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.announce import announce
from ocrdesk.ui.views.notice_card import NoticeCard, NoticeKind, Offers

__all__ = ["NoticeBar", "NoticeKind"]

_MOST_SHOWN = 3
_WIDEST = 640


class NoticeBar(QWidget):
    """Shows notices one under the other, at most three; more wait their turn.

    The newest is the last one; of those that come while the bar lies at the foot, the first.

    A notice that says what another one on show says already only counts up. Good news and plain
    information go away by themselves, warnings and errors stay until they are closed, and so does
    what offers something to do; that gives way, once there was time to read it, where others wait.
    ``notice_dismissed`` tells that a person closes one.
    """

    action_requested = Signal(int)
    undo_requested = Signal(int)
    details_requested = Signal(int)
    notice_closed = Signal(int)
    notice_dismissed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[NoticeCard] = []
        self._waiting: list[NoticeCard] = []
        self._last_number = 0
        self._column = QVBoxLayout(self)
        self._is_at_foot = False
        self._column.setContentsMargins(self.margins_at(is_at_foot=False))
        self._column.setSpacing(SPACE_S)
        self.setAccessibleName(tr("Notices"))
        self.hide()

    @property
    def newest(self) -> int | None:
        """The number of the newest notice on show; None if there is none."""
        return self._shown[-1].number if self._shown else None

    @property
    def is_at_foot(self) -> bool:
        """Tell whether the bar lies at the foot of what it floats over, not at its top."""
        return self._is_at_foot

    def set_at_foot(self, *, is_at_foot: bool) -> None:
        """Keep the distance to the side that the bar lies at now; its size stays."""
        self._is_at_foot = is_at_foot
        self._column.setContentsMargins(self.margins_at(is_at_foot=is_at_foot))

    @staticmethod
    def margins_at(*, is_at_foot: bool) -> QMargins:
        """Return the margins around the cards at a place."""
        above, below = (0, SPACE_S) if is_at_foot else (SPACE_S, 0)
        return QMargins(SPACE_S, above, SPACE_S, below)

    def sizeHint(self) -> QSize:
        """Return a width at which lines are short enough to read."""
        return QSize(_WIDEST, super().sizeHint().height())

    def show_notice(
        self,
        text: str,
        advice: str = "",
        kind: NoticeKind = NoticeKind.INFO,
        *,
        action: str = "",
        undo: str = "",
        has_details: bool = False,
    ) -> int:
        """Show a notice and return its number; ``action`` and ``undo`` name optional buttons.

        Where it ``has_details`` another button asks for these.
        """
        announce(self, f"{text} {advice}".strip(), is_urgent=kind.is_urgent)
        for card in (*self._shown, *self._waiting):
            if card.says(text, advice, kind):
                card.count_up()
                return card.number
        self._last_number += 1
        offers = Offers(action, undo, has_details=has_details)
        card = NoticeCard(self._last_number, text, advice, kind, offers)
        card.closed.connect(self.close_notice)
        card.dismissed.connect(self.notice_dismissed)
        card.outdated.connect(self._fill)
        card.action_clicked.connect(self.action_requested)
        card.undo_clicked.connect(self.undo_requested)
        card.details_clicked.connect(self.details_requested)
        card.hide()  # until there is room for it
        card.setParent(self)  # so that it goes with the window even if there never is
        self._waiting.append(card)
        self._fill()
        return card.number

    def close_notice(self, number: int) -> None:
        """Take a notice away; one that is gone already is no matter."""
        card = next((c for c in (*self._shown, *self._waiting) if c.number == number), None)
        if card is None:
            return
        if card in self._shown:
            self._shown.remove(card)
        else:
            self._waiting.remove(card)
        card.hide()
        self._column.removeWidget(card)
        card.deleteLater()
        self._fill()
        self.notice_closed.emit(number)

    def clear(self) -> None:
        """Take all notices away."""
        for card in (*self._waiting, *self._shown):
            self.close_notice(card.number)

    def _fill(self) -> None:
        old = next((card for card in self._shown if card.is_outdated), None)
        if self._waiting and len(self._shown) == _MOST_SHOWN and old is not None:
            self.close_notice(old.number)  # which fills the bar
            return
        while self._waiting and len(self._shown) < _MOST_SHOWN:
            card = self._waiting.pop(0)
            self._shown.append(card)
            # At the end that is free to grow: those on show stay where a person points at them.
            self._column.insertWidget(0 if self._is_at_foot else -1, card)
            card.show()
            card.start()
        self.setVisible(bool(self._shown))
