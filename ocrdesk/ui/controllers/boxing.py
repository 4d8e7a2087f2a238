"""Boxes: drawn, moved and resized, and read again at once, or where they are many soon after."""

import statistics
import time
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits, moving
from ocrdesk.page.elements import Page
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.reading_moved import MovedBoxes
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import tr

_FEW = 8  # boxes that are read at once: some twenty milliseconds
_GAP = 0.15  # of a letter's height
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class BoxingController(QObject):
    """Adds letters where a person draws a box, and gives letters other boxes."""

    def __init__(self, workplace: Workplace, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._editing = editing
        self._moved = MovedBoxes(workplace, editing, self)
        workplace.views.page.box_drawn.connect(self.add)
        workplace.views.page.box_pulled.connect(self.change)
        workplace.actions.on("add_letter", self.insert)
        for way in _WAYS:
            for step in (1, 10):
                workplace.actions.on(
                    f"move_{way}_{step}", partial(self._push, way, step, resizes=False)
                )
                workplace.actions.on(
                    f"resize_{way}_{step}", partial(self._push, way, step, resizes=True)
                )

    def add(self, box: BoundingBox) -> None:
        """Add a letter where a person drew a box, read it at once and select it."""
        before = self._session.page
        if before is None:
            self._place.notices.inform(
                tr("This page has not been read yet."),
                tr("Press {keys} to read it first.").format(
                    keys=self._place.actions.keys_of("read_again")
                ),
                topic="unread",
            )
            return
        predictions = self._editing.predictions(box) or ()
        if self._editing.apply(partial(edits.add_glyph, box=box, predictions=predictions)):
            self._session.select(before.next_glyph_id)

    def insert(self) -> None:
        """Add a letter beside the current one, or in the middle of what is in sight."""
        page, glyph = self._session.page, self._session.selected_glyph
        if page is None:
            return
        if glyph is not None:
            gap = max(round(_GAP * glyph.box.height), 1)
            box = _moved(glyph.box, glyph.box.width + gap, 0, page)
            self.add(box)
        else:
            self.add_around(*self._place.views.page.middle())

    def add_around(self, x: float, y: float) -> None:
        """Add a letter of the usual height around a place of the page."""
        page = self._session.page
        if page is not None:
            high = statistics.median([g.box.height for g in page.glyphs] or [page.height // 20])
            half = max(round(high / 2), 2)
            left, top = round(x) - half, round(y) - half
            self.add(BoundingBox(left, top, left + 2 * half, top + 2 * half))

    def change(self, box: BoundingBox) -> None:
        """Give the current letter another box; where it only moved, all selected move with it."""
        glyph, page = self._session.selected_glyph, self._session.page
        if glyph is None or page is None:
            return
        boxes = {glyph.id: box}
        if box.is_as_large_as(glyph.box):
            dx, dy = box.left - glyph.box.left, box.top - glyph.box.top
            for other in self._session.selected_glyphs:
                boxes[other.id] = _moved(other.box, dx, dy, page)
        self._give(boxes, merge_key=f"pull {time.time_ns()}" if len(boxes) > 1 else "")

    def _push(self, way: str, step: int, *, resizes: bool) -> None:
        """Push the selected boxes, or their lower right corners, by some pixels."""
        glyphs, page = self._session.selected_glyphs, self._session.page
        if not glyphs or page is None:
            return
        dx, dy = _WAYS[way][0] * step, _WAYS[way][1] * step
        boxes = {
            glyph.id: _resized(glyph.box, dx, dy) if resizes else _moved(glyph.box, dx, dy, page)
            for glyph in glyphs
        }
        key = " ".join(str(glyph.id) for glyph in glyphs)
        self._give(boxes, merge_key=f"{'resize' if resizes else 'move'} {key}")

    def _give(self, boxes: Mapping[int, BoundingBox], *, merge_key: str = "") -> None:
        """Give letters other boxes, by id, and read those that are not confirmed.

        A few are read at once; more take too long for that, and keep their readings for a moment.
        """
        opened = self._session.current
        chosen = [glyph for glyph in self._session.selected_glyphs if glyph.id in boxes]
        unread = {glyph.id for glyph in chosen if not glyph.is_confirmed}
        readings = {
            glyph_id: read
            for glyph_id in (unread if len(unread) <= _FEW else ())
            if (read := self._editing.predictions(boxes[glyph_id])) is not None
        }
        edit = partial(moving.move_resize_all, boxes=boxes, predictions=readings)
        if not self._editing.apply(edit, merge_key=merge_key) or opened is None or not opened.page:
            return
        late = [each for each in chosen if each.id in unread and each.id not in readings]
        now = {each.id: opened.page.glyph(each.id).box for each in late}
        moved = {each.id: now[each.id] for each in late if now[each.id] != each.box}
        if moved:
            self._moved.owe(opened, moved, key=merge_key)


def _resized(box: BoundingBox, dx: int, dy: int) -> BoundingBox:
    """Return the box with its lower right corner pushed, at least one pixel large."""
    right, bottom = max(box.right + dx, box.left + 1), max(box.bottom + dy, box.top + 1)
    return BoundingBox(box.left, box.top, right, bottom)


def _moved(box: BoundingBox, dx: int, dy: int, page: Page) -> BoundingBox:
    """Return the box pushed as far as the edge of the page allows."""
    return box.pushed(dx, dy, page.width, page.height)
