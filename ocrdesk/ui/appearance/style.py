"""Puts the look on the application and keeps it in step with light and dark."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ocrdesk.ui.appearance.stylesheet import stylesheet_of
from ocrdesk.ui.appearance.theme import DARK, LIGHT, Theme, palette_of
from ocrdesk.ui.turns import in_next_turn

_Scheme = Qt.ColorScheme


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

    def _wear(self) -> None:
        theme = self._wanted()
        if theme is self._theme:
            return
        is_first, self._theme = self._theme is None, theme
        # Without a sheet a palette costs nothing and a sheet is worn in 7 ms; changing one sheet
        # for another takes 25 ms (Qt 6.11, a window with one page).
        self._application.setStyleSheet("")
        self._application.setPalette(palette_of(theme))
        if is_first:
            self._put_on_sheet()
            return
        # The sheet in a turn of its own: both took a slow machine 110 ms. Nothing is painted
        # between the two.
        for window in self._application.topLevelWidgets():
            window.setUpdatesEnabled(False)
        in_next_turn(self._put_on_sheet, self)

    def _put_on_sheet(self) -> None:
        """Wear the sheet that belongs to the palette, and paint again."""
        if self._theme is not None:
            sheet = stylesheet_of(self._theme, self._application.font())
            self._application.setStyleSheet(sheet)
        for window in self._application.topLevelWidgets():
            window.setUpdatesEnabled(True)
        self.changed.emit()


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128
