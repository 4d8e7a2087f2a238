"""A person's confirmed letters as a reader sees them: what it learns their hand from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import UNREADABLE, Glyph, Page
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import PatchGeometry, as_bytes, cut_patches

Patches = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """Patches (n, size, size) float32 in [0, 1], read-only, and the character of each."""

    patches: Patches
    characters: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.patches) != len(self.characters):
            raise ValueError(f"{len(self.characters)} characters of {len(self.patches)} patches")
        self.patches.setflags(write=False)

    def __len__(self) -> int:
        return len(self.characters)

    @classmethod
    def none(cls, geometry: PatchGeometry) -> Self:
        """Return no letters."""
        return cls(np.zeros((0, geometry.size, geometry.size), np.float32), ())

    def chosen(self, places: Sequence[int] | npt.NDArray[np.intp]) -> "Letters":
        """Return those at the places, in that order."""
        return Letters(
            self.patches[np.asarray(places, np.intp)],
            tuple(self.characters[place] for place in places),
        )


def together(sources: Iterable[Letters], geometry: PatchGeometry) -> Letters:
    """Return the letters of all sources, each picture once, as the last source has it.

    A letter that was learnt before and then corrected otherwise has the same picture.
    """
    known: dict[bytes, tuple[Patches, str]] = {}
    for source in sources:
        for patch, character in zip(source.patches, source.characters, strict=True):
            known[as_bytes(patch).tobytes()] = (patch, character)
    if not known:
        return Letters.none(geometry)
    return Letters(
        np.stack([patch for patch, _ in known.values()]),
        tuple(character for _, character in known.values()),
    )


def is_example(glyph: Glyph) -> bool:
    """Tell whether a person says which one character a glyph is."""
    return glyph.is_confirmed and len(glyph.character) == 1 and glyph.character != UNREADABLE


def examples(page: Page) -> list[Glyph]:
    """Return the glyphs of a page that may be learnt from.

    Left out are those typed into the text: they have no predictions, since their boxes are guesses.
    """
    return [glyph for glyph in page.glyphs if is_example(glyph) and glyph.predictions]


def confirmed_letters(page: Page, layout: Layout, geometry: PatchGeometry) -> Letters:
    """Return the letters of a page that a person gave or confirmed.

    Left out are those whose boxes are guesses (`examples`), boxes on bare paper, and ink that a
    person called unreadable.
    """
    glyphs = examples(page)
    patches = cut_patches([layout.box_ink(glyph.box) for glyph in glyphs], geometry)
    inked = np.flatnonzero(patches.any(axis=(1, 2)))
    characters = tuple(glyph.character for glyph in glyphs)
    return Letters(patches, characters).chosen(inked)
