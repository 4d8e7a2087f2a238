"""Where each letter of a page stands in its text: rows and columns as Qt counts them."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from ocrdesk.page.elements import Glyph, Line, Page
from ocrdesk.ui.appearance import Certainty
from ocrdesk.ui.views.certainty import glyph_certainty

_TO_CHECK = (Certainty.LIKELY, Certainty.DOUBTFUL, Certainty.UNREADABLE, Certainty.UNREAD)


class _Row:
    """One row of text: the glyph behind each column, its step, and the column of each glyph."""

    __slots__ = ("cells", "columns", "line", "steps", "text", "to_check")

    def __init__(self, line: Line | None, text: str) -> None:
        self.line, self.text = line, text
        self.cells = cells_of(line, text)
        last_first = range(len(self.cells) - 1, -1, -1)  # a glyph is where it stands first
        self.columns = {glyph.id: at for at in last_first if (glyph := self.cells[at]) is not None}
        glyphs = line.glyphs if line is not None else ()
        steps = {glyph.id: glyph_certainty(glyph) for glyph in glyphs}
        self.steps = [None if glyph is None else steps[glyph.id] for glyph in self.cells]
        self.to_check = sum(step in _TO_CHECK for step in steps.values())

    def stretches(self) -> Iterator[tuple[int, int, Certainty]]:
        """Yield column, length and step of neighbouring letters that are at the same step."""
        start = 0
        for step, columns in groupby(self.steps):
            length = len([*columns])
            if step is not None:
                yield start, length, step
            start += length


def cells_of(line: Line | None, text: str) -> list[Glyph | None]:
    """Return the glyph behind each column of a row of text, None behind a space.

    The text may have other spaces than the line, and accents apart from their letters, as while it
    is typed. Qt counts UTF-16 units, so a character beyond the basic plane takes two columns.
    """
    glyphs = iter(line.glyphs if line is not None else ())
    if text.isascii():
        return [None if character.isspace() else next(glyphs, None) for character in text]
    cells: list[Glyph | None] = []
    glyph: Glyph | None = None
    for character in text:
        if character.isspace():
            glyph = None
        elif not (glyph is not None and unicodedata.combining(character)):
            glyph = next(glyphs, None)
        cells.extend([glyph] * _units(character))
    return cells


def _units(character: str) -> int:
    return len(character.encode("utf-16-le")) // 2


class RowText:
    """The rows of one page, with the way from a glyph to its place and back.

    ``blocks`` are the rows as they stand in an editor where a person is typing: spaces may be
    doubled, and rows without letters stand between those of the page. Rows of ``previous`` whose
    frozen line is the same object are taken over, so that an edit of a full page costs one row.
    """

    def __init__(
        self,
        page: Page | None,
        previous: "RowText | None" = None,
        *,
        blocks: Sequence[str] | None = None,
    ) -> None:
        known = {id(row.line): row for row in previous.rows} if previous is not None else {}
        self.lines: Sequence[Line] = page.lines if page is not None else ()
        self.rows: list[_Row] = []
        lines = iter(self.lines)
        for text in [line.text for line in self.lines] if blocks is None else blocks:
            line = next(lines, None) if text.strip() else None
            old = known.get(id(line)) if line is not None else None
            self.rows.append(old if old is not None and old.text == text else _Row(line, text))

    @property
    def to_check(self) -> int:
        """How many letters a person should look at."""
        return sum(row.to_check for row in self.rows)

    def cells(self, row: int) -> Sequence[Glyph | None]:
        """Return the glyphs behind the columns of a row; empty for a row there is not."""
        return self.rows[row].cells if 0 <= row < len(self.rows) else ()

    def stretches(self, row: int) -> Iterator[tuple[int, int, Certainty]]:
        """Yield column, length and step of stretches of a row; none of a row there is not."""
        if 0 <= row < len(self.rows):
            yield from self.rows[row].stretches()

    def place(self, glyph_id: int) -> tuple[int, int] | None:
        """Return (row, column) of a glyph, or None for one that is not on the page."""
        for number, row in enumerate(self.rows):
            if glyph_id in row.columns:
                return number, row.columns[glyph_id]
        return None

    def spans(self, glyph_ids: frozenset[int]) -> list[tuple[int, int, int]]:
        """Return (row, column, length) of the stretches of text that these glyphs make up."""
        found: list[tuple[int, int, int]] = []
        for number, row in enumerate(self.rows):
            if glyph_ids and not glyph_ids.isdisjoint(row.columns):
                held = [glyph is not None and glyph.id in glyph_ids for glyph in row.cells]
                for is_held, cells in groupby(enumerate(held), key=itemgetter(1)):
                    columns = [column for column, _ in cells]
                    if is_held:
                        found.append((number, columns[0], len(columns)))
        return found

    def glyph_at(self, row: int, column: int) -> Glyph | None:
        """Return the glyph that a caret before ``column`` means: the next one, else the last."""
        cells = self.cells(row)
        after = next((glyph for glyph in cells[column:] if glyph is not None), None)
        if after is not None:
            return after
        return next((glyph for glyph in reversed(cells[:column]) if glyph is not None), None)
