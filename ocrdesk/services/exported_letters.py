"""The confirmed letters of pages that were written as JSON, cut from the pictures they name."""

from collections.abc import Generator, Sequence
from pathlib import Path

from ocrdesk.errors import DocumentFileError
from ocrdesk.formats.image_file import SourceImage, open_images
from ocrdesk.formats.page_json import read_page_json
from ocrdesk.formats.presence import is_file
from ocrdesk.page.elements import Page
from ocrdesk.services.document_letters import as_it_lies, letters_on
from ocrdesk.services.letters import Letters, examples, together
from ocrdesk.services.progress import Progress
from ocrdesk.services.recognizer import Recognizer


def letters_of_export(
    path: Path, pictures: Sequence[Path], recognizer: Recognizer
) -> Generator[Progress, None, Letters]:
    """Return what is confirmed in a JSON file of pages.

    A page's picture is the one of ``pictures`` that has its name, else the one it names, else the
    one of that name beside the file. Raises ``DocumentFileError`` where nothing is confirmed, or a
    picture is missing or another one; ``ImageFileError`` where it cannot be opened.
    """
    pages = [page for page in read_page_json(path) if examples(page)]
    if not pages:
        raise DocumentFileError(
            f"Nobody has confirmed or corrected a letter in “{path}”.",
            advice="Confirm letters in the window and export again, or change their “character” "
            "in the file.",
        )
    found = []
    for number, page in enumerate(pages):
        yield Progress(f"Looking at {path.name}", number / len(pages))
        image = _picture(path, page, pictures)
        found.append((yield from letters_on(page, image, recognizer)))
    return together(found, recognizer.geometry)


def picture_of(path: Path, page: Page, pictures: Sequence[Path]) -> Path:
    """Return where the picture of a page of a JSON file is; see `letters_of_export`."""
    named = Path(page.source.replace("\\", "/"))
    for candidate in (
        *(given for given in pictures if given.name == named.name),
        named,
        path.parent / named,
        path.parent / named.name,
    ):
        if is_file(candidate):
            return candidate
    raise DocumentFileError(
        f"The picture “{page.source}” of a page in “{path}” is not there.",
        advice="Give the picture too: ocrdesk adapt pages.json picture.jpg --profile NAME.",
    )


def _picture(path: Path, page: Page, pictures: Sequence[Path]) -> SourceImage:
    """Return the picture of a page as it lies; ``DocumentFileError`` where it is another one."""
    where = picture_of(path, page, pictures)
    image = next(open_images(where, first=page.page_number), None)
    if image is not None:
        image = as_it_lies(image, page)
    if image is None or (image.width, image.height) != (page.width, page.height):
        raise DocumentFileError(
            f"“{where}” is not the picture that a page in “{path}” was read from: that has "
            f"{page.width} by {page.height} pixels.",
            advice="Give the right picture, or read it again.",
        )
    return image
