"""Read hand-printed pages and print their text, or every letter with its probabilities."""

import argparse
from contextlib import ExitStack
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
from ocrdesk.cli.ink_options import add_ink_options, ink_wish
from ocrdesk.cli.outputs import refuse_unsafe_output
from ocrdesk.cli.page_output import Collection, PrintedText
from ocrdesk.cli.page_reading import are_several, pictures_of, read_file, refuse_several
from ocrdesk.cli.wish import Wish
from ocrdesk.errors import OcrdeskError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ocrdesk.services.fields import Field

SUMMARY = "read pages to text, or to other formats"
_OF_DOCUMENTS = (
    "A page of an .ocrdesk document is given as it was corrected; where a model, a pattern, words "
    "or ink are asked for, what nobody confirmed on it is read again so (by what read it before, "
    "unless a model is named; options of ink find all letters anew, and keep only what is "
    "confirmed). The document itself is never changed."
)
_FORMATS = ("txt", "json", "hocr", "alto", "page", "box", "csv", "pdf")  # as in EXPORTERS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ocrdesk read``."""
    parser.description = f"{parser.description} {_OF_DOCUMENTS}"
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
    field, ink = _field(arguments), ink_wish(arguments)
    recognizer = load_model(arguments.model or DEFAULT_MODEL)
    if field is not None:
        field.scorer(recognizer.charset)  # complains before any page is read
    wish = Wish(recognizer, arguments.model is not None, field, ink)
    return _read(arguments, wish, form)


def _read(arguments: argparse.Namespace, wish: Wish, form: str) -> int:
    problems: list[OcrdeskError] = []

    def complain(problem: OcrdeskError) -> None:
        terminal.complain(problem)
        problems.append(problem)

    with ExitStack() as kept:
        found = chain.from_iterable(pictures_of(name, kept) for name in arguments.files)
        files: Iterable[Path] = found
        pages: PrintedText | Collection
        if form != "txt" or arguments.output is not None:
            if form == "page":
                files = list(found)
                refuse_several(files)
            pages = Collection(form, arguments.output)
        elif terminal.is_watched():
            files = list(found)
            pages = PrintedText(has_headings=are_several(files))
        else:
            pages = PrintedText(has_headings=False)
        try:
            for path in files:
                for page in read_file(path, wish, on_damage=complain):
                    pages.add(page)
        except KeyboardInterrupt:
            pages.interrupt()
            raise
        problems += pages.end()
    return problems[0].exit_code if problems else 0


def _field(arguments: argparse.Namespace) -> "Field | None":
    """Return what was said of the rows, if anything."""
    from ocrdesk.formats.word_list_file import read_word_list
    from ocrdesk.services.fields import Field

    if arguments.words is not None:
        return Field(words=read_word_list(arguments.words))
    return None if arguments.pattern is None else Field(pattern=arguments.pattern)


def _format_of(output: Path | None) -> str:
    """Return the format that the ending of OUT asks for; text where it has none."""
    if output is None or not output.suffix:
        return "txt"
    from ocrdesk.formats.exporters import format_of

    return format_of(output)
