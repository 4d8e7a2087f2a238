"""Puts the look on the application and keeps it in step with light and dark."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication


class Appearance(QObject):
    """The look of the running program; ``scheme`` Unknown follows the system.

    Keep one per application, made after the ``QApplication``.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = Qt.ColorScheme.Unknown
        application.setStyle("Fusion")

    @property
    def scheme(self) -> Qt.ColorScheme:
        """What the person asked for: Light, Dark, or Unknown to follow the system."""
        return self._scheme

    def set_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Wear light or dark from now on, or follow the system."""
        self._scheme = scheme
        self.changed.emit()
