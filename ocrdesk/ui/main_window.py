"""The window: builds the views and the controllers and connects nothing else."""

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QChildEvent, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QTabBar

from ocrdesk.services.journal_store import JournalStore
from ocrdesk.services.settings import SettingsStore
from ocrdesk.ui.actions import ACTIONS, ActionBar, ActionSet, Menus, build_menus
from ocrdesk.ui.appearance import Appearance, app_icon
from ocrdesk.ui.controllers.accepting import AcceptingController
from ocrdesk.ui.controllers.arranging import ArrangingController
from ocrdesk.ui.controllers.availability import AvailabilityController
from ocrdesk.ui.controllers.boxing import BoxingController
from ocrdesk.ui.controllers.checking import CheckingController
from ocrdesk.ui.controllers.contact_sheets import ContactSheetController
from ocrdesk.ui.controllers.correcting import CorrectingController
from ocrdesk.ui.controllers.crashing import CrashController
from ocrdesk.ui.controllers.documents import DocumentController
from ocrdesk.ui.controllers.editing import Editing
from ocrdesk.ui.controllers.explaining import ExplainingController
from ocrdesk.ui.controllers.exporting import ExportingController
from ocrdesk.ui.controllers.fielding import FieldController
from ocrdesk.ui.controllers.finding import FindingController
from ocrdesk.ui.controllers.group_answers import GroupAnswers
from ocrdesk.ui.controllers.helping import HelpingController
from ocrdesk.ui.controllers.inking import InkingController
from ocrdesk.ui.controllers.journaling import JournalingController
from ocrdesk.ui.controllers.lab import LabController
from ocrdesk.ui.controllers.letter_pictures import LetterPictures
from ocrdesk.ui.controllers.list_keeping import ListKeepingController
from ocrdesk.ui.controllers.listing import ListingController
from ocrdesk.ui.controllers.missing import MissingController
from ocrdesk.ui.controllers.noticing import NoticingController
from ocrdesk.ui.controllers.offering import OfferingController
from ocrdesk.ui.controllers.opening import OpeningController
from ocrdesk.ui.controllers.ordering import OrderingController
from ocrdesk.ui.controllers.own_readers import OwnReaders
from ocrdesk.ui.controllers.paging import PagingController
from ocrdesk.ui.controllers.parting import PartingController
from ocrdesk.ui.controllers.practising import PractisingController
from ocrdesk.ui.controllers.preferring import PreferringController
from ocrdesk.ui.controllers.readers import Readers
from ocrdesk.ui.controllers.reading import ReadingController
from ocrdesk.ui.controllers.recent import RecentController
from ocrdesk.ui.controllers.recovering import RecoveringController
from ocrdesk.ui.controllers.remembering import RememberingController
from ocrdesk.ui.controllers.restarting import RestartingController
from ocrdesk.ui.controllers.retyping import RetypingController
from ocrdesk.ui.controllers.review_desk import ReviewDesk
from ocrdesk.ui.controllers.reviewing import ReviewingController
from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.selecting import SelectingController
from ocrdesk.ui.controllers.sharing import SharingController
from ocrdesk.ui.controllers.showing import ShowingController
from ocrdesk.ui.controllers.sparing import SparingController
from ocrdesk.ui.controllers.status import StatusController
from ocrdesk.ui.controllers.titling import TitlingController
from ocrdesk.ui.controllers.turning import TurningController
from ocrdesk.ui.controllers.workplace import Views, Workplace
from ocrdesk.ui.notices import Notice, NoticeHub
from ocrdesk.ui.session import Session
from ocrdesk.ui.tasks import TaskPool
from ocrdesk.ui.views import page_accessible
from ocrdesk.ui.views.docks import new_docks, place
from ocrdesk.ui.views.empty_state import EmptyState
from ocrdesk.ui.views.enter_key import leave_with_escape, press_with_enter
from ocrdesk.ui.views.history_panel import HistoryPanel
from ocrdesk.ui.views.ink_panel import InkPanel
from ocrdesk.ui.views.letter_panel import LetterPanel
from ocrdesk.ui.views.notice_bar import NoticeBar
from ocrdesk.ui.views.page_stage import PageStage
from ocrdesk.ui.views.page_view import PageView
from ocrdesk.ui.views.pages_panel import PagesPanel
from ocrdesk.ui.views.progress_strip import ProgressStrip
from ocrdesk.ui.views.review_panel import ReviewPanel
from ocrdesk.ui.views.text_panel import TextPanel

