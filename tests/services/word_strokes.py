"""Files of words as pen strokes, written by the project's own made-up hands."""

from pathlib import Path

import numpy as np

from ocrdesk.vision.strokes import Stroke
from ocrdesk.vision.synthesis_hand import draw_hand, write_line

_UNITS = 400  # of the tablet to a capital's height
STYLES = ("PRINTED", "CURSIVE")


def written(text: str, rng: np.random.Generator) -> list[Stroke]:
    """Return the strokes of a line of text in whole units of a tablet."""
    hand = draw_hand(rng, neatness=1.0)
    strokes = [stroke for _, own in write_line(text, hand, rng) for stroke in own]
    low = np.concatenate(strokes).min(axis=0)
    return [((stroke - low) * _UNITS).round() for stroke in strokes]


def write_strokes(
    path: Path,
    items: list[list[Stroke]],
    *,
    labels: tuple[str, ...],
    writers: tuple[str, ...],
    cursive: tuple[str, ...] = (),
) -> Path:
    """Write items of strokes as an archive of the shared data's layout."""
    strokes = [stroke for item in items for stroke in item]
    np.savez(
        path,
        points=np.concatenate(strokes).astype(np.uint16),
        stroke_offsets=np.cumsum([0, *map(len, strokes)]),
        item_offsets=np.cumsum([0, *map(len, items)]),
        labels=np.array(labels),
        writer=np.array(writers),
        style=np.array([label in cursive for label in labels], np.uint8),
        styles=np.array(STYLES),
    )
    return path


def write_words(
    path: Path, *texts: str, writers: tuple[str, ...], cursive: tuple[str, ...] = ()
) -> Path:
    """Write texts by as many hands."""
    items = [written(text, np.random.default_rng([5, place])) for place, text in enumerate(texts)]
    return write_strokes(path, items, labels=texts, writers=writers, cursive=cursive)
