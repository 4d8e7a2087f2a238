"""Tells of an error that nobody foresaw, with a report to copy; the window goes on behind it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_S
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.copy_dialog import CopyDialog

_SIZE = QSize(640, 460)


class CrashDialog(CopyDialog):
    """Shows the report of an error; one that comes again only counts up."""

    def __init__(self, report: str, parent: QWidget) -> None:
        super().__init__(
            tr("Something Went Wrong"), parent, copy=tr("&Copy Report"), close=tr("&Go On")
        )
        self._report = report
        self._count = 1
        heading = QLabel(tr("Something went wrong in ocrdesk"))
        dress(heading, size="heading")
        self._told = QLabel()
        self._told.setWordWrap(True)
        dress(self._told, tone="muted")
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.document().setDocumentMargin(SPACE_S)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(tr("Report"))
        self.lay_out((heading, self._told, text), _SIZE)
        self._tell()

    @property
    def text(self) -> str:
        """The report as it would be copied."""
        return f"{self._times}\n{self._report}" if self._times else self._report

    @property
    def _times(self) -> str:
        """How often it happened, "" for once."""
        told = tr("It happened {count} times.").format(count=self._count)
        return told if self._count > 1 else ""

    def count_up(self) -> None:
        """Tell that an error came again, or another with it."""
        self._count += 1
        self._tell()

    def _tell(self) -> None:
        times = f" {self._times}" if self._times else ""
        self._told.setText(
            tr(
                "Your work is safe in its journals, and you can go on.{times} The report below "
                "tells the makers what happened; it holds nothing of your pages and is sent "
                "nowhere."
            ).format(times=times)
        )
