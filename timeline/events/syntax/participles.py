"""A word that may be a past or a participle -> which it is.

A participle where the noun before it has its verb elsewhere or is already the object of one.
"""

from collections.abc import Sequence

from timeline.events.syntax.lexicon import find_lemma, list_verb_forms
from timeline.events.syntax.pasts import CALLED, find_break, has_object_behind_clause, is_past
from timeline.events.words import cues, roles, tagset, verbs

__all__ = ["settle_past"]

_OBJECT = frozenset(("DT", "NN", "NNS", "NNP", "PRP", "PRP$", "JJ", "CD", "TO"))
_A_NOUN = [["NN"], ["NNS"], ["NNP"]]
_AN_OBJECT = [[tag] for tag in _OBJECT]


def settle_past(low: list[str], tags: list[str], i: int) -> str:
    """Past or participle: a participle where the noun before it has its verb elsewhere."""
    forms = list_verb_forms(low[i])
    if not {"VBD", "VBN"} <= forms:
        return "VBD" if "VBD" in forms else "VBN"
    if is_past(low, tags, i) or (low[i] == "got" and low[i - 1] not in verbs.HAVE | verbs.BE):
        return "VBD"
    base = find_lemma(low[i])
    tells = base in verbs.REPORTING | verbs.PERCEPTION | _WITH_CONTENT and tags[i + 2 : i + 3] != ["DATE"]
    if tells and low[i + 1 : i + 2] == ["that"] and tags[i - 1 : i] != ["WRB"]:
        return "VBD"  # "the court found that", but "the letter found that day"
    if base in verbs.WITHOUT_PASSIVE and not _shares_helper(low, tags, i):
        return "VBD"  # "after nine patients died in Lund"
    speaks = (base in verbs.REPORTING or base in verbs.STATEMENTS) and base not in verbs.NEED_OBJECT
    speaks = speaks and not _is_done_on_day(low, tags, i)
    if (
        (base == "age" and tags[i + 1 : i + 2] == ["CD"])  # "two men aged 22 and 25"
        or _is_done_by(low, tags, i)
        or (base in _DESCRIBING and tags[i + 1 : i + 2] in (["IN"], ["TO"]))  # "a firm based in Oslo that"
        or _is_called(low, tags, i)
        or (base in verbs.DATING and tags[-1] != "." and tags[i + 1 : i + 2] in (["IN"], ["DATE"]))
        or _shares_helper(low, tags, i)
        or _opens_aside(tags, i)
        or _is_led_to_at_start(low, tags, i)
        or _is_within_apposition(low, tags, i)
        or _is_before_dashes(tags, i)
        or _goes_with(low, tags, i)
        or (not speaks and _is_before_finite(low, tags, i))
        or _is_object_of_gerund(low, tags, i)
        or _is_after_finite(low, tags, i)
    ):
        return "VBN"
    return "VBD"


_WITH_CONTENT = frozenset("realise realize discover decide agree rule warn announce".split())


_DESCRIBING = verbs.DESCRIBING | frozenset("associate devote link".split())


