"""The fewest changes between two texts; rapidfuzz is the witness."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from ocrdesk.page import text_alignment
from ocrdesk.page.text_alignment import Pair, align, find_kept

LETTERS = st.text("ABC", max_size=14)
ROWS = st.text("AB \n", max_size=20)


def cost(old: str, new: str, pairs: list[Pair]) -> int:
    return sum(p.old is None or p.new is None or old[p.old] != new[p.new] for p in pairs)


def check(old: str, new: str, pairs: list[Pair]) -> None:
    assert [pair.old for pair in pairs if pair.old is not None] == list(range(len(old)))
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            assert (old[pair.old] in " \n") == (new[pair.new] in " \n")


@settings(max_examples=80, deadline=None)
@given(LETTERS, LETTERS)
def test_letters_are_aligned_by_the_fewest_changes(old: str, new: str) -> None:
    pairs = align(old, new)
    check(old, new, pairs)
    assert cost(old, new, pairs) == Levenshtein.distance(old, new)


@pytest.mark.parametrize(("old", "new", "kept"), [("AB", "BC", 1), ("ABCD", "XABCY", 3)])
def test_of_ways_as_short_the_one_that_leaves_more_is_taken(old: str, new: str, kept: int) -> None:
    pairs = align(old, new)
    assert len(pairs) - cost(old, new, pairs) == kept


@settings(max_examples=80, deadline=None)
@given(ROWS, ROWS, st.integers(0, 20))
def test_letters_never_become_spaces(old: str, new: str, behind: int) -> None:
    pairs = align(old, new)
    check(old, new, pairs)
    check(old, new, align(old, new, behind=behind))
    assert cost(old, new, pairs) >= Levenshtein.distance(old, new)


@pytest.fixture
def _no_table(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(text_alignment, "_CELLS", 6)
    yield
    monkeypatch.undo()


@pytest.mark.usefixtures("_no_table")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("KITTEN SITS", "SITTING KIT"),
        ("ABCDEFGH", "XBDDEFYGZ"),
        ("AAAA\nBBBB", "BBBB\nAAAA"),
        ("AB" * 20, "BA" * 17),
        ("ABCABC", ""),
        ("", "ABC"),
        ("A", "XYZAXYZ"),
    ],
)
def test_halving_long_texts_costs_no_change(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    halved = align(old, new)
    check(old, new, halved)
    monkeypatch.setattr(text_alignment, "_CELLS", 10**6)
    assert cost(old, new, halved) == cost(old, new, align(old, new))


@pytest.mark.parametrize(
    ("old", "new", "behind", "deleted"),
    [("HELLO", "HELO", 1, 3), ("HELLO", "HELO", 2, 2), ("AAA", "AA", 2, 0), ("AAA", "AA", 0, 2)],
)
def test_the_caret_tells_which_of_two_equal_letters_went(
    old: str, new: str, behind: int, deleted: int
) -> None:
    pairs = align(old, new, behind=behind)
    assert [pair.old for pair in pairs if pair.new is None] == [deleted]


@pytest.mark.parametrize("behind", [-3, 0, 3, 99])
def test_a_caret_anywhere_is_no_harm(behind: int) -> None:
    assert cost("ABC", "AXC", align("ABC", "AXC", behind=behind)) == 1


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        (["ABC", "DEF"], ["DEF", "ABC"], {0: 1, 1: 0}),
        (["O", "0"], ["0", "O"], {}),
        (["O", "ABC", "0"], ["0", "ABC", "O"], {1: 1}),
        (["A", "O", "0", "B"], ["A", "0", "O", "B"], {0: 0, 3: 3}),
        (["DEFG", "HI", "X"], ["HI", "DEFG", "X"], {0: 1, 1: 0, 2: 2}),
        (["ABC", "X", "ABC"], ["X", "ABC", "Y", "ABC"], {1: 0, 3: 2}),
        (["ABC", "DEF", "GHI"], ["GHI", "QQQ", "ABC"], {0: 2, 2: 0}),
        (["ABC"], ["ABC", "ABC"], {0: 0}),
        ([], ["ABC"], {}),
        (["ABC"], [], {}),
    ],
)
def test_words_and_rows_that_changed_places_are_known_again(
    old: list[str], new: list[str], kept: dict[int, int]
) -> None:
    in_place, moved = find_kept(old, new)
    assert {**in_place, **moved} == kept
    places = sorted(in_place)
    assert [in_place[place] for place in places] == sorted(in_place.values())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["ABC", "DEF", "A", "B"])), st.data(), st.none() | st.integers(0, 9)
)
def test_a_word_is_kept_once(old: list[str], data: st.DataObject, behind: int | None) -> None:
    new = data.draw(st.permutations(old)) + data.draw(st.lists(st.sampled_from(["ABC", "X"])))
    in_place, moved = find_kept(old, new, behind=behind)
    assert not in_place.keys() & moved.keys()
    kept = {**in_place, **moved}
    assert len(set(kept.values())) == len(kept)
    assert all(old[kept[place]] == new[place] for place in kept)
