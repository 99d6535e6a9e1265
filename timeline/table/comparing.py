"""Which source tells which event, and where one tells it with another day or figure than the others.

A source is a document together with its near-copies. Nothing is decided here about what is true: where sources differ,
both sentences are named, and a user reads them side by side.
"""

import functools
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import pandas as pd

from timeline.dates import find_dates, parse_edtf
from timeline.merge.figures import is_roughly_equal, read_counts
from timeline.table.rows import EventRow, MentionRow, list_events, list_mentions
from timeline.table.timeline import Timeline, to_frame
from timeline.vocabulary import Agreement, Basis, Review

__all__ = ["COMPARISON", "compare_sources"]

COMPARISON: Final = {
    "event_id": "text",
    "source": "text",  # the document_id of the source, of near-copies that of the original
    "agreement": "text",
    "mention_id": "text",  # the sentence that shows it
    "against": "text",  # the mention_id of the sentence it differs from; "" where it agrees, or a user set the date
}


def compare_sources(timeline: Timeline, event_ids: Collection[str]) -> pd.DataFrame:
    """One row for each source that tells one of `event_ids`, as `COMPARISON` has it; who is silent has none.

    Another date is one that the words of a source state, with no day in common with the event's; so is that of an event
    which seems to be the same on another day (the column `conflicts`). Another figure is an amount of money, a share or
    a toll that is not near that of the other sources.
    """
    events = {row["event_id"]: row for row in list_events(timeline.events)}
    told = _group_by_event(timeline, {*event_ids, *(other for id_ in event_ids for other in events[id_]["conflicts"])})
    originals, shown = _find_originals(timeline), {id_ for id_, e in events.items() if e["review"] != Review.HIDDEN}
    rows: list[dict[str, str]] = []
    for id_ in (id_ for id_ in events if id_ in set(event_ids)):
        twins = [other for other in events[id_]["conflicts"] if other in shown]
        elsewhere = [mention for twin in twins for mention in told.get(twin, []) if _has_days(mention)]
        rows += _make_rows(events[id_], told.get(id_, []), elsewhere, originals)
    return to_frame(rows, COMPARISON)


def _group_by_event(timeline: Timeline, wanted: Collection[str]) -> dict[str, list[MentionRow]]:
    """The mentions of each event in their order, those whose words date it first."""
    mentions = timeline.mentions[timeline.mentions["event_id"].astype(object).isin(wanted)]
    told: dict[str, list[MentionRow]] = {}
    for mention in sorted(list_mentions(mentions), key=lambda mention: mention["date_start_char"] is None):
        told.setdefault(mention["event_id"], []).append(mention)
    return told


def _find_originals(timeline: Timeline) -> dict[str, str]:
    documents = timeline.documents
    pairs = zip(documents["document_id"].tolist(), documents["copy_of"].tolist(), strict=True)
    return {document: copy_of or document for document, copy_of in pairs}


def _make_rows(
    event: EventRow, told: Sequence[MentionRow], elsewhere: Sequence[MentionRow], originals: dict[str, str]
) -> Iterator[dict[str, str]]:
    """The rows of one event, from what is told of it, and of the events that seem to be the same on another day."""
    by_source: dict[str, list[MentionRow]] = {}
    for mention in told:
        by_source.setdefault(originals[mention["document_id"]], []).append(mention)
    agreeing = next((m for m in told if _shares_day(m, event)), None)
    figures = _find_usual_figures(by_source)
    for source, mentions in by_source.items():
        yield {"event_id": event["event_id"], "source": source, **_judge(mentions, event, agreeing, figures)}
    for mention in elsewhere:
        if (source := originals[mention["document_id"]]) not in by_source:
            by_source[source] = [mention]
            said = _describe_statement(Agreement.OTHER_DATE, mention, agreeing or next(iter(told), None))
            yield {"event_id": event["event_id"], "source": source, **said}


def _judge(
    mentions: Sequence[MentionRow], event: EventRow, agreeing: MentionRow | None, figures: dict[str, "_Usual"]
) -> dict[str, str]:
    """How one source tells the event with all it says of it."""
    other = next((m for m in mentions if _states_another_day(m, event)), None)
    if other and not any(_shares_day(m, event) for m in mentions):
        return _describe_statement(Agreement.OTHER_DATE, other, agreeing)
    for mention in mentions:
        for measure, values in _read_figures(mention["quote"]).items():
            usual, told_by = figures.get(measure, (values, mention))
            own = [*values, *(value for m in mentions for value in _read_figures(m["quote"]).get(measure, ()))]
            if not _is_near(own, usual):
                return _describe_statement(Agreement.OTHER_FIGURE, mention, told_by)
    return _describe_statement(Agreement.AGREES, mentions[0], None)


def _describe_statement(agreement: Agreement, mention: MentionRow, against: MentionRow | None) -> dict[str, str]:
    other = against["mention_id"] if against else ""
    return {"agreement": agreement.value, "mention_id": mention["mention_id"], "against": other}


def _shares_day(mention: MentionRow, event: EventRow) -> bool:
    """Whether the words of `mention` state a day on which `event` can lie."""
    return _has_days(mention) and not _states_another_day(mention, event)


def _has_days(mention: MentionRow) -> bool:
    return Basis(mention["date_basis"]).stated and parse_edtf(mention["edtf"]) is not None


def _states_another_day(mention: MentionRow, event: EventRow) -> bool:
    """Whether the words of `mention` state days of which none can be the event's."""
    read = parse_edtf(mention["edtf"]) if _has_days(mention) else None
    if read is None or (event["start"] is None and event["end"] is None):
        return False
    first, last = read[:2]
    after = first and event["end"] and first > event["end"]
    before = last and event["start"] and last < event["start"]
    return bool(after or before)


_Usual = tuple[frozenset[float], MentionRow]
"""The figures that most sources tell of a measure, and a sentence that has them."""


def _find_usual_figures(by_source: dict[str, list[MentionRow]]) -> dict[str, _Usual]:
    """By measure what most sources tell, of as many the last told; none of what one source alone counts."""
    told = [(source, mention, _read_figures(mention["quote"])) for source, ms in by_source.items() for mention in ms]
    usual: dict[str, _Usual] = {}
    for measure in {measure for *_, figures in told for measure in figures}:
        having = [(source, mention, figures[measure]) for source, mention, figures in told if measure in figures]
        if len({source for source, *_ in having}) > 1:
            votes = Counter(
                n for n, (*_, values) in enumerate(having) for *_, other in having if _is_near(values, other)
            )
            best = max(range(len(having)), key=lambda n: (votes[n], n))
            usual[measure] = having[best][2], having[best][1]
    return usual


def _is_near(values: Collection[float], others: Collection[float]) -> bool:
    return any(is_roughly_equal(a, b) for a in values for b in others)


@functools.lru_cache(maxsize=20_000)
def _read_figures(quote: str) -> dict[str, frozenset[float]]:
    """The figures in a quote, its dates left aside."""
    counted = read_counts(quote)
    if not counted:
        return {}
    for mention in reversed(find_dates(quote)):
        quote = f"{quote[: mention.start]}, {quote[mention.end :]}"
    return read_counts(quote)
