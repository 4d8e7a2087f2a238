"""``ocrdesk align``, and a training on what it cut out."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from ocrdesk.formats.stroke_file import read_strokes
from tests.services.word_strokes import write_words

Run = Callable[..., subprocess.CompletedProcess[str]]

_WORDS = ("HAMBURG", "QUARTZ", "MAKE", "JUMP", "VEXED", "FOXY")


def test_characters_are_cut_out_and_trained_on(ocrdesk: Run, letters: Path, tmp_path: Path) -> None:
    write_words(tmp_path / "words.npz", *_WORDS, writers=tuple("abcdef"))
    done = ocrdesk("align", "words.npz", "-o", "cut.npz")
    assert (done.returncode, done.stderr) == (0, "")
    assert "characters from 6 of 6 texts are in cut.npz" in done.stdout
    assert len(read_strokes(tmp_path / "cut.npz")) > 25
    command = ("train", "--recipe", "handout", "--epochs", "1", "-o", "own.npz")
    trained = ocrdesk(*command, "--data", "words_are_no_characters", "--cut-out", "cut.npz")
    assert trained.returncode == 4
    trained = ocrdesk(*command, "--data", letters, "--cut-out", "cut.npz")
    assert trained.returncode == 0, trained.stderr
    assert (tmp_path / "own.npz").exists()


def test_what_cannot_be_cut_is_one_line_of_advice(
    ocrdesk: Run, process: Run, tmp_path: Path
) -> None:
    write_words(tmp_path / "small.npz", "small", writers=("a",))
    for source, code in (("small.npz", 4), ("missing.npz", 4), (".", 4)):
        done = ocrdesk("align", source, "-o", "cut.npz")
        assert (done.returncode, done.stdout) == (code, "")
        assert done.stderr.count("\n") == 1
    assert not (tmp_path / "cut.npz").exists()
    assert process("align", "small.npz").returncode == 2


def test_nothing_that_is_used_is_overwritten(ocrdesk: Run, tmp_path: Path) -> None:
    path = write_words(tmp_path / "words.npz", *_WORDS, writers=tuple("abcdef"))
    before = path.read_bytes()
    for output in ("words.npz", "gone/cut.npz", "cut.txt", "."):
        done = ocrdesk("align", "words.npz", "--known", "words.npz", "-o", output)
        assert done.returncode in {2, 6}
        assert done.stdout == ""
    assert path.read_bytes() == before
