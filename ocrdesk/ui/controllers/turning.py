"""Turns the page that is shown: by right angles, and by any angle with a look at it first."""

import statistics
from functools import partial

from PySide6.QtCore import QObject, Qt

from ocrdesk.page.edits import Change
from ocrdesk.page.turning import turned, turned_size
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.turn_dialog import TurnDialog

_TURNS = {"turn_left": -90.0, "turn_right": 90.0, "turn_over": 180.0}
# By the degrees clockwise that a page was turned by when it was read.
_UPRIGHTED = {
    90: later("The page lay on its side and was turned clockwise, because it reads best so."),
    180: later("The page was upside down and was turned, because it reads best so."),
    270: later(
        "The page lay on its side and was turned counter-clockwise, because it reads best so."
    ),
}
_STRAIGHT = 0.3  # degrees: rows are level, to a person
_STEEPEST = 30.0


class TurningController(QObject):
    """Turns page, boxes and image together; the reading is kept, and each turn can be undone."""

    def __init__(self, workplace: Workplace, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._editing = editing
        for action_id, degrees in _TURNS.items():
            workplace.actions.on(action_id, partial(self.turn, degrees))
        workplace.actions.on("turn_by", self.ask)
        self._session.document_updated.connect(self._tell_uprighted)
        self._session.current_changed.connect(self._tell_uprighted)
        self._session.page_changed.connect(self._forget_uprighting)

    def turn(self, degrees: float) -> None:
        """Turn the page clockwise.

        The image is made anew from how it lay at first, so that no turning blurs another.
        """
        opened, page = self._session.current, self._session.page
        if opened is None or page is None or opened.unturned is None:
            self._editing.refuse(
                tr("This page cannot be turned yet."), tr("Wait until it has been opened and read.")
            )
            return
        image = opened.unturned
        size = turned_size(image.width, image.height, opened.turn + degrees)
        self._editing.apply(partial(turned, degrees=degrees, size=size))

    def ask(self) -> None:
        """Let a person choose the angle; the one that makes the rows level is offered."""
        opened = self._session.current
        if opened is None or opened.pyramid is None or opened.page is None:
            self._editing.refuse(
                tr("This page cannot be turned yet."), tr("Wait until it has been opened and read.")
            )
            return
        dialog = TurnDialog(opened.pyramid, self._levelling(), self._place.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.turned.connect(self.turn)
        dialog.open()

    def _tell_uprighted(self, opened: OpenDocument | None) -> None:
        """Say once of each page that is shown that reading it turned it, and offer the way back."""
        if opened is None or opened is not self._session.current or not opened.uprighted:
            return
        degrees, opened.uprighted = opened.uprighted, 0
        back = partial(self._turn_back, opened, -degrees)
        text, action = tr(_UPRIGHTED[degrees]), tr("Turn Back")
        self._place.notices.raise_notice(
            Notice(text, action=action, on_action=back, topic="uprighted")
        )

    def _forget_uprighting(self, opened: OpenDocument, change: Change) -> None:
        """Take the offer back when the page was turned since."""
        if change.is_whole and opened is self._session.current:
            self._place.notices.withdraw("uprighted")

    def _turn_back(self, opened: OpenDocument, degrees: float) -> None:
        if opened is self._session.current:
            self.turn(degrees)

    def _levelling(self) -> float:
        """Return the angle in degrees that would make most rows level; 0 where they are."""
        reader = self._editing.reader
        angles = [row.angle for row in reader.layout.rows] if reader is not None else []
        angle = -round(statistics.median(angles), 1) if angles else 0.0
        return angle if _STRAIGHT <= abs(angle) <= _STEEPEST else 0.0
