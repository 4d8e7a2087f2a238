"""Groups of letters that look alike to the network, which one answer settles."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import UNREADABLE, Glyph, Word
from ocrdesk.services.review import DOUBTFUL_BELOW, is_doubtful
from ocrdesk.services.review_pages import LetterPlace, PageLooks, ReviewPage, doubt

ALIKE = 0.85
"""How much alike letters have to be to be asked about together (see `find_groups`)."""

_LARGEST = 60  # letters of a group: as many as a person takes in at once
_TWINS = frozenset("O0oI1lZ2zS5s")  # what many people write alike, so that only the word tells


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Unconfirmed letters of one look that were read as one character.

    The first of ``members`` is the doubtful one that the others look like, the most similar first;
    ``gain`` is how many of them are expected to be wrong, which one answer puts right.
    """

    character: str
    members: tuple[LetterPlace, ...]
    gain: float

    @property
    def leader(self) -> LetterPlace:
        """The letter that the group is about."""
        return self.members[0]


_ANY, _TWINS_ONLY = "any", "twins that read as "


class _Seen(NamedTuple):
    place: LetterPlace
    glyph: Glyph
    looks: PageLooks
    row: int


def find_groups(
    pages: Sequence[ReviewPage], *, alike: float = ALIKE, below: float = DOUBTFUL_BELOW
) -> tuple[LetterGroup, ...]:
    """Return a group for every doubtful letter, each in one of them, the largest gain first.

    Only what was read as the same character is grouped, with letters of the same look that are
    not doubtful. What could not be read, or was not looked at yet, stays alone. O and 0, I and 1
    and their like look the same to begin with; they are grouped where words tell them apart in the
    same way.

    How much alike two letters are is the mean of two cosines: of their patches, and of what the
    network's last layer is given. Each alone is worse: letters that the network confuses are near
    one another in its features, however they look. Leaders are chosen one after the other for the
    largest gain among what is left, so that every member is at least ``alike`` to its leader, and
    answers are few (the greedy way to cover sets, Chvátal 1979).
    """
    kinds: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    groups = []
    for page in pages:
        for word in page.page.words():
            company = _company(word)
            for glyph in word.glyphs:
                if glyph.is_confirmed:
                    continue
                place, looks = LetterPlace(page.number, glyph.id), page.looks
                row = None if looks is None else looks.places.get(glyph.box)
                kind = company if glyph.character in _TWINS else _ANY
                if looks is not None and row is not None and kind and _is_named(glyph):
                    kinds[glyph.character, kind].append(_Seen(place, glyph, looks, row))
                elif is_doubtful(glyph, below=below):
                    groups.append(LetterGroup(glyph.character, (place,), doubt(glyph)))
    for (character, _), seen in kinds.items():
        leaders = [row for row, one in enumerate(seen) if is_doubtful(one.glyph, below=below)]
        groups += _grouped(character, seen, leaders, alike)
    return tuple(sorted(groups, key=lambda group: (-group.gain, group.leader)))


def _is_named(glyph: Glyph) -> bool:
    return bool(glyph.predictions) and glyph.character != UNREADABLE


def _company(word: Word) -> str:
    """Return what else a word holds, letters or digits; "" where it does not tell.

    That is so for words of one letter, and for those that mix both. Words of nothing but twins are
    in company of their own.
    """
    if len(word.glyphs) == 1:
        return ""
    others = "".join(character for character in word.text if character not in _TWINS)
    kind = _TWINS_ONLY if not others else ""
    others = others or word.text
    if others.isdigit():
        return f"{kind}digits"
    return f"{kind}letters" if others.isalpha() else ""


def _grouped(
    character: str, seen: Sequence[_Seen], leaders: Sequence[int], alike: float
) -> list[LetterGroup]:
    """Return the groups of letters read as the same character, each of which one leads."""
    if not leaders:
        return []
    looks = _vectors(seen)
    doubts = np.array([doubt(one.glyph) for one in seen])
    likeness = looks[leaders] @ looks.T
    near = likeness >= alike
    near[np.arange(len(leaders)), leaders] = True  # bare paper is not like itself
    groups = []
    reach = near.astype(np.float32)  # products of truth values do not go through BLAS
    free = np.ones(len(seen), np.bool_)
    waiting = np.ones(len(leaders), np.bool_)
    while waiting.any():
        gains = np.where(waiting, reach @ (doubts * free).astype(np.float32), -1.0)
        at = int(gains.argmax())
        rows = np.flatnonzero(near[at] & free)
        rows = rows[np.lexsort((rows, -likeness[at, rows]))]
        rows = np.concatenate(([leaders[at]], rows[rows != leaders[at]]))[:_LARGEST]
        members = tuple(seen[row].place for row in rows.tolist())
        groups.append(LetterGroup(character, members, float(doubts[rows].sum())))
        free[rows] = False
        waiting &= free[leaders]
    return groups


def _vectors(seen: Sequence[_Seen]) -> npt.NDArray[np.float32]:
    """Return how letters look (letters, s² + f), page by page: they come in the order of pages."""
    pages = groupby(seen, key=lambda one: id(one.looks))
    parts = [list(own) for _, own in pages]
    return np.concatenate([own[0].looks.vectors([one.row for one in own]) for own in parts])
