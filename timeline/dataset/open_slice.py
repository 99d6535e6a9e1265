"""A dataset, days and actors -> the timeline of that slice: only the months that can hold it are opened."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from timeline.columnar import ARROW_TYPES
from timeline.dataset.manifest import Manifest, Month, read_manifest
from timeline.errors import TableError
from timeline.table import (
    MOST_ROWS,
    TABLES,
    Timeline,
    filter_events,
    find_leading_events,
    score_rank,
    validate,
)

__all__ = ["MAIN_EVENTS", "Slice", "open_slice"]

MAIN_EVENTS: Final = 30
"""So many events of a slice are its main events; of a briefing they are 10 to 40."""

_MEASURES: Final = ("start", "end", "sources", "importance")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """What of a dataset is asked for.

    Attributes
    ----------
    first, last
        Days, both inclusive: an event belongs to the slice if it can lie within; None for no bound.
    actors
        Any of them takes part; empty for whoever does.
    most
        Of what passes so many events, the most important; None for all.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    actors: tuple[str, ...] = ()
    most: int | None = None


def open_slice(folder: Path, asked: Slice, *, bound: int = MOST_ROWS) -> Timeline:
    """The timeline of what is `asked` of the dataset in `folder`; importance is the rank within the slice.

    Raises
    ------
    TableError
        If there is no dataset, a file of it does not hold, or more than `bound` events pass.
    """
    manifest = read_manifest(folder)
    try:
        return _open(folder, manifest, asked, bound)
    except (OSError, pa.ArrowException, KeyError) as error:
        raise TableError(f"{str(folder)!r} does not hold ({error}); build the dataset anew") from error


def _open(folder: Path, manifest: Manifest, asked: Slice, bound: int) -> Timeline:
    months = [name for name, month in manifest.months.items() if _may_hold(month, asked)]
    columns = ["actors"] if asked.actors else []
    chosen = _choose(_read(folder, "events", months, ["event_id", *_MEASURES, *columns]), asked)
    if len(chosen) > bound:
        raise TableError(
            f"{str(folder)!r}: {len(chosen):,} events pass, and at most {bound:,} are opened; narrow it with --from, "
            "--to, --actor or --top"
        )
    ids, held = chosen["event_id"].combine_chunks(), sorted(set(chosen["month"].to_pylist()))
    events = _to_frame(_read(folder, "events", held, TABLES["events"], ids), "events")
    events = events.sort_values(["start", "end", "event_id"], ignore_index=True)
    mentions = _to_frame(_read(folder, "mentions", held, TABLES["mentions"], ids), "mentions")
    places = mentions["event_id"].map({id_: place for place, id_ in enumerate(events["event_id"])})
    mentions = mentions.iloc[places.argsort(kind="stable")].reset_index(drop=True)
    cited = mentions["document_id"].unique().tolist()
    documents = _read(folder, "documents", None, TABLES["documents"], cited, key="document_id")
    names = {name for actors in events["actors"] for name in actors}
    actors = _read(folder, "actors", None, TABLES["actors"], sorted(names), key="name")
    timeline = Timeline(
        events=_rank_anew(events),
        mentions=mentions,
        documents=_to_frame(documents, "documents"),
        actors=_to_frame(actors, "actors"),
        problems=_to_frame(_read(folder, "problems", None, TABLES["problems"], [], key="document"), "problems"),
        title=manifest.title,
    )
    validate(timeline)
    return timeline


def _may_hold(month: Month, asked: Slice) -> bool:
    """Whether an event under a month can pass, by the days between which they lie."""
    too_late = asked.last is not None and month.first > asked.last.isoformat()
    too_early = asked.first is not None and "" < month.last < asked.first.isoformat()
    return not (too_late or too_early)


def _choose(rows: pa.Table, asked: Slice) -> pa.Table:
    """The events that pass, of `rows` of what they are chosen by."""
    if asked.actors:
        rows = _keep_with(rows, asked.actors)
    # Without the texts: of a million events those are most of the memory.
    events = pd.DataFrame({name: _to_column(rows[name], TABLES["events"][name]) for name in _MEASURES})
    events["place"] = range(len(events))
    if asked.first or asked.last:
        events = filter_events(events, start=asked.first, end=asked.last)
    if asked.most is not None and len(events) > asked.most:
        events = find_leading_events(events, asked.most)
    return rows.take(pa.array(events["place"], pa.int64()))


def _keep_with(rows: pa.Table, actors: Collection[str]) -> pa.Table:
    """The rows in whose list of actors any of `actors` stands."""
    column = rows["actors"].combine_chunks()
    hits = pc.is_in(pc.list_flatten(column), pa.array(actors))
    return rows.take(pc.unique(pc.list_parent_indices(column).filter(hits)))


def _read(
    folder: Path,
    table: str,
    months: Collection[str] | None,
    columns: Iterable[str],
    keys: Collection[str] | pa.Array | None = None,
    *,
    key: str = "event_id",
) -> pa.Table:
    """These `columns` of a table's rows of `months` (None: it has none, or all count) whose `key` is one of `keys`."""
    parts = [("month", pa.string())] if months is not None else []
    paths = [p for m in months or () if (p := folder / table / f"month={m}" / "part.parquet").exists()]
    source: Any = [str(path) for path in paths] if months is not None else str(folder / table)
    schema = pa.schema([*((name, ARROW_TYPES[kind]) for name, kind in TABLES[table].items()), *parts])
    partitioning = ds.partitioning(pa.schema(parts), flavor="hive") if parts else None
    found = ds.dataset(source, schema=schema, format="parquet", partitioning=partitioning)
    wanted = None if keys is None else ds.field(key).isin(pa.array(keys, pa.string()))
    return found.to_table(columns=[*columns, *(name for name, _ in parts)], filter=wanted)


def _to_frame(rows: pa.Table, table: str) -> pd.DataFrame:
    return pd.DataFrame({name: _to_column(rows[name], kind) for name, kind in TABLES[table].items()})


def _to_column(column: pa.ChunkedArray, kind: str) -> "pd.Series[Any]":
    """A column as the tables have it."""
    match kind:
        case "names":
            return pd.Series(column.to_pylist(), dtype="object")
        case "day":
            return pd.Series(_to_days(column).to_pandas())
        case "offset":
            return pd.Series(column.to_pylist(), dtype="Int64")
        case "text":
            return pd.Series(column.to_pandas()).astype("str")
    return pd.Series(column.to_pandas())


def _to_days(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return column.cast(pa.timestamp("us"))


def _rank_anew(events: pd.DataFrame) -> pd.DataFrame:
    """`events` with importance as their rank among each other."""
    order = events["importance"].rank(method="first", ascending=False)
    most = min(MAIN_EVENTS, len(events))
    return events.assign(importance=[score_rank(int(place) - 1, most) for place in order])
