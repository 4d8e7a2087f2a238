"""Where files live in a source tree, an installed wheel and a packaged program."""

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("ocrdesk", appauthor=False)


def _shipped(name: str) -> Path:
    """Return the folder ``name`` that ships with the program, wherever it was installed."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / name
    package = Path(__file__).resolve().parent
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parent / name


def resources_folder() -> Path:
    """Return the folder with icons, samples and language data."""
    return _shipped("resources")


def shipped_models_folder() -> Path:
    """Return the folder with the models that ship with the program; it is never written."""
    return _shipped("models")


def user_folder() -> Path:
    """Return the person's own data folder (``OCRDESK_HOME`` moves it); it may not exist yet."""
    override = os.environ.get("OCRDESK_HOME")
    return Path(override) if override else Path(_DIRS.user_data_dir)


def user_models_folder() -> Path:
    """Return the folder with models the person trained; it may not exist yet."""
    return user_folder() / "models"


def journals_folder() -> Path:
    """Return the folder with the journals of open pages; it may not exist yet."""
    return user_folder() / "journals"


def settings_file() -> Path:
    """Return the file that holds the settings; it may not exist yet."""
    override = os.environ.get("OCRDESK_HOME")
    return (Path(override) if override else Path(_DIRS.user_config_dir)) / "settings.json"


def shared_data_folder() -> Path:
    """Return the folder with real training data: ``OCRDESK_DATA``, else ``../shared/data``."""
    override = os.environ.get("OCRDESK_DATA")
    return Path(override) if override else Path.cwd().parent / "shared" / "data"
