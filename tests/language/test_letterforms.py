"""How high a character stands tells small letters from capitals and marks from one another."""

from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.language.letterforms import Floats, extents, fit_guides, has_heights, settled, standing

TEXT = "Hold my pens, it's early"


def _written(
    text: str, *, capital: float = 50.0, slope: float = 0.0, x_height: float = 0.6, seed: int = 1
) -> tuple[list[str], Floats]:
    """Return characters and their places as a hand that strays a little writes them."""
    rng = np.random.default_rng(seed)
    characters = [character for character in text if character != " "]
    xs = np.arange(len(characters)) * 0.7 * capital
    line = 200 + slope * xs
    tops, bottoms = (line - capital * reach for reach in extents(characters, x_height).T)
    stray = rng.normal(0, 0.04 * capital, (2, len(xs)))
    return characters, np.stack([xs, tops + stray[0], bottoms + stray[1]], axis=1)


@pytest.mark.parametrize("slope", [0.0, 0.08])
@pytest.mark.parametrize("x_height", [0.5, 0.7])
def test_guides_are_found_from_what_was_read(slope: float, x_height: float) -> None:
    characters, places = _written(TEXT, slope=slope, x_height=x_height)
    guides = fit_guides(characters, places, height=40.0)
    assert guides.capital == pytest.approx(50, rel=0.1)
    assert guides.slope == pytest.approx(slope, abs=0.01)
    assert guides.base == pytest.approx(200, abs=4)
    assert guides.x_height == pytest.approx(x_height, abs=0.11)


def test_a_few_misread_letters_do_not_move_the_guides() -> None:
    characters, places = _written(TEXT)
    characters[3:6] = "Q8j"
    guides = fit_guides(characters, places, height=40.0)
    assert guides.base == pytest.approx(200, abs=5)
    assert guides.capital == pytest.approx(50, rel=0.12)


@pytest.mark.parametrize(
    ("truth", "likeness"), [("o", "O"), ("O", "o"), ("s", "S"), (",", "'"), ("'", ","), ("-", ".")]
)
def test_where_a_character_stands_tells_its_likeness_apart(truth: str, likeness: str) -> None:
    characters, places = _written(TEXT + truth, seed=4)
    guides = fit_guides(characters[:-1], places[:-1], height=45.0)
    ratio = standing(guides, [truth, likeness], places[-1:])
    assert ratio[0, 0] > ratio[0, 1] + 1


def test_one_letter_alone_tells_little() -> None:
    characters, places = _written("O")
    guides = fit_guides(characters, places, height=50.0)
    assert guides.certainty < 0.2
    assert np.abs(standing(guides, ["o", "O"], places)).max() < 1.0


def test_a_row_without_letters_has_no_certainty() -> None:
    guides = fit_guides([], np.array([[0.0, 10.0, 50.0]]), height=40.0)
    assert guides.certainty == 0
    assert fit_guides([], np.zeros((0, 3)), height=40.0).base == 0


@pytest.mark.parametrize(("truth", "likeness"), [("C", "c"), ("c", "C"), ("0", "o"), ("o", "0")])
def test_rows_of_likenesses_are_as_high_as_the_other_rows_say(truth: str, likeness: str) -> None:
    rows = [_written(TEXT, seed=1), _written(TEXT, seed=2), _written(truth * 8, seed=3)]
    # What the network takes them for must not decide: the other way round is read first.
    read = [rows[0][0], rows[1][0], [likeness] * 8]
    places = [row[1] for row in rows]
    alone = [fit_guides(*row, height=45.0) for row in zip(read, places, strict=True)]
    *others, guides = settled(alone)
    assert others == alone[:2]
    ratios = standing(guides, [truth, likeness], places[2])
    assert (ratios[:, 0] > ratios[:, 1] + 0.5).all()


def test_rows_beside_say_more_of_how_high_letters_are_than_rows_far_away() -> None:
    far, beside = (fit_guides(*_written(TEXT, seed=n), height=45.0) for n in (1, 2))
    large = replace(beside, capital=2 * far.capital)
    unsure = fit_guides(*_written("CCC", seed=3), height=45.0)
    *_, below = settled([far, far, far, large, unsure])
    above, *_ = settled([unsure, far, far, far, large])
    assert below.capital > 1.5 * far.capital
    assert above.capital < 1.1 * far.capital


def test_rows_without_letters_and_pages_without_sure_rows_stay_as_they_are() -> None:
    sure, unsure = (fit_guides(*_written(text), height=45.0) for text in (TEXT, "CCC"))
    nothing = fit_guides([], np.zeros((0, 3)), height=45.0)
    assert settled([sure, nothing]) == [sure, nothing]
    assert settled([unsure, nothing]) == [unsure, nothing]


@pytest.mark.parametrize(
    ("characters", "is_so"),
    [("", False), ("AB9", False), ("AB9&€ÑÄ", False), ("AB9.", True), ("ABab", True)],
)
def test_only_characters_of_several_heights_are_told_by_them(
    characters: str, *, is_so: bool
) -> None:
    assert has_heights(characters) is is_so
