"""Turns what a person types into labels, of one letter or of all that are selected."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from ocrdesk.page import edits, several
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.selecting import SelectingController
from ocrdesk.ui.controllers.workplace import Workplace


class CorrectingController(QObject):
    """Labels, confirms, clears and deletes letters.

    Where one is selected a person goes on to the next by that; several stay selected, so that all
    can be seen.
    """

    def __init__(
        self,
        workplace: Workplace,
        selecting: SelectingController,
        editing: Editing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._selecting = selecting
        self._editing = editing
        page = workplace.views.page
        page.label_typed.connect(self.type_label)
        page.confirm_pressed.connect(self.confirm)
        page.clear_pressed.connect(self.clear)
        page.delete_pressed.connect(self.delete)
        workplace.views.letter.character_chosen.connect(self.choose)
        workplace.actions.on("undo", self._session.history_group.undo)
        workplace.actions.on("redo", self._session.history_group.redo)
        workplace.actions.on("confirm", self.confirm)
        workplace.actions.on("clear", self.clear)
        workplace.actions.on("delete", self.delete)

    def type_label(self, character: str) -> None:
        """Give the selected letters a character and confirm them; from one go on to the next."""
        ids = self._editing.selected
        label = self._editing.fold(character)
        if len(ids) == 1:
            if self._editing.apply(partial(edits.set_correction, glyph_id=ids[0], character=label)):
                self._selecting.navigate("next")
        elif ids:
            self._editing.apply(partial(several.set_corrections, glyph_ids=ids, character=label))

    def choose(self, character: str) -> None:
        """Take another reading for the selected letter; what is typed next belongs to the page."""
        self.type_label(character)
        self._place.views.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Confirm the selected letters as they were read; from one go on to the next."""
        ids = self._editing.selected
        edit = partial(several.confirm_all, glyph_ids=ids)
        if ids and self._editing.apply(edit) and len(ids) == 1:
            self._selecting.navigate("next")

    def clear(self) -> None:
        """Take the labels of the selected letters away."""
        ids = self._editing.selected
        if ids:
            self._editing.apply(partial(several.clear_all, glyph_ids=ids))

    def delete(self) -> None:
        """Remove the selected letters and select the one that comes after them."""
        ids, page = self._editing.selected, self._session.page
        if not ids or page is None:
            return
        place = page.position(ids[-1]) - len(ids) + 1
        if self._editing.apply(partial(several.delete_all, glyph_ids=ids)):
            left = self._session.page.glyphs if self._session.page else ()
            self._session.select(left[min(place, len(left) - 1)].id if left else None)
