"""Fixtures every test may use: real data where it is present, and a home folder of its own."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real characters and pages; skips where it is absent."""
    folder = Path(os.environ.get("OCRDESK_DATA", REPOSITORY.parent / "shared" / "data"))
    if not (folder / "pages" / "truth.json").is_file():
        pytest.skip(f"the shared training data is not at {folder} (set OCRDESK_DATA)")
    return folder


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a settings and model folder of its own, so that none sees the person's."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("OCRDESK_HOME", str(home))
    return home
