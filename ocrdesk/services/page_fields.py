"""All fields of a page as one kind of thing: each with the letters it is about, or the whole page.

A page keeps what was said of all its rows in its steps and what was said of letters by their ids
(CONTEXT.md says why). Whoever reads by fields, shows them or explains a letter by one asks here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ocrdesk.errors import UsageError
from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import QUOTATION_MARK, Glyph, Line, Page
from ocrdesk.page.field_edits import stretches
from ocrdesk.page.letter_fields import LetterField
from ocrdesk.page.lookup import place_of
from ocrdesk.services.fields import Field, FieldReader, field_of, fitting
from ocrdesk.services.ready_lines import FieldStretch
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import ReadingSettings


@dataclass(frozen=True, slots=True)
class PlacedField:
    """A field, and the ``letters`` of a page that it holds for; none where for the whole page."""

    field: Field
    letters: frozenset[int] = frozenset()

    @property
    def is_of_page(self) -> bool:
        """Tell whether it is about all rows."""
        return not self.letters


def fields_on(page: Page) -> tuple[PlacedField, ...]:
    """Return all fields of a page: its own first, those of letters as they stand.

    One whose letters are all gone holds nowhere, and is left out.
    """
    whole = field_of(page)
    held: dict[LetterField, set[int]] = {}
    for line in page.lines:
        for start, end, field in stretches(page, line):
            held.setdefault(field, set()).update(glyph.id for glyph in line.glyphs[start:end])
    own = (PlacedField(said_of(field), frozenset(ids)) for field, ids in held.items())
    return (*([] if whole is None else [PlacedField(whole)]), *own)


def field_for(
    page: Page, glyph_id: int, charset: Charset | None = None, *, said: Field | None = None
) -> tuple[Field, tuple[Glyph, ...]] | None:
    """Return the field that counts where a letter is, with all letters of its row that it is about.

    Those that a reader of a ``charset`` cannot write count nothing for it. ``said`` is what the
    rows hold where that is not what the page says, such as a list too long to be kept with it.
    """
    whole = said or field_of(page)
    if glyph_id not in page or not (page.fields or whole):
        return None
    line = page.lines[place_of(page, glyph_id).line]
    place = [glyph.id for glyph in line.glyphs].index(glyph_id)
    held, _ = _held(page, line, whole, lambda field: _is_known(field, charset))
    for start, end, field in reversed(held):
        if start <= place < end:
            return field, line.glyphs[start:end]
    return None


def _held(
    page: Page, line: Line, whole: Field | None, is_known: Callable[[Field], bool]
) -> tuple[list[tuple[int, int, Field]], bool]:
    """Return what holds where in a row, the last one counts, and whether it is said of letters.

    In a row where something was said of letters, what was said of the ``whole`` page is not heard.
    """
    said = ((start, end, said_of(field)) for start, end, field in stretches(page, line))
    own = [each for each in said if is_known(each[2])]
    if own or whole is None or not is_known(whole):
        return own, bool(own)
    return [(0, len(line.glyphs), whole)], False


def _is_known(field: Field, charset: Charset | None) -> bool:
    """Tell whether a reader of these characters can write a field."""
    try:
        return charset is None or bool(field.scorer(charset))
    except UsageError:
        return False


@dataclass(frozen=True, slots=True)
class Ruling:
    """The field that a letter stands in, and whether what was read there fits it."""

    field: Field
    fits: bool


def ruling(
    page: Page, glyph_id: int, charset: Charset, *, said: Field | None = None
) -> Ruling | None:
    """Return what was said of the place of a letter, of itself or of all rows; None where nothing.

    So it is also where a reader of these characters cannot write the field. For ``said`` see
    `field_for`.
    """
    found = field_for(page, glyph_id, charset, said=said)
    if found is None:
        return None
    field, glyphs = found
    scorer, read = field.scorer(charset), _text_of(glyphs)
    # A field that names no quotation marks passes over them.
    fits = scorer.holds(read) or scorer.holds(read.replace(QUOTATION_MARK, ""))
    return Ruling(field, fits)


def said_of(field: LetterField) -> Field:
    """Return what was said of letters as what reads them takes it."""
    return Field(field.pattern, field.words)


def _text_of(glyphs: Iterable[Glyph]) -> str:
    return "".join(glyph.character for glyph in glyphs if not glyph.is_unreadable)


class FieldReaders:
    """What reads the rows of a page by its fields, each made once.

    ``field`` is what its rows hold where that is not what the page says; one of its own that the
    recognizer cannot write is passed over: another reader was chosen since.
    """

    def __init__(self, recognizer: Recognizer, page: Page, field: Field | None = None) -> None:
        self._recognizer, self._page = recognizer, page
        self._settings = ReadingSettings().decoder
        self._known: dict[Field, FieldReader | None] = {}
        self._whole = field or fitting(page, recognizer.charset)
        if self._whole is not None:
            self._known[self._whole] = self._reader(self._whole)

    def holding(self, line: Line) -> tuple[tuple[FieldStretch, ...], bool]:
        """Return what holds where in a row, and whether the row is read without the one above.

        It is where something was said of its letters: a code is no words to go on from.
        """
        held, is_own = _held(self._page, line, self._whole, lambda field: bool(self._of(field)))
        readers = ((start, end, self._of(field)) for start, end, field in held)
        return tuple((start, end, reader) for start, end, reader in readers if reader), is_own

    def _of(self, field: Field) -> FieldReader | None:
        if field not in self._known:
            try:
                self._known[field] = self._reader(field)
            except UsageError:
                self._known[field] = None
        return self._known[field]

    def _reader(self, field: Field) -> FieldReader:
        return FieldReader(self._recognizer, field, self._settings)
