"""The network: layers in a row over one flat vector of parameters and one of gradients."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import isnan, prod
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.arrays import Array, Shape, aligned_zeros, checked_rows
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.lanes import lanes, share, slices
from ocrdesk.nn.layer import Description, Layer, refuse_foreign_settings
from ocrdesk.nn.loss import softmax
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.residual import Residual

LAYERS: dict[str, type[Layer]] = {
    layer.kind: layer
    for layer in (
        *(Dense, Sigmoid, Tanh, ReLU, Dropout),
        *(Conv2d, MaxPool2d, Columns, Reshape, BatchNorm, Residual),
    )
}
"""The layers a saved network may name; a new kind joins here."""

ROWS_AT_ONCE = 512
PICTURES_AT_ONCE = 32
"""What one thread takes through all layers of a shared network, so that it stays in its cache."""


class Network:
    """Layers applied one after the other: (n, *input_shape) → (n, classes).

    With ``rng`` the layers draw their starting values; without it every parameter is zero, to be
    filled by `from_state` or by hand. All parameters are views of the vector ``parameters`` (P,)
    and their gradients of ``gradients`` (P,), what weight decay pulls at first: an optimiser takes
    its step in a few NumPy calls, whatever the number of layers.

    ``is_shared`` says whether a layer shares its work between threads (see `lanes`).

    Reading (`logits`, `probabilities`) may go on in many threads at once. Training belongs to one
    thread; a `copy` shares nothing with its original. ``dtype`` other than float32 is for
    `gradient_check` alone. Raises ``ValueError`` if the layers do not fit together.
    """

    def __init__(
        self,
        layers: Sequence[Layer],
        input_shape: Shape,
        *,
        rng: np.random.Generator | None = None,
        dtype: type[np.floating] = np.float32,
    ) -> None:
        self.layers = tuple(layers)
        self.input_shape = _checked_shape(input_shape)
        self.dtype = dtype
        shapes = [self.input_shape]
        for layer in self.layers:
            shapes.append(layer.output_shape(shapes[-1]))
        if not self.layers or len(shapes[-1]) != 1:
            raise ValueError(f"a network ends in one row of classes, not in {shapes[-1]}")
        self.classes = shapes[-1][0]
        self.is_shared = any(layer.is_shared for layer in self.layers)
        self._bind(shapes)
        # Below the first layer with parameters nobody wants a gradient.
        trained = [bool(layer.parameters) for layer in self.layers]
        first = trained.index(True) if any(trained) else len(trained)
        self._backwards = [(layer, i > first) for i, layer in enumerate(self.layers)][::-1]
        self._rows = 0
        if rng is not None:
            for layer in self.layers:
                layer.initialize(rng)

    def _bind(self, shapes: list[Shape]) -> None:
        """Lay the parameters out, decayed ones first, and give each layer its views."""
        wanted = [
            (name not in layer.decayed, index, name, shape)
            for index, layer in enumerate(self.layers)
            for name, shape in layer.parameter_shapes(shapes[index]).items()
        ]
        wanted.sort(key=lambda want: want[0])
        size = sum(prod(shape) for *_, shape in wanted)
        self.parameters: Array = aligned_zeros((size,), self.dtype)
        self.gradients: Array = aligned_zeros((size,), self.dtype)
        self.decayed_count = sum(prod(shape) for kept, *_, shape in wanted if not kept)
        parameters: list[dict[str, Array]] = [{} for _ in self.layers]
        gradients: list[dict[str, Array]] = [{} for _ in self.layers]
        start = 0
        for _, index, name, shape in wanted:
            stop = start + prod(shape)
            parameters[index][name] = self.parameters[start:stop].reshape(shape)
            gradients[index][name] = self.gradients[start:stop].reshape(shape)
            start = stop
        for index, (layer, (taken, _)) in enumerate(
            zip(self.layers, pairwise(shapes), strict=True)
        ):
            statistics: dict[str, Array] = {
                name: np.zeros(shape, self.dtype)
                for name, shape in layer.statistic_shapes(taken).items()
            }
            layer.bind(taken, parameters[index], gradients[index], statistics, self.dtype)

    # ---- reading -----------------------------------------------------------------------------

    def logits(self, inputs: Array) -> Array:
        """Return the last layer's outputs (n, classes); ``ValueError`` for inputs that do not fit.

        Large inputs go through in pieces, so that memory stays small; results are the same arrays
        that one piece would give, to rounding.
        """
        return self._through(inputs, self.layers, (self.classes,))

    def features(self, inputs: Array) -> Array:
        """Return what the last layer is given, (n, features): what the others made of each input.

        Inputs that look alike to the network lie near one another there. Raises ``ValueError``
        like `logits`.
        """
        outputs = self._through(inputs, self.layers[:-1], self.layers[-1].input_shape or ())
        return outputs.reshape(len(outputs), -1)

    def _through(self, inputs: Array, layers: Sequence[Layer], shape: Shape) -> Array:
        """Return what the layers, the first of the network, make of inputs: (n, *shape)."""
        rows = checked_rows(inputs, self.input_shape, dtype=self.dtype)
        outputs = np.empty((len(rows), *shape), self.dtype)

        def work(pieces: Iterator[slice]) -> None:
            for piece in pieces:
                values = rows[piece]
                for layer in layers:
                    values = layer.apply(values)
                outputs[piece] = values

        if self.is_shared:
            with lanes(None):
                share(work, slices(len(rows), PICTURES_AT_ONCE))
        else:
            work(iter(slices(len(rows), ROWS_AT_ONCE)))
        return outputs

    def largest_output(self) -> float:
        """Return a size that no output of any layer exceeds for inputs in [0, 1].

        It is worked out from the parameters, and may be far above; no number where one is none.
        """
        largest = sizes = 1.0
        for layer in self.layers:
            sizes = layer.largest_output(sizes)
            largest = max(largest, sizes)
        return sizes if isnan(sizes) else largest

    def probabilities(self, inputs: Array) -> Array:
        """Return softmax of `logits`, (n, classes): rows sum to one."""
        logits = self.logits(inputs)
        return softmax(logits, logits)

    # ---- training ----------------------------------------------------------------------------

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:
        """Return the logits of one batch and remember the way; valid until the next call."""
        if len(inputs) != self._rows:
            self._rows = len(inputs)
            for layer in self.layers:
                layer.resize(self._rows)
        outputs = inputs
        for layer in self.layers:
            outputs = layer.forward(outputs, rng)
        return outputs

    def backward(self, gradient: Array) -> None:
        """From ∂J/∂logits of that batch set ``gradients``, layer by layer from the last."""
        for layer, wants_input in self._backwards:
            result = layer.backward(gradient, wants_input=wants_input)
            if result is None:
                return
            gradient = result

    def gradient_norms(self) -> tuple[float, ...]:
        """Return ‖∂J/∂parameters‖₂ of each layer, 0 for a layer without parameters."""
        return tuple(
            float(np.sqrt(sum(float(np.vdot(g, g)) for g in layer.gradients.values())))
            for layer in self.layers
        )

    # ---- copying and saving ------------------------------------------------------------------

    def copy(self) -> Self:
        """Return an equal network that shares no array with this one."""
        return type(self).from_state(*self.state())

    def state(self) -> tuple[list[Description], dict[str, NDArray[Any]]]:
        """Return descriptions, the input's first, and copies of all arrays by name.

        A name is the layer's position and the array's name, such as ``"0.weights"``.
        """
        inputs: Description = {"kind": "input", "shape": list(self.input_shape)}
        descriptions = [inputs, *(layer.description() for layer in self.layers)]
        return descriptions, {name: array.copy() for name, array in self._arrays().items()}

    @classmethod
    def from_state(
        cls, descriptions: Sequence[Description], arrays: Mapping[str, NDArray[Any]]
    ) -> Self:
        """Build the network that `state` described, bit for bit.

        Raises ``ValueError`` saying what is wrong: an unknown kind of layer or setting, an array
        missing, too many, of another shape or dtype, or with numbers that are not finite.
        """
        if not descriptions or descriptions[0].get("kind") != "input":
            raise ValueError("the first description must be the input's")
        refuse_foreign_settings(descriptions[0], known=("shape",))
        layers = []
        for description in descriptions[1:]:
            kind = description.get("kind")
            if not isinstance(kind, str) or kind not in LAYERS:
                raise ValueError(f"no layer is called {kind!r}")
            layers.append(LAYERS[kind].from_description(description))
        network = cls(layers, _checked_shape(descriptions[0]["shape"]))
        network.load(arrays)
        return network

    def _arrays(self) -> dict[str, Array]:
        return {
            f"{index}.{name}": array
            for index, layer in enumerate(self.layers)
            for name, array in (*layer.parameters.items(), *layer.statistics.items())
        }

    def load(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Take over the arrays of `state`, or none: ``ValueError`` as for `from_state`."""
        own = self._arrays()
        if missing := sorted(set(own) - set(arrays)):
            raise ValueError(f"arrays are missing: {', '.join(missing)}")
        if foreign := sorted(set(arrays) - set(own)):
            raise ValueError(f"arrays belong to no layer: {', '.join(foreign)}")
        for name, array in own.items():
            given = np.asarray(arrays[name])
            if given.dtype != array.dtype or given.shape != array.shape:
                raise ValueError(
                    f"{name} is {given.dtype} {given.shape}, expected {array.dtype} {array.shape}"
                )
            if not np.isfinite(given).all():
                raise ValueError(f"{name} holds numbers that are not finite")
        for name, array in own.items():
            array[...] = arrays[name]


def _checked_shape(shape: object) -> Shape:
    if not isinstance(shape, Sequence) or isinstance(shape, str) or not shape:
        raise ValueError(f"an input shape is a row of whole numbers, not {shape!r}")
    for size in shape:
        if isinstance(size, bool) or not isinstance(size, int) or size < 1:
            raise ValueError(f"an input shape is a row of positive whole numbers, not {shape!r}")
    return tuple(shape)
