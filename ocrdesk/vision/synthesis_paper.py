"""What is written on: paper with grain, fibres, lines and folds, a blackboard, the desk below."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter, gaussian_filter1d

Texture = NDArray[np.float32]
Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Surface:
    """A surface: its colour (0..1) and how strongly grain, clouds, fibres and streaks show."""

    colour: Colour
    grain: float = 0.012
    clouds: float = 0.01
    fibres: float = 0.0
    streaks: float = 0.0


PAPERS: Mapping[str, Surface] = MappingProxyType(
    {
        "white": Surface((0.93, 0.927, 0.915), grain=0.009, clouds=0.004),
        "cream": Surface((0.935, 0.91, 0.84), grain=0.011, clouds=0.005, fibres=0.015),
        "grey": Surface((0.70, 0.72, 0.71), grain=0.02, clouds=0.014, fibres=0.02),
        "kraft": Surface((0.72, 0.59, 0.44), grain=0.03, clouds=0.02, fibres=0.07),
        "blackboard": Surface((0.165, 0.205, 0.18), grain=0.025, clouds=0.06, streaks=0.02),
    }
)
DESKS: Mapping[str, Surface] = MappingProxyType(
    {
        "black": Surface((0.105, 0.097, 0.093), grain=0.02, clouds=0.01, streaks=0.11),
        "walnut": Surface((0.27, 0.175, 0.12), grain=0.014, clouds=0.012, streaks=0.05),
        "oak": Surface((0.66, 0.50, 0.34), grain=0.014, clouds=0.012, streaks=0.045),
    }
)


def clouds(
    shape: tuple[int, int], scale: float | tuple[float, float], rng: np.random.Generator
) -> Texture:
    """Return smooth noise of unit spread; ``scale`` is the size of a cloud in pixels (y, x)."""
    down, across = (scale, scale) if isinstance(scale, float) else scale
    coarse = (max(2, round(shape[0] / down) + 1), max(2, round(shape[1] / across) + 1))
    seeds = Image.fromarray(rng.normal(0.0, 1.0, coarse).astype(np.float32))
    noise = np.array(seeds.resize((shape[1], shape[0]), Image.Resampling.BICUBIC), np.float32)
    noise /= max(float(noise.std()), 1e-6)
    return noise


def surface(shape: tuple[int, int], look: Surface, rng: np.random.Generator) -> Texture:
    """Return a texture (rows, columns, 3) of the surface, in 0..1."""
    light = gaussian_filter(rng.normal(0.0, 1.0, shape).astype(np.float32), 0.8)
    light *= np.float32(look.grain / 0.35)
    for scale, share in ((6.0, 0.35), (45.0, 0.6), (400.0, 1.0)):
        light += clouds(shape, scale, rng) * np.float32(look.clouds * share)
    if look.fibres:
        light += _fibres(shape, rng) * np.float32(look.fibres)
    if look.streaks:
        light += _streaks(shape, rng) * np.float32(look.streaks)
    tint = clouds(shape, 250.0, rng)
    light += 1.0
    seen = np.empty((*shape, 3), np.float32)
    shares = np.array((0.0015, 0.0, -0.002), np.float32)
    for plane, (colour, share) in enumerate(zip(look.colour, shares, strict=True)):
        np.add(light * np.float32(colour), tint * share, out=seen[:, :, plane])
    return seen


def _fibres(shape: tuple[int, int], rng: np.random.Generator) -> Texture:
    """Return short hairs of paper pulp, darker (-1) and lighter (+1) than the sheet."""
    image = Image.new("L", (shape[1], shape[0]), 128)
    brush = ImageDraw.Draw(image)
    for _ in range(shape[0] * shape[1] // 900):
        x, y = rng.uniform(0, shape[1]), rng.uniform(0, shape[0])
        turn, bend = rng.uniform(0, np.pi), rng.normal(0, 0.4)
        length = rng.uniform(4, 16)
        middle = (x + length * np.cos(turn) / 2, y + length * np.sin(turn) / 2)
        end = (x + length * np.cos(turn + bend), y + length * np.sin(turn + bend))
        brush.line([(x, y), middle, end], int(rng.choice((96, 112, 144, 160))))
    hairs = np.array(image, np.float32) / 128.0 - 1.0
    return np.asarray(3.0 * gaussian_filter(hairs, 0.7), np.float32)


def _streaks(shape: tuple[int, int], rng: np.random.Generator) -> Texture:
    """Return the long grain of wood, or the swipes of a sponge on a board."""
    bands = sum(
        share * clouds(shape, scale, rng)
        for scale, share in (
            ((2.0, 90.0), 0.35),
            ((4.0, 300.0), 0.5),
            ((17.0, 500.0), 0.5),
            ((90.0, 1500.0), 0.7),
        )
    )
    return np.asarray(gaussian_filter1d(bands, 0.8, axis=0), np.float32)


def add_ruling(paper: Texture, kind: str, *, pitch: float, first: float, left: float) -> None:
    """Print writing lines or squares in place: a line at ``first`` and every ``pitch`` pixels.

    Lines come with a red margin line at ``left``; squares are a quarter of the pitch.
    """
    step = pitch / 3 if kind == "squares" else pitch
    blue: Colour = (0.50, 0.64, 0.82)
    start = first % step if kind == "squares" else first
    for y in np.arange(start, paper.shape[0], step):
        _rule(paper, float(y), 0, blue)
    if kind == "squares":
        for x in np.arange(left % step, paper.shape[1], step):
            _rule(paper, float(x), 1, blue)
    else:
        _rule(paper, left, 1, (0.86, 0.50, 0.50))


def _rule(paper: Texture, at: float, axis: int, colour: Colour) -> None:
    """Print one thin line across the sheet, antialiased, as a filter on the paper's colour."""
    lanes = np.arange(paper.shape[axis], dtype=np.float32)
    half = max(0.8, paper.shape[0] / 1500)
    cover = np.clip(half + 0.5 - np.abs(lanes - at), 0.0, 1.0) * 0.8
    near = np.flatnonzero(cover)
    part = (near, slice(None)) if axis == 0 else (slice(None), near)
    veil = cover[near][:, None] if axis == 0 else cover[near][None, :]
    paper[part] *= 1.0 - veil[:, :, None] * (1.0 - np.array(colour, np.float32))


def add_folds(paper: Texture, count: int, rng: np.random.Generator) -> None:
    """Fold the sheet ``count`` times in place: fields of unlike light, parted by a crease."""
    for fold in range(count):
        axis = (fold + 1) % 2 if count > 1 else int(rng.integers(2))
        length, width = paper.shape[axis], paper.shape[1 - axis]
        middle = length * (0.5 + rng.normal(0.0, 0.02))
        slope = rng.normal(0.0, 0.006)
        offset = np.arange(length)[:, None] - middle - slope * np.arange(width)[None, :]
        bend = 0.03 * np.tanh(offset / 3) * np.exp(-np.abs(offset) / (0.3 * length))
        crease = 0.10 * np.exp(-((offset / 1.4) ** 2)) - 0.07 * np.exp(-(((offset - 3) / 2) ** 2))
        light = (1.0 + rng.choice((-1, 1)) * bend + crease).astype(np.float32)
        paper *= (light if axis == 0 else light.T)[:, :, None]
