"""The ordered characters a recognizer can name; a character's position is its class index."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ocrdesk.letter_case import capitals, has_small_letters

_JOINING = ("Mn", "Me")  # Unicode's marks without a width of their own, and those around others


def is_mark(character: str) -> bool:
    """Tell whether it is one character that can be seen and stands by itself.

    So spaces, control keys and what joins the one before are none: accents that combine, the frame
    of a keycap, the choice of a variant.
    """
    is_seen = len(character) == 1 and character.isprintable() and not character.isspace()
    joins = is_seen and unicodedata.category(character) in _JOINING
    return is_seen and not joins and not unicodedata.combining(character)


@dataclass(frozen=True, slots=True)
class Charset:
    """A two-way table between characters and class indices.

    ``characters`` is a string of distinct, NFC-normalised marks (`is_mark`). Raises ``ValueError``
    when they are not.
    """

    characters: str
    _index: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.characters:
            raise ValueError("a charset needs at least one character")
        if unicodedata.normalize("NFC", self.characters) != self.characters:
            raise ValueError("a charset holds composed (NFC) characters only")
        for character in self.characters:
            if not is_mark(character):
                raise ValueError(f"a charset cannot hold {character!r}")
        index = {character: position for position, character in enumerate(self.characters)}
        if len(index) != len(self.characters):
            repeated = sorted({c for c in self.characters if self.characters.count(c) > 1})
            raise ValueError(f"characters appear twice in the charset: {' '.join(repeated)}")
        object.__setattr__(self, "_index", index)

    def __len__(self) -> int:
        return len(self.characters)

    def __iter__(self) -> Iterator[str]:
        return iter(self.characters)

    def __contains__(self, character: object) -> bool:
        return character in self._index

    def __getitem__(self, index: int) -> str:
        return self.characters[index]

    def index(self, character: str) -> int:
        """Return the class index of the character; ``KeyError`` if the charset lacks it."""
        return self._index[character]

    def indices(self, characters: Iterable[str]) -> list[int]:
        """Return the class indices of several characters; ``KeyError`` names the first unknown."""
        return [self._index[character] for character in characters]

    @property
    def has_lower_case(self) -> bool:
        """Tell whether capitals and small letters are distinct classes."""
        return has_small_letters(self.characters)

    @property
    def has_punctuation(self) -> bool:
        """Tell whether there are characters that are neither letters nor digits."""
        return not self.characters.isalnum()

    def fold(self, text: str) -> str:
        """Return ``text`` as this charset would see it: in capitals if it knows no small letters.

        Each character stays one: ß is no S.
        """
        return text if self.has_lower_case else capitals(text)


DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SMALL_LETTERS = "abcdefghijklmnopqrstuvwxyz"
PUNCTUATION = ".,-'!?:/"
PRINT36 = Charset(CAPITALS + DIGITS)
PRINT62 = Charset(CAPITALS + DIGITS + SMALL_LETTERS + PUNCTUATION)
