"""The course's MATLAB files: columns stacked first, dark ink on white, one column per character."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import scipy.io
import scipy.sparse

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_file import read_dataset


def course_rows(count: int) -> npt.NDArray[np.float64]:
    """An upright L as the course stores it: white 1, ink 0, columns first."""
    return np.tile((1 - upright() / 255).T.ravel(), (count, 1))


def upright() -> npt.NDArray[np.float64]:
    picture = np.zeros((32, 32))
    picture[4:28, 8] = 255
    picture[27, 8:20] = 255
    return picture


def one_hot(positions: list[int], columns: int = 36) -> npt.NDArray[np.float64]:
    return np.eye(columns)[positions]


def refusal(path: Path, **variables: Any) -> str:
    if variables:
        scipy.io.savemat(path, variables)
    with pytest.raises(DatasetError) as caught:
        read_dataset(path)
    assert caught.value.advice
    assert path.name in caught.value.message
    return caught.value.message


@pytest.mark.parametrize("compressed", [False, True])
def test_all_three_parts(tmp_path: Path, compressed: bool) -> None:  # noqa: FBT001
    path = tmp_path / "nist36.mat"
    variables = {
        "train_data": course_rows(3),
        "train_labels": one_hot([0, 25, 26]),
        "valid_data": course_rows(1),
        "valid_labels": one_hot([35]),
        "test_data": course_rows(2),
        "test_labels": one_hot([1, 2]),
    }
    scipy.io.savemat(path, variables, do_compression=compressed)
    images = read_dataset(path)
    assert np.array_equal(images.images, np.tile(upright(), (6, 1, 1)))
    assert "".join(images.characters) == "AZ09BC"
    assert images.parts is not None
    assert images.parts.tolist() == ["train"] * 3 + ["valid"] + ["test"] * 2
    training = images.subset(images.parts == "train")
    assert "".join(training.characters) == "AZ0"


def test_one_part_of_capitals_only(tmp_path: Path) -> None:
    labels = one_hot([7], 26).astype(np.uint8)
    scipy.io.savemat(tmp_path / "a.mat", {"test_data": course_rows(1), "test_labels": labels})
    assert read_dataset(tmp_path / "a.mat").characters.tolist() == ["H"]


@pytest.mark.parametrize("kind", [np.float64, np.bool_])
def test_sparse_tables_are_written_out(tmp_path: Path, kind: type) -> None:
    """As MATLAB's ``sparse`` and ``ind2vec`` make them."""
    labels = scipy.sparse.csc_matrix(one_hot([25, 0, 26, 0]).astype(kind))
    rows = scipy.sparse.csc_matrix(1 - course_rows(4))
    variables = {"train_data": rows, "train_labels": labels, "valid_data": course_rows(1)}
    scipy.io.savemat(tmp_path / "a.mat", variables | {"valid_labels": one_hot([1])})
    images = read_dataset(tmp_path / "a.mat")
    assert "".join(images.characters) == "ZA0AB"


GOOD = {"train_data": course_rows(3), "train_labels": one_hot([0, 1, 2])}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"train_data": None}, "no 'train_data'"),
        ({"train_labels": None}, "no 'train_labels'"),
        ({"train_labels": one_hot([0, 1])}, "3 items, but 2 rows in 'train_labels'"),
        ({"train_labels": one_hot([0, 1, 2], 10)}, "10 columns"),
        ({"train_labels": one_hot([0, 1, 2]) * 2}, "row 1 of 'train_labels'"),
        ({"train_labels": one_hot([0, 1, 2]) + one_hot([0, 1, 3])}, "row 1"),
        ({"train_labels": np.zeros((3, 36))}, "does not mark one character"),
        ({"train_labels": np.full((3, 36), np.nan)}, "does not mark one character"),
        ({"train_labels": "ABC"}, "not a table of numbers"),
        ({"train_labels": scipy.sparse.csc_matrix(one_hot([0, 1, 2]) * 2)}, "row 1 of"),
        ({"train_labels": scipy.sparse.csc_matrix(one_hot([0, 1, 2]) * 1j)}, "not a table"),
        ({"train_labels": scipy.sparse.csc_matrix((2**30, 36))}, "tells of 1,073,741,824 x 36"),
        ({"train_data": {"images": 3}}, "not a table of numbers"),
        ({"train_data": course_rows(3) * 1j}, "not a table of numbers"),
        ({"train_data": np.zeros((3, 1000))}, "not square images"),
        ({"train_data": np.zeros((0, 1024))}, "is empty"),
        ({"train_data": np.full((3, 1024), np.nan)}, "not numbers"),
        ({"train_data": np.zeros((3, 32, 32))}, "not a table of numbers"),
        ({"test_data": np.zeros((1, 4)), "test_labels": one_hot([1])}, "different sizes"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    variables = {name: value for name, value in (GOOD | changes).items() if value is not None}
    assert reason in refusal(tmp_path / "a.mat", **variables)


def test_advice_for_rows_that_are_no_squares_can_be_followed(tmp_path: Path) -> None:
    """Rows the other way round: the course's layout has a table, never number x height x width."""
    path = tmp_path / "turned.mat"
    scipy.io.savemat(path, {"train_data": course_rows(3).T, "train_labels": one_hot([0, 1, 2])})
    with pytest.raises(DatasetError, match="rows of 3 values are not square") as caught:
        read_dataset(path)
    assert "an image per row" in caught.value.advice


def test_version_7_3_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.mat"
    text = b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(116) + b"\0" * 8 + b"\0\2IM"
    path.write_bytes(text + b"\0" * 384 + b"\x89HDF\r\n\x1a\n" + b"\0" * 100)
    assert "version 7.3" in refusal(path)


def test_big_endian_and_small_integers(tmp_path: Path) -> None:
    """As a MATLAB on a machine of the other byte order stores them, written out by hand."""

    def element(kind: int, content: bytes) -> bytes:
        return struct.pack(">II", kind, len(content)) + content + b"\0" * (-len(content) % 8)

    def matrix(name: bytes, array: npt.NDArray[np.uint16]) -> bytes:
        flags = element(6, struct.pack(">II", 11, 0))
        shape = element(5, struct.pack(">ii", *array.shape))
        numbers = element(4, array.astype(">u2").tobytes(order="F"))
        return element(14, flags + shape + element(1, name) + numbers)

    data = np.array([[0, 200, 255, 255], [255, 0, 255, 255], [255, 255, 255, 0]], np.uint16)
    labels = np.eye(26, dtype=np.uint16)[[3, 4, 5]]
    header = b"MATLAB 5.0 MAT-file".ljust(124) + b"\1\0MI"
    path = tmp_path / "a.mat"
    path.write_bytes(header + matrix(b"train_data", data) + matrix(b"train_labels", labels))
    images = read_dataset(path)
    assert "".join(images.characters) == "DEF"
    assert np.asarray(images.images)[0].tolist() == [[255, 0], [55, 0]]


def test_other_variables_are_skipped(tmp_path: Path) -> None:
    others = {"names": np.array(["a", "b"], object), "s": {"x": 1}, "t": "text", "z": 1j}
    scipy.io.savemat(tmp_path / "a.mat", others | GOOD)
    assert len(read_dataset(tmp_path / "a.mat")) == 3


def test_foreign_files(tmp_path: Path) -> None:
    path = tmp_path / "a.mat"
    for content in (b"", b"text", b"MATLAB 5.0 MAT-file".ljust(124) + b"\0\1IM", b"\xff" * 400):
        path.write_bytes(content)
        refusal(path)
