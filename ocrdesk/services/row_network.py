"""The network that reads whole rows: what it makes of each frame, a few columns of the picture.

It sees letters among their neighbours and at their height, but not where each begins and ends;
`services.row_evidence` asks it about the pieces that a row is parted into.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ocrdesk.nn.loss import log_softmax
from ocrdesk.nn.network import Network
from ocrdesk.services.progress import run
from ocrdesk.services.row_weights import RowWeights
from ocrdesk.vision.row_pictures import Bytes, RowGeometry

Logs = npt.NDArray[np.float64]

_AT_ONCE = 8  # tiles between two yields: some 13 milliseconds; 16 take a tenth less for each

_BARE = 0.5  # of the tiles: with so many bare ones these are read once for all

REACH = 40
"""Columns to either side of a frame that the layers see, at most (`services.row_recipe`)."""


@dataclass(frozen=True, slots=True, eq=False)
class RowNetwork:
    """A network from pictures (height, width) of a tile to its frames, (width / stride · classes).

    The last of ``classes`` is the blank: no character begins or goes on here. ``temperature``
    divides its logits, ``weights`` are those of what it says beside a network of letters. Raises
    ``ValueError`` where the parts do not fit.
    """

    network: Network
    classes: int
    geometry: RowGeometry
    temperature: float = 1.0
    weights: RowWeights = field(default_factory=RowWeights)

    def __post_init__(self) -> None:
        shape, geometry = self.network.input_shape, self.geometry
        if len(shape) != 2 or shape[0] != geometry.height:
            raise ValueError(f"the network of rows takes {shape}, rows are {geometry.height} high")
        if shape[1] <= 2 * REACH or shape[1] % geometry.stride or REACH % geometry.stride:
            raise ValueError(f"a tile of {shape[1]} columns leaves no frames of its own")
        if self.network.classes != shape[1] // geometry.stride * self.classes:
            raise ValueError(f"the network of rows does not tell {self.classes} classes apart")
        if not 0.05 <= self.temperature <= 20.0:
            raise ValueError(f"a temperature of {self.temperature} makes no sense")

    def frames(self, pictures: Sequence[Bytes]) -> list[Logs]:
        """Return log-probabilities (frames, classes) of each picture (height, width), ink 255.

        All pictures stand on one long strip, paper between them, that is read tile by tile; what
        a tile's edges hide is read in the next one.
        """
        return run(self.read(pictures))

    def read(self, pictures: Sequence[Bytes]) -> Generator[float, None, list[Logs]]:
        """Return the same, yielding the share of tiles read every few milliseconds."""
        if not pictures:
            return []
        stride = self.geometry.stride
        counts = [max(1, -(-picture.shape[1] // stride)) for picture in pictures]
        gap = REACH // stride
        starts = np.cumsum([gap, *(count + gap for count in counts)]).tolist()
        strip = np.zeros((self.geometry.height, starts[-1] * stride), np.float32)
        for picture, start in zip(pictures, starts, strict=False):
            left = start * stride
            strip[:, left : left + picture.shape[1]] = picture
        strip *= np.float32(1 / 255)
        logs = yield from self._read(strip)
        parts = zip(starts, counts, strict=False)
        return [logs[start : start + count] for start, count in parts]

    def _read(self, strip: npt.NDArray[np.float32]) -> Generator[float, None, Logs]:
        """Return the log-probabilities of the frames of a strip that begins and ends with paper."""
        width, stride = self.network.input_shape[1], self.geometry.stride
        step = width - 2 * REACH
        count = max(1, -(-(strip.shape[1] - 2 * REACH) // step))
        padded = np.zeros((strip.shape[0], count * step + 2 * REACH), np.float32)
        padded[:, : strip.shape[1]] = strip
        tiles = np.stack([padded[:, at * step : at * step + width] for at in range(count)])
        read = np.empty((count, width // stride * self.classes), np.float32)
        inked = np.flatnonzero(tiles.any(axis=(1, 2)))
        if len(inked) <= _BARE * count:  # rows of a few specks far apart are mostly paper
            read[:] = self.network.logits(np.zeros_like(tiles[:1]))
        else:  # the last bits depend on what is read together: on pages of writing all is
            inked = np.arange(count)
        for start in range(0, len(inked), _AT_ONCE):
            yield start / len(inked)
            some = inked[start : start + _AT_ONCE]
            read[some] = self.network.logits(tiles[some])
        logits = read.reshape(count, width // stride, self.classes)
        edge = REACH // stride
        inner: npt.NDArray[np.float32] = logits[:, edge:-edge].reshape(-1, self.classes)
        shares = log_softmax(inner / np.float32(self.temperature))
        return np.concatenate([np.zeros((edge, self.classes)), shares])
