"""One letter into two along a line that a person may move, and several into one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt

from ocrdesk.geometry import enclosing
from ocrdesk.page import parting
from ocrdesk.page.elements import Prediction
from ocrdesk.page.lookup import place_of
from ocrdesk.services.splitting import Split, proposed_splits, split_at
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.certainty import percent
from ocrdesk.ui.views.ghost_line import GhostText


class PartingController(QObject):
    """Splits and merges letters; what comes of it is read at once."""

    def __init__(self, workplace: Workplace, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._session = workplace.session
        self._view = workplace.views.page
        self._ghost = self._view.ghost
        self._editing = editing
        self._glyph: int | None = None
        self._proposed: list[Split] = []
        self._split: Split | None = None
        self._ghost.moved.connect(self.move_line)
        self._ghost.accepted.connect(self.accept)
        self._ghost.cancelled.connect(self.cancel)
        self._view.label_typed.connect(self.accept)  # the letter typed is the left part's
        workplace.actions.on("split", self.split)
        workplace.actions.on("merge", self.merge)
        session = self._session
        for signal in (session.selection_changed, session.page_changed, session.current_changed):
            signal.connect(self.cancel)

    def split(self) -> None:
        """Show where the reader would part the current letter; again, where else it might."""
        glyph, reader = self._session.selected_glyph, self._editing.reader
        if glyph is None:
            return
        if self._proposed:
            self._proposed = [*self._proposed[1:], self._proposed[0]]
            self._show(self._proposed[0])
            return
        self._session.select(glyph.id)  # of several letters one is split
        if reader is not None:
            self._proposed = proposed_splits(reader.layout, glyph.box, reader.recognizer)
        if not self._proposed:
            self._editing.refuse(
                tr("This letter cannot be split now."),
                tr("Wait until the page has been read, or make the box wider."),
            )
            return
        self._glyph = glyph.id
        self._show(self._proposed[0])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_line(self, x: int) -> None:
        """Put the line elsewhere in the box, and read both parts."""
        glyph, reader = self._session.selected_glyph, self._editing.reader
        if glyph is not None and reader is not None and self._split is not None:
            x = min(max(x, glyph.box.left + 1), glyph.box.right - 1)
            self._show(split_at(reader.layout, glyph.box, x, reader.recognizer))

    def accept(self, *_: object) -> None:
        """Split along the line and select the left part: what is typed then is left and right."""
        split, glyph_id = self._split, self._glyph
        self.cancel()
        if split is not None and glyph_id is not None:
            edit = partial(parting.split, glyph_id=glyph_id, parts=split.parts)
            if self._editing.apply(edit):
                self._session.select(glyph_id)

    def cancel(self, *_: object) -> None:
        """Drop the line."""
        self._glyph = self._split = None
        self._proposed = []
        self._ghost.hide()

    def merge(self) -> None:
        """Make one letter of those selected, or of the current one and the next in its row."""
        page, ids = self._session.page, self._editing.selected
        if page is None or not ids:
            return
        if len(ids) == 1:
            glyphs = page.lines[place_of(page, ids[0]).line].glyphs
            place = [glyph.id for glyph in glyphs].index(ids[0])
            ids = tuple(glyph.id for glyph in glyphs[place : place + 2])
            if len(ids) == 1:
                self._editing.refuse(
                    tr("No letter comes after this one in its row."),
                    tr("Select the letters to merge, or the one before."),
                )
                return
        box = enclosing(page.glyph(glyph_id).box for glyph_id in ids)
        predictions = self._editing.predictions(box) or ()
        if self._editing.apply(partial(parting.merge, glyph_ids=ids, predictions=predictions)):
            self._session.select(ids[0])

    def _show(self, split: Split) -> None:
        glyph = self._session.selected_glyph
        if glyph is not None:
            self._split = split
            left, right = map(_reading, split.predictions)
            self._ghost.show_line(glyph.box, split.x, GhostText(left, right))


def _reading(predictions: Sequence[Prediction]) -> str:
    """Return what one part would be read as."""
    if not predictions:
        return tr("bare paper")
    best = predictions[0]
    return f"{best.character} {percent(best.probability)}"
