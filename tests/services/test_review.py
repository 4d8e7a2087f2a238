"""Which letters are doubtful, and that counting on along edits equals counting afresh."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.elements import UNREADABLE, Glyph, Line, Page, Prediction, Word
from ocrdesk.services.review import DOUBTFUL_BELOW, Tally, is_doubtful, tally, tally_change


def page_with(*probabilities: float) -> Page:
    glyphs = tuple(
        Glyph(i, BoundingBox(i * 20, 0, i * 20 + 15, 20), (Prediction("A", p),))
        for i, p in enumerate(probabilities, start=1)
    )
    return Page(400, 40, (Line((Word(glyphs),)),))


def test_a_letter_is_doubtful_until_it_is_sure_or_confirmed() -> None:
    page = page_with(DOUBTFUL_BELOW, DOUBTFUL_BELOW - 0.01, 0.1)
    assert [glyph.id for glyph in page.glyphs if is_doubtful(glyph)] == [2, 3]
    page, _ = edits.confirm(page, 3)
    assert [glyph.id for glyph in page.glyphs if is_doubtful(glyph)] == [2]


def test_a_letter_never_read_is_doubtful() -> None:
    assert is_doubtful(Glyph(1, BoundingBox(0, 0, 1, 1)))


def test_what_cannot_be_read_is_doubtful_however_sure_that_is() -> None:
    drawing = Glyph(1, BoundingBox(0, 0, 1, 1), (Prediction(UNREADABLE, 0.99),))
    assert is_doubtful(drawing)
    assert not is_doubtful(replace(drawing, correction="A"))
    assert not is_doubtful(replace(drawing, correction=UNREADABLE))


def test_an_empty_page_counts_nothing() -> None:
    assert tally(Page(10, 10)) == Tally(0, 0, 0)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 8), st.sampled_from("scda")), max_size=20))
def test_counting_on_equals_counting_afresh(steps: list[tuple[int, str]]) -> None:
    page = page_with(0.99, 0.5, 0.95, 0.2, 0.7, 0.91)
    counted = tally(page)
    for glyph_id, kind in steps:
        if kind == "a":
            after, change = edits.add_glyph(page, BoundingBox(glyph_id, 1, glyph_id + 9, 20))
        elif glyph_id not in page:
            continue
        elif kind == "s":
            after, change = edits.set_correction(page, glyph_id, "B")
        elif kind == "c":
            after, change = edits.clear_correction(page, glyph_id)
        else:
            after, change = edits.delete(page, glyph_id)
        counted += tally_change(page, after, change.glyph_ids)
        page = after
        assert counted == tally(page)
