"""Other ways to part the letters of a page, ranked by the reader: splits, joins and other cuts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Page, Prediction
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_reading import GlyphReading, OtherParting
from ocrdesk.vision.layout import Layout


@dataclass(frozen=True, slots=True)
class ProposedGlyph:
    """A glyph as it would be: its box in pixels of the page, and what the network says of it."""

    box: BoundingBox
    predictions: tuple[Prediction, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """``glyphs`` that may stand instead of those of the page with the ids ``replaced``.

    ``gain`` tells how much better (above zero) or worse their ink fits, in natural logs; what
    language says of whole words is left out. ``boxes`` are those of the replaced glyphs when they
    were read, in the same order.
    """

    replaced: tuple[int, ...]
    glyphs: tuple[ProposedGlyph, ...]
    gain: float
    boxes: tuple[BoundingBox, ...] = ()

    @property
    def is_split(self) -> bool:
        """Tell whether there would be more glyphs than there are."""
        return len(self.glyphs) > len(self.replaced)

    @property
    def is_join(self) -> bool:
        """Tell whether there would be fewer glyphs than there are."""
        return len(self.glyphs) < len(self.replaced)


def propose(
    rows: Sequence[Sequence[Sequence[GlyphReading]]], layout: Layout, recognizer: Recognizer
) -> tuple[Proposal, ...]:
    """Return the proposals for rows as they were read, the best first.

    ``rows`` are words of glyphs that have the ids 1, 2, … of the page in their order. Ways over
    glyphs that are not all on the page any more, or not beside one another, are left out.
    """
    found = []
    last = 0
    for row in rows:
        glyphs = [glyph for word in row for glyph in word]
        for place, glyph in enumerate(glyphs):
            for other in glyph.others:
                stretch = range(place, place + other.replaced)
                if stretch.stop <= len(glyphs) and _covers(other, [glyphs[p] for p in stretch]):
                    ids = tuple(last + 1 + p for p in stretch)
                    parts = _proposed(other, layout, recognizer)
                    boxes = tuple(layout.glyph_box(glyphs[p].cluster) for p in stretch)
                    found.append(Proposal(ids, parts, other.gain, boxes))
        last += len(glyphs)
    return tuple(sorted(found, key=lambda proposal: -proposal.gain))


def still_open(proposals: Iterable[Proposal], page: Page) -> tuple[Proposal, ...]:
    """Return those of the proposals that can still be made on a page that was edited since.

    The glyphs are known again by their boxes, so that a page brought back from a file may number
    them otherwise. Proposals go where one of their glyphs was moved, resized, recut, deleted or
    confirmed, and where they do not stand side by side in a row any more.
    """
    stands: dict[BoundingBox, tuple[int, int]] = {}
    ids: list[int] = []
    for row, line in enumerate(page.lines):
        for glyph in line.glyphs:
            if not glyph.is_confirmed:
                stands[glyph.box] = (row, len(ids))
            ids.append(glyph.id)
    found = []
    for proposal in proposals:
        places = [stands[box] for box in proposal.boxes if box in stands]
        row, first = places[0] if places else (0, 0)
        if places and places == [(row, first + step) for step in range(len(proposal.boxes))]:
            replaced = tuple(ids[place] for _, place in places)
            found.append(replace(proposal, replaced=replaced))
    return tuple(found)


def _covers(other: OtherParting, read: Sequence[GlyphReading]) -> bool:
    """Tell whether other glyphs are made of the same ink as those that were read."""
    new = {member for glyph in other.glyphs for member in glyph.cluster.members}
    return new == {member for glyph in read for member in glyph.cluster.members}


def _proposed(
    other: OtherParting, layout: Layout, recognizer: Recognizer
) -> tuple[ProposedGlyph, ...]:
    return tuple(
        ProposedGlyph(layout.glyph_box(glyph.cluster), recognizer.predictions(glyph.ink))
        for glyph in other.glyphs
    )
