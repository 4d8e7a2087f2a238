"""Small networks of rows and files of words and characters, for tests of training and reading."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from ocrdesk.nn.activations import ReLU
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.initializers import xavier
from ocrdesk.nn.layer import Layer
from ocrdesk.nn.network import Network
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.page.charset import CAPITALS, PRINT36, Charset
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_network import RowNetwork
from ocrdesk.services.row_recipe import RowRecipe
from ocrdesk.services.row_training import row_network
from ocrdesk.services.writer_sides import HELD_OUT_LOTS, VALIDATION_LOTS, lots
from ocrdesk.vision.patches import PatchGeometry
from ocrdesk.vision.synthesis_hand import draw_hand
from tests.services.word_strokes import write_strokes, written

TILE = 128

_NAMES = [str(number) for number in range(60)]
HELD_OUT = [name for name in _NAMES if lots([name])[0] in HELD_OUT_LOTS]
JUDGES = [name for name in _NAMES if lots([name])[0] in VALIDATION_LOTS]
SEEN = [name for name in _NAMES if name not in {*HELD_OUT, *JUDGES}]


def small_layers(classes: int) -> list[Layer]:
    """Return the kinds of layers of the recipe, fewer and thinner."""
    return [
        *(Conv2d(3), BatchNorm(), ReLU(), MaxPool2d()),
        *(Conv2d(4), BatchNorm(), ReLU(), MaxPool2d()),
        Columns(),
        *(Conv2d(12, size=(1, 3)), ReLU()),
        Conv2d(classes, size=1, initializer=xavier),
    ]


SMALL = replace(
    RowRecipe(), layers=small_layers, epochs=2, batch_size=4, canvas=192, drawings=1, composed=12
)
"""A recipe that is trained in a second."""


def row_reader(classes: int = len(PRINT36) + 1, *, seed: int = 0, tile: int = TILE) -> RowNetwork:
    """Return a network of rows that chance made, with weights that 16 bits hold."""
    network = row_network(SMALL, classes, tile, rng=np.random.default_rng(seed))
    network.parameters[:] = (3 * network.parameters).astype(np.float16)
    return RowNetwork(network, classes, SMALL.geometry)


def letter_reader(charset: Charset = PRINT36, rows: RowNetwork | None = None) -> Recognizer:
    """Return a recognizer that learnt nothing, with a past to tell of."""
    network = Network([Dense(len(charset))], (256,), rng=np.random.default_rng(1))
    told = {"command": "first", "seed": 4}
    return Recognizer(
        network, charset, PatchGeometry(16, 2), rows=rows, lineage=told, metrics={"accuracy": 0.5}
    )


def write_characters(path: Path, writers: list[str], characters: str = CAPITALS) -> Path:
    """Write one of each character by every writer, each writer's hand their own."""
    items, labels, names = [], [], []
    for writer in writers:
        rng = np.random.default_rng([8, int(writer)])
        hand = draw_hand(rng, neatness=1.0)
        for character in characters:
            strokes = hand.write(character, rng)
            low = np.concatenate(strokes).min(axis=0)
            items.append([((stroke - low) * 400).round() for stroke in strokes])
            labels.append(character)
            names.append(writer)
    return write_strokes(path, items, labels=tuple(labels), writers=tuple(names))


def write_texts(path: Path, texts: dict[str, list[str]]) -> Path:
    """Write the texts of each writer."""
    pairs = [(text, writer) for writer, own in texts.items() for text in own]
    items = [written(text, np.random.default_rng([5, n])) for n, (text, _) in enumerate(pairs)]
    labels, writers = zip(*pairs, strict=True)
    return write_strokes(path, items, labels=labels, writers=writers)


def write_row_data(folder: Path) -> tuple[Path, Path]:
    """Write words and characters of some writers; return both files."""
    texts = {
        SEEN[0]: ["HOME", "TIME", "BLUE"],
        SEEN[1]: ["WORD", "SEVEN", "LION"],
        SEEN[2]: ["NEST", "LAMP"],
        JUDGES[0]: ["MOON", "STAR"],
        HELD_OUT[0]: ["QUIZ"],
    }
    writers = [*SEEN[:4], JUDGES[0], HELD_OUT[0]]
    return write_texts(folder / "words.npz", texts), write_characters(
        folder / "characters.npz", writers
    )
