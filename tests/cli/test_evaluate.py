"""``ocrdesk evaluate``, on data the project made itself."""

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ocrdesk.formats.image_file import open_images
from ocrdesk.services.api import open_recognizer
from ocrdesk.services.progress import run as result_of
from ocrdesk.services.recognition import recognize
from tests.services.word_strokes import write_words

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def one_page(sample: Path, tmp_path: Path) -> Path:
    """A folder with the sample page and its truth."""
    folder = tmp_path / "pages"
    folder.mkdir()
    truth = json.loads((sample.parent / "truth.json").read_text("utf-8"))
    chosen = [entry for entry in truth if entry["file"] == sample.name]
    (folder / sample.name).write_bytes(sample.read_bytes())
    (folder / "truth.json").write_text(json.dumps(chosen), encoding="utf-8")
    return folder


@pytest.fixture
def two_rows(one_page: Path) -> Path:
    """The same with two rows of the page, a third as large: one reading takes a quarter so."""
    (told,) = json.loads((one_page / "truth.json").read_text("utf-8"))
    bottom = max(box[4] for box in told["boxes"][1]) + 40
    with Image.open(one_page / told["file"]) as picture:
        rows = picture.crop((0, 0, picture.width, bottom)).reduce(3)
    rows.save(one_page / told["file"], quality=95)
    del told["boxes"]
    told["lines"] = told["lines"][:2]
    (one_page / "truth.json").write_text(json.dumps([told]), encoding="utf-8")
    return one_page


def test_pages_are_measured_per_file_and_group(ocrdesk: Run, one_page: Path) -> None:
    told = json.loads(ocrdesk("evaluate", "pages", one_page, "--json").stdout)
    assert (told["format"], told["kind"], told["model"]) == (1, "pages", "print36")
    assert told["pages"][0]["letters"] == told["total"]["letters"]
    assert told["total"]["letters"]["rate"] <= 0.1
    assert told["total"]["rows"]["missed"] == 0


def test_pages_are_told_in_a_table(process: Run, one_page: Path, sample: Path) -> None:
    done = process("evaluate", "pages", one_page)
    assert (done.returncode, done.stderr) == (0, "")
    assert sample.name in done.stdout
    assert "all" in done.stdout


def test_groups_and_what_is_confused_most_are_told(
    ocrdesk: Run, one_page: Path, sample: Path
) -> None:
    (entry,) = json.loads((one_page / "truth.json").read_text("utf-8"))
    second = one_page / "second.jpg"
    second.write_bytes(sample.read_bytes())
    # Of this one the truth says Q wherever a frequent letter stands.
    lines = [line.upper() for line in entry["lines"]]
    letter = max("AEOT", key="".join(lines).count)
    count = "".join(lines).count(letter)
    wrong = dict(entry, file=second.name, group="mistaken")
    wrong["lines"] = [line.replace(letter, "Q") for line in lines]
    (one_page / "truth.json").write_text(json.dumps([entry, wrong]), encoding="utf-8")
    told = json.loads(ocrdesk("evaluate", "pages", one_page, "--json").stdout)
    assert set(told["groups"]) == {entry["group"], "mistaken"}
    assert told["groups"]["mistaken"]["letters"]["errors"] >= count
    assert told["groups"][entry["group"]]["letters"] == told["pages"][0]["letters"]
    first = told["confusions"][0]
    assert (first["truth"], first["read"], first["count"]) == ("Q", letter, count)
    shown = ocrdesk("evaluate", "pages", one_page).stdout
    assert "mistaken" in shown
    assert f"most frequent confusions (truth → read): Q → {letter}: {count}" in shown


def test_pages_are_also_read_changed_and_in_parts(ocrdesk: Run, two_rows: Path) -> None:
    done = ocrdesk(*("evaluate", "pages", two_rows, "--rotate", "-2", "--ablation", "--json"))
    told = json.loads(done.stdout)
    assert len(told["variants"]) == 14
    assert told["variants"]["as it is, + orientation"]["total"] == told["total"]
    assert told["total"]["letters"]["errors"] <= 1
    assert {"as it is, network alone", "rotate -2, + cuts"} <= set(told["variants"])
    shown = ocrdesk("evaluate", "pages", two_rows, "--jpeg", "30").stdout
    assert shown.count("as it is") == shown.count("jpeg 30") == 3


@pytest.mark.parametrize(
    ("option", "value"),
    [("--scale", "0"), ("--scale", "nan"), ("--rotate", "up"), ("--jpeg", "101"), ("--jpeg", "x")],
)
def test_changes_that_cannot_be_made_are_refused(ocrdesk: Run, option: str, value: str) -> None:
    done = ocrdesk("evaluate", "pages", "folder", option, value)
    assert done.returncode == 2
    assert option in done.stderr


def test_a_group_that_is_not_there_is_named(ocrdesk: Run, one_page: Path) -> None:
    done = ocrdesk("evaluate", "pages", one_page, "--group", "sonnets")
    assert done.returncode == 4
    assert "sonnets" in done.stderr


def _characters(sample: Path, folder: Path) -> Path:
    """Cut the glyphs of the sample page, label them as read, and one of them wrongly."""
    (image,) = open_images(sample)
    page = result_of(recognize(image, open_recognizer())).page
    with Image.open(sample) as picture:
        grey = picture.convert("L")
        cut = [grey.crop(glyph.box.as_tuple()).resize((32, 32)) for glyph in page.glyphs]
    labels = [glyph.character for glyph in page.glyphs]
    labels[0] = "?"
    images = np.stack([np.asarray(image) for image in cut])
    writers = np.arange(len(labels)) % 9
    path = folder / "letters.npz"
    np.savez(path, images=images, labels=np.array(labels), writer=writers)
    return path


