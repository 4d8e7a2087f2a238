"""The network of rows in a model file: what the header says of it, and its arrays in 16 bits."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.network import Network
from ocrdesk.services.row_network import RowNetwork
from ocrdesk.services.row_weights import weights_from
from ocrdesk.vision.row_pictures import RowGeometry

ROWS = "rows"
"""The entry of the header, and how the names of the arrays begin."""

Arrays = dict[str, npt.NDArray[Any]]


def told_rows(rows: RowNetwork) -> tuple[dict[str, Any], Arrays]:
    """Return the header's entry and the arrays, which are exact where training has rounded them."""
    layers, arrays = rows.network.state()
    entry = {
        "layers": layers,
        "classes": rows.classes,
        "geometry": asdict(rows.geometry),
        "temperature": rows.temperature,
        "weights": rows.weights.told(),
    }
    halves: Arrays = {}
    for name, array in arrays.items():
        with np.errstate(over="ignore"):
            half = array.astype(np.float16)
        # Weights that 16 bits cannot hold are kept as they are.
        halves[f"{ROWS}.{name}"] = half if np.array_equal(half, array) else array
    return entry, halves


def rows_from(
    header: Mapping[str, Any], arrays: Mapping[str, npt.NDArray[Any]], prefix: str
) -> RowNetwork | None:
    """Return the network of rows that a model's header and arrays hold, None where there is none.

    Names of its arrays begin with ``prefix``, behind which come those of `told_rows`. Raises
    ``ValueError``, ``TypeError`` or ``KeyError`` where they do not fit.
    """
    entry = header.get(ROWS)
    if entry is None:
        return None
    beginning = f"{prefix}{ROWS}."
    own = {
        name.removeprefix(beginning): np.asarray(array, np.float32)
        for name, array in arrays.items()
        if name.startswith(beginning)
    }
    classes, temperature = entry["classes"], entry["temperature"]
    if type(classes) is not int or not isinstance(temperature, (int, float)):
        raise TypeError("the network of rows has no number of classes, or no temperature")
    network = Network.from_state(entry["layers"], own)
    geometry, weights = RowGeometry(**entry["geometry"]), weights_from(entry.get("weights", {}))
    return RowNetwork(network, classes, geometry, float(temperature), weights)
