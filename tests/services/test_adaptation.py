"""A reader learns a hand from confirmed letters, forgets next to nothing, or says it cannot."""

from dataclasses import replace

import numpy as np
import pytest

from ocrdesk.errors import TrainingError
from ocrdesk.page.charset import CAPITALS
from ocrdesk.services.adaptation import Adaptation, adapt
from ocrdesk.services.letters import Letters, together
from ocrdesk.services.memory import recall
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from tests.services.hands import drawn_signs, written


def _right(recognizer: Recognizer, letters: Letters) -> int:
    given = recognizer.classify(letters.patches).argmax(axis=1)
    return sum(recognizer.charset[k] == c for k, c in zip(given, letters.characters, strict=True))


@pytest.fixture(scope="module")
def learnt(recognizer: Recognizer) -> Adaptation:
    """The reader after a hundred letters of a hand that leans far."""
    return run(adapt(recognizer, written(CAPITALS * 4, recognizer.geometry)))


def test_other_letters_of_the_hand_are_read_better(
    recognizer: Recognizer, learnt: Adaptation
) -> None:
    fresh = written(CAPITALS * 8, recognizer.geometry, seed=1)
    before, after = _right(recognizer, fresh), _right(learnt.recognizer, fresh)
    errors = len(fresh) - before
    assert errors > 30
    assert len(fresh) - after < 0.6 * errors
    assert learnt.letters.after > learnt.letters.before
    assert not learnt.refusal


def test_other_hands_are_read_as_before(recognizer: Recognizer, learnt: Adaptation) -> None:
    assert learnt.memory.count > 1000
    assert learnt.memory.lost <= 0.003
    shares = recognizer.judge(written(CAPITALS, recognizer.geometry, seed=2).patches)[1]
    now = learnt.recognizer.judge(written(CAPITALS, recognizer.geometry, seed=2).patches)[1]
    assert np.abs(now - shares).mean() < 0.15


def test_the_reader_it_began_with_is_untouched_and_the_result_the_same_each_time(
    recognizer: Recognizer,
) -> None:
    letters = written("ABCDEFG", recognizer.geometry)
    before = recognizer.network.parameters.copy()
    first, second = (run(adapt(recognizer, letters)).recognizer for _ in range(2))
    assert np.array_equal(recognizer.network.parameters, before)
    assert np.array_equal(first.network.parameters, second.network.parameters)
    assert not np.array_equal(first.network.parameters, before)
    assert first.lineage["parent"] == recognizer.name
    assert (first.temperature, first.can_reject) == (recognizer.temperature, True)


def test_wrong_labels_are_refused(recognizer: Recognizer) -> None:
    letters = written(CAPITALS * 3, recognizer.geometry)
    shuffled = np.random.default_rng(3).permutation(letters.characters).tolist()
    adaptation = run(adapt(recognizer, Letters(letters.patches, tuple(shuffled))))
    assert "would read" in adaptation.refusal


def test_it_can_be_stopped_at_many_places(recognizer: Recognizer) -> None:
    letters = written(CAPITALS, recognizer.geometry)
    run(recall(recognizer))
    reports = list(adapt(recognizer, letters))
    assert len(reports) > 30
    assert [r.fraction for r in reports] == sorted(r.fraction for r in reports)
    task = adapt(recognizer, letters)
    next(task)
    task.close()


def test_other_hands_are_recalled_once_for_equal_readers(recognizer: Recognizer) -> None:
    memory = run(recall(recognizer))
    again = replace(recognizer, network=recognizer.network.copy(), name="read from its file")
    task = recall(again)
    with pytest.raises(StopIteration) as end:
        next(task)
    assert end.value.value is memory
    other = recognizer.network.copy()
    other.parameters[-1] += 1
    task = recall(replace(recognizer, network=other))
    assert next(task) == 0
    task.close()


@pytest.mark.parametrize("sign", ["€", "&"])
def test_a_new_character_is_read_after_a_handful(recognizer: Recognizer, sign: str) -> None:
    letters = drawn_signs(sign, 6, recognizer.geometry)
    others = written(CAPITALS, recognizer.geometry)
    adaptation = run(adapt(recognizer, together([letters, others], recognizer.geometry)))
    grown = adaptation.recognizer
    assert adaptation.grown == sign
    assert grown.charset.characters == recognizer.charset.characters + sign
    fresh = drawn_signs(sign, 20, recognizer.geometry, seed=9)
    probabilities, shares = grown.judge(fresh.patches)
    assert _right(grown, fresh) >= 16
    assert np.mean(shares) > np.mean(recognizer.judge(fresh.patches)[1])
    assert np.allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    assert not adaptation.refusal


def test_a_reader_of_capitals_takes_small_letters_for_them(recognizer: Recognizer) -> None:
    letters = written("AB", recognizer.geometry)
    adaptation = run(adapt(recognizer, Letters(letters.patches, ("a", "b"))))
    assert (adaptation.grown, adaptation.recognizer.charset) == ("", recognizer.charset)


def test_a_letter_without_a_capital_is_learnt_as_it_was_typed(recognizer: Recognizer) -> None:
    """And small letters are taken for capitals by the hand that learnt it, as before."""
    letters = written("ABAB", recognizer.geometry)
    grown = run(adapt(recognizer, Letters(letters.patches, ("a", "ß", "A", "ß")))).recognizer
    assert grown.charset.characters == recognizer.charset.characters + "ß"
    again = run(adapt(grown, Letters(letters.patches, ("a", "ß", "A", "b"))))
    assert (again.grown, again.recognizer.charset) == ("", grown.charset)


def test_without_letters_there_is_nothing_to_learn(recognizer: Recognizer) -> None:
    with pytest.raises(TrainingError, match="no confirmed letters"):
        run(adapt(recognizer, Letters.none(recognizer.geometry)))


def test_a_single_letter_can_be_learnt(recognizer: Recognizer) -> None:
    adaptation = run(adapt(recognizer, written("Q", recognizer.geometry)))
    assert adaptation.letters.count == 0
    assert not adaptation.refusal
