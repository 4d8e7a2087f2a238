"""The text as an editor: what is typed there is what the page reads."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.errors import EditError
from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.edits import NOTHING, Change
from ocrdesk.page.elements import UNREADABLE, Glyph, Line, Page, Word
from ocrdesk.page.retyping import retyped
from ocrdesk.page.typed_text import tidied
from tests.page.pages import assert_sound, page_of


def corrected(page: Page) -> dict[int, str]:
    return {glyph.id: glyph.correction for glyph in page.glyphs if glyph.correction}


def test_another_letter_is_a_correction_and_the_others_are_not_touched() -> None:
    page = page_of("HE11O WORLD", "AGAIN")
    after, change = retyped(page, "HELLO WORLD\nAGAIN")
    assert after.text == "HELLO WORLD\nAGAIN"
    assert change == Change("Edit text", frozenset({3, 4}))
    assert corrected(after) == {3: "L", 4: "L"}
    assert after.lines[1] is page.lines[1]
    assert all(after.glyph(i) is page.glyph(i) for i in (1, 2, 5, 6))
    assert after.glyph(3).box == page.glyph(3).box
    assert after.glyph(3).predictions == page.glyph(3).predictions


def test_a_confirmed_letter_may_be_typed_over() -> None:
    page, _ = edits.set_correction(page_of("ABC"), 2, "8")
    assert corrected(retyped(page, "AXC")[0]) == {2: "X"}
    assert corrected(retyped(page, "ABC")[0]) == {2: "B"}


@pytest.mark.parametrize("text", ["AB C\nD", " AB  C\n\nD\n", "AB\tC\r\nD", "AB\u00a0C\u2029D"])
def test_the_same_text_is_nothing_to_do(text: str) -> None:
    page = page_of("AB C", "D")
    after, change = retyped(page, text)
    assert after is page
    assert change == NOTHING


def test_deleted_letters_words_and_rows_go() -> None:
    page = page_of("AB CD", "EF", "G")
    assert retyped(page, "AB D\nEF\nG")[1].glyph_ids == {3}
    after, change = retyped(page, "AB\nG")
    assert after.text == "AB\nG"
    assert change.glyph_ids == {3, 4, 5, 6, 7}
    assert corrected(after) == {}
    assert retyped(page, "")[0].lines == ()
    assert retyped(page, "", line=1)[0].text == "AB CD\nG"


@pytest.mark.parametrize(("caret", "gone"), [(3, 4), (2, 3)])
def test_the_caret_tells_which_letter_was_deleted(caret: int, gone: int) -> None:
    page = page_of("HELLO")
    assert retyped(page, "HELO", caret=caret)[1].glyph_ids == {gone}
    assert retyped(page, "HELO", line=0, caret=caret)[1].glyph_ids == {gone}


@pytest.mark.parametrize(("caret", "kept"), [(0, [3, 4]), (2, [1, 2])])
def test_the_caret_tells_which_row_was_deleted(caret: int, kept: list[int]) -> None:
    after, _ = retyped(page_of("AB", "AB"), "AB", caret=caret)
    assert [glyph.id for glyph in after.glyphs] == kept


@pytest.mark.parametrize(
    ("text", "ids"),
    [("A B CD\nEF", {2}), ("ABCD\nEF", {3}), ("AB C D\nEF", {4}), ("AB CD EF", {5, 6})],
)
def test_spaces_and_line_breaks_are_borders(text: str, ids: set[int]) -> None:
    page = page_of("AB CD", "EF")
    after, change = retyped(page, text)
    assert after.text == text
    assert change.glyph_ids == ids
    assert after.glyphs == page.glyphs


def test_a_line_break_parts_and_joins_rows() -> None:
    page = page_of("ABC", "DE", "F")
    assert retyped(page, "A\nBC\nDE\nF")[1].glyph_ids == {2, 3, 4, 5, 6}
    assert retyped(page, "A\nBC", line=0)[0].text == "A\nBC\nDE\nF"
    joined, _ = retyped(page, "ABC\nDEF")
    assert [len(line.words) for line in joined.lines] == [1, 1]
    assert joined.glyphs == page.glyphs


@pytest.mark.parametrize(("old", "new"), [("RN", "M"), ("VV", "W"), ("III", "M"), ("13", "B")])
def test_several_that_gave_way_to_one_letter_were_one(old: str, new: str) -> None:
    page = page_of(f"A{old}C")
    page = replace(page, lines=(_narrowed(page.lines[0]),))
    after, change = retyped(page, f"A{new}C")
    assert after.text == f"A{new}C"
    assert change.glyph_ids == set(range(2, 2 + len(old)))
    assert after.glyph(2) == Glyph(2, BoundingBox(30, 40, 28 + 10 * len(old), 70), (), new)


def _narrowed(line: Line) -> Line:
    """Return a row of one word with letters 8 wide and 2 apart."""
    (word,) = line.words
    boxes = [BoundingBox(20 + 10 * i, 40, 28 + 10 * i, 70) for i in range(len(word.glyphs))]
    return Line((Word(tuple(map(_with_box, word.glyphs, boxes))),))


def _with_box(glyph: Glyph, box: BoundingBox) -> Glyph:
    return replace(glyph, box=box)


def test_letters_of_a_word_retyped_shorter_are_not_one_letter() -> None:
    page = page_of("ABCDE")
    after, _ = retyped(page, "X")
    assert after.text == "X"
    assert after.glyph(1).box == page.glyph(1).box


def test_one_that_gave_way_to_several_is_parted() -> None:
    page = page_of("AMB C")
    after, change = retyped(page, "ARNB C")
    assert change.glyph_ids == {2, 5}
    assert [after.glyph(i).box for i in (2, 5)] == [
        BoundingBox(48, 40, 58, 70),
        BoundingBox(58, 40, 68, 70),
    ]
    assert corrected(after) == {2: "R", 5: "N"}


def test_a_word_typed_over_keeps_its_boxes() -> None:
    page = page_of("ABCDE FG")
    after, _ = retyped(page, "VWXYZ FG")
    assert [glyph.box for glyph in after.glyphs] == [glyph.box for glyph in page.glyphs]
    assert [glyph.id for glyph in after.glyphs] == [glyph.id for glyph in page.glyphs]


def test_the_sign_for_unreadable_ink() -> None:
    page, added = edits.add_glyph(page_of("AB"), BoundingBox(300, 40, 320, 70))
    (drawn,) = added.glyph_ids
    assert retyped(page, page.text) == (page, NOTHING)
    assert corrected(retyped(page, "AB C")[0]) == {drawn: "C"}
    put_in, _ = retyped(page_of("AB"), f"AB{UNREADABLE}")
    assert put_in.glyph(3).correction is None
    assert put_in.text == f"AB{UNREADABLE}"
    assert corrected(retyped(page_of("AB"), f"A{UNREADABLE}")[0]) == {2: UNREADABLE}


@pytest.mark.parametrize(
    "text", ["A\x07B", "A\u200bB", "AB\ud800", "AB\x7f", "AX\u0304", "\u0301AB"]
)
def test_what_cannot_be_a_label_is_refused(text: str) -> None:
    with pytest.raises(EditError, match="cannot be the label"):
        retyped(page_of("AB"), text)


def test_an_accent_typed_after_its_letter_belongs_to_it() -> None:
    page = page_of("CAFE X")
    after, _ = retyped(page, "CAFE\u0301 X")
    assert after.text == "CAF\u00c9 X"
    assert corrected(after) == {4: "\u00c9"}


def test_a_row_that_is_not_there() -> None:
    for line in (-1, 2):
        with pytest.raises(EditError, match="no row"):
            retyped(page_of("A", "B"), "X", line=line)


def test_rows_and_words_that_changed_places_move_with_all_their_letters() -> None:
    page = page_of("ABC", "DEFG HI", "JKL", "MN")
    after, change = retyped(page, "JKL\nABC\nDEFG HI\nMN")
    assert after.lines == (page.lines[2], page.lines[0], page.lines[1], page.lines[3])
    assert change.glyph_ids == set(range(1, 13))
    after, _ = retyped(page, "JKL\nDEXG HI\nABC\nMN")
    assert corrected(after) == {6: "X"}
    assert after.lines[0] is page.lines[2]
    assert after.lines[2] is page.lines[0]
    after, _ = retyped(page, "ABC\nHI DEFG\nJKL\nMN")
    assert after.lines[1].words == page.lines[1].words[::-1]
    assert corrected(after) == {}


def test_single_letters_that_changed_places_were_misread() -> None:
    assert corrected(retyped(page_of("O 0"), "0 O")[0]) == {1: "0", 2: "O"}


TEXTS = st.text(f"AB8 \n{UNREADABLE}", max_size=16)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, st.none() | st.integers(0, 16))
def test_the_page_reads_what_was_typed(first: str, second: str, caret: int | None) -> None:
    page = page_of("AB BA", "8", "B A")
    for text in (f"A{first}", f"B{second}", tidied(page.text)):
        before = page
        page, change = retyped(page, text, caret=caret)
        assert_sound(page)
        assert page.text == tidied(text)
        assert bool(change) == (page is not before)
        for glyph in page.glyphs:
            if glyph.id in before and glyph != before.glyph(glyph.id):
                assert glyph.id in change.glyph_ids


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2), TEXTS)
def test_a_row_retyped_leaves_the_others_alone(line: int, text: str) -> None:
    page = page_of("AB BA", "8", "B A")
    after, _ = retyped(page, text, line=line)
    assert_sound(after)
    rows = page.text.split("\n")
    assert after.text == tidied("\n".join([*rows[:line], text, *rows[line + 1 :]]))
    assert after.lines[:line] == page.lines[:line]
    rest = page.lines[line + 1 :]
    assert after.lines[len(after.lines) - len(rest) :] == rest
