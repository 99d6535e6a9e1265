"""What once froze, filled or ended a run is read or refused by itself, and what lies beside it is read."""

import contextlib
import datetime as dt
import random

import pytest
from hostile.inputs import ARTICLES, TABLES, zip_of
from hostile.texts import TEXTS
from sweep import sample

from timeline.build import build_timeline
from timeline.documents import Document, read_documents
from timeline.documents.readers import MOST_TEXT, read_bytes
from timeline.errors import TimelineError
from timeline.formats import read_table

# Made or read in more than a second; `make bench` has them.
_LARGE = {"two thousand archives", "rows of Parquet", "names without end", "a list of ten million"}


@pytest.mark.parametrize("name", sample(sorted(ARTICLES.keys() - _LARGE), every=2))
def test_a_hostile_document_costs_no_other(name, tmp_path):
    """The article beside it tells its two events, whatever becomes of the hostile one."""
    suffix, make = ARTICLES[name]
    (tmp_path / "good.txt").write_text("Acme sued Globex on 3 May 2023. The court met on 4 June 2023.")
    (tmp_path / f"hostile{suffix}").write_bytes(make())

    timeline = build_timeline(read_documents([tmp_path]))

    good = timeline.documents.loc[timeline.documents["path"].str.endswith("good.txt"), "document_id"]
    assert 2 == timeline.mentions["document_id"].isin(good).sum()


@pytest.mark.parametrize("name", sorted(TABLES.keys() - _LARGE))
def test_a_hostile_table_is_read_or_refused(name, tmp_path):
    """Nothing but an error of ours comes of it."""
    suffix, make = TABLES[name]
    path = tmp_path / f"hostile{suffix}"
    path.write_bytes(make())
    with contextlib.suppress(TimelineError):
        assert len(read_table(path).events)


@pytest.mark.parametrize("name", sample(sorted(TEXTS), every=3))
def test_a_text_without_end_is_read(name):
    """Whatever is said over and over, nothing fails and no quote differs; `make bench` times it at 400 KB."""
    document = Document(text=TEXTS[name](4_000), published=dt.date(2024, 3, 5))

    timeline = build_timeline([document])

    assert not any("failed" in problem for problem in timeline.problems["message"])
    for row in timeline.mentions.itertuples():
        assert document.text[row.start_char : row.end_char] == row.quote


def test_a_sentence_of_a_hundred_events_is_cut_and_said():
    """What a reader loses of a sentence without an end stands under the problems."""
    told = ", ".join(f"Acme sued Globex{n} on {n % 28 + 1} May 2024" for n in range(60)) + "."
    timeline = build_timeline([Document(text=told)])
    assert len(timeline.mentions) == 32
    assert (
        "sentences with more than 16 events: 2; the first 16 of each are kept" in timeline.problems["message"].iloc[0]
    )


def test_an_archive_holds_so_much_text():
    """A small archive cannot bring a year's reading: what is over the bound is said, what comes before is read."""
    whole = zip_of({f"{number:02}.txt": f"Acme sued Globex{number}. ".encode() * 100_000 for number in range(12)})
    documents = read_bytes("a.zip", whole)
    assert sum(len(document.text) for document in documents) < MOST_TEXT + 2_000_000
    assert "holds more than 20 million characters of text" in documents[-1].problem


def test_a_speaker_of_no_words_costs_no_document():
    """Bits in no order, over which reading once failed with an IndexError, as it did over an article of the news."""
    luck = random.Random("briefings 17")
    texts = ["“ ” said on 3 May 2024: “We will sue them now”.", "“We sold it to them,” “ said Monday.", *_bits(luck)]
    timeline = build_timeline([Document(text=text, published=dt.date(2024, 5, 4)) for text in texts])
    assert not any("failed" in problem for problem in timeline.problems["message"])


def _bits(luck: random.Random) -> list[str]:
    bits = (
        "“",
        "”",
        "“We will sue them,”",
        "said",
        "told",
        "that",
        "on 3 May 2024",
        "Acme",
        "by",
        ",",
        ".",
        "who",
        "and",
    )
    return [" ".join(luck.choices(bits, k=25)) for _ in range(40)]


def test_a_placeholder_day_of_its_own_is_no_end():
    """A document that says it is of the last day there is, as programs write where they know none."""
    text = "Acme sued Globex on 3 May 2023, and in 2024 and in May 2025 it lost."
    last = Document(text=text, published=dt.date.max, published_basis="metadata")
    assert 1 <= len(build_timeline([last]).events)
