"""The corrections a user can make, each a value that says what is wanted; and the same as JSON and back.

An edit names an event by the id of one of its mentions (an event's own id is that of its leading mention), so it means
the event that holds this mention after documents were added or read again. Whether the event is there is not asked
here, but by `replay`.
"""

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final, Self

from timeline.errors import DateError, TableError
from timeline.store.passages import Passage
from timeline.store.typed import read_field
from timeline.table import PRECISIONS, REVIEWS, SPANS, STATUSES, Days
from timeline.vocabulary import Kind, Review, Status

__all__ = [
    "EDITS",
    "AddEvent",
    "AddNote",
    "Edit",
    "EventEdit",
    "EventsEdit",
    "JoinActors",
    "Merge",
    "RenameActor",
    "SetActors",
    "SetBriefingTitle",
    "SetComment",
    "SetDate",
    "SetKind",
    "SetReview",
    "SetStatus",
    "SetTag",
    "SetTitle",
    "Split",
    "from_json",
    "to_json",
]

_LONGEST_TITLE = 300
_LONGEST_NAME = 200
_LONGEST_TAG = 40
_LONGEST_COMMENT = 2_000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A correction: what a user wants otherwise than it was read.

    Raises
    ------
    TableError
        On making one whose value no table could hold.
    """

    name: ClassVar[str] = ""

    def __post_init__(self) -> None:
        """Put every text on one line and refuse what no table could hold; only what has a default may be empty."""
        for field in dataclasses.fields(self):
            if check := _CHECKS.get(field.name):
                value = getattr(self, field.name)
                if value or field.default is dataclasses.MISSING:
                    object.__setattr__(self, field.name, check(value))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetBriefingTitle(Edit):
    """The briefing's title; ``""`` takes it away."""

    name: ClassVar[str] = "briefing title"
    title: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EventEdit(Edit):
    """A correction of one field of one event."""

    event: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetTitle(EventEdit):
    """An event's title."""

    name: ClassVar[str] = "title"
    title: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetDate(EventEdit):
    """An event's date as it was read when it was typed: a later reading of the words changes nothing.

    Examples
    --------
    >>> edit = SetDate.read("e1", "2025-07-26/2025-07-28")
    >>> edit.days.last, edit.days.span
    (datetime.date(2025, 7, 28), 'period')
    """

    name: ClassVar[str] = "date"
    text: str
    days: Days

    @classmethod
    def read(cls, event: str, text: str, published: dt.date | None = None) -> Self:
        """The edit that dates `event` by `text`; ``""`` makes it undated. `published` anchors words such as "today".

        Raises
        ------
        DateError
            For text that is not one date.
        """
        return cls(event=event, text=text.strip(), days=read_field(text, published))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetActors(EventEdit):
    """An event's actors, agent first; there may be none."""

    name: ClassVar[str] = "actors"
    actors: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetKind(EventEdit):
    """An event's kind; the list of kinds is open."""

    name: ClassVar[str] = "kind"
    kind: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus(EventEdit):
    """An event's status."""

    name: ClassVar[str] = "status"
    status: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetComment(EventEdit):
    """What a user remarks on an event; ``""`` takes it away. It is no correction of what was read."""

    name: ClassVar[str] = "comment"
    comment: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EventsEdit(Edit):
    """A correction of several events at once."""

    events: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetReview(EventsEdit):
    """The verdict on one or many events: ``accepted``, ``hidden``, or ``new`` to take either back."""

    name: ClassVar[str] = "review"
    review: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetTag(EventsEdit):
    """A tag put on one or many events, or with `off` taken from them."""

    name: ClassVar[str] = "tag"
    tag: str
    off: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Merge(EventsEdit):
    """Several events are one: the first gives title and status, the best founded date wins, all mentions stay."""

    name: ClassVar[str] = "merge"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Split(EventsEdit):
    """The mentions `events` are an event of their own; without a title it takes the words of the first."""

    name: ClassVar[str] = "split"
    title: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AddEvent(Edit):
    """An event the extractor did not find, by hand or from a marked passage."""

    name: ClassVar[str] = "add"
    title: str
    text: str
    days: Days
    actors: tuple[str, ...] = ()
    kind: str = Kind.OTHER
    status: str = Status.HAPPENED
    passage: Passage | None = None

    @classmethod
    def read(
        cls,
        title: str,
        text: str = "",
        *,
        actors: Iterable[str] = (),
        kind: str = Kind.OTHER,
        status: str = Status.HAPPENED,
        passage: Passage | None = None,
        published: dt.date | None = None,
    ) -> Self:
        """The edit that adds an event dated by `text`, as in `SetDate.read`."""
        days = read_field(text, published)
        fields = {"title": title, "text": text.strip(), "kind": kind, "status": status}
        return cls(**fields, days=days, actors=tuple(actors), passage=passage)

    @property
    def id(self) -> str:
        """That of the event it makes, from what it says: the same event added twice is one."""
        place = self.passage and (self.passage.document_id, self.passage.start, self.passage.end)
        said = json.dumps((self.title, self.days.edtf, place))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(Edit):
    """A remark on the chart, at a day or over a longer stretch; it is no event, and goes when its step is undone."""

    name: ClassVar[str] = "note"
    title: str
    text: str
    days: Days

    @classmethod
    def read(cls, title: str, text: str) -> Self:
        """The edit that writes `title` over the days that `text` says, as in `SetDate.read`; it has to say some."""
        if not text.strip():
            raise DateError("a note without a date has no place on the chart; give a day or a period")
        return cls(title=title, text=text.strip(), days=read_field(text))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RenameActor(Edit):
    """An actor's name, everywhere; the old one stays as an alias."""

    name: ClassVar[str] = "rename actor"
    actor: str
    into: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class JoinActors(Edit):
    """Several actors are one, under the name `into`; their names stay as aliases."""

    name: ClassVar[str] = "join actors"
    actors: tuple[str, ...]
    into: str


