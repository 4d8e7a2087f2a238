"""Lets the panels give way where the window gets narrow: Qt takes all of it from the page."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow

_PAGE_SHARE = 0.55  # of the width of the window
_USUAL = {Qt.DockWidgetArea.LeftDockWidgetArea: 230, Qt.DockWidgetArea.RightDockWidgetArea: 330}


class PanelWidths(QObject):
    """Remembers how wide a person wants the panels, and gives them that if the page has its share.

    A width is taken for wanted when it changes while a mouse button is down: then somebody pulls
    the line between panel and page.
    """

    def __init__(self, docks: Mapping[str, QDockWidget], window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks.values())
        self._wanted = dict(_USUAL)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.fit)
        window.installEventFilter(self)
        for dock in self._docks:
            dock.installEventFilter(self)
            dock.visibilityChanged.connect(self._fit_later)

    def adopt(self) -> None:
        """Take the widths that the panels were left with; a narrow window may have cut them."""
        for area, dock in self._columns().items():
            is_cut = self._window.width() * (1 - _PAGE_SHARE) < sum(_USUAL.values())
            self._wanted[area] = max(dock.width(), _USUAL[area]) if is_cut else dock.width()
        self.fit()

    def fit(self) -> None:
        """Give the panels the wanted widths, or what is left beside the page."""
        columns = self._columns()
        least = {area: dock.minimumSizeHint().width() for area, dock in columns.items()}
        wanted = {area: max(self._wanted[area], least[area]) for area in columns}
        room = max(self._window.width() * (1 - _PAGE_SHARE), sum(least.values()))
        spare = sum(wanted.values()) - sum(least.values())
        share = min(1.0, (room - sum(least.values())) / spare) if spare else 1.0
        widths = [round(least[a] + (wanted[a] - least[a]) * share) for a in columns]
        if any(dock.width() != w for dock, w in zip(columns.values(), widths, strict=True)):
            self._window.resizeDocks(list(columns.values()), widths, Qt.Orientation.Horizontal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the panels after the window changed; note what a person pulled them to."""
        if event.type() == QEvent.Type.Resize:
            if watched is self._window:
                self._fit_later()
            elif QApplication.mouseButtons() and isinstance(watched, QDockWidget):
                area = self._window.dockWidgetArea(watched)
                if area in self._wanted and not watched.isFloating():
                    self._wanted[area] = watched.width()
        return False

    def _fit_later(self) -> None:
        self._later.start(0)

    def _columns(self) -> dict[Qt.DockWidgetArea, QDockWidget]:
        """Return one panel for each side of the page that has any on show."""
        columns: dict[Qt.DockWidgetArea, QDockWidget] = {}
        for dock in self._docks:
            area = self._window.dockWidgetArea(dock)
            if area in _USUAL and dock.isVisible() and not dock.isFloating():
                columns.setdefault(area, dock)
        return columns
