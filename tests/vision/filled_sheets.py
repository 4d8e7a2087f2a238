"""Practice sheets as people return them: printed, filled in by a hand, bent, photographed.

The print comes from the PDF file itself, strokes are projected into the photo, and the truth is
known in millimetres of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from ocrdesk.formats.pdf_file import draw_pdf_page
from ocrdesk.formats.practice_sheet_file import write_practice_sheet
from ocrdesk.vision.perspective import Points
from ocrdesk.vision.practice_page import PracticePage
from ocrdesk.vision.strokes import Stroke, draw, extent
from ocrdesk.vision.synthesis_camera import Camera, aim, expose, light, shadow
from ocrdesk.vision.synthesis_hand import draw_hand
from ocrdesk.vision.synthesis_ink import PENS, canvas_room, lay_ink, press
from ocrdesk.vision.synthesis_paper import DESKS, PAPERS, Surface, Texture, surface

Written = Sequence[Stroke] | None  # strokes of a cell in millimetres of the page

_TRUE = 12.0  # pixels to a millimetre of what was truly written


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """How a sheet is photographed; lengths in millimetres, ``size`` (width, height) in pixels.

    ``bulge`` is by how much the middle of the paper is seen lower than its sides, ``quarters`` how
    often the finished picture is turned counter-clockwise, ``border`` as in ``aim``.
    """

    size: tuple[int, int] = (2448, 3264)
    tilt: float = 0.0
    perspective: float = 0.0
    border: float = 0.03
    bulge: float = 0.0
    quarters: int = 0
    desk: str = "walnut"
    pen: str = "ballpoint"
    pen_width: float = 0.5
    uneven: float = 0.5
    shadow: float = 0.0
    blur: float = 0.8
    noise: float = 0.01
    jpeg: int = 90


@dataclass(frozen=True, slots=True, eq=False)
class FilledSheet:
    """A picture of a filled-in page and what is truly on it."""

    pixels: npt.NDArray[np.uint8]
    page: PracticePage
    written: Sequence[Written]
    photo: Photo
    _camera: Camera
    _scale: float = field(default=1.0)

    def on_page(self, points: Points) -> Points:
        """Return where points (n, 2) of the picture lie on the page, in millimetres."""
        for turn in reversed(range(self.photo.quarters % 4)):
            # That turn counter-clockwise took (x, y) to (y, width - x).
            width = self.photo.size[turn % 2]
            points = np.stack([width - points[:, 1], points[:, 0]], axis=1)
        flat = self._camera.unproject(points).astype(np.float64) / self._scale
        flat[:, 1] -= _sag(flat[:, 0], self.page, self.photo.bulge)
        return flat

    def true_ink(self, cell: int) -> tuple[npt.NDArray[np.bool_], tuple[float, float]]:
        """Return the ink written into a cell, twelve pixels to a millimetre, and its origin."""
        strokes = self.written[cell]
        assert strokes is not None
        low = np.concatenate(strokes).min(axis=0).astype(np.float64) - 3.0
        high = np.concatenate(strokes).max(axis=0) + 3.0
        shape = tuple(int(side) for side in np.ceil((high - low) * _TRUE)[::-1])
        inside = [(stroke - low) * _TRUE for stroke in strokes]
        ink = draw(inside, (shape[0], shape[1]), pen_width=self.photo.pen_width * _TRUE)
        return ink > 127, (float(low[0]), float(low[1]))

    def agreement(self, cell: int, ink: npt.NDArray[np.uint8], outline: Points) -> float:
        """Return how far ink cut out of the photo is what was written into a cell, 0 to 1.

        The smaller of two shares: of the cut ink that was written, and of what was written that was
        cut, both within a third of a millimetre. ``outline`` is where the corners of ``ink`` are.
        """
        from ocrdesk.vision.perspective import homography, mapped

        height, width = ink.shape
        corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], float)
        rows, columns = np.nonzero(ink)
        points = np.stack([columns, rows], axis=1).astype(np.float64) + 0.5
        cut = self.on_page(mapped(points, homography(corners, outline)))
        true, origin = self.true_ink(cell)
        places = np.floor((cut - origin) * _TRUE).astype(int)[:, ::-1]
        fits = ((places >= 0) & (places < true.shape)).all(axis=1)
        seen = np.zeros(true.shape, bool)
        seen[tuple(places[fits].T)] = True
        near = 0.34 * _TRUE
        to_true = ndimage.distance_transform_edt(~true)
        to_seen = ndimage.distance_transform_edt(~seen) if seen.any() else np.full(true.shape, 99.0)
        right = np.count_nonzero(to_true[tuple(places[fits].T)] <= near) / max(len(places), 1)
        return float(min(right, (to_seen[true] <= near).mean()))


def placed_in(
    page: PracticePage,
    cell: int,
    strokes: Sequence[Stroke],
    *,
    height: float,
    shift: tuple[float, float] = (0.0, 0.0),
) -> list[Stroke]:
    """Return strokes in the middle of a box, their longer side so many millimetres."""
    low, size = extent(strokes)
    scale = height / size if size > 0 else 1.0
    points = [(stroke - low) * scale for stroke in strokes]
    span = np.concatenate(points).max(axis=0)
    middle = np.array(page.box(cell).middle) + shift
    return [np.asarray(stroke + middle - span / 2, np.float32) for stroke in points]


def photograph(
    page: PracticePage, written: Sequence[Written], rng: np.random.Generator, photo: Photo
) -> FilledSheet:
    """Return the page, filled in and photographed."""
    print_ = printed(page, 300 if max(photo.size) > 2000 else 150)
    scale = print_.shape[1] / page.size[0]
    paper_rng, aim_rng, ink_rng, light_rng, end_rng = rng.spawn(5)
    paper = _coarse_surface(print_.shape, PAPERS["white"], paper_rng)
    paper *= _bulged(print_, page, photo.bulge * scale)[:, :, None]
    sheet = (print_.shape[1], print_.shape[0])
    camera = aim(
        sheet, photo.size, tilt=photo.tilt, perspective=photo.perspective, border=photo.border,
        rng=aim_rng,
    )  # fmt: skip
    scene = _on_desk(paper, camera, photo, paper_rng)
    ink = np.zeros(scene.shape[:2], np.float32)
    pen = PENS[photo.pen]
    for strokes in written:
        if strokes is not None:
            _write(ink, strokes, page, camera, photo, scale, ink_rng)
    lay_ink(ink, scene, pen, 8.0 * scale, ink_rng)
    whole = photo.size[::-1]
    coarse = (whole[0] // 4, whole[1] // 4)
    scene *= _enlarged(light(coarse, light_rng, uneven=photo.uneven), whole)
    if photo.shadow:
        cast = shadow(coarse, light_rng, depth=photo.shadow)[:, :, None]
        scene *= _enlarged(cast, whole)
    pixels = expose(scene, end_rng, blur=photo.blur, noise=photo.noise, jpeg=photo.jpeg)
    turned = np.ascontiguousarray(np.rot90(pixels, photo.quarters))
    return FilledSheet(turned, page, written, photo, camera, scale)


@lru_cache(maxsize=8)
def printed(page: PracticePage, dpi: int) -> Texture:
    """Return the page as a printer puts it on paper, brightness (rows, columns) in 0..1."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        write_practice_sheet(path, page)
        drawn = Image.fromarray(draw_pdf_page(path, page.number, "sheet")).convert("L")
    factor = dpi / 300
    size = (round(drawn.width * factor), round(drawn.height * factor))
    pixels = np.asarray(drawn.resize(size, Image.Resampling.BOX), np.float32) / 255
    # Toner is not quite black.
    return np.asarray(0.08 + 0.92 * pixels, np.float32)


