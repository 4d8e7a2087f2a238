"""Enables exactly the actions that can do something now."""

from PySide6.QtCore import QObject

from ocrdesk.ui.actions import Needs
from ocrdesk.ui.controllers.list_steps import ListSteps
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.translation import later, tr

# What actions on several letters are called, by their id.
_OF_SEVERAL = {
    "confirm": later("Con&firm {count} Letters"),
    "clear": later("C&lear {count} Labels"),
    "delete": later("&Delete {count} Letters"),
    "merge": later("&Merge {count} Letters"),
}


class AvailabilityController(QObject):
    """Looks at what there is after every change; actions name the step or the letters."""

    def __init__(
        self, workplace: Workplace, reading: ReadingController, steps: ListSteps, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._reading = reading
        self._steps = steps
        self._count = 0
        session, history = self._session, self._session.history_group
        for signal in (
            session.document_opened,
            session.document_closed,
            session.documents_moved,
            session.document_updated,
            session.current_changed,
            session.page_changed,
            session.selection_changed,
            session.doubt_moved,
            history.changed,
            reading.busy_changed,
            steps.changed,
        ):
            signal.connect(self.refresh)
        for signal in (history.changed, steps.changed, session.current_changed):
            signal.connect(self._name_steps)
        self.refresh()

    def refresh(self) -> None:
        """Enable and disable the actions."""
        self._place.actions.set_available(self._of_page() | self._of_session())
        count = len(self._session.selected_glyphs)
        if (count > 1) != (self._count > 1) or count > 1:
            self._count = count
            self._name_for(count)

    def _name_for(self, count: int) -> None:
        """Say in the menu how many letters an action would be about."""
        for action_id, several in _OF_SEVERAL.items():
            action = self._place.actions[action_id]
            keys = action.text().partition("\t")[2]
            spec = self._place.actions.spec(action_id)
            text = tr(several).format(count=count) if count > 1 else spec.text
            action.setText(f"{text}\t{keys}" if keys else text)

    def _of_session(self) -> Needs:
        """Return what the open documents offer."""
        documents, current = self._session.documents, self._session.current
        available = Needs.RUNNING if self._reading.busy is not None else Needs.NOTHING
        if self._steps.to_undo is not None:
            available |= Needs.UNDO
        if self._steps.to_redo is not None:
            available |= Needs.REDO
        if current is None:
            return available
        available |= Needs.DOCUMENT
        place = documents.index(current)
        if place > 0:
            available |= Needs.PREVIOUS_PAGE
        if place + 1 < len(documents):
            available |= Needs.NEXT_PAGE
        if any(opened.tally.letters for opened in documents):
            available |= Needs.ANYWHERE
        if any(opened.tally.doubtful for opened in documents):
            available |= Needs.DOUBT
        if current.history.can_undo():
            available |= Needs.UNDO
        if current.history.can_redo():
            available |= Needs.REDO
        return available

    def _of_page(self) -> Needs:
        """Return what the page that is shown offers."""
        current, page = self._session.current, self._session.page
        available = Needs.NOTHING
        if current is not None and current.document.pixels is not None:
            available |= Needs.IMAGE
        if page is not None:
            available |= Needs.PAGE
        if page is None or not page.glyphs:
            return available
        available |= Needs.LETTERS
        selected = self._session.selected_glyphs
        if selected:
            available |= Needs.SELECTION
        if any(glyph.is_confirmed for glyph in selected):
            available |= Needs.CORRECTION
        return available

    def _name_steps(self) -> None:
        history = self._session.history_group.active
        back, on = self._steps.to_undo, self._steps.to_redo
        undone = back.name if back else history.undo_text() if history else ""
        redone = on.name if on else history.redo_text() if history else ""
        self._name("undo", tr("&Undo"), undone)
        self._name("redo", tr("&Redo"), redone)

    def _name(self, action_id: str, verb: str, step: str) -> None:
        """Say in the menu and the tool tip what the action would undo or redo."""
        action = self._place.actions[action_id]
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        # A language that puts the verb last has the step before it.
        named = tr("{undo} {step}") if step else "{undo}"
        action.setText(named.format(undo=verb, step=step.replace("&", "&&")))
        told = named.format(undo=verb.replace("&", ""), step=step)
        action.setToolTip(f"{told} ({keys})" if keys else told)
