"""Rows of one character again and again: found before they are read, then read as one."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from itertools import accumulate
from math import log

import numpy as np

from ocrdesk.language.lattice import Edge, WordScorer
from ocrdesk.language.likenesses import likenesses
from ocrdesk.language.repetition import RepeatedCharacter, repeated_character
from ocrdesk.page.charset import Charset
from ocrdesk.services.row_costs import LEAST
from ocrdesk.services.row_lattice import RowLattice
from ocrdesk.services.row_scores import Floats, shares_of


def with_repetition(
    rows: Sequence[RowLattice], charset: Charset, scorer: WordScorer
) -> Generator[float, None, list[tuple[RowLattice, WordScorer]]]:
    """Return rows with what scores their words: one character over and over, where they are that.

    A page on which one character is repeated decides for all its rows; else each row is looked at
    by itself. Rows of words stay as they are, with ``scorer``; those of one character are read by
    the network of letters alone: what a letter's neighbours are is known, and where they are all
    the same a network of rows takes what is odd about one for another character. Yields the
    share of rows looked at.
    """
    by_letters = [row if row.alone is None else row.alone for row in rows]
    logs = [row.whole_logs() for row in by_letters]
    said = [list(row.said) for row in by_letters]
    shared = _of_page(logs, said, charset)
    found = [
        shared or repeated_character(own, charset.characters, said=told)
        for own, told in zip(logs, said, strict=True)
    ]
    scorers: dict[str | None, WordScorer] = {None: scorer}
    for character in found:
        if character is not None and character not in scorers:
            scorers[character] = RepeatedCharacter(scorer, character)
    told = []
    for number, (row, alone, own) in enumerate(zip(rows, by_letters, found, strict=True)):
        yield number / len(rows)
        chosen = row if own is None else _without_likenesses(alone, own, charset)
        told.append((chosen, scorers[own]))
    return told


def _of_page(logs: Sequence[Floats], said: Sequence[Sequence[int]], charset: Charset) -> str | None:
    """Return the character that all glyphs of a page's rows are, if they are."""
    if not logs:
        return None
    starts = accumulate(map(len, logs), initial=0)
    places = [start + place for start, own in zip(starts, said, strict=False) for place in own]
    return repeated_character(np.concatenate(logs), charset.characters, said=places)


def _without_likenesses(row: RowLattice, character: str, charset: Charset) -> RowLattice:
    """Return the row with all that looks like a character read as this one."""
    column = charset.index(character)
    alike = [charset.index(c) for c in likenesses(character) if c in charset]

    def joined(logs: Floats) -> Floats:
        one = np.array(logs, np.float64)
        one[..., alike] = log(LEAST)
        one[..., column] = np.logaddexp.reduce(logs[..., alike], axis=-1)
        return one

    def told(edge: Edge) -> Edge:
        logs = edge.log_probabilities
        return edge if logs is None else replace(edge, log_probabilities=joined(np.asarray(logs)))

    given = shares_of(joined(np.log(np.maximum(row.given, LEAST))))
    return replace(row, given=given, edges=tuple(told(edge) for edge in row.edges))
