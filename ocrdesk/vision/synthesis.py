"""Pages the project makes itself: a hand writes, a camera looks, and the truth is known."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from ocrdesk.geometry import BoundingBox
from ocrdesk.vision.stroke_font import CHARACTERS
from ocrdesk.vision.strokes import Stroke
from ocrdesk.vision.synthesis_camera import Camera, aim, expose, light, shadow
from ocrdesk.vision.synthesis_hand import Hand, draw_hand, write_line
from ocrdesk.vision.synthesis_ink import PENS, Pen, canvas_room, lay_ink, press
from ocrdesk.vision.synthesis_paper import (
    DESKS,
    PAPERS,
    Texture,
    add_folds,
    add_ruling,
    surface,
)

_INKED = 64
"""Coverage (of 255) from which a pixel counts as part of a letter's box."""
_STRAY = 0.1
"""How far the rows of a hasty hand start from where they should, in row distances."""

LetterBoxes = tuple[tuple[str, BoundingBox], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """What a page looks like; the same settings and generator state give the same page.

    ``width`` and ``height`` are of the picture in pixels; lengths on the sheet are shares of it.
    ``paper``, ``desk`` and ``pen`` are names of ``PAPERS``, ``DESKS`` ("" shows paper only) and
    ``PENS``; ``ruling`` is "", "lines" or "squares". ``cap_height`` is the largest height of
    capitals, ``pitch`` the distance of rows in cap heights. ``row_slope`` (degrees, positive
    climbs), ``row_wander`` (its spread from row to row), ``tilt`` (degrees, clockwise) and
    ``perspective`` (0..1) bend the page; ``uneven`` and ``shadow`` (0..1) light it; ``blur``
    (pixels), ``noise`` (0..1) and ``jpeg`` (quality, 0 for none) photograph it.
    """

    width: int = 1600
    height: int = 1200
    paper: str = "white"
    desk: str = ""
    ruling: str = ""
    pen: str = "ballpoint"
    pen_width: float | None = None
    neatness: float = 0.6
    cap_height: float = 0.07
    pitch: float = 1.9
    margin: float = 0.08
    is_centred: bool = False
    row_slope: float = 0.0
    row_wander: float = 0.3
    tilt: float = 0.0
    perspective: float = 0.0
    uneven: float = 0.5
    shadow: float = 0.0
    folds: int = 0
    blur: float = 0.7
    noise: float = 0.008
    jpeg: int = 90


@dataclass(frozen=True, slots=True)
class SyntheticPage:
    """A picture (height, width, 3) with its truth: text and tight ink boxes row by row."""

    pixels: NDArray[np.uint8]
    lines: tuple[str, ...]
    boxes: tuple[LetterBoxes, ...]
    settings: PageSettings


Row = list[tuple[str, list[Stroke]]]


def synthesise_page(
    lines: Sequence[str], rng: np.random.Generator, settings: PageSettings
) -> SyntheticPage:
    """Return a page with ``lines`` written on it by one hand.

    Empty lines leave a row free, spaces before a line indent it; neither is part of the truth.
    Raises ``ValueError`` for a character without a skeleton and when there is nothing to write.
    """
    _refuse_unwritable(lines)
    # A stream for each stage: a page of another size is the same page.
    write_rng, aim_rng, scene_rng, ink_rng, light_rng, expose_rng = rng.spawn(6)
    hand = draw_hand(write_rng, neatness=settings.neatness)
    written = [_written(line, hand, write_rng) for line in lines]
    sheet = _sheet_size(settings)
    rows, cap, first = _lay_out(written, sheet, settings, write_rng)
    camera = aim(
        sheet,
        (settings.width, settings.height),
        tilt=settings.tilt,
        perspective=settings.perspective,
        border=0.04 if settings.desk else 0.0,
        rng=aim_rng,
    )
    scene = _scene(sheet, camera, cap, first, settings, scene_rng)
    pen = PENS[settings.pen]
    ink, boxes = _write(rows, camera, cap * (settings.pen_width or pen.width), pen, ink_rng)
    lay_ink(ink, scene, pen, cap * camera.scale_at(sheet[0] / 2, sheet[1] / 2), ink_rng)
    scene *= light(ink.shape, light_rng, uneven=settings.uneven)
    if settings.shadow:
        scene *= shadow(ink.shape, light_rng, depth=settings.shadow)[:, :, None]
    pixels = expose(scene, expose_rng, blur=settings.blur, noise=settings.noise, jpeg=settings.jpeg)
    truth = tuple(" ".join(line.split()) for line in lines if line.strip())
    return SyntheticPage(pixels, truth, boxes, settings)


def _refuse_unwritable(lines: Sequence[str]) -> None:
    unknown = sorted(set("".join(lines)) - set(CHARACTERS) - {" "})
    if unknown or not any(line.strip() for line in lines):
        raise ValueError(f"cannot write {' '.join(unknown) or 'an empty page'}")


def _sheet_size(settings: PageSettings) -> tuple[int, int]:
    """Return (width, height): the picture itself, or a sheet of A4's shape where a desk shows."""
    if not settings.desk:
        return settings.width, settings.height
    long = max(settings.width, settings.height)
    short = round(long / np.sqrt(2))
    return (long, short) if settings.width > settings.height else (short, long)


def _written(line: str, hand: Hand, rng: np.random.Generator) -> Row:
    """Return the line's letters in cap heights, indented by its leading spaces."""
    indent = np.array((0.5 * (len(line) - len(line.lstrip())), 0.0), np.float32)
    return [
        (character, [stroke + indent for stroke in strokes])
        for character, strokes in write_line(line, hand, rng)
    ]


def _lay_out(
    rows: Sequence[Row], sheet: tuple[int, int], settings: PageSettings, rng: np.random.Generator
) -> tuple[list[Row], float, float]:
    """Return the rows in pixels of the sheet, the cap height, and the first base line."""
    left, top = settings.margin * sheet[0], settings.margin * sheet[1]
    lengths = [_length(row) for row in rows]
    widest, room = max(lengths), (sheet[0] - 2 * left, sheet[1] - 2 * top)
    tall = 1 + settings.pitch * (len(rows) - 1)
    cap = min(settings.cap_height * sheet[1], room[0] / widest, room[1] / tall)
    first = top + cap + 0.3 * (room[1] - tall * cap)
    left += 0.5 * (room[0] - widest * cap)
    placed = []
    for position, (row, length) in enumerate(zip(rows, lengths, strict=True)):
        start = left + 0.5 * (widest - length) * cap * settings.is_centred
        start += 0.12 * cap * rng.normal() * (1 - settings.neatness)
        stray = _STRAY * (1 - settings.neatness) * (0.4 if settings.ruling else 1.0) * rng.normal()
        base = first + settings.pitch * cap * (position + float(stray))
        angle = np.radians(settings.row_slope + settings.row_wander * rng.normal())
        origin = np.array((start, base), np.float32)
        placed.append(
            [(name, _sloped(strokes, cap, float(angle), origin)) for name, strokes in row]
        )
    return placed, float(cap), float(first)


def _length(row: Row) -> float:
    return max((float(stroke[:, 0].max()) for _, strokes in row for stroke in strokes), default=0.0)


def _sloped(strokes: list[Stroke], cap: float, angle: float, origin: Stroke) -> list[Stroke]:
    """Return strokes in cap heights as pixels of the sheet, the row climbing by ``angle``."""
    cosine, sine = np.cos(angle), np.sin(angle)
    turn = (cap * np.array([[cosine, -sine], [sine, cosine]])).astype(np.float32)
    return [stroke @ turn + origin for stroke in strokes]


def _scene(
    sheet: tuple[int, int],
    camera: Camera,
    cap: float,
    first: float,
    settings: PageSettings,
    rng: np.random.Generator,
) -> Texture:
    """Return the picture of the empty page on its desk, (height, width, 3) in 0..1."""
    corners = np.array(
        [(0, 0), (settings.width, 0), (settings.width, settings.height), (0, settings.height)]
    )
    seen = camera.unproject(corners)
    # Without a desk the paper goes on as far as the picture sees.
    low = np.full(2, -2.0) if settings.desk else np.floor(np.minimum(seen.min(axis=0) - 4, 0))
    high = (
        np.array(sheet) + 2.0 if settings.desk else np.ceil(np.maximum(seen.max(axis=0) + 4, sheet))
    )
    width, height = (int(side) for side in high - low)
    paper = surface((height, width), PAPERS[settings.paper], rng)
    if settings.ruling:
        add_ruling(
            paper,
            settings.ruling,
            pitch=settings.pitch * cap,
            first=(first + 0.08 * cap - low[1]) % (settings.pitch * cap),
            left=settings.margin * sheet[0] * 0.75 - low[0],
        )
    add_folds(paper, settings.folds, rng)
    picture = camera.photograph(paper, origin=(float(low[0]), float(low[1])))
    return _on_desk(picture, (height, width), camera, settings, rng) if settings.desk else picture


def _on_desk(
    picture: Texture,
    sheet: tuple[int, int],
    camera: Camera,
    settings: PageSettings,
    rng: np.random.Generator,
) -> Texture:
    """Put the desk around the photographed sheet of (rows, columns), with the sheet's shadow."""
    inside = np.zeros((*sheet, 1), np.float32)
    inside[2:-2, 2:-2] = 1.0
    cover = np.clip(camera.photograph(inside, origin=(-2.0, -2.0)), 0.0, 1.0)
    desk = surface((settings.height, settings.width), DESKS[settings.desk], rng)
    depth = gaussian_filter(np.roll(cover[:, :, 0], (6, 5), axis=(0, 1)), 0.006 * settings.height)
    desk *= 1.0 - 0.55 * depth[:, :, None]
    return np.asarray(picture * cover + desk * (1.0 - cover), np.float32)


def _write(
    rows: Sequence[Row], camera: Camera, pen_width: float, pen: Pen, rng: np.random.Generator
) -> tuple[Texture, tuple[LetterBoxes, ...]]:
    """Return the ink in the picture (height, width) in 0..1, and each row's letters in boxes."""
    ink = np.zeros((camera.height, camera.width), np.float32)
    boxes: list[LetterBoxes] = []
    for row in rows:
        letters: list[tuple[str, BoundingBox]] = []
        for character, strokes in row:
            x, y = np.concatenate(strokes).mean(axis=0)
            width = pen_width * camera.scale_at(float(x), float(y))
            seen, left, top = canvas_room([camera.project(stroke) for stroke in strokes], width)
            cover = press(seen, width, pen, rng)
            box = _paste(ink, cover, left, top)
            if box is None:
                raise ValueError(f"{character!r} falls off the page: less slope or more margin")
            letters.append((character, box))
        if letters:
            boxes.append(tuple(letters))
    return ink, tuple(boxes)


def _paste(ink: Texture, cover: NDArray[np.uint8], left: int, top: int) -> BoundingBox | None:
    """Add a letter's coverage to the page in place; return its box, None if it leaves the page."""
    columns = np.flatnonzero(cover.max(axis=0) >= _INKED)
    rows = np.flatnonzero(cover.max(axis=1) >= _INKED)
    tight = BoundingBox(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    tight = tight.moved(left, top)
    if tight.clipped(ink.shape[1], ink.shape[0]) != tight:
        return None
    up, back = max(0, -top), max(0, -left)
    part = ink[top + up : top + cover.shape[0], left + back : left + cover.shape[1]]
    piece = cover[up : up + part.shape[0], back : back + part.shape[1]]
    np.maximum(part, piece.astype(np.float32) / 255, out=part)
    return tight
