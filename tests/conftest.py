"""Fixtures every test may use: real data where it is present, and a home folder of its own."""

import os
import signal
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from PIL import Image, TiffImagePlugin

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Started in the background by a shell, a process ignores interrupts, and so do those it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Its bound of 0.2 s for one example is of wall time, which a busy machine has less of.
hypothesis.settings.register_profile("ocrdesk", deadline=None)
hypothesis.settings.load_profile("ocrdesk")

REPOSITORY = Path(__file__).resolve().parent.parent

# Files of 20 seconds and more. Begun last, one would run when all other processes are done.
_LONG = (
    "ui/test_window_killed.py",
    "ui/test_window_pages_killed.py",
    "ui/test_window_endurance.py",
    "cli/test_train_resuming.py",
    "cli/test_program.py",
    "cli/test_read.py",
    "cli/test_train.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put long files first; all others stay in their order."""
    places = {REPOSITORY / "tests" / name: place for place, name in enumerate(_LONG)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real characters and pages; skips where it is absent."""
    folder = Path(os.environ.get("OCRDESK_DATA", REPOSITORY.parent / "shared" / "data"))
    if not (folder / "pages" / "truth.json").is_file():
        pytest.skip(f"the shared training data is not at {folder} (set OCRDESK_DATA)")
    return folder


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give each test a settings and model folder of its own, so that none sees the person's.

    By a patch of its own: a test that undoes all it patched would go on with the person's.
    """
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OCRDESK_HOME", str(home))
        yield home


@pytest.fixture
def half_damaged(tmp_path: Path) -> Callable[..., Path]:
    """Save both pictures as a TIFF with a third page, by default the second, to nowhere."""

    def save(one: Image.Image, other: Image.Image, *, damaged: int = 1) -> Path:
        path = tmp_path / "scans.tif"
        pages = [one, other]
        pages.insert(damaged, Image.new("L", (30, 30), 99))
        pages[0].save(path, save_all=True, append_images=pages[1:])
        with Image.open(path) as image:
            assert isinstance(image, TiffImagePlugin.TiffImageFile)
            image.seek(damaged)
            start, directory = image.tag_v2[273][0], image.tag_v2._offset  # 273: StripOffsets
        assert directory
        content = bytearray(path.read_bytes())
        position = content.index(struct.pack("<I", start), directory)
        content[position : position + 4] = struct.pack("<I", 10**8)
        path.write_bytes(content)
        return path

    return save
