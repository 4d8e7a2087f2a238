"""A process that helps never hears of Ctrl+C, and the one it helps never misses one."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ocrdesk.nn.dataset import Dataset
from ocrdesk.services.child_processes import without_interrupts
from ocrdesk.services.drawing_ahead import DrawingAhead
from ocrdesk.services.row_drawing import RowToDraw, draw_rows
from ocrdesk.vision.row_pictures import RowGeometry

LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="reads of processes in /proc")


def _draw(rng: np.random.Generator) -> Dataset:
    return Dataset(rng.random((2, 4), np.float32), np.zeros(2, np.int64))


def _hears_interrupts(process: int) -> bool:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (blocked,) = [line.split()[1] for line in lines if line.startswith("SigBlk:")]
    return not int(blocked, 16) >> (signal.SIGINT - 1) & 1


@pytest.fixture
def ahead() -> Iterator[DrawingAhead]:
    drawing = DrawingAhead(_draw)
    yield drawing
    drawing.end()


@LINUX_ONLY
def test_the_process_that_draws_ahead_hears_none_from_its_first_moment(ahead: DrawingAhead) -> None:
    (child,) = multiprocessing.active_children()
    assert child.pid is not None
    assert not _hears_interrupts(child.pid)
    assert ahead.begin(np.random.default_rng(3))
    drawn = ahead.result()
    assert drawn is not None
    assert np.array_equal(drawn[0].inputs, _draw(np.random.default_rng(3)).inputs)


@LINUX_ONLY
def test_nor_do_those_that_draw_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocrdesk.services.row_drawing.available_cores", lambda: 2)
    wanted = [RowToDraw("L", [np.array([[0, 0], [0, 30], [20, 30]], float)], (1, 0))] * 65
    drawing = draw_rows(wanted, RowGeometry(), has_punctuation=False, may_share=True)
    next(drawing)
    children = multiprocessing.active_children()
    assert len(children) == 2
    assert not any(_hears_interrupts(child.pid or 0) for child in children)
    drawing.close()


def test_an_interrupt_that_comes_meanwhile_is_raised_afterwards() -> None:
    done: list[str] = []

    def start() -> None:
        with without_interrupts():
            signal.raise_signal(signal.SIGINT)
            done.append("started")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert done == ["started"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_other_threads_may_start_processes_too() -> None:
    done: list[str] = []

    def start() -> None:
        with without_interrupts():
            done.append("started")

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert done == ["started"]
