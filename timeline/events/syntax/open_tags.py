"""The tags of a whole sentence -> the same, with what the first pass left open decided.

Whether a word is a past or a participle says `participles`.
"""

from collections.abc import Sequence

from timeline.events.syntax.finite_verbs import find_finite_verbs
from timeline.events.syntax.lexicon import find_lemma, find_noun_lemma, find_usual_tag, list_verb_forms
from timeline.events.syntax.participles import settle_past
from timeline.events.words import cues, roles, tagset, verbs

__all__ = ["settle_tags"]


def settle_tags(low: list[str], tags: list[str], named: Sequence[bool]) -> None:
    """Decide what the first pass left open, now that the whole sentence is tagged; `named`: names and dates."""
    _close_rates(low, tags)
    _close_bounds(low, tags)
    _close_comparison(low, tags)
    _open_unknown_infinitive(low, tags)
    _open_noun_before_plural_verb(low, tags)
    _open_adjective_behind_verb(low, tags)
    _open_verb_of_closing_source(low, tags)
    _open_verb_before_and(low, tags)
    _open_infinitive_behind_and(low, tags)
    _open_due(low, tags)
    _open_verb_of_release(low, tags)
    _close_adjective_as_noun(low, tags)
    _open_verb_without_helper(low, tags)
    find_finite_verbs(low, tags, named)
    for i, open_tag in enumerate(tags):
        if open_tag == "VBD?":
            tags[i] = settle_past(low, tags, i)
    _open_verb_after_relatives(low, tags)
    _open_verb_after_infinitive(low, tags)


def _close_rates(low: Sequence[str], tags: list[str]) -> None:
    """What a price is for is no noun by itself: "who sold it for £25 a time was jailed"."""
    for i in range(1, len(tags) - 1):
        if low[i] == "a" and tags[i - 1] == "CD" and low[i + 1] in _EACH:
            tags[i] = tags[i + 1] = "RB"
        if low[i] == "that" and low[i + 1] == "of" and tags[i] in ("IN", "WDT"):
            tags[i] = "NN"  # "the body was believed to be that of Earl Dixon"


_EACH = frozenset(
    "time head share barrel tonne ton piece person copy ticket litre liter gallon kilo pound unit".split()
)


def _close_bounds(low: Sequence[str], tags: list[str]) -> None:
    """What bounds a number opens its phrase, and hangs on no verb: "killed at least 12", "hurt up to 60 people"."""
    for i in range(len(tags) - 2):
        if (low[i], low[i + 1]) in _BOUNDS and tags[i + 2] == "CD":
            tags[i], tags[i + 1] = "DT", "JJ"


_BOUNDS = frozenset((("at", "least"), ("at", "most"), ("up", "to")))


def _close_comparison(low: Sequence[str], tags: list[str]) -> None:
    """Nobody compares behind a comma: "a loss of 3m, compared with a profit a year earlier"."""
    for i in range(1, len(tags) - 1):
        if low[i] == "compared" and tags[i - 1] in (",", "CD", "NN", "NNS") and low[i + 1] in ("with", "to"):
            tags[i] = "IN"


def _open_unknown_infinitive(low: Sequence[str], tags: list[str]) -> None:
    """A word that no lexicon has is a verb between "to" and an article: "will have to resit a paper"."""
    for i in range(1, len(tags) - 1):
        if low[i - 1] == "to" and low[i] in ("fell", "found") and tags[i] in ("VBD", "VBD?", "VBN"):
            tags[i] = "VB"  # "told the owners to fell the oak"
        if low[i - 1] == "to" and tags[i] == "NN" and tags[i + 1] in ("DT", "PRP$") and not find_usual_tag(low[i]):
            tags[i] = "VB"


def _open_noun_before_plural_verb(low: Sequence[str], tags: list[str]) -> None:
    """What could be a verb with an "s" is a plural noun where its own verb follows: "that files are locked"."""
    for i in range(1, len(tags) - 1):
        if tags[i] not in ("VBZ", "VBZ?") or tags[i - 1] not in _BEFORE_NOUNS:
            continue
        if low[i + 1] in ("are", "were", "have"):
            tags[i] = "NNS"
        past = tags[i + 1] in ("VBD?", "VBN") and "VBD" in list_verb_forms(low[i + 1])
        if past and tags[i - 1] == "WDT" and find_usual_tag(low[i]) == "NNS":
            tags[i], tags[i + 1] = "NNS", "VBD"  # "the city that rebels captured"


def _open_adjective_behind_verb(low: Sequence[str], tags: list[str]) -> None:
    """What people do describes them where they are the object of a verb: "told cheering supporters"."""
    for i in range(1, len(tags) - 1):
        between = tags[i] == "VBG" and tags[i + 1] == "NNS" and tags[i - 1] in ("VBD", "VBD?", "VBZ", "VBP", "VB")
        people = between and (low[i + 1] in roles.ROLES or find_noun_lemma(low[i + 1]) in _CROWDS)
        office = low[i] == "acting" and tags[i + 1] in tagset.NOUNS  # "the acting minister"
        lasting = tags[i - 1] == "DATE" and "-" in low[i - 1] and tags[i] == "VBG" and tags[i + 1] in tagset.NOUNS
        if office or lasting or (people and find_lemma(low[i - 1]) in _TO_PEOPLE):  # "a four-year doping ban"
            tags[i] = "JJ"


