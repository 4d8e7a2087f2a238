"""Letters that look alike and were read alike are asked about together, once each."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.page import edits
from ocrdesk.page.elements import UNREADABLE, Page, Prediction
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review import is_doubtful
from ocrdesk.services.review_groups import find_groups
from ocrdesk.services.review_pages import LetterPlace, PageLooks, ReviewPage, look_at
from tests.page.pages import page_of

Reviewed = tuple[Reading, ReviewPage]


def _sure(page: Page, probabilities: Mapping[int, float]) -> Page:
    """Return the page with these probabilities by id, and 0.99 for the others."""
    changed = {}
    for glyph in page.glyphs:
        p = probabilities.get(glyph.id, 0.99)
        predictions = (Prediction(glyph.character, p), Prediction("Z", 1 - p))
        changed[glyph.id] = replace(glyph, predictions=predictions)
    return page.with_glyphs(changed)


def _looking(page: Page, reviewed: Reviewed, directions: Mapping[int, float]) -> ReviewPage:
    """Return a page whose letters look as angles in radians say, 0 where nothing is said."""
    known = reviewed[1].looks
    assert known is not None
    angles = [directions.get(glyph.id, 0.0) for glyph in page.glyphs]
    features = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    places = {glyph.box: row for row, glyph in enumerate(page.glyphs)}
    patches = np.full((len(angles), 28, 28), 255, np.uint8)
    return ReviewPage(0, page, PageLooks(known.layout, known.recognizer, places, patches, features))


def _members(page: ReviewPage) -> list[list[int]]:
    return [[place.glyph_id for place in group.members] for group in find_groups([page])]


def test_only_doubtful_letters_are_asked_about_with_all_that_look_like_them(
    reviewed: Reviewed,
) -> None:
    page = _sure(page_of("SSSSSAA"), {2: 0.5, 7: 0.6})
    groups = find_groups([_looking(page, reviewed, {3: 1.0, 4: 0.1, 5: 0.05})])
    assert [group.character for group in groups] == ["S", "A"]
    assert [place.glyph_id for place in groups[0].members] == [2, 1, 5, 4]
    assert groups[0].gain == pytest.approx(0.5 + 3 * 0.01)
    assert [place.glyph_id for place in groups[1].members] == [7, 6]


def test_the_order_is_by_doubt_and_how_many_look_the_same(reviewed: Reviewed) -> None:
    doubts = {1: 0.2, 2: 0.7, 3: 0.7, 4: 0.7, 5: 0.85}
    page = _sure(page_of("ABBBC"), doubts)
    assert _members(_looking(page, reviewed, {})) == [[2, 3, 4], [1], [5]]


def test_every_doubtful_letter_is_in_one_group(reviewed: Reviewed) -> None:
    page = _sure(page_of("SSSSSSSS"), dict.fromkeys(range(1, 9), 0.6))
    groups = _members(_looking(page, reviewed, {n: 0.2 * n for n in range(1, 9)}))
    assert sorted(number for group in groups for number in group) == list(range(1, 9))


def test_confirmed_letters_are_settled(reviewed: Reviewed) -> None:
    page = _sure(page_of("SSS"), {1: 0.5, 2: 0.5})
    page, _ = edits.confirm(page, 1)
    assert _members(_looking(page, reviewed, {})) == [[2, 3]]


def test_what_cannot_be_read_is_asked_about_alone(reviewed: Reviewed) -> None:
    page = page_of("SS")
    drawing = (Prediction(UNREADABLE, 0.8), Prediction("S", 0.2))
    page = page.with_glyphs({g.id: replace(g, predictions=drawing) for g in page.glyphs})
    assert _members(_looking(page, reviewed, {})) == [[1], [2]]


def test_twins_are_grouped_where_words_tell_them_apart_alike(reviewed: Reviewed) -> None:
    doubts = dict.fromkeys((1, 4, 7, 10, 11, 12), 0.6)
    page = _sure(page_of("0AB 036 034 0", "00"), doubts)
    found = sorted(map(sorted, _members(_looking(page, reviewed, {}))))
    zeros = {g.id for g in page.glyphs if g.character == "0"}
    assert [group for group in found if set(group) <= zeros] == [[1], [4, 7], [10], [11, 12]]


def test_letters_that_were_not_looked_at_yet_stand_alone() -> None:
    page = _sure(page_of("SSS"), {1: 0.5, 2: 0.4})
    assert _members(ReviewPage(0, page)) == [[2], [1]]


def test_groups_reach_over_pages(reviewed: Reviewed, recognizer: Recognizer) -> None:
    reading, first = reviewed
    page = _sure(reading.page, {g.id: 0.7 for g in reading.page.glyphs if g.character == "S"})
    looks = run(look_at(page.glyphs, reading.layout, recognizer, known=first.looks))
    pages = [ReviewPage(number, page, looks) for number in (0, 1)]
    groups = find_groups(pages)
    assert {place.page for place in groups[0].members} == {0, 1}
    settled = [place for group in groups for place in group.members]
    assert len(settled) == len(set(settled))
    doubtful = [LetterPlace(n, g.id) for n in (0, 1) for g in page.glyphs if is_doubtful(g)]
    assert set(doubtful) <= set(settled)
