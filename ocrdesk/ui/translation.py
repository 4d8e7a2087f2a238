"""The window's language: everything shown goes through Qt's translation files.

``tr("Open")`` is what a person reads; ``later("Open")`` marks a constant that goes through ``tr``
where it is shown. ``pyside6-lupdate`` finds both, as long as the text is a plain literal.
``said`` is for what the rooms below the window say: they know no Qt and say it in English.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ocrdesk.errors import OcrdeskError
from ocrdesk.paths import resources_folder

TEMPLATES = "templates.txt"
_HOLE = re.compile(r"\{(\w+)\}")
# What stands in these holes, or in quotation marks, is a person's own: a file called "Open" or a
# hand called "Text" keeps its name.
_OWN = frozenset(
    ("character", "file", "folder", "known", "model", "name", "parent", "path", "source")
).union(("strange", "target", "text", "title", "unknown"))
_QUOTED = re.compile(r"“\{(\w+)\}”")
_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w.,]\w)")


def tr(text: str, note: str | None = None, count: int = -1) -> str:
    """Return the text in the window's language.

    ``note`` tells translators what else the text alone leaves open. With ``count`` the language's
    form for that number is chosen, and "%n" in the text is the number.
    """
    return QCoreApplication.translate("", text, note, count)


def later(text: str) -> str:
    """Mark a text that ``tr`` translates later, where it is shown; it stays as it is."""
    return text


def number(value: float, digits: int = 0) -> str:
    """Return a number as the window's language writes it, with so many digits after the point."""
    return QLocale().toString(float(value), "f", digits)


def with_numbers(text: str) -> str:
    """Return a text of a room below with its numbers written as the window's language does."""
    return _NUMBER.sub(_number_told, text)


def _number_told(found: re.Match[str]) -> str:
    plain = found[0].replace(",", "")
    return number(float(plain), len(plain.partition(".")[2]))


def language() -> str:
    """Return the code of the language the window speaks, such as "de"."""
    return tr("en", "The code of the language of this file")


def translations_folder() -> Path:
    """Return the folder with the compiled translations."""
    return resources_folder() / "translations"


def speak(application: QCoreApplication, wanted: str) -> None:
    """Let the window speak a language, "system" for the first of the system's that is known.

    What is on the screen already stays as it is. Numbers are written as the language does where
    it is not the system's own.
    """
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.setParent(None)
    locale = QLocale.system() if wanted == "system" else QLocale(wanted)
    folder = str(translations_folder())
    ours = QTranslator(application)
    if not ours.load(locale, "ocrdesk", "_", folder):
        ours.load("ocrdesk_en", folder)
    spoken = QLocale(ours.language())
    system = QLocale.system()
    QLocale.setDefault(system if system.language() == spoken.language() else spoken)
    of_qt = QTranslator(application)
    if of_qt.load(
        spoken, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        application.installTranslator(of_qt)
    application.installTranslator(ours)


def said(text: str) -> str:
    """Return in the window's language what a room below said: an error, a step, a stage.

    It is found among the translations as it is, or by the templates that ``make_translations.py``
    gathered from the rooms' sources. What no template fits stays English.
    """
    spoken = language()
    return text if spoken == "en" or not text else _said(text, spoken)


def said_by(error: OcrdeskError) -> str:
    """Return what an error says and advises, in the window's language."""
    return f"{said(error.message)} {said(error.advice)}".strip()


_NAMES = (
    later("Page {number} of “{name}”"),
    later("The image of “{name}”"),
    later("“{name}”"),
)


@lru_cache(maxsize=4096)
def _said(text: str, spoken: str) -> str:
    whole = tr(text)
    if whole != text:
        return whole
    for template in _templates():
        values = template.values_in(text)
        if values is not None:
            told = {
                name: _name_said(value) if name in template.own else _part_said(value, spoken)
                for name, value in values.items()
            }
            return tr(template.text).format_map(told)
    return text


def _name_said(value: str) -> str:
    """Return a person's own words as they are; what quotes a file has this language's quotes."""
    for template in _NAMES:
        found = _pattern(template).fullmatch(value)
        if found:
            return tr(template).format_map(found.groupdict())
    return value


def _part_said(value: str, spoken: str) -> str:
    """Return what stands in a hole and is a room's own: said by it as well, a number, or a list."""
    if "; " in value:
        return "; ".join(_part_said(part, spoken) for part in value.split("; "))
    told = _said(value, spoken)
    return with_numbers(value) if told == value else told


@dataclass(frozen=True, slots=True)
class _Template:
    """A text with named holes, such as "Set “{character}”"."""

    text: str

    @property
    def own(self) -> frozenset[str]:
        """The holes that hold something of a person's."""
        return _OWN | set(_QUOTED.findall(self.text))

    @property
    def weight(self) -> int:
        """How many characters of the text are fixed."""
        return len(_HOLE.sub("", self.text))

    def values_in(self, text: str) -> dict[str, str] | None:
        """Return what stands in the holes, None where the text is not made of this template."""
        parts = _HOLE.split(self.text)
        if not text.startswith(parts[0]) or not text.endswith(parts[-1]):
            return None
        found = _pattern(self.text).fullmatch(text)
        return found.groupdict() if found else None


@lru_cache(maxsize=256)
def _pattern(template: str) -> re.Pattern[str]:
    parts = _HOLE.split(template)
    fixed = [re.escape(part) for part in parts[::2]]
    holes = [f"(?P<{name}>.*?)" for name in parts[1::2]]
    return re.compile("".join(a + b for a, b in zip(fixed, [*holes, ""], strict=True)), re.DOTALL)


@lru_cache(maxsize=1)
def _templates() -> tuple[_Template, ...]:
    """Return the templates, those with the most fixed characters first."""
    lines = (translations_folder() / TEMPLATES).read_text(encoding="utf-8").splitlines()
    return tuple(sorted(map(_Template, lines), key=lambda t: -t.weight))
