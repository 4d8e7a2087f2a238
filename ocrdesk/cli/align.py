"""Cut labelled characters out of words or strips whose texts are known, to train on."""

import argparse
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import DEFAULT_MODEL, add_model, file
from ocrdesk.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Generator

    from ocrdesk.services.cutting_out import CutOut
    from ocrdesk.services.progress import Progress
    from ocrdesk.services.recognizer import Recognizer

SUMMARY = "cut characters out of words whose texts are known"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``ocrdesk align``."""
    parser.add_argument(
        "source",
        metavar="FILE",
        type=file,
        help="words as pen strokes (.npz), or a zip of strips with labels.csv",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE.npz", type=file, required=True, help="the characters"
    )
    add_model(parser, "model that finds the letters")
    parser.add_argument(
        "--known",
        metavar="FILE.npz",
        type=file,
        help="characters as pen strokes that are trained on too: the same writers get the same "
        "names, so that none is held out under one and trained on under another",
    )


def run(arguments: argparse.Namespace) -> int:
    """Cut the characters out and write them."""
    from ocrdesk.cli.outputs import refuse_unsafe_output
    from ocrdesk.services.cutting_out import require_any
    from ocrdesk.services.model_store import load_model

    used = [arguments.source, arguments.known, arguments.model]
    refuse_unsafe_output(arguments.output, [str(file) for file in used if file is not None])
    if arguments.output.suffix != ".npz":
        raise UsageError(
            f"“{arguments.output}” does not end in .npz.", advice="Give OUT that ending."
        )
    recognizer = load_model(arguments.model or DEFAULT_MODEL)
    cut = terminal.follow(_task(arguments, recognizer), title=arguments.source.name)
    require_any(cut, arguments.source)
    cut.characters.write(arguments.output)
    terminal.write(
        f"{terminal.counted(len(cut.characters), 'character')} from {cut.found:,} of "
        f"{terminal.counted(cut.texts, 'text')} {'is' if len(cut.characters) == 1 else 'are'} in "
        f"{arguments.output}."
    )
    return 0


def _task(
    arguments: argparse.Namespace, recognizer: "Recognizer"
) -> "Generator[Progress, None, CutOut]":
    from ocrdesk.formats.stroke_file import holds_strokes
    from ocrdesk.services.cutting_out import cut_strips, cut_words

    if holds_strokes(arguments.source):
        return cut_words(arguments.source, recognizer, known=arguments.known)
    if arguments.known is not None:
        raise UsageError("--known is for words as pen strokes.", advice="Leave it out.")
    return cut_strips(arguments.source, recognizer)
