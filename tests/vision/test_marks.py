"""Small ink beside letters comes back as marks, row by row; ink far from letters does not."""

import numpy as np

from ocrdesk.vision.layout import Layout, find_ink, lay_out
from ocrdesk.vision.marks import small_marks


def _page(*marks: tuple[int, int, int, int], pitch: int = 60) -> Layout:
    """Return the layout of two rows of bars like H, with black boxes (left, top, right, bottom).

    They are 60 pixels high, and one begins every ``pitch`` pixels.
    """
    pixels = np.full((420, 700), 240, np.uint8)
    for top in (80, 240):
        for left in range(60, 460, pitch):
            pixels[top : top + 60, left : left + 7] = 20
            pixels[top : top + 60, left + 28 : left + 35] = 20
            pixels[top + 27 : top + 34, left : left + 35] = 20
    for left, top, right, bottom in marks:
        pixels[top:bottom, left:right] = 20
    ink, components = find_ink(pixels)
    return lay_out(pixels, ink, components)


def _found(layout: Layout) -> list[list[tuple[int, int]]]:
    """Return the middles of the marks of each row in pixels of the page."""
    return [
        [
            (round(x / layout.ink.scale), round(y / layout.ink.scale))
            for x, y in (mark.box.center for mark in row)
        ]
        for row in small_marks(layout)
    ]


def test_a_page_of_letters_has_no_marks() -> None:
    assert _found(_page()) == [[], []]


def test_full_stops_and_commas_stand_in_their_rows() -> None:
    stop, comma = (470, 132, 479, 141), (484, 292, 492, 312)
    first, second = _found(_page(stop, comma))
    assert len(first) == len(second) == 1
    assert abs(first[0][0] - 474) <= 2
    assert abs(first[0][1] - 136) <= 2
    assert abs(second[0][0] - 488) <= 2


def test_a_small_letter_among_letters_far_apart_is_a_mark() -> None:
    """So an i without its dot is, in the word of a hand that spaces its letters out."""
    stroke = (164, 122, 172, 140)
    first, second = _found(_page(stroke, pitch=180))
    assert [abs(x - 168) <= 2 for x, _ in first] == [True]
    assert second == []


def test_ink_far_from_letters_is_no_mark() -> None:
    far, below = (640, 132, 649, 141), (300, 390, 309, 399)
    assert _found(_page(far, below)) == [[], []]


def test_an_empty_page_has_no_rows_of_marks() -> None:
    blank = np.full((200, 300), 240, np.uint8)
    ink, components = find_ink(blank)
    assert small_marks(lay_out(blank, ink, components)) == []


def test_an_apostrophe_hangs_higher_than_the_letters() -> None:
    """As it does above small ones, whose middle is lower than that of capitals."""
    high, higher = (470, 40, 479, 58), (470, 10, 479, 28)
    assert [len(row) for row in _found(_page(high))] == [1, 0]
    assert _found(_page(higher)) == [[], []]
