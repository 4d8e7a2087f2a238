"""Letters on ruled and squared paper are read as on plain paper."""

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw
from scipy import ndimage

from ocrdesk import paths
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.ink_settings import InkSettings, Rules
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision import layout
from ocrdesk.vision.components import find_components
from ocrdesk.vision.preprocess import InkImage, find_ink, working_image
from ocrdesk.vision.ruling import may_be_ruled, without_rules

pytestmark = pytest.mark.acceptance

_BLUE = (150, 165, 200)


def _sample() -> Image.Image:
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        return picture.convert("RGB")


def _lined(page: Image.Image, pitch: int, *, is_squared: bool, turn: float = 0.0) -> Image.Image:
    """Return the page with printed lines under what was written, turned by some degrees."""
    side = 2 * max(page.size)
    lines = Image.new("RGB", (side, side), (255, 255, 255))
    draw = ImageDraw.Draw(lines)
    for at in range(pitch // 2, side, pitch):
        draw.line((0, at, side, at), fill=_BLUE, width=3)
        if is_squared:
            draw.line((at, 0, at, side), fill=_BLUE, width=3)
    turned = lines.rotate(turn, Image.Resampling.BICUBIC)
    left, top = (side - page.width) // 2, (side - page.height) // 2
    under = turned.crop((left, top, left + page.width, top + page.height))
    paper = np.asarray(page, np.float32) * (np.asarray(under, np.float32) / 255)
    return Image.fromarray(paper.astype(np.uint8))


def _read(page: Image.Image, recognizer: Recognizer) -> str:
    return run(recognize(image_from_array(np.asarray(page), "page"), recognizer)).page.text


@pytest.mark.parametrize(
    ("pitch", "is_squared", "turn"),
    [(90, False, 0.0), (90, False, 1.5), (40, True, 0.0), (56, True, 0.0)],
    ids=["ruled", "ruled askew", "squared", "wide squares"],
)
def test_printed_lines_change_no_letter(
    recognizer: Recognizer, pitch: int, turn: float, *, is_squared: bool
) -> None:
    page = _sample()
    lined = _lined(page, pitch, is_squared=is_squared, turn=turn)
    assert _read(lined, recognizer) == _read(page, recognizer)


@pytest.mark.parametrize(("pitch", "turn"), [(40, 0.0), (56, 1.5), (100, 0.0)])
def test_squares_that_are_to_go_take_no_stem_along(
    recognizer: Recognizer, pitch: int, turn: float
) -> None:
    """Stems that end on squares were taken for sides of boxes: 16, 3 and 4 letters went."""
    page = _sample()
    lined = _lined(page, pitch, is_squared=True, turn=turn)
    source = image_from_array(np.asarray(lined), "page")
    removed = InkSettings(rules=Rules.REMOVE)
    task = recognize(source, recognizer, ink_settings=removed)
    assert run(task).page.text == _read(lined, recognizer) == _read(page, recognizer)


@pytest.mark.parametrize("turn", [0, 90])
def test_dashed_lines_change_no_letter(recognizer: Recognizer, turn: int) -> None:
    """There are ten times as many dashes as letters: they told how high letters were.

    Seen from the side they were ones, and the page was read as it lay.
    """
    page = _sample()
    lines = Image.new("RGB", page.size, (255, 255, 255))
    draw = ImageDraw.Draw(lines)
    for y in range(20, page.height, 70):
        for x in range(0, page.width, 30):
            draw.line((x, y, x + 17, y), fill=(110, 110, 110), width=3)
    dashed = ImageChops.multiply(page, lines).rotate(turn, expand=True)
    assert _read(dashed, recognizer) == _read(page, recognizer)


def test_two_lines_side_by_side_change_no_letter(recognizer: Recognizer) -> None:
    """Beside the one there is the other, which is no stroke that ends on it."""
    page = _sample()
    lines = Image.new("RGB", page.size, (255, 255, 255))
    draw = ImageDraw.Draw(lines)
    for x in (178, 188):
        draw.line((x, 0, x, page.height), fill=(230, 120, 120), width=3)
    for y in range(60, page.height, 90):
        draw.line((0, y, page.width, y), fill=_BLUE, width=3)
    assert _read(ImageChops.multiply(page, lines), recognizer) == _read(page, recognizer)


def test_plain_paper_is_left_alone() -> None:
    grey, scale = working_image(_sample().convert("L"))
    ink = find_ink(grey, scale)
    assert not may_be_ruled(find_components(ink))
    assert without_rules(ink) is ink


@pytest.mark.parametrize("width", [1150, 1400, 1600, 1730])
@pytest.mark.parametrize("turn", [0.0, 0.6])
def test_squares_leave_nothing_but_letters(width: int, turn: float) -> None:
    """Lines end between pixels, each elsewhere: their edges go with them.

    Left of 2,700 pixels of letters were up to 10,000 of lines where edges went by whole pixels.
    """
    page = _sample()
    height = round(page.height * width / page.width)
    sizes = (width, height), Image.Resampling.BICUBIC
    lined = _lined(page, 56, is_squared=True, turn=turn).resize(*sizes)
    ink = [layout.find_ink(np.asarray(p))[0].mask for p in (page.resize(*sizes), lined)]
    far = ~ndimage.binary_dilation(ink[0], iterations=6)
    assert np.count_nonzero(ink[1] & far) < 0.02 * np.count_nonzero(ink[0])


def test_lines_on_a_part_of_the_picture_go() -> None:
    """How dark they are tells the part that shows them, not the bare rest of their rows."""
    contrast = np.zeros((400, 900), np.float32)
    for row in range(40, 400, 40):
        contrast[row : row + 3, 500:] = 0.4
    ink = InkImage(contrast, contrast > 0, 1.0, is_inverted=False, noise=0.01)
    assert not without_rules(ink).mask.any()
