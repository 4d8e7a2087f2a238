"""Drives services in worker threads; the only file of the window that knows QThread.

A service is a generator of reports with a result. The worker steps through it; to cancel is to
stop stepping. The window sees a ``Task``, which lives in the window's thread: the worker's only
signal is relayed into it, and its reports are fetched by a timer, so that a service that reports
ten thousand times a second costs the window sixteen repaints and is never starved of the
interpreter lock. The rules and the measurements behind them are in design.md, "Threads".
"""

import threading
from collections.abc import Generator

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal

from ocrdesk.errors import OcrdeskError
from ocrdesk.ui.turns import in_next_turn

FLUSH_MS = 60  # reports reach the window at most 16 times a second


def _without_catcher(error: Exception) -> Exception:
    """Return an error whose traceback begins below the method that caught it.

    That method's frame holds the worker, which holds the error: a cycle, left to the garbage
    collector.
    """
    trace = error.__traceback__
    return error.with_traceback(trace.tb_next if trace is not None else None)


class _Worker(QObject):
    """Steps through a generator in its own thread and keeps what came of it."""

    ended = Signal()

    def __init__(self, steps: Generator[object, None, object]) -> None:
        super().__init__()
        self._steps = steps
        self._is_stopping = threading.Event()
        self.report: object | None = None
        self.result: object | None = None
        self.error: Exception | None = None
        self.is_done = False

    def stop(self) -> None:
        """Ask for the end after the current step; may be called from any thread."""
        self._is_stopping.set()

    def run(self) -> None:
        """Take steps until the generator returns, raises or is to stop."""
        try:
            while not self._is_stopping.is_set():
                self.report = next(self._steps)
            self._steps.close()
        except StopIteration as end:
            self.result = end.value
            self.is_done = True
        except Exception as error:  # noqa: BLE001 - the window's thread decides what it means
            self.error = _without_catcher(error)
        finally:
            self.ended.emit()
            # From Python 3.12 on the frames of an error keep this one, too, and it the worker.
            del self


class Task(QObject):
    """A service being driven in a thread of its own; all signals arrive in the window's thread.

    Exactly one of ``succeeded``, ``failed`` and ``cancelled`` is emitted. The last report always
    comes before ``succeeded`` or ``failed``. After ``cancel`` returns nothing else is emitted but
    ``dropped``, with a result that came nevertheless, for whoever has to give back what it holds,
    and ``ended``, which tells that the thread is gone.
    """

    reported = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    dropped = Signal(object)
    ended = Signal(object)
    _thread_finished = Signal()

    def __init__(self, steps: Generator[object, None, object], parent: QObject) -> None:
        super().__init__(parent)
        self._worker: _Worker | None = _Worker(steps)
        self._thread: QThread | None = QThread()
        self._is_cancelled = False
        self._delivered: object | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(FLUSH_MS)
        self._timer.timeout.connect(self._flush)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        # Direct: through the relay the quit hung 5 of 40 closings.
        self._worker.ended.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)
        # Signal to signal: a method connected to a worker's signal could run in the worker.
        self._thread.finished.connect(self._thread_finished)
        self._thread_finished.connect(self._finish)

    def start(self) -> None:
        """Begin; call it once, after connecting to the signals."""
        if self._thread is not None:
            self._timer.start()
            self._thread.start()

    @property
    def is_running(self) -> bool:
        """Tell whether an outcome is still to come."""
        return self._thread is not None and not self._is_cancelled

    def cancel(self) -> None:
        """Stop as soon as the current step ends; the window hears of it at once."""
        if not self.is_running or self._worker is None:
            return
        self._is_cancelled = True
        self._timer.stop()
        self._worker.stop()
        self.cancelled.emit()

    def wait(self) -> None:
        """Block until the thread is gone; for the closing of the window."""
        if self._thread is not None:
            self._thread.wait()
            self._drop()

    def _drop(self) -> None:
        """Tell, once, of a result that nobody waits for any more."""
        if self._is_cancelled and self._worker is not None and self._worker.is_done:
            self._worker.is_done = False
            self.dropped.emit(self._worker.result)

    def _flush(self) -> None:
        """Deliver the newest report unless it was delivered already."""
        report = self._worker.report if self._worker is not None else None
        if report is not None and report is not self._delivered:
            self._delivered = report
            self.reported.emit(report)

    def _finish(self) -> None:
        """Tell the outcome in a turn of its own: two in one hold the window twice as long."""
        in_next_turn(self._conclude, self)

    def _conclude(self) -> None:
        """Tell the outcome once the thread has ended, and let go of it."""
        worker, thread = self._worker, self._thread
        if worker is None or thread is None:
            return
        thread.wait()  # ``finished`` comes a moment before the thread is really gone
        self._timer.stop()
        if not self._is_cancelled:
            self._flush()
        self._drop()
        self._worker = self._thread = None
        if not self._is_cancelled:
            if worker.error is not None:
                self.failed.emit(worker.error)
            elif worker.is_done:
                self.succeeded.emit(worker.result)
        self.ended.emit(self)


class TaskPool(QObject):
    """Keeps every task until its thread is gone, and ends them all when the window closes.

    ``broke`` brings errors of tasks that nobody foresaw; the task tells whoever started it, too.
    """

    broke = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: set[Task] = set()

    def create(self, steps: Generator[object, None, object]) -> Task:
        """Return a task that is not started yet, so that its signals can be connected first."""
        task = Task(steps, self)
        self._tasks.add(task)
        task.ended.connect(self._forget)
        task.failed.connect(self._tell_unforeseen)
        return task

    def _tell_unforeseen(self, error: Exception) -> None:
        if not isinstance(error, OcrdeskError):
            self.broke.emit(error)

    @property
    def is_idle(self) -> bool:
        """Tell whether no thread is left, cancelled ones included."""
        return not self._tasks

    def close(self) -> None:
        """Cancel all tasks and wait for their threads."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        for task in tasks:
            task.wait()

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
        task.deleteLater()
