"""Turns what a person points at and types into edits and selections."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits, neighbours
from ocrdesk.page.charset import PRINT36
from ocrdesk.page.elements import Page, Prediction
from ocrdesk.services.recognition import read_box
from ocrdesk.services.review import doubtful_glyphs
from ocrdesk.ui.controllers.noticing import NoticingController
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import Edit

_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class CorrectingController(QObject):
    """Selects, labels, confirms, clears, deletes, adds, moves and resizes letters."""

    def __init__(
        self,
        workplace: Workplace,
        reading: ReadingController,
        noticing: NoticingController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._noticing = noticing
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._connect_views()
        self._connect_actions()

    def _connect_views(self) -> None:
        views = self._place.views
        page = views.page
        page.glyph_clicked.connect(self._session.select)
        page.background_clicked.connect(self._select_nothing)
        page.escape_pressed.connect(self._escape)
        page.box_drawn.connect(self.add)
        page.label_typed.connect(self.type_label)
        page.confirm_pressed.connect(self.confirm)
        page.navigate_requested.connect(self.navigate)
        page.clear_pressed.connect(self.clear)
        page.delete_pressed.connect(self.delete)
        views.text.glyph_selected.connect(self._session.select)
        views.text.letter_keyed.connect(self._key_in_text)
        views.letter.character_chosen.connect(self.choose)

    def _connect_actions(self) -> None:
        actions = self._place.actions
        deeds: dict[str, Callable[[], None]] = {
            "undo": self._session.history_group.undo,
            "redo": self._session.history_group.redo,
            "confirm": self.confirm,
            "clear": self.clear,
            "delete": self.delete,
            "next_letter": partial(self.navigate, "next"),
            "previous_letter": partial(self.navigate, "previous"),
            "next_doubtful": partial(self.review, 1),
            "previous_doubtful": partial(self.review, -1),
        }
        for action_id, deed in deeds.items():
            actions[action_id].triggered.connect(partial(_call, deed))
        for way in _WAYS:
            for step in (1, 10):
                move, resize = f"move_{way}_{step}", f"resize_{way}_{step}"
                actions[move].triggered.connect(partial(self._nudge, way, step, resizes=False))
                actions[resize].triggered.connect(partial(self._nudge, way, step, resizes=True))

    def type_label(self, character: str) -> None:
        """Give the selected letter a character, confirm it and move on."""
        glyph_id = self._selected
        if glyph_id is None:
            return
        charset = self._reading.recognizer.charset if self._reading.recognizer else PRINT36
        label = charset.fold(character)
        if self._apply(partial(edits.set_correction, glyph_id=glyph_id, character=label)):
            self.navigate("next")

    def choose(self, character: str) -> None:
        """Take another reading for the selected letter; what is typed next belongs to the page."""
        self.type_label(character)
        self._place.views.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key_in_text(self, gesture: str, character: str) -> None:
        """Do to the letter what the key would do on the page."""
        if gesture == "label":
            self.type_label(character)
        else:
            {"confirm": self.confirm, "clear": self.clear, "delete": self.delete}[gesture]()

    def confirm(self) -> None:
        """Confirm the selected letter as it was read and move on."""
        glyph_id = self._selected
        if glyph_id is not None and self._apply(partial(edits.confirm, glyph_id=glyph_id)):
            self.navigate("next")

    def clear(self) -> None:
        """Take the label of the selected letter away."""
        glyph_id = self._selected
        if glyph_id is not None:
            self._apply(partial(edits.clear_correction, glyph_id=glyph_id))

    def delete(self) -> None:
        """Remove the selected letter and select the one that comes after it."""
        glyph_id, page = self._selected, self._session.page
        if glyph_id is None or page is None:
            return
        place = page.position(glyph_id)
        if self._apply(partial(edits.delete, glyph_id=glyph_id)):
            left = self._session.page.glyphs if self._session.page else ()
            self._session.select(left[min(place, len(left) - 1)].id if left else None)

    def add(self, box: BoundingBox) -> None:
        """Add a letter where a person drew a box, read it at once and select it."""
        before = self._session.page
        if before is None:
            self._place.notices.inform(
                "This page has not been read yet.", "Press F5 to read it first.", topic="unread"
            )
            return
        predictions = self._predictions(box) or ()
        if self._apply(partial(edits.add_glyph, box=box, predictions=predictions)):
            self._session.select(before.next_glyph_id)

    def navigate(self, way: str) -> None:
        """Select the ``next`` or ``previous`` letter, or the neighbour in a direction."""
        page, glyph_id = self._session.page, self._selected
        if page is None:
            return
        if way in _WAYS and glyph_id is not None:
            target = neighbours.towards(page, glyph_id, way)
        else:
            target = neighbours.after(page, glyph_id, step=-1 if way == "previous" else 1)
        if target is not None:
            self._session.select(target)

    def review(self, step: int) -> None:
        """Select the next letter, or the one before, that the reader is not sure of."""
        page = self._session.page
        if page is None:
            return
        wanted = {glyph.id for glyph in doubtful_glyphs(page)}
        target = neighbours.among(page, wanted, self._selected, step=step)
        if target is not None:
            self._session.select(target)

    def _nudge(self, way: str, step: int, _checked: bool = False, *, resizes: bool) -> None:  # noqa: FBT001, FBT002 - QAction.triggered passes it
        """Push the selected box, or its lower right corner, by some pixels."""
        glyph, page = self._session.selected_glyph, self._session.page
        if glyph is None or page is None:
            return
        dx, dy = _WAYS[way][0] * step, _WAYS[way][1] * step
        box = _resized(glyph.box, dx, dy) if resizes else _moved(glyph.box, dx, dy, page)
        predictions = None if glyph.is_confirmed else self._predictions(box)
        edit = partial(edits.move_resize, glyph_id=glyph.id, box=box, predictions=predictions)
        self._apply(edit, merge_key=f"{'resize' if resizes else 'move'} {glyph.id}")

    def _select_nothing(self) -> None:
        self._session.select(None)

    def _escape(self) -> None:
        """Take a notice away, stop reading this page, let go of the letter, or stop the others."""
        if self._noticing.dismiss_newest():
            return
        busy = self._reading.busy
        if busy is not None and (busy is self._session.current or self._selected is None):
            self._reading.stop()
        else:
            self._select_nothing()

    @property
    def _selected(self) -> int | None:
        glyph = self._session.selected_glyph
        return glyph.id if glyph else None

    def _predictions(self, box: BoundingBox) -> tuple[Prediction, ...] | None:
        """Return what the reader sees in a box of the page that is shown."""
        opened, recognizer = self._session.current, self._reading.recognizer
        if opened is None or opened.layout is None or opened.page is None or recognizer is None:
            return None
        inside = box.clipped(opened.page.width, opened.page.height)
        return read_box(opened.layout, inside, recognizer) if inside else None

    def _apply(self, edit: Edit, *, merge_key: str = "") -> bool:
        """Apply an edit; tells a person and returns False where the page refuses it."""
        try:
            self._session.apply(edit, merge_key=merge_key)
        except EditError as error:
            notice = Notice(error.message, error.advice, NoticeLevel.WARNING, topic="edit")
            self._place.notices.raise_notice(notice)
            return False
        self._place.notices.withdraw("edit")
        return True


def _call(deed: Callable[[], None], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - QAction.triggered passes it
    deed()


def _resized(box: BoundingBox, dx: int, dy: int) -> BoundingBox:
    """Return the box with its lower right corner pushed, at least one pixel large."""
    right, bottom = max(box.right + dx, box.left + 1), max(box.bottom + dy, box.top + 1)
    return BoundingBox(box.left, box.top, right, bottom)


def _moved(box: BoundingBox, dx: int, dy: int, page: Page) -> BoundingBox:
    """Return the box pushed as far as the edge of the page allows."""
    dx = max(-box.left, min(dx, page.width - box.right))
    dy = max(-box.top, min(dy, page.height - box.bottom))
    return box.moved(dx, dy)
