"""Which pages teach a hand, and whether their ink has come: a page that is being read has none."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ocrdesk.services.learning import LaidPage
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.session import OpenDocument, Session
from ocrdesk.ui.turns import in_next_turn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ocrdesk.vision.layout import Layout


class TeachingPages(QObject):
    """The pages whose reader is that of the page which was shown when somebody asked.

    Pages with another reader are in another hand. ``ready`` tells that no more ink is to come, or
    that the pages went away for which it was waited.
    """

    ready = Signal()

    def __init__(self, session: Session, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading
        self._asked_on: OpenDocument | None = None
        self._awaited: tuple[OpenDocument, ...] = ()
        self._kept: dict[OpenDocument, Layout] = {}  # images of many pages give their memory back
        reading.busy_changed.connect(self._look)
        session.document_updated.connect(self._keep)
        session.outdated.connect(self._drop)
        session.taken_over.connect(self._drop)

    def ask(self) -> int:
        """Take the hand of the page that is shown; return of how many pages the ink is to come.

        Those are the page itself and others of the hand with confirmed letters; they come first.
        """
        self.choose_hand()
        self._awaited = tuple(filter(self._is_lacking, self.of_this_hand()))
        if self._awaited:
            for opened in self.of_this_hand():
                self._keep(opened)
            self._reading.get_ready(self._awaited)
        return len(self._awaited)

    def choose_hand(self) -> None:
        """Take the hand of the page that is shown, whatever page is shown later."""
        self._asked_on = self._session.current

    def forget(self) -> None:
        """Wait no longer, and keep no ink for that."""
        self._awaited = ()
        self._kept.clear()

    @property
    def is_waiting(self) -> bool:
        """Tell whether ink of some page is still to come."""
        return bool(self._awaited)

    @property
    def is_gone(self) -> bool:
        """Tell whether the page is gone that was shown when somebody asked."""
        return self._asked_on not in self._session.documents

    @property
    def model(self) -> str:
        """The name of what reads the pages."""
        return self._reading.arrivals.choice.of(self._asked_on)

    def of_this_hand(self) -> Sequence[OpenDocument]:
        """Return the pages that this reader reads."""
        choice, model = self._reading.arrivals.choice, self.model
        return [opened for opened in self._session.documents if choice.of(opened) == model]

    def laid(self) -> "Mapping[OpenDocument, LaidPage]":
        """Return all open pages whose ink is known, in any hand."""
        laid = {}
        for opened in self._session.documents:
            layout = opened.layout or self._kept.get(opened)
            if opened.page is not None and layout is not None and opened.fits(layout):
                laid[opened] = LaidPage(opened.page, layout)
        return laid

    def _keep(self, opened: OpenDocument) -> None:
        """Keep ink that came until it is used: the image may give its memory back meanwhile."""
        if self._awaited and opened.layout is not None:
            self._kept[opened] = opened.layout

    def _drop(self, opened: OpenDocument) -> None:
        """Keep no ink of a page that lies otherwise now."""
        self._kept.pop(opened, None)

    def _is_lacking(self, opened: OpenDocument) -> bool:
        """Tell whether a page may teach something once its ink comes."""
        is_meant = opened.tally.confirmed > 0 or opened is self._session.current
        return is_meant and opened.layout is None and not self._reading.has_failed(opened)

    def _look(self) -> None:
        if not self._awaited:
            return
        self._awaited = tuple(filter(self._is_coming, self._awaited))
        if not self._awaited:  # in a turn of its own: whoever stops the reading stops this as well
            in_next_turn(self.ready.emit, self)

    def _is_coming(self, opened: OpenDocument) -> bool:
        """Tell whether a worker is to find the ink of a page."""
        is_there = opened in self._session.documents and opened.layout is None
        return is_there and (opened is self._reading.busy or self._reading.is_waiting(opened))
