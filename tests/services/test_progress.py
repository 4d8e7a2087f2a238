"""A service is driven to its result."""

from collections.abc import Generator

import pytest

from ocrdesk.services.progress import Progress, as_part, run


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


def test_a_task_is_told_as_a_part_of_the_whole() -> None:
    def halves() -> Generator[float, None, str]:
        yield 0.0
        yield 0.5
        return "done"

    def drive() -> Generator[Progress, None, str]:
        return (yield from as_part(halves(), "Reading", start=0.5, share=0.5))

    assert list(drive()) == [Progress("Reading", 0.5), Progress("Reading", 0.75)]
    assert run(drive()) == "done"
