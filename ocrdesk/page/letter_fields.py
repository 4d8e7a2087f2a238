"""What a person said may stand where some letters of a page are, by the ids of these letters.

Ids outlast moving, turning and parting rows, where a place on the paper would have to follow each
of these edits. Between two letters of a field in one row all belong to it, new ones too.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class LetterField:
    """A ``pattern``, or the ``words`` one of which stands there, and the ``letters`` it is about.

    In each row of these it holds from the first of them to the last; where it is about whole
    ``rows``, for the rows with any of them, whatever joins these later.
    """

    letters: frozenset[int]
    pattern: str = ""
    words: tuple[str, ...] = ()
    rows: bool = False

    def is_same(self, other: "LetterField | None") -> bool:
        """Tell whether the same was said, of whichever letters."""
        return other is not None and (self.pattern, self.words) == (other.pattern, other.words)

    def stretch(self, ids: Sequence[int]) -> tuple[int, int] | None:
        """Return from which to before which letter of a row it holds, None where it does not."""
        places = [place for place, glyph_id in enumerate(ids) if glyph_id in self.letters]
        if not places:
            return None
        return (0, len(ids)) if self.rows else (places[0], places[-1] + 1)


def without_letters(fields: Iterable[LetterField], ids: Collection[int]) -> tuple[LetterField, ...]:
    """Return the fields without some letters; those that keep none are gone."""
    left = (replace(field, letters=field.letters.difference(ids)) for field in fields)
    return tuple(field for field in left if field.letters)
