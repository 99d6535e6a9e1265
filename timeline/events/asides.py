"""A clause -> whether it only says who speaks, what was asked or what a noun is like, and tells no event.

``"...," she stormed``, "would not say what prompted the move", "asking not to be named", "negligence causing death".
"""

from typing import Final

from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.words import nouns, tagset, verbs

__all__ = ["describes", "is_object_deed", "is_state", "makes_nothing", "only_closes", "tells_no_event"]

_QUESTIONS: Final = frozenset("what who whom whether why how".split())
_NAMED: Final = frozenset("named identified quoted name identify quote".split())
_SPEAKER: Final = 6
"""The most words of a clause that only says who speaks."""


def tells_no_event(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause stands beside what happened: a question within it, or who says so."""
    if clause.verb.head in parsed.quoted and clause.verb.first and parsed.tokens[clause.verb.first - 1].tag == "DATE":
        return True  # "Today marks the start of a new chapter"
    above = parsed.clauses[clause.parent].verb if clause.parent is not None else None
    if clause.verb.form == "infinitive" and above is not None and above.lemma in verbs.DESCRIBING:
        return True  # "the gate was designed to hold back the flood"
    following = parsed.tokens[clause.verb.last + 1 : clause.verb.last + 2]
    if clause.verb.lemma == "follow" and following and following[0].low == "suit":
        return True  # what it was is told of another
    if clause.subject is not None and parsed.tokens[clause.subject[0]].low == "apologies" and clause.verb.passive:
        return True  # "apologies were received from", in minutes
    return any(holds(parsed, clause) for holds in _ASIDES)


def is_state(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a verb only says how something is; who contains a fire does something."""
    verb = clause.verb
    if verb.lemma not in verbs.STATES:
        return False
    done = range(*clause.subject) if verb.passive and clause.subject else range(verb.last + 1, clause.end)
    masters = verb.lemma == "contain" and any(parsed.tokens[i].low in _DISASTERS for i in done)
    awaited = verb.lemma == "expect" and verb.passive and bool(parsed.list_dates(clause))  # "is expected on Monday"
    asks = verb.lemma == "apply" and any(t.low == "for" for t in parsed.tokens[verb.last + 1 : clause.end])
    tried = verb.lemma == "appear" and any(t.low in _COURTS for t in parsed.tokens[verb.last + 1 : clause.end])
    names = verb.lemma in ("recognise", "recognize") and any(parsed.tokens[i].low in _POWERS for i in done)
    return not (masters or awaited or asks or tried or names)


_POWERS: Final = frozenset("government state independence republic union sovereignty regime annexation".split())


def only_closes(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause only says who made known what stands before it: "..., the secretary announced."."""
    behind = clause.start > 0 and parsed.tokens[clause.start - 1].tag == "," and clause.kind == "main"
    return behind and clause.verb.last + 2 == len(parsed.tokens) and clause.verb.lemma in verbs.ANNOUNCING


def makes_nothing(clause: Clause) -> bool:
    """Whether a verb says that its object will not be, or may be: "ruled out an election", "averted a strike"."""
    verb = clause.verb
    ruled = verb.last > verb.head and verb.lemma in ("rule", "call")  # "out", "off"
    return ruled or verb.lemma in _UNMADE


_UNMADE: Final = frozenset(
    "avert avoid cancel demand fear forecast oppose predict prevent propose seek threaten urge want".split()
)
_COURTS: Final = frozenset("court judge judges justices magistrate magistrates tribunal committee inquiry".split())
_DISASTERS: Final = frozenset(nouns.EVENT_NOUNS["disaster"].split())


def _compares(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether "than" or "as" opens a clause: "more jobs went than were lost", "twice as many as unions had feared"."""
    tokens, first = parsed.tokens, clause.verb.first if clause.subject is None else clause.subject[0]
    before = [token.low for token in tokens[max(0, min(first, clause.verb.first) - 3) : first]]
    than = clause.verb.first > 0 and tokens[clause.verb.first - 1].low == "than"
    return than or before[-1:] == ["than"] or (before[-1:] == ["as"] and before[:1] == ["as"] and len(before) > 1)


def _says_what_for(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause only says what an aim or a task is: "the challenge is to keep the parts that work"."""
    verb, subject = clause.verb, clause.subject
    first = parsed.tokens[verb.first].low
    aims = subject is not None and any(t.low in _AIMS for t in parsed.tokens[subject[0] : subject[0] + 3])
    return first in ("is", "are", "was", "were") and parsed.tokens[verb.first + 1].tag == "TO" and aims


_AIMS: Final = frozenset(
    "aim aims challenge goal goals hope idea intention job key objective point priority problem purpose task".split()
)


def describes(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a gerund only describes the noun right before it: "charged with negligence causing death in May"."""
    start = clause.start
    above = parsed.clauses[clause.parent].verb if clause.parent is not None else None
    perceived = above is not None and above.lemma in verbs.PERCEPTION and not above.passive
    hangs = clause.verb.form == "gerund" and start == clause.verb.first and start > 0
    return hangs and not perceived and parsed.tokens[start - 1].tag in tagset.NOUNS


def is_object_deed(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a gerund is only what somebody speaks of, plans or refuses: "denied taking bribes on Monday"."""
    above = parsed.clauses[clause.parent].verb if clause.parent is not None and clause.verb.form == "gerund" else None
    if above is None or above.passive:
        return False
    behind = [token.low for token in parsed.tokens[above.last + 1 : clause.verb.first]]
    if behind == ["for"]:
        return above.lemma in ("apologise", "apologize")
    return above.lemma in verbs.SPEAKING_OF_DEEDS and all(word in _LEADING_TO_DEED for word in behind)


_LEADING_TO_DEED: Final = frozenset("to against publicly repeatedly".split())


def _asks(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause is a question within another, or heads a text: "would not say what prompted the move"."""
    opening = parsed.tokens[clause.start]
    before = parsed.tokens[clause.start - 1].tag if clause.start else ""
    asks = opening.low in _QUESTIONS and opening.tag in ("WP", "WRB", "IN", "WDT")
    above = parsed.clauses[clause.parent].verb if clause.parent is not None else None
    if asks and above is not None and above.lemma in verbs.SAYING | {"ask", "know"} and before in ("NN", "NNS", "NNP"):
        return True  # "asked Crane how much he had been paid"
    return asks and (not before or before in ("VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "IN", "DATE", ":"))


def _is_bare_speech(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause of a subject and its verb stands beside what is said: ``"...," she stormed``."""
    tokens, verb = parsed.tokens, clause.verb
    if verb.form != "finite" or clause.subject is None or verb.lemma not in verbs.SAYING:
        return False
    first, last = min(clause.subject[0], verb.first), max(clause.subject[1] - 1, verb.last)
    before = tokens[first - 1].tag if first else ""
    after = tokens[last + 1].tag if last + 1 < len(tokens) else "."
    dated = after == "IN" and [t.tag for t in tokens[last + 2 : last + 3]] == ["DATE"]
    short = last - first < _SPEAKER and all(c is clause or not first <= c.verb.head <= last for c in parsed.clauses)
    if not short or before not in ('"', ",") or not (dated or after in (",", ".", '"', ":", "DATE")):
        return False
    if before == '"':  # "warned", "told the paper" carry what was said, as their title
        return verb.lemma not in verbs.REPORTING | verbs.STATEMENTS
    return (after == "," or (dated and verb.speaks)) and clause.kind == "main"


def _keeps_name_back(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether somebody asks "not to be named" or speaks "on condition of anonymity": that is how papers cite."""
    following = [t.low for t in parsed.tokens[clause.verb.head + 1 : clause.verb.head + 8]]
    unnamed = following[:3] == ["not", "to", "be"] and bool(_NAMED & set(following))
    named = clause.verb.lemma in _NAMED and clause.verb.form == "infinitive" and clause.verb.passive
    return unnamed or named or "anonymity" in following


def _tells_mood(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause only says how people felt: "parents reacted with fury", "the news was greeted with relief"."""
    following = [t.low for t in parsed.tokens[clause.verb.last + 1 : clause.verb.last + 5]]
    return clause.verb.lemma in _FEELING and following[:1] == ["with"] and not _MOODS.isdisjoint(following)


def _speaks_to_press(parsed: ParsedSentence, clause: Clause) -> bool:
    """Whether a clause only says to whom somebody spoke: "when he spoke to reporters on Tuesday"."""
    following = [t.low for t in parsed.tokens[clause.verb.last + 1 : clause.verb.last + 4]]
    return clause.verb.lemma in ("speak", "talk") and following[:1] == ["to"] and not _PRESS.isdisjoint(following)


_PRESS: Final = frozenset("reporters journalists press media newspapers".split())
_FEELING: Final = frozenset("react respond greet meet receive welcome".split())
_MOODS: Final = frozenset(
    """alarm anger astonishment bafflement caution concern delight derision disappointment disbelief dismay enthusiasm
    feelings frustration fury grief horror indignation jubilation joy optimism outrage relief sadness scepticism shock
    skepticism sorrow surprise suspicion unease""".split()
)


_ASIDES: Final = (
    _tells_mood,
    _speaks_to_press,
    _compares,
    _says_what_for,
    _asks,
    _is_bare_speech,
    _keeps_name_back,
)