def test_characters_are_measured_by_kind(ocrdesk: Run, sample: Path, tmp_path: Path) -> None:
    path = _characters(sample, tmp_path)
    done = ocrdesk("evaluate", "characters", path, "--json")
    told = json.loads(done.stdout)
    assert told["overall"]["rate"] > 0.5
    assert told["merged"]["O = 0"]["right"] >= told["overall"]["right"]
    assert set(told["kinds"]) <= {"digits", "capitals"}
    assert sum(share["count"] for share in told["kinds"].values()) == told["overall"]["count"]
    held_out = json.loads(
        ocrdesk("evaluate", "characters", path, "--writers", "held-out", "--json").stdout
    )
    assert 0 < held_out["overall"]["count"] < told["overall"]["count"]
    assert told["kinds_within"]["digits"]["rate"] >= told["kinds"]["digits"]["rate"]
    assert 0 <= told["calibration_error"] <= 1
    assert sum(step["count"] for step in told["reliability"]) == told["overall"]["count"]
    shown = ocrdesk("evaluate", "characters", path).stdout
    assert "digits among digits" in shown
    assert "calibration error" in shown


def test_a_character_whose_pictures_are_all_blank_is_named(ocrdesk: Run, tmp_path: Path) -> None:
    images = np.zeros((4, 28, 28), np.uint8)
    images[:3, 8:20, 13:15] = 255  # a bar, but for the last one
    np.savez(tmp_path / "some.npz", images=images, labels=np.array(list("1I1I")))
    done = ocrdesk("evaluate", "characters", "some.npz", "--json")
    assert json.loads(done.stdout)["overall"]["count"] == 3
    np.savez(tmp_path / "all.npz", images=images, labels=np.array(list("1I1B")))
    done = ocrdesk("evaluate", "characters", "all.npz")
    assert done.returncode == 4
    assert "“all.npz”: every picture of B is blank. Replace these pictures" in done.stderr


def test_strips_are_compared_by_their_best_stretch(
    ocrdesk: Run, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "strips.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(sample, "page.jpg")
        archive.writestr("labels.csv", "file,text\npage.jpg,PLANTS\n")
    told = json.loads(ocrdesk("evaluate", "strips", path, "--json").stdout)
    assert told["letters"]["length"] == 6
    assert told["letters"]["errors"] <= 2
    assert told["whole"]["errors"] > 20
    assert "of 1 strip without an error" in ocrdesk("evaluate", "strips", path).stdout


@pytest.mark.parametrize("limit", ["0", "-3", "some"])
def test_a_limit_is_a_number_of_strips(ocrdesk: Run, limit: str) -> None:
    done = ocrdesk("evaluate", "strips", "strips.zip", "--limit", limit)
    assert done.returncode == 2
    assert "--limit" in done.stderr


def test_words_are_drawn_and_read(ocrdesk: Run, tmp_path: Path) -> None:
    write_words(tmp_path / "words.npz", "HOME", "TIME", "lower", writers=("1", "2", "3"))
    done = ocrdesk("evaluate", "words", "words.npz", "--limit", "1", "--ablation", "--json")
    told = json.loads(done.stdout)
    assert told["kind"] == "words"
    assert told["left_out"] == {"with characters the model cannot name": 1, "beyond the limit": 1}
    assert told["letters"]["length"] == 4
    assert {"network alone", "+ cuts", "+ language"} < set(told["variants"])
    shown = ocrdesk("evaluate", "words", "words.npz").stdout
    assert "2 words and lines of all writers" in shown
    assert "text with its spaces" in shown


@pytest.mark.parametrize("kind", ["pages", "characters", "strips", "words"])
def test_data_that_is_not_there_is_named(ocrdesk: Run, kind: str) -> None:
    done = ocrdesk("evaluate", kind, "nothing")
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1
    assert "nothing" in done.stderr


def test_pictures_on_their_side_are_turned_on_demand(
    ocrdesk: Run, sample: Path, tmp_path: Path
) -> None:
    path = _characters(sample, tmp_path)
    with np.load(path) as upright:
        parts = {name: upright[name] for name in upright.files}
    np.savez(tmp_path / "emnist.npz", **{**parts, "images": parts["images"].transpose(0, 2, 1)})

    def share(*arguments: str) -> float:
        told = json.loads(ocrdesk("evaluate", "characters", *arguments, "--json").stdout)
        return float(told["overall"]["rate"])

    assert share("emnist.npz", "--transpose") == share(path.name) > share("emnist.npz")


def test_what_is_learnt_needs_pen_strokes_of_writers_never_seen(
    ocrdesk: Run, letters: Path
) -> None:
    done = ocrdesk("evaluate", "adaptation", letters)
    assert done.returncode == 4
    assert "Give a file of strokes" in done.stderr


@pytest.mark.parametrize("given", ["30,30", "30,10", "0,10", "ten"])
def test_corrections_are_counted_upwards(ocrdesk: Run, letters: Path, given: str) -> None:
    done = ocrdesk("evaluate", "adaptation", letters, "--after", given)
    assert done.returncode == 2
    assert given.partition(",")[0] in done.stderr
    assert len(done.stderr.splitlines()) <= 2
