"""A dataset, days and actors -> the timeline of that slice: only the months that can hold it are opened."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from timeline.columnar import ARROW_TYPES
from timeline.dataset.manifest import ROWS_OF_GROUP, Manifest, Month, name_part, read_manifest
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
    months = {name: month.events for name, month in manifest.months.items() if _may_hold(month, asked)}
    chosen = _choose(_read_measures(folder / "events", months, asked), asked)
    if len(chosen) > bound:
        raise TableError(
            f"{str(folder)!r}: {len(chosen):,} events pass, and at most {bound:,} are opened; narrow it with --from, "
            "--to, --actor or --top"
        )
    groups, rows = _find_groups(chosen, months)
    told = _read_groups(folder / "events", groups, "events").take(rows)
    events = _to_frame(told, TABLES["events"]).sort_values(["start", "end", "event_id"], ignore_index=True)
    ids = told["event_id"].combine_chunks()
    mentions = _to_frame(_read_groups(folder / "mentions", groups, "mentions", ids), TABLES["mentions"])
    places = mentions["event_id"].map({id_: place for place, id_ in enumerate(events["event_id"])})
    mentions = mentions.iloc[places.argsort(kind="stable")].reset_index(drop=True)
    cited = mentions["document_id"].unique().tolist()
    names = {name for actors in events["actors"] for name in actors}
    timeline = Timeline(
        events=_rank_anew(events),
        mentions=mentions,
        documents=_read_whole(folder, "documents", "document_id", cited),
        actors=_read_whole(folder, "actors", "name", sorted(names)),
        problems=_read_whole(folder, "problems", "document", []),
        title=manifest.title,
    )
    validate(timeline)
    return timeline


def _may_hold(month: Month, asked: Slice) -> bool:
    """Whether an event under a month can pass, by the days between which they lie."""
    too_late = asked.last is not None and month.first > asked.last.isoformat()
    too_early = asked.first is not None and "" < month.last < asked.first.isoformat()
    return not (too_late or too_early)


def _read_measures(folder: Path, months: Mapping[str, int], asked: Slice) -> pa.Table:
    """By what the events of `months` are chosen, and where they stand: the number of the month, the place in its file.

    Without their texts, which are most of what a million events hold.
    """
    columns = [*_MEASURES, *(["actors"] if asked.actors else [])]
    rows = _open_dataset(_list_parts(folder, months), "events").to_table(columns=columns)
    counts = list(months.values())
    if rows.num_rows != sum(counts):
        raise KeyError(f"{rows.num_rows:,} events instead of {sum(counts):,}")
    places = [np.arange(count) for count in counts]
    rows = rows.append_column("month", pa.array(np.repeat(np.arange(len(counts)), counts)))
    return rows.append_column("place", pa.array(np.concatenate([np.arange(0), *places])))


def _choose(rows: pa.Table, asked: Slice) -> pd.DataFrame:
    """The events that pass, of `rows` of what they are chosen by."""
    if asked.actors:
        rows = _keep_with(rows, asked.actors)
    kinds = {name: TABLES["events"][name] for name in _MEASURES}
    events = _to_frame(rows, {**kinds, "month": "count", "place": "count"})
    if asked.first or asked.last:
        events = filter_events(events, start=asked.first, end=asked.last)
    if asked.most is not None and len(events) > asked.most:
        events = find_leading_events(events, asked.most)
    return events


def _keep_with(rows: pa.Table, actors: Collection[str]) -> pa.Table:
    """The rows in whose list of actors any of `actors` stands."""
    column = rows["actors"].combine_chunks()
    hits = pc.is_in(pc.list_flatten(column), pa.array(actors))
    return rows.take(pc.unique(pc.list_parent_indices(column).filter(hits)))


def _find_groups(chosen: pd.DataFrame, months: Mapping[str, int]) -> tuple[dict[str, list[int]], pa.Array]:
    """The groups of each month's file in which the `chosen` stand, and which they are of all the rows of those."""
    group = chosen["place"] // ROWS_OF_GROUP
    held = pd.DataFrame({"month": chosen["month"], "group": group}).drop_duplicates().sort_values(["month", "group"])
    left = np.array([*months.values()], "int64")[held["month"]] - held["group"] * ROWS_OF_GROUP
    sizes = left.clip(upper=ROWS_OF_GROUP)
    firsts = pd.Series((sizes.cumsum() - sizes).to_numpy(), pd.MultiIndex.from_frame(held), dtype="int64")
    first = firsts[pd.MultiIndex.from_arrays([chosen["month"], group])].to_numpy()
    names = np.array([*months], "object")[held["month"]]
    groups = {str(month): numbers.tolist() for month, numbers in held["group"].groupby(names, sort=True)}
    return groups, pa.array(first + chosen["place"] % ROWS_OF_GROUP)


def _read_groups(
    folder: Path, groups: Mapping[str, list[int]], table: str, event_ids: pa.Array | None = None
) -> pa.Table:
    """The rows of `groups` of the files of months, those of `event_ids` alone where some are given."""
    whole = _open_dataset(_list_parts(folder, groups), table)
    parts = [
        fragment.subset(row_group_ids=numbers)
        for fragment, numbers in zip(whole.get_fragments(), groups.values(), strict=True)
    ]
    source = ds.FileSystemDataset(parts, whole.schema, whole.format, whole.filesystem)
    return source.to_table(filter=None if event_ids is None else ds.field("event_id").isin(event_ids))


def _read_whole(folder: Path, table: str, key: str, keys: list[str]) -> pd.DataFrame:
    """The rows of a table whose `key` is one of `keys`."""
    found = _open_dataset(str(folder / table), table).to_table(filter=ds.field(key).isin(pa.array(keys, pa.string())))
    return _to_frame(found, TABLES[table])


def _list_parts(folder: Path, months: Iterable[str]) -> list[str]:
    return [str(name_part(folder, month)) for month in months]


def _open_dataset(source: str | list[str], table: str) -> ds.FileSystemDataset:
    schema = pa.schema([(name, ARROW_TYPES[kind]) for name, kind in TABLES[table].items()])
    return ds.dataset(source, schema=schema, format="parquet")


def _to_frame(rows: pa.Table, columns: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame({name: _to_column(rows[name], kind) for name, kind in columns.items()})


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
