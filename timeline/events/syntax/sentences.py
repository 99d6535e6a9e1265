"""A document -> its sentences, each tagged and cut into clauses, with what is known of its place in the document."""

import dataclasses
from collections.abc import Sequence

from timeline.actors import ActorMention
from timeline.dates import DateMention
from timeline.events.syntax.clause_kinds import Clause
from timeline.events.syntax.clauses import find_clauses
from timeline.events.syntax.leads import find_leads
from timeline.events.syntax.lexicon import find_lemma
from timeline.events.syntax.noun_phrases import NounPhrase, find_noun_phrases
from timeline.events.syntax.stems import find_stem
from timeline.events.syntax.tagging import tag_words
from timeline.events.syntax.tokens import Token
from timeline.events.words import verbs
from timeline.sentences import find_paragraphs, find_sentences

__all__ = ["ParsedSentence", "read_sentences"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSentence:
    """A sentence as read.

    Attributes
    ----------
    start, end
        Offsets in the document.
    number, paragraph
        Which sentence and which paragraph of the main text it is, from 0.
    kind
        ``"title"`` for a heading that opens the text, else the kind of its paragraph: ``"body"``, ``"heading"`` or
        ``"item"``.
    dated
        The words that are dates and can date something.
    named
        The words that name actors.
    stems
        The stem of each word, ``""`` for names, dates and what is no word of content.
    quoted
        The words between quotation marks.
    lead
        The date that heads its paragraph, or that stands above it as a heading of its own, and dates what it tells.
    question
        Whether it asks.
    opens
        Whether it is the first sentence of running text after the title.
    kept
        What was worked out of it and is asked for again, by what it is and of which word.
    """

    start: int
    end: int
    number: int
    paragraph: int
    kind: str
    tokens: tuple[Token, ...]
    phrases: tuple[NounPhrase, ...]
    clauses: tuple[Clause, ...]
    dated: tuple[int, ...]
    named: tuple[int, ...]
    stems: tuple[str, ...]
    quoted: frozenset[int]
    lead: DateMention | None = None
    question: bool = False
    opens: bool = False
    kept: dict[tuple[str, int], object] = dataclasses.field(default_factory=dict, repr=False, compare=False)

    @property
    def is_bare_item(self) -> bool:
        """Whether it is an item of a chronology without a verb: "3 May 2024: Second round of talks in Oslo"."""
        return self.lead is not None and not self.clauses and self.start <= self.lead.start < self.end

    def heads_item(self, i: int) -> bool:
        """Whether the noun at `i` heads an item whose verb comes behind a mark: "3 May: Fire at sea; 40 rescued"."""
        if self.lead is None or not self.start <= self.lead.start < self.end:
            return False
        before = [t.tag for t in self.tokens[:i] if t.tag not in (":", "DT", "JJ", "NN", "NNP", "CD", "POS")]
        acts = next((c.verb.first for c in self.clauses), len(self.tokens))
        return before == ["DATE"] and any(t.low in (";", ",") for t in self.tokens[i:acts])

    def list_dates(self, clause: Clause) -> list[int]:
        """Where the dates of a clause stand that can date something."""
        return [i for a, b in clause.list_stretches() for i in self.dated if a <= i < b] if self.dated else []


def read_sentences(
    text: str, dates: Sequence[DateMention], actors: Sequence[ActorMention], title: str = ""
) -> list[ParsedSentence]:
    """The sentences of a document's main text, in order."""
    paragraphs = find_paragraphs(text)
    sentences = find_sentences(text)
    tagged = [tag_words(text, s.start, s.end, dates, actors) for s in sentences]
    leads = find_leads(sentences, tagged, [p.kind for p in paragraphs])
    readings: list[ParsedSentence] = []
    told = False
    for sentence, tokens, lead in zip(sentences, tagged, leads, strict=True):
        kind = paragraphs[sentence.paragraph].kind
        headline = kind == "heading" or text[sentence.start : sentence.end] == title or tokens[-1].tag != "."
        phrases = find_noun_phrases(tokens)
        first_heading = not readings and headline and lead is None
        readings.append(
            ParsedSentence(
                start=sentence.start,
                end=sentence.end,
                number=len(readings),
                paragraph=sentence.paragraph,
                kind="title" if first_heading else kind,
                tokens=tuple(tokens),
                phrases=phrases,
                clauses=tuple(find_clauses(tokens, phrases)),
                dated=tuple([i for i, t in enumerate(tokens) if t.date is not None and t.dates]),
                named=tuple([i for i, t in enumerate(tokens) if t.actor is not None]),
                stems=tuple([find_stem(t.low, t.tag) if t.actor is None and t.date is None else "" for t in tokens]),
                quoted=_find_quoted(tokens),
                lead=lead,
                question=text[sentence.end - 1] == "?",
                opens=kind == "body" and not told and bool(readings) and readings[0].kind == "title",
            )
        )
        told = told or readings[-1].kind == "body"
    return readings


def _closes_before_speaker(tokens: Sequence[Token], mark: int) -> bool:
    """Whether the only mark of a sentence closes, with who speaks behind it: 'We can do better, "Holm said.'."""
    behind = tokens[mark + 1 :]
    ends = tokens[mark - 1].tag in (",", ".") and 0 < len(behind) <= _SPEAKER
    return ends and any(find_lemma(t.low) in verbs.SAYING and t.tag[:2] == "VB" for t in behind[-4:])


_SPEAKER = 8  # words


def _find_quoted(tokens: Sequence[Token]) -> frozenset[int]:
    """The words between quotation marks; where the first mark closes, those before it."""
    marks = [i for i, token in enumerate(tokens) if token.tag == '"']
    if not marks:
        return frozenset()
    if marks[0] and (tokens[marks[0]].low in "”»" or (len(marks) == 1 and _closes_before_speaker(tokens, marks[0]))):
        marks.insert(0, -1)
    if len(marks) % 2:
        marks.append(len(tokens))
    return frozenset(i for a, b in zip(marks[::2], marks[1::2], strict=True) for i in range(a + 1, b))
