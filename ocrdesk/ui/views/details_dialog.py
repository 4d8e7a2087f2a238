"""Lists what one notice has no room for: each problem, and what to do about it."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from ocrdesk.ui.appearance import dress, theme_of
from ocrdesk.ui.appearance.metrics import SPACE_S
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.copy_dialog import CopyDialog

_SIZE = QSize(620, 420)


class DetailsDialog(CopyDialog):
    """Shows problems one below the other; what helps against several in a row stands once.

    ``problems`` are pairs of what is wrong and what to do about it.
    """

    def __init__(self, summary: str, problems: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(tr("Details"), parent, copy=tr("&Copy"), close=tr("Close"))
        self._groups = [
            (advice, [text for text, _ in group])
            for advice, group in groupby(problems, lambda problem: problem[1])
        ]
        heading = QLabel(summary)
        heading.setWordWrap(True)
        dress(heading, size="heading")
        self._list = QTextEdit()
        self._list.setReadOnly(True)
        self._list.document().setDocumentMargin(SPACE_S)
        self._list.setAccessibleName(summary)
        self.lay_out((heading, self._list), _SIZE)
        self._write()

    @property
    def text(self) -> str:
        """All of it as it would be copied."""
        return self._list.toPlainText()

    def _write(self) -> None:
        self._list.clear()
        cursor = self._list.textCursor()
        strong, muted = QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        muted.setForeground(QColor(theme_of(self.palette()).muted))
        for place, (advice, texts) in enumerate(self._groups):
            lines = [(text, strong) for text in texts]
            lines += [(advice, muted)] if advice else []
            for number, (line, look) in enumerate(lines):
                before = "\n\n" if number == 0 else "\n"
                cursor.insertText(before if place or number else "", look)
                cursor.insertText(line, look)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self._list.setTextCursor(cursor)

    def changeEvent(self, event: QEvent) -> None:
        """Write in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()
