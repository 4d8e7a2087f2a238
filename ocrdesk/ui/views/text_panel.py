"""The text of the page, in step with its letters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from ocrdesk.page.elements import UNREADABLE, Page
from ocrdesk.page.typed_text import tidied
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_M, SPACE_S, SPACE_XS
from ocrdesk.ui.translation import later, tr
from ocrdesk.ui.views.elided_label import ElidedLabel
from ocrdesk.ui.views.placeholder import Placeholder
from ocrdesk.ui.views.row_editor import RowEditor
from ocrdesk.ui.views.row_text import RowText
from ocrdesk.ui.views.text_highlighter import TextHighlighter
from ocrdesk.ui.views.tool_button import tool_button

_LEGEND = later("Dotted: likely. Wavy: doubtful. {sign}: unreadable. Bold: confirmed by you.")


class TextPanel(QWidget):
    """Shows the rows as lines of text; the caret selects the letter it stands before.

    ``text_edited`` carries the text that a person made of it, and where the caret stands in that.
    While a person types the text stays as it is here, with spaces and empty rows that the page does
    not have; ``typing_ended`` tells that the caret or the keyboard went elsewhere, ``left_out``
    which characters that were pasted cannot be letters, and whether others were.
    """

    glyph_selected = Signal(int)
    text_edited = Signal(str, int)
    typing_ended = Signal()
    left_out = Signal(str, bool)
    monospaced_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._rows = RowText(None)
        self._selected: int | None = None
        self._others: frozenset[int] = frozenset()
        self._is_updating = False
        self._editor = RowEditor()
        self._editor.setAccessibleName(tr("Text of the page"))
        legend = tr(_LEGEND).format(sign=UNREADABLE)
        self._editor.setAccessibleDescription(legend)
        self._highlighter = TextHighlighter(self._editor.document(), self.palette())
        self._editor.cursorPositionChanged.connect(self._caret_moved)
        self._editor.typed.connect(self._take_typing)
        self._editor.left.connect(self._end_typing)
        self._editor.left_out.connect(self.left_out)
        self._is_typing = False
        self._typed_at = 0
        self._counts = ElidedLabel()
        self._counts.setToolTip(legend)
        dress(self._counts, size="caption", tone="muted")
        self._monospaced = _tool("monospace", tr("Letters of one width"), is_checkable=True)
        self._monospaced.setChecked(True)
        self._monospaced.toggled.connect(self._switch_face)
        self._copy = _tool("copy", tr("Copy the whole text"))
        self._copy.clicked.connect(self._copy_all)
        self._nothing = Placeholder(
            "text",
            tr("No text yet"),
            tr("It appears here, row by row, when the page has been read."),
        )
        self._blank = Placeholder(
            "search",
            tr("No letters found"),
            tr("Drag a frame around a letter on the page to add it."),
        )
        self.setAccessibleName(tr("Text"))
        self._lay_out()
        self.set_page(None)

    def set_page(self, page: Page | None) -> None:
        """Show the text of a page; one that is shown already, of which an image came, stays."""
        self._selected = None
        if page is not None and page is self._page and not self._is_typing:
            self._editor.mark(None)
            return
        self._page = page
        self._rows = RowText(page)
        self._is_typing = False
        self._is_updating = True
        self._highlighter.set_rows(self._rows)
        self._editor.set_text(page.text if page is not None else "")
        self._editor.mark(None)
        self._is_updating = False
        self._tell_counts()

    def update_page(self, page: Page, changed_ids: frozenset[int]) -> None:
        """Show an edited page, keeping the caret and the scroll position."""
        del changed_ids  # the rows themselves tell: a frozen line that is the same did not change
        selected, others = self._selected, self._others
        is_same_text = tidied(self._editor.toPlainText()) == page.text
        self._is_updating = True
        if self._page is None:
            self.set_page(page)
        elif self._is_typing and is_same_text:
            self._take_rows(page, blocks=self._editor.blocks)
        elif not self._is_typing and len(self._rows.lines) == len(page.lines):
            self._take_rows(page)
        else:
            self._replace_text(page)
        self._is_updating = False
        self._tell_counts()
        kept = frozenset(each for each in others if each in page)
        self.select(selected if selected in page else None, others=kept)

    @property
    def has_keyboard(self) -> bool:
        """Tell whether a person types here, or would with the next key."""
        return self._is_typing or self._editor.hasFocus()

    def set_waiting(self, *, is_waiting: bool) -> None:
        """Take no typing while the text has still to follow an edit, which it would undo."""
        self._editor.setReadOnly(is_waiting)

    def judge_anew(self) -> None:
        """Mark the letters by where doubt begins now; the text stays as it is."""
        if self._page is not None:
            self._is_updating = True
            self._rows = RowText(self._page, blocks=self._editor.blocks)
            self._highlighter.set_rows(self._rows)
            self._highlighter.rehighlight()
            self._is_updating = False
            self._tell_counts()

    def _take_rows(self, page: Page, *, blocks: Sequence[str] | None = None) -> None:
        """Know the letters of a page, and show its rows unless a person types: then as ``blocks``.

        Only rows that are others are drawn again: those of a full page take 30 ms.
        """
        old = self._rows
        known = set(map(id, old.rows))
        self._page, self._rows = page, RowText(page, old, blocks=blocks)
        self._highlighter.set_rows(self._rows)
        if blocks is None:
            self._editor.show_rows([row.text for row in self._rows.rows])
        for number, row in enumerate(self._rows.rows):
            if id(row) not in known:
                self._highlighter.refresh(number)

    def _replace_text(self, page: Page) -> None:
        """Show the text of a page whose rows came or went; caret and scroll position stay."""
        scroll = self._editor.verticalScrollBar().value()
        before = self._letters_before_caret()
        self._take_rows(page)
        place = 0
        for row, line in enumerate(self._rows.rows):
            for column, glyph in enumerate(line.cells):
                if glyph is not None and line.columns[glyph.id] == column:
                    if place == before:
                        self._editor.setTextCursor(self._editor.cursor_at(row, column))
                    place += 1
        if place <= before:
            self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.verticalScrollBar().setValue(scroll)

    def _letters_before_caret(self) -> int:
        caret = self._editor.textCursor()
        text = self._editor.toPlainText()[: caret.position()]
        return sum(not character.isspace() for character in text)

    def select(self, glyph_id: int | None, *, others: frozenset[int] = frozenset()) -> None:
        """Highlight a letter and bring it into sight, and ``others`` lightly; emits nothing."""
        place = None if glyph_id is None else self._rows.place(glyph_id)
        self._selected, self._others = (glyph_id, others) if place is not None else (None, others)
        self._is_updating = True
        if place is None or glyph_id is None or self._page is None:
            self._editor.mark(None)
        else:
            character = self._page.glyph(glyph_id).character
            spans = self._rows.spans(others) if len(others) > 1 else ()
            self._editor.mark(place, length=len(character), others=spans)
            if not self._is_typing and self._glyph_at_caret() != glyph_id:
                self._editor.setTextCursor(self._editor.cursor_at(*place))
            self._editor.ensureCursorVisible()
        self._is_updating = False

    def set_fold(self, fold: Callable[[str], str]) -> None:
        """Put in what is typed as the reader writes it: capitals for one that knows no others."""
        self._editor.fold = fold

    def set_monospaced(self, *, is_monospaced: bool) -> None:
        """Show letters of one width, or the font of the window."""
        self._monospaced.setChecked(is_monospaced)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar over the text; it can be seen whatever the panel shows."""
        self._column.insertWidget(0, bar)

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_S)
        self._stack = QStackedLayout()
        self._column.addLayout(self._stack, 1)
        for widget in (self._nothing, self._blank, self._content):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_S)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE_XS)
        column.addLayout(bar)
        bar.addWidget(self._counts, 1)
        bar.addWidget(self._monospaced)
        bar.addWidget(self._copy)
        column.addWidget(self._editor, 1)

    def _glyph_at_caret(self) -> int | None:
        caret = self._editor.textCursor()
        glyph = self._rows.glyph_at(caret.blockNumber(), caret.positionInBlock())
        return None if glyph is None else glyph.id

    def _caret_moved(self) -> None:
        is_typed = self._is_typing and self._editor.textCursor().position() == self._typed_at
        if self._is_updating or is_typed or self._editor.is_changing:
            return
        self._end_typing()
        self._select_at_caret()

    def _select_at_caret(self) -> None:
        glyph_id = self._glyph_at_caret()
        if glyph_id is None or glyph_id == self._selected:
            return
        self.select(glyph_id)
        self.glyph_selected.emit(glyph_id)

    def _take_typing(self) -> None:
        """Hand over what a person made of the text; then light up the letter at the caret."""
        if self._is_updating or self._page is None:
            return
        self._is_typing = True
        self._typed_at = self._editor.textCursor().position()
        self.text_edited.emit(self._editor.toPlainText(), self._typed_at)
        if self._is_typing and tidied(self._editor.toPlainText()) != self._page.text:
            self._is_updating = True
            self._replace_text(self._page)  # the page could not follow
            self._is_updating = False
        self._select_at_caret()

    def _end_typing(self) -> None:
        """Show the text as the page has it."""
        if not self._is_typing:
            return
        self._is_typing = False
        self._tell_counts()
        if self._page is not None and self._editor.toPlainText() != self._page.text:
            selected, others = self._selected, self._others
            self._replace_text(self._page)
            self._is_updating = False
            self.select(selected, others=others)
        self.typing_ended.emit()

    def _tell_counts(self) -> None:
        glyphs = self._page.glyphs if self._page is not None else ()
        if self._page is None:
            self._stack.setCurrentWidget(self._nothing)
        else:
            has_text = glyphs or self._is_typing  # all of it may be deleted to be typed anew
            self._stack.setCurrentWidget(self._content if has_text else self._blank)
        open_count = self._rows.to_check
        rows = len(self._rows.lines)
        letters = tr("%n letters", None, len(glyphs))
        to_check = tr("%n to check", None, open_count) if open_count else ""
        parts = [f"{letters} " + tr("in %n rows", None, rows), to_check]
        shorter = [", ".join(filter(None, (letters, to_check))), to_check or letters]
        self._counts.tell(", ".join(filter(None, parts)), *shorter)

    def _switch_face(self, is_monospaced: bool) -> None:  # noqa: FBT001  (a slot of toggled)
        self._editor.set_monospaced(is_monospaced=is_monospaced)
        self.monospaced_changed.emit(is_monospaced)

    def _copy_all(self) -> None:
        if self._page is not None:
            QGuiApplication.clipboard().setText(self._page.text)

    def changeEvent(self, event: QEvent) -> None:
        """Mark letters in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.wear(self.palette())


def _tool(icon_name: str, text: str, *, is_checkable: bool = False) -> QToolButton:
    button = tool_button(icon_name, text)
    button.setCheckable(is_checkable)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
