"""The road walked once: documents in, tables out, whatever their order, and one bad document stops no other."""

import dataclasses
import datetime as dt
import itertools
import json
import os
import random
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sweep import sample

import timeline.build
from timeline.build import build_timeline
from timeline.documents import Document, complete_once
from timeline.formats import render
from timeline.layout import LayoutOptions, lay_out
from timeline.screen.view.event_list import list_months
from timeline.shipped import find_shipped
from timeline.table import find_folds, find_guesses, list_events, list_mentions, validate

TUESDAY = dt.date(2024, 3, 5)
SUED = Document(text="Acme Corp. sued Globex on Monday over its patents.", published=TUESDAY, path="a.txt")
AGAIN = Document(text="Globex was sued by Acme Corp. on 4 March 2024 over patents.", published=TUESDAY, path="b.txt")
OTHER = Document(text="The court of Lima fined Initech in May 2023.", published=TUESDAY, path="c.txt")
FRAGMENTS = [
    *("Acme Corp. sued Globex on Monday.", "On 3 May 2023 the ministry banned exports.", "Chen resigned last week."),
    *(
        "Read also:",
        "However, it may happen.",
        "Prices rose 15% in 2022.",
        "\n",
        "\n\n",
        "H20",
        "”",
        "中央银行",
        "🙂",
        "\x00",
    ),
    *("The deal was signed between 3 and 5 March.", "Related Articles", "Police said on Tuesday that a bomb exploded."),
]


@pytest.fixture(scope="module")
def seeds() -> timeline.Timeline:
    """The default briefing."""
    return build_timeline(timeline.read_documents([find_shipped("seeds")]))


def rows(tl: timeline.Timeline) -> list[dict]:
    """The events as plain rows."""
    return json.loads(tl.events.to_json(orient="records", date_format="iso"))


def test_one_event_told_twice_is_one_row():
    """Two documents that tell the same event give one row with two sources."""
    tl = build_timeline([SUED, AGAIN])

    assert [("2024-03-04", 2)] == list(zip(tl.events["edtf"], tl.events["sources"], strict=True))
    assert ["Acme Corp.", "Globex"] == tl.events["actors"].iloc[0]


def test_same_text_twice_is_one_document_with_two_paths():
    """A second copy of a document changes no event and no count."""
    copy = dataclasses.replace(SUED, path="copy.txt")
    once, twice = build_timeline([SUED, OTHER]), build_timeline([SUED, copy, OTHER])

    assert rows(once) == rows(twice)
    assert ["a.txt; copy.txt", "c.txt"] == sorted(twice.documents["path"])


@pytest.mark.parametrize(
    "order", list(itertools.permutations([SUED, AGAIN, OTHER])), ids=lambda o: "".join(d.path[0] for d in o)
)
def test_order_of_documents_changes_nothing(order):
    """Any order of the documents gives the same tables."""
    expected, found = build_timeline([SUED, AGAIN, OTHER]), build_timeline(order)

    pd.testing.assert_frame_equal(expected.events, found.events)
    pd.testing.assert_frame_equal(expected.mentions, found.mentions)
    pd.testing.assert_frame_equal(expected.actors, found.actors)


def test_ids_do_not_move_when_documents_are_added():
    """What a reader has seen keeps its id when a later document comes in."""
    before = set(build_timeline([SUED, OTHER]).events["event_id"])
    later = dataclasses.replace(AGAIN, published=TUESDAY + dt.timedelta(1))

    assert before <= set(build_timeline([SUED, OTHER, later]).events["event_id"])


def test_unreadable_documents_are_problems():
    """A document that could not be read is a line in the problems, and the others are read."""
    broken = Document(text="", id="x", path="broken.bin", problem="it is a binary file")
    tl = build_timeline([broken, SUED])

    assert [("broken.bin", "read", "it is a binary file")] == list(tl.problems.itertuples(index=False, name=None))
    assert 1 == len(tl.events)


@pytest.mark.parametrize(
    ("module", "step"),
    [(complete_once, "complete"), (timeline.build, "find_dates"), (timeline.build, "find_events")],
    ids=["complete", "find_dates", "find_events"],
)
def test_a_document_that_no_rule_foresaw_costs_itself_alone(monkeypatch, module, step):
    """Whatever a step raises over one document is a line under the problems, and the others tell what they tell."""
    whole = getattr(module, step)

    def fail(first, *rest, **options):
        if "zebra" in getattr(first, "text", first):
            raise RecursionError("too deep")
        return whole(first, *rest, **options)

    monkeypatch.setattr(module, step, fail)
    good = Document(text="Acme Corp. sued Globex on Monday.", published=dt.date(2024, 3, 5))
    bad = Document(text="The zebra left Globex on Monday.", id="zoo", published=dt.date(2024, 3, 5))
    tl = build_timeline([bad, good])

    assert list(tl.events["title"]) == ["Acme Corp. sued Globex"]
    [problem] = tl.problems.itertuples()
    assert problem.document == "zoo"
    assert "(RecursionError: too deep): save it anew" in problem.message


