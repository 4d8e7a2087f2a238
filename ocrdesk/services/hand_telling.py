"""Whose hand a page is in, of the hands that are kept: told by how its letters look.

How likely a letter is by a hand is estimated from that hand's own letters of the same name, and
set against how likely it is by any other hand, for which the project's made-up ones stand
(`services.memory`). Both are kernel densities (Parzen 1962) over what the reader's dense layers
get to see, the kernel that of von Mises and Fisher. How well a hand's reader reads the page was
tried first and tells next to nothing: it reads others' letters as surely as its own.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import ModelFileError
from ocrdesk.page.elements import Glyph, Page
from ocrdesk.services.memory import features_of, fingerprint, recall
from ocrdesk.services.profile_store import known_hands, read_profile
from ocrdesk.services.progress import Progress, as_part
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.sampling import drawn_evenly
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import cut_patches

MOST_LETTERS = 120
"""Letters of a page that are compared, drawn evenly from all of it."""
FEWEST_LETTERS = 25
"""Of fewer, foreign hands were told on 2 pages of 19."""
SURE = 1.0
"""Mean log-likelihood ratio from which on a hand is told."""
APART = 0.5
"""By how much the hand told must be likelier than the next one."""
_SHARPNESS = 20.0  # of the kernel: exp(sharpness · (cosine - 1))
_BOUND = 3.0  # natural logs: no letter says more, so that one that was misread does not decide

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class HandLikeness:
    """How much likelier a page's letters are by a hand than by any: mean natural logs of each.

    ``letters`` is how many could be compared: those that the hand has letters of the same name of.
    """

    name: str
    ratio: float
    letters: int


@dataclass(frozen=True, slots=True, eq=False)
class _Eye:
    """What sees: a recognizer, and what it sees of letters by any hand, by their character.

    ``mark`` is the recognizer's fingerprint.
    """

    mark: bytes
    recognizer: Recognizer
    anybody: dict[str, Floats]


@dataclass(frozen=True, slots=True, eq=False)
class _Hand:
    """A hand's letters as its eye sees them, by their character; its file's time and size."""

    name: str
    stamp: tuple[int, int]
    eye: _Eye
    letters: dict[str, Floats]


class HandShelf:
    """The hands that are kept, as they are compared; what did not change is not read again."""

    def __init__(self) -> None:
        self._hands: dict[Path, _Hand] = {}

    def hands(self) -> Generator[Progress, None, Sequence[_Hand]]:
        """Return all hands that have learnt something; damaged ones are left out."""
        found: dict[Path, _Hand] = {}
        for known in known_hands():
            if not known.letters:
                continue
            try:
                hand = yield from self._hand(known.name, known.path)
            except (ModelFileError, OSError):
                continue  # whoever reads with it is told
            found[known.path] = hand
        self._hands = found
        return tuple(found.values())

    def _hand(self, name: str, path: Path) -> Generator[Progress, None, _Hand]:
        facts = path.stat()
        stamp = (facts.st_mtime_ns, facts.st_size)
        before = self._hands.get(path)
        if before is not None and before.stamp == stamp:
            return before
        profile = read_profile(path)
        eye = yield from self._eye(profile.base)
        seen = yield from _seen(eye.recognizer, np.array(profile.letters.patches))
        letters = _by_character(seen, profile.letters.characters)
        return _Hand(name, stamp, eye, letters)

    def _eye(self, base: Recognizer) -> Generator[Progress, None, _Eye]:
        """Return the eye of a base; hands that began with the same one share it."""
        mark = fingerprint(base)
        for hand in self._hands.values():
            if hand.eye.mark == mark:
                return hand.eye
        memory = yield from as_part(recall(base), "Recalling other hands")
        names = [*base.charset, ""]  # the last class is no character
        characters = tuple(names[place] for place in memory.answers.tolist())
        return _Eye(mark, base, _by_character(_unit(memory.asked), characters))


def tell_hand(
    page: Page, layout: Layout, shelf: HandShelf
) -> Generator[Progress, None, HandLikeness | None]:
    """Return the hand that a page surely is in, None where that is in doubt or none fits."""
    return surely((yield from compare(page, layout, shelf)))


def surely(likenesses: Sequence[HandLikeness]) -> HandLikeness | None:
    """Return the likeliest hand where it is beyond doubt: by enough letters, and by far."""
    ranked = sorted(likenesses, key=lambda one: -one.ratio)
    if not ranked or ranked[0].ratio < SURE or ranked[0].letters < FEWEST_LETTERS:
        return None
    if len(ranked) > 1 and ranked[0].ratio - ranked[1].ratio < APART:
        return None
    return ranked[0]


def compare(
    page: Page, layout: Layout, shelf: HandShelf
) -> Generator[Progress, None, list[HandLikeness]]:
    """Compare a page with each hand, those of one eye after one look at the page."""
    hands = yield from shelf.hands()
    glyphs = _chosen(page)
    likenesses: list[HandLikeness] = []
    eyes = {id(hand.eye): hand.eye for hand in hands}
    for eye in eyes.values() if glyphs else ():
        inks = [layout.box_ink(glyph.box) for glyph in glyphs]
        patches = cut_patches(inks, eye.recognizer.geometry)
        seen = yield from _seen(eye.recognizer, patches)
        for hand in hands:
            if hand.eye is eye:
                yield Progress("Comparing hands", 1.0)
                likenesses.append(_likeness(hand, seen, [glyph.character for glyph in glyphs]))
    return likenesses


def _chosen(page: Page) -> list[Glyph]:
    glyphs = [g for g in page.glyphs if not g.is_unreadable and len(g.character) == 1]
    return [glyphs[place] for place in drawn_evenly(len(glyphs), MOST_LETTERS).tolist()]


def _likeness(hand: _Hand, seen: Floats, characters: Sequence[str]) -> HandLikeness:
    """Return how much likelier letters are by a hand than by anybody."""
    ratios = []
    for letter, character in zip(seen, characters, strict=True):
        own, anybody = hand.letters.get(character), hand.eye.anybody.get(character)
        if own is not None and anybody is not None:
            ratio = _log_density(own @ letter) - _log_density(anybody @ letter)
            ratios.append(float(np.clip(ratio, -_BOUND, _BOUND)))
    return HandLikeness(hand.name, float(np.mean(ratios)) if ratios else 0.0, len(ratios))


def _log_density(cosines: Floats) -> float:
    return float(np.log(np.exp(_SHARPNESS * (cosines.astype(np.float64) - 1)).mean()))


def _seen(recognizer: Recognizer, patches: Floats) -> Generator[Progress, None, Floats]:
    """Return what a recognizer's dense layers get to see of patches, in rows of length one."""
    if not len(patches):
        return np.zeros((0, 1), np.float32)
    task = features_of(recognizer, patches)
    return _unit((yield from as_part(task, "Looking at letters")))


def _unit(rows: Floats) -> Floats:
    lengths = np.sqrt(np.einsum("nf,nf->n", rows, rows))
    unit: Floats = rows / np.maximum(lengths, np.finfo(np.float32).tiny)[:, None]
    return unit


def _by_character(seen: Floats, characters: Sequence[str]) -> dict[str, Floats]:
    names = np.array(characters)
    return {name: seen[names == name] for name in dict.fromkeys(characters)}
