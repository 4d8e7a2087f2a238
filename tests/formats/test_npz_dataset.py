"""Arrays of any usual type, range and polarity become the same labelled ink."""

import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_file import LabelledImages, read_dataset

COUNT = 12


def ink_images(height: int = 20, width: int = 20) -> npt.NDArray[np.uint8]:
    """Bars of full ink at different places, the paper round them 0."""
    images = np.zeros((COUNT, height, width), np.uint8)
    for index in range(COUNT):
        images[index, 3:-4, 4 + index % 5] = 255
        images[index, 3, 4:9] = 255
    return images


LABELS = np.array(list("ABCABCABCAB1"))


def stored(path: Path, **arrays: Any) -> LabelledImages:
    np.savez_compressed(path, **arrays)
    return read_dataset(path)


def refusal(path: Path, **arrays: Any) -> DatasetError:
    if arrays:
        np.savez(path, **arrays)
    with pytest.raises(DatasetError) as caught:
        read_dataset(path)
    assert caught.value.advice
    assert path.name in caught.value.message
    return caught.value


@pytest.mark.parametrize(
    "transform",
    [
        lambda ink: ink,
        lambda ink: 255 - ink,
        lambda ink: ink > 0,
        lambda ink: ink == 0,
        lambda ink: ink // 255,
        lambda ink: ink.astype(np.int64),
        lambda ink: ink.astype(np.uint16) * 257,
        lambda ink: ink / 255,
        lambda ink: 1 - ink.astype(np.float32) / 255,
        lambda ink: ink.astype(np.float32),
        lambda ink: ink.astype(">u2"),
        np.asfortranarray,
        lambda ink: ink[..., None],
        lambda ink: ink.reshape(COUNT, -1),
    ],
)
def test_type_range_and_polarity_do_not_matter(tmp_path: Path, transform: Any) -> None:
    images = stored(tmp_path / "a.npz", images=transform(ink_images()), labels=LABELS)
    assert isinstance(images.images, np.ndarray)
    assert images.images.dtype == np.uint8
    assert np.array_equal(images.images, ink_images())
    assert not images.images.flags.writeable
    assert images.characters.tolist() == LABELS.tolist()
    assert images.clean.all()
    assert images.groups is images.parts is None
    assert images.source == "a.npz"


def test_grey_paper_is_still_paper(tmp_path: Path) -> None:
    grey = np.where(ink_images() > 0, 20, 110).astype(np.uint8)
    images = stored(tmp_path / "a.npz", images=grey, labels=LABELS).images
    assert np.array_equal(np.asarray(images) > 200, ink_images() > 0)


def test_images_need_not_be_square(tmp_path: Path) -> None:
    images = stored(tmp_path / "a.npz", images=ink_images(20, 31), labels=LABELS)
    assert np.array_equal(images.images, ink_images(20, 31))


