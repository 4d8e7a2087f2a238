"""Ink that is no character is drawn from characters, and is never a bare stroke."""

import numpy as np
import pytest

from ocrdesk.page.charset import PRINT62
from ocrdesk.vision import stroke_font
from ocrdesk.vision.fragments import fragment
from ocrdesk.vision.strokes import Stroke
from ocrdesk.vision.symbols import SYMBOLS


def _drawn(
    seed: int, characters: str = "ABEHKMRSX358"
) -> list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    rng = np.random.default_rng(seed)

    def draw() -> list[Stroke]:
        chosen = characters[int(rng.integers(len(characters)))]
        return [stroke.copy() for stroke in stroke_font.variants(chosen)[0]]

    return [fragment(draw, rng) for _ in range(60)]


def test_the_same_seed_draws_the_same_fragments() -> None:
    first, second, other = _drawn(1), _drawn(1), _drawn(2)
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
    assert not all(np.array_equal(a, b) for a, b in zip(first, other, strict=True))


def test_fragments_are_bitonal_ink_of_some_extent() -> None:
    for ink in _drawn(3):
        assert set(np.unique(ink).tolist()) == {0, 255}
        places = np.argwhere(ink)
        narrow, wide = np.sqrt(np.maximum(np.linalg.eigvalsh(np.cov(places.T)), 0))
        assert narrow >= 0.15 * wide


def test_a_fifth_are_signs_that_the_charset_lacks() -> None:
    def share_without_letters(foreign: str) -> float:
        rng = np.random.default_rng(7)
        letters: list[bool] = []

        def draw() -> list[Stroke]:
            letters[-1] = True
            return [stroke.copy() for stroke in stroke_font.variants("A")[0]]

        for _ in range(300):
            letters.append(False)
            assert fragment(draw, rng, foreign=foreign).any()
        return 1 - sum(letters) / len(letters)

    drawings = share_without_letters("")
    assert 0.18 < drawings < 0.3
    assert 0.1 < (share_without_letters("#@") - drawings) / (1 - drawings) < 0.3


@pytest.mark.parametrize("sign", SYMBOLS)
def test_a_sign_has_skeletons_but_is_no_character(sign: str) -> None:
    assert len(sign) == 1
    assert sign not in PRINT62.characters
    for strokes in stroke_font.variants(sign):
        assert np.ptp(np.concatenate(strokes), axis=0).max() > 20


def test_fragments_of_bare_strokes_do_not_go_on_for_ever() -> None:
    assert all(ink.any() for ink in _drawn(4, "I1"))
