"""The names of all documents folded onto one actor each."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline.actors._words import LEGAL_FORMS, SUFFIXES
from timeline.actors.known import Actor, ActorList
from timeline.actors.mention import ActorMention
from timeline.actors.tokens import split_words

__all__ = ["Folding", "fold_actors"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """What the names of each document mean across the briefing.

    `names` maps (document id, name within the document) to the actor's name; `actors` lists every actor with the
    other forms it was met in as aliases.
    """

    names: Mapping[tuple[str, str], str]
    actors: tuple[Actor, ...]


@dataclasses.dataclass(slots=True, kw_only=True)
class _Name:
    """What the briefing says of one name."""

    kinds: Counter[str]
    forms: Counter[str]
    texts: Counter[str]


def fold_actors(mentions: Mapping[str, Sequence[ActorMention]], known: ActorList) -> Folding:
    """One actor for each set of names that mean the same across documents; `mentions` by document id.

    A name goes straight to the fullest name it stands for, never by way of a third; where two would fit it stays by
    itself.
    """
    names: dict[str, _Name] = {}
    for document in sorted(mentions):
        for mention in mentions[document]:
            one = names.setdefault(mention.name, _Name(kinds=Counter(), forms=Counter(), texts=Counter()))
            one.kinds[mention.kind] += 1
            if not mention.inferred:
                one.forms[mention.form or mention.name] += 1
                one.texts[" ".join(mention.text.split())] += 1
    target = _targets(names, known)
    folded = {
        (document, mention.name): target[mention.name] for document in sorted(mentions) for mention in mentions[document]
    }
    return Folding(names=folded, actors=_actors(names, target, known))


def _key(name: str) -> tuple[str, ...]:
    """What tells a name from others: its words in lower case without legal form and marks."""
    words = [word for word in split_words(name) if word[0].isalnum()]
    while len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] in SUFFIXES):
        words.pop()
    return tuple(word.casefold().rstrip(".") for word in words if word.casefold() not in ("the", "of", "and", "for"))


def _targets(names: Mapping[str, _Name], known: ActorList) -> dict[str, str]:
    """The actor's name for each name."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(names):
        groups.setdefault(_key(name), []).append(name)
    target: dict[str, str] = {}
    for group in groups.values():
        for cluster in _apart(group, known):
            shown = _display(cluster, names, known)
            target.update(dict.fromkeys(cluster, shown))
    fuller = _fuller(names, target, known)
    return {name: fuller.get(shown, shown) for name, shown in target.items()}


def _apart(group: list[str], known: ActorList) -> Iterable[list[str]]:
    """The names of one key, parted where they end in different legal forms: "Acme Inc." is not "Acme Ltd"."""
    forms = {name: _legal_form(name) for name in group}
    if len({form for form in forms.values() if form}) < 2 or any(name in known.by_name for name in group):
        return [group]
    return [[name for name in group if forms[name] == form] for form in sorted(set(forms.values()))]


def _legal_form(name: str) -> str:
    """The kind of legal form a name ends in, its long and short spelling alike; empty for none."""
    words = [word for word in split_words(name) if word[0].isalnum()]
    if len(words) < 2 or words[-1] not in LEGAL_FORMS:
        return ""
    return words[-1].casefold()[:2] if words[-1] not in ("Limited", "Ltd") else "lt"


def _display(cluster: Sequence[str], names: Mapping[str, _Name], known: ActorList) -> str:
    """The list's name, else the longest full form in its most frequent spelling that is not all capitals."""
    listed = [name for name in cluster if name in known.by_name]
    if listed:
        return listed[0]
    most = max(len(split_words(name)) for name in cluster)
    full = [name for name in cluster if len(split_words(name)) == most]
    return max(full, key=lambda name: (not name.isupper(), sum(names[name].forms.values()), name))


def _fuller(names: Mapping[str, _Name], target: Mapping[str, str], known: ActorList) -> dict[str, str]:
    """The one fuller name that a short one stands for, by the forms that other documents used for it."""
    stands_for: dict[str, set[str]] = {}
    for name, one in names.items():
        shown = target[name]
        for form in one.forms:
            if form != name:
                stands_for.setdefault(form, set()).add(shown)
        if one.kinds.most_common(1)[0][0] == "person" and len(shown.split()) > 1:
            stands_for.setdefault(_surname(shown), set()).add(shown)
    result = {}
    for shown in set(target.values()):
        longer = stands_for.get(shown, set()) - {shown}
        if shown not in known.by_name and len(longer) == 1 and (len(shown.split()) == 1 or shown.isupper()):
            result[shown] = next(iter(longer))
    return {short: full for short, full in result.items() if full not in result}


def _surname(name: str) -> str:
    """The last word of a person's name, "Jr." aside."""
    words = [word for word in name.split() if word.rstrip(".") not in SUFFIXES]
    return words[-1] if words else name


def _actors(names: Mapping[str, _Name], target: Mapping[str, str], known: ActorList) -> tuple[Actor, ...]:
    """Every actor met, with the other forms it was met in, by name."""
    met: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[str]] = {}
    for name, one in names.items():
        shown = target[name]
        met.setdefault(shown, Counter()).update({**one.forms, **one.texts, name: 1})
        kinds.setdefault(shown, Counter()).update(one.kinds)
    return tuple(
        Actor(
            name=shown,
            kind=known.by_name[shown].kind if shown in known.by_name else _kind(kinds[shown]),
            aliases=tuple(sorted(form for form in met[shown] if form != shown)),
        )
        for shown in sorted(met)
    )


def _kind(counts: Counter[str]) -> str:
    """The commonest kind, a stated one before "other"."""
    return max(counts, key=lambda kind: (kind != "other", counts[kind], kind))
