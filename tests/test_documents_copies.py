"""Copies: the same article in two files is one document, and what is nearly the same counts as one source."""

import datetime as dt
import itertools
import random

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.build import build_timeline
from timeline.documents import Document, complete, find_copies

TUESDAY = dt.date(2024, 3, 5)
ARTICLE = """Harbour board sells northern pier

OLDTOWN, 5 March 2024 (Wire) - The harbour board sold the northern pier to Acme Corp. on Monday after two days of talks.

Globex, which had wanted the pier for its own ferries, sued Acme Corp. on 27 February 2024 and asked the court in
Oldtown to stop the sale. The court rejected the complaint on Friday, and the mayor, Jane Halden, welcomed the ruling.

"The pier will be open to everybody," Halden said. Acme Corp. plans to rebuild the pier in May 2024 and to hire about
three hundred people for it. The city council approved the plans in January 2024 with a large majority of its members.
"""
OTHER = """Ferry company names new head

The ferry company of Oldtown appointed Jo Brandt as its new head on 1 March 2024. Brandt had led the yard in Newport
since 2019 and said that she wanted to replace the three oldest ships of the company within two years at the most.
"""


def _events(tl):
    return tl.events[["title", "edtf", "sources", "actors"]].to_dict("records")


def test_two_hundred_near_copies_are_one_source():
    """What two hundred papers print of one wire report is one set of events, each with a single source."""
    lines = ["Reported by our wire desk.", "This is a developing story for Oldtown readers.", "From the news agencies"]
    texts = [ARTICLE, *(f"{ARTICLE}\n{lines[n % 3]} Edition {n} of the paper.\n" for n in range(199))]
    one = build_timeline([Document(text=ARTICLE, published=TUESDAY)])
    all_ = build_timeline([Document(text=t, published=TUESDAY, path=f"{n}.txt") for n, t in enumerate(texts)])

    told = one.events[one.events["edtf"] != ""]
    again = all_.events[all_.events["edtf"] != ""]

    assert len(told) > 4
    assert set(told["title"]) == set(again["title"])
    assert len(all_.events) <= len(one.events) + 3  # what the first of each kind of copy adds
    assert {1} == set(all_.events["sources"])
    assert [200, 199] == [len(all_.documents), (all_.documents["copy_of"] != "").sum()]
    assert sorted(told["importance"]) == sorted(again["importance"])


def test_a_copy_printed_later_dates_nothing_anew():
    """A near-copy of the next day tells "on Monday" of the same Monday as its original."""
    original = Document(text=ARTICLE, published=TUESDAY)
    copy = Document(
        text=ARTICLE.replace(", 5 March 2024 (Wire)", " (Reuters)") + "\nCopied.", published=dt.date(2024, 3, 12)
    )

    assert _events(build_timeline([original])) == _events(build_timeline([copy, original]))


@pytest.mark.parametrize("order", list(itertools.permutations((dt.date(2024, 3, 5), dt.date(2024, 3, 9), None))))
def test_one_article_under_several_days_is_of_the_first(order):
    """Where the same words are said to have appeared on several days, they did on the first, in any order."""
    text = "The harbour board sold the northern pier on Monday."
    copies = find_copies([Document(text=text, published=day, path=f"{day}.txt") for day in order])

    assert {dt.date(2024, 3, 5)} == {d.published for d in copies.documents}
    assert [f"{day}.txt" for day in order] == [d.path for d in copies.documents]


def test_what_a_copy_adds_is_kept():
    """An event that only the near-copy tells is in the table, and counts as told by one source."""
    more = ARTICLE + "\nThe ministry fined Globex on 4 March 2024 over the noise of its ferries.\n"
    tl = build_timeline([Document(text=ARTICLE, published=TUESDAY), Document(text=more, published=TUESDAY)])
    fined = tl.events[tl.events["title"].str.contains("fined")]

    assert [("2024-03-04", 1)] == list(zip(fined["edtf"], fined["sources"], strict=True))


def test_what_two_reports_tell_in_their_own_words_is_two_sources():
    """Reports of one event in different words are no copies."""
    mine = Document(text=f"{OTHER}\nGlobex sued Acme Corp. on 27 February 2024 over the pier.", published=TUESDAY)
    tl = build_timeline([Document(text=ARTICLE, published=TUESDAY), mine])

    assert "" == "".join(tl.documents["copy_of"])
    assert 2 in set(tl.events["sources"])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: "Skip to content\n" + text + "\nRelated articles\nStorm over Newport\n",
    ],
)
def test_white_space_and_furniture_make_no_second_document(change):
    """The same words under another path are one document with two paths, whatever stands around and between them."""
    both = [Document(text=ARTICLE, path="a.txt"), Document(text=change(ARTICLE), path="b.txt")]
    tl = build_timeline(both)

    assert ["a.txt; b.txt"] == list(tl.documents["path"])
    assert set(tl.events["sources"]) == {1}


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        (ARTICLE.replace("two days", "three days"), True),
        (ARTICLE.replace("three hundred", "four hundred").replace("Friday", "Thursday"), True),
        (ARTICLE[: len(ARTICLE) * 2 // 3], True),
        (ARTICLE[: len(ARTICLE) // 3], False),
        (ARTICLE[: len(ARTICLE) * 2 // 3] + OTHER, False),
        (OTHER, False),
        ("Acme Corp. sued Globex on Monday.", False),
    ],
    ids=["a word", "two words", "cut short", "an extract", "half of it", "another", "a line"],
)
def test_nine_words_in_ten_make_a_copy(other, linked):
    """Nine words in ten of the shorter article in common make a copy, unless it is a mere extract."""
    copies = find_copies([complete(Document(text=ARTICLE)), complete(Document(text=other))])

    assert linked == bool(copies.originals)


def test_short_texts_are_no_copies():
    """What is only a line or two may be alike for good reason."""
    texts = ["Acme sued Globex on Monday over its patents.", "Acme sued Globex on Monday over its ships."]

    assert not find_copies([Document(text=t) for t in texts]).originals


@given(st.lists(st.sampled_from([ARTICLE, OTHER, ARTICLE + "More.", ARTICLE.replace("two", "six"), ""])), st.randoms())
def test_the_order_of_documents_changes_no_copy(texts, shuffle):
    """Any documents in any order have the same originals, no original is a copy, and no document is lost."""
    documents = [Document(text=t, path=str(n)) for n, t in enumerate(texts)]
    mixed = shuffle.sample(documents, len(documents))
    copies, others = find_copies(documents), find_copies(mixed)

    assert copies.originals == others.originals
    assert not set(copies.originals) & set(copies.originals.values())
    assert [d.path for d in documents] == [d.path for d in copies.documents]


def test_many_articles_are_compared_in_linear_time():
    """Copies among 2,000 articles with a common phrase are found in seconds."""
    rnd = random.Random(3)
    words = [f"word{n}" for n in range(4000)]
    texts = [" ".join(rnd.choices(words, k=150)) + " Everything printed here belongs to the wire." for _ in range(2000)]
    documents = [Document(text=t) for t in texts]
    start = pd.Timestamp.now()

    assert not find_copies(documents).originals
    assert (pd.Timestamp.now() - start).total_seconds() < 20
