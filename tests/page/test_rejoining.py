"""A page read anew in other ink keeps what a person confirmed, and goes back in one step."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.geometry import BoundingBox
from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from ocrdesk.page.borders import join_words
from ocrdesk.page.deltas import apply, reverse
from ocrdesk.page.edits import NOTHING, set_correction
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.history import step_between
from ocrdesk.page.rejoining import rejoined
from tests.page.pages import assert_sound, ids_of, page_of, read_as

_OTHER = InkSettings(sensitivity=40)


def _read(*rows: str) -> Page:
    return replace(page_of(*rows), ink_settings=_OTHER)


def _confirmed(page: Page, characters: str, given: str | None = None) -> Page:
    for glyph_id, character in zip(ids_of(page, characters), given or characters, strict=True):
        page, _ = set_correction(page, glyph_id, character)
    return page


def _mapped(page: Page, change: Callable[[Glyph], Glyph]) -> Page:
    return page.with_glyphs({glyph.id: change(glyph) for glyph in page.glyphs})


def _kept(page: Page) -> dict[int, Glyph]:
    return {glyph.id: glyph for glyph in page.glyphs if glyph.is_confirmed}


def test_confirmed_letters_stay_in_the_place_of_those_they_cover() -> None:
    page = _confirmed(page_of("AB CD", "EFG"), "BF", "8P")
    after, change = rejoined(page, _read("HI JK", "LMN"), name="Read")
    assert after.text == "H8 JK\nLPN"
    assert _kept(after) == _kept(page)
    assert after.ink_settings == _OTHER
    assert change.has_other_ink
    assert change.name == "Read"
    # Letters that lie where others were keep their numbers.
    assert [glyph.id for glyph in after.glyphs] == [glyph.id for glyph in page.glyphs]


def test_letters_that_only_now_come_out_join_the_row() -> None:
    page = _confirmed(page_of("A"), "A", "4")
    after, _ = rejoined(page, _read("ABC DE", "FG"), name="Read")
    assert after.text == "4BC DE\nFG"
    assert_sound(after)


def test_what_was_parted_otherwise_gives_way_to_what_was_confirmed() -> None:
    page = _confirmed(page_of("ABC"), "AB")
    first, second, third = page_of("ABC").glyphs
    wide = Glyph(1, BoundingBox(first.box.left, 40, second.box.right, 70), read_as("W"))
    read = Page(900, 600, (Line((Word((wide, replace(third, id=2))),)),), ink_settings=_OTHER)
    after, _ = rejoined(page, read, name="Read")
    assert after.text == "ABC"
    halves = [
        replace(first, id=1, box=BoundingBox(20, 40, 29, 70)),
        replace(first, id=2, box=BoundingBox(31, 40, 40, 70)),
    ]
    read = replace(read, lines=(Line((Word(tuple(halves)),)),))
    after, _ = rejoined(page, read, name="Read")
    assert [glyph.character for glyph in after.glyphs] == ["A", "B"]


def test_a_confirmed_letter_without_ink_stays_too() -> None:
    page = _confirmed(page_of("ABC", "DEF"), "E")
    after, _ = rejoined(page, _read("ABC"), name="Read")
    assert after.text == "ABC\nE"
    nothing, change = rejoined(page, replace(_read(), lines=()), name="Read")
    assert nothing.text == "E"
    assert change


def test_spaces_between_confirmed_letters_are_as_they_were_decided() -> None:
    page = _confirmed(page_of("AB CD"), "ABCD")
    joined, _ = join_words(page, ids_of(page, "C")[0])
    assert joined.text == "ABCD"
    after, _ = rejoined(joined, _read("AB CD"), name="Read")
    assert after.text == "ABCD"
    parted, _ = rejoined(page, replace(_read("ABCD"), lines=joined.lines), name="Read")
    assert parted.text == "AB CD"


def test_nothing_to_do_is_nothing_and_other_settings_are_something() -> None:
    page = page_of("ABC")
    assert rejoined(page, page, name="Read") == (page, NOTHING)
    empty = Page(90, 60)
    after, change = rejoined(empty, replace(empty, ink_settings=_OTHER), name="Read")
    assert after.ink_settings == _OTHER
    assert change
    assert not change.glyph_ids
    back, change = rejoined(after, empty, name="Read")
    assert back.ink_settings == AUTOMATIC
    assert change


@given(st.data())
def test_any_reading_keeps_what_is_confirmed_and_goes_back(data: st.DataObject) -> None:
    letters = st.text("ABCDEFG ", min_size=1, max_size=8).filter(str.strip)
    rows = st.lists(letters, max_size=3)
    page = page_of(*data.draw(rows))
    chosen = data.draw(st.sets(st.sampled_from(range(12))))
    for glyph in page.glyphs:
        if glyph.id in chosen:
            page, _ = set_correction(page, glyph.id, "X")
    shift = data.draw(st.integers(-9, 9))
    read = _mapped(
        _read(*data.draw(rows)),
        lambda glyph: replace(glyph, box=glyph.box.moved(shift, shift), ink=read_as("Q")),
    )
    after, change = rejoined(page, read, name="Read")
    assert_sound(after)
    assert _kept(after) == _kept(page)
    step = step_between(page, after, change)
    assert apply(page, step.delta) == after
    assert apply(after, reverse(step.delta)) == page


def test_a_reading_that_only_parts_words_otherwise_is_a_change() -> None:
    page = page_of("ABCD")
    (word,) = page.lines[0].words
    read = replace(page, lines=(Line((Word(word.glyphs[:2]), Word(word.glyphs[2:]))),))
    after, change = rejoined(page, read, name="Read")
    assert after.text == "AB CD"
    assert change
