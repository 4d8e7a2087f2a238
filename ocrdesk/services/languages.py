"""What is known of a language, ready to weigh readings in the characters of a recognizer."""

from functools import lru_cache

from ocrdesk.formats.language_file import DEFAULT_LANGUAGE, load_language
from ocrdesk.language.lattice import WordScorer
from ocrdesk.language.lexicon import Lexicon
from ocrdesk.language.uniform import UniformWords
from ocrdesk.language.words import Language, WordModel
from ocrdesk.page.charset import Charset

__all__ = ["DEFAULT_LANGUAGE", "NO_LANGUAGE", "lexicon", "word_model"]

NO_LANGUAGE = "none"
"""The name of knowing nothing: ink alone decides."""


def word_model(charset: Charset, language: str = DEFAULT_LANGUAGE) -> WordScorer:
    """Return the model of a language's words in a charset; the same object each time.

    Raises ``LanguageFileError`` where the language is not there or damaged.
    """
    if language == NO_LANGUAGE:
        return UniformWords(len(charset))
    return _word_model(charset.characters, language)


def lexicon(language: str = DEFAULT_LANGUAGE) -> Lexicon:
    """Return the words of a language; raises like `word_model`."""
    return _language(language).lexicon


@lru_cache(maxsize=8)
def _word_model(characters: str, language: str) -> WordModel:
    return WordModel(_language(language), characters)


@lru_cache(maxsize=4)
def _language(name: str) -> Language:
    return load_language(name)
