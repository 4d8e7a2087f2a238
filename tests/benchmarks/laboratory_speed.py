"""How much longer a training takes in the laboratory's window than on the command line.

Each training is done in a process of its own, in turn without Qt and in the real window with its
plots shown: this script prints the medians. What is measured is
the time of the thread that trains, less the time it waited for a core where Linux tells it: other
programs disturb it little, waiting for the window counts.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

from ocrdesk.services.laboratory.data import DataPlan, LabData, load_data
from ocrdesk.services.laboratory.network_plan import PRESETS
from ocrdesk.services.laboratory.run_plan import RunPlan
from ocrdesk.services.laboratory.runs import LabRun
from ocrdesk.services.progress import run as driven

_SCHEDULER = Path("/proc/thread-self/schedstat")

Report = TypeVar("Report")
Result = TypeVar("Result")

ALLOWED = 0.1
PLANS = {
    "assignment": RunPlan(epochs=100),
    "convolution": RunPlan(
        network=PRESETS["Small convolution"], optimizer="adam", learning_rate=2e-3, epochs=12
    ),
}


def say(line: str) -> None:
    """Write one line of the result at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _letters() -> LabData:
    return driven(load_data(DataPlan(per_class=60)))


def _timed(
    steps: Generator[Report, None, Result], seconds: list[float]
) -> Generator[Report, None, Result]:
    """Go through the steps; add the seconds that they took in this thread."""
    begun, waited = time.perf_counter(), _waited()
    result = yield from steps
    seconds.append(time.perf_counter() - begun - (_waited() - waited))
    return result


def _waited() -> float:
    """Return the seconds that this thread was ready and had no core; 0 where nothing tells."""
    try:
        return int(_SCHEDULER.read_text("ascii").split()[1]) * 1e-9
    except OSError:
        return 0.0


def on_the_command_line(name: str) -> float:
    """Return the seconds that a training takes without Qt."""
    data = _letters()
    run = LabRun(name, PLANS[name], data)
    seconds: list[float] = []
    driven(_timed(run.steps(), seconds))
    return seconds[0]


def in_the_window(name: str) -> float:
    """Return the seconds that the same training takes in the laboratory, its plots shown."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from ocrdesk.paths import settings_file
    from ocrdesk.services.settings import SettingsStore
    from ocrdesk.ui.appearance import Appearance
    from ocrdesk.ui.application import put_the_window_first
    from ocrdesk.ui.controllers.lab_run_work import go_on
    from ocrdesk.ui.main_window import MainWindow
    from ocrdesk.ui.notices import NoticeHub

    application = QApplication(["benchmark"])
    window = MainWindow(Appearance(application), SettingsStore(settings_file()), NoticeHub())
    window.show()
    put_the_window_first()
    window.lab.open()
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while window.lab.desk is None or window.lab.desk.data is None:
        application.processEvents(wait)
    desk = window.lab.desk
    assert desk.data is not None
    desk.window.show_page(2)
    run = LabRun(name, PLANS[name], desk.data)
    desk.training.add(run)
    for _ in range(20):
        application.processEvents()
    seconds: list[float] = []
    desk.training.drive(_timed(go_on(run), seconds))
    while desk.training.is_running:
        application.processEvents(wait)
    window.close()
    return seconds[0]


def main() -> int:
    """Measure in turn and print the medians, or measure once where told how.

    Returns 1 where the window costs more than ``ALLOWED``.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--once", choices=("window", "command"))
    parser.add_argument("--plan", choices=tuple(PLANS), default="assignment")
    wish = parser.parse_args()
    if wish.once:
        measure = in_the_window if wish.once == "window" else on_the_command_line
        say(str(measure(wish.plan)))
        return 0
    missed = 0
    for name in PLANS:
        found: dict[str, list[float]] = {"command": [], "window": []}
        for _ in range(wish.rounds):
            for way, seconds in found.items():
                seconds.append(_in_a_process(name, way))
        command, window = (statistics.median(found[way]) for way in ("command", "window"))
        told = f"{100 * (window / command - 1):+.1f} %"
        missed |= window > (1 + ALLOWED) * command
        say(f"{name}: command line {command:.2f} s, window {window:.2f} s, {told}")
    return int(missed)


def _in_a_process(name: str, way: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, str(Path(__file__)), "--once", way, "--plan", name],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "OCRDESK_HOME": home},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    sys.exit(main())
