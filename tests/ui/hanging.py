"""Measures a window that hung again, once: busy disks and neighbours hold one up, too.

What the program does itself comes again, and fails the test. What does not is told by a warning.
"""

import pytest
from _pytest.runner import runtestprotocol

HUNG = "the window hung"


class HungOnce(pytest.PytestWarning):
    """A window hung, and not again when its test was run once more."""


def measured_twice(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Run a test, and where its window hung once more; tell what came of it last."""
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, nextitem=nextitem, log=False)
    if has_hung(reports):
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
        if not has_hung(reports):
            item.warn(HungOnce(f"{HUNG} once, and not again"))
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)


def has_hung(reports: list[pytest.TestReport]) -> bool:
    """Return whether a window failed by hanging in one of a test's phases."""
    return any(report.failed and HUNG in report.longreprtext for report in reports)
