"""Event mentions of one document: the events of single sentences, and what holds for any text."""

import datetime as dt
import itertools
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import find_actors, read_actor_list
from timeline.dates import find_dates
from timeline.documents import Document, blank_furniture
from timeline.events import EventMention, find_events

CASES = Path(__file__).parent / "cases"
KNOWN = read_actor_list()
FROM_TEXT = {"explicit", "completed", "relative", "anchored"}


def rows(name: str) -> list:
    """The rows of a case file as parameters with their ids."""
    return [pytest.param(row, id=row["id"]) for row in json.loads((CASES / name).read_text(encoding="utf-8"))]


def read(text: str, published: str | None = "2024-03-05", title: str = "") -> list[EventMention]:
    """The event mentions of a text, its dates and actors found the usual way."""
    day = dt.date.fromisoformat(published) if published else None
    document = Document(text=text, published=day, title=title)
    main = blank_furniture(text)
    return find_events(document, main, find_dates(main, day), find_actors(main, KNOWN))


def described(mention: EventMention, text: str) -> dict:
    """What a case may say of a mention."""
    return {
        "trigger": text[mention.trigger_start : mention.trigger_end],
        "edtf": mention.date.edtf,
        "basis": mention.date.basis,
        "status": mention.status,
        "agent": mention.agent,
        "actors": list(mention.actors),
        "title": mention.title,
        "kind": mention.kind,
        "reported_by": mention.reported_by,
        "stands": mention.stands,
    }


def check(row: dict) -> None:
    """Every expected mention is there with what the row says of it."""
    found = [described(m, row["text"]) for m in read(row["text"], row["published"])]
    for expected in row["expected"]:
        alike = [{k: f[k] for k in expected} for f in found if f["trigger"] == expected["trigger"]]
        assert expected in alike, f"{row['shows']}: {found}"


@pytest.mark.parametrize("row", [*rows("events.json"), *rows("events_syntax.json")])
def test_a_sentence_tells_its_events(row):
    """Trigger, date, status, actors and title come out as a reader would put them."""
    check(row)


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize("row", [*rows("events_known_failures.json"), *rows("events_syntax_known_failures.json")])
def test_known_failures(row):
    """Rows that do not come out right yet."""
    check(row)


@pytest.mark.parametrize("row", [*rows("events_negative.json"), *rows("events_syntax_negative.json")])
def test_what_is_no_event_has_no_date(row):
    """States, questions, furniture give no dated event and no trigger; who says so may be part of what is said."""
    found = [described(m, row["text"]) for m in read(row["text"], row["published"]) if not m.part_of]
    words = {word for f in found for word in f["trigger"].split()}
    assert not words & set(row["no_trigger"]), row["shows"]
    if not row.get("dated"):
        assert not [f for f in found if f["basis"] in FROM_TEXT], row["shows"]


SUBJECTS = ["Norvik", "The Kenyan government", "Judith Moss", "She", "the company", "Officials in Lima", "“They”", ""]
VERBS = [
    "banned exports", "has agreed to pay 15% of revenue", "will meet", "was sued by Acme Corp.", "said that it left",
    "shot two men and fled", "did not sign the deal", "called the plan “dead”", "is said to have fallen", "may cut",
]  # fmt: skip
DATES = ["on Monday", "in April 2022", "since 2019", "after the 3 May raid", "every Tuesday", "two days later", "", "—"]
JOINS = [". ", ", and ", "; ", "\n\n", "\n- ", " (", ", which ", "? ", ": ", " that ", "…\n1 May 2020: "]


@st.composite
def texts(draw) -> str:
    """A text put together from clauses, joins and a little rubbish."""
    rubbish = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
    parts = draw(
        st.lists(
            st.tuples(
                st.sampled_from(SUBJECTS),
                st.sampled_from(VERBS),
                st.sampled_from(DATES),
                st.sampled_from(JOINS),
                rubbish,
            ),
            min_size=1,
            max_size=6,
        )
    )
    return "".join(f"{s} {v} {d}{r if draw(st.booleans()) else ''}{j}" for s, v, d, j, r in parts)


