"""Which letters are selected: by mouse, by keys and in the text."""

from functools import partial

from PySide6.QtCore import QObject

from ocrdesk.page import neighbours
from ocrdesk.page.selection import Selection
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.noticing import NoticingController
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace

_WAYS = ("left", "right", "up", "down")
_BACK = ("previous", "left", "up")


class SelectingController(QObject):
    """Turns what a person points at into selections, and goes from letter to letter."""

    def __init__(
        self,
        workplace: Workplace,
        reading: ReadingController,
        noticing: NoticingController,
        editing: Editing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = workplace.session
        self._reading = reading
        self._noticing = noticing
        self._editing = editing
        page = workplace.views.page
        page.glyph_clicked.connect(self._session.select)
        page.glyph_toggled.connect(self.toggle)
        page.glyph_reached.connect(self.reach)
        page.glyphs_framed.connect(self.frame)
        page.all_requested.connect(self.select_all)
        page.extend_requested.connect(self.extend)
        page.background_clicked.connect(self._select_nothing)
        page.escape_pressed.connect(self._escape)
        self._ink = workplace.views.ink
        self._ink.escape_pressed.connect(self._escape)
        page.navigate_requested.connect(self.navigate)
        workplace.views.text.glyph_selected.connect(self._session.select)
        workplace.actions.on("select_all", self.select_all)
        workplace.actions.on("next_letter", partial(self.navigate, "next"))
        workplace.actions.on("previous_letter", partial(self.navigate, "previous"))

    def toggle(self, glyph_id: int) -> None:
        """Add a letter to what is selected, or take it out."""
        opened, page = self._session.current, self._session.page
        if opened is not None and page is not None:
            self._session.choose(opened.selected.toggled(page, glyph_id))

    def reach(self, glyph_id: int) -> None:
        """Select all from where the selection began to a letter, in reading order."""
        opened, page = self._session.current, self._session.page
        if opened is not None and page is not None:
            self._session.choose(opened.selected.reaching(page, glyph_id))

    def frame(self, glyph_ids: frozenset[int], adds: bool) -> None:  # noqa: FBT001 - a slot
        """Select the letters in a frame, alone or besides those that are selected."""
        opened, page = self._session.current, self._session.page
        if opened is not None and page is not None:
            selected = opened.selected if adds else Selection()
            self._session.choose(selected.joined(page, glyph_ids))

    def select_all(self) -> None:
        """Select all letters of the page; the current one stays so."""
        opened, page = self._session.current, self._session.page
        if opened is not None and page is not None:
            everything = [glyph.id for glyph in page.glyphs]
            self._session.choose(opened.selected.joined(page, everything))

    def extend(self, way: str) -> None:
        """Go to the neighbour in a direction, and select all on the way there."""
        page, glyph_id = self._session.page, self._editing.current
        if page is None or glyph_id is None:
            self.navigate(way)
            return
        target = neighbours.towards(page, glyph_id, way)
        if target is not None:
            self.reach(target)

    def navigate(self, way: str) -> None:
        """Select the ``next`` or ``previous`` letter, or the neighbour in a direction.

        With nothing selected it begins at the beginning or, going back, at the end.
        """
        page, glyph_id = self._session.page, self._editing.current
        if page is None:
            return
        if way in _WAYS and glyph_id is not None:
            target = neighbours.towards(page, glyph_id, way)
        else:
            target = neighbours.after(page, glyph_id, step=-1 if way in _BACK else 1)
        self._session.select(glyph_id if target is None else target)

    def _select_nothing(self) -> None:
        self._session.select(None)

    def _escape(self) -> None:
        """Take a notice away, stop reading this page, leave the settings of ink, let go of letters.

        With no letter selected the reading of other pages stops first. Of several letters the
        current one stays selected at first.
        """
        if self._noticing.dismiss_newest():
            return
        busy, current = self._reading.busy, self._editing.current
        if busy is not None and (busy is self._session.current or current is None):
            self._reading.stop()
        elif self._ink.is_open:
            self._ink.leave()
        elif len(self._editing.selected) > 1:
            self._session.select(current)
        else:
            self._select_nothing()
