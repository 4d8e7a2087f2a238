"""The few functions that scripts use, offered as ``ocrdesk.open_recognizer`` and so on.

>>> import ocrdesk
>>> recognizer = ocrdesk.open_recognizer()  # doctest: +SKIP
>>> for name in ("one.jpg", "two.jpg"):  # doctest: +SKIP
...     print(ocrdesk.read_image(name, recognizer).text)
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL.Image import Image

from ocrdesk.errors import UsageError
from ocrdesk.formats.document_members import is_document_file
from ocrdesk.formats.image_file import SourceImage, image_from_array, open_images
from ocrdesk.formats.ink import ink_from_pictures
from ocrdesk.ink_settings import InkSettings
from ocrdesk.page.elements import Page, Prediction
from ocrdesk.services.document_reading import read_again, read_stored, reader_of, stored_pages
from ocrdesk.services.fields import Field
from ocrdesk.services.model_store import DEFAULT_MODEL, load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import cut_patches
from ocrdesk.vision.samples import ink_of_image


def open_recognizer(name: str | Path = DEFAULT_MODEL) -> Recognizer:
    """Return the recognizer in the model with that name or file.

    Open it once and pass it on: reading without one opens the default model each time.
    Raises ModelFileError for a missing, damaged, foreign or newer file.
    """
    return load_model(str(name))


def read_image(
    image: str | Path | npt.NDArray[Any] | Image,
    recognizer: Recognizer | str | Path | None = None,
    *,
    page_number: int = 0,
    field: Field | None = None,
    ink_settings: InkSettings | None = None,
) -> Page:
    """Read one page: an image file, an array (h, w) grey or (h, w, 3) RGB, a picture of Pillow's.

    ``recognizer`` is one that was opened, or the name or file of its model.
    ``page_number`` chooses, from 0, in a PDF or TIFF file of several pages; ``field`` tells what
    its rows hold, as a pattern or a list of words; ``ink_settings`` how its ink is told from paper
    (``ocrdesk.ink_settings.InkSettings``). A page of an ``.ocrdesk`` document is returned as it was
    corrected; with ``field`` or ``ink_settings`` what nobody confirmed on it is read again, by what
    read it before unless there is a ``recognizer``. Arrays are uint8, uint16, bool or floats in
    0..1. Raises ImageFileError for what cannot be opened, UsageError for a page that is not there,
    ModelFileError where what read the page before is not here any more.
    """
    recognizer = _opened_recognizer(recognizer)
    if isinstance(image, str | Path) and is_document_file(image):
        return _page_of_document(image, page_number, recognizer, field, ink_settings)
    source = _opened(image, page_number)
    task = recognize(
        source, recognizer or open_recognizer(), field=field, ink_settings=ink_settings
    )
    return run(task).page


def _opened_recognizer(given: Recognizer | str | Path | None) -> Recognizer | None:
    return open_recognizer(given) if isinstance(given, str | Path) else given


def _page_of_document(
    path: str | Path,
    number: int,
    recognizer: Recognizer | None,
    field: Field | None,
    ink: InkSettings | None,
) -> Page:
    pages = stored_pages(path)
    if not 0 <= number < len(pages):
        raise UsageError(f"There is no page {number} in it.", advice="The first page is 0.")
    stored = pages[number]
    page = stored.document.page
    is_given = field is not None or ink is not None
    if page is not None and not is_given:
        return page
    is_read = page is not None and bool(stored.model)
    reader = recognizer or (reader_of(stored) if is_read else open_recognizer())
    read = read_stored if page is None else read_again
    return run(read(stored, reader, field=field, ink_settings=ink)).page


def _opened(image: str | Path | npt.NDArray[Any] | Image, page_number: int) -> SourceImage:
    if isinstance(image, str | Path):
        pages = open_images(image, first=max(0, page_number))
    elif isinstance(image, np.ndarray | Image):
        pages = iter([image_from_array(image)])
    else:
        raise UsageError(
            f"A {type(image).__name__} is not an image.", advice="Give a file name or an array."
        )
    page = next(pages, None)
    if page is None or page.page_number != page_number:
        raise UsageError(f"There is no page {page_number} in it.", advice="The first page is 0.")
    return page


def classify_patches(
    images: npt.NDArray[Any] | Iterable[npt.NDArray[Any]],
    recognizer: Recognizer | str | Path | None = None,
) -> list[tuple[Prediction, ...]]:
    """Return, for each picture of one character, all predictions, most probable first.

    ``images`` are pictures (h, w) or (h, w, 3) uint8 of any size, dark on light or light on dark
    (all alike), or patches as the recognizer sees them: floats (n, size, size) in 0..1, ink 1.
    Of a picture without ink there are none: bare paper says nothing.
    Raises UsageError for patches of another size or range, ImageFileError for what is no picture.
    """
    recognizer = _opened_recognizer(recognizer) or open_recognizer()
    images = images if isinstance(images, np.ndarray) else list(images)
    if not len(images):
        return []
    patches = _patches(images, recognizer)
    rows = recognizer.classify(patches)
    return [
        recognizer.predictions(row) if patch.any() else ()
        for row, patch in zip(rows, patches, strict=True)
    ]


def _patches(
    images: npt.NDArray[Any] | Sequence[npt.NDArray[Any]], recognizer: Recognizer
) -> npt.NDArray[np.float32]:
    size = recognizer.geometry.size
    if isinstance(images, np.ndarray) and images.ndim == 2:
        raise UsageError(
            "One picture is no list of pictures.", advice="Put it into one: [picture]."
        )
    if isinstance(images, np.ndarray) and images.dtype.kind == "f":
        if images.shape[1:] != (size, size):
            raise UsageError(
                f"Patches of shape {images.shape[1:]} do not fit this recognizer.",
                advice=f"It takes {size} x {size}; give pictures as uint8 to have them cut.",
            )
        if not ((images >= 0) & (images <= 1)).all():  # written so that NaN fails too
            raise UsageError(
                "Patches hold numbers outside 0..1.",
                advice="Ink is 1, paper 0; give pictures as uint8 to have them cut.",
            )
        return images.astype(np.float32)
    pictures = [image_from_array(image).pixels for image in images]
    inks = [ink_of_image(ink) for ink in ink_from_pictures(pictures)]
    return cut_patches(inks, recognizer.geometry)
