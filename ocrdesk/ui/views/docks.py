"""The panels beside the page: what holds them, and where each is in a new window."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.dock_title import DockTitle
from ocrdesk.ui.views.enter_key import PanelDock

_TITLES = {
    "pages": later("Pages"),
    "history": later("History"),
    "review": later("Review"),
    "text": later("Text"),
    "letter": later("Letter"),
    "ink": later("Ink"),
}
_ON_THE_LEFT = {"pages", "history", "review"}
_NARROWEST = {"pages": 168, "history": 168, "review": 168, "text": 208, "letter": 208, "ink": 208}


def new_docks(window: QMainWindow) -> dict[str, QDockWidget]:
    """Return what holds the panels, by name, still empty.

    It comes before the panels, which are made inside: a finished one that moves into another widget
    is styled anew with all that it holds, which took a sixth of the time a window takes to build.
    """
    docks: dict[str, QDockWidget] = {}
    for name, title in _TITLES.items():
        docks[name] = dock = PanelDock(tr(title), window)
        dock.setObjectName(f"dock_{name}")
        dock.setTitleBarWidget(DockTitle(dock))
    return docks


def place(
    docks: Mapping[str, QDockWidget], panels: Mapping[str, QWidget], window: QMainWindow
) -> None:
    """Put each panel, by its name, into what holds it, and that where it is in a new window."""
    for name, dock in docks.items():
        panels[name].setMinimumWidth(_NARROWEST[name])
        dock.setWidget(panels[name])
        area = Qt.DockWidgetArea
        is_left = name in _ON_THE_LEFT
        window.addDockWidget(area.LeftDockWidgetArea if is_left else area.RightDockWidgetArea, dock)
        # Sizing tabbed panels before the window is shown makes Qt leave a tab bar over it.
        dock.setVisible(name not in {"review", "ink"})
    vertical = Qt.Orientation.Vertical
    window.resizeDocks([docks["pages"], docks["text"]], [230, 330], Qt.Orientation.Horizontal)
    window.resizeDocks([docks["text"], docks["letter"]], [300, 420], vertical)
    window.resizeDocks([docks["pages"], docks["history"]], [270, 440], vertical)
    window.tabifyDockWidget(docks["history"], docks["review"])
    window.tabifyDockWidget(docks["letter"], docks["ink"])
    docks["review"].show()  # ink is hidden until somebody asks for it
    docks["history"].raise_()
