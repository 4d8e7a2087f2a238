"""What decides how a training ends, told so that two trainings can be compared."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, fields, is_dataclass
from typing import Any

import numpy as np

from ocrdesk import __version__
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import Charset
from ocrdesk.services.recipes import Recipe
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_recipe import RowRecipe


def training_origin(recipe: Recipe, seed: int, network: Network, *data: object) -> dict[str, Any]:
    """Return recipe, seed, a fingerprint of the data, and the programs that compute, as JSON.

    Trainings of equal origin end with the same weights on processors of the same kind. ``data``
    are arrays, dataclasses and sequences of them; their content counts, not where it was read.
    """
    told = _told(recipe, recipe.charset, seed, network, data)
    del told["summary"]
    told["recipe"] = told.pop("name")
    return told


def row_origin(
    recipe: RowRecipe, seed: int, parent: Recognizer, network: Network, *data: object
) -> dict[str, Any]:
    """Return the same of a training of rows beside the letters of ``parent``."""
    told = _told(recipe, parent.charset, seed, network, data)
    return {**told, "parent": fingerprint(parent.network.parameters)}


def _told(
    recipe: Recipe | RowRecipe, charset: Charset, seed: int, network: Network, data: object
) -> dict[str, Any]:
    told = {
        **{field.name: getattr(recipe, field.name) for field in fields(recipe)},
        "charset": charset.characters,
        "geometry": asdict(recipe.geometry),
        "layers": network.state()[0],
        "optimizer": recipe.optimizer().description(),
        "schedule": repr(recipe.schedule),
        "data": fingerprint(data),
        "seed": seed,
        "program": f"ocrdesk {__version__}",
        "numpy": np.__version__,
    }
    origin: dict[str, Any] = json.loads(json.dumps(told))
    return origin


def fingerprint(data: object) -> str:
    """Return a checksum of the content of arrays, dataclasses and sequences of them."""
    digest = hashlib.blake2b(digest_size=32)
    _feed(digest, data)
    return digest.hexdigest()


def _feed(digest: hashlib.blake2b, value: object) -> None:
    if isinstance(value, np.ndarray):
        digest.update(f"{value.dtype.str}{value.shape}".encode())
        digest.update(np.ascontiguousarray(value).tobytes())
    elif is_dataclass(value):
        for field in fields(value):
            digest.update(field.name.encode())
            _feed(digest, getattr(value, field.name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        digest.update(f"[{len(value)}".encode())
        for inner in value:
            _feed(digest, inner)
    else:
        digest.update(repr(value).encode())
