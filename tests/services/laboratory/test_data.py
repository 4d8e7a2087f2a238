"""Where the laboratory's letters come from, and that nobody judges whose letters were learnt."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.services.laboratory.data import DataPlan, LabData, data_problems, load_data
from ocrdesk.services.progress import Progress, run


def test_made_up_letters_come_in_equal_numbers_by_the_seed(letters: LabData) -> None:
    again = run(load_data(DataPlan(characters="AOHX", per_class=24, size=16)))
    other = run(load_data(DataPlan(characters="AOHX", per_class=24, size=16, seed=2)))
    assert letters.patches.shape == (96, 16, 16)
    assert letters.counts().sum(axis=1).tolist() == [24] * 4
    assert np.array_equal(letters.patches, again.patches)
    assert not np.array_equal(letters.patches, other.patches)


def test_no_writer_is_on_both_sides(letters: LabData) -> None:
    judging = set(letters.writers[letters.judges].tolist())
    learning = set(letters.writers[~letters.judges].tolist())
    assert judging
    assert not judging & learning
    assert len(letters.training) + len(letters.validation) == len(letters)


@pytest.mark.parametrize(("names", "told"), [(["ann"], "one other"), (["ann", "bob"], "2 others")])
def test_who_judges_is_told_in_words_that_fit_their_number(
    letters: LabData, names: list[str], told: str
) -> None:
    writers = letters.writers.copy()
    rows = letters.judge_rows
    writers[rows] = np.resize(names, len(rows))
    data = replace(letters, writers=writers)
    assert f", {len(rows)} of {told} to judge by." in data.split_told()


def test_letters_of_few_writers_are_parted_one_by_one_and_it_says_so(tmp_path: Path) -> None:
    images = np.zeros((40, 12, 12), np.uint8)
    images[:, 2:10, 5:7] = 255
    images[::2, 5:7, 2:10] = 255
    np.savez(tmp_path / "own.npz", images=images, labels=np.array(["T", "I"] * 20))
    plan = DataPlan(source="files", files=(tmp_path / "own.npz",), characters="IT", size=16)
    data = run(load_data(plan))
    assert not data.is_by_writer
    assert int(data.judges.sum()) == 8
    assert "the same hands are on both sides" in data.split_told()


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (DataPlan(source="files"), "No file is chosen"),
        (DataPlan(characters="A"), "nothing to tell apart"),
        (DataPlan(characters="AAB"), "named twice"),
        (DataPlan(per_class=2), "5 to 5,000"),
        (DataPlan(held_out=0.0), "5 to 50 %"),
    ],
)
def test_impossible_data_are_explained_before_anything_is_drawn(plan: DataPlan, told: str) -> None:
    assert any(told in problem for problem in data_problems(plan))
    with pytest.raises(DatasetError, match=told):
        next(load_data(plan))


def test_progress_is_told_while_letters_are_cut() -> None:
    plan = DataPlan(characters="ABCDEFGHIJ", per_class=25, size=16)
    reports = [r for r in load_data(plan) if isinstance(r, Progress)]
    assert [report.stage for report in reports] == ["Making letters up", "Cutting letters"]


def test_a_letter_left_out_or_relabelled_leaves_the_others(letters: LabData) -> None:
    fewer = letters.without([0, 5])
    assert len(fewer) == len(letters) - 2
    assert np.array_equal(fewer.patches[0], letters.patches[1])
    changed = letters.relabelled(3, "X")
    assert changed.charset[int(changed.labels[3])] == "X"
    assert int((changed.labels != letters.labels).sum()) <= 1


def test_fewer_letters_to_learn_from_leave_all_judges(letters: LabData) -> None:
    fewer = letters.fewer(0.25, np.random.default_rng(0))
    assert len(fewer.validation) == len(letters.validation)
    assert len(fewer.training) == round(0.25 * len(letters.training))
