"""What is kept of a run: an epoch as a model with its card, and curves as pictures and tables."""

from collections.abc import Sequence
from pathlib import Path

from ocrdesk import __version__
from ocrdesk.errors import UsageError
from ocrdesk.formats.chart_drawing import chart_png
from ocrdesk.formats.charts import LineChart, Row, Series, table
from ocrdesk.formats.output_file import (
    make_folder,
    write_bytes_atomically,
    write_text_atomically,
)
from ocrdesk.nn.folding import folded
from ocrdesk.nn.reports import EpochReport
from ocrdesk.services.calibration import fitted_temperature
from ocrdesk.services.laboratory.network_plan import layer_name
from ocrdesk.services.laboratory.runs import LabRun
from ocrdesk.services.model_store import own_model_file, save_model
from ocrdesk.services.recognizer import Recognizer

_FIGURES = (
    *("training_loss", "training_accuracy", "validation_loss", "validation_accuracy"),
    *("learning_rate", "seconds"),
)
_CARD = """# {name}

Trained in the training laboratory of ocrdesk {version}, run “{run}”, epoch {epoch} of {epochs}.

| | |
|---|---|
| network | {network} |
| sees | patches of {size} by {size} pixels, {margin} of them margin |
| reads | {characters} |
| trained by | {settings} |
| data | {data} |
| split | {split} |
| read right, of the letters held out | {accuracy} |

Probabilities were fitted to the letters held out (temperature {temperature:.3g}).

## Limits

It was measured on {data} alone; how it reads pages of other hands nobody has measured.
"""


def recognizer_at(run: LabRun, epoch: int, name: str) -> Recognizer:
    """Return the network of a kept epoch as a recognizer, its probabilities fitted to the judges.

    Raises ``KeyError`` for an epoch that is not kept.
    """
    data, plan = run.data, run.plan
    network = folded(run.recorder.network(epoch))
    report = _report(run, epoch)
    accuracy = None if report is None else report.validation_accuracy
    return Recognizer(
        network,
        data.charset,
        data.geometry,
        name,
        temperature=fitted_temperature(network, data.validation),
        lineage={
            "parent": None,
            "command": f"training laboratory, run “{run.name}”, epoch {epoch}",
            "seed": plan.seed,
            "program": f"ocrdesk {__version__}",
            "epochs": len(run.history),
            "best_epoch": epoch,
            "validation_accuracy": accuracy,
            "training_characters": {data.name: len(data.training)},
            "settings": plan.told(),
            "network": plan.network.as_json(),
        },
        metrics={"held_out": {}, "held_out_accuracy": accuracy},
    )


def model_path(name: str, *, is_replacing: bool = False) -> Path:
    """Return where a model of one's own is kept; ``UsageError`` for a name that cannot be used."""
    if not name.strip() or name != name.strip() or name.startswith(".") or set(name) & set('/\\:"'):
        raise UsageError(
            f"“{name}” cannot be the name of a model.", advice="Use letters and digits."
        )
    return own_model_file(name, is_replacing=is_replacing)


def save_epoch(run: LabRun, epoch: int, name: str, *, is_replacing: bool = False) -> Path:
    """Save a kept epoch as a model with a card beside it; return the model's file.

    Raises ``UsageError`` for a name that cannot be used, ``OutputError`` where it cannot be
    written.
    """
    path = model_path(name, is_replacing=is_replacing)
    recognizer = recognizer_at(run, epoch, name)
    make_folder(path.parent)
    save_model(path, recognizer)
    write_text_atomically(path.with_suffix(".md"), _card(run, epoch, recognizer))
    return path


def run_charts(runs: Sequence[LabRun]) -> list[tuple[str, LineChart]]:
    """Return the curves of runs overlaid: accuracy, loss, learning rate; and the norms of each."""
    charts = [
        ("accuracy", _both("Read right", "share", runs, "accuracy", is_share=True)),
        ("loss", _both("Loss", "nats", runs, "loss", is_share=False)),
        (
            "learning-rate",
            LineChart(
                title="Learning rate",
                x_label="epoch",
                y_label="learning rate",
                series=tuple(
                    _series(run.name, run, [r.learning_rate for r in run.history]) for run in runs
                ),
                has_log_y=True,
            ),
        ),
    ]
    for number, run in enumerate(runs, start=1):
        if run.history:
            name = "gradients" if len(runs) == 1 else f"{number}-{_stem(run)}-gradients"
            charts.append((name, _gradients(run)))
    return charts


