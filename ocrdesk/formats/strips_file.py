"""Reads strips of handwriting with one text each: a zip of pictures and a ``labels.csv``."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_arrays import refuse_unusual_file, unreadable_dataset
from ocrdesk.formats.image_decoding import damage_reported, decode_page, image_of_bytes
from ocrdesk.formats.image_file import SourceImage

LABELS_NAME = "labels.csv"

_MAX_MEMBER_BYTES = 2**30  # a strip of 300 megapixels in three colours, unpacked, still fits
_LAYOUT = f"A zip with pictures and a {LABELS_NAME} (file,text) is needed."
_COPY_AGAIN = "Copy it again from where it came."


@dataclass(frozen=True, slots=True)
class LabelledStrip:
    """One picture and the text that is written on it."""

    image: SourceImage
    text: str


def every_strip(name: str) -> bool:  # noqa: ARG001
    """Want every strip, whatever it is called."""
    return True


def count_strips(path: Path | str, *, wanted: Callable[[str], bool] = every_strip) -> int:
    """Return how many strips that are ``wanted`` the zip's labels list. Raises DatasetError."""
    with _opened(Path(path)) as archive:
        return sum(wanted(name) for name, _ in _labels(archive))


def open_strips(
    path: Path | str, *, wanted: Callable[[str], bool] = every_strip
) -> Iterator[LabelledStrip]:
    """Yield the strips of the zip in the order of its ``labels.csv`` (columns file, text).

    Only those whose file is ``wanted`` are opened. Raises DatasetError if the zip or its labels are
    damaged, and ImageFileError for a picture.
    """
    with _opened(Path(path)) as archive:
        for name, text in _labels(archive):
            if not wanted(name):
                continue
            yield LabelledStrip(_picture(archive, name), text)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    refuse_unusual_file(path)
    try:
        archive = zipfile.ZipFile(path)
    except OSError as problem:
        raise unreadable_dataset(path, problem) from problem
    except Exception as problem:  # a zip's directory can be damaged in many ways
        raise DatasetError(
            f"“{path}” is not a zip file, or is damaged.", advice=_LAYOUT
        ) from problem
    with archive:
        yield archive


def _content(archive: zipfile.ZipFile, name: str, *, missing: str) -> bytes:
    """Return the unpacked member; DatasetError where it is missing, huge, locked or damaged."""
    try:
        size = archive.getinfo(name).file_size
    except KeyError as problem:
        raise DatasetError(missing, advice=_LAYOUT) from problem
    if size > _MAX_MEMBER_BYTES:
        raise DatasetError(
            f"“{name}” in “{archive.filename}” is too large to be a strip.", advice=_LAYOUT
        )
    try:
        return archive.read(name)
    except Exception as problem:  # a password, an unknown packing, and damage of every kind
        raise DatasetError(
            f"“{name}” in “{archive.filename}” cannot be unpacked ({problem}).", advice=_COPY_AGAIN
        ) from problem


def _labels(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    name = f"{LABELS_NAME} in “{archive.filename}”"
    missing = f"“{archive.filename}” lacks {LABELS_NAME}."
    try:
        content = _content(archive, LABELS_NAME, missing=missing).decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(content, newline=""))
        if not {"file", "text"} <= set(rows.fieldnames or ()):
            raise DatasetError(f"{name} lacks the columns file, text.", advice=_LAYOUT)
        return [(row["file"] or "", row["text"] or "") for row in rows]
    except UnicodeDecodeError as problem:
        raise DatasetError(
            f"{name} is not UTF-8.", advice="Save it again as UTF-8 text."
        ) from problem
    except csv.Error as problem:
        raise DatasetError(
            f"{name} is not a table of files and texts ({problem}).", advice=_LAYOUT
        ) from problem


def _picture(archive: zipfile.ZipFile, name: str) -> SourceImage:
    missing = f"{LABELS_NAME} in “{archive.filename}” lists “{name}”, which is not there."
    content = _content(archive, name, missing=missing)
    with image_of_bytes(content, name) as image, damage_reported(f"“{name}”"):
        return SourceImage(decode_page(image, f"“{name}”"), name)
