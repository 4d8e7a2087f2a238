"""Reads many boxes again that were moved: once, in a worker, when the hand rests."""

import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.edits import Change, replace_predictions
from ocrdesk.page.elements import Glyph, Reader
from ocrdesk.services.recognition import read_boxes
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.turns import in_next_turn

if TYPE_CHECKING:
    from ocrdesk.ui.tasks import Task

_REST_MS = 400  # longer than between two moves by a key that is held down
_AT_ONCE = 100  # letters that get their reading in one turn of the event loop


@dataclass(slots=True)
class _Owed:
    """Boxes of a page that were moved and not read since; ``key`` is the merge key of the move."""

    key: str
    boxes: dict[int, BoundingBox] = field(default_factory=dict)


class MovedBoxes(QObject):
    """Gives letters that were moved what is in their boxes now, as a part of the moving.

    Until then they keep what was read before. A reading counts for boxes that are where they were
    when it began; those that are not, as after undoing, stay owed one, should they come back.
    Confirmed letters are never read.
    """

    def __init__(self, workplace: Workplace, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._session = workplace.session
        self._tasks = workplace.tasks
        self._editing = editing
        self._owed: dict[OpenDocument, _Owed] = {}
        self._task: Task | None = None
        self._is_applying = False
        self._pause = pause_before(self._begin, self, _REST_MS)
        self._session.page_changed.connect(self._follow)
        self._session.document_updated.connect(self._look_again)
        self._session.document_opened.connect(self._look_again)
        self._session.taken_over.connect(self._forget)

    def owe(self, opened: OpenDocument, boxes: dict[int, BoundingBox], *, key: str) -> None:
        """Read these boxes of a page when the hand rests; ``key`` is the merge key of the move."""
        owed = self._owed.setdefault(opened, _Owed(key))
        owed.key = key
        owed.boxes.update(boxes)
        self._wait()

    def _wait(self) -> None:
        """Begin when nothing has come for a while; what is being read is void."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._pause.start()

    def _follow(self, opened: OpenDocument, change: Change) -> None:
        if opened not in self._owed or self._is_applying:
            return
        if change.readers is not None or change.is_whole or change.has_other_ink:
            self._forget(opened)
        else:
            self._wait()

    def _look_again(self, opened: OpenDocument) -> None:
        """Go on where a page is back or has its ink; one that was read anew is owed nothing."""
        if opened in self._owed:
            if not opened.past.steps.position:
                self._forget(opened)
            else:
                self._wait()

    def _forget(self, opened: OpenDocument) -> None:
        self._owed.pop(opened, None)

    def _begin(self) -> None:
        """Read what is owed to the first page that can be read."""
        if self._task is not None:
            return
        for opened in [opened for opened in self._owed if opened.is_discarded]:
            self._forget(opened)
        for opened in self._owed:
            reader, boxes = self._editing.reader_of(opened), self._waiting(opened)
            if reader is not None and boxes and opened in self._session.documents:
                steps = read_boxes(reader.layout, [*boxes.values()], reader.recognizer)
                self._task = self._tasks.create(steps)
                known = reader.recognizer.reader
                self._task.succeeded.connect(partial(self._take, opened, boxes, known))
                self._task.failed.connect(partial(self._give_up, opened))
                self._task.start()
                return

    def _waiting(self, opened: OpenDocument) -> dict[int, BoundingBox]:
        """Return the boxes that can be read: unconfirmed, where they were moved to.

        None while something could be redone: a step that came now would take that away.
        """
        page, history = opened.page, opened.past.steps
        if page is None or history.position < len(history.steps):
            return {}
        return {
            glyph.id: glyph.box
            for glyph in page.glyphs
            if not glyph.is_confirmed and self._owed[opened].boxes.get(glyph.id) == glyph.box
        }

    def _give_up(self, opened: OpenDocument, _error: Exception) -> None:
        self._task = None
        self._forget(opened)

    def _take(
        self, opened: OpenDocument, boxes: dict[int, BoundingBox], reader: Reader, read: object
    ) -> None:
        """Give the letters their readings, some in each turn of the event loop."""
        self._task = None
        assert isinstance(read, list)
        found = [(*item, seen) for item, seen in zip(boxes.items(), read, strict=True)]
        for start in range(0, len(found), _AT_ONCE):
            fresh = [
                Glyph(glyph_id, box, seen, reader=reader if seen else None)
                for glyph_id, box, seen in found[start : start + _AT_ONCE]
            ]
            in_next_turn(partial(self._give, opened, fresh), self)
        in_next_turn(self._pause.start, self)

    def _give(self, opened: OpenDocument, read: list[Glyph]) -> None:
        owed = self._owed.get(opened)
        if owed is None or opened not in self._session.documents:
            return
        waiting = self._waiting(opened)
        fresh = [glyph for glyph in read if waiting.get(glyph.id) == glyph.box]
        if not fresh:
            return
        for glyph in fresh:
            del owed.boxes[glyph.id]
        if not owed.boxes:
            self._forget(opened)
        history = opened.past.steps
        last = history.done[-1] if history.done else None
        name = "Read again"
        if last is not None and last.merge_key == owed.key and history.saved != history.position:
            name = last.change.name
        else:
            owed.key = f"read {time.time_ns()}"
        self._is_applying = True
        edit = partial(replace_predictions, read=fresh, name=name)
        self._session.apply(edit, opened=opened, merge_key=owed.key)
        self._is_applying = False
