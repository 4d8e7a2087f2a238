"""IDX files, as MNIST and EMNIST come, find their labels and what they mean beside them."""

import gzip
import struct
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_file import LabelledImages, read_dataset

zipped = partial(gzip.compress, mtime=0)  # without the hour, which would be in names of tests


def images_bytes(count: int = 10, height: int = 28, width: int = 28) -> bytes:
    return (
        struct.pack(">4I", 0x803, count, height, width) + pictures(count, height, width).tobytes()
    )


def pictures(count: int = 10, height: int = 28, width: int = 28) -> npt.NDArray[np.uint8]:
    images = np.zeros((count, height, width), np.uint8)
    images[:, 5:-5, 9] = 255
    images[:, 5, 9:15] = 200
    return images


def labels_bytes(labels: list[int]) -> bytes:
    return struct.pack(">2I", 0x801, len(labels)) + bytes(labels)


def dataset(
    folder: Path, labels: list[int], *, name: str = "train", packed: str = ""
) -> LabelledImages:
    for stem, content in (
        (f"{name}-images-idx3-ubyte", images_bytes(len(labels))),
        (f"{name}-labels-idx1-ubyte", labels_bytes(labels)),
    ):
        suffix = ".gz" if stem.split("-")[-3] in packed else ""
        (folder / f"{stem}{suffix}").write_bytes(zipped(content) if suffix else content)
    images_suffix = ".gz" if "images" in packed else ""
    return read_dataset(folder / f"{name}-images-idx3-ubyte{images_suffix}")


def refusal(path: Path) -> str:
    with pytest.raises(DatasetError) as caught:
        read_dataset(path)
    assert caught.value.advice
    return caught.value.message


@pytest.mark.parametrize("packed", ["", "images labels", "images", "labels"])
def test_digits(tmp_path: Path, packed: str) -> None:
    digits = dataset(tmp_path, list(range(10)), packed=packed)
    assert "".join(digits.characters) == "0123456789"
    assert np.array_equal(digits.images, pictures())


def test_names_with_a_dot(tmp_path: Path) -> None:
    (tmp_path / "t10k-images.idx3-ubyte").write_bytes(images_bytes(2))
    (tmp_path / "t10k-labels.idx1-ubyte").write_bytes(labels_bytes([3, 4]))
    assert "".join(read_dataset(tmp_path / "t10k-images.idx3-ubyte").characters) == "34"


def test_letters_without_a_mapping(tmp_path: Path) -> None:
    letters = dataset(tmp_path, list(range(1, 27)))
    assert "".join(letters.characters) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_the_mapping_with_the_same_beginning_decides(tmp_path: Path) -> None:
    (tmp_path / "emnist-balanced-mapping.txt").write_text("0 48\n1 65 97\n46 116\n\n")
    (tmp_path / "emnist-letters-mapping.txt").write_text("0 90\n1 90\n46 90\n")
    balanced = dataset(tmp_path, [0, 1, 46], name="emnist-balanced-train")
    assert "".join(balanced.characters) == "0At"
    assert "".join(dataset(tmp_path, [0, 1], name="mnist").characters) == "01"


def test_of_two_mappings_that_fit_the_longer_name_decides(tmp_path: Path) -> None:
    (tmp_path / "emnist-balanced-mapping.txt").write_text("0 48\n1 65\n")
    (tmp_path / "emnist-mapping.txt").write_text("0 90\n1 90\n")
    balanced = dataset(tmp_path, [0, 1], name="emnist-balanced-train")
    assert "".join(balanced.characters) == "0A"


def test_emnist_is_transposed_on_demand(tmp_path: Path) -> None:
    dataset(tmp_path, [1, 2])
    images = read_dataset(tmp_path / "train-images-idx3-ubyte", transpose=True).images
    assert np.array_equal(images, pictures(2).transpose(0, 2, 1))


def test_labels_nobody_explains(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="from 0 to 46") as caught:
        dataset(tmp_path, [0, 46])
    assert "mapping" in caught.value.advice


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        ("0 48\n", "label 1, which stands for no character"),
        ("0 forty\n", "not an EMNIST mapping"),
        ("0\n", "not an EMNIST mapping"),
        ("0 48\n1 99999999999\n", "not an EMNIST mapping"),
        ("0 48\n1 7\n", "cannot be seen"),
        ("0 48\n1 65\n256 66\n", "beyond 255"),
    ],
)
def test_a_mapping_that_does_not_fit(tmp_path: Path, mapping: str, reason: str) -> None:
    (tmp_path / "train-mapping.txt").write_text(mapping)
    with pytest.raises(DatasetError, match=reason):
        dataset(tmp_path, [0, 1])


def test_labels_missing_or_too_few(tmp_path: Path) -> None:
    path = tmp_path / "a-images-idx3-ubyte.gz"
    path.write_bytes(zipped(images_bytes(3)))
    with pytest.raises(DatasetError, match="are missing") as caught:
        read_dataset(path)
    assert "a-labels-idx1-ubyte.gz" in caught.value.advice
    (tmp_path / "a-labels-idx1-ubyte").write_bytes(labels_bytes([1, 2]))
    assert "3 items, but 2 labels" in refusal(path)


def test_the_labels_file_is_recognised(tmp_path: Path) -> None:
    dataset(tmp_path, [1])
    assert "labels only" in refusal(tmp_path / "train-labels-idx1-ubyte")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "begins with nothing"),
        (b"PK\3\4 zip", "begins with 50 4b 03 04"),
        (labels_bytes([1, 2]), "has 01 dimensions"),
        (images_bytes(3)[:10], "shorter than its header"),
        (images_bytes(3)[:-1], "shorter"),
        (
            images_bytes(99)[:1016],
            "cut short: 1,000 bytes of data are there, shorter than the 77,616",
        ),
        (images_bytes(3) + b"!", "longer"),
        (struct.pack(">4I", 0x803, 2**31, 2**31, 2**31), "cannot hold"),
        (zipped(struct.pack(">4I", 0x803, 9, 999, 999)), "cannot hold"),
        (zipped(images_bytes(3)[:-1]), "shorter"),
        (zipped(images_bytes(3))[:-30], "damaged or cut off"),
        (zipped(images_bytes(3))[:5], "damaged or cut off"),
        (struct.pack(">4I", 0x803, 0, 28, 28), "empty"),
    ],
)
def test_damage_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a-images-idx3-ubyte"
    path.write_bytes(content)
    (tmp_path / "a-labels-idx1-ubyte").write_bytes(labels_bytes([1, 2, 3]))
    assert reason in refusal(path)
