"""A way around some layers: what they give is added to what they were given."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Self

import numpy as np

from ocrdesk.nn.activations import ReLU, Sigmoid, Tanh
from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.layer import Description, Layer, refuse_foreign_settings

_INSIDE: dict[str, type[Layer]] = {
    layer.kind: layer for layer in (Dense, Conv2d, BatchNorm, Sigmoid, Tanh, ReLU, Dropout)
}


class Residual(Layer):
    """y = x + f(x), f the layers inside, one after the other, which keep their input's shape.

    Layers that add to what is there learn better one behind the other than layers that must pass
    everything on (He and others 2016, Deep residual learning for image recognition, section 3.1).
    Arrays have the names of the layers inside, with their place before: ``"0.weights"``. Raises
    ``ValueError`` for no layers, or a kind that cannot stand inside.
    """

    kind: ClassVar[str] = "residual"

    def __init__(self, layers: Sequence[Layer]) -> None:
        super().__init__()
        self.layers = tuple(layers)
        if not self.layers:
            raise ValueError("a way around needs layers to go around")
        for layer in self.layers:
            if layer.kind not in _INSIDE:
                raise ValueError(f"no way leads around {layer.kind}")

    @property
    def is_shared(self) -> bool:  # type: ignore[override]
        """Whether one of the layers shares its work."""
        return any(layer.is_shared for layer in self.layers)

    @property
    def decayed(self) -> frozenset[str]:  # type: ignore[override]
        """Names of what weight decay pulls in the layers inside."""
        return frozenset(f"{i}.{name}" for i, la in enumerate(self.layers) for name in la.decayed)

    # ---- description -------------------------------------------------------------------------

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the input's shape; ``ValueError`` where the layers make another of it."""
        *_, shape = self._shapes(input_shape)
        if shape != input_shape:
            raise ValueError(f"{input_shape} comes out as {shape}: it cannot be added")
        return shape

    def _shapes(self, input_shape: Shape) -> list[Shape]:
        """Return the shapes before, between and behind the layers."""
        shapes = [input_shape]
        for layer in self.layers:
            shapes.append(layer.output_shape(shapes[-1]))
        return shapes

    def parameter_shapes(self, input_shape: Shape) -> dict[str, Shape]:
        """Return the trained arrays of the layers inside."""
        shapes = self._shapes(input_shape)
        return _named([la.parameter_shapes(s) for la, s in zip(self.layers, shapes, strict=False)])

    def statistic_shapes(self, input_shape: Shape) -> dict[str, Shape]:
        """Return what the layers inside save untrained."""
        shapes = self._shapes(input_shape)
        return _named([la.statistic_shapes(s) for la, s in zip(self.layers, shapes, strict=False)])

    def description(self) -> Description:
        """Return the layers' own descriptions."""
        return {"kind": self.kind, "layers": [layer.description() for layer in self.layers]}

    @classmethod
    def from_description(cls, description: Description) -> Self:
        """Make the layers; ``ValueError`` for a kind that cannot stand inside."""
        refuse_foreign_settings(description, known=("layers",))
        given, layers = description["layers"], []
        if not isinstance(given, list):
            raise ValueError(f"{cls.kind}: layers must be a list: {given!r}")  # noqa: TRY004
        for inner in given:
            kind = inner.get("kind") if isinstance(inner, dict) else None
            if not isinstance(inner, dict) or not isinstance(kind, str) or kind not in _INSIDE:
                raise ValueError(f"no way leads around {kind!r}")
            layers.append(_INSIDE[kind].from_description(inner))
        return cls(layers)

    # ---- life in a network -------------------------------------------------------------------

    def bind(
        self,
        input_shape: Shape,
        parameters: Mapping[str, Array],
        gradients: Mapping[str, Array],
        statistics: Mapping[str, Array],
        dtype: type[np.floating],
    ) -> None:
        """Take the views, and give each layer its own."""
        super().bind(input_shape, parameters, gradients, statistics, dtype)
        shapes = self._shapes(input_shape)
        for place, layer in enumerate(self.layers):
            own, slopes, saved = (_of(place, a) for a in (parameters, gradients, statistics))
            layer.bind(shapes[place], own, slopes, saved, dtype)

    def initialize(self, rng: np.random.Generator) -> None:
        """Draw the starting values of all layers."""
        for layer in self.layers:
            layer.initialize(rng)

    def resize(self, rows: int) -> None:
        """Prepare outputs and ∂J/∂x, and the layers."""
        assert self.input_shape is not None
        self._outputs = self._workspace.rows("outputs", rows, self.input_shape, self.dtype)
        self._gradient = self._workspace.rows("gradient", rows, self.input_shape, self.dtype)
        for layer in self.layers:
            layer.resize(rows)

    # ---- work --------------------------------------------------------------------------------

    def apply(self, inputs: Array) -> Array:
        """Return x + f(x)."""
        values = inputs
        for layer in self.layers:
            values = layer.apply(values)
        return inputs + values

    def largest_output(self, largest: float) -> float:
        """Return the largest input and what the layers make of it."""
        inside = largest
        for layer in self.layers:
            inside = layer.largest_output(inside)
        return largest + inside

    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:
        """Return x + f(x), what the layers remember theirs."""
        values = inputs
        for layer in self.layers:
            values = layer.forward(values, rng)
        np.add(inputs, values, self._outputs)
        return self._outputs

    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """Return δ + fᵀδ: y = x + f(x) gives ∂J/∂x = (1 + ∂f/∂x)ᵀ ∂J/∂y."""
        values: Array | None = gradient
        for place, layer in reversed(list(enumerate(self.layers))):
            assert values is not None
            values = layer.backward(values, wants_input=wants_input or place > 0)
        if values is None:
            return None
        np.add(gradient, values, self._gradient)
        return self._gradient


def _named(parts: Sequence[Mapping[str, Shape]]) -> dict[str, Shape]:
    return {f"{i}.{name}": shape for i, part in enumerate(parts) for name, shape in part.items()}


def _of(place: int, arrays: Mapping[str, Array]) -> dict[str, Array]:
    """Return what belongs to the layer at that place, by its own names."""
    beginning = f"{place}."
    return {
        name.removeprefix(beginning): array
        for name, array in arrays.items()
        if name.startswith(beginning)
    }
