"""Which pages there are, and in which order: moved, taken out, put back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import PAGE_TOPICS, Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

_MOST_KEPT = 50  # pages that were taken out and can be put back


class PagingController(QObject):
    """Moves pages by keys and by dragging; a page that was taken out can be put back.

    That is possible until another document takes the place of this one: saving goes on without the
    page, but keeps it. ``changed`` tells that a page was taken out or put back.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, saving: SavingController, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._saving = saving
        self._removed: list[tuple[OpenDocument, int]] = []
        actions, pages = workplace.actions, workplace.views.pages
        actions.on("move_page_up", partial(self._move_by, -1))
        actions.on("move_page_down", partial(self._move_by, 1))
        actions["close_page"].triggered.connect(self._close_current)
        actions["put_back"].triggered.connect(self.put_back)
        pages.close_requested.connect(self._close_at)
        pages.move_requested.connect(self._move)
        saving.keep_aside(lambda: [opened for opened, _ in self._removed])
        self._offer()

    @property
    def removed(self) -> Sequence[tuple[OpenDocument, int]]:
        """The pages that can be put back, each with its place, the last one at the end."""
        return tuple(self._removed)

    def put_back(self) -> None:
        """Put the page back that was taken out last, where it was."""
        if not self._removed:
            return
        opened, place = self._removed.pop()
        self._session.put_back(opened, min(place, len(self._session.documents)))
        self._session.show(opened)
        self._place.notices.withdraw("removed")
        self._offer()

    def forget(self) -> None:
        """Let go of the pages that were taken out."""
        for opened, _ in self._removed:
            self._session.discard(opened)
        self._removed.clear()
        self._place.notices.withdraw("removed")
        self._offer()

    def take_out(self, opened: OpenDocument, place: int) -> None:
        """Take a page out that can be put back at that place."""
        self._session.remove(opened)
        self._removed.append((opened, place))
        for old, _ in self._removed[:-_MOST_KEPT]:
            self._session.discard(old)
        del self._removed[:-_MOST_KEPT]
        self._offer()

    def _offer(self) -> None:
        self._place.actions["put_back"].setVisible(bool(self._removed))
        self.changed.emit()

    def _move_by(self, step: int) -> None:
        current = self._session.current
        if current is not None:
            self._move(self._session.documents.index(current), step)

    def _move(self, index: int, step: int) -> None:
        """Move the page at a place by so many places."""
        documents = self._session.documents
        if 0 <= index < len(documents):
            place = min(max(index + step, 0), len(documents) - 1)
            self._session.move(documents[index], place)

    def _close_current(self) -> None:
        current = self._session.current
        if current is not None:
            self._close_at(self._session.documents.index(current))

    def _close_at(self, index: int) -> None:
        documents = self._session.documents
        if 0 <= index < len(documents):
            opened = documents[index]
            self._saving.ask_before_losing([opened], partial(self._remove, opened))

    def _remove(self, opened: OpenDocument) -> None:
        """Take a page out; without any page left, those to come belong to no file."""
        documents = self._session.documents
        if opened not in documents:
            return
        self._place.notices.withdraw(*PAGE_TOPICS)
        self.take_out(opened, documents.index(opened))
        if not self._session.documents:
            self._saving.belong_to(None)
        self._place.notices.raise_notice(
            Notice(
                tr("“{title}” was taken out.").format(title=opened.title),
                "",
                NoticeLevel.INFO,
                action=tr("Put Back"),
                on_action=self.put_back,
                topic="removed",
            )
        )
