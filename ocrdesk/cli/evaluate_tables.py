"""Evaluations as tables for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ocrdesk.cli.terminal import counted, table

if TYPE_CHECKING:
    from ocrdesk.services.breaks import BreakCount
    from ocrdesk.services.error_rates import Confusion, ErrorCount
    from ocrdesk.services.evaluation_adaptation import AdaptationEvaluation
    from ocrdesk.services.evaluation_characters import CharactersEvaluation
    from ocrdesk.services.evaluation_pages import PagesEvaluation, Score
    from ocrdesk.services.evaluation_shares import Share, Tally
    from ocrdesk.services.evaluation_strips import StripsEvaluation
    from ocrdesk.services.evaluation_words import WordsEvaluation

_SHOWN_CONFUSIONS = 15


def pages(evaluation: "PagesEvaluation") -> str:
    """Return a row per page, per group and for the total, of each way to read; the confusions."""
    ways = list(evaluation.variants.items()) or [("", evaluation)]
    head = ("", "group", "way", "letters", "", "text", "", "rows", "spaces")
    files = [
        (page.file, page.group, name, *_score(page.score))
        for same in zip(*(one.pages for _, one in ways), strict=True)
        for (name, _), page in zip(ways, same, strict=True)
    ]
    rows = [head, *files, ("",) * len(head), *_sums(ways)]
    if not evaluation.variants:
        rows = [(*row[:2], *row[3:]) for row in rows]
    right = frozenset(range(len(rows[0]) - 6, len(rows[0])))
    return "\n".join(
        [
            f"model {evaluation.model}; errors / length of the truth, and the breaks between rows",
            "and words that are missed + added / expected; “outside” counts in no total",
            "",
            table(rows, right=right),
            *_confusions(evaluation.confusions(limit=_SHOWN_CONFUSIONS)),
        ]
    )


def _sums(ways: Sequence[tuple[str, "PagesEvaluation"]]) -> list[tuple[str, ...]]:
    """Return the rows of each group, with and without its cursive pages, and of the total."""
    rows = []
    for group in ways[0][1].groups:
        rows += [("", group, name, *_score(one.groups[group])) for name, one in ways]
        rows += [
            ("", f"{group} without cursive", name, *_score(one.without_cursive[group]))
            for name, one in ways
            if group in one.without_cursive
        ]
    return [*rows, *(("", "all", name, *_score(one.total)) for name, one in ways)]


def strips(evaluation: "StripsEvaluation") -> str:
    """Return the two error rates, how many strips are right, and the confusions."""
    read = counted(len(evaluation.strips), "strip")
    rows = [
        ("letters of the best-matching stretch", *_errors(evaluation.letters)),
        ("letters of everything read", *_errors(evaluation.whole)),
    ]
    return "\n".join(
        [
            f"model {evaluation.model}",
            "",
            table(rows, right=frozenset({1, 2})),
            f"{evaluation.right_count} of {read} without an error",
            *_parts({name: one.letters for name, one in evaluation.variants.items()}),
            *_confusions(evaluation.confusions(limit=_SHOWN_CONFUSIONS)),
        ]
    )


def words(evaluation: "WordsEvaluation") -> str:
    """Return the error rates, of each style too, what was left out, and the confusions."""
    rows = [("letters", *_errors(evaluation.letters))]
    if evaluation.any_case != evaluation.letters:
        rows.append(("letters, case not counting", *_errors(evaluation.any_case)))
    rows.append(("text with its spaces", *_errors(evaluation.text)))
    if len(evaluation.styles) > 1:
        named = evaluation.styles.items()
        rows += [(f"letters, style {name or 'unknown'}", *_errors(count)) for name, count in named]
    writers = "of writers held out of training" if evaluation.is_held_out else "of all writers"
    read = counted(len(evaluation.words), "word or line", "words and lines")
    left_out = [f"{count:,} {reason}" for reason, count in evaluation.left_out.items()]
    return "\n".join(
        [
            f"model {evaluation.model}; {read} {writers}",
            f"left out: {', '.join(left_out) or 'none'}",
            "",
            table(rows, right=frozenset({1, 2})),
            f"{evaluation.right_count:,} of {len(evaluation.words):,} without an error",
            *_parts({name: one.letters for name, one in evaluation.variants.items()}),
            *_confusions(evaluation.confusions(limit=_SHOWN_CONFUSIONS)),
        ]
    )


def _parts(variants: Mapping[str, "ErrorCount"]) -> list[str]:
    """Return the errors in letters of each way to read, if there were several."""
    rows = [(name, *_errors(count)) for name, count in variants.items()]
    return ["", table(rows, right=frozenset({1, 2}))] if rows else []


def characters(evaluation: "CharactersEvaluation") -> str:
    """Return a column of figures per source and for all, the calibration, the confusions."""
    total = evaluation.total
    columns = dict(evaluation.tallies) if len(evaluation.tallies) > 1 else {}
    columns["all"] = total
    figures = [_figures(tally) for tally in columns.values()]
    names = dict.fromkeys(name for column in figures for name in column)
    rows = [("", *columns)]
    rows += [(name, *(column.get(name, "") for column in figures)) for name in names]
    writers = "of writers held out of training" if evaluation.is_held_out else "of all writers"
    return "\n".join(
        [
            f"model {evaluation.model}; right of the characters {writers}",
            "",
            table(rows, right=frozenset(range(1, len(rows[0])))),
            *_reliability(total),
            *_confusions(evaluation.confusions(limit=_SHOWN_CONFUSIONS)),
            *_known(evaluation),
        ]
    )


def _known(evaluation: "CharactersEvaluation") -> list[str]:
    """Warn of figures that are about what the model has learnt by heart."""
    if not evaluation.learnt_from:
        return []
    sources = " and ".join(evaluation.learnt_from)
    warning = (
        f"Warning: {evaluation.model} was trained on characters of {sources}, so this does not "
        "tell how well it reads others. --writers held-out leaves out whom it has learnt from, "
        "where the file names its writers."
    )
    return ["", warning]


def _figures(tally: "Tally") -> dict[str, str]:
    """Return what the table says of these characters, by the names of its rows."""
    shares = {"all classes": tally.overall}
    shares |= {f"all classes, {name}": share for name, share in tally.merged.items()}
    if tally.knows_others:
        among = tally.capitals_and_digits.items()
        shares |= {f"capitals and digits, {name}": share for name, share in among}
    shares |= {f"{kind}, of all classes": share for kind, share in tally.kinds.items()}
    shares |= {f"{kind} among {kind}": share for kind, share in tally.kinds_within.items()}
    figures = {name: _share(share) for name, share in shares.items()}
    if tally.rejected_rate is not None:
        figures["called no character"] = f"{tally.rejected_rate:.2%} of {len(tally.is_right):,}"
    figures["calibration error"] = f"{tally.calibration_error:.2%}"
    return figures


def _reliability(tally: "Tally") -> list[str]:
    """Return how right answers were beside how sure, by tenths of probability."""
    rows = [("probability", "answers", "mean", "right")]
    rows += [
        (
            f"{step.low:.1f} to {step.high:.1f}",
            f"{step.count:,}",
            f"{step.confidence:.1%}",
            f"{step.right / step.count:.1%}",
        )
        for step in tally.reliability
    ]
    return ["", table(rows, right=frozenset({1, 2, 3}))]


def _score(score: "Score") -> tuple[str, ...]:
    return (
        *_errors(score.letters),
        *_errors(score.text),
        _breaks(score.rows),
        _breaks(score.spaces),
    )


def _errors(count: "ErrorCount") -> tuple[str, str]:
    rate = "none" if count.rate is None else f"{count.rate:.1%}"
    return f"{count.errors:,} / {count.length:,}", rate


def _breaks(count: "BreakCount") -> str:
    return f"{count.missed}+{count.added} / {count.expected}"


def _share(share: "Share") -> str:
    return "none" if share.rate is None else f"{share.rate:.2%} of {share.count:,}"


def _confusions(confusions: Iterable["Confusion"]) -> list[str]:
    told = [
        f"{confusion.truth or 'nothing'} → {confusion.read or 'nothing'}: {confusion.count}"
        for confusion in confusions
    ]
    return ["", "most frequent confusions (truth → read): " + ", ".join(told)] if told else []


def adaptation(evaluation: "AdaptationEvaluation") -> str:
    """Return a row for each order of correcting and number of corrections."""
    head: tuple[str, ...] = ("order", "corrected", "writers", "errors", "fall", "of a writer")
    head += ("refused", "others", "O = 0, 1 = I", "own hands", "calibration")
    rows = [
        (
            point.order,
            str(point.corrections),
            str(point.writers),
            f"{point.before} → {point.after} of {point.remaining}",
            f"{point.fall:.1%}",
            f"{point.mean:.1%} ± {point.spread:.1%}",
            str(point.refused),
            *(f"{-lost:+.2f}" for lost in (point.others, point.alike, point.memory)),
            "{:.1%} → {:.1%}".format(*point.sureness),
        )
        for point in evaluation.curves
    ]
    told = (
        f"model {evaluation.model}; errors in letters that nobody corrected, by the model and by "
        "what learnt from it\nothers: points that characters of other writers gain or lose, as "
        "they are and where O = 0 and 1 = I; own hands: those that the guard asks\n\n"
    )
    return told + table([head, *rows], right=frozenset(range(1, len(head))))
