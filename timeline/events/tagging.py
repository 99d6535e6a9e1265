"""A sentence -> its words with their parts of speech (Penn Treebank tags).

The usual tag of a word is bent to its context by a small ordered set of rules for what matters here: telling verbs
from nouns, and pasts from participles. It builds no tree.
"""

from collections.abc import Sequence

from timeline.actors import ActorMention
from timeline.dates import DateMention
from timeline.events import _cues, _tags, _verbs
from timeline.events.lexicon import is_verb, lemma_of, usual_tag, verb_forms
from timeline.events.tokens import Token, split_words

__all__ = ["tag_words"]


def tag_words(
    text: str, start: int, end: int, dates: Sequence[DateMention] = (), actors: Sequence[ActorMention] = ()
) -> list[Token]:
    """The words of ``text[start:end]`` with their tags.

    `dates` and `actors` may be those of the whole text, in order; each becomes one word.

    Examples
    --------
    >>> def show(text): return " ".join(f"{t.low}/{t.tag}" for t in tag_words(text, 0, len(text)))
    >>> show("Rebels shelled the port, and troops shot at planned targets.")
    'rebels/NNS shelled/VBD the/DT port/NN ,/, and/CC troops/NNS shot/VBD at/IN planned/JJ targets/NNS ./.'
    >>> show("The man arrested in May was charged and jailed.")
    'the/DT man/NN arrested/VBN in/IN may/NNP was/VBD charged/VBN and/CC jailed/VBN ./.'
    """
    words = split_words(text, start, end, dates, actors)
    low = [text[s:e].lower().replace("’", "'") for s, e, _, _ in words]
    headline = _is_headline([text[s:e] for s, e, d, a in words if d is None and a is None])
    tags = []
    for i, (s, e, date, actor) in enumerate(words):
        if date is not None:
            tags.append("DATE")
        elif actor is not None:
            tags.append(_tags.FIXED.get(low[i], "NNP") if actor.inferred else "NNP")
        elif low[i] == "'":
            tags.append(
                "POS" if text[s - 1 : s] == "s" and text[e : e + 1].isspace() and tags.count('"') % 2 == 0 else '"'
            )
        else:
            tags.append(_first_tag(text[s:e], low[i], plain_case=headline or i == 0))
    fixed = [d is not None or a is not None for _, _, d, a in words]
    _bend(low, tags, fixed)
    _settle(low, tags)
    return [
        Token(start=s, end=e, low=low[i], tag=tags[i], date=date, actor=actor)
        for i, (s, e, date, actor) in enumerate(words)
    ]


_HELPERS = _verbs.BE | _verbs.HAVE


def _is_headline(words: Sequence[str]) -> bool:
    """Whether nearly every longer word is capitalised, so that capitals tell nothing of names."""
    longer = [w for w in words if len(w) > 3 and w.isalpha()]
    return len(longer) >= 3 and sum(w[0].isupper() for w in longer) > 0.7 * len(longer)


def _first_tag(word: str, low: str, *, plain_case: bool) -> str:
    """The tag of a word without its context; ``VB?`` marks what only the context can tell."""
    if low in _tags.FIXED:
        return "NNP" if low in ("may", "will") and word[0].isupper() and not plain_case else _tags.FIXED[low]
    if not low[0].isalpha():
        return _tags.MARKS.get(low, "CD" if any(c.isdigit() for c in low) else ":")
    capital = word[0].isupper()
    if capital and not plain_case:
        known = usual_tag(word)
        return known if known in ("NNS", "JJ", "RB", "CD") and word != low and usual_tag(low) != known else "NNP"
    known = usual_tag(low) or (usual_tag(word) if capital else "")
    if known:
        return "NN" if known in ("FW", "UH", "SYM", "LS") else known
    if capital:
        return "NNP" if not verb_forms(low) else _by_ending(low)
    return _by_ending(low)


def _by_ending(low: str) -> str:
    """The tag an unknown word is likely to have."""
    if "-" in low and not low.endswith(("ing", "s")):
        return "JJ"
    return next((tag for ending, tag in _tags.ENDINGS if low.endswith(ending)), "NN")