def run_table(run: LabRun) -> str:
    """Return every figure of every epoch as CSV with a heading."""
    norms = [name for name, _ in run.history[0].gradient_norms] if run.history else []
    rows: list[Row] = [["epoch", *_FIGURES, *(f"gradient {name}" for name in norms)]]
    rows += [[*_figures(r), *(norm for _, norm in r.gradient_norms)] for r in run.history]
    return table(rows)


def export_runs(folder: Path, runs: Sequence[LabRun]) -> list[Path]:
    """Write the curves of runs as PNG and each run's figures as CSV; return the files.

    Raises ``OutputError`` where one cannot be written.
    """
    make_folder(folder)
    written = []
    for name, chart in run_charts(runs):
        written.append(folder / f"{name}.png")
        write_bytes_atomically(written[-1], chart_png(chart))
    for number, run in enumerate(runs, start=1):
        written.append(folder / f"{number}-{_stem(run)}.csv")
        write_text_atomically(written[-1], run_table(run))
    if len(runs) > 1:
        written.append(folder / "runs.csv")
        write_text_atomically(written[-1], runs_table(runs))
    return written


def _stem(run: LabRun) -> str:
    return "".join(c if c.isalnum() else "-" for c in run.name).strip("-") or "run"


def runs_table(runs: Sequence[LabRun]) -> str:
    """Return the figures of several runs as one CSV: a row for each epoch of each, by name."""
    rows: list[Row] = [["run", "settings", "epoch", *_FIGURES]]
    rows += [[run.name, run.plan.told(), *_figures(r)] for run in runs for r in run.history]
    return table(rows)


def _figures(report: EpochReport) -> list[object]:
    return [report.epoch, *(getattr(report, name) for name in _FIGURES)]


def _report(run: LabRun, epoch: int) -> EpochReport | None:
    return run.history[epoch - 1] if 0 < epoch <= len(run.history) else None


def _card(run: LabRun, epoch: int, recognizer: Recognizer) -> str:
    data = run.data
    report = _report(run, epoch)
    accuracy = report.validation_accuracy if report is not None else None
    layers = [layer_name(layer) for layer in run.plan.network.layers]
    return _CARD.format(
        name=recognizer.name,
        version=__version__,
        run=run.name,
        epoch=epoch,
        epochs=len(run.history),
        network=" → ".join(["patch", *layers, f"dense {len(data.charset)}, softmax"]),
        size=data.geometry.size,
        margin=data.geometry.margin,
        characters=data.charset.characters.replace("|", "\\|"),
        settings=run.plan.told(),
        data=data.name,
        split=data.split_told(),
        accuracy="not measured" if accuracy is None else f"{100 * accuracy:.1f} %",
        temperature=recognizer.temperature,
    )


def _series(name: str, run: LabRun, values: Sequence[float | None]) -> Series:
    places = tuple(float(report.epoch) for report in run.history)
    ys = tuple(float("nan") if value is None else value for value in values)
    return Series(name, places, ys)


def _both(
    title: str, unit: str, runs: Sequence[LabRun], figure: str, *, is_share: bool
) -> LineChart:
    series = []
    for run in runs:
        for kind in ("training", "validation"):
            values = [getattr(report, f"{kind}_{figure}") for report in run.history]
            series.append(_series(f"{run.name}, {kind}", run, values))
    return LineChart(
        title=title,
        x_label="epoch",
        y_label=unit,
        series=tuple(series),
        is_share=is_share,
        bounds=(0.0, 1.0) if is_share else None,
    )


def _gradients(run: LabRun) -> LineChart:
    names = [name for name, _ in run.history[0].gradient_norms]
    return LineChart(
        title="Gradient by layer",
        x_label="epoch",
        y_label="norm of the gradient",
        series=tuple(
            _series(name, run, [report.gradient_norms[place][1] for report in run.history])
            for place, name in enumerate(names)
        ),
        has_log_y=True,
    )
