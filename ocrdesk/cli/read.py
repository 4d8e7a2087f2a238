"""Read hand-printed pages and print their text, or every letter with its probabilities."""

import argparse
import shlex
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import (
    DASH,
    DEFAULT_MODEL,
    add_model,
    file,
    output,
    refuse_no_files,
)
from ocrdesk.cli.ink_options import add_ink_options, ink_settings
from ocrdesk.cli.outputs import refuse_unsafe_output
from ocrdesk.cli.standard_input import NAME, named, received, refuse_empty
from ocrdesk.errors import DocumentFileError, ImageFileError, OcrdeskError, UsageError
from ocrdesk.formats.presence import is_folder

if TYPE_CHECKING:
    from ocrdesk.formats.image_file import SourceImage
    from ocrdesk.formats.page_picture import PicturedPage
    from ocrdesk.ink_settings import InkSettings
    from ocrdesk.page.elements import Page
    from ocrdesk.services.fields import Field
    from ocrdesk.services.recognition import Reading
    from ocrdesk.services.recognizer import Recognizer

    Told = tuple[Field | None, InkSettings]

SUMMARY = "read pages to text, or to other formats"
_FORMATS = ("txt", "json", "hocr", "alto", "page", "box", "csv", "pdf")  # as in EXPORTERS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ocrdesk read``."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="photo, scan, PDF or .ocrdesk document, a folder of pictures, or - for standard input",
    )
    parser.add_argument(
        "-f",
        "--format",
        choices=_FORMATS,
        help="txt, with a form feed between pages; json, hocr, alto or page (XML), Tesseract's "
        "box, or csv, with boxes and probabilities; searchable pdf (default: as OUT ends, or txt)",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=output,
        help="write to this file instead of printing (- prints)",
    )
    add_model(parser, "model name or file to read with")
    field = parser.add_mutually_exclusive_group()
    field.add_argument(
        "--pattern",
        metavar="PATTERN",
        help="what each row holds: A a letter, a a small one, 9 a digit, * anything, {2,4} how "
        "often; for example AAA-999",
    )
    field.add_argument(
        "--words",
        metavar="FILE.txt",
        type=file,
        help="each row holds one of the words of this file, one a line",
    )
    add_ink_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read the files in turn; a file that cannot be read spoils only its own text.

    Returns 0, or the exit code of the first file that could not be read.
    """
    from ocrdesk.services.model_store import load_model

    if arguments.output is not None:
        words = [] if arguments.words is None else [str(arguments.words)]
        files = [file for file in arguments.files if file != DASH]
        refuse_unsafe_output(arguments.output, [*files, *words])
    form = arguments.format or _format_of(arguments.output)
    if form == "pdf" and arguments.output is None and terminal.is_watched():
        raise UsageError("A PDF is nothing for a terminal.", advice="Name a file: -o OUT.pdf")
    refuse_no_files(arguments.files)
    field, ink = _field(arguments), ink_settings(arguments)
    recognizer = load_model(arguments.model or DEFAULT_MODEL)
    if field is not None:
        field.scorer(recognizer.charset)  # complains before any page is read
    pages: list[PicturedPage] = []
    code = 0
    with ExitStack() as kept:
        try:
            for picture in chain.from_iterable(_pictures(file, kept) for file in arguments.files):
                problems = _read_file(picture, recognizer, pages, (field, ink))
                code = code or next((problem.exit_code for problem in problems), 0)
        except KeyboardInterrupt:
            if pages and arguments.output is None:  # what was read is not lost, nor taken for all
                _deliver(pages, form, None)
            raise
        if pages:
            problems = _deliver(pages, form, arguments.output)
            code = code or next((problem.exit_code for problem in problems), 0)
    return code


def _pictures(file: str, kept: ExitStack) -> Sequence[Path]:
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


def _field(arguments: argparse.Namespace) -> "Field | None":
    """Return what was said of the rows, if anything."""
    from ocrdesk.formats.word_list_file import read_word_list
    from ocrdesk.services.fields import Field

    if arguments.words is not None:
        return Field(words=read_word_list(arguments.words))
    return None if arguments.pattern is None else Field(pattern=arguments.pattern)


def _read_file(
    file: Path, recognizer: "Recognizer", pages: "list[PicturedPage]", told: "Told"
) -> list[OcrdeskError]:
    """Append the pages of the file; complain of those that cannot be read, and return why."""
    problems: list[OcrdeskError] = []

    def complain(problem: OcrdeskError) -> None:
        terminal.complain(problem)
        problems.append(problem)

    try:
        for page in _pages(file, recognizer, told, on_damage=complain):
            pages.append(page)
    except (DocumentFileError, ImageFileError) as problem:
        complain(problem)
    return problems


def _pages(
    file: Path,
    recognizer: "Recognizer",
    told: "Told",
    *,
    on_damage: Callable[[OcrdeskError], None],
) -> Iterator["PicturedPage"]:
    """Read the pages of the file one by one."""
    from ocrdesk.formats.document_members import is_document_file
    from ocrdesk.formats.image_file import find_images, no_images, open_images
    from ocrdesk.formats.page_picture import PicturedPage, picture_of_file
    from ocrdesk.services.recognition import recognize

    if is_folder(file):
        find_images(file)  # says so where the folder may not be read
        raise no_images(str(file))
    if is_document_file(file):
        yield from _pages_of_document(file, recognizer, told, on_damage=on_damage)
        return
    refuse_empty(file)
    field, ink = told
    has_hint = False  # once for a file is enough
    for opened in open_images(file, on_damage=on_damage):
        image = named(opened)
        several = image.page_count > 1
        title = f"“{file.name}”" + (f", page {image.page_number + 1}" if several else "")
        task = recognize(image, recognizer, field=field, ink_settings=ink)
        reading = terminal.follow(task, title=title)
        if not reading.page.glyphs:
            advice = " Faint ones may be by --sensitivity 50." if ink.is_automatic else ""
            terminal.note(f"No letters were found on {title}.{advice}")
        if _is_practice_sheet(image, title):
            has_hint = True  # print beside the boxes is in small letters
        if not has_hint and field is None:
            has_hint = _has_small_letters(reading, recognizer, title)
        page = reading.page
        yield PicturedPage(page, partial(picture_of_file, file, image.page_number, page))


def _is_practice_sheet(image: "SourceImage", title: str) -> bool:
    """Tell, and say so, whether a page is a form whose letters another command takes."""
    from ocrdesk.services.hand_page import look_for_sheet

    is_sheet = terminal.follow(look_for_sheet(image), title=title)
    if is_sheet:
        photo = "PHOTO" if image.source == NAME else shlex.quote(image.source)
        terminal.note(
            f"{title} looks like a practice sheet: “ocrdesk sheet --read {photo} --profile NAME” "
            "takes its letters."
        )
    return is_sheet


def _has_small_letters(reading: "Reading", recognizer: "Recognizer", title: str) -> bool:
    """Tell, and say so, whether a page looks like small letters that its reader does not know."""
    from ocrdesk.services.case_telling import SMALL_READER, looks_small

    task = looks_small(reading.page, reading.layout, recognizer.name)
    is_small = terminal.follow(task, title=title)
    if is_small:
        terminal.note(
            f"Most of {title} looks like small letters, which {recognizer.name} does not know: "
            f"read it with --model {SMALL_READER}."
        )
    return is_small


def _pages_of_document(
    file: Path,
    recognizer: "Recognizer",
    told: "Told",
    *,
    on_damage: Callable[[OcrdeskError], None],
) -> Iterator["PicturedPage"]:
    """Yield the pages of a document as they were corrected; read those that never were.

    One whose image is damaged or missing costs no other.
    """
    from ocrdesk.formats.page_picture import PicturedPage, picture_of_stored
    from ocrdesk.page.elements import Reader
    from ocrdesk.page.readers import signed
    from ocrdesk.services.document_reading import read_stored, stored_pages

    for number, stored in enumerate(stored_pages(file), 1):
        title = f"“{file.name}”, page {number}"
        if stored.document.page is not None:
            page = signed(stored.document.page, Reader(stored.model))
        else:
            field, ink = told
            task = read_stored(stored, recognizer, field=field, ink_settings=ink)
            try:
                page = terminal.follow(task, title=title)
            except (DocumentFileError, ImageFileError) as problem:
                on_damage(problem)
                continue
        lying = replace(stored, document=stored.document.with_page(page))
        yield PicturedPage(page, partial(picture_of_stored, lying))


def _deliver(pages: "Sequence[PicturedPage]", form: str, output: Path | None) -> list[OcrdeskError]:
    """Write what was read; complain of pages that lack their picture, and return why."""
    from ocrdesk.formats.exporters import EXPORTERS
    from ocrdesk.formats.output_file import opened_atomically

    problems: list[OcrdeskError] = []
    parts = EXPORTERS[form].parts(pages, on_damage=problems.append)
    if output is not None:
        with opened_atomically(output) as stream:
            stream.writelines(parts)
    elif form == "txt" and len(pages) > 1 and terminal.is_watched():
        told = [pictured.page for pictured in pages]
        terminal.write("\n".join(f"==> {_title(page)} <==\n{page.text}\n" for page in told))
    elif form == "pdf":
        terminal.write_bytes(parts)
    else:
        terminal.write(b"".join(parts).decode())
    for problem in problems:
        terminal.complain(problem)
    return problems


def _title(page: "Page") -> str:
    """Return the page's file, and its number where the file may have several pages."""
    from ocrdesk.formats.image_file import SUFFIXES_OF_SEVERAL_PAGES

    may_be_several = Path(page.source).suffix.lower() in SUFFIXES_OF_SEVERAL_PAGES
    if may_be_several or page.page_number:  # a name may lack its ending
        return f"{page.source}, page {page.page_number + 1}"
    return page.source


def _format_of(output: Path | None) -> str:
    """Return the format that the ending of OUT asks for; text where it has none."""
    if output is None or not output.suffix:
        return "txt"
    from ocrdesk.formats.exporters import format_of

    return format_of(output)
