"""Draw what learning a hand is worth, from what ``ocrdesk evaluate adaptation`` measured.

``ocrdesk evaluate adaptation FILE.npz -m NAME --after 10,30,60,100 --json > measured.json``, then
``python resources/memory/make_curves.py measured.json``: writes a table of all orders and numbers
of corrections, ``adaptation_NAME.csv``, and the curves, ``adaptation_NAME.png``, beside this file.
Curves need the same writers at every place: those whose pages have letters for all corrections.
"""

import csv
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ocrdesk.formats.chart_drawing import chart_png
from ocrdesk.formats.charts import LineChart, Series
from ocrdesk.formats.output_file import write_bytes_atomically, write_text_atomically

FOLDER = Path(__file__).resolve().parent
_ORDERS = {"review": "review order", "reading": "reading order", "random": "any order"}


def table(measured: dict[str, Any]) -> str:
    """Return the table, a row for each order and number of corrections."""
    target = io.StringIO()
    curves = [
        {
            **{name: value for name, value in row.items() if name != "sureness"},
            "calibration_before": row["sureness"][0],
            "calibration_after": row["sureness"][1],
        }
        for row in measured["curves"]
    ]
    writer = csv.DictWriter(target, list(curves[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: round(v, 4) if isinstance(v, float) else v for name, v in row.items()}
        for row in curves
    )
    return target.getvalue()


def chart(measured: dict[str, Any]) -> LineChart:
    """Return the share of letters read wrong among those nobody corrected, by corrections."""
    counts = sorted({row["corrections"] for row in measured["curves"]})
    people = [
        person
        for person in measured["writers"]
        if {point["corrections"] for point in person["points"]} == set(counts)
    ]
    start = sum(p["errors"] for p in people) / sum(p["boxed"] for p in people)
    lines = []
    for order, name in _ORDERS.items():
        for when, told in (("before", "not learnt"), ("after", "learnt")):
            shares = [
                _share(
                    point
                    for person in people
                    for point in person["points"]
                    if (point["order"], point["corrections"]) == (order, count)
                )[when]
                for count in counts
            ]
            lines.append(Series(f"{name}, {told}", (0, *counts), (start, *shares)))
    return LineChart(
        title=f"{measured['model']}, {len(people)} writers it never saw",
        x_label="corrections",
        y_label="wrong among letters that nobody corrected",
        series=tuple(lines),
        is_share=True,
    )


def _share(points: Iterable[dict[str, Any]]) -> dict[str, float]:
    found = list(points)
    remaining = sum(point["remaining"] for point in found)
    return {when: sum(p[when] for p in found) / remaining for when in ("before", "after")}


def main() -> None:
    """Write both files for each measurement that is given."""
    for source in sys.argv[1:]:
        measured = json.loads(Path(source).read_text("utf-8"))
        target = FOLDER / f"adaptation_{measured['model']}"
        write_text_atomically(target.with_suffix(".csv"), table(measured))
        write_bytes_atomically(target.with_suffix(".png"), chart_png(chart(measured)))


if __name__ == "__main__":
    main()
