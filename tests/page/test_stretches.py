"""Where two sequences differ is found by halves as it is one by one."""

import operator

from hypothesis import given
from hypothesis import strategies as st

from ocrdesk.page.stretches import Stretch, differing_stretch, neighbouring

TEXTS = st.text("AB", max_size=12)


def test_what_differs_lies_between_what_is_alike() -> None:
    assert differing_stretch("A CAT SAT", "A CART SAT") == Stretch(4, 4, 5)
    assert differing_stretch("AAA", "AA") == Stretch(2, 3, 2)
    assert differing_stretch([1, 2, 3], [1, 2, 3]) == Stretch(3, 3, 3)
    assert differing_stretch("", "AB") == Stretch(0, 0, 2)


@given(TEXTS, TEXTS, st.integers(0, 1))
def test_halves_find_what_one_by_one_finds(old: str, new: str, least: int) -> None:
    if min(len(old), len(new)) >= least:
        by_halves = differing_stretch(old, new, least=least)
        assert by_halves == differing_stretch(old, new, least=least, is_same=operator.eq)
        assert differing_stretch([*old], [*new], least=least) == by_halves


def test_rows_that_follow_each_other_are_one_stretch() -> None:
    assert neighbouring([1, 2, 5]) == [Stretch(1, 3, 3), Stretch(5, 6, 6)]