_TO_PEOPLE = frozenset(
    "tell greet meet address see find urge warn ask thank join attack shoot kill arrest detain".split()
)
_CROWDS = frozenset(
    "supporter fan passenger resident worker farmer driver people migrant villager crowd demonstrator".split()
)
_BEFORE_NOUNS = frozenset(("IN", "WDT", "DT", "JJ", "CC", "PRP$"))


def _open_verb_before_and(low: Sequence[str], tags: list[str]) -> None:
    """A noun is a past where "and" and another follow in its clause: "as the virus spread and killed a man"."""
    for i in range(1, len(tags) - 3):
        plain = tags[i + 1] == "CC" and tags[i + 2] == "VBP" and tags[i] == "NN" and tags[i - 1] in tagset.NOUNS
        verb = plain and find_usual_tag(low[i]) in ("VB", "VBP")
        if verb and not any(tag in tagset.FINITE for tag in tags[:i]):
            tags[i] = "VBP"  # "troops arrive and start filling sandbags"
    for i in range(2, len(tags) - 3):
        pasts = tags[i + 1] == "CC" and tags[i + 2] in ("VBD", "VBD?") and tags[i + 3] in ("DT", "CD", "PRP$", "NNP")
        if not pasts or tags[i] != "NN" or tags[i - 1] not in ("NN", "NNP") or "VBD" not in list_verb_forms(low[i]):
            continue
        start = next((k for k in range(i - 1, -1, -1) if tags[k] in tagset.BREAKS or low[k] in cues.SUBORDINATORS), 0)
        if not any(tag in tagset.FINITE or tag == "VBD?" for tag in tags[start:i]):
            tags[i] = "VBD"


def _open_infinitive_behind_and(low: Sequence[str], tags: list[str]) -> None:
    """A verb that is alike in all its forms goes on with what is to come: "is to cut jobs and shut its plant"."""
    coming = False
    for i in range(1, len(tags) - 1):
        if tags[i] in tagset.BREAKS and tags[i] != "CC":
            coming = False
        elif tags[i - 1] == "CC" and tags[i] in ("VBD", "VBD?") and low[i] == find_lemma(low[i]):
            tags[i] = "VB" if coming else tags[i]
        elif tags[i][:2] == "VB" and tags[i] != "VBG":
            infinitive = tags[i] == "VB" and i > 1
            coming = infinitive and (tags[i - 1] == "MD" or (tags[i - 1] == "TO" and _is_to_come(low, i - 2)))


def _is_to_come(low: Sequence[str], i: int) -> bool:
    """Whether "to" behind the word at `i` tells what somebody will do: "is to", "plans to", "has agreed to"."""
    return low[i] in verbs.BE or find_lemma(low[i]) in verbs.PLANNING | _TO_DO


_TO_DO = frozenset("agree decide order vote vow pledge promise threaten propose aim hope want".split())


def _open_verb_of_release(low: Sequence[str], tags: list[str]) -> None:
    """What papers "released on Monday" do is show: behind the day on which they came out stands their verb."""
    for i in range(3, len(tags) - 1):
        if low[i] not in _SHOWS or tags[i - 1] != "DATE" or tags[i + 1] not in _OPENS_SHOWN:
            continue
        out = i - 2 - (tags[i - 2] == "IN")
        if (
            tags[out] in ("VBD?", "VBN")
            and tags[out - 1] in ("NNS", "NNPS", "VBZ?")
            and find_lemma(low[out]) in _COMING_OUT
        ):
            tags[i] = "VBP"


_OPENS_SHOWN = frozenset(("DT", "IN", "CD", "NNS", "PRP", "PRP$"))
_COMING_OUT = frozenset("release publish issue file unveil leak obtain see print".split())


def _open_due(low: Sequence[str], tags: list[str]) -> None:
    """What is due on a day is planned for it: "the verdict is due on 4 July"."""
    for i in range(1, len(tags) - 1):
        dated = tags[i + 1] == "DATE" or tags[i + 1 : i + 3] == ["IN", "DATE"]
        if low[i] == "due" and dated and low[i - 1 - (tags[i - 1] == "RB")] in verbs.BE:
            tags[i] = "VBN"


def _close_adjective_as_noun(low: Sequence[str], tags: list[str]) -> None:
    """An adjective without a noun is one: behind "a" ("passed a medical on Friday"), or as a name ("Ferris is due")."""
    if tags[:1] == ["JJ"] and low[0] not in cues.ALONE and low[1:2] and low[1] in verbs.BE | verbs.HAVE:
        tags[0] = "NNP"
    for i in range(1, len(tags) - 1):
        closes = tags[i + 1] == "." or tags[i + 1 : i + 3] == ["IN", "DATE"]
        if low[i - 1] in ("a", "an") and tags[i] == "JJ" and closes:
            tags[i] = "NN"


