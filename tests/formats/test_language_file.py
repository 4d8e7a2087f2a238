"""A language in a file: there and back, the same bytes, damage told."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import LanguageFileError
from ocrdesk.formats.language_file import (
    WordFrequencies,
    known_languages,
    load_language,
    read_language,
    stored_zipf,
    write_language,
)
from ocrdesk.language.ngram_training import damped_weights, train_ngrams

REPOSITORY = Path(__file__).resolve().parents[2]
WORDS, ZIPF = ["anna", "don't", "nan"], [5.0, 6.5, 2.0]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    ngrams = train_ngrams(WORDS, damped_weights(ZIPF), order=3)
    path = tmp_path / "small.npz"
    write_language(path, "small", WordFrequencies(WORDS, stored_zipf(ZIPF)), ngrams, "by us")
    return path


def _changed(path: Path, **changes: Any) -> Path:
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files}
    header = json.loads(str(arrays["header"])) | changes.pop("header", {})
    arrays = arrays | {"header": np.array(json.dumps(header))} | changes
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **{k: v for k, v in arrays.items() if v is not None})
    path.write_bytes(buffer.getvalue())
    return path


def test_what_was_written_is_read(small: Path) -> None:
    language = read_language(small)
    ngrams = train_ngrams(WORDS, damped_weights(ZIPF), order=3)
    assert (language.name, language.credit) == ("small", "by us")
    assert language.lexicon.words == WORDS
    assert language.lexicon.probability("don't") > language.lexicon.probability("anna")
    assert language.ngrams.log_probability("nanna") == ngrams.log_probability("nanna")


def test_the_same_words_make_the_same_bytes(small: Path, tmp_path: Path) -> None:
    before = small.read_bytes()
    ngrams = train_ngrams(WORDS, damped_weights(ZIPF), order=3)
    write_language(small, "small", WordFrequencies(WORDS, stored_zipf(ZIPF)), ngrams, "by us")
    assert small.read_bytes() == before
    assert list(tmp_path.iterdir()) == [small]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"header": {"format": "something"}}, "not a language file"),
        ({"header": {"version": 2}}, "newer ocrdesk"),
        ({"header": {"version": "1"}}, "damaged"),
        ({"header": {"alphabet": "a"}}, "outside their alphabet"),
        ({"header": {"alphabet": "aaaaaa"}}, "alphabet does not fit"),
        ({"header": {"orders": [5]}}, "as many n-grams"),
        ({"header": {"orders": "many"}}, "orders of the n-grams"),
        ({"words": np.array([255, 254], np.uint8)}, "damaged"),
        ({"words": np.frombuffer(b"b\na\nc", np.uint8)}, "sorted"),
        ({"words": None}, "damaged"),
        ({"zipf": np.array([1, 2], np.uint8)}, "mass"),
        ({"zipf": np.array([1.0, 2.0, 3.0])}, "bytes"),
        ({"children": np.zeros(3, np.uint8)}, "damaged"),
    ],
)
def test_a_file_that_does_not_fit_is_told(small: Path, changes: Any, message: str) -> None:
    with pytest.raises(LanguageFileError, match=message) as caught:
        read_language(_changed(small, **changes))
    assert caught.value.advice


def test_a_file_cut_short_or_changed_is_read_or_told(small: Path) -> None:
    content = small.read_bytes()
    rng = np.random.default_rng(5)
    for place in rng.integers(0, len(content), 150):
        damaged = bytearray(content)
        damaged[place] ^= int(rng.integers(1, 256))
        small.write_bytes(damaged if place % 3 else content[:place])
        with contextlib.suppress(LanguageFileError):
            read_language(small)


def test_a_file_that_is_missing_or_foreign_is_told(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.npz"
    foreign.write_text("no archive", encoding="utf-8")
    for path in (foreign, tmp_path / "missing.npz", tmp_path):
        with pytest.raises(LanguageFileError, match="cannot be read"):
            read_language(path)
    np.savez(foreign, labels=np.arange(3))
    with pytest.raises(LanguageFileError, match="not a language file"):
        read_language(foreign)


def test_english_ships_and_is_small() -> None:
    assert "english" in known_languages()
    assert (REPOSITORY / "resources" / "language" / "english.npz").stat().st_size < 1_500_000
    english = load_language()
    assert "Robyn Speer" in english.credit
    assert "census" in english.credit
    assert "vaillancourt" in english.lexicon  # a name that few texts hold
    with pytest.raises(LanguageFileError, match="klingon") as caught:
        load_language("klingon")
    assert "english" in caught.value.advice


def test_english_comes_out_the_same_again(shared_data: Path, tmp_path: Path) -> None:
    script = REPOSITORY / "resources" / "language" / "make_english.py"
    subprocess.run(
        [sys.executable, script, "--folder", tmp_path],
        env=os.environ | {"OCRDESK_DATA": str(shared_data), "PYTHONPATH": str(REPOSITORY)},
        check=True,
        capture_output=True,
        timeout=100,
    )
    made, shipped = read_language(tmp_path / "english.npz"), load_language()
    assert made.lexicon.words == shipped.lexicon.words
    for ours, theirs in zip(made.ngrams.table.symbols, shipped.ngrams.table.symbols, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    for ours, theirs in zip(made.ngrams.table.costs, shipped.ngrams.table.costs, strict=True):
        np.testing.assert_array_equal(ours, theirs)
