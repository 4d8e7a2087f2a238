"""A page is told to be in a hand that is kept where its letters look so, and only there."""

from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.hand_keeping import create_hand
from ocrdesk.services.hand_telling import (
    APART,
    FEWEST_LETTERS,
    SURE,
    HandLikeness,
    HandShelf,
    compare,
    surely,
    tell_hand,
)
from ocrdesk.services.letters import Letters
from ocrdesk.services.profile_store import Profile, save_profile
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import cut_patches
from ocrdesk.vision.synthesis import PageSettings, synthesise_page

_SETTINGS = PageSettings(width=1100, height=520, neatness=0.2)
_TEXT = ["THE QUICK BROWN FOX", "JUMPS OVER A LAZY DOG"]


def _page(recognizer: Recognizer, hand: int) -> Reading:
    """Return a page by a made-up hand, read."""
    drawn = synthesise_page(_TEXT, np.random.default_rng(hand), _SETTINGS)
    return run(recognize(image_from_array(drawn.pixels), recognizer, may_turn=False))


def _keep(name: str, reading: Reading, recognizer: Recognizer) -> None:
    """Keep the letters of a page as a hand."""
    glyphs = reading.page.glyphs
    inks = [reading.layout.box_ink(glyph.box) for glyph in glyphs]
    characters = tuple(glyph.character for glyph in glyphs)
    letters = Letters(cut_patches(inks, recognizer.geometry), characters)
    save_profile(Profile(name, recognizer, replace(recognizer, name=name), letters))


def test_a_page_is_told_to_be_in_its_hand(recognizer: Recognizer) -> None:
    own, other = _page(recognizer, 3), _page(recognizer, 8)
    _keep("Ann", own, recognizer)
    _keep("Bob", other, recognizer)
    run(create_hand("Carl", "print36"))  # has learnt nothing: nothing can be said of it
    shelf = HandShelf()
    told = run(tell_hand(own.page, own.layout, shelf))
    assert told is not None
    assert told.name == "Ann"
    told = run(tell_hand(other.page, other.layout, shelf))
    assert told is not None
    assert told.name == "Bob"
    foreign = _page(recognizer, 21)
    assert run(tell_hand(foreign.page, foreign.layout, shelf)) is None


def test_hands_are_read_again_only_where_their_file_changed(recognizer: Recognizer) -> None:
    reading = _page(recognizer, 3)
    _keep("Ann", reading, recognizer)
    shelf = HandShelf()
    (first,) = run(shelf.hands())
    assert run(shelf.hands())[0] is first
    _keep("Bob", reading, recognizer)
    again, other = run(shelf.hands())
    assert again is first
    assert other.eye is first.eye
    (found, _) = run(compare(reading.page, reading.layout, shelf))
    assert found.letters == len(reading.page.glyphs)


@pytest.mark.parametrize(
    ("ratio", "letters", "next_best", "is_told"),
    [
        (SURE, FEWEST_LETTERS, SURE - APART, True),
        (SURE - 0.01, FEWEST_LETTERS, 0.0, False),
        (SURE, FEWEST_LETTERS - 1, 0.0, False),
        (SURE, FEWEST_LETTERS, SURE - APART + 0.01, False),
    ],
)
def test_a_hand_is_told_only_beyond_doubt(
    ratio: float, letters: int, next_best: float, *, is_told: bool
) -> None:
    likenesses = [HandLikeness("Bob", next_best, letters), HandLikeness("Ann", ratio, letters)]
    told = surely(likenesses)
    assert (told is not None and told.name == "Ann") == is_told
    assert surely([]) is None
