"""Rows to train on: drawn alike by one process or several, and by nobody who is held out."""

import itertools
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ocrdesk.errors import DatasetError
from ocrdesk.formats.stroke_file import read_strokes
from ocrdesk.page.charset import CAPITALS, PRINT36, PRINT62
from ocrdesk.services import row_drawing, row_words
from ocrdesk.services.progress import Progress, run
from ocrdesk.services.row_drawing import RowSample, RowToDraw, draw_rows
from ocrdesk.services.row_words import RowWords, gather_rows
from ocrdesk.services.training_data import Characters
from ocrdesk.services.word_composing import WordComposer
from ocrdesk.vision.row_pictures import RowGeometry
from ocrdesk.vision.strokes import Stroke
from tests.services.row_making import (
    HELD_OUT,
    JUDGES,
    SEEN,
    SMALL,
    write_characters,
    write_row_data,
    write_texts,
)
from tests.services.word_strokes import write_words, written

FEW = replace(SMALL, composed=6)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Words and characters of some writers, who are told by their words."""
    return write_row_data(tmp_path_factory.mktemp("rows"))


def _gathered(data: tuple[Path, Path], **changes: Any) -> RowWords:
    recipe = replace(FEW, **changes)
    return run(gather_rows(*data, PRINT36, recipe, seed=1))


def _texts(rows: Sequence[RowSample]) -> list[str]:
    return sorted(row.text for row in rows)


LEARNT = ["BLUE", "HOME", "LAMP", "LION", "NEST", "SEVEN", "TIME", "WORD"]


def _same(one: Sequence[RowSample], other: Sequence[RowSample]) -> None:
    assert [row.text for row in one] == [row.text for row in other]
    for first, second in zip(one, other, strict=True):
        np.testing.assert_array_equal(first.pixels, second.pixels)


def test_words_are_drawn_as_often_as_the_recipe_says(data: tuple[Path, Path]) -> None:
    once, thrice = (_gathered(data, drawings=n, composed=0, canvas=400) for n in (1, 3))
    assert _texts(once.training) == LEARNT
    assert _texts(thrice.training) == sorted(LEARNT * 3)
    for words in (once, thrice):
        assert _texts(words.validation) == ["MOON", "STAR"]
    _same(once.validation, thrice.validation)
    for rows in itertools.chain(once.training, once.validation):
        assert rows.pixels.shape[0] == FEW.geometry.height
        assert rows.pixels.max() == 255


def test_the_same_seed_gathers_alike(data: tuple[Path, Path]) -> None:
    one, same = _gathered(data), _gathered(data)
    _same(one.training, same.training)
    _same(one.validation, same.validation)
    other = run(gather_rows(*data, PRINT36, FEW, seed=2))
    _same(one.validation, other.validation)
    assert any(
        first.pixels.shape != second.pixels.shape
        for first, second in zip(one.training[:8], other.training[:8], strict=True)
    )


def test_nobody_held_out_is_learnt_from_under_either_name(data: tuple[Path, Path]) -> None:
    words = read_strokes(data[0])

    def parted(**links: str) -> tuple[list[str], list[str]]:
        named = {name.removeprefix("_"): other for name, other in links.items()}
        both = row_words._parted(words, PRINT36, named, {})
        training, validation = ([str(words.texts[n]) for n in places] for places in both)
        return sorted(training), sorted(validation)

    assert parted() == (LEARNT, ["MOON", "STAR"])
    first = ["BLUE", "HOME", "TIME"]
    rest = [text for text in LEARNT if text not in first]
    for kept_out in (HELD_OUT[1], JUDGES[1]):
        assert parted(**{f"_{SEEN[0]}": kept_out}) == (rest, ["MOON", "STAR"])
    # Whoever is held out by the name among the words stays so, whatever characters say.
    assert parted(**{f"_{HELD_OUT[0]}": SEEN[5]})[0] == LEARNT
    assert parted(**{f"_{SEEN[0]}": SEEN[6]}) == (LEARNT, ["MOON", "STAR"])
    for other in (SEEN[5], HELD_OUT[2]):
        with pytest.raises(DatasetError, match="too few writers"):
            parted(**{f"_{JUDGES[0]}": other})


def test_links_are_those_that_strokes_tell(
    data: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def linked(*_: object) -> Any:
        yield 0.5
        return {SEEN[1]: HELD_OUT[3]}

    monkeypatch.setattr(row_words, "link_writers", linked)
    found = _gathered(data, composed=0, canvas=400)
    assert _texts(found.training) == ["BLUE", "HOME", "LAMP", "NEST", "TIME"]


class Composing:
    """The writers whose characters words were composed of last, and the signs among them."""

    def __call__(self, parts: Sequence[Characters], *rest: Any, foreign: str) -> WordComposer:
        self.writers = {name for part in parts for name in part.writers.tolist()}
        self.foreign = foreign
        return WordComposer(parts, *rest, foreign=foreign)


@pytest.fixture
def composing(monkeypatch: pytest.MonkeyPatch) -> Composing:
    listening = Composing()
    monkeypatch.setattr(row_words, "WordComposer", listening)
    return listening


def test_words_are_composed_of_the_characters_of_writers_to_learn_from(
    data: tuple[Path, Path], composing: Composing, tmp_path: Path
) -> None:
    found = _gathered(data, canvas=400)
    assert len(found.training) == len(LEARNT) + FEW.composed
    assert composing.writers == set(SEEN[:4])
    # Not even where they are too few to be parted, as `services.training_data.split` does.
    few = write_characters(tmp_path / "few.npz", [SEEN[7], HELD_OUT[0], JUDGES[0]])
    run(gather_rows(data[0], few, PRINT36, FEW, seed=1))
    assert composing.writers == {SEEN[7]}
    none = write_characters(tmp_path / "none.npz", [HELD_OUT[0], JUDGES[0]])
    with pytest.raises(DatasetError, match="15 different characters"):
        run(gather_rows(data[0], none, PRINT36, FEW, seed=1))


def test_signs_that_the_charset_lacks_stand_among_composed_words(
    data: tuple[Path, Path], composing: Composing
) -> None:
    for charset in (PRINT36, PRINT62):
        run(gather_rows(*data, charset, FEW, seed=1))
        assert set(composing.foreign) >= set("&#")
        assert not set(composing.foreign) & set(charset.characters)


def test_a_charset_with_marks_has_them_composed(data: tuple[Path, Path]) -> None:
    recipe = replace(FEW, composed=60, canvas=600)
    found = run(gather_rows(*data, PRINT62, recipe, seed=1))
    composed = found.training[len(LEARNT) :]
    assert len(composed) > 50
    assert any(not row.text.isalnum() for row in composed)


def test_rows_without_room_on_a_canvas_are_left_out(data: tuple[Path, Path]) -> None:
    widest = _gathered(data, canvas=400)
    tight = _gathered(data, canvas=100)
    assert 0 < len(tight.training) < len(widest.training)
    assert all(row.pixels.shape[1] * 1.3 <= 100 for row in [*tight.training, *tight.validation])


def test_cursive_and_foreign_texts_are_left_out(data: tuple[Path, Path], tmp_path: Path) -> None:
    texts = ("HOME", "TIME", "home", "7-4", "B 7", "MOON")
    writers = (*[SEEN[0]] * 5, JUDGES[0])
    words = write_words(tmp_path / "w.npz", *texts, writers=writers, cursive=("TIME",))
    found = run(gather_rows(words, data[1], PRINT36, replace(FEW, composed=0, canvas=400), seed=1))
    assert _texts(found.training) == ["B7", "HOME"]


def test_reports_rise_to_the_end(data: tuple[Path, Path]) -> None:
    told: list[Progress] = []
    run(gather_rows(*data, PRINT36, FEW, seed=1), told.append)
    fractions = [report.fraction for report in told]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0.0
    assert told[0].stage == "Telling writers apart"
    assert told[-1].stage == "Drawing words"


def _without_writers(path: Path, target: Path) -> Path:
    with np.load(path) as archive:
        kept = {name: archive[name] for name in archive.files if name != "writer"}
    np.savez(target, **kept)
    return target


Spoil = Callable[[tuple[Path, Path], Path], tuple[Path, Path]]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data, tmp: (tmp / "no.npz", data[1]), "There is no file “.*no.npz”"),
        (lambda data, tmp: (data[0], tmp / "no.npz"), "There is no file “.*no.npz”"),
        (lambda data, tmp: (_without_writers(data[0], tmp / "w.npz"), data[1]), "“w.npz” does not"),
        (lambda data, tmp: (data[0], _without_writers(data[1], tmp / "c.npz")), "“c.npz” does not"),
        (
            lambda data, tmp: (write_texts(tmp / "w.npz", {SEEN[0]: ["HOME"]}), data[1]),
            "“w.npz” are of too few writers",
        ),
        (
            lambda data, tmp: (write_texts(tmp / "w.npz", {JUDGES[0]: ["HOME"]}), data[1]),
            "“w.npz” are of too few writers",
        ),
        (
            lambda data, tmp: (data[0], write_characters(tmp / "c.npz", SEEN[:6], CAPITALS[:9])),
            "15 different characters",
        ),
    ],
)
def test_data_that_cannot_be_used_is_refused_with_advice(
    data: tuple[Path, Path], tmp_path: Path, spoil: Spoil, told: str
) -> None:
    words, characters = spoil(data, tmp_path)
    with pytest.raises(DatasetError, match=told) as caught:
        run(gather_rows(words, characters, PRINT36, FEW, seed=1))
    assert caught.value.advice


def _wanted(count: int) -> list[RowToDraw]:
    return [
        RowToDraw(text, written(text, np.random.default_rng(n)), (3, n), 0.6 * (n % 2))
        for n, text in zip(range(count), itertools.cycle(("HOME", "I", "7")))
    ]


@pytest.mark.parametrize("at_once", [2, 5, 64])
def test_rows_come_in_their_order(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    usual = run(draw_rows(_wanted(7), RowGeometry(), has_punctuation=False))
    assert [row.text for row in usual] == ["HOME", "I", "7", "HOME", "I", "7", "HOME"]
    monkeypatch.setattr(row_drawing, "_AT_ONCE", at_once)
    _same(run(draw_rows(_wanted(7), RowGeometry(), has_punctuation=False)), usual)
    assert run(draw_rows([], RowGeometry(), has_punctuation=False, may_share=True)) == []


def test_several_processes_draw_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = run(draw_rows(_wanted(6), RowGeometry(), has_punctuation=True))
    monkeypatch.setattr(row_drawing, "_AT_ONCE", 2)
    monkeypatch.setattr(row_drawing, "available_cores", lambda: 2)
    pools: list[int] = []

    def pool(cores: int, **named: Any) -> Any:
        pools.append(cores)
        return ProcessPoolExecutor(cores, **named)

    monkeypatch.setattr(row_drawing, "ProcessPoolExecutor", pool)
    _same(
        run(draw_rows(_wanted(6), RowGeometry(), has_punctuation=True, may_share=True)),
        usual,
    )
    assert pools == [2]


class _Deadly(list[Stroke]):
    """Strokes that end the process which they are sent to."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


