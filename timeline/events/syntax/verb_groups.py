"""Tagged words -> verb groups: helping verbs and the verb they help, with what they say of time, voice and doubt."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from timeline.events.syntax.lexicon import find_lemma, find_noun_lemma, list_verb_forms
from timeline.events.syntax.tokens import Token
from timeline.events.words import cues, nouns, roles, tagset, verbs

__all__ = ["PARTICLES", "VerbGroup", "find_groups"]


class VerbGroup(NamedTuple):
    """A verb with its helpers, in indexes of the sentence's words.

    Attributes
    ----------
    first, last
        The first and last word, particle included.
    lead, head
        The first and the last content verb: "agreed" and "pay" in "agreed to pay"; the same where there is but one.
    lemma, chain
        Base form of the head; base forms of the content verbs before it.
    form
        ``finite``, ``infinitive``, ``gerund`` or ``participle``.
    tense
        ``past``, ``present``, ``future`` or ``""``.
    modal
        The modal verb, "" if none.
    earlier
        Whether "had" puts it before another past: "had closed".
    """

    first: int
    last: int
    lead: int
    head: int
    lemma: str
    chain: tuple[str, ...] = ()
    form: str = "finite"
    tense: str = ""
    modal: str = ""
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    negated: bool = False
    earlier: bool = False

    @property
    def speaks(self) -> bool:
        """Whether it can be followed by what somebody says or thinks."""
        last = self.chain[0] if self.chain and self.lemma not in _SPEECH else self.lemma
        if self.lemma == "call" and self.last > self.head:
            return False  # "called off a walkout"
        return last in _SPEECH and self.form != "participle"


_SPEECH = verbs.REPORTING | verbs.STATEMENTS
_OPENING = frozenset(("MD", "TO", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_HELPERS = verbs.BE | verbs.HAVE | verbs.DO
_WITH_GERUND = frozenset("begin start stop continue keep finish resume quit avoid consider cease delay discuss".split())
_ASIDE = 8  # the longest aside between a helper and its verb: "was, according to the court, rejected"
PARTICLES = frozenset("off out up down away back apart aside ahead".split())


def find_groups(tokens: Sequence[Token]) -> list[VerbGroup]:
    """The verb groups of a sentence, in order, not overlapping."""
    groups: list[VerbGroup] = []
    free = 0
    for i in [i for i, token in enumerate(tokens) if token.tag in _OPENING]:
        if i < free or (tokens[i].tag == "TO" and _find_next(tokens, i, ("VB", "VBP")) is None):
            continue
        words = _follow_chain(tokens, i)
        group = _make_group(tokens, words)
        if group is not None:
            groups.append(_with_shared_helper(tokens, group, groups[-1] if groups else None))
        free = (group.last if group else words[-1]) + 1
    return groups


def _with_shared_helper(tokens: Sequence[Token], group: VerbGroup, previous: VerbGroup | None) -> VerbGroup:
    """A participle after "and" has the helping verb of the group before it: "was charged and jailed"."""
    joined = group.first > 0 and tokens[group.first - 1].tag == "CC" and group.form == "participle"
    if previous is None or not joined or previous.form != "finite" or not (previous.passive or previous.perfect):
        return group
    own = group.lemma in _SUFFERS_NOTHING or (not previous.perfect and _has_own_object(tokens, group))
    if previous.passive and own:
        return group._replace(form="finite", tense="past")
    return group._replace(
        form="finite",
        tense=previous.tense,
        passive=previous.passive,
        perfect=previous.perfect,
        earlier=previous.earlier,
    )


def _has_own_object(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """Whether who had something done to them did the next thing: "were sent home and spent weeks in a hall"."""
    following = tokens[group.last + 1] if group.last + 1 < len(tokens) else None
    if following is None or group.first != group.head or group.lemma in _WITH_TWO_OBJECTS:
        return False
    lasts = following.date is not None and following.date.timex_type == "DURATION" and group.lemma in _FILLING
    return lasts or following.tag in ("PRP$", "DT", "PRP")


_SUFFERS_NOTHING = verbs.WITHOUT_PASSIVE | frozenset("plead appear confess apologise apologize".split())
"""Verbs that nothing is done by to who is told of: "was charged and pleaded not guilty"."""

_FILLING = frozenset("spend serve wait take last".split())
_WITH_TWO_OBJECTS = frozenset(
    """allow appoint ask assign award bring call charge cost crown declare deem deny dub elect fine forgive give grant
    guarantee hand label leave lend make name offer order owe pay promise refuse refund render sell send serve show
    spare teach tell title vote""".split()
)
"""Verbs that have an object even in the passive: "was arrested and given a warning"."""


def _find_next(tokens: Sequence[Token], i: int, tags: tuple[str, ...]) -> int | None:
    """The next word after `i`, adverbs, dates and a short aside passed over, if it bears one of `tags`.

    "has now resigned", "was on Monday arrested", "was, however, rejected".
    """
    j = i + 1
    while j < len(tokens) and (length := _count_passed_over(tokens, j)):
        j += length
    return j if j < len(tokens) and tokens[j].tag in tags else None


def _count_passed_over(tokens: Sequence[Token], j: int) -> int:
    """How many words at `j` stand between a helper and its verb without belonging to either."""
    if tokens[j].tag in ("RB", "DATE") or (
        tokens[j].tag == '"' and tokens[j + 1 : j + 2] and tokens[j + 1].tag[:2] == "VB"
    ):
        return 1  # efforts had "failed the people"
    following = [t.tag for t in tokens[j + 1 : j + 3]]
    if tokens[j].tag == "IN" and following[:1] == ["DATE"]:
        return 2
    if tokens[j].tag == "," and j:
        closing = next((k for k in range(j + 1, min(j + _ASIDE, len(tokens))) if tokens[k].tag == ","), None)
        plain = closing is not None and not any(t.tag[:2] == "VB" or t.tag == "MD" for t in tokens[j + 1 : closing])
        return closing - j + 1 if closing is not None and plain else 0
    return 0


def _find_helped(tokens: Sequence[Token], i: int) -> int | None:
    """The word that the helping verb at `i` goes on with."""
    low, tag = tokens[i].low, tokens[i].tag
    if tag in ("MD", "TO") or low in verbs.DO:
        return _find_next(tokens, i, ("VB", "VBP"))
    if low in verbs.BE:
        return _find_next(tokens, i, ("VBN", "VBG", "VBD"))
    if low in verbs.HAVE:
        return _find_next(tokens, i, ("VBN", "VBD"))
    return None


def _follow_chain(tokens: Sequence[Token], i: int) -> list[int]:
    """The words of a group from helper to helper, then over verbs like "agree to"."""
    words = [i]
    while (following := _find_helped(tokens, words[-1]) or _find_catenated(tokens, words[-1])) is not None:
        words.append(following)
        if tokens[following].tag == "TO":
            infinitive = _find_next(tokens, following, ("VB", "VBP"))
            if infinitive is None:
                words.pop()
                break
            words.append(infinitive)
    return words


def _find_catenated(tokens: Sequence[Token], i: int) -> int | None:
    """The "to" or gerund that makes one event with the verb at `i`; over an adjective too: "is able to"."""
    low, lemma = tokens[i].low, find_lemma(tokens[i].low)
    if low in verbs.BE or low in verbs.HAVE:
        j = i + 1
        while j < len(tokens) and (tokens[j].tag == "RB" or tokens[j].low == "yet"):
            j += 1
        if j + 1 < len(tokens) and tokens[j].low in verbs.CATENATIVE_ADJECTIVES and low in verbs.BE:
            return j + 1 if tokens[j + 1].tag == "TO" else None
        return j if j < len(tokens) and tokens[j].tag == "TO" else None
    if lemma not in verbs.CATENATIVES or tokens[i].tag in ("MD", "TO"):
        return None
    j = i + 1
    while j < len(tokens) and (
        tokens[j].tag == "DATE"
        or (tokens[j].low in ("on", "in") and tokens[j + 1 : j + 2] and tokens[j + 1].tag == "DATE")
    ):
        j += 1  # "agreed on Monday to pay"
    if j + 1 < len(tokens) and tokens[j].tag == "RB" and tokens[j].low.endswith("ly") and tokens[j + 1].tag == "TO":
        j += 1  # "voted overwhelmingly to strike"
    if j < len(tokens) and tokens[j].tag == "TO":
        return j
    gerund = j < len(tokens) and tokens[j].tag == "VBG" and lemma in _WITH_GERUND
    return j if gerund else None


def _make_group(tokens: Sequence[Token], words: Sequence[int]) -> VerbGroup | None:
    """The group of these words; None for a helper that has lost its verb."""
    content = [i for i in words if _is_content(tokens, i)] or [i for i in words if tokens[i].tag not in ("MD", "TO")]
    if not content:
        return None
    head, lead = content[-1], content[0]
    helpers = {tokens[i].low for i in words if i < lead}
    be = not helpers.isdisjoint(verbs.BE)
    last = head
    particle = head + 1 < len(tokens) and tokens[head + 1].low in PARTICLES and tokens[head].low not in _HELPERS
    if particle and (head + 2 >= len(tokens) or tokens[head + 2].tag not in ("NNP", "POS")):
        last = head + 1
    helped = tokens[words[0]].low in verbs.BE and tokens[words[-1]].low == "be"
    if helped and len(words) > 2 and find_lemma(tokens[head].low) in _HELD_TO_BE:
        last = words[-1]  # "was believed to be that of a farmer"
    first = words[0]
    negated = any(
        t.low in cues.NEGATIONS or t.low.endswith("n't") or t.low == "cannot" for t in tokens[first : head + 1]
    )
    waits = any(t.low == "yet" for t in tokens[first : head + 1]) and tokens[first].low in verbs.HAVE | verbs.BE
    if count_denying(tokens, first) or waits:  # "has yet to announce"
        negated = True
    return VerbGroup(
        first=first,
        last=last,
        lead=lead,
        head=head,
        lemma=find_lemma(tokens[head].low),
        chain=_list_linked(tokens, words, content),
        form=_find_form(tokens, words),
        tense=_find_tense(tokens, words, helpers),
        modal=next((tokens[i].low for i in words if tokens[i].tag == "MD"), ""),
        passive=(be and tokens[lead].tag in ("VBN", "VBD"))
        or _is_done_to(tokens, words)
        or any(t.low in ("be", "been", "being") for t in tokens[lead:head]),
        perfect=not helpers.isdisjoint(verbs.HAVE),
        earlier=len(words) > 1 and tokens[words[0]].low in ("had", "hadn't") and tokens[words[1]].tag != "TO",
        progressive=be and tokens[lead].tag == "VBG",
        negated=negated,
    )


_HELD_TO_BE = frozenset("believe think understand know presume suspect report say allege".split())


def count_denying(tokens: Sequence[Token], first: int) -> int:
    """How many words right before a verb deny it: "no longer worked", "never paid"."""
    before = [token.low for token in tokens[max(0, first - 2) : first]]
    return 2 if before == ["no", "longer"] else int(before[-1:] in (["never"], ["not"]))


def _is_done_to(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Whether a headline tells in the past what was done to its subject: "Ferry owner charged over sinking"."""
    head = words[-1]
    item = tokens[0].tag == "DATE" and tokens[1].tag == ":"  # "5 May 2022: Norvik's appeal rejected."
    if (tokens[-1].tag == "." and not item) or len(words) > 1 or tokens[head].tag != "VBD":
        return False
    following = tokens[head + 1].tag if head + 1 < len(tokens) else ""
    if "VBD" not in list_verb_forms(tokens[head].low):
        return True  # "Records stolen from trust"
    if tokens[head].low == "declared" and tokens[head + 1 : head + 2] and tokens[head + 1].low in _DECLARED:
        return True  # "Outbreak declared over"
    if find_lemma(tokens[head].low) in _CHOOSING and _ends_in_role(tokens, head + 1):
        return True  # "Jane Roe named Rovers manager"
    lacks = find_lemma(tokens[head].low) in verbs.ALWAYS_WITH_OBJECT
    lacks = lacks or (item and find_lemma(tokens[head].low) in _LEFT_OUT_IN_ITEMS)
    lacks = lacks or (item and following in ("", ".") and find_lemma(tokens[head].low) in _SPEECH)
    return lacks and following in ("IN", "TO", "DATE", "", ",", ".")


