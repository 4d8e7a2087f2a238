"""What a field over some letters would make of them, tried out before it is said."""

from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass

from ocrdesk.errors import UsageError
from ocrdesk.page.edits import Change, replace_predictions
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.page.field_edits import covered, rows_of, set_field, with_field
from ocrdesk.services.fields import MOST_WORDS, Field
from ocrdesk.services.page_fields import FieldReaders, ruling
from ocrdesk.services.progress import Progress
from ocrdesk.services.ready_lines import ReadyLine
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import read_line, ready
from ocrdesk.vision.layout import Layout


@dataclass(frozen=True, slots=True)
class TriedLine:
    """A row's letters as they are, and as they would be read; whether they would fit the field."""

    before: tuple[Glyph, ...]
    after: tuple[Glyph, ...]
    fits: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was tried: the letters read anew, and the rows they stand in."""

    field: Field | None
    read: tuple[Glyph, ...]
    lines: tuple[TriedLine, ...]

    def edit(self, page: Page, ids: Collection[int]) -> tuple[Page, Change]:
        """Say it of the letters of a page; what was confirmed or deleted meanwhile stays so."""
        if self.field is None:
            return set_field(page, ids, self.read)
        return set_field(page, ids, self.read, pattern=self.field.pattern, words=self.field.words)


@dataclass(frozen=True, slots=True, eq=False)
class FieldTrial:
    """Letters of a page that fields are tried on, with all its ``lines`` ready to be read."""

    page: Page
    ids: frozenset[int]
    recognizer: Recognizer
    lines: Sequence[ReadyLine]

    def reading(self, field: Field | None) -> Generator[Progress, None, Outcome]:
        """Read the rows as a field over the letters allows, or as none does.

        Raises ``UsageError`` for a field that this reader cannot write.
        """
        yield Progress("Reading letters", 0.0)
        charset = self.recognizer.charset
        if field is not None:
            _check(field)
            field.scorer(charset)
        pattern, words = ("", ()) if field is None else (field.pattern, field.words)
        page = with_field(self.page, self.ids, pattern=pattern, words=words)
        readers = FieldReaders(self.recognizer, page)
        read: list[Glyph] = []
        for row, line in enumerate(self.lines):
            is_named = not line.line.ids.isdisjoint(self.ids)
            # Rows with a field are read by themselves; without, each goes on from the one above.
            if is_named or field is None:
                yield Progress("Reading letters", row / len(self.lines))
                own = read_line(line, self.recognizer, readers)
                read += own if is_named else ()
        after, _ = replace_predictions(page, read)
        return Outcome(field, tuple(read), tuple(self._tried(after)))

    def _tried(self, after: Page) -> Generator[TriedLine, None, None]:
        for row in rows_of(self.page, self.ids):
            named = [g for g in self.page.lines[row].glyphs if g.id in self.ids]
            told = ruling(after, named[0].id, self.recognizer.charset)
            anew = tuple(after.glyph(glyph.id) for glyph in named)
            yield TriedLine(tuple(named), anew, told is not None and told.fits)


def field_trial(
    page: Page, layout: Layout, recognizer: Recognizer, ids: Collection[int]
) -> Generator[Progress, None, FieldTrial]:
    """Look at a page's letters again, so that fields can be tried on some of them.

    All rows are looked at: how high letters stand is told by all of them.
    """
    there = frozenset(glyph_id for glyph_id in ids if glyph_id in page)
    lines = yield from ready(page, layout, recognizer)
    return FieldTrial(page, covered(page, there), recognizer, lines)


def _check(field: Field) -> None:
    if len(field.words) > MOST_WORDS:
        raise UsageError(
            f"The list has {len(field.words)} words, more than {MOST_WORDS}.",
            advice="Name those that may stand here.",
        )
