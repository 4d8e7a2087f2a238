"""How letters look: what the network's last layer is given, kept by box, made once."""

from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.page import edits
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, patch_of
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_pages import LetterPlace, ReviewPage, letter_at, look_at

Reviewed = tuple[Reading, ReviewPage]


def test_every_letter_has_its_patch_and_features(
    reviewed: Reviewed, recognizer: Recognizer
) -> None:
    reading, page = reviewed
    assert page.looks is not None
    assert page.looks.covers(page.page.glyphs)
    for glyph in page.page.glyphs[:5]:
        patch = patch_of(reading.layout, glyph.box, recognizer)
        own, feature = page.patch(glyph), page.feature(glyph)
        assert own is not None
        assert feature is not None
        assert np.abs(own - patch).max() <= 0.5 / 255 + 1e-6
        assert feature @ recognizer.features(patch[None])[0] == pytest.approx(1.0, abs=1e-4)


def test_only_boxes_that_are_new_are_looked_at(reviewed: Reviewed, recognizer: Recognizer) -> None:
    reading, page = reviewed
    first = page.page.glyphs[0]
    box = replace(first.box, left=first.box.left - 3)
    moved, _ = edits.move_resize(page.page, first.id, box)
    assert page.looks is not None
    assert not page.looks.covers(moved.glyphs)
    steps = look_at(moved.glyphs, reading.layout, recognizer, known=page.looks)
    looks = run(steps)
    assert looks.covers(moved.glyphs)
    assert len(looks.places) == len(page.page.glyphs)
    second = page.page.glyphs[1]
    row, before = looks.places[second.box], page.looks.places[second.box]
    assert np.array_equal(looks.features[row], page.looks.features[before])
    assert list(look_at(page.page.glyphs, reading.layout, recognizer, known=page.looks)) == []


def test_another_reader_looks_anew(reviewed: Reviewed, recognizer: Recognizer) -> None:
    reading, page = reviewed
    other = replace(recognizer, name="other")
    assert len(list(look_at(page.page.glyphs, reading.layout, other, known=page.looks))) > 0


def test_a_page_without_letters_has_no_looks(reviewed: Reviewed, recognizer: Recognizer) -> None:
    reading, _ = reviewed
    looks = run(look_at((), reading.layout, recognizer))
    assert looks.patches.shape[0] == looks.features.shape[0] == 0


def test_letters_that_come_to_none_are_looked_at(
    reviewed: Reviewed, recognizer: Recognizer
) -> None:
    reading, page = reviewed
    glyphs, none = page.page.glyphs[:3], run(look_at((), reading.layout, recognizer))
    looks = run(look_at(glyphs, reading.layout, recognizer, known=none))
    assert looks.covers(glyphs)
    assert not looks.covers(page.page.glyphs)
    assert page.looks is not None
    rows = [page.looks.places[glyph.box] for glyph in glyphs]
    assert np.abs(looks.features - page.looks.features[rows]).max() < 1e-4


def test_letters_are_found_by_their_place(reviewed: Reviewed) -> None:
    _, page = reviewed
    place, glyph = next(page.letters())
    assert letter_at([page], place) is glyph
    assert letter_at([page], LetterPlace(0, 10_000)) is None
    assert letter_at([page], LetterPlace(7, place.glyph_id)) is None


def test_alike_letters_have_alike_features(reviewed: Reviewed) -> None:
    _, page = reviewed
    assert page.looks is not None
    glyphs = page.page.glyphs
    likeness = page.looks.features @ page.looks.features.T
    rows = [page.looks.places[glyph.box] for glyph in glyphs]
    same = np.array([[a.character == b.character for b in glyphs] for a in glyphs])
    ordered = likeness[np.ix_(rows, rows)]
    assert np.median(ordered[same]) > np.quantile(ordered[~same], 0.99)
