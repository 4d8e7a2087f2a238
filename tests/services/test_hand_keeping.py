"""A hand is made, renamed, taken in and let go of, and comes back as it was."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.errors import ModelFileError, UsageError
from ocrdesk.services.comparison import rival
from ocrdesk.services.hand_keeping import (
    create_hand,
    export_hand,
    hand_once_called,
    import_hand,
    put_hand_back,
    remove_hand,
    rename_hand,
)
from ocrdesk.services.model_store import Extras, load_model, save_model
from ocrdesk.services.profile_store import known_hands, load_profile, save_profile
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from tests.services.hands import written


def test_a_new_hand_reads_as_its_base_and_has_no_letters(recognizer: Recognizer) -> None:
    assert run(create_hand("Ann", "print36")) == "Ann"
    profile = load_profile("Ann")
    assert (profile.base.name, len(profile.letters)) == ("print36", 0)
    patches = written("ABC", recognizer.geometry).patches
    assert np.array_equal(profile.reader.classify(patches), recognizer.classify(patches))
    run(create_hand("Bob", "Ann"))  # what Ann would learn is none of Bob's business
    assert load_profile("Bob").base.name == "print36"


def test_a_hand_is_renamed_exported_and_taken_in(tmp_path: Path) -> None:
    run(create_hand("Ann", "print36"))
    run(rename_hand("Ann", "Ann Lee"))
    assert load_model("Ann Lee").name == "Ann Lee"
    target = run(export_hand("Ann Lee", tmp_path / "ann.npz"))
    assert run(import_hand(target)) == "Ann Lee 2"  # as it was called, not as its file
    assert {hand.name for hand in known_hands()} == {"Ann Lee", "Ann Lee 2"}


def test_a_hand_that_was_renamed_is_found_by_the_names_it_had(tmp_path: Path) -> None:
    run(create_hand("Ann", "print36"))
    before = load_profile("Ann").reader.network.parameters
    run(rename_hand("Ann", "Anna"))
    run(rename_hand("Anna", "Ann Lee"))
    assert [hand.former for hand in known_hands()] == [("Anna", "Ann")]
    assert hand_once_called("Ann") == hand_once_called("Anna") == "Ann Lee"
    assert hand_once_called("Ann Lee") is None, "that is no former name"
    assert np.array_equal(load_model("Ann Lee").network.parameters, before)
    save_profile(replace(load_profile("Ann Lee"), former=()))  # as when it learns
    assert hand_once_called("Ann") == "Ann Lee"
    target = run(export_hand("Ann Lee", tmp_path / "ann.npz"))
    run(remove_hand("Ann Lee"))
    assert hand_once_called("Ann") is None
    run(import_hand(target))
    assert hand_once_called("Ann") == "Ann Lee"
    run(rename_hand("Ann Lee", "Ann"))
    assert hand_once_called("Ann Lee") == "Ann"
    run(rename_hand("Ann", "Bob"))
    run(create_hand("Ann", "print36"))
    run(rename_hand("Ann", "Carl"))
    assert hand_once_called("Ann") is None, "nobody knows which of them was meant"


def test_a_damaged_hand_is_renamed_all_the_same() -> None:
    run(create_hand("Ann", "print36"))
    path = known_hands()[0].path
    save_model(path, load_model("Ann"), Extras({"profile": {}}, {}))
    run(rename_hand("Ann", "Ann Lee"))
    assert [hand.name for hand in known_hands()] == ["Ann Lee"]
    assert not path.exists()


def test_a_removed_hand_comes_back_byte_for_byte() -> None:
    run(create_hand("Ann", "print36"))
    before = known_hands()[0].path.read_bytes()
    removed = run(remove_hand("Ann"))
    assert (known_hands(), removed.base) == ([], "print36")
    run(put_hand_back(removed))
    assert known_hands()[0].path.read_bytes() == before


def test_what_is_worth_comparing_with_is_no_network_that_always_loses() -> None:
    assert rival("print36") == "print62"
    assert rival("print62") == rival("handout") == "print36"
    assert rival("print62", "handout") == "handout"  # it read before
    assert rival("print36", "gone") == "print62"
    run(create_hand("Ann", "print62"))
    assert rival("Ann") == "print62"
    assert rival("print36") == "Ann"


def test_names_that_are_taken_or_gone_are_refused() -> None:
    run(create_hand("Ann", "print36"))
    for task in (create_hand("Ann", "print36"), rename_hand("Ann", "print62")):
        with pytest.raises(UsageError):
            run(task)
    for gone in (rename_hand("Bob", "Carl"), remove_hand("Bob")):
        with pytest.raises(ModelFileError, match="no hand called “Bob”"):
            run(gone)
