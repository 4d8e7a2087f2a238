"""A network of rows reads pictures of any width, alone or among others, alike."""

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.nn.folding import folded
from ocrdesk.nn.loss import log_softmax
from ocrdesk.nn.network import Network
from ocrdesk.services.row_network import REACH, RowNetwork
from ocrdesk.services.row_recipe import RowRecipe
from ocrdesk.services.row_training import row_network
from ocrdesk.vision.row_pictures import RowGeometry
from tests.services.row_making import row_reader

Pixels = npt.NDArray[np.uint8]

CLASSES = 5
RECIPE = RowRecipe()
STRIDE = RECIPE.geometry.stride


@pytest.fixture(scope="module")
def reader() -> RowNetwork:
    """The recipe's own layers, which see as far as any may."""
    chance = np.random.default_rng(3)
    network = row_network(RECIPE, CLASSES, 128, rng=chance)
    network.forward(chance.random((4, 48, 128), np.float32), chance)  # moves the statistics
    return RowNetwork(folded(network), CLASSES, RECIPE.geometry, temperature=0.5)


def _pictures(*widths: int) -> list[Pixels]:
    chance = np.random.default_rng(4)
    return [
        (255 * (chance.random((48, width)) > 0.7)).astype(np.uint8)  # about as much ink as writing
        for width in widths
    ]


def _as_one(reader: RowNetwork, picture: Pixels) -> npt.NDArray[np.float64]:
    """Return what one network as wide as the picture, with paper on both sides, makes of it."""
    count = -(-picture.shape[1] // STRIDE)
    width = count * STRIDE + 2 * REACH
    descriptions, arrays = reader.network.state()
    descriptions[0] = {**descriptions[0], "shape": [48, width]}
    descriptions[-1] = {**descriptions[-1], "shape": [width // STRIDE * CLASSES]}
    whole = type(reader.network).from_state(descriptions, arrays)
    strip = np.zeros((1, 48, width), np.float32)
    strip[0, :, REACH : REACH + picture.shape[1]] = picture / np.float32(255)
    logits = whole.logits(strip).reshape(-1, CLASSES)[REACH // STRIDE :][:count]
    return log_softmax((logits / reader.temperature).astype(np.float64))


def test_no_pictures_have_no_frames(reader: RowNetwork) -> None:
    assert reader.frames([]) == []


def test_frames_are_those_of_one_network_as_wide_as_the_picture(reader: RowNetwork) -> None:
    widths = (1, 3, 4, 5, 63, 64, 65, 127, 128, 129, 350, 1500)
    for width, picture in zip(widths, _pictures(*widths), strict=True):
        (frames,) = reader.frames([picture])
        assert frames.shape == (-(-width // STRIDE), CLASSES)
        assert frames.dtype == np.float64
        np.testing.assert_allclose(np.exp(frames).sum(axis=1), 1, atol=1e-6)
        np.testing.assert_allclose(frames, _as_one(reader, picture), atol=1e-4)


def test_many_pictures_at_once_are_read_as_each_by_itself(reader: RowNetwork) -> None:
    pictures = _pictures(40, 1, 333, 7, 128, 90, 64, 12)
    together = reader.frames(pictures)
    assert len(together) == len(pictures)
    for frames, picture in zip(together, pictures, strict=True):
        np.testing.assert_allclose(frames, reader.frames([picture])[0], atol=1e-4)
    for frames, picture in zip(reader.frames(pictures[::-1])[::-1], pictures, strict=True):
        np.testing.assert_allclose(frames, reader.frames([picture])[0], atol=1e-4)


def test_paper_between_specks_far_apart_is_read_once_for_all(
    reader: RowNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = np.zeros((48, 6000), np.uint8)
    picture[20:26, [100, 101, 3000, 3001, 5900]] = 255
    read: list[int] = []
    logits = Network.logits

    def counted(network: Network, pictures: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        read.append(len(pictures))
        return logits(network, pictures)

    with monkeypatch.context() as counting:
        counting.setattr(Network, "logits", counted)
        (frames,) = reader.frames([picture])
    assert sum(read) < 12, "there are 124 tiles"
    np.testing.assert_allclose(frames, _as_one(reader, picture), atol=1e-4)


def test_pictures_stay_as_they_are(reader: RowNetwork) -> None:
    (picture,) = _pictures(70)
    before = picture.copy()
    reader.frames([picture])
    np.testing.assert_array_equal(picture, before)


def test_a_higher_temperature_is_less_sure(reader: RowNetwork) -> None:
    warm = RowNetwork(reader.network, CLASSES, reader.geometry, temperature=5.0)
    (picture,) = _pictures(200)
    sure, unsure = (np.exp(own.frames([picture])[0]).max(axis=1) for own in (reader, warm))
    assert (unsure < sure).all()


@pytest.mark.parametrize(
    ("classes", "geometry", "temperature", "told"),
    [
        (6, RowGeometry(), 1.0, "does not tell 6 classes apart"),
        (4, RowGeometry(), 1.0, "does not tell 4 classes apart"),
        (5, RowGeometry(height=40), 1.0, "rows are 40 high"),
        (5, RowGeometry(stride=5), 1.0, "no frames of its own"),
        (5, RowGeometry(stride=2), 1.0, "does not tell 5 classes apart"),
        (5, RowGeometry(), 0.0, "temperature of 0.0"),
        (5, RowGeometry(), float("nan"), "temperature of nan"),
    ],
)
def test_parts_that_do_not_fit_are_refused(
    classes: int, geometry: RowGeometry, temperature: float, told: str
) -> None:
    network = row_reader(5).network
    with pytest.raises(ValueError, match=told):
        RowNetwork(network, classes, geometry, temperature)


def test_a_tile_needs_frames_of_its_own() -> None:
    with pytest.raises(ValueError, match="a tile of 80 columns leaves no frames"):
        row_reader(5, tile=80)
    assert row_reader(5, tile=84).frames(_pictures(30))[0].shape == (8, 5)
