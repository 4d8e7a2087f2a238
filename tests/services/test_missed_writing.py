"""Writing that a dark picture hides: it is missed, and a second look tells that it is there."""

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk import paths
from ocrdesk.formats.image_file import SourceImage, image_from_array, open_images
from ocrdesk.services import missed_writing
from ocrdesk.services.missed_writing import FEWEST, SETTINGS, find_missed, still_missed
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer


def sample(name: str) -> SourceImage:
    return next(open_images(paths.resources_folder() / "samples" / name))


def in_the_dark(picture: npt.NDArray[np.uint8], *, grain: float) -> npt.NDArray[np.uint8]:
    """Return a picture as one lamp at its upper left lights it, with the grain of little light."""
    grey = picture.astype(np.float32) if picture.ndim == 2 else picture.mean(axis=2)
    height, width = grey.shape
    down, across = np.mgrid[0:height, 0:width]
    light = 0.5 * np.clip(1 - np.hypot(across / width - 0.3, down / height - 0.2), 0.03, 1)
    noise = np.random.default_rng(3).normal(0, grain, grey.shape)
    dark: npt.NDArray[np.uint8] = np.clip(grey * light + noise, 0, 255).astype(np.uint8)
    return dark


def test_letters_in_the_dark_are_found_to_be_missing(recognizer: Recognizer) -> None:
    plain = run(recognize(sample("blackboard.jpg"), recognizer)).page
    dark = image_from_array(in_the_dark(sample("blackboard.jpg").pixels // 2, grain=14), "dark")
    page = run(recognize(dark, recognizer)).page
    assert len(page.glyphs) < len(plain.glyphs) - 5
    missed = run(find_missed(dark, page, recognizer))
    assert len(missed) >= FEWEST
    written = [glyph.box for glyph in plain.glyphs]
    on_writing = [any(box.intersection(glyph.box) for box in written) for glyph in missed]
    assert all(on_writing), "each of them is one of the letters"
    again = run(recognize(dark, recognizer, before=page, ink_settings=SETTINGS)).page
    assert len(again.glyphs) > len(page.glyphs)
    assert still_missed(missed, again) == ()
    assert run(find_missed(dark, again, recognizer)) == (), "its ink was found otherwise"


@pytest.mark.parametrize("name", ["blackboard.jpg", "alphabet.jpg", "welcome.jpg"])
def test_nothing_is_missing_from_a_page_that_is_read(
    recognizer: Recognizer, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However dark it is; the limit is taken off here, so that each is looked at."""
    monkeypatch.setattr(missed_writing, "_DARK", 256)
    image = sample(name)
    page = run(recognize(image, recognizer)).page
    assert len(run(find_missed(image, page, recognizer))) < FEWEST


def test_pages_with_enough_light_are_not_read_twice(
    recognizer: Recognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = sample("welcome.jpg")
    page = run(recognize(image, recognizer)).page
    monkeypatch.delattr(missed_writing, "recognize")
    assert run(find_missed(image, page, recognizer)) == ()
