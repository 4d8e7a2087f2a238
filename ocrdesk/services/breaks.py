"""Whether rows and words are parted where the truth parts them, whatever letters are read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ocrdesk.page.charset import Charset
from ocrdesk.services.error_rates import confusions_between, letters_of

ROW_BREAK, WORD_BREAK = "\n", " "


@dataclass(frozen=True, slots=True)
class BreakCount:
    """Breaks the truth has, those the reading lacks, and those the reading adds."""

    expected: int = 0
    missed: int = 0
    added: int = 0

    def __add__(self, other: "BreakCount") -> "BreakCount":
        return BreakCount(
            self.expected + other.expected, self.missed + other.missed, self.added + other.added
        )

    @property
    def is_right(self) -> bool:
        """Tell whether no break is missed and none is added."""
        return not self.missed and not self.added

    def as_json(self) -> dict[str, int]:
        """Return ``expected``, ``missed`` and ``added``."""
        return {"expected": self.expected, "missed": self.missed, "added": self.added}


def words_of(lines: Iterable[str], charset: Charset) -> str:
    """Return the letters of the rows with one space between words and a break between rows.

    Words and rows without any letter of the charset leave no trace.
    """
    rows = (
        WORD_BREAK.join(filter(None, (letters_of(word, charset) for word in line.split())))
        for line in lines
    )
    return ROW_BREAK.join(filter(None, rows))


def compare_breaks(
    truth: Iterable[str], read: Iterable[str], charset: Charset
) -> tuple[BreakCount, BreakCount]:
    """Return the breaks between rows and those between words, for rows of truth and of reading.

    Letters and breaks are aligned together: a break is missed when the alignment drops it or puts
    something else there, added when it stands where the truth has none.
    """
    expected = words_of(truth, charset)
    missed: Counter[str] = Counter()
    added: Counter[str] = Counter()
    for (wanted, given), count in confusions_between(expected, words_of(read, charset)).items():
        missed[wanted] += count
        added[given] += count
    rows, words = (
        BreakCount(expected.count(kind), missed[kind], added[kind])
        for kind in (ROW_BREAK, WORD_BREAK)
    )
    return rows, words
