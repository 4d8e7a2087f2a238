"""The shipped language and the two charsets that words are written in."""

import pytest

from ocrdesk.formats.language_file import load_language
from ocrdesk.language.words import Language, WordModel
from ocrdesk.page.charset import PRINT36

MARKED = PRINT36.characters + "abcdefghijklmnopqrstuvwxyz.,-'!?:/"


@pytest.fixture(scope="session")
def english() -> Language:
    return load_language("english")


@pytest.fixture(scope="session")
def capitals(english: Language) -> WordModel:
    return WordModel(english, PRINT36.characters)


@pytest.fixture(scope="session")
def marked(english: Language) -> WordModel:
    return WordModel(english, MARKED)
