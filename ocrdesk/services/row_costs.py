"""What ways through a row are weighed by beside ink and language: cuts, joins, ink passed over."""

from dataclasses import dataclass, field

import numpy as np

from ocrdesk.language.lattice import DecoderSettings, Edge
from ocrdesk.vision.layout import LayoutRow
from ocrdesk.vision.pieces import WIDEST, Candidate, PieceRow

LEAST = 1e-7
"""No character is taken for less probable than this, whatever the network says."""

CHARACTER = 0.5
"""Ink that is less probably a character than this may be read as none."""

_LETTER_WIDTH = 0.7  # letter heights, of each letter that a wide glyph has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """What the ways through a row are weighed by, beside ink and language.

    Natural logarithms: ``cut`` for a cut and ``cut_ink`` for each pen width of ink it crosses;
    ``join`` for putting together what the layout parted and ``join_gap`` for each letter height
    of free paper between; ``dirt`` for a small mark that no glyph holds; ``unreadable`` for a glyph
    of the layout that is no character, for each letter that would have room in it. Without
    ``may_cut`` the layout's own glyphs are read as they are; without ``asks_rows`` a network of
    rows is not asked.
    """

    may_cut: bool = True
    asks_rows: bool = True
    cut: float = 2.0
    cut_ink: float = 0.5
    join: float = 2.0
    join_gap: float = 10.0
    dirt: float = 1.0
    unreadable: float = 2.5
    decoder: DecoderSettings = field(default_factory=DecoderSettings)


def passing_over(
    first: int,
    last: int,
    *,
    share: float,
    settings: ReadingSettings,
    letters: float = 1.0,
    evidence: float = 0.0,
) -> Edge:
    """Return the edge over ink that is a character only with the probability ``share``.

    Ink that has room for several ``letters`` costs as much as each of them and the cuts between.
    ``evidence`` is what the network of rows says for there being none.
    """
    score = letters * (np.log(max(1.0 - share, LEAST)) - settings.unreadable) + evidence
    return Edge(first, last, None, float(score - (letters - 1.0) * settings.cut))


def is_passed_over(best: float, share: float, settings: ReadingSettings) -> bool:
    """Tell whether ink by itself is rather passed over than its ``best`` character."""
    passing = passing_over(0, 1, share=share, settings=settings)
    return share < CHARACTER and passing.prior > np.log(max(share * best, LEAST))


def room_in(candidate: Candidate, row: LayoutRow) -> float:
    """Return for how many letters of a row a glyph of the layout has room."""
    width = candidate.cluster.box.width / row.height
    return max(width / _LETTER_WIDTH, 1.0) if candidate.is_wide or width > WIDEST else 1.0


def crowding(
    candidate: Candidate, row: LayoutRow, share: float, settings: ReadingSettings
) -> float:
    """Return what speaks against one letter in ink with room for several, as `passing_over` does.

    Otherwise two drawings that touch would rather be one letter than unreadable. Ink that looks
    like a character may be as wide as it likes.
    """
    if share >= CHARACTER:
        return 0.0
    return (room_in(candidate, row) - 1.0) * (settings.unreadable + settings.cut)


def prior_of(candidate: Candidate, row: PieceRow, settings: ReadingSettings) -> float:
    """Return what speaks against a candidate whatever it is: cuts at its ends, joins inside."""
    score = 0.0
    for place in (candidate.first - 1, candidate.last - 1):
        if 0 <= place < len(row.breaks) and row.breaks[place].is_cut:
            # Each cut has two sides: each candidate pays for half of it.
            score -= (settings.cut + settings.cut_ink * row.breaks[place].cut) / 2
    for inner in row.breaks[candidate.first : candidate.last - 1]:
        if not inner.is_cut:
            score -= settings.join + settings.join_gap * max(inner.gap, 0.0)
    return score
