"""Keeps how letters of the open pages look to a recognizer, and looks at what is not known yet."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_pages import PageLooks, look_at
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task
    from ocrdesk.vision.layout import Layout


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Letters of a page to be looked at, as they are now."""

    glyphs: Sequence[Glyph]
    layout: "Layout"
    known: PageLooks | None


class KnownLooks(QObject):
    """Looks at all letters, or at those alone that are confirmed, one look after the other.

    What one recognizer saw is kept until another one looks. ``looked`` tells that more is known
    than before, ``ended`` that nothing is being looked at any more.
    """

    looked = Signal()
    ended = Signal()

    def __init__(
        self, workplace: Workplace, parent: QObject, *, only_confirmed: bool = False
    ) -> None:
        super().__init__(parent)
        self._place, self._session = workplace, workplace.session
        self._only_confirmed = only_confirmed
        self._known: dict[OpenDocument, PageLooks] = {}
        self._covered: dict[OpenDocument, tuple[Page, PageLooks]] = {}  # nothing is left to look at
        self._task: Task | None = None
        self._session.document_closed.connect(self._forget)

    @property
    def is_looking(self) -> bool:
        """Whether a worker looks at letters."""
        return self._task is not None

    def of(self, opened: OpenDocument, recognizer: Recognizer | None) -> PageLooks | None:
        """Return how a page's letters look to a recognizer, as far as that is known."""
        known = self._known.get(opened)
        return known if known is not None and known.recognizer is recognizer else None

    def look(self, recognizer: Recognizer) -> None:
        """Let a worker look at what this recognizer has not seen yet, unless one looks already."""
        if self._task is not None:
            return
        wanted = {}
        for opened in self._session.documents:
            known = self.of(opened, recognizer)
            if opened.page is None or opened.layout is None:
                continue
            if known is None or not self._is_covered(opened, opened.page, known):
                wanted[opened] = _Wanted(self._glyphs(opened.page), opened.layout, known)
        if not wanted:
            return
        # The worker is given no page's object: one that is closed is not to end in its thread.
        self._task = self._place.tasks.create(_look_at_all([*wanted.values()], recognizer))
        self._task.succeeded.connect(partial(self._take, [*wanted]))
        self._task.failed.connect(self._tell)
        self._task.ended.connect(self._end)
        self._task.start()

    def _glyphs(self, page: Page) -> Sequence[Glyph]:
        if not self._only_confirmed:
            return page.glyphs
        return [glyph for glyph in page.glyphs if glyph.is_confirmed]

    def _is_covered(self, opened: OpenDocument, page: Page, looks: PageLooks) -> bool:
        """Tell whether the letters of a page were looked at; each page is asked only once."""
        asked = self._covered.get(opened)
        if asked is not None and asked[0] is page and asked[1] is looks:
            return True
        if not looks.covers(self._glyphs(page)):
            return False
        self._covered[opened] = page, looks
        return True

    def _take(self, pages: Sequence[OpenDocument], result: object) -> None:
        for opened, looks in zip(pages, cast("Sequence[PageLooks]", result), strict=True):
            if opened in self._session.documents:
                self._known[opened] = looks
        self.looked.emit()

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

    def _tell(self, error: Exception) -> None:
        self._place.notices.raise_error(error, doing=tr("Comparing letters"))

    def _forget(self, opened: OpenDocument) -> None:
        self._known.pop(opened, None)
        self._covered.pop(opened, None)


def _look_at_all(
    wanted: Sequence[_Wanted], recognizer: Recognizer
) -> Generator[Progress, None, Sequence[PageLooks]]:
    """Return how the letters of each page look."""
    found = []
    for place, one in enumerate(wanted):
        steps = look_at(one.glyphs, one.layout, recognizer, known=one.known)
        share = 1 / len(wanted)
        found.append((yield from as_part(steps, "Looking", start=place * share, share=share)))
    return found