_KINDS: Final = (
    *(SetBriefingTitle, SetTitle, SetDate, SetActors, SetKind, SetStatus, SetReview),
    *(Merge, Split, AddEvent, RenameActor, JoinActors, SetComment, SetTag, AddNote),
)
EDITS: Final[dict[str, type[Edit]]] = {kind.name: kind for kind in _KINDS}
"""Every kind of edit by its name, as it stands in the file."""


def to_json(edit: Edit) -> str:
    """The fields of `edit` as JSON in plain ASCII, so that any text of any document is kept exactly."""
    return json.dumps(dataclasses.asdict(edit), default=dt.date.isoformat)


def from_json(name: str, value: str) -> Edit:
    """The edit that `to_json` wrote.

    Raises
    ------
    TableError
        For a name or a value that no edit has.

    Examples
    --------
    >>> from_json("title", to_json(SetTitle(event="e1", title="Ban reversed")))
    SetTitle(event='e1', title='Ban reversed')
    """
    if name not in EDITS:
        raise TableError(f"{name!r} is no kind of edit; allowed: {', '.join(EDITS)}")
    try:
        fields: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in json.loads(value).items()}
        if "days" in fields:
            fields["days"] = _check_days(fields["days"])
        if fields.get("passage"):
            fields["passage"] = Passage(**fields["passage"])
        return EDITS[name](**fields)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise TableError(f"an edit of kind {name!r} cannot hold {value[:200]!r}: {error}") from error


def _check_days(fields: dict[str, Any]) -> Days:
    ends = {end: dt.date.fromisoformat(fields[end]) if fields[end] else None for end in ("first", "last")}
    return Days(**{**fields, **ends})


def _check_line(field: str, longest: int) -> Callable[[str], str]:
    """A check that puts a text on one line of 1 to `longest` characters."""

    def check(text: str) -> str:
        line = " ".join(text.split())
        if not 0 < len(line) <= longest:
            raise TableError(f"{field} {line[:80]!r}: {len(line)} characters; give from 1 to {longest}")
        return line

    return check


def _check_lines(field: str, longest: int) -> Callable[[str], str]:
    """A check that keeps the lines of a text of at most `longest` characters."""

    def check(text: str) -> str:
        kept = _check_text(text).strip()
        if len(kept) > longest:
            raise TableError(f"{field} {kept[:80]!r}: {len(kept)} characters; give at most {longest}")
        return kept

    return check


def _check_one_of(field: str, allowed: Iterable[str]) -> Callable[[str], str]:
    def check(word: str) -> str:
        if word not in allowed:
            raise TableError(f"{field} {word!r}: allowed: {', '.join(allowed)}")
        return word

    return check


def _names(names: Iterable[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    if any(len(name) > _LONGEST_NAME for name in found):
        raise TableError(f"actor {max(found, key=len)[:80]!r}: more than {_LONGEST_NAME} characters")
    return found


def _check_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """`ids`, each once."""
    found = tuple(dict.fromkeys(map(_check_text, ids)))
    if not all(found) or not found:
        raise TableError(f"events {list(found)!r}: give at least one id, and none that is empty")
    return found


def _check_text(text: str) -> str:
    if not isinstance(text, str):
        raise TableError(f"{text!r} is no text")
    return text


def _check_sound(days: Days) -> Days:
    """`days` if a table can hold them: what comes from a file may have been written by anybody."""
    backwards = days.first and days.last and days.first > days.last
    if days.precision not in PRECISIONS or days.span not in SPANS or backwards:
        raise TableError(
            f"date {days.edtf!r}: {days.precision}, {days.span}, {days.first} to {days.last} do not go together"
        )
    _check_text(days.edtf)
    return days


_CHECKS: Final[dict[str, Callable[[Any], Any]]] = {
    "title": _check_line("title", _LONGEST_TITLE),
    "kind": _check_line("kind", 40),
    "tag": _check_line("tag", _LONGEST_TAG),
    "comment": _check_lines("comment", _LONGEST_COMMENT),
    "into": _check_line("actor", _LONGEST_NAME),
    "event": _check_text,
    "actor": _check_text,
    "text": _check_text,
    "days": _check_sound,
    "status": _check_one_of("status", STATUSES),
    "review": _check_one_of("review", tuple(word for word in REVIEWS if word != Review.EDITED)),
    "actors": _names,
    "events": _check_ids,
}
