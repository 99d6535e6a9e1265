"""Documents: the article told from what surrounds it, and what a document says of itself and of its sisters."""

import datetime as dt
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents import Document, blank_furniture, complete, find_furniture, infer_published, read_documents
from timeline.sentences import find_sentences
from timeline.shipped import find_shipped

CASES = Path(__file__).parent / "cases"
SHARED = Path(__file__).parents[2] / "shared"

# Lines that meet the rules in any order, among lines that do not.
LINES = [
    "---",
    "title: Pier sold",
    "Skip to content",
    "Pier sold to investors",
    "Pier sold to...",
    "OLDTOWN, 5 March (Wire) - The pier was sold to a group of investors.",
    "Published 5 March 2024",
    "The board sold the pier to Acme, and Globex went away with nothing.",
    "Related Articles",
    "Comments (2)",
    "time28 minutes ago",
    "Copyright 2026 Example",
    "A STORY CONTINUES BELOW THIS AD B (Photo: Ann Bo)",
    "",
]
pages = st.lists(st.sampled_from(LINES) | st.text(max_size=8), max_size=25).map("\n".join)


def _rows(name):
    return [pytest.param(row, id=row["id"]) for row in json.loads((CASES / name).read_text(encoding="utf-8"))]


def _day(value):
    return dt.date.fromisoformat(value) if value else None


def _article(text):
    return [" ".join(line.split()) for line in blank_furniture(text).splitlines() if line.strip()]


@pytest.mark.parametrize("row", _rows("furniture.json"))
def test_furniture_is_told_from_the_article(row):
    """What surrounds an article is blanked out, line by line or within a line, and the article stays."""
    assert row["article"] == _article(row["text"])


@pytest.mark.parametrize("row", _rows("furniture_negative.json"))
def test_an_article_loses_nothing(row):
    """Words that furniture is made of are left alone where they belong to the article."""
    assert row["text"] == blank_furniture(row["text"])


@given(st.text() | pages)
def test_furniture_is_ordered_apart_and_within_the_text(text):
    """In any text the stretches of furniture are in order, apart, within bounds and of a known kind."""
    furniture = find_furniture(text)

    assert all(a.end <= b.start for a, b in pairwise(furniture))
    assert all(0 <= f.start < f.end <= len(text) and f.kind for f in furniture)


@pytest.mark.parametrize(
    "text",
    [
        "home > " * 57 + "!",
        "Updated " + "jan" * 120 + "!",
        "Updated " + "1." * 190 + "x",
        "share " + "x " * 180 + "!",
        "By " + "Aa Bb, " * 55 + "!",
        "write to " + "a at " * 75 + "x",
        "." * 50_000 + "x",
        "A-" * 50_000,
        "---\n" + "a: b\n" * 2_000,
    ],
)
def test_no_line_takes_long(text):
    """Lines that a pattern could part in very many ways are no slower than others."""
    start = time.process_time()
    find_furniture(text)

    assert time.process_time() - start < 2


@given(st.text() | pages)
def test_main_text_differs_only_within_furniture(text):
    """The main text of any text is as long as it, the same outside the furniture and blank inside."""
    article, position = blank_furniture(text), 0

    assert len(text) == len(article)
    for f in find_furniture(text):
        assert text[position : f.start] == article[position : f.start]
        assert not article[f.start : f.end].strip()
        position = f.end
    assert text[position:] == article[position:]


@given(st.text() | pages)
def test_blanking_keeps_line_breaks(text):
    """White space, and with it every line break, stays where it is."""
    assert all(a == b for a, b in zip(text, blank_furniture(text), strict=True) if a.isspace())


@pytest.mark.parametrize("row", _rows("documents.json"))
def test_a_document_says_what_it_is(row):
    """Title, publisher, publication date and language come from the head of the text alone."""
    done = complete(Document(text=row["text"]))
    stated = {key: value for key, value in row.items() if key not in {"id", "text"}}
    found = {key: getattr(done, key) for key in stated}
    if "published" in stated:
        stated["published"] = _day(stated["published"])

    assert stated == found
    assert done.text == row["text"]


