"""Reads and writes what is known of a language: one .npz file, no pickle, the same bytes each time.

``header`` is JSON (format, version, name, credit, alphabet, orders), ``words`` the sorted words in
UTF-8 with line feeds between, ``zipf`` their Zipf frequencies in steps, and ``symbols``, ``costs``
and ``children`` the n-grams, one order after the other (see ``NgramTable``).
"""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ocrdesk import paths
from ocrdesk.errors import DatasetError, LanguageFileError
from ocrdesk.formats.npz_archive import read_arrays
from ocrdesk.formats.output_file import write_bytes_atomically
from ocrdesk.formats.presence import files_in
from ocrdesk.language.lexicon import ZIPF_STEP, Lexicon, masses_of
from ocrdesk.language.ngram import NgramModel, NgramTable
from ocrdesk.language.words import Language

FORMAT = "ocrdesk-language"
FORMAT_VERSION = 1
DEFAULT_LANGUAGE = "english"

Arrays = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True)
class WordFrequencies:
    """Words, sorted and distinct, with their Zipf frequencies (n,) in steps of ``ZIPF_STEP``."""

    words: Sequence[str]
    zipf: npt.NDArray[np.uint8]


def known_languages() -> list[str]:
    """Return the names of the languages that ship with the program."""
    return [path.stem for path in files_in(_folder(), "*.npz")]


def load_language(name: str = DEFAULT_LANGUAGE) -> Language:
    """Return the language with that name, of those that ship with the program.

    Raises ``LanguageFileError`` where there is none, or where its file cannot be read.
    """
    if name not in known_languages():
        raise LanguageFileError(
            f"There is no language called “{name}”.",
            advice=f"Languages here: {', '.join(known_languages())}."
            if known_languages()
            else "No languages are installed: reinstall ocrdesk.",
        )
    return read_language(_folder() / f"{name}.npz")


def read_language(path: Path) -> Language:
    """Return the language in the file.

    Raises ``LanguageFileError`` for a missing, damaged, foreign or newer file.
    """
    header, arrays = _read(path)
    try:
        words = arrays["words"].tobytes().decode("utf-8").split("\n")
        table = _table(header["orders"], arrays)
        return Language(
            str(header["name"]),
            Lexicon(words, masses_of(_steps(arrays["zipf"]))),
            NgramModel(str(header["alphabet"]), table),
            str(header["credit"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _damaged(path, _reason(error)) from error


def write_language(
    path: Path, name: str, frequencies: WordFrequencies, ngrams: NgramModel, credit: str
) -> None:
    """Write a language; the file before stays until the new one is complete.

    The same words make the same bytes. Raises ``OutputError`` where it cannot be written.
    """
    table = ngrams.table
    header = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "name": name,
        "credit": credit,
        "alphabet": ngrams.alphabet,
        "orders": [len(symbols) for symbols in table.symbols],
    }
    arrays: Arrays = {
        "header": np.array(json.dumps(header, ensure_ascii=False)),
        "words": np.frombuffer("\n".join(frequencies.words).encode("utf-8"), np.uint8),
        "zipf": frequencies.zipf,
        "symbols": np.concatenate(table.symbols),
        "costs": np.concatenate(table.costs),
        "children": np.concatenate([*table.children, np.zeros(0, np.uint8)]),
    }
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
    write_bytes_atomically(path, buffer.getvalue())


def stored_zipf(zipf_frequencies: Sequence[float]) -> npt.NDArray[np.uint8]:
    """Return Zipf frequencies (n,) as they are stored, in whole steps."""
    steps = np.rint(np.asarray(zipf_frequencies, np.float64) / ZIPF_STEP)
    return np.clip(steps, 0, 255).astype(np.uint8)


def _folder() -> Path:
    return paths.resources_folder() / "language"


def _read(path: Path) -> tuple[dict[str, Any], Arrays]:
    """Return header and arrays of a language file, checked as far as the file itself goes."""
    try:
        arrays = read_arrays(path)
    except DatasetError as error:
        raise LanguageFileError(
            f"The language file “{path.name}” cannot be read: {error.message.rstrip('.')}.",
            advice="Reinstall ocrdesk, or choose another language.",
        ) from error
    try:
        header = json.loads(str(arrays.pop("header"))) if "header" in arrays else None
    except ValueError as error:
        raise _damaged(path, _reason(error)) from error
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise LanguageFileError(
            f"“{path.name}” is not a language file of ocrdesk.",
            advice="Choose a file made by resources/language/make_english.py.",
        )
    version = header.get("version")
    if not isinstance(version, int) or version < 1:
        raise _damaged(path, "it does not tell its version")
    if version > FORMAT_VERSION:
        raise LanguageFileError(
            f"The language file “{path.name}” was made by a newer ocrdesk (format {version}; "
            f"this one reads up to {FORMAT_VERSION}).",
            advice="Update ocrdesk, or choose another language.",
        )
    return header, arrays


def _steps(zipf: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    if zipf.dtype != np.uint8 or zipf.ndim != 1:
        raise ValueError("frequencies are not stored as bytes")
    return zipf


def _table(orders: object, arrays: Arrays) -> NgramTable:
    """Return the n-grams, cut into their orders."""
    if not isinstance(orders, list) or not all(isinstance(n, int) and n > 0 for n in orders):
        raise ValueError("the orders of the n-grams are not told")
    if arrays["symbols"].shape != (sum(orders),) or arrays["costs"].shape != (sum(orders),):
        raise ValueError("there are not as many n-grams as told")
    cuts = np.cumsum(orders)[:-1]
    return NgramTable(
        tuple(np.split(arrays["symbols"], cuts)),
        tuple(np.split(arrays["costs"], cuts)),
        tuple(np.split(arrays["children"], cuts)[:-1]),
    )


def _damaged(path: Path, reason: str) -> LanguageFileError:
    return LanguageFileError(
        f"The language file “{path.name}” is damaged: {reason}.",
        advice="Reinstall ocrdesk, or choose another language.",
    )


def _reason(error: Exception) -> str:
    text = str(error).strip().rstrip(".")
    return text.splitlines()[0] if text else type(error).__name__
