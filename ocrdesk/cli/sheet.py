"""Make a sheet to print and fill in by hand, or read the letters in photos of one."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import DEFAULT_MODEL, add_model, file, whole_number
from ocrdesk.errors import ImageFileError, SheetError, UsageError

if TYPE_CHECKING:
    from ocrdesk.services.hand_sheet import SheetLetter, SheetReading
    from ocrdesk.services.recognizer import Recognizer

SUMMARY = "print a sheet that teaches your hand, or read one that is filled in"
_COPIES = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ocrdesk sheet``."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=file,
        help="the sheet to print (.pdf); with --read the letters, to train on (.npz)",
    )
    made = parser.add_argument_group("making a sheet")
    made.add_argument(
        "--charset",
        metavar="CHARACTERS",
        help="print36 (A-Z and 0-9, the default), print62 (small letters and punctuation too), or "
        "the characters themselves, such as ABCÄÖ€",
    )
    made.add_argument(
        "--copies",
        metavar="N",
        type=whole_number,
        help=f"how often to write each (default: {_COPIES})",
    )
    made.add_argument(
        "--paper", choices=("a4", "letter"), help="default: the usual one of your locale's country"
    )
    read = parser.add_argument_group("reading a sheet")
    read.add_argument(
        "--read", metavar="PHOTO", type=file, nargs="+", help="photos or scans of filled-in pages"
    )
    read.add_argument(
        "-p",
        "--profile",
        metavar="NAME",
        help="learn the hand, as a profile that reads it better; one that is there learns more",
    )
    add_model(read, "model to compare the letters with")
    read.add_argument("--json", action="store_true", help="print every cell as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Make or read a sheet."""
    return _read(arguments) if arguments.read else _make(arguments)


def _is_given(arguments: argparse.Namespace, name: str) -> bool:
    """Tell whether an option was given, be it with an empty value."""
    value = getattr(arguments, name)
    return value is not None and value is not False


def _make(arguments: argparse.Namespace) -> int:
    from ocrdesk.cli.outputs import refuse_unsafe_output
    from ocrdesk.formats.practice_sheet_file import write_practice_sheet
    from ocrdesk.services.hand_sheet import plan_sheet
    from ocrdesk.services.paper import paper_of_environment

    wrong = [name for name in ("json", "model", "profile") if _is_given(arguments, name)]
    if wrong:
        raise UsageError(f"--{wrong[0]} is for reading a sheet.", advice="Add --read PHOTO.")
    output = _named(arguments.output, ".pdf", "-o sheet.pdf")
    refuse_unsafe_output(output, [])
    copies = _COPIES if arguments.copies is None else arguments.copies
    charset = "print36" if arguments.charset is None else arguments.charset
    page = plan_sheet(charset, copies=copies, paper=arguments.paper or paper_of_environment())
    write_practice_sheet(output, page)
    pages = terminal.counted(page.count, "page")
    boxes = terminal.counted(len(page.characters) * page.copies, "box", "boxes")
    terminal.write(
        f"{pages} with {boxes} in “{output}”. Print at full size, fill in, photograph each "
        f"page, then: ocrdesk sheet --read PHOTO"
    )
    return 0


def _named(output: Path | None, suffix: str, example: str) -> Path:
    if output is None:
        raise UsageError("Where is the sheet to go?", advice=f"Add {example}.")
    if output.suffix.lower() != suffix:
        raise UsageError(
            f"“{output}” does not end in {suffix}.", advice="Give the file that ending."
        )
    return output


def _read(arguments: argparse.Namespace) -> int:
    """Read the photos in turn; return 0, or the exit code of the first that is no sheet."""
    from ocrdesk.cli.outputs import refuse_unsafe_output
    from ocrdesk.services.model_store import load_model
    from ocrdesk.services.profile_store import check_name

    wrong = [name for name in ("charset", "copies", "paper") if _is_given(arguments, name)]
    if wrong:
        raise UsageError(
            f"--{wrong[0]} is for making a sheet.", advice="A sheet that is read tells it itself."
        )
    if arguments.json and arguments.profile is not None:
        raise UsageError("--json tells nothing of a profile.", advice="Leave one of them out.")
    if arguments.profile is not None:
        check_name(arguments.profile)
    if arguments.output is not None:
        _named(arguments.output, ".npz", "-o letters.npz")
        refuse_unsafe_output(arguments.output, arguments.read)
    recognizer = load_model(arguments.model or DEFAULT_MODEL)
    readings: list[SheetReading] = []
    code = 0
    for photo in arguments.read:
        problems = _read_file(photo, recognizer, readings)
        code = code or next((problem.exit_code for problem in problems), 0)
    _tell(readings, arguments)
    if arguments.profile is not None and readings:
        _learn(readings, arguments)
    return code


