"""Models come back exactly, and files that are not models are refused with a reason."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from ocrdesk import paths
from ocrdesk.errors import ModelFileError, OutputError
from ocrdesk.nn.activations import ReLU, Sigmoid
from ocrdesk.nn.batch_norm import BatchNorm
from ocrdesk.nn.columns import Columns
from ocrdesk.nn.convolution import Conv2d
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.initializers import xavier
from ocrdesk.nn.network import Network
from ocrdesk.nn.pooling import MaxPool2d
from ocrdesk.nn.reshape import Reshape
from ocrdesk.page.charset import Charset
from ocrdesk.services import model_store
from ocrdesk.services.model_store import (
    FORMAT_VERSION,
    find_model,
    list_models,
    load_model,
    read_header,
    save_model,
)
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import PatchGeometry
from tests.damage import damaged


def _recognizer(seed: int = 0, charset: str = "ABÄ7") -> Recognizer:
    layers = [Dense(5), Sigmoid(), Dense(len(charset))]
    network = Network(layers, (256,), rng=np.random.default_rng(seed))
    return Recognizer(
        network,
        Charset(charset),
        PatchGeometry(16, 2),
        lineage={"parent": "none", "seed": seed},
        metrics={"accuracy": 0.5},
    )


def _rewritten(path: Path, **changes: object) -> None:
    """Change entries of the header of a saved model."""
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files}
    header = json.loads(str(arrays.pop("header"))) | changes
    np.savez(path, header=np.array(json.dumps(header)), **arrays)


def test_a_model_that_can_reject_comes_back_as_such(tmp_path: Path) -> None:
    network = Network([Dense(3)], (256,), rng=np.random.default_rng(0))
    saved = Recognizer(
        network, Charset("AB"), PatchGeometry(16, 2), temperature=0.75, can_reject=True
    )
    save_model(tmp_path / "wary.npz", saved)
    loaded = load_model(str(tmp_path / "wary.npz"))
    assert loaded.can_reject
    assert loaded.temperature == 0.75
    patches = np.random.default_rng(1).random((7, 16, 16), np.float32)
    for first, second in zip(saved.judge(patches), loaded.judge(patches), strict=True):
        assert np.array_equal(first, second)
    _rewritten(tmp_path / "wary.npz", charset="A")
    with pytest.raises(ModelFileError, match="3 classes"):
        load_model(str(tmp_path / "wary.npz"))


def test_a_model_comes_back_exactly(tmp_path: Path) -> None:
    saved = _recognizer()
    save_model(tmp_path / "mine.npz", saved)
    loaded = load_model(str(tmp_path / "mine.npz"))
    patches = np.random.default_rng(1).random((7, 16, 16), np.float32)
    assert np.array_equal(saved.classify(patches), loaded.classify(patches))
    assert loaded.charset == saved.charset
    assert loaded.geometry == saved.geometry
    assert loaded.lineage == saved.lineage
    assert loaded.metrics == saved.metrics
    assert loaded.name == "mine"


def test_a_network_of_convolutions_comes_back_exactly(tmp_path: Path) -> None:
    layers = [
        Reshape((16, 16)),
        Conv2d(4, is_rectified=True, is_pooled=True),
        Conv2d(5, size=5, padding="valid", initializer=xavier),
        ReLU(),
        MaxPool2d(),
        BatchNorm(0.2),
        Columns(),
        Conv2d(6, size=(1, 3)),
        Dense(4),
    ]
    network = Network(layers, (256,), rng=np.random.default_rng(3))
    chance = np.random.default_rng(4)
    network.forward(chance.random((40, 256), np.float32), chance)  # moves the running statistics
    saved = Recognizer(network, Charset("ABÄ7"), PatchGeometry(16, 2))
    save_model(tmp_path / "pictures.npz", saved)
    loaded = load_model(str(tmp_path / "pictures.npz"))
    patches = np.random.default_rng(1).random((40, 16, 16), np.float32)
    assert np.array_equal(saved.classify(patches), loaded.classify(patches))
    assert loaded.network.state()[0] == network.state()[0]


def test_the_file_holds_no_pickle(tmp_path: Path) -> None:
    save_model(tmp_path / "plain.npz", _recognizer())
    with np.load(tmp_path / "plain.npz", allow_pickle=False) as archive:
        assert all(archive[name].dtype != object for name in archive.files)


def test_own_models_come_before_shipped_ones() -> None:
    folder = paths.user_models_folder()
    folder.mkdir(parents=True)
    save_model(folder / "print36.npz", _recognizer())
    assert find_model("print36") == folder / "print36.npz"
    names = [(entry.name, entry.is_shipped) for entry in list_models()]
    assert names[0] == ("print36", False)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ModelFileError, match="no model called “nobody”") as caught:
        load_model("nobody")
    assert "Models here" in caught.value.advice or "No models" in caught.value.advice


@pytest.mark.parametrize("content", [b"", b"not a model at all", b"PK\x03\x04 broken"])
def test_foreign_bytes_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.npz").write_bytes(content)
    with pytest.raises(ModelFileError, match=r"odd\.npz"):
        load_model(str(tmp_path / "odd.npz"))


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "data.npz", images=np.zeros((3, 28, 28)))
    with pytest.raises(ModelFileError, match="not a model of ocrdesk"):
        load_model(str(tmp_path / "data.npz"))


def test_a_newer_format_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "newer.npz"
    save_model(path, _recognizer())
    _rewritten(path, version=FORMAT_VERSION + 1)
    with pytest.raises(ModelFileError, match="newer ocrdesk") as caught:
        load_model(str(path))
    assert "Update" in caught.value.advice


@pytest.mark.parametrize(
    "changes",
    [
        {"charset": "AB"},
        {"charset": "AAB7"},
        {"charset": 5},
        {"geometry": {"size": 28, "margin": 3}},
        {"geometry": {"sides": 3}},
        {"geometry": {"size": 16.0, "margin": 2}},
        {"geometry": {"size": 16, "margin": 2.5}},
        {"geometry": None},
        {"layers": []},
        {"layers": [{"kind": "magic"}]},
        {"layers": "nonsense"},
        {"layers": [{"kind": "input", "shape": [2**40]}, {"kind": "dense", "units": 2**20}]},
        {"lineage": None},
        {"version": "one"},
        {"version": True},
        {"format": "something else"},
    ],
)
def test_a_header_that_does_not_fit_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    path = tmp_path / "bent.npz"
    save_model(path, _recognizer())
    _rewritten(path, **changes)
    with pytest.raises(ModelFileError, match=r"bent\.npz"):
        load_model(str(path))


@pytest.mark.parametrize("header", ["[1]", '"x"', "{", "[" * 100_000, '{"charset": "A"}'])
def test_a_header_that_is_none_is_refused(tmp_path: Path, header: str) -> None:
    np.savez(tmp_path / "bent.npz", header=np.array(header))
    for door in (load_model, lambda path: read_header(Path(path))):
        with pytest.raises(ModelFileError, match=r"bent\.npz"):
            door(str(tmp_path / "bent.npz"))


def test_damage_anywhere_gives_a_clear_error_or_a_model(tmp_path: Path) -> None:
    path = tmp_path / "hit.npz"
    save_model(path, _recognizer())
    whole = path.read_bytes()
    rng = np.random.default_rng(3)
    refused = 0
    for _ in range(60):
        path.write_bytes(damaged(whole, rng))
        try:
            load_model(str(path))
        except ModelFileError:
            refused += 1
    assert refused > 30


def test_an_array_that_claims_too_much_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.npz"
    header = b"{'descr': '<f4', 'fortran_order': False, 'shape': (100000, 100000), }"
    header = header.ljust(117) + b"\n"
    npy = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.weights.npy", npy + b"\0" * 1000)
    with pytest.raises(ModelFileError, match="declares"):
        load_model(str(path))


def test_a_folder_that_is_missing_keeps_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        save_model(tmp_path / "nowhere" / "model.npz", _recognizer())


def test_the_header_tells_about_a_model_without_its_network(tmp_path: Path) -> None:
    save_model(tmp_path / "told.npz", _recognizer())
    header = read_header(tmp_path / "told.npz")
    assert header["charset"] == "ABÄ7"
    _rewritten(tmp_path / "told.npz", charset=["A"])
    with pytest.raises(ModelFileError, match="does not say which characters"):
        read_header(tmp_path / "told.npz")
    assert header["metrics"] == {"accuracy": 0.5}


def test_parts_that_do_not_fit_make_no_recognizer() -> None:
    network = Network([Dense(3)], (256,), rng=np.random.default_rng(0))
    for charset in ("A", "ABCD"):  # "AB" leaves one class for what is no character
        with pytest.raises(ValueError, match="classes"):
            Recognizer(network, Charset(charset), PatchGeometry(16, 2))
    with pytest.raises(ValueError, match="takes 256"):
        Recognizer(network, Charset("ABC"), PatchGeometry(28, 3))


def test_predictions_hold_every_class_most_probable_first() -> None:
    recognizer = _recognizer()
    row = np.array([0.1, 0.6, 0.05, 0.25], np.float32)
    predictions = recognizer.predictions(row)
    assert [p.character for p in predictions] == ["B", "7", "A", "Ä"]
    assert predictions[0].probability == pytest.approx(0.6)


def test_patches_of_another_size_are_refused() -> None:
    with pytest.raises(ValueError, match="shape"):
        _recognizer().classify(np.zeros((2, 28, 28), np.float32))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"layers": 5}, "its header is not as ocrdesk writes it"),
        ({"lineage": "none"}, "its header is not as ocrdesk writes it"),
        ({"temperature": "warm"}, "its header is not as ocrdesk writes it"),
        (
            {
                "layers": [
                    {"kind": "input", "shape": [2**24]},
                    {"kind": "dense", "units": 2**24, "initializer": "xavier"},
                ]
            },
            "it asks for more memory than there is",
        ),
    ],
)
def test_what_python_says_of_a_tampered_model_is_not_told(
    tmp_path: Path, changes: dict[str, object], told: str
) -> None:
    path = tmp_path / "mine.npz"
    save_model(path, _recognizer())
    _rewritten(path, **changes)
    with pytest.raises(ModelFileError, match=told) as caught:
        load_model(str(path))
    assert str(path) in caught.value.message
    assert not any(word in caught.value.message for word in ("NoneType", "allocate", "Expecting"))


def test_weights_that_no_patch_survives_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.npz"
    recognizer = _recognizer()
    recognizer.network.parameters[:] = 3e38
    save_model(path, recognizer)
    with pytest.raises(ModelFileError, match="weights are far too large"):
        load_model(str(path))


def test_weights_that_could_be_too_large_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_store, "_SAFE_OUTPUT", 0.0)
    save_model(tmp_path / "mine.npz", _recognizer())
    assert load_model(str(tmp_path / "mine.npz")).name == "mine"
