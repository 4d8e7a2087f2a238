"""What a letter may be and what can be done with it: by right click, menu key, Alt and digit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QMenu

from ocrdesk.page.elements import Prediction
from ocrdesk.page.lookup import place_of
from ocrdesk.ui.actions import let
from ocrdesk.ui.controllers.boxing import BoxingController
from ocrdesk.ui.controllers.correcting import CorrectingController
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.ordering import OrderingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.certainty import percent, readings, shared_readings
from ocrdesk.ui.views.menu_columns import in_columns

_MOST = 6  # readings in a menu
_NUMBERED = 9  # readings that a digit takes
_MOST_ROWS = 30
_ROW_TEXT = 24  # characters
_OF_LETTERS = (
    ("confirm", "clear"),
    ("split", "merge", "say_field"),
    ("part_word", "join_words", "part_row", "join_rows"),
)
_OF_PAGE = (("paste", "select_all"), ("fit_page", "fit_width"), ("read_again",))


class OfferingController(QObject):
    """Opens the menu of a letter or of the paper where it was asked for."""

    def __init__(
        self,
        workplace: Workplace,
        editing: Editing,
        deeds: tuple[CorrectingController, BoxingController, OrderingController],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._editing = editing
        self._correcting, self._boxing, self._ordering = deeds
        workplace.views.page.menu_requested.connect(self.offer)
        for place in range(1, _NUMBERED + 1):
            workplace.actions.on(f"take_{place}", partial(self.take, place))

    def take(self, place: int) -> None:
        """Give the selected letters the reading at that place, counted from 1."""
        offered = self._readings()
        if place <= len(offered):
            self._correcting.choose(offered[place - 1].character)

    def offer(self, at: QPoint, glyph_id: int | None, x: float, y: float) -> None:
        """Open a menu at a point of the screen: of a letter, or of the paper at (x, y) of the page.

        A letter that is not among those selected is selected alone.
        """
        if glyph_id is not None and glyph_id not in self._editing.selected:
            self._session.select(glyph_id)
        menu = QMenu(self._place.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if glyph_id is None:
            self._fill_for_page(menu, x, y)
        else:
            self._fill_for_letters(menu)
        menu.popup(at)

    def _readings(self) -> Sequence[Prediction]:
        """Return what the selected letters may be, the most probable first."""
        glyphs = self._session.selected_glyphs
        return readings(glyphs[0]) if len(glyphs) == 1 else shared_readings(glyphs)

    def _fill_for_letters(self, menu: QMenu) -> None:
        corrections = {glyph.correction for glyph in self._session.selected_glyphs}
        offered = self._readings()[:_MOST]
        menu.ensurePolished()
        rows = [(character, percent(probability)) for character, probability in offered]
        texts = in_columns(rows, QFontMetricsF(menu.font()))
        for place, (text, (character, _)) in enumerate(zip(texts, offered, strict=True), start=1):
            action = menu.addAction(f"{text}\tAlt+{place}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(corrections == {character})
            let(action, partial(self.take, place))
        for group in _OF_LETTERS:
            menu.addSeparator()
            self._add(menu, group)
        self._add_rows(menu.addMenu(tr("Move to &Row")))
        menu.addSeparator()
        self._add(menu, ("delete",))

    def _add_rows(self, menu: QMenu) -> None:
        page, current = self._editing.page, self._editing.current
        if page is None or current is None:
            return
        own = place_of(page, current).line
        first = max(0, min(own - _MOST_ROWS // 2, len(page.lines) - _MOST_ROWS))
        for row in range(first, min(first + _MOST_ROWS, len(page.lines))):
            text = page.lines[row].text
            shown = text if len(text) <= _ROW_TEXT else f"{text[:_ROW_TEXT]}…"
            action = menu.addAction(f"{row + 1}  {shown}".replace("&", "&&"))
            action.setEnabled(row != own)
            let(action, partial(self._ordering.move_to_row, row))

    def _fill_for_page(self, menu: QMenu, x: float, y: float) -> None:
        add = menu.addAction(tr("Add &Letter Here"))
        add.setEnabled(self._session.page is not None)
        let(add, partial(self._boxing.add_around, x, y))
        for group in _OF_PAGE:
            menu.addSeparator()
            self._add(menu, group)

    def _add(self, menu: QMenu, action_ids: Sequence[str]) -> None:
        menu.addActions([self._place.actions[action_id] for action_id in action_ids])
