"""Puts the look on the application and keeps it in step with light and dark."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ocrdesk.ui.appearance.stylesheet import stylesheet_of
from ocrdesk.ui.appearance.theme import DARK, LIGHT, Theme, palette_of
from ocrdesk.ui.turns import in_next_turn

_Scheme = Qt.ColorScheme
_Step = tuple[Callable[[], object], QObject]


class Appearance(QObject):
    """The look of the running program; keep one per application.

    ``scheme`` Unknown follows the system. Widgets need no connection to ``changed``: they are told
    by the palette change events that Qt sends them.
    """

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Qt.ColorScheme = _Scheme.Unknown) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._theme: Theme | None = None
        self._sheet = ""
        application.setStyle("Fusion")
        self._system_is_dark = _is_dark(application.palette())
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._wear()

    @property
    def scheme(self) -> Qt.ColorScheme:
        """What the person asked for: Light, Dark, or Unknown to follow the system."""
        return self._scheme

    @property
    def theme(self) -> Theme:
        """The colours worn now."""
        return self._wanted()

    def set_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Wear light or dark from now on, or follow the system."""
        self._scheme = scheme
        # Window frames and native dialogs follow this where the platform can; the palette below
        # holds everywhere.
        self._application.styleHints().setColorScheme(scheme)
        self._wear()

    def _wanted(self) -> Theme:
        scheme = self._scheme
        if scheme == _Scheme.Unknown:
            scheme = self._application.styleHints().colorScheme()
        if scheme == _Scheme.Unknown:
            return DARK if self._system_is_dark else LIGHT
        return DARK if scheme == _Scheme.Dark else LIGHT

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        self._wear()

    def dress_window(self, window: QWidget) -> None:
        """Give a window that has no parent the sheet; what is in it, and its dialogs, get it too.

        Call it before the window is filled: each widget is then dressed once.
        """
        window.setStyleSheet(self._sheet)

    def _wear(self) -> None:
        """Dress a window at a time, each in a turn of its own, and paint nothing between.

        One sheet for the application took 60 ms to take off and 90 to put on with the laboratory
        open. Without a sheet a palette costs nothing, and a sheet is put on in a third of the time
        that changing one takes (Qt 6.11).
        """
        theme = self._wanted()
        if theme is self._theme:
            return
        self._theme = theme
        self._sheet = stylesheet_of(theme, self._application.font())
        windows = [w for w in self._application.topLevelWidgets() if w.parent() is None]
        steps: list[_Step] = [
            *((partial(self._undress, window), window) for window in windows),
            (self._put_on_palette, self),
            *((partial(self._dress_again, window), window) for window in windows),
            (self.changed.emit, self),
        ]
        is_seen = any(window.isVisible() for window in windows)
        for step, thing in steps:
            if is_seen:
                in_next_turn(step, thing)
            else:
                step()

    def _undress(self, window: QWidget) -> None:
        window.setUpdatesEnabled(False)
        window.setStyleSheet("")

    def _put_on_palette(self) -> None:
        self._application.setPalette(palette_of(self.theme))

    def _dress_again(self, window: QWidget) -> None:
        self.dress_window(window)
        window.setUpdatesEnabled(True)


def dress_window(window: QWidget) -> None:
    """Give a window that has no parent the look of the application, if that has one."""
    application = QApplication.instance()
    appearance = application.findChild(Appearance) if application is not None else None
    if isinstance(appearance, Appearance):
        appearance.dress_window(window)


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128
