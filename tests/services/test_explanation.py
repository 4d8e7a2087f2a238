"""Why a letter was read so: the parts that matter, the letters it is like, what words did."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.geometry import BoundingBox
from ocrdesk.page import edits
from ocrdesk.page.elements import UNREADABLE, Glyph, Prediction
from ocrdesk.services.explanation import language_share, nearest_known, occlusion_map
from ocrdesk.services.progress import run
from ocrdesk.services.prototypes import Prototypes, draw_prototypes
from ocrdesk.services.recognition import Reading
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_pages import LetterPlace, ReviewPage

Reviewed = tuple[Reading, ReviewPage]


@pytest.fixture(scope="module")
def prototypes(recognizer: Recognizer) -> Prototypes:
    return run(draw_prototypes(recognizer, np.random.default_rng(0)))


def _patch(page: ReviewPage, character: str) -> tuple[Glyph, npt.NDArray[np.float32]]:
    glyph = next(glyph for glyph in page.page.glyphs if glyph.character == character)
    patch = page.patch(glyph)
    assert patch is not None
    return glyph, patch


def test_covering_what_makes_the_letter_costs_most(
    reviewed: Reviewed, recognizer: Recognizer
) -> None:
    _, patch = _patch(reviewed[1], "R")
    found = occlusion_map(patch, "R", recognizer)
    assert found is not None
    assert found.drops.shape == (9, 9)
    row, column = np.unravel_index(found.drops.argmax(), found.drops.shape)
    side = round(found.window * len(patch))
    top, left = (round(int(at) * (len(patch) - side) / 8) for at in (row, column))
    covered = patch.copy()
    covered[top : top + side, left : left + side] = 0.5
    given, share = recognizer.judge(np.stack([patch, covered]))
    chances = given[:, recognizer.charset.index("R")] * share
    assert found.drops.max() == pytest.approx(np.log(chances[0] / chances[1]), rel=1e-3)
    assert found.drops.max() > 0


def test_a_character_that_is_no_class_has_no_map(
    reviewed: Reviewed, recognizer: Recognizer
) -> None:
    _, patch = _patch(reviewed[1], "R")
    assert occlusion_map(patch, "é", recognizer) is None
    unreadable = occlusion_map(patch, UNREADABLE, recognizer)
    assert unreadable is not None
    assert np.isfinite(unreadable.drops).all()


def test_prototypes_are_what_the_reader_reads_them_as(
    prototypes: Prototypes, recognizer: Recognizer
) -> None:
    patches = np.asarray(prototypes.patches / np.float32(255), np.float32)
    read = [recognizer.charset[int(k)] for k in recognizer.classify(patches).argmax(axis=1)]
    right = np.mean([a == b for a, b in zip(read, prototypes.labels, strict=True)])
    assert right > 0.99  # patches are kept as bytes
    assert len(prototypes.characters) >= 34


def test_confirmed_letters_come_before_drawn_ones(
    reviewed: Reviewed, recognizer: Recognizer, prototypes: Prototypes
) -> None:
    page = reviewed[1]
    glyph, patch = _patch(page, "S")
    alone = nearest_known(patch, [page], prototypes, recognizer)
    assert alone[0].character == "S"
    assert all(known.place is None for known in alone)
    assert len({known.character for known in alone}) == len(alone) == 6
    others = [g.id for g in page.page.glyphs if g.character == "S" and g.id != glyph.id][:2]
    stranger = next(g.id for g in page.page.glyphs if g.character == "T")
    changed = page.page
    for number in (*others, stranger, glyph.id):
        changed, _ = edits.confirm(changed, number)
    pages = [replace(page, page=changed)]
    own = LetterPlace(0, glyph.id)
    found = nearest_known(patch, pages, prototypes, recognizer, but=own)
    assert {known.place.glyph_id for known in found[:2] if known.place} == set(others)
    assert all(known.place is None for known in found[2:])
    assert stranger not in [known.place.glyph_id for known in found if known.place]
    assert len(found) == 6
    assert found[0].likeness >= found[1].likeness >= 0.5


def test_nothing_known_is_nothing_shown(reviewed: Reviewed, recognizer: Recognizer) -> None:
    _, patch = _patch(reviewed[1], "S")
    assert nearest_known(patch, [reviewed[1]], None, recognizer) == ()


def _read(ink: dict[str, float], after: dict[str, float]) -> Glyph:
    def as_predictions(shares: dict[str, float]) -> tuple[Prediction, ...]:
        return tuple(Prediction(*item) for item in sorted(shares.items(), key=lambda i: -i[1]))

    return Glyph(1, BoundingBox(0, 0, 9, 9), as_predictions(after), ink=as_predictions(ink))


def test_words_are_told_apart_from_ink() -> None:
    share = language_share(_read({"O": 0.55, "0": 0.45}, {"0": 0.9, "O": 0.1}))
    assert share is not None
    assert (share.ink, share.read) == (("O", 0.55), ("0", 0.9))
    assert share.ink_of_read == 0.45
    assert share.logs == pytest.approx(np.log(9) + np.log(0.55 / 0.45))


def test_words_that_agree_move_nothing() -> None:
    share = language_share(_read({"O": 0.55, "0": 0.45}, {"O": 0.9, "0": 0.1}))
    assert share is not None
    assert share.logs == 0.0
    plain = replace(_read({}, {"O": 1.0}), ink=())
    assert language_share(plain) is None
    assert language_share(Glyph(1, BoundingBox(0, 0, 9, 9))) is None
