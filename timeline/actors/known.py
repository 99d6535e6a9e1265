"""The lists of actors that are known before a word is read: the shipped one and the user's, which wins.

What comes in are CSV files or tables with the columns name, kind and aliases; what goes out is one frozen list with its
index by first word. It refuses to look at documents.
"""

import csv
import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from timeline.actors._place_words import MULTIWORD_PLACES, PLACES, STATES_IN_LETTERS, STATES_SHORTENED
from timeline.actors.tokens import split_name_words
from timeline.errors import TableError
from timeline.shipped import find_shipped
from timeline.vocabulary import ActorKind, list_values

__all__ = ["KINDS", "Actor", "ActorList", "Entry", "is_place_name", "leaves_country_out", "read_actor_list"]

KINDS = list_values(ActorKind)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor: its name, its kind and the other names it goes by.

    `adjectives` ("Chinese") and `seats` ("Beijing") stand for it only where the words around them say so; `country` is
    where it is at home ("the U.S. company").
    """

    name: str
    kind: str = "other"
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    country: str = ""


class Entry(NamedTuple):
    """A way to name a known actor: its words, and whether they are a ``name``, an ``adjective`` or a ``seat``.

    Without an actor it is a place or a people ("Kenyans"), known so as not to be taken for a person.
    """

    words: tuple[str, ...]
    use: str
    actor: Actor | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """Known actors, those that win first."""

    actors: tuple[Actor, ...] = ()
    by_first_word: Mapping[str, tuple[Entry, ...]] = dataclasses.field(init=False, repr=False, compare=False)
    by_first_capitals: Mapping[str, tuple[Entry, ...]] = dataclasses.field(init=False, repr=False, compare=False)
    by_name: Mapping[str, Actor] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the names once, so that finding them costs a look-up a word."""
        index = _build_index(self.actors)
        capitals: dict[str, tuple[Entry, ...]] = {}
        for word, entries in index.items():
            longer = tuple(entry for entry in entries if sum(map(len, entry.words)) > 3)
            capitals[word.upper()] = capitals.get(word.upper(), ()) + longer
        object.__setattr__(self, "by_first_word", index)
        object.__setattr__(self, "by_first_capitals", capitals)
        object.__setattr__(self, "by_name", {actor.name: actor for actor in reversed(self.actors)})


