"""What is written besides words: numbers, codes, single letters, rows of letters, marks.

Each is a Markov chain with few places, its rows made once for a charset. The figures were rounded
from counts over hand-printed texts with marks, where such were to be had, and else guessed.
"""

from collections.abc import Callable, Mapping

import numpy as np

from ocrdesk.language.mixture import Place, Row
from ocrdesk.letter_case import capital

SEPARATORS: Mapping[str, float] = {"-": 0.5, ":": 0.15, "/": 0.15, ".": 0.12, ",": 0.08}
"""Inside numbers: telephones, times, dates, decimals, thousands."""
SEPARATOR_AGAIN = 0.75
NUMBER_STOPS: tuple[float, ...] = (0.0, 0.4, 0.4, 0.55, 0.8, 0.6, 0.5, 0.5)
"""How often a run of so many digits is over; the last for all longer ones."""
NUMBER_SEPARATED = 0.22
"""How often a run of digits that is over is followed by a separator and another run."""

CODE_STAYS = 0.45
CODE_ENDS = 0.22
CODE_STARTS: Mapping[str, float] = {"upper": 0.55, "digit": 0.3, "lower": 0.12, "mark": 0.03}

SEQUEL = 0.9
"""How often, in such a row of single letters, the next one is the next of the alphabet."""

ROW_STARTS_AT_FIRST = 0.5
"""How often a row of neighbours in the alphabet starts with A, a, 0 or 1."""
ROW_STAYS = 0.9
ROW_GOES_ON = 0.9
"""How often what follows in the next line is the next of the alphabet, where it goes on there."""

OPENING: Mapping[str, float] = {"'": 0.6, "-": 0.4}
ALONE: Mapping[str, float] = {"-": 0.6, ".": 0.1, "/": 0.1, "?": 0.08, ":": 0.05, "!": 0.04}
RARE_MARK = 0.02
REPEATED: Mapping[str, float] = {".": 0.06, "!": 0.15, "?": 0.08, "-": 0.05}
ANOTHER_MARK = 0.02


class Chain:
    """A kind of writing with few places: a row for each, and a rule that leads on."""

    is_floor = False

    def __init__(
        self,
        kind: str,
        rows: Mapping[Place, Row],
        follow: Callable[[Place, int], Place],
        *,
        start: Place = "",
        is_core: bool = True,
        leads_on: bool = False,
    ) -> None:
        self._kind = kind
        self.is_core = is_core
        self.leads_on = leads_on
        self._rows = rows
        self._follow = follow
        self._start = start

    def start(self) -> Place:
        """Return the place before the first character."""
        return self._start

    def row(self, place: Place) -> Row:
        """Return the probabilities (characters + 1) of what comes next, the end last."""
        return self._rows[place]

    def step(self, place: Place, column: int) -> Place:
        """Return the place after the character of that column."""
        return self._follow(place, column)

    def kind_at(self, place: Place) -> str:  # noqa: ARG002  # a chain writes one kind
        """Return the name of what is being written."""
        return self._kind


class ClosingMarks(Chain):
    """Marks alone, or behind a word whose kind they remember: the place is (mark, kind)."""

    def behind(self, kind: str) -> Place:
        """Return the place behind a word of that kind, before the first mark."""
        return -1, kind

    def row(self, place: Place) -> Row:
        """Return the probabilities (characters + 1) of what comes next, the end last."""
        return super().row(place[0])

    def kind_at(self, place: Place) -> str:
        """Return the kind of the word that the marks close; of marks alone their own."""
        return str(place[1])


class Floor(Chain):
    """A chain that allows every character everywhere: no ink is ever impossible."""

    is_floor = True


def numbers(characters: str) -> Chain:
    """Return digits in runs, parted by marks: 7, 1984, 555-1234, 12/21/91, 8:30, 1,000.50."""
    is_digit = np.array([c in "0123456789" for c in characters] + [False])
    marks = {c: share for c, share in SEPARATORS.items() if c in characters}
    digits = is_digit / max(is_digit.sum(), 1)
    rows: dict[Place, Row] = {}
    for last in ("", *marks):
        for length, stop in enumerate(NUMBER_STOPS):
            row = digits * (1 - stop)
            parted = NUMBER_SEPARATED * stop if marks else 0.0
            for mark, share in _separators(marks, last).items():
                row[characters.index(mark)] = parted * share
            row[-1] = stop - parted
            rows[last, length] = row

    def follow(place: Place, column: int) -> Place:
        last, length = place
        if is_digit[column]:
            return last, min(length + 1, len(NUMBER_STOPS) - 1)
        return characters[column], 0

    return Chain("number", rows, follow, start=("", 0))


def _separators(marks: Mapping[str, float], last: str) -> dict[str, float]:
    """Return how often each mark parts a number in which ``last`` did before."""
    total = sum(marks.values())
    again = SEPARATOR_AGAIN if last else 0.0
    return {
        mark: (1 - again) * share / total + (again if mark == last else 0.0)
        for mark, share in marks.items()
    }


def codes(characters: str) -> Floor:
    """Return letters, digits and marks in any order, with some constancy: A4, B2B, MP3, AB12CDE."""
    groups = {name: _members(name, characters) for name in CODE_STARTS}
    present = {name: share for name, share in CODE_STARTS.items() if groups[name].any()}
    present = {name: share / sum(present.values()) for name, share in present.items()}
    uniform = {name: groups[name] / groups[name].sum() for name in present}
    anything = np.sum([share * uniform[name] for name, share in present.items()], axis=0)
    rows: dict[Place, Row] = {"": anything}
    for name in present:
        row = CODE_STAYS * uniform[name] + (1 - CODE_STAYS) * anything
        row *= 1 - CODE_ENDS
        row[-1] = CODE_ENDS
        rows[name] = row
    group_of = [_group(character) for character in characters]
    return Floor("code", rows, lambda _, column: group_of[column])


