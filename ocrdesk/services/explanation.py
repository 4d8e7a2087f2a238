"""Why a letter was read so: where the network looked, what it knows that looks alike, the words."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ocrdesk.page.elements import UNREADABLE, Glyph, Prediction
from ocrdesk.services.prototypes import Prototypes
from ocrdesk.services.recognition import patch_of
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review_pages import LetterPlace, ReviewPage
from ocrdesk.vision.layout import Layout
from ocrdesk.vision.patches import from_bytes

_WINDOWS = 9  # across the patch, and as many down
_WINDOW = 0.25  # of the patch's side
_GREY = np.float32(0.5)
_LEAST = 1e-6  # a probability below this is as good as none
_NEAREST = 6
_DRAWN = 2  # places at least for letters that were drawn: who confirmed little still sees an R
_ALIKE = 0.5  # likeness below which a letter looks like another one in nothing


@dataclass(frozen=True, slots=True, eq=False)
class Occlusion:
    """What covering a part of a patch does to the probability of the character it was read as.

    ``drops`` (n, n) are natural logs by which the probability falls (above zero) or rises where a
    grey window lies over that part, from the top left; ``window`` is its side as a share of the
    patch's.
    """

    character: str
    drops: npt.NDArray[np.float32]
    window: float


class KnownLetter(NamedTuple):
    """A letter that the network takes to be like another one.

    ``place`` is where a person confirmed it; None for one drawn by the project's own hands.
    ``likeness`` is at most 1.
    """

    character: str
    patch: npt.NDArray[np.float32]
    likeness: float
    place: LetterPlace | None


class LanguageShare(NamedTuple):
    """What the words around a letter did to it: best by ink alone, read, and by how much.

    ``logs`` tells by how many natural logs language moved the odds of ``read`` against ``ink``; 0
    where both are the same character.
    """

    ink: Prediction
    ink_of_read: float
    read: Prediction
    logs: float


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """What counted in a patch, None where its character is no class, and known letters like it."""

    occlusion: Occlusion | None
    known: tuple[KnownLetter, ...]


def explain(
    glyph: Glyph,
    layout: Layout,
    recognizer: Recognizer,
    pages: Sequence[ReviewPage],
    prototypes: Prototypes | None,
    *,
    own: LetterPlace,
) -> Generator[float, None, Explanation]:
    """Return why the glyph at the place ``own`` was read so: what the network says today.

    Yields once between its two parts, so that it can be cancelled there.
    """
    patch = patch_of(layout, glyph.box, recognizer)
    known = nearest_known(patch, pages, prototypes, recognizer, but=own)
    yield 0.2
    return Explanation(occlusion_map(patch, glyph.character, recognizer), known)


def occlusion_map(
    patch: npt.NDArray[np.float32], character: str, recognizer: Recognizer
) -> Occlusion | None:
    """Return what each part of a patch (s, s) is worth for ``character``; None if it is no class.

    A grey window slides over the patch, and the network reads all these patches in one batch
    (Zeiler and Fergus 2014, Visualizing and understanding convolutional networks, section 4.2).
    Grey is neither ink nor paper, so that a stroke that has to be there and a gap that must stay
    open both show. For ink read as no character it is the probability of being none that falls.
    """
    if character != UNREADABLE and character not in recognizer.charset:
        return None
    size = len(patch)
    side = max(2, round(_WINDOW * size))
    starts = np.rint(np.linspace(0, size - side, _WINDOWS)).astype(int).tolist()
    covered = np.repeat(patch[None], 1 + _WINDOWS**2, axis=0)
    for number, (top, left) in enumerate((y, x) for y in starts for x in starts):
        covered[number + 1, top : top + side, left : left + side] = _GREY
    given, share = recognizer.judge(covered)
    if character == UNREADABLE:
        chances = 1 - share
    else:
        chances = given[:, recognizer.charset.index(character)] * share
    logs = np.log(np.maximum(chances, _LEAST))
    drops = (logs[0] - logs[1:]).reshape(_WINDOWS, _WINDOWS)
    return Occlusion(character, np.asarray(drops, np.float32), side / size)


def nearest_known(
    patch: npt.NDArray[np.float32],
    pages: Sequence[ReviewPage],
    prototypes: Prototypes | None,
    recognizer: Recognizer,
    *,
    but: LetterPlace | None = None,
    count: int = _NEAREST,
) -> tuple[KnownLetter, ...]:
    """Return the known letters most like a patch (s, s): first those that a person confirmed.

    Confirmed ones come from all ``pages`` but for the letter ``but`` itself, the most similar
    first, as far as they are alike at all; what room they leave, two places at least, is filled
    with ``prototypes``, one of each character. Likeness is the cosine between the network's
    features.
    """
    feature = recognizer.features(patch[None])[0]
    found = _confirmed(feature, pages, but)[: max(count - _DRAWN, 1)]
    if prototypes is None or not prototypes.labels:
        return tuple(found)
    likeness = prototypes.features @ feature
    taken: set[str] = set()
    for row in np.argsort(-likeness, kind="stable").tolist():
        label = prototypes.labels[row]
        if len(found) >= count:
            break
        if label not in taken:
            taken.add(label)
            picture = from_bytes(prototypes.patches[row])
            found.append(KnownLetter(label, picture, float(likeness[row]), None))
    return tuple(found)


def _confirmed(
    feature: npt.NDArray[np.float32], pages: Sequence[ReviewPage], but: LetterPlace | None
) -> list[KnownLetter]:
    """Return all confirmed letters that were looked at, the most similar first."""
    found = []
    for page in pages:
        for place, glyph in page.letters():
            own = page.feature(glyph) if glyph.correction is not None and place != but else None
            if own is None or len(own) != len(feature) or glyph.correction == UNREADABLE:
                continue
            likeness = float(own @ feature)
            if likeness >= _ALIKE:
                found.append((likeness, place, page, glyph))
    found.sort(key=lambda item: (-item[0], item[1]))
    return [
        KnownLetter(glyph.character, patch, likeness, place)
        for likeness, place, page, glyph in found[: 2 * _NEAREST]
        if (patch := page.patch(glyph)) is not None
    ]


def language_share(glyph: Glyph) -> LanguageShare | None:
    """Return what language did to a letter; None where it changed nothing, or nothing was read."""
    if not glyph.ink or not glyph.predictions or glyph.predictions[0].character == UNREADABLE:
        return None
    read, ink = glyph.predictions[0], glyph.ink[0]
    by_ink, after = dict(glyph.ink), dict(glyph.predictions)
    own = by_ink.get(read.character, 0.0)
    moved = _odds(read.probability, after.get(ink.character, 0.0)) - _odds(own, ink.probability)
    return LanguageShare(ink, own, read, 0.0 if ink.character == read.character else moved)


def _odds(one: float, other: float) -> float:
    return log(max(one, _LEAST)) - log(max(other, _LEAST))
