"""Words recorded by a pen: which are read, how they are drawn, whose they are."""

from pathlib import Path

import numpy as np
import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.formats.stroke_file import read_strokes
from ocrdesk.page.charset import PRINT36, PRINT62
from ocrdesk.services.evaluation_word_choice import WordChoice, chosen_words
from ocrdesk.services.evaluation_words import evaluate_words
from ocrdesk.services.evaluation_writers import link_writers
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.word_drawing import draw_word
from ocrdesk.services.writer_sides import HELD_OUT_LOTS, lots
from tests.services.word_strokes import write_strokes, write_words, written

NAMES = [str(number) for number in range(40)]
UNSEEN = [name for name in NAMES if lots([name])[0] in HELD_OUT_LOTS]
SEEN = [name for name in NAMES if name not in UNSEEN]


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Five texts; the second is cursive, the first two are by a writer held out."""
    texts = ("THE HOUSE", "TIME", "Water", "- ?", "HOME 7")
    writers = (UNSEEN[0], UNSEEN[0], SEEN[0], SEEN[0], SEEN[1])
    return write_words(tmp_path / "words.npz", *texts, writers=writers, cursive=("TIME",))


def test_words_that_can_be_measured_on_are_chosen(words: Path) -> None:
    data = read_strokes(words)
    places, left_out = chosen_words(data, PRINT36, WordChoice(), {}, seed=0)
    assert places == [0, 4]
    assert left_out == {"cursive": 1, "with characters the model cannot name": 2}
    places, left_out = chosen_words(data, PRINT62, WordChoice(), {}, seed=0)
    assert places == [0, 2, 4]
    assert left_out == {"cursive": 1, "without a letter or digit": 1}


def test_a_writer_is_unseen_only_under_both_names(words: Path) -> None:
    data = read_strokes(words)
    choice = WordChoice(only_held_out=True)
    assert chosen_words(data, PRINT36, choice, {}, seed=0)[0] == [0]
    assert chosen_words(data, PRINT36, choice, {UNSEEN[0]: UNSEEN[1]}, seed=0)[0] == [0]
    assert chosen_words(data, PRINT36, choice, {UNSEEN[0]: SEEN[0]}, seed=0)[0] == []
    assert chosen_words(data, PRINT36, choice, {SEEN[1]: UNSEEN[0]}, seed=0)[0] == [0]


def test_strokes_tell_whose_characters_words_hold(tmp_path: Path) -> None:
    items = [written("THE HOUSE", np.random.default_rng(n)) for n in range(2)]
    path = write_strokes(tmp_path / "w.npz", items, labels=("A", "B"), writers=("5", "6"))
    # The collection of characters keeps 255 steps of each, and knows the first writer only.
    characters = []
    for stroke in items[0]:
        low = stroke.min(axis=0)
        characters.append([((stroke - low) * (255 / np.ptp(stroke, axis=0).max())).round()])
    known = write_strokes(
        tmp_path / "c.npz",
        characters,
        labels=("X",) * len(characters),
        writers=("77",) * len(characters),
    )
    task = link_writers(read_strokes(path), read_strokes(known))
    assert run(task) == {"5": "77"}


def test_a_word_is_drawn_with_a_pen_of_its_seed(words: Path) -> None:
    strokes = read_strokes(words).strokes(0)
    pictures = [
        draw_word(strokes, np.random.default_rng(n), name="w").image.pixels for n in (1, 1, 2)
    ]
    assert np.array_equal(pictures[0], pictures[1])
    assert pictures[0].shape != pictures[2].shape
    high, wide = pictures[0].shape
    assert 3 * 48 <= high <= 3.6 * 48  # a letter, and as much paper above and below it
    assert wide > 4 * 48
    assert np.median(pictures[0]) == 235
    assert pictures[0].min() == 40


@pytest.mark.parametrize("points", [[(9, 9)], [(0, 5), (60000, 5)], [(3, 0), (3, 9)]])
def test_dots_and_lines_are_drawn_too(points: list[tuple[int, int]]) -> None:
    picture = draw_word([np.array(points, np.float32)], np.random.default_rng(0), name="w").image
    assert max(picture.width, picture.height) < 7000
    assert picture.pixels.min() < 100


def test_words_are_read_and_compared(words: Path, recognizer: Recognizer) -> None:
    found = run(evaluate_words(words, recognizer))
    assert [word.truth for word in found.words] == ["THE HOUSE", "HOME 7"]
    assert found.letters.length == 13
    assert found.letters.errors <= 3
    assert found.text.length == 15
    assert found.styles == {"PRINTED": found.letters}
    assert found.any_case == found.letters
    again = run(evaluate_words(words, recognizer))
    assert again == found
    one = run(evaluate_words(words, recognizer, choice=WordChoice(limit=1)))
    assert len(one.words) == 1
    assert one.words[0] in found.words
    assert one.left_out["beyond the limit"] == 1


def test_reports_rise_to_the_end(words: Path, recognizer: Recognizer) -> None:
    choice = WordChoice(known=words)
    fractions = [report.fraction for report in evaluate_words(words, recognizer, choice=choice)]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)


def test_nothing_to_read_is_told_with_the_reasons(tmp_path: Path, recognizer: Recognizer) -> None:
    path = write_words(tmp_path / "words.npz", "lower", "TIME", writers=(SEEN[0], SEEN[1]))
    choice = WordChoice(only_held_out=True)
    with pytest.raises(DatasetError) as refused:
        run(evaluate_words(path, recognizer, choice=choice))
    assert refused.value.advice == "writers not held out: 2."
