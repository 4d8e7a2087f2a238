"""List the models that can read, show what one tells of itself, or weigh its two networks."""

import argparse
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.arguments import weight
from ocrdesk.cli.model_facts import model_facts, short_charset, weights_told
from ocrdesk.cli.training_files import add_output, add_replacing, model_file
from ocrdesk.formats.presence import is_file

if TYPE_CHECKING:
    from ocrdesk.services.model_store import ModelEntry

SUMMARY = "list the models, show one, or weigh its networks"

_WEIGHTS = {
    "letters": "how much counts what the network of letters says that ink is: above 0, up to 10",
    "rows": "how much what the network of rows says",
    "doubt": "how much the doubt of the network of letters whether ink is a character, 0 to 10",
}
"""The options, by the names of `services.row_weights.RowWeights`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``ocrdesk models list``, ``show NAME`` and ``weigh NAME -o OUT``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    actions.add_parser("list", help="name every model").set_defaults(act=_list)
    show = actions.add_parser("show", help="tell where one model comes from and how well it reads")
    show.add_argument("name", metavar="NAME", help="model name or file")
    show.set_defaults(act=_show)
    _add_weigh(actions.add_parser("weigh", help="say what its two networks count in a row"))


def _add_weigh(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "What is not named stays as “models show” tells it. Nothing is learnt anew."
    )
    parser.add_argument(
        "name", metavar="NAME", help="name or file of a model that reads whole rows"
    )
    add_output(parser)
    add_replacing(parser)
    for name, told in _WEIGHTS.items():
        parser.add_argument(f"--{name}", type=weight, metavar="W", help=told)
    parser.set_defaults(act=_weigh)


def run(arguments: argparse.Namespace) -> int:
    """Print the list or the one model."""
    terminal.write(arguments.act(arguments))
    return 0


def _list(arguments: argparse.Namespace) -> str:
    del arguments
    from ocrdesk.errors import ModelFileError
    from ocrdesk.services.model_store import list_models, load_model

    rows = [("name", "reads", "from", "file")]
    for entry in list_models():
        try:
            reads = short_charset(load_model(str(entry.path)).charset.characters)
        except ModelFileError as problem:
            reads = "cannot be read"
            terminal.note(problem.message)
        rows.append((entry.name, reads, _origin(entry), str(entry.path)))
    return terminal.table(rows) if rows[1:] else "No models are installed."


def _origin(entry: "ModelEntry") -> str:
    return "ocrdesk" if entry.is_shipped else "you"


def _show(arguments: argparse.Namespace) -> str:
    from ocrdesk.services.model_store import find_model, load_model

    path = find_model(arguments.name)
    text = model_facts(load_model(str(path)), terminal.one_line(str(path)))
    card = path.with_suffix(".md")
    return f"{text}\n\nMore in {card}" if is_file(card) else text


def _weigh(arguments: argparse.Namespace) -> str:
    from dataclasses import replace

    from ocrdesk.errors import UsageError
    from ocrdesk.services.model_store import load_model, save_model

    given = {name: getattr(arguments, name) for name in _WEIGHTS}
    wanted = {name: value for name, value in given.items() if value is not None}
    if not wanted:
        raise UsageError("No weight is given.", advice=f"Give one of --{', --'.join(_WEIGHTS)}.")
    recognizer = load_model(arguments.name)
    rows = recognizer.rows
    if rows is None:
        raise UsageError(
            f"“{recognizer.name}” has no network of rows to weigh.",
            advice="Teach it rows first: ocrdesk train-rows --from NAME -o OUT.",
        )
    path = model_file(arguments.output, is_replacing=arguments.replace)
    lineage = {**recognizer.lineage, "weighed": arguments.command_line}
    try:
        rows = replace(rows, weights=replace(rows.weights, **wanted))
    except ValueError as problem:
        raise UsageError(f"{problem}.".capitalize(), advice="Give a number above 0.") from problem
    save_model(path, replace(recognizer, rows=rows, lineage=lineage))
    return f"{weights_told(rows.weights)}\nsaved {path}"
