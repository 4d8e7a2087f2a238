"""Networks that begin with what another has learnt, and tell other classes apart."""

from collections.abc import Sequence

import numpy as np

from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network


def with_outputs(
    network: Network, outputs: Sequence[int | None], rng: np.random.Generator
) -> Network:
    """Return a copy whose classes are these of the network's, in this order; None is a new one.

    The last layer, dense, gets the columns of those it had, and columns drawn by its initialiser
    with ``rng`` for the new ones (Yosinski et al. 2014, How transferable are features in deep
    neural networks?). Nothing is shared with the network given. Raises ``ValueError`` where that
    does not end in a dense layer or lacks a class.
    """
    last = network.layers[-1]
    if not isinstance(last, Dense):
        raise ValueError(f"the network ends in {last.kind}, not in a dense layer")  # noqa: TRY004
    if foreign := [place for place in outputs if place is not None and place >= network.classes]:
        raise ValueError(f"the network has no class {foreign[0]}")
    descriptions, arrays = network.state()
    descriptions[-1] = {**descriptions[-1], "units": len(outputs)}
    at = len(network.layers) - 1
    weights, biases = arrays[f"{at}.weights"], arrays[f"{at}.biases"]
    fan_in = len(weights)
    drawn = last.initializer((fan_in, len(outputs)), fan_in, len(outputs), rng)
    known = [place for place, output in enumerate(outputs) if output is not None]
    taken = [output for output in outputs if output is not None]
    drawn[:, known] = weights[:, taken]
    shifts = np.zeros(len(outputs), biases.dtype)
    shifts[known] = biases[taken]
    arrays[f"{at}.weights"], arrays[f"{at}.biases"] = drawn.astype(weights.dtype), shifts
    return Network.from_state(descriptions, arrays)
