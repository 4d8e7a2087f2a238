"""A text as a person typed it: what of it counts, and where the caret stands in that."""

import re
import unicodedata
from dataclasses import dataclass

from ocrdesk.page.charset import is_mark

# As str.splitlines, but for the separators of files and records. Qt parts paragraphs by U+2029.
_BREAKS = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind the caret and is as it was: whole rows, and characters in all."""

    rows: int
    characters: int


def tidied(text: str) -> str:
    """Return a typed text as the text of a page is: composed (NFC), single spaces, no empty rows.

    All white space counts as a space, and all line breaks as the end of a row.
    """
    rows = _BREAKS.split(unicodedata.normalize("NFC", text))
    return "\n".join(filter(None, (" ".join(row.split()) for row in rows)))


def parted_by_use(text: str) -> tuple[str, str]:
    """Return what of a text can be on a page, ``tidied``, and all characters that cannot."""
    composed = unicodedata.normalize("NFC", text)
    strange = "".join(c for c in composed if not (is_mark(c) or c.isspace()))
    return tidied(composed.translate(dict.fromkeys(map(ord, strange)))), strange


def behind_caret(text: str, caret: int) -> Behind:
    """Return what of the text, once ``tidied``, stands behind place ``caret`` in it."""
    tail = tidied(text[max(caret, 0) :])
    begins = not _BREAKS.split(text[: max(caret, 0)])[-1].strip()
    ends = not _BREAKS.split(text[max(caret, 0) :])[0].strip()
    rows = tail.count("\n") + bool(tail)
    return Behind(rows if begins or ends else rows - 1, len(tail))
