"""Starts the window anew where a person wants that: another language holds only from then on."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ocrdesk.services.settings import Settings
from ocrdesk.ui.controllers import deciding
from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.translation import tr

TOPIC = "language"


class RestartingController(QObject):
    """Offers a new window once another language was chosen.

    ``wanted`` tells that this window is to be closed now; ``paths`` is then what the next one
    opens, and None before.
    """

    wanted = Signal()

    def __init__(self, workplace: Workplace, saving: SavingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._saving = saving
        self._spoken = workplace.settings.settings.language
        self.paths: tuple[str, ...] | None = None
        workplace.settings.listen(self._follow)

    def _follow(self, before: Settings, after: Settings) -> None:
        """Offer it as long as another language was chosen than the window speaks."""
        if before.language == after.language:
            return
        if after.language == self._spoken:
            self._place.notices.withdraw(TOPIC)
            return
        self._place.notices.raise_notice(
            Notice(
                tr("The language you chose is used from the next start of ocrdesk on."),
                tr("What is open is opened again then; work that was not saved is asked about."),
                action=tr("Restart Now"),
                on_action=self.restart,
                topic=TOPIC,
            )
        )

    def restart(self) -> None:
        """Close as quitting does, asking where work would be lost, and start once that is done.

        A pasted picture that no document has is asked about, too: no file brings it back.
        """
        documents = self._place.session.documents
        pasted = [opened for opened in documents if not Path(opened.document.source).is_absolute()]
        if self._saving.is_modified or self._saving.is_saving:
            self._saving.ask_before_losing(documents, self._go)
        elif pasted and self._saving.file is None:
            save = partial(self._saving.save, then=self._go)
            name = pasted[0].title
            deciding.ask_to_save(self._place.window, name, documents, save=save, discard=self._go)
        else:
            self._go()

    def _go(self) -> None:
        file, documents = self._saving.file, self._place.session.documents
        sources = [opened.document.source for opened in documents]
        files = [source for source in dict.fromkeys(sources) if Path(source).is_absolute()]
        self.paths = tuple(files) if file is None else (str(file.path),)
        self.wanted.emit()