def single_letters(characters: str) -> Chain:
    """Return letters that stand alone: enumerations, initials, answers."""
    capitals, small = _members("upper", characters), _members("lower", characters)
    row = capitals / max(capitals.sum(), 1) + 0.4 * small / max(small.sum(), 1)
    end = np.zeros(len(characters) + 1)
    end[-1] = 1.0
    return Chain("letter", {"": row / row.sum(), "end": end}, lambda _, __: "end")


class Rows(Chain):
    """What is written to practise or to show a hand: ABCDEF, 0123456789, EEEEE."""

    def __init__(self, characters: str) -> None:
        letters = np.array([c.isalnum() for c in characters] + [False])
        any_letter: Row = letters / max(letters.sum(), 1)
        rows: dict[Place, Row] = {"start": _row_start(characters, any_letter)}
        for column, character in enumerate(characters):
            following = characters.find(_next(character))
            for mode, again, onward in (("", 0.45, 0.45), ("same", 1, 0), ("next", 0, 1)):
                row = np.zeros(len(characters) + 1)
                row[column] = ROW_STAYS * again
                if following >= 0:
                    row[following] += ROW_STAYS * onward
                row[-1] = 1 - row.sum()
                rows[mode, column] = row
            if following >= 0:
                rows["on", following] = (1 - ROW_GOES_ON) * any_letter
                rows["on", following][following] += ROW_GOES_ON
        self._characters = characters
        super().__init__("row", rows, _row_follow, start="start")

    def is_alphabet(self, place: Place) -> bool:
        """Tell whether a row that ends here is a stretch of the alphabet, or of the digits."""
        return bool(place[0] == "next")

    def onward(self, character: str) -> Place | None:
        """Return the place in the next row where a stretch goes on that ended in a character.

        None where nothing follows it.
        """
        place = "on", self._characters.find(_next(character))
        return place if place in self._rows else None


def _row_start(characters: str, any_letter: Row) -> Row:
    firsts = np.array([c in "Aa01" for c in characters] + [False])
    if not firsts.any():
        return any_letter
    row: Row = (1 - ROW_STARTS_AT_FIRST) * any_letter + ROW_STARTS_AT_FIRST * firsts / firsts.sum()
    return row


def _row_follow(place: Place, column: int) -> Place:
    if place == "start":
        return "", column
    mode, before = place
    if mode == "on":
        return ("next" if column == before else ""), column
    return ("same" if column == before else "next"), column


class Sequels(Chain):
    """The letter or digit that comes after another one, alone again: A B C, 1 2 3."""

    def __init__(self, characters: str) -> None:
        count = len(characters)
        letters = np.array([c.isalnum() for c in characters] + [False])
        end = np.zeros(count + 1)
        end[-1] = 1.0
        rows: dict[Place, Row] = {"end": end}
        for column, character in enumerate(characters):
            row = letters * (1 - SEQUEL) / max(letters.sum(), 1)
            following = characters.find(_next(character))
            row[following if following >= 0 else column] += SEQUEL
            rows[column] = row
        super().__init__("letter", rows, lambda _, __: "end", start="end")
        self._characters = characters

    def after(self, character: str) -> Place:
        """Return the place before the sequel of a character."""
        return self._characters.index(character)


def sequels(characters: str) -> Sequels:
    """Return what follows letters and digits that stand alone."""
    return Sequels(characters)


def _next(character: str) -> str:
    """Return the next letter or digit, 0 after 9; nothing after Z."""
    if character in "zZ" or not character.isalnum():
        return "\n"
    return "0" if character == "9" else chr(ord(character) + 1)


def opening_marks(characters: str) -> Chain | None:
    """Return the marks a word may have before it; None where the charset has none."""
    row = _shares(OPENING, characters)
    if not row.any():
        return None
    rows = {"": row / row.sum()}
    return Chain("opening", rows, lambda _, __: "", is_core=False, leads_on=True)


def closing_marks(characters: str) -> ClosingMarks | None:
    """Return marks behind a word or alone: . , ... ?! -; None where the charset has none."""
    marks = _members("mark", characters)
    if not marks.any():
        return None
    first = _shares(ALONE, characters) + RARE_MARK * marks / marks.sum()
    rows: dict[Place, Row] = {-1: first / first.sum()}
    for column, mark in enumerate(characters):
        if marks[column]:
            row = ANOTHER_MARK * marks / marks.sum()
            row[column] += REPEATED.get(mark, 0.0)
            row[-1] = 1 - row.sum()
            rows[column] = row
    start = -1, "marks"
    return ClosingMarks(
        "marks", rows, lambda place, column: (column, place[1]), start=start, is_core=False
    )


def _shares(table: Mapping[str, float], characters: str) -> Row:
    return np.array([*(table.get(character, 0.0) for character in characters), 0.0])


def _group(character: str) -> str:
    if character.isdigit():
        return "digit"
    if not character.isalnum():
        return "mark"
    return "upper" if character == capital(character) else "lower"


def _members(name: str, characters: str) -> Row:
    """Return 1 where a character belongs to the group, 0 elsewhere and for the end."""
    return np.array([*(float(_group(c) == name) for c in characters), 0.0])
