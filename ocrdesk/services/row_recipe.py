"""How the network of rows is made: pictures, layers, words, and the way it is trained."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ocrdesk.nn.activations import ReLU
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.initializers import xavier
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.optimizer import Adam, Optimizer
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.residual import Residual
from ocrdesk.nn.schedules import OneCycle, Schedule
from ocrdesk.vision.row_pictures import RowGeometry


def row_layers(classes: int) -> list[Layer]:
    """Return the layers from pictures (height, width) to frames (1, width / 4, classes).

    Each frame sees 39 pixels to either side of its own four, two letters.
    """
    return [
        *(Conv2d(16), BatchNorm(), ReLU(), MaxPool2d()),
        *(Conv2d(32), BatchNorm(), ReLU(), MaxPool2d()),
        *(Conv2d(64), BatchNorm(), ReLU()),
        *(Conv2d(64), BatchNorm(), ReLU()),
        Columns(),
        *(Conv2d(160, size=(1, 3)), BatchNorm(), ReLU(), Dropout(0.25)),
        *(Residual([Conv2d(160, size=(1, 5)), BatchNorm(), ReLU(), Dropout(0.25)]) for _ in "123"),
        Conv2d(classes, size=1, initializer=xavier),
    ]


def _adam() -> Optimizer:
    return Adam(weight_decay=1e-2)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRecipe:
    """Everything that decides what a training of rows gives, but the data's place and the seed.

    Each recorded word is drawn ``drawings`` times, bent as far as ``strength`` says, ``composed``
    words come to them, and rows of scanned strips ``strips`` times. Each epoch varies all pictures
    anew and packs them into canvases ``canvas`` pixels wide, ``batch_size`` at a time.
    """

    geometry: RowGeometry = field(default_factory=RowGeometry)
    layers: Callable[[int], list[Layer]] = row_layers
    optimizer: Callable[[], Optimizer] = _adam
    schedule: Schedule = field(default_factory=lambda: OneCycle(3e-3))
    epochs: int = 18
    batch_size: int = 4
    canvas: int = 1024
    drawings: int = 4
    strength: float = 0.6
    composed: int = 36_000
    strips: int = 3
