"""A reading proposes other ways to part its letters, the likeliest first."""

import numpy as np
import pytest
from PIL import Image

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from tests.services.drawings import written


@pytest.fixture(scope="module")
def reading(recognizer: Recognizer) -> Reading:
    """CL with its letters pushed together, above a word whose letters may be cut."""
    page = written(["CL", "MOUNTAIN"])
    (_, left), (_, right) = page.boxes[0]
    picture = Image.fromarray(page.pixels)
    letter = picture.crop(right.padded(2).as_tuple())
    picture.paste((225, 222, 214), right.padded(2).as_tuple())
    picture.paste(letter, (left.right - 4, right.top - 2))
    return run(recognize(image_from_array(np.asarray(picture), "hi"), recognizer))


def test_letters_may_be_parted_otherwise(reading: Reading) -> None:
    assert any(proposal.is_split for proposal in reading.proposals)
    for proposal in reading.proposals:
        assert proposal.is_split == (len(proposal.glyphs) > len(proposal.replaced))
        assert proposal.is_join == (len(proposal.glyphs) < len(proposal.replaced))


def test_they_are_ranked_and_hold_the_ink_that_they_replace(reading: Reading) -> None:
    gains = [proposal.gain for proposal in reading.proposals]
    assert gains == sorted(gains, reverse=True)
    glyphs = {glyph.id: glyph for glyph in reading.page.glyphs}
    for proposal in reading.proposals:
        before = [glyphs[number].box for number in proposal.replaced]
        after = [glyph.box for glyph in proposal.glyphs]
        for side, best in (("left", min), ("top", min), ("right", max), ("bottom", max)):
            assert best(getattr(b, side) for b in before) == best(getattr(b, side) for b in after)
        for glyph in proposal.glyphs:
            assert sum(p.probability for p in glyph.predictions) == pytest.approx(1.0, abs=1e-3)
