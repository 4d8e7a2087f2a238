"""What the evaluations (pages, characters, strips, words, adaptation) have in common.

Their JSON, as ``ocrdesk evaluate --json`` prints it, has these keys:

- all: ``format`` (1), ``kind``, ``model``; all but adaptation: ``confusions``, most frequent
  first, each ``{"truth", "read", "count"}`` with an empty side for a lost or an extra letter.
- pages: ``total`` and, by name, ``groups`` and ``without_cursive``, each a score; ``pages``, each
  ``file``, ``group``, ``truth``, ``read`` and its score. A score is ``letters`` and ``text``, each
  ``{"errors", "length", "rate"}``, and ``rows`` and ``spaces``, each ``{"expected", "missed",
  "added"}``.
- characters: ``writers`` ("all" or "held-out"), ``learnt_from`` (sources that the model was trained
  on, writers held out not counting), ``overall``, and by name ``merged``, ``kinds``
  (of all classes), ``kinds_within`` (digits among digits and so on), ``capitals_and_digits``
  (among themselves), ``sources`` and ``characters``, each ``{"right", "count", "rate"}``;
  ``rejected``, characters called no character, ``{"count", "rate"}``, null for a network that
  cannot; ``calibration_error``; ``reliability``, each ``{"low", "high", "count", "confidence",
  "right"}`` for answers of such a probability; ``by_source``, all these for each source.
- strips: ``writers`` (each strip is one); ``letters`` (best-matching stretch) and ``whole``
  (everything read), each ``{"errors", "length", "rate"}``; ``strips_right``; ``strips``, each
  ``file``, ``truth``, ``read``, ``stretch``, ``errors``.
- words: ``writers``; ``left_out``, counts by reason; ``letters``, ``any_case`` (case not counting),
  ``text`` (with spaces) and, by name, ``styles``, each ``{"errors", "length", "rate"}``;
  ``words_right``; ``words``, each its ``place`` in the file, ``style``, ``truth``, ``read``,
  ``errors``.
- adaptation: ``curves``, each ``order``, ``corrections``, ``writers``, ``remaining`` letters,
  errors in these ``before`` and ``after``, ``fall`` (of all errors), ``mean`` and ``spread`` (of
  writers), points lost by ``others``, ``alike`` (O = 0, 1 = I = l) and ``memory``, ``sureness``
  (calibration errors before and after), ``refused``; ``writers``, each ``writer``, ``letters``,
  ``boxed``, ``errors``.
- pages, strips, words: ``variants``, by name the scores of each way to read, empty if only one.

A ``rate`` is null where there is nothing to count. Keys may be added without a new ``format``.
"""

from collections.abc import Iterable

from ocrdesk.services.error_rates import Confusion

JSON_FORMAT = 1  # raised when a key of the JSON output changes its meaning or goes away

Json = dict[str, object]


def confusions_as_json(confusions: Iterable[Confusion]) -> list[Json]:
    """Return each confusion as ``{"truth", "read", "count"}``."""
    return [
        {"truth": confusion.truth, "read": confusion.read, "count": confusion.count}
        for confusion in confusions
    ]