def _bend(low: list[str], tags: list[str], fixed: Sequence[bool]) -> None:
    """Bend each tag to the words around it, from left to right."""
    for i, word in enumerate(low):
        if fixed[i] or (word in _tags.FIXED and word != "following"):
            if word == "'s" and i:
                tags[i] = _possessive_or_is(low, tags, i)
            elif (
                word in _tags.FLOATING
                and i
                and low[i - 1] in _HELPERS
                and i + 1 < len(low)
                and "VBN" in verb_forms(low[i + 1])
            ):
                tags[i] = "RB"
            elif word == "that":
                tags[i] = _that(tags, i)
            elif word == "her":
                tags[i] = "PRP$" if _opens_noun(low, tags, i + 1) else "PRP"
            continue
        forms = verb_forms(word)
        if word in _tags.FLOATING and i and low[_before(tags, i)] in _HELPERS:
            tags[i] = "RB"  # "was first shown", "were all killed"
            continue
        if word == "following" and i and tags[i - 1] == "DT":
            tags[i] = "JJ"
            continue
        if tags[i] in ("NNP", "NNPS"):
            continue
        if not forms:
            if tags[i][:2] == "VB":
                tags[i] = "NN"
            continue
        before = _before(tags, i)
        if before >= 0 and low[before] == "may" and "VBD" in forms and "VB" not in forms:
            tags[before] = "NNP"  # "May said": no modal before a past
        if "VBG" in forms:
            tags[i] = _ing(low, tags, i, before)
        elif "VBD" in forms or "VBN" in forms:
            tags[i] = _past(low, tags, i, before)
        elif "VBZ" in forms:
            tags[i] = _third_person(low, tags, i, before)
        else:
            tags[i] = _base(low, tags, i, before)


def _before(tags: Sequence[str], i: int) -> int:
    """Where the word before `i` stands that is no adverb; -1 at the start."""
    j = i - 1
    while j >= 0 and tags[j] == "RB":
        j -= 1
    return j


def _possessive_or_is(low: Sequence[str], tags: Sequence[str], i: int) -> str:
    """``'s`` after a pronoun, or before what cannot be owned, is a verb."""
    if low[i - 1] in ("it", "he", "she", "that", "there", "what", "who", "here"):
        return "VBZ"
    return "POS"


def _that(tags: Sequence[str], i: int) -> str:
    """``that`` after a noun may open a relative clause, before a noun point at it, else it opens a clause."""
    if i and tags[i - 1] in _tags.NOUNS:
        return "WDT"
    return "IN"


