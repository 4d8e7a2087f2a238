"""What the worker looks up on the disk before anything is opened: a network drive may be slow."""

from collections.abc import Collection, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ocrdesk.errors import ImageFileError
from ocrdesk.formats.document_images import file_checksum
from ocrdesk.formats.document_members import DOCUMENT_SUFFIX, is_document_file
from ocrdesk.formats.image_file import find_images, no_images
from ocrdesk.formats.presence import is_folder, is_there, obstacle
from ocrdesk.services.profile_store import hand_in


@dataclass(frozen=True, slots=True)
class Found:
    """The files a search found.

    ``origins`` maps each image file to the path a person gave, which is its folder where that was
    opened; ``documents`` are the document files, ``hands`` those of hands that somebody exported;
    ``missing`` are paths that are not there; ``checksums`` are of image files that are open
    already: they may hold another image by now.
    """

    origins: dict[str, str]
    documents: tuple[str, ...]
    errors: tuple[ImageFileError, ...]
    missing: tuple[str, ...]
    checksums: dict[str, str] = field(default_factory=dict)
    hands: tuple[str, ...] = ()


def find_sources(paths: Sequence[str], opened: Collection[str] = ()) -> Generator[str, None, Found]:
    """Find the files to open for these files and folders; reports the path it looks at.

    ``opened`` are the image files that are open.
    """
    origins: dict[str, str] = {}
    documents: list[str] = []
    hands: list[str] = []
    errors: list[ImageFileError] = []
    missing: list[str] = []
    for given in paths:
        yield given
        path = Path(given).absolute()
        try:
            if is_folder(path):
                for image in _images_in(path):
                    origins.setdefault(str(image), str(path))
            elif is_document_file(path) and is_there(path):
                (hands if _is_hand(path) else documents).append(str(path))
            elif is_there(path):
                origins.setdefault(str(path), str(path))
            elif (blocked := obstacle(path)) is not None:
                errors.append(_out_of_reach(path, blocked))
            else:
                missing.append(given)
                errors.append(_not_there(path))
        except ImageFileError as error:
            errors.append(error)
    checksums = {}
    for source in origins.keys() & opened:
        yield source
        with suppress(ImageFileError):
            checksums[source] = file_checksum(Path(source))
    unique = tuple(dict.fromkeys(documents))
    return Found(origins, unique, tuple(errors), tuple(missing), checksums, tuple(hands))


def _is_hand(path: Path) -> bool:
    """Tell whether an archive is a hand's: without the ending of documents, and with its header."""
    return path.suffix.lower() != DOCUMENT_SUFFIX and hand_in(path) is not None


def find_missing(paths: Sequence[str]) -> Generator[str, None, frozenset[str]]:
    """Find out which of the paths do not exist."""
    missing = set()
    for path in paths:
        yield path
        if not is_there(path):
            missing.add(path)
    return frozenset(missing)


def _images_in(folder: Path) -> list[Path]:
    images = find_images(folder)
    if not images:
        raise no_images(folder.name)
    return images


def _out_of_reach(path: Path, error: OSError) -> ImageFileError:
    return ImageFileError(
        f"“{path.name}” cannot be reached: {error.strerror or error}.",
        advice="Check that the name is right and that you may read the file and its folder.",
    )


def _not_there(path: Path) -> ImageFileError:
    return ImageFileError(
        f"There is no file “{path.name}” in “{path.parent}”.",
        advice="It may have been moved, renamed or deleted.",
    )
