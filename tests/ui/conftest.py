"""The real window on real pages, driven by Qt events; leaks and stalls fail the test."""

import gc
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from ocrdesk import paths
from ocrdesk.nn.dense import Dense
from ocrdesk.nn.network import Network
from ocrdesk.page.charset import PRINT36
from ocrdesk.services.model_store import DEFAULT_MODEL, save_model
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review import DOUBTFUL_BELOW
from ocrdesk.services.settings import SettingsStore
from ocrdesk.ui.appearance import DOUBT, Appearance, dress_window
from ocrdesk.ui.application import put_the_window_first
from ocrdesk.ui.collecting import GarbageCollector
from ocrdesk.ui.main_window import MainWindow
from ocrdesk.ui.notices import NoticeHub
from ocrdesk.ui.translation import speak
from ocrdesk.vision.patches import PatchGeometry
from tests.shipped_models import unpacked_once
from tests.ui import pauses
from tests.ui.desk import PATIENCE_MS, Desk
from tests.ui.gate import Gate
from tests.ui.hanging import measured_twice
from tests.ui.measured import measure

PageMaker = Callable[..., Path]
ModelMaker = Callable[..., Path]


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Let a window that hung show that it was the program's doing."""
    measured_twice(item, nextitem)
    return True


@pytest.fixture(scope="module", autouse=True)
def collector(qapp: QApplication) -> Iterator[GarbageCollector]:
    """Collect garbage in the window's thread and put the window first, as the program does.

    What other tests have left stays frozen: each look at it would take 0.2 s.
    """
    interval = sys.getswitchinterval()
    gc.freeze()
    collector = GarbageCollector(qapp)
    collector.start()
    put_the_window_first()
    yield collector
    delete(collector)
    gc.collect()  # the last window with its person: frozen by the next module, they would stay
    gc.enable()
    sys.setswitchinterval(interval)


@pytest.fixture(scope="package", autouse=True)
def _models_unpacked_once() -> Iterator[None]:
    """Unpack the models that ship for the first test that reads with them."""
    with unpacked_once():
        yield


@pytest.fixture(scope="package", autouse=True)
def _in_english(qapp: QApplication) -> None:
    """Speak English, whatever the machine's language, with singular and plural."""
    speak(qapp, "en")


@pytest.fixture(scope="package", autouse=True)
def _pauses() -> Iterator[None]:
    """Know each pause of a window: nobody has to look on while one passes."""
    with pytest.MonkeyPatch.context() as patch:
        pauses.watch(patch)
        yield


class _Bot(QtBot):
    """Gives a view that a test shows by itself the look that its window would give it."""

    def addWidget(
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        super().addWidget(widget, before_close_func=before_close_func)
        if widget.parent() is None:
            dress_window(widget)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, for widgets that are dressed."""
    return _Bot(request)


@pytest.fixture(autouse=True)
def _usual_doubt() -> Iterator[None]:
    """Let doubt begin where it always does, wherever a test's person put it."""
    yield
    DOUBT.below = DOUBTFUL_BELOW


@pytest.fixture
def make_page(tmp_path: Path) -> PageMaker:
    """Write an image with rows of printed letters and return its path."""

    def make(name: str, *rows: str, size: tuple[int, int] = (450, 260)) -> Path:
        image = Image.new("L", size, 240)
        draw = ImageDraw.Draw(image)
        font = ImageFont.load_default(size=36)
        for number, row in enumerate(rows):
            for index, character in enumerate(row):
                draw.text((25 + 38 * index, 20 + 65 * number), character, fill=30, font=font)
        path = tmp_path / name
        image.save(path)
        return path

    return make


@pytest.fixture(scope="session")
def model_bytes(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, int], bytes]:
    """Return the file of a small model, made once for each name and seed."""
    folder = tmp_path_factory.mktemp("models")

    @cache
    def make(name: str, seed: int) -> bytes:
        network = Network([Dense(len(PRINT36))], (784,), rng=np.random.default_rng(seed))
        network.parameters *= 6  # so that some letters come out certain and some doubtful
        recognizer = Recognizer(
            network=network, charset=PRINT36, geometry=PatchGeometry(28, 3), name=name
        )
        save_model(folder / f"{name}.npz", recognizer)
        return (folder / f"{name}.npz").read_bytes()

    return make


@pytest.fixture
def make_model(own_home: Path, model_bytes: Callable[[str, int], bytes]) -> ModelMaker:
    """Save a small model with weights drawn from a seed: it reads at random, but always alike."""

    def make(name: str = DEFAULT_MODEL, *, seed: int = 0) -> Path:
        path = paths.user_models_folder() / f"{name}.npz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(model_bytes(name, seed))
        return path

    return make


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    """The look; one for all tests, as in the program."""
    known = qapp.findChild(Appearance)
    return known if known is not None else Appearance(qapp)


@pytest.fixture
def open_desk(
    appearance: Appearance,
    make_model: ModelMaker,
    collector: GarbageCollector,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[], Desk]]:
    """Open windows, one after the other, on the settings of this test's own home.

    A window that was closed before goes with its program; it would make this one's work take
    longer.
    """
    make_model()
    gc.collect()  # the window of the test before, which only its fixtures held until now
    gc.freeze()  # the collection at the end has to look at this window alone
    others = set(QApplication.topLevelWidgets())
    desks: list[Desk] = []
    measure(monkeypatch, lambda act: desks[-1].timed(act) if desks else act())

    def open_one() -> Desk:
        for desk in desks:
            if isValid(desk.window) and not desk.window.isVisible():
                _close(desk)
        desks.append(_opened(appearance))
        return desks[-1]

    yield open_one
    for desk in desks:  # all, before one that hung fails: a window left open disturbs later tests
        if isValid(desk.window):
            _close(desk)
        collector.collect_all()
    for desk in desks:
        desk.check()
    assert not set(QApplication.topLevelWidgets()) - others, "the window left windows behind"


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    """A person at a window that was just opened."""
    return open_desk()


@pytest.fixture
def shipped(desk: Desk) -> Desk:
    """A window that reads with the model that ships."""
    (paths.user_models_folder() / "print36.npz").unlink()
    return desk


@pytest.fixture
def reader(shipped: Desk, make_page: PageMaker) -> Desk:
    """The same with a page of letters open."""
    shipped.open(make_page("a.png", "ABCDEF"))
    return shipped


@pytest.fixture
def corrected(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of a page with one correction."""
    desk.open(make_page("letter.png", "ABC", "DEF"))
    desk.click(1)
    desk.type("Q")
    return desk


@pytest.fixture
def three(desk: Desk, make_page: PageMaker) -> Desk:
    """A window with three pages, the first shown."""
    desk.open(*(make_page(f"{name}.png", "AB") for name in "abc"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.settle()
    return desk


def _opened(appearance: Appearance) -> Desk:
    notices = NoticeHub()
    window = MainWindow(appearance, SettingsStore(paths.settings_file()), notices)
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    patience = QDeadlineTimer(PATIENCE_MS)
    while not window.isActiveWindow() and not patience.hasExpired():
        QApplication.processEvents()
    assert window.isActiveWindow()
    return Desk(window, notices)


def _close(desk: Desk) -> None:
    """Close a window for good; it has to end its threads."""
    window, tasks = desk.window, desk.window.tasks
    window.close_for_good()
    assert not window.isVisible()
    patience = QDeadlineTimer(PATIENCE_MS)
    while not tasks.is_idle and not patience.hasExpired():
        QApplication.processEvents()
    assert tasks.is_idle, "a task outlived the window"
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)
