"""Tells of an error that nobody foresaw, with a report to copy; the window goes on behind it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_M, SPACE_XL
from ocrdesk.ui.translation import tr

_SIZE = QSize(640, 460)


class CrashDialog(QDialog):
    """Shows the report of an error; one that comes again only counts up."""

    def __init__(self, report: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self._report = report
        self._count = 1
        heading = QLabel(tr("Something went wrong in ocrdesk"))
        dress(heading, size="heading")
        self._told = QLabel()
        self._told.setWordWrap(True)
        dress(self._told, tone="muted")
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(tr("Report"))
        buttons = QDialogButtonBox()
        self._copy = buttons.addButton(tr("&Copy Report"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(tr("&Go On"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self._copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        for part in (heading, self._told, text, buttons):
            column.addWidget(part)
        room = parent.window().size() - QSize(40, 40)
        self.resize(_SIZE.boundedTo(room))
        self._tell()

    @property
    def report(self) -> str:
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

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
        self._copy.setText(tr("Copied"))

    def _tell(self) -> None:
        times = f" {self._times}" if self._times else ""
        self._told.setText(
            tr(
                "Your work is safe in its journals, and you can go on.{times} The report below "
                "tells the makers what happened; it holds nothing of your pages and is sent "
                "nowhere."
            ).format(times=times)
        )
