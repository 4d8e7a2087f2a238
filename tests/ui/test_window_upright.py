"""A page that reading turned upright says so, and one click turns it back."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from ocrdesk import paths
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def save_turned(path: Path, way: Image.Transpose) -> NDArray[np.uint8]:
    """Save a page of hand print that lies otherwise, without loss; return its pixels."""
    with Image.open(paths.resources_folder() / "samples" / "welcome.jpg") as picture:
        turned = picture.convert("L").reduce(2).transpose(way)
    turned.save(path, compress_level=1)
    return np.asarray(turned)


@pytest.mark.parametrize(
    ("way", "told", "back"),
    [
        (Image.Transpose.ROTATE_90, "lay on its side and was turned clockwise", "Turn left by 90"),
        (Image.Transpose.ROTATE_180, "was upside down and was turned", "Turn upside down"),
        (
            Image.Transpose.ROTATE_270,
            "lay on its side and was turned counter-clockwise",
            "Turn right by 90",
        ),
    ],
)
def test_a_page_that_reading_turned_says_so_and_is_turned_back_by_a_click(
    reader: Desk, tmp_path: Path, way: Image.Transpose, told: str, back: str
) -> None:
    other = reader.current
    pixels = save_turned(tmp_path / "lying.png", way)
    reader.open(tmp_path / "lying.png")
    (notice,) = [one for one in reader.told if one.topic == "uprighted"]
    assert notice.text == f"The page {told}, because it reads best so."
    assert notice.action == "Turn Back"
    text, start = reader.page.text, reader.page
    reader.window.notice_bar.action_requested.emit(reader.number_of(notice))
    reader.wait_until(lambda: reader.page.rotation == 0)
    reader.wait_until(lambda: not reader.current.lacks_something)
    assert reader.current.image is not None
    assert np.array_equal(reader.current.image.pixels, pixels)
    assert reader.page.text == text, "its letters stay"
    assert reader.action("undo").text().startswith(f"&Undo {back}")
    assert not [one for one in reader.told if one.topic == "uprighted"]
    reader.do("undo")
    assert reader.page == start
    reader.window.session.show(other)
    reader.do("next_page")
    assert not [one for one in reader.told if one.topic == "uprighted"], "told once"


def test_the_offer_goes_when_the_page_is_turned_otherwise(reader: Desk, tmp_path: Path) -> None:
    save_turned(tmp_path / "lying.png", Image.Transpose.ROTATE_180)
    reader.open(tmp_path / "lying.png")
    assert "uprighted" in {one.topic for one in reader.told}
    reader.do("turn_left")
    reader.wait_until(lambda: not reader.current.lacks_something)
    assert "uprighted" not in {one.topic for one in reader.told}
