"""The pages that ``ocrdesk read`` is asked for, read one by one."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import DASH
from ocrdesk.cli.document_pages import read_document
from ocrdesk.cli.page_hints import Hints
from ocrdesk.cli.standard_input import named, received, refuse_empty
from ocrdesk.cli.wish import Complaint, Wish
from ocrdesk.errors import DocumentFileError, ImageFileError, OutputError
from ocrdesk.formats.presence import is_folder

if TYPE_CHECKING:
    from ocrdesk.formats.page_picture import PicturedPage


def pictures_of(file: str, kept: ExitStack) -> Sequence[Path]:
    """Return the images directly in a folder, else the path itself, to be read or complained of.

    What standard input holds is a file while ``kept`` is open.
    """
    from ocrdesk.formats.image_file import find_images

    if file == DASH:
        return [kept.enter_context(received())]
    path = Path(file)
    found: list[Path] = []
    if is_folder(path):
        with suppress(ImageFileError):
            found = find_images(path)
    return found or [path]


def refuse_several(files: Sequence[Path]) -> None:
    """Raise OutputError where files have more pages than PAGE XML has room for, before reading.

    A page that cannot be read takes no room: what opens may still be cut off behind its head.
    """
    if are_several(files) and len(list(islice(_sound_pages(files), 2))) > 1:
        raise OutputError(
            "A file of PAGE XML holds one page, and these are several.",
            advice="Read each page to a file of its own, or choose ALTO, which holds several.",
        )


def are_several(files: Sequence[Path]) -> bool:
    """Tell whether files have more than one page, as far as they can be opened and tell it."""
    count = 0
    for file in files:
        with suppress(DocumentFileError, ImageFileError):  # told when it is read
            count += _count(file)
        if count > 1:
            return True
    return False


def _count(file: Path) -> int:
    from ocrdesk.formats.document_members import is_document_file
    from ocrdesk.formats.image_file import count_pages
    from ocrdesk.services.document_reading import stored_pages

    return len(stored_pages(file)) if is_document_file(file) else count_pages(file)


def _sound_pages(files: Sequence[Path]) -> Iterator[object]:
    """Yield what can be read of each page, its picture or what a document says; no more is done."""
    from ocrdesk.formats.document_members import is_document_file
    from ocrdesk.formats.image_file import open_images
    from ocrdesk.services.document_reading import image_of, stored_pages

    for file in files:
        with suppress(DocumentFileError, ImageFileError):
            if not is_document_file(file):
                yield from open_images(file, on_damage=lambda _: None)
                continue
            for stored in stored_pages(file):
                with suppress(DocumentFileError, ImageFileError):
                    yield stored.document.page or image_of(stored)


def read_file(file: Path, wish: Wish, *, on_damage: Complaint) -> Iterator["PicturedPage"]:
    """Yield the pages of a file; tell of those that cannot be read, or that it is none."""
    from ocrdesk.formats.document_members import is_document_file
    from ocrdesk.formats.image_file import find_images, no_images

    try:
        if is_folder(file):
            find_images(file)  # says so where the folder may not be read
            raise no_images(str(file))
        read = read_document if is_document_file(file) else _read_images
        yield from read(file, wish, on_damage=on_damage)
    except (DocumentFileError, ImageFileError) as problem:
        on_damage(problem)


def _read_images(file: Path, wish: Wish, *, on_damage: Complaint) -> Iterator["PicturedPage"]:
    from ocrdesk.formats.image_file import open_images
    from ocrdesk.formats.page_picture import PicturedPage, picture_of_file
    from ocrdesk.services.recognition import recognize

    refuse_empty(file)
    hints, ink = Hints(wish), wish.ink.over()
    for opened in open_images(file, on_damage=on_damage):
        image = named(opened)
        several = image.page_count > 1
        title = f"“{file.name}”" + (f", page {image.page_number + 1}" if several else "")
        task = recognize(image, wish.recognizer, field=wish.field, ink_settings=ink)
        reading = terminal.follow(task, title=title)
        hints.tell(reading, wish.recognizer, title)
        page = reading.page
        yield PicturedPage(page, partial(picture_of_file, file, image.page_number, page), title)
