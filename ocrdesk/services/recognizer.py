"""The thing that reads: a network, the characters it can name and the patches it expects."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.reader_records import MOST_LETTERS
from ocrdesk.nn.loss import softmax
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import Prediction, Reader
from ocrdesk.services.row_network import RowNetwork
from ocrdesk.vision.patches import PatchGeometry

_LONGEST_NAME = 255  # characters; names of files are no longer


@lru_cache
def _reader(name: str, base: str, letters: int | None) -> Reader:
    """Return the same object for all letters, of which there may be tens of thousands."""
    return Reader(name, base, letters)


@dataclass(frozen=True, slots=True)
class Recognizer:
    """Network + charset + patch geometry.

    Where ``can_reject`` is true the network has one class more than the charset has characters,
    the last, which says "no character". Its outputs are divided by ``temperature`` before the
    softmax, which makes the probabilities as sure as they should be (Guo and others 2017, On
    calibration of modern neural networks, section 4.2).

    ``rows`` reads whole rows, letters among their neighbours, where there is such a network. It
    knows the first characters of the charset: not those that a hand added (`services.adaptation`).

    ``lineage`` tells where it comes from (parent, data, command, seed), ``metrics`` what was
    measured; both are plain JSON values. Raises ``ValueError`` where the parts do not fit.
    """

    network: Network
    charset: Charset
    geometry: PatchGeometry
    name: str = "unnamed"
    temperature: float = 1.0
    can_reject: bool = False
    rows: RowNetwork | None = None
    lineage: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        pixels = self.geometry.size**2
        expected = int(np.prod(self.network.input_shape))
        if expected != pixels:
            raise ValueError(f"the network takes {expected} values, a patch has {pixels}")
        if not 0.05 <= self.temperature <= 20.0:
            raise ValueError(f"a temperature of {self.temperature} makes no sense")
        if self.network.classes != len(self.charset) + self.can_reject:
            raise ValueError(
                f"the network tells {self.network.classes} classes apart, "
                f"the charset has {len(self.charset)} characters"
                + (" and one class is for none of them" if self.can_reject else "")
            )
        if self.rows is not None and self.rows.classes > len(self.charset) + 1:
            raise ValueError(
                f"the network of rows tells {self.rows.classes} classes apart, "
                f"the charset has {len(self.charset)} characters and there is the blank"
            )

    @property
    def reader(self) -> Reader:
        """What its letters keep of it: a hand is told with how far it had learnt then.

        A model file may say anything of that; what no document could be opened with is left out.
        """
        letters, parent = self.lineage.get("letters"), self.lineage.get("parent")
        if type(letters) is not int or not 0 <= letters <= MOST_LETTERS:
            return _reader(self.name, "", None)
        is_name = isinstance(parent, str) and len(parent) <= _LONGEST_NAME
        return _reader(self.name, parent if is_name else "", letters)

    def classify(self, patches: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return the probabilities (n, characters) of patches (n, size, size) in [0, 1].

        They sum to one: given that each patch is a character.
        """
        return self.judge(patches)[0]

    def judge(
        self, patches: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return what `classify` returns, and how probably each patch is a character, (n,).

        The latter is 1 throughout for a network that cannot reject.
        """
        logits = self.network.logits(self._inputs(patches))
        logits /= np.float32(self.temperature)
        shares = softmax(logits)
        if not self.can_reject:
            return shares, np.ones(len(shares), np.float32)
        # Not 1 - the last share: where that rounds to one, nothing would be left to divide by.
        is_character = np.minimum(shares[:, :-1].sum(axis=1), np.float32(1))
        return softmax(logits[:, :-1]), is_character

    def features(self, patches: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return what the network's last layer is given for patches, (n, features) of length one.

        The product of two rows, at most one, tells how much alike the network takes the patches
        to be. A patch that nothing stirs has zeros only.
        """
        found = self.network.features(self._inputs(patches))
        lengths = np.sqrt(np.einsum("nf,nf->n", found, found))
        found /= np.maximum(lengths, np.finfo(np.float32).tiny)[:, None]
        return found

    def _inputs(self, patches: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Return patches (n, size, size) in the shape that the network takes; or ``ValueError``."""
        size = self.geometry.size
        if patches.ndim != 3 or patches.shape[1:] != (size, size):
            raise ValueError(f"patches of shape (n, {size}, {size}) wanted, got {patches.shape}")
        inputs = np.ascontiguousarray(patches, np.float32)
        return inputs.reshape(-1, *self.network.input_shape)

    def predictions(self, probabilities: npt.NDArray[np.float32]) -> tuple[Prediction, ...]:
        """Return one row of probabilities (classes,) as predictions, most probable first."""
        order = np.argsort(-probabilities, kind="stable")
        values = probabilities[order].tolist()
        characters = self.charset.characters
        return tuple(
            Prediction(characters[index], value)
            for index, value in zip(order.tolist(), values, strict=True)
        )
