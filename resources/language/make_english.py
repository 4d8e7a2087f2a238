"""Remake english.npz, the same bytes each time: ``python resources/language/make_english.py``.

Another list of words makes another language: ``--words LIST.tsv --name dutch``; a line is a word,
a tab and its Zipf frequency (log10 of its occurrences in a thousand million words).
"""

import argparse
from pathlib import Path

from ocrdesk.formats.language_file import WordFrequencies, stored_zipf, write_language
from ocrdesk.language.ngram_training import damped_weights, train_ngrams
from ocrdesk.paths import shared_data_folder

FOLDER = Path(__file__).resolve().parent
MOST_WORDS = 80_000
THRESHOLD = 3.5e-7
CREDIT = (
    "Words and frequencies from wordfreq 3 by Robyn Speer, CC BY-SA 4.0; see resources/LICENSES.md."
)


def main() -> None:
    """Make the file that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, help="list of words and Zipf frequencies")
    parser.add_argument("--name", default="english", help="name of the language and its file")
    parser.add_argument("--credit", default=CREDIT, help="whose words these are")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the file goes")
    arguments = parser.parse_args()
    source = arguments.words or shared_data_folder() / "lexicon" / "english_words.tsv"
    target = arguments.folder / f"{arguments.name}.npz"
    make(source, target, name=arguments.name, credit=arguments.credit)
    print(f"{target}: {target.stat().st_size:,} bytes")


def make(source: Path, target: Path, *, name: str, credit: str) -> None:
    """Write the most frequent words of the list, and how the letters of all its words follow."""
    lines = source.read_text(encoding="utf-8").splitlines()
    listed = [(word, float(zipf)) for word, _, zipf in (line.partition("\t") for line in lines)]
    words, frequencies = [word for word, _ in listed], [zipf for _, zipf in listed]
    ngrams = train_ngrams(words, damped_weights(frequencies), threshold=THRESHOLD)
    # Sorted by frequency, then by word, so that the order of the list decides nothing.
    kept = sorted(sorted(listed, key=lambda item: (-item[1], item[0]))[:MOST_WORDS])
    lexicon = WordFrequencies([word for word, _ in kept], stored_zipf([zipf for _, zipf in kept]))
    write_language(target, name, lexicon, ngrams, credit)


if __name__ == "__main__":
    main()