def _opens_noun(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a noun phrase without its article goes on at `i`."""
    return i < len(low) and (tags[i] in _tags.NOUNS or tags[i] in ("JJ", "JJR", "JJS", "CD", "VBN", "VBG"))


def _is_aux(low: Sequence[str], tags: Sequence[str], at: int, group: frozenset[str]) -> bool:
    """Whether a helping verb of `group` stands at `at` (or before a subject: "has it left")."""
    return at >= 0 and low[at] in group and tags[at] != "POS"


def _ing(low: Sequence[str], tags: Sequence[str], i: int, before: int) -> str:
    """An -ing form: a noun after an article, a verb after "be" and most elsewhere."""
    if _is_aux(low, tags, before, _verbs.BE):
        return "VBG"
    usual = usual_tag(low[i])
    if before >= 0 and tags[before] in _tags.BEFORE_NOUN:
        return "NN" if usual == "NN" or not _opens_noun(low, tags, i + 1) else "JJ"
    if usual in ("NN", "JJ", "IN"):
        return usual
    if (
        before >= 0
        and tags[before] in _tags.NOUNS
        and i + 1 < len(low)
        and tags[i + 1] in _tags.NOUNS
        and before == i - 1
    ):
        return "NN" if low[i + 1] not in _tags.FIXED and usual_tag(low[i]) != "VBG" else "VBG"
    return "VBG"


def _past(low: Sequence[str], tags: Sequence[str], i: int, before: int) -> str:  # noqa: PLR0911 an ordered list of rules
    """A form that can be past or participle; ``VBD?`` where only the rest of the sentence can tell."""
    forms = verb_forms(low[i])
    participle = "VBN" if "VBN" in forms else "VBD"
    if before < 0:
        return (
            "VBN"
            if low[i].endswith("ed") and i + 1 < len(low) and not _opens_noun(low, tags, i + 1)
            else _noun_or(low[i], "VBD?")
        )
    prior = tags[before]
    if (
        _is_aux(low, tags, before, _verbs.HAVE)
        or _is_aux(low, tags, before, _verbs.BE)
        or low[before] in ("get", "got", "gets")
    ):
        return participle
    if prior == "MD" or _is_aux(low, tags, before, _verbs.DO) or prior == "TO":
        return "VB" if "VB" in forms else ("NN" if usual_tag(low[i]) == "NN" else participle)
    if prior in _tags.BEFORE_NOUN or (
        prior == "CD" and before and tags[before - 1] in _tags.BEFORE_NOUN and "VB" in forms
    ):
        return "JJ" if _opens_noun(low, tags, i + 1) and usual_tag(low[i])[:2] != "NN" else "NN"
    if prior == "IN" or prior[:2] == "VB":
        noun = usual_tag(low[i]) == "NN"
        return "NN" if noun else "JJ" if _opens_noun(low, tags, i + 1) else participle
    if prior == "WRB":
        return participle
    if prior == "CC":
        return _after_and(low, tags, i, before)
    return _noun_or(low[i], "VBD?", tags=tags, i=i, low=low)


def _noun_or(word: str, otherwise: str, tags: Sequence[str] = (), i: int = 0, low: Sequence[str] = ()) -> str:
    """A noun that is also a past ("shot", "cut") is one before an article or name, the noun elsewhere."""
    if usual_tag(word) not in ("NN", "JJ") or word.endswith("ed"):
        return otherwise
    follows = tags[i + 1] if i + 1 < len(tags) else ""
    return otherwise if follows in ("DT", "PRP", "PRP$", "NNP", "CD", "NNS", "RB", "IN", "JJ", "TO") else "NN"


def _after_and(low: Sequence[str], tags: Sequence[str], i: int, before: int) -> str:
    """After "and": one more verb where a verb came before, else an adjective before its noun."""
    verbs = any(t[:2] == "VB" or t == "MD" for t in tags[:before])
    if before and tags[before - 1] in ("JJ", "VBN") and _opens_noun(low, tags, i + 1):
        return "JJ"
    return "VBD?" if verbs else "JJ" if _opens_noun(low, tags, i + 1) else "VBD?"


def _third_person(low: Sequence[str], tags: Sequence[str], i: int, before: int) -> str:
    """An -s form: a plural noun or a verb in the present; ``VBZ?`` where the rest of the sentence has to tell."""
    prior = tags[before] if before >= 0 else ""
    if low[i].endswith("ss"):
        return tags[i]
    if prior in ("PRP", "WP", "WDT") and low[before] not in ("them", "him", "us", "me"):
        return "VBZ"
    if prior in _tags.BEFORE_NOUN or prior in ("IN", "TO", "VBG", "") or prior[:2] == "VB" or prior == "CD":
        return "NNS"
    if tags[i] == "VBZ" and prior not in ("NN", "NNS"):
        return "VBZ"
    plain = tags[i] == "VBZ"
    follows = tags[i + 1] if i + 1 < len(tags) else ""
    headline = tags[-1] != "." and prior == "NNP" and follows in _tags.AFTER_VERB
    intends = follows == "TO" and lemma_of(low[i]) in _verbs.CATENATIVES and prior == "NNP"
    if not plain and not headline and not intends and follows not in ("DT", "PRP", "PRP$"):
        return "NNS"
    return "VBZ?" if prior in ("NN", "NNP", '"', ",", ")", "DATE", "CC") else "NNS"


def _base(low: Sequence[str], tags: Sequence[str], i: int, before: int) -> str:  # noqa: PLR0911 an ordered list of rules
    """A bare form: infinitive, plural present or noun."""
    usual = tags[i]
    verbal = usual in ("VB", "VBP")
    if before < 0:
        return usual
    prior, follows = tags[before], tags[i + 1] if i + 1 < len(tags) else ""
    if prior == "MD" or _is_aux(low, tags, before, _verbs.DO) or low[before] in ("let", "lets"):
        return "VB"
    if prior == "TO":
        return _after_to(low, tags, i, before)
    if prior in _tags.BEFORE_NOUN or prior in ("IN", "CD", "POS", "VBG"):
        return "NN" if verbal else usual
    if prior == "PRP" and low[before] in ("i", "you", "we", "they"):
        return "VBP"
    if prior in ("WP", "WDT"):
        return "VBP" if verbal or follows in ("IN", "DT", "TO", "PRP$", "RB") else usual
    if verbal and prior in ("NNS", "NNPS", "PRP"):
        return "VBP"
    if prior == "NNS" and usual == "NN" and follows in ("DT", "PRP$", "PRP", "NNP", "WRB", "TO"):
        return "VB?"
    if verbal and prior == "CC":
        return "VB" if any(t in ("VB", "VBP", "MD") for t in tags[:before]) else "VBP"
    if verbal and prior in _tags.NOUNS:
        return "VB" if any(w == "that" or lemma_of(w) in _tags.WITH_BARE_VERB for w in low[:before]) else "NN"
    return ("VB" if prior in ("VB", "RB") else "NN") if verbal else usual


def _after_to(low: Sequence[str], tags: Sequence[str], i: int, before: int) -> str:
    """After "to": an infinitive, unless a verb of motion or the end of the phrase makes it a place or thing."""
    usual = tags[i]
    if usual in ("VB", "VBP"):
        return "VB"
    if usual == "NN":
        opener = low[before - 1] if before else ""
        motion = lemma_of(opener) in _tags.TO_A_THING
        follows = tags[i + 1] if i + 1 < len(tags) else "."
        return "NN" if motion and follows not in ("DT", "PRP$", "PRP", "NNP") else "VB"
    return usual if not (usual == "JJ" and is_verb(low[i])) else "VB"


def _settle(low: Sequence[str], tags: list[str]) -> None:
    """Decide what the first pass left open, now that the whole sentence is tagged."""
    for i, open_tag in enumerate(tags):
        if open_tag == "VBD?":
            tags[i] = _settle_past(low, tags, i)
        elif open_tag == "VBZ?":
            verb = not _has_finite(low, tags, i) and _takes_object(tags, i)
            tags[i] = "VBZ" if verb or usual_tag(low[i]) == "VBZ" else "NNS"
        elif open_tag == "VB?":
            tags[i] = "VBP" if not _has_finite(low, tags, i) else "NN"


def _has_finite(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the stretch around `i` has another finite verb."""
    first = i
    while first and tags[first - 1] not in _tags.BREAKS:
        first -= 1
    last = i
    while last + 1 < len(tags) and tags[last + 1] not in _tags.BREAKS:
        last += 1
    return any(k != i and tags[k] in _tags.FINITE for k in range(first, last + 1))


def _takes_object(tags: Sequence[str], i: int) -> bool:
    """Whether what follows looks like the object or complement of a verb."""
    return i + 1 < len(tags) and tags[i + 1] in _tags.AFTER_VERB


def _settle_past(low: Sequence[str], tags: Sequence[str], i: int) -> str:
    """Past or participle: a participle where the noun before it has its verb elsewhere."""
    forms = verb_forms(low[i])
    if "VBN" not in forms:
        return "VBD"
    if "VBD" not in forms:
        return "VBN"
    if _opens_aside(tags, i):
        return "VBN"
    speaks = lemma_of(low[i]) in _verbs.REPORTING or lemma_of(low[i]) in _verbs.STATEMENTS
    if i + 1 < len(low) and low[i + 1] == "by" and tags[min(i + 2, len(tags) - 1)] not in ("CD", "DATE", "VBG"):
        return "VBN"
    if not speaks and _finite_follows(tags, i):
        return "VBN"
    return "VBN" if _finite_leads(low, tags, i) else "VBD"


def _finite_follows(tags: Sequence[str], i: int) -> bool:
    """Whether another finite verb follows in the same stretch, so that this one belongs to the noun before it."""
    for k in range(i + 1, len(tags)):
        if tags[k] in _tags.BREAKS or tags[k] == "IN" and tags[k - 1] in ("RB",):
            return False
        if tags[k] in _tags.FINITE:
            return not _subordinated(tags, i, k)
        if tags[k] == "VBD?":
            # of two pasts in a row the one without an object is the participle
            return tags[i + 1] not in _OBJECT and tags[k + 1 : k + 2] != ["IN"] and "TO" not in tags[i:k]
    return False


_OBJECT = frozenset(("DT", "NN", "NNS", "NNP", "PRP", "PRP$", "JJ", "CD", "TO"))


def _subordinated(tags: Sequence[str], i: int, k: int) -> bool:
    """Whether a new subject (an article after a closed phrase) stands between two verbs."""
    return any(tags[m] == "PRP" for m in range(i + 1, k))


def _finite_leads(low: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the noun before `i` is already the object of a verb, or the comma before `i` opens an aside."""
    k = i - 1
    while k >= 0:
        if tags[k] == ",":
            if any(t in _tags.NOUNS or t == "PRP" for t in tags[k + 1 : i]):
                return False  # a subject of its own after the comma
            k = _over_aside(low, tags, k)
            continue
        if tags[k] in ("CC", "WP", "WDT", "WRB", '"', ":", "("):
            return False
        if low[k] in _cues.SUBORDINATORS and (low[k] in ("that", "if") or any(t in _tags.FINITE for t in tags[k:i])):
            return False
        if tags[k] in _tags.FINITE:
            return lemma_of(low[k]) not in _verbs.REPORTING and lemma_of(low[k]) not in _verbs.STATEMENTS
        k -= 1
    return False


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
    return following in _tags.FINITE or following == "VBD?"


def _over_aside(low: Sequence[str], tags: Sequence[str], comma: int) -> int:
    """Where to go on leftwards of a comma: before the aside it closes, if it closes one."""
    opening = comma - 1
    while opening >= 0 and tags[opening] != ",":
        opening -= 1
    aside = low[opening + 1] in _cues.RELATIVES or tags[opening + 1] in ("IN", "VBN", "VBG", "JJ")
    return opening - 1 if opening >= 0 and opening + 1 < comma and aside else comma - 1
