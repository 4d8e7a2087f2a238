"""A network as a person lays it out: layers to add, move and take away, checked before it exists.

The last layer, one output for each character, belongs to every network and is not in the list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from math import prod
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

import numpy as np

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.arrays import Shape
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.initializers import INITIALIZERS
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.network import Network
from ocrdesk.nn.pooling import MaxPool2d

Kind: TypeAlias = Literal["dense", "convolution", "pooling", "dropout", "normalisation"]
KINDS: tuple[Kind, ...] = ("dense", "convolution", "pooling", "dropout", "normalisation")
ACTIVATIONS: Mapping[str, type[Layer] | None] = MappingProxyType(
    {"sigmoid": Sigmoid, "tanh": Tanh, "relu": ReLU, "none": None}
)
MOST_WEIGHTS = 8_000_000
"""More than so many weights take minutes an epoch here, and hundreds of megabytes to remember."""
_MOST_UNITS, _MOST_LAYERS = 4096, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerPlan:
    """One layer; of its settings those count that its kind has.

    ``units`` of a dense layer, or channels of a convolution; ``size`` of a convolution's square;
    ``rate`` of a dropout. ``activation`` none leaves the layer linear.
    """

    kind: Kind = "dense"
    units: int = 64
    size: int = 3
    activation: str = "sigmoid"
    initializer: str = "xavier"
    rate: float = 0.3

    @property
    def has_weights(self) -> bool:
        """Whether it has weights to draw, and an activation behind them."""
        return self.kind in {"dense", "convolution"}


@dataclass(frozen=True, slots=True)
class NetworkPlan:
    """Layers from the patch on, and how the weights of the outputs are drawn."""

    layers: tuple[LayerPlan, ...] = (LayerPlan(),)
    output_initializer: str = "xavier"

    def as_json(self) -> dict[str, Any]:
        """Return the plan as JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """What becomes of a patch behind one layer: its shape there, and the weights spent on it.

    ``problem`` says why the layer cannot stand there; what follows it is not worked out then.
    """

    name: str
    shape: Shape | None
    weights: int
    problem: str | None = None


def outline(plan: NetworkPlan, input_shape: Shape, classes: int) -> list[OutlineRow]:
    """Return a row for the patch, each layer and the outputs; nothing is allocated."""
    rows = [OutlineRow("patch", input_shape, 0)]
    shape: Shape | None = input_shape
    for layer in plan.layers:
        row = _row(layer, shape)
        rows.append(row)
        shape = row.shape
    weights = 0 if shape is None else (prod(shape) + 1) * classes
    rows.append(OutlineRow("outputs", None if shape is None else (classes,), weights))
    return rows


def weight_count(rows: Sequence[OutlineRow]) -> int:
    """Return how many weights and biases an outline has."""
    return sum(row.weights for row in rows)


def network_problems(plan: NetworkPlan, input_shape: Shape, classes: int) -> list[str]:
    """Return a sentence for everything that keeps the network from being built."""
    rows = outline(plan, input_shape, classes)
    problems = [row.problem for row in rows if row.problem is not None]
    if len(plan.layers) > _MOST_LAYERS:
        problems.append(f"{len(plan.layers)} layers are too many: take at most {_MOST_LAYERS}.")
    if (count := weight_count(rows)) > MOST_WEIGHTS:
        problems.append(
            f"{count:,} weights are too many: up to {MOST_WEIGHTS:,} can be trained here. "
            "Take fewer units, or pool before the dense layers."
        )
    if plan.output_initializer not in INITIALIZERS:
        problems.append(f"No initialiser is called {plan.output_initializer!r}.")
    return problems


def built(
    plan: NetworkPlan, input_shape: Shape, classes: int, rng: np.random.Generator | None
) -> Network:
    """Return the network with weights drawn (or, without ``rng``, zero).

    Raises ``ValueError`` with the first of `network_problems`.
    """
    if problems := network_problems(plan, input_shape, classes):
        raise ValueError(problems[0])
    layers: list[Layer] = []
    for layer in plan.layers:
        layers += _made(layer)
    layers.append(Dense(classes, initializer=INITIALIZERS[plan.output_initializer]))
    return Network(layers, input_shape, rng=rng)


def row_numbers(plan: NetworkPlan) -> dict[int, int]:
    """Return for each layer of the network, by its place, the plan's layer that it is made for.

    These are counted from 1, as people do; the outputs are 0.
    """
    made = [number for number, layer in enumerate(plan.layers, start=1) for _ in _made(layer)]
    return dict(enumerate([*made, 0]))


