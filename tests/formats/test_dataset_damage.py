"""Whatever happened to a dataset on its way, the answer is a dataset or one DatasetError."""

import gzip
import io
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import scipy.io
import scipy.sparse

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_file import read_dataset
from ocrdesk.formats.stroke_file import holds_strokes, read_strokes

IMAGES = np.random.default_rng(2).integers(0, 256, (6, 8, 8), np.uint8)
LABELS = np.arange(6, dtype=np.uint8)


def npz_bytes(*, compressed: bool) -> bytes:
    stream = io.BytesIO()
    save = np.savez_compressed if compressed else np.savez
    save(stream, images=IMAGES, labels=LABELS, charset="ABCDEF", writer=LABELS)
    return stream.getvalue()


def mat_bytes(*, compressed: bool, sparse: bool = False) -> bytes:
    stream = io.BytesIO()
    labels = scipy.sparse.csc_matrix(np.eye(36)[LABELS]) if sparse else np.eye(36)[LABELS]
    data = {"train_data": IMAGES.reshape(6, 64) / 255, "train_labels": labels}
    scipy.io.savemat(stream, data, do_compression=compressed)
    return stream.getvalue()


def idx_bytes() -> bytes:
    return bytes([0, 0, 8, 3, 0, 0, 0, 6, 0, 0, 0, 8, 0, 0, 0, 8]) + IMAGES.tobytes()


FILES = {
    "stored.npz": npz_bytes(compressed=False),
    "packed.npz": npz_bytes(compressed=True),
    "stored.mat": mat_bytes(compressed=False),
    "packed.mat": mat_bytes(compressed=True),
    "sparse.mat": mat_bytes(compressed=False, sparse=True),
    "a-images-idx3-ubyte": idx_bytes(),
    "a-images-idx3-ubyte.gz": gzip.compress(idx_bytes(), mtime=0),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    labels = bytes([0, 0, 8, 1, 0, 0, 0, 6]) + LABELS.tobytes()
    (tmp_path / "a-labels-idx1-ubyte").write_bytes(labels)
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_whole_files_are_read(folder: Path, name: str) -> None:
    (folder / name).write_bytes(FILES[name])
    assert len(read_dataset(folder / name)) == 6


@pytest.mark.parametrize("name", FILES)
def test_a_cut_off_file_is_always_refused(folder: Path, name: str) -> None:
    rng = np.random.default_rng(11)
    path = folder / name
    for length in rng.integers(0, len(FILES[name]) - 8, 40):
        path.write_bytes(FILES[name][:length])
        with pytest.raises(DatasetError) as caught:
            read_dataset(path)
        assert caught.value.advice


@pytest.mark.parametrize("name", FILES)
def test_flipped_bytes_never_end_in_a_traceback(folder: Path, name: str) -> None:
    rng = np.random.default_rng(13)
    path = folder / name
    for attempt in range(80):
        content = bytearray(FILES[name])
        for position in rng.integers(0, min(len(content), 300 if attempt % 2 else 10**6), 3):
            content[position] = rng.integers(0, 256)
        path.write_bytes(content)
        with suppress(DatasetError):
            assert len(read_dataset(path))


@pytest.mark.parametrize("name", ["nonsense.npz", "nonsense.mat", "n-images-idx3-ubyte"])
def test_noise_is_refused(folder: Path, name: str) -> None:
    rng = np.random.default_rng(17)
    for size in (1, 16, 128, 4096):
        (folder / name).write_bytes(rng.bytes(size))
        with pytest.raises(DatasetError):
            read_dataset(folder / name)


def test_damaged_strokes(tmp_path: Path) -> None:
    stream = io.BytesIO()
    np.savez_compressed(
        stream,
        points=IMAGES[0, :, :2],
        stroke_offsets=np.array([0, 4, 8]),
        item_offsets=np.array([0, 1, 2]),
        labels=np.array(["A", "B"]),
    )
    whole = stream.getvalue()
    path = tmp_path / "a.npz"
    path.write_bytes(whole)
    assert len(read_strokes(path)) == 2
    rng = np.random.default_rng(19)
    for length in rng.integers(0, len(whole) - 8, 30):
        path.write_bytes(whole[:length])
        with pytest.raises(DatasetError):
            read_strokes(path)


UNUSUAL = ["a.npz", "a.mat", "b-images-idx3-ubyte", "a-images-idx3-ubyte"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system are Unix only")
@pytest.mark.parametrize("name", UNUSUAL)
def test_a_pipe_does_not_block(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(DatasetError, match="pipe") as caught:
        read_dataset(tmp_path / name)
    assert caught.value.advice
    assert not holds_strokes(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system are Unix only")
def test_labels_in_a_pipe_do_not_block(tmp_path: Path) -> None:
    (tmp_path / "b-images-idx3-ubyte").write_bytes(idx_bytes())
    os.mkfifo(tmp_path / "b-labels-idx1-ubyte")
    with pytest.raises(DatasetError, match=r"labels of .* are missing"):
        read_dataset(tmp_path / "b-images-idx3-ubyte")


def test_strokes_are_not_read_from_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="is a folder, not a file"):
        read_strokes(tmp_path)
    with pytest.raises(DatasetError, match="There is no"):
        read_strokes(tmp_path / "nowhere.npz")


def test_a_file_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    for name in ("stored.npz", "stored.mat", "a-images-idx3-ubyte"):
        (folder / name).write_bytes(FILES[name])
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr("zipfile.ZipFile", refuse)
    for name in ("stored.npz", "stored.mat", "a-images-idx3-ubyte"):
        with pytest.raises(DatasetError, match="Permission denied"):
            read_dataset(folder / name)
