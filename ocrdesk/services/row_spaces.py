"""What the gaps along a row of pieces tell of spaces: as its hand spaces, or written wide."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ocrdesk.vision.layout import LayoutRow
from ocrdesk.vision.pieces import PieceRow, span_of
from ocrdesk.vision.spacing import spread_out

_FORBIDDEN = -np.inf

Odds = tuple[float, ...]


class SpaceOdds(NamedTuple):
    """The log-odds of a space at each break between pieces.

    ``usual`` as the hand spaces its page; ``wide`` where the letters of words stand apart in this
    row, so that only wider gaps than most tell of spaces. Never where ink is cut.
    """

    usual: Odds
    wide: Odds


def space_odds(row: LayoutRow, pieces: PieceRow, is_mark: Sequence[bool]) -> SpaceOdds:
    """Return the log-odds of spaces in a row whose pieces may be small marks.

    Behind a mark the whole gap between the letters counts: a full stop stands close to its word,
    and dirt between two words parts them no less.
    """
    spans = [span_of(piece, pieces.angle) for piece in pieces.pieces]
    found = []
    letter_end: float | None = None
    for place, between in enumerate(pieces.breaks):
        if not is_mark[place]:
            letter_end = spans[place][1]
        gap = between.gap
        if is_mark[place] and not is_mark[place + 1] and letter_end is not None:
            gap = (spans[place + 1][0] - letter_end) / pieces.height
        found.append(gap)
    if not found:
        return SpaceOdds((), ())
    gaps, is_cut = np.array(found), np.array([between.is_cut for between in pieces.breaks])
    usual = np.where(is_cut, _FORBIDDEN, row.spacing.word_odds(gaps))
    apart = gaps[~is_cut & (gaps > 0)]
    wide = usual
    if len(apart):
        wide = np.minimum(usual, spread_out(apart).word_odds(gaps))
    return SpaceOdds(tuple(usual.tolist()), tuple(wide.tolist()))
