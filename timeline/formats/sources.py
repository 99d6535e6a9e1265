"""Who says so: the citations of each event and the numbered documents behind them, as plain values for every format."""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from timeline.table import (
    DocumentRow,
    MentionRow,
    Timeline,
    find_guesses,
    list_documents,
    list_events,
    list_mentions,
)
from timeline.wording import name_document, remark_on_date, write_day

__all__ = [
    "Citation",
    "Source",
    "find_dating_citation",
    "find_latest_publication",
    "list_links",
    "read_citations",
    "read_remarks",
    "read_sources",
]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document: its number from 1 and what is known of it; `link` is "" unless it is http or https."""

    number: int
    publisher: str
    title: str
    published: str
    inferred: bool
    address: str
    link: str

    @property
    def line(self) -> str:
        """Publisher, title and date as one line: "The Example, Chips, 31 July 2025"."""
        return ", ".join(part for part in (self.publisher, self.title, self.published) if part)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A mention as files cite it: its words, the part of them that dates it (offsets in `quote`), how that was read."""

    source: Source
    quote: str
    dated: tuple[int, int] | None
    reading: str

    @property
    def quoted(self) -> str:
        """The words in quotation marks; ``""`` for a source that a table names without them."""
        return f"“{self.quote}”" if self.quote else ""


def read_sources(timeline: Timeline) -> dict[str, Source]:
    """The documents by id, numbered in the order of the table."""
    rows = list_documents(timeline.documents)
    return {row["document_id"]: _make_source(number, row) for number, row in enumerate(rows, start=1)}


def _make_source(number: int, row: DocumentRow) -> Source:
    return Source(
        number=number,
        publisher=row["publisher"],
        title=name_document(row) if row["title"] or row["path"] or not row["publisher"] else "",
        published=write_day(row["published"]) if row["published"] else "",
        inferred=row["published_basis"] == "inferred",
        address=row["url"],
        link=row["url"] if re.fullmatch(r"https?://\S+", row["url"], re.IGNORECASE) else "",
    )


def read_remarks(timeline: Timeline) -> dict[str, str]:
    """What is to be said of the date of each event, by its id; ``""`` where its words stand for themselves."""
    guesses = find_guesses(timeline)
    return {
        event["event_id"]: remark_on_date(event, is_guess=event["event_id"] in guesses)
        for event in list_events(timeline.events)
    }


def read_citations(timeline: Timeline) -> dict[str, list[Citation]]:
    """The citations of each event by its id, in the order of the table; an event without any is left out.

    A sentence that tells an event twice is quoted once.
    """
    sources = read_sources(timeline)
    citations: dict[str, dict[tuple[int, str], Citation]] = {}
    for row in list_mentions(timeline.mentions):
        citation = _make_citation(sources[row["document_id"]], row)
        citations.setdefault(row["event_id"], {}).setdefault((citation.source.number, citation.quote), citation)
    return {event_id: list(cited.values()) for event_id, cited in citations.items()}


def _make_citation(source: Source, row: MentionRow) -> Citation:
    quote, begin, start, end = row["quote"], row["start_char"], row["date_start_char"], row["date_end_char"]
    dated = None
    if start is not None and end is not None and begin <= start < end <= begin + len(quote):
        dated = (start - begin, end - begin)
    return Citation(source=source, quote=quote, dated=dated, reading=row["date_reading"])


def list_links(citations: Sequence[Citation]) -> list[str]:
    """The addresses of the documents that `citations` are of, in their order, each once; those without one left out."""
    return list(dict.fromkeys(link for citation in citations if (link := citation.source.link)))


def find_dating_citation(citations: Sequence[Citation]) -> Citation | None:
    """Of what is told of an event the sentence to show alone: the first that dates it, else the first with words."""
    quoted = [citation for citation in citations if citation.quote]
    return next((citation for citation in quoted if citation.dated), next(iter(quoted), None))


def find_latest_publication(timeline: Timeline) -> dt.date | None:
    """The day up to which the timeline knows: the last publication of a document, None where no such date is known."""
    published = timeline.documents["published"].dropna()
    return published.max().date() if len(published) else None
