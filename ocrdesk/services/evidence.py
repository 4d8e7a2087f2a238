"""How well writing reads the way it was laid out: what tells which way is up."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.components import Cluster
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches

_SAMPLE = 120  # glyphs that are read where nothing else is said
_LEAST = 1e-3  # no glyph speaks more strongly against a way than by this probability


def evidence(
    layout: Layout, recognizer: Recognizer, *, is_flipped: bool = False, sample: int = _SAMPLE
) -> float:
    """Return how well some of the glyphs read as they stand, or upside down.

    The mean logarithm of the best character's probability, 0 at best.
    """
    glyphs = [(cluster, row.angle) for row, _, cluster in layout.glyphs()]
    if not glyphs:
        return float(np.log(_LEAST))
    chosen = np.unique(np.linspace(0, len(glyphs) - 1, sample).round().astype(int)).tolist()
    logs = _logs(layout, [glyphs[place] for place in chosen], recognizer, is_flipped=is_flipped)
    return float(logs.mean())


def glyph_evidence(layout: Layout, recognizer: Recognizer) -> npt.NDArray[np.float32]:
    """Return how well each glyph reads as it stands, in reading order (n,)."""
    glyphs = [(cluster, row.angle) for row, _, cluster in layout.glyphs()]
    if not glyphs:
        return np.zeros(0, np.float32)
    return _logs(layout, glyphs, recognizer, is_flipped=False)


def _logs(
    layout: Layout,
    glyphs: Sequence[tuple[Cluster, float]],
    recognizer: Recognizer,
    *,
    is_flipped: bool,
) -> npt.NDArray[np.float32]:
    """Return the logarithm of the best character's probability for each glyph (n,)."""
    inks = [layout.glyph_ink(cluster, angle) for cluster, angle in glyphs]
    patches = cut_patches(inks, recognizer.geometry)
    if is_flipped:
        patches = np.ascontiguousarray(patches[:, ::-1, ::-1])
    given, share = recognizer.judge(patches)
    logs: npt.NDArray[np.float32] = np.log(np.maximum(given.max(axis=1) * share, _LEAST))
    return logs
