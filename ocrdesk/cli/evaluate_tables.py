"""Evaluations as tables for a terminal."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ocrdesk.cli.terminal import table

if TYPE_CHECKING:
    from ocrdesk.services.breaks import BreakCount
    from ocrdesk.services.error_rates import Confusion, ErrorCount
    from ocrdesk.services.evaluation_characters import CharactersEvaluation, Share
    from ocrdesk.services.evaluation_pages import PagesEvaluation, Score
    from ocrdesk.services.evaluation_strips import StripsEvaluation

_SHOWN_CONFUSIONS = 15


def pages(evaluation: "PagesEvaluation") -> str:
    """Return a row per page, per group and for the total, and the confusions."""
    head = ("", "group", "letters", "", "text", "", "rows", "spaces")
    right = frozenset(range(2, 8))
    files = [(page.file, page.group, *_score(page.score)) for page in evaluation.pages]
    groups = [("", name, *_score(score)) for name, score in evaluation.groups.items()]
    groups.append(("", "all", *_score(evaluation.total)))
    return "\n".join(
        [
            f"model {evaluation.model}; errors / length of the truth, and the breaks between rows",
            "and words that are missed + added / expected; “outside” counts in no total",
            "",
            table([head, *files, ("",) * len(head), *groups], right=right),
            *_confusions(evaluation.confusions(limit=_SHOWN_CONFUSIONS)),
        ]
    )


def strips(evaluation: "StripsEvaluation") -> str:
    """Return the two error rates, how many strips are right, and the confusions."""
    rows = [
        ("letters of the best-matching stretch", *_errors(evaluation.letters)),
        ("letters of everything read", *_errors(evaluation.whole)),
    ]
    return "\n".join(
        [
            f"model {evaluation.model}",
            "",
            table(rows, right=frozenset({1, 2})),
            f"{evaluation.right_count} of {len(evaluation.strips)} strips without an error",
            *_confusions(evaluation.confusions(limit=_SHOWN_CONFUSIONS)),
        ]
    )


def characters(evaluation: "CharactersEvaluation") -> str:
    """Return the shares of characters read right: overall, by kind, by source; confusions."""
    rows = [("all", *_share(evaluation.overall))]
    for name, share in evaluation.merged.items():
        rows.append((f"all, {name}", *_share(share)))
    for title, shares in (("kind", evaluation.kinds), ("source", evaluation.sources)):
        rows += [(f"{title} {name}", *_share(share)) for name, share in shares.items()]
    writers = "of writers held out of training" if evaluation.is_held_out else "of all writers"
    return "\n".join(
        [
            f"model {evaluation.model}; right / characters {writers}",
            "",
            table(rows, right=frozenset({1, 2})),
            *_confusions(evaluation.confusions(limit=_SHOWN_CONFUSIONS)),
        ]
    )


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


def _share(share: "Share") -> tuple[str, str]:
    rate = "none" if share.rate is None else f"{share.rate:.2%}"
    return f"{share.right:,} / {share.count:,}", rate


def _confusions(confusions: Iterable["Confusion"]) -> list[str]:
    told = [
        f"{confusion.truth or 'nothing'} → {confusion.read or 'nothing'}: {confusion.count}"
        for confusion in confusions
    ]
    return ["", "most frequent confusions (truth → read): " + ", ".join(told)] if told else []
