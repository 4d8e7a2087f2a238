"""What a person says of a field, and rows read as the field allows.

A pattern such as AAA-999, or the words that may stand there, resolves O and 0, I and 1. It never
forces anything: of each candidate only characters are tried that its ink leaves possible, and a row
in which no way fits the field, or that reads far better without it, is read as if nothing had been
said.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from math import inf

import numpy as np

from ocrdesk.errors import UsageError
from ocrdesk.language.lattice import DecoderSettings, Step, decode
from ocrdesk.language.patterns import PatternModel, WordListModel
from ocrdesk.page.charset import Charset
from ocrdesk.page.elements import QUOTATION_MARK, Page
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_costs import LEAST
from ocrdesk.services.row_lattice import RowLattice
from ocrdesk.services.row_scores import Probabilities
from ocrdesk.services.weighing import Weigher

_CREDIT = 8.0
"""In natural logs, how much better a row may read without the field before the field gives way."""

STEP = "field"
"""The name of the step in which a page keeps what was said."""

MOST_WORDS = 1000
"""Words of a list that are kept with a page, and with every step that changes its fields."""
_TRIED = 12  # characters of a candidate: what a field allows may not be among the first few
_BEAM = 24


@dataclass(frozen=True, slots=True)
class Field:
    """What each row of a field holds: a ``pattern``, or one of the ``words``.

    `language.patterns` tells how both are written. Raises ``UsageError`` unless one is given.
    """

    pattern: str = ""
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.pattern.strip() and not self.words:
            raise UsageError(
                "The pattern is empty.", advice="Write A for a letter, 9 for a digit, such as A99."
            )
        if self.pattern and self.words:
            raise UsageError(
                "A field has either a pattern or a list of words.", advice="Give one of them."
            )

    def scorer(self, charset: Charset) -> PatternModel | WordListModel:
        """Return what scores readings of the field, the same object each time.

        Raises ``UsageError`` where it cannot be read.
        """
        return _scorer(self, charset.characters)

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """What was said of the field, as settings of a page's steps: the pattern, or the words.

        Of a list too long to be kept beside each page only how many they are.
        """
        if self.pattern:
            return (("pattern", self.pattern),)
        count = ("words", str(len(self.words)))
        is_kept = len(self.words) <= MOST_WORDS
        return (count, ("list", "\n".join(self.words))) if is_kept else (count,)


def field_of(page: Page | None) -> Field | None:
    """Return what was said of a page's rows when it was read, as far as its steps tell."""
    steps = () if page is None else page.steps
    told = dict(next((step.settings for step in steps if step.name == STEP), ()))
    pattern, words = told.get("pattern", ""), tuple(told.get("list", "").splitlines())
    return Field(pattern, words) if bool(pattern.strip()) != bool(words) else None


def fitting(page: Page | None, charset: Charset) -> Field | None:
    """Return the same, None where a reader of these characters cannot write what it holds.

    Nobody is there to say something else: another reader was chosen for the page since.
    """
    field = field_of(page)
    if field is not None:
        try:
            field.scorer(charset)
        except UsageError:
            return None
    return field


@lru_cache(maxsize=8)
def _scorer(field: Field, characters: str) -> PatternModel | WordListModel:
    if field.pattern:
        return PatternModel(field.pattern, characters)
    return WordListModel(field.words, characters)


class FieldReader:
    """Reads rows as a field allows."""

    def __init__(self, recognizer: Recognizer, field: Field, settings: DecoderSettings) -> None:
        self._characters = recognizer.charset.characters
        self._scorer = field.scorer(recognizer.charset)
        self._settings = replace(settings, characters=_TRIED, beam=max(_BEAM, settings.beam))
        self._weigher = Weigher(self._characters, self._scorer, self._settings)

    def read(self, lattice: RowLattice, *, free: float) -> list[list[tuple[Step, Probabilities]]]:
        """Return the words of a row as `RowReader.read` does; nothing where none fit the field.

        ``free`` is what the row scores when it is read without the field. Gaps are not part of a
        field: it is read as one word, and parted where the field has spaces.
        """
        lattice = _naming_marks(lattice, self._characters)
        together = [-inf] * len(lattice.space_odds)
        best, *_ = decode(lattice.edges, together, self._characters, self._scorer, self._settings)
        if best.score == -inf or best.score < free - _CREDIT or not best.steps:
            return []
        letters = self._weigher.weigh(best.steps, lattice.given, self._scorer.start()).letters
        text = "".join(self._characters[step.character] for step in best.steps)
        read = iter(zip(best.steps, letters, strict=True))
        words: list[list[tuple[Step, Probabilities]]] = []
        for length in self._scorer.word_lengths(text):
            (first, weighed), *others = islice(read, length)
            words.append([(first._replace(begins_word=bool(words)), weighed), *others])
        return words


def _naming_marks(lattice: RowLattice, characters: str) -> RowLattice:
    """Return the lattice with its quotation marks as characters, too, where these hold them.

    A field may then name them, as one of a hand that learnt them; others still pass over them.
    """
    if not lattice.quoted or QUOTATION_MARK not in characters:
        return lattice
    given, edges = lattice.given.copy(), list(lattice.edges)
    for number in lattice.quoted:
        given[number] = 0
        given[number, characters.index(QUOTATION_MARK)] = 1
        if not lattice.candidates[number].is_wide:  # else it has no edge of its own
            logs = np.log(np.maximum(given[number], LEAST, dtype=np.float64))
            edges[number] = replace(edges[number], log_probabilities=logs, prior=0.0)
    return replace(lattice, given=given, edges=tuple(edges))
