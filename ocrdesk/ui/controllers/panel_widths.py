"""Lets the panels give way where the window gets narrow: Qt takes all of it from the page."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from ocrdesk.ui.controllers.pausing import pause_before

_PAGE_SHARE = 0.55  # of the width of the window
_USUAL = {Qt.DockWidgetArea.LeftDockWidgetArea: 230, Qt.DockWidgetArea.RightDockWidgetArea: 330}


class PanelWidths(QObject):
    """Remembers how wide a person wants the panels, and gives them that if the page has its share.

    Widths are taken for wanted when they change between the pressing and the release of a mouse
    button on the window itself: then somebody pulls the line between panel and page.
    """

    def __init__(self, docks: Mapping[str, QDockWidget], window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks.values())
        self._wanted = dict(_USUAL)
        self._later = pause_before(self.fit, self)
        self._page_share = _PAGE_SHARE
        self._before_pull: Mapping[Qt.DockWidgetArea, int] = {}
        self._after_pull = pause_before(self._note_pulled, self)
        window.installEventFilter(self)
        for dock in self._docks:
            dock.visibilityChanged.connect(self._fit_later)
            dock.topLevelChanged.connect(self._fit_later)

    def adopt(self) -> None:
        """Take the widths that the panels were left with; a narrow window may have cut them."""
        is_cut = self._window.width() * (1 - _PAGE_SHARE) < sum(_USUAL.values())
        self._note()
        if is_cut:
            self._wanted = {area: max(w, _USUAL[area]) for area, w in self._wanted.items()}
            self._page_share = _PAGE_SHARE
        self.fit()

    def fit(self) -> None:
        """Give the panels the wanted widths, or what is left beside the page."""
        columns = self._columns()
        least = {area: dock.minimumSizeHint().width() for area, dock in columns.items()}
        wanted = {area: max(self._wanted[area], least[area]) for area in columns}
        room = max(self._window.width() * (1 - self._page_share), sum(least.values()))
        spare = sum(wanted.values()) - sum(least.values())
        share = min(1.0, (room - sum(least.values())) / spare) if spare else 1.0
        widths = [round(least[a] + (wanted[a] - least[a]) * share) for a in columns]
        if any(dock.width() != w for dock, w in zip(columns.values(), widths, strict=True)):
            self._window.resizeDocks(list(columns.values()), widths, Qt.Orientation.Horizontal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the panels after the window changed; note what a person pulled them to."""
        del watched
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._fit_later()
        elif kind == QEvent.Type.MouseButtonPress:
            self._before_pull = self._widths()
        elif kind == QEvent.Type.MouseButtonRelease:
            self._after_pull.start(0)  # the line takes its last place with this very event
        return False

    def _note_pulled(self) -> None:
        if self._widths() != self._before_pull:
            self._note()

    def _note(self) -> None:
        """Keep the widths the panels have, even where they leave the page less than its share."""
        self._wanted |= self._widths()
        share = 1 - sum(self._wanted.values()) / self._window.width()
        self._page_share = min(_PAGE_SHARE, share)

    def _widths(self) -> Mapping[Qt.DockWidgetArea, int]:
        return {area: dock.width() for area, dock in self._columns().items()}

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
