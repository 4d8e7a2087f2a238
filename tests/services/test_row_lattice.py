"""What a row's candidates are given: the network's probabilities, and those of likenesses."""

import numpy as np
import pytest

from ocrdesk.language.likenesses import LENT
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import ReadingSettings
from ocrdesk.services.row_lattice import build_lattices
from ocrdesk.vision.layout import find_ink, lay_out
from ocrdesk.vision.patches import cut_patches
from tests.services.drawings import written


def test_likenesses_lend_and_the_ink_stays_what_the_network_said(recognizer: Recognizer) -> None:
    pixels = written(["ICE"]).pixels
    layout, (weighed,) = run(
        build_lattices(lay_out(pixels, *find_ink(pixels)), recognizer, ReadingSettings())
    )
    lattice = weighed.alone
    assert lattice is not None, "what the network of rows says is weighed in"
    assert weighed.candidates == lattice.candidates
    assert np.abs(weighed.ink - lattice.ink).max() > 0.01
    first = next(place for place, candidate in enumerate(lattice.candidates) if candidate.is_whole)
    patch = cut_patches(
        [layout.glyph_ink(lattice.candidates[first].cluster, layout.rows[0].angle)],
        recognizer.geometry,
    )
    assert np.allclose(lattice.ink[first], recognizer.classify(patch)[0], atol=1e-5)
    upright, one = recognizer.charset.index("I"), recognizer.charset.index("1")
    assert lattice.given[first].sum() == pytest.approx(1.0, abs=1e-5)
    assert lattice.given[first, one] >= LENT / (1 + LENT) * lattice.ink[first, upright]
