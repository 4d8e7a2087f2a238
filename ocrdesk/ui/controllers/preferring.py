"""The settings page at work: every change holds at once, wherever else it can be made too."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt

from ocrdesk.services.model_store import DEFAULT_MODEL, list_models
from ocrdesk.services.settings import Declaration, Settings, declarations
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import said
from ocrdesk.ui.views.settings_dialog import SettingsDialog


class PreferringController(QObject):
    """Opens the settings page, and keeps it and the settings in step."""

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._reading = reading
        self._dialog: SettingsDialog | None = None
        workplace.actions["settings"].triggered.connect(self.show)
        workplace.settings.listen(self._follow)

    def show(self) -> None:
        """Open the settings page, generated from the settings as they are declared."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        shown = [_spoken(_with_models(item)) for item in declarations() if item.group]
        dialog = SettingsDialog(shown, self._values(), self._place.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._set)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _values(self) -> dict[str, Any]:
        settings = self._place.settings.settings
        values = {item.name: getattr(settings, item.name) for item in declarations()}
        return values | {"model": "" if settings.model == DEFAULT_MODEL else settings.model}

    def _set(self, name: str, value: object) -> None:
        if name == "model":
            self._reading.choose_model(str(value) or DEFAULT_MODEL)
            self._place.settings.set(model=str(value) or DEFAULT_MODEL)
        else:
            self._place.settings.set(**{name: value})

    def _follow(self, _before: Settings, _after: Settings) -> None:
        if self._dialog is not None:
            self._dialog.show_values(self._values())

    def _forget(self) -> None:
        self._dialog = None


def _spoken(item: Declaration) -> Declaration:
    """Return the declaration in the window's language."""
    return replace(
        item,
        title=said(item.title),
        group=said(item.group),
        tip=said(item.tip),
        choices=tuple((value, said(words)) for value, words in item.choices),
    )


def _with_models(item: Declaration) -> Declaration:
    """Return the declaration with the models that are there as the choices of the model."""
    if item.name != "model":
        return item
    names = dict.fromkeys(entry.name for entry in list_models())
    others = [(name, name) for name in names if name != DEFAULT_MODEL]
    return replace(item, choices=(("", DEFAULT_MODEL), *others))
