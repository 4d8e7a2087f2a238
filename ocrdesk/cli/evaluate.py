"""Measure how well a model reads labelled pages, characters or strips."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from ocrdesk.cli import evaluate_tables, terminal
from ocrdesk.cli.arguments import positive_number

if TYPE_CHECKING:
    from collections.abc import Generator

    from ocrdesk.services.evaluation import EvaluationReport, Json
    from ocrdesk.services.recognizer import Recognizer

SUMMARY = "measure error rates on labelled data"

_PAGES = (
    "Read every page that truth.json in DIR lists: [{“file”, “group”, “lines”}, …]. The error rate "
    "is the Levenshtein distance divided by the length of the truth: of letters (what the model "
    "can name; no spaces) and of text (spaces, line breaks, punctuation and case count)."
)
_CHARACTERS = (
    "Classify the single characters of FILE: a dataset (.npz, .mat, IDX, folder of images per "
    "class) or pen strokes. Implausible labels and characters the model cannot name are left out."
)
_STRIPS = (
    "Read the pictures in FILE.zip, whose labels.csv (file,text) tells one text each, and compare "
    "the letters of each text with the best-matching stretch of what was read."
)


class _Evaluation(Protocol):
    def as_json(self) -> "Json":
        """Return everything as JSON values."""


_Task: TypeAlias = "Generator[EvaluationReport, None, _Evaluation]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``ocrdesk evaluate pages|characters|strips`` and their options."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("-m", "--model", metavar="NAME", help="model name or file to read with")
    shared.add_argument("--json", action="store_true", help="print everything as JSON")
    kinds = parser.add_subparsers(metavar="KIND", required=True)

    pages = kinds.add_parser(
        "pages", parents=[shared], help="whole pages with truth.json", description=_PAGES
    )
    pages.add_argument("source", metavar="DIR", type=Path)
    pages.set_defaults(evaluate=_pages, show=evaluate_tables.pages)

    characters = kinds.add_parser(
        "characters", parents=[shared], help="single characters", description=_CHARACTERS
    )
    characters.add_argument("source", metavar="FILE", type=Path)
    characters.add_argument(
        "--writers",
        choices=("all", "held-out"),
        default="all",
        help="held-out: only the writers that training with this data never shows the model",
    )
    characters.add_argument(
        "--transpose", action="store_true", help="turn rows into columns, as EMNIST's files need"
    )
    characters.set_defaults(evaluate=_characters, show=evaluate_tables.characters)

    strips = kinds.add_parser(
        "strips", parents=[shared], help="strips with one text each", description=_STRIPS
    )
    strips.add_argument("source", metavar="FILE.zip", type=Path)
    strips.add_argument(
        "--limit", type=positive_number, metavar="N", help="only the first N strips"
    )
    strips.set_defaults(evaluate=_strips, show=evaluate_tables.strips)


def run(arguments: argparse.Namespace) -> int:
    """Evaluate and print a table, or JSON."""
    from ocrdesk.services.model_store import DEFAULT_MODEL, load_model

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

    return evaluate_pages(arguments.source, recognizer)


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

    return evaluate_strips(arguments.source, recognizer, limit=arguments.limit)
