"""Letters teach little of likenesses nobody confirmed yet, and in full of other characters."""

import numpy as np
import pytest

from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import Charset
from ocrdesk.services.lesson import SMOOTHING, Lesson, alike, targets

CHARSET = Charset("AO0I")


@pytest.fixture
def start() -> Network:
    """Layers that call all ink 0 with 0.6, O with 0.2, the rest with 0.1."""
    network = Network([Dense(4)], (2,))
    network.layers[0].parameters["biases"][:] = np.log([0.1, 0.2, 0.6, 0.1])
    return network


def _lesson(text: str) -> Lesson:
    classes = np.array(CHARSET.indices(list(text)), np.intp)
    features = np.zeros((1, len(text), 2), np.float32)
    return Lesson(features, classes, range(4, 4), alike(CHARSET))


def _plain(text: str) -> np.ndarray:
    wanted = np.full((len(text), 4), SMOOTHING / 4)
    wanted[np.arange(len(text)), CHARSET.indices(list(text))] += 1 - SMOOTHING
    return wanted


def test_likenesses_are_those_of_the_charset() -> None:
    assert alike(CHARSET).tolist() == [
        [False, False, False, False],
        [False, False, True, False],
        [False, True, False, False],
        [False, False, False, False],
    ]


def test_one_letter_leaves_its_likeness_most_of_what_the_reader_gave_it(start: Network) -> None:
    told = targets(start, _lesson("OA"))
    assert told.sum(axis=1) == pytest.approx([1, 1])
    assert told[1] == pytest.approx(_plain("A")[0])
    kept = (1 - SMOOTHING) * 5 / 6
    assert told[0] == pytest.approx(_plain("O")[0] + kept * np.array([0, -0.75, 0.75, 0]), abs=1e-6)


def test_more_letters_leave_less(start: Network) -> None:
    shares = [targets(start, _lesson("O" * count))[0, 2] for count in (1, 5, 20)]
    assert shares[0] > shares[1] > shares[2] > SMOOTHING / 4


def test_where_both_are_confirmed_each_is_what_was_said(start: Network) -> None:
    assert targets(start, _lesson("O0A")) == pytest.approx(_plain("O0A"))


def test_what_the_reader_thought_impossible_is_taught_in_full(start: Network) -> None:
    start.layers[0].parameters["biases"][:] = [200, -200, -200, 0]
    assert targets(start, _lesson("O"))[0] == pytest.approx(_plain("O")[0])
