"""A page with drawings among its words, open in a window that reads with a shipped model."""

from pathlib import Path

from PIL import Image

from ocrdesk import paths
from ocrdesk.services.model_store import DEFAULT_MODEL
from tests.services.drawings import KNOT, with_drawings, written
from tests.ui.desk import Desk


def open_drawings(desk: Desk, folder: Path) -> None:
    """Open it: two knots stand where words have a Q and a J."""
    (paths.user_models_folder() / f"{DEFAULT_MODEL}.npz").unlink()
    image, _ = with_drawings(written(["MAKE TEA Q NOW", "CALL MOM J"]), {"Q": KNOT, "J": KNOT})
    path = folder / "drawings.png"
    Image.fromarray(image.pixels[150:510, 170:1220]).save(path, compress_level=1)
    desk.open(path)
