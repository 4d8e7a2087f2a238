"""Model files: recognizers saved and loaded exactly, without pickle, refused where not understood.

A model is an ``.npz`` whose entry ``header`` is JSON (format, version, charset, patch geometry,
layers, lineage, metrics); every other entry is one array of the network.
"""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk import paths
from ocrdesk.errors import DatasetError, ModelFileError, UsageError
from ocrdesk.formats.npz_archive import read_arrays
from ocrdesk.formats.output_file import refuse_unreachable, write_bytes_atomically
from ocrdesk.formats.presence import files_in, is_file, is_there, obstacle
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import Charset
from ocrdesk.services.checkpoints import CHECKPOINT_SUFFIX
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_store import ROWS, rows_from, told_rows
from ocrdesk.vision.patches import PatchGeometry

DEFAULT_MODEL = "print36"
FORMAT = "ocrdesk-model"
FORMAT_VERSION = 1

_RETRAIN = "Choose another model, or train it again with this version of ocrdesk."
_LARGEST_WEIGHT = 1e9
_SAFE_OUTPUT = 1e30  # layers may add up a hundred million such without an overflow
_TOO_BIG = re.compile(r"array is too big|[Mm]aximum ")  # NumPy's words
EXTRA = "extra."
"""How the names of arrays begin that are no part of the network of letters: programs that do not
know what they are pass over them."""


class Extras(NamedTuple):
    """What a model file may hold besides: facts for its header, and arrays."""

    facts: dict[str, Any]
    arrays: dict[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model that can be chosen: its name, where it is, and whether it ships with the program."""

    name: str
    path: Path
    is_shipped: bool


def list_models() -> list[ModelEntry]:
    """Return all models by name, the person's own first where names are equal."""
    return [
        ModelEntry(path.stem, path, is_shipped)
        for folder, is_shipped in _folders()
        for path in files_in(folder, "*.npz")
        if not path.name.endswith(CHECKPOINT_SUFFIX)
    ]


def free_name(stem: str, *, joint: str = "-") -> str:
    """Return the stem, or with the first number behind it that makes no model's name of it."""
    taken = {entry.name for entry in list_models()}
    names = (stem if number == 1 else f"{stem}{joint}{number}" for number in count(1))
    return next(name for name in names if name not in taken)


def _folders() -> Iterator[tuple[Path, bool]]:
    yield paths.user_models_folder(), False
    yield paths.shipped_models_folder(), True


def find_model(name: str) -> Path:
    """Return the file of the model with that name, or ``name`` itself where it is a path.

    Raises ``ModelFileError`` where there is none.
    """
    if name.endswith(".npz") or "/" in name or "\\" in name:
        path = Path(name)
        refuse_blocked(path)
        if is_file(path):
            return path
        raise ModelFileError(f"There is no model file “{name}”.", advice=_known())
    for entry in list_models():
        if entry.name == name:
            return entry.path
    if is_file(name):
        return Path(name)
    raise ModelFileError(f"There is no model called “{name}”.", advice=_known())


def own_model_file(
    name: str, *, is_replacing: bool = False, advice: str = "Choose another name."
) -> Path:
    """Return the file of a model of the person's own, to be written.

    Raises ``UsageError`` for the name of a model that ships, or of one that is there already
    (``advice`` says what to do then), ``OutputError`` where nobody can tell whether one is.
    """
    if is_file(paths.shipped_models_folder() / f"{name}.npz"):
        raise UsageError(f"“{name}” ships with ocrdesk.", advice="Choose another name.")
    own = paths.user_models_folder() / f"{name}.npz"
    refuse_unreachable(own)
    if is_there(own) and not is_replacing:
        raise UsageError(f"There is already a model “{name}”.", advice=advice)
    return own


def refuse_blocked(path: Path) -> None:
    """Raise ``ModelFileError`` where one may not even ask whether the file is there."""
    error = obstacle(path)
    if error is not None:
        raise ModelFileError(
            f"“{path}” cannot be read: {error.strerror or error}.",
            advice="Check the name and the permissions of its folder.",
        ) from error


def _known() -> str:
    names = ", ".join(dict.fromkeys(entry.name for entry in list_models()))
    return f"Models here: {names}." if names else "No models are installed: reinstall ocrdesk."


def load_model(name: str = DEFAULT_MODEL) -> Recognizer:
    """Return the recognizer in the model with that name or path.

    Raises ``ModelFileError`` for a missing, damaged, foreign or newer file.
    """
    path = find_model(name)
    header, arrays = _read(path)
    return recognizer_from(path, header, arrays)


def recognizer_from(path: Path, header: dict[str, Any], arrays: dict[str, Any]) -> Recognizer:
    """Return the recognizer of a model file's header and arrays; extras are passed over.

    Raises ``ModelFileError`` where they make none.
    """
    own = {name: array for name, array in arrays.items() if not name.startswith(EXTRA)}
    try:
        network = Network.from_state(header["layers"], own)
        geometry = PatchGeometry(**header["geometry"])
        recognizer = Recognizer(
            network=network,
            charset=Charset(header["charset"]),
            geometry=geometry,
            name=path.stem,
            temperature=float(_of_kind(header.get("temperature", 1.0), (int, float))),
            can_reject=bool(header.get("rejects", False)),
            rows=rows_from(header, arrays, EXTRA),
            lineage=_of_kind(header.get("lineage", {}), dict),
            metrics=_of_kind(header.get("metrics", {}), dict),
        )
        _refuse_overflow(network, count=4)
        if recognizer.rows is not None:
            _refuse_overflow(recognizer.rows.network, count=1)  # a tile is as large as many patches
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, MemoryError) as error:
        raise ModelFileError(
            f"The model “{path}” is damaged: {_reason(error)}.", advice=_RETRAIN
        ) from error
    return recognizer