def _is_done_on_day(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb that lacks its object says when something was done: "workers dismissed in May"."""
    return find_lemma(low[i]) in _DONE_TO and tags[i + 1 : i + 3] == ["IN", "DATE"]


def _is_done_by(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether "by" and who did it stand behind a word, a date between: "the chief dismissed last week by Norvik"."""
    k = i + 1
    while k < len(tags) - 1 and (tags[k] == "DATE" or tags[k : k + 2] == ["IN", "DATE"]):
        k += 1
    done = find_lemma(low[i]) not in verbs.WITHOUT_PASSIVE if k == i + 1 else find_lemma(low[i]) in _DONE_TO
    return done and low[k : k + 1] == ["by"] and not _tells_how(low, tags, k + 1)


def _tells_how(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether what stands behind "by" is how much, when or how, and nobody who does it: "fell by 3", "won by lying"."""
    measure = tags[i : i + 1] == ["CD"] and low[i + 1 : i + 2] != ["of"]  # "rented by one of the brothers"
    return measure or tags[i : i + 1] == ["DATE"] or (tags[i : i + 1] == ["VBG"] and low[i] not in _ALSO_EVENTS)


_ALSO_EVENTS = frozenset(
    "fighting bombing shelling flooding looting rioting shooting killing stabbing poisoning".split()
)


def _is_called(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb of naming says what something is called: "a blogger named Minerva"; a court may name somebody."""
    named = tags[i + 1 : i + 2] in (["NNP"], ['"']) or tags[i + 1 : i + 3] == ["DT", "NNP"]
    if find_lemma(low[i]) not in CALLED or tags[i - 1 : i] != ["NN"] or not named:
        return False
    start = i - 1
    while start > 0 and tags[start - 1] in ("NN", "JJ", "CD"):
        start -= 1
    return low[i - 1] not in roles.NAMING_BODIES and start > 0 and low[start - 1] in ("a", "an", "another", "one")


def _shares_helper(low: list[str], tags: list[str], i: int) -> bool:
    """Whether a verb after "and" shares the "was" of the one before it: "was charged and jailed"."""
    nearest = next((k for k in range(i - 2, -1, -1) if tags[k][:2] == "VB"), None) if tags[i - 1] == "CC" else None
    if nearest is None or tags[nearest] != "VBN":
        return False
    if low[nearest - 1] == "as" and nearest == i - 2:
        return True  # "listed as threatened or endangered"
    if not verbs.HAVE.isdisjoint(low[max(0, nearest - 3) : nearest]) and "been" not in low[nearest - 1 : nearest]:
        return "DATE" not in tags[i : find_break(tags, i)]  # "had closed the mill and sold the land"
    given = find_lemma(low[i]) in _GIVING and tags[nearest + 1 : i - 1] != []
    leads = tags[i + 1 : i + 2] == ["TO"] and tags[i + 2 : i + 3] != ["VB"] and find_lemma(low[i]) in _SENDING
    if tags[i + 1 : i + 2] in _AN_OBJECT and not (leads or given or _is_refused(low, i)):
        return False
    helped = any(w in verbs.BE for w in low[max(0, nearest - 2) : nearest])
    return helped and find_lemma(low[i]) not in verbs.WITHOUT_PASSIVE  # "was given the drug and died"


_SENDING = frozenset("pass send hand refer forward transfer move return sell".split())
"""What they are done to goes somewhere: "was filed in Paris and passed to the Netherlands"."""
_GIVING = frozenset("award give grant hand offer show".split())
"""Whom they are done to gets something: "was called into the office and handed a letter"."""


def _is_refused(low: Sequence[str], i: int) -> bool:
    """Whether a verb says what the one before it was not given: "was charged and denied bail"."""
    return low[i] in ("denied", "refused", "granted") and low[i + 1] in _GRANTED


_GRANTED = frozenset("bail entry access permission asylum parole treatment visas leave clemency".split())


def _is_before_finite(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether another finite verb follows in the same stretch, so that this one belongs to the noun before it."""
    for k in range(i + 1, len(tags)):
        if _joins_nouns(low, tags, i, k):
            continue
        if tags[k] in tagset.BREAKS or (tags[k - 1 : k + 1] == ["RB", "IN"] and low[k] in cues.SUBORDINATORS):
            return False
        if tags[k] in tagset.FINITE:
            headline = tags[k] == "VBZ" and tags[-1] != "." and low[i + 1] in cues.TIME_CLAUSES and k > i + 2
            lacks = find_lemma(low[i]) in _DONE_TO and tags[i + 1] == "IN" and "PRP" not in tags[i + 1 : k]
            described = lacks or not _is_subordinated(low, tags, i, k) or has_object_behind_clause(low, tags, k)
            return not headline and described  # "charged after audit finds"
        if tags[k] == "VBD?":
            return _is_before_past(low, tags, i, k)
    return False


def _is_before_past(low: Sequence[str], tags: Sequence[str], i: int, k: int) -> bool:
    """Whether of two words that may be pasts the first is the participle: that without an object, or lasting."""
    lacks = find_lemma(low[i]) in verbs.NEED_OBJECT and tags[i + 1] in ("IN", "DATE")
    lasts = low[i + 1] == "since" and tags[i + 2] == "DATE"  # "talks suspended since March resumed"
    if lacks or lasts:
        return True
    if _is_subordinated(low, tags, i, k):
        if has_object_behind_clause(low, tags, k):
            return True  # "workers dismissed after a manager complained about a strike sued the firm"
        if find_lemma(low[i]) not in verbs.NEED_OBJECT:
            return False  # "the trial ended after the judge left."
    acts = find_lemma(low[k]) in verbs.WITHOUT_PASSIVE and tags[i + 1] == "RB"  # "a dog left alone in a car died on"
    return acts or (tags[i + 1] not in _OBJECT and tags[k + 1 : k + 2] != ["IN"] and "TO" not in tags[i:k])


def _joins_nouns(low: Sequence[str], tags: Sequence[str], i: int, k: int) -> bool:
    """Whether "and" stands between two nouns behind a participle: "signed by Norway and Denmark lapsed"."""
    joins = tags[k] == "CC" and tags[k - 1] in tagset.NOUNS and tags[k + 1 : k + 2] in _A_NOUN
    return joins and find_lemma(low[i]) in verbs.NEED_OBJECT and tags[i + 1] in ("IN", "DATE")


def _is_subordinated(low: Sequence[str], tags: Sequence[str], i: int, k: int) -> bool:
    """Whether the verb at `k` has its own subject after `i`: a pronoun, or what "after" opens with no verb left."""
    if any(tags[m] == "PRP" for m in range(i + 1, k)):
        return True
    if "since" in low[i + 1 : k] and low[k] in verbs.HAVE:
        return False  # what was since then is past: "a tunnel closed since the flood has reopened"
    opens = any(
        low[m] in cues.SUBORDINATORS and tags[m] == "IN" and tags[m + 1] != "DATE" for m in range(i + 1, k - 1)
    )  # "never inspected since 1990 has"
    return opens and not any(tag in tagset.FINITE for tag in tags[k + 1 :])


def _is_after_finite(  # noqa: C901, PLR0911 one return a rule
    low: Sequence[str], tags: Sequence[str], i: int
) -> bool:
    """Whether the noun before `i` is already the object of a verb, or the comma before `i` opens an aside."""
    k = i - 1
    while k >= 0:
        if tags[k] == ",":
            if any(t in tagset.NOUNS or t == "PRP" for t in tags[k + 1 : i]):
                return _describes_apposed(low, tags, k, i)
            k = _skip_aside(low, tags, k)
            continue
        if tags[k] in ("VB", "VBG") and tags[i + 1 : i + 2] == ["IN"] and find_lemma(low[i]) in _DONE_TO | {"order"}:
            return True  # "and postpone the delivery of trains ordered from"
        if tags[k] in ("CC", "WP", "WDT", "WRB", '"', ":", "("):
            return tags[k] == "CC" and _is_listed_object(low, tags, k, i)
        if low[k] in cues.SUBORDINATORS and tags[k + 1] != "DATE" and tags[i + 1 : i + 2] in _AN_OBJECT:
            return False  # "after Acme received letters"
        if low[k] in cues.TIMING and k < i - 1 and _ends_clause(low, tags, i):
            return False  # "until the talks concluded."
        plain = find_lemma(low[i]) not in verbs.NEED_OBJECT and tags[k + 1] != "DATE"
        if low[k] in cues.AS_CLAUSES and k < i - 1 and plain:
            return False  # "as drivers walked out in a row"
        if low[k] in cues.TIMING and k < i - 1 and plain and _happens(low, tags, i):
            return False  # "was cut short after water leaked into a helmet"
        if low[k] in cues.SUBORDINATORS and (low[k] in ("that", "if") or any(t in tagset.FINITE for t in tags[k:i])):
            return False
        if tags[k] in tagset.FINITE:
            speaks = find_lemma(low[k]) in verbs.REPORTING or find_lemma(low[k]) in verbs.STATEMENTS
            speaks = speaks and low[k + 1] not in ("off", "up")  # "called off a walkout planned for"
            seen = find_lemma(low[k]) in verbs.PERCEPTION and low[k + 1 : i] in (["it"], ["him"], ["them"])
            described = _is_done_on_day(low, tags, i) or _is_led_to(low, tags, i)
            return seen or not speaks or described or find_lemma(low[k]) in verbs.WITH_THAT
        k -= 1
    return False


def _happens(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb without an object tells what befell something: "after a substation overheated and caught fire"."""
    return find_lemma(low[i]) in _BEFALLING and tags[i + 1 : i + 2] in (["IN"], ["CC"], ["RB"])


_BEFALLING = frozenset(
    """burst capsize collide crack crash derail drift erupt explode fail flood freeze ignite jam leak malfunction melt
    overheat overturn plunge rupture seep short skid slip snap spill spread stop swerve topple veer""".split()
)


def _is_listed_object(low: Sequence[str], tags: Sequence[str], joint: int, i: int) -> bool:
    """Whether "and" joins the noun before `i` to the object of a gerund: "covering hinges and glass used in phones"."""
    lacks = find_lemma(low[i]) in verbs.ALWAYS_WITH_OBJECT | {"use", "make"} and tags[i + 1 : i + 2] == ["IN"]
    k = joint - 1
    while k > 0 and (tags[k] in tagset.NOUNS or tags[k] in ("DT", "JJ", "CD", "PRP$", "POS")):
        k -= 1
    return lacks and k < joint - 1 and tags[k] == "VBG" and any(tag in tagset.FINITE for tag in tags[:k])


def _is_object_of_gerund(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a gerund has the noun before a word as its object: "accused of hiding a string of deaths linked to"."""
    if tags[i + 1 : i + 2] not in (["TO"], ["IN"]) or find_lemma(low[i]) not in _DONE_TO | verbs.NAMING:
        return False
    k = i - 1
    while k > 0 and (tags[k] in tagset.NOUNS or tags[k] in ("DT", "JJ", "CD", "PRP$", "POS") or low[k] == "of"):
        k -= 1
    return 0 < k < i - 1 and tags[k] == "VBG" and tags[k - 1] == "IN"


def _ends_clause(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb that needs no object closes its clause: "until the talks concluded.", "after the judge left."."""
    closes = tags[i + 1 : i + 2] in (["."], [","], []) or (tags[i + 1] == "RB" and tags[i + 2 : i + 3] == ["."])
    return closes and (find_lemma(low[i]) not in verbs.NEED_OBJECT or low[i] == "left")


def _is_led_to(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a preposition leads to the noun before a word, so that it acts not: "said in a ruling handed down"."""
    k = i - 1
    while k > 0 and tags[k] in ("NN", "NNS", "JJ"):
        k -= 1
    return 0 < k < i - 1 and tags[k] == "DT" and tags[k - 1] == "IN" and low[k - 1] not in cues.SUBORDINATORS


def _describes_apposed(low: Sequence[str], tags: Sequence[str], comma: int, i: int) -> bool:
    """Whether a verb that lacks its object ends a phrase beside a noun: "on gallium, two metals used in chips."."""
    lacks = find_lemma(low[i]) in verbs.ALWAYS_WITH_OBJECT | {"use"} and tags[i + 1 : i + 2] in (["IN"], ["TO"])
    lacks = lacks or (find_lemma(low[i]) in _DONE_TO and tags[i + 1 : i + 2] == ["IN"])
    within = tags[comma + 1] == "IN" and low[comma + 1] not in cues.SUBORDINATORS and "DATE" not in tags[comma:i]
    lacks = lacks or (
        within and tags[i + 1 : i + 2] in (["DATE"], ["IN"], ["."], ["RB"])
    )  # "in addition to ships sunk"
    last = all(tag not in tagset.FINITE and tag not in (",", "VBD?") for tag in tags[i + 1 :])
    return lacks and last and any(tag in tagset.FINITE for tag in tags[:comma])


def _opens_aside(tags: Sequence[str], i: int) -> bool:
    """Whether the verb of the noun before the comma comes after the next comma: "the chip, built for ..., could"."""
    start = i - 1
    while start > 0 and tags[start] == "RB":
        start -= 1
    if start <= 0 or tags[start] != ",":
        return False
    closing = next((k for k in range(i + 1, len(tags)) if tags[k] == ","), None)
    if closing is None or "CC" in tags[closing + 1 : closing + 2]:
        return False
    following = next((t for t in tags[closing + 1 :] if t != "RB"), "")
    return following in tagset.FINITE or following == "VBD?"


def _is_led_to_at_start(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a preposition opens its clause and leads to the noun before a word: "In a letter sent on Monday, he"."""
    start = i - 1
    while start > 0 and (tags[start] in tagset.NOUNS or tags[start] in ("JJ", "CD") or low[start] == "of"):
        start -= 1
    opens = tags[start] in ("DT", "PRP$") and tags[start - 1] == "IN" and low[start - 1] not in ("of", "than")
    if not opens or start < 1 or (start > 1 and tags[start - 2] not in (",", ":", '"', "CC", "RB")):
        return False
    several = tags[i - 2 : i - 1] in _A_NOUN  # "in the capital crowds marched"
    lacks = find_lemma(low[i]) in _DONE_TO and tags[i + 1 : i + 2] not in _AN_OBJECT
    return lacks or not (several or low[start - 1] in cues.SUBORDINATORS)


_DONE_TO = (
    verbs.ALWAYS_WITH_OBJECT | verbs.EMPTY_WITHOUT_OBJECT | verbs.DATING | {"dismiss", "hand", "penalise", "penalize"}
)


def _is_within_apposition(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether what stands beside a name has a participle in it: "Jon Roe, the manager blamed for the crash, quit"."""
    start = i - 1
    while start > 0 and (tags[start] in tagset.NOUNS or tags[start] in ("JJ", "CD", "RB")):
        start -= 1
    apposed = tags[start] == "DT" and tags[start - 1 : start] == [","] and tags[start - 2] in ("NNP", "NN", "NNS")
    closing = next((k for k in range(i + 1, len(tags)) if tags[k] == ","), None) if apposed else None
    if closing is None or tags[i + 1] not in ("IN", "DATE", "TO", "RB", ",") or low[start - 3] in _PLACING:
        return False
    following = next((k for k in range(closing + 1, len(tags)) if tags[k] != "RB"), closing)
    acts = tags[following] in tagset.FINITE or tags[following] == "VBD?"
    return acts and find_lemma(low[following]) not in verbs.SAYING


_PLACING = frozenset("in at near from".split())


def _is_before_dashes(tags: Sequence[str], i: int) -> bool:
    """Whether dashes part the noun and its participle from the verb: "a poll published yesterday - of 900 - showed"."""
    dashes = [k for k in range(i + 1, len(tags) - 1) if tags[k] == ":"]
    near = len(dashes) > 1 and all(tag in ("DATE", "IN", "RB") for tag in tags[i + 1 : dashes[0]])
    following = tags[dashes[1] + 1] if near else ""
    return following in tagset.FINITE or following == "VBD?"


def _goes_with(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether "with" opens the phrase that the word ends: "walked out, with all eleven lines closed"."""
    k = i - 1
    while k > 0 and (tags[k] in tagset.NOUNS or tags[k] in ("CD", "DT", "JJ", "JJR", "PRP$", "POS", "RB")):
        k -= 1
    return 0 <= k < i - 1 and low[k] == "with" and (not k or tags[k - 1] in (",", "(", ":"))


def _is_speaker(low: Sequence[str], tags: Sequence[str], start: int, end: int) -> bool:
    """Whether the words between two commas only say who speaks: "the plan, he charged, called for less"."""
    speaks = find_lemma(low[end - 1]) in verbs.SAYING
    named = tags[start] in ("PRP", "NNP", "DT", "NN")
    return start + 2 <= end <= start + _SPEAKER and named and speaks and tags[end - 1] in ("VBD", "VBZ", "VBD?")


_SPEAKER = 5  # words


def _skip_aside(low: Sequence[str], tags: Sequence[str], comma: int) -> int:
    """Where to go on leftwards of a comma: before the aside it closes, if it closes one."""
    opening = comma - 1
    while opening >= 0 and tags[opening] != ",":
        opening -= 1
    aside = low[opening + 1] in cues.RELATIVES or tags[opening + 1] in ("IN", "VBN", "VBG", "JJ")
    aside = aside or _is_speaker(low, tags, opening + 1, comma)
    return opening - 1 if opening >= 0 and opening + 1 < comma and aside else comma - 1
