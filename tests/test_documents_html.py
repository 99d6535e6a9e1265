"""Web pages: the article and nothing around it, and what the page's metadata says of it."""

import datetime as dt
import json
import random
from pathlib import Path

import pytest

import timeline.documents.html as pages
from timeline.documents import blank_furniture, complete, read_documents
from timeline.documents.html import read_html
from timeline.errors import DocumentError

CASES = Path(__file__).parent / "cases"
PAGES = json.loads((CASES / "documents_html.json").read_text(encoding="utf-8"))
SHAPES = json.loads((CASES / "documents_html_shapes.json").read_text(encoding="utf-8"))
DATES = json.loads((CASES / "documents_html_dates.json").read_text(encoding="utf-8"))
STATED = ("title", "publisher", "url", "published", "published_basis")


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in PAGES])
def test_a_page_says_what_it_is(row):
    """Title, publisher, address and day come from the metadata, the dateline or the date line, never from elsewhere."""
    [page] = read_html(row["html"].encode())
    done = complete(page)
    expected = {key: row[key] for key in STATED}
    expected["published"] = dt.date.fromisoformat(row["published"]) if row["published"] else None

    assert expected == {key: getattr(done, key) for key in STATED}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in DATES])
def test_the_day_a_page_was_first_published(row):
    """The article's own day, not that of a change, a teaser, a comment or the site; in doubt, a question."""
    [page] = read_html(row["html"].encode())
    done = complete(page)

    assert row["published"] == (str(done.published) if done.published else None)
    assert row["asks"] == done.note.endswith(": give it")


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in SHAPES["pages"]])
def test_the_article_and_nothing_else(row):
    """Each sentence of the article is kept, and nothing of what surrounds it (all of that speaks of a zebra)."""
    [page] = read_html(row["html"].encode())
    article = " ".join(blank_furniture(page.text).replace("\n- ", "\n").split())

    assert [] == [sentence for sentence in SHAPES["sentences"] if sentence not in article]
    assert "zebra" not in article.casefold()


def test_structure_is_kept():
    """Headings are marked by #, list items by -, and paragraphs stand apart, so that the sentence finder sees them."""
    html = "<h1>Sold</h1><p>The pier was sold to <b>Acme</b> on Monday.</p><h2>Offers</h2><ul>"
    html += "<li>one in May, by a bank</li><li>one in June, by Acme itself</li></ul>"
    [page] = read_html(f"<title>Sold</title><article>{html}<p>The board agreed to it.</p></article>".encode())

    start = (
        "# Sold\n\nThe pier was sold to Acme on Monday.\n\n## Offers\n\n- one in May, by a bank\n- one in June, by Acme"
    )

    assert start == page.text[: len(start)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ('<meta charset="iso-8859-1"><p>Zoë sold it.</p>'.encode("latin-1"), "Zoë sold it."),
        ("<p>Zoë sold it.</p>".encode("utf-16"), "Zoë sold it."),
        ('<meta charset="utf-8"><p>Zoë sold it.</p>'.encode("cp1252"), "Zoë sold it."),
        ('<meta charset="no-such"><p>Zoë sold it.</p>'.encode(), "Zoë sold it."),
        ("<?xml version='1.0' encoding='utf-16'?><p>Zoë sold it.</p>".encode(), "Zoë sold it."),
    ],
)
def test_encodings_of_pages(data, words):
    """A page is read in the encoding it names, or in the one it is in."""
    assert words in read_html(data)[0].text


def test_entities_are_not_expanded(tmp_path):
    """A page cannot bring in a file or another address by way of an entity."""
    secret = tmp_path / "secret.txt"
    secret.write_text("zebra")
    html = f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{secret}'>]><p>The board said &x; on Monday.</p>"

    assert "zebra" not in read_html(html.encode())[0].text


@pytest.mark.parametrize("data", [b"<p>" * (pages.MOST_ELEMENTS + 1), b"", b"   "])
def test_pages_beyond_the_limits_are_refused(data):
    """A page with too many elements, or with none, is refused with what to do."""
    with pytest.raises(DocumentError, match="save it"):
        read_html(data)


def test_nested_pages_are_read_or_refused():
    """Elements nested a hundred thousand deep neither crash nor hang."""
    try:
        read_html(b"<div>" * 40_000 + b"x")
    except DocumentError as error:
        assert "deep" in str(error)  # noqa: PT017 - either outcome is right


def test_damaged_pages_are_read_or_refused():
    """Any of 150 randomly damaged pages gives a document or a `DocumentError`."""
    chance = random.Random(7)
    parts = [b"<table>", b"</div>", b"<!--", b"<script>", b"&#0;", b"<svg>", b"\x00", b"<h2>Latest</h2>", b"<p>"]
    for _ in range(150):
        data = bytearray(chance.choice(PAGES)["html"].encode())
        for _ in range(chance.randint(1, 30)):
            place = chance.randrange(len(data) + 1)
            cut = chance.choice([0, 0, 1, 50])
            data[place : place + cut] = chance.choice(parts) * chance.randint(0, 5)
        try:
            documents = read_html(bytes(data))
        except DocumentError:
            continue
        assert len(documents) == 1


def test_a_page_without_an_article_has_a_problem(tmp_path):
    """A page in which there is nothing to read comes with its problem."""
    (tmp_path / "a.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")

    assert read_documents([tmp_path])[0].problem
