"""Reads a folder with one subfolder of images per character."""

import re
import unicodedata
from pathlib import Path

import numpy as np

from ocrdesk.errors import DatasetError, ImageFileError
from ocrdesk.formats.dataset_arrays import unreadable_dataset
from ocrdesk.formats.image_file import (
    PICTURE_SUFFIXES,
    find_images,
    natural_sort_key,
    open_images,
)
from ocrdesk.formats.ink import ink_from_pictures
from ocrdesk.formats.labelled_images import LabelledImages
from ocrdesk.formats.pixels import Pixels
from ocrdesk.formats.presence import is_folder

_NAMING = (
    "Name each folder by its character; where capitals and small letters are the same to the"
    " system, 'upper_A' and 'lower_a'; for what no folder can be called, 'U+002F'."
)
_CASED = re.compile(r"(upper|lower)_(.)", re.IGNORECASE)
_CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})", re.IGNORECASE)
_NOT_CLASSES = {"__MACOSX"}  # what macOS leaves in zip files


def read_class_folder(path: Path) -> LabelledImages:
    """Return the images of all subfolders, each labelled with the character its folder names.

    A folder is called by the character itself (``A``, ``a``, ``7``), ``upper_A`` or ``lower_a``
    for file systems that hold ``A`` and ``a`` for the same, or ``U+002F`` by code point. Hidden
    folders are left out; two digits of hexadecimal code, as EMNIST uses, are not understood,
    because ``41`` could be a mistake as well. Raises DatasetError.
    """
    pictures: list[Pixels] = []
    characters: list[str] = []
    for folder in _class_folders(path):
        character = character_of_folder(folder.name)
        found = _pictures(folder)
        pictures += found
        characters += [character] * len(found)
    if not pictures:
        raise DatasetError(f"“{path}” has no images in folders by character.", advice=_NAMING)
    return LabelledImages(
        images=ink_from_pictures(pictures),
        characters=np.array(characters, "<U1"),
        clean=np.ones(len(pictures), np.bool_),
        source=path.name,
    )


def character_of_folder(name: str) -> str:
    """Return the character a folder name stands for; DatasetError if it stands for none."""
    text = unicodedata.normalize("NFC", name)
    if cased := _CASED.fullmatch(text):
        text = cased[2].upper() if cased[1].lower() == "upper" else cased[2].lower()
    elif code_point := _CODE_POINT.fullmatch(text):
        number = int(code_point[1], 16)
        text = chr(number) if number <= 0x10FFFF else text
    if len(text) != 1 or text.isspace() or not text.isprintable():
        raise DatasetError(
            f"The folder “{name}” is not named after a single character.", advice=_NAMING
        )
    return text


def _class_folders(path: Path) -> list[Path]:
    try:
        folders = [
            folder
            for folder in path.iterdir()
            if not folder.name.startswith(".") and folder.name not in _NOT_CLASSES
            if is_folder(folder)
        ]
    except OSError as error:
        raise unreadable_dataset(path, error) from error
    return sorted(folders, key=lambda folder: natural_sort_key(folder.name))


def _pictures(folder: Path) -> list[Pixels]:
    try:
        found = find_images(folder, suffixes=PICTURE_SUFFIXES)  # a PDF is no picture of one letter
        return [next(open_images(path)).pixels for path in found]
    except ImageFileError as error:
        raise DatasetError(
            f"In the folder “{folder.name}”: {error.message}",
            advice="Take the file out of the folder, or replace it.",
        ) from error
