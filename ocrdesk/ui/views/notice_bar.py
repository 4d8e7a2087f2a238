"""Notices that tell without stopping anybody."""

import enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class NoticeKind(enum.Enum):
    """How much a notice matters."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


class NoticeBar(QWidget):
    """Shows notices one under the other, at most three; more wait their turn."""

    action_requested = Signal(int)
    notice_closed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_notice(
        self,
        text: str,
        advice: str = "",
        kind: NoticeKind = NoticeKind.INFO,
        *,
        action: str = "",
    ) -> int:
        """Show a notice and return its number; ``action`` names an optional button."""
        return 0

    def close_notice(self, number: int) -> None:
        """Take a notice away; one that is gone already is no matter."""

    def clear(self) -> None:
        """Take all notices away."""
