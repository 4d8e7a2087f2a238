"""How likely pieces of a row are to be one character each, to a network trained with `ctc`."""

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.ctc_states import Indices, Logs, Whole


def segment_scores(logs: NDArray[np.floating], starts: Whole, ends: Whole) -> tuple[Logs, Logs]:
    """Return logs of being each one character (m, classes − 1), and of being all blank (m,).

    Of log-probabilities (T, classes) of ONE row, finite, the blank last, and m segments of frames
    [start, end): the sum over all labellings of the segment that read as just this character,
    blank* c c* blank*. Raises ``ValueError`` for segments without a frame or outside the row.

    Segments side by side read as their characters one after the other, unless these are equal and
    touch. So no partition of a row is likelier than its text, if that has no equal neighbours. All
    partitions together are likelier: they count a labelling once for each way to part its blanks.

    Let b_t be the log of the blank's probability, d_t = log y_{t,c} − b_t, and D its sums. With c
    in [i, j) and blanks around it, a labelling is exp(D_j − D_i) times as likely as all blanks.
    With G_j the sum of that over all i < j of the segment, G_{j+1} = (G_j + 1) exp(d_j), and the
    score is Σ b + log Σ_j G_j. As G depends on the start alone, segments share it that begin alike.
    """
    first, stop = np.asarray(starts, np.intp), np.asarray(ends, np.intp)
    if ((first < 0) | (stop <= first) | (stop > len(logs))).any():
        raise ValueError(f"segments have a frame or more and lie within 0 to {len(logs)}")
    blanks = logs[:, -1].astype(np.float64)
    sums = np.concatenate([[0.0], np.cumsum(blanks)])
    silent = sums[stop] - sums[first]
    scores = _character_odds(logs[:, :-1] - blanks[:, None], first, stop)
    scores += silent[:, None]
    return scores, silent


def _character_odds(odds: Logs, first: Indices, stop: Indices) -> Logs:
    """Return log Σ_j G_j (m, characters) from d (T, characters).

    Frame by frame for all starts at once, those first that are wanted longest.
    """
    lengths = stop - first
    begins, start_of = np.unique(first, return_inverse=True)
    longest = np.zeros(len(begins), np.intp)
    np.maximum.at(longest, start_of, lengths)
    order = np.argsort(-longest, kind="stable")
    row_of = np.argsort(order)[start_of]
    begins, wanted = begins[order], -longest[order]
    by_length = np.argsort(lengths, kind="stable")
    bounds = np.searchsorted(lengths[by_length], np.arange(lengths.max(initial=0) + 2))
    ending = np.full((len(begins), odds.shape[1]), -np.inf)
    total, scores = ending.copy(), np.empty((len(first), odds.shape[1]))
    for length in range(1, len(bounds) - 1):
        active = np.searchsorted(wanted, -length, "right")
        now, so_far = ending[:active], total[:active]
        np.logaddexp(now, 0, now)
        np.add(now, odds[begins[:active] + (length - 1)], now)
        np.logaddexp(so_far, now, so_far)
        done = by_length[bounds[length] : bounds[length + 1]]
        scores[done] = total[row_of[done]]
    return scores
