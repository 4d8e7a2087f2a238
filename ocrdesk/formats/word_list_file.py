"""Reads the words that a field may hold from a text file, one a line."""

from pathlib import Path

from ocrdesk.errors import UsageError
from ocrdesk.formats.presence import is_file, is_there

_LARGEST = 2**24  # bytes; a dictionary of a language has a few million


def read_word_list(path: Path) -> tuple[str, ...]:
    """Return the words of a UTF-8 text file, one a line, in their order and each once.

    Empty lines and those that begin with # are passed over. Raises ``UsageError`` for what cannot
    be read and for a file without words.
    """
    try:
        if is_file(path) and path.stat().st_size > _LARGEST:
            raise UsageError(
                f"“{path}” is too large to be a list of words.", advice="Name a shorter one."
            )
        if is_there(path) and not is_file(path):  # a pipe would wait for a writer
            raise UsageError(
                f"“{path}” is not an ordinary file.", advice="Name a text file of words."
            )
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UsageError(
            f"“{path}” is not UTF-8 text.", advice="Save it as UTF-8, one word a line."
        ) from error
    except FileNotFoundError as error:
        raise UsageError(
            f"There is no file “{path}”.", advice="Check the name and the folder."
        ) from error
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UsageError(
            f"The words in “{path}” cannot be read: {reason}.", advice="Check the name."
        ) from error
    words = dict.fromkeys(line.strip() for line in lines)
    kept = tuple(word for word in words if word and not word.startswith("#"))
    if not kept:
        raise UsageError(f"“{path}” has no words in it.", advice="Write one word a line.")
    return kept
