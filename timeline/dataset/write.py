"""A timeline -> a dataset: events and mentions under the month of the event, documents under that of publication."""

import importlib.metadata
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.columnar import ARROW_TYPES
from timeline.dataset.manifest import MANIFEST, ROWS_OF_GROUP, UNDATED, Manifest, Month, name_part
from timeline.errors import FormatError
from timeline.table import ACTORS, DOCUMENTS, EVENTS, MENTIONS, PROBLEMS, TABLES, Timeline

__all__ = ["write_dataset"]


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
    for table in TABLES:
        (folder / table).mkdir()
    months = dict(_write_events(folder, timeline))
    published = timeline.documents["published"].dt.strftime("%Y-%m").fillna(UNDATED)
    for month, part in timeline.documents.groupby(published, sort=True):
        _write_file(name_part(folder / "documents", str(month)), [part], DOCUMENTS)
    _write_file(folder / "actors" / "all.parquet", [timeline.actors], ACTORS)
    _write_file(folder / "problems" / "all.parquet", [timeline.problems], PROBLEMS)
    return Manifest(
        program=importlib.metadata.version("briefing-timeline"),
        title=timeline.title,
        inputs=tuple(inputs),
        counts={name: len(getattr(timeline, name)) for name in TABLES},
        months=months,
    )


def _write_events(folder: Path, timeline: Timeline) -> Iterator[tuple[str, Month]]:
    """Write events with their mentions, group by group, month by month; what stands under each month."""
    events = timeline.events.assign(month=_find_months(timeline.events))
    order = ["month", "importance"]
    events = events.sort_values(order, ascending=[True, False], kind="stable", ignore_index=True)
    place_of = {id_: place for place, id_ in enumerate(events["event_id"].tolist())}
    places = timeline.mentions["event_id"].map(place_of).to_numpy()
    mentions, places = timeline.mentions.iloc[places.argsort(kind="stable")], np.sort(places)
    for month, part in events.groupby("month", sort=True):
        after = part.index[-1] + 1
        bounds = [*range(part.index[0], after, ROWS_OF_GROUP), after]
        told = np.searchsorted(places, bounds).tolist()
        _write_file(name_part(folder / "events", str(month)), _cut(events, bounds), EVENTS)
        _write_file(name_part(folder / "mentions", str(month)), _cut(mentions, told), MENTIONS)
        yield str(month), _measure_month(part)


def _find_months(events: pd.DataFrame) -> "pd.Series[str]":
    """The month of each event: that of its first day, else of its last."""
    months: pd.Series[str] = events["start"].fillna(events["end"]).dt.strftime("%Y-%m")
    return months.fillna(UNDATED)


def _cut(rows: pd.DataFrame, bounds: Iterable[int]) -> Iterator[pd.DataFrame]:
    return (rows.iloc[first:after] for first, after in itertools.pairwise(bounds))


def _measure_month(events: pd.DataFrame) -> Month:
    first, last = (
        "" if events[name].isna().any() else f"{day:%Y-%m-%d}"
        for name, day in (("start", events["start"].min()), ("end", events["end"].max()))
    )
    return Month(events=len(events), first=first, last=last)


def _write_file(path: Path, groups: Iterable[pd.DataFrame], columns: Mapping[str, str]) -> None:
    """Write `groups` of rows, which may be empty, as the groups of one file."""
    path.parent.mkdir(exist_ok=True)
    schema = pa.schema([(name, ARROW_TYPES[kind]) for name, kind in columns.items()])
    with path.open("wb") as file:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for group in groups:
                writer.write_table(pa.Table.from_pandas(group, schema, preserve_index=False))
        file.flush()
        os.fsync(file.fileno())
