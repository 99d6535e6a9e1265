"""Documents -> `Timeline`: the road walked once.

It holds no rule of its own: what needs sister documents is asked of the modules that own it (publication dates of
`documents`, names of `actors`). One document that fails is a line in `problems`; the others go on.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from timeline.actors import ActorList, ActorMention, Finder, finder_of, fold_actors, read_actor_list
from timeline.dates import find_dates
from timeline.documents import Document, complete, infer_published
from timeline.events import EventMention, find_events
from timeline.merge import merge_mentions
from timeline.table import Timeline, to_timeline

__all__ = ["build_timeline"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What one document gave: a pure function of it and of the known actors."""

    document: Document
    actors: tuple[ActorMention, ...]
    events: tuple[EventMention, ...]


def build_timeline(
    documents: Sequence[Document],
    actors: str | Path | pd.DataFrame | None = None,
    title: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    ner: str | None = None,
) -> Timeline:
    """The timeline that `documents` tell.

    Parameters
    ----------
    documents
        In any order, which changes nothing. The same text twice is one document with two paths.
    actors
        A table or CSV file (name, kind, aliases) that wins over the shipped list.
    title
        The briefing's title.
    progress
        Called with the number of documents read so far and of all.
    ner
        ``spacy:MODEL``, an installed spaCy model (a package's name or a folder) to find names with; lists still win.

    Returns
    -------
    Timeline
        With empty tables where the documents tell no event; documents that could not be read stand in `problems`.

    Raises
    ------
    TableError
        If the list of actors does not hold.
    ModelError
        If `ner` has another form, or spaCy or the model is not installed.

    Examples
    --------
    >>> import datetime as dt
    >>> doc = Document(text="Acme Corp. sued Globex on Monday.", published=dt.date(2024, 3, 5))
    >>> build_timeline([doc]).events[["title", "edtf", "date_basis"]].values.tolist()
    [['Acme Corp. sued Globex', '2024-03-04', 'relative']]
    """
    known = read_actor_list(actors)
    find_actors = finder_of(ner)
    problems = [(d.path or d.id, "read", said) for d in documents if (said := d.problem or d.note)]
    usable = infer_published([complete(d) for d in documents if not d.problem])
    readings = []
    unique = list({d.id: d for d in reversed(usable)}.values())
    for done, document in enumerate(unique, start=1):
        readings.append(_read(document, known, find_actors))
        if progress:
            progress(done, len(unique))
    folding = fold_actors({r.document.id: r.actors for r in readings}, known)
    mentions = [_fold(m, folding.names) for r in readings for m in r.events]
    events = merge_mentions(mentions, {d.id: d.published for d in unique})
    return to_timeline(events, usable, folding.actors, problems, title or "")


def _read(document: Document, known: ActorList, find_actors: Finder) -> _Reading:
    text = document.article
    dates = find_dates(text, document.published)
    actors = find_actors(text, known)
    return _Reading(document=document, actors=tuple(actors), events=tuple(find_events(document, text, dates, actors)))


def _fold(mention: EventMention, names: Mapping[tuple[str, str], str]) -> EventMention:
    """`mention` with the briefing's names for its actors."""
    folded = (names.get((mention.document_id, name), name) for name in mention.actors)
    reporter = names.get((mention.document_id, mention.reported_by), mention.reported_by)
    company = frozenset(names.get((mention.document_id, name), name) for name in mention.company)
    return dataclasses.replace(mention, actors=tuple(dict.fromkeys(folded)), reported_by=reporter, company=company)
