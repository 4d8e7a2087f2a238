"""Services in threads: reports coalesced, the last one delivered, cancelling and closing safe."""

import gc
import threading
import time
from collections.abc import Callable, Generator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from ocrdesk.ui.tasks import FLUSH_MS, Task, TaskPool, _Worker

Steps = Generator[object, None, object]


@pytest.fixture
def pool(qtbot: QtBot) -> Generator[TaskPool, None, None]:
    pool = TaskPool()
    yield pool
    pool.close()
    qtbot.waitUntil(lambda: pool.is_idle)


def counting(steps: int, *, pause: float = 0.0) -> Steps:
    for step in range(steps):
        if pause:
            time.sleep(pause)
        yield step
    return f"{steps} steps"


def failing(error: Exception) -> Steps:
    yield "started"
    raise error


class Record:
    """What a task told, and in which thread."""

    def __init__(self, task: Task) -> None:
        self.reports: list[object] = []
        self.outcomes: list[object] = []
        self.threads: set[int] = set()
        task.reported.connect(self._append(self.reports))
        task.succeeded.connect(self._append(self.outcomes))
        task.failed.connect(self._append(self.outcomes))
        task.cancelled.connect(lambda: self.outcomes.append("cancelled"))

    def _append(self, target: list[object]) -> Callable[[object], None]:
        def append(value: object) -> None:
            self.threads.add(threading.get_ident())
            target.append(value)

        return append


def test_a_result_arrives_in_the_window_thread_after_the_last_report(
    pool: TaskPool, qtbot: QtBot
) -> None:
    task = pool.create(counting(5000))
    record = Record(task)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert record.outcomes == ["5000 steps"]
    assert record.reports[-1] == 4999
    assert record.threads == {threading.get_ident()}
    assert not task.is_running


def test_the_service_itself_runs_elsewhere(pool: TaskPool, qtbot: QtBot) -> None:
    def where() -> Steps:
        yield None
        return QThread.currentThread()

    task = pool.create(where())
    record = Record(task)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert record.outcomes[0] is not QThread.currentThread()


def test_reports_are_coalesced(pool: TaskPool, qtbot: QtBot) -> None:
    task = pool.create(counting(400, pause=0.001))
    record = Record(task)
    started = time.monotonic()
    with qtbot.waitSignal(task.ended):
        task.start()
    seconds = time.monotonic() - started
    assert 2 <= len(record.reports) <= seconds * 1000 / FLUSH_MS + 2
    assert record.reports[-1] == 399


def test_a_failure_is_delivered_as_the_error_it_was(pool: TaskPool, qtbot: QtBot) -> None:
    error = ValueError("no ink")
    task = pool.create(failing(error))
    record = Record(task)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert record.outcomes == [error]
    assert record.reports == ["started"]


def test_cancelling_is_heard_at_once_and_nothing_follows(pool: TaskPool, qtbot: QtBot) -> None:
    closed, goes_on = threading.Event(), threading.Event()
    goes_on.set()
    went_on: list[bool] = []

    def endless() -> Steps:
        try:
            while True:
                time.sleep(0.02)
                went_on.append(goes_on.wait(20))
                yield "step"
        finally:
            closed.set()

    task = pool.create(endless())
    record = Record(task)
    task.start()
    qtbot.waitUntil(lambda: bool(record.reports))
    before = len(record.reports)
    goes_on.clear()  # no step ends until the window has heard
    with qtbot.waitSignal(task.ended):
        task.cancel()
        assert record.outcomes == ["cancelled"]
        goes_on.set()
    assert closed.is_set()
    assert all(went_on), "cancelling waited for the step to end"
    assert record.outcomes == ["cancelled"]
    assert len(record.reports) == before
    task_again = pool.create(counting(3))
    with qtbot.waitSignal(task_again.succeeded):
        task_again.start()


def test_closing_cancels_and_waits(qtbot: QtBot) -> None:
    pool = TaskPool()
    alive = threading.active_count()
    taken = [0] * 4

    def endless(number: int) -> Steps:
        while True:
            time.sleep(0.002)
            taken[number] += 1
            yield "step"

    tasks = [pool.create(endless(number)) for number in range(4)]
    for task in tasks:
        task.start()
    qtbot.waitUntil(lambda: all(taken))
    pool.close()
    assert all(not task.is_running for task in tasks)
    before = list(taken)
    qtbot.wait(30)
    assert taken == before, "the threads are gone when it returns"
    qtbot.waitUntil(lambda: pool.is_idle)
    assert threading.active_count() <= alive


def test_two_hundred_tasks_leave_nothing_hanging(pool: TaskPool, qtbot: QtBot) -> None:
    outcomes: list[object] = []
    for index in range(200):
        task = pool.create(counting(index % 7))
        task.succeeded.connect(outcomes.append)
        task.cancelled.connect(lambda: outcomes.append("cancelled"))
        task.start()
        if index % 3 == 0:
            task.cancel()
        if index % 20 == 0:
            qtbot.wait(1)
    qtbot.waitUntil(lambda: pool.is_idle, timeout=20_000)
    assert len(outcomes) == 200


def test_a_failed_task_leaves_its_worker_to_no_garbage_collector(
    pool: TaskPool, qtbot: QtBot
) -> None:
    gc.collect()
    task = pool.create(failing(ValueError("broken")))
    told: list[Exception] = []
    task.failed.connect(told.append)
    task.start()
    qtbot.waitUntil(lambda: pool.is_idle)
    assert [type(error) for error in told] == [ValueError]
    assert not [known for known in gc.get_objects() if isinstance(known, _Worker)]


@pytest.mark.usefixtures("collector")
def test_garbage_is_collected_in_the_window_thread_only(pool: TaskPool, qtbot: QtBot) -> None:
    threads: set[int] = set()

    def note(_phase: str, _info: dict[str, int]) -> None:
        threads.add(threading.get_ident())

    def littering() -> Steps:
        for step in range(10):
            for _ in range(1000):
                litter: list[object] = []
                litter.append(litter)
            yield step
        return None

    gc.callbacks.append(note)
    try:
        pool.create(littering()).start()
        qtbot.waitUntil(lambda: bool(threads) and pool.is_idle)
    finally:
        gc.callbacks.remove(note)
    assert threads == {threading.get_ident()}
