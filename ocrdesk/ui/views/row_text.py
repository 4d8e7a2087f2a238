"""Where each letter of a page stands in its text: rows and columns as Qt counts them."""

from collections.abc import Sequence

from ocrdesk.page.elements import Glyph, Line, Page


def cells_of(line: Line) -> list[Glyph | None]:
    """Return the glyph behind each column of the line's text, None behind a space.

    Qt counts UTF-16 units, so a character beyond the basic plane takes two columns.
    """
    cells: list[Glyph | None] = []
    for word in line.words:
        if cells:
            cells.append(None)
        for glyph in word.glyphs:
            cells.extend([glyph] * _units(glyph.character))
    return cells


def _units(character: str) -> int:
    return len(character.encode("utf-16-le")) // 2


class RowText:
    """The rows of one page, with the way from a glyph to its place and back."""

    def __init__(self, page: Page | None) -> None:
        self.lines: Sequence[Line] = page.lines if page is not None else ()
        self._cells = [cells_of(line) for line in self.lines]
        self._places: dict[int, tuple[int, int]] = {}
        for row, cells in enumerate(self._cells):
            for column, glyph in enumerate(cells):
                if glyph is not None:
                    self._places.setdefault(glyph.id, (row, column))

    def cells(self, row: int) -> Sequence[Glyph | None]:
        """Return the glyphs behind the columns of a row; empty for a row there is not."""
        return self._cells[row] if 0 <= row < len(self._cells) else ()

    def place(self, glyph_id: int) -> tuple[int, int] | None:
        """Return (row, column) of a glyph, or None for one that is not on the page."""
        return self._places.get(glyph_id)

    def glyph_at(self, row: int, column: int) -> Glyph | None:
        """Return the glyph that a caret before ``column`` means: the next one, else the last."""
        cells = self.cells(row)
        after = next((glyph for glyph in cells[column:] if glyph is not None), None)
        if after is not None:
            return after
        return next((glyph for glyph in reversed(cells[:column]) if glyph is not None), None)
