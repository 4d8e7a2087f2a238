"""A charset is a two-way table: characters to class indices and back."""

import pickle
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.page.charset import CAPITALS, DIGITS, PRINT36, PRINT62, Charset

PRINTABLE = string.digits + string.ascii_letters + string.punctuation + "äöüéñßØ€"


@given(st.sets(st.sampled_from(PRINTABLE), min_size=1))
def test_there_and_back(characters: set[str]) -> None:
    charset = Charset("".join(sorted(characters)))
    assert len(charset) == len(characters)
    for position in range(len(charset)):
        assert charset.index(charset[position]) == position
    assert all(character in charset for character in characters)
    assert charset.indices(charset) == list(range(len(charset)))


def test_capitals_and_digits_of_the_course() -> None:
    assert PRINT36.characters == CAPITALS + DIGITS
    assert len(PRINT36) == 36
    assert (PRINT36.index("A"), PRINT36.index("0"), PRINT36.index("9")) == (0, 26, 35)


@pytest.mark.parametrize(
    ("characters", "reason"),
    [
        ("", "at least one"),
        ("ABA", "twice in the charset: A"),
        ("A B", "cannot hold ' '"),
        ("A\n", r"cannot hold '\\n'"),
        ("A\u00a0", "cannot hold"),
        ("A\x07", "cannot hold"),
        ("A\ud800", "cannot hold"),
        ("e\u0301", "composed"),
    ],
)
def test_what_no_charset_holds(characters: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Charset(characters)


@given(st.text(max_size=6))
def test_any_text_is_a_charset_or_a_value_error(text: str) -> None:
    try:
        charset = Charset(text)
    except ValueError:
        return
    assert unicodedata.normalize("NFC", text) == text
    assert "".join(charset) == text


def test_unknown_characters() -> None:
    assert "a" not in PRINT36
    assert "AB" not in PRINT36
    assert 3 not in PRINT36
    with pytest.raises(KeyError, match="a"):
        PRINT36.index("a")
    with pytest.raises(KeyError, match="€"):
        PRINT36.indices("A€B")
    with pytest.raises(IndexError):
        PRINT36[36]


def test_text_is_folded_to_what_the_charset_can_say() -> None:
    assert not PRINT36.has_lower_case
    assert PRINT36.fold("Straße 7") == "STRAßE 7"
    mixed = Charset("Aa")
    assert mixed.has_lower_case
    assert mixed.fold("Aa b") == "Aa b"


def test_charsets_are_values() -> None:
    assert Charset("AB") == Charset("AB")
    assert Charset("AB") != Charset("BA")
    assert len({Charset("AB"), Charset("AB")}) == 1
    assert repr(Charset("AB")) == "Charset(characters='AB')"
    twin = pickle.loads(pickle.dumps(PRINT36))  # noqa: S301 - our own bytes
    assert twin == PRINT36
    assert twin.index("Z") == 25


def test_one_character_stays_one() -> None:
    assert PRINT36.fold("ß") == "ß"
    assert (PRINT36.fold("a"), PRINT62.fold("a")) == ("A", "a")


def test_sharp_s_is_of_no_case() -> None:
    """A hand of capitals that learnt it still takes small letters for capitals."""
    grown = Charset(PRINT36.characters + "ÄßŁ€")
    assert not grown.has_lower_case
    assert grown.fold("Maßeiß ł") == "MAßEIß Ł"
