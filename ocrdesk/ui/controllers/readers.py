"""What is about the model or hand that reads: choice, hands, learning, offers, comparison."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from ocrdesk.ui.controllers.comparing import CompareController
from ocrdesk.ui.controllers.hands import HandController
from ocrdesk.ui.controllers.hinting import HintController
from ocrdesk.ui.controllers.learning import LearningController
from ocrdesk.ui.controllers.models import ModelController
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.recalling import RecallController
from ocrdesk.ui.controllers.status import StatusController
from ocrdesk.ui.controllers.workplace import Workplace


class Readers:
    """Makes these controllers; ``menu`` is opened by the menu bar and by the status bar."""

    def __init__(
        self,
        place: Workplace,
        reading: ReadingController,
        menu: QMenu,
        status: StatusController,
        parent: QObject,
    ) -> None:
        self.learning = LearningController(place, reading, parent)
        self.recalling = RecallController(place, reading, parent)
        self.hands = HandController(place, reading, self.learning, parent)
        self.comparing = CompareController(place, reading, parent)
        self.hints = HintController(place, reading, parent)
        self.models = ModelController(reading, self.hands, menu, status.reader, parent)
