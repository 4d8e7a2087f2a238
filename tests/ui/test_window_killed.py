"""A window that is killed at any moment of 200 edits loses nothing that it has shown.

Covered: real key events in a real window, from the key to the file of the journal, and getting the
work back, 54 times. The windows are forked from one that is open with its page read, and where they
are to be killed from one that came so far, because starting and editing as often would take
minutes. Not covered here: painting (threads that paint are not forked; a step counts as shown when
its key was answered), being killed while a page is read or saved (``test_document_saving`` kills
savings), and power cuts, which nothing but a disk can show. ``test_window_recovering`` kills a
program of its own, painting and all, once.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import Queue
from random import Random

import pytest

from ocrdesk.services.journal_store import JournalStore
from tests.services.working import small_page
from tests.ui.killed_window import COUNT, digest

REPOSITORY = Path(__file__).resolve().parents[2]
KILLS = 17  # for each of three sessions
PATIENCE_S = 60  # only against hanging for ever

pytestmark = [
    pytest.mark.acceptance,
    pytest.mark.window,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="windows are forked from one another"),
]


class Killer:
    """Lets windows work and kills them."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.ui.killed_window", str(folder)]
        self.folder = folder
        self.program = subprocess.Popen(
            command,
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # so that it can be ended with all that it forked
        )
        self._lines: Queue[str] = Queue()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()
        assert self.line() == "ready"

    def _listen(self) -> None:
        assert self.program.stdout is not None
        for line in self.program.stdout:
            self._lines.put(line.strip())

    def line(self) -> str:
        """The next line that a window told; one that hangs fails the test."""
        return self._lines.get(timeout=PATIENCE_S)

    def end(self) -> None:
        """End all windows, whatever they are at."""
        os.killpg(self.program.pid, signal.SIGKILL)
        self.program.wait()
        self._listener.join()
        for pipe in (self.program.stdin, self.program.stdout):
            assert pipe is not None
            pipe.close()

    def say(self, line: str) -> None:
        """Say something to the window that listens."""
        assert self.program.stdin is not None
        self.program.stdin.write(f"{line}\n")
        self.program.stdin.flush()

    def begin(self, seed: int, halts: Iterable[int]) -> int:
        """Let a window work that halts after those steps; return its number."""
        self.say(" ".join(map(str, [seed, *halts])))
        return self.child()

    def child(self) -> int:
        """The number of the window that goes on."""
        word, number = self.line().split()
        assert word == "child", "the window ended by itself"
        return int(number)

    def steps(self, count: int) -> list[str]:
        """What the window tells of so many steps."""
        return [self.line().split()[1] for _ in range(count)]

    def kill(self, child: int, *, wait: float = 0.0) -> list[str]:
        """Kill a window a moment later; return what it told until then."""
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        told = []
        while (line := self.line()) != "gone":
            if line != "end":  # nobody can tell how far it came meanwhile
                told.append(line.split()[1])
        return told


@pytest.fixture(scope="module")
def killer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killer]:
    killer = Killer(tmp_path_factory.mktemp("killed"))
    yield killer
    killer.end()


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_window_loses_nothing_that_it_has_shown(
    killer: Killer, seed: int, tmp_path: Path
) -> None:
    rng = Random(seed)  # noqa: S311 - guards no secret
    halts = sorted(rng.sample(range(1, COUNT - 3), KILLS))
    window = killer.begin(seed, halts)
    whole: list[str] = []
    killed = []
    for number in halts:
        whole += killer.steps(number - len(whole))
        child, told = killer.child(), killer.steps(rng.randint(1, 3))
        told += killer.kill(child, wait=rng.random() / 300)
        folder = tmp_path / str(number)
        shutil.copytree(killer.folder / "journals", folder)  # as the disk has it now
        killed.append((number + len(told), told, recovered(folder)))
        killer.say("on")
    whole += killer.steps(COUNT - len(whole))
    assert killer.line() == "end"
    killer.kill(window)
    assert len(set(whole)) > COUNT / 2
    assert recovered(killer.folder / "journals") == whole[-1]
    for reached, told, found in killed:
        assert told == whole[reached - len(told) : reached]
        assert found in whole[reached - 1 : reached + 1]


def recovered(folder: Path) -> str:
    """Get the work back as the next window would, undo all of it, and give it up."""
    store = JournalStore(folder)
    (leftover,) = store.recoverable()
    found = store.recover(leftover)
    assert not found.is_damaged
    _, first = found.state.history.moved(0, found.state.page or small_page())
    assert first == small_page()
    told = digest(found.state)
    found.journal.close()
    store.close()
    return told
