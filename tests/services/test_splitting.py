"""Where the reader would part a box: in the gap, or through the thinnest joint; both are read."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ocrdesk.errors import EditError
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.geometry import BoundingBox, enclosing
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, read_box, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.splitting import proposed_splits, split_at

Read = Callable[..., Reading]


@pytest.fixture(scope="module")
def read(recognizer: Recognizer) -> Read:
    """Read W and A, so and so far apart, on a sheet turned by an angle."""

    def reading(distance: int, *, angle: float = 0.0) -> Reading:
        image = Image.new("L", (500, 300), 240)
        draw = ImageDraw.Draw(image)
        font = ImageFont.load_default(size=64)
        for x, text in ((60, "W"), (122 + distance, "A"), (260, "TEN")):
            draw.text((x, 110), text, fill=30, font=font)
        turned = image.rotate(-angle, Image.Resampling.BICUBIC, fillcolor=240)
        page = recognize(image_from_array(np.asarray(turned), "wa"), recognizer, may_turn=False)
        return run(page)

    return reading


def whole(reading: Reading) -> BoundingBox:
    """The box around W and A."""
    return enclosing(glyph.box for glyph in reading.page.glyphs[:2])


def best(reading: Reading, recognizer: Recognizer) -> tuple[str, str]:
    split = proposed_splits(reading.layout, whole(reading), recognizer)[0]
    left, right = split.predictions
    return left[0].character, right[0].character


def test_letters_apart_are_parted_half_way(read: Read, recognizer: Recognizer) -> None:
    reading = read(12)
    first, second = (glyph.box for glyph in reading.page.glyphs[:2])
    split = proposed_splits(reading.layout, whole(reading), recognizer)[0]
    assert split.x == pytest.approx((first.right + second.left) / 2, abs=2)
    assert split.boxes == (first, second), "boxes close on the ink, as those of the page"
    assert [part.predictions[0].character for part in split.parts] == ["W", "A"]


def test_touching_letters_are_parted_too(read: Read, recognizer: Recognizer) -> None:
    assert best(read(-1), recognizer) == ("W", "A")


def test_a_page_askew(read: Read, recognizer: Recognizer) -> None:
    assert best(read(14, angle=12.0), recognizer) == ("W", "A")


def test_what_is_told_is_what_the_boxes_would_be_read_as(
    read: Read, recognizer: Recognizer
) -> None:
    reading = read(12)
    split = proposed_splits(reading.layout, whole(reading), recognizer)[0]
    for box, predictions in zip(split.boxes, split.predictions, strict=True):
        again = read_box(reading.layout, box, recognizer)
        assert again[0].character == predictions[0].character
        assert again[0].probability == pytest.approx(predictions[0].probability, abs=0.02)


def test_proposals_are_apart_and_the_best_comes_first(read: Read, recognizer: Recognizer) -> None:
    reading = read(12)
    box = whole(reading)
    splits = proposed_splits(reading.layout, box, recognizer)
    assert [split.score for split in splits] == sorted((s.score for s in splits), reverse=True)
    xs = sorted(split.x for split in splits)
    assert len(xs) > 1
    assert all(b - a >= 0.12 * box.width - 1 for a, b in pairwise(xs))


def test_no_crumb_is_parted_off(read: Read, recognizer: Recognizer) -> None:
    reading = read(12)
    for glyph in reading.page.glyphs:
        for split in proposed_splits(reading.layout, glyph.box, recognizer):
            sides = [reading.layout.box_ink(box) for box in split.boxes]
            total = sum(int(side.sum()) for side in sides)
            for side in sides:
                assert side.sum() >= 0.05 * total, f"a crumb of {glyph.character}"
                extent = max(int(np.ptp(where)) + 1 for where in np.nonzero(side))
                assert extent >= 0.3 * glyph.box.height


def test_a_side_on_bare_paper_has_no_reading(read: Read, recognizer: Recognizer) -> None:
    reading = read(12)
    box = whole(reading).padded(10)
    split = split_at(reading.layout, box, box.left + 4, recognizer)
    assert split.predictions[0] == ()
    assert split.boxes[0].right == box.left + 4
    assert split.predictions[1] != ()


def test_a_line_beside_the_box_is_refused(read: Read, recognizer: Recognizer) -> None:
    reading = read(12)
    box = whole(reading)
    with pytest.raises(EditError):
        split_at(reading.layout, box, box.left, recognizer)
    narrow = BoundingBox(box.left, box.top, box.left + 1, box.bottom)
    assert proposed_splits(reading.layout, narrow, recognizer) == []