_SIZE = QSize(1280, 820)
_NARROWEST_PAGE = 280


class MainWindow(QMainWindow):
    """One window with its pages; ``open_paths`` is the door for the command line."""

    def __init__(
        self,
        appearance: Appearance,
        settings: SettingsStore,
        notices: NoticeHub,
        *,
        journals: JournalStore | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        appearance.dress_window(self)
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.resize(_SIZE)
        self._settings = settings
        self._notices = notices
        self._may_close = False
        self.session = Session(self, journals=journals or JournalStore())
        self.tasks = TaskPool(self)
        self.actions_by_id = ActionSet(ACTIONS, self)
        self.docks, self.notice_bar = new_docks(self), NoticeBar()
        self.views = _new_views(self.docks)
        self._stage = PageStage(self.notice_bar, self.views.progress)
        self._stage.setMinimumWidth(_NARROWEST_PAGE)
        self.setCentralWidget(self._stage)
        self._stage.add(self.views.empty)
        self._stage.add(self.views.page)
        self._stage.keep_clear(self.views.page)
        self.views.history.watch(self.session.history_group)
        panels = {name: getattr(self.views, name) for name in self.docks}
        place(self.docks, panels, self)
        menus = build_menus(self.menuBar(), self.actions_by_id)
        self._toolbar = ActionBar(self.actions_by_id, self)
        self.addToolBar(self._toolbar)
        self._build_controllers(appearance, menus)
        self.session.current_changed.connect(self._show_stage)
        self.actions_by_id["quit"].triggered.connect(self.close)
        self._show_stage()
        if settings.problem is not None:
            notices.raise_error(settings.problem)

    def open_paths(self, paths: Sequence[str]) -> None:
        """Open files and folders."""
        self._opening.open_paths(paths)

    def open_sample(self) -> None:
        """Open the page that ships with the program."""
        self._opening.open_sample()

    def offer_unsaved_work(self) -> None:
        """Offer back what a program that was killed left, if there is anything."""
        self._recovering.look()

    @property
    def shown_notices(self) -> Mapping[int, Notice]:
        """The notices that are open above the page, by their number, the oldest first."""
        return self._noticing.shown

    def _build_controllers(self, appearance: Appearance, menus: Menus) -> None:
        place = Workplace(
            window=self,
            views=self.views,
            actions=self.actions_by_id,
            session=self.session,
            tasks=self.tasks,
            notices=self._notices,
            settings=self._settings,
        )
        self._remembering = RememberingController(place, self)
        self._noticing = NoticingController(self._notices, self.notice_bar, self)
        self.reading = ReadingController(place, self)
        self._build_document(place)
        self._recent = RecentController(place, self._opening, menus["File/Open &Recent"], self)
        self.saving.saved.connect(self._opening.file_opened)
        self._exporting = ExportingController(place, self.saving, self)
        self._sparing = SparingController(place, self.reading, self)
        self._own_readers = OwnReaders(place, self.reading, self)
        self._showing = ShowingController(place, self.reading, self._own_readers, self)
        editing = Editing(place, self.reading)
        self._selecting = SelectingController(place, self.reading, self._noticing, editing, self)
        self._parting = PartingController(place, editing, self)
        self._correcting = CorrectingController(place, self._selecting, editing, self)
        self._boxing = BoxingController(place, editing, self)
        self._ordering = OrderingController(place, editing, self)
        self._turning = TurningController(place, editing, self)
        self._retyping = RetypingController(place, self.reading, editing, self)
        deeds = (self._correcting, self._boxing, self._ordering)
        self._offering = OfferingController(place, editing, deeds, self)
        self._build_review(place, editing)
        self._status = StatusController(place, self.reading, self.statusBar(), self)
        self._build_readers(place, menus["Read/&Model"])
        self._practising = PractisingController(place, self.reading, self)
        self._preferring = PreferringController(place, self.reading, self)
        self._helping = HelpingController(place, self)
        self.lab = LabController(place, self.reading, self)
        self._arranging = ArrangingController(place, appearance, self.docks, self._toolbar, self)
        self._available = AvailabilityController(place, self.reading, self._paging.steps, self)
        self._arranging.restore()

    def _build_readers(self, place: Workplace, menu: QMenu) -> None:
        """Build what is about who reads."""
        self.readers = Readers(place, self.reading, menu, self._status, self)
        self.readers.hints.unknown_changed.connect(self._checking.know_unknown)
        self.learning = self.readers.learning
        self._opening.hand_found.connect(self.readers.hands.take_in)

    def _build_document(self, place: Workplace) -> None:
        """Build what brings pages and keeps them together: their list, file and journals."""
        self.saving = SavingController(place, self.reading, self)
        self.restarting = RestartingController(place, self.saving, self)
        self.restarting.wanted.connect(self.close_for_good)
        self._documents = DocumentController(place, self.reading, self.saving, self)
        self._journaling = JournalingController(place, self)
        SharingController(place, self)
        self._listing = ListingController(place, self.reading, self)
        self._paging = PagingController(place, self.saving, self)
        self._documents.opened.connect(self._paging.forget)
        self._titling = TitlingController(place, self.saving, self)
        self._list_keeping = ListKeepingController(place, self.saving, self._paging, self)
        self._recovering = RecoveringController(
            place, self._documents, self.saving, self._paging, self
        )
        self.crashes = CrashController(place, self)
        self._opening = OpeningController(place, self.reading, self._documents, self)

    def _build_review(self, place: Workplace, editing: Editing) -> None:
        """Build what goes from letter to letter over all pages."""
        self._inking = InkingController(place, self.reading, self.docks["ink"], self)
        self.missing = MissingController(place, self.reading, self)
        self.missing.wanted.connect(self._inking.read_with)
        self.fielding = FieldController(place, editing, self.reading, self)
        desk = ReviewDesk(place, self.reading, self)
        answers, pictures = GroupAnswers(place, editing, desk), LetterPictures(place, desk)
        dock = self.docks["review"]
        rng = np.random.default_rng()
        self._checking = CheckingController(place, desk, answers, pictures, dock, rng=rng)
        self._checking.drew.connect(self._list_keeping.tell)
        self.reviewing = ReviewingController(
            place, desk, editing, answers, pictures, self._checking, dock
        )
        self.accepting = AcceptingController(place, desk, self._checking, dock)
        self._sheets = ContactSheetController(place, desk, answers, pictures, self)
        self._explaining = ExplainingController(place, self.reading, self._own_readers, desk, self)
        self._finding = FindingController(place, self.docks["text"], self)

    def _show_stage(self) -> None:
        """Show the page, or without one the first screen."""
        self._stage.show_only(self.views.page if self.session.current else self.views.empty)

    def childEvent(self, event: QChildEvent) -> None:
        """Name the tabs of panels that lie behind one another: Qt makes them when it needs them."""
        if event.polished() and isinstance(event.child(), QTabBar):
            event.child().setProperty("accessibleName", "Panels")
        super().childEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button with Enter, or go back to the page with Escape."""
        if not (press_with_enter(self, event) or leave_with_escape(self.views.page, event)):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures anywhere on the window."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self._opening.drop(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where work would be lost; then end all tasks and remember the window."""
        if not self._may_close and (self.saving.is_modified or self.saving.is_saving):
            event.ignore()
            self.saving.ask_before_losing(self.session.documents, self.close_for_good)
            return
        self._arranging.remember()
        self.lab.close()
        self.learning.stop()
        self.readers.hints.stop()
        self.missing.stop()
        self._noticing.stop()
        self.hide()  # a task on a slow drive may take a while to end
        self.tasks.close()
        self._paging.forget()
        self._journaling.close()
        self._remembering.close()
        event.accept()

    def close_for_good(self) -> None:
        """Close without asking: what was not saved is not wanted."""
        self._may_close = True
        self.close()


def _new_views(docks: Mapping[str, QDockWidget]) -> Views:
    page_accessible.install()
    return Views(
        page=PageView(),
        text=TextPanel(docks["text"]),
        letter=LetterPanel(docks["letter"]),
        pages=PagesPanel(docks["pages"]),
        history=HistoryPanel(docks["history"]),
        review=ReviewPanel(docks["review"]),
        ink=InkPanel(docks["ink"]),
        empty=EmptyState(),
        progress=ProgressStrip(),
    )
