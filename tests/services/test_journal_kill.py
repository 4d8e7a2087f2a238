"""A program killed at any moment loses nothing that its journal has acknowledged."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from ocrdesk.page.history import Step
from ocrdesk.services.journal_state import JournalState
from ocrdesk.services.journal_store import JournalStore
from tests.services.working import COUNT, IDENTITY, small_page, work

REPOSITORY = Path(__file__).resolve().parents[2]


def states(seed: int) -> list[JournalState]:
    """The state before the work, and after each step of it."""
    found = [JournalState(IDENTITY, small_page())]
    for done in work(found[0], seed):
        last = found[-1]
        found.append(last.with_step(done) if isinstance(done, Step) else last.with_place(done))
    return found


@pytest.mark.parametrize("seed", range(10))
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - guards no secret
    acknowledged = killed_at_work(
        tmp_path, seed, after=rng.randrange(1, COUNT + 1), wait=rng.random() / 500
    )
    store = JournalStore(tmp_path)
    (leftover,) = store.recoverable()
    assert leftover.identity == IDENTITY
    recovered = store.recover(leftover)
    expected = states(seed)
    assert recovered.state in expected[acknowledged : acknowledged + 2]
    assert leftover.unsaved == recovered.state.history.unsaved
    recovered.journal.close()
    store.close()
    assert list(tmp_path.iterdir()) == []


def killed_at_work(folder: Path, seed: int, *, after: int, wait: float) -> int:
    """Let a program work, kill it a moment after that many steps; return how many it had told."""
    command = [sys.executable, "-m", "tests.services.working", str(folder), str(seed)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if int(line) == after:
                break
        time.sleep(wait)
        program.kill()
        rest = program.stdout.read()
    return max([after, *map(int, rest.split("\n")[:-1])])
