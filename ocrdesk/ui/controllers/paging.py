"""Which pages there are, and in which order: moved, taken out, put back."""

from collections.abc import Sequence
from functools import partial
from weakref import ref

from PySide6.QtCore import QObject, Signal

from ocrdesk.ui.controllers.list_steps import ListStep, ListSteps
from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import PAGE_TOPICS, Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

_MOST_KEPT = 50  # pages that were taken out and can be put back

_Order = tuple[ref[OpenDocument], ...]  # a step holds no page that is closed meanwhile


class PagingController(QObject):
    """Moves pages by keys and by dragging; a page that was taken out can be put back.

    All of that are ``steps`` that can be undone and redone.

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
        self.steps = ListSteps(workplace, self)
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
        opened, place = self._removed[-1]
        self._put_in(opened)
        self.steps.note(
            ListStep(
                tr("Put Back “{title}”").format(title=opened.title),
                opened,
                partial(self._take_away, opened, place),
                partial(self._put_in, opened),
            )
        )

    def _put_in(self, opened: OpenDocument) -> None:
        """Put a page back that was taken out, if it still is."""
        found = next((one for one in self._removed if one[0] is opened), None)
        if found is None:
            return
        self._removed.remove(found)
        place = found[1]
        self._session.put_back(opened, min(place, len(self._session.documents)))
        self._session.show(opened)
        self._place.notices.withdraw("removed")
        self._offer()

    def forget(self) -> None:
        """Let go of the pages that were taken out."""
        for opened, _ in self._removed:
            self._session.discard(opened)
        self._removed.clear()
        self.steps.forget()
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
            opened, place = documents[index], min(max(index + step, 0), len(documents) - 1)
            before = self._order
            self._session.move(opened, place)
            after = self._order
            if after != before:
                self.steps.note(
                    ListStep(
                        tr("Move “{title}”").format(title=opened.title),
                        opened,
                        partial(self._place_as_in, before, opened),
                        partial(self._place_as_in, after, opened),
                    )
                )

    @property
    def _order(self) -> _Order:
        return tuple(map(ref, self._session.documents))

    def _place_as_in(self, order: _Order, opened: OpenDocument) -> None:
        """Move a page behind the one that it followed; others may have come and gone since."""
        documents = [other for other in self._session.documents if other is not opened]
        pages = [page() for page in order]
        ahead = [page for page in pages[: pages.index(opened)] if page in documents]
        place = documents.index(ahead[-1]) + 1 if ahead and ahead[-1] is not None else 0
        self._session.move(opened, place)
        self._session.show(opened)

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
        """Take a page out as a step, and offer to put it back."""
        documents = self._session.documents
        if opened not in documents:
            return
        place = documents.index(opened)
        self._take_away(opened, place)
        self.steps.note(
            ListStep(
                tr("Take Out “{title}”").format(title=opened.title),
                opened,
                partial(self._put_in, opened),
                partial(self._take_away, opened, place),
            )
        )
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

    def _take_away(self, opened: OpenDocument, place: int) -> None:
        """Take a page out of its place; without any page left, those to come belong to no file."""
        self._place.notices.withdraw(*PAGE_TOPICS)
        if opened in self._session.documents:
            self.take_out(opened, place)
        if not self._session.documents:
            self._saving.belong_to(None)
