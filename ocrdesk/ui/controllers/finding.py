"""Finds a text on all pages that were read, and goes from place to place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget

from ocrdesk.page.finding import find
from ocrdesk.page.selection import Selection
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.views.find_bar import FindBar

if TYPE_CHECKING:
    from ocrdesk.page.elements import Page

Places = Sequence[Sequence[int]]


class FindingController(QObject):
    """Selects the letters of the place that is shown; what else is done ends nothing of it."""

    def __init__(self, workplace: Workplace, dock: QDockWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._dock = dock
        self._bar = FindBar()
        workplace.views.text.add_bar(self._bar)
        self._known: dict[OpenDocument, tuple[Page, str, Places]] = {}
        self._found: list[int] = []  # the letters selected last
        self._bar.wanted.connect(self._seek)
        self._bar.next_requested.connect(self.go_on)
        self._bar.previous_requested.connect(self.go_back)
        self._bar.closed.connect(self.close)
        workplace.actions.on("find", self.ask)
        workplace.actions.on("find_next", self.go_on)
        workplace.actions.on("find_previous", self.go_back)
        for signal in (
            self._session.page_changed,
            self._session.selection_changed,
            self._session.current_changed,
            self._session.document_updated,
            self._session.document_closed,
        ):
            signal.connect(self._tell)

    def ask(self) -> None:
        """Show the field, in the panel of the text."""
        self._dock.show()
        self._dock.raise_()
        self._bar.ask()
        self._tell()

    def close(self) -> None:
        """Take the field away and give the keyboard to the page."""
        self._bar.hide()
        self._known.clear()
        self._place.views.page.setFocus()

    def go_on(self) -> None:
        """Show the next place, on the next page that has one after the last of this page."""
        self._go(1)

    def go_back(self) -> None:
        """Show the place before."""
        self._go(-1)

    def _go(self, way: int) -> None:
        if not self._bar.text.strip():
            self.ask()
            return
        current, documents = self._session.current, list(self._session.documents)
        if current is None:
            return
        here = self._beyond(way)
        start = documents.index(current)
        order = [documents[(start + way * step) % len(documents)] for step in range(len(documents))]
        for opened in order[1:] if here is None else ():
            places = self._places(opened)
            if places:
                self._session.show(opened)
                here = places[0 if way > 0 else -1]
                break
        if here is None:  # once around
            places = self._places(current)
            here = places[0 if way > 0 else -1] if places else None
        self._show(here)

    def _beyond(self, way: int) -> Sequence[int] | None:
        """Return the first place of this page behind, or the last before, what is selected."""
        page, chosen = self._session.page, self._session.selected_glyphs
        places = self._places(self._session.current)
        if page is None or not places or not chosen:
            return (places[0] if way > 0 else places[-1]) if places else None
        first = page.position(chosen[0].id)
        starts = [page.position(place[0]) for place in places]
        if way > 0:
            return next((p for p, s in zip(places, starts, strict=True) if s > first), None)
        return next((p for p, s in zip(places[::-1], starts[::-1], strict=True) if s < first), None)

    def _seek(self) -> None:
        """Show the place that is selected already if it still fits, else the first after it.

        What was found for another text does not stay selected: it would be taken for a place.
        """
        page, chosen = self._session.page, self._session.selected_glyphs
        places = self._places(self._session.current)
        if page is not None and places:
            first = page.position(chosen[0].id) if chosen else 0
            fitting = (p for p in places if page.position(p[0]) >= first)
            self._show(next(fitting, places[0]))
        elif page is not None and self._found and [g.id for g in chosen] == self._found:
            self._session.choose(Selection.of(page, ()))
        self._tell()

    def _show(self, place: Sequence[int] | None) -> None:
        if place is not None and self._session.page is not None:
            self._found = list(place)
            self._session.choose(Selection.of(self._session.page, place))
        self._tell()

    def _places(self, opened: OpenDocument | None) -> Places:
        """Return the places of a page; they are sought once for every text and page."""
        if opened is None or opened.page is None:
            return ()
        known = self._known.get(opened)
        if known is None or known[0] is not opened.page or known[1] != self._bar.text:
            known = opened.page, self._bar.text, find(opened.page, self._bar.text)
            self._known[opened] = known
        return known[2]

    def _tell(self) -> None:
        """Tell how many places there are, and which of them is selected."""
        if self._bar.isHidden():
            return
        documents = self._session.documents
        for gone in [opened for opened in self._known if opened not in documents]:
            del self._known[gone]
        places = self._places(self._session.current)
        chosen = [glyph.id for glyph in self._session.selected_glyphs]
        shown = next((n for n, place in enumerate(places) if list(place) == chosen), None)
        others = (opened for opened in documents if opened is not self._session.current)
        self._bar.tell(shown, len(places), sum(len(self._places(each)) for each in others))
