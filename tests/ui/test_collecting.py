"""Garbage goes, in the window's thread; what modules brought along is looked at no more."""

import gc
import sys
import threading
import weakref
from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from ocrdesk.ui import collecting
from ocrdesk.ui.collecting import MOST_MIDDLE, MOST_OLD, GarbageCollector


class _Cycle:
    """Something that only the collector finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def own(qapp: QApplication) -> Iterator[GarbageCollector]:
    own = GarbageCollector(qapp)
    own.collect_all()
    yield own
    own.deleteLater()


def test_cycles_are_collected_before_and_after_modules_came(
    own: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("", "one_more"):
        if name:
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        gone = weakref.ref(_Cycle())
        assert gone() is not None
        own.collect_all()
        assert gone() is None


def test_what_modules_brought_along_is_passed_over_once(
    own: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gc.get_freeze_count()
    brought = [[] for _ in range(20_000)]  # type: list[list[int]]
    own.collect_all()
    assert gc.get_freeze_count() <= before
    monkeypatch.setitem(sys.modules, "one_more", ModuleType("one_more"))
    own.collect_all()
    assert gc.get_freeze_count() >= before + len(brought)


def test_no_look_takes_in_more_than_so_many_objects(own: GarbageCollector) -> None:
    looked_at: list[int] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            looked_at.append(sum(len(gc.get_objects(g)) for g in range(told["generation"] + 1)))

    kept, new = [], 3_000  # type: tuple[list[list[list[int]]], int]
    gc.callbacks.append(note)
    try:
        for _ in range(40):  # as a worker does that reads a dense page
            kept.append([[] for _ in range(new)])
            own.collect()
    finally:
        gc.callbacks.remove(note)
    assert len(looked_at) == len(kept)
    assert max(looked_at) <= MOST_MIDDLE + new + 1_000  # what the test's own list comes to


def test_what_pages_brought_along_is_not_looked_at_again_and_again(own: GarbageCollector) -> None:
    """A page of 2,520 letters is 600,000 objects: each look at all of them took 0.2 s or more."""
    looked_at: list[int] = []

    def note(phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            looked_at.append(sum(len(gc.get_objects(g)) for g in range(told["generation"] + 1)))

    kept: list[list[list[int]]] = []
    gone = weakref.ref(_Cycle())
    gc.callbacks.append(note)
    try:
        for _ in range(200):
            kept.append([[] for _ in range(3_000)])
            own.collect()
        own.collect_all()
    finally:
        gc.callbacks.remove(note)
    assert max(looked_at) <= MOST_OLD + 3 * MOST_MIDDLE
    assert gone() is None, "whatever is new is looked at before it is passed over"
    held = gc.get_freeze_count()
    kept.clear()
    assert gc.get_freeze_count() <= held - 400_000, "and goes as it always did"


def test_a_cycle_that_grew_old_goes_in_the_end(
    own: GarbageCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "LOOKS", 30)
    cycle = _Cycle()
    gone = weakref.ref(cycle)
    kept: list[list[list[int]]] = []
    for _ in range(20):
        kept.append([[] for _ in range(3_000)])
        own.collect()
    del cycle
    assert gone() is not None
    for _ in range(20):
        kept.append([[] for _ in range(3_000)])
        own.collect()
    assert gone() is None


def test_looks_hold_nothing_that_a_worker_is_making(own: GarbageCollector) -> None:
    """A tuple that somebody else knows cannot grow any more: Python raises a SystemError."""
    problems: list[BaseException] = []
    is_over = threading.Event()

    def make() -> None:
        while not is_over.is_set():
            try:
                assert len(tuple([number] for number in range(300))) == 300
            except (SystemError, AssertionError) as problem:
                problems.append(problem)

    worker = threading.Thread(target=make)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    worker.start()
    try:
        for _ in range(2_000):
            new = [[] for _ in range(800)]  # type: list[list[int]]
            own.collect()
    finally:
        is_over.set()
        worker.join()
        sys.setswitchinterval(interval)
    assert new
    assert not problems


def test_a_few_new_objects_are_left_for_later(own: GarbageCollector) -> None:
    gone = weakref.ref(_Cycle())
    own.collect()
    assert gone() is not None
    own.collect_all()
    assert gone() is None
