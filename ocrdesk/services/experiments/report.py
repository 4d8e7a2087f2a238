"""An experiment's findings as files: figures, their numbers, and a page that shows all of it."""

import base64
import html
from pathlib import Path

from ocrdesk import __version__
from ocrdesk.formats.chart_drawing import WIDTH, chart_png
from ocrdesk.formats.charts import chart_table
from ocrdesk.formats.output_file import make_folder, write_bytes_atomically, write_text_atomically
from ocrdesk.services.experiments.setting import Experiment, Findings

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; color: #1b1f27; background: #f4f5f8; margin: 0; }}
main {{ max-width: 800px; margin: 0 auto; padding: 24px; }}
h1 {{ font-size: 1.6em; margin: 0.6em 0 0.2em; }}
figure {{ margin: 20px 0; background: #fff; border: 1px solid #d8dce4; border-radius: 10px;
  padding: 12px; }}
figure img {{ width: 100%; max-width: {width}px; display: block; margin: 0 auto; }}
.found li {{ margin: 6px 0; }}
footer {{ color: #596273; font-size: 0.9em; border-top: 1px solid #d8dce4; padding-top: 10px; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{explained}</p>
<ul class="found">
{found}
</ul>
{figures}
<footer>{origin}</footer>
</main>
</body>
</html>
"""


def save_report(folder: Path, experiment: Experiment, findings: Findings, origin: str) -> Path:
    """Write every figure as PNG and CSV and ``report.html``, which holds all it shows; return that.

    ``origin`` tells by which data, seed and command they were made. The folder is made if need be.
    Raises ``OutputError`` where something cannot be written.
    """
    make_folder(folder)
    figures = []
    for name, chart in findings.charts:
        picture = chart_png(chart)
        write_bytes_atomically(folder / f"{name}.png", picture)
        write_text_atomically(folder / f"{name}.csv", chart_table(chart))
        content = base64.b64encode(picture).decode("ascii")
        figures.append(
            f'<figure><img alt="{html.escape(chart.title)}" '
            f'src="data:image/png;base64,{content}"></figure>'
        )
    page = _PAGE.format(
        title=html.escape(experiment.title),
        width=round(WIDTH),
        explained=html.escape(experiment.explained),
        found="\n".join(f"<li>{html.escape(told)}</li>" for told in findings.sentences),
        figures="\n".join(figures),
        origin=html.escape(f"{origin} ocrdesk {__version__}."),
    )
    write_text_atomically(folder / "report.html", page)
    return folder / "report.html"
