"""The code printed on a practice sheet: black and white squares that say which page it is.

48 bytes: the version and the paper, the number of the page, how often each character is asked
for, the characters, and a checksum (CRC-32). They are mixed with fixed noise, so that black and
white squares are about as many everywhere and a threshold is found beside each. The code is printed
twice instead of with error correction: what a fold or a thumb hides of one is there in the other.
"""

import random
import string
import zlib

import numpy as np
import numpy.typing as npt

from ocrdesk.vision.practice_page import CODE_COLUMNS, CODE_ROWS, PAPERS, PracticePage

Squares = npt.NDArray[np.bool_]

VERSION = 1
_BYTES = CODE_ROWS * CODE_COLUMNS // 8
_HEAD, _CHECK = 4, 4
_ROOM = _BYTES - _HEAD - _CHECK  # for the characters
_NOISE = random.Random("ocrdesk practice sheet").randbytes(_BYTES)  # noqa: S311  # no secret

# Runs of characters that take one byte; what they stand for can never change.
_RUNS = {
    1: string.ascii_uppercase,
    2: string.digits,
    3: string.ascii_lowercase,
    4: ".,-'!?:/",
}


class NewerCodeError(ValueError):
    """The code is whole, but of a version that this program does not know."""


def encode(page: PracticePage) -> Squares:
    """Return the code of a page, (rows, columns), true where a square is black.

    Raises ``ValueError`` where the characters or the copies do not fit.
    """
    named = _shortened(page.characters)
    if len(named) > _ROOM or page.copies > 255 or page.number > 255:
        raise ValueError("the sheet does not fit its code")
    papers = list(PAPERS)
    head = bytes([VERSION << 4 | papers.index(page.paper), page.number, page.copies, len(named)])
    content = head + named.ljust(_ROOM, b"\0")
    whole = content + zlib.crc32(content).to_bytes(_CHECK, "big")
    bits = np.unpackbits(np.frombuffer(_mixed(whole), np.uint8))
    return bits.reshape(CODE_ROWS, CODE_COLUMNS).astype(bool)


def decode(squares: Squares) -> PracticePage | None:
    """Return the page that the squares name; None where they are no code, or not read rightly.

    Raises ``NewerCodeError``.
    """
    whole = _mixed(np.packbits(squares.ravel()).tobytes())
    content, check = whole[:-_CHECK], whole[-_CHECK:]
    if zlib.crc32(content).to_bytes(_CHECK, "big") != check:
        return None
    version, paper = divmod(content[0], 16)
    if version != VERSION or paper >= len(PAPERS):
        raise NewerCodeError(f"version {version}, paper {paper}")
    named = content[_HEAD : _HEAD + content[3]]
    try:
        return PracticePage(_lengthened(named), content[2], list(PAPERS)[paper], content[1])
    except ValueError:
        return None


def _mixed(content: bytes) -> bytes:
    return bytes(byte ^ noise for byte, noise in zip(content, _NOISE, strict=True))


def _shortened(characters: str) -> bytes:
    """Return the characters as UTF-8, the usual runs as one byte each."""
    for byte, run in _RUNS.items():
        characters = characters.replace(run, chr(byte))
    return characters.encode("utf-8")


def _lengthened(named: bytes) -> str:
    characters = named.decode("utf-8")
    for byte, run in _RUNS.items():
        characters = characters.replace(chr(byte), run)
    return characters
