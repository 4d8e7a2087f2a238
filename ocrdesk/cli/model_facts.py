"""What a model tells of itself, in words: its network, where it comes from, how well it reads."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ocrdesk.cli.terminal import table

if TYPE_CHECKING:
    from ocrdesk.services.recognizer import Recognizer
    from ocrdesk.services.row_network import RowNetwork
    from ocrdesk.services.row_weights import RowWeights

_LAYERS = {"conv2d": "convolution", "maxpool2d": "pooling", "batch_norm": "normalisation"}
_TOLD = frozenset(
    {
        "parent",
        "recipe",
        "command",
        "seed",
        "program",
        "epochs",
        "best_epoch",
        "validation_accuracy",
        "training_characters",
        "curves",
        "rows",
    }
)
_UNSEEN = "right, on writers never seen in training"
_PERHAPS_KNOWN = "right, of characters kept out, perhaps by writers that were learnt from"
_ROW_COUNTS = frozenset({"training_rows", "validation_rows", "validation_rows_right"})


def model_facts(recognizer: "Recognizer", file: str) -> str:
    """Return the model's facts as text of several lines; what it does not tell is left out."""
    rows = [(f"{name}:", value) for name, value in _rows(recognizer, file)]
    parts = [table(rows)]
    trained_on = recognizer.lineage.get("training_characters")
    if isinstance(trained_on, Mapping) and trained_on:
        counts = [(f"  {name}", _count(count)) for name, count in trained_on.items()]
        parts.append("trained on characters:\n" + table(counts, right=frozenset({1})))
    held_out = recognizer.metrics.get("held_out")
    if isinstance(held_out, Mapping) and held_out:
        parts.append(held_out_told(held_out))
    return "\n\n".join(parts)


def held_out_told(held_out: Mapping[str, Any]) -> str:
    """Return how many characters of each source were read right, of how many, and by whom.

    A model file may hold anything here: what is no such share is told as it stands.
    """
    rows, is_known = [], False
    for name, share in held_out.items():
        match share:
            case {"right": int(right), "count": int(count)} if count > 0:
                rows.append((f"  {name}", f"{right / count:.1%}", f"of {count:,}"))
                is_known |= bool(share.get("may_be_known"))
            case _:
                rows.append((f"  {name}", str(share), ""))
    whose = _PERHAPS_KNOWN if is_known else _UNSEEN
    return f"{whose}:\n{table(rows, right=frozenset({1, 2}))}"


def _count(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def short_charset(characters: str) -> str:
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


def _rows(recognizer: "Recognizer", file: str) -> Iterator[tuple[str, str]]:
    layers, arrays = recognizer.network.state()
    size = recognizer.geometry.size
    charset = recognizer.charset
    yield "name", recognizer.name
    yield "file", file
    yield "reads", f"{short_charset(charset.characters)} ({len(charset)} characters)"
    if recognizer.can_reject:
        yield "knows", "what is no character"
    yield "sees", f"{size} x {size} pixels, {recognizer.geometry.margin} of them margin"
    yield "network", ", ".join(filter(None, map(_layer, layers)))
    yield "parameters", f"{sum(array.size for array in arrays.values()):,}"
    if recognizer.temperature != 1:
        yield "calibrated", f"logits divided by {recognizer.temperature:.3f}"
    yield from _origin(recognizer.lineage)
    if recognizer.rows is not None:
        yield from _row_network(recognizer.rows, recognizer.lineage.get("rows"))


def weights_told(weights: "RowWeights") -> str:
    """Return what two networks count in a row: ``letters 0.5, rows 0.4, doubt 1``."""
    return ", ".join(f"{name} {value:g}" for name, value in weights.told().items())


def _row_network(rows: "RowNetwork", lineage: object) -> Iterator[tuple[str, str]]:
    """Yield what the network is that reads rows as wholes, and where it comes from."""
    layers, arrays = rows.network.state()
    geometry = rows.geometry
    yield "reads rows", f"as wholes too, {geometry.height} pixels high, letters {geometry.letter}"
    yield "rows network", ", ".join(filter(None, map(_layer, layers)))
    yield "rows parameters", f"{sum(array.size for array in arrays.values()):,}"
    yield "both count", weights_told(rows.weights)
    if not isinstance(lineage, Mapping):
        return
    known = {key: value for key, value in lineage.items() if key not in _ROW_COUNTS}
    yield from ((f"rows {name}", value) for name, value in _origin(known))
    match lineage:
        case {"validation_rows_right": float(right), "validation_rows": int(judged)}:
            judges = f"{judged:,} rows of the writers that chose the epoch"
            yield "rows then", f"{right:.1%} right of {judges}, without words"
    match lineage:
        case {"training_rows": int(learnt)}:
            yield (
                "rows learnt",
                f"{learnt:,} rows of words, composed words and, if given, strips",
            )


def _origin(lineage: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield where the model comes from; what another program added is told as it stands."""
    made = [f"{word} {lineage[word]}" for word in ("recipe", "seed") if lineage.get(word)]
    if lineage.get("program"):
        yield "made by", ", ".join([str(lineage["program"]), *made])
    if lineage.get("command"):
        yield "command", str(lineage["command"])
    if lineage.get("parent"):
        yield "began as", str(lineage["parent"])
    if lineage.get("epochs"):
        best = lineage.get("best_epoch")
        yield "epochs", f"{lineage['epochs']}" + (f", the best was {best}" if best else "")
    accuracy = lineage.get("validation_accuracy")
    if isinstance(accuracy, float):
        yield "then", f"{accuracy:.1%} right of the characters kept out to judge epochs"
    yield from ((key, str(value)) for key, value in lineage.items() if key not in _TOLD)


def _layer(description: Mapping[str, Any]) -> str:
    """Name a layer with its size: ``dense 64``; a reshape has no name."""
    kind = str(description.get("kind", "?"))
    if kind == "reshape":
        return ""
    if kind == "residual":
        inside = description.get("layers")
        return f"({', '.join(map(_layer, inside))} added)" if isinstance(inside, list) else kind
    if kind == "conv2d":
        size, channels = description.get("size"), description.get("channels")
        sides = size if isinstance(size, list) else [size, size]
        pooled = " pooled" if description.get("is_pooled") else ""
        return f"convolution {channels} ({' x '.join(map(str, sides))}){pooled}"
    sizes = [
        "x".join(map(str, value)) if isinstance(value, Sequence) else str(value)
        for key, value in description.items()
        if key != "kind" and not isinstance(value, str)
    ]
    return " ".join([_LAYERS.get(kind, kind), *sizes])
