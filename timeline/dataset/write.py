"""A timeline -> a dataset: events and mentions under the month of the event, documents under that of publication."""

import importlib.metadata
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.columnar import ARROW_TYPES
from timeline.dataset.manifest import MANIFEST, UNDATED, Manifest, Month
from timeline.errors import FormatError
from timeline.table import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS, TABLES, Timeline

__all__ = ["write_dataset"]

_ROWS: Final = 10_000  # in a group: one is looked into as a whole


def write_dataset(timeline: Timeline, folder: Path, inputs: Sequence[str] = ()) -> Manifest:
    """Write `timeline`, built from the paths `inputs`, as the dataset in `folder`, and give what it says of itself.

    Tables that are there are replaced once all new ones are written; what each document gave stays beside them.

    Raises
    ------
    FormatError
        If it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".tables-") as name:
            manifest = _write_tables(timeline, Path(name), inputs)
            (folder / MANIFEST).unlink(missing_ok=True)
            for table in TABLES:
                shutil.rmtree(folder / table, ignore_errors=True)
                Path(name, table).rename(folder / table)
            written = Path(name, MANIFEST)
            written.write_text(manifest.to_json(), encoding="utf-8")
            written.rename(folder / MANIFEST)
    except OSError as error:
        raise FormatError(f"cannot write {str(folder)!r}: {error.strerror}; choose another place") from error
    return manifest


def _write_tables(timeline: Timeline, folder: Path, inputs: Sequence[str]) -> Manifest:
    months = _find_months(timeline.events)
    of_event = dict(zip(timeline.events["event_id"].tolist(), months, strict=True))
    of_mention = [of_event[id_] for id_ in timeline.mentions["event_id"].tolist()]
    of_document = timeline.documents["published"].dt.strftime("%Y-%m").fillna(UNDATED).tolist()
    _write_months(folder / "events", timeline.events, EVENTS, months)
    _write_months(folder / "mentions", timeline.mentions, MENTIONS, of_mention)
    _write_months(folder / "documents", timeline.documents, DOCUMENTS, of_document)
    _write_file(folder / "actors" / "all.parquet", timeline.actors, ACTORS)
    _write_file(folder / "problems" / "all.parquet", timeline.problems, PROBLEMS)
    return Manifest(
        program=importlib.metadata.version("briefing-timeline"),
        title=timeline.title,
        inputs=tuple(inputs),
        counts={name: len(getattr(timeline, name)) for name in TABLES},
        months=dict(_measure_months(timeline.events, months)),
    )


def _find_months(events: pd.DataFrame) -> list[str]:
    """The month of each event: that of its first day, else of its last."""
    return list(events["start"].fillna(events["end"]).dt.strftime("%Y-%m").fillna(UNDATED))


def _measure_months(events: pd.DataFrame, months: Sequence[str]) -> Iterator[tuple[str, Month]]:
    for month, part in events[["start", "end"]].groupby(pd.Series(months, events.index), sort=True):
        bounds = (
            "" if part[name].isna().any() else f"{day:%Y-%m-%d}"
            for name, day in (("start", part["start"].min()), ("end", part["end"].max()))
        )
        yield str(month), Month(events=len(part), **dict(zip(("first", "last"), bounds, strict=True)))


def _write_months(folder: Path, table: pd.DataFrame, columns: Mapping[str, str], months: Sequence[str]) -> None:
    folder.mkdir()
    for month, part in table.groupby(pd.Series(months, table.index), sort=True):
        _write_file(folder / f"month={month}" / "part.parquet", part, columns)


def _write_file(path: Path, table: pd.DataFrame, columns: Mapping[str, str]) -> None:
    path.parent.mkdir(parents=True)
    schema = pa.schema([(name, ARROW_TYPES[kind]) for name, kind in columns.items()])
    rows = pa.Table.from_pandas(table, schema, preserve_index=False)
    with path.open("wb") as file:
        pq.write_table(rows, file, compression="zstd", row_group_size=_ROWS)
        file.flush()
        os.fsync(file.fileno())
