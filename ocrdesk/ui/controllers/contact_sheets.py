"""Shows the contact sheet of a character and does what is asked for on it."""

from PySide6.QtCore import QObject, Qt

from ocrdesk.services.contact_sheet import characters_read, contact_sheet
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.controllers.group_answers import GroupAnswers
from ocrdesk.ui.controllers.letter_pictures import LetterPictures
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.views.contact_sheet_dialog import ContactSheetDialog
from ocrdesk.ui.views.letter_grid import LetterCell

_PAUSE_MS = 120  # after the last edit


class ContactSheetController(QObject):
    """Keeps one sheet, in step with the pages as long as it is open."""

    def __init__(
        self,
        workplace: Workplace,
        desk: ReviewDesk,
        answers: GroupAnswers,
        pictures: LetterPictures,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._desk = desk
        self._answers = answers
        self._pictures = pictures
        self._dialog: ContactSheetDialog | None = None
        self._was_looked_at = False
        self._later = pause_before(self._refresh, self, _PAUSE_MS)
        workplace.actions["contact_sheet"].triggered.connect(self.open)
        session = workplace.session
        for signal in (session.page_changed, session.document_updated, session.document_closed):
            signal.connect(self._refresh_later)
        session.document_updated.connect(self._forget_pictures)
        session.doubt_moved.connect(self._judge_anew)
        desk.looked.connect(self._arrange)

    def open(self) -> None:
        """Show the sheet of the selected letter's character, or of the most frequent one."""
        counts = characters_read(self._desk.pages())
        if not counts:
            return
        glyph = self._session.selected_glyph
        character = glyph.character if glyph else max(counts, key=lambda c: counts[c])
        dialog = self._opened()
        self.show(character)
        dialog.show()
        dialog.activateWindow()
        dialog.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show(self, character: str) -> None:
        """Show the sheet of a character."""
        self._was_looked_at = all(page.looks is not None for page in self._desk.pages())
        self._opened().set_sheet("", ())
        self._show(character)

    def _show(self, character: str) -> None:
        """Show the sheet; while it is open letters keep their places, and new ones come last."""
        dialog, pages = self._opened(), self._desk.pages()
        places = {cell.place: number for number, cell in enumerate(dialog.grid.cells)}
        titles = {page.number: self._pictures.titled(page.number) for page in pages}
        cells = [
            LetterCell(entry.place, entry.glyph, titles[entry.place.page])
            for entry in contact_sheet(pages, character)
        ]
        cells.sort(key=lambda cell: places.get(cell.place, len(places)))
        dialog.set_characters(characters_read(pages))
        dialog.set_sheet(character, cells)

    def _judge_anew(self) -> None:
        """Mark the letters by where doubt begins now."""
        if self._dialog is not None:
            self._dialog.grid.viewport().update()

    def _opened(self) -> ContactSheetDialog:
        """Return the dialog; it is made when it is first asked for."""
        if self._dialog is None:
            dialog = ContactSheetDialog(self._place.window)
            dialog.grid.set_pictures(self._pictures.of)
            dialog.character_chosen.connect(self.show)
            dialog.labelled.connect(self._label)
            dialog.confirmed.connect(self._confirm)
            dialog.removed.connect(self._remove)
            dialog.letter_opened.connect(self.go_to)
            self._dialog = dialog
        return self._dialog

    def go_to(self, place: LetterPlace) -> None:
        """Show a letter on its page."""
        if self._desk.show(place):
            self._place.window.activateWindow()

    def _label(self, character: str) -> None:
        if self._dialog is not None:
            self._answers.label([cell.place for cell in self._dialog.grid.chosen], character)

    def _confirm(self) -> None:
        if self._dialog is not None:
            self._answers.confirm([cell.place for cell in self._dialog.grid.chosen])

    def _remove(self) -> None:
        if self._dialog is not None:
            self._answers.remove([cell.place for cell in self._dialog.grid.chosen])

    def _refresh_later(self) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._later.start()

    def _refresh(self) -> None:
        if self._dialog is not None:
            self._show(self._dialog.character)

    def _forget_pictures(self) -> None:
        """Cut pictures anew where an image came or went."""
        if self._dialog is not None:
            self._dialog.grid.forget_pictures()

    def _arrange(self) -> None:
        """Put a sheet in order that was opened before its letters had been looked at."""
        dialog = self._dialog
        if dialog is not None and dialog.isVisible() and not self._was_looked_at:
            self.show(dialog.character)
