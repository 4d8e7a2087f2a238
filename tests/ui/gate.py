"""A gate that readings wait at, or other work of a worker, for what a person does meanwhile."""

import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from ocrdesk.formats.image_file import SourceImage
from ocrdesk.services.progress import Progress
from ocrdesk.ui.controllers import page_work

P = ParamSpec("P")
Result = TypeVar("Result")


def held(
    go_on: threading.Event, work: Callable[P, Generator[Progress, None, Result]]
) -> Callable[P, Generator[Progress, None, Result]]:
    """Return the same work of a worker, begun only when it may go on."""

    def hold(*arguments: P.args, **options: P.kwargs) -> Generator[Progress, None, Result]:
        while not go_on.is_set():
            time.sleep(0.005)
            yield Progress("Held", 0.0)
        return (yield from work(*arguments, **options))

    return hold


class Gate:
    """Holds every reading up at its start until it is opened; counts how many began."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began: list[str] = []
        self._open = threading.Event()
        self._read = page_work.read_image
        monkeypatch.setattr(page_work, "read_image", self.read_image)

    def open(self) -> None:
        self._open.set()

    def close(self) -> None:
        self._open.clear()

    def read_image(
        self, image: SourceImage, *rest: object, **options: object
    ) -> Generator[Progress, None, page_work.ReadPage]:
        self.began.append(Path(image.source).name)
        while not self._open.is_set():
            time.sleep(0.005)
            yield Progress("Waiting at the gate", 0.1)
        return (yield from self._read(image, *rest, **options))  # type: ignore[arg-type]
