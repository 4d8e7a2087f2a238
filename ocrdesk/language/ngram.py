"""How letters follow one another: a model of order n over words, for names no lexicon holds.

Each context keeps the probabilities of the symbols it knows; the others share what is left as the
next shorter context has it (Katz 1987's back-off, over estimates made by ``ngram_training``).
"""

from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]

BOUNDARY = " "
"""Begins and ends every word; symbol 0."""
STEP = 0.06
"""A stored cost times this is a negative natural logarithm: half a step costs 3 % at most."""
LEAST = 1e-7
"""No symbol is ever less probable, whatever was rounded away."""
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class NgramTable:
    """The n-grams as a tree, one array an order (1, 2, ...), sorted by their symbols.

    ``symbols[k]`` holds the last symbol of each n-gram of order k + 1, ``costs[k]`` its negative
    log-probability in steps, ``children[k]`` how many n-grams of the next order begin with it.
    """

    symbols: tuple[Bytes, ...]
    costs: tuple[Bytes, ...]
    children: tuple[Bytes, ...]

    def __post_init__(self) -> None:
        """Raise ``ValueError`` where the arrays do not make a tree."""
        orders = len(self.symbols)
        if orders < 1 or len(self.costs) != orders or len(self.children) != orders - 1:
            raise ValueError("the orders of the n-grams do not match")
        for symbols, costs in zip(self.symbols, self.costs, strict=True):
            if symbols.dtype != np.uint8 or costs.dtype != np.uint8 or symbols.ndim != 1:
                raise ValueError("n-grams are not stored as bytes")
            if symbols.shape != costs.shape:
                raise ValueError("n-grams and their costs do not match")
        for children, (here, longer) in zip(self.children, pairwise(self.symbols), strict=True):
            if children.shape != here.shape or int(children.sum(dtype=np.int64)) != len(longer):
                raise ValueError("n-grams do not begin with shorter ones")


class NgramModel:
    """The probability of each symbol after a context; rows are remembered, up to a limit.

    ``alphabet`` names symbols 1, 2, ...; symbol 0 ends a word. Raises ``ValueError`` for a table
    that does not belong to the alphabet.
    """

    def __init__(self, alphabet: str, table: NgramTable) -> None:
        self.alphabet = alphabet
        self.table = table
        self.order = len(table.symbols)
        self._base = len(alphabet) + 1
        self._symbols = {character: i for i, character in enumerate(BOUNDARY + alphabet)}
        if any(len(level) and int(level.max()) >= self._base for level in table.symbols):
            raise ValueError("the n-grams hold symbols outside their alphabet")
        if len(self._symbols) != self._base or self._base > 255 or self._base**self.order > 2**62:
            raise ValueError("the alphabet does not fit the n-grams")
        self._keys = _keys(table, self._base)
        self._rows: dict[str, Row] = {}

    def start(self) -> str:
        """Return the context before a word's first letter."""
        return BOUNDARY if self.order > 1 else ""

    def step(self, context: str, letter: str) -> str:
        """Return the context after one more letter of the alphabet."""
        return (context + letter)[1 - self.order :] if self.order > 1 else ""

    def row(self, context: str) -> Row:
        """Return the probabilities (1 + letters) after the context, the word's end first.

        All are above zero and sum to one. The array must not be changed.
        """
        row = self._rows.get(context)
        if row is None:
            if len(self._rows) >= MOST_ROWS:
                self._rows.clear()
            row = self._rows[context] = self._row(context)
        return row

    def log_probability(self, word: str) -> float:
        """Return the natural logarithm of the probability of the word with its end.

        Raises ``KeyError`` for a letter outside the alphabet.
        """
        context, total = self.start(), 0.0
        for letter in word:
            total += log(self.row(context)[self._symbols[letter]])
            context = self.step(context, letter)
        return total + log(self.row(context)[0])

    def _row(self, context: str) -> Row:
        length = len(context)
        shorter = self.row(context[1:]) if length else np.full(self._base, 1.0 / self._base)
        keys = self._keys[length]
        first = 0
        for letter in context:
            first = first * self._base + self._symbols[letter]
        low, high = keys.searchsorted((first * self._base, (first + 1) * self._base))
        if low == high:
            return shorter
        known = self.table.symbols[length][low:high]
        probabilities = np.exp(self.table.costs[length][low:high] * -STEP)
        left = max(1.0 - float(probabilities.sum()), LEAST)
        rest = max(1.0 - float(shorter[known].sum()), LEAST)
        row: Row = shorter * (left / rest)
        row[known] = probabilities
        np.maximum(row, LEAST, out=row)
        row /= row.sum()
        return row


def _keys(table: NgramTable, base: int) -> list[npt.NDArray[np.int64]]:
    """Return the n-grams of each order as sorted numbers to the base of the symbols."""
    keys = [table.symbols[0].astype(np.int64)]
    for children, symbols in zip(table.children, table.symbols[1:], strict=True):
        keys.append(np.repeat(keys[-1], children) * base + symbols)
    return keys
