"""Counts of single characters: read right of all or of their kind, how surely, or rejected."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocrdesk.page.charset import PRINT36, Charset
from ocrdesk.services.calibration import calibration_error
from ocrdesk.services.evaluation import Json

Matrix = npt.NDArray[np.int64]

AS_THEY_ARE = "as they are"
_ALIKE = {"O = 0": ("O0",), "1 = I": ("1I",), "O = 0, 1 = I": ("O0", "1I")}
_KINDS: dict[str, Callable[[str], bool]] = {
    "digits": str.isdigit,
    "capitals": str.isupper,
    "small letters": str.islower,
}
_STEPS = 10  # rows of the reliability table


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``count`` characters were read right."""

    right: int
    count: int

    @property
    def rate(self) -> float | None:
        """The share that is right; None where there is nothing to count."""
        return self.right / self.count if self.count else None

    def as_json(self) -> dict[str, int | float | None]:
        """Return ``right``, ``count`` and ``rate``."""
        return {"right": self.right, "count": self.count, "rate": self.rate}


@dataclass(frozen=True, slots=True)
class Reliability:
    """Answers with a probability from ``low`` up to ``high``: how sure they were, how right."""

    low: float
    high: float
    count: int
    confidence: float
    right: int

    def as_json(self) -> Json:
        """Return the fields by name; ``confidence`` is the mean probability."""
        return {
            "low": self.low,
            "high": self.high,
            "count": self.count,
            "confidence": self.confidence,
            "right": self.right,
        }


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Tally:
    """What n characters were taken for; classes are positions in ``charset``.

    ``matrix`` (classes, classes) counts how often class i (row) was read as class j (column);
    ``within`` the same when only characters of i's kind may be answered, ``together`` when only
    the 36 capitals and digits may, and only they are asked. ``confidence`` (n,) is the probability
    of each answer and ``is_right`` (n,) whether it was right; ``rejected`` counts the characters
    for which "no character" was the most probable answer, None where that is no answer.
    """

    charset: Charset
    matrix: Matrix
    within: Matrix
    together: Matrix
    confidence: npt.NDArray[np.float32]
    is_right: npt.NDArray[np.bool_]
    rejected: int | None = None

    @classmethod
    def empty(cls, charset: Charset) -> "Tally":
        """Return the tally of no characters."""
        return cls.counted(charset, np.empty(0, np.intp), np.empty((0, len(charset)), np.float32))

    @classmethod
    def counted(
        cls,
        charset: Charset,
        labels: npt.NDArray[np.intp],
        given: npt.NDArray[np.float32],
        is_character: npt.NDArray[np.float32] | None = None,
    ) -> "Tally":
        """Count characters with these ``labels`` (n,), as `Recognizer.judge` told them.

        ``given`` (n, classes) are the probabilities of each class, ``is_character`` (n,) that of
        being a character at all, None from a network that cannot reject.
        """
        kinds = np.array([_kind(character) for character in charset])
        asked = np.array([character in PRINT36 for character in charset])
        read = given.argmax(axis=1)
        own = np.where(kinds[labels][:, None] == kinds, given, -1.0).argmax(axis=1)
        among = np.where(asked, given, -1.0).argmax(axis=1)
        kept = asked[labels]
        confidence = given.max(axis=1)
        return cls(
            charset=charset,
            matrix=confusion(labels, read, len(charset)),
            within=confusion(labels, own, len(charset)),
            together=confusion(labels[kept], among[kept], len(charset)),
            confidence=confidence,
            is_right=read == labels,
            rejected=None if is_character is None else _rejected(confidence, is_character),
        )

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            charset=self.charset,
            matrix=self.matrix + other.matrix,
            within=self.within + other.within,
            together=self.together + other.together,
            confidence=np.concatenate([self.confidence, other.confidence]),
            is_right=np.concatenate([self.is_right, other.is_right]),
            rejected=_added(self.rejected, other.rejected),
        )

    @property
    def overall(self) -> Share:
        """All characters."""
        return _share(self.matrix)

    @property
    def kinds(self) -> dict[str, Share]:
        """The share of digits, capitals and small letters that is right, of those there are."""
        return self._by_kind(self.matrix)

    @property
    def kinds_within(self) -> dict[str, Share]:
        """The same when digits are chosen among digits, capitals among capitals and so on."""
        return self._by_kind(self.within)

    @property
    def merged(self) -> dict[str, Share]:
        """The share that is right when signs that hand print draws alike count as one."""
        shares = {name: self._merged(self.matrix, _alike(same)) for name, same in _ALIKE.items()}
        if self.charset.has_lower_case:
            shares["ignoring case"] = self._merged(self.matrix, str.upper)
        return shares

    @property
    def capitals_and_digits(self) -> dict[str, Share]:
        """Capitals and digits among capitals and digits: as they are, and alike signs as one."""
        shares = {AS_THEY_ARE: _share(self.together)}
        shares |= {name: self._merged(self.together, _alike(same)) for name, same in _ALIKE.items()}
        return {name: share for name, share in shares.items() if share.count}

    @property
    def knows_others(self) -> bool:
        """Tell whether there are classes beside capitals and digits."""
        return any(character not in PRINT36 for character in self.charset)

    @property
    def characters(self) -> dict[str, Share]:
        """The share of each character that is right, in the order of the charset."""
        return {
            character: Share(int(self.matrix[i, i]), int(self.matrix[i].sum()))
            for i, character in enumerate(self.charset)
        }

    @property
    def rejected_rate(self) -> float | None:
        """The share of characters wrongly called no character; None where that is no answer."""
        if self.rejected is None or not len(self.is_right):
            return None
        return self.rejected / len(self.is_right)

    @property
    def calibration_error(self) -> float:
        """The expected calibration error of the probabilities, 0 perfect."""
        return calibration_error(self.confidence, self.is_right)

    @property
    def reliability(self) -> tuple[Reliability, ...]:
        """How right answers are beside how sure they were, by tenths of probability."""
        places = np.minimum((self.confidence * _STEPS).astype(np.intp), _STEPS - 1)
        return tuple(
            Reliability(
                step / _STEPS,
                (step + 1) / _STEPS,
                int(chosen.sum()),
                float(self.confidence[chosen].mean()),
                int(self.is_right[chosen].sum()),
            )
            for step in range(_STEPS)
            if (chosen := places == step).any()
        )

    def as_json(self) -> Json:
        """Return all figures but those of single characters as JSON values."""
        return {
            "overall": self.overall.as_json(),
            "merged": _all_as_json(self.merged),
            "kinds": _all_as_json(self.kinds),
            "kinds_within": _all_as_json(self.kinds_within),
            "capitals_and_digits": _all_as_json(self.capitals_and_digits),
            "rejected": {"count": self.rejected, "rate": self.rejected_rate},
            "calibration_error": self.calibration_error,
            "reliability": [step.as_json() for step in self.reliability],
        }

    def _by_kind(self, matrix: Matrix) -> dict[str, Share]:
        shares = {}
        for kind, belongs in _KINDS.items():
            rows = np.array([belongs(character) for character in self.charset])
            shares[kind] = _share(matrix * rows[:, None])
        return {kind: share for kind, share in shares.items() if share.count}

    def _merged(self, matrix: Matrix, representative: Callable[[str], str]) -> Share:
        names = np.array([representative(character) for character in self.charset])
        return Share(int(matrix[names[:, None] == names[None, :]].sum()), int(matrix.sum()))


def _rejected(confidence: npt.NDArray[np.float32], is_character: npt.NDArray[np.float32]) -> int:
    return int((1 - is_character > confidence * is_character).sum())


def _added(first: int | None, second: int | None) -> int | None:
    return second if first is None else first if second is None else first + second


def _kind(character: str) -> str:
    """Return the kind a character is told apart within; marks are one."""
    return next((kind for kind, belongs in _KINDS.items() if belongs(character)), "marks")


def confusion(truth: npt.NDArray[np.intp], read: npt.NDArray[np.intp], size: int) -> Matrix:
    """Return counts (size, size): of class t (rows) read as r at [t, r]."""
    flat = np.bincount(truth * size + read, minlength=size * size)
    return flat.reshape(size, size).astype(np.int64)


def _share(matrix: Matrix) -> Share:
    return Share(int(np.trace(matrix)), int(matrix.sum()))


def _alike(groups: tuple[str, ...]) -> Callable[[str], str]:
    first_of_group = {character: group[0] for group in groups for character in group}
    return lambda character: first_of_group.get(character, character)


def _all_as_json(shares: Mapping[str, Share]) -> Json:
    return {name: share.as_json() for name, share in shares.items()}
