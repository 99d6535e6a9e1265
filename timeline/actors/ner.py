"""A text and a named-entity model -> its actors: the built-in finder's, bettered where the model knows more.

What comes in is the name of a model that the user has installed; what goes out is a finder that is called like
`find_actors`. Lists win over the model, as do pronouns and descriptions. It refuses to fetch a model, and nothing is
imported from spaCy before one is asked for.
"""

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from timeline.actors._words import LEGAL_FORMS, LOCATIVES
from timeline.actors.find import find_actors
from timeline.actors.known import ActorList
from timeline.actors.listed import can_be_verb, is_function_word, match_list
from timeline.actors.mention import ActorMention
from timeline.actors.tokens import NameTokens, read_tokens, split_name_words
from timeline.errors import ModelError
from timeline.sentences import find_sentences

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Finder", "choose_finder", "find_with_spacy", "read_model_name"]

_PREFIX = "spacy:"
_KINDS = {
    "PERSON": "person",
    "PER": "person",  # the models for other languages than English and Chinese say PER
    "ORG": "organisation",
    "GPE": "government",
    "NORP": "other",
}
_PIECE = 100_000  # characters for the model at once; spaCy itself refuses more than a million


class Finder(Protocol):
    """What finds the actors of a text: `find_actors`, or another that is called like it."""

    def __call__(self, text: str, known: ActorList) -> list[ActorMention]:
        """Every actor that `text` names, in order of their offsets, not overlapping."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """A name as the model sees it: its characters from `start` to `end`, exclusive, and its label."""

    start: int
    end: int
    label: str


def choose_finder(ner: str | None = None) -> Finder:
    """The finder that `ner` names, ``spacy:MODEL``; without one the built-in finder.

    Raises
    ------
    ModelError
        If `ner` has another form, or spaCy or the model is not installed.

    Examples
    --------
    >>> choose_finder() is find_actors
    True
    """
    return find_actors if ner is None else find_with_spacy(read_model_name(ner))


def read_model_name(ner: str) -> str:
    """The model in ``spacy:MODEL``: the name of an installed package, or a folder.

    Raises
    ------
    ModelError
        If `ner` has another form.

    Examples
    --------
    >>> read_model_name("spacy:en_core_web_sm")
    'en_core_web_sm'
    >>> read_model_name("en_core_web_sm")
    Traceback (most recent call last):
    ...
    timeline.errors.ModelError: unknown name finder 'en_core_web_sm'; give spacy:MODEL with an installed model
    """
    model = ner.removeprefix(_PREFIX).strip()
    if not ner.startswith(_PREFIX) or not model:
        raise ModelError(f"unknown name finder {ner!r}; give spacy:MODEL with an installed model")
    return model


def find_with_spacy(model: str) -> Finder:
    """A finder that asks the spaCy model `model`, a package's name or a folder, beside the built-in finder.

    Of the model's names people, organisations, governments (``GPE``) and peoples or parties (``NORP``) count. A name
    of the user's or the shipped list stays as it is, and a place that the list knows and that does not act there
    is still no actor; so are a ``GPE`` after "in" and a ``NORP`` before a noun ("Kurdish fighters").

    Raises
    ------
    ModelError
        If spaCy or the model is not installed.
    """
    pipeline = _load(model)

    def find(text: str, known: ActorList) -> list[ActorMention]:
        return _join(text, find_actors(text, known), list(_ask(pipeline, text)), known)

    return find


def _load(model: str) -> "Language":
    """The pipeline `model`."""
    try:
        import spacy  # noqa: PLC0415  no one who does not ask for a model needs it
    except ImportError as error:
        raise ModelError(
            f"cannot use the model {model!r}: spaCy cannot be imported ({error}); install it with: pip install spacy"
        ) from error
    try:
        return spacy.load(model)
    except (OSError, ValueError, ImportError, AttributeError, TypeError) as error:
        # The last two: an installed package that is no model has no `load`, or another one.
        raise ModelError(
            f"cannot load the spaCy model {model!r}: {' '.join(str(error).split())}; give an installed model "
            "(install one with: python -m spacy download en_core_web_sm) or the folder of one"
        ) from error


def _ask(pipeline: "Language", text: str) -> Iterator[_Span]:
    """The names that the model sees in `text`."""
    for start, end in _cut_pieces(text, min(_PIECE, pipeline.max_length)):
        for entity in pipeline(text[start:end]).ents:
            if entity.label_ in _KINDS:
                yield _Span(start=start + entity.start_char, end=start + entity.end_char, label=entity.label_)


def _cut_pieces(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """`text` in pieces of at most `limit` characters, cut between sentences where there are any."""
    start = 0
    ends = [0, *(sentence.end for sentence in find_sentences(text))]
    while len(text) - start > limit:
        last = ends[bisect_right(ends, start + limit) - 1]
        end = last if last > start else start + limit
        yield start, end
        start = end
    yield start, len(text)


# --- both finders' names as one ---------------------------------------------------------------------------------------


def _join(text: str, found: Sequence[ActorMention], spans: Iterable[_Span], known: ActorList) -> list[ActorMention]:
    """`found` with the names of `spans` where they are better, in order, not overlapping."""
    offered = _list_offered(text, spans, known)
    standing = [one for one in found if _stands(one, _list_overlapping(offered, one), known)]
    better = [one for one in offered if not _list_overlapping(standing, one)]
    kept = [
        _sharpen(one, _list_overlapping(offered, one), known) for one in found if not _list_overlapping(better, one)
    ]
    names = {one.name for one in kept if _is_name(one)}
    successors = {
        one.name: over[0] for one in found if (over := _list_overlapping(better, one)) and one.name not in names
    }
    kept = [_follow(one, successors.get(one.name)) for one in kept]
    return sorted([*kept, *better], key=lambda one: one.start)


def _list_offered(text: str, spans: Iterable[_Span], known: ActorList) -> list[ActorMention]:
    """The names of `spans` that the list does not know already, in order."""
    tokens = read_tokens(text)
    listed = {
        position: first + len(entry.words)
        for first, entry in match_list(tokens, known).items()
        for position in range(first, first + len(entry.words))
    }
    result = []
    for span in sorted(spans, key=lambda span: span.start):
        first, last = _trim(tokens, span)
        if first < last <= len(tokens) and listed.get(first, 0) < last and _can_act(tokens, first, last, span.label):
            start, end = tokens.starts[first], tokens.ends[last - 1]
            form = _flatten(text[start:end])
            kind = _KINDS[span.label]
            result.append(ActorMention(start=start, end=end, text=text[start:end], name=form, kind=kind, form=form))
    return result


def _trim(tokens: NameTokens, span: _Span) -> tuple[int, int]:
    """The words of `span` without articles, possessive and marks around them; none if it leaves its sentence."""
    words = tokens.words
    first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    while first < last and (words[first].lower() in ("the", "a", "an") or not words[first][0].isalnum()):
        first += 1
    while last > first and not words[last - 1][0].isalnum() and (words[last - 1] != "." or not _stops(words[last - 2])):
        last -= 1
    return first, last if first < last and tokens.sentence[first] == tokens.sentence[last - 1] else first


def _stops(word: str) -> bool:
    """Whether a stop after `word` is its own."""
    return word in LEGAL_FORMS


def _can_act(tokens: NameTokens, first: int, last: int, label: str) -> bool:
    """Whether the name can be an actor where it stands, by the rules that the list's places and peoples have."""
    following = tokens.words[last]
    if label == "GPE":
        return tokens.words[first - 1].lower() not in LOCATIVES
    if label == "NORP" and following.islower() and following.isalpha():
        return can_be_verb(following, tokens.words[last + 1]) or is_function_word(following)
    return True


