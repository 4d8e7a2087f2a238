"""A bar that shows how far something is, and is painted when the window is."""

from PySide6.QtWidgets import QProgressBar

_STEPS = 1000


class ProgressBar(QProgressBar):
    """Qt's own paints at once when it changes, and with itself all that waits in the window.

    So a report of a worker cost as much as the pages, panels and icons that had changed before.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setRange(0, _STEPS)

    def set_share(self, share: float) -> None:
        """Show how much of the whole is done, 0 to 1."""
        self._change(_STEPS, round(min(max(share, 0.0), 1.0) * _STEPS))

    def set_unknown(self) -> None:
        """Show that something is done, nobody knows how much of it."""
        self._change(0, 0)

    def _change(self, maximum: int, value: int) -> None:
        self.setUpdatesEnabled(False)
        self.setRange(0, maximum)
        self.setValue(value)
        self.setUpdatesEnabled(True)
