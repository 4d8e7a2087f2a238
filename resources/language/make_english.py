"""Remake english.npz, the same bytes each time: ``python resources/language/make_english.py``.

The names are those of the United States census of 1990, which the package ``names`` brings
(``pip install -e ".[test]"``). Another list of words makes another language, without them:
``--words LIST.tsv --name dutch --credit WHOSE``; a line is a word, a tab and its Zipf frequency
(log10 of its occurrences in a thousand million words).
"""

import argparse
from collections.abc import Mapping
from importlib.util import find_spec
from math import log10
from pathlib import Path

from ocrdesk.formats.language_file import WordFrequencies, stored_zipf, write_language
from ocrdesk.language.ngram_training import damped_weights, train_ngrams
from ocrdesk.paths import shared_data_folder

FOLDER = Path(__file__).resolve().parent
MOST_WORDS = 80_000
THRESHOLD = 3.5e-7
CREDIT = (
    "Words and frequencies from wordfreq 3 by Robyn Speer, CC BY-SA 4.0; names from the United "
    "States census of 1990; see resources/LICENSES.md."
)
NAMES = {"dist.all.last": 0.005, "dist.female.first": 0.0025, "dist.male.first": 0.0025}
"""Files of names, and how often any name of a file is written, of all words."""
_OCCURRENCES = 1e9  # of all words, as Zipf frequencies count them


def main() -> None:
    """Make the file that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, help="list of words and Zipf frequencies")
    parser.add_argument("--name", default="english", help="name of the language and its file")
    parser.add_argument("--credit", help="whose words these are; needed with --words")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the file goes")
    arguments = parser.parse_args()
    if arguments.words and not arguments.credit:
        parser.error("--words needs --credit: whose words these are")
    source = arguments.words or shared_data_folder() / "lexicon" / "english_words.tsv"
    target = arguments.folder / f"{arguments.name}.npz"
    names = census_names() if arguments.words is None else {}
    make(source, target, name=arguments.name, credit=arguments.credit or CREDIT, names=names)
    print(f"{target}: {target.stat().st_size:,} bytes")


def census_names() -> dict[str, float]:
    """Return names and how often each is written in a thousand million words, at least once."""
    package = find_spec("names")
    if package is None or package.origin is None:
        raise SystemExit("The names are missing: pip install names")
    found: dict[str, float] = {}
    for file, share in NAMES.items():
        listed = (Path(package.origin).parent / file).read_text(encoding="ascii")
        for line in listed.splitlines():
            name, percent, *_ = line.split()
            often = found.get(name.lower(), 0.0)
            found[name.lower()] = often + share * _OCCURRENCES * float(percent) / 100
    return {name: max(often, 1.0) for name, often in found.items()}


def make(source: Path, target: Path, *, name: str, credit: str, names: Mapping[str, float]) -> None:
    """Write the most frequent of words and names, and how the letters of all of them follow."""
    lines = source.read_text(encoding="utf-8").splitlines()
    often = {word: 10 ** float(zipf) for word, _, zipf in (line.partition("\t") for line in lines)}
    for called, times in names.items():
        often[called] = often.get(called, 0.0) + times
    listed = [(word, round(log10(times), 2)) for word, times in often.items()]
    words, frequencies = [word for word, _ in listed], [zipf for _, zipf in listed]
    ngrams = train_ngrams(words, damped_weights(frequencies), threshold=THRESHOLD)
    # Sorted by frequency, then by word, so that the order of the list decides nothing.
    kept = sorted(sorted(listed, key=lambda item: (-item[1], item[0]))[:MOST_WORDS])
    lexicon = WordFrequencies([word for word, _ in kept], stored_zipf([zipf for _, zipf in kept]))
    write_language(target, name, lexicon, ngrams, credit)


if __name__ == "__main__":
    main()
