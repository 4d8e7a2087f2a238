"""Words put together from single characters of one writer: as many as a training wants.

Words recorded as wholes are few and say the same few sentences. Composed ones have any word, number
or code of the language in any hand, their letters where letterforms say that they stand
(`language.letterforms`), evenly or unevenly spaced, apart or run together. Signs and drawings that
no charset holds may stand among them, so that a reader learns to say nothing of those.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.errors import DatasetError
from ocrdesk.language.letterforms import extents
from ocrdesk.language.lexicon import Lexicon
from ocrdesk.page.charset import Charset
from ocrdesk.services.composed_texts import ComposedTexts
from ocrdesk.services.training_data import Characters
from ocrdesk.vision.drawings import drawing
from ocrdesk.vision.fragments import foreign_sign, scribble
from ocrdesk.vision.stroke_font import CAP_HEIGHT
from ocrdesk.vision.strokes import Stroke

Floats = npt.NDArray[np.float64]

_FEWEST = 15  # different characters that a writer must have left
_WIDEST = 1.4  # heights of capitals, of one character
_JOINED, _JOINED_CAPITALS = 0.35, 0.12  # shares of words, of small letters and others
_JOINS = 0.6  # of their gaps
_LONGEST_JOIN = 0.9  # heights of capitals
_CLOSEST = -0.12  # at most so far letters reach into one another
_WIDE, _APART = 0.08, (0.4, 1.2)  # share of hands that write letters apart, and how far
_SPACES = 0.35, 1.0  # between words
_UNIT = 100.0  # of the strokes, for one height of a capital
_FOREIGN = 0.15  # share of texts that foreign signs stand in, where any are known
_IN_A_ROW = 3  # foreign signs, at most
_DRAWN, _SKETCHED = 0.2, 0.3  # of what is foreign, drawings; the same and aimless lines
_COMMON, _OFTEN = "?:&", 0.4  # signs of texts, and their share where the charset lacks them
_SKETCHES = 0.6, 1.5  # heights of capitals


@dataclass(frozen=True, slots=True)
class _Hand:
    """How one word is written; lengths in heights of capitals."""

    x_height: float
    gap: float
    unevenness: float
    trembling: float
    slope: float
    slant: float
    is_joined: bool


class WordComposer:
    """Composes texts in a charset from ``characters`` with strokes, by the words of a lexicon.

    What a writer has none of, any other's is taken for. Characters whose ``letter`` is told, marks
    above all, stand as they are on the base line y = 0; all others are brought to size. Texts say
    nothing of ``foreign`` signs, and of drawings, that stand among their characters where such are
    given. Raises ``DatasetError`` where no writer has left enough, or no word can be written.
    """

    def __init__(
        self,
        characters: Sequence[Characters],
        charset: Charset,
        lexicon: Lexicon,
        *,
        foreign: str = "",
    ) -> None:
        self._foreign = foreign
        self._common = "".join(sign for sign in _COMMON if sign in foreign)
        self._strokes: list[tuple[Sequence[Stroke], float | None]] = []
        self._all: dict[str, list[int]] = {}
        own: dict[str, dict[str, list[int]]] = {}
        for part in characters:
            for place, (label, writer) in enumerate(
                zip(part.labels.tolist(), part.writers.tolist(), strict=True)
            ):
                character = charset.characters[label]
                number = len(self._strokes)
                self._strokes.append(((part.strokes or ())[place], part.letter))
                self._all.setdefault(character, []).append(number)
                own.setdefault(writer, {}).setdefault(character, []).append(number)
        self._hands = [hand for hand in own.values() if len(hand) >= _FEWEST]
        if not self._hands:
            raise DatasetError(
                f"No writer to learn from has left {_FEWEST} different characters.",
                advice="Give characters of more writers, or all characters of some.",
            )
        self._texts = ComposedTexts(charset, self._all, lexicon)

    def compose(self, rng: np.random.Generator) -> tuple[str, list[Stroke]]:
        """Return a text, words in it parted by a space, and the strokes of a hand that wrote it."""
        text = self._texts.draw(rng)
        return text, self._written(text, rng)

    def _written(self, text: str, rng: np.random.Generator) -> list[Stroke]:
        own = self._hands[int(rng.integers(len(self._hands)))]
        share = _JOINED if any(map(str.islower, text)) else _JOINED_CAPITALS
        hand = _drawn_hand(rng, joined=0.0 if any(map(str.isdigit, text)) else share)
        strokes: list[Floats] = []
        x, end = 0.0, None
        standing = zip(text, extents(list(text), hand.x_height), strict=True)
        for character, extent in self._among_foreign(standing, rng):
            if character == " ":
                x, end = x + float(rng.uniform(*_SPACES)), None
                continue
            if extent is None:
                letter, end = self._placed_foreign(rng), None
            else:
                letter = self._placed(character, extent, own, hand, rng)
            width = max(float(stroke[:, 0].max()) for stroke in letter)
            letter = [stroke + np.array((x, 0.0)) for stroke in letter]
            if hand.is_joined and end is not None and rng.random() < _JOINS:
                strokes += _join(end, letter[0][0])
            strokes += letter
            end = letter[-1][-1] if extent is not None else None
            x += width + max(hand.gap + rng.normal(0, hand.unevenness), _CLOSEST)
        turned = np.array([[1.0, hand.slope], [-hand.slant, 1.0]])
        return [(stroke @ turned * _UNIT).astype(np.float32) for stroke in strokes]

    def _among_foreign(
        self, standing: Iterable[tuple[str, Floats]], rng: np.random.Generator
    ) -> list[tuple[str, Floats | None]]:
        """Return characters with their extents, and in some texts foreign signs without any."""
        among: list[tuple[str, Floats | None]] = list(standing)
        if self._foreign and rng.random() < _FOREIGN:
            place = int(rng.integers(len(among) + 1))
            among[place:place] = [("", None)] * int(rng.integers(1, _IN_A_ROW + 1))
        return among

    def _placed_foreign(self, rng: np.random.Generator) -> list[Floats]:
        """Return the strokes of something that is no character, about the line, from x = 0."""
        kind = rng.random()
        if kind >= _SKETCHED:
            is_common = bool(self._common) and rng.random() < _OFTEN
            sign = foreign_sign(self._common if is_common else self._foreign, rng)
            size = float(np.exp(rng.normal(0, 0.12)))
            drawn = [(s.astype(np.float64) / CAP_HEIGHT - (0.0, 1.0)) * size for s in sign]
        else:
            sketch = drawing(rng) if kind < _DRAWN else scribble(rng)
            points = np.concatenate(sketch)
            size = float(rng.uniform(*_SKETCHES)) / max(float(np.ptp(points, axis=0).max()), 1e-3)
            middle = (points.max(axis=0) + points.min(axis=0)) / 2
            drawn = [(s.astype(np.float64) - middle) * size - (0.0, 0.5) for s in sketch]
        left = min(float(stroke[:, 0].min()) for stroke in drawn)
        return [stroke - (left, 0.0) for stroke in drawn]

    def _placed(
        self,
        character: str,
        extent: Floats,
        own: Mapping[str, Sequence[int]],
        hand: _Hand,
        rng: np.random.Generator,
    ) -> list[Floats]:
        """Return the strokes of a character in its height, on the base line y = 0, from x = 0."""
        choice = own.get(character) or self._all[character]
        strokes, letter = self._strokes[choice[int(rng.integers(len(choice)))]]
        if letter is not None:
            return [stroke.astype(np.float64) / letter for stroke in strokes]
        points = np.concatenate(strokes)
        low = points.min(axis=0)
        width, height = np.maximum(np.ptp(points, axis=0), 1e-3).tolist()
        top, bottom = extent.tolist()
        scale = (top - bottom) * float(np.exp(rng.normal(0, 0.06))) / max(height, width / 4)
        scale = min(scale, _WIDEST / width)
        base = float(rng.normal(0, hand.trembling)) - bottom
        return [(stroke - (low[0], low[1] + height)) * scale + (0.0, base) for stroke in strokes]


def _drawn_hand(rng: np.random.Generator, *, joined: float) -> _Hand:
    return _Hand(
        x_height=float(rng.uniform(0.5, 0.75)),
        gap=float(rng.uniform(*_APART) if rng.random() < _WIDE else rng.normal(0.1, 0.1)),
        unevenness=float(rng.uniform(0.01, 0.06)),
        trembling=float(rng.uniform(0.01, 0.05)),
        slope=float(rng.normal(0, 0.02)),
        slant=float(rng.uniform(-0.15, 0.15)),
        is_joined=bool(rng.random() < joined),
    )


def _join(end: Floats, begin: Floats) -> list[Floats]:
    """Return the stroke that leads from one letter to the next, sagging; none where it is far."""
    if not 0 < begin[0] - end[0] < _LONGEST_JOIN:
        return []
    along = np.linspace(0.0, 1.0, 6)[:, None]
    sagging = 0.08 * np.sin(np.pi * along) * (0.0, 1.0)
    return [end + along * (begin - end) + sagging]
