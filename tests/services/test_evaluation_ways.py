"""Pages and strips read in several ways: what each part of reading is worth."""

import json
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.errors import DatasetError
from ocrdesk.formats.image_file import open_images
from ocrdesk.services.evaluation_pages import evaluate_pages
from ocrdesk.services.evaluation_pictures import changes
from ocrdesk.services.evaluation_readings import ABLATION, AS_ALWAYS
from ocrdesk.services.evaluation_strips import evaluate_strips
from ocrdesk.services.progress import run
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.writer_sides import HELD_OUT_LOTS, lots
from ocrdesk.vision.synthesis import PageSettings, synthesise_page

NAMES = [reading.name for reading in ABLATION]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two small pages of two groups."""
    folder = tmp_path_factory.mktemp("pages")
    settings = PageSettings(width=500, height=240, neatness=1.0, cap_height=0.2)
    entries = []
    for number, group in enumerate(("one", "two")):
        page = synthesise_page(("THE HOUSE",), np.random.default_rng(number), settings)
        Image.fromarray(page.pixels).save(folder / f"{group}.png", compress_level=1)
        entries.append({"file": f"{group}.png", "group": group, "lines": page.lines})
    (folder / "truth.json").write_text(json.dumps(entries), "utf-8")
    return folder


def test_each_change_is_read_in_each_way(pages: Path, recognizer: Recognizer) -> None:
    asked = changes(rotations=[3])
    found = run(evaluate_pages(pages, recognizer, changes=asked, readings=ABLATION))
    pictures = ("as it is", "rotate 3")
    assert list(found.variants) == [f"{name}, {part}" for name in pictures for part in NAMES]
    assert found.pages == found.variants["as it is, + orientation"].pages
    assert found.total.letters.length == 16
    assert found.total.letters.errors <= 2
    alone = run(evaluate_pages(pages, recognizer))
    assert not alone.variants
    assert alone.pages == found.pages


def test_only_the_groups_asked_for_are_read(pages: Path, recognizer: Recognizer) -> None:
    found = run(evaluate_pages(pages, recognizer, groups=["two"]))
    assert list(found.groups) == ["two"]
    with pytest.raises(DatasetError, match="three") as refused:
        run(evaluate_pages(pages, recognizer, groups=["one", "three"]))
    assert "one, two" in refused.value.advice


def test_without_language_ink_decides(pages: Path, recognizer: Recognizer) -> None:
    (image,) = open_images(pages / "one.png")
    alone, complete = ABLATION[2], ABLATION[-1]
    assert all(not glyph.ink for glyph in alone.read(image, recognizer).glyphs)
    assert any(glyph.ink for glyph in complete.read(image, recognizer).glyphs)
    always = AS_ALWAYS[0].read(image, recognizer)
    assert complete.read(image, recognizer).lines == always.lines


def test_each_way_adds_one_part_and_the_last_is_how_pages_are_always_read() -> None:
    parts = [
        (way.settings.may_cut, way.settings.asks_rows, way.language, way.may_turn)
        for way in ABLATION[2:]
    ]
    assert parts[0][:2] == (False, False)
    for before, after in pairwise(parts):
        assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert replace(ABLATION[-1], name="") == AS_ALWAYS[0]


def test_strips_may_be_those_alone_that_no_training_sees(
    pages: Path, recognizer: Recognizer, tmp_path: Path
) -> None:
    names = [f"{number}.png" for number in range(24)]
    path = tmp_path / "strips.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.write(pages / "one.png", name)
        archive.writestr("labels.csv", "\n".join(["file,text", *(f"{n},HOUSE" for n in names)]))
    found = run(evaluate_strips(path, recognizer, only_held_out=True))
    own = np.isin(lots(names), HELD_OUT_LOTS)
    assert 0 < own.sum() < len(names)
    assert [strip.file for strip in found.strips] == np.array(names)[own].tolist()
    assert found.as_json()["writers"] == "held-out"
    first = run(evaluate_strips(path, recognizer, only_held_out=True, limit=1))
    assert first.strips == found.strips[:1]


def test_strips_are_read_in_each_way(pages: Path, recognizer: Recognizer, tmp_path: Path) -> None:
    path = tmp_path / "strips.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(pages / "one.png", "one.png")
        archive.writestr("labels.csv", "file,text\none.png,HOUSE\n")
    found = run(evaluate_strips(path, recognizer, readings=ABLATION))
    assert list(found.variants) == NAMES
    assert found.strips == found.variants["+ orientation"].strips
    variants = found.as_json()["variants"]
    assert isinstance(variants, dict)
    assert variants["+ orientation"]["letters"] == found.letters.as_json()
