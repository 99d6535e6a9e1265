"""What documents tell and what ready-made tables hold -> one timeline; nothing is merged and nothing is read."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from timeline.table import ACTORS, Timeline, list_records, to_frame, validate

__all__ = ["combine_timelines"]


def combine_timelines(parts: Sequence[Timeline], title: str) -> Timeline:
    """One timeline of all rows of `parts`, of which there is at least one; of two rows with one id the first stays.

    Raises
    ------
    TableError
        If the parts do not go together.
    """
    first, *others = parts
    if not others:
        return first if first.title == title else dataclasses.replace(first, title=title)
    events = _stack_frames((part.events for part in parts), "event_id")
    mentions = _stack_frames((part.mentions for part in parts), "mention_id")
    timeline = Timeline(
        events=events.sort_values(["start", "end", "event_id"], kind="stable", ignore_index=True),
        mentions=mentions,
        documents=_stack_frames((part.documents for part in parts), "document_id"),
        actors=_join_actors(parts),
        problems=_stack_frames(part.problems for part in parts),
        title=title,
        notes=tuple(note for part in parts for note in part.notes),
    )
    validate(timeline)
    return timeline


def _stack_frames(frames: Iterable[pd.DataFrame], key: str = "") -> pd.DataFrame:
    """The rows of all frames, each `key` once."""
    every = list(frames)
    full = [frame for frame in every if len(frame)]  # an empty one would change the dtypes of the others
    rows = pd.concat(full, ignore_index=True) if full else every[0]
    return rows.drop_duplicates(key, ignore_index=True) if key else rows


def _join_actors(parts: Iterable[Timeline]) -> pd.DataFrame:
    rows: dict[str, dict[str, Any]] = {}
    for row in (row for part in parts for row in list_records(part.actors)):
        here = rows.setdefault(row["name"], {"name": row["name"], "kind": row["kind"], "aliases": [], "events": 0})
        here["aliases"] = list(dict.fromkeys((*here["aliases"], *row["aliases"])))
        here["events"] += row["events"]
    return to_frame(sorted(rows.values(), key=lambda row: (-row["events"], row["name"])), ACTORS)
