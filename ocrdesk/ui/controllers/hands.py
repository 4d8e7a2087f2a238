"""What a person does with the hands they keep: make, rename, export, import, delete, put back."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu

from ocrdesk.services.hand_keeping import (
    RemovedHand,
    create_hand,
    export_hand,
    import_hand,
    put_hand_back,
    remove_hand,
    rename_hand,
)
from ocrdesk.services.model_store import DEFAULT_MODEL, list_models
from ocrdesk.services.profile_store import KnownHand
from ocrdesk.services.progress import Progress
from ocrdesk.ui.actions import let
from ocrdesk.ui.controllers.folders import HANDS, folder_for, note_folder, place_for
from ocrdesk.ui.controllers.learning import LearningController
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.tasks import Task
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.file_dialog import file_dialog, saving_dialog
from ocrdesk.ui.views.name_dialog import name_dialog

TOPIC = "hands"
_FILES = later("Hands (*.npz)")


class HandController(QObject):
    """Hands are kept by workers; the one that reads follows what is done with it."""

    def __init__(
        self,
        workplace: Workplace,
        reading: ReadingController,
        learning: LearningController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._reading = reading
        self._learning = learning

    def add_deeds(self, menu: QMenu, hand: KnownHand | None) -> None:
        """Offer in a menu what can be done with hands, and with the one that reads."""
        let(menu.addAction(tr("&New Hand…")), self.ask_for_new)
        let(menu.addAction(tr("&Import Hand…")), self.ask_what_to_import)
        if hand is None:
            return
        shown = hand.name.replace("&", "&&")
        menu.addSeparator()
        let(
            menu.addAction(tr("&Rename “{shown}”…").format(shown=shown)),
            partial(self.ask_for_name, hand.name),
        )
        let(
            menu.addAction(tr("&Export “{shown}”…").format(shown=shown)),
            partial(self.ask_where, hand.name),
        )
        let(
            menu.addAction(tr("&Delete “{shown}”").format(shown=shown)),
            partial(self.delete, hand.name),
        )

    def ask_for_new(self) -> None:
        """Ask what a new hand is to be called."""
        self._ask(
            tr("New Hand"), tr("Whose hand is it? It learns from the letters you confirm:"), ""
        )

    def ask_for_name(self, name: str) -> None:
        """Ask for another name of a hand."""
        self._ask(tr("Rename Hand"), tr("What is “{name}” to be called?").format(name=name), name)

    def _ask(self, title: str, question: str, name: str) -> None:
        dialog = name_dialog(self._place.window, title, question, name)
        chosen = partial(self.rename, name) if name else self.create
        dialog.textValueSelected.connect(chosen)
        dialog.open()

    def create(self, name: str) -> None:
        """Make a hand that has learnt nothing yet, and read with it."""
        name = name.strip()
        self._drive(create_hand(name, self._reading.model), tr("Making a hand"), self._take_new)

    def rename(self, name: str, other: str) -> None:
        """Give a hand another name, unless it is at work."""
        if other.strip() != name and not self._refuse_at_work(name):
            task = rename_hand(name, other.strip())
            self._learning.hold()
            driven = self._drive(task, tr("Renaming the hand"), partial(self._take_name, name))
            driven.ended.connect(self._learning.release)

    def ask_where(self, name: str) -> None:
        """Ask for the file that a hand is written to."""
        place = self._place
        proposed = place_for(place, HANDS, Path(folder_for(place)) / f"{name}.npz")
        dialog = saving_dialog(place.window, tr("Export Hand"), str(proposed.parent))
        dialog.setNameFilters([tr(_FILES)])
        dialog.setDefaultSuffix("npz")
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(partial(note_folder, place, HANDS))
        dialog.fileSelected.connect(partial(self.export, name))
        dialog.open()

    def export(self, name: str, path: str) -> None:
        """Write a hand to a file."""
        task = export_hand(name, Path(path))
        self._drive(task, tr("Exporting the hand"), partial(self._tell_file, name))

    def ask_what_to_import(self) -> None:
        """Ask for the file of a hand."""
        place = self._place
        dialog = file_dialog(place.window, tr("Import Hand"), folder_for(place, HANDS))
        dialog.setNameFilters([tr(_FILES)])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(note_folder, place, HANDS))
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def take_in(self, path: str) -> None:
        """Keep the hand in a file among the person's own."""
        self._drive(import_hand(Path(path)), tr("Importing the hand"), self._offer_imported)

    def delete(self, name: str) -> None:
        """Delete a hand, unless it is at work; it can be put back."""
        if not self._refuse_at_work(name):
            self._learning.hold()
            driven = self._drive(remove_hand(name), tr("Deleting the hand"), self._take_removed)
            driven.ended.connect(self._learning.release)

    def _refuse_at_work(self, name: str) -> bool:
        """Return whether a hand has to stay as it is, and say why.

        What is learnt is saved under the name that the hand had when the learning began, and a
        worker that begins to read looks for the file of that name.
        """
        if self._learning.is_learning:
            text = tr("“{name}” cannot be renamed or deleted while a hand learns.")
            advice = tr("Wait until it has learnt.")
        elif self._is_being_loaded(name):
            text = tr("“{name}” cannot be renamed or deleted while it is loaded.")
            advice = tr("Wait until the page is read.")
        else:
            return False
        self._tell(Notice(text.format(name=name), advice, NoticeLevel.WARNING))
        return True

    def _is_being_loaded(self, name: str) -> bool:
        """Tell whether a worker that reads may still have to load the hand."""
        reading = self._reading
        is_loaded = reading.recognizer is not None and reading.recognizer.name == name
        busy = reading.busy
        return busy is not None and reading.arrivals.choice.of(busy) == name and not is_loaded

    def _put_back(
        self, removed: RemovedHand, pages: Sequence[OpenDocument], *, was_read_with: bool
    ) -> None:
        done = partial(self._give_back, pages, was_read_with=was_read_with)
        self._drive(put_hand_back(removed), tr("Putting the hand back"), done)

    def _give_back(
        self, pages: Sequence[OpenDocument], name: object, *, was_read_with: bool
    ) -> None:
        """Let a hand that was put back read its pages when they are read again, as before."""
        if was_read_with:
            self._read_with(name)
        for opened in pages:
            opened.reader = str(name)

    def _drive(
        self,
        task: Generator[Progress, None, object],
        doing: str,
        done: Callable[[object], None],
    ) -> Task:
        driven = self._place.tasks.create(task)
        driven.succeeded.connect(done)
        driven.failed.connect(partial(self._place.notices.raise_error, doing=doing, topic=TOPIC))
        driven.start()
        return driven

    def _tell(self, notice: Notice) -> None:
        self._place.notices.raise_notice(replace(notice, topic=TOPIC))

    def _read_with(self, name: object) -> None:
        self._reading.choose_model(str(name))

    def _take_new(self, name: object) -> None:
        self._read_with(name)
        self._tell(
            Notice(
                tr("“{name}” reads from now on, and has learnt nothing yet.").format(name=name),
                tr("Confirm some letters, then choose Read, Learn This Hand."),
                NoticeLevel.SUCCESS,
            )
        )

    def _take_name(self, name: str, other: object) -> None:
        """Let pages and reader follow: it is the same hand."""
        self._reading.arrivals.rename(name, str(other))
        recognizer = self._reading.recognizer
        if recognizer is not None and recognizer.name == name:
            self._reading.keep(replace(recognizer, name=str(other)))
        self._tell(
            Notice(
                tr("“{name}” is called “{other}” now.").format(name=name, other=other),
                level=NoticeLevel.SUCCESS,
            )
        )

    def _tell_file(self, name: str, path: object) -> None:
        where = Path(str(path)).name
        self._tell(
            Notice(
                tr("“{name}” is in {where}.").format(name=name, where=where),
                level=NoticeLevel.SUCCESS,
            )
        )

    def _offer_imported(self, name: object) -> None:
        self._tell(
            Notice(
                tr("“{name}” is among your hands.").format(name=name),
                level=NoticeLevel.SUCCESS,
                action=tr("Read with It"),
                on_action=partial(self._read_with, name),
            )
        )

    def _take_removed(self, result: object) -> None:
        """Read with the model that the hand began with, where the hand was what read."""
        removed = cast("RemovedHand", result)
        pages = [d for d in self._place.session.all_documents if d.reader == removed.name]
        was_read_with = self._reading.model == removed.name
        if was_read_with:
            known = {entry.name for entry in list_models()}
            self._reading.choose_model(removed.base if removed.base in known else DEFAULT_MODEL)
        self._reading.arrivals.choice.rename(removed.name, self._reading.model)
        back = partial(self._put_back, removed, pages, was_read_with=was_read_with)
        self._tell(
            Notice(
                tr("“{name}” was deleted.").format(name=removed.name),
                action=tr("Put Back"),
                on_action=back,
            )
        )