def _require_any(readings: "list[SheetReading]", consequence: str) -> None:
    """Raise SheetError where the sheets hold no letter beyond doubt."""
    if not any(reading.sure for reading in readings):
        raise SheetError(
            f"{consequence}: no box of the sheet holds a letter beyond doubt.",
            advice="Write one character into each box, as printed above it, and photograph the "
            "sheet again.",
        )


def _learn(readings: "list[SheetReading]", arguments: argparse.Namespace) -> None:
    """Teach the profile the letters of the sheets; SheetError where they hold none."""
    from ocrdesk.cli.adapt import learn
    from ocrdesk.services.hand_letters import letters_of

    _require_any(readings, "Nothing was learnt")
    learn(arguments.profile, arguments.model, lambda base: [letters_of(readings, base.geometry)])


def _read_file(
    path: Path, recognizer: "Recognizer", readings: "list[SheetReading]"
) -> list[ImageFileError | SheetError]:
    """Append what the pages of a file hold; complain of those that cannot be read."""
    from ocrdesk.formats.image_file import open_images
    from ocrdesk.services.hand_sheet import read_hand_sheet

    problems: list[ImageFileError | SheetError] = []
    try:
        for image in open_images(path, on_damage=problems.append):
            try:
                task = read_hand_sheet(image, recognizer)
                readings.append(terminal.follow(task, title=path.name))
            except SheetError as problem:
                problems.append(problem)
    except ImageFileError as problem:
        problems.append(problem)
    for told in problems:
        terminal.complain(told)
    return problems


def _tell(readings: "list[SheetReading]", arguments: argparse.Namespace) -> None:
    """Print what was found, and write the letters that are beyond doubt where that was asked."""
    if arguments.json:
        terminal.write(json.dumps([_as_json(reading) for reading in readings], indent=2))
    elif readings:
        terminal.write("\n".join(_summary(reading) for reading in readings))
    if arguments.output is None or not readings:
        return
    from ocrdesk.services.hand_letters import characters_of

    _require_any(readings, "Nothing was written")
    characters = characters_of(readings)
    characters.write(arguments.output)
    if not arguments.json:
        are = "is" if len(characters) == 1 else "are"
        letters = terminal.counted(len(characters), "letter")
        terminal.write(f"{letters} {are} in “{arguments.output}”.")


def _summary(reading: "SheetReading") -> str:
    """Return what one page holds, with a line for every doubtful letter."""
    page = reading.page
    sure = len(reading.sure)
    letters = terminal.counted(len(reading.letters), "letter")
    found = f"{sure} of {letters} sure, {len(reading.doubtful)} doubtful"
    missing = f"{len(reading.without_letter)} without a letter"
    lines = [f"“{reading.source}”: page {page.number + 1} of {page.count}, {found}, {missing}"]
    if reading.marks < 4:
        lines.append("  one corner square is hidden; the letters near it may be cut askew")
    lines += [f"  {_where(letter)}: {_why(letter)}" for letter in reading.doubtful]
    return "\n".join(lines)


def _where(letter: "SheetLetter") -> str:
    return f"{letter.character} in row {letter.row + 1}, column {letter.column + 1}"


def _why(letter: "SheetLetter") -> str:
    return f"looks like {letter.seen_as}" if letter.seen_as else letter.doubt.value


def _as_json(reading: "SheetReading") -> dict[str, Any]:
    page = reading.page
    return {
        "source": reading.source,
        "page": page.number + 1,
        "pages": page.count,
        "paper": page.paper,
        "charset": page.characters,
        "copies": page.copies,
        "corner_marks": reading.marks,
        "cells": [
            {
                "character": letter.character,
                "row": letter.row + 1,
                "column": letter.column + 1,
                "box": list(letter.box.as_tuple()),
                "doubt": letter.doubt.name.lower(),
                "seen_as": letter.seen_as,
            }
            for letter in reading.letters
        ],
    }
