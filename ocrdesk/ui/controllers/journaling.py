"""Keeps the journals of the open pages going, and tells where one cannot be written."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from ocrdesk.services.journal import Journal
from ocrdesk.services.journal_beginning import BegunJournal
from ocrdesk.services.page_list_journal import PageListJournal
from ocrdesk.ui.controllers import page_work
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import said, said_by, tr

RETRY_MS = 5_000
"""How long a journal that could not be written rests before the next attempt."""


class JournalingController(QObject):
    """Writes pages down before their first edit, and lets journals that are behind catch up."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._session = workplace.session
        self._preparing: set[Journal] = set()
        self._told: str = ""  # the problem that a person has seen
        self._is_retrying = False
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._session.document_updated.connect(self._prepare)
        self._session.page_changed.connect(self._look_at)
        self._session.journal_begun.connect(self._tell)

    def close(self) -> None:
        """Give up all journals: what was not saved is not wanted, or the window would have asked.

        One that cannot be removed is offered at the next start.
        """
        self._timer.stop()
        for opened in self._session.documents:
            if opened.past.journal is not None:
                opened.past.journal.close()
        if self._session.journals is not None:
            self._session.journals.pages.remove()
            self._session.journals.close()

    def look(self) -> None:
        """Look whether all journals hold what they were told, and let those behind catch up."""
        behind = self._behind
        if not behind:
            self._went_well()
        elif not self._is_retrying:
            self._tell_problem(behind[0])
            self._is_retrying = True
            task = self._place.tasks.create(page_work.catch_up(behind))
            task.ended.connect(self._retried)
            task.start()

    @property
    def _behind(self) -> Sequence[Journal | PageListJournal]:
        journals = [opened.past.journal for opened in self._session.documents]
        pages = [self._session.journals.pages] if self._session.journals is not None else []
        return [each for each in [*journals, *pages] if each and each.problem is not None]

    def _prepare(self, opened: OpenDocument) -> None:
        """Write down a page that was read or opened."""
        journal = opened.past.journal
        is_due = journal is not None and opened.page is not None and not journal.is_prepared
        if journal is None or not is_due or journal in self._preparing:
            return
        self._preparing.add(journal)
        task = self._place.tasks.create(page_work.prepare([journal]))
        task.ended.connect(lambda _: self._prepared(journal))
        task.start()

    def _prepared(self, journal: Journal) -> None:
        self._preparing.discard(journal)
        if journal.problem is not None:
            self._tell_problem(journal)

    def _look_at(self, opened: OpenDocument) -> None:
        """See that an edit could not be kept as soon as it happens."""
        journal = opened.past.journal
        if journal is not None and journal.problem is not None:
            self._tell_problem(journal)
        elif journal is not None and journal.is_overgrown and journal not in self._preparing:
            self._preparing.add(journal)
            task = self._place.tasks.create(page_work.compact(journal))
            task.ended.connect(lambda _: self._prepared(journal))
            task.start()

    def _retried(self) -> None:
        self._is_retrying = False
        if not self._behind:
            self._went_well()

    def _retry(self) -> None:
        """Try again because a person wants it: if that fails, they want to hear it again."""
        self._told = ""
        self.look()

    def _tell_problem(self, journal: Journal | PageListJournal) -> None:
        """Tell once that work is in memory only."""
        problem = journal.problem
        if problem is None or problem.message == self._told:
            return
        self._told = problem.message
        self._place.notices.raise_notice(
            Notice(
                tr("Your work is kept in memory only: its journal cannot be written."),
                tr("{message} It is tried again by itself; a saved document is safe, too.").format(
                    message=said(problem.message)
                ),
                NoticeLevel.WARNING,
                action=tr("Try Again"),
                on_action=self._retry,
                topic="journal",
            )
        )

    def _went_well(self) -> None:
        if self._told:
            self._told = ""
            self._place.notices.withdraw("journal")
            self._place.notices.raise_notice(
                Notice(
                    tr("Everything you did is kept again."), "", NoticeLevel.SUCCESS, topic="kept"
                )
            )

    def _tell(self, opened: OpenDocument, begun: BegunJournal) -> None:
        """Tell of a history that is lost, and of a journal that cannot be written."""
        if begun.problem is not None:
            text = tr("The steps of “{title}” cannot be undone any more.").format(
                title=opened.title
            )
            self._place.notices.raise_notice(
                Notice(text, said_by(begun.problem), NoticeLevel.WARNING, topic="history")
            )
        if begun.journal.problem is not None:
            self._tell_problem(begun.journal)
