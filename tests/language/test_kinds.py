"""Neighbours settle O and 0, I and 1."""

import numpy as np
import pytest

from ocrdesk.language.kinds import weigh_kinds

CHARACTERS = "ABO01"


def _row(*rows: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(c, 0.0) for c in CHARACTERS] for row in rows], np.float32)


def _read(probabilities: np.ndarray) -> str:
    return "".join(CHARACTERS[i] for i in probabilities.argmax(axis=1))


def test_a_round_mark_among_letters_is_an_o() -> None:
    row = _row({"B": 0.99, "0": 0.01}, {"O": 0.45, "0": 0.55}, {"A": 0.98, "1": 0.02})
    assert _read(weigh_kinds(row, CHARACTERS, [3])) == "BOA"


def test_a_round_mark_among_digits_is_a_zero() -> None:
    row = _row({"1": 0.99, "A": 0.01}, {"O": 0.55, "0": 0.45}, {"1": 0.98, "A": 0.02})
    assert _read(weigh_kinds(row, CHARACTERS, [3])) == "101"


def test_sure_ink_wins_over_its_neighbours() -> None:
    row = _row({"A": 0.99, "0": 0.01}, {"1": 0.999, "O": 0.001}, {"B": 0.99, "1": 0.01})
    assert _read(weigh_kinds(row, CHARACTERS, [3])) == "A1B"


def test_words_are_less_bound_than_letters() -> None:
    row = _row({"A": 0.99, "1": 0.01}, {"O": 0.1, "0": 0.9}, {"B": 0.99, "0": 0.01})
    within = weigh_kinds(row, CHARACTERS, [3])[1, CHARACTERS.index("0")]
    apart = weigh_kinds(row, CHARACTERS, [1, 1, 1])[1, CHARACTERS.index("0")]
    assert apart > within


def test_probabilities_stay_probabilities() -> None:
    rng = np.random.default_rng(0)
    row = rng.dirichlet(np.ones(5), 40).astype(np.float32)
    weighed = weigh_kinds(row, CHARACTERS, [10, 1, 29])
    assert weighed.dtype == np.float32
    assert weighed.sum(axis=1) == pytest.approx(np.ones(40), abs=1e-5)
    assert (weighed >= 0).all()


def test_ratios_within_a_kind_are_untouched() -> None:
    row = _row({"A": 0.6, "B": 0.3, "0": 0.1}, {"A": 0.9, "1": 0.1})
    weighed = weigh_kinds(row, CHARACTERS, [2])
    assert weighed[0, 0] / weighed[0, 1] == pytest.approx(2.0, rel=1e-4)


def test_one_kind_alone_is_left_as_it_is() -> None:
    row = np.array([[0.7, 0.3]], np.float32)
    assert weigh_kinds(row, "AB", [1]) is row
    empty = np.empty((0, 5), np.float32)
    assert weigh_kinds(empty, CHARACTERS, []) is empty