@pytest.mark.parametrize("row", _rows("documents_published.json"))
def test_the_day_that_stands_there_is_read(row):
    """Date lines and datelines of many papers and languages; where a day is in doubt there is none, and a reason."""
    done = complete(Document(text=row["text"]))

    assert (_day(row["published"]), row["published_basis"]) == (done.published, done.published_basis)
    assert ("read both ways" not in row["id"]) or "2024-03-05 or 2024-05-03" in done.note


def test_what_is_given_wins():
    """Fields that are filled stay as they are."""
    text = "---\ntitle: Pier sold\npublisher: Post\ndate: 2024-03-05\nlang: en\n---\nThe pier was sold."
    given_ = Document(text=text, title="T", publisher="P", url="u", published=dt.date(2020, 1, 1), language="xx")

    assert given_ == complete(given_)
    assert "given" == given_.published_basis


@given(st.text() | pages)
def test_completing_twice_changes_nothing_more(text):
    """Any text can be completed, and a completed document says of itself what it already says."""
    done = complete(Document(text=text))

    assert done == complete(done)
    assert (done.published is None) == (done.published_basis == "none")


@pytest.mark.parametrize("row", _rows("documents_inferred.json"))
def test_publication_dates_are_inferred(row):
    """A document is dated by its latest past date and its sisters, marked as inferred, or not at all."""
    documents = [Document(text=d["text"], published=_day(d.get("published"))) for d in row["documents"]]
    dated = infer_published([complete(d) for d in documents])

    assert [_day(d) for d in row["published"]] == [d.published for d in dated]
    assert all(
        d.published_basis == "inferred"
        for d, before in zip(dated, documents, strict=True)
        if not before.published and d.published
    )


@given(st.lists(st.sampled_from(range(4)), min_size=1, max_size=6), st.randoms())
def test_the_order_of_documents_changes_no_date(picks, shuffle):
    """Documents get the same dates in any order, and the same text the same date."""
    texts = ["It fell on July 14.", "Acme was banned in April 2025.", "Nothing.", "It opened on 3 May 2025."]
    documents = [Document(text=texts[pick]) for pick in picks]
    mixed = shuffle.sample(documents, len(documents))

    assert {d.id: d.published for d in infer_published(documents)} == {
        d.id: d.published for d in infer_published(mixed)
    }


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2008-09-25_25.txt", "2008-09-25"),
        ("20080927-crisis.txt", "2008-09-27"),
        ("bbc_2008.09.29 x.html", "2008-09-29"),
        ("archive.zip/2008_10_01.txt", "2008-10-01"),
        ("Bailout - Sept. 25, 2008.pdf", "2008-09-25"),
        ("25-09-2008_note.txt", "2008-09-25"),
        ("2008-09-25/note.txt", None),  # a folder is of a project or a day of tidying up
        ("The vote of 3 May 2024.txt", None),  # a title says when what it tells was
        ("03-05-2024.txt", None),  # two days
        ("2024-05-03 to 2024-05-09.pdf", None),
        ("invoice 200810033.txt", None),
        ("2008-13-45 x.txt", None),
        ("20240503120000.txt", None),
        ("1970-01-01.txt", None),  # what programs write where they know none
        ("export_2024-05-03.jsonl/article-7", None),  # the day of the export, not of what is in it
    ],
)
def test_the_day_in_a_file_name_is_that_of_its_document(name, day):
    """Whoever saves an article under its day says so; it is marked as inferred, since nothing in the text states it."""
    text = "The council approved the pier on Monday after a long vote in the town hall."
    (dated,) = infer_published([Document(text=text, path=name)])
    assert (day, "inferred" if day else "none") == (dated.published and str(dated.published), dated.published_basis)


