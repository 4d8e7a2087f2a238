"""What a layer is: how it is described, given its parameters, applied, and trained through."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Self, TypeAlias

import numpy as np

from ocrdesk.nn.arrays import Array, Shape
from ocrdesk.nn.workspace import Workspace

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Description: TypeAlias = dict[str, Json]


class Layer(ABC):
    """One step of a network: arrays (n, *input_shape) in, (n, *output_shape) out.

    A layer lives in one network, which gives it views of the network's flat parameter and gradient
    vectors (`bind`). It works in two ways that never share an array:

    - `apply` is a pure function, used to read. Any number of threads may call it.
    - `forward` then `backward` train: they remember what they saw and reuse their own arrays from
      batch to batch. What they return is valid until the next call. Where training differs from
      reading (dropout, batch statistics), `forward` differs from `apply`; there is no mode to set.

    ``decayed`` names the parameters that weight decay pulls to zero. ``statistics`` are saved with
    the parameters but not trained by gradient (a running mean, for one). ``is_shared`` says that
    the layer shares its work between threads (see `lanes`), which then do instead of BLAS's own.
    """

    kind: ClassVar[str]
    decayed: ClassVar[frozenset[str]] = frozenset()
    is_shared: ClassVar[bool] = False

    def __init__(self) -> None:
        self.parameters: Mapping[str, Array] = {}
        self.gradients: Mapping[str, Array] = {}
        self.statistics: Mapping[str, Array] = {}
        self.dtype: type[np.floating] = np.float32
        self.input_shape: Shape | None = None
        self._workspace = Workspace()

    # ---- description -------------------------------------------------------------------------

    @abstractmethod
    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape of one output; ``ValueError`` if such an input does not fit."""

    def parameter_shapes(self, input_shape: Shape) -> dict[str, Shape]:  # noqa: ARG002
        """Return the trained arrays this layer needs, by name; without parameters, none."""
        return {}

    def statistic_shapes(self, input_shape: Shape) -> dict[str, Shape]:  # noqa: ARG002
        """Return the arrays that are saved but not trained, by name."""
        return {}

    def description(self) -> Description:
        """Return ``kind`` and the settings: what `from_description` needs, as plain JSON."""
        return {"kind": self.kind}

    @classmethod
    def from_description(cls, description: Description) -> Self:
        """Make an unbound layer; ``ValueError`` names a setting that is missing or foreign."""
        refuse_foreign_settings(description, known=())
        return cls()

    # ---- life in a network -------------------------------------------------------------------

    def bind(
        self,
        input_shape: Shape,
        parameters: Mapping[str, Array],
        gradients: Mapping[str, Array],
        statistics: Mapping[str, Array],
        dtype: type[np.floating],
    ) -> None:
        """Take the views into the network's vectors. ``ValueError`` if another network has it."""
        if self.input_shape is not None:
            raise ValueError(f"this {self.kind} layer already belongs to a network")
        self.input_shape = input_shape
        self.parameters, self.gradients, self.statistics = parameters, gradients, statistics
        self.dtype = dtype

    def initialize(self, rng: np.random.Generator) -> None:  # noqa: B027
        """Draw starting values for the parameters; without parameters, nothing."""

    def resize(self, rows: int) -> None:  # noqa: B027
        """Get ready for batches of that many rows: cut or grow the arrays training reuses."""

    # ---- work --------------------------------------------------------------------------------

    @abstractmethod
    def apply(self, inputs: Array) -> Array:
        """Return the outputs in a new array (or ``inputs`` itself); keep nothing."""

    def largest_output(self, largest: float) -> float:
        """Return a size that no output of `apply` exceeds where no input exceeds ``largest``.

        It may be far above: layers with parameters tell it from these alone.
        """
        return max(largest, 1.0)

    @abstractmethod
    def forward(self, inputs: Array, rng: np.random.Generator) -> Array:
        """Return the outputs and remember what `backward` needs; ``rng`` for layers of chance."""

    @abstractmethod
    def backward(self, gradient: Array, *, wants_input: bool) -> Array | None:
        """From ∂J/∂outputs set the parameter gradients and return ∂J/∂inputs.

        ``wants_input`` is False where nothing below has parameters: then None may be returned.
        """


def largest_sum(weights: Array, biases: Array, largest: float) -> float:
    """Return a size that no sum of weighted inputs (the last axis's sums, and a bias) exceeds."""
    sums = np.abs(weights).reshape(-1, weights.shape[-1]).sum(axis=0, dtype=np.float64)
    return largest * float(sums.max()) + float(np.abs(biases).max())


def refuse_foreign_settings(description: Description, *, known: tuple[str, ...]) -> None:
    """Raise ``ValueError`` for a setting that is missing from or unknown to this kind of layer."""
    kind = description.get("kind")
    found = set(description) - {"kind"}
    if missing := set(known) - found:
        raise ValueError(f"a {kind} layer lacks {', '.join(sorted(missing))}")
    if foreign := found - set(known):
        raise ValueError(f"a {kind} layer knows no {', '.join(sorted(foreign))}")


def whole_number(description: Description, name: str) -> int:
    """Return a setting that must be a positive whole number; else ``ValueError`` names it."""
    value = description[name]
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(
            f"{description['kind']}: {name} must be a positive whole number: {value!r}"
        )
    return value


def real_number(description: Description, name: str) -> float:
    """Return a setting that must be a finite number; else ``ValueError`` names it."""
    value = description[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not np.isfinite(value):
        raise ValueError(f"{description['kind']}: {name} must be a number: {value!r}")
    return float(value)


def truth(description: Description, name: str) -> bool:
    """Return a setting that must be true or false; else ``ValueError`` names it."""
    value = description[name]
    if value is True or value is False:
        return value
    raise ValueError(f"{description['kind']}: {name} must be true or false: {value!r}")
