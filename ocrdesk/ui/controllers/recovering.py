"""Offers the work of a killed program back at the start, and opens it again."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import cast

from PySide6.QtCore import QObject

from ocrdesk.formats.document_entries import StoredPage
from ocrdesk.formats.document_members import Member
from ocrdesk.page.history import History
from ocrdesk.services.journal_beginning import BegunJournal
from ocrdesk.services.left_work import LeftWork
from ocrdesk.ui.controllers import deciding, recovery_work
from ocrdesk.ui.controllers.documents import DocumentController
from ocrdesk.ui.controllers.paging import PagingController
from ocrdesk.ui.controllers.rearranging import Rearrangement
from ocrdesk.ui.controllers.recovery_entries import counted, groups_of
from ocrdesk.ui.controllers.recovery_work import RecoveredPage, RecoveredWork
from ocrdesk.ui.controllers.saving import SavingController
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.recovery_dialog import RecoveryDialog


class RecoveringController(QObject):
    """Looks for unsaved work once the window is there, and asks what to do with it.

    A window is one document, so one document comes back at a time, with its file, its pages in
    their order and those that were taken out; the others wait until they are asked for. Images that
    belong to no document come back together.
    """

    def __init__(
        self,
        workplace: Workplace,
        documents: DocumentController,
        saving: SavingController,
        paging: PagingController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._documents = documents
        self._saving = saving
        self._paging = paging
        self._dialog: RecoveryDialog | None = None
        self._waiting: RecoveredWork | None = None  # until what is open gives way
        workplace.actions["recover"].triggered.connect(partial(self.look, is_asked=True))

    def look(self, *, is_asked: bool = False) -> None:
        """Look in a worker for work that was not saved; ``is_asked`` tells where there is none."""
        if self._session.journals is not None:
            task = self._place.tasks.create(recovery_work.find(self._session.journals))
            task.succeeded.connect(partial(self._offer, is_asked=is_asked))
            task.start()

    def _offer(self, result: object, *, is_asked: bool = False) -> None:
        works = cast("Sequence[LeftWork]", result)
        if not works:
            if is_asked:
                told = tr("No unsaved work was left by a program that ended early.")
                self._place.notices.inform(told, topic="recovered")
            return
        self._place.notices.withdraw("left")
        dialog = RecoveryDialog(groups_of(works), self._place.window)
        dialog.recover_requested.connect(lambda index: self._recover(works, index))
        dialog.discard_requested.connect(lambda index: self._ask_to_discard(works[index]))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _ask_to_discard(self, work: LeftWork) -> None:
        pages = tr("on %n pages", None, len(work.leftovers))
        text = tr("Discard {steps} {pages} for good?")
        text = text.format(steps=counted(work.unsaved), pages=pages)
        deciding.ask_to_discard(self._place.window, text, discard=partial(self._discard, work))

    def _discard(self, work: LeftWork) -> None:
        """Remove it, then ask about what else there is."""
        if self._dialog is not None:
            self._dialog.accept()
        if self._session.journals is not None:
            task = self._place.tasks.create(recovery_work.discard(self._session.journals, work))
            task.succeeded.connect(lambda _: self.look())
            task.start()

    def _recover(self, works: Sequence[LeftWork], index: int) -> None:
        """Get work back once what is open has given way, if it belongs to something else."""
        work = works[index]
        start = partial(self._start, work, is_last=len(works) == 1)
        if self._has_room_for(work):
            start()
        else:
            give_way = partial(self._give_way, start)
            self._saving.ask_before_losing(self._session.documents, give_way)

    def _has_room_for(self, work: LeftWork) -> bool:
        """Tell whether nothing is open but what the work belongs to."""
        file = self._saving.file
        path = "" if file is None else str(file.path)
        return not self._session.documents or path == work.document

    def _give_way(self, then: Callable[[], None]) -> None:
        """Close what is open, which somebody has saved or does not want, and go on."""
        self._paging.forget()
        self._saving.belong_to(None)
        self._session.close_all(self._session.documents)
        then()

    def _start(self, work: LeftWork, *, is_last: bool) -> None:
        if self._session.journals is not None:
            task = self._place.tasks.create(recovery_work.recover(self._session.journals, work))
            task.succeeded.connect(partial(self._take, work, is_last=is_last))
            task.failed.connect(self._place.notices.raise_error)
            task.start()

    def _take(self, left: LeftWork, result: object, *, is_last: bool) -> None:
        """Show what was got back; what somebody opened meanwhile has to give way before.

        As long as they do not want that, a notice offers what waits.
        """
        work = self._waiting = cast("RecoveredWork", result)
        show = partial(self._show, work, is_last=is_last)
        if self._has_room_for(left):
            show()
            return
        self._tell_waiting(partial(self._take, left, work, is_last=is_last))
        self._saving.ask_before_losing(self._session.documents, partial(self._give_way, show))

    def _show(self, work: RecoveredWork, *, is_last: bool) -> None:
        """Show what was got back, the work done last first, and only once."""
        if self._waiting is not work:
            return
        self._waiting = None
        self._place.notices.withdraw("left")
        for error in work.errors:
            self._place.notices.raise_error(error)
        is_ours = self._is_open(work)
        if work.file is not None and not self._session.documents:
            self._documents.fill([work.file])
            is_ours = True
        elif not is_ours and self._saving.file is not None:
            self._saving.belong_to(None)
        before = () if is_ours else tuple(self._session.documents)
        opened = [self._open(page, is_ours=is_ours) for page in work.pages]
        self._arrange(work, opened, before)
        shown = next((o for o in opened if o in self._session.documents), None)
        if shown is not None or self._session.documents:
            self._session.show(shown or self._session.documents[0])
        self._tell(work, is_last=is_last, is_outdated=self._expect_what_was_there(work))

    def _expect_what_was_there(self, work: RecoveredWork) -> bool:
        """Tell whether the document was saved since by others; then saving must not replace it."""
        file = self._saving.file
        for page in work.pages:
            identity = page.work.state.identity
            stamp = None if identity.is_aside or not identity.document else identity.stamp
            if file is not None and stamp is not None and stamp != file.stamp:
                self._saving.expect(stamp)
                return True
        return False

    def _arrange(
        self,
        work: RecoveredWork,
        opened: Sequence[OpenDocument],
        before: tuple[OpenDocument, ...],
    ) -> None:
        """Bring all pages into the order that they had."""
        if work.listed is not None:
            numbers = (page.number for page in work.pages)
            known = {n: o for n, o in zip(numbers, opened, strict=True) if n is not None}
            arrangement = Rearrangement(work.listed, known, self._session, before=before)
            arrangement.bring_about(self._paging, self._documents.reading)
        self._paging.changed.emit()  # ours has to say the same before that list goes
        if work.list_path is not None and self._session.journals is not None:
            self._session.journals.drop_list(work.list_path)

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
        state = page.work.state
        reader = state.history.reader or state.model
        stored = StoredPage(page.document, History(), page.kept, model=reader)
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

    def _tell(self, work: RecoveredWork, *, is_last: bool, is_outdated: bool) -> None:
        steps = sum(page.work.state.history.unsaved for page in work.pages)
        damaged = [page for page in work.pages if page.work.is_damaged]
        text = tr("%n steps got back.", None, steps) if steps else tr("The pages are back.")
        advice, level = tr("Save it with {keys}."), NoticeLevel.SUCCESS
        advice = advice.format(keys=self._place.actions.keys_of("save"))
        if damaged:
            names = ", ".join(f"“{PurePath(page.document.source).name}”" for page in damaged)
            advice = tr("Some of {names} was damaged: check it, then save it.").format(names=names)
            level = NoticeLevel.WARNING
        if is_outdated and work.file is not None:
            told = tr("“{name}” was saved by another window or program since; saving asks first.")
            advice = told.format(name=work.file.path.name) + " " + advice
            level = NoticeLevel.WARNING
        self._place.notices.raise_notice(Notice(text, advice, level, topic="recovered"))
        if not is_last:
            self._tell_waiting(self.look)

    def _tell_waiting(self, recover: Callable[[], None]) -> None:
        self._place.notices.raise_notice(
            Notice(
                tr("Unsaved work on another document is waiting."),
                tr("It stays until you recover or discard it."),
                NoticeLevel.INFO,
                action=tr("Recover…"),
                on_action=recover,
                topic="left",
            )
        )
