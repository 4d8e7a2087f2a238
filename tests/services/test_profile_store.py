"""Profiles keep a hand with all it was learnt from, and refuse what they do not understand."""

import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.errors import ModelFileError, OutputError, UsageError
from ocrdesk.services.adaptation import adapt
from ocrdesk.services.letters import together
from ocrdesk.services.model_store import Extras, find_model, load_model, read_model, save_model
from ocrdesk.services.profile_store import (
    KnownHand,
    Profile,
    export_profile,
    import_profile,
    known_hands,
    list_profiles,
    load_profile,
    read_profile,
    remove_profile,
    save_profile,
)
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.vision.patches import as_bytes
from tests.services.hands import drawn_signs, written


@pytest.fixture(scope="module")
def profile(recognizer: Recognizer) -> Profile:
    geometry = recognizer.geometry
    letters = together([written("ABC", geometry), drawn_signs("€", 3, geometry)], geometry)
    return Profile("Ann", recognizer, run(adapt(recognizer, letters)).recognizer, letters)


def test_a_profile_comes_back_with_base_reader_and_letters(
    profile: Profile, recognizer: Recognizer
) -> None:
    shipped = find_model("print36").read_bytes()
    save_profile(profile)
    back = load_profile("Ann")
    assert [name for name, _ in list_profiles()] == ["Ann"]
    patches = written("ABCXYZ", recognizer.geometry, seed=4).patches
    for kept, was in ((back.base, recognizer), (back.reader, profile.reader)):
        assert kept.charset == was.charset
        assert np.array_equal(kept.classify(patches), was.classify(patches))
    assert back.letters.characters == profile.letters.characters
    assert np.array_equal(as_bytes(back.letters.patches), as_bytes(profile.letters.patches))
    assert back.reader.lineage["parent"] == "print36"
    assert find_model("print36").read_bytes() == shipped


def test_a_hand_is_written_unpacked_and_read_packed_too(profile: Profile) -> None:
    path = save_profile(profile)
    with zipfile.ZipFile(path) as archive:
        held = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    back = load_profile("Ann")
    assert np.array_equal(back.reader.network.parameters, profile.reader.network.parameters)
    assert back.letters.characters == profile.letters.characters


def test_hands_are_listed_by_their_headers_alone(profile: Profile) -> None:
    path = save_profile(profile)
    kept, arrays = read_model(path)
    extra = {name[6:]: a for name, a in arrays.items() if name.startswith("extra.")}
    cut = Extras({"profile": kept["profile"]}, {**extra, "patches": extra["patches"][:1]})
    save_model(path, profile.reader, cut)
    with pytest.raises(ModelFileError, match="damaged"):
        read_profile(path)
    assert known_hands() == [KnownHand("Ann", path, "print36", len(profile.letters))]
    save_model(path, profile.reader, Extras({"profile": {}}, {}))
    assert known_hands() == [KnownHand("Ann", path, "", None)]


def test_a_profile_is_a_model_to_read_with(profile: Profile, recognizer: Recognizer) -> None:
    save_profile(profile)
    reader = load_model("Ann")
    patches = written("AB", recognizer.geometry).patches
    assert np.array_equal(reader.classify(patches), profile.reader.classify(patches))


def test_learning_more_begins_with_the_base_again(profile: Profile, recognizer: Recognizer) -> None:
    save_profile(profile)
    back = load_profile("Ann")
    kept = together([profile.letters], recognizer.geometry)
    again, first = (run(adapt(base, kept)).recognizer for base in (back.base, recognizer))
    assert np.array_equal(again.network.parameters, first.network.parameters)


def test_profiles_are_exported_imported_and_removed(profile: Profile, tmp_path: Path) -> None:
    save_profile(profile)
    target = tmp_path / "hand.npz"
    export_profile("Ann", target)
    with pytest.raises(OutputError, match="there already"):
        export_profile("Ann", target)
    with pytest.raises(UsageError, match="already"):
        import_profile(target, "Ann")
    with pytest.raises(UsageError, match="“Ann”"):
        import_profile(target)  # which is what it was called
    assert import_profile(target, "hand") == "hand"
    remove_profile("Ann")
    assert [name for name, _ in list_profiles()] == ["hand"]
    with pytest.raises(ModelFileError, match="no profile called “Ann”"):
        load_profile("Ann")


@pytest.mark.parametrize("name", ["", " a", "a/b", "..", "print36", "x" * 99])
def test_names_that_cannot_be_are_refused(profile: Profile, name: str) -> None:
    with pytest.raises(UsageError):
        save_profile(replace(profile, name=name))


def test_damaged_foreign_and_newer_files_are_refused(profile: Profile, tmp_path: Path) -> None:
    path = save_profile(profile)
    with pytest.raises(ModelFileError, match="not a profile"):
        read_profile(find_model("print36"))
    header, arrays = read_model(path)
    extra = {name[6:]: a for name, a in arrays.items() if name.startswith("extra.")}
    for facts, kept in (
        (header["profile"], {**extra, "patches": extra["patches"][:-1]}),
        (header["profile"], {**extra, "patches": extra["patches"].astype(np.int32)}),
        ({**header["profile"], "charset": "AA"}, extra),
        ({**header["profile"], "layers": []}, extra),
        ({}, extra),
    ):
        broken = tmp_path / "broken.npz"
        save_model(broken, profile.reader, Extras({"profile": facts}, kept))
        with pytest.raises(ModelFileError, match="damaged"):
            read_profile(broken)
    save_model(broken, profile.reader, Extras({"version": 99}, {}))
    with pytest.raises(ModelFileError, match="newer"):
        read_profile(broken)
    whole = path.read_bytes()
    broken.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelFileError):
        import_profile(broken)
    assert [name for name, _ in list_profiles()] == ["Ann"]


def test_a_damaged_profile_can_be_removed(profile: Profile) -> None:
    path = save_profile(profile)
    save_model(path, profile.reader, Extras({"profile": {}}, {}))
    with pytest.raises(ModelFileError, match="damaged"):
        load_profile("Ann")
    remove_profile("Ann")
    assert list_profiles() == []
