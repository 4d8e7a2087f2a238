"""Turns what a person types into labels, of one letter or of all that are selected."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from ocrdesk.page import edits, neighbours, several
from ocrdesk.page.selection import Selection
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.selecting import SelectingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.translation import tr

_TOPIC = "typing"


class CorrectingController(QObject):
    """Labels, confirms, clears and deletes letters.

    Where one is labelled a person goes on to the next by that; several stay selected, so that all
    can be seen. Confirming several goes on to the letter after them, or the next key would replace
    them all. After the last letter nothing is selected, or the next key would replace what was
    typed just now; keys that find no letter are told of.
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
        self._is_at_end = False
        page = workplace.views.page
        page.label_typed.connect(self.type_label)
        page.confirm_pressed.connect(self.confirm)
        page.clear_pressed.connect(self.clear)
        page.delete_pressed.connect(self.delete)
        workplace.views.letter.character_chosen.connect(self.choose)
        workplace.actions.on("confirm", self.confirm)
        workplace.actions.on("clear", self.clear)
        workplace.actions.on("delete", self.delete)
        self._session.selection_changed.connect(self._forget_end)
        page.background_clicked.connect(self._forget_end)
        page.escape_pressed.connect(self._forget_end)

    def type_label(self, character: str) -> None:
        """Give the selected letters a character and confirm them; from one go on to the next."""
        ids = self._editing.selected
        label = self._editing.fold(character)
        if len(ids) == 1:
            if self._editing.apply(partial(edits.set_correction, glyph_id=ids[0], character=label)):
                self._go_on(ids[0])
        elif ids:
            self._editing.apply(partial(several.set_corrections, glyph_ids=ids, character=label))
        elif self._has_letters:
            self._tell_unplaced(label)

    def choose(self, character: str) -> None:
        """Take another reading for the selected letter; what is typed next belongs to the page."""
        self.type_label(character)
        self._place.views.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Confirm the selected letters as they were read, and go on to the one after them.

        What has no reading stays selected: there is nothing to confirm. With nothing selected it
        begins at the beginning, but not right after the last letter: a key that is held down would
        go round the page.
        """
        glyphs = self._session.selected_glyphs
        unreadable = [glyph.id for glyph in glyphs if glyph.is_unreadable]
        read = [glyph.id for glyph in glyphs if not glyph.is_unreadable]
        if read and self._editing.apply(partial(several.confirm_all, glyph_ids=read)):
            self._go_on(read[-1])
        if unreadable:
            self._leave(unreadable)
        elif not glyphs and self._is_at_end:
            self._tell_end()
        elif not glyphs:
            self._selecting.navigate("next")

    def _leave(self, unreadable: list[int]) -> None:
        """Select what cannot be read, and say why it was not confirmed; somebody may want it so."""
        if self._session.page is not None:
            self._session.choose(Selection.of(self._session.page, unreadable))
        count = len(unreadable)
        self._place.notices.raise_notice(
            Notice(
                tr("%n letters were not confirmed, as they have no reading.", None, count),
                tr("Type what it is, or press Del if there is no letter in the box.")
                if count == 1
                else tr("Type what they are, or press Del if there are no letters in the boxes."),
                NoticeLevel.WARNING,
                action=tr("Keep as No Character"),
                on_action=partial(self._keep, unreadable),
                topic=_TOPIC,
            )
        )

    def _keep(self, unreadable: list[int]) -> None:
        """Confirm that those of these letters that nobody could read yet are none, and go on."""
        page = self._session.page
        there = [i for i in unreadable if page and i in page and page.glyph(i).is_unreadable]
        if there and self._editing.apply(partial(several.confirm_all, glyph_ids=there)):
            self._go_on(there[-1])
            self._place.views.page.setFocus(Qt.FocusReason.OtherFocusReason)

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

    @property
    def _has_letters(self) -> bool:
        return self._session.page is not None and bool(self._session.page.glyphs)

    def _go_on(self, last: int) -> None:
        """Select the letter after ``last`` alone; after the page's last one nothing, and say so."""
        page = self._session.page
        if page is None:
            return
        if page.glyphs[-1].id != last:
            self._session.select(neighbours.after(page, last))
            return
        self._session.select(None)
        self._is_at_end = True
        self._tell_end()

    def _tell_end(self) -> None:
        keys = self._place.actions.keys_of("previous_letter")
        is_followed = self._place.actions["next_page"].isEnabled()
        self._place.notices.raise_notice(
            Notice(
                tr("That was the last letter of this page."),
                tr("No letter is selected any more. {keys} goes back to it.").format(keys=keys),
                action=tr("Next Page") if is_followed else "",
                on_action=self._begin_next_page if is_followed else None,
                topic=_TOPIC,
            )
        )

    def _tell_unplaced(self, label: str) -> None:
        self._place.notices.raise_notice(
            Notice(
                tr("“{character}” was not entered, as no letter is selected.").format(
                    character=label
                ),
                tr("Click the letter that it belongs to, then type it again."),
                NoticeLevel.WARNING,
                topic=_TOPIC,
            )
        )

    def _begin_next_page(self) -> None:
        """Go on with the first letter of the next page, or where a person was on it."""
        self._place.actions["next_page"].trigger()
        self._place.views.page.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._editing.current is None:
            self._selecting.navigate("next")

    def _forget_end(self, glyph_id: int | None = None) -> None:
        """Know that a letter is selected again, another page is shown, or nothing is wanted."""
        self._is_at_end = False
        if glyph_id is not None:
            self._place.notices.withdraw(_TOPIC)
