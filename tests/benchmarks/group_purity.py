"""How pure groups of similar letters are, and what an answer saves; prints a table.

Words of held-out UNIPEN writers and the shared pages are read as ever; the letters of one writer,
or of one page, are what a review would group. The truth of a letter is what stands at its place in
an alignment of the text with the truth; letters without one, which are pieces of others, count as
members but not as wrong: no label would be right. Run with OCRDESK_DATA at the shared data:

    python -m tests.benchmarks.group_purity [model] [words a writer]
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Levenshtein

from ocrdesk.formats.image_file import SourceImage, open_images
from ocrdesk.formats.stroke_file import LabelledStrokes, read_strokes
from ocrdesk.formats.truth_file import read_truth
from ocrdesk.services.error_rates import letters_of
from ocrdesk.services.model_store import load_model
from ocrdesk.services.progress import run
from ocrdesk.services.recognition import recognize
from ocrdesk.services.recognizer import Recognizer
from ocrdesk.services.review import is_doubtful
from ocrdesk.services.review_groups import LetterGroup, find_groups
from ocrdesk.services.review_pages import LetterPlace, ReviewPage, look_at
from ocrdesk.services.word_drawing import draw_word
from ocrdesk.services.writer_sides import is_held_out

LIKENESSES = (0.75, 0.8, 0.85, 0.88, 0.9, 0.95)

Truths = dict[LetterPlace, str]
Source = tuple[str, list[ReviewPage], Truths]


def words(folder: Path, recognizer: Recognizer, limit: int) -> Iterator[Source]:
    """Yield each held-out writer with some of the words that the model can name."""
    data = read_strokes(folder / "unipen_words.npz")
    if data.groups is None:
        return
    writers = np.array([str(group) for group in data.groups])
    for writer in sorted(filter(is_held_out, set(writers.tolist()))):
        own = np.flatnonzero(writers == writer).tolist()
        places = [place for place in own if _is_wanted(data, place, recognizer)]
        chosen = np.random.default_rng(0).permutation(places)[:limit].tolist()
        pages, truths = [], {}
        for number, place in enumerate(chosen):
            text = str(data.texts[place])
            image = draw_word(data.strokes(place), np.random.default_rng(place), name=text).image
            pages.append(_read(number, image, recognizer))
            truths.update(_truths(pages[-1], letters_of(text, recognizer.charset), recognizer))
        yield writer, pages, truths


def _is_wanted(data: LabelledStrokes, place: int, recognizer: Recognizer) -> bool:
    """Tell whether a word is clean, printed, and written in characters of the model."""
    text, charset = str(data.texts[place]), recognizer.charset
    is_cursive = data.styles is not None and str(data.styles[place]) == "cursive"
    is_clean = bool(data.clean[place])
    return is_clean and not is_cursive and all(c in charset or c.isspace() for c in text)


def shared_pages(folder: Path, recognizer: Recognizer) -> Iterator[Source]:
    """Yield each shared page whose rows have an order."""
    for truth in read_truth(folder / "pages"):
        if truth.group in ("outside", "orientations"):
            continue
        page = _read(0, next(open_images(str(folder / "pages" / truth.file))), recognizer)
        text = letters_of("".join(truth.lines), recognizer.charset)
        yield str(truth.file), [page], _truths(page, text, recognizer)


def _read(number: int, image: SourceImage, recognizer: Recognizer) -> ReviewPage:
    reading = run(recognize(image, recognizer))
    return ReviewPage(
        number, reading.page, run(look_at(reading.page.glyphs, reading.layout, recognizer))
    )


def _truths(page: ReviewPage, truth: str, recognizer: Recognizer) -> Truths:
    """Return what each letter should have been read as, as far as an alignment tells."""
    named = [
        (place, g.character) for place, g in page.letters() if g.character in recognizer.charset
    ]
    read = "".join(character for _, character in named)
    found = {}
    for block in Levenshtein.opcodes(truth, read):
        if block.tag in ("equal", "replace"):
            count = min(block.src_end - block.src_start, block.dest_end - block.dest_start)
            for step in range(count):
                found[named[block.dest_start + step][0]] = truth[block.src_start + step]
    return found


def tell(name: str, sources: Sequence[Source]) -> None:
    """Print what each likeness would make of the groups."""
    letters = sum(len(page.page.glyphs) for _, pages, _ in sources for page in pages)
    _say(f"{name}: {letters} letters of {len(sources)} writers or pages")
    for alike in LIKENESSES:
        answers = doubtful = members = wrong = 0
        strangers: Counter[tuple[str, str, str]] = Counter()
        for _, pages, truths in sources:
            by_place = {place: glyph for page in pages for place, glyph in page.letters()}
            for group in find_groups(pages, alike=alike):
                answers += 1
                doubtful += sum(is_doubtful(by_place[place]) for place in group.members)
                if len(group.members) > 1:
                    members += len(group.members)
                    found = _strangers(group, truths)
                    wrong += found.total()
                    strangers += found
        _say(
            f"  alike {alike:.2f}: {answers} answers, {doubtful / max(answers, 1):.2f} doubtful "
            f"letters each; {members} letters in groups, {1 - wrong / max(members, 1):.2%} of one "
            f"truth; read, truth of most, truth: {strangers.most_common(6)}"
        )


def _strangers(group: LetterGroup, truths: Truths) -> Counter[tuple[str, str, str]]:
    """Count the members whose truth is another than that of most."""
    known = Counter(truths[place] for place in group.members if place in truths)
    if not known:
        return Counter()
    most = known.most_common(1)[0][0]
    return Counter({(group.character, most, t): n for t, n in known.items() if t != most})


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure."""
    folder = Path(os.environ["OCRDESK_DATA"])
    recognizer = load_model(sys.argv[1] if len(sys.argv) > 1 else "print36")
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    tell("pages", list(shared_pages(folder, recognizer)))
    tell("words", list(words(folder, recognizer, limit)))


if __name__ == "__main__":
    main()
