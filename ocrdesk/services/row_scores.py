"""What the network of letters says of the candidates of rows, and what their likenesses lend."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.language.likenesses import with_likenesses
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches
from ocrdesk.vision.pieces import Candidate, PieceRow

Probabilities = npt.NDArray[np.float32]


class Scores(NamedTuple):
    """The network's probabilities, the same with their likenesses, and shares, as `RowLattice`."""

    ink: Probabilities
    given: Probabilities
    share: Probabilities


def scored(
    layout: Layout,
    rows: Sequence[PieceRow],
    candidates: Sequence[Sequence[Candidate]],
    recognizer: Recognizer,
    *,
    is_lending: bool,
) -> list[Scores]:
    """Return for each row what the network says of its candidates."""
    if not rows:
        return []
    inks = [
        layout.glyph_ink(candidate.cluster, row.angle)
        for row, own in zip(rows, candidates, strict=True)
        for candidate in own
    ]
    ink, share = recognizer.judge(cut_patches(inks, recognizer.geometry))
    given = with_likenesses(ink, recognizer.charset.characters) if is_lending else ink
    ends = np.cumsum([len(own) for own in candidates])[:-1]
    parted = (np.split(scores, ends) for scores in (ink, given, share))
    return [Scores(*own) for own in zip(*parted, strict=True)]
