"""Marks letters in the text as they are marked on the page: by colour and by line pattern."""

from PySide6.QtGui import (
    QColor,
    QFont,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from ocrdesk.ui.appearance import Certainty, theme_of
from ocrdesk.ui.views.row_text import RowText

_Line = QTextCharFormat.UnderlineStyle
_UNDERLINES = {
    Certainty.LIKELY: _Line.DotLine,
    Certainty.DOUBTFUL: _Line.WaveUnderline,
    Certainty.UNREADABLE: _Line.DashDotLine,
    Certainty.UNREAD: _Line.DashUnderline,
}


class TextHighlighter(QSyntaxHighlighter):
    """Formats rows without touching the document, so that copies stay plain."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._rows = RowText(None)
        self._formats = _formats(palette)

    def set_rows(self, rows: RowText) -> None:
        """Know the letters; call before the text changes."""
        self._rows = rows

    def wear(self, palette: QPalette) -> None:
        """Follow light and dark."""
        self._formats = _formats(palette)
        self.rehighlight()

    def refresh(self, row: int) -> None:
        """Format one row again."""
        self.rehighlightBlock(self.document().findBlockByNumber(row))

    def highlightBlock(self, text: str) -> None:
        """Format the row that Qt is laying out."""
        del text  # Qt passes over what stands beyond its end
        for column, length, step in self._rows.stretches(self.currentBlock().blockNumber()):
            style = self._formats.get(step)
            if style is not None:
                self.setFormat(column, length, style)


def _formats(palette: QPalette) -> dict[Certainty, QTextCharFormat]:
    theme = theme_of(palette)
    formats = {}
    for step, underline in _UNDERLINES.items():
        style = QTextCharFormat()
        color = QColor(theme.certainty[step])
        style.setForeground(color)
        style.setUnderlineColor(color)
        style.setUnderlineStyle(underline)
        formats[step] = style
    confirmed = QTextCharFormat()
    confirmed.setForeground(QColor(theme.certainty[Certainty.CONFIRMED]))
    confirmed.setFontWeight(QFont.Weight.Bold)
    formats[Certainty.CONFIRMED] = confirmed
    return formats
