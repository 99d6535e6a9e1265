"""One document -> its event mentions."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Sequence

from timeline.actors import ActorMention
from timeline.dates import DateMention
from timeline.documents import Document
from timeline.events.agents import find_agent
from timeline.events.allegations import write_alleged_title
from timeline.events.features import list_company, list_context, list_figures, list_topic, list_words
from timeline.events.kinds import find_kind
from timeline.events.mention import EventDate, EventMention
from timeline.events.participants import MOST_ACTORS, find_reporter, list_actors, list_named
from timeline.events.prominence import find_opening, rate_prominence
from timeline.events.sayings import write_quoted_title
from timeline.events.status import find_status, is_left_unsaid, is_on_condition
from timeline.events.story import date_by_story
from timeline.events.subevents import find_wholes
from timeline.events.syntax.sentences import ParsedSentence, read_sentences
from timeline.events.title import Title, write_title
from timeline.events.triggers import Candidate, find_candidates
from timeline.events.when.clause_dates import date_candidate
from timeline.events.words import cues, nouns
from timeline.vocabulary import Basis, Status

__all__ = ["MOST_TOLD", "find_events"]

MOST_TOLD = 16
"""Events of one sentence; the fullest of 180 articles and narratives tells eight."""

_CROWDED = (
    f"sentences with more than {MOST_TOLD} events: {{}}; the first {MOST_TOLD} of each are kept: cut them shorter"
)

_IF = frozenset(("if", "unless"))
_LONGEST_QUOTE = 400
_NEWS = dt.timedelta(days=14)
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
    topic = list_topic(readings)
    told = [(r, find_candidates(r)) for r in readings]
    crowded = sum(len(candidates) > MOST_TOLD for _, candidates in told)
    if say and crowded:
        say(_CROWDED.format(crowded))
    found = [
        (mention, r) for r, candidates in told for mention in _make_mentions(document, r, candidates[:MOST_TOLD], topic)
    ]
    mentions = date_by_story([mention for mention, _ in found], [r for _, r in found], document.published)
    return _without_repeated_nouns(mentions)


def _make_mentions(
    document: Document, parsed: ParsedSentence, candidates: Sequence[Candidate], topic: frozenset[str]
) -> Iterator[EventMention]:
    """The mentions of a sentence."""
    if candidates:
        context, company = list_context(parsed), list_company(parsed)
        mentions = [_make_mention(document, parsed, c, topic, context, company) for c in candidates]
        for mention, whole in zip(mentions, find_wholes(parsed, candidates, mentions), strict=True):
            yield dataclasses.replace(mention, part_of=whole) if whole else mention


def _make_mention(
    document: Document,
    parsed: ParsedSentence,
    candidate: Candidate,
    topic: frozenset[str],
    context: frozenset[str],
    company: frozenset[str],
) -> EventMention:
    """The mention a candidate stands for."""
    start, end = _choose_quote(parsed, candidate)
    trigger_start, trigger_end = parsed.tokens[candidate.first].start, parsed.tokens[candidate.last].end
    date = date_candidate(parsed, candidate, document.published)
    status = find_status(parsed, candidate, date, document.published)
    agent, name = find_agent(document.text, parsed, candidate)
    actors, words = list_actors(parsed, candidate, name), list_words(parsed, candidate)
    on_topic = len(words & topic)
    title = write_title(document.text, parsed, candidate)
    if words_said := write_quoted_title(document.text, parsed, candidate):
        title = Title(text=words_said, stands=True)
    if status == Status.ALLEGED:
        title = dataclasses.replace(title, text=write_alleged_title(title.text))
    kind = find_kind(parsed, candidate)
    prominence = rate_prominence(parsed, candidate, kind, date, status, named=bool(actors), on_topic=on_topic)
    return EventMention(
        id=_make_id(document.id, trigger_start, trigger_end),
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
        actors=tuple(dict.fromkeys((*actors, *list_named(parsed, title.text))))[:MOST_ACTORS],
        reported_by=find_reporter(document.text, parsed, candidate),
        words=words,
        numbers=list_figures(parsed, candidate),
        context=context,
        company=company,
        opening=find_opening(parsed, candidate),
        prominence=prominence if title.stands else min(prominence, _CANNOT_STAND),
        stands=title.stands
        and prominence > 0
        and (not candidate.noun or Basis(date.basis).stated)
        and not _only_describes(parsed, candidate, status)
        and not _is_supposed(parsed, candidate, status)
        and not _is_no_step(parsed, candidate, date)
        and not _says_which_paper(parsed, candidate)
        and not _is_caption(parsed, candidate, date, document.published),
    )


def _only_describes(parsed: ParsedSentence, candidate: Candidate, status: str) -> bool:
    """Whether a clause in the present only says what a noun is like: "a deal that shelves the changes until 2025"."""
    clause = parsed.clauses[candidate.clause] if candidate.clause is not None and not candidate.noun else None
    if clause is None or clause.kind != "relative" or status != Status.ONGOING:
        return False
    return clause.verb.tense == "present" or clause.verb.earlier  # "who had led it since 2017"


def _says_which_paper(parsed: ParsedSentence, candidate: Candidate) -> bool:
    """Whether a participle only says which paper tells what follows: "a report released by the bank hit shares"."""
    clause = parsed.clauses[candidate.clause] if candidate.clause is not None and not candidate.noun else None
    if clause is None or clause.verb.form != "participle" or clause.subject is None or clause.parent is not None:
        return False
    start, end = clause.subject
    paper = any(parsed.tokens[i].low in nouns.WRITINGS for i in range(start, min(end, clause.verb.first)))
    return paper and any(c.subject is not None and c.subject[0] == start and c is not clause for c in parsed.clauses)


def _is_supposed(parsed: ParsedSentence, candidate: Candidate, status: str) -> bool:
    """Whether it is only supposed, awaited or not said: "if the bank fails", "until it pays", "did not show that"."""
    clause = parsed.clauses[candidate.clause] if candidate.clause is not None and not candidate.noun else None
    if clause is None:
        return False
    awaited = clause.marker in cues.AWAITING and status == Status.CONDITIONAL
    supposed = clause.kind == "adverbial" and (clause.marker in _IF or awaited)
    return supposed or is_on_condition(parsed, clause) or is_left_unsaid(parsed, clause)


def _is_no_step(parsed: ParsedSentence, candidate: Candidate, date: EventDate) -> bool:
    """Whether a clause only says what can be done or what went on: "the bill can be passed", "prices kept falling"."""
    clause = parsed.clauses[candidate.clause] if candidate.clause is not None and not candidate.noun else None
    if clause is None:
        return False
    goes_on = clause.verb.chain[:1] in (("continue",), ("keep",)) and not Basis(date.basis).stated
    wished = clause.verb.modal == "should" and clause.verb.perfect  # "should never have been granted"
    opening = [token.low for token in parsed.tokens[max(0, clause.verb.first - 1) : clause.verb.first + 2]]
    near = clause.verb.chain[:1] == ("about",) or opening[:1] in (["nearly"], ["almost"])  # "nearly dropped it"
    near = near or (clause.kind == "relative" and opening[1:] in (["was", "to"], ["were", "to"]))
    return goes_on or wished or near or (clause.verb.passive and clause.verb.modal == "can")


def _is_caption(parsed: ParsedSentence, candidate: Candidate, date: EventDate, published: dt.date | None) -> bool:
    """Whether a text tells in the present of a day just past, as under a picture: "Roe leaves the court on Monday"."""
    clause = parsed.clauses[candidate.clause] if candidate.clause is not None and not candidate.noun else None
    if clause is None or published is None or date.last is None or parsed.kind != "body" or parsed.lead is not None:
        return False
    verb = clause.verb
    shows = verb.form == "finite" and verb.tense == "present" and not (verb.speaks or verb.modal or verb.perfect)
    just_past = date.first == date.last and dt.timedelta(0) < published - date.last <= _NEWS
    return shows and clause.kind == "main" and just_past and Basis(date.basis).stated


def _make_id(document_id: str, start: int, end: int) -> str:
    """Stable: nothing but the document and the span goes into it."""
    return hashlib.sha256(f"{document_id}:{start}:{end}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _choose_quote(parsed: ParsedSentence, candidate: Candidate) -> tuple[int, int]:
    """The sentence, or where it is too long its clause, or as much around the trigger as may be quoted.

    A clause of its own date that only says when the rest was ("since X did this in July, ...") is quoted by itself.
    """
    if candidate.clause is not None and not candidate.noun:
        clause = parsed.clauses[candidate.clause]
        if clause.kind == "adverbial" and any(t.dates for t in parsed.tokens[clause.start : clause.end]):
            return parsed.tokens[clause.start].start, parsed.tokens[clause.end - 1].end
    if parsed.end - parsed.start <= _LONGEST_QUOTE:
        return parsed.start, parsed.end
    tokens, first, last = parsed.tokens, candidate.first, candidate.last
    if candidate.clause is not None:
        clause = parsed.clauses[candidate.clause]
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
