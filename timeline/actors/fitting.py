"""A describing noun and the actors named so far -> those it can mean: a company is no university, a council no firm."""

from collections.abc import Iterator, Sequence

from timeline.actors._lexicon import load_lexicon
from timeline.actors._words import (
    COMPANY_NOUNS,
    GOVERNMENT_WORDS,
    HEADS,
    LEGAL_FORMS,
    PARTIES,
    PERSON_NOUNS,
    TITLES,
)
from timeline.actors.resolve import Named
from timeline.actors.tokens import NameTokens, split_name_words

__all__ = ["OFFICES", "list_callings", "names_fitting", "names_trade", "passes_on"]

_TRADES = {
    "airline": "Air Airlines Airways Airline Jet Aviation Aeroflot",
    "carrier": "Air Airlines Airways Airline",
    "bank": "Bank Banco Bancorp Banque Banking Bankers",
    "lender": "Bank Banco Bancorp Mortgage Building",
    "insurer": "Insurance Assurance Mutual Re",
    "broadcaster": "Broadcasting Television TV Radio Media",
    "utility": "Power Electric Gas Water Energy",
    "agency": "Agency Administration Bureau",
    "ministry": "Ministry",
    "department": "Department",
    "council": "Council",
    "commission": "Commission",
    "committee": "Committee",
    "party": "Party Labour Democrats Republicans Greens Conservatives",
    "union": "Union Unions Workers Teamsters Guild Brotherhood",
    "group": "Group",
    "institute": "Institute Institution",
    "university": "University College",
    "newspaper": "Times Post Journal Herald Gazette Tribune Guardian Telegraph Mail Chronicle",
    "network": "Network Broadcasting News",
    "charity": "Charity Trust",
    "church": "Church Diocese Archdiocese",
    "association": "Association",
    "foundation": "Foundation",
    "organisation": "Organisation Organization",
    "organization": "Organisation Organization",
    "bureau": "Bureau",
    "alliance": "Alliance",
    "regulator": "Authority Commission Regulator Agency",
    "watchdog": "Authority Commission Ombudsman",
}
_BY_NOUN = {noun: frozenset(words.split()) for noun, words in _TRADES.items()}
_ONLY_BY_NAME = frozenset(
    "ministry department council commission committee party union institute university church network".split()
)
"""What these name says so in its own name: "the council" is no firm that was named last."""

_PAPERS, _OF_PAPERS = _BY_NOUN["newspaper"], frozenset("newspaper organisation organization institute".split())
_OTHER_BODIES = frozenset("League Team Club Hospital Museum Times Post Party Labour Front Alliance".split())
_NO_FIRM = (HEADS | GOVERNMENT_WORDS | PARTIES | _OTHER_BODIES) - frozenset(
    "Company Group Corporation Bank Service Partnership Board".split()
)
_FIRM = LEGAL_FORMS | frozenset("Company Corporation Holdings Motors Airlines Airways Industries".split())
_PLAIN_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Professor Prof".split())


def names_trade(tokens: NameTokens, one: Named, noun: str, role: str = "") -> bool:
    """Whether a name or title says that its bearer is one: "Acme Airlines" for "airline", "President Roth"."""
    if noun in PERSON_NOUNS:
        title = {word.lower() for word in tokens.words[one.first : one.last]}
        return {noun, role or noun} <= title and not one.inferred
    words = _BY_NOUN.get(noun, frozenset((noun.capitalize(),)))
    return not words.isdisjoint(split_name_words(one.name))


def list_callings(tokens: NameTokens, one: Named) -> frozenset[str]:
    """The words around a name that may say what its bearer is: "a group calling itself Acme", "Jo Roe, the mayor"."""
    words, here = tokens.words, tokens.sentence[one.first]
    before = range(one.first - 1, max(-1, one.first - 1 - _AROUND), -1)
    behind = range(one.last, min(one.last + _AROUND, len(tokens))) if words[one.last] in _BESIDE else range(0)
    called: set[str] = set()
    for places in (before, behind):
        for word in (words[i].lower() for i in places if tokens.sentence[i] == here):
            called.add(word)
            if not _may_stand_between(word):
                break
    return frozenset(called)


_AROUND = 5  # words
_BESIDE = frozenset((",", "(", "as", "became", "is", "was", "elected", "named", "appointed"))
_CALLING = frozenset("calling called named known became is was elected appointed acting outgoing".split())


def _may_stand_between(word: str) -> bool:
    """Whether a word may part a name from what its bearer is: no verb but of naming, no mark but a comma."""
    return word in _CALLING or not (word in (";", ":", ".") or load_lexicon().get(word, "").startswith(("VB", "MD")))


OFFICES = PERSON_NOUNS - frozenset("billionaire executive lawmaker ceo".split())
"""What one person is at a time: nobody is it whom the text does not call so."""


def names_fitting(tokens: NameTokens, group: Sequence[Named], noun: str, kinds: frozenset[str]) -> list[Named]:
    """Those of `group` that `noun` can mean; firms that are known to be some before names of any kind."""
    if noun in _ONLY_BY_NAME:
        return []
    fits = list(_list_fitting(tokens, group, noun, kinds))
    return [one for one in fits if one.kind != "other"] or fits


def _list_fitting(tokens: NameTokens, group: Sequence[Named], noun: str, kinds: frozenset[str]) -> Iterator[Named]:
    people = {one.name for one in group if tokens.words[one.first].lower() in ("he", "she")}
    for one in group:
        if one.kind not in kinds or one.name in people:
            continue
        words = split_name_words(one.name)
        if noun in COMPANY_NOUNS:
            fits = _NO_FIRM.isdisjoint(words) and not _is_of_another_trade(words, noun) and not passes_on(tokens, one)
        elif noun in PERSON_NOUNS:
            fits = not _has_another_title(tokens, one, noun)
        else:
            paper = not _PAPERS.isdisjoint(words) and noun not in _OF_PAPERS
            fits = _FIRM.isdisjoint(words) and not paper and not _is_of_another_trade(words, noun)
        if fits:
            yield one


def passes_on(tokens: NameTokens, one: Named) -> bool:
    """Whether a name is that of a paper or agency which only passes on what is told: "told Reuters", "seen by AP"."""
    words, before = tokens.words, one.first - 1
    before -= before >= 0 and words[before].lower() == "the"
    if before < 0 or tokens.sentence[before] != tokens.sentence[one.first]:
        return False
    return words[before] in _TOLD or (words[before] == "by" and words[before - 1] in _SEEN)


_TOLD = frozenset("told tells telling".split())
_SEEN = frozenset("seen viewed reviewed obtained reported quoted cited published".split())


def _is_of_another_trade(words: Sequence[str], noun: str) -> bool:
    """Whether a firm's name says that it does something else: a bank is no airline."""
    if noun not in _BY_NOUN:
        return False
    trades = (t for n, t in _BY_NOUN.items() if n in COMPANY_NOUNS and n != noun and t.isdisjoint(_BY_NOUN[noun]))
    return any(not trade.isdisjoint(words) for trade in trades)


def _has_another_title(tokens: NameTokens, one: Named, noun: str) -> bool:
    """Whether a person was named with a title that is another office: "Judge Holm" is not the minister."""
    titles = [word for word in tokens.words[one.first : one.last] if word in TITLES - _PLAIN_TITLES]
    return bool(titles) and noun not in {word.lower() for word in titles}
