"""Measure how well a model reads labelled pages, characters, strips or words, and learns hands."""

import argparse
import json
from math import nan
from typing import TYPE_CHECKING, Protocol, TypeAlias

from ocrdesk.cli import evaluate_tables, terminal
from ocrdesk.cli.arguments import (
    DEFAULT_MODEL,
    add_model,
    file,
    positive_number,
    rising_numbers,
    seed,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from ocrdesk.services.evaluation import Json
    from ocrdesk.services.evaluation_readings import ReadingVariant
    from ocrdesk.services.progress import Progress
    from ocrdesk.services.recognizer import Recognizer

SUMMARY = "measure error rates on labelled data"

_PAGES = (
    "Read every page that truth.json in DIR lists: [{“file”, “group”, “lines”}, …]. The error rate "
    "is the Levenshtein distance divided by the length of the truth: of letters (what the model "
    "can name; no spaces) and of text (spaces, line breaks, punctuation and case count). Each "
    "value of --scale, --rotate and --jpeg is one more way to read every page."
)
_CHARACTERS = (
    "Classify the single characters of FILE: a dataset (.npz, .mat, IDX, folder of images per "
    "class) or pen strokes. Implausible labels and characters the model cannot name are left out."
)
_STRIPS = (
    "Read the pictures in FILE.zip, whose labels.csv (file,text) tells one text each, and compare "
    "the letters of each text with the best-matching stretch of what was read."
)
_WORDS = (
    "Draw the words that FILE.npz holds as pen strokes, each as ink on a page of its own, and read "
    "them. Cursive words and those with characters that the model cannot name are left out."
)
_ADAPTATION = (
    "Draw a page of up to 300 letters of each writer of FILE.npz (pen strokes) whom training "
    "leaves out, let a simulated person correct them in several orders, learn from that, and "
    "count the errors in the letters that nobody corrected."
)


class _Evaluation(Protocol):
    def as_json(self) -> "Json":
        """Return everything as JSON values."""


_Task: TypeAlias = "Generator[Progress, None, _Evaluation]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``ocrdesk evaluate pages|characters|strips|words|adaptation`` and their options."""
    shared = argparse.ArgumentParser(add_help=False)
    add_model(shared, "model name or file to read with")
    shared.add_argument("--json", action="store_true", help="print everything as JSON")
    reading = argparse.ArgumentParser(add_help=False)
    reading.add_argument(
        "--ablation",
        action="store_true",
        help="also read with one part after the other, to see what each is worth",
    )
    kinds = parser.add_subparsers(metavar="KIND", required=True)
    both = [shared, reading]
    _add_pages(
        kinds.add_parser("pages", parents=both, help="pages with truth.json", description=_PAGES)
    )
    _add_characters(
        kinds.add_parser(
            "characters", parents=[shared], help="single characters", description=_CHARACTERS
        )
    )
    _add_strips(
        kinds.add_parser("strips", parents=both, help="strips of one text", description=_STRIPS)
    )
    _add_words(
        kinds.add_parser("words", parents=both, help="words as pen strokes", description=_WORDS)
    )
    _add_adaptation(
        kinds.add_parser(
            "adaptation", parents=[shared], help="learning a hand", description=_ADAPTATION
        )
    )


def _add_adaptation(adaptation: argparse.ArgumentParser) -> None:
    adaptation.add_argument("source", metavar="FILE.npz", type=file)
    adaptation.add_argument(
        "--limit", type=positive_number, metavar="N", help="only the first N writers"
    )
    adaptation.add_argument(
        "--seed",
        type=seed,
        default=0,
        metavar="N",
        help="what letters, pens and order are drawn by",
    )
    adaptation.add_argument(
        "--after",
        type=rising_numbers,
        metavar="N,N",
        help="corrections after which it learns and is measured (30,100)",
    )
    adaptation.set_defaults(evaluate=_adaptation, show=evaluate_tables.adaptation)


def _add_pages(pages: argparse.ArgumentParser) -> None:
    pages.add_argument("source", metavar="DIR", type=file)
    pages.add_argument(
        "--group",
        metavar="NAME",
        action="append",
        default=[],
        help="only the pages of this group (may be repeated)",
    )
    changes = {
        "--scale": ("FACTOR", _factor, "also smaller or larger: 0.5 halves both sides"),
        "--rotate": ("DEGREES", _degrees, "also turned, counter-clockwise"),
        "--jpeg": ("QUALITY", _quality, "also saved as JPEG of this quality, 1 to 100"),
    }
    for option, (metavar, kind, told) in changes.items():
        pages.add_argument(
            option, metavar=metavar, type=kind, nargs="+", action="extend", default=[], help=told
        )
    pages.set_defaults(evaluate=_pages, show=evaluate_tables.pages)


def _add_characters(characters: argparse.ArgumentParser) -> None:
    characters.add_argument("source", metavar="FILE", type=file)
    _add_writers(characters)
    characters.add_argument(
        "--transpose", action="store_true", help="turn rows into columns, as EMNIST's files need"
    )
    characters.set_defaults(evaluate=_characters, show=evaluate_tables.characters)


def _add_strips(strips: argparse.ArgumentParser) -> None:
    strips.add_argument("source", metavar="FILE.zip", type=file)
    _add_writers(strips)
    strips.add_argument(
        "--limit", type=positive_number, metavar="N", help="only the first N strips"
    )
    strips.set_defaults(evaluate=_strips, show=evaluate_tables.strips)


def _add_words(words: argparse.ArgumentParser) -> None:
    words.add_argument("source", metavar="FILE.npz", type=file)
    _add_writers(words)
    words.add_argument(
        "--known",
        metavar="FILE.npz",
        type=file,
        help="pen strokes the model was trained on: whose strokes are in it goes by its names",
    )
    words.add_argument(
        "--limit", type=positive_number, metavar="N", help="only N words, drawn from all"
    )
    words.add_argument(
        "--seed", type=seed, default=0, metavar="N", help="what pens and words are drawn by"
    )
    words.set_defaults(evaluate=_words, show=evaluate_tables.words)


def _add_writers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--writers",
        choices=("all", "held-out"),
        default="all",
        help="held-out: only the writers that training with this data never shows the model",
    )