_DECLARED = frozenset("bankrupt dead extinct illegal missing over safe unlawful unsafe void".split())
_LEFT_OUT_IN_ITEMS = verbs.EMPTY_WITHOUT_OBJECT | verbs.SELDOM_WITHOUT_OBJECT
_CHOOSING = frozenset("name appoint elect crown".split())


def _ends_in_role(tokens: Sequence[Token], start: int) -> bool:
    """Whether what follows is an office and no name, so that nobody but the subject can have been given it."""
    end = start
    while end < len(tokens) and tokens[end].tag in ("NN", "NNP", "JJ", "POS"):
        end += 1
    return end > start and find_noun_lemma(tokens[end - 1].low) in roles.ROLES and tokens[end - 1].actor is None


def _is_content(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].tag not in ("MD", "TO") and tokens[i].low not in _HELPERS


def _list_linked(tokens: Sequence[Token], words: Sequence[int], content: Sequence[int]) -> tuple[str, ...]:
    """Base forms of the verbs and adjectives before the head."""
    linked = [find_lemma(tokens[i].low) for i in content[:-1]]
    if linked or len(words) == 1:
        return tuple(linked)
    return tuple([t.low for t in tokens[words[0] : words[-1]] if t.low in verbs.CATENATIVE_ADJECTIVES])


