"""Patches jittered: seeded, in range, and moved the way the settings say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.nn.activations import Tanh
from ocrdesk.nn.arrays import Array
from ocrdesk.nn.augment import Jitter, JitteredSamples, jittered
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.nn.trainer import TrainingSettings, train

STILL = Jitter(rotation=0, shear=0, scale=0, shift=0)


def _strokes(count: int = 70, size: int = 21) -> Array:
    """Patches with one upright stroke in the middle."""
    patches = np.zeros((count, size, size), np.float32)
    patches[:, 4:17, 10] = 1
    return patches


def _moments(patches: Array) -> tuple[Array, Array, Array]:
    """Centres (x, y) and tilt (shift of x per y) of the ink in each patch."""
    size = patches.shape[1]
    place = np.arange(size, dtype=np.float32)
    ink = patches.sum(axis=(1, 2))
    x, y = patches.sum(axis=1) @ place / ink, patches.sum(axis=2) @ place / ink
    dx, dy = place[None, None, :] - x[:, None, None], place[None, :, None] - y[:, None, None]
    return x, y, (patches * dx * dy).sum(axis=(1, 2)) / (patches * dy * dy).sum(axis=(1, 2))


def test_no_jitter_changes_no_pixel(rng: np.random.Generator) -> None:
    patches = rng.random((70, 9, 9), dtype=np.float32)
    np.testing.assert_array_equal(jittered(patches, STILL, rng), patches)


def test_the_seed_decides() -> None:
    jitter = Jitter(noise=0.1, erase=0.5)
    one, same, other = (
        jittered(_strokes(), jitter, np.random.default_rng(seed)) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one, same)
    assert not np.array_equal(one, other)


def test_every_patch_is_changed_in_its_own_way(rng: np.random.Generator) -> None:
    changed = jittered(_strokes(), Jitter(), rng)
    assert len(np.unique(changed.reshape(70, -1), axis=0)) == 70


@given(
    st.floats(0, 45),
    st.floats(0, 1),
    st.floats(0, 0.9),
    st.floats(0, 30),
    st.floats(0, 1),
    st.integers(1, 12),
)
def test_ink_stays_between_none_and_full(
    rotation: float, shear: float, scale: float, shift: float, noise: float, size: int
) -> None:
    jitter = Jitter(
        rotation=rotation, shear=shear, scale=scale, shift=shift, noise=noise, erase=0.5
    )
    rng = np.random.default_rng(3)
    changed = jittered(rng.random((5, size, size), dtype=np.float32), jitter, rng)
    assert changed.dtype == np.float32
    assert changed.min() >= 0
    assert changed.max() <= 1 + 1e-6


def test_shift_moves_up_to_so_many_pixels(rng: np.random.Generator) -> None:
    x, y, _ = _moments(jittered(_strokes(), Jitter(rotation=0, shear=0, scale=0, shift=3), rng))
    for centres in (x, y):
        assert np.abs(centres - 10).max() == pytest.approx(3, abs=0.2)
        assert np.abs(centres - 10).max() <= 3.01


@pytest.mark.parametrize(
    ("jitter", "steepest"),
    [
        (Jitter(rotation=20, shear=0, scale=0, shift=0), np.tan(np.deg2rad(20))),
        (Jitter(rotation=0, shear=0.3, scale=0, shift=0), 0.3),
    ],
)
def test_rotation_and_shear_tilt_upright_strokes(
    jitter: Jitter, steepest: float, rng: np.random.Generator
) -> None:
    x, y, tilt = _moments(jittered(_strokes(), jitter, rng))
    assert tilt.max() == pytest.approx(steepest, rel=0.15)
    assert tilt.min() == pytest.approx(-steepest, rel=0.15)
    np.testing.assert_allclose([x, y], 10, atol=0.15)  # the middle stays


def test_scale_changes_the_length(rng: np.random.Generator) -> None:
    changed = jittered(_strokes(), Jitter(rotation=0, shear=0, scale=0.3, shift=0), rng)
    lengths = changed.max(axis=2).sum(axis=1)
    assert lengths.max() == pytest.approx(13 / 0.7, abs=1.5)
    assert lengths.min() == pytest.approx(13 / 1.3, abs=1.5)


def test_what_moves_in_is_paper(rng: np.random.Generator) -> None:
    full = np.ones((70, 9, 9), np.float32)
    gone = jittered(full, Jitter(rotation=0, shear=0, scale=0, shift=100), rng)
    assert (gone.sum(axis=(1, 2)) == 0).mean() > 0.8


def test_erasing_takes_a_rectangle_from_its_share_of_patches(rng: np.random.Generator) -> None:
    full = np.ones((400, 20, 20), np.float32)
    jitter = Jitter(rotation=0, shear=0, scale=0, shift=0, erase=0.5, erase_size=0.5)
    changed = jittered(full, jitter, rng)
    share = 1 - changed.mean(axis=(1, 2))
    assert 0.35 < (share > 0).mean() < 0.55
    assert share.max() <= 0.5 * 0.5 + 0.06
    holes = changed == 0
    np.testing.assert_array_equal(
        holes, holes.any(axis=2)[:, :, None] & holes.any(axis=1)[:, None, :]
    )


def test_patches_are_left_as_they_were_unless_they_are_the_target(
    rng: np.random.Generator,
) -> None:
    patches = _strokes()
    jittered(patches, Jitter(), rng)
    np.testing.assert_array_equal(patches, _strokes())
    changed = jittered(patches, Jitter(), np.random.default_rng(4), out=patches)
    assert changed is patches
    np.testing.assert_array_equal(patches, jittered(_strokes(), Jitter(), np.random.default_rng(4)))


def test_training_can_see_other_patches_every_time(rng: np.random.Generator) -> None:
    strokes = Dataset(_strokes(), np.arange(70) % 2)
    samples = JitteredSamples(strokes, Jitter(), rng)
    one, other = np.empty((2, 3, 21, 21), np.float32)
    for out in (one, other):
        samples.fetch(np.array([5, 6, 7]), out)
    assert not np.array_equal(one, other)
    np.testing.assert_array_equal(samples.labels, strokes.labels)
    network = Network([Dense(4), Tanh(), Dense(2)], samples.input_shape, rng=rng)
    settings = TrainingSettings(epochs=2, blas_threads=1)

    def source(_epoch: int, given: np.random.Generator) -> JitteredSamples:
        return JitteredSamples(strokes, Jitter(), given)

    assert len(list(train(network, source, None, settings, rng))) == 2


@pytest.mark.parametrize(
    "settings",
    [{"rotation": -1}, {"shift": float("inf")}, {"scale": 1.0}, {"erase": 1.1}, {"noise": -0.1}],
)
def test_amounts_that_make_no_sense_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(settings))):
        Jitter(**settings)


@pytest.mark.parametrize(
    "patches", [np.zeros((2, 3, 4), np.float32), np.zeros((3, 3), np.float32), np.zeros((2, 3, 3))]
)
def test_what_is_not_square_patches_is_refused(patches: Array, rng: np.random.Generator) -> None:
    with pytest.raises(ValueError, match="square float32"):
        jittered(patches, Jitter(), rng)
