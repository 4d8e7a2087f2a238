"""A training run as data: everything that decides it but the letters, and what cannot work."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from types import MappingProxyType

from ocrdesk.nn.augment import Jitter
from ocrdesk.nn.optimizer import SGD, Adam, Optimizer
from ocrdesk.nn.schedules import Constant, OneCycle, Schedule, Step
from ocrdesk.services.laboratory.data import LabData
from ocrdesk.services.laboratory.network_plan import NetworkPlan, network_problems

OPTIMIZERS = ("sgd", "adam")
SCHEDULES = ("constant", "step", "one cycle")
AUGMENTATIONS: Mapping[str, Jitter | None] = MappingProxyType(
    {
        "none": None,
        "gentle": Jitter(rotation=4, shear=0.08, scale=0.05, shift=1.0),
        "strong": Jitter(rotation=10, shear=0.2, scale=0.12, shift=2.0, noise=0.05, erase=0.2),
    }
)
_STEPS_IN_A_RUN = 3
"""A schedule in steps goes down twice, after each third of the epochs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """How to train a network; the default is the setting of the course assignment."""

    network: NetworkPlan = field(default_factory=NetworkPlan)
    optimizer: str = "sgd"
    learning_rate: float = 0.1
    schedule: str = "constant"
    momentum: float = 0.0
    batch_size: int = 32
    epochs: int = 30
    weight_decay: float = 0.0
    augmentation: str = "none"
    seed: int = 1

    def optimizer_made(self) -> Optimizer:
        """Return the optimiser."""
        if self.optimizer == "adam":
            return Adam(weight_decay=self.weight_decay)
        return SGD(momentum=self.momentum, weight_decay=self.weight_decay)

    def schedule_made(self) -> Schedule:
        """Return the learning rate over the epochs."""
        if self.schedule == "one cycle":
            return OneCycle(self.learning_rate)
        if self.schedule == "step":
            return Step(self.learning_rate, every=max(1, self.epochs // _STEPS_IN_A_RUN))
        return Constant(self.learning_rate)

    @property
    def jitter(self) -> Jitter | None:
        """How letters are changed each time they are seen."""
        return AUGMENTATIONS[self.augmentation]

    def told(self) -> str:
        """Return the settings in one line."""
        parts = [
            "Adam" if self.optimizer == "adam" else "SGD",
            f"rate {self.learning_rate:g}" + _unless(self.schedule, "constant", ", "),
            f"batch {self.batch_size}",
            f"{self.epochs} epochs",
        ]
        if self.optimizer == "sgd" and self.momentum:
            parts.insert(1, f"momentum {self.momentum:g}")
        if self.weight_decay:
            parts.append(f"decay {self.weight_decay:g}")
        if self.augmentation != "none":
            parts.append(f"{self.augmentation} augmentation")
        return ", ".join([*parts, f"seed {self.seed}"])


def _unless(value: str, usual: str, before: str) -> str:
    return "" if value == usual else f"{before}{value}"


def run_problems(plan: RunPlan, data: LabData) -> list[str]:
    """Return a sentence for everything that keeps the run from being started."""
    shape = (data.geometry.size, data.geometry.size)
    problems = network_problems(plan.network, shape, len(data.charset))
    learners = len(data) - int(data.judges.sum())
    if not (isfinite(plan.learning_rate) and 0 < plan.learning_rate <= 100):
        problems.append("The learning rate lies above 0 and is at most 100.")
    if not 1 <= plan.batch_size <= learners:
        problems.append(
            f"A batch of {plan.batch_size} does not fit: there are {learners} letters to learn "
            "from, and a batch has at least one."
        )
    if not 1 <= plan.epochs <= 2000:
        problems.append("A run has 1 to 2,000 epochs.")
    if plan.schedule == "one cycle" and plan.epochs < 3:
        problems.append("One cycle goes up and down again: give it three epochs or more.")
    if not 0 <= plan.momentum < 1:
        problems.append("Momentum is at least 0 and below 1.")
    if not 0 <= plan.weight_decay < 1:
        problems.append("Weight decay is at least 0 and below 1.")
    if plan.optimizer == "adam" and plan.momentum:
        problems.append("Adam has its own momentum: set momentum to 0, or choose SGD.")
    for setting, value, known in (
        ("optimiser", plan.optimizer, OPTIMIZERS),
        ("schedule", plan.schedule, SCHEDULES),
        ("augmentation", plan.augmentation, tuple(AUGMENTATIONS)),
    ):
        if value not in known:
            problems.append(f"No {setting} is called {value!r}.")
    return problems


def run_cautions(plan: RunPlan) -> list[str]:
    """Return a sentence for everything that can be started but will hardly learn."""
    cautions = []
    hidden = [layer for layer in plan.network.layers if layer.has_weights]
    zeros = [layer for layer in hidden if layer.initializer == "zeros"]
    if any(layer.activation == "relu" for layer in zeros):
        cautions.append("ReLU units that begin with zeros never learn: their slope is 0.")
    elif zeros:
        cautions.append("Units that begin with zeros stay identical for ever.")
    depth = sum(layer.activation == "sigmoid" for layer in hidden)
    if depth > 4:
        cautions.append(
            f"{depth} sigmoid layers: each shrinks the gradient at least fourfold on its way down."
        )
    if plan.optimizer == "adam" and plan.learning_rate > 0.05:
        cautions.append("Adam usually wants a learning rate of 0.01 or less.")
    if len(hidden) > 1 and all(layer.activation == "none" for layer in hidden):
        cautions.append("Layers without a bend between them can do no more than one layer.")
    return cautions