def _find_form(tokens: Sequence[Token], words: Sequence[int]) -> str:
    """Finite or not, by the first word."""
    first = tokens[words[0]].tag
    if first == "TO":
        return "finite" if _is_announced(tokens, words) else "infinitive"
    if first == "VBG":
        return "gerund"
    if first == "VBN":
        return "participle"
    return "infinitive" if first == "VB" and words[0] > 0 and not _is_after_that(tokens, words[0]) else "finite"


_UNIQUE = frozenset("first second third last only youngest oldest next latest".split())  # "First woman to lead Norvik"


def _is_announced(tokens: Sequence[Token], words: Sequence[int]) -> bool:
    """Whether a headline tells with "to" what its subject will do: "Norvik to cut 400 jobs", not "Plan to cut jobs"."""
    to = words[0]
    before, behind = tokens[:to], tokens[words[-1] + 1 :]
    if not before or tokens[-1].tag == "." or tokens[to].low != "to":
        return False
    if [t.tag for t in before[-3:]] == [",", "CD", ","]:
        before = before[:-3]  # "Minister, 54, to quit"
    named = bool(before) and before[-1].tag in tagset.NOUNS | {"CD"} and before[0].low not in _UNIQUE
    asks = named and before[-1].actor is None and before[-1].low in nouns.TAKING_INFINITIVE
    verbless = not any(t.tag in _OPENING for t in before) and not any(t.tag in tagset.FINITE for t in behind)
    return named and verbless and not asks


def _is_after_that(tokens: Sequence[Token], i: int) -> bool:
    """Whether "that" and a subject stand before the bare verb at `i`: "demand that it go"."""
    for token in reversed(tokens[:i]):
        if token.low == "that":
            return True
        if token.tag == "MD" or token.tag[:2] == "VB" or token.tag in (",", "TO"):
            return False
    return False


def _find_tense(tokens: Sequence[Token], words: Sequence[int], helpers: AbstractSet[str]) -> str:
    """The tense of the first word; a perfect is past, "will" and "is going to" are future."""
    first = tokens[words[0]]
    if first.low in cues.FUTURE_MODALS or (first.tag == "TO" and _is_announced(tokens, words)):
        return "future"
    if first.tag == "VBD":
        return "past"
    if first.tag == "MD":
        return "" if helpers.isdisjoint(verbs.HAVE) else "past"
    if first.low in verbs.HAVE and len(words) > 1 and tokens[words[1]].tag != "TO":
        return "past"
    going = len(words) > 2 and tokens[words[1]].low == "going"
    be_to = first.low in verbs.BE and len(words) > 1 and tokens[words[1]].tag == "TO"
    if first.tag in ("VBZ", "VBP"):
        return "future" if going or be_to else "present"
    return ""
