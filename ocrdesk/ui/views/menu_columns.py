"""Two columns in the words of a menu, which Qt draws as one text."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF

_WIDE, _FINE = "\N{EM SPACE}", "\N{HAIR SPACE}"


def in_columns(rows: Sequence[tuple[str, str]], metrics: QFontMetricsF) -> list[str]:
    """Return each row as one text, its first word at the left and its second at the right.

    Spaces as narrow as there are fill what is between, so that columns end within a pixel of one
    another in any font.
    """
    wide, fine = metrics.horizontalAdvance(_WIDE), metrics.horizontalAdvance(_FINE)
    widths = [metrics.horizontalAdvance(left) + metrics.horizontalAdvance(right)
              for left, right in rows]  # fmt: skip
    whole = max(widths, default=0.0) + wide
    texts = []
    for (left, right), width in zip(rows, widths, strict=True):
        gaps = int((whole - width) // wide) if wide else 1
        fines = round((whole - width - gaps * wide) / fine) if fine else 0
        texts.append(left + _WIDE * gaps + _FINE * fines + right)
    return texts
