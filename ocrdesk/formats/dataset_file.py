"""Opens labelled characters in the formats people have: one table, suffix to function."""

from collections.abc import Callable
from pathlib import Path

from ocrdesk.errors import DatasetError
from ocrdesk.formats.class_folder import read_class_folder
from ocrdesk.formats.dataset_arrays import unreadable_dataset
from ocrdesk.formats.idx_file import read_idx_dataset
from ocrdesk.formats.labelled_images import LabelledImages
from ocrdesk.formats.mat_file import read_mat_dataset
from ocrdesk.formats.npz_dataset import read_npz_dataset
from ocrdesk.formats.presence import is_folder, is_there, obstacle

__all__ = ["DATASET_READERS", "LabelledImages", "read_dataset"]

DATASET_READERS: dict[str, Callable[[Path], LabelledImages]] = {
    ".npz": read_npz_dataset,
    ".mat": read_mat_dataset,
    "idx3-ubyte": read_idx_dataset,
    "idx3-ubyte.gz": read_idx_dataset,
}
_READABLE = (
    "Datasets are .npz, .mat, IDX images (...-idx3-ubyte, also .gz), or a folder with a folder"
    " per character."
)


def read_dataset(path: Path | str, *, transpose: bool = False) -> LabelledImages:
    """Return the labelled characters in the file or folder, upright, ink 255 on paper 0.

    ``transpose`` exchanges rows and columns of every image, as EMNIST's IDX files need. Raises
    DatasetError, which names the file, what is wrong with it and what to do.
    """
    path = Path(path)
    images = _reader(path)(path)
    return images.transposed() if transpose else images


def _reader(path: Path) -> Callable[[Path], LabelledImages]:
    if is_folder(path):
        return read_class_folder
    blocked = obstacle(path)
    if blocked is not None:
        raise unreadable_dataset(path, blocked)
    if not is_there(path):
        raise DatasetError(f"There is no file “{path}”.", advice="Check the name and the folder.")
    name = path.name.lower()
    for suffix, reader in DATASET_READERS.items():
        if name.endswith(suffix):
            return reader
    if "idx1" in name:
        raise DatasetError(
            f"“{path.name}” holds labels only.",
            advice="Open the images, “...idx3-ubyte”; their labels are found beside them.",
        )
    raise DatasetError(f"“{path.name}” is not a dataset that ocrdesk can read.", advice=_READABLE)
