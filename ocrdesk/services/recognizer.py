"""The thing that reads: a network, the characters it can name and the patches it expects."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.network import Network
from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import Prediction
from ocrdesk.vision.patches import PatchGeometry


@dataclass(frozen=True, slots=True)
class Recognizer:
    """Network + charset + patch geometry.

    ``lineage`` tells where it comes from (parent, data, command, seed), ``metrics`` what was
    measured; both are plain JSON values. Raises ``ValueError`` where the parts do not fit.
    """

    network: Network
    charset: Charset
    geometry: PatchGeometry
    name: str = "unnamed"
    lineage: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        pixels = self.geometry.size**2
        expected = int(np.prod(self.network.input_shape))
        if expected != pixels:
            raise ValueError(f"the network takes {expected} values, a patch has {pixels}")
        if self.network.classes != len(self.charset):
            raise ValueError(
                f"the network tells {self.network.classes} classes apart, "
                f"the charset has {len(self.charset)} characters"
            )

    def classify(self, patches: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return the class probabilities (n, classes) of patches (n, size, size) in [0, 1]."""
        size = self.geometry.size
        if patches.ndim != 3 or patches.shape[1:] != (size, size):
            raise ValueError(f"patches of shape (n, {size}, {size}) wanted, got {patches.shape}")
        inputs = np.ascontiguousarray(patches, np.float32)
        return self.network.probabilities(inputs.reshape(-1, *self.network.input_shape))

    def predictions(self, probabilities: npt.NDArray[np.float32]) -> tuple[Prediction, ...]:
        """Return one row of probabilities (classes,) as predictions, most probable first."""
        order = np.argsort(-probabilities, kind="stable")
        values = probabilities[order].tolist()
        characters = self.charset.characters
        return tuple(
            Prediction(characters[index], value)
            for index, value in zip(order.tolist(), values, strict=True)
        )
