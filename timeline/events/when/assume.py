"""What no words date -> publication as a guess, a bound, or nothing, by how its verb tells it."""

import datetime as dt
import re

from timeline.dates import DateMention
from timeline.events.asides import is_state
from timeline.events.mention import EventDate
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.words import cues, roles, verbs

__all__ = ["assume_date", "bound_date", "is_of_speaker", "says_hour"]

_HAS = frozenset(("has", "have", "'s", "'ve", "hasn't", "haven't"))
_OFTEN = frozenset("twice thrice repeatedly often regularly always".split())


def bound_date(first: dt.date | None, last: dt.date | None, source: DateMention | None, reading: str) -> EventDate:
    """A date that is only known to lie between two days."""
    last = None if first and last and first > last else last
    return EventDate(
        first=first,
        last=last,
        precision="bounded",
        basis="bounded",
        text=source.text if source else "",
        start=source.start if source else None,
        end=source.end if source else None,
        reading=reading,
    )


def assume_date(parsed: ParsedSentence, clause: Clause, published: dt.date | None) -> EventDate:
    """Publication day for what is past or under way and undated; else undated."""
    dates = [parsed.tokens[i].date for i in parsed.list_dates(clause)]
    told_as_past = clause.verb.tense == "past"  # "announced a series of laptops, on sale now"
    unresolved = next((d for d in dates if d and not (told_as_past and d.timex_value == "PRESENT_REF")), None)
    if unresolved is not None and unresolved.first is None and unresolved.last is None and not says_hour(unresolved):
        return EventDate(text=unresolved.text, start=unresolved.start, end=unresolved.end, reading=unresolved.reading)
    repeated = any(t.date is not None and t.date.timex_type == "SET" for t in parsed.tokens[clause.start : clause.end])
    past = repeated or _is_counted_back(parsed, clause) or _points_back(parsed, clause) or _is_of_first_time(parsed)
    if published is None or past or not _is_recent(parsed, clause):
        return EventDate()
    above = parsed.clauses[clause.parent].verb if clause.kind == "reported" and clause.parent is not None else None
    found = above is not None and above.lemma in verbs.FINDING  # "the review found that managers ignored warnings"
    if found or _is_perfect(parsed, clause) or _is_repeated(parsed, clause) or is_of_speaker(parsed, clause):
        return bound_date(None, published, None, f"told as what is so by now: not after {published.isoformat()}")
    return EventDate(
        first=published,
        last=published,
        precision="day",
        basis="published",
        reading=f"nothing dates it: assumed on the day of publication, {published.isoformat()}",
    )


def says_hour(date: DateMention) -> bool:
    """Whether words give a time of day, or hours from another, on a day that nothing before them says.

    "At about 3.20 a.m." and "an hour later" are on the day that is told, as what is told without them; "the night" is
    that of something else.
    """
    words = date.text.lower()
    hour = date.timex_type == "TIME" or "hour" in words
    return hour and date.first is date.last is None and not words.startswith("the ")


