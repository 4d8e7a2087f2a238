"""The experiments there are, each explained in two sentences."""

from collections.abc import Mapping
from types import MappingProxyType

from ocrdesk.errors import UsageError
from ocrdesk.services.experiments import beginnings, depth, dials, reading
from ocrdesk.services.experiments.setting import Experiment

_ALL = (
    Experiment(
        "zero-start",
        "Zeros against Xavier",
        "The assignment's network is trained twice, once from weights of zero and once from "
        "Xavier's random ones. Look at the hidden units that began with zeros: they receive the "
        "same gradient, stay identical, and 64 of them can do no more than one.",
        beginnings.zero_start,
    ),
    Experiment(
        "depth",
        "Sigmoid, tanh and ReLU at depth 2 to 8",
        "Networks of two to eight layers are trained with each of three bends, and the gradient "
        "of every layer is measured. Look at its way down: each sigmoid layer shrinks it at least "
        "fourfold, so that deep sigmoid networks learn nothing, while tanh and ReLU carry it.",
        depth.gradients,
    ),
    Experiment(
        "learning-rate",
        "Learning rate divided by ten, as it is, times ten",
        "The assignment's network is trained at three learning rates for the same epochs. Look at "
        "how the slow one has not arrived, and whether the fast one shakes on its way.",
        dials.learning_rate,
    ),
    Experiment(
        "weights",
        "Weights before and after",
        "Each hidden unit's weights are drawn as a picture of what it looks for. Look at how "
        "noise turns into strokes and their absence, and how the edges of the patch, where no ink "
        "ever is, keep their noise.",
        beginnings.weights,
    ),
    Experiment(
        "confusion",
        "What is taken for what",
        "Every letter held out is read, and what it is stands against what it was taken for. Look "
        "off the diagonal: O and 0, I and 1, S and 5, Z and 2 hardly differ in ink.",
        reading.confused,
    ),
    Experiment(
        "linear-stack",
        "A linear stack against one layer",
        "Three layers without a bend between them are trained beside one layer, and beside a "
        "network with a sigmoid layer. Look at how the stack's product is one matrix: it can tell "
        "apart no more than one layer, it only learns at another pace.",
        depth.linear_stack,
    ),
    Experiment(
        "batch-size",
        "Batch size",
        "The assignment's network is trained with batches of 4 to 512 letters for the same "
        "epochs. Look at both charts: small batches take more steps an epoch and learn more in "
        "it, large ones are quicker by the clock for each letter.",
        dials.batch_size,
    ),
    Experiment(
        "data-size",
        "How many letters are enough",
        "The same network learns from a thirty-second of the letters up to all of them, in as "
        "many steps. Look at the gap between the lines: few letters are learnt by heart, many "
        "have to be understood.",
        dials.data_size,
    ),
    Experiment(
        "convolution",
        "Dense against convolution",
        "A dense network and a convolution of about as many weights learn the same letters. Look "
        "at what happens when letters move by a few pixels: a convolution looks for the same "
        "stroke everywhere, a dense layer only where it saw it.",
        reading.dense_or_convolution,
    ),
)

EXPERIMENTS: Mapping[str, Experiment] = MappingProxyType({one.name: one for one in _ALL})


def find_experiment(name: str) -> Experiment:
    """Return the experiment with that name; ``UsageError`` lists those there are."""
    if name not in EXPERIMENTS:
        raise UsageError(
            f"There is no experiment called “{name}”.",
            advice=f"Experiments: {', '.join(EXPERIMENTS)}.",
        )
    return EXPERIMENTS[name]
