"""What every controller works with: the state of the window and its views."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ocrdesk.services.settings import SettingsStore
from ocrdesk.ui.actions import ActionSet
from ocrdesk.ui.notices import Notice, NoticeHub
from ocrdesk.ui.session import Session
from ocrdesk.ui.tasks import TaskPool
from ocrdesk.ui.views.empty_state import EmptyState
from ocrdesk.ui.views.history_panel import HistoryPanel
from ocrdesk.ui.views.ink_panel import InkPanel
from ocrdesk.ui.views.letter_panel import LetterPanel
from ocrdesk.ui.views.page_view import PageView
from ocrdesk.ui.views.pages_panel import PagesPanel
from ocrdesk.ui.views.progress_strip import ProgressStrip
from ocrdesk.ui.views.review_panel import ReviewPanel
from ocrdesk.ui.views.text_panel import TextPanel


@dataclass(frozen=True, slots=True)
class Views:
    """The widgets that show things, made by the window."""

    page: PageView
    text: TextPanel
    letter: LetterPanel
    pages: PagesPanel
    history: HistoryPanel
    review: ReviewPanel
    ink: InkPanel
    empty: EmptyState
    progress: ProgressStrip


@dataclass(frozen=True, slots=True)
class Workplace:
    """The state and the views that the controllers share; ``window`` is the parent of dialogs."""

    window: QWidget
    views: Views
    actions: ActionSet
    session: Session
    tasks: TaskPool
    notices: NoticeHub
    settings: SettingsStore

    def tell_of_reading(self, notice: Notice) -> None:
        """Raise a notice that belongs to a page's reading, though it comes a moment later.

        As long as nobody chose a letter a fit that holds leaves room for it, as when a page is
        shown: it offers to read what it would hide.
        """
        self.notices.raise_notice(notice)
        if self.session.selected_glyph is None:
            self.views.page.camera.cover.make_room()
