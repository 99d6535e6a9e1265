"""A timeline while edits are replayed on it: the events that edits touch taken out as rows, put back at the end.

Only touched rows are taken out, so replaying a few edits on ten thousand events costs little more than one sort.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from timeline.store.history import Anchor
from timeline.store.names import Names, to_actors
from timeline.table import EVENTS, MENTIONS, Timeline, to_frame
from timeline.vocabulary import Review

__all__ = ["Draft", "DraftRow"]


@dataclasses.dataclass(slots=True, kw_only=True, eq=False)
class DraftRow:
    """One event on its way: its cells, its mentions in order, and whether a user changed it."""

    cells: dict[str, Any]
    mentions: list[str]
    edited: bool = False


class Draft:
    """The tables of a timeline, to be changed event by event."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.title, self.notes = timeline.title, list(timeline.notes)
        self.names = Names(timeline)
        self.mentions = _Mentions(timeline.mentions)
        self._cells = _Cells(timeline.events)
        self._place = {event: place for place, event in enumerate(timeline.events["event_id"].tolist())}
        self._mentions_of: defaultdict[str, list[str]] = defaultdict(list)
        for mention, event in self.mentions.event.items():
            self._mentions_of[event].append(mention)
        documents = timeline.documents
        copies = zip(documents["document_id"].tolist(), documents["copy_of"].tolist(), strict=True)
        self._originals = {copy: original for copy, original in copies if original}
        self._taken: dict[str, DraftRow] = {}  # by the event id as it was read
        self._moved: dict[str, DraftRow] = {}  # by mention, or by the id of an event that a user added
        self._reasons: dict[str, str] = {}
        self._added: list[dict[str, Any]] = []
        self.rows: list[DraftRow] = []

    def find(self, event: str, anchor: Anchor | None = None) -> str:
        """The id by which the event that was called `event` is known here; ``""`` where it is gone."""
        if event in self._moved or event in self.mentions.event or event in self._place:
            return event
        return self.mentions.find_near(anchor) if anchor and anchor.document_id else ""

    def find_row(self, event: str) -> DraftRow:
        """The event that holds the mention `event`, or that has this id."""
        if event in self._moved:
            return self._moved[event]
        read = self.mentions.event.get(event, event)
        if read not in self._taken:
            self._taken[read] = self._take(read)
        return self._taken[read]

    def _take(self, read: str) -> DraftRow:
        cells = self._cells.read_row(self._place[read], EVENTS)
        for end in ("start", "end"):
            cells[end] = None if pd.isna(cells[end]) else cells[end].date()
        cells["actors"] = self.names.list_current(cells["actors"])
        [cells["agent"]] = self.names.list_current([cells["agent"]])
        row = DraftRow(cells=cells, mentions=list(self._mentions_of[read]), edited=cells["review"] == Review.EDITED)
        self.rows.append(row)
        return row

    def add(self, cells: dict[str, Any], mention: dict[str, Any] | None = None) -> DraftRow:
        """A new event, with the mention `mention` where it has one."""
        row = DraftRow(cells=cells, mentions=[], edited=True)
        self.rows.append(row)
        self._moved[cells["event_id"]] = row
        if mention:
            self._added.append(mention)
            self.mentions.event[mention["mention_id"]] = ""
            self._give(row, [mention["mention_id"]])
        return row

    def join(self, lead: DraftRow, other: DraftRow, reason: str) -> None:
        """Give the mentions of `other` to `lead` and drop it; whoever asks for it finds `lead`."""
        counted = {c: (lead.cells[c], other.cells[c]) for c in ("sources", "mentions")}
        without = [row for row in (lead, other) if not row.mentions]
        for event in [key for key, row in (*self._moved.items(), *self._taken.items()) if row is other]:
            self._moved[event] = lead
        self._moved[other.cells["event_id"]] = lead
        self._reasons.update(dict.fromkeys(other.mentions, reason))
        self._give(lead, other.mentions)
        if without:  # a table made by hand counts sources that it does not list
            lead.cells["sources"] = max(counted["sources"])
            lead.cells["mentions"] = sum(counted["mentions"])
        self.rows.remove(other)

    def split(self, row: DraftRow, mentions: Sequence[str], cells: dict[str, Any], reason: str) -> DraftRow:
        """A new event of some `mentions` of `row`, which is led by the next one if its own leads no more."""
        row.mentions = [mention for mention in row.mentions if mention not in mentions]
        if row.cells["event_id"] in mentions:
            row.cells["event_id"] = row.mentions[0]
        self._give(row, row.mentions)
        new = DraftRow(cells=cells, mentions=[], edited=True)
        self.rows.append(new)
        self._reasons.update(dict.fromkeys(mentions, reason))
        self._give(new, mentions)
        return new

    def _give(self, row: DraftRow, mentions: Sequence[str]) -> None:
        """Make `mentions` mentions of `row`, and count."""
        row.mentions = list(dict.fromkeys((*row.mentions, *mentions)))
        self._moved.update(dict.fromkeys(row.mentions, row))
        row.cells["mentions"] = len(row.mentions)
        documents = (self.read_mention(mention, ("document_id",))["document_id"] for mention in row.mentions)
        row.cells["sources"] = len({self._originals.get(document, document) for document in documents})

    def read_mention(self, mention: str, columns: Iterable[str]) -> dict[str, Any]:
        """Some cells of one mention."""
        added = next((cells for cells in self._added if cells["mention_id"] == mention), None)
        return added or self.mentions.read_row(mention, columns)

    def rename(self, old: str, new: str) -> None:
        """Call the actor `old` `new` everywhere."""
        self.names.rename(old, new)
        for cells in (*(row.cells for row in self.rows), *self._added):
            cells["actors"] = list(dict.fromkeys(new if name == old else name for name in cells["actors"]))
            if cells.get("agent") == old:
                cells["agent"] = new

    def finish(self) -> Timeline:
        """The timeline with every change in it."""
        events = self._finish_events()
        mentions = self._finish_mentions(events)
        actors = to_actors(self._timeline, self.names, events)
        return dataclasses.replace(
            self._timeline, events=events, mentions=mentions, actors=actors, title=self.title, notes=tuple(self.notes)
        )

    def _finish_events(self) -> pd.DataFrame:
        read = self._timeline.events
        untouched = read[~read["event_id"].isin(list(self._taken))]
        if self.names.changed:
            agents = [self.names.list_current([name])[0] for name in untouched["agent"]]
            untouched = untouched.assign(
                agent=_make_texts(untouched, agents),
                actors=_make_lists(untouched, map(self.names.list_current, untouched["actors"])),
            )
        events = _stack_frames(untouched, to_frame((row.cells for row in self.rows), EVENTS))
        return events.sort_values(["start", "end", "event_id"], kind="stable", ignore_index=True)

    def _finish_mentions(self, events: pd.DataFrame) -> pd.DataFrame:
        owner = {mention: row.cells["event_id"] for row in self.rows for mention in row.mentions}
        mentions = self._timeline.mentions
        ids = mentions["mention_id"].tolist()
        events_of = [owner.get(m, e) for m, e in zip(ids, mentions["event_id"].tolist(), strict=True)]
        reasons = [self._reasons.get(m, r) for m, r in zip(ids, mentions["reason"].tolist(), strict=True)]
        mentions = mentions.assign(event_id=_make_texts(mentions, events_of), reason=_make_texts(mentions, reasons))
        if self.names.changed:
            reporters = [self.names.list_current([name])[0] for name in mentions["reported_by"]]
            mentions = mentions.assign(
                actors=_make_lists(mentions, map(self.names.list_current, mentions["actors"])),
                reported_by=_make_texts(mentions, reporters),
            )
        added = [cells | {"event_id": owner[cells["mention_id"]]} for cells in self._added]
        mentions = _stack_frames(mentions, to_frame(added, MENTIONS))
        published = self._timeline.documents.sort_values(["published", "document_id"], kind="stable")
        document = {name: place for place, name in enumerate(published["document_id"])}
        event = {name: place for place, name in enumerate(events["event_id"])}
        order = pd.DataFrame(
            {"event": mentions["event_id"].map(event), "document": mentions["document_id"].map(document)}
        )
        order["trigger"] = mentions["trigger_start"]
        places = order.sort_values(["event", "document", "trigger"], kind="stable").index
        return mentions.loc[places].reset_index(drop=True)


