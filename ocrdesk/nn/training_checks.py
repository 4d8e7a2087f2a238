"""What training refuses, each with advice: samples that do not fit, numbers that run away."""

from math import isfinite

from ocrdesk.errors import TrainingError
from ocrdesk.nn.dataset import Samples
from ocrdesk.nn.loss import Tally
from ocrdesk.nn.network import Network
from ocrdesk.nn.training_settings import TrainingSettings


def check_validation(
    samples: Samples | None, network: Network, settings: TrainingSettings, classes: int
) -> None:
    """Raise `TrainingError` for validation samples that do not fit, or missing where needed."""
    if samples is not None:
        refuse_misfits(samples, network, "validation", classes)
    elif settings.patience is not None:
        raise TrainingError(
            "Early stopping needs validation data.", advice="Hold some of the data out."
        )


def refuse_misfits(samples: Samples, network: Network, purpose: str, classes: int) -> None:
    """Raise `TrainingError` for samples the network or its loss, of so many classes, cannot take.

    ``purpose`` names them.
    """
    if len(samples.labels) == 0:
        raise TrainingError(
            f"There are no {purpose} samples.", advice="Choose another file or split."
        )
    if samples.input_shape != network.input_shape:
        raise TrainingError(
            f"The {purpose} samples have shape {samples.input_shape}, "
            f"the network reads {network.input_shape}.",
            advice="Cut the patches to the network's size.",
        )
    highest = int(samples.labels.max())
    if highest >= classes:
        raise TrainingError(
            f"A {purpose} label is {highest}, the network has only {classes} classes.",
            advice="Leave out characters outside the network's charset.",
        )


def refuse_runaway(tally: Tally) -> None:
    """Raise `TrainingError` where the loss is no finite number."""
    if not isfinite(tally.loss):
        raise TrainingError(
            "Training ran away: the loss is no longer a finite number.",
            advice="Choose a lower learning rate.",
        )