def test_the_text_has_the_last_word_on_the_day_in_a_file_name():
    """A dateline shortly before it is the day; days that the text tells of as past and that lie after it refute it."""
    told = "The court met on 4 June 2009. It was closed on 9 June 2009."
    documents = [
        Document(text="HARBOUR CITY, May 14 (Wire) - The council approved the pier.", path="2024-05-16.txt"),
        Document(text="HARBOUR CITY, May 29 (Wire) - The council approved the quay.", path="2024-05-16.txt"),
        Document(text=told, path="2008-09-25.txt"),
    ]
    days = [str(d.published) for d in infer_published(documents)]
    assert ["2024-05-14", "2024-05-16"] == days[:2]
    assert days[2] != "2008-09-25"


def test_nothing_is_inferred_for_what_could_not_be_read():
    """A document without text stays without a date."""
    broken = Document(text="", problem="empty file", path="a.txt")

    assert [broken, None] == [*infer_published([broken]), broken.published]


def test_the_default_briefing_reads_clean():
    """The five source notes come with title and date, and none of the invented neighbours is in their main text."""
    notes = read_documents([find_shipped("seeds")])
    articles = " ".join(blank_furniture(note.text) for note in notes)

    assert [None] * 5 == [note.problem for note in notes]
    assert all(note.title and note.published and note.published_basis == "inferred" for note in notes)
    assert not any(word in articles for word in ("Portvale", "Mountain", "glacier", "APP", "Skip", "days ago"))
    assert all(word in articles for word in ("obsolete", "15%", "July 14", "at least 700,000", "Action Plan"))


def test_marks_of_footnotes_join_no_sentences():
    """What is pasted from an encyclopedia is read sentence by sentence, however many marks stand behind the stops."""
    text = "Acme was fined in 2021.[1][12] In 2022 an audit[a] came.[citation needed] It was sold on 3 May 2024.[3]"

    blanked = blank_furniture(text)

    assert [blanked[s.start : s.end] for s in find_sentences(blanked)] == [
        "Acme was fined in 2021.",
        "In 2022 an audit    came.",
        "It was sold on 3 May 2024.",
    ]
    assert blank_furniture('He wrote: "[t]he pier[s] fell."') == 'He wrote: "[t]he pier[s] fell."'


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="needs the reference articles beside the checkout")
def test_reference_articles_are_dated_near_the_truth():
    """Without any metadata each reference article is dated within two weeks, never before its own latest past date."""
    true = {s["file"]: _day(s["published"]) for s in json.loads((SHARED / "seeds" / "sources.json").read_text())}
    dated = infer_published(read_documents(sorted((SHARED / "seeds").glob("*.txt"))))

    assert all(abs(d.published - true[Path(d.path).name]).days <= 14 for d in dated)
    assert dt.date(2025, 8, 11) <= dated[3].published


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="needs the reference articles beside the checkout")
def test_reference_articles_lose_their_neighbours_only():
    """The unrelated articles at the end of two pages are furniture; every sentence of the articles stays."""
    articles = {p.name[:3]: blank_furniture(p.read_text(encoding="utf-8")) for p in (SHARED / "seeds").glob("*.txt")}

    assert not any(word in "".join(articles.values()) for word in ("Alaska", "Putin", "Struck", "Daily8", "Getty"))
    assert articles["003"].rstrip().endswith("remain undisclosed.")
    assert articles["004"].rstrip().endswith("zero national-security benefit.'")
    assert articles["002"].strip().endswith("research laboratories.")


@pytest.mark.skipif(not (SHARED / "corpora").is_dir(), reason="needs the evaluation corpora beside the checkout")
def test_clean_articles_lose_nothing():
    """Edited news and histories hold no furniture but date lines; of 140 texts at most one in fifty loses a line."""
    losses = texts = 0
    for name in ("dates_news_meantime", "events_wikinews", "dates_narrative_wikiwars"):
        for line in (SHARED / "corpora" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            texts += 1
            losses += any(f.kind != "date line" for f in find_furniture(json.loads(line)["text"]))

    assert losses * 50 <= texts
