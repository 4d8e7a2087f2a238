"""Offers the work of a killed program back at the start, and opens it again."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath
from typing import cast

from PySide6.QtCore import QObject

from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_members import Member
from ocrdesk.page.history import History
from ocrdesk.services.journal_beginning import BegunJournal
from ocrdesk.services.journal_leftovers import Leftover
from ocrdesk.ui.controllers import deciding, recovery_work
from ocrdesk.ui.controllers.documents import DocumentController
from ocrdesk.ui.controllers.moments import moment
from ocrdesk.ui.controllers.recovery_work import RecoveredPage, RecoveredWork
from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, tr
from ocrdesk.ui.views.recovery_dialog import RecoveryDialog, RecoveryEntry


class RecoveringController(QObject):
    """Looks for unsaved work once the window is there, and asks what to do with it.

    Work on one document opens that document; work on several, or on images besides, becomes pages
    of a new one, so that nothing is saved where nobody expects it.
    """

    def __init__(
        self,
        workplace: Workplace,
        documents: DocumentController,
        saving: SavingController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._documents = documents
        self._saving = saving
        self._dialog: RecoveryDialog | None = None

    def look(self) -> None:
        """Look in a worker for work that was not saved."""
        if self._session.journals is not None:
            task = self._place.tasks.create(recovery_work.find(self._session.journals))
            task.succeeded.connect(self._offer)
            task.start()

    def _offer(self, result: object) -> None:
        leftovers = cast("Sequence[Leftover]", result)
        if not leftovers:
            return
        dialog = RecoveryDialog(list(map(_entry, leftovers)), self._place.window)
        dialog.recover_requested.connect(partial(self._recover, leftovers))
        dialog.discard_requested.connect(partial(self._ask_to_discard, leftovers))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _ask_to_discard(self, leftovers: Sequence[Leftover]) -> None:
        steps = sum(leftover.unsaved for leftover in leftovers)
        text = tr("Discard {steps} {pages} for good?").format(
            steps=_counted(steps), pages=tr("on %n pages", None, len(leftovers))
        )
        deciding.ask_to_discard(self._place.window, text, discard=partial(self._discard, leftovers))

    def _discard(self, leftovers: Sequence[Leftover]) -> None:
        if self._session.journals is not None:
            task = self._place.tasks.create(
                recovery_work.discard(self._session.journals, leftovers)
            )
            task.start()
        if self._dialog is not None:
            self._dialog.accept()

    def _recover(self, leftovers: Sequence[Leftover]) -> None:
        if self._session.journals is not None:
            task = self._place.tasks.create(
                recovery_work.recover(self._session.journals, leftovers)
            )
            task.succeeded.connect(self._take)
            task.failed.connect(self._place.notices.raise_error)
            task.start()

    def _take(self, result: object) -> None:
        """Show what was got back, the work done last first."""
        work = cast("RecoveredWork", result)
        for error in work.errors:
            self._place.notices.raise_error(error)
        if not work.pages:
            return
        is_ours = self._is_open(work)
        if work.file is not None and not self._session.documents:
            self._documents.fill([work.file])
            is_ours = True
        elif not is_ours and self._saving.file is not None:
            self._saving.belong_to(None)
        pages = [self._open(page, is_ours=is_ours) for page in work.pages]
        self._session.show(pages[0])
        self._tell(work)

    def _is_open(self, work: RecoveredWork) -> bool:
        """Tell whether the document that the work belongs to is the one that is open."""
        file = self._saving.file
        return work.file is not None and file is not None and file.path == work.file.path

    def _open(self, page: RecoveredPage, *, is_ours: bool) -> OpenDocument:
        """Show a page as it was, in the place of the one that its document holds."""
        begun = BegunJournal(page.work.journal, page.kept)
        if is_ours and (there := self._counterpart(page)) is not None:
            self._session.take_over(there, begun)
            return there
        stored = StoredPage(page.document, History(), page.kept, model=page.work.state.model)
        opened = self._session.open(page.document, stored=stored)
        self._session.take_journal(opened, begun)
        if not opened.turn:  # else its image is laid as it was turned when it is looked at
            self._session.update(opened, opened.document, pyramid=page.pyramid)
        return opened

    def _counterpart(self, page: RecoveredPage) -> OpenDocument | None:
        """Return the same page as it was saved, unless somebody has gone on with it."""
        for opened in self._session.documents:
            kept, document = opened.kept, opened.document
            is_same = isinstance(kept, Member) and kept == page.kept
            if (
                is_same
                and document.page_number == page.document.page_number
                and not opened.is_modified
            ):
                return opened
        return None

    def _tell(self, work: RecoveredWork) -> None:
        steps = sum(page.work.state.history.unsaved for page in work.pages)
        damaged = [page for page in work.pages if page.work.is_damaged]
        text = tr("%n steps got back.", None, steps)
        advice, level = tr("Save it with Ctrl+S."), NoticeLevel.SUCCESS
        if damaged:
            names = ", ".join(f"“{PurePath(page.document.source).name}”" for page in damaged)
            advice = tr("Some of {names} was damaged: check it, then save it.").format(names=names)
            level = NoticeLevel.WARNING
        self._place.notices.raise_notice(Notice(text, advice, level, topic="recovered"))


def _counted(steps: int) -> str:
    return tr("%n steps", None, steps)


def _entry(leftover: Leftover) -> RecoveryEntry:
    """Return what the dialog shows of a page."""
    when = moment(leftover.changed_at)
    if leftover.identity is None or leftover.problem is not None:
        problem = said(leftover.problem.message) if leftover.problem is not None else ""
        return RecoveryEntry(
            tr("A page that cannot be read"), f"{problem} {when}".strip(), "", True
        )
    identity = leftover.identity
    title = PurePath(identity.source).name
    if identity.page_count > 1:
        title += f" ({identity.page_number + 1})"
    if identity.document:
        title = f"{PurePath(identity.document).name} - {title}"
    told = (
        tr("%n steps not saved", None, leftover.unsaved) if leftover.unsaved else tr("never saved")
    )
    damage = ", " + tr("partly damaged") if leftover.is_damaged else ""
    path = identity.document or identity.source
    return RecoveryEntry(title, f"{told}{damage}, {when}", path, leftover.is_damaged)
