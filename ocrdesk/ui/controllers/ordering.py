"""The reading order: letters within and between rows, words, and rows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from ocrdesk.page import borders, order
from ocrdesk.page.edits import Change
from ocrdesk.page.elements import Page
from ocrdesk.page.lookup import place_of
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr


class OrderingController(QObject):
    """Moves letters and rows in the text; parts and joins words and rows.

    What is moved again and again is one step of history.
    """

    def __init__(self, workplace: Workplace, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._actions = workplace.actions
        deeds: dict[str, Callable[[], object]] = {
            "letter_earlier": partial(self.shift, -1),
            "letter_later": partial(self.shift, 1),
            "letter_row_up": partial(self.move_by_rows, -1),
            "letter_row_down": partial(self.move_by_rows, 1),
            "row_up": partial(self.move_row, -1),
            "row_down": partial(self.move_row, 1),
            "part_word": partial(self._at_current, borders.part_word),
            "join_words": partial(self._at_current, borders.join_words),
            "part_row": partial(self._at_current, borders.part_line),
            "join_rows": self.join_rows,
        }
        for action_id, deed in deeds.items():
            workplace.actions.on(action_id, deed)
        workplace.views.page.row_dropped.connect(self.drop_row)

    def shift(self, step: int) -> None:
        """Move the selected letters earlier or later in their row."""
        ids = self._editing.selected
        if ids:
            edit = partial(order.move_glyphs, glyph_ids=ids, step=step)
            self._editing.apply(edit, merge_key=f"shift {step} {ids}")

    def move_by_rows(self, step: int) -> None:
        """Move the selected letters into the row above or below the current one."""
        row = self._row
        if row is not None:
            self.move_to_row(row + step)

    def move_to_row(self, row: int) -> None:
        """Move the selected letters into a row, counted from 0."""
        if self._has_row(row):
            ids = self._editing.selected
            self._editing.apply(partial(order.move_glyphs_to_line, glyph_ids=ids, line=row))

    def move_row(self, step: int) -> None:
        """Read the row of the current letter earlier or later."""
        row = self._row
        if row is not None and self._has_row(row + step):
            edit = partial(order.move_line, line=row, to=row + step)
            self._editing.apply(edit, merge_key=f"row {step} {self._editing.current}")

    def drop_row(self, row: int, to: int) -> None:
        """Read a row in the place of another, both counted from 0."""
        self._editing.apply(partial(order.move_line, line=row, to=to))

    def join_rows(self) -> None:
        """Make one row of that of the current letter and the one above it."""
        row = self._row
        if row is not None and self._has_row(row - 1):
            self._editing.apply(partial(borders.join_lines, line=row - 1))

    @property
    def _row(self) -> int | None:
        page, glyph_id = self._editing.page, self._editing.current
        return None if page is None or glyph_id is None else place_of(page, glyph_id).line

    def _has_row(self, row: int) -> bool:
        """Tell whether there is such a row; a person is told where the page ends."""
        count = len(self._editing.page.lines) if self._editing.page else 0
        if row < 0:
            self._editing.refuse(
                tr("No row comes before this one."), tr("It is the first of the page.")
            )
        elif row >= count:
            self._editing.refuse(
                tr("No row comes after this one."),
                tr("{keys} lets a new row begin with the selected letter.").format(
                    keys=self._actions.keys_of("part_row")
                ),
            )
        return 0 <= row < count

    def _at_current(self, edit: Callable[..., tuple[Page, Change]]) -> None:
        glyph_id = self._editing.current
        if glyph_id is not None:
            self._editing.apply(partial(edit, glyph_id=glyph_id))
