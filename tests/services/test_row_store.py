"""Networks of rows in model files and profiles: exact, passed over, or refused with advice."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import ModelFileError
from ocrdesk.formats.image_file import image_from_array
from ocrdesk.page.charset import PRINT36, Charset
from ocrdesk.services.adaptation import adapt
from ocrdesk.services.model_store import EXTRA, load_model, save_model
from ocrdesk.services.profile_store import Profile, load_profile, save_profile
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_network import RowNetwork
from ocrdesk.services.row_weights import ADDED_UP, RowWeights
from tests.damage import damaged
from tests.services.drawings import written as drawn_page
from tests.services.hands import STEEP, drawn_signs, written
from tests.services.row_making import letter_reader, row_reader


def _pictures() -> list[Any]:
    chance = np.random.default_rng(4)
    return [(255 * (chance.random((48, width)) > 0.7)).astype(np.uint8) for width in (30, 200)]


def _same(one: RowNetwork | None, other: RowNetwork | None) -> None:
    """Check that two networks say the same of rows, bit for bit."""
    assert one is not None
    assert other is not None
    for name in ("classes", "geometry", "temperature", "weights"):
        assert getattr(one, name) == getattr(other, name)
    for first, second in zip(one.frames(_pictures()), other.frames(_pictures()), strict=True):
        np.testing.assert_array_equal(first, second)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a small model with a network of rows."""
    save_model(tmp_path / "m.npz", letter_reader(rows=row_reader()))
    return tmp_path / "m.npz"


def _rewrite(
    path: Path,
    header: Callable[[dict[str, Any]], object] = lambda _: None,
    arrays: Callable[[dict[str, Any]], object] = lambda _: None,
) -> None:
    """Change header and arrays of a saved model."""
    with np.load(path) as archive:
        kept = {name: archive[name] for name in archive.files}
    told = json.loads(str(kept.pop("header")))
    header(told)
    arrays(kept)
    np.savez(path, header=np.array(json.dumps(told)), **kept)


@pytest.mark.parametrize("is_packed", [True, False])
def test_it_comes_back_exactly(tmp_path: Path, *, is_packed: bool) -> None:
    weights = RowWeights(letters=0.3, rows=0.7, doubt=1.5)
    saved = letter_reader(rows=replace(row_reader(), temperature=0.75, weights=weights))
    save_model(tmp_path / "m.npz", saved, is_packed=is_packed)
    loaded = load_model(str(tmp_path / "m.npz"))
    _same(loaded.rows, saved.rows)
    patches = np.random.default_rng(1).random((7, 16, 16), np.float32)
    np.testing.assert_array_equal(loaded.classify(patches), saved.classify(patches))
    assert (loaded.lineage, loaded.metrics) == (saved.lineage, saved.metrics)


def test_weights_are_kept_in_16_bits_where_these_hold_them(path: Path, tmp_path: Path) -> None:
    with np.load(path, allow_pickle=False) as archive:
        own = {name: archive[name].dtype for name in archive.files if name.startswith(EXTRA)}
    assert own
    assert set(own.values()) == {np.dtype(np.float16)}
    odd = row_reader()
    odd.network.parameters[0] = 1 / 3
    odd.network.parameters[-1] = 1e6  # more than 16 bits hold
    save_model(tmp_path / "odd.npz", letter_reader(rows=odd))
    _same(load_model(str(tmp_path / "odd.npz")).rows, odd)


def test_files_from_before_there_were_weights_are_read_as_then(path: Path) -> None:
    _rewrite(path, header=lambda told: told["rows"].pop("weights"))
    loaded = load_model(str(path)).rows
    assert loaded is not None
    assert loaded.weights == ADDED_UP


def test_files_without_one_are_read_as_before(path: Path, tmp_path: Path) -> None:
    save_model(tmp_path / "plain.npz", letter_reader())
    assert load_model(str(tmp_path / "plain.npz")).rows is None
    with np.load(tmp_path / "plain.npz") as archive:
        assert "rows" not in json.loads(str(archive["header"]))
        assert not any(name.startswith(EXTRA) for name in archive.files)


def test_programs_that_do_not_know_it_pass_over_it(path: Path) -> None:
    """They look at no entry ``rows``, and leave arrays out whose names begin so."""
    with np.load(path) as archive:
        named = [name for name in archive.files if name != "header"]
    assert {name for name in named if not name.startswith("extra.")} == {"0.weights", "0.biases"}
    _rewrite(path, header=lambda told: told.pop("rows"))
    loaded = load_model(str(path))
    assert loaded.rows is None
    patches = np.random.default_rng(1).random((7, 16, 16), np.float32)
    np.testing.assert_array_equal(loaded.classify(patches), letter_reader().classify(patches))


_ENTRY = "extra.rows."


