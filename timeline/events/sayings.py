"""Sayings: what was said is the event, and who said so is part of it.

"Bloomberg reported on Sunday that Norvik suspended sales" is one row, the suspension, on the day of the report. Where
what was said is only planned or wished, the saying is what happened and its content is part of it, unless the plan has
a day and the saying none. A saying that says nothing ("told Reuters", "said in a statement") is no event, and neither
is what stands in quotation marks in the first or second person; only a dated saying of such words is, under those
words.
"""

import re
from collections.abc import Iterator, Sequence

from timeline.events.agents import find_head
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.noun_phrases import can_act
from timeline.events.syntax.sentences import ParsedSentence
from timeline.events.syntax.tokens import Token
from timeline.events.triggers import Candidate, find_closing_speaker, reports
from timeline.events.words import cues, tagset

__all__ = ["link_sayings", "write_quoted_title"]

_LONGEST = 80
_ADDRESSING = frozenset("you your yours".split())


def link_sayings(
    parsed: ParsedSentence, candidates: Sequence[Candidate], settled: Sequence[bool], dated: Sequence[int | None]
) -> dict[int, int]:
    """Which candidate of a sentence is part of which other: a saying of what was said, or the other way round.

    Parameters
    ----------
    settled
        For each candidate whether it is told as having happened or going on.
    dated
        For each where the words stand that date it, None for those that no words of the sentence date.
    """
    parts: dict[int, int] = {}
    for number, candidate in enumerate(candidates):
        if candidate.clause is None or candidate.noun or not parsed.clauses[candidate.clause].verb.speaks:
            continue
        contents = list(_list_contents(parsed, candidates, candidate.clause))
        if not reports(parsed.clauses[candidate.clause]):  # "warned that the wall is cracked" tells of a warning
            parts.update((n, number) for n in contents if dated[n] in (None, dated[number]))
            continue
        closes = bool(contents) and contents[0] < number  # "the mill will close, Norvik said": no title of its own
        lead = contents[0] if closes else next((n for n in contents if settled[n]), None)
        if lead is not None and dated[lead] in (None, dated[number]) and _is_only_quoted(parsed, candidates[lead]):
            parts.update((n, number) for n in contents)
            continue
        if lead is None and dated[number] is None:  # "said it would close in July": no day but that of the plan
            lead = next((n for n in contents if dated[n] is not None), None)
        if lead is not None:
            parts[number] = lead
        else:
            parts.update((n, number) for n in contents if dated[n] is None)
    return parts


def _is_only_quoted(parsed: ParsedSentence, candidate: Candidate) -> bool:
    """Whether it stands in quotation marks and tells of no actor: ``"The fault was found," the engineer said``."""
    clause = parsed.clauses[candidate.clause] if candidate.clause is not None else None
    if clause is None or clause.verb.head not in parsed.quoted or clause.subject is None:
        return False
    place = find_head(parsed.tokens, clause.subject)
    actor = parsed.tokens[place if place is not None else clause.subject[0]].actor
    return actor is None or actor.inferred


def _list_contents(parsed: ParsedSentence, candidates: Sequence[Candidate], number: int) -> Iterator[int]:
    """The candidates that tell what the clause `number` says."""
    clauses = parsed.clauses
    said = {k for k, c in enumerate(clauses) if c.kind == "reported" and c.parent == number}
    if not said and number and find_closing_speaker(parsed, number - 1) == number:
        said = {k for k in range(number) if clauses[k].kind == "main"}
    if said:
        yield from (n for n, c in enumerate(candidates) if not c.noun and c.clause in said and c.clause != number)


def write_quoted_title(text: str, parsed: ParsedSentence, candidate: Candidate) -> str:
    """A saying of words in the first person under those words: ``Norvik: “We no longer trust her”``; else ``""``."""
    if candidate.clause is None or candidate.noun or not reports(parsed.clauses[candidate.clause]):
        return ""
    if parsed.clauses[candidate.clause].verb.head in parsed.quoted:
        return ""  # a mark that closes was taken for one that opens
    words, speaker = _read_quotation(text, parsed), _name_speaker(text, parsed, parsed.clauses[candidate.clause])
    if not words or not speaker or _says_more(parsed, candidate.clause):
        return ""
    whole = f"{speaker}: “{words}”"
    return whole if len(whole) <= _LONGEST else _cut(speaker, words)


def _says_more(parsed: ParsedSentence, number: int) -> bool:
    """Whether what is said stands outside the quotation, too: ``"...," he told the paper, adding that ...``."""
    under = {number, *(n for n, c in enumerate(parsed.clauses) if c.parent == number and c.verb.speaks)}
    return any(c.kind == "reported" and c.parent in under for c in parsed.clauses)


def _cut(speaker: str, words: str) -> str:
    """As many of the words as there is room for."""
    room = _LONGEST - len(f"{speaker}: “…”")
    return f"{speaker}: “{words[:room].rsplit(' ', 1)[0].rstrip(' ,;:–—')}…”"


def _read_quotation(text: str, parsed: ParsedSentence) -> str:
    """The words of the first quotation of a sentence, empty where it speaks to somebody."""
    places = sorted(parsed.quoted)
    end = next((n for n, i in enumerate(places) if n and i != places[n - 1] + 1), len(places))
    tokens = [parsed.tokens[i] for i in places[:end]]
    if len(tokens) < 3 or any(t.low in _ADDRESSING for t in tokens) or not _says_something(tokens):
        return ""
    return re.sub(r"\s+", " ", text[tokens[0].start : tokens[-1].end]).strip(" ,.")


def _says_something(tokens: Sequence[Token]) -> bool:
    """Whether quoted words hold a verb among those there is room for: not "an emergency of international concern"."""
    shown = (t for t in tokens if t.end - tokens[0].start <= _LEAST_ROOM)
    return any(t.tag in tagset.FINITE or t.low.endswith(("'s", "n't", "'re")) for t in shown)


_LEAST_ROOM = 55  # characters of a title behind a name


def _name_speaker(text: str, parsed: ParsedSentence, clause: Clause) -> str:
    """Who speaks: the name behind a pronoun, else the phrase as it stands without its article."""
    tokens: Sequence[Token] = parsed.tokens[slice(*clause.subject)] if clause.subject else ()
    if clause.subject is None or not tokens:
        return ""
    place = find_head(parsed.tokens, clause.subject)
    actor = parsed.tokens[place].actor if place is not None else tokens[0].actor
    if actor is not None:
        return actor.name
    if place is not None and not can_act(parsed.tokens[place]):
        return ""  # "the sentence showed"
    while tokens and (tokens[0].low in cues.DETERMINERS or tokens[0].tag in (",", '"')):
        tokens = tokens[1:]
    if not tokens or tokens[0].tag == "PRP":
        return ""
    words = re.sub(r"\s+", " ", text[tokens[0].start : tokens[-1].end])
    return words[:1].upper() + words[1:]
