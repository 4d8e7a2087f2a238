"""Keeps the views in step with the session: the page, its text, and the selected letter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.page.selection import Selection
from ocrdesk.services.page_fields import ruling
from ocrdesk.services.recognition import patch_of
from ocrdesk.ui.controllers.own_readers import OwnReaders
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import SHOWN_TOPICS
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.turns import after_painting, in_next_turn

if TYPE_CHECKING:
    from ocrdesk.ui.views.image_pyramid import ImagePyramid

_MANY = 500  # letters whose text gets a turn of its own, when all of them were edited


class ShowingController(QObject):
    """Shows what the session holds; each page comes back where a person left it."""

    def __init__(
        self, workplace: Workplace, reading: ReadingController, own: OwnReaders, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._views = workplace.views
        self._notices = workplace.notices
        self._actions = workplace.actions
        self._session = workplace.session
        self._reading = reading
        self._shown: OpenDocument | None = None
        self._image: ImagePyramid | None = None
        self._late = False  # whether the view has still to follow the page that is shown
        self._text_behind = False  # whether the text has still to follow an edit of many letters
        self._lettered = Selection()  # what the letter panel is about
        self._is_text_due = False  # whether that of another page has still to come
        self._session.current_changed.connect(self._show)
        self._session.document_updated.connect(self._refresh)
        self._session.page_changed.connect(self._update)
        self._session.selection_changed.connect(self._select)
        self._session.doubt_moved.connect(self._judge_anew)
        reading.busy_changed.connect(self._show_hint)
        reading.recognizer_changed.connect(self._show_letter)
        own.came.connect(self._show_letter_of)
        self._show(None)

    def _show(self, opened: OpenDocument | None) -> None:
        """Show another document, or none."""
        if self._shown is not None and self._image is not None:
            self._shown.view_state = self._views.page.view_state()
        self._shown = opened
        self._notices.withdraw(*SHOWN_TOPICS)
        self._image = opened.pyramid if opened else None
        self._views.page.set_image(self._image, self._session.page)
        self._show_page()
        if opened is not None and self._image is not None:
            self._views.page.restore_view_state(opened.view_state)

    def _refresh(self, opened: OpenDocument) -> None:
        """Show an image that was loaded or a page that was read."""
        if opened is not self._shown:
            return
        if opened.pyramid is not self._image:
            self._image = opened.pyramid
            self._views.page.set_image(self._image, opened.page)
            self._views.page.restore_view_state(opened.view_state)
        self._show_page()
        self._show_letter()

    def _show_page(self) -> None:
        self._late = False
        self._views.page.set_page(self._session.page)
        if not self._is_text_due:
            self._is_text_due = True
            after_painting(self._show_due_text, self)  # that of 3,000 letters takes as long
        self._frame(reveal=False)
        self._show_hint()

    def _show_due_text(self) -> None:
        if self._is_text_due:
            self._show_text()

    def _show_text(self) -> None:
        self._is_text_due = self._text_behind = False
        self._views.text.set_waiting(is_waiting=False)
        self._views.text.set_page(self._session.page)
        self._select_in_text()

    def _select_in_text(self) -> None:
        glyph = self._session.selected_glyph
        self._views.text.select(glyph.id if glyph else None, others=self._selected_ids)

    def _catch_up_text(self) -> None:
        """Let the text follow an edit of many letters, unless another edit has seen to that."""
        if self._text_behind:
            self._follow_text()

    def _follow_text(self) -> None:
        """Show the text of the page as it was edited, and what is selected in it."""
        page, is_behind = self._session.page, self._text_behind
        self._text_behind = False
        self._views.text.set_waiting(is_waiting=False)
        if page is None or self._is_text_due:
            return
        self._views.text.update_page(page, frozenset())
        if is_behind:
            self._select_in_text()

    def _frame(self, *, reveal: bool) -> None:
        """Show on the page which letters are selected."""
        glyph = self._session.selected_glyph
        glyph_id = glyph.id if glyph else None
        self._views.page.select(glyph_id, others=self._selected_ids, reveal=reveal)

    @property
    def _selected_ids(self) -> frozenset[int]:
        return self._shown.selected.ids if self._shown else frozenset()

    def _show_hint(self) -> None:
        """Say over the page why there are no letters yet."""
        opened, hint = self._shown, ""
        if opened is not None:
            waits = opened is self._reading.busy or self._reading.is_waiting(opened)
            if opened.document.pixels is None:
                hint = tr("Opening…") if waits else self._why_closed(opened)
            elif opened.image is None or opened.pyramid is None:
                hint = (
                    tr("Turning the page…")
                    if waits
                    else tr("Not turned yet. Press {keys} to show it.")
                )
            elif opened.page is None and not waits:
                hint = tr("Not read yet. Press {keys} to read this page.")
        hint = hint.replace("{keys}", self._actions.keys_of("read_again"))
        self._views.page.set_hint(hint, dimmed=False)

    def _why_closed(self, opened: OpenDocument) -> str:
        """Say why a page is without its image."""
        if self._reading.has_failed(opened):
            if opened.page is None:
                return tr("The image cannot be opened.")
            return tr("The image cannot be opened. What was read of it is in the text.")
        return tr("Not opened yet. Press {keys} to open and read it.")

    def _update(self, opened: OpenDocument, change: Change) -> None:
        """Repaint the letters that an edit changed."""
        if opened is not self._shown or opened.page is None:
            return
        if change.is_whole or change.has_other_ink:
            self._late = change.is_whole and self._has_same_letters(opened.page)
            if self._late:  # to turn thousands of letters takes as long as to show them
                in_next_turn(self._catch_up, self)
            else:
                self._refresh(opened)
            return
        self._catch_up()
        if self._is_text_due:
            self._show_text()
        elif len(change.glyph_ids) > _MANY and not self._views.text.has_keyboard:
            self._text_behind = True
            self._views.text.set_waiting(is_waiting=True)
            in_next_turn(self._catch_up_text, self)
        else:
            self._follow_text()
        self._views.page.update_page(opened.page, change.glyph_ids)
        # Where another letter is selected now, that is told next.
        if opened.selected.ids & change.glyph_ids and opened.selected == self._lettered:
            self._show_letter()

    def _judge_anew(self) -> None:
        """Mark the letters by where doubt begins now; text and page get a turn each."""
        self._views.page.layers.glyphs.judge_anew()
        in_next_turn(self._views.text.judge_anew, self)
        self._show_letter()

    def _has_same_letters(self, page: Page) -> bool:
        """Tell whether the page on the view has the letters of another, wherever they are."""
        shown = self._views.page.page
        is_as_many = shown is not None and len(shown.glyphs) == len(page.glyphs)
        return is_as_many and all(glyph.id in (shown or ()) for glyph in page.glyphs)

    def _catch_up(self) -> None:
        """Show a page that was turned, unless it is shown by now."""
        if self._late and self._shown is not None:
            self._refresh(self._shown)

    def _select(self) -> None:
        self._catch_up()
        self._frame(reveal=True)
        if len(self._selected_ids) > _MANY:  # to mark thousands takes as long as to frame them
            after_painting(self._mark_text, self)
        else:
            self._mark_text()
        self._show_letter()

    def _mark_text(self) -> None:
        """Mark in the text what is selected now, unless the text has still to come with it."""
        if not self._is_text_due and not self._text_behind:
            self._select_in_text()

    def _show_letter_of(self, opened: OpenDocument) -> None:
        """Show the letter as the reader sees it that its page has got back."""
        if opened is self._shown:
            self._show_letter()

    def _show_letter(self) -> None:
        """Show the selected letter as the network sees it, or what several may be together."""
        self._lettered = self._shown.selected if self._shown is not None else Selection()
        if len(self._session.selected_glyphs) > 1:
            self._views.letter.set_several(self._session.selected_glyphs)
            return
        glyph, opened = self._session.selected_glyph, self._shown
        recognizer = self._reading.recognizer_of(opened)
        patch = None
        if glyph is not None and opened is not None and opened.layout and recognizer:
            patch = patch_of(opened.layout, glyph.box, recognizer)
        page, told, choice = self._session.page, None, self._reading.arrivals.choice
        if glyph is not None and page is not None and recognizer is not None:
            told = ruling(page, glyph.id, recognizer.charset)
        self._views.letter.set_glyph(glyph, patch, told, choice.reader_of(opened, glyph))
