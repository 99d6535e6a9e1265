"""A date in a clause -> whether it says when what the clause tells was, or what bounds it.

"On Monday" dates the verb, "after the 3 May raid" bounds it, "the 2024 budget" says nothing of it.
"""

import datetime as dt
from typing import Literal

from timeline.dates import DateMention, Tense
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.lexicon import find_lemma
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.words import cues, nouns, verbs
from timeline.vocabulary import Precision

__all__ = [
    "Bearing",
    "find_bearing",
    "find_date_in_phrase",
    "goes_along",
    "is_its_end",
    "is_of_decision",
    "is_of_object",
]

Bearing = Literal["on", "after", "before", ""]

_AFTER = frozenset("after following since".split())
_BEFORE = frozenset("before until by".split())
_LIMITS = frozenset("deadline target date limit goal cutoff end start beginning close".split())
_PARTS_OF_DAYS = frozenset("hours morning afternoon evening night early late end start beginning middle".split())
_NOT_THE_TIME = frozenset("of about than regarding concerning like".split())
_IN_PHRASE = frozenset(("DT", "JJ", "CD", "PRP$", "POS", "VBN", "NN", "NNP", "NNS"))
_EVENTS = frozenset(word for words in nouns.EVENT_NOUNS.values() for word in words.split())


def find_bearing(parsed: ParsedSentence, clause: Clause, i: int) -> Bearing:
    """How the date at `i` bears on its clause: ``on``, ``after``, ``before`` or "" for not at all."""
    tokens = parsed.tokens
    if not _modifies(parsed, clause, i):
        return _read_preposition(parsed, i)
    start = i
    while start > 0 and tokens[start - 1].tag in ("DT", "JJ", "PRP$", "NNP", "POS", "CD", "NN"):
        start -= 1
    before = tokens[start - 1].low if start else ""
    if before in _AFTER:
        return "after"
    event = any(t.low in _EVENTS for t in tokens[i + 1 : i + 4])
    if before == "by" and not event and all(t.low not in _LIMITS for t in tokens[i + 1 : i + 4]):
        return ""  # "a painting by the nineteenth-century artist"
    if before in _BEFORE:
        return "before"
    date = tokens[i].date
    day = date is not None and date.precision == Precision.DAY
    owned = tokens[i + 1].tag == "POS"  # "in last Saturday's game"
    if day and before in ("in", "at", "during") and (start < i or owned):
        return "on"  # "in a Tuesday filing"
    subject = clause.subject is not None and clause.subject[0] <= i < clause.subject[1]
    happens = subject and clause.verb.lemma in verbs.OCCURRENCES
    return "on" if event and (before in ("during", "at", "in", "amid", "on") or happens) else ""


def _modifies(parsed: ParsedSentence, clause: Clause, i: int) -> bool:
    """Whether a date belongs to the noun after it ("the 3 May raid") and does not just open the clause."""
    if i + 2 >= len(parsed.tokens) or i + 1 == clause.verb.first:
        return False
    if [t.tag for t in parsed.tokens[i + 1 : i + 3]] == ["CC", "DATE"] and parsed.tokens[i - 1].tag == "PRP$":
        i += 2  # "its 2023 and 2024 results"
    opens = i > 0 and parsed.tokens[i - 1].tag == "IN" and clause.subject is not None and clause.subject[0] == i + 1
    owned = parsed.tokens[i - 1].tag in ("DT", "PRP$") and parsed.tokens[i + 1].tag == "NNP"  # "the 2023 Basin Fire"
    if owned and parsed.tokens[i].low.isdigit():
        return True
    due_to = parsed.tokens[i + 1].low == "due"  # "closed in May due to floods"
    return parsed.tokens[i + 1].tag in ("NN", "NNS", "JJ", "POS") and not opens and not due_to


def _read_preposition(parsed: ParsedSentence, i: int) -> Bearing:
    """A date with no noun after it: its preposition tells."""
    before = parsed.tokens[i - 1] if i else None
    date = parsed.tokens[i].date
    if before is None or date is None:
        return "on"
    if date.precision == "year" and before.tag == "NNP" and date.text.isdigit():
        return ""  # "the Games 2010": part of the name before it
    if before.low in ("in", "on", "at") and _is_since(parsed, i - 1):
        return ""  # "the oldest to play the part since the first, Jon Roe, in 1963"
    if before.tag == "CC" and i > 2 and parsed.tokens[i - 2].tag in ("CD", "DATE"):
        before, i = parsed.tokens[i - 3], i - 2  # "affected by the events of 18 and 19 February"
    if before.low == "of" and i > 1 and parsed.tokens[i - 2].low in _PARTS_OF_DAYS:
        return "on"  # "in the early hours of Sunday"
    owed = parsed.tokens[max(0, i - 1 - (before.tag == "IN"))]
    if owed.low == "due" and owed.tag == "JJ":
        return ""  # "the results, due on Monday, were delayed"
    ordered = before.low == "time" and i > 1 and parsed.tokens[i - 2].tag == "JJ"  # "for the third time this year"
    return "" if ordered or before.low in _NOT_THE_TIME else "on"


