"""List the models that can read, or show what one of them tells of itself."""

import argparse
from typing import TYPE_CHECKING

from ocrdesk.cli import terminal
from ocrdesk.cli.model_facts import model_facts, short_charset
from ocrdesk.formats.presence import is_file

if TYPE_CHECKING:
    from ocrdesk.services.model_store import ModelEntry

SUMMARY = "list the models, or show one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``ocrdesk models list`` and ``ocrdesk models show NAME``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    actions.add_parser("list", help="name every model").set_defaults(act=_list)
    show = actions.add_parser("show", help="tell where one model comes from and how well it reads")
    show.add_argument("name", metavar="NAME", help="model name or file")
    show.set_defaults(act=_show)


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
