"""Character error rates and confusions, as pages, strips and their truth are compared.

A rate is the Levenshtein distance divided by the length of the truth. Texts are compared in two
readings: as *letters*, where only the characters a recognizer can name count, and as *text*, with
spaces, line breaks, punctuation and case as they stand.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from ocrdesk.page.charset import Charset


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """Errors found against a truth of ``length`` characters."""

    errors: int = 0
    length: int = 0

    def __add__(self, other: "ErrorCount") -> "ErrorCount":
        return ErrorCount(self.errors + other.errors, self.length + other.length)

    @property
    def rate(self) -> float | None:
        """Errors per character of the truth; None where the truth is empty."""
        return self.errors / self.length if self.length else None

    def as_json(self) -> dict[str, int | float | None]:
        """Return ``errors``, ``length`` and ``rate``."""
        return {"errors": self.errors, "length": self.length, "rate": self.rate}


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often ``truth`` was read as ``read``; one of them is empty for a lost or extra letter."""

    truth: str
    read: str
    count: int


def count_errors(truth: str, read: str) -> ErrorCount:
    """Return the Levenshtein distance between the two, with the length of the truth."""
    return ErrorCount(Levenshtein.distance(truth, read), len(truth))


def letters_of(text: str, charset: Charset) -> str:
    """Return the characters the charset can name; capitals if it knows no small letters."""
    return "".join(character for character in charset.fold(text) if character in charset)


def text_of(lines: Iterable[str]) -> str:
    """Return the rows with single spaces between words and a line break between rows."""
    return "\n".join(" ".join(line.split()) for line in lines)


def confusions_between(truth: str, read: str) -> Counter[tuple[str, str]]:
    """Count the (truth, read) pairs of one optimal alignment that differ.

    A lost letter is (letter, ""), an extra one ("", letter).
    """
    found: Counter[tuple[str, str]] = Counter()
    for edit in Levenshtein.editops(truth, read):
        expected = "" if edit.tag == "insert" else truth[edit.src_pos]
        given = "" if edit.tag == "delete" else read[edit.dest_pos]
        found[expected, given] += 1
    return found


def most_frequent(
    counts: Counter[tuple[str, str]], *, limit: int | None = None
) -> tuple[Confusion, ...]:
    """Return the confusions, most frequent first and equal ones in alphabetical order."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Confusion(truth, read, count) for (truth, read), count in ordered[:limit])


def best_stretch(truth: str, read: str) -> str:
    """Return the stretch of ``read`` nearest to ``truth``; of several the shortest, leftmost.

    Semi-global alignment: P. H. Sellers, "The theory and computation of evolutionary distances:
    pattern recognition", Journal of Algorithms 1 (1980), 359-373. Row i, column j hold the least
    distance between ``truth[:i]`` and any stretch that ends at j, and where that stretch starts.
    """
    columns = range(len(read) + 1)
    costs, starts = [0] * len(columns), list(columns)
    for expected in truth:
        above, above_starts = costs, starts
        costs, starts = [above[0] + 1], [0]
        for j in columns[1:]:
            cost, start = min(
                (above[j - 1] + (expected != read[j - 1]), -above_starts[j - 1]),
                (above[j] + 1, -above_starts[j]),
                (costs[j - 1] + 1, -starts[j - 1]),
            )
            costs.append(cost)
            starts.append(-start)
    end = min(columns, key=lambda j: (costs[j], j - starts[j]))
    return read[starts[end] : end]
