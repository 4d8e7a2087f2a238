"""Open pages teach a hand and are read again; what is undone is un-taught."""

from collections.abc import Sequence

import numpy as np
import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page.edits import clear_correction, confirm, set_correction
from ocrdesk.page.elements import Page
from ocrdesk.services.learning import FIRST_NAME, LaidPage, learn
from ocrdesk.services.profile_store import list_profiles, load_profile
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import Reading, recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.vision.synthesis import PageSettings, synthesise_page


@pytest.fixture(scope="module")
def reading(recognizer: Recognizer) -> Reading:
    settings = PageSettings(width=1000, height=500, neatness=0.4)
    drawn = synthesise_page(["LEARN MY HAND", "AND READ 123"], np.random.default_rng(3), settings)
    return run(recognize(image_from_array(drawn.pixels), recognizer))


def _confirmed(page: Page, ids: Sequence[int]) -> Page:
    for glyph_id in ids:
        page, _ = confirm(page, glyph_id)
    return page


def test_a_new_hand_is_saved_and_the_rest_read_with_it(
    reading: Reading, recognizer: Recognizer
) -> None:
    page = _confirmed(reading.page, range(1, 15))
    learnt = run(learn("print36", recognizer, [LaidPage(page, reading.layout)]))
    assert not learnt.adaptation.refusal
    assert learnt.letters == 14
    assert [name for name, _ in list_profiles()] == [FIRST_NAME]
    assert learnt.reader.name == FIRST_NAME
    (read,) = learnt.pages
    for old, new in zip(page.glyphs, read.glyphs, strict=True):
        assert (old == new) == old.is_confirmed
    second = run(learn("print36", recognizer, [LaidPage(page, reading.layout)]))
    assert second.reader.name == f"{FIRST_NAME} 2"


def test_a_profile_learns_more_and_forgets_what_was_taken_back(
    reading: Reading, recognizer: Recognizer
) -> None:
    page = _confirmed(reading.page, range(1, 11))
    run(learn("print36", recognizer, [LaidPage(page, reading.layout)]))
    page, _ = clear_correction(page, 2)
    page = _confirmed(page, [12, 13])
    learnt = run(learn(FIRST_NAME, None, [LaidPage(page, reading.layout)]))
    assert learnt.letters == 11
    assert learnt.reader.name == FIRST_NAME
    assert len(load_profile(FIRST_NAME).letters) == 11
    assert len(run(learn(FIRST_NAME, None, [])).pages) == 0
    assert len(load_profile(FIRST_NAME).letters) == 11


def test_a_change_for_the_worse_is_neither_saved_nor_read_with(
    reading: Reading, recognizer: Recognizer
) -> None:
    page = reading.page
    wrong = np.random.default_rng(0).permutation([glyph.character for glyph in page.glyphs])
    for glyph, character in zip(page.glyphs, wrong.tolist(), strict=True):
        page, _ = set_correction(page, glyph.id, character)
    learnt = run(learn("print36", recognizer, [LaidPage(page, reading.layout)]))
    assert learnt.adaptation.refusal
    assert not learnt.pages
    assert not list_profiles()


def test_reading_again_stops_at_many_places_and_looks_at_open_letters_only(
    reading: Reading, recognizer: Recognizer
) -> None:
    steps = len(list(reread(reading.page, reading.layout, recognizer)))
    assert steps >= 3 + len(reading.page.lines)
    page = _confirmed(reading.page, [glyph.id for glyph in reading.page.glyphs])
    assert len(list(reread(page, reading.layout, recognizer))) < steps
    assert run(reread(page, reading.layout, recognizer)).lines == page.lines


def test_learning_tells_how_far_it_is_and_leaves_nothing_when_stopped(
    reading: Reading, recognizer: Recognizer
) -> None:
    page = _confirmed(reading.page, range(1, 15))
    reports = []
    task = learn("print36", recognizer, [LaidPage(page, reading.layout)])
    for report in task:
        reports.append(report)
        if report.stage == "Reading again":
            break
    fractions = [report.fraction for report in reports]
    assert fractions == sorted(fractions)
    assert {"Collecting your letters", "Looking at your letters"} <= {r.stage for r in reports}
    task.close()
    assert not list_profiles()
