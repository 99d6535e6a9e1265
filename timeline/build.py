"""Documents -> `Timeline`: the road walked once.

It holds no rule of its own: what needs sister documents is asked of the modules that own it (publication dates of
`documents`, names of `actors`). One document that fails is a line in `problems`; the others go on.
"""

import dataclasses
import functools
import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from timeline.actors import ActorList, ActorMention, choose_finder, fold_actors, read_actor_list
from timeline.cache import Cache, keep_all, open_cache
from timeline.dates import find_dates
from timeline.documents import (
    Document,
    choose_date_language,
    complete_all,
    find_copies,
    guard_document,
    infer_published,
    is_english,
    name_content,
    name_language,
)
from timeline.errors import DocumentError
from timeline.events import EventMention, find_dated_sentences, find_events
from timeline.garbage import pause_collection
from timeline.merge import merge_mentions
from timeline.parallel import Executor, Processes, run_in_parallel
from timeline.table import Timeline, to_timeline

__all__ = ["build_timeline"]

_FOREIGN = (
    "in {}: events are read in English text alone, so its sentences with a date stand as they are; give a translation"
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What one document gave: a pure function of it and of the known actors."""

    actors: tuple[ActorMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    problem: str = ""


def build_timeline(
    documents: Sequence[Document],
    actors: str | Path | pd.DataFrame | None = None,
    title: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    ner: str | None = None,
    *,
    jobs: int = 1,
    cache: str | Path | Cache | None = None,
    executor: Executor | None = None,
) -> Timeline:
    """The timeline that `documents` tell.

    Parameters
    ----------
    documents
        In any order, which changes nothing. The same article twice is one document with two paths; one that is nearly
        the same as another adds only what that does not say, and counts as one source with it.
    actors
        A table or CSV file (name, kind, aliases) that wins over the shipped list.
    title
        The briefing's title.
    progress
        Called with the number of documents read so far and of all.
    ner
        ``spacy:MODEL``, an installed spaCy model (a package's name or a folder) to find names with; lists still win.

    jobs
        How many processes work at the same time, with the same result. From 2 up a script that calls this needs
        ``if __name__ == "__main__":``.
    cache
        A folder to keep in what each document gave, so that the same document is not worked out twice, or an open
        cache; None for none.
    executor
        Who does the work instead of `jobs` processes: a cluster (`timeline.cluster.connect`), with the same result.

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
    _finder(ner)  # whatever is wrong with it is said before the work begins
    completed = complete_all(documents, cache)
    problems = [(d.path or d.id, "read", d.problem) for d in completed if d.problem]
    with pause_collection():
        copies = find_copies([d for d in completed if not d.problem])
        usable = infer_published(copies.documents)
        problems += [(d.path or d.id, "read", d.note) for d in dict.fromkeys(usable) if d.note]
        unique = [d for d in {d.id: d for d in reversed(usable)}.values() if copies.adds(d)]
    readings = _read_all(unique, known, ner, cache, executor or Processes(jobs), progress)
    problems += [(d.path or d.id, "events", r.problem) for d, r in zip(unique, readings, strict=True) if r.problem]
    with pause_collection():
        folding = fold_actors({d.id: r.actors for d, r in zip(unique, readings, strict=True)}, known)
        told = (m for d, r in zip(unique, readings, strict=True) for m in r.events if copies.adds(d, m.start, m.end))
        mentions = [_fold(m, folding.names) for m in told]
        events = merge_mentions(mentions, {d.id: d.published for d in unique})
        return to_timeline(events, usable, folding.actors, sorted(problems), title or "", copies.originals)


def _read_all(
    documents: Sequence[Document],
    known: ActorList,
    ner: str | None,
    cache: str | Path | Cache | None,
    executor: Executor,
    progress: Callable[[int, int], None] | None,
) -> list[_Reading]:
    """What each of `documents` gives, in their order, taken from the cache as far as it is there."""
    kept = None if ner else open_cache(cache)  # a model may change under its name
    actors = hashlib.sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest() if kept else ""
    keys = [("reading", actors, name_content(d)) for d in documents] if kept else []
    found: list[_Reading | None] = kept.get_all(_Reading, keys) if kept else [None] * len(documents)
    work = functools.partial(_read, known=known, ner=ner)
    done = run_in_parallel(work, documents, found, executor=executor, lost=_make_lost, progress=progress)
    keep_all(kept, ((keys[place] if kept else (), reading) for place, reading in done))  # which fills `found`
    return [reading for reading in found if reading]


def _read(document: Document, known: ActorList, ner: str | None) -> _Reading:
    """What `document` gives, or the problem over which its reading failed."""
    try:
        with guard_document("finding events in it"), pause_collection():  # which makes a million that stay
            return _search(document, known, ner)
    except DocumentError as error:
        return _Reading(problem=str(error))


def _search(document: Document, known: ActorList, ner: str | None) -> _Reading:
    text = document.article
    actors = _finder(ner)(text, known)
    language = choose_date_language(document.language, text)
    dates = find_dates(text, document.published, language=language)
    if language != "en" or (document.language not in {"", "en"} and not is_english(text)):
        problem = _FOREIGN.format(name_language(document.language or language))
        events = find_dated_sentences(document, text, dates) if language != "en" else []
        return _Reading(actors=tuple(actors), events=tuple(events), problem=problem)
    notes: list[str] = []
    told = find_events(document, text, dates, actors, notes.append)
    return _Reading(actors=tuple(actors), events=tuple(told), problem="; ".join(notes))


_finder = functools.lru_cache(maxsize=1)(choose_finder)  # a model takes a second to load


def _make_lost(_document: Document) -> _Reading:
    return _Reading(problem="the search for events in it broke off: split it")


def _fold(mention: EventMention, names: Mapping[tuple[str, str], str]) -> EventMention:
    """`mention` with the briefing's names for its actors."""
    named = (*mention.company, mention.reported_by, mention.agent)
    new = {name: names.get((mention.document_id, name), name) for name in named}
    actors = tuple(dict.fromkeys([names.get((mention.document_id, name), name) for name in mention.actors]))
    if actors == mention.actors and all(name == old for old, name in new.items()):
        return mention
    company = frozenset([new[name] for name in mention.company])
    return dataclasses.replace(
        mention, agent=new[mention.agent], actors=actors, reported_by=new[mention.reported_by], company=company
    )