def test_transposition(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", images=ink_images(20, 31).transpose(0, 2, 1), labels=LABELS)
    images = read_dataset(tmp_path / "a.npz", transpose=True)
    assert np.array_equal(images.images, ink_images(20, 31))


@pytest.mark.parametrize(
    "charset", ["CBA", np.array(["C", "B", "A"]), np.array([b"C", b"B", b"A"])]
)
@pytest.mark.parametrize("kind", [np.uint8, np.float16, np.float64])  # MATLAB's numbers are double
def test_numbers_are_looked_up_in_the_charset(tmp_path: Path, charset: Any, kind: type) -> None:
    labels: npt.NDArray[Any] = (np.arange(COUNT) % 3).astype(kind)
    images = stored(tmp_path / "a.npz", images=ink_images(), labels=labels, charset=charset)
    assert "".join(images.characters) == "CBA" * 4


def test_labels_as_bytes_or_as_a_column(tmp_path: Path) -> None:
    for labels in (LABELS.astype("S1"), LABELS[:, None]):
        images = stored(tmp_path / "a.npz", images=ink_images(), labels=labels)
        assert images.characters.tolist() == LABELS.tolist()


def test_labels_are_composed(tmp_path: Path) -> None:
    labels = np.array(["e\u0301"] * COUNT)
    images = stored(tmp_path / "a.npz", images=ink_images(), labels=labels)
    assert set(images.characters) == {"é"}


def test_who_wrote_it_where_from_and_how_sure(tmp_path: Path) -> None:
    images = stored(
        tmp_path / "a.npz",
        images=ink_images(),
        labels=LABELS,
        writer=np.arange(COUNT, dtype=np.uint16) // 4,
        source=np.arange(COUNT) % 2,
        sources=np.array(["one", "two"]),
        clean=np.arange(COUNT) > 0,
    )
    assert images.groups is not None
    assert images.groups.tolist() == ["0"] * 4 + ["1"] * 4 + ["2"] * 4
    assert images.parts is not None
    assert images.parts[:3].tolist() == ["one", "two", "one"]
    assert images.clean.tolist() == [False] + [True] * (COUNT - 1)


def test_group_is_another_word_for_writer(tmp_path: Path) -> None:
    images = stored(
        tmp_path / "a.npz",
        images=ink_images(),
        labels=LABELS,
        group=np.array(["x.jpg"] * COUNT),
        source="phone",
    )
    assert images.groups is not None
    assert set(images.groups) == {"x.jpg"}
    assert images.parts is not None
    assert set(images.parts) == {"phone"}


GOOD = {"images": ink_images(), "labels": LABELS}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"images": None}, "no array 'images'"),
        ({"images": None, "points": np.zeros((3, 2))}, "pen strokes"),
        ({"labels": None}, "no array 'labels'"),
        ({"labels": LABELS[:-1]}, "12 items, but 11 labels"),
        ({"labels": np.array("A")}, "12 items, but 1 labels"),
        ({"labels": np.zeros(COUNT, int)}, "the labels are numbers"),
        ({"labels": np.arange(COUNT), "charset": "ABC"}, "label 4 is 3, but the charset has 3"),
        ({"labels": np.arange(COUNT) - 1, "charset": "ABCDEFGHIJKLM"}, "label 1 is -1"),
        ({"labels": np.zeros(COUNT, int), "charset": "AAB"}, "twice"),
        ({"labels": np.zeros(COUNT, int), "charset": ""}, "at least one"),
        ({"labels": np.zeros(COUNT, int), "charset": np.array(["AB", "C"])}, "not every entry"),
        ({"labels": np.zeros(COUNT)}, "the labels are numbers"),
        ({"labels": np.arange(COUNT) / 2, "charset": "ABCDEF"}, "label 2 is 0.5, not a whole"),
        ({"labels": np.full(COUNT, np.inf), "charset": "ABC"}, "label 1 is inf, not a whole"),
        ({"labels": np.full(COUNT, np.nan), "charset": "ABC"}, "label 1 is nan, not a whole"),
        ({"labels": np.full(COUNT, 1e30), "charset": "ABC"}, "label 1 is 1e+30"),
        ({"labels": np.full(COUNT, 3.0), "charset": "ABC"}, "label 1 is 3, but the charset has 3"),
        ({"labels": np.zeros(COUNT, complex)}, "type complex128"),
        ({"labels": np.zeros((COUNT, 3))}, "shape 12 x 3"),
        ({"labels": np.array(["A"] * 11 + ["AB"])}, "label 12 is “AB”"),
        ({"labels": np.array(["A"] * 11 + [""])}, "“” is used as a label"),
        ({"labels": np.array(["A"] * 11 + ["\t"])}, "is used as a label"),
        ({"labels": np.array([b"A"] * 11 + [b"\xff"])}, "not readable text"),
        ({"images": np.zeros((COUNT, 19))}, "rows of 19 values are not square images"),
        ({"images": np.zeros(COUNT)}, "1 dimensions"),
        ({"images": np.zeros((COUNT, 4, 4, 3))}, "4 dimensions"),
        ({"images": np.zeros((0, 4, 4)), "labels": LABELS[:0]}, "empty"),
        ({"images": np.full((COUNT, 4, 4), np.nan)}, "image 1 has values that are not numbers"),
        ({"images": np.full((COUNT, 4, 4), np.inf)}, "not numbers"),
        ({"images": np.full((COUNT, 4, 4), -0.5)}, "values from -0.5"),
        ({"images": np.full((COUNT, 4, 4), 256.0)}, "to 256"),
        ({"images": np.full((COUNT, 4, 4), 70000)}, "to 70000"),
        ({"images": np.full((COUNT, 4, 4), "x")}, "not numbers"),
        ({"images": np.zeros((COUNT, 4, 4), complex)}, "type complex128"),
        ({"writer": np.arange(5)}, "5 values in 'writer'"),
        ({"group": np.zeros((COUNT, 2))}, "'group' has 2 dimensions"),
        ({"group": np.array([b"\xff"] * COUNT)}, "'group' is not readable text"),
        ({"clean": np.array(["yes"] * COUNT)}, "'clean' is of type"),
        ({"source": np.arange(COUNT), "sources": np.array(["a"])}, "does not fit 'sources'"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, changes: dict[str, Any], reason: str) -> None:
    arrays = {name: array for name, array in (GOOD | changes).items() if array is not None}
    assert reason in refusal(tmp_path / "a.npz", **arrays).message


