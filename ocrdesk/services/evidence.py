"""How well writing reads the way it was laid out: what tells which way is up."""

import numpy as np
import numpy.typing as npt

from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.sampling import drawn_evenly
from ocrdesk.vision.layout import Layout

_SAMPLE = 120  # glyphs that are read where nothing else is said
_LEAST = 1e-3  # no glyph speaks more strongly against a way than by this probability


def evidence(
    layout: Layout,
    recognizer: Recognizer,
    *,
    is_flipped: bool = False,
    sample: int = _SAMPLE,
    as_one: str = "",
) -> float:
    """Return how well some of the glyphs read as they stand, or upside down.

    The mean logarithm of the best character's probability, 0 at best. The characters ``as_one``
    count as one: which of them it is makes no odds.
    """
    count = layout.glyph_count
    if not count:
        return float(np.log(_LEAST))
    chosen = drawn_evenly(count, sample).tolist()
    patches = layout.patches(recognizer.geometry, chosen)
    if is_flipped:
        patches = np.ascontiguousarray(patches[:, ::-1, ::-1])
    return float(_logs(patches, recognizer, as_one).mean())


def glyph_evidence(layout: Layout, recognizer: Recognizer) -> npt.NDArray[np.float32]:
    """Return how well each glyph reads as it stands, in reading order (n,)."""
    if not layout.glyph_count:
        return np.zeros(0, np.float32)
    return _logs(layout.patches(recognizer.geometry), recognizer)


def _logs(
    patches: npt.NDArray[np.float32], recognizer: Recognizer, as_one: str = ""
) -> npt.NDArray[np.float32]:
    """Return the logarithm of the best character's probability for each patch (n,)."""
    given, share = recognizer.judge(patches)
    best = given.max(axis=1)
    if columns := [recognizer.charset.index(c) for c in as_one if c in recognizer.charset]:
        best = np.maximum(best, given[:, columns].sum(axis=1))
    logs: npt.NDArray[np.float32] = np.log(np.maximum(best * share, _LEAST))
    return logs
