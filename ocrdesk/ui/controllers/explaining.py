"""Explains the selected letter in a worker while somebody wants to know why it was read so.

What read the page explains it, not what read last: another network looks at other strokes, and
other letters look alike to it. A letter that was confirmed before its page was read anew keeps what
an earlier reader said of it, so the panel tells both.
"""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ocrdesk.services.explanation import Explanation, explain
from ocrdesk.services.progress import as_part
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.controllers.likenesses import Likenesses
from ocrdesk.ui.controllers.own_readers import OwnReaders
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.page.edits import Change
    from ocrdesk.ui.session import OpenDocument
    from ocrdesk.ui.tasks import Task

_PAUSE_MS = 30  # so that walking through letters with a held key explains none but the last


class ExplainingController(QObject):
    """Follows the selection; what is no longer wanted is cancelled and never shown."""

    def __init__(
        self,
        workplace: Workplace,
        reading: ReadingController,
        own: OwnReaders,
        desk: ReviewDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._own = own
        self._desk = desk
        self._likenesses = Likenesses(workplace, desk, self)
        self._panel = workplace.views.letter
        self._task: Task | None = None
        self._later = pause_before(self._explain, self, _PAUSE_MS)
        self._session.selection_changed.connect(self._explain_later)
        self._session.page_changed.connect(self._note_change)
        self._session.current_changed.connect(self._explain_later)
        self._session.document_updated.connect(self._explain_later)
        reading.recognizer_changed.connect(self._explain_later)
        reading.arrivals.choice.changed.connect(self._explain_later)
        own.came.connect(self._explain_later)
        own.missed.connect(self._tell_missed)
        self._likenesses.grown.connect(self._explain_later)
        self._panel.why.asked.connect(self._explain_later)
        self._panel.why.letter_chosen.connect(desk.show)

    def _note_change(self, opened: "OpenDocument", change: "Change") -> None:
        is_about_it = opened.selection in change.glyph_ids or change.readers is not None
        if opened is self._session.current and is_about_it:
            self._explain_later()

    def _explain_later(self) -> None:
        self._cancel()
        if self._panel.why.is_open:
            self._later.start()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _explain(self) -> None:
        """Explain the selected letter, if its ink is at hand, once there is what read it."""
        opened, glyph = self._session.current, self._session.selected_glyph
        if opened is None or glyph is None or opened.layout is None:
            return
        if len(self._session.selected_glyphs) > 1 or not self._place.window.isVisible():
            return
        if self._own.lacks(opened):
            self._panel.set_explanation(None)
            self._own.bring(opened)
            return
        recognizer = self._reading.recognizer_of(opened)
        if recognizer is None:
            return
        choice = self._reading.arrivals.choice
        self._panel.why.set_readers(
            choice.reader_of(opened, glyph), choice.as_called(recognizer.reader)
        )
        self._likenesses.look(recognizer)
        own = LetterPlace(self._desk.number_of(opened), glyph.id)
        pages = self._likenesses.pages(recognizer)
        prototypes = self._likenesses.prototypes(recognizer)
        steps = explain(glyph, opened.layout, recognizer, pages, prototypes, own=own)
        self._task = self._place.tasks.create(as_part(steps, "Explaining"))
        self._task.succeeded.connect(self._show)
        self._task.failed.connect(partial(self._place.notices.raise_error, doing=tr("Explaining")))
        self._task.start()

    def _tell_missed(self, opened: "OpenDocument", words: str) -> None:
        """Say why nobody explains the letters of a page."""
        if opened is self._session.current and self._panel.why.is_open:
            self._panel.set_explanation(None)
            self._panel.why.set_trouble(words)

    def _show(self, result: object) -> None:
        self._task = None
        self._panel.set_explanation(cast("Explanation", result))
