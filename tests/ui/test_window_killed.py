"""A window that is killed at any moment of 200 edits loses nothing that it has shown.

Covered: real key events in a real window, from the key to the file of the journal, and getting the
work back, 51 times. The windows are forked from one that is open with its page read, because
starting as many would take minutes. Not covered here: painting (threads that paint are not forked;
a step counts as shown when its key was answered), being killed while a page is read or saved
(``test_document_saving`` kills savings), and power cuts, which nothing but a disk can show.
``test_window_recovering`` kills a program of its own, painting and all, once.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import IO

import pytest

from ocrdesk.services.journal_store import JournalStore
from tests.services.working import small_page
from tests.ui.killed_window import COUNT, digest

REPOSITORY = Path(__file__).resolve().parents[2]
KILLS = 17  # for each of three sessions

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="windows are forked from one another"),
]


class Killer:
    """Lets windows work and kills them."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.ui.killed_window", str(folder)]
        self.folder = folder
        self.program = subprocess.Popen(
            command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._line() == "ready"

    @property
    def _output(self) -> IO[str]:
        assert self.program.stdout is not None
        return self.program.stdout

    def _line(self) -> str:
        return self._output.readline().strip()

    def work(self, seed: int, *, after: int, wait: float) -> list[str]:
        """Kill a window a moment after it showed that many steps; return all it had told."""
        assert self.program.stdin is not None
        self.program.stdin.write(f"{seed}\n")
        self.program.stdin.flush()
        told: list[str] = []
        child = 0
        while not child or len(told) < after:
            line = self._line()
            assert line != "gone", "the window ended by itself"
            if line.startswith("child"):
                child = int(line.split()[1])
            else:
                told.append(line.split()[1])
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        while (line := self._line()) != "gone":
            if line != "end":
                told.append(line.split()[1])
        return told


@pytest.fixture(scope="module")
def killer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killer]:
    killer = Killer(tmp_path_factory.mktemp("killed"))
    yield killer
    killer.program.kill()
    killer.program.communicate()


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_window_loses_nothing_that_it_has_shown(killer: Killer, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - guards no secret
    whole = killer.work(seed, after=COUNT, wait=0.0)
    assert len(set(whole)) > COUNT / 2
    assert recovered(killer.folder) == whole[-1]
    for _ in range(KILLS):
        after = 1 + int(rng.random() ** 3 * (COUNT - 1))  # more often early, which takes less time
        told = killer.work(seed, after=after, wait=rng.random() / 300)
        assert told == whole[: len(told)]
        assert recovered(killer.folder) in whole[len(told) - 1 : len(told) + 1]


def recovered(folder: Path) -> str:
    """Get the work back as the next window would, undo all of it, and give it up."""
    store = JournalStore(folder / "journals")
    (leftover,) = store.recoverable()
    found = store.recover(leftover)
    assert not found.is_damaged
    _, first = found.state.history.moved(0, found.state.page or small_page())
    assert first == small_page()
    told = digest(found.state)
    found.journal.close()
    store.close()
    return told
