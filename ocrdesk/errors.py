"""Errors that speak to a person: what happened, what to do about it, and an exit code."""


class OcrdeskError(Exception):
    """A problem the program foresaw.

    ``message`` says what is wrong in one sentence, ``advice`` what the person can do about it.
    ``exit_code`` is what the command line returns; each kind of trouble has its own.
    """

    exit_code = 1

    def __init__(self, message: str, *, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple[object, ...]:
        """Keep message and advice when the error crosses a process border."""
        return (_rebuild, (type(self), self.message, self.advice))

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


def _rebuild(kind: type[OcrdeskError], message: str, advice: str) -> OcrdeskError:
    return kind(message, advice=advice)


class UsageError(OcrdeskError):
    """The person asked for something that does not fit together."""

    exit_code = 2


class ImageFileError(OcrdeskError):
    """An image or document cannot be opened: missing, damaged, foreign or far too large."""

    exit_code = 3


class DatasetError(OcrdeskError):
    """A file of labelled characters is damaged, mislabelled or in an unknown layout."""

    exit_code = 4


class ModelFileError(OcrdeskError):
    """A model file is missing, damaged, foreign or newer than this program."""

    exit_code = 5


class OutputError(OcrdeskError):
    """A result cannot be written: read-only folder, full disk, missing folder."""

    exit_code = 6


class TrainingError(OcrdeskError):
    """Training cannot start or go on: settings that do not fit, or numbers that ran away."""

    exit_code = 7


class WindowError(OcrdeskError):
    """The window cannot open: no display, or Qt's system libraries are missing."""

    exit_code = 8


class EditError(OcrdeskError):
    """An edit does not fit the page it was asked for."""

    exit_code = 9


class SettingsError(OcrdeskError):
    """The settings file cannot be read; the defaults are used instead."""

    exit_code = 10


class LanguageFileError(OcrdeskError):
    """A file of a language's words is missing, damaged, foreign or newer than this program."""

    exit_code = 11


class DocumentFileError(OcrdeskError):
    """A document or a journal is missing, damaged, foreign, unsafe or newer than this program."""

    exit_code = 12


class DocumentChangedError(OcrdeskError):
    """A document on disk is no longer the one that was opened; saving would destroy another's."""

    exit_code = 13


class SheetError(OcrdeskError):
    """A picture shows no practice sheet, or one that cannot be read."""

    exit_code = 16
