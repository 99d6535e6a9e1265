"""One document -> its event mentions."""

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Sequence

from timeline.actors import ActorMention
from timeline.dates import DateMention
from timeline.documents import Document
from timeline.events.agents import agent_of
from timeline.events.allegations import alleged_title
from timeline.events.features import company_of, context_of, figures_of, topic_of, words_of
from timeline.events.kinds import kind_of
from timeline.events.mention import EventMention
from timeline.events.participants import MOST_ACTORS, actors_of, named_in, reporter_of
from timeline.events.prominence import prominence_of
from timeline.events.sayings import quoted_title
from timeline.events.status import status_of
from timeline.events.story import date_by_story
from timeline.events.subevents import whole_of
from timeline.events.syntax.sentences import Reading, read_sentences
from timeline.events.title import Title, title_of
from timeline.events.triggers import Candidate, find_candidates
from timeline.events.when.clause_dates import date_candidate
from timeline.vocabulary import Basis, Status

__all__ = ["MOST_TOLD", "find_events"]

MOST_TOLD = 16
"""Events of one sentence; the fullest of 180 articles and narratives tells eight."""

_CROWDED = (
    f"sentences with more than {MOST_TOLD} events: {{}}; the first {MOST_TOLD} of each are kept: cut them shorter"
)

_LONGEST_QUOTE = 400
_CANNOT_STAND = 0.25
"""The most prominence of what has no title that stands: it is kept, with its quote, below the main events."""


def find_events(
    document: Document,
    text: str,
    dates: Sequence[DateMention],
    actors: Sequence[ActorMention],
    say: Callable[[str], None] | None = None,
) -> list[EventMention]:
    """Every event the main text of `document` tells, in order of their triggers; empty where it tells none.

    `text` is its main text, `dates` and `actors` are those found in it; offsets hold in `document.text`, too. `say` is
    called with what a reader should know of what is left out.
    """
    readings = read_sentences(text, dates, actors, document.title)
    topic = topic_of(readings)
    told = [(r, find_candidates(r)) for r in readings]
    crowded = sum(len(candidates) > MOST_TOLD for _, candidates in told)
    if say and crowded:
        say(_CROWDED.format(crowded))
    found = [
        (mention, r) for r, candidates in told for mention in _mentions(document, r, candidates[:MOST_TOLD], topic)
    ]
    mentions = date_by_story([mention for mention, _ in found], [r for _, r in found], document.published)
    return _without_repeated_nouns(mentions)


def _mentions(
    document: Document, reading: Reading, candidates: Sequence[Candidate], topic: frozenset[str]
) -> Iterator[EventMention]:
    """The mentions of a sentence."""
    if candidates:
        context, company = context_of(reading), company_of(reading)
        mentions = [_mention(document, reading, c, topic, context, company) for c in candidates]
        for mention, whole in zip(mentions, whole_of(reading, candidates, mentions), strict=True):
            yield dataclasses.replace(mention, part_of=whole) if whole else mention


def _mention(
    document: Document,
    reading: Reading,
    candidate: Candidate,
    topic: frozenset[str],
    context: frozenset[str],
    company: frozenset[str],
) -> EventMention:
    """The mention a candidate stands for."""
    start, end = _quoted(reading, candidate)
    trigger_start, trigger_end = reading.tokens[candidate.first].start, reading.tokens[candidate.last].end
    date = date_candidate(reading, candidate, document.published)
    status = status_of(reading, candidate, date, document.published)
    agent, name = agent_of(document.text, reading, candidate)
    actors, words = actors_of(reading, candidate, name), words_of(reading, candidate)
    on_topic = len(words & topic)
    title = title_of(document.text, reading, candidate)
    if words_said := quoted_title(document.text, reading, candidate):
        title = Title(text=words_said, stands=True)
    if status == Status.ALLEGED:
        title = dataclasses.replace(title, text=alleged_title(title.text))
    kind = kind_of(reading, candidate)
    prominence = prominence_of(reading, candidate, kind, date, status, named=bool(actors), on_topic=on_topic)
    return EventMention(
        id=_id(document.id, trigger_start, trigger_end),
        document_id=document.id,
        start=start,
        end=end,
        quote=document.text[start:end],
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        lemma=candidate.lemma,
        kind=kind,
        status=status,
        title=title.text,
        date=date,
        agent=agent,
        actors=tuple(dict.fromkeys((*actors, *named_in(reading, title.text))))[:MOST_ACTORS],
        reported_by=reporter_of(reading, candidate),
        words=words,
        numbers=figures_of(reading, candidate),
        context=context,
        company=company,
        prominence=prominence if title.stands else min(prominence, _CANNOT_STAND),
        stands=title.stands and prominence > 0 and (not candidate.noun or Basis(date.basis).stated),
    )


def _id(document_id: str, start: int, end: int) -> str:
    """Stable: nothing but the document and the span goes into it."""
    return hashlib.sha256(f"{document_id}:{start}:{end}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _quoted(reading: Reading, candidate: Candidate) -> tuple[int, int]:
    """The sentence, or where it is too long its clause, or as much around the trigger as may be quoted.

    A clause of its own date that only says when the rest was ("since X did this in July, ...") is quoted by itself.
    """
    if candidate.clause is not None and not candidate.noun:
        clause = reading.clauses[candidate.clause]
        if clause.kind == "adverbial" and any(t.dates for t in reading.tokens[clause.start : clause.end]):
            return reading.tokens[clause.start].start, reading.tokens[clause.end - 1].end
    if reading.end - reading.start <= _LONGEST_QUOTE:
        return reading.start, reading.end
    tokens, first, last = reading.tokens, candidate.first, candidate.last
    if candidate.clause is not None:
        clause = reading.clauses[candidate.clause]
        start = min(tokens[clause.start].start, tokens[first].start)
        end = max(tokens[clause.end - 1].end, tokens[last].end)
        if (
            clause.subject
            and clause.subject[0] < clause.start
            and end - tokens[clause.subject[0]].start <= _LONGEST_QUOTE
        ):
            start = tokens[clause.subject[0]].start
        if end - start <= _LONGEST_QUOTE:
            return start, end
    half = (_LONGEST_QUOTE - (tokens[last].end - tokens[first].start)) // 2
    half = max(half, 0)  # a trigger that is longer by itself is quoted alone
    return (
        min(t.start for t in tokens[: first + 1] if t.start >= tokens[first].start - half),
        max(t.end for t in tokens[last:] if t.end <= tokens[last].end + half),
    )


def _without_repeated_nouns(mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions without a bare noun that is told again without a date."""
    seen: set[str] = set()
    kept = []
    for mention in mentions:
        if mention.title in seen and " " not in mention.title and mention.date.basis == "none":
            continue
        seen.add(mention.title)
        kept.append(mention)
    return kept
