"""Events joined, taken apart and added by a user: what the rows of a draft hold afterwards.

It follows the rules by which mentions were merged: a stated date beats an assumed one, and an event says nothing that
none of its mentions says. What a user set by hand stays.
"""

import textwrap
from collections.abc import Collection, Sequence
from typing import Any, Final

from timeline.dates import parse_edtf
from timeline.store.draft import Draft, DraftRow
from timeline.store.edits import AddEvent
from timeline.table import Days
from timeline.vocabulary import Basis, Extent, Kind, Precision, Review

__all__ = ["insert_event", "join_rows", "make_date_cells", "split_row"]

_DATE: Final = ("start", "end", "edtf", "precision", "span", "date_basis")
_COLUMNS: Final = ("quote", "edtf", "date_basis", "status", "actors")


def make_date_cells(days: Days, basis: str = Basis.MANUAL) -> dict[str, Any]:
    """The cells of an event on `days`; what is undated rests on nothing."""
    undated = days.precision == Precision.UNDATED
    return {
        "start": days.first,
        "end": days.last,
        "edtf": days.edtf,
        "precision": days.precision,
        "span": days.span,
        "date_basis": Basis.NONE if undated else basis,
    }


def join_rows(draft: Draft, lead: DraftRow, other: DraftRow, by_hand: Collection[str]) -> None:
    """Make `other` part of `lead`; of `lead`, the fields in `by_hand` stay as a user set them."""
    mine, theirs = lead.cells, other.cells
    if "date" not in by_hand and _rank_weakness(theirs["date_basis"]) < _rank_weakness(mine["date_basis"]):
        mine |= {column: theirs[column] for column in _DATE}
    if "actors" not in by_hand:
        mine["actors"] = list(dict.fromkeys((*mine["actors"], *theirs["actors"])))
    mine["agent"] = mine["agent"] or theirs["agent"]
    if "kind" not in by_hand and mine["kind"] == Kind.OTHER:
        mine["kind"] = theirs["kind"]
    for column in ("conflicts", "retellings"):
        mine[column] = [id_ for id_ in mine[column] if id_ != theirs["event_id"]]
    mine["retellings"] += [id_ for id_ in theirs["retellings"] if id_ not in (mine["event_id"], *mine["retellings"])]
    mine["tags"] = list(dict.fromkeys((*mine["tags"], *theirs["tags"])))
    mine["comment"] = "\n".join(filter(None, (mine["comment"], theirs["comment"])))
    mine["importance"] = max(mine["importance"], theirs["importance"])
    if theirs["review"] != Review.HIDDEN:
        mine["review"] = Review.EDITED
    draft.join(lead, other, "joined by a user")


def split_row(draft: Draft, row: DraftRow, mentions: Sequence[str], title: str, by_hand: Collection[str]) -> DraftRow:
    """The new event of some `mentions` of `row`; both then say only what their mentions say."""
    rows = [draft.read_mention(mention, _COLUMNS) for mention in mentions]
    cells = row.cells | {
        "event_id": mentions[0],
        "title": title or textwrap.shorten(rows[0]["quote"], 80, placeholder="…"),
        "agent": next((name for mention in rows for name in mention["actors"][:1]), ""),
        "actors": draft.names.list_known(name for mention in rows for name in mention["actors"]),
        "status": rows[0]["status"],
        "review": Review.EDITED,
        "conflicts": [],
        "retellings": [],
        "comment": "",
        **_find_best_date(row, rows),
    }
    new = draft.split(row, mentions, cells, "taken out by a user")
    rest = [draft.read_mention(mention, _COLUMNS) for mention in row.mentions]
    if "date" not in by_hand and row.cells["edtf"] not in {mention["edtf"] for mention in rest}:
        row.cells |= _find_best_date(row, rest)
    if "status" not in by_hand and row.cells["status"] not in {mention["status"] for mention in rest}:
        row.cells["status"] = rest[0]["status"]
    if "actors" not in by_hand:
        named = {name for mention in rest for name in mention["actors"]}
        row.cells["actors"] = [name for name in row.cells["actors"] if name in named]
    return new


def _find_best_date(row: DraftRow, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The best founded date among `rows`, mentions of `row`."""
    best = min(rows, key=lambda mention: _rank_weakness(mention["date_basis"]))
    if best["edtf"] == row.cells["edtf"]:  # its cells say more than EDTF does: that a span is "mid-July"
        return {column: row.cells[column] for column in _DATE} | {"date_basis": best["date_basis"]}
    first, last, precision, span = parse_edtf(best["edtf"]) or (None, None, Precision.UNDATED, Extent.POINT)
    days = Days(first=first, last=last, precision=precision, span=span, edtf=best["edtf"])
    return make_date_cells(days, best["date_basis"])


def _rank_weakness(basis: str) -> int:
    """How little the date rests on: by hand, then stated in any way, then what is assumed."""
    own = Basis(basis)
    return Basis.EXPLICIT.rank if own.stated and own != Basis.MANUAL else own.rank


def insert_event(draft: Draft, edit: AddEvent) -> DraftRow:
    """The event that `edit` adds, with its passage as its mention."""
    cells = {
        "event_id": edit.id,
        "title": edit.title,
        **make_date_cells(edit.days),
        "status": edit.status,
        "kind": edit.kind,
        "agent": "",
        "actors": draft.names.take(edit.actors),
        "sources": 0,
        "mentions": 0,
        "importance": 1.0,  # whoever writes an event down by hand wants it seen
        "review": Review.EDITED,
        "conflicts": [],
        "retellings": [],
        "tags": [],
        "comment": "",
    }
    return draft.add(cells, _make_mention(edit, cells) if edit.passage else None)


def _make_mention(edit: AddEvent, cells: dict[str, Any]) -> dict[str, Any]:
    """The marked passage as a mention; a user marks no trigger, so its span is empty."""
    place = edit.passage
    assert place is not None  # noqa: S101  asked by the caller; this tells mypy
    return {
        "mention_id": edit.id,
        "event_id": edit.id,
        "document_id": place.document_id,
        "start_char": place.start,
        "end_char": place.end,
        "quote": place.quote,
        "trigger_start": place.start,
        "trigger_end": place.start,
        "date_text": "",
        "date_start_char": None,
        "date_end_char": None,
        "edtf": cells["edtf"],
        "date_basis": cells["date_basis"],
        "date_reading": f"given by a user: {edit.text}" if edit.text else "",
        "status": edit.status,
        "actors": list(cells["actors"]),
        "reported_by": "",
        "reason": "marked by a user",
    }
