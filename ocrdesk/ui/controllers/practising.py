"""Practice sheets in the window: made, and noticed when they come back filled in."""

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from ocrdesk.errors import OcrdeskError
from ocrdesk.formats.image_file import SourceImage
from ocrdesk.formats.practice_sheet_file import SheetWords
from ocrdesk.services.hand_page import TakenSheet, look_for_sheet, print_sheet, take_sheet
from ocrdesk.services.hand_sheet import MOST_COPIES, SheetReading, plan_sheet
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.ui.controllers.folders import SHEETS, folder_for, note_folder, place_for
from ocrdesk.ui.controllers.page_work import reader_called
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.sheet_doubts import SheetDoubts, why_told
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.file_dialog import saving_dialog
from ocrdesk.ui.views.sheet_dialog import SheetDialog

_TOPIC = "practice sheet"


class PractisingController(QObject):
    """Makes practice sheets, and takes the letters of those that are opened."""

    def __init__(self, workplace: Workplace, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._reading = reading
        self._noticed: set[OpenDocument] = set()
        self._offered: OpenDocument | None = None
        self._doubts = SheetDoubts(workplace, _TOPIC)
        workplace.session.document_closed.connect(self._forget)
        workplace.actions["learn_hand"].triggered.connect(self._withdraw)
        workplace.actions["make_sheet"].triggered.connect(self.ask)
        workplace.actions["take_sheet"].triggered.connect(self.take_current)
        workplace.session.document_updated.connect(self._look_at)

    def _withdraw(self) -> None:
        self._place.notices.withdraw(_TOPIC)

    def _forget(self, opened: OpenDocument) -> None:
        """Offer nothing of a page that was closed."""
        self._noticed.discard(opened)
        if opened is self._offered:
            self._withdraw()

    def ask(self) -> None:
        """Ask what the sheet is to hold."""
        dialog = SheetDialog(_plan, most_copies=MOST_COPIES, parent=self._place.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._ask_where)
        dialog.open()

    def take_current(self) -> None:
        """Take the letters of the page that is shown, as those of a practice sheet."""
        if self._place.session.current is not None:
            self._take(self._place.session.current)

    def _ask_where(self, characters: str, copies: int, paper: str) -> None:
        place = self._place
        name = tr("practice-sheet", "The name of a file") + ".pdf"
        proposed = place_for(place, SHEETS, Path(folder_for(place)) / name)
        dialog = saving_dialog(place.window, tr("Save Practice Sheet"), str(proposed.parent))
        dialog.setNameFilters([tr("PDF documents (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(partial(note_folder, place, SHEETS))
        dialog.fileSelected.connect(partial(self._write, characters, copies, paper))
        dialog.open()

    def _write(self, characters: str, copies: int, paper: str, path: str) -> None:
        page = plan_sheet(characters, copies=copies, paper=paper)
        task = self._place.tasks.create(print_sheet(path, page, _words()))
        task.succeeded.connect(partial(self._tell_where, path))
        task.failed.connect(partial(self._fail, tr("Making the practice sheet")))
        task.start()

    def _tell_where(self, path: str, _result: object) -> None:
        self._place.notices.raise_notice(
            Notice(
                tr("The practice sheet is in {name}.").format(name=Path(path).name),
                tr("Print it at full size, fill it in, and open a photo of it here."),
                NoticeLevel.SUCCESS,
                action=tr("Open It"),
                on_action=partial(_open_file, path),
                topic=_TOPIC,
            )
        )

    def _look_at(self, opened: OpenDocument) -> None:
        """Look whether a page that was just read is a practice sheet."""
        image = opened.image
        if image is None or opened.page is None or opened in self._noticed or opened.is_modified:
            return
        self._noticed.add(opened)
        task = self._place.tasks.create(look_for_sheet(image))
        task.succeeded.connect(partial(self._offer, opened))
        task.start()

    def _offer(self, opened: OpenDocument, is_sheet: object) -> None:
        """Offer the letters of a practice sheet."""
        if is_sheet and opened in self._place.session.documents:
            self._offered = opened
            self._place.tell_of_reading(
                Notice(
                    tr("“{title}” looks like a practice sheet.").format(title=opened.title),
                    tr(
                        "What is written in its boxes is known: take its letters as confirmed ones."
                    ),
                    action=tr("Take the Letters"),
                    on_action=partial(self._take, opened),
                    topic=_TOPIC,
                )
            )

    def _take(self, opened: OpenDocument) -> None:
        image = opened.image
        if opened.page is None or image is None:
            self._place.notices.inform(
                tr("The page is not read yet."),
                tr("Wait until its letters are there."),
                topic=_TOPIC,
            )
            return
        image = replace(image, source=opened.title)
        own, model = opened.own_recognizer, self._reading.arrivals.choice.of(opened)
        is_other = own is None and model != opened.read_by
        task = self._place.tasks.create(_taken(image, own, self._reading.recognizer, model))
        rotation = opened.page.rotation
        task.succeeded.connect(partial(self._apply, opened, rotation, is_other=is_other))
        task.failed.connect(partial(self._fail, tr("Reading the practice sheet")))
        task.start()

    def _fail(self, doing: str, error: Exception) -> None:
        self._place.notices.raise_error(error, doing=doing, topic=_TOPIC)

    def _apply(
        self, opened: OpenDocument, rotation: float, result: object, *, is_other: bool
    ) -> None:
        """Put the letters on the page, in one step that can be undone.

        Their boxes are about the page as it lay, by ``rotation`` degrees. Where what read it is
        not there any more, ``is_other`` tells that another reader took them.
        """
        reader, taken = cast("tuple[Recognizer, TakenSheet]", result)
        if opened not in self._place.session.documents or opened.page is None:
            return
        if opened.page.rotation != rotation:
            self._place.notices.inform(
                tr("The page was turned while its letters were taken."),
                tr("Take them again."),
                topic=_TOPIC,
            )
            return
        readers = (opened.take_reader(reader), reader.name) if is_other else None
        self._place.session.apply(taken.edit, opened=opened, readers=readers)
        reading = taken.reading
        is_doubtful = self._doubts.remember(opened, opened.page, reading.doubtful)
        learn = self._place.actions["learn_hand"].trigger if reading.sure else None
        self._place.notices.raise_notice(
            Notice(
                _summary(reading),
                _advice(reading),
                NoticeLevel.SUCCESS,
                action=(tr("Show Them") if is_doubtful else tr("Learn This Hand") if learn else ""),
                on_action=self._doubts.show if is_doubtful else learn,
                topic=_TOPIC,
            )
        )


def _taken(
    image: SourceImage, own: Recognizer | None, last: Recognizer | None, model: str
) -> Generator[Progress, None, tuple[Recognizer, TakenSheet]]:
    """Read a sheet with what read its page, or with the model that reads it when asked.

    That one is loaded unless it read last. Returns who read it, too.
    """
    reader = own if own is not None else (yield from reader_called(last, model))
    return reader, (yield from take_sheet(image, reader))


def _open_file(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _words() -> SheetWords:
    """Return what the sheet says, in the window's language."""
    return SheetWords(
        tr("Practice sheet"),
        (
            tr(
                "Write every character into its box, as you usually write, with a dark pen. One "
                "that went wrong: fill its box in completely."
            ),
            tr(
                "Then photograph the whole page with its four corner squares, or scan it, and open "
                "the picture in ocrdesk."
            ),
        ),
        tr("page {number} of {count}"),
    )


def _plan(characters: str, copies: int, paper: str) -> tuple[str, bool]:
    """Return what such a sheet is like, or what is wrong with it, and whether it can be made."""
    try:
        page = plan_sheet(characters, copies=copies, paper=paper)
    except OcrdeskError as error:
        return f"{said(error.message)} {said(error.advice)}", False
    boxes = len(page.characters) * copies
    pages = tr("%n pages", None, page.count)
    return pages + " " + tr("with %n boxes", None, boxes) + ".", True


def _summary(reading: SheetReading) -> str:
    count = len(reading.sure)
    text = tr("%n letters of the practice sheet confirmed.", None, count)
    doubtful, missing = len(reading.doubtful), len(reading.without_letter)
    if doubtful:
        text += " " + tr("%n doubtful.", None, doubtful)
    if missing:
        text += " " + tr("%n boxes without a letter.", None, missing)
    return text


def _advice(reading: SheetReading) -> str:
    """Return which letters to look at, a few of them by name."""
    if not reading.doubtful:
        return tr("They are what ocrdesk learns your hand from.")
    named = ", ".join(
        tr("{character} in row {row} ({why})").format(
            character=letter.character,
            row=letter.row + 1,
            why=why_told(letter.seen_as, letter.doubt.value),
        )
        for letter in reading.doubtful[:3]
    )
    more = len(reading.doubtful) - 3
    if more > 0:
        named = tr("{named} and {more} more").format(named=named, more=more)
    return tr("Look at {named}: type what is there.").format(named=named)
