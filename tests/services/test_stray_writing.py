"""Words that run across the page are read along their own direction."""

import numpy as np
import pytest

from ocrdesk.formats.image_file import image_from_array
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.rereading import reread
from ocrdesk.services.stray_writing import in_reading_order
from ocrdesk.vision.layout import Layout, Strip, find_ink
from ocrdesk.vision.turning import Placement
from tests.services.drawings import scattered


def test_words_in_three_directions_are_all_read(recognizer: Recognizer) -> None:
    sheet = scattered(recognizer)
    reading = run(recognize(image_from_array(np.asarray(sheet), "sheet"), recognizer))
    read = {"".join(line.text.split()) for line in reading.page.lines}
    assert {"TODOTODAY", "1WATERTHEPLANTS", "2BUY6EGGS"} <= read
    again = run(reread(reading.page, reading.layout, recognizer))
    assert again.text == reading.page.text


@pytest.mark.parametrize("angle", [0.0, 90.0, -90.0, 180.0, -60.0, 130.0])
def test_words_of_one_direction_are_read_from_their_first_row_down(angle: float) -> None:
    turn = np.deg2rad(angle)
    along = np.array([np.cos(turn), np.sin(turn)])
    down = np.array([-np.sin(turn), np.cos(turn)])
    words = []
    for row, shift in ((2, -30), (0, 10), (1, 60)):  # as they may be found
        x, y = (np.array([500, 500]) + 80 * row * down + shift * along).round().astype(int)
        words.append((_word(angle + 3 * row, row), (int(x) - 40, int(y) - 40, x + 40, y + 40)))
    other = (_word(angle + 90, 9), (0, 2000, 80, 2080))
    ordered = in_reading_order([*words[:2], other, words[2]])
    assert [layout.letter_height for layout, _ in ordered] == [0, 1, 2, 9]


def _word(angle: float, number: int) -> Layout:
    """Return an empty layout that runs along the angle; its letter height tells which it is."""
    ink, components = find_ink(np.full((40, 40), 255, np.uint8))
    turn = np.deg2rad(angle)
    cos, sin = float(np.cos(turn)), float(np.sin(turn))
    strip = Strip(0, Placement(((cos, -sin), (sin, cos))))
    return Layout(ink, components, (), float(number), (40, 40), (strip,))
