"""Measures a window that hung again, once: busy disks and neighbours hold one up, too.

What the program does itself comes again, and fails the test.
"""

import pytest
from _pytest.runner import runtestprotocol

HUNG = "the window hung"


def measured_twice(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Run a test, and where its window hung once more; tell what came of it last."""
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, nextitem=nextitem, log=False)
    if any(report.failed and HUNG in report.longreprtext for report in reports):
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
