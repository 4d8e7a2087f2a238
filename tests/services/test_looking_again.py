"""Boxes are looked at again a few at a time, those whose character a person said not at all."""

import numpy as np
import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page.edits import clear_correction, set_correction
from ocrdesk.services.letters import collect_letters, confirmed_letters
from ocrdesk.services.looking_again import look_again
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.vision.patches import cut_patches
from ocrdesk.vision.synthesis import PageSettings, synthesise_page


@pytest.fixture(scope="module")
def reading(recognizer: Recognizer) -> Reading:
    settings = PageSettings(width=1000, height=500, neatness=0.4)
    drawn = synthesise_page(["LOOK AGAIN AT", "OPEN LETTERS"], np.random.default_rng(5), settings)
    return run(recognize(image_from_array(drawn.pixels), recognizer))


def test_open_letters_are_seen_as_all_at_once(reading: Reading, recognizer: Recognizer) -> None:
    page, _ = set_correction(reading.page, 2, "Q")
    page, _ = set_correction(page, 3, "€")  # which the recognizer cannot name
    seen = run(look_again(page, reading.layout, recognizer))
    inks = [reading.layout.box_ink(glyph.box) for glyph in page.glyphs]
    probabilities, shares = recognizer.judge(cut_patches(inks, recognizer.geometry))
    is_open = np.arange(len(inks)) != 1
    assert np.allclose(seen.probabilities[is_open], probabilities[is_open], atol=1e-5)
    assert np.allclose(seen.shares[is_open], shares[is_open], atol=1e-5)
    assert np.allclose(seen.probabilities[1], 1 / len(recognizer.charset))
    assert seen.is_inked.all()


def test_what_a_person_said_is_the_same_to_its_neighbours_whatever_its_ink(
    reading: Reading, recognizer: Recognizer
) -> None:
    """The ink below a correction is not looked at, but must say nothing when it is taken back."""
    page, _ = set_correction(reading.page, 2, "Q")
    corrected = run(reread(page, reading.layout, recognizer))
    assert corrected.glyph(2) == page.glyph(2)
    open_again, _ = clear_correction(corrected, 2)
    again = run(reread(open_again, reading.layout, recognizer))
    fresh = run(reread(reading.page, reading.layout, recognizer))
    assert [glyph.character for glyph in again.glyphs] == [g.character for g in fresh.glyphs]


def test_letters_are_cut_a_few_at_a_time(reading: Reading, recognizer: Recognizer) -> None:
    page = reading.page
    for glyph in page.glyphs:
        page, _ = set_correction(page, glyph.id, "A")
    assert len(page.glyphs) > 16
    task = collect_letters(page, reading.layout, recognizer.geometry)
    assert len(list(task)) == -(-len(page.glyphs) // 16)
    letters = confirmed_letters(page, reading.layout, recognizer.geometry)
    inks = [reading.layout.box_ink(glyph.box) for glyph in page.glyphs]
    assert np.array_equal(letters.patches, cut_patches(inks, recognizer.geometry))
