"""The picture that another program hands over: ``cat scan.jpg | ocrdesk read -``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from ocrdesk.errors import ImageFileError

if TYPE_CHECKING:
    from ocrdesk.formats.image_file import SourceImage

NAME = "standard input"
_FOLDER = "ocrdesk-standard-input-"
_MOST = 1024**3  # bytes: no picture or document is larger
_AT_ONCE = 1024**2


@contextmanager
def received() -> Iterator[Path]:
    """Keep what standard input holds in a file of that name while the block runs.

    Pictures are read from files, since PDF and TIFF documents are read to and fro. Raises
    ImageFileError where there is no standard input, or no end of it.
    """
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ImageFileError("The standard input is closed.", advice="Name a file.")
    with TemporaryDirectory(prefix=_FOLDER) as folder:
        path = Path(folder) / NAME
        try:
            _keep(stream, path)
        except OSError as error:
            raise ImageFileError(
                f"The standard input cannot be read: {error.strerror or error}.",
                advice="Save it to a file and read that.",
            ) from error
        yield path


def refuse_empty(path: Path) -> None:
    """Raise ImageFileError where that is standard input, and nothing came through it."""
    if _is_received(path) and not path.stat().st_size:
        raise ImageFileError(
            "The standard input is empty.",
            advice="Hand a picture over, as in “ocrdesk read - < scan.jpg”.",
        )


def named(image: "SourceImage") -> "SourceImage":
    """Return the picture with the name it is to be known by: that file is gone afterwards."""
    return replace(image, source=NAME) if _is_received(Path(image.source)) else image


def _is_received(path: Path) -> bool:
    return path.name == NAME and path.parent.name.startswith(_FOLDER)


def _keep(stream: BinaryIO, path: Path) -> None:
    left = _MOST
    with path.open("wb") as file:
        while content := stream.read(_AT_ONCE):
            left -= len(content)
            if left < 0:
                raise ImageFileError(
                    "The standard input is larger than any picture.", advice="Name a file."
                )
            file.write(content)
