"""What happens after an error that nobody foresaw: journals to the disk, then a report."""

from contextlib import suppress

import numpy as np
import PySide6
from PySide6.QtCore import QObject, Qt, Signal, qVersion

from ocrdesk.errors import OcrdeskError
from ocrdesk.services.crash_report import crash_report
from ocrdesk.ui.controllers.workplace import Workplace
from ocrdesk.ui.views.crash_dialog import CrashDialog


class CrashController(QObject):
    """Takes errors from any thread; shows one report at a time, and one of each kind.

    ``report`` may be called while Qt is in the middle of something, so the report is shown later.
    """

    _raised = Signal(str)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._dialog: CrashDialog | None = None
        self._seen: set[str] = set()
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)
        workplace.tasks.broke.connect(self.report)

    @property
    def dialog(self) -> CrashDialog | None:
        """The report that is shown."""
        return self._dialog

    def report(self, error: BaseException) -> None:
        """Bring all journals to the disk, then tell of the error; called in any thread."""
        journals = self._place.session.journals
        if journals is not None:
            with suppress(OcrdeskError, OSError):
                journals.flush()
        versions = {
            "Qt": qVersion() or "",
            "PySide": PySide6.__version__,
            "NumPy": np.__version__,
        }
        self._raised.emit(crash_report(error, versions=versions, private=self._private()))

    def _private(self) -> dict[str, str]:
        """Return the paths of what is open, and what a report calls them instead."""
        sources = [opened.document.source for opened in self._place.session.documents]
        return {source: f"<page {number}>" for number, source in enumerate(sources, 1) if source}

    def _show(self, report: str) -> None:
        if self._dialog is not None:
            self._dialog.count_up()
            return
        # Closed once: an error of every repaint would never let anybody go on.
        if report in self._seen:
            return
        self._seen.add(report)
        self._dialog = CrashDialog(report, self._place.window)
        self._dialog.finished.connect(self._close)
        self._dialog.show()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
