"""Letters cut from their pages, side by side in rows; thousands of them scroll as one picture."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ocrdesk.page.elements import Glyph
from ocrdesk.services.review_pages import LetterPlace
from ocrdesk.ui.appearance import dress
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.certainty import spoken
from ocrdesk.ui.views.keyboard import typed_character
from ocrdesk.ui.views.letter_tiles import CELL, LetterTiles

_Index = QModelIndex | QPersistentModelIndex


class LetterCell(NamedTuple):
    """A letter to be shown, and the name of its page."""

    place: LetterPlace
    glyph: Glyph
    page: str


Pictures = Callable[[LetterCell, int], QImage | None]
"""Returns the picture of a letter, as large as a square of so many device pixels."""


class LetterModel(QAbstractListModel):
    """The letters as rows, with words for a screen reader."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells: tuple[LetterCell, ...] = ()

    def set_cells(self, cells: Sequence[LetterCell]) -> bool:
        """Show other letters; tell whether they are others than before, or in another order.

        Letters that only changed what is known of them keep their place and their selection.
        """
        before, now = self.cells, tuple(cells)
        if [cell.place for cell in before] == [cell.place for cell in now]:
            self.cells = now
            if before != now:
                self.dataChanged.emit(self.index(0), self.index(len(before) - 1))
            return False
        self.beginResetModel()
        self.cells = now
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of letters."""
        return 0 if parent is not None and parent.isValid() else len(self.cells)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the character, the cell, or how to say it."""
        if not 0 <= index.row() < len(self.cells):
            return None
        cell = self.cells[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.glyph.character
        if role == Qt.ItemDataRole.UserRole:
            return cell
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{spoken(cell.glyph)}, {cell.page}"
        return None


class LetterGrid(QListView):
    """A grid to choose letters from by mouse and keys.

    Where it ``keeps`` letters, all are chosen to begin with and a click leaves one out, which is
    then crossed out; else a click chooses one, with Ctrl and Shift several. Enter and characters
    are left to whoever holds the grid. ``letter_opened`` carries the place of a letter that was
    double-clicked; ``chosen_changed`` tells that others are chosen.
    """

    letter_opened = Signal(object)
    chosen_changed = Signal()

    def __init__(self, *, keeps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeps = keeps
        self._letters = LetterModel(self)
        self._tiles = LetterTiles(self, keeps=keeps)
        self.setModel(self._letters)
        self.setItemDelegate(self._tiles)
        self.setFrameShape(QFrame.Shape.NoFrame)
        dress(self, room="tiles")
        # Not icon mode: it keeps a tree of all places, and asks for every size when it is resized.
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        modes = QListView.SelectionMode
        self.setSelectionMode(modes.MultiSelection if keeps else modes.ExtendedSelection)
        self.setSelectionRectVisible(not keeps)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Letters"))
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)

    @property
    def cells(self) -> tuple[LetterCell, ...]:
        """All letters shown."""
        return self._letters.cells

    @property
    def chosen(self) -> tuple[LetterCell, ...]:
        """The letters chosen, in the order shown."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self._letters.cells[row] for row in rows if row < len(self._letters.cells))

    @property
    def chosen_count(self) -> int:
        """How many letters are chosen; told from ranges, where thousands may be."""
        # A list of ranges to Python; the stubs of PySide 6.11 do not say so.
        ranges = cast("Sequence[QItemSelectionRange]", self.selectionModel().selection())
        return sum(one.height() for one in ranges)

    def set_pictures(self, pictures: Pictures) -> None:
        """Let pictures come from there."""
        self._tiles.set_pictures(pictures)

    def set_cells(self, cells: Sequence[LetterCell], *, is_same: bool = False) -> None:
        """Show other letters, from the top; or what is left of the same, where they were.

        Of the same ones those stay chosen that were, and none is added to them; where all are
        chosen to begin with, those stay left out that were.
        """
        chosen = {cell.place for cell in self.chosen} if is_same else set()
        if is_same and self._keeps:
            left_out = {cell.place for cell in self.cells} - chosen
            chosen = {cell.place for cell in cells} - left_out
        top = self.verticalScrollBar().value()
        if not self._letters.set_cells(cells) or not cells:
            return
        if is_same:
            self._choose(chosen)
            self.doItemsLayout()
            self.verticalScrollBar().setValue(top)
        elif self._keeps:
            self.selectAll()
        flags = QItemSelectionModel.SelectionFlag.NoUpdate
        if not is_same:
            self.selectionModel().setCurrentIndex(self._letters.index(0), flags)

    def _choose(self, places: Collection[LetterPlace]) -> None:
        selection = QItemSelection()
        for row, cell in enumerate(self._letters.cells):
            if cell.place in places:
                index = self._letters.index(row)
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flags)

    def forget_pictures(self) -> None:
        """Ask for all pictures anew: images came or went."""
        self._tiles.forget()
        self.viewport().update()

    def selectionCommand(
        self, index: _Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave no letter out that is alone: nothing would be left to answer about."""
        if self._keeps and len(self._letters.cells) == 1:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def minimumSizeHint(self) -> QSize:
        """Return the room for one letter."""
        return CELL

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and characters to whoever holds the grid; Qt would search for them."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or typed_character(event.text(), event.modifiers()):
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the letters in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.forget_pictures()

    def _open(self, index: QModelIndex) -> None:
        cell = index.data(Qt.ItemDataRole.UserRole)
        if cell is not None:
            self.letter_opened.emit(cell.place)

    def _tell(self) -> None:
        self.chosen_changed.emit()
