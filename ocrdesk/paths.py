"""Where files live in a source tree, an installed wheel and a packaged program."""

import os
import sys
from functools import cache
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("ocrdesk", appauthor=False)


@cache
def _shipped(name: str, module: str, bundle: str | None) -> Path:
    """Return the folder ``name`` that ships with the program, wherever it was installed.

    ``module`` is this file, ``bundle`` the folder of a packaged program. Looked up once, since the
    window asks for every icon.
    """
    if bundle is not None:
        return Path(bundle) / name
    package = Path(module).resolve().parent
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parent / name


def _bundle() -> str | None:
    return getattr(sys, "_MEIPASS", None)


def resources_folder() -> Path:
    """Return the folder with icons, samples and language data."""
    return _shipped("resources", __file__, _bundle())


def shipped_models_folder() -> Path:
    """Return the folder with the models that ship with the program; it is never written."""
    return _shipped("models", __file__, _bundle())


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