def read_header(path: Path) -> dict[str, Any]:
    """Return what the model file tells of itself; its network is not read.

    Raises ``ModelFileError`` like `load_model`.
    """
    return _read(path, names=["header"])[0]


def save_model(
    path: Path, recognizer: Recognizer, extras: Extras | None = None, *, is_packed: bool = True
) -> None:
    """Write the recognizer to ``path``; the previous file stays until the new one is complete.

    ``extras`` are kept beside it for whoever knows them. Weights hardly pack (a tenth) and take a
    fifth of a second: a file that somebody waits for need not be. Raises ``OutputError`` where it
    cannot be written.
    """
    extras = extras or Extras({}, {})
    layers, arrays = recognizer.network.state()
    header = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "charset": recognizer.charset.characters,
        "geometry": {"size": recognizer.geometry.size, "margin": recognizer.geometry.margin},
        "layers": layers,
        "temperature": recognizer.temperature,
        "rejects": recognizer.can_reject,
        "lineage": recognizer.lineage,
        "metrics": recognizer.metrics,
        **extras.facts,
    }
    more = dict(extras.arrays)
    if recognizer.rows is not None:
        header[ROWS], kept = told_rows(recognizer.rows)
        more |= kept
    arrays |= {EXTRA + name: array for name, array in more.items()}
    buffer = io.BytesIO()
    text = np.array(json.dumps(header, ensure_ascii=False))
    write = np.savez_compressed if is_packed else np.savez
    write(buffer, header=text, **arrays)  # type: ignore[arg-type]
    write_bytes_atomically(path, buffer.getvalue())


def read_model(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return header and arrays of a model file, extras too; ``ModelFileError`` if it is none."""
    return _read(path)


def _read(path: Path, names: list[str] | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return header and (named) arrays of a model file, checked as far as the file itself goes."""
    try:
        arrays = read_arrays(path, names)
        header = json.loads(str(arrays.pop("header"))) if "header" in arrays else None
    except (DatasetError, ValueError, RecursionError) as error:
        reason = (
            error.message if isinstance(error, DatasetError) else "its header is not valid JSON"
        )
        raise ModelFileError(
            f"The model “{path}” cannot be read: {reason.rstrip('.')}.", advice=_RETRAIN
        ) from error
    return _checked(path, header), arrays


def _checked(path: Path, header: object) -> dict[str, Any]:
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise _foreign(path)
    version = header.get("version")
    if type(version) is not int or version < 1:
        raise _foreign(path)
    if version > FORMAT_VERSION:
        raise ModelFileError(
            f"The model “{path}” was made by a newer ocrdesk (format {version}; "
            f"this one reads up to {FORMAT_VERSION}).",
            advice="Update ocrdesk, or choose another model.",
        )
    if not isinstance(header.get("charset"), str):
        raise ModelFileError(
            f"The model “{path}” is damaged: its header does not say which characters it knows.",
            advice=_RETRAIN,
        )
    return header


def _foreign(path: Path) -> ModelFileError:
    return ModelFileError(f"“{path}” is not a model of ocrdesk.", advice=_known())


def _of_kind(value: Any, kind: type | tuple[type, ...]) -> Any:
    if not isinstance(value, kind):
        raise TypeError(kind)
    return value


def _refuse_overflow(network: Network, *, count: int) -> None:
    """Raise ``ValueError`` where weights are so large that pictures come out as no numbers.

    What the weights allow at most tells that of every model that was trained. Beyond that so many
    grey pictures are tried, and one without and one full of ink.
    """
    is_small = np.abs(network.parameters).max(initial=0) <= _LARGEST_WEIGHT
    if is_small and network.largest_output() < _SAFE_OUTPUT:
        return
    grey = np.random.default_rng(0).random((count, *network.input_shape), np.float32)
    values = np.concatenate([grey, np.zeros_like(grey[:1]), np.ones_like(grey[:1])])
    with np.errstate(all="ignore"):
        for layer in network.layers:
            values = layer.apply(values)
    if not is_small or not np.isfinite(values).all():
        raise ValueError("its weights are far too large")


def _reason(error: Exception) -> str:
    """Return what is wrong in words; what Python itself says is for programmers."""
    text = str(error).strip().rstrip(".")
    if isinstance(error, MemoryError) or _TOO_BIG.match(text):
        return "it asks for more memory than there is"
    if not isinstance(error, ValueError) or not text:
        return "its header is not as ocrdesk writes it"
    return text.splitlines()[0]
