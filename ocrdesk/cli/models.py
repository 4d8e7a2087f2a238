"""List the models that can read, or show what one of them tells of itself."""

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ocrdesk.cli import terminal

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
    from ocrdesk.services.model_store import list_models, read_header

    rows = [("name", "reads", "from", "file")]
    for entry in list_models():
        try:
            reads = _short(read_header(entry.path)["charset"])
        except ModelFileError as problem:
            reads = problem.message
        rows.append((entry.name, reads, _origin(entry), str(entry.path)))
    return terminal.table(rows) if rows[1:] else "No models are installed."


def _origin(entry: "ModelEntry") -> str:
    return "ocrdesk" if entry.is_shipped else "you"


def _short(characters: str) -> str:
    """Name a long charset by its runs of neighbours, marks as they are: ``A-Z 0-9 .,!``."""
    runs: list[str] = []
    marks = "".join(character for character in characters if not character.isalnum())
    for character in characters:
        if character in marks:
            continue
        if runs and ord(character) == ord(runs[-1][-1]) + 1:
            runs[-1] = runs[-1][0] + character
        else:
            runs.append(character)
    return " ".join([*("-".join(run) for run in runs), *([marks] if marks else [])])


def _show(arguments: argparse.Namespace) -> str:
    from ocrdesk.services.model_store import find_model, load_model

    path = find_model(arguments.name)
    recognizer = load_model(str(path))
    layers, arrays = recognizer.network.state()
    weights = sum(array.size for array in arrays.values())
    size = recognizer.geometry.size
    facts: dict[str, Any] = {
        "name": recognizer.name,
        "file": str(path),
        "reads": f"{_short(recognizer.charset.characters)} ({len(recognizer.charset)} characters)",
        "sees": f"{size} x {size} pixels, {recognizer.geometry.margin} of them margin",
        "layers": ", ".join(map(_layer, layers)),
        "weights": f"{weights:,}",
        "lineage": recognizer.lineage,
        "metrics": recognizer.metrics,
    }
    lines = list(_lines(facts))
    card = path.with_suffix(".md")
    if card.is_file():
        lines += ["", f"More in {card}"]
    return "\n".join(lines)


def _layer(description: Mapping[str, Any]) -> str:
    """Name a layer with its sizes: ``dense 64``."""
    sizes = [
        "x".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        for key, value in description.items()
        if key != "kind" and not isinstance(value, str)
    ]
    return " ".join([str(description.get("kind", "?")), *sizes])


def _lines(facts: Mapping[str, Any], indent: str = "") -> list[str]:
    """Return ``key: value`` lines, what is inside a mapping further in."""
    lines = []
    for key, value in facts.items():
        if isinstance(value, Mapping):
            lines.append(f"{indent}{key}:")
            lines += _lines(value, indent + "  ")
        else:
            lines.append(f"{indent}{key}: {_value(value)}")
    return lines


def _value(value: Any) -> str:
    if isinstance(value, list) and len(value) > 8:
        return f"{len(value)} entries"
    return f"{value:.4f}" if isinstance(value, float) else str(value)
