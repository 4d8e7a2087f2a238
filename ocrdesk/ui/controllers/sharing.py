"""Tells which files other windows have open, too."""

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import TypeVar

from PySide6.QtCore import QObject

from ocrdesk.formats.document_members import Member
from ocrdesk.services.journal_beginning import BegunJournal
from ocrdesk.services.journal_store import OtherWindow
from ocrdesk.ui.controllers.moments import moment
from ocrdesk.ui.controllers.pausing import pause_before
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.notices import Notice, NoticeLevel
from ocrdesk.ui.session import OpenDocument
from ocrdesk.ui.translation import tr

_Counted = TypeVar("_Counted")


class SharingController(QObject):
    """Names a file and its windows once, whatever number of its pages come, one by one.

    Files and windows are counted as pages come and go: to go over all pages for each of them took
    5 s for a thousand images.
    """

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = workplace.notices
        self._pages: dict[OpenDocument, tuple[str, tuple[OtherWindow, ...]]] = {}
        self._files = Counter[str]()
        self._windows = Counter[OtherWindow]()
        self._told: object = None
        self._later = pause_before(self._tell, self)
        workplace.session.journal_begun.connect(self._take)
        workplace.session.document_closed.connect(self._forget)

    def _take(self, opened: OpenDocument, begun: BegunJournal) -> None:
        """Count a page that other windows have open."""
        if not begun.others:
            return
        self._leave_out(opened)
        name = _file_name(opened)
        self._pages[opened] = name, begun.others
        self._files[name] += 1
        self._windows.update(begun.others)
        self._later.start()

    def _forget(self, opened: OpenDocument) -> None:
        """Tell nothing of a page that is no longer here."""
        if self._leave_out(opened):
            self._told = None
            if not self._pages:
                self._later.stop()
                self._notices.withdraw("others")

    def _leave_out(self, opened: OpenDocument) -> bool:
        """Count a page no more; tell whether it was counted."""
        name, windows = self._pages.pop(opened, ("", ()))
        _take_off(self._files, [name] if name else [])
        _take_off(self._windows, windows)
        return bool(name)

    def _tell(self) -> None:
        """Tell of the files, unless nothing is new."""
        news = len(self._files), tuple(self._windows)
        if not self._files or self._told == news:
            return
        self._told = news
        text = tr("“{title}” is open in another window, too: {where}.")
        if len(self._files) > 1:
            text = tr(
                "“{title}” and %n other files are open in another window, too: {where}.",
                None,
                len(self._files) - 1,
            )
        where = (" " + tr("and") + " ").join(map(_described, self._windows))
        self._notices.raise_notice(
            Notice(
                text.format(title=next(iter(self._files)), where=where),
                tr("What is done there is not seen here. Saving asks before it would replace it."),
                NoticeLevel.WARNING,
                topic="others",
            )
        )


def _take_off(counts: Counter[_Counted], gone: Iterable[_Counted]) -> None:
    """Count some less; what is counted no more is not in the counts."""
    for each in gone:
        counts[each] -= 1
        if counts[each] <= 0:
            del counts[each]


def _file_name(opened: OpenDocument) -> str:
    """Return the name of the file that a page is of: its document, or its image."""
    kept, source = opened.kept, opened.document.source
    path = kept.document if isinstance(kept, Member) else PurePath(source)
    return path.name or source


def _described(window: OtherWindow) -> str:
    """Return what tells a window from others: since when it is open, and its process."""
    if not window.since:
        return tr("one that runs on this computer")
    return tr("the one opened {moment} (process {process})").format(
        moment=moment(window.since), process=window.process
    )