@pytest.mark.parametrize("word", ["Inc. ", "Acme Inc. ", "Ministry of ", "said ", "Monday ", "Mr. ", "( ", "which "])
def test_a_long_run_of_one_word_is_read(word):
    """No run of words, however long, goes deeper than Python can; what follows is read as ever."""
    text = f"{word * 2500}\n\nAcme Corp. sued Globex on Monday."
    tl = build_timeline([Document(text=text, published=dt.date(2024, 3, 5))])

    assert tl.problems.empty
    assert "Acme Corp. sued Globex" in list(tl.events["title"])


def test_nothing_is_no_error():
    """No documents give empty tables with all columns."""
    tl = build_timeline([])
    validate(tl)

    assert 0 == len(tl.events) == len(tl.mentions) == len(tl.documents)


def test_progress_counts_every_document():
    """The callback hears of each document once."""
    heard = []
    build_timeline([SUED, OTHER], progress=lambda done, total: heard.append((done, total)))

    assert [(1, 2), (2, 2)] == heard


def test_own_actor_list_wins():
    """A name on the user's list stands in the table instead of the text's."""
    own = pd.DataFrame([{"name": "Acme Corporation", "kind": "organisation", "aliases": "Acme Corp."}])

    assert "Acme Corporation" in build_timeline([SUED], actors=own).events["actors"].iloc[0]


def test_seeds_table_is_up_to_date(seeds):
    """`data/h20_events.csv` is what the default briefing gives; `timeline build seeds --all` rewrites it."""
    saved = timeline.read_table(find_shipped("data/h20_events.csv"))

    pd.testing.assert_frame_equal(saved.events, seeds.events)


def test_seeds_tell_the_affair(seeds):
    """The four dates every briefing on the affair needs are main events, as precise as the notes state them."""
    main = seeds.events[seeds.events["importance"] >= 0.5]

    assert {"2025-04", "2025-07-14", "2025-08-11"} <= set(main["edtf"])
    assert main["title"].str.contains("15%").any()


@given(st.lists(st.lists(st.sampled_from(FRAGMENTS), max_size=6).map(" ".join), max_size=4), st.randoms())
@settings(max_examples=20)
def test_any_documents_give_valid_tables(texts, rng: random.Random):
    """Any texts give tables that hold, with every quote verbatim, and the same for any order."""
    documents = [Document(text=t, published=TUESDAY) for t in texts]
    tl = build_timeline(documents)
    validate(tl)
    by_id = {d.id: d.text for d in documents}

    for mention in list_mentions(tl.mentions):
        assert by_id[mention["document_id"]][mention["start_char"] : mention["end_char"]] == mention["quote"]
        assert 0 < len(mention["quote"]) <= 400
    assert tl.events["title"].is_unique
    assert tl.events["title"].str.len().between(1, 80).all()
    rng.shuffle(documents)
    pd.testing.assert_frame_equal(tl.events, build_timeline(documents).events)


GERMAN = (
    "Der Stadtrat von Altstadt hat am Montag mit großer Mehrheit den Verkauf des Hafens beschlossen. Acme Corp. zahlt "
    "dafür drei Millionen Euro, und Jane Halden sagte, die Stadt habe lange auf diesen Tag gewartet."
)


@pytest.mark.parametrize("hash_seed", sample(["1", "2"], every=2))
def test_the_order_of_sets_changes_nothing(seeds, hash_seed):
    """Every process orders its sets in its own way; the tables are the same in each, to the last digit."""
    script = (
        "import sys, timeline\n"
        "tl = timeline.build_timeline(timeline.read_documents([sys.argv[1]]))\n"
        "sys.stdout.write(tl.mentions.to_json())"
    )
    env = os.environ | {"PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", script, str(find_shipped("seeds"))]
    found = subprocess.run(command, env=env, capture_output=True, check=True, text=True).stdout

    assert seeds.mentions.to_json() == found


def test_a_document_in_another_language_says_so():
    """Of text that is not English the names are read and no events; a line says so, and the others are as before."""
    german = Document(text=GERMAN, published=TUESDAY, path="d.txt")
    tl = build_timeline([SUED, german])

    assert rows(build_timeline([SUED])) == rows(tl)
    assert [("d.txt", "events")] == list(zip(tl.problems["document"], tl.problems["stage"], strict=True))
    assert "in German" in tl.problems["message"][0]
    assert "Jane Halden" in set(tl.actors["name"])


