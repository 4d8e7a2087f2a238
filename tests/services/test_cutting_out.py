"""Characters are cut out of words and strips whose texts are known, as the reader finds them."""

import io
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_file import read_dataset
from ocrdesk.formats.stroke_file import read_strokes
from ocrdesk.page.charset import PRINT36
from ocrdesk.page.elements import UNREADABLE
from ocrdesk.services.cutting_out import cut_strips, cut_words, require_any
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.training_data import read_characters, read_cut_out, split
from ocrdesk.services.writer_sides import is_held_out
from tests.services.drawings import written as page_of
from tests.services.word_strokes import write_words

_TEXTS = ("HAMBURG", "QUARTZ", "MAKE", "4711")


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("words") / "words.npz"
    return write_words(path, *_TEXTS, "lower", writers=("a", "b", "c", "a", "b"))


@pytest.fixture(scope="module")
def cut(words: Path, recognizer: Recognizer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = run(cut_words(words, recognizer))
    assert (found.found, found.texts) == (len(_TEXTS), len(_TEXTS))  # print36 cannot name "lower"
    path = tmp_path_factory.mktemp("cut") / "cut.npz"
    found.characters.write(path)
    return path


def test_words_give_their_letters_in_the_strokes_that_wrote_them(words: Path, cut: Path) -> None:
    characters, texts = read_strokes(cut), read_strokes(words)
    labels = characters.texts.tolist()
    wanted = Counter("".join(_TEXTS))
    letters = Counter(label for label in labels if label != UNREADABLE)
    assert not letters - wanted
    assert letters.total() >= 0.9 * wanted.total()
    place = labels.index("Q")  # two strokes: the ring and its tail
    assert characters.groups is not None
    assert characters.groups[place] == "b"
    own, word = characters.strokes(place), texts.strokes(1)
    assert len(own) == 2
    shape = np.ptp(np.concatenate(own), axis=0) / np.ptp(np.concatenate(word[:2]), axis=0)
    assert shape[0] == pytest.approx(shape[1], rel=0.1)
    assert characters.letter is not None
    tall = [np.ptp(np.concatenate(characters.strokes(p))[:, 1]) for p in range(len(labels))]
    assert 0.7 < np.median(tall) / characters.letter < 1.3


def test_what_joins_letters_is_no_character_and_is_trained_on_as_such(cut: Path) -> None:
    labels = read_strokes(cut).texts
    assert (labels == UNREADABLE).any()
    plain = read_characters(cut, PRINT36)
    assert [part.name for part in plain] == ["cut"]
    _, none = read_characters(cut, PRINT36, with_rejects=True)
    assert set(none.labels.tolist()) == {len(PRINT36)}
    assert len(none) == np.count_nonzero(labels == UNREADABLE)


def _strip(text: str, seed: int) -> bytes:
    page = page_of([text], seed=seed)
    buffer = io.BytesIO()
    Image.fromarray(page.pixels).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def test_strips_give_pictures_of_their_letters(recognizer: Recognizer, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "strips.zip", "w") as archive:
        archive.writestr("labels.csv", "file,text\na.png,KAREN\nb.png,WRONGTEXT\n")
        archive.writestr("a.png", _strip("KAREN", 1))
        archive.writestr("b.png", _strip("LOUIS", 2))
    found = run(cut_strips(tmp_path / "strips.zip", recognizer))
    assert (found.found, found.texts) == (1, 2)
    found.characters.write(tmp_path / "cut.npz")
    pictures = read_dataset(tmp_path / "cut.npz")
    letters = "".join(c for c in pictures.characters.tolist() if c != UNREADABLE)
    assert letters == "KAREN"
    assert pictures.groups is not None
    assert set(pictures.groups.tolist()) == {"a.png"}
    patches = np.stack([pictures.images[place] for place in range(len("KAREN"))])
    assert (patches.reshape(5, -1).max(axis=1) == 255).all()


def test_a_file_in_which_nothing_is_found_says_so(recognizer: Recognizer, tmp_path: Path) -> None:
    path = write_words(tmp_path / "w.npz", "small", "letters", writers=("a", "b"))
    with pytest.raises(DatasetError, match="none was found"):
        require_any(run(cut_words(path, recognizer)), path)


def test_no_strip_that_is_held_out_is_trained_on_however_few_there_are(cut: Path) -> None:
    parts = read_cut_out(cut, PRINT36, 0.14)
    letters, joins = parts
    few = [replace(part, writers=np.full(len(part), "1")) for part in parts]
    assert is_held_out("1")
    assert not split(few).training
    assert joins.per_epoch == round(0.14 * len(letters))
    names = np.array([str(n) for n in range(len(joins))])
    shared = split([replace(joins, writers=names)])
    kept_out = sum(map(len, (*shared.validation, *shared.held_out)))
    assert kept_out <= 0.14 * len(letters)