def test_where_processes_die_this_one_draws_on(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = _wanted(6)
    usual = run(draw_rows(wanted, RowGeometry(), has_punctuation=True))
    wanted[3] = replace(wanted[3], strokes=_Deadly(wanted[3].strokes))
    monkeypatch.setattr(row_drawing, "_AT_ONCE", 1)
    monkeypatch.setattr(row_drawing, "available_cores", lambda: 2)
    _same(run(draw_rows(wanted, RowGeometry(), has_punctuation=True, may_share=True)), usual)


def test_strokes_that_make_two_rows_or_none_are_left_out() -> None:
    one = written("HOME", np.random.default_rng(0))
    below = [stroke + np.array([0, 1500], np.float32) for stroke in one]
    wanted = [
        RowToDraw("HOMEHOME", [*one, *below], (1,)),
        RowToDraw("HOME", one, (1,)),
    ]
    found = run(draw_rows(wanted, RowGeometry(), has_punctuation=False))
    assert [row.text for row in found] == ["HOME"]


def test_small_marks_belong_to_the_row_where_the_reader_knows_them() -> None:
    wanted = [RowToDraw("HOME.", written("HOME.", np.random.default_rng(0)), (1,))]
    (bare,) = run(draw_rows(wanted, RowGeometry(), has_punctuation=False))
    (marked,) = run(draw_rows(wanted, RowGeometry(), has_punctuation=True))
    assert marked.pixels.shape[1] > bare.pixels.shape[1]
