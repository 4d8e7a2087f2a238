"""The title bar: which document and page this is, and whether something was not saved."""

from PySide6.QtCore import QObject

from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.workplace import Workplace


class TitlingController(QObject):
    """Names the file and the page in the title bar, and marks what was not saved."""

    def __init__(self, workplace: Workplace, saving: SavingController, parent: QObject) -> None:
        super().__init__(parent)
        self._window = workplace.window
        self._session = workplace.session
        self._saving = saving
        for signal in (
            self._session.current_changed,
            self._session.document_updated,
            saving.changed,
        ):
            signal.connect(self.show)
        self._session.history_group.clean_changed.connect(self._mark)
        self._session.page_changed.connect(self._mark)
        self.show()

    def show(self) -> None:
        """Show the title as it should be now."""
        current, file = self._session.current, self._saving.file
        names = [file.path.name] if file is not None else []
        if current is not None and (file is None or len(self._session.documents) > 1):
            names.append(current.title)
        # Qt takes "[*]" in a name for the place of its own asterisk unless it is doubled.
        title = " - ".join(names).replace("[*]", "[*][*]")
        self._window.setWindowTitle(f"{title}[*] - ocrdesk" if title else "ocrdesk")
        self._mark()

    def _mark(self) -> None:
        has_place = "[*]" in self._window.windowTitle()  # the first screen has none
        self._window.setWindowModified(has_place and self._saving.is_modified)
