"""One event, and one document -> what the panel shows: quotes with their sources, how the date was read, marked text.

What goes out is plain data for the page: text in pieces, never markup. Links pass only as http and https.
"""

import bisect
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from timeline.documents import Document, find_furniture
from timeline.documents.front_matter import read_front_matter
from timeline.screen.view.also_told import list_retellings
from timeline.screen.words import describe_publication
from timeline.sentences import find_paragraphs
from timeline.session.open_workspace import OpenWorkspace
from timeline.store import find_as_read
from timeline.table import MentionRow, Timeline, list_documents, list_events, list_mentions
from timeline.vocabulary import Basis, Review, Status
from timeline.wording import describe_date, name_document, name_source

__all__ = ["cut_quote", "mark_document", "sort_dating_first", "tell_changes", "tell_event"]

_CHANGED: Final = {"title": "Title", "date": "Date", "actors": "Actors", "kind": "Kind", "status": "Status"}
_REVIEWED: Final[dict[str, str]] = {
    Review.ACCEPTED: "Accepted",
    Review.HIDDEN: "Hidden: not in the list, the chart or an export",
}


def tell_event(
    timeline: Timeline, event_id: str, colours: Mapping[str, str], readable: Iterable[str] = ()
) -> dict[str, Any] | None:
    """What the panel says of an event; None if the timeline has no such event.

    `readable` are the ids of the documents whose text can be opened.
    """
    found = timeline.events[timeline.events["event_id"] == event_id]
    if found.empty:
        return None
    event = list_events(found)[0]
    rows = sort_dating_first(timeline.mentions[timeline.mentions["event_id"] == event_id])
    once = list_mentions(rows.drop_duplicates(["document_id", "start_char", "end_char"]))  # one may tell it twice
    sources = timeline.documents[timeline.documents["document_id"].isin(rows["document_id"])]
    documents = {d["document_id"]: d for d in list_documents(sources)}
    openable = set(readable)
    mentions = [_describe_mention(m, documents.get(m["document_id"], {}), m["document_id"] in openable) for m in once]
    readings = {mention["reading"] for mention in mentions}
    if len(readings) == 1:
        for mention in mentions:
            mention["reading"] = ""
    return {
        "id": event_id,
        "when": describe_date(event),
        "title": event["title"],
        "actors": [[name, colours.get(name, "")] for name in event["actors"]],
        "facts": [
            f"Kind: {event['kind']}",
            f"Status: {Status(event['status']).words}",
            *([_REVIEWED[event["review"]]] if event["review"] in _REVIEWED else []),
        ],
        "conflicts": _list_conflicts(timeline.events, event["conflicts"]),
        "tags": event["tags"],
        "comment": event["comment"],
        "actions": list(_list_actions(event["review"], len(mentions))),
        "reading": readings.pop() if len(readings) == 1 else Basis(event["date_basis"]).words,
        "mentions": mentions,
        "retellings": list_retellings(timeline, event),
    }


def sort_dating_first(mentions: pd.DataFrame) -> pd.DataFrame:
    """`mentions` in their order, but those whose words date the event before those whose do not."""
    return mentions.sort_values("date_start_char", key=pd.isna, kind="stable")


def _list_conflicts(events: pd.DataFrame, ids: Sequence[str]) -> list[tuple[str, str]]:
    """The events that seem to be the same on another day, and how to say so: two sources, two days."""
    if not ids:
        return []
    others = list_events(events[events["event_id"].isin(ids)])
    return [(other["event_id"], f"Told for {describe_date(other)} elsewhere: {other['title']}") for other in others]


def _list_actions(review: str, mentions: int) -> Iterable[tuple[str, str]]:
    """What can be done with the event: the name by which the page asks for it, and its label."""
    yield "edit", "Edit…"
    if review == Review.HIDDEN:
        yield "renew", "Show again"
    else:
        yield ("renew", "Take acceptance back") if review == Review.ACCEPTED else ("accept", "Accept")
        yield "hide", "Hide"
    yield "tag", "Tag…"
    yield "comment", "Comment…"
    yield "merge", "Merge…"
    if mentions > 1:
        yield "split", "Split…"


def tell_changes(work: OpenWorkspace, event_id: str) -> list[str]:
    """What users changed of an event, each with what it was as it was read; and what they disagree on."""
    fields = work.edited.get(event_id, ())
    read = find_as_read(work.built, work.timeline, event_id) if fields else None
    if fields and read is None:
        said = ["This event was added by a user."]
    else:
        said = [_describe_change(field, read) for field in fields if read is not None]
    return [*said, *(f"{c.message}." for c in work.conflicts if c.event_id == event_id)]


def _describe_change(field: str, read: Mapping[str, Any]) -> str:
    if field not in _CHANGED:
        return "Which mentions belong to this event was set by a user."
    words = {
        "title": f"“{read['title']}”",
        "date": describe_date(read),
        "actors": ", ".join(read["actors"]) or "none",
        "kind": read["kind"],
        "status": Status(read["status"]).words,
    }
    return f"{_CHANGED[field]} set by a user; as it was read: {words[field]}."


