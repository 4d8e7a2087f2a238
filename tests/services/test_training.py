"""Recognizers are trained by recipe, repeatably, and measured on writers they never saw."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import scipy.io
from PIL import Image

from ocrdesk.errors import DatasetError, UsageError
from ocrdesk.nn.reports import EpochReport
from ocrdesk.page.charset import PRINT36, Charset
from ocrdesk.services import training
from ocrdesk.services.epoch_samples import equally_frequent
from ocrdesk.services.own_hands import synthetic_characters
from ocrdesk.services.progress import run
from ocrdesk.services.recipes import RECIPES, find_recipe
from ocrdesk.services.training import (
    StageReport,
    TrainingRun,
    gather,
    train_recognizer,
)
from ocrdesk.services.training_data import Characters, read_characters, split, with_validation
from ocrdesk.services.training_patches import draw_patches
from ocrdesk.services.writer_sides import lots
from ocrdesk.vision.patches import PatchGeometry

Marks = npt.NDArray[np.float64]


@pytest.fixture(scope="module")
def hands() -> Characters:
    return synthetic_characters(Charset("AB8"), np.random.default_rng(0), per_class=60)


def _quick(name: str = "quick") -> TrainingRun:
    recipe = replace(
        find_recipe("handout"), charset=Charset("LOX"), epochs=4, per_class=40, data=()
    )
    return TrainingRun(recipe, name, seed=3)


def test_a_writers_lot_depends_on_the_name_alone() -> None:
    names = [str(number) for number in range(200)]
    drawn = lots(names)
    assert np.array_equal(drawn[::-1], lots(names[::-1]))
    assert set(drawn) == set(range(10))


def test_no_writer_is_on_two_sides(hands: Characters) -> None:
    parted = split([hands])
    sides = [
        {writer for part in side for writer in part.writers.tolist()}
        for side in (parted.training, parted.validation, parted.held_out)
    ]
    assert all(sides)
    assert not sides[0] & sides[1]
    assert not (sides[0] | sides[1]) & sides[2]
    assert sum(map(len, sides)) == len(set(hands.writers.tolist()))


def test_a_source_of_one_writer_is_trained_on_whole(hands: Characters) -> None:
    alone = replace(hands, writers=np.full(len(hands), "one"))
    parted = split([alone])
    assert parted.training == (alone,)
    assert not parted.held_out


def test_plain_patches_are_the_same_every_time(hands: Characters) -> None:
    first = draw_patches([hands], PatchGeometry(), None)
    second = draw_patches([hands], PatchGeometry(), None)
    assert np.array_equal(first.inputs, second.inputs)
    assert first.inputs.shape == (180, 784)


def test_an_epoch_draws_no_more_than_it_may(hands: Characters) -> None:
    few = replace(hands, per_epoch=25)
    drawn = draw_patches([few], PatchGeometry(), np.random.default_rng(1))
    assert len(drawn) == 25


def test_classes_become_equally_frequent(hands: Characters) -> None:
    lopsided = hands.chosen((hands.labels != 2) | (np.arange(len(hands)) % 4 == 0))
    taken = equally_frequent([lopsided, hands], 50, np.random.default_rng(2))
    counts = np.bincount(np.concatenate([part.labels for part in taken]))
    assert counts.tolist() == [50, 50, 50]


def test_training_on_our_own_hands_learns_and_repeats() -> None:
    reports = []
    steps = train_recognizer(_quick())
    try:
        while True:
            reports.append(next(steps))
    except StopIteration as end:
        first = end.value
    epochs = [report for report in reports if isinstance(report, EpochReport)]
    assert [report.epoch for report in epochs] == [1, 2, 3, 4]
    assert isinstance(reports[0], StageReport)
    assert first.metrics["held_out_accuracy"] > 0.8
    json.dumps([first.lineage, first.metrics])
    second = run(train_recognizer(_quick()))
    patches = np.random.default_rng(0).random((5, 32, 32), np.float32)
    assert np.array_equal(first.classify(patches), second.classify(patches))


def test_another_seed_is_another_network() -> None:
    first = run(train_recognizer(_quick()))
    other = run(train_recognizer(replace(_quick(), seed=4)))
    patches = np.random.default_rng(0).random((5, 32, 32), np.float32)
    assert not np.array_equal(first.classify(patches), other.classify(patches))


def _pictures(hands: Characters, charset: str) -> tuple[npt.NDArray[np.uint8], Marks]:
    """Return the characters as pictures (n, 40, 40) and one-hot rows of 36."""
    pictures = np.zeros((len(hands), 40, 40), np.uint8)
    for index in range(len(hands)):
        ink = Image.fromarray(hands.ink(index))
        ink.thumbnail((36, 36))
        pictures[index, : ink.height, : ink.width] = np.asarray(ink)
    places = PRINT36.indices(charset[label] for label in hands.labels.tolist())
    return pictures, np.eye(36)[places]


def test_data_without_writers_choose_the_epoch_by_a_part_of_their_own(tmp_path: Path) -> None:
    hands = synthetic_characters(Charset("LOX"), np.random.default_rng(5), per_class=40)
    pictures, marks = _pictures(hands, "LOX")
    labels = np.array(list(PRINT36.characters))[marks.argmax(axis=1)]
    np.savez(tmp_path / "mine.npz", images=pictures, labels=labels)
    task = train_recognizer(replace(_quick(), files=(tmp_path / "mine.npz",)))
    told = [report.stage for report in task if isinstance(report, StageReport)]
    assert "a tenth of the characters" in told[1]
    alone = replace(hands, writers=np.full(len(hands), ""))
    parted = with_validation(split([alone]))
    assert 0.05 * len(alone) < len(parted.validation[0]) < 0.2 * len(alone)
    assert len(parted.training[0]) + len(parted.validation[0]) == len(alone)
    assert len(set(parted.validation[0].labels.tolist())) == 3


def test_small_letters_may_be_taken_for_their_capitals(tmp_path: Path) -> None:
    labels = np.array(list("aIiiA"))
    images = np.full((5, 28, 28), 255, np.uint8)
    images[:, 4:24, 12:16] = 0
    np.savez(tmp_path / "few.npz", images=images, labels=labels)
    (dotted,) = read_characters(tmp_path / "few.npz", PRINT36, as_capitals="i")
    assert dotted.name == "few, as capitals"
    assert dotted.labels.tolist() == [PRINT36.index("I")] * 2
    with pytest.raises(DatasetError, match="none of the characters j"):
        read_characters(tmp_path / "few.npz", PRINT36, as_capitals="j")


def test_letters_cut_out_do_not_choose_the_epoch_alone(hands: Characters) -> None:
    alone = replace(hands, writers=np.full(len(hands), "one"))
    cut_out = replace(hands, is_cut_out=True)
    parted = split([alone, cut_out])
    assert all(part.is_cut_out for part in parted.validation)
    shared = with_validation(parted)
    kept_out = [part for part in shared.validation if not part.is_cut_out]
    assert len(kept_out) == 1
    assert sum(map(len, shared.training)) == sum(map(len, parted.training)) - len(kept_out[0])


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ((), "No five writers are named: a tenth"),
        # Of those alone whose letters were cut out of texts there are five.
        (("Ann", "Bob", "Cid", "Dan", "Eve"), "Too few writers choose the epoch: a tenth"),
    ],
)
def test_it_is_told_truly_why_no_writers_choose_the_epoch(
    hands: Characters, monkeypatch: pytest.MonkeyPatch, others: tuple[str, ...], told: str
) -> None:
    sources = [replace(hands, writers=np.full(len(hands), "one"))]
    if others:
        cut_out = replace(hands, writers=np.resize(np.array(others), len(hands)), is_cut_out=True)
        sources.append(cut_out)
    monkeypatch.setattr(training, "gather", lambda _: sources)
    told_stages = _stages(
        replace(_quick(), recipe=replace(_quick().recipe, charset=Charset("AB8")))
    )
    assert told_stages[1].startswith(told)


def _stages(wanted: TrainingRun) -> list[str]:
    """Return what is told until the first epoch."""
    stages = []
    for report in train_recognizer(wanted):
        if not isinstance(report, StageReport):
            break
        stages.append(report.stage)
    return stages


def test_a_matlab_file_is_trained_on_by_its_own_parts(tmp_path: Path) -> None:
    hands = synthetic_characters(Charset("LOX"), np.random.default_rng(5), per_class=160)
    pictures, marks = _pictures(hands, "LOX")
    rows = pictures.transpose(0, 2, 1).reshape(len(hands), -1) / 255
    parts = {"train": slice(0, None, 2), "valid": slice(1, None, 4), "test": slice(3, None, 4)}
    tables = {f"{part}_data": rows[chosen] for part, chosen in parts.items()}
    tables |= {f"{part}_labels": marks[chosen] for part, chosen in parts.items()}
    scipy.io.savemat(tmp_path / "course.mat", tables)
    recognizer = run(train_recognizer(replace(_quick(), files=(tmp_path / "course.mat",))))
    assert recognizer.lineage["training_characters"] == {"train": 240}
    assert set(recognizer.metrics["held_out"]) == {"test"}
    assert recognizer.metrics["held_out"]["test"]["may_be_known"]  # nobody said whose hands
    assert recognizer.metrics["held_out_accuracy"] > 0.8


def test_parts_of_two_files_with_one_name_are_counted_together(tmp_path: Path) -> None:
    hands = synthetic_characters(Charset("LOX"), np.random.default_rng(5), per_class=80)
    pictures, _ = _pictures(hands, "LOX")
    for half in (0, 1):
        (tmp_path / str(half)).mkdir()
        kept = slice(half, None, 2)
        characters = np.array(list("LOX"))[hands.labels[kept]]
        path = tmp_path / str(half) / "letters.npz"
        np.savez(path, images=pictures[kept], labels=characters, writer=hands.writers[kept])
    files = tuple(tmp_path / half / "letters.npz" for half in "01")
    recognizer = run(train_recognizer(replace(_quick(), files=files)))
    parted = split([hands])
    learnt, kept_out = (sum(map(len, parts)) for parts in (parted.training, parted.held_out))
    assert recognizer.lineage["training_characters"] == {"letters": learnt}
    assert recognizer.metrics["held_out"]["letters"]["count"] == kept_out
    assert set(recognizer.metrics["held_out"]["letters"]) == {"right", "count"}


def test_a_file_called_test_is_no_part_of_anything(hands: Characters) -> None:
    alone = replace(hands, name="test", writers=np.full(len(hands), ""))
    assert split([alone]).training == (alone,)


def test_too_few_characters_are_refused(tmp_path: Path) -> None:
    images = np.zeros((2, 28, 28), np.uint8)
    images[:, 5:20, 10:14] = 255
    np.savez(tmp_path / "few.npz", images=images, labels=np.array(list("LO")))
    with pytest.raises(DatasetError, match="too few characters"):
        run(train_recognizer(replace(_quick(), files=(tmp_path / "few.npz",))))


def test_a_file_without_the_charsets_characters_is_refused(tmp_path: Path) -> None:
    images = np.zeros((2, 28, 28), np.uint8)
    images[:, 5:20, 10:14] = 255
    np.savez(tmp_path / "other.npz", images=images, labels=np.array(["a", "b"]))
    with pytest.raises(DatasetError, match="none of the characters"):
        read_characters(tmp_path / "other.npz", PRINT36)


def test_a_missing_data_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no file “unipen_strokes62"):
        gather(TrainingRun(find_recipe("print36"), "x", data_folder=tmp_path))


def test_the_built_in_hand_print_knows_its_limits() -> None:
    with pytest.raises(DatasetError, match="has no €"):
        synthetic_characters(Charset("A€"), np.random.default_rng(0))


def test_an_unknown_recipe_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no recipe called “cake”") as caught:
        find_recipe("cake")
    assert all(name in caught.value.advice for name in RECIPES)


def test_pens_and_pictures_of_a_writer_fall_on_the_same_side(shared_data: Path) -> None:
    charset = Charset("W")
    pens = read_characters(shared_data / "unipen_strokes62.npz", charset)
    pictures = [
        part
        for part in read_characters(shared_data / "handprint62.npz", charset)
        if part.name == "unipen"
    ]
    held_out = [
        sorted({w for part in split(side).held_out for w in part.writers.tolist()})
        for side in (pens, pictures)
    ]
    assert held_out[0] == held_out[1]
    assert len(held_out[0]) > 10
