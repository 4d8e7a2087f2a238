"""Which letters of a page a reader may learn from."""

from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.retyping import retyped
from ocrdesk.services.letters import Letters, confirmed_letters, together
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, patch_of, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.synthesis import PageSettings, synthesise_page


@pytest.fixture(scope="module")
def reading(recognizer: Recognizer) -> Reading:
    drawn = synthesise_page(
        ["READ ME"], np.random.default_rng(1), PageSettings(width=900, height=400)
    )
    return run(recognize(image_from_array(drawn.pixels), recognizer))


def test_what_a_person_confirmed_is_learnt_as_the_network_saw_it(
    reading: Reading, recognizer: Recognizer
) -> None:
    page = reading.page
    first, second = page.glyphs[:2]
    page, _ = edits.confirm(page, first.id)
    page, _ = edits.set_correction(page, second.id, "X")
    letters = confirmed_letters(page, reading.layout, recognizer.geometry)
    assert letters.characters == (first.character, "X")
    assert np.array_equal(letters.patches[0], patch_of(reading.layout, first.box, recognizer))
    page, _ = edits.clear_correction(page, second.id)
    assert len(confirmed_letters(page, reading.layout, recognizer.geometry)) == 1


def test_letters_typed_into_the_text_teach_nothing(
    reading: Reading, recognizer: Recognizer
) -> None:
    page, _ = retyped(reading.page, reading.page.text + "Q")
    assert page.glyphs[-1].correction == "Q"
    assert not len(confirmed_letters(page, reading.layout, recognizer.geometry))


def test_only_single_characters_teach(reading: Reading, recognizer: Recognizer) -> None:
    """No window writes others into a document, but whoever makes one by hand may."""
    page = reading.page.with_glyph(replace(reading.page.glyphs[0], correction="AB"))
    assert not len(confirmed_letters(page, reading.layout, recognizer.geometry))


def test_bare_paper_teaches_nothing(reading: Reading, recognizer: Recognizer) -> None:
    glyph = reading.page.glyphs[0]
    bare = replace(glyph, box=BoundingBox(0, 0, 5, 5), correction="A")
    page = reading.page.with_glyph(bare)
    assert not len(confirmed_letters(page, reading.layout, recognizer.geometry))


def test_the_same_picture_counts_once_as_it_was_called_last(recognizer: Recognizer) -> None:
    patches = np.random.default_rng(0).random((3, 28, 28)).astype(np.float32)
    old = Letters(patches[:2].copy(), ("A", "B"))
    new = Letters(patches[1:].copy(), ("8", "C"))
    both = together([old, new], recognizer.geometry)
    assert sorted(both.characters) == ["8", "A", "C"]
    assert not len(together([], recognizer.geometry))
    with pytest.raises(ValueError, match="read-only"):
        both.patches[0, 0, 0] = 1