def _is_counted_back(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether it was some time before something else that the sentence tells: "told her a month before he fled"."""
    for other in parsed.clauses:
        before = parsed.tokens[other.start - 1] if other.marker == "before" and other.start > clause.verb.last else None
        if before is not None and (before.low.removesuffix("s") in _UNITS or before.low.split(" ")[-1] in _UNITS):
            return True
    return False


_UNITS = frozenset("minute hour day week month year minutes hours days weeks months years".split())


def _points_back(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause goes by a time told of before, which nobody has found: "over the same period", "at the time"."""
    beside = clause.kind == "adverbial" and clause.marker in cues.AS_CLAUSES and clause.parent is not None
    told = [clause, parsed.clauses[clause.parent]] if beside and clause.parent is not None else [clause]
    stretches = [stretch for c in told for stretch in c.list_stretches()]  # "scored 14 goals last season as Roe left"
    words = " ".join(parsed.tokens[i].low for a, b in stretches for i in range(a, b))
    return _BACK.search(words) is not None


_BACK = re.compile(
    r"\b(?:(?:over|in|during|at|for) (?:the same|that) (?:period|time|year|month|week|decade|day|stage|point)"
    r"|(?:minutes|hours?|days|weeks|months|years) (?:before|after|following) (?:the|he|she|it|they)\b"
    r"|at the time|in those days|back then|by then|last (?:season|term|campaign)"
    r"|during (?:the|his|her|their|its) (?:\w+ )?(?:boom|campaign|crisis|dictatorship|lockdown|occupation|pandemic"
    r"|premiership|presidency|recession|reign|tenure|war)|(?:hours|days|weeks|months|years) (?:later|earlier|before))\b"
)


def _is_of_first_time(parsed: ParsedSentence) -> bool:
    """Whether a sentence looks back at a first time: "when Roe first showed the phone, he praised its design"."""
    return any(c.marker == "when" and parsed.tokens[c.verb.first - 1].low == "first" for c in parsed.clauses)


def _is_repeated(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause tells what happened again and again: "rejected the treaty three times"."""
    words = [parsed.tokens[i].low for i in range(clause.start, clause.end)]
    return any(word in _OFTEN or (word == "times" and n > 0 and words[n - 1] != "the") for n, word in enumerate(words))


def _is_perfect(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause tells in the perfect what is so by now, whenever it came about: "has received three prizes".

    Not the perfect of news, which an agent just did: "Norway has ratified the treaty".
    """
    verb = clause.verb
    if not verb.perfect or verb.progressive or parsed.tokens[verb.first].low not in _HAS:
        return False
    subject = range(*clause.subject) if clause.subject else range(0)
    acts = any(parsed.tokens[i].actor is not None or parsed.tokens[i].low in roles.ROLES for i in subject)
    before = any(token.low == "already" for token in parsed.tokens[verb.first : verb.head])  # "has already ordered"
    return before or verb.passive or not acts or verb.lemma in verbs.GRADUAL


def _is_recent(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether an undated clause tells something that may just have happened."""
    verb = clause.verb
    since = clause.kind == "adverbial" and clause.marker == "since"  # "it is four months since he led the strike"
    above = parsed.clauses[clause.parent] if clause.kind == "adverbial" and clause.parent is not None else clause
    told_in_passing = "relative" in (clause.kind, above.kind)  # "the workers who died when the bridge fell"
    if since or told_in_passing or verb.modal or verb.negated or is_state(parsed, clause):
        return False
    if parsed.kind == "title" and clause.kind == verb.form == "participle" and clause.parent is None and clause.subject:
        return True  # "Ferry owner fined by court"
    if clause.kind in ("participle", "infinitive") or clause.marker in cues.CONDITIONALS:
        parent = parsed.clauses[clause.parent] if clause.parent is not None else None
        return (
            clause.verb.form == "gerund" and parent is not None and parent is not clause and _is_recent(parsed, parent)
        )
    if verb.tense == "past":
        return not verb.earlier
    says = verb.speaks and clause.kind == "main"  # "Norvik says": now
    return verb.tense == "present" and (verb.progressive or says or parsed.kind == "title")


def is_of_speaker(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether somebody tells of their own past: "she said she was fired when she refused"."""
    above = parsed.clauses[clause.parent] if clause.kind == "reported" and clause.parent is not None else None
    if above is None or above.subject is None or clause.subject is None or not above.verb.speaks:
        return False
    done = clause.verb.lemma not in _DONE_BY_SAYING and not clause.verb.chain
    told = clause.verb.tense == "past" and (done or clause.verb.passive)
    actor = parsed.tokens[clause.subject[0]].actor
    speakers = {token.actor.name for token in parsed.tokens[slice(*above.subject)] if token.actor is not None}
    alone = clause.subject[1] - clause.subject[0] == 1  # not "his company sold"
    return told and alone and actor is not None and actor.kind == "person" and actor.name in speakers


_DONE_BY_SAYING = verbs.SAYING | frozenset("resign quit accept sign withdraw step pull agree support back".split())
