"""What a field makes of letters, in words: "O → 0, I → 1", and rows that do not fit it."""

from collections.abc import Collection

from ocrdesk.page.elements import Page
from ocrdesk.page.field_edits import rows_of
from ocrdesk.services.field_trial import Told, TriedLine
from ocrdesk.services.fields import MOST_WORDS, Field
from ocrdesk.services.page_fields import PlacedField
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.change_words import change_words

_MOST = 6  # kinds of changes that are told
_FEW_WORDS = 3
_MOST_TEXT = 60
_MOST_IN_LIST = 16  # of a row, so that what is said of it is seen too


def outcome_words(told: Told) -> str:
    """Return how the letters would read, and where the field would not be heard."""
    words = [_reads(told.lines[0])] if len(told.lines) == 1 else []
    words.append(_changes(told))
    if told.is_recut:
        words.append(tr("Some letters would be parted otherwise."))
    misfits = sum(not line.fits for line in told.lines)
    if misfits and len(told.lines) == 1:
        words.append(tr("By their ink these letters do not fit it, so it gives way here."))
    elif misfits:
        words.append(
            tr("{some} of {count} rows do not fit it by their ink and stay as they are.").format(
                some=misfits, count=len(told.lines)
            )
        )
    if told.field is not None and len(told.field.words) > MOST_WORDS:
        words.append(tr("So long a list is not kept with the page: it is read by it this once."))
    return "\n".join(words)


def place_words(page: Page, placed: PlacedField) -> str:
    """Return where a field holds: for the whole page, or for which rows and letters."""
    if placed.is_of_page:
        return tr("The whole page")
    rows = rows_of(page, placed.letters)
    text = text_of(page, placed.letters, _MOST_IN_LIST)
    if len(rows) == 1:
        return tr("Row {row}, “{text}”").format(row=rows[0] + 1, text=text)
    if rows == list(range(rows[0], rows[-1] + 1)):
        return tr("Rows {first} to {last}").format(first=rows[0] + 1, last=rows[-1] + 1)
    return tr("%n rows", None, len(rows))


def text_of(page: Page, letters: Collection[int], most: int) -> str:
    """Return what letters of a page read, at most so many of them."""
    words = (
        "".join(glyph.character for glyph in word.glyphs if glyph.id in letters)
        for word in page.words()
    )
    return _shortened(" ".join(filter(None, words)), most)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def field_words(field: Field) -> str:
    """Return a field's name: its pattern, or how many words may stand there."""
    if field.pattern:
        return tr("the pattern “{pattern}”").format(pattern=field.pattern)
    if len(field.words) <= _FEW_WORDS:
        return tr("the list {words}").format(words=", ".join(field.words))
    return tr("a list of %n words", None, len(field.words))


def _reads(line: TriedLine) -> str:
    return tr("They would read {text}").format(text=_shortened(line.text, _MOST_TEXT))


def _changes(told: Told) -> str:
    """Return which letters would change into which."""
    return change_words(told.changes, most=_MOST) or tr("No letter would change.")
