"""What looks alike lends some of its probability, and nothing else changes."""

import numpy as np
import pytest

from ocrdesk.language.likenesses import LENT, LIKENESSES, likenesses, with_likenesses
from ocrdesk.page.charset import DIGITS, PRINT36, PRINT62


def test_likenesses_are_mutual_and_hold_the_character_itself() -> None:
    for character in PRINT62.characters:
        alike = likenesses(character)
        assert character in alike
        assert all(likenesses(other) == alike for other in alike)
    assert sum(len(group) for group in LIKENESSES) == len(set("".join(LIKENESSES)))


@pytest.mark.parametrize("characters", [PRINT36.characters, PRINT62.characters, DIGITS])
def test_probabilities_still_sum_to_one(characters: str) -> None:
    rng = np.random.default_rng(1)
    shares = rng.dirichlet(np.ones(len(characters)), 20).astype(np.float32)
    assert with_likenesses(shares, characters).sum(axis=1) == pytest.approx(1.0, abs=1e-5)


def test_a_sure_character_lends_to_what_looks_like_it() -> None:
    sure = np.eye(len(PRINT62), dtype=np.float32)
    lent = with_likenesses(sure, PRINT62.characters)
    share = lent[PRINT62.index("s"), PRINT62.index("S")]
    assert share == pytest.approx(LENT / (1 + LENT))
    assert lent[PRINT62.index("I"), PRINT62.index("i")] == pytest.approx(LENT / (1 + 3 * LENT))
    assert lent[PRINT62.index("E")].tolist() == sure[PRINT62.index("E")].tolist()


def test_which_of_two_is_likelier_stays() -> None:
    shares = np.zeros((1, len(PRINT36)), np.float32)
    shares[0, PRINT36.indices("O0Q")] = 0.5, 0.4, 0.1
    lent = with_likenesses(shares, PRINT36.characters)[0]
    assert lent[PRINT36.index("O")] > lent[PRINT36.index("0")] > lent[PRINT36.index("Q")] > 0