def layer_name(layer: LayerPlan) -> str:
    """Return a layer in a few words: "dense 64, sigmoid"."""
    bend = "" if layer.activation == "none" else f", {layer.activation}"
    if layer.kind == "dense":
        return f"dense {layer.units}{bend}"
    if layer.kind == "convolution":
        return f"convolution {layer.units} ({layer.size} x {layer.size}){bend}"
    return f"dropout {layer.rate:g}" if layer.kind == "dropout" else layer.kind


def _row(layer: LayerPlan, shape: Shape | None) -> OutlineRow:
    name = layer_name(layer)
    if shape is None:
        return OutlineRow(name, None, 0)
    if (problem := _misfit(layer, shape)) is not None:
        return OutlineRow(name, None, 0, problem)
    weights = 0
    for part in _made(layer):
        weights += sum(prod(sizes) for sizes in part.parameter_shapes(shape).values())
        shape = part.output_shape(shape)
    return OutlineRow(name, shape, weights)


def _misfit(layer: LayerPlan, shape: Shape) -> str | None:
    """Return why the layer cannot stand behind such a shape, None where it can."""
    words, is_row = layer_name(layer), len(shape) == 1
    is_convolution = layer.kind == "convolution"
    unless = {
        f"A {layer.kind} needs a picture, and a dense layer before it left only a row.": not (
            is_row and layer.kind in {"convolution", "pooling"}
        ),
        f"A {layer.kind} works channel by channel: put a convolution before it.": not (
            len(shape) == 2 and layer.kind in {"pooling", "normalisation"}
        ),
        f"There is nothing left to pool: the picture is only {' by '.join(map(str, shape[:2]))}.": (
            is_row or layer.kind != "pooling" or min(shape[:2]) >= 2
        ),
        f"{words}: the square needs a middle, so its side is an odd number: 3, 5 and so on.": (
            layer.size % 2 == 1 or not is_convolution
        ),
        f"{words}: the side of the square is 1 to 11.": 1 <= layer.size <= 11 or not is_convolution,
        f"{words}: the share to leave out is 0 to 0.95.": 0 <= layer.rate <= 0.95
        or layer.kind != "dropout",
        f"{words}: it has 1 to {_MOST_UNITS} units.": 1 <= layer.units <= _MOST_UNITS
        or not layer.has_weights,
        f"{words}: activations are {', '.join(ACTIVATIONS)}.": layer.activation in ACTIVATIONS
        or not layer.has_weights,
        f"{words}: initialisers are {', '.join(INITIALIZERS)}.": layer.initializer in INITIALIZERS
        or not layer.has_weights,
    }
    return next((problem for problem, holds in unless.items() if not holds), None)


def _made(layer: LayerPlan) -> list[Layer]:
    if layer.kind == "pooling":
        return [MaxPool2d()]
    if layer.kind == "normalisation":
        return [BatchNorm()]
    if layer.kind == "dropout":
        return [Dropout(layer.rate)]
    initializer = INITIALIZERS[layer.initializer]
    linear: Layer
    if layer.kind == "dense":
        linear = Dense(layer.units, initializer=initializer)
    else:
        linear = Conv2d(layer.units, size=layer.size, initializer=initializer)
    bend = ACTIVATIONS[layer.activation]
    return [linear] if bend is None else [linear, bend()]


def _dense(units: int, activation: str = "relu", initializer: str = "he") -> LayerPlan:
    return LayerPlan(units=units, activation=activation, initializer=initializer)


def _convolution(channels: int) -> LayerPlan:
    return LayerPlan(kind="convolution", units=channels, activation="relu", initializer="he")


_POOL = LayerPlan(kind="pooling")
_DROPOUT = LayerPlan(kind="dropout", rate=0.3)

PRESETS: Mapping[str, NetworkPlan] = MappingProxyType(
    {
        "The assignment: 64 sigmoid units": NetworkPlan(),
        "One layer, no hidden units": NetworkPlan(()),
        "Two ReLU layers": NetworkPlan((_dense(128), _dense(64))),
        "Four sigmoid layers": NetworkPlan(tuple(LayerPlan(units=48) for _ in range(4))),
        "Small convolution": NetworkPlan((_convolution(8), _POOL, _convolution(16), _POOL)),
        "Convolution with dropout": NetworkPlan(
            (_convolution(16), _POOL, _convolution(32), _POOL, _DROPOUT, _dense(96))
        ),
    }
)