def _open_verb_without_helper(low: Sequence[str], tags: list[str]) -> None:
    """In a headline or item a participle tells by itself what was done: "Records stolen from trust"."""
    if tags[-1:] == ["."] and tags[:2] != ["DATE", ":"]:
        return
    for i in range(1, len(tags)):
        bare = tags[i] in ("VBN", "VBD?") and tags[i - 1] in (*tagset.NOUNS, "VBZ?")
        bare = bare and "VBD" not in list_verb_forms(low[i])
        away = low[i] == "taken" and low[i + 1 : i + 2] in _AWAY
        if not bare or not (away or find_lemma(low[i]) in _DONE_AT_ONCE):
            continue
        start = next((k for k in range(i - 1, -1, -1) if tags[k] in _PARTING), -1)
        end = next((k for k in range(i, len(tags)) if tags[k] in _PARTING), len(tags))
        elsewhere = any(tag in tagset.FINITE or tag == "VBD?" for tag in (*tags[start + 1 : i], *tags[i + 1 : end]))
        if not elsewhere and not any(find_usual_tag(word) == "VBZ" for word in low[i + 1 : end]):
            tags[i], tags[i - 1] = "VBD", "NNS" if tags[i - 1] == "VBZ?" else tags[i - 1]


_DONE_AT_ONCE = frozenset("beat break choose draw forbid freeze give hide steal swear tear throw withdraw".split())
_AWAY = [["offline"], ["to"], ["into"], ["from"], ["over"], ["off"], ["down"], ["away"], ["out"], ["hostage"]]
_PARTING = frozenset((":", ",", "."))


def _open_verb_of_closing_source(low: Sequence[str], tags: list[str]) -> None:
    """A last word like "show" is the verb of the papers that say so: "..., documents handed to this paper show."."""
    last = len(tags) - 2
    if last < 1 or tags[-1] != "." or low[last] not in _SHOWS:
        return
    comma = next((k for k in range(last - 1, -1, -1) if tags[k] == ","), -1)
    if comma >= 0 and any(tag in ("NNS", "NNPS", "VBZ?") for tag in tags[comma + 1 : last]):
        tags[last] = "VBP"


_SHOWS = frozenset("show say suggest indicate".split())


def _open_verb_after_relatives(low: Sequence[str], tags: list[str]) -> None:
    """Where all verbs stand in clauses that describe a noun, what follows them is the verb: "rebels who ... fled"."""
    openers = [i for i, tag in enumerate(tags) if _opens_clause(low, tags, i, tag)]
    finite = [i for i, tag in enumerate(tags) if tag in tagset.FINITE and not _has_modal(tags, i)]
    if not openers or len(finite) > len(openers) or '"' in tags or ":" in tags:
        return
    after = [i for i, tag in enumerate(tags) if tag == "VBN" and i > finite[-1]] if finite else []
    place = next((i for i in reversed(after) if _may_be_past(low, tags, i, finite[-1])), None)
    if place is not None:
        tags[place] = "VBD"


def _open_verb_after_infinitive(low: Sequence[str], tags: list[str]) -> None:
    """A sentence whose only verb is what its subject is the first to do has one: "the last man to see it died"."""
    to = next((i for i, tag in enumerate(tags) if tag == "TO"), len(tags))
    if tags[-1:] != ["."] or any(tag in tagset.FINITE or tag == ":" for tag in tags) or "VB" not in tags[to : to + 2]:
        return
    for i in range(len(tags) - 2, to + 1, -1):
        behind = tags[i] == "VBN" or tags[i - 1 : i + 1] == ["VB", "JJ"]  # "the decision to appeal angered parents"
        if behind and "VBD" in list_verb_forms(low[i]) and low[i + 1] != "by" and tags[i - 1] != ",":
            tags[i] = "VBD"
            return


def _opens_clause(low: Sequence[str], tags: Sequence[str], i: int, tag: str) -> bool:
    """Whether a clause beside the main one opens at `i`: by a word of its own, or a pronoun right behind a noun."""
    if tag in ("WP", "WDT") or (low[i] in cues.SUBORDINATORS and tag in ("IN", "WRB") and low[i] in _CLAUSAL):
        return True
    return tag == "PRP" and low[i] in ("he", "she", "they", "it") and i > 0 and tags[i - 1] in tagset.NOUNS


_CLAUSAL = frozenset("that because although though if unless".split())


def _has_modal(tags: Sequence[str], i: int) -> bool:
    """Whether a modal stands before the verb, which then makes one with it."""
    return tags[i] != "MD" and tags[i - 1 : i] == ["MD"]


def _may_be_past(low: Sequence[str], tags: Sequence[str], i: int, last: int) -> bool:
    """Whether a participle has no helper and no "by" behind it, and the last verb before it has its own."""
    helped = all(tags[k] in ("RB", "VBN") for k in range(last + 1, i))
    return "VBD" in list_verb_forms(low[i]) and not helped and low[i + 1 : i + 2] != ["by"] and tags[i - 1] != ","