class _Cells:
    """The rows of a table one by one: a column is turned into a list once it is asked for."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._lists: dict[str, list[Any]] = {}

    def read_row(self, place: int, columns: Iterable[str]) -> dict[str, Any]:
        """The cells of one row in some columns."""
        return {column: self._list(column)[place] for column in columns}

    def _list(self, column: str) -> list[Any]:
        if column not in self._lists:
            self._lists[column] = self._frame[column].tolist()
        return self._lists[column]


class _Mentions:
    """The mentions as they were read, found by id and by place."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._cells = _Cells(frame)
        self.read = dict(zip(frame["mention_id"].tolist(), frame["event_id"].tolist(), strict=True))
        self.event = dict(self.read)
        self._order = {mention: place for place, mention in enumerate(self.read)}

    def read_row(self, mention: str, columns: Iterable[str]) -> dict[str, Any]:
        """Some cells of the mention `mention`."""
        return self._cells.read_row(self._order[mention], columns)

    def is_after(self, mention: str, other: str) -> bool:
        """Whether both were read as mentions of one event, and `mention` is the later one."""
        together = self.read.get(mention, "") == self.read.get(other, " ")
        return together and self._order[mention] > self._order[other]

    def find_near(self, anchor: Anchor) -> str:
        """The mention whose trigger overlaps that of `anchor`, ``""`` where none does."""
        frame = self._frame
        here = frame["document_id"] == anchor.document_id
        here &= (frame["trigger_start"] < anchor.end) & (frame["trigger_end"] > anchor.start)
        return next(iter(frame["mention_id"][here].tolist()), "")


def _make_lists(frame: pd.DataFrame, lists: Iterable[list[str]]) -> pd.Series:
    return pd.Series(list(lists), index=frame.index, dtype="object")


def _make_texts(frame: pd.DataFrame, texts: Sequence[str]) -> pd.Series:
    return pd.Series(texts, index=frame.index, dtype="str")


def _stack_frames(above: pd.DataFrame, below: pd.DataFrame) -> pd.DataFrame:
    """Both tables in one; an empty one would change the dtypes of the other."""
    full = [frame for frame in (above, below) if len(frame)]
    return pd.concat(full, ignore_index=True) if full else above
