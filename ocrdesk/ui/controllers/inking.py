"""Lets a person adjust how ink is found on the page: shows it live, and reads the page with it."""

from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDockWidget

from ocrdesk.ink_settings import InkSettings
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.services.tried_ink import LetterToTry
from ocrdesk.ui.controllers import ink_work
from ocrdesk.ui.controllers.arrivals import TOPIC
from ocrdesk.ui.controllers.joining import Joining
from ocrdesk.ui.controllers.joining_work import OtherReading
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task
    from ocrdesk.ui.views.image_pyramid import ImagePyramid

_HIDDEN = ("show_boxes", "show_rows", "show_labels")
_PAUSE_MS = 25  # so that a slider on its way starts no preview of every step
_TOPIC = "ink"
_PATIENCE_MS = 300  # what takes longer is told of


class InkingController(QObject):
    """Follows the page that is shown.

    One preview is worked out at a time: what is wished meanwhile begins when it is done, and only
    the last wish. Previews on the way are shown, so that the page follows a slider, and with it
    the letter that is selected: its patch and its probabilities. What was tried on a page waits
    there while others are looked at, until the panel is left.
    """

    def __init__(
        self, workplace: Workplace, reading: ReadingController, dock: QDockWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._joining = Joining(workplace, reading, self._tell)
        self._panel = workplace.views.ink
        self._layer = workplace.views.page.ink
        self._dock = dock
        self._task: Task | None = None
        self._looked_at: OpenDocument | None = None  # by the preview that is being worked out
        self._shown: tuple[object, InkSettings] | None = None
        self._found: ink_work.InkPreview | None = None  # what is shown
        self._later = pause_before(self._preview, self, _PAUSE_MS)
        self._slow = pause_before(lambda: self._panel.set_working(True), self, _PATIENCE_MS)
        self._followed: OpenDocument | None = None
        self._tried: WeakKeyDictionary[OpenDocument, InkSettings] = WeakKeyDictionary()
        self._to_tell: str | None = None  # where ink was tried before; "" is nowhere
        self._is_known = False  # that ink follows from page to page
        self._session.current_changed.connect(self._turn)
        self._session.document_updated.connect(self._follow_update)
        self._session.page_changed.connect(self._follow_edit)
        self._session.selection_changed.connect(self._consider)
        self._panel.wished.connect(self._consider)
        self._panel.apply_requested.connect(self.read_with)
        self._panel.left.connect(self._leave)
        dock.visibilityChanged.connect(self._panel.set_seen)
        dock.installEventFilter(self)
        workplace.actions.on("adjust_ink", self._bring_up)
        workplace.actions.on("panel_ink", self._follow_menu)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the cross of the panel for Escape: what was only tried is not wanted."""
        if watched is self._dock and event.type() == QEvent.Type.Close:
            self._panel.leave()
        return super().eventFilter(watched, event)

    def _follow_menu(self) -> None:
        if not self._place.actions["panel_ink"].isChecked():
            self._panel.leave()

    def _bring_up(self) -> None:
        """Show the panel and give it the keyboard."""
        self._dock.show()
        self._dock.raise_()
        self._panel.controls.sensitivity.setFocus()

    def _leave(self) -> None:
        """Close the panel, and with it what lies over the page, which gets the keyboard."""
        self._tried.clear()
        self._is_known = False
        self._dock.hide()
        self._place.views.page.setFocus()

    def _turn(self, opened: OpenDocument | None) -> None:
        """Go over to another page; if ink hides its letters, say so, and what waits behind."""
        before, self._followed = self._followed, opened
        self._to_tell = None
        is_other = before is not opened and before in self._session.documents
        if before is not None and is_other and self._panel.is_open:
            title = before.title if before in self._tried else ""
            self._to_tell = None if self._is_known and not title else title
        self._follow(opened)

    def _follow(self, opened: OpenDocument | None) -> None:
        """Show the settings of the page that is shown now."""
        self._clear()
        is_ready = opened is not None and opened.page is not None and opened.image is not None
        page = opened.page if opened is not None and is_ready else None
        if page is None or opened is None:
            self._panel.set_page(None)
        else:
            self._panel.set_page(page.ink_settings, self._tried.get(opened))

    def _follow_update(self, opened: OpenDocument) -> None:
        """Follow an image that came or went, or a page that was read."""
        if opened is self._session.current:
            known = self._shown
            if known is None or opened.image is None or known[0] is not opened.pyramid:
                self._follow(opened)

    def _follow_edit(self, opened: OpenDocument, change: Change) -> None:
        """Follow what was done, undone or redone to the page, where that touches its ink."""
        if opened is not self._session.current:
            return
        if change.is_whole or change.has_other_ink:
            self._tried.pop(opened, None)
            self._follow(opened)
        else:  # the selected letter may have another box
            self._consider()

    def _consider(self, *_: object) -> None:
        """Begin with a preview soon, or take it off the page."""
        self._keep()
        if self._panel.wish is None:
            if self._panel.has_page:  # a person does not want to see it
                self._to_tell = None
            self._clear()
        elif self._task is None:
            self._later.start()

    def _keep(self) -> None:
        """Keep what is tried on the page, for when a person comes back to it."""
        if self._followed is None or not self._panel.has_page:
            return
        if self._panel.tried is None:
            self._tried.pop(self._followed, None)
        else:
            self._tried[self._followed] = self._panel.tried

    def _clear(self) -> None:
        self._later.stop()
        self._place.notices.withdraw(_TOPIC)
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._shown = self._found = None
        self._rest()
        self._cover(None)
        self._panel.letter.set_letter(None)

    def _cover(self, overlay: "ImagePyramid | None") -> None:
        """Lay ink over the page; what it hides can be neither shown nor hidden meanwhile."""
        self._layer.set_overlay(overlay)
        reason = "" if overlay is None else tr("Not while the Ink panel shows ink on the page")
        self._place.actions.hold(_HIDDEN, reason)

    def _preview(self) -> None:
        """Work out the ink of the last wish, unless it is shown."""
        opened, wish = self._session.current, self._panel.wish
        if opened is None or opened.image is None or wish is None:
            return
        letter = self._letter()
        known = self._found if self._shown == (opened.pyramid, wish) else None
        if known is not None and known.letter == letter:  # what was wished meanwhile is not, now
            self._rest()
            return
        self._looked_at = opened
        steps = ink_work.preview(opened.image, wish, letter, known)
        self._task = self._place.tasks.create(steps)
        self._task.succeeded.connect(self._show)
        self._task.failed.connect(self._fail)
        self._task.start()
        if not self._slow.isActive():
            self._slow.start()

    def _rest(self) -> None:
        """Say no more that ink is being found."""
        self._slow.stop()
        self._panel.set_working(False)

    def _letter(self) -> LetterToTry | None:
        """Return the letter to look at: the one that is selected, if it is one."""
        opened, glyphs = self._session.current, self._session.selected_glyphs
        recognizer = self._reading.recognizer_of(opened)
        if opened is None or opened.layout is None or recognizer is None or len(glyphs) != 1:
            return None
        return LetterToTry(glyphs[0].box, opened.layout, recognizer)

    def _show(self, result: object) -> None:
        """Lay the ink over the page; go on with what was wished meanwhile."""
        self._task = None
        found = cast("ink_work.InkPreview", result)
        opened = self._session.current
        if opened is None or opened is not self._looked_at or self._panel.wish is None:
            return
        if self._found is None or self._found.overlay is not found.overlay:
            self._cover(found.overlay)
        self._shown, self._found = (opened.pyramid, found.settings), found
        self._tell_of_pages()
        self._panel.letter.set_letter(*(found.seen or (None,)))
        self._panel.set_found(_told(found))
        if self._panel.wish != found.settings or self._letter() != found.letter:
            self._later.start()
        else:
            self._rest()

    def _tell_of_pages(self) -> None:
        """Say why the page that was turned to shows no letters, once, and where ink was tried."""
        title, self._to_tell = self._to_tell, None
        if title is None:
            return
        self._is_known = True
        notice = Notice(
            tr("The Ink panel shows ink on this page, too, instead of its letters."),
            _waiting(title) if title else "",
            action=tr("Show Letters"),
            on_action=lambda: self._panel.shows_ink.setChecked(False),
            topic=_TOPIC,
        )
        self._place.notices.raise_notice(notice)

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._rest()
        self._place.notices.raise_error(error, doing=tr("Finding ink"))

    def read_with(self, settings: InkSettings) -> None:
        """Read the page that is shown with its ink found by these settings."""
        opened = self._session.current
        if opened is None or opened.page is None or opened.image is None:
            return
        steps = ink_work.read_with(opened, self._reading.recognizer, self._reading.model, settings)
        self._joining.read(opened, steps)

    def _tell(self, opened: OpenDocument, other: OtherReading) -> None:
        """Say what was read; the settings are the page's now."""
        if opened is self._session.current:
            self._panel.rest()
            self._place.notices.inform(
                *_summary(other.after, self._place.actions.keys_of("undo")), topic=TOPIC
            )


def _waiting(title: str) -> str:
    """Return what becomes of settings that were tried on another page."""
    return tr("What you tried on {title} waits there until the panel is closed.").format(
        title=title
    )


def _told(found: "ink_work.InkPreview") -> str:
    """Return a sentence about what a preview shows."""
    if not found.marks:
        return tr("No writing is found like this.")
    if not found.left_out:
        return tr("%n marks of ink.", None, found.marks)
    return tr("%n marks of ink, {count} left out.", None, found.marks).format(count=found.left_out)


def _summary(page: Page, keys: str) -> tuple[str, str]:
    """Return what there is to know of a page that was read with other ink, and advice.

    ``keys`` undo it.
    """
    count = len(page.glyphs)
    if not count:
        text = tr("No writing was found with this ink.")
        return text, tr("{keys} goes back; try other settings.").format(keys=keys)
    kept = sum(glyph.is_confirmed for glyph in page.glyphs)
    text = tr("Read with this ink: %n letters.", None, count)
    if kept:
        text = tr(
            "Read with this ink: %n letters, {count} of them as you confirmed them.", None, count
        )
        text = text.format(count=kept)
    return text, tr("{keys} goes back to what was read before.").format(keys=keys)
