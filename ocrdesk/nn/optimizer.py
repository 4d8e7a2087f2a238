"""How a gradient becomes a step: SGD with momentum, and Adam, on one flat parameter vector."""

from abc import ABC, abstractmethod
from copy import copy
from math import sqrt
from typing import Any, Self

import numpy as np

from ocrdesk.nn.arrays import Array, aligned_zeros
from ocrdesk.nn.state import State, take_over


class Optimizer(ABC):
    """Steps for one network's vector of parameters; keeps its own memory of past gradients.

    ``weight_decay`` λ is decoupled (Loshchilov & Hutter 2019, algorithms 1 and 2): before the
    gradient's step, weights (not biases) are multiplied by 1 − ηλ, η the learning rate. For plain
    SGD that is the same as adding λ/2·‖w‖² to the loss; with momentum or Adam it is not, and
    decay does not pass through their averages.
    """

    def __init__(self, *, weight_decay: float = 0.0) -> None:
        if not 0 <= weight_decay < float("inf"):
            raise ValueError(f"weight decay is at least 0, not {weight_decay}")
        self.weight_decay = weight_decay
        self._size: int | None = None

    def fresh(self) -> Self:
        """Return an optimiser of the same settings without memory, for another network."""
        other = copy(self)
        other.forget()
        return other

    def forget(self) -> None:
        """Drop the memory of past gradients: the next step begins anew."""
        self._size = None

    def description(self) -> dict[str, Any]:
        """Return which optimiser it is and its settings, as JSON values."""
        settings = {name: value for name, value in vars(self).items() if not name.startswith("_")}
        return {"kind": type(self).__name__.lower(), **settings}

    def state(self) -> State:
        """Return the memory of past gradients: nothing before the first step."""
        if self._size is None:
            return State()
        arrays = {name: array.copy() for name, array in self._memory().items()}
        return State(arrays, {"steps": self._steps})

    def load(self, state: State, parameters: Array) -> None:
        """Remember what `state` told of another one of the same settings, for ``parameters`` (P,).

        Raises ``ValueError`` for memory of another kind or size; it has none then.
        """
        self.forget()
        if not state.facts:
            take_over({}, state.arrays)
            return
        self._begin(parameters)
        take_over(self._memory(), state.arrays)
        self._steps = state.whole("steps", least=1)
        self._size = len(parameters)

    def scale(self, learning_rate: float) -> float:  # noqa: ARG002
        """Return the factor that `step` wants the gradients multiplied by.

        The trainer applies it to the loss gradient, a few hundred numbers, before it spreads to
        every parameter.
        """
        return 1.0

    def step(
        self, parameters: Array, gradients: Array, learning_rate: float, *, decayed: int
    ) -> None:
        """Change ``parameters`` (P,) in place; ``gradients`` (P,) are used up.

        The first ``decayed`` parameters are the weights.
        """
        if self._size is None:
            self._size, self._steps = len(parameters), 0
            self._begin(parameters)
        if len(parameters) != self._size:
            raise ValueError(f"an optimizer of {self._size} parameters got {len(parameters)}")
        if self.weight_decay:
            shrunk = parameters[:decayed]
            np.multiply(shrunk, np.float32(1 - learning_rate * self.weight_decay), shrunk)
        self._steps += 1
        self._step(parameters, gradients, learning_rate)

    @abstractmethod
    def _begin(self, parameters: Array) -> None:
        """Allocate the memory of past gradients."""

    @abstractmethod
    def _memory(self) -> dict[str, Array]:
        """Return the arrays (P,) of that memory by name."""

    @abstractmethod
    def _step(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Take the gradient's step."""


class SGD(Optimizer):
    """v ← μv + η∂J, w ← w − v: stochastic gradient descent with momentum (Polyak 1964).

    The step is linear in the gradient, so η is folded into `scale`; without momentum (μ = 0) a step
    is one subtraction.
    """

    def __init__(self, *, momentum: float = 0.0, weight_decay: float = 0.0) -> None:
        super().__init__(weight_decay=weight_decay)
        if not 0 <= momentum < 1:
            raise ValueError(f"momentum is at least 0 and below 1, not {momentum}")
        self.momentum = momentum

    def scale(self, learning_rate: float) -> float:
        """Return the learning rate."""
        return learning_rate

    def _begin(self, parameters: Array) -> None:
        self._velocity = (
            aligned_zeros(parameters.shape, parameters.dtype) if self.momentum else None
        )
        self._factor = np.float32(self.momentum)

    def _memory(self) -> dict[str, Array]:
        return {} if self._velocity is None else {"velocity": self._velocity}

    def _step(self, parameters: Array, gradients: Array, learning_rate: float) -> None:  # noqa: ARG002
        step = gradients
        if self._velocity is not None:
            step = self._velocity
            np.multiply(step, self._factor, step)
            np.add(step, gradients, step)
        np.subtract(parameters, step, parameters)


class Adam(Optimizer):
    """Steps of about the learning rate in each parameter, whatever its gradient's size.

    Kingma & Ba 2015, algorithm 1: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², and
    w ← w − η · m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ), which undo the bias of
    averages that start at zero. To save passes over memory the averages are kept without their
    factors, M = m/(1 − β₁) and V = v/(1 − β₂); with c = √((1 − β₂)/(1 − β₂ᵗ)) the same step is
    w ← w − η(1 − β₁)/((1 − β₁ᵗ)c) · M/(√V + ε/c).
    """

    def __init__(
        self,
        *,
        beta1: float = 0.9,
        beta2: float = 0.999,
        epsilon: float = 1e-8,
        weight_decay: float = 0.0,
    ) -> None:
        super().__init__(weight_decay=weight_decay)
        if not (0 <= beta1 < 1 and 0 <= beta2 < 1 and epsilon > 0):
            raise ValueError(f"betas lie in 0…1, epsilon above 0: {beta1}, {beta2}, {epsilon}")
        self.beta1, self.beta2, self.epsilon = beta1, beta2, epsilon

    def _begin(self, parameters: Array) -> None:
        self._mean, self._square = (
            aligned_zeros(parameters.shape, parameters.dtype),
            aligned_zeros(parameters.shape, parameters.dtype),
        )

    def _memory(self) -> dict[str, Array]:
        return {"mean": self._mean, "square": self._square}

    def _step(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        correction = sqrt((1 - self.beta2) / (1 - self.beta2**self._steps))
        rate = learning_rate * (1 - self.beta1) / ((1 - self.beta1**self._steps) * correction)
        mean, square = self._mean, self._square
        np.multiply(mean, np.float32(self.beta1), mean)
        np.add(mean, gradients, mean)
        np.multiply(gradients, gradients, gradients)
        np.multiply(square, np.float32(self.beta2), square)
        np.add(square, gradients, square)
        np.sqrt(square, gradients)
        np.add(gradients, np.float32(self.epsilon / correction), gradients)
        np.divide(mean, gradients, gradients)
        np.multiply(gradients, np.float32(rate), gradients)
        np.subtract(parameters, gradients, parameters)
