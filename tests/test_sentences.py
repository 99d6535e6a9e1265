"""Paragraphs and sentences: found by their offsets, never a character changed."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.sentences import find_paragraphs, find_sentences

CASES = Path(__file__).parent / "cases"
CORPORA = Path(__file__).parents[2] / "shared" / "corpora"

# Text that looks like text: words, marks and breaks in any order, so that the rules are reached.
PIECES = [
    "Mr.",
    "U.S.",
    "No.",
    "3.5",
    "The",
    "court",
    "iPhone",
    "again.Since",
    ".",
    "...",
    "?",
    "”",
    '"',
    "(",
    "- ",
    "# ",
]
BREAKS = [" ", "\n", "\n\n", "\r\n", "\t", " "]
prose = st.lists(st.sampled_from(PIECES + BREAKS) | st.text(max_size=5), max_size=60).map("".join)


def _rows(name):
    rows = json.loads((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(row["text"], row["sentences"], id=row["id"]) for row in rows]


@pytest.mark.parametrize(("text", "sentences"), _rows("sentences.json"))
def test_sentences_are_those_a_reader_sees(text, sentences):
    """A full stop ends a sentence unless it belongs to an abbreviation, a number or a name."""
    assert sentences == [text[s.start : s.end] for s in find_sentences(text)]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "sentences"), _rows("sentences_known_failures.json"))
def test_sentences_not_yet_found(text, sentences):
    """What a stop means here can only be told by understanding the sentence."""
    assert sentences == [text[s.start : s.end] for s in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Pier sold\nThe board sold the pier.", ["heading", "body"]),
        ("# Pier sold.\nThe board sold the pier.", ["heading", "body"]),
        ("Who Bought The Northern Pier?\nNobody knows.", ["heading", "body"]),
        ("Why?\nNobody knows.", ["body", "body"]),
        ("Demands:\n- pay\n* rest\n1. peace\n(a) bread\nEnd.", ["body", "item", "item", "item", "item", "body"]),
        ("The board sold the pier", ["body"]),
        ("2025. A year of change", ["body"]),
        ("", []),
    ],
)
def test_paragraphs_have_a_kind(text, kinds):
    """A heading is short and open or in capitals and stands over something; an item has its mark; the rest is body."""
    assert kinds == [p.kind for p in find_paragraphs(text)]


def test_lines_of_different_matters_are_not_joined():
    """Lines that end early are paragraphs of their own even where the next begins with a small letter."""
    text = "one\ntwo\nthe third line is a good deal longer than the two lines above it are"

    assert 3 == len(find_paragraphs(text))


@given(st.text() | prose)
def test_paragraphs_are_stripped_ordered_and_cover_all(text):
    """In any text the paragraphs are in order, apart, without outer white space, and hold every other character."""
    paragraphs = find_paragraphs(text)

    assert all(a.end <= b.start for a, b in pairwise(paragraphs))
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() != "" for p in paragraphs)
    assert "".join(text.split()) == "".join("".join(text[p.start : p.end].split()) for p in paragraphs)


@given(st.text() | prose)
def test_sentences_are_ordered_and_within_their_paragraphs(text):
    """In any text the sentences are in order, apart, not blank, and each lies in the paragraph it names."""
    paragraphs = find_paragraphs(text)
    sentences = find_sentences(text)

    assert all(a.end <= b.start for a, b in pairwise(sentences))
    for sentence in sentences:
        paragraph = paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert text[sentence.start : sentence.end].strip()


@given(st.text() | prose)
def test_sentences_leave_out_nothing_but_marks(text):
    """What stands between the sentences of any text is white space or the mark of a list or heading."""
    outside, position = [], 0
    for sentence in find_sentences(text):
        outside.append(text[position : sentence.start])
        position = sentence.end
    outside.append(text[position:])

    assert all(len(gap.strip()) <= 6 for gap in outside)


@pytest.mark.skipif(not CORPORA.is_dir(), reason="needs the evaluation corpora beside the checkout")
def test_boundaries_in_news():
    """Sentence ends of edited news come out with an F1 of at least .98 (lines joined, the title left out)."""
    hits = found = true = 0
    for line in (CORPORA / "dates_news_meantime.jsonl").read_text(encoding="utf-8").splitlines():
        sentences = [part.strip() for part in json.loads(line)["text"].split("\n")[1:] if part.strip()]
        text = " ".join(sentences)
        ends = {len(" ".join(sentences[: n + 1])) for n in range(len(sentences))} - {len(text)}
        got = {s.end for s in find_sentences(text)} - {len(text)}
        hits, found, true = hits + len(ends & got), found + len(got), true + len(ends)

    assert 2 * hits / (found + true) >= 0.98