def _sag(across: npt.NDArray[np.floating], page: PracticePage, bulge: float) -> Points:
    half = page.size[0] / 2
    return np.asarray(bulge * (1 - ((across - half) / half) ** 2), np.float64)


def _bulged(print_: Texture, page: PracticePage, bulge: float) -> Texture:
    if not bulge:
        return print_
    height, width = print_.shape
    across = np.arange(width) / width * page.size[0]
    down = np.arange(height)[:, None] - _sag(across, page, bulge)[None, :]
    columns = np.broadcast_to(np.arange(width)[None, :], down.shape)
    bent = ndimage.map_coordinates(print_, [down, columns], np.float32, order=1, mode="nearest")
    return np.asarray(bent, np.float32)


def _coarse_surface(shape: tuple[int, int], look: Surface, rng: np.random.Generator) -> Texture:
    """Return a texture of half the detail in a quarter of the time: print and ink are sharp."""
    return _enlarged(surface((shape[0] // 2, shape[1] // 2), look, rng), shape)


def _enlarged(texture: Texture, shape: tuple[int, int]) -> Texture:
    planes = [
        Image.fromarray(np.ascontiguousarray(texture[:, :, plane])).resize(
            (shape[1], shape[0]), Image.Resampling.BILINEAR
        )
        for plane in range(texture.shape[2])
    ]
    return np.stack([np.asarray(plane, np.float32) for plane in planes], axis=2)


def _on_desk(paper: Texture, camera: Camera, photo: Photo, rng: np.random.Generator) -> Texture:
    seen = camera.photograph(paper, origin=(0.0, 0.0))
    inside = np.ones((*paper.shape[:2], 1), np.float32)
    inside[[0, 1, -2, -1]] = inside[:, [0, 1, -2, -1]] = 0.0
    cover = np.clip(camera.photograph(inside, origin=(0.0, 0.0)), 0.0, 1.0)
    desk = _coarse_surface((camera.height, camera.width), DESKS[photo.desk], rng)
    return np.asarray(seen * cover + desk * (1 - cover), np.float32)


def _write(
    ink: Texture,
    strokes: Sequence[Stroke],
    page: PracticePage,
    camera: Camera,
    photo: Photo,
    scale: float,
    rng: np.random.Generator,
) -> None:
    moved = [
        stroke + np.stack([np.zeros(len(stroke)), _sag(stroke[:, 0], page, photo.bulge)], axis=1)
        for stroke in strokes
    ]
    x, y = np.concatenate(moved).mean(axis=0) * scale
    width = photo.pen_width * scale * camera.scale_at(float(x), float(y))
    seen, left, top = canvas_room([camera.project(s * scale) for s in moved], width)
    cover = press(seen, width, PENS[photo.pen], rng)
    if left < 0 or top < 0:
        raise ValueError("written off the picture")
    part = ink[top : top + cover.shape[0], left : left + cover.shape[1]]
    piece = cover[: part.shape[0], : part.shape[1]]
    np.maximum(part, piece.astype(np.float32) / 255, out=part)


def scan(page: PracticePage, written: Sequence[Written], dpi: int = 170) -> npt.NDArray[np.uint8]:
    """Return the filled-in page as a scanner gives it, grey (h, w), the quick way."""
    print_ = printed(page, dpi)
    scale = print_.shape[1] / page.size[0]
    strokes = [stroke * scale for own in written if own is not None for stroke in own]
    paper = np.asarray(print_ * 240, np.float64)
    if strokes:
        ink = draw(strokes, (print_.shape[0], print_.shape[1]), pen_width=0.5 * scale, samples=2)
        paper = paper * (1 - 0.8 * ink / 255)
    return np.rint(paper).astype(np.uint8)


def own_hand(page: PracticePage, seed: int, *, height: float = 7.5) -> list[Written]:
    """Return what a made-up hand writes into all cells of a page."""
    rng = np.random.default_rng(seed)
    hand = draw_hand(rng, neatness=0.6)
    written: list[Written] = []
    for cell, character in enumerate(page.asked):
        x, y = rng.normal(0.0, 0.6, 2)
        strokes = hand.write(character, rng)
        written.append(placed_in(page, cell, strokes, height=height, shift=(x, y)))
    return written
