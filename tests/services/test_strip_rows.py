"""Rows are cut out of strips where a reader finds the text, none of them of who is held out."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import DatasetError
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.row_recipe import RowRecipe
from ocrdesk.services.row_training import RowTrainingRun, train_rows
from ocrdesk.services.strip_rows import strip_rows
from ocrdesk.services.writer_sides import HELD_OUT_LOTS, VALIDATION_LOTS, lots
from tests.services.drawings import written
from tests.services.row_making import SMALL, write_row_data

_FILES = [f"{number}.png" for number in range(60)]
_HELD_OUT = [name for name in _FILES if lots([name])[0] in HELD_OUT_LOTS]
_JUDGES = [name for name in _FILES if lots([name])[0] in VALIDATION_LOTS]
_SEEN = [name for name in _FILES if name not in {*_HELD_OUT, *_JUDGES}]


def _png(text: str, seed: int) -> bytes:
    pixels = written([text], seed=seed).pixels
    rows, columns = np.nonzero(pixels.min(axis=2) < 120)
    around = pixels[max(rows.min() - 60, 0) : rows.max() + 60, max(columns.min() - 60, 0) :]
    buffer = io.BytesIO()
    Image.fromarray(around).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _strips(path: Path, strips: Sequence[tuple[str, str, str]]) -> Path:
    """Write strips: their file, what is written on them, what their label says."""
    with zipfile.ZipFile(path, "w") as archive:
        labels = "".join(f"{name},{label}\n" for name, _, label in strips)
        archive.writestr("labels.csv", "file,text\n" + labels)
        for seed, (name, text, _) in enumerate(strips):
            archive.writestr(name, _png(text, seed) if text else b"no picture")
    return path


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    strips = [
        (_SEEN[0], "KAREN", "Karen"),
        (_SEEN[1], "NAME LOUISA", "LOUISA"),
        (_SEEN[2], "WILLIAM", "BEATRICE"),
        (_JUDGES[0], "THOMAS", "THOMAS"),
        (_HELD_OUT[0], "", "HELEN"),  # whoever opened it would find out that it is no picture
    ]
    return _strips(tmp_path_factory.mktemp("strips") / "strips.zip", strips)


def test_rows_hold_their_text_and_nothing_beside_it(path: Path, recognizer: Recognizer) -> None:
    rows = run(strip_rows(path, recognizer, RowRecipe()))
    assert [row.text for row in rows.validation] == ["THOMAS"]
    # That of another text is left out; labels are read as the charset writes them.
    assert [row.text for row in rows.training] == ["KAREN", "LOUISA"]
    geometry = RowRecipe().geometry
    for row in (*rows.training, *rows.validation):
        height, width = row.pixels.shape
        assert height == geometry.height
        assert int(row.pixels.max()) == 255
        # As wide as its letters: print beside them is cut off.
        assert 0.6 < width / (len(row.text) * geometry.letter) < 1.5
        inked = np.flatnonzero(row.pixels.max(axis=0) > 128)
        assert inked[0] <= 2 * geometry.margin
        assert width - inked[-1] <= 2 * geometry.margin


def test_rows_too_long_for_a_canvas_are_left_out(path: Path, recognizer: Recognizer) -> None:
    rows = run(strip_rows(path, recognizer, replace(RowRecipe(), canvas=152)))
    assert [row.text for row in rows.training] == ["KAREN"]


def test_strips_of_which_none_is_found_say_so(tmp_path: Path, recognizer: Recognizer) -> None:
    strips = _strips(tmp_path / "s.zip", [(_SEEN[0], "WILLIAM", "BEATRICE")])
    with pytest.raises(DatasetError, match="none was found in its pictures"):
        run(strip_rows(strips, recognizer, RowRecipe()))
    (tmp_path / "d.zip").write_bytes(strips.read_bytes()[:200])
    with pytest.raises(DatasetError, match="not a zip file, or is damaged"):
        run(strip_rows(tmp_path / "d.zip", recognizer, RowRecipe()))


def test_a_training_learns_from_strips_as_often_as_its_recipe_says(
    path: Path, recognizer: Recognizer, tmp_path: Path
) -> None:
    words, characters = write_row_data(tmp_path)
    counts = []
    for strips, copies in ((None, 3), (path, 3), (path, 5)):
        recipe = replace(SMALL, epochs=1, canvas=256, strips=copies)
        task = train_rows(
            RowTrainingRun(
                recipe=recipe, parent=recognizer, words=words, characters=characters, strips=strips
            )
        )
        told = run(task).lineage["rows"]
        counts.append((told["training_rows"], told["validation_rows"]))
    (plain, judges), *others = counts
    assert others == [(plain + 2 * 3, judges + 1), (plain + 2 * 5, judges + 1)]
