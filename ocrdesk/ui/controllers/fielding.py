"""A person says what may stand on a page or where letters are: a pattern, or one of some words."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt

from ocrdesk.errors import OcrdeskError
from ocrdesk.page.elements import Page
from ocrdesk.page.field_edits import covered
from ocrdesk.services.page_fields import PlacedField, fields_on
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.field_trying import FieldTries, Letters, not_ready
from ocrdesk.ui.controllers.field_work import PageOutcome, Tried
from ocrdesk.ui.controllers.folders import folder_for
from ocrdesk.ui.controllers.joining import Joining
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.field_dialog import FieldDialog
from ocrdesk.ui.views.field_outcome import field_words, place_words, text_of

if TYPE_CHECKING:
    from ocrdesk.ui.session import OpenDocument

_PAUSE_MS = 120  # after the last key: what is half typed is not worth reading
_MOST_TEXT = 40


class FieldController(QObject):
    """Opens the dialog about a page's fields, and applies what was chosen there as one step."""

    def __init__(
        self, workplace: Workplace, editing: Editing, reading: ReadingController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place, self._session = workplace, workplace.session
        self._editing, self._reading = editing, reading
        self._joining = Joining(workplace, reading, lambda _opened, _other: None)
        self.dialog: FieldDialog | None = None
        self._opened: OpenDocument | None = None
        self._tries: FieldTries | None = None
        self._fields: tuple[PlacedField, ...] = ()
        self._letters: Letters = frozenset()
        self._tried: Tried | None = None
        self._removed: PlacedField | None = None
        self._pause = pause_before(self._try, self, _PAUSE_MS)
        workplace.actions.on("field", partial(self.ask, is_page=True))
        workplace.actions.on("say_field", partial(self.ask, is_page=False))

    def ask(self, *, is_page: bool) -> None:
        """Open the dialog for the whole page or for what is selected; the other can be chosen."""
        opened, page, selected = self._session.current, self._editing.page, self._editing.selected
        if opened is None or page is None:
            return
        if not is_page and (self._editing.reader is None or not selected):
            error = not_ready()
            self._editing.refuse(error.message, error.advice)
            return
        self._opened, self._letters = opened, covered(page, selected)
        self._tried = self._removed = None
        self._tries = FieldTries(self._place, self._editing, self._reading, opened, self)
        self._tries.found.connect(self._take)
        self._tries.failed.connect(self._fail)
        self._tries.progressed.connect(self._show_progress)
        self._open(FieldDialog(folder_for(self._place), self._place.window), page, is_page=is_page)

    def _open(self, dialog: FieldDialog, page: Page, *, is_page: bool) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_letters(text_of(page, self._letters, _MOST_TEXT) if self._letters else "")
        dialog.choose_place(is_page=is_page)
        dialog.changed.connect(self._follow)
        dialog.place_changed.connect(self._follow_place)
        dialog.chosen.connect(self._apply_chosen)
        dialog.fields.edit_requested.connect(self._edit)
        dialog.fields.remove_requested.connect(self._remove)
        dialog.finished.connect(self._leave)
        self._list()
        self._show_known()
        dialog.fit()
        dialog.write()
        self._follow()
        dialog.open()

    def _list(self) -> None:
        """Show the fields that the page has now."""
        page = self._editing.page
        if self.dialog is None or page is None:
            return
        self._fields = fields_on(page)
        told = (f"{place_words(page, one)}: {field_words(one.field)}" for one in self._fields)
        self.dialog.fields.set_fields(list(told))

    def _show_known(self, *, is_begun_anew: bool = True) -> None:
        """Choose what was said of the place before in the list, and begin with it."""
        letters, known = self._target, None
        for place, one in enumerate(self._fields):
            if one.letters == letters or one.letters & letters:  # the last one counts
                known = place
        if self.dialog is not None:
            self.dialog.fields.choose(-1 if known is None else known)
            if is_begun_anew:
                self.dialog.show_field(None if known is None else self._fields[known].field)

    @property
    def _target(self) -> Letters:
        """The letters that it is for; none for the whole page."""
        is_page = self.dialog is None or self.dialog.of_page.isChecked()
        return frozenset() if is_page else self._letters

    def _follow_place(self) -> None:
        if self.dialog is not None:
            self._show_known(is_begun_anew=self.dialog.is_untouched)
        self._follow()

    def _follow(self) -> None:
        """Try what is said once a person stops typing."""
        if self.dialog is None or self._tries is None or self._removed is not None:
            return
        self._tried = None
        self._tries.forget()
        if self.dialog.wished() is None:
            self._pause.stop()
            self.dialog.wait(tr("Say what may stand here to see how the letters would read."))
        else:
            self.dialog.wait(tr("Reading…"))
            self._pause.start()
        self._tries.prepare(self._target)

    def _try(self) -> None:
        wished = None if self.dialog is None else self.dialog.wished()
        if wished is not None and self._tries is not None:
            self._tries.try_on(self._target, wished)

    def _take(self, result: object) -> None:
        tried = cast("Tried", result)
        if self._removed is not None:
            removed, self._removed = self._removed, None
            self._apply(tried, removed.letters)
            self._show_removed()
        elif self.dialog is not None:
            self._tried = tried
            self.dialog.show_told(tried.told)

    def _show_progress(self, fraction: float) -> None:
        """Say how far it is: a page of thousands of letters takes some seconds."""
        if self.dialog is None or (self._removed is None and self.dialog.wished() is None):
            return  # letters are looked at before anything is said
        doing = tr("Reading…") if self._removed is None else tr("Reading without it…")
        self.dialog.wait(f"{doing} {round(100 * fraction)}\N{NO-BREAK SPACE}%")

    def _fail(self, error: Exception) -> None:
        if self.dialog is None:
            return
        self._removed = None
        self.dialog.fields.set_busy(is_busy=False)
        if isinstance(error, OcrdeskError):
            self.dialog.show_problem(said(error.message), said(error.advice))
        else:
            self.dialog.show_problem(notice_of(error, doing=tr("Reading")).words, "")

    def _apply_chosen(self) -> None:
        if self._tried is not None:
            self._apply(self._tried, self._target)

    def _apply(self, tried: Tried, letters: Letters) -> None:
        """Say it as one step, of the page that it was tried on, if that is still shown."""
        opened, page = self._opened, self._editing.page
        if opened is None or page is None or self._session.current is not opened:
            return
        if isinstance(tried, PageOutcome):
            self._joining.take(opened, tried.other)
        else:
            ids = [glyph.id for glyph in page.glyphs if glyph.id in letters]
            self._editing.apply(partial(tried.edit, ids=ids))

    def _edit(self, place: int) -> None:
        """Let a field of the list be said otherwise."""
        page, dialog, chosen = self._editing.page, self.dialog, self._fields[place]
        if page is None or dialog is None:
            return
        if not chosen.is_of_page:
            self._letters = chosen.letters
            dialog.set_letters(text_of(page, chosen.letters, _MOST_TEXT), are_selected=False)
        dialog.choose_place(is_page=chosen.is_of_page)
        dialog.show_field(chosen.field)
        dialog.write()
        self._follow()

    def _remove(self, place: int) -> None:
        """Take a field away in one step, once a worker has read its place without it."""
        if self.dialog is None or self._tries is None or self._removed is not None:
            return
        self._pause.stop()
        self._removed = self._fields[place]
        self.dialog.fields.set_busy(is_busy=True)
        self.dialog.wait(tr("Reading without it…"))
        self._tries.try_on(self._removed.letters, None)

    def _show_removed(self) -> None:
        if self.dialog is None:
            return
        is_untouched = self.dialog.is_untouched
        self._list()
        self.dialog.fields.set_busy(is_busy=False)
        self._show_known(is_begun_anew=is_untouched)
        self._follow()

    def _leave(self) -> None:
        self._pause.stop()
        if self._tries is not None:
            self._tries.stop()
            self._tries.deleteLater()
        self.dialog = self._tries = self._opened = None