def _list_overlapping(ones: Sequence[ActorMention], here: ActorMention) -> Sequence[ActorMention]:
    """Those of `ones`, which are in order, that overlap `here`."""
    first = bisect_right(ones, here.start, key=lambda one: one.end)
    return ones[first : bisect_left(ones, here.end, key=lambda one: one.start)]


def _stands(one: ActorMention, offered: Sequence[ActorMention], known: ActorList) -> bool:
    """Whether the model cannot displace a mention: it is the list's, no name at all, or the model says the same."""
    return one.name in known.by_name or not _is_name(one) or any(_agree(one, other) for other in offered)


def _is_name(one: ActorMention) -> bool:
    """Whether a mention is by name, not by a pronoun or description."""
    return not one.inferred and one.form in _flatten(one.text)


def _agree(one: ActorMention, other: ActorMention) -> bool:
    """Whether both give the same name, be it with its title or its stop in one of them."""
    bare, same = ([word for word in split_name_words(form) if word[0].isalnum()] for form in (one.form, other.form))
    return [word.rstrip(".") for word in bare] == [word.rstrip(".") for word in same]


def _sharpen(one: ActorMention, offered: Sequence[ActorMention], known: ActorList) -> ActorMention:
    """`one` with the model's kind where the built-in finder could not tell it."""
    if one.kind != "other" or one.name in known.by_name or not _is_name(one):
        return one
    return dataclasses.replace(one, kind=next((other.kind for other in offered if _agree(one, other)), one.kind))


def _follow(one: ActorMention, successor: ActorMention | None) -> ActorMention:
    """A pronoun or description with the model's name for whom it stands for, if his own gave way."""
    if successor is None or _is_name(one):
        return one
    return dataclasses.replace(one, name=successor.name, kind=successor.kind, form=successor.form)


def _flatten(text: str) -> str:
    """`text` in one line with straight apostrophes."""
    return " ".join(text.replace("’", "'").split())