def _describe_mention(mention: MentionRow, document: Mapping[str, Any], openable: bool) -> dict[str, Any]:  # noqa: FBT001
    reported = mention["reported_by"]
    source = [
        name_source(document),
        describe_publication(document),
        document.get("title", "") if document.get("publisher") else "",
        f"according to {reported}" if reported else "",
    ]
    return {
        "id": mention["mention_id"],
        "document": mention["document_id"],
        "quote": cut_quote(mention),
        "source": [fact for fact in source if fact],
        "url": _make_safe_link(document.get("url", "")),
        "readable": openable,
        "reading": _explain_date(mention),
    }


def _explain_date(mention: MentionRow) -> str:
    """How the date of a mention was read, as a sentence."""
    said, read = mention["date_text"], mention["date_reading"]
    if not read:
        return Basis(mention["date_basis"]).words
    sentence = f"“{said}” was read as: {read}" if said else f"{read[:1].upper()}{read[1:]}"
    return f"{sentence.rstrip('.')}."


def cut_quote(mention: MentionRow) -> list[tuple[str, bool]]:
    """The quote cut at its date words: (text, whether it is the date)."""
    quote, base = mention["quote"], mention["start_char"]
    start, end = mention["date_start_char"], mention["date_end_char"]
    if start is None or end is None or not base <= start < end <= base + len(quote):
        return [(quote, False)] if quote else []
    left, right = start - base, end - base
    parts = [(quote[:left], False), (quote[left:right], True), (quote[right:], False)]
    return [part for part in parts if part[0]]


def _make_safe_link(url: str) -> str:
    return url if url.startswith(("https://", "http://")) else ""


def mark_document(document: Document, timeline: Timeline, event_id: str = "", mention_id: str = "") -> dict[str, Any]:
    """A document's whole text in pieces, the words of every event marked, those of the event in question set apart.

    Of an event that the document tells more than once, the mention `mention_id` alone is set apart if it is named.

    Each piece is (text, kind, event id); the kinds are ``""`` (no event), ``"told"``, ``"here"``, ``"date"`` (within
    here) and ``"aside"`` (page furniture). The pieces joined are the text. ``blocks`` says of how many pieces each
    block is made and what it is: ``"body"``, ``"item"``, ``"heading"``, ``"title"`` (one that says the title of
    the document) or ``"matter"`` (front matter).
    """
    mentions = timeline.mentions[timeline.mentions["document_id"] == document.id]
    marks: list[tuple[int, int, str, str]] = [(f.start, f.end, "aside", "") for f in find_furniture(document.text)]
    for mention in list_mentions(mentions):
        here = mention_id == mention["mention_id"] if mention_id else event_id == mention["event_id"]
        marks.append((mention["start_char"], mention["end_char"], "here" if here else "told", mention["event_id"]))
        dated, until = mention["date_start_char"], mention["date_end_char"]
        if here and dated is not None and until is not None:
            marks.append((dated, until, "date", mention["event_id"]))
    row = timeline.documents[timeline.documents["document_id"] == document.id]
    about: Mapping[str, Any] = next(iter(list_documents(row)), {})
    facts = [about.get("publisher", ""), describe_publication(about), about.get("path", "")]
    title = name_document(about or {"title": document.title, "path": document.path})
    blocks = _find_blocks(document.text, title)
    parts = list(_cut_pieces(document.text, marks, [start for start, _ in blocks]))
    return {
        "id": document.id,
        "event": event_id,
        "title": title,
        "facts": [fact for fact in facts if fact],
        "url": _make_safe_link(about.get("url", "")),
        "parts": parts,
        "blocks": _count_pieces(parts, blocks),
    }


_RANK = {"aside": 0, "told": 1, "here": 2, "date": 3}


def _find_blocks(text: str, title: str) -> list[tuple[int, str]]:
    """Where each block of a text begins, white space after it included, and what it is; the first begins at 0."""
    matter = read_front_matter(text).end
    found = [(0, "matter")] if matter else []
    for paragraph in find_paragraphs(text):
        if paragraph.start >= matter:
            said = text[paragraph.start : paragraph.end].strip("# \t")
            is_title = paragraph.kind == "heading" and said.casefold() == title.casefold()
            found.append((paragraph.start, "title" if is_title else paragraph.kind))
    first = found[0][1] if found else "body"
    return [(0, first), *found[1:]]


def _count_pieces(parts: Sequence[tuple[str, str, str]], blocks: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """How many of the pieces, in their order, each block holds."""
    starts = [0, *itertools.accumulate(len(text) for text, _, _ in parts)][: len(parts)]
    firsts = [bisect.bisect_left(starts, start) for start, _ in blocks]
    return [
        (after - first, kind) for first, after, (_, kind) in zip(firsts, [*firsts[1:], len(parts)], blocks, strict=True)
    ]


def _cut_pieces(
    text: str, marks: list[tuple[int, int, str, str]], starts: Sequence[int]
) -> Iterable[tuple[str, str, str]]:
    """The text cut at every mark's ends and at `starts`; where marks overlap the one that says most wins."""
    cuts = sorted({0, len(text), *starts, *(place for mark in marks for place in mark[:2] if 0 <= place <= len(text))})
    ordered = sorted(marks, key=lambda mark: mark[0])
    live: list[tuple[int, int, str, str]] = []
    for start, end in itertools.pairwise(cuts):
        while ordered and ordered[0][0] <= start:
            live.append(ordered.pop(0))
        live = [mark for mark in live if mark[1] > start]
        best = max(live, key=lambda mark: _RANK[mark[2]], default=(0, 0, "", ""))
        yield text[start:end], best[2], best[3]
