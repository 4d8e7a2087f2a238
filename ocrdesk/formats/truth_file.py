"""Reads what is written on test pages: ``truth.json`` in their folder."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ocrdesk.errors import DatasetError
from ocrdesk.formats.dataset_arrays import refuse_unusual_file, unreadable_dataset
from ocrdesk.formats.presence import is_file, is_there, obstacle

TRUTH_NAME = "truth.json"

_LAYOUT = 'It is a list of {"file": "scan.jpg", "group": "", "lines": ["ROW", "ROW"]}.'


@dataclass(frozen=True, slots=True)
class PageTruth:
    """One test page: its picture and what is written on it, row by row from the top."""

    file: Path
    group: str
    lines: tuple[str, ...]
    notes: str = ""


def read_truth(folder: Path | str) -> tuple[PageTruth, ...]:
    """Return the pages that ``truth.json`` in the folder lists.

    It holds a list of ``{"file", "group", "lines", "notes"}``; ``group`` and ``notes`` may be
    left out. Raises DatasetError if it is missing, damaged, or names a picture that is not there.
    """
    path = Path(folder) / TRUTH_NAME
    if is_there(path):
        refuse_unusual_file(path)
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        missing = isinstance(problem, FileNotFoundError)
        raise DatasetError(
            f"There is no file “{path}”."
            if missing
            else f"“{path}” cannot be read: {problem.strerror}.",
            advice=f"Name a folder of pages with a {TRUTH_NAME} beside them.",
        ) from problem
    except (ValueError, RecursionError) as problem:
        raise DatasetError(f"“{path}” is not valid JSON: {problem}.", advice=_LAYOUT) from problem
    if not isinstance(entries, list) or not entries:
        raise DatasetError(f"“{path}” does not hold a list of pages.", advice=_LAYOUT)
    return tuple(_page_truth(path, number, entry) for number, entry in enumerate(entries, start=1))


def _page_truth(path: Path, number: int, entry: Any) -> PageTruth:
    file, lines = (entry.get("file"), entry.get("lines")) if isinstance(entry, dict) else (0, 0)
    if not isinstance(file, str) or not isinstance(lines, list):
        raise DatasetError(
            f"Entry {number} of “{path}” lacks a file name or a list of lines.", advice=_LAYOUT
        )
    if not all(isinstance(line, str) for line in lines):
        raise DatasetError(
            f"The lines of entry {number} of “{path}” are not all text.", advice=_LAYOUT
        )
    picture = path.parent / file
    blocked = obstacle(picture)
    if blocked is not None:
        raise unreadable_dataset(picture, blocked)
    if not is_file(picture):
        raise DatasetError(
            f"“{path}” lists “{file}”, which is not there.",
            advice="Put the picture beside it, or take the entry out.",
        )
    return PageTruth(
        picture, str(entry.get("group", "")), tuple(lines), str(entry.get("notes", ""))
    )
