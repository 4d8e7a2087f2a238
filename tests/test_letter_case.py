"""Capitals of one character each."""

from ocrdesk.letter_case import capital, capitals, has_small_letters


def test_a_text_keeps_its_length() -> None:
    assert capitals("Straße 7, ł é ﬁ") == "STRAßE 7, Ł É ﬁ"
    assert (capital("a"), capital("ß"), capital("ẞ")) == ("A", "ß", "ẞ")


def test_letters_without_a_capital_are_no_small_ones() -> None:
    assert has_small_letters("ABc")
    assert not has_small_letters("ABC9ß€ªẞ")
    assert not has_small_letters("")
