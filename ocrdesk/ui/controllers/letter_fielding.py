"""A person says what may stand where letters are selected: a pattern, or one of some words."""

from collections.abc import Callable, Collection, Generator
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt

from ocrdesk.errors import OcrdeskError
from ocrdesk.page.elements import Page
from ocrdesk.page.field_edits import covered, field_at
from ocrdesk.services.field_trial import FieldTrial, Outcome, field_trial
from ocrdesk.services.fields import Field
from ocrdesk.services.page_fields import said_of
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import notice_of
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.letter_field_dialog import LetterFieldDialog

if TYPE_CHECKING:
    from ocrdesk.ui.session import OpenDocument
    from ocrdesk.ui.tasks import Task

_PAUSE_MS = 120  # after the last key: what is half typed is not worth reading
_MOST_TEXT = 40


class LetterFieldController(QObject):
    """Opens the dialog, lets a worker try what is said there, and applies what was chosen."""

    def __init__(self, workplace: Workplace, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._session, self._editing = workplace, workplace.session, editing
        self.dialog: LetterFieldDialog | None = None
        self._opened: OpenDocument | None = None
        self._ids: tuple[int, ...] = ()
        self._trial: FieldTrial | None = None
        self._task: Task | None = None
        self._pause = pause_before(self._try, self, _PAUSE_MS)
        workplace.actions.on("say_field", self.ask)

    def ask(self) -> None:
        """Ask what may stand where the selected letters are; what was said before is there."""
        reader, page, ids = self._editing.reader, self._editing.page, self._editing.selected
        if reader is None or page is None or not ids:
            self._editing.refuse(
                tr("These letters cannot be read by a field yet."),
                tr("Wait until the page has been opened and read."),
            )
            return
        self._opened, self._ids, self._trial = self._session.current, ids, None
        text, known = _shown(page, covered(page, ids)), _known(page, ids)
        folder = self._place.usual_folder
        self.dialog = LetterFieldDialog(text, known, folder, self._place.window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.changed.connect(self._follow)
        self.dialog.chosen.connect(self._apply)
        self.dialog.cleared.connect(self._clear)
        self.dialog.finished.connect(self._leave)
        self._start(field_trial(page, reader.layout, reader.recognizer, ids), self._take_trial)
        self._follow()
        self.dialog.open()

    def _follow(self) -> None:
        """Try what is said once a person stops typing."""
        if self.dialog is None:
            return
        if self.dialog.wished() is None:
            self._pause.stop()
            self.dialog.wait(tr("Say what may stand here to see how the letters would read."))
            return
        self.dialog.wait(tr("Reading…"))
        self._pause.start()

    def _try(self) -> None:
        wished = None if self.dialog is None else self.dialog.wished()
        if self._trial is None or wished is None:
            return  # the trial begins with it when it is ready
        self._start(self._trial.reading(wished), self._take)

    def _start(
        self, steps: Generator[Progress, None, object], done: Callable[[object], None]
    ) -> None:
        self._cancel()
        task = self._place.tasks.create(steps)
        task.succeeded.connect(done)
        task.failed.connect(self._fail)
        self._task = task
        task.start()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def _take_trial(self, result: object) -> None:
        self._task, self._trial = None, cast("FieldTrial", result)
        self._try()

    def _take(self, result: object) -> None:
        self._task = None
        if self.dialog is not None:
            self.dialog.show_outcome(cast("Outcome", result))

    def _fail(self, error: Exception) -> None:
        self._task = None
        if self.dialog is None:
            return
        if isinstance(error, OcrdeskError):
            self.dialog.show_problem(said(error.message), said(error.advice))
        else:
            self.dialog.show_problem(notice_of(error, doing=tr("Reading")).words, "")

    def _apply(self, outcome: Outcome) -> None:
        """Say it as one step, of the page that it was tried on."""
        ids = self._there()
        if ids:
            self._editing.apply(partial(outcome.edit, ids=ids))

    def _clear(self) -> None:
        """Take the field away in one step, once a worker has read the letters without it."""
        page, reader, ids = self._editing.page, self._editing.reader, self._there()
        if page is not None and reader is not None and ids:
            trial = field_trial(page, reader.layout, reader.recognizer, ids)
            self._start(_without(trial), self._apply_cleared)

    def _apply_cleared(self, result: object) -> None:
        self._task = None
        self._apply(cast("Outcome", result))

    def _there(self) -> tuple[int, ...]:
        """Return those of the letters that are still on the page, if it is still the one shown."""
        page = self._editing.page
        if page is None or self._session.current is not self._opened:
            return ()
        return tuple(glyph_id for glyph_id in self._ids if glyph_id in page)

    def _leave(self) -> None:
        self._pause.stop()
        self._cancel()
        self.dialog = None


def _without(
    trial: Generator[Progress, None, FieldTrial],
) -> Generator[Progress, None, Outcome]:
    """Read letters as if nothing had been said of them."""
    ready = yield from trial
    return (yield from ready.reading(None))


def _shown(page: Page, ids: Collection[int]) -> str:
    """Return which letters it is about."""
    text = "".join(glyph.character for glyph in page.glyphs if glyph.id in ids)
    shown = text if len(text) <= _MOST_TEXT else f"{text[:_MOST_TEXT]}…"
    return tr("What may stand in place of {text}?").format(text=f"“{shown}”")


def _known(page: Page, ids: Collection[int]) -> Field | None:
    """Return what was said of one of the letters."""
    found = (field_at(page, glyph_id) for glyph_id in ids)
    return next((said_of(each[0]) for each in found if each is not None), None)