def test_a_page_that_is_wrong_about_its_language_is_read():
    """English text is read, whatever language its page names."""
    text = SUED.text + " The court said that it would hear them and that they have to be there with their lawyers."
    tl = build_timeline([Document(text=text, published=TUESDAY, language="de")])

    assert len(tl.events)
    assert not len(tl.problems)


@pytest.mark.parametrize("way", [{"jobs": 2}, {"cache": True}], ids=str)
def test_processes_and_cache_change_nothing(way, tmp_path):
    """Several processes, and a cache that is filled and then asked, give the same five tables."""
    documents = timeline.read_documents([find_shipped("seeds")]) + [
        dataclasses.replace(OTHER, text=f"{OTHER.text} {n} complaints were filed in 2022.", id="") for n in range(5)
    ]
    options = {"cache": tmp_path} if "cache" in way else way
    plain = build_timeline(documents)
    heard = []
    for _ in range(2 if "cache" in way else 1):
        other = build_timeline(documents, **options, progress=lambda done, total: heard.append((done, total)))
        for name in ("events", "mentions", "documents", "actors", "problems"):
            pd.testing.assert_frame_equal(getattr(plain, name), getattr(other, name))
        assert (10, 10) == heard[-1]


def test_the_cache_knows_what_a_reading_depends_on(tmp_path):
    """Another publication date, or another list of actors, is another reading."""
    own = pd.DataFrame([{"name": "Acme Corporation", "kind": "organisation", "aliases": "Acme Corp."}])
    first = build_timeline([SUED], cache=tmp_path)
    later = build_timeline([dataclasses.replace(SUED, published=TUESDAY + dt.timedelta(7))], cache=tmp_path)
    named = build_timeline([SUED], cache=tmp_path, actors=own)

    assert ["2024-03-04", "2024-03-11"] == [first.events["edtf"][0], later.events["edtf"][0]]
    assert "Acme Corporation" in named.events["actors"][0]


def test_what_rests_on_a_guess_is_marked_on_chart_page_and_files():
    """A date counted from a publication date that nobody states looks assumed, one stated in full does not."""
    text = "The council sold the docks on Monday. In April 2025 Acme sued Globex over the pier."
    guessed, known = (build_timeline([Document(text=text, published=day)]) for day in (None, dt.date(2025, 5, 3)))

    assert ["Council sold the docks"] == [
        row["title"] for row in list_events(guessed.events) if _is_marked(guessed, row)
    ]
    assert [] == [row["title"] for row in list_events(known.events) if _is_marked(known, row)]


def _is_marked(timeline, row):
    """Whether list, chart and file agree that the date of an event rests on a guess, and say so."""
    guesses = find_guesses(timeline)
    [month] = list_months(timeline.events[timeline.events["event_id"] == row["event_id"]], {}, {}, guesses=guesses)
    drawn, stated = (lay_out(timeline.events, LayoutOptions(guessed=ids)).marks for ids in (guesses, frozenset[str]()))
    text = render(timeline, ".md", scope="all").decode()
    line = next(line for line in text.splitlines() if row["title"] in line)
    said = {
        "guess" in month["rows"][0]["doubt"][1],
        drawn[[mark.event_id for mark in drawn].index(row["event_id"])] not in stated,
        "a publication date that is a guess" in line,
    }
    assert 1 == len(said)
    return said.pop()


def test_assumed_days_never_pile_up():
    """What one article tells of a day that no words give is one pile; main and accepted events stand by themselves."""
    told = ("The council closed the harbour.", "The mayor opened the bridge.", "Norvik sold the mill.")
    text = "\n\n".join(("Acme sued Globex over a patent.", *told))
    timeline = build_timeline([Document(text=text, published=dt.date(2024, 3, 5))])
    events = timeline.events.assign(importance=0.1)
    assumed = events.loc[events["date_basis"] == "published", "event_id"].tolist()

    [fold] = find_folds(dataclasses.replace(timeline, events=events))
    accepted = events.assign(review=["accepted" if id_ == assumed[0] else "new" for id_ in events["event_id"]])
    [fewer] = find_folds(dataclasses.replace(timeline, events=accepted))

    assert 4 == len(assumed)
    assert sorted(assumed) == sorted(fold)
    assert {assumed[0]} == {*fold} - {*fewer}
    assert [] == find_folds(dataclasses.replace(timeline, events=events.assign(importance=0.9)))
