"""The camera above the page: where every point of the sheet lands, light, blur, noise, JPEG."""

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

from ocrdesk.vision.synthesis_paper import Texture, clouds

Matrix = NDArray[np.float64]

_STRAIGHT = 1e-13
"""How far a camera's numbers may be off where it looks straight down: nothing of a colour."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A pinhole view of a flat sheet: ``matrix`` takes (x, y, 1) of the sheet to the picture."""

    matrix: Matrix
    width: int
    height: int

    def project(self, points: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return where points (k, 2) of the sheet are in the picture."""
        return _mapped(points, self.matrix)

    def unproject(self, points: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return which points of the sheet the picture's points (k, 2) show."""
        return _mapped(points, np.linalg.inv(self.matrix).astype(np.float64))

    def scale_at(self, x: float, y: float) -> float:
        """Return how many picture pixels a pixel of the sheet is long, around one point."""
        corner, right, below = self.project(np.array(((x, y), (x + 1, y), (x, y + 1)))).astype(
            np.float64
        )
        across, down = right - corner, below - corner
        return float(np.sqrt(abs(across[0] * down[1] - across[1] * down[0])))

    def photograph(self, texture: Texture, *, origin: tuple[float, float]) -> Texture:
        """Return the texture as seen, (height, width, channels); ``origin`` is its (x, y)."""
        to_sheet = np.linalg.inv(self.matrix)
        move = np.array([[1, 0, -origin[0]], [0, 1, -origin[1]], [0, 0, 1.0]])
        back = move @ to_sheet
        coefficients = tuple(float(value) for value in (back / back[2, 2]).ravel()[:8])
        straight = self._straight(texture, coefficients)
        if straight is not None:
            return straight
        planes = [
            Image.fromarray(np.ascontiguousarray(texture[:, :, plane])).transform(
                (self.width, self.height),
                Image.Transform.PERSPECTIVE,
                coefficients,
                Image.Resampling.BICUBIC,
            )
            for plane in range(texture.shape[2])
        ]
        return np.stack([np.asarray(plane, np.float32) for plane in planes], axis=2)

    def _straight(self, texture: Texture, coefficients: tuple[float, ...]) -> Texture | None:
        """Return the part that is seen pixel by pixel, to the last bit; None where none is."""
        left, top = round(coefficients[2]), round(coefficients[5])
        if not np.allclose(coefficients, (1, 0, left, 0, 1, top, 0, 0), rtol=0, atol=_STRAIGHT):
            return None
        seen = texture[max(0, top) : top + self.height, max(0, left) : left + self.width]
        return seen.copy() if seen.shape[:2] == (self.height, self.width) else None


def _mapped(points: NDArray[np.floating], matrix: Matrix) -> NDArray[np.float32]:
    homogeneous = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(homogeneous[:, :2] / homogeneous[:, 2:], np.float32)


def aim(
    sheet: tuple[int, int],
    picture: tuple[int, int],
    *,
    tilt: float,
    perspective: float,
    border: float,
    rng: np.random.Generator,
) -> Camera:
    """Return a camera that sees the whole sheet, both sizes as (width, height).

    ``tilt`` turns the sheet clockwise by degrees, ``perspective`` (0..1) leans the camera back;
    ``border`` is the share of the picture left around the sheet (below 0 cuts its edges off).
    """
    roll, pitch = np.radians(tilt), np.radians(28.0 * perspective)
    yaw = np.radians(10.0 * perspective) * rng.uniform(-1.0, 1.0)
    focal = 1.7 * max(sheet)
    turn = _around_z(roll) @ _around_x(-pitch) @ _around_y(yaw)
    view = np.diag([focal, focal, 1.0]) @ np.column_stack([turn[:, :2], (0.0, 0.0, focal)])
    view = view @ np.array([[1, 0, -sheet[0] / 2], [0, 1, -sheet[1] / 2], [0, 0, 1.0]])
    corners = np.array([(0, 0), (sheet[0], 0), sheet, (0, sheet[1])], np.float64)
    seen = Camera(view, *picture).project(corners).astype(np.float64)
    low, high = seen.min(axis=0), seen.max(axis=0)
    zoom = float(min(np.array(picture) * (1 - 2 * border) / (high - low)))
    shift = np.array(picture) / 2 - zoom * (low + high) / 2
    fit = np.array([[zoom, 0, shift[0]], [0, zoom, shift[1]], [0, 0, 1.0]])
    return Camera(fit @ view, *picture)


def _around_x(angle: float) -> Matrix:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def _around_y(angle: float) -> Matrix:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def _around_z(angle: float) -> Matrix:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def light(shape: tuple[int, int], rng: np.random.Generator, *, uneven: float) -> Texture:
    """Return the light on the scene (rows, columns, 3): a lamp to one side, darker corners."""
    lanes = np.ogrid[-1.0 : 1.0 : shape[0] * 1j, -1.0 : 1.0 : shape[1] * 1j]
    y, x = (lane.astype(np.float32) for lane in lanes)
    side = rng.uniform(0.0, 2 * np.pi)
    slope = (x * np.cos(side) + y * np.sin(side)).astype(np.float32)
    fall = 0.16 * slope - 0.13 * (x * x + y * y) + 0.02 * clouds(shape, max(shape) / 3, rng)
    warm = rng.uniform(-1.0, 1.0)
    tint = np.array((1.0 + 0.03 * warm, 1.0, 1.0 - 0.05 * warm), np.float32)
    turn = rng.choice((-1, 1))
    slope *= 0.035
    fall *= uneven
    fall += 1.0
    seen = np.empty((*shape, 3), np.float32)
    for plane, share in enumerate(np.array((1.0, 0.1, -1.0), np.float32)):
        drift = slope * share * turn
        drift *= uneven
        drift += fall
        np.multiply(drift, tint[plane], out=seen[:, :, plane], casting="same_kind")
    return seen


def shadow(shape: tuple[int, int], rng: np.random.Generator, *, depth: float) -> Texture:
    """Return a factor (rows, columns) for the soft shadow of a hand or a phone over an edge."""
    y, x = np.mgrid[0.0 : 1.0 : shape[0] * 1j, 0.0 : 1.0 : shape[1] * 1j].astype(np.float32)
    side = rng.uniform(0.15, 0.6) * rng.choice((-1.0, 1.0)) + rng.choice((0.0, np.pi))
    reach = rng.uniform(0.05, 0.25)
    edge = (x - 0.5) * np.cos(side) + (y - 0.5) * np.sin(side) - reach
    edge = edge + 0.02 * clouds(shape, max(shape) / 4, rng)
    soft = rng.uniform(0.015, 0.05)
    return np.asarray(1.0 - depth / (1.0 + np.exp(np.clip(-edge / soft, -30, 30))), np.float32)


def expose(
    scene: Texture, rng: np.random.Generator, *, blur: float, noise: float, jpeg: int
) -> NDArray[np.uint8]:
    """Return the picture as a phone saves it: optics, sensor, then JPEG at quality ``jpeg``.

    Noise is in 0..1 of full scale, partly smoothed as phones do; ``jpeg`` 0 leaves JPEG out.
    """
    shape = (scene.shape[0], scene.shape[1])
    picture = gaussian_filter(scene, (blur, blur, 0.0)) if blur > 0 else scene.copy()
    if noise > 0:
        grey = gaussian_filter(rng.normal(0.0, 1.0, shape).astype(np.float32), 0.6)
        grey /= 0.47
        grey *= noise
        picture += grey[:, :, None]
        colour = rng.normal(0.0, noise * 2.0, (*shape, 3)).astype(np.float32)
        picture += gaussian_filter(colour, (1.6, 1.6, 0.0))
    np.clip(picture, 0.0, 1.0, out=picture)
    picture *= 255
    pixels = np.rint(picture, out=picture).astype(np.uint8)
    if jpeg == 0:
        return pixels
    store = io.BytesIO()
    Image.fromarray(pixels).save(store, "JPEG", quality=jpeg)
    return np.array(Image.open(store).convert("RGB"))