def _is_since(parsed: ParsedSentence, i: int) -> bool:
    """Whether the phrase at `i` goes with a "since" and its noun right before it, with no verb or date between."""
    for k in range(i - 1, max(-1, i - _SINCE), -1):
        token = parsed.tokens[k]
        if token.tag[:2] == "VB" or token.tag in ("MD", "DATE", "CC", ":"):
            return False
        if token.low == "since" and token.tag == "IN":
            return True
    return False


_SINCE = 10  # words


def find_date_in_phrase(parsed: ParsedSentence, i: int) -> DateMention | None:
    """The date inside the phrase of the noun at `i` or right behind it."""
    tokens = parsed.tokens
    k = i
    while k and (tokens[k - 1].tag in _IN_PHRASE or tokens[k - 1].date is not None):
        k -= 1
        if tokens[k].dates:
            return tokens[k].date
    behind = tokens[i + 1 : i + 3]
    if behind and find_lemma(behind[0].low) in verbs.PLANNING and behind[0].tag == "VBN":
        behind = tokens[i + 2 : i + 4]
    for token in behind:
        if token.dates:
            return token.date
        if token.low not in cues.FRONTED and token.low != "for":
            break
    return None


def is_of_object(parsed: ParsedSentence, clause: Clause, i: int, published: dt.date | None) -> bool:
    """Whether a date is that of what a verb is done to.

    "Agreed a deal, averting strikes over Christmas", "ended a frantic weekend of talks".
    """
    tokens, date = parsed.tokens, parsed.tokens[i].date
    above = parsed.clauses[clause.parent].verb if clause.parent is not None else None
    later = date is not None and published is not None and date.first is not None and date.first > published
    if clause.verb.form == "gerund" and above is not None and above.tense == "past" and later:
        return True
    if clause.verb.lemma in verbs.CALLING_FOR_A_DAY and i > clause.verb.last + 1 and tokens[i - 1].low == "for":
        return tokens[i - 2].low in _EVENTS  # "called a strike for 12 October"
    start = i
    while start > 0 and tokens[start - 1].tag in ("DT", "JJ", "PRP$"):
        start -= 1
    filled = i + 1 < len(tokens) and tokens[i + 1].low == "of" and start < i
    return filled and start > 0 and tokens[start - 1].tag[:2] == "VB"


_WEEK = dt.timedelta(days=7)
_PUT_OFF = frozenset("postpone delay reschedule defer adjourn push move".split())


def is_its_end(parsed: ParsedSentence, clause: Clause, i: int, published: dt.date | None) -> bool:
    """Whether a date says until when what somebody imposed will hold: "issued a warning through Sunday"."""
    before, verb, date = parsed.tokens[i - 1].low if i else "", clause.verb, parsed.tokens[i].date
    puts_off = verb.lemma in _PUT_OFF or (verb.lemma == "put" and parsed.tokens[verb.last].low in ("off", "back"))
    if puts_off and before in ("to", "until", "till") and verb.tense == "past" and i > verb.last:
        return True  # "have postponed the shows to July 31", "put off its flight until 2025"
    if before == "to" and i > 1 and parsed.tokens[i - 2].tag == "DATE" and not parsed.tokens[i - 2].dates:
        return True  # "a loss for the three months to June"
    lasts = before in ("through", "until", "till") and verb.tense == "past" and i > verb.last
    ends = date.last if date is not None and date.precision == Precision.YEAR else None
    ahead = ends is not None and published is not None and ends > published  # "signed a contract until 2030"
    due = i + 1 < len(parsed.tokens) and parsed.tokens[i + 1].tag == "TO"
    grants = due and verb.lemma in ("give", "grant")  # "gave him until July to pay"
    return lasts and (ahead or grants or verb.lemma in verbs.IMPOSING)


def is_of_decision(parsed: ParsedSentence, clause: Clause, i: int, published: dt.date | None) -> bool:
    """Whether a date ahead is that of what is decided, not of deciding it: "votes to close the mill on 31 July"."""
    verb, date = clause.verb, parsed.tokens[i].date
    if not verb.chain or verb.chain[0] not in _DECIDING or verb.tense == "future" or verb.modal or date is None:
        return False
    return i > verb.last and (date.signal in ("by", "until") or _is_ahead(date, published))


def _is_ahead(date: DateMention, published: dt.date | None) -> bool:
    """Whether a date lies behind publication and, but for weekdays, nearer to it than where a past would put it."""
    past, coming = date.put_in_tense(Tense.PAST), date.put_in_tense(Tense.COMING)
    if published is None or coming.first is None or past.last is None:
        return False
    nearer = coming.first - published < published - past.last and coming.first - published > _WEEK
    return coming.first > published and (past.last > published or nearer)


_DECIDING = frozenset("agree choose decide decline opt refuse resolve vote".split())


def goes_along(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a gerund behind a comma tells what came of the verb above it, and so was when that was."""
    return clause.verb.form == "gerund" and clause.start > 0 and parsed.tokens[clause.start - 1].tag == ","
