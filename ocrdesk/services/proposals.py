"""Other ways to part the letters of a page, ranked by the reader: splits, joins and other cuts."""

from collections.abc import Sequence
from dataclasses import dataclass

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Prediction
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
    language says of whole words is left out.
    """

    replaced: tuple[int, ...]
    glyphs: tuple[ProposedGlyph, ...]
    gain: float

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
                    found.append(Proposal(ids, _proposed(other, layout, recognizer), other.gain))
        last += len(glyphs)
    return tuple(sorted(found, key=lambda proposal: -proposal.gain))


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
