"""One page as two readers have it, letter by letter: where they differ, and who is right."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from ocrdesk.page.elements import Page
from ocrdesk.services.letters import is_example
from ocrdesk.services.model_store import DEFAULT_MODEL, list_models, load_model
from ocrdesk.services.profile_store import known_hands
from ocrdesk.services.progress import Progress, within
from ocrdesk.services.rereading import reread
from ocrdesk.vision.layout import Layout

_SMALLEST = "handout"


@dataclass(frozen=True, slots=True)
class LetterPair:
    """A letter of the page as both readers have it; ``truth`` is what a person confirmed, or ""."""

    glyph_id: int
    left: str
    right: str
    truth: str = ""

    @property
    def differs(self) -> bool:
        """Whether the readers disagree."""
        return self.left != self.right


@dataclass(frozen=True, slots=True)
class ReaderComparison:
    """Rows of words of letters, as the page has them, read by ``names``: left and right."""

    names: tuple[str, str]
    rows: tuple[tuple[tuple[LetterPair, ...], ...], ...]

    @property
    def letters(self) -> tuple[LetterPair, ...]:
        """All letters in reading order."""
        return tuple(pair for row in self.rows for word in row for pair in word)

    @property
    def different(self) -> int:
        """How many letters the readers disagree about."""
        return sum(pair.differs for pair in self.letters)

    @property
    def right(self) -> tuple[int, int, int]:
        """How many confirmed letters are read right, left and right; and how many there are."""
        known = [pair for pair in self.letters if pair.truth]
        hits = [sum(getattr(p, side) == p.truth for p in known) for side in ("left", "right")]
        return hits[0], hits[1], len(known)


def rival(model: str, former: str = "") -> str:
    """Return the reader that is most worth comparing with a model: itself where there is no other.

    What read before it; the model that a hand began with; a hand, or a model of a person's own;
    then what ships, the assignment's small network last: it loses to all of them.
    """
    entries = list_models()
    names = list(dict.fromkeys(entry.name for entry in entries))
    hands = {hand.name: hand.base for hand in known_hands()}
    own = [entry.name for entry in entries if not entry.is_shipped]
    shipped = sorted((name for name in names if name not in own), key=lambda n: n == _SMALLEST)
    best = [former, hands.get(model, ""), *hands, *own, DEFAULT_MODEL, *shipped]
    return next((name for name in best if name in names and name != model), model)


def compare_readers(
    page: Page, layout: Layout, names: tuple[str, str]
) -> Generator[Progress, None, ReaderComparison]:
    """Read the boxes of a page with two models, as if nobody had confirmed anything.

    So confirmed letters tell who is right, and speak for no neighbour. Raises ``ModelFileError``.
    """
    bare = page.with_glyphs({g.id: replace(g, correction=None) for g in page.glyphs})
    read: list[Page] = []
    for number, name in enumerate(names):
        yield Progress(f"Reading with {name}", number / 2)
        task = reread(bare, layout, load_model(name))
        read.append((yield from within(task, start=number / 2, share=0.5)))
    truth = {glyph.id: glyph.character for glyph in page.glyphs if is_example(glyph)}
    return ReaderComparison(names, _paired(read, truth))


def _paired(
    read: Sequence[Page], truth: dict[int, str]
) -> tuple[tuple[tuple[LetterPair, ...], ...], ...]:
    left, right = read
    return tuple(
        tuple(
            tuple(
                LetterPair(
                    glyph.id,
                    glyph.character,
                    right.glyph(glyph.id).character,
                    truth.get(glyph.id, ""),
                )
                for glyph in word.glyphs
            )
            for word in line.words
        )
        for line in left.lines
    )
