"""The choice of what reads, in the Read menu and in the status bar: a model, or a hand."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ocrdesk.services.model_store import ModelEntry, list_models
from ocrdesk.services.profile_store import KnownHand, known_hands
from ocrdesk.ui.actions import let
from ocrdesk.ui.controllers.hands import HandController
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.reader_button import ReaderButton
from ocrdesk.ui.views.reader_names import made_for


class ModelController(QObject):
    """Lists models and hands anew each time the menu opens, so that new files appear."""

    def __init__(
        self,
        reading: ReadingController,
        hands: HandController,
        menu: QMenu,
        button: ReaderButton,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reading, self._hands, self._menu = reading, hands, menu
        self._group = QActionGroup(self)
        menu.aboutToShow.connect(self.refresh)
        button.setMenu(menu)
        self.refresh()

    def refresh(self) -> None:
        """List models and hands, the chosen one marked, and what can be done with hands."""
        self._menu.clear()
        hands = {hand.name: hand for hand in known_hands()}
        seen: dict[str, ModelEntry] = {}
        for entry in list_models():  # the person's own goes before a shipped one of that name
            seen.setdefault(entry.name, entry)
        for entry in seen.values():
            if entry.name not in hands:
                self._add(entry.name, f"{entry.name}\t{_origin(entry)}")
        self._menu.addSeparator()
        for hand in hands.values():
            self._add(hand.name, f"{hand.name}\t{_told(hand)}")
        self._menu.addSeparator()
        self._offer_all(self._reading.model)
        self._hands.add_deeds(self._menu, hands.get(self._reading.model))

    def _offer_all(self, name: str) -> None:
        """Offer the reader of the page that is shown to the others, which else keep theirs."""
        choice = self._reading.arrivals.choice
        if choice.others(name):
            text = tr("Read &All Pages with {name}").format(name=name.replace("&", "&&"))
            let(self._menu.addAction(text), partial(choice.choose_for_all, name))
            self._menu.addSeparator()

    def _add(self, name: str, text: str) -> None:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setActionGroup(self._group)
        action.setChecked(name == self._reading.model)
        let(action, partial(self._reading.choose_model, name))


def _origin(entry: ModelEntry) -> str:
    """Return in short what a model is for, or that it is the person's own."""
    return made_for(entry.name) if entry.is_shipped else tr("your own")


def _told(hand: KnownHand) -> str:
    """Return in short how much a hand has learnt."""
    match hand.letters:
        case None:
            return tr("damaged")
        case 0:
            return tr("new")
        case count:
            return tr("%n letters", None, count)
