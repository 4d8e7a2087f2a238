"""Shares of characters read right, from counts and from a small dataset."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.cli.evaluate_tables import characters
from ocrdesk.errors import DatasetError
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import PRINT36, Charset
from ocrdesk.services.error_rates import Confusion
from ocrdesk.services.evaluation_characters import (
    CharactersEvaluation,
    evaluate_characters,
)
from ocrdesk.services.evaluation_shares import Share, Tally
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import PatchGeometry


def _counted(charset: str, *pairs: tuple[str, str, int]) -> CharactersEvaluation:
    chosen = Charset(charset)
    labels = [chosen.index(truth) for truth, _, count in pairs for _ in range(count)]
    answers = [chosen.index(read) for _, read, count in pairs for _ in range(count)]
    given = np.eye(len(chosen), dtype=np.float32)[answers]
    tally = Tally.counted(chosen, np.array(labels, np.intp), given)
    return CharactersEvaluation("m", chosen, {"first": tally, "second": tally}, is_held_out=False)


def test_signs_that_look_alike_can_count_as_one() -> None:
    evaluation = _counted("OI01", ("O", "O", 3), ("O", "0", 2), ("1", "I", 4), ("1", "O", 1))
    assert evaluation.overall == Share(6, 20)
    assert evaluation.total.merged == {
        "O = 0": Share(10, 20),
        "1 = I": Share(14, 20),
        "O = 0, 1 = I": Share(18, 20),
    }
    assert evaluation.total.kinds == {"digits": Share(0, 10), "capitals": Share(6, 10)}
    assert evaluation.sources["first"] == Share(3, 10)
    assert evaluation.total.characters["O"] == Share(6, 10)
    assert evaluation.confusions(limit=2) == (Confusion("1", "I", 8), Confusion("O", "0", 4))


def test_case_can_be_ignored_where_it_is_known() -> None:
    evaluation = _counted("Cc", ("c", "C", 1), ("C", "C", 1))
    assert evaluation.total.merged["ignoring case"] == Share(4, 4)
    assert list(evaluation.total.kinds) == ["capitals", "small letters"]


def test_nothing_to_count_has_no_rate() -> None:
    assert Share(0, 0).rate is None
    empty = Tally.empty(PRINT36)
    assert (empty.overall, empty.rejected_rate, empty.calibration_error) == (Share(0, 0), None, 0)
    assert empty.reliability == ()


def _tally(characters: str, truth: str, *rows: tuple[float, ...], sure: str = "") -> Tally:
    """Count one character per row of probabilities; ``sure`` tells + (is one) or - for each."""
    chosen = Charset(characters)
    given = np.array(rows, np.float32)
    is_character = np.array([0.9 if sign == "+" else 0.1 for sign in sure], np.float32)
    labels = np.array(chosen.indices(truth), np.intp)
    return Tally.counted(chosen, labels, given, is_character if sure else None)


def test_within_its_kind_a_digit_meets_digits_only() -> None:
    tally = _tally("O0o1", "00O", (0.5, 0.3, 0.1, 0.1), (0.1, 0.2, 0.3, 0.4), (0.3, 0.1, 0.6, 0))
    assert tally.kinds == {"digits": Share(0, 2), "capitals": Share(0, 1)}
    assert tally.kinds_within == {"digits": Share(1, 2), "capitals": Share(1, 1)}


def test_capitals_and_digits_are_also_measured_among_themselves() -> None:
    tally = _tally("O0o", "O0o", (0.3, 0.1, 0.6), (0.5, 0.4, 0.1), (0.2, 0.2, 0.6))
    assert tally.knows_others
    assert tally.overall == Share(1, 3)
    assert tally.capitals_and_digits["as they are"] == Share(1, 2)
    assert tally.capitals_and_digits["O = 0"] == Share(2, 2)
    assert not _tally("O0", "O", (0.3, 0.7)).knows_others


def test_characters_called_none_are_counted() -> None:
    half = (0.5, 0.5)
    tally = _tally("AB", "AAB", half, half, half, sure="+--")
    assert tally.rejected_rate == 2 / 3
    assert (tally + Tally.empty(Charset("AB"))).rejected == 2
    assert _tally("AB", "A", half).rejected is None


def test_probabilities_are_held_against_what_was_right() -> None:
    tally = _tally("AB", "AAAB", (0.75, 0.25), (0.75, 0.25), (0.25, 0.75), (0.05, 0.95))
    assert tally.calibration_error == pytest.approx((3 * (0.75 - 2 / 3) + 0.05) / 4)
    low, high = tally.reliability
    assert (low.low, low.high, low.count, low.right) == (0.7, 0.8, 3, 2)
    assert (high.count, high.right) == (1, 1)
    assert high.confidence == pytest.approx(0.95)


@pytest.fixture
def recognizer() -> Recognizer:
    """A recognizer that never learned anything."""
    network = Network([Dense(36)], (28 * 28,), rng=np.random.default_rng(7))
    return Recognizer(network, PRINT36, PatchGeometry(28, 3), name="raw")


def _dataset(folder: Path, *, writers: int) -> Path:
    rng = np.random.default_rng(1)
    characters = [*"ABCDEFGHIJ0123456789" * 3, "a", "?"]
    images = np.zeros((len(characters), 20, 20), np.uint8)
    images[:, 4:16, 4:16] = rng.integers(0, 2, (len(characters), 12, 12)) * 255
    clean = np.ones(len(characters), bool)
    clean[0] = False
    path = folder / "small.npz"
    writer = np.arange(len(characters)) % writers
    np.savez(path, images=images, labels=np.array(characters), writer=writer, clean=clean)
    return path


def test_only_plausible_characters_of_the_charset_count(
    tmp_path: Path, recognizer: Recognizer
) -> None:
    path = _dataset(tmp_path, writers=20)
    evaluation = run(evaluate_characters(path, recognizer))
    assert evaluation.overall.count == 59
    assert evaluation.total.kinds["digits"].count == 30
    assert evaluation.as_json()["writers"] == "all"
    held_out = run(evaluate_characters(path, recognizer, only_held_out=True))
    assert 0 < held_out.overall.count < 30
    again = run(evaluate_characters(path, recognizer, only_held_out=True))
    assert again.as_json() == held_out.as_json()


def test_characters_that_the_model_was_trained_on_are_named(
    tmp_path: Path, recognizer: Recognizer
) -> None:
    path = _dataset(tmp_path, writers=20)
    for counts, named in (({"small": 59}, ["small"]), ({"other": 9}, []), (None, [])):
        trained = replace(recognizer, lineage={"training_characters": counts})
        found = run(evaluate_characters(path, trained))
        assert found.as_json()["learnt_from"] == named
        assert ("was trained on characters of small" in characters(found)) == bool(named)
        held_out = run(evaluate_characters(path, trained, only_held_out=True))
        assert held_out.as_json()["learnt_from"] == []


def test_reports_rise_to_the_end(tmp_path: Path, recognizer: Recognizer) -> None:
    reports = list(evaluate_characters(_dataset(tmp_path, writers=20), recognizer))
    fractions = [report.fraction for report in reports]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_too_few_writers_cannot_be_held_out(tmp_path: Path, recognizer: Recognizer) -> None:
    with pytest.raises(DatasetError, match="too few writers"):
        run(evaluate_characters(_dataset(tmp_path, writers=2), recognizer, only_held_out=True))
