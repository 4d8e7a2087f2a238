"""Words that run in another direction than the page: found among what reads badly, and read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt

from ocrdesk.services.evidence import evidence, glyph_evidence
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.components import drop_clutter, find_components, letter_height
from ocrdesk.vision.directions import between, turn_between
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.levelling import Pixels, lay_out_along
from ocrdesk.vision.preprocess import InkImage
from ocrdesk.vision.strips import Window, ink_of, put_together, without
from ocrdesk.vision.word_tracing import TracedWord, prolonged, trace_words

_GOOD = -0.6  # evidence of a row that runs as it was laid out
_SHORTEST = 3  # glyphs of such a row
_BELIEVED = -0.9  # evidence of a word in another direction
_BETTER = 0.25  # by which it must read better than along the page
_ROUNDS = 3
_WELL = -0.2  # evidence of a word that is surely read the right way
_ACROSS = 25.0  # degrees from the rows of the page: what is nearer was laid out with them
_MOST_GLYPHS = 600  # of a page: more are no sheet of scattered words


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """The glyphs of a layout: boxes (n, 4) at the scale of its ink, rows (n,) and evidence (n,).

    ``is_settled`` (n,) tells which stand in words of rows that read well.
    """

    boxes: npt.NDArray[np.float64]
    rows: npt.NDArray[np.intp]
    strengths: npt.NDArray[np.float32]
    is_settled: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, layout: Layout, recognizer: Recognizer) -> "_Known":
        boxes = [layout.glyph_box(cluster).as_tuple() for _, _, cluster in layout.glyphs()]
        counts = [len(row.clusters) for row in layout.rows]
        rows = np.repeat(np.arange(len(counts)), counts)
        strengths = glyph_evidence(layout, recognizer)
        means = np.bincount(rows, strengths) / counts
        is_good = (means > _GOOD) & (np.array(counts) >= _SHORTEST)
        lengths = [len(word.clusters) for row in layout.rows for word in row.words]
        in_word = np.repeat(np.array(lengths) > 1, lengths)
        return cls(
            np.array(boxes, float) * layout.ink.scale, rows, strengths, is_good[rows] & in_word
        )

    def at(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        """Tell which glyphs (n,) hold which points (m, 2): (m, n)."""
        x, y = points[:, :1], points[:, 1:]
        left, top, right, bottom = self.boxes.T
        inside: npt.NDArray[np.bool_] = (left <= x) & (x < right) & (top <= y) & (y < bottom)
        return inside


def with_stray_words(pixels: Pixels, layout: Layout, recognizer: Recognizer) -> Layout:
    """Return the layout with words that run across it each laid out along its own direction."""
    if not _SHORTEST <= layout.glyph_count <= _MOST_GLYPHS:
        return layout
    angle, ink = layout.strips[0].placement.angle, layout.ink
    found: list[tuple[Layout, Window]] = []
    main = layout
    # Words that went leave rows behind that had been mixed up with them: look again.
    for _ in range(_ROUNDS):
        new, rest = _found(pixels, main, recognizer, angle)
        if not new:
            break
        found += new
        main = lay_out_along(pixels, rest, find_components(rest), angle)
    return put_together(replace(main, ink=ink), in_reading_order(found)) if found else layout


def in_reading_order(found: Sequence[tuple[Layout, Window]]) -> list[tuple[Layout, Window]]:
    """Return words that run across the page in the order in which they are read.

    Those of one direction follow one another from its first row down, and directions follow as
    their first words stand on the page.
    """
    waiting = sorted(found, key=lambda word: word[1][1])
    ordered: list[tuple[Layout, Window]] = []
    while waiting:
        angle = _direction(waiting[0])
        is_same = [turn_between(_direction(word), angle) < _ACROSS for word in waiting]
        same = [word for word, own in zip(waiting, is_same, strict=True) if own]
        ordered += sorted(same, key=partial(_down, angle=angle))
        waiting = [word for word, own in zip(waiting, is_same, strict=True) if not own]
    return ordered


def _direction(word: tuple[Layout, Window]) -> float:
    """Return where a word runs to, in degrees clockwise from the right."""
    return word[0].strips[0].placement.angle


def _down(word: tuple[Layout, Window], angle: float) -> float:
    """Return how far down the middle of a word is for somebody who reads along ``angle``."""
    left, top, right, bottom = word[1]
    radians = np.deg2rad(angle)
    across = (top + bottom) / 2 * np.cos(radians) - (left + right) / 2 * np.sin(radians)
    return float(across)


def _found(
    pixels: Pixels, layout: Layout, recognizer: Recognizer, angle: float
) -> tuple[list[tuple[Layout, Window]], InkImage]:
    """Return words that run across the rows, and the ink without them."""
    ink, components = layout.ink, find_components(layout.ink)
    if not layout.rows:
        return [], ink
    known = _Known.of(layout, recognizer)
    kept = np.flatnonzero(drop_clutter(components, letter_height(components)))
    centers = components.centers[kept]
    sizes = np.maximum(components.widths, components.heights)[kept].astype(float)
    free = np.flatnonzero(~known.at(centers)[:, known.is_settled].any(axis=1))
    found: list[tuple[Layout, Window]] = []
    gone: set[int] = set()
    for traced in trace_words(centers[free], sizes[free]):
        own = TracedWord(tuple(free[list(traced.members)].tolist()), traced.angle)
        # Some letters of a word read well along the page too: it may go on in them.
        for word in dict.fromkeys((prolonged(centers, sizes, own), own)):
            members = kept[list(word.members)]
            if between(word.angle, angle) < _ACROSS or not gone.isdisjoint(members.tolist()):
                continue
            part, window = ink_of(ink, components, members.tolist())
            way, strength = _best_way(pixels, part, word.angle, recognizer)
            before = np.asarray(known.at(components.centers[members]).any(axis=0))
            if strength >= _wanted(known, before):
                found.append((way, window))
                gone.update(members.tolist())
                break
    return found, without(ink, components, sorted(gone))


def _wanted(known: _Known, own: npt.NDArray[np.bool_]) -> float:
    """Return the evidence from which on glyphs of the page are believed to be a word across it.

    A word that the page's rows tear apart need not read better by itself, only well.
    """
    if not own.any():
        return _BELIEVED
    before = float(known.strengths[own].mean())
    is_torn = len(np.unique(known.rows[own])) >= _SHORTEST
    return min(max(_BELIEVED, before + _BETTER), _WELL if is_torn else 0.0)


def _best_way(
    pixels: Pixels, ink: InkImage, angle: float, recognizer: Recognizer
) -> tuple[Layout, float]:
    """Return a word laid out along its direction, the right way up, and how well it reads."""
    components = find_components(ink)
    ways = [lay_out_along(pixels, ink, components, angle + turn) for turn in (0.0, 180.0)]
    strengths = [evidence(way, recognizer) for way in ways]
    best = int(np.argmax(strengths))
    return ways[best], strengths[best]
