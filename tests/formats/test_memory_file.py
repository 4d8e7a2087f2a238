"""Small pictures of characters come back as they were written, or are refused."""

from pathlib import Path

import numpy as np
import pytest

from ocrdesk import paths
from ocrdesk.errors import DatasetError
from ocrdesk.formats.memory_file import KeptCharacters, read_memory, write_memory
from ocrdesk.page.charset import PRINT62
from ocrdesk.page.elements import UNREADABLE


def _some() -> KeptCharacters:
    rng = np.random.default_rng(0)
    inks = (rng.random((5, 16, 16)) < 0.4).astype(np.uint8) * 255
    return KeptCharacters(inks, np.array([*"ABa1", UNREADABLE]), np.arange(5))


def test_pictures_come_back_bit_for_bit(tmp_path: Path) -> None:
    path, some = tmp_path / "hands.npz", _some()
    write_memory(path, some)
    back = read_memory(path)
    assert np.array_equal(back.inks, some.inks)
    assert back.characters.tolist() == some.characters.tolist()
    assert back.chosen(back.hands < 2).characters.tolist() == ["A", "B"]


def test_what_is_no_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    np.savez(path, ink=np.zeros((2, 16, 3), np.uint8), characters=np.array(["A", "B"]))
    with pytest.raises(DatasetError, match="small pictures"):
        read_memory(path)
    write_memory(path, _some())
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(DatasetError):
        read_memory(path)


def test_the_memory_that_ships_has_every_character_by_every_hand() -> None:
    kept = read_memory(paths.resources_folder() / "memory" / "hands.npz")
    hands = len(np.unique(kept.hands))
    assert hands >= 40
    assert set(kept.characters.tolist()) == {*PRINT62, UNREADABLE}
    counts = [np.count_nonzero(kept.characters == name) for name in PRINT62]
    assert set(counts) == {hands}
    assert kept.inks.any(axis=(1, 2)).all()
