"""A folder per character, photos inside, becomes the same ink as any other dataset."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from ocrdesk.errors import DatasetError
from ocrdesk.formats.class_folder import character_of_folder
from ocrdesk.formats.dataset_file import read_dataset


def photo(height: int, width: int, *, seed: int = 0) -> npt.NDArray[np.uint8]:
    """Dark ink on grainy grey paper."""
    rng = np.random.default_rng(seed)
    picture = rng.normal(180, 5, (height, width))
    picture[4:-4, width // 2 : width // 2 + 3] = 60
    return np.clip(picture, 0, 255).astype(np.uint8)


def put(folder: Path, name: str, picture: npt.NDArray[np.uint8]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(folder / name)


def test_images_of_any_size_are_read_in_natural_order(tmp_path: Path) -> None:
    put(tmp_path / "B", "2.png", photo(40, 30))
    put(tmp_path / "B", "10.png", photo(50, 20))
    put(tmp_path / "7", "a.png", np.dstack([photo(25, 25)] * 3))
    put(tmp_path / "lower_a", "a.tif", photo(30, 30))
    put(tmp_path / ".hidden", "a.png", photo(30, 30))
    put(tmp_path / "__MACOSX", "a.png", photo(30, 30))
    (tmp_path / "B" / "Thumbs.db").write_bytes(b"x")
    (tmp_path / "B" / "where from.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "readme.txt").write_text("x")
    (tmp_path / "C").mkdir()
    images = read_dataset(tmp_path)
    assert "".join(images.characters) == "7BBa"
    assert [image.shape for image in images.images] == [(25, 25), (40, 30), (50, 20), (30, 30)]
    for image in images.images:
        width = image.shape[1]
        assert not image.flags.writeable
        assert image[4:-4, width // 2 : width // 2 + 3].min() > 220
        assert image[:4].max() == 0  # the grain of the paper is gone
    assert read_dataset(tmp_path, transpose=True).images[1].shape == (30, 40)


def test_light_ink_on_dark(tmp_path: Path) -> None:
    put(tmp_path / "A", "a.png", 255 - photo(30, 30))
    put(tmp_path / "A", "b.png", 255 - photo(30, 40))
    images = read_dataset(tmp_path).images
    assert images[0][15, 16] > 220
    assert images[0][0, 0] == 0


def test_an_image_without_ink_stays_empty(tmp_path: Path) -> None:
    put(tmp_path / "A", "a.png", photo(30, 30))
    put(tmp_path / "A", "b.png", np.full((30, 30), 200, np.uint8))
    assert np.asarray(read_dataset(tmp_path).images)[1].max() == 0


@pytest.mark.parametrize(
    ("name", "character"),
    [
        ("A", "A"),
        ("a", "a"),
        ("7", "7"),
        ("#", "#"),
        ("é", "é"),
        ("e\u0301", "é"),
        ("upper_a", "A"),
        ("Lower_A", "a"),
        ("lower_ä", "ä"),
        ("U+002F", "/"),
        ("u+41", None),
        ("U+D800", None),
        ("U+FFFFFF", None),
        ("U+0020", None),
        ("upper_ß", None),
        ("4a", None),
        ("hsf_0", None),
        (" ", None),
    ],
)
def test_what_folders_are_called(name: str, character: str | None) -> None:
    if character is None:
        with pytest.raises(DatasetError, match="not named after a single character") as caught:
            character_of_folder(name)
        assert "upper_A" in caught.value.advice
    else:
        assert character_of_folder(name) == character


def test_a_folder_without_classes(tmp_path: Path) -> None:
    Image.new("L", (9, 9)).save(tmp_path / "a.png")
    with pytest.raises(DatasetError, match="no images in folders by character"):
        read_dataset(tmp_path)


def test_a_damaged_image_is_named(tmp_path: Path) -> None:
    put(tmp_path / "A", "good.png", photo(30, 30))
    (tmp_path / "A" / "bad.png").write_bytes((tmp_path / "A" / "good.png").read_bytes()[:-200])
    with pytest.raises(DatasetError, match=r"folder “A”: “bad\.png” is damaged"):
        read_dataset(tmp_path)
