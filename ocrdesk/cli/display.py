"""Whether a window can open here: Qt ends the whole process where it cannot, so ask before."""

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

from ocrdesk.errors import WindowError
from ocrdesk.formats.presence import is_there

_ADVICE = "“ocrdesk read FILE” reads a page without a window."
_DEBIAN_PACKAGES = (  # they bring the others that Qt 6.8 to 6.11 asks for
    "libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)


def check() -> None:
    """See that Qt could open a window here, because it ends the process where it cannot.

    Raises WindowError with advice when there is no display, it does not answer, or a system
    library of Qt is missing.
    """
    if sys.platform != "linux":
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform not in {"", "xcb", "wayland", "wayland-egl"}:
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise WindowError("There is no display to open the window on.", advice=_ADVICE)
    if not os.environ.get("WAYLAND_DISPLAY"):
        _check_x_display()


def _check_x_display() -> None:
    """Load what Qt's xcb plugin loads and connect to the display as it would."""
    qt = find_spec("PySide6")
    folders = list(qt.submodule_search_locations or []) if qt else []
    if not folders:
        raise WindowError("PySide6 is not installed.", advice="Install ocrdesk with pip.")
    plugin = Path(folders[0]) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        if is_there(plugin):
            ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as problem:
        raise missing_library(problem) from problem
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    has_error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if has_error:
        display = os.environ.get("DISPLAY")
        raise WindowError(f"The display “{display}” does not answer.", advice=_ADVICE)


def missing_library(problem: Exception) -> WindowError:
    """Return the error for a shared library that the loader did not find."""
    library = str(problem).split(":")[0]
    return WindowError(
        f"Qt's system library {library} is missing.",
        advice=f"Install it (Debian, Ubuntu: apt install {_DEBIAN_PACKAGES}). {_ADVICE}",
    )
