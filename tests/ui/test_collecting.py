"""Garbage goes, in the window's thread; what modules brought along is looked at no more."""

import gc
import sys
import weakref
from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from ocrdesk.ui.collecting import GarbageCollector


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
