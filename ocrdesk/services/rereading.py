"""A page's boxes read again as they are now, their ends and their words as they stand.

The networks, heights, rows of one character, words and a page's field weigh in as in a first
reading.
"""

from collections.abc import Generator
from dataclasses import replace

from ocrdesk.language.uniform import knows_words
from ocrdesk.page.edits import replace_predictions
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.fields import Field, field_of
from ocrdesk.services.languages import DEFAULT_LANGUAGE, word_model
from ocrdesk.services.looking_again import look_again
from ocrdesk.services.numbered_rows import numbered
from ocrdesk.services.page_fields import FieldReaders
from ocrdesk.services.page_parts import steps_of
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.ready_lines import ReadyLine, ready_lines
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.layout import Layout

_SEEN = 0.5  # of the way: every glyph has been looked at
_READY = 0.85  # all lines are ready to be read


def reread(
    page: Page,
    layout: Layout,
    recognizer: Recognizer,
    *,
    language: str = DEFAULT_LANGUAGE,
    field: Field | None = None,
) -> Generator[Progress, None, Page]:
    """Read the boxes of a page again, as they are now; confirmed glyphs are never touched.

    What a person confirmed speaks for its neighbours. ``field`` tells what rows hold, else the
    page's own does (`fields.field_of`), where the recognizer has characters for it; what a person
    said of letters (`Page.fields`) counts more. A box on bare paper says nothing: its glyph is left
    without predictions, and ink that is no character is unreadable. Yields after a few glyphs and
    between lines, so that it can be cancelled there.
    """
    lines = yield from ready(page, layout, recognizer, language=language)
    readers = FieldReaders(recognizer, page, field)
    fresh: list[Glyph] = []
    for number, line in enumerate(lines):
        yield Progress("Reading letters", _READY + (1 - _READY) * number / len(lines))
        fresh += read_line(line, recognizer, readers)
    yield Progress("Done", 1.0)
    changed, _ = replace_predictions(page, fresh)
    told = field or field_of(page)
    if told is None and knows_words(word_model(recognizer.charset, language)):
        changed = numbered(changed)
    return replace(changed, steps=steps_of(layout, recognizer, language, told))


def ready(
    page: Page, layout: Layout, recognizer: Recognizer, *, language: str = DEFAULT_LANGUAGE
) -> Generator[Progress, None, list[ReadyLine]]:
    """Return the lines of a page ready to be read; yields after a few glyphs and between lines."""
    yield Progress("Reading letters", 0.0)
    seen = yield from as_part(look_again(page, layout, recognizer), "Reading letters", share=_SEEN)
    task = ready_lines(page, seen, layout, recognizer, language)
    return (yield from as_part(task, "Reading letters", start=_SEEN, share=_READY - _SEEN))


def read_line(line: ReadyLine, recognizer: Recognizer, readers: FieldReaders) -> list[Glyph]:
    """Return the glyphs of a ready line as the fields of its page allow."""
    fields, is_alone = readers.holding(line.line)
    return line.read(recognizer, fields, is_alone=is_alone)
