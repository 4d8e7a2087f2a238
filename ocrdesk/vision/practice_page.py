"""A page of a practice sheet in millimetres: where its marks, its code and its cells are.

A practice sheet is a printed form that a person fills in by hand, so that a photo of it gives
letters whose names are known. What prints it and what finds it in a photo share this geometry.
All characters are asked for once before any is asked for again: whoever stops early has written
each of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from ocrdesk.vision.perspective import Points

PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
)
"""Width and height of the papers, by name; their order is part of the code on the sheet."""

COLUMNS, ROWS = 12, 15
CELLS = COLUMNS * ROWS  # of a page

MARGIN = 9.0  # around everything: what no printer leaves out
MARK = 9.8  # side of a corner mark: a ring around a square, seven modules as in a QR code
MODULE = 1.7  # side of a square of the code
CODE_ROWS, CODE_COLUMNS = 4, 96

TOP = 46.0  # where the cells begin, below the title
GAP = 3.0  # between a box and the one below it
LABEL = 4.2  # from where a cell begins to where its box does: the character to write stands there
_ABOVE_MARKS = 4.0  # free between the cells and the lower marks

SPARE = (0.9, 1.3)  # beside and above or below a box: what is written there still belongs to it


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in millimetres of the page, x to the right and y down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def corners(self) -> Points:
        """The corners (4, 2) clockwise from the upper left."""
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        return np.array([(left, top), (right, top), (right, bottom), (left, bottom)])

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, across: float, down: float) -> "Area":
        """Return the area with so much more on the left and right, and at the top and bottom."""
        return Area(self.left - across, self.top - down, self.right + across, self.bottom + down)


@dataclass(frozen=True, slots=True)
class PracticePage:
    """One page of a sheet: which characters are asked for, how often, on which paper.

    ``number`` counts from 0. Raises ``ValueError`` where there is no such page or paper.
    """

    characters: str
    copies: int
    paper: str = "a4"
    number: int = 0

    def __post_init__(self) -> None:
        if self.paper not in PAPERS or self.copies < 1 or not self.characters:
            raise ValueError(f"no practice sheet: {self}")
        if not 0 <= self.number < self.count:
            raise ValueError(f"there is no page {self.number} of {self.count}")

    @property
    def count(self) -> int:
        """How many pages the sheet has."""
        return -(-len(self.characters) * self.copies // CELLS)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper in millimetres."""
        return PAPERS[self.paper]

    @property
    def asked(self) -> str:
        """The characters of this page's cells, in reading order."""
        first = self.number * CELLS
        last = min(first + CELLS, len(self.characters) * self.copies)
        return "".join(
            self.characters[place % len(self.characters)] for place in range(first, last)
        )

    @staticmethod
    def position(cell: int) -> tuple[int, int]:
        """Return the row and the column of a cell, from 0."""
        return divmod(cell, COLUMNS)

    def box(self, cell: int) -> Area:
        """Return the box to write into, of one of the page's cells."""
        width, height = self.size
        across = (width - 2 * MARGIN) / COLUMNS
        down = (height - MARGIN - MARK - _ABOVE_MARKS - TOP) / ROWS
        row, column = self.position(cell)
        left, top = MARGIN + column * across, TOP + row * down
        return Area(left + LABEL, top, left + across, top + down - GAP)


def mark_areas(paper: str) -> tuple[Area, ...]:
    """Return where the four corner marks are, clockwise from the upper left."""
    width, height = PAPERS[paper]
    right, bottom = width - MARGIN - MARK, height - MARGIN - MARK
    starts = ((MARGIN, MARGIN), (right, MARGIN), (right, bottom), (MARGIN, bottom))
    return tuple(Area(left, top, left + MARK, top + MARK) for left, top in starts)


def code_areas(paper: str) -> tuple[Area, Area]:
    """Return where the code is printed: between the upper marks, and again between the lower."""
    width, height = PAPERS[paper]
    left = (width - CODE_COLUMNS * MODULE) / 2
    tall = CODE_ROWS * MODULE
    tops = (MARGIN + (MARK - tall) / 2, height - MARGIN - (MARK + tall) / 2)
    upper, lower = (Area(left, top, width - left, top + tall) for top in tops)
    return upper, lower