def test_a_pickle_is_never_loaded(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    labels = np.array([pickle.dumps] * COUNT, object)
    np.savez(path, images=ink_images(), labels=labels)
    assert "never loaded" in refusal(path).message


def test_an_absurd_declared_size_is_refused_before_anything_is_allocated(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    header = b"{'descr': '|u1', 'fortran_order': False, 'shape': (4000000000, 500, 500), }"
    header += b" " * (63 - (10 + len(header)) % 64) + b"\n"
    with zipfile.ZipFile(path, "w") as archive:
        magic = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little")
        archive.writestr("images.npy", magic + header + b"\0" * 100)
    assert "declares 1,000,000,000,000,000 bytes" in refusal(path).message


def test_arrays_that_are_not_needed_are_not_read(tmp_path: Path) -> None:
    extra = np.array([object()], object)
    images = stored(tmp_path / "a.npz", images=ink_images(), labels=LABELS, remarks=extra)
    assert len(images) == COUNT


def test_missing_foreign_and_empty_files(tmp_path: Path) -> None:
    assert "There is no" in refusal(tmp_path / "nowhere.npz").message
    (tmp_path / "a.npz").write_bytes(b"")
    assert "not a .npz archive" in refusal(tmp_path / "a.npz").message
    (tmp_path / "a.csv").write_text("A,1")
    assert "not a dataset that ocrdesk can read" in refusal(tmp_path / "a.csv").message
    refusal(tmp_path / ("long" * 200))


def test_the_shared_characters(shared_data: Path) -> None:
    images = read_dataset(shared_data / "nist26.npz")
    assert len(images) == 1287
    assert np.asarray(images.images).mean() < 100  # was ink 0 on 255
    crops = read_dataset(shared_data / "photo_crops36.npz")
    assert crops.groups is not None
    assert len(set(crops.groups.tolist())) == 22


def test_all_shared_hand_print(shared_data: Path) -> None:
    images = read_dataset(shared_data / "handprint62.npz")
    assert len(images) == 151_136
    assert images.parts is not None
    assert int((images.parts == "unipen").sum()) == 88_724
    training, held_out = images.split_by_group(0.2, np.random.default_rng(0))
    assert training.groups is not None
    assert held_out.groups is not None
    assert not set(training.groups) & set(held_out.groups)
    assert 0.15 < len(held_out) / len(images) <= 0.2
