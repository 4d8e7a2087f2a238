"""Of five named writers some are learnt from, some judge, some are measured on."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.formats.stroke_file import read_strokes
from ocrdesk.page.charset import PRINT36, Charset
from ocrdesk.services import row_words
from ocrdesk.services.evaluation_word_choice import WordChoice, chosen_words
from ocrdesk.services.own_hands import synthetic_characters
from ocrdesk.services.training_data import Characters, Split, read_characters, split
from ocrdesk.services.writer_sides import (
    FEWEST_WRITERS,
    VALIDATION_LOTS,
    Side,
    lots,
    side_by_lot,
    sides,
)
from tests.services.word_strokes import write_strokes, write_words, written

NAMED = ("Ann", "Bob", "Cid", "Dan", "Eve")
VALIDATING = tuple(n for n in map(str, range(200)) if lots([n])[0] in VALIDATION_LOTS)[:5]
LEARNT = tuple(n for n in map(str, range(99)) if side_by_lot(n) is Side.TRAINING)[:12]


@pytest.fixture(scope="module")
def hands() -> Characters:
    return synthetic_characters(Charset("AB8"), np.random.default_rng(0), per_class=60)


def _by(hands: Characters, *writers: str) -> Characters:
    names = np.array([writers[n % len(writers)] for n in range(len(hands))])
    return replace(hands, writers=names)


def _writers(parted: Split) -> list[set[str]]:
    parts = (parted.training, parted.validation, parted.held_out)
    return [{w for part in side for w in part.writers.tolist()} for side in parts]


@pytest.mark.parametrize("writers", [NAMED, VALIDATING, LEARNT[:5], (*NAMED, "Fay"), LEARNT])
def test_few_writers_are_on_every_side_and_most_is_learnt_from(
    hands: Characters, writers: tuple[str, ...]
) -> None:
    parted = split([_by(hands, *writers)])
    found = _writers(parted)
    assert all(found)
    assert sum(map(len, found)) == len(set().union(*found)) == len(writers)
    assert 2 * sum(map(len, parted.training)) >= len(hands)


def test_uneven_writers_leave_half_to_training_in_any_order() -> None:
    rng = np.random.default_rng(1)
    drawn_anew = 0
    for number in range(400):
        names = [f"{number}, {n}" for n in range(int(rng.integers(FEWEST_WRITERS, 14)))]
        samples = np.repeat(names, 1 + (rng.pareto(0.5, len(names)) * 5).clip(0, 2000).astype(int))
        found = sides(samples)
        counts = Counter(found[name] for name in samples.tolist())
        assert set(counts) == set(Side)
        assert 2 * counts[Side.TRAINING] >= len(samples)
        assert sides(rng.permutation(samples)) == found
        drawn_anew += found != {name: side_by_lot(name) for name in names}
    assert 100 < drawn_anew < 400


def test_lots_that_will_do_stay_as_they_are() -> None:
    many = [str(number) for number in range(100)]
    assert sides(many) == {name: side_by_lot(name) for name in many}
    few = NAMED[:4]
    assert sides(few) == {name: side_by_lot(name) for name in few}


def test_a_writer_keeps_the_lot_that_there_is_room_for() -> None:
    held_out = next(n for n in map(str, range(99)) if side_by_lot(n) is Side.HELD_OUT)
    for others in (LEARNT[:5], VALIDATING):
        found = sides((*others, held_out))
        assert [name for name, side in found.items() if side is Side.HELD_OUT] == [held_out]
    found = sides((*LEARNT[:5], VALIDATING[0]))
    assert [n for n, side in found.items() if side is Side.VALIDATION] == [VALIDATING[0]]


def test_who_is_kept_out_in_one_file_is_kept_out_in_all(hands: Characters) -> None:
    several = [_by(hands, *NAMED), _by(hands, *NAMED[:3], *LEARNT[:7])]
    found = _writers(split(several))
    assert not found[0] & found[1]
    assert not found[2] & (found[0] | found[1])
    for source in several:
        assert _writers(split([source]))[2] <= found[2]


def test_characters_cut_out_of_texts_keep_their_lots(hands: Characters) -> None:
    cut_out = replace(_by(hands, *NAMED), is_cut_out=True)
    found = _writers(split([cut_out]))
    assert found == [{n for n in NAMED if side_by_lot(n) is side} for side in Side]


def test_words_are_held_out_that_training_holds_out(tmp_path: Path) -> None:
    letters = [written("LOXA"[n % 4], np.random.default_rng(n)) for n in range(40)]
    labels = tuple("LOXA"[n % 4] for n in range(40))
    for number, names in enumerate((NAMED, VALIDATING, LEARNT[:6])):
        path = write_strokes(
            tmp_path / f"{number}.npz",
            letters,
            labels=labels,
            writers=tuple(names[n * 7 % len(names)] for n in range(40)),
        )
        data = read_strokes(path)
        assert data.groups is not None
        choice = WordChoice(only_held_out=True)
        places, _ = chosen_words(data, PRINT36, choice, {}, seed=0)
        held_out = _writers(split(read_characters(path, PRINT36)))[2]
        assert {str(data.groups[place]) for place in places} == held_out
        # And so it is under the names of characters that were trained on.
        texts = ("HOME", "TIME", "HOUSE")
        words = read_strokes(write_words(tmp_path / "w.npz", *texts, writers=("x", "y", "z")))
        assert side_by_lot("z") is Side.HELD_OUT
        for name in names:
            found, _ = chosen_words(words, PRINT36, choice, {"z": name}, seed=0, known=data)
            assert found == ([2] if name in held_out else [])


def test_rows_are_learnt_from_words_of_five_writers(tmp_path: Path) -> None:
    texts = ("HOME", "TIME", "HOUSE", "BLUE", "MOON")
    for names in (NAMED, VALIDATING):
        data = read_strokes(write_words(tmp_path / "w.npz", *texts, writers=names))
        training, validation = row_words._parted(data, PRINT36, {}, {})
        held_out, _ = chosen_words(data, PRINT36, WordChoice(only_held_out=True), {}, seed=0)
        assert (len(training), len(validation), len(held_out)) == (3, 1, 1)
        assert sorted([*training, *validation, *held_out]) == list(range(5))
