"""What to send to the makers of the program after an error that nobody foresaw.

It tells of the program, not of the person: where their home is, what they are called and which
files are open is left out, as far as the traceback does not need it.
"""

import platform
import re
import traceback
from collections.abc import Mapping
from pathlib import Path

import ocrdesk

_IN_PACKAGE = re.compile(r'File "[^"\n]*?[/\\](?:site-packages|python3[^/\\"]*|ocrdesk)[/\\]')
_OTHER_FILE = re.compile(r'File "(?!\.\.\.)[^"\n]*[/\\]([^"/\\\n]+)"')
_MOST = 60_000  # characters: an endless recursion would fill a screen for hours


def crash_report(
    error: BaseException, *, versions: Mapping[str, str], private: Mapping[str, str]
) -> str:
    """Return the report of an error.

    ``versions`` are of libraries besides Python's own; ``private`` maps texts that are nobody's
    business, such as the paths of open files, to what stands for them.
    """
    lines = [
        f"ocrdesk {ocrdesk.__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        *(f"{name} {version}" for name, version in versions.items()),
        "",
        _traceback(error),
    ]
    report = "\n".join(lines)
    for text in sorted(private, key=len, reverse=True):
        report = report.replace(text, private[text])
    home = str(Path.home())
    return report.replace(home, "~") if len(home) > 1 else report


def _traceback(error: BaseException) -> str:
    """Return the traceback with the paths of code from its package on."""
    text = "".join(traceback.format_exception(error)).rstrip()
    if len(text) > _MOST:
        text = f"{text[: _MOST // 2]}\n[...]\n{text[-_MOST // 2 :]}"
    text = _IN_PACKAGE.sub(_shortened, text)
    return _OTHER_FILE.sub(r'File ".../\1"', text)


def _shortened(match: re.Match[str]) -> str:
    """Return the beginning of a frame with the last folder only, "ocrdesk" for one."""
    folder = re.split(r"[/\\]", match.group())[-2]
    return f'File ".../{folder}/'
