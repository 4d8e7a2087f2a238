"""Glyphs to words: which gaps along a row are wider than those between letters.

A gap is the free space between the boxes of neighbours, in letter heights of its row, so that no
step knows a resolution. The gaps of a page are explained by two kinds, within and between words,
each with a mean and a spread that grows with it; the means that explain the page best, given how
people space hand print, decide. The rows of one page share a hand: each row is then explained
anew with the page's means as its expectation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.components import Cluster

Floats = npt.NDArray[np.float64]

_NARROWEST, _WIDEST = 0.02, 4.0  # letter heights; gaps beyond tell nothing more
_WORD_SPREAD = 0.22  # standard deviation of the logarithm of gaps between words
_ALONE = 0.35  # where every letter stands alone, narrower gaps still join two
_ALONE_STEEPNESS = 30.0  # log-odds per letter height beyond that
_SUREST = (-6.0, 2.0)  # log-odds: no gap says more, because hands space words oddly
_SUREST_ALONE = 1.5  # where every letter stands alone it may be a word written wide
_SPREAD_LETTER, _SPREAD_WORD = 0.1, 0.7  # least mean gaps of words written letter by letter
_SPREAD_RATIO = 2.2  # of their gaps between words to those between letters
_SPREAD_SHARE = 0.03  # of the former: a name or two in a row of boxes
_SEVERAL = 3  # rows
_LETTER_MEANS = np.geomspace(0.06, 2.0, 24)
_WORD_MEANS = np.geomspace(0.7, 4.0, 20)
_WORD_SHARES = np.array([0.03, 0.2, 0.5, 0.97, 0.97])
_SHARE_COSTS = np.array([1.0, 0.0, 1.5, 0.5, 0.5])
# Letters that stand alone have their middles about equally far apart, so that there is more room
# beside I than beside W. One row so spaced may be a word written wide.
_WORD_SPREADS = _WORD_SPREAD * np.array([1.0, 1.0, 1.0, 1.0, 1.5])


@dataclass(frozen=True, slots=True)
class Spacing:
    """Mean gaps within and between words in letter heights, and the share of the latter."""

    letter: float = 0.4
    word: float = 1.5
    share: float = 0.2
    certainty: float = 0.5
    """Standard deviation of the logarithm of the means: how far another row may differ."""

    @property
    def letters_stand_alone(self) -> bool:
        """Tell whether every letter is a word, as on a sheet of samples."""
        return self.share > 0.9

    def word_odds(self, gap_sizes: Floats) -> Floats:
        """Return the log-odds that gaps (n,) in letter heights separate words.

        They are bounded: T I F F A N Y is one word, and what is read decides that.
        """
        if self.letters_stand_alone:
            alone = (gap_sizes - _ALONE) * _ALONE_STEEPNESS
            return np.clip(alone, -_SUREST_ALONE, _SUREST_ALONE)
        values = np.clip(gap_sizes, _NARROWEST, _WIDEST)
        density = _word_density(values, np.array(self.word), np.array(_WORD_SPREAD))
        word = np.where(values > self.word, 0.0, density)
        letter = _letter_density(values, np.array(self.letter))
        odds: Floats = word - letter + np.log(self.share / (1 - self.share))
        odds = np.where(values <= self.letter, np.minimum(odds, -1.0), odds)
        return np.clip(odds, *_SUREST)


def _letter_density(values: Floats, mean: Floats) -> Floats:
    """Return the log-density of gaps within words: normal, letters may even overlap."""
    spread = 0.10 + 0.28 * mean
    result: Floats = -0.5 * ((values - mean) / spread) ** 2 - np.log(spread)
    return result


def _word_density(values: Floats, mean: Floats, spread: Floats) -> Floats:
    """Return the log-density of gaps between words: log-normal, wide ones are not rare."""
    result: Floats = -0.5 * (np.log(values / mean) / spread) ** 2
    return result - np.log(spread * values)


def gaps(clusters: Sequence[Cluster], angle: float) -> Floats:
    """Return the free space along the row between neighbours in pixels, (n - 1,)."""
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    middles = np.array([c.box.center[0] * cos + c.box.center[1] * sin for c in clusters])
    halves = np.array([c.box.width / 2 * cos for c in clusters])
    free: Floats = (middles[1:] - halves[1:]) - (middles[:-1] + halves[:-1])
    return free


def explain(
    gap_sizes: Floats, expected: Spacing | None = None, *, has_rows: bool = False
) -> Spacing:
    """Return the spacing that explains gaps (n,) in letter heights best, given what is expected.

    The maximum a posteriori of a mixture of two densities, normal within words and log-normal
    between them, over a grid of means and shares; the means have log-normal priors around
    ``expected``. Where the gaps are of several rows (``has_rows``), those between letters that
    stand alone may differ more.
    """
    expected = expected or Spacing()
    if not len(gap_sizes):
        return expected
    kinds = slice(None if has_rows else -1)
    shares, spreads = _WORD_SHARES[kinds], _WORD_SPREADS[kinds]
    values = np.clip(gap_sizes, _NARROWEST, _WIDEST)
    letter = _letter_density(values[:, None], _LETTER_MEANS)  # (n, letters)
    # One for each of n gaps, words and shares.
    word = _word_density(values[:, None, None], _WORD_MEANS[:, None], spreads)
    log_share, log_rest = np.log(shares), np.log(1 - shares)
    scores = np.logaddexp(letter[:, :, None, None] + log_rest, word[:, None] + log_share).sum(
        axis=0
    )  # (letters, words, shares)
    scores -= (
        0.5 * (np.log(_LETTER_MEANS / expected.letter) / expected.certainty)[:, None, None] ** 2
    )
    scores -= 0.5 * (np.log(_WORD_MEANS / expected.word) / expected.certainty)[:, None] ** 2
    scores -= _SHARE_COSTS[kinds]
    ratio = _WORD_MEANS[None, :] / _LETTER_MEANS[:, None]
    scores[ratio < 1.7] = -np.inf
    best = np.unravel_index(int(np.argmax(scores)), scores.shape)
    return Spacing(
        float(_LETTER_MEANS[best[0]]), float(_WORD_MEANS[best[1]]), float(_WORD_SHARES[best[2]])
    )


def row_spacings(rows: Sequence[Floats]) -> list[Spacing]:
    """Return for each row what explains its gaps (n - 1,), in letter heights of that row.

    The rows share a hand: each is explained with the page's means as its expectation.
    """
    filled = [row for row in rows if len(row)]
    if not filled:
        return [Spacing() for _ in rows]
    page = explain(np.concatenate(filled), has_rows=len(filled) >= _SEVERAL)
    if page.letters_stand_alone:
        return [page for _ in rows]
    expected = Spacing(page.letter, page.word, page.share, certainty=0.2)
    return [replace(explain(row, expected), share=page.share) for row in rows]


def spread_out(gap_sizes: Floats) -> Spacing:
    """Return the spacing of a row whose gaps (n,) in letter heights are all within words, but few.

    So people fill in forms, letter by letter: by its gaps alone such a row is a row of letters.
    """
    letter = max(float(np.median(gap_sizes)), _SPREAD_LETTER)
    return Spacing(letter, max(_SPREAD_RATIO * letter, _SPREAD_WORD), _SPREAD_SHARE)


def word_starts(gap_sizes: Floats, explained: Spacing) -> list[int]:
    """Return the positions in a row at which a new word begins."""
    return [int(place) + 1 for place in np.flatnonzero(explained.word_odds(gap_sizes) > 0)]
