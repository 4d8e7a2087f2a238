"""The choice of the model in the Read menu."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ocrdesk.services.model_store import list_models
from ocrdesk.ui.actions import let
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.translation import tr


class ModelController(QObject):
    """Lists the models anew each time the menu opens, so that new files appear."""

    def __init__(self, reading: ReadingController, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._menu = menu
        self._group = QActionGroup(self)
        menu.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List the models, the chosen one marked."""
        self._menu.clear()
        seen: set[str] = set()
        for entry in list_models():
            if entry.name in seen:  # the person's own goes before a shipped one of that name
                continue
            seen.add(entry.name)
            name = entry.name.replace("&", "&&")
            action = self._menu.addAction(
                name if entry.is_shipped else tr("{model} (own)").format(model=name)
            )
            action.setCheckable(True)
            action.setActionGroup(self._group)
            action.setChecked(entry.name == self._reading.model)
            let(action, partial(self._reading.choose_model, entry.name))
        self._menu.setEnabled(bool(seen))