def read_actor_list(own: str | Path | pd.DataFrame | None = None) -> ActorList:
    """The shipped list, with the actors of `own` (a CSV file or table: name, kind, aliases) before and above it.

    Parameters
    ----------
    own
        `kind` and `aliases` may be missing; aliases are a list, or a text with ``;`` between them. A name or alias in
        it is taken from the shipped actor that had it; an actor whose very name is taken gives up all it has.

    Raises
    ------
    TableError
        If the table cannot be read, has no column ``name``, or a row has no name or an unknown kind.

    Examples
    --------
    >>> known = read_actor_list(pd.DataFrame([{"name": "Acme Corp.", "kind": "organisation", "aliases": "Acme;ACM"}]))
    >>> known.actors[0].aliases
    ('Acme', 'ACM')
    >>> known.by_name["China"].seats
    ('Beijing',)

    The user's list wins:

    >>> read_actor_list(pd.DataFrame([{"name": "NVIDIA", "kind": "organisation"}])).by_name.get("Nvidia") is None
    True
    """
    path = find_shipped("data/actors.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        ours = tuple(_make_actor(row, str(path), number) for number, row in enumerate(csv.DictReader(lines), start=2))
    if own is None:
        return ActorList(actors=ours)
    theirs = _read_own(own)
    return ActorList(actors=_yield_names(theirs, ours))


def _read_own(own: str | Path | pd.DataFrame) -> tuple[Actor, ...]:
    """The actors of the user's own list."""
    where = "the table of actors" if isinstance(own, pd.DataFrame) else str(own)
    if not isinstance(own, pd.DataFrame):
        try:
            own = pd.read_csv(own, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
            raise TableError(
                f"cannot read the actor list {where!r}: {error}; "
                "give a CSV file in UTF-8 with the columns name, kind and aliases"
            ) from error
    table = own.rename(columns=lambda column: str(column).strip().lower())
    if "name" not in table.columns:
        raise TableError(
            f"{where} has the columns {', '.join(map(repr, table.columns)) or 'none'} but no 'name'; "
            "give name, and if you like kind and aliases"
        )
    rows = table.to_dict("records")
    return tuple(
        _make_actor({str(k): v for k, v in row.items()}, where, number) for number, row in enumerate(rows, start=2)
    )


def _make_actor(row: Mapping[str, object], where: str, number: int) -> Actor:
    """The actor of one row of a list; `number` is the row as a spreadsheet counts it."""
    name = _read_text(row.get("name"))
    if not name:
        raise TableError(f"row {number} of {where} has no value in column 'name'; give every actor a name")
    kind = _read_text(row.get("kind")).lower() or "other"
    if kind not in KINDS:
        raise TableError(f"row {number} of {where}, column 'kind': {kind!r} is none of {', '.join(KINDS)}")
    return Actor(
        name=name,
        kind=kind,
        aliases=_read_texts(row.get("aliases")),
        adjectives=_read_texts(row.get("adjectives")),
        seats=_read_texts(row.get("seats")),
        country=_read_text(row.get("country")),
    )


def _read_text(value: object) -> str:
    """A cell as text; empty for a missing value."""
    return "" if value is None or value != value else " ".join(str(value).split())  # noqa: PLR0124  NaN is no text


def _read_texts(value: object) -> tuple[str, ...]:
    """A cell as texts: a list, or a text with ``;`` between them."""
    parts = [] if value is None else value.split(";") if isinstance(value, str) else value
    parts = parts if isinstance(parts, Iterable) else [parts]
    return tuple(dict.fromkeys(text for text in map(_read_text, parts) if text))


def _yield_names(theirs: tuple[Actor, ...], ours: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Both lists as one, the shipped actors without the names that the user gives to others."""
    owner = {name.casefold(): index for index, actor in enumerate(theirs) for name in (actor.name, *actor.aliases)}
    merged = list(theirs)
    rest = []
    for actor in ours:
        free = tuple(name for name in actor.aliases if name.casefold() not in owner)
        index = owner.get(actor.name.casefold())
        if index is None:
            rest.append(
                dataclasses.replace(
                    actor,
                    aliases=free,
                    adjectives=tuple(word for word in actor.adjectives if word.casefold() not in owner),
                    seats=tuple(word for word in actor.seats if word.casefold() not in owner),
                )
            )
        else:  # the same actor under the user's name: it inherits what the shipped list knows
            mine = merged[index]
            merged[index] = dataclasses.replace(
                mine,
                kind=actor.kind if mine.kind == "other" else mine.kind,
                aliases=tuple(dict.fromkeys((*mine.aliases, *free, actor.name))),
                adjectives=mine.adjectives or actor.adjectives,
                seats=mine.seats or actor.seats,
                country=mine.country or actor.country,
            )
    return (*merged, *rest)


def _build_index(actors: tuple[Actor, ...]) -> Mapping[str, tuple[Entry, ...]]:
    """Every way to name a known actor, by its first word, longest first, then in the order of the list."""
    found: dict[str, list[Entry]] = {}
    taken: set[tuple[str, ...]] = set()
    entries = [
        Entry(split_name_words(name), use, actor)
        for actor in actors
        for use, names in (
            ("name", (actor.name, *actor.aliases)),
            ("adjective", actor.adjectives),
            ("seat", actor.seats),
        )
        for name in names
    ]
    entries += [Entry(split_name_words(place), "place", None) for place in MULTIWORD_PLACES]
    entries += [Entry((f"{word}s",), "people", None) for actor in actors for word in actor.adjectives]
    for entry in entries:
        if entry.words and entry.words not in taken:
            taken.add(entry.words)
            found.setdefault(entry.words[0], []).append(entry)
    return {word: tuple(sorted(group, key=lambda entry: -len(entry.words))) for word, group in found.items()}


def leaves_country_out(actor: Actor, words: Sequence[str]) -> bool:
    """Whether a way to name a body of the United States does not say so, and bodies of other countries share it.

    Examples
    --------
    >>> congress = Actor(name="U.S. Congress", kind="government", aliases=("Congress",), country="United States")
    >>> leaves_country_out(congress, ["Congress"]), leaves_country_out(congress, ["U.S.", "Congress"])
    (True, False)
    """
    of_one = actor.kind == "government" and actor.name.startswith("U.S. ")
    return of_one and set(words) <= set(actor.name.split()) - {"U.S."}


def is_place_name(name: str) -> bool:
    """Whether a name is that of a place that rarely acts: a town, region, state or water, also "N.Y." and "Calif.".

    Examples
    --------
    >>> is_place_name("Alaska"), is_place_name("New South Wales"), is_place_name("Palin"), is_place_name("Calif.")
    (True, True, False, True)
    """
    short = name.endswith(".") and name[:-1] in STATES_SHORTENED
    return short or name in PLACES or name in _LONG_PLACES or name in STATES_IN_LETTERS


_LONG_PLACES = frozenset(MULTIWORD_PLACES)
