"""How each shipped model is made: characters, network, data, and the way it is trained."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from ocrdesk.errors import UsageError
from ocrdesk.nn.activations import ReLU, Sigmoid
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.dropout import Dropout
from ocrdesk.nn.initializers import he, xavier
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.optimizer import SGD, Adam, Optimizer
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reshape import Reshape
from ocrdesk.nn.schedules import Constant, OneCycle, Schedule
from ocrdesk.page.charset import PRINT36, PRINT62, PUNCTUATION, Charset
from ocrdesk.vision.patches import PatchGeometry
from ocrdesk.vision.symbols import foreign_signs

_FEW_EPOCHS, _GENTLE = 6, 0.15  # for what goes on from a model, and its share of the highest rate


@dataclass(frozen=True, slots=True)
class DataChoice:
    """Which parts of a file of the shared data are used, and how many characters an epoch draws.

    No parts means all of them; a part that ``per_epoch`` does not name is drawn whole.
    ``as_capitals`` are small letters that are taken, they alone, for their capitals.
    """

    file: str
    parts: tuple[str, ...] = ()
    per_epoch: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    as_capitals: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what a training run gives, but the data's place and the seed.

    ``draws_afresh`` draws every character by another hand in each epoch, which bends strokes as far
    as ``bending_strength`` says (`vision.strokes.distort`). ``per_class``, where it is given, takes
    as many of each character, no more, so that classes are equally frequent.
    ``rejects`` is how many pieces of ink that are no character are drawn for each character.
    ``foreign_signs`` are among them, signs drawn by the project's own hands.
    ``own_characters`` are drawn by the project's own hands, because no collection holds them.
    ``is_calibrated`` fits the probabilities to the validation writers.
    """

    name: str
    summary: str
    charset: Charset
    geometry: PatchGeometry
    layers: Callable[[int], list[Layer]]
    optimizer: Callable[[], Optimizer]
    schedule: Schedule
    epochs: int
    batch_size: int
    data: tuple[DataChoice, ...] = ()
    label_smoothing: float = 0.0
    draws_afresh: bool = True
    bending_strength: float = 1.0
    per_class: int | None = None
    rejects: float = 0.0
    own_characters: str = ""
    foreign_signs: str = ""
    is_calibrated: bool = False

    def going_on(self) -> "Recipe":
        """Return the recipe for a network that knows its characters already: short and gentle."""
        highest = max(self.schedule(epoch, self.epochs) for epoch in range(self.epochs))
        return replace(self, schedule=OneCycle(_GENTLE * highest), epochs=_FEW_EPOCHS)

    @property
    def classes(self) -> int:
        """How many classes the network tells apart: characters, and "no character" if wanted."""
        return len(self.charset) + (self.rejects > 0)


def _handout_layers(classes: int) -> list[Layer]:
    return [
        Dense(64, initializer=xavier),
        Sigmoid(),
        Dense(classes, initializer=xavier),
    ]


def _print_layers(classes: int) -> list[Layer]:
    """Return five convolutions, two of them pooled, and two dense layers: 28 → 14 → 7 pixels.

    Each convolution is normalised while it learns; the recognizer gets it folded (`nn.folding`).
    """
    return [
        Reshape((28, 28)),
        *(Conv2d(24), BatchNorm(), ReLU(), MaxPool2d()),
        *(Conv2d(48), BatchNorm(), ReLU()),
        *(Conv2d(48), BatchNorm(), ReLU(), MaxPool2d()),
        *(Conv2d(96), BatchNorm(), ReLU()),
        *(Conv2d(96), BatchNorm(), ReLU()),
        Reshape((7 * 7 * 96,)),
        Dropout(0.3),
        Dense(160, initializer=he),
        ReLU(),
        Dropout(0.3),
        Dense(classes, initializer=xavier),
    ]


_PICTURES = DataChoice(
    "handprint62.npz",
    ("hand62png", "mnist_train"),
    MappingProxyType({"mnist_train": 3000}),
)
_SHARED = (
    DataChoice("unipen_strokes62.npz"),
    DataChoice("chars74k_strokes62.npz"),
    _PICTURES,
    DataChoice("nist26.npz"),
    DataChoice("photo_crops36.npz"),
)


# Hands that print capitals dot their I: every tenth on the name strips.
_DOTTED = DataChoice(
    "unipen_strokes62.npz",
    per_epoch=MappingProxyType({"unipen_strokes62, as capitals": 150}),
    as_capitals="i",
)


def _print(
    name: str, summary: str, charset: Charset, *, epochs: int, data: tuple[DataChoice, ...]
) -> Recipe:
    return Recipe(
        name=name,
        summary=summary,
        charset=charset,
        geometry=PatchGeometry(28, 2),
        layers=_print_layers,
        optimizer=partial(Adam, weight_decay=1e-2),
        schedule=OneCycle(4e-3),
        epochs=epochs,
        batch_size=128,
        data=data,
        label_smoothing=0.05,
        bending_strength=0.6,
        rejects=0.16,
        foreign_signs=foreign_signs(charset),
        own_characters="".join(c for c in charset if c in PUNCTUATION),
        is_calibrated=True,
    )


RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {
        "print36": _print(
            "print36",
            "capitals and digits: convolution, every epoch drawn by other hands",
            PRINT36,
            epochs=30,
            data=(*_SHARED, _DOTTED),
        ),
        "print62": _print(
            "print62",
            "capitals, small letters, digits, punctuation: convolution",
            PRINT62,
            epochs=30,
            data=_SHARED,
        ),
        "handout": Recipe(
            name="handout",
            summary="the course assignment: 64 sigmoid units, Xavier, plain SGD, 300 of each class",
            charset=PRINT36,
            geometry=PatchGeometry(32, 4),
            layers=_handout_layers,
            optimizer=SGD,
            schedule=Constant(0.1),
            epochs=60,
            batch_size=32,
            data=_SHARED,
            draws_afresh=False,
            per_class=300,
        ),
    }
)


def find_recipe(name: str) -> Recipe:
    """Return the recipe with that name; ``UsageError`` lists those there are."""
    if name not in RECIPES:
        raise UsageError(
            f"There is no recipe called “{name}”.", advice=f"Recipes: {', '.join(RECIPES)}."
        )
    return RECIPES[name]
