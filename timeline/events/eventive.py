"""Whether the verb of a clause names something that happens: no state, wish, command or comment."""

from timeline.events.asides import describes, is_object_deed, is_state, tells_no_event
from timeline.events.event_nouns import find_event_object
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.words import cues, verbs
from timeline.vocabulary import Precision

__all__ = ["is_eventive"]

_HELPERS = verbs.BE | verbs.HAVE | verbs.DO


def is_eventive(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a verb names something that happens rather than a state, a wish or a command."""
    verb, tokens = clause.verb, parsed.tokens
    head = tokens[verb.head]
    command = verb.form == "finite" and clause.subject is None and head.tag in ("VB", "VBP") and verb.first == verb.head
    asked = clause.kind == "reported" and tokens[verb.first].tag == "VB" and tokens[verb.first].low == "be"
    command = command or asked  # "ordered that he be held": the order tells it
    if head.low in _HELPERS or command or tells_no_event(parsed, clause):
        return False
    stands_there = (
        verb.passive and verb.lemma in _STANDING
    )  # "fans were sat on the pitch", "the epicentre was located 30 miles west of Lima"
    state = is_state(parsed, clause) and not verb.chain
    if state and verb.lemma in verbs.LIGHT and find_event_object(parsed, clause) is not None:
        state = False  # "faces trial", "will stand trial"
    if state and parsed.lead is not None and verb.tense == "present" and verb.lemma in _STANCES:
        return True  # "2015: A newspaper doubts the tests."
    if state or stands_there:
        return verb.tense == "past" and not (verb.modal or verb.perfect) and bool(parsed.list_dates(clause))
    if verb.form == "gerund":
        return _is_eventive_gerund(parsed, clause)
    above = parsed.clauses[clause.parent].verb if clause.parent is not None else None
    made_so = above is not None and above.lemma in _MADE_SO and not above.passive  # "left dozens stranded overnight"
    if verb.form == "participle":
        acted = bool(parsed.list_dates(clause)) or any(t.low == "by" for t in tokens[verb.last + 1 : verb.last + 2])
        acted = acted and verb.lemma not in (
            verbs.READING if parsed.list_dates(clause) else verbs.READING_OR_LEADING
        )  # "a memo obtained by The Washington Post"
        acted = acted and not made_so and not _bounds_class(parsed, clause)
        return acted and verb.lemma not in verbs.PLANNING | verbs.NAMING | verbs.DATING
    return True


def _bounds_class(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a participle says from or until when people or things are meant: "drivers hired before 2010"."""
    tokens, i = parsed.tokens, clause.verb.last + 1
    while i < len(tokens) and tokens[i].tag == "RB":
        i += 1
    bounded = [t.tag for t in tokens[i : i + 2]] == ["IN", "DATE"] and tokens[i].low in cues.TIMING
    first, after = clause.subject or (0, 0)
    return bounded and all(token.tag in ("NNS", "JJ") for token in tokens[first:after])


_MADE_SO = frozenset("leave keep declare want".split())
_STANDING = verbs.DESCRIBING | {"sit", "stand"}
_STANCES = frozenset("doubt favor favour trust want".split())
"""What somebody thinks, which in the present of a chronology came up then."""


def _is_eventive_gerund(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a gerund tells something of its own: behind a comma, "after" or with a date, and no mere comment."""
    verb = clause.verb
    if verb.lemma in verbs.COMMENTS or verb.lemma in verbs.REPORTING:
        return False
    if verb.lemma in ("begin", "start") and _only_dates(parsed, clause):
        return False  # "more quakes, beginning in May 2005"
    if _is_asked_for(parsed, clause) or _is_cleared_of(parsed, clause) or _is_only_spoken_of(parsed, clause):
        return False
    before = parsed.tokens[clause.start - 1].tag if clause.start else ""
    dated = bool(parsed.list_dates(clause)) and (verb.speaks or not describes(parsed, clause))
    return before == "," or clause.marker in cues.BEFORE_GERUND or dated


def _is_only_spoken_of(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a gerund tells what somebody speaks of, and not when they had done it: "admitted lying in 2019"."""
    if clause.parent is None or not is_object_deed(parsed, clause):
        return False
    admits = parsed.clauses[clause.parent].verb.lemma in _ADMITTING
    dates = (parsed.tokens[i].date for i in parsed.list_dates(clause))
    return not (admits and any(date is not None and date.precision != Precision.DAY for date in dates))


_ADMITTING = frozenset("admit confess recall regret".split())


def _is_asked_for(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether somebody only speaks for it: "called for reforming the tax"."""
    opener = clause.verb.first - 1
    while opener > 0 and parsed.tokens[opener].tag in ('"', "RB"):
        opener -= 1
    above = parsed.clauses[clause.parent].verb if clause.parent is not None else None
    asks = above is not None and above.lemma in _ASKING
    return asks and opener > 0 and parsed.tokens[opener].low in ("for", "against")


def _is_cleared_of(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a gerund tells what somebody was found not to have done: "acquitted of lying to inspectors"."""
    above = parsed.clauses[clause.parent].verb if clause.parent is not None else None
    return (
        above is not None
        and above.lemma in ("acquit", "clear", "exonerate")
        and parsed.tokens[clause.start].low == "of"
    )


_ASKING = frozenset("call ask argue plead appeal speak vote campaign push".split())


def _only_dates(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether nothing follows a verb but a date: "beginning in May"."""
    following = parsed.tokens[clause.verb.last + 1 : clause.end]
    return bool(following) and all(t.tag in ("DATE", "IN", "RB") for t in following)