@settings(max_examples=100, deadline=None)
@given(text=texts(), published=st.sampled_from(["2024-03-05", None]))
def test_any_text_gives_mentions_that_hold(text, published):
    """Quotes are slices, triggers lie in them, titles are there and short, ids and titles are unique, bounds hold."""
    mentions = read(text, published)
    for m in mentions:
        assert text[m.start : m.end] == m.quote
        assert 0 < len(m.quote) <= 400
        assert m.start <= m.trigger_start < m.trigger_end <= m.end
        assert 1 <= len(text[m.trigger_start : m.trigger_end].split()) <= 4
        assert 0 < len(m.title) <= 80
        assert m.title == m.title.strip()
        assert "\n" not in m.title
        assert len(m.actors) <= 6
        assert len(set(m.actors)) == len(m.actors)
        assert 0 <= m.prominence <= 1
        assert m.date.first is None or m.date.last is None or m.date.first <= m.date.last
        assert m.date.start is None or text[m.date.start : m.date.end] == m.date.text
    assert len({m.id for m in mentions}) == len(mentions)
    assert not [m.title for m in mentions if re.search(r" \(\d+\)$", m.title) and m.title not in text]
    assert [m.trigger_start for m in mentions] == sorted(m.trigger_start for m in mentions)
    assert read(text, published) == mentions


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=300))
def test_any_string_is_read_without_an_error(text):
    """No text, however broken, raises."""
    assert all(text[m.start : m.end] == m.quote for m in read(text))


def test_a_long_sentence_is_quoted_by_its_clause():
    """A quote never runs over 400 characters and still holds its trigger."""
    text = (
        "Norvik closed the plant on Friday, "
        + "which had made ferries for many years, " * 15
        + "and Kenya sued Norvik."
    )
    mentions = read(text)
    assert max(len(m.quote) for m in mentions) <= 400
    assert all(m.start <= m.trigger_start < m.trigger_end <= m.end for m in mentions)


def test_a_text_without_events_gives_none():
    """Nothing found is an empty list."""
    assert read("") == []
    assert read("Ferries and ports.\n\n***") == []


def test_repeated_sentences_get_no_numbers():
    """A title is a sentence for a slide: told twice it is the same twice, and joining tells whether it is one event."""
    mentions = read("Norvik closed the plant. However, Norvik also closed the plant.")
    assert [m.title for m in mentions] == ["Norvik closed the plant", "Norvik closed the plant"]


def test_ids_depend_on_nothing_but_document_and_span():
    """A sentence added at the end moves no id."""
    text = "Norvik closed the plant on Friday."
    day = dt.date(2024, 3, 5)
    longer = text + " Kenya sued Norvik on Monday."
    ids = []
    for body in (text, longer):
        document = Document(id="d1", text=body, published=day)
        ids.append([m.id for m in find_events(document, body, find_dates(body, day), find_actors(body, KNOWN))])
    assert ids[1][: len(ids[0])] == ids[0]


def test_the_title_and_the_lead_count_more_than_background():
    """Main clauses outweigh relative clauses, infinitives and attributions."""
    text = (
        "Norvik, which owns ferries that carry grain, closed the Oslo plant on Friday to save money, Judith Moss said."
    )
    by_trigger = {text[m.trigger_start : m.trigger_end]: m.prominence for m in read(text)}
    assert by_trigger["closed"] == max(by_trigger.values())
    assert by_trigger["closed"] >= 0.5 > by_trigger.get("save", 0)


def test_actors_of_the_sentence_are_its_company():
    """Context and company are those of the whole sentence, words and numbers those of the clause."""
    text = "Kenya sued Norvik over 300 ferries on Monday, and Peru closed a port."
    sued, closed = [m for m in read(text) if text[m.trigger_start : m.trigger_end] in ("sued", "closed")]
    assert sued.company == closed.company == {"Kenya", "Norvik", "Peru"}
    assert sued.numbers == {"300"}
    assert closed.numbers == frozenset()
    assert "port" in closed.words
    assert "port" not in sued.words
    assert sued.context == closed.context


def test_seed_notes_read_without_a_malformed_row():
    """On the seeds' notes every title is a clause without a date and without a small word at its end."""
    seeds = Path(__file__).parents[1] / "seeds"
    for path in sorted(seeds.glob("*.md")):
        if path.name == "README.md":
            continue
        for mention in read(path.read_text(encoding="utf-8"), "2025-08-13"):
            last = re.findall(r"\w+", mention.title.lower())[-1:]
            assert last, mention.title
            assert last[0] not in {"the", "a", "an", "of", "to", "and", "in", "on", "by"}, mention.title


@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(["Norvik", "Acme Corp.", "Judith Moss"], 2)))
def test_active_and_passive_have_the_same_agent(first, second):
    """The agent stands first however the sentence is turned."""
    (active,) = read(f"{first} sued {second} on Monday.")
    (passive,) = read(f"{second} was sued by {first} on Monday.")
    assert active.actors == passive.actors == (first, second)
