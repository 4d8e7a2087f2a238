"""What a field over some letters would make of them, tried out before it is said."""

from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass

from ocrdesk.errors import UsageError
from ocrdesk.page.charset import Charset
from ocrdesk.page.edits import Change, replace_predictions
from ocrdesk.page.elements import Glyph, Line, Page, Word
from ocrdesk.page.field_edits import covered, rows_of, set_field, stretches, with_field
from ocrdesk.services.fields import MOST_WORDS, Field
from ocrdesk.services.page_fields import FieldReaders, ruling
from ocrdesk.services.progress import Progress
from ocrdesk.services.ready_lines import ReadyLine
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import read_line, ready
from ocrdesk.vision.layout import Layout


@dataclass(frozen=True, slots=True)
class TriedLine:
    """What a row's letters would read, and whether that would fit the field."""

    text: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a field would make of a place, as a person is told.

    ``lines`` are the rows it is about, ``changes`` the characters of letters before and after;
    ``is_recut`` tells that ink would be parted into other letters.
    """

    field: Field | None
    lines: tuple[TriedLine, ...]
    changes: tuple[tuple[str, str], ...]
    is_recut: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was tried on letters: what they would become, and what a person is told of it."""

    told: Told
    read: tuple[Glyph, ...]

    def edit(self, page: Page, ids: Collection[int]) -> tuple[Page, Change]:
        """Say it of the letters of a page; what was confirmed or deleted meanwhile stays so."""
        field = self.told.field
        if field is None:
            return set_field(page, ids, self.read)
        return set_field(page, ids, self.read, pattern=field.pattern, words=field.words)


def told_of(
    before: Page,
    after: Page,
    field: Field | None,
    charset: Charset,
    *,
    letters: Collection[int] | None = None,
) -> Told:
    """Return what a field said of letters, or of the whole page, has made of it."""
    if letters is None:
        rows = [line for line in after.lines if not stretches(after, line)]
    else:
        rows = [after.lines[row] for row in rows_of(after, letters)]
    changes = (
        (before.glyph(glyph.id).character, glyph.character)
        for glyph in after.glyphs
        if glyph.id in before
    )
    return Told(
        field,
        tuple(_tried(after, row, charset, letters, field) for row in rows),
        tuple((old, new) for old, new in changes if old != new),
        is_recut={glyph.id for glyph in before.glyphs} != {glyph.id for glyph in after.glyphs},
    )


def _tried(
    after: Page,
    line: Line,
    charset: Charset,
    letters: Collection[int] | None,
    field: Field | None,
) -> TriedLine:
    words = [[g for g in word.glyphs if letters is None or g.id in letters] for word in line.words]
    words = [word for word in words if word]
    told = ruling(after, words[0][0].id, charset, said=field if letters is None else None)
    text = " ".join(Word(tuple(word)).text for word in words)
    return TriedLine(text, fits=told is not None and told.fits)


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
        told = told_of(self.page, after, field, charset, letters=self.ids)
        return Outcome(told, tuple(read))


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
