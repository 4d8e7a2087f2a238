"""Without a language, ink alone decides."""

from math import log

import numpy as np
import pytest

from ocrdesk.language.lattice import Edge, decode
from ocrdesk.language.uniform import UniformWords


def test_a_reading_scores_what_its_ink_and_gaps_say() -> None:
    edges = [Edge(0, 1, np.log([0.6, 0.4])), Edge(1, 2, np.log([0.3, 0.7]))]
    best, *_ = decode(edges, [0.0], "AB", UniformWords(2))
    assert [step.character for step in best.steps] == [0, 1]
    assert best.score == pytest.approx(log(0.6 * 0.7 / 2))
    assert [step.language for step in best.steps] == pytest.approx([0.0, 0.0])


def test_spaces_are_where_gaps_are_wide() -> None:
    edges = [Edge(place, place + 1, np.log([0.9, 0.1])) for place in range(3)]
    best, *_ = decode(edges, [5.0, -5.0], "AB", UniformWords(2))
    assert [step.begins_word for step in best.steps] == [False, True, False]