def _factor(text: str) -> float:
    return _number(text, 0.05, 8.0)


def _degrees(text: str) -> float:
    return _number(text, -360.0, 360.0)


def _quality(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 to 100")
    return int(_number(text, 1, 100))


def _number(text: str, least: float, most: float) -> float:
    """Return a number within bounds."""
    try:
        number = float(text)
    except ValueError:
        number = nan
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from {least:g} to {most:g}")
    return number


def run(arguments: argparse.Namespace) -> int:
    """Evaluate and print a table, or JSON."""
    from ocrdesk.services.model_store import load_model

    recognizer = load_model(arguments.model or DEFAULT_MODEL)
    task = arguments.evaluate(arguments, recognizer)
    evaluation: _Evaluation = terminal.follow(task, title=arguments.source.name)
    if arguments.json:
        terminal.write(json.dumps(evaluation.as_json(), ensure_ascii=False, indent=1))
    else:
        terminal.write(arguments.show(evaluation))
    return 0


def _pages(arguments: argparse.Namespace, recognizer: "Recognizer") -> _Task:
    from ocrdesk.services.evaluation_pages import evaluate_pages
    from ocrdesk.services.evaluation_pictures import changes

    asked = changes(scales=arguments.scale, rotations=arguments.rotate, qualities=arguments.jpeg)
    return evaluate_pages(
        arguments.source,
        recognizer,
        groups=arguments.group,
        changes=asked,
        readings=_readings(arguments),
    )


def _characters(arguments: argparse.Namespace, recognizer: "Recognizer") -> _Task:
    from ocrdesk.services.evaluation_characters import evaluate_characters

    only_held_out = arguments.writers == "held-out"
    return evaluate_characters(
        arguments.source,
        recognizer,
        only_held_out=only_held_out,
        is_transposed=arguments.transpose,
    )


def _strips(arguments: argparse.Namespace, recognizer: "Recognizer") -> _Task:
    from ocrdesk.services.evaluation_strips import evaluate_strips

    return evaluate_strips(
        arguments.source,
        recognizer,
        only_held_out=arguments.writers == "held-out",
        limit=arguments.limit,
        readings=_readings(arguments),
    )


def _words(arguments: argparse.Namespace, recognizer: "Recognizer") -> _Task:
    from ocrdesk.services.evaluation_word_choice import WordChoice
    from ocrdesk.services.evaluation_words import evaluate_words

    choice = WordChoice(
        only_held_out=arguments.writers == "held-out",
        known=arguments.known,
        limit=arguments.limit,
    )
    return evaluate_words(
        arguments.source,
        recognizer,
        choice=choice,
        seed=arguments.seed,
        readings=_readings(arguments),
    )


def _adaptation(arguments: argparse.Namespace, recognizer: "Recognizer") -> _Task:
    from ocrdesk.services.evaluation_adaptation import COUNTS, evaluate_adaptation

    return evaluate_adaptation(
        arguments.source,
        recognizer,
        counts=arguments.after or COUNTS,
        most_writers=arguments.limit,
        seed=arguments.seed,
    )


def _readings(arguments: argparse.Namespace) -> "Sequence[ReadingVariant]":
    from ocrdesk.services.evaluation_readings import ABLATION, AS_ALWAYS

    return ABLATION if arguments.ablation else AS_ALWAYS
