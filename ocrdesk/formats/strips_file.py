"""Reads strips of handwriting with one text each: a zip of pictures and a ``labels.csv``."""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from ocrdesk.errors import DatasetError
from ocrdesk.formats.image_decoding import damage_reported, decode_page
from ocrdesk.formats.image_file import SourceImage

LABELS_NAME = "labels.csv"


@dataclass(frozen=True, slots=True)
class LabelledStrip:
    """One picture and the text that is written on it."""

    image: SourceImage
    text: str


def count_strips(path: Path | str) -> int:
    """Return how many strips ``labels.csv`` in the zip lists. Raises DatasetError."""
    with _opened(Path(path)) as archive:
        return len(_labels(archive))


def open_strips(path: Path | str) -> Iterator[LabelledStrip]:
    """Yield the strips of the zip in the order of its ``labels.csv`` (columns file, text).

    Raises DatasetError if the zip or its labels are damaged, and ImageFileError for a picture.
    """
    with _opened(Path(path)) as archive:
        for name, text in _labels(archive):
            yield LabelledStrip(_picture(archive, name), text)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except OSError as problem:
        raise DatasetError(f"“{path}” cannot be read: {problem.strerror}.") from problem
    except zipfile.BadZipFile as problem:
        raise DatasetError(
            f"“{path}” is not a zip file, or is damaged.",
            advice=f"A zip with pictures and a {LABELS_NAME} (file,text) is needed.",
        ) from problem


def _labels(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    try:
        content = archive.read(LABELS_NAME).decode("utf-8-sig")
    except KeyError as problem:
        raise DatasetError(f"“{archive.filename}” holds no {LABELS_NAME}.") from problem
    except UnicodeDecodeError as problem:
        raise DatasetError(f"{LABELS_NAME} in “{archive.filename}” is not UTF-8.") from problem
    rows = csv.DictReader(io.StringIO(content))
    if not {"file", "text"} <= set(rows.fieldnames or ()):
        raise DatasetError(f"{LABELS_NAME} in “{archive.filename}” lacks the columns file, text.")
    return [(row["file"], row["text"] or "") for row in rows]


def _picture(archive: zipfile.ZipFile, name: str) -> SourceImage:
    try:
        content = archive.read(name)
    except KeyError as problem:
        raise DatasetError(
            f"{LABELS_NAME} in “{archive.filename}” lists “{name}”, which is not there."
        ) from problem
    with damage_reported(f"“{name}”"), Image.open(io.BytesIO(content)) as image:
        return SourceImage(decode_page(image, f"“{name}”"), name)
