"""What a letter is compared with: confirmed letters and drawn ones, as its page's reader sees them.

A likeness is between what one network makes of two pictures: what another one saw in the same
letters says nothing about it.
"""

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import QObject, Signal

from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.prototypes import Prototypes, draw_prototypes
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_pages import ReviewPage
from ocrdesk.ui.controllers.known_looks import KnownLooks
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

_KEPT = 3  # recognizers whose drawn letters are kept: a person goes to and fro between pages


class Likenesses(QObject):
    """Looks with any recognizer at confirmed letters, and draws it letters to look at.

    What the review has looked at with the same recognizer is not looked at again. ``grown`` tells
    that there is more to compare with.
    """

    grown = Signal()

    def __init__(self, workplace: Workplace, desk: ReviewDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._desk = workplace, desk
        self._looks = KnownLooks(workplace, self, only_confirmed=True)
        self._drawn: list[tuple[Recognizer, Prototypes]] = []  # the newest first
        self._drawing: Task | None = None
        desk.looked.connect(self.grown)
        self._looks.looked.connect(self.grown)

    def look(self, recognizer: Recognizer) -> None:
        """Let workers look with a recognizer at what it has not seen yet."""
        if self._desk.recognizer is not recognizer:
            self._looks.look(recognizer)
        if self.prototypes(recognizer) is None and self._drawing is None:
            self._drawing = self._place.tasks.create(_draw(recognizer))
            self._drawing.succeeded.connect(partial(self._take, recognizer))
            self._drawing.failed.connect(self._tell)
            self._drawing.ended.connect(self._end)
            self._drawing.start()

    def pages(self, recognizer: Recognizer) -> list[ReviewPage]:
        """Return all open pages that were read, with what the recognizer saw of their letters."""
        pages = self._desk.pages()
        if self._desk.recognizer is recognizer:
            return pages
        return [self._seen(page, recognizer) for page in pages]

    def _seen(self, page: ReviewPage, recognizer: Recognizer) -> ReviewPage:
        opened = self._desk.opened(page.number)
        return replace(page, looks=None if opened is None else self._looks.of(opened, recognizer))

    def prototypes(self, recognizer: Recognizer) -> Prototypes | None:
        """Return drawn letters of the recognizer's characters; None until they are drawn."""
        return next((drawn for own, drawn in self._drawn if own is recognizer), None)

    def _take(self, recognizer: Recognizer, result: object) -> None:
        self._drawn = [(recognizer, cast("Prototypes", result)), *self._drawn][:_KEPT]
        self.grown.emit()

    def _end(self) -> None:
        self._drawing = None

    def _tell(self, error: Exception) -> None:
        self._place.notices.raise_error(error, doing=tr("Comparing letters"))


def _draw(recognizer: Recognizer) -> Generator[Progress, None, Prototypes]:
    """Return drawn letters, always the same ones."""
    return (yield from as_part(draw_prototypes(recognizer, np.random.default_rng(0)), "Drawing"))
