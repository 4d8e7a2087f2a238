"""Shares of characters read right, from counts and from a small dataset."""

from pathlib import Path

import numpy as np
import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import PRINT36, Charset
from ocrdesk.services.error_rates import Confusion
from ocrdesk.services.evaluation_characters import (
    CharactersEvaluation,
    Share,
    evaluate_characters,
)
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import PatchGeometry


def _counted(charset: str, *pairs: tuple[str, str, int]) -> CharactersEvaluation:
    chosen = Charset(charset)
    matrix = np.zeros((len(chosen), len(chosen)), np.intp)
    for truth, read, count in pairs:
        matrix[chosen.index(truth), chosen.index(read)] = count
    return CharactersEvaluation("m", chosen, {"first": matrix, "second": matrix}, is_held_out=False)


def test_signs_that_look_alike_can_count_as_one() -> None:
    evaluation = _counted("OI01", ("O", "O", 3), ("O", "0", 2), ("1", "I", 4), ("1", "O", 1))
    assert evaluation.overall == Share(6, 20)
    assert evaluation.merged == {
        "O = 0": Share(10, 20),
        "1 = I": Share(14, 20),
        "O = 0, 1 = I": Share(18, 20),
    }
    assert evaluation.kinds == {"digits": Share(0, 10), "capitals": Share(6, 10)}
    assert evaluation.sources["first"] == Share(3, 10)
    assert evaluation.characters["O"] == Share(6, 10)
    assert evaluation.confusions(limit=2) == (Confusion("1", "I", 8), Confusion("O", "0", 4))


def test_case_can_be_ignored_where_it_is_known() -> None:
    evaluation = _counted("Cc", ("c", "C", 1), ("C", "C", 1))
    assert evaluation.merged["ignoring case"] == Share(4, 4)
    assert list(evaluation.kinds) == ["capitals", "small letters"]


def test_nothing_to_count_has_no_rate() -> None:
    assert Share(0, 0).rate is None


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
    assert evaluation.kinds["digits"].count == 30
    assert evaluation.as_json()["writers"] == "all"
    held_out = run(evaluate_characters(path, recognizer, only_held_out=True))
    assert 0 < held_out.overall.count < 30
    again = run(evaluate_characters(path, recognizer, only_held_out=True))
    assert again.as_json() == held_out.as_json()


def test_reports_rise_to_the_end(tmp_path: Path, recognizer: Recognizer) -> None:
    reports = list(evaluate_characters(_dataset(tmp_path, writers=20), recognizer))
    fractions = [report.fraction for report in reports]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_too_few_writers_cannot_be_held_out(tmp_path: Path, recognizer: Recognizer) -> None:
    with pytest.raises(DatasetError, match="too few writers"):
        run(evaluate_characters(_dataset(tmp_path, writers=2), recognizer, only_held_out=True))
