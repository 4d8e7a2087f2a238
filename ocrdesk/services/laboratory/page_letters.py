"""The letters a person confirmed on open pages, as data to learn from."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ocrdesk.errors import DatasetError
from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import Page
from ocrdesk.services.laboratory.data import DataPlan, LabData, Place, parted
from ocrdesk.services.letters import examples
from ocrdesk.services.progress import Progress
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patch

_FEWEST_CHARACTERS = 2


@dataclass(frozen=True, slots=True)
class LetterSource:
    """One open page: whatever names it, its title, what was read, and where its ink is."""

    page_key: object
    title: str
    page: Page
    layout: Layout


def confirmed_count(sources: Sequence[LetterSource]) -> int:
    """Return how many letters can be learnt from."""
    return sum(len(examples(source.page)) for source in sources)


def load_page_letters(
    sources: Sequence[LetterSource], plan: DataPlan
) -> Generator[Progress, None, LabData]:
    """Cut the confirmed letters out of their pages; pages are parted as writers are.

    The charset is made of what was confirmed. Raises ``DatasetError`` where that is too little.
    """
    found = [(source, glyph) for source in sources for glyph in examples(source.page)]
    characters = "".join(sorted({glyph.character for _, glyph in found}))
    if len(characters) < _FEWEST_CHARACTERS:
        raise DatasetError(
            "Fewer than two characters are confirmed on the open pages.",
            advice="Confirm some letters first: click one and type it.",
        )
    charset, geometry = Charset(characters), plan.geometry
    patches = np.empty((len(found), geometry.size, geometry.size), np.float32)
    for row, (source, glyph) in enumerate(found):
        patches[row] = cut_patch(source.layout.box_ink(glyph.box), geometry)
        if row % 100 == 0:
            yield Progress("Cutting letters out", row / len(found))
    inked = np.flatnonzero(patches.any(axis=(1, 2)))  # a box on bare paper shows nothing
    patches, found = patches[inked], [found[row] for row in inked.tolist()]
    labels = np.array(charset.indices(glyph.character for _, glyph in found), np.intp)
    writers = np.array([source.title for source, _ in found])
    places = tuple(Place(source.page_key, glyph.id) for source, glyph in found)
    whole = replace(plan, characters=characters)
    return parted("confirmed letters", charset, whole, patches, labels, writers, places=places)
