"""Ink that is no character is drawn from characters, and is never a bare stroke."""

import numpy as np

from ocrdesk.vision import stroke_font
from ocrdesk.vision.fragments import fragment
from ocrdesk.vision.strokes import Stroke


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


def test_fragments_of_bare_strokes_do_not_go_on_for_ever() -> None:
    assert all(ink.any() for ink in _drawn(4, "I1"))
