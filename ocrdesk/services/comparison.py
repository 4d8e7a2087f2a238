"""One page as two readers have it, letter by letter: where they differ, and who is right."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from ocrdesk.page.elements import Line, Page, Word
from ocrdesk.services.letters import is_example
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import Progress, within
from ocrdesk.services.recognition import reread
from ocrdesk.vision.layout import Layout


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


def compare_readers(
    page: Page, layout: Layout, names: tuple[str, str]
) -> Generator[Progress, None, ReaderComparison]:
    """Read the boxes of a page with two models, as if nobody had confirmed anything.

    So confirmed letters tell who is right, and speak for no neighbour. Raises ``ModelFileError``.
    """
    bare = _unconfirmed(page)
    read: list[Page] = []
    for number, name in enumerate(names):
        yield Progress(f"Reading with {name}", number / 2)
        task = reread(bare, layout, load_model(name))
        read.append((yield from within(task, start=number / 2, share=0.5)))
    truth = {glyph.id: glyph.character for glyph in page.glyphs if is_example(glyph)}
    return ReaderComparison(names, _paired(read, truth))


def _unconfirmed(page: Page) -> Page:
    return replace(
        page,
        lines=tuple(
            Line(
                tuple(Word(tuple(replace(g, correction=None) for g in w.glyphs)) for w in ln.words)
            )
            for ln in page.lines
        ),
    )


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
