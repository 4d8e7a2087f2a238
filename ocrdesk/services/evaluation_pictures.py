"""Pictures made harder before they are read: smaller or larger, turned, saved with more loss."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from io import BytesIO

import numpy as np
from PIL import Image

from ocrdesk.formats.image_file import SourceImage, image_from_array
from ocrdesk.formats.pixels import Pixels


@dataclass(frozen=True, slots=True)
class PictureChange:
    """One thing done to a decoded picture, and what it is called."""

    name: str
    change: Callable[[Image.Image], Image.Image]

    def applied(self, image: SourceImage) -> SourceImage:
        """Return the image with the change; ImageFileError where it would be too large."""
        changed = self.change(Image.fromarray(image.pixels))
        return replace(image, pixels=image_from_array(np.asarray(changed)).pixels)


def scaled(factor: float) -> PictureChange:
    """Return the change of both sides by a factor."""

    def change(picture: Image.Image) -> Image.Image:
        width, height = (max(1, round(side * factor)) for side in picture.size)
        return picture.resize((width, height), Image.Resampling.LANCZOS)

    return PictureChange(f"scale {factor:g}", change)


def rotated(degrees: float) -> PictureChange:
    """Return the turn by degrees, counter-clockwise, with all of the picture still to be seen.

    What the turn lays bare gets the median colour of the picture's border.
    """

    def change(picture: Image.Image) -> Image.Image:
        fill = _border_colour(np.asarray(picture))
        return picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=fill)

    return PictureChange(f"rotate {degrees:g}", change)


def compressed(quality: int) -> PictureChange:
    """Return the saving as JPEG of a quality from 1 to 100."""

    def change(picture: Image.Image) -> Image.Image:
        file = BytesIO()
        picture.save(file, "JPEG", quality=quality)
        return Image.open(file)

    return PictureChange(f"jpeg {quality}", change)


def changes(
    *, scales: Iterable[float] = (), rotations: Iterable[float] = (), qualities: Iterable[int] = ()
) -> tuple[PictureChange, ...]:
    """Return one change for each value."""
    return (
        *(scaled(factor) for factor in scales),
        *(rotated(degrees) for degrees in rotations),
        *(compressed(quality) for quality in qualities),
    )


def _border_colour(pixels: Pixels) -> tuple[int, ...] | int:
    """Return the median of the outermost pixels (h, w) or (h, w, 3), each channel by itself."""
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    middle = np.median(border, axis=0).astype(int)
    return int(middle) if middle.ndim == 0 else tuple(middle.tolist())
