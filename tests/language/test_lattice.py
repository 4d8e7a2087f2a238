"""The decoder finds the best way through candidates, by hand-made scores."""

from math import inf, log

import numpy as np
import pytest

from ocrdesk.language.lattice import DecoderSettings, Edge, decode

LETTERS = "HIV"


class _Bigrams:
    """Knows that I follows I seldom; everything else is equally likely."""

    def start(self) -> str:
        return ""

    def extend(self, state: str, character: str) -> tuple[str, float]:
        share = 0.05 if state == character == "I" else 1 / 3
        return character, log(share)

    def follow(self, state: str) -> str:  # noqa: ARG002
        return ""

    def finish(self, state: str) -> float:  # noqa: ARG002
        return 0.0


def _logs(**shares: float) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.log([max(shares.get(letter, 0.0), 1e-9) for letter in LETTERS])


def _text(edges: list[Edge], odds: list[float], weight: float = 0.5) -> str:
    settings = DecoderSettings(language_weight=weight)
    best = decode(edges, odds, LETTERS, _Bigrams(), settings)[0]
    return "".join(
        (" " if step.begins_word else "") + LETTERS[step.character] for step in best.steps
    )


def test_a_whole_letter_beats_its_halves() -> None:
    edges = [Edge(0, 2, _logs(H=0.9)), Edge(0, 1, _logs(I=0.6)), Edge(1, 2, _logs(I=0.6))]
    assert _text(edges, [-inf], weight=0.0) == "H"


def test_good_halves_beat_a_bad_whole() -> None:
    edges = [Edge(0, 2, _logs(H=0.05)), Edge(0, 1, _logs(V=0.9)), Edge(1, 2, _logs(I=0.9))]
    assert _text(edges, [-inf]) == "VI"


def test_language_decides_where_ink_does_not() -> None:
    edges = [Edge(0, 1, _logs(I=1.0)), Edge(1, 2, _logs(I=0.5, V=0.45))]
    assert _text(edges, [-5.0], weight=0.0) == "II"
    assert _text(edges, [-5.0], weight=0.5) == "IV"


def test_sure_ink_wins_against_language() -> None:
    edges = [Edge(0, 1, _logs(I=1.0)), Edge(1, 2, _logs(I=0.999, V=0.001))]
    assert _text(edges, [-5.0], weight=0.5) == "II"


def test_spaces_follow_the_gaps_and_are_forbidden_in_cuts() -> None:
    edges = [Edge(place, place + 1, _logs(V=1.0)) for place in range(3)]
    assert _text(edges, [4.0, -4.0]) == "V VV"
    assert _text(edges, [-inf, 4.0]) == "VV V"


def test_language_can_part_words_where_the_gap_leaves_it_open() -> None:
    edges = [Edge(0, 1, _logs(I=1.0)), Edge(1, 2, _logs(I=1.0))]
    assert _text(edges, [0.0], weight=1.0) == "I I"
    assert _text(edges, [-9.0], weight=1.0) == "II"


def test_what_a_space_gains_decides_where_the_gap_leaves_it_open() -> None:
    edges = [Edge(place, place + 1, _logs(V=1.0)) for place in range(2)]
    together, apart = (
        decode(edges, [-0.5], LETTERS, _Bigrams(), DecoderSettings(space=space))[0]
        for space in (0.0, 1.0)
    )
    assert [step.begins_word for step in together.steps] == [False, False]
    assert [step.begins_word for step in apart.steps] == [False, True]


def test_language_weighs_more_where_there_is_one_case() -> None:
    one, both = DecoderSettings().for_one_case(), DecoderSettings().for_both_cases()
    assert one.language_weight > both.language_weight
    assert one.space > both.space
    assert one.characters < both.characters


def test_a_prior_speaks_for_a_candidate() -> None:
    def edges(prior: float) -> list[Edge]:
        halves = [Edge(0, 1, _logs(V=0.9)), Edge(1, 2, _logs(V=0.9))]
        return [Edge(0, 2, _logs(H=0.8), prior), *halves]

    assert _text(edges(0.0), [-inf]) == "VV"
    assert _text(edges(2.0), [-inf]) == "H"


def test_readings_come_best_first_with_their_scores() -> None:
    edges = [Edge(0, 1, _logs(H=0.6, V=0.3))]
    found = decode(edges, [], LETTERS, _Bigrams(), DecoderSettings(language_weight=0.0))
    assert [LETTERS[one.steps[0].character] for one in found][:2] == ["H", "V"]
    assert found[0].score == pytest.approx(log(0.6))
    assert found[1].score == pytest.approx(log(0.3))


def test_where_no_way_leads_there_is_no_reading() -> None:
    assert decode([Edge(0, 1, _logs(H=1.0))], [0.0], LETTERS, _Bigrams()) == []


def test_dirt_is_passed_over_where_it_reads_as_nothing() -> None:
    def edges(dirt: float) -> list[Edge]:
        between = [Edge(1, 2, _logs(V=dirt)), Edge(1, 2, None, log(0.3))]
        return [Edge(0, 1, _logs(V=1.0)), *between, Edge(2, 3, _logs(V=1.0))]

    assert _text(edges(0.01), [-9.0, -9.0], weight=0.0) == "VV"
    assert _text(edges(0.9), [-9.0, -9.0], weight=0.0) == "VVV"
    assert _text(edges(0.01), [-9.0, 9.0], weight=0.0) == "V V"
    assert _text(edges(0.01), [9.0, -9.0], weight=0.0) == "V V"


def test_small_letters_do_not_take_the_places_of_others() -> None:
    settings = DecoderSettings()
    wider = settings.for_both_cases()
    assert wider.characters > settings.characters
    assert wider.least > settings.least
    assert wider.language_weight == settings.language_weight
