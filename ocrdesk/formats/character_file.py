"""Collects labelled characters and writes them as datasets that the importers read again."""

import io
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ocrdesk.formats.output_file import write_bytes_atomically


@dataclass(slots=True)
class CharacterStrokes:
    """Characters as pen strokes, each with who wrote it; letters are about ``letter`` high."""

    letter: float
    labels: list[str] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)
    strokes: list[list[npt.NDArray[np.float64]]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.labels)

    def add(self, label: str, writer: str, strokes: list[npt.NDArray[np.float64]]) -> None:
        """Add a character; ``strokes`` are (k, 2) each, x to the right and y down."""
        self.labels.append(label)
        self.writers.append(writer)
        self.strokes.append(strokes)

    def write(self, path: Path) -> None:
        """Write what `formats.stroke_file.read_strokes` reads. Raises ``OutputError``."""
        flat = [stroke for strokes in self.strokes for stroke in strokes]
        _write(
            path,
            points=np.concatenate(flat).astype(np.float32),
            stroke_offsets=_offsets([len(stroke) for stroke in flat]),
            item_offsets=_offsets([len(strokes) for strokes in self.strokes]),
            labels=np.array(self.labels),
            writer=np.array(self.writers),
            letter=np.array(self.letter),
        )


@dataclass(slots=True)
class CharacterPictures:
    """Characters as square pictures of ``side`` pixels, ink 255 on 0, each with who wrote it."""

    side: int
    labels: list[str] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)
    pictures: list[npt.NDArray[np.uint8]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.labels)

    def add(self, label: str, writer: str, picture: npt.NDArray[np.uint8]) -> None:
        """Add a character; ``picture`` is (side, side)."""
        self.labels.append(label)
        self.writers.append(writer)
        self.pictures.append(picture)

    def write(self, path: Path) -> None:
        """Write what `formats.dataset_file.read_dataset` reads. Raises ``OutputError``."""
        pictures = np.stack(self.pictures).reshape(-1, self.side, self.side)
        _write(path, images=pictures, labels=np.array(self.labels), writer=np.array(self.writers))


def _offsets(lengths: list[int]) -> npt.NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)


def _write(path: Path, **arrays: npt.NDArray[np.generic]) -> None:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
    write_bytes_atomically(path, buffer.getvalue())
