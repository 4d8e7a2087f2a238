"""A text with row numbers that match those on the page."""

import unicodedata
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ocrdesk.page.stretches import differing_stretch, neighbouring
from ocrdesk.page.typed_text import parted_by_use
from ocrdesk.ui.appearance import dress, theme_of
from ocrdesk.ui.appearance.metrics import SPACE_S, SPACE_XS
from ocrdesk.ui.appearance.theme import ROW_BANDS, mixed
from ocrdesk.ui.views.keyboard import typed_character
from ocrdesk.ui.views.text_zeros import Marked, strike_block

_BAND_WIDTH = 3.0

_Selection = QTextEdit.ExtraSelection
Span = tuple[int, int, int]
"""Row, column and number of columns of a stretch of text."""


class RowEditor(QPlainTextEdit):
    """Plain text, one line for each row, for a person to edit.

    ``typed`` tells that a person changed the text, by whatever means; ``left`` that the keyboard
    went elsewhere. What is put in goes through ``fold`` first. ``left_out`` has the characters of
    what was pasted or dropped that cannot be letters, and tells whether there was anything else.
    Undo and redo are the page's.
    """

    typed = Signal()
    left = Signal()
    left_out = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.fold: Callable[[str], str] = str
        self._known = ""
        self.textChanged.connect(self._notice_typing)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(SPACE_S)
        self._gutter = _Gutter(self)
        self._marked: tuple[tuple[int, int] | None, int, Sequence[Span]] = (None, 1, ())
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_gutter)
        self.set_monospaced(is_monospaced=True)

    def set_monospaced(self, *, is_monospaced: bool) -> None:
        """Show letters of one width, or the font of the window."""
        dress(self, face="fixed" if is_monospaced else "plain")
        self._make_room()

    def mark(
        self, place: tuple[int, int] | None, *, length: int = 1, others: Sequence[Span] = ()
    ) -> None:
        """Highlight ``length`` columns from (row, column) on, and the row lightly.

        ``others`` are (row, column, length) of what is marked less strongly.
        """
        self._marked = (place, length, others)
        selections = []
        if place is not None:
            theme = theme_of(self.palette())
            row = QTextEdit.ExtraSelection()
            row.cursor = self.cursor_at(*place)
            row.format.setBackground(mixed(theme.base, theme.accent, 0.08))
            row.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            ground = mixed(theme.base, theme.accent, 0.32)
            selections = [row, *(self._other(*span, ground) for span in others)]
            letter = self._span(*place, length)
            letter.format.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
            letter.format.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
            selections.append(letter)
        self.setExtraSelections(selections)

    def _other(self, row: int, column: int, length: int, ground: QColor) -> _Selection:
        span = self._span(row, column, length)
        span.format.setBackground(ground)
        return span

    def _span(self, row: int, column: int, length: int) -> QTextEdit.ExtraSelection:
        span = QTextEdit.ExtraSelection()
        span.cursor = self.cursor_at(row, column)
        span.cursor.movePosition(
            QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, length
        )
        return span

    def cursor_at(self, row: int, column: int) -> QTextCursor:
        """Return a cursor before the column of the row."""
        block = self.document().findBlockByNumber(row)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(column, max(block.length() - 1, 0)))
        return cursor

    def set_text(self, text: str) -> None:
        """Show another text; that is not typing."""
        self._known = text
        self.setPlainText(text)

    @property
    def is_changing(self) -> bool:
        """Tell whether the text is another than was last told."""
        return self.toPlainText() != self._known

    @property
    def blocks(self) -> list[str]:
        """The rows as they stand here."""
        return self.toPlainText().split("\n")

    def show_rows(self, texts: Sequence[str]) -> None:
        """Show other rows; those that are the same stay, as do caret and scroll position."""
        shown, texts = self.blocks, list(texts) or [""]
        stretches = [differing_stretch(shown, texts, least=1)]
        if len(shown) == len(texts):
            pairs = enumerate(zip(shown, texts, strict=True))
            stretches = neighbouring([row for row, (old, new) in pairs if old != new])
        for start, end, new_end in stretches:
            if shown[start:end] != texts[start:new_end]:
                shown[start:end] = texts[start:new_end]
                self._known = "\n".join(shown)  # what is not typed is not told
                self._replace(start, end, texts[start:new_end])

    def _replace(self, start: int, end: int, texts: Sequence[str]) -> None:
        """Put other rows in the place of those from ``start`` to before ``end``."""
        caret = self.textCursor()
        place = caret.blockNumber(), caret.positionInBlock()
        scroll = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document().findBlockByNumber(start))
        last = self.document().findBlockByNumber(end - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(texts))
        if start <= place[0] < end:
            self.setTextCursor(self.cursor_at(*place))
        self.verticalScrollBar().setValue(scroll)

    def gutter_width(self) -> int:
        """Return the width that the row numbers take."""
        digits = len(str(max(self.blockCount(), 10)))
        metrics = self._gutter.fontMetrics()
        return metrics.horizontalAdvance("0" * digits) + 2 * SPACE_S + SPACE_XS

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Draw the numbers of the rows in sight, each with the colour of its band."""
        theme = theme_of(self.palette())
        painter = QPainter(self._gutter)
        painter.fillRect(event.rect(), mixed(theme.base, theme.window, 0.6))
        current = self.textCursor().blockNumber()
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > event.rect().bottom():
                break
            if self.document().characterCount() > 1:
                self._draw_number(painter, block.blockNumber(), area, is_current=current)
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Strike the zeros in sight through, too."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        chosen = self.palette().color(QPalette.ColorRole.HighlightedText)
        place, length, _ = self._marked
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > event.rect().bottom():
                break
            is_marked = place is not None and place[0] == block.blockNumber()
            columns = range(place[1], place[1] + length) if place and is_marked else range(0)
            strike_block(painter, block, area.topLeft(), Marked(columns, chosen))
            block = block.next()

    def _draw_number(self, painter: QPainter, row: int, area: QRectF, *, is_current: int) -> None:
        theme = theme_of(self.palette())
        band = QColor(ROW_BANDS[row % len(ROW_BANDS)])
        width = float(self._gutter.width())
        painter.fillRect(
            QRectF(0.0, area.top() + 2.0, _BAND_WIDTH, self.fontMetrics().height() + 0.0), band
        )
        painter.setPen(QColor(theme.text if row == is_current else theme.muted))
        painter.drawText(
            QRectF(0.0, area.top(), width - SPACE_S, self.fontMetrics().height() + 4.0),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            str(row + 1),
        )

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)

    def _scroll_gutter(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())

    def _notice_typing(self) -> None:
        """Tell of a text that a person changed; highlighting alone is none."""
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            self.typed.emit()

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is not the text's: the history, and pictures to paste."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            is_picture = event.matches(keys.Paste) and not self.canPaste()
            if is_picture or event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put in what is typed as the reader of this page writes it."""
        character = typed_character(event.text(), event.modifiers())
        if character and self.fold(character) != character:
            self.textCursor().insertText(self.fold(character))
            self.ensureCursorVisible()
            event.accept()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Put in what an input method composed, composed (NFC) and as the reader writes it."""
        text = self.fold(unicodedata.normalize("NFC", event.commitString()))
        if text != event.commitString():
            start, length = event.replacementStart(), event.replacementLength()
            event = QInputMethodEvent(event.preeditString(), event.attributes())
            event.setCommitString(text, start, length)
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, also where its picture comes along; files and pictures are the window's."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what is pasted or dropped, in one go, but for what cannot be a letter."""
        if not self.canInsertFromMimeData(source):
            return
        text, strange = parted_by_use(self.fold(source.text()))
        if text or not strange:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()
        if strange:
            self.left_out.emit(strange, bool(text))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing has ended."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the text."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._gutter.setGeometry(area.left(), area.top(), self.gutter_width(), area.height())

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            place, length, others = self._marked
            self.mark(place, length=length, others=others)


class _Gutter(QWidget):
    def __init__(self, editor: RowEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_gutter(event)
