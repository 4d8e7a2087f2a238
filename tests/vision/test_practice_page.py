"""Where things are on a practice sheet: nothing overlaps, nothing falls off the paper."""

import string

import pytest

from ocrdesk.vision.practice_page import (
    CELLS,
    MARGIN,
    PAPERS,
    SPARE,
    Area,
    PracticePage,
    code_areas,
    mark_areas,
)

ALL = string.ascii_uppercase + string.digits


def _overlap(one: Area, other: Area) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1e-9 and down > 1e-9


@pytest.mark.parametrize("paper", PAPERS)
def test_marks_codes_and_cells_keep_clear_of_one_another(paper: str) -> None:
    page = PracticePage(ALL, 5, paper)
    boxes = [page.box(cell).grown(*SPARE) for cell in range(CELLS)]
    areas = [*mark_areas(paper), *code_areas(paper), *boxes]
    for place, one in enumerate(areas):
        assert not any(_overlap(one, other) for other in areas[place + 1 :])
        assert one.left >= MARGIN
        assert one.right <= page.size[0] - MARGIN + SPARE[0]
        assert MARGIN <= one.top < one.bottom <= page.size[1] - MARGIN


def test_every_character_is_asked_for_before_any_is_asked_again() -> None:
    assert PracticePage("ABC", 2).asked == "ABCABC"


def test_five_times_thirty_six_fill_one_page() -> None:
    page = PracticePage(ALL, 5)
    assert page.count == 1
    assert len(page.asked) == CELLS == 180


def test_the_second_page_goes_on_where_the_first_ends() -> None:
    pages = [PracticePage(ALL + "abc", 10, "a4", number) for number in range(3)]
    assert pages[0].count == 3
    assert "".join(page.asked for page in pages) == (ALL + "abc") * 10


@pytest.mark.parametrize("wrong", [{"paper": "a5"}, {"copies": 0}, {"number": 1}, {"number": -1}])
def test_a_page_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"there is no page|no practice sheet"):
        PracticePage(**{"characters": "ABC", "copies": 1, **wrong})  # type: ignore[arg-type]