@pytest.mark.parametrize(
    "change",
    [
        lambda own: own.pop(f"{_ENTRY}0.weights"),
        lambda own: own.update({f"{_ENTRY}99.weights": np.zeros(3, np.float16)}),
        lambda own: own.update({f"{_ENTRY}0.weights": np.zeros((2, 2), np.float16)}),
        lambda own: own[f"{_ENTRY}0.weights"].fill(np.nan),
        lambda own: own[f"{_ENTRY}0.weights"].fill(np.inf),
        lambda own: own.update({f"{_ENTRY}0.weights": np.array(["a", "b"])}),
        lambda own: [
            own.update({name: np.full(array.shape, 3e38, np.float32)})
            for name, array in own.items()
            if name.startswith(_ENTRY)
        ],
    ],
    ids=["missing", "foreign", "shape", "nan", "inf", "text", "enormous"],
)
def test_damaged_arrays_are_refused_with_advice(
    path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    _rewrite(path, arrays=change)
    with pytest.raises(ModelFileError, match=r"m\.npz.* is damaged") as caught:
        load_model(str(path))
    assert "Choose another model" in caught.value.advice


@pytest.mark.parametrize(
    "change",
    [
        {"classes": 38},
        {"classes": 36},
        {"classes": "37"},
        {"classes": 37.0},
        {"classes": None},
        {"temperature": 0},
        {"temperature": float("nan")},
        {"temperature": "warm"},
        {"temperature": None},
        {"geometry": {"height": 40, "letter": 20, "margin": 6, "stride": 4}},
        {"geometry": {"height": 48.0, "letter": 20, "margin": 6, "stride": 4}},
        {"geometry": {"height": 48, "letter": 20, "margin": 6, "stride": 2}},
        {"geometry": {"sides": 3}},
        {"geometry": None},
        {"layers": []},
        {"layers": "nonsense"},
        {"layers": None},
        {"layers": [{"kind": "magic"}]},
        {"weights": None},
        {"weights": [0.5]},
        {"weights": {"letters": "much"}},
        {"weights": {"letters": True}},
        {"weights": {"letters": -0.1}},
        {"weights": {"letters": 0}},
        {"weights": {"rows": float("nan")}},
        {"weights": {"doubt": 1e9}},
        {"weights": {"drawing": 1.0}},
    ],
)
def test_an_entry_that_does_not_fit_is_refused_with_advice(
    path: Path, change: dict[str, Any]
) -> None:
    _rewrite(path, header=lambda told: told["rows"].update(change))
    with pytest.raises(ModelFileError, match=r"m\.npz.* is damaged") as caught:
        load_model(str(path))
    assert "Choose another model" in caught.value.advice
    python = ("NoneType", "invalid literal", "could not convert", "unexpected keyword", "Expecting")
    assert not any(word in caught.value.message for word in python)


@pytest.mark.parametrize("entry", [5, "rows", [], True, {}])
def test_an_entry_that_is_none_is_refused(path: Path, entry: object) -> None:
    _rewrite(path, header=lambda told: told.update(rows=entry))
    with pytest.raises(ModelFileError, match=r"m\.npz.* is damaged"):
        load_model(str(path))


def test_a_network_that_knows_more_than_the_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="network of rows tells 38 classes apart"):
        letter_reader(rows=row_reader(38))
    with pytest.raises(ValueError, match="network of rows tells 37 classes apart"):
        letter_reader(Charset(PRINT36.characters[:-1]), rows=row_reader(37))


def test_damage_anywhere_gives_a_clear_error_or_a_model(path: Path) -> None:
    whole, rng, refused = path.read_bytes(), np.random.default_rng(3), 0
    for _ in range(60):
        path.write_bytes(damaged(whole, rng))
        try:
            load_model(str(path))
        except ModelFileError:
            refused += 1
    assert refused > 40


@pytest.mark.parametrize("sign", ["", "&"])
def test_a_hand_that_was_learnt_keeps_it(recognizer: Recognizer, sign: str) -> None:
    """Even a hand with a character of its own, which the network of rows does not know."""
    base = replace(recognizer, rows=row_reader())
    letters = written("ABCDEFGH" * 2, base.geometry, hand=STEEP)
    if sign:
        drawn = drawn_signs(sign, 6, base.geometry)
        letters = type(letters)(
            np.concatenate([letters.patches, drawn.patches]),
            (*letters.characters, *drawn.characters),
        )
    learnt = run(adapt(base, letters, name="Ann"))
    assert learnt.grown == sign
    _same(learnt.recognizer.rows, base.rows)
    page = image_from_array(drawn_page(["AB CD"]).pixels, "page")
    assert run(recognize(page, learnt.recognizer)).page.text
    save_profile(Profile("Ann", base, learnt.recognizer, letters))
    profile = load_profile("Ann")
    _same(profile.reader.rows, base.rows)
    _same(profile.base.rows, base.rows)
    assert profile.reader.charset.characters == base.charset.characters + sign
    again = run(adapt(profile.base, profile.letters, name="Ann"))
    np.testing.assert_array_equal(
        again.recognizer.network.parameters, learnt.recognizer.network.parameters
    )
    _same(again.recognizer.rows, base.rows)
