"""A service is driven to its result."""

from collections.abc import Generator

import pytest

from ocrdesk.services.progress import run


def _counting(limit: int) -> Generator[int, None, str]:
    yield from range(limit)
    return f"counted to {limit}"


def test_the_result_is_returned_and_reports_are_dropped() -> None:
    assert run(_counting(3)) == "counted to 3"
    assert run(_counting(0)) == "counted to 0"


def test_what_goes_wrong_inside_comes_out() -> None:
    def failing() -> Generator[int, None, None]:
        yield 1
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011  # the very one from inside
        run(failing())
