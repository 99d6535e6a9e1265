"""Who says what: events as rows, sources as columns; shared by the page, the workbook and the slide."""

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from timeline.dates import parse_edtf
from timeline.table import (
    DocumentRow,
    EventRow,
    MentionRow,
    Timeline,
    compare_sources,
    list_documents,
    list_events,
    list_mentions,
    list_records,
)
from timeline.vocabulary import Agreement
from timeline.wording import count_words, shorten_date

__all__ = ["Grid", "GridRow", "Voice", "read_grid", "sum_up"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How one source tells one event: the sentence, the one it differs from, and its own day in words.

    `against` is None where it agrees, or where a user set what it differs from.
    """

    agreement: Agreement
    said: MentionRow
    against: MentionRow | None
    day: str

    @property
    def words(self) -> str:
        """In a cell: that it is told, or with which other day or figure."""
        return f"{self.agreement.words}: {self.day}" if self.agreement is Agreement.OTHER_DATE else self.agreement.words


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One event, and by the document_id of each source that tells it how it does."""

    event: EventRow
    voices: Mapping[str, Voice]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The rows in the order of the table; the sources that tell one of them, those that tell most first.

    `silent` is how many sources tell none of the events, `summary` the line above the grid.
    """

    sources: tuple[DocumentRow, ...]
    rows: tuple[GridRow, ...]
    silent: int
    summary: str


def read_grid(timeline: Timeline, events: pd.DataFrame) -> Grid:
    """Who says what of `events`, which are rows of `timeline` in the order to show them in."""
    compared = compare_sources(timeline, events["event_id"].tolist())
    mentions = _index_mentions(timeline, compared)
    voices: dict[str, dict[str, Voice]] = {}
    for row in list_records(compared):
        said, against = mentions[row["mention_id"]], mentions.get(row["against"])
        voice = Voice(agreement=Agreement(row["agreement"]), said=said, against=against, day=_write_day(said))
        voices.setdefault(row["event_id"], {})[row["source"]] = voice
    told = Counter(compared["source"].tolist())
    documents = [row for row in list_documents(timeline.documents) if not row["copy_of"]]
    telling = sorted((row for row in documents if row["document_id"] in told), key=lambda d: -told[d["document_id"]])
    rows = tuple(GridRow(event=e, voices=voices.get(e["event_id"], {})) for e in list_events(events))
    return Grid(sources=tuple(telling), rows=rows, silent=len(documents) - len(telling), summary=sum_up(rows))


def _index_mentions(timeline: Timeline, compared: pd.DataFrame) -> dict[str, MentionRow]:
    wanted = {*compared["mention_id"].tolist(), *compared["against"].tolist()}
    rows = timeline.mentions[timeline.mentions["mention_id"].astype(object).isin(wanted)]
    return {row["mention_id"]: row for row in list_mentions(rows)}


def _write_day(mention: MentionRow) -> str:
    """The day that a mention states, short; ``""`` where it states none."""
    read = parse_edtf(mention["edtf"])
    if read is None:
        return ""
    first, last, precision, span = read
    return shorten_date({"start": first, "end": last, "precision": precision, "span": span, "edtf": mention["edtf"]})


def sum_up(rows: Sequence[GridRow]) -> str:
    """How many events rest on one source, and on how many the sources contradict each other."""
    alone = sum(row.event["sources"] == 1 for row in rows)
    found = {a: sum(any(v.agreement is a for v in row.voices.values()) for row in rows) for a in Agreement}
    dates, figures = found[Agreement.OTHER_DATE], found[Agreement.OTHER_FIGURE]
    verb = "rests" if alone == 1 else "rest"
    parts = [
        f"{count_words(alone, 'event')} {verb} on one source" if alone else "no event rests on one source alone",
        f"{dates:,} on contradicting dates" if dates else "",
        f"{figures:,} on contradicting figures" if figures else "",
    ]
    return ", ".join(filter(None, parts))
