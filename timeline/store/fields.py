"""An event <-> what stands in a form about it, and the edits that a changed form means."""

import dataclasses
import datetime as dt
import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from timeline.dates import find_dates
from timeline.errors import DateError
from timeline.store.edits import AddEvent, Edit, SetActors, SetDate, SetKind, SetStatus, SetTitle
from timeline.store.passages import Passage
from timeline.store.regroup import make_date_cells
from timeline.store.typed import read_field
from timeline.table import Days, EventRow, Timeline, list_events
from timeline.vocabulary import Status

__all__ = [
    "Fields",
    "find_as_read",
    "find_event",
    "find_publication",
    "list_edits",
    "list_nearest",
    "make_fields",
    "make_new_event",
    "suggest_fields",
    "to_row",
]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a user can set of one event, as it stands in a form; `date` as it is typed."""

    title: str = ""
    date: str = ""
    actors: tuple[str, ...] = ()
    kind: str = "other"
    status: str = Status.HAPPENED.value  # a plain word: Streamlit compares members of an enum with its options


def to_row(days: Days) -> dict[str, Any]:
    """The cells an event on `days` has, for whoever puts dates into words."""
    return make_date_cells(days)


def make_fields(event: EventRow, words: str) -> Fields:
    """The form of one row of the events table, its date in these `words` if they are read as just that date."""
    same = _says(words, event)
    return Fields(
        title=event["title"],
        date=words if same else event["edtf"],
        actors=tuple(event["actors"]),
        kind=event["kind"],
        status=event["status"],
    )


def _says(words: str, event: EventRow) -> bool:
    try:
        days = read_field(words)
    except DateError:
        return False
    said = (days.first, days.last, days.precision, days.span)
    return said == (event["start"], event["end"], event["precision"], event["span"])


def list_edits(event: str, before: Fields, after: Fields, published: dt.date | None = None) -> list[Edit]:
    """The edits of `event` that lead from one form to the other; none where nothing changed.

    Raises
    ------
    TableError, DateError
        If a field holds what no event can.

    Examples
    --------
    >>> old = Fields(title="Ban", date="2025-04", actors=("Acme",))
    >>> list_edits("e1", old, dataclasses.replace(old, title=" Ban  lifted", actors=("Acme",)))
    [SetTitle(event='e1', title='Ban lifted')]
    """
    edits: list[Edit] = []
    if " ".join(after.title.split()) != before.title:
        edits.append(SetTitle(event=event, title=after.title))
    if " ".join(after.date.split()) != before.date:
        edits.append(SetDate.read(event, after.date, published))
    if after.actors != before.actors:
        edits.append(SetActors(event=event, actors=after.actors))
    if after.kind != before.kind:
        edits.append(SetKind(event=event, kind=after.kind))
    if after.status != before.status:
        edits.append(SetStatus(event=event, status=after.status))
    return edits


def make_new_event(fields: Fields, passage: Passage | None = None, published: dt.date | None = None) -> AddEvent:
    """The edit that adds an event as the form has it.

    Raises
    ------
    TableError, DateError
        If a field holds what no event can.
    """
    return AddEvent.read(
        fields.title, fields.date, actors=fields.actors, kind=fields.kind, status=fields.status,
        passage=passage, published=published,
    )  # fmt: skip


def suggest_fields(passage: Passage, known: Iterable[str], published: dt.date | None, around: str = "") -> Fields:
    """What a marked passage suggests for the form: its words, its first date, and the `known` actors it names.

    What the marked words leave open is looked for `around` them, in the sentences they stand in.

    Examples
    --------
    >>> from timeline.documents import Document
    >>> marked = Passage.mark(Document(text="On Monday Globex sued Acme."), 0, 27)
    >>> drafted = suggest_fields(marked, ["Acme", "Globex", "Hooli"], dt.date(2025, 3, 5))
    >>> drafted.title, drafted.date, drafted.actors
    ('On Monday Globex sued Acme', 'Monday', ('Globex', 'Acme'))
    """
    quote, sentence, names = " ".join(passage.quote.split()), " ".join(around.split()), list(known)
    return Fields(
        title=textwrap.shorten(quote.rstrip("."), 80, placeholder="…"),
        date=_find_first_date(quote, published) or _find_first_date(sentence, published, near=sentence.find(quote)),
        actors=_find_named(quote, names) or _find_named(sentence, names),
    )


def _find_named(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that `text` has as whole words, in its order."""
    found = ((re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text), name) for name in names)
    return tuple(name for _, name in sorted((match.start(), name) for match, name in found if match))


def _find_first_date(quote: str, published: dt.date | None, near: int = 0) -> str:
    """The words of the first date in `quote`, or of that nearest to a place in it; ``""`` for none."""
    for mention in sorted(find_dates(quote, published), key=lambda mention: abs(mention.start - near)):
        try:
            days: Days = read_field(mention.text, published)
        except DateError:
            continue
        if days.first or days.last:
            return mention.text
    return ""


def find_as_read(built: Timeline, timeline: Timeline, event: str) -> EventRow | None:
    """The row that an event of `timeline` had as it was read: that of its own id, else of its first mention.

    None for an event that a user added.
    """
    ids = timeline.mentions.loc[timeline.mentions["event_id"] == event, "mention_id"].tolist()
    mentions = built.mentions
    for id_ in (event, *ids):
        owners = [id_, *mentions.loc[mentions["mention_id"] == id_, "event_id"].tolist()]
        found = built.events[built.events["event_id"].isin(owners)]
        if len(found):
            return list_events(found)[0]
    return None


def find_event(timeline: Timeline, id_: str) -> str:
    """The id of the event that is called `id_`, or that holds the mention `id_`, as after a merge; ``""`` for none."""
    if (timeline.events["event_id"] == id_).any():
        return id_
    owners = timeline.mentions.loc[timeline.mentions["mention_id"] == id_, "event_id"].tolist()
    return owners[0] if owners else ""


def find_publication(timeline: Timeline, event: str) -> dt.date | None:
    """The publication date that words such as "on Monday" are counted from: that of the event's first mention."""
    documents = timeline.mentions.loc[timeline.mentions["event_id"] == event, "document_id"].tolist()
    return _find_publication(timeline, documents[:1])


def _find_publication(timeline: Timeline, documents: Sequence[str]) -> dt.date | None:
    days = timeline.documents.loc[timeline.documents["document_id"].isin(documents), "published"].dropna()
    return None if days.empty else days.iloc[0].date()


def list_nearest(timeline: Timeline, event: str) -> list[str]:
    """The ids of all other events, those nearest in time first, undated ones last."""
    events = timeline.events
    days = events["start"].fillna(events["end"])
    here = days[events["event_id"] == event]
    far = (days - here.iloc[0]).abs() if len(here) else days
    order = far.sort_values(kind="stable", na_position="last").index
    return [id_ for id_ in events.loc[order, "event_id"].tolist() if id_ != event]
