"""Names are found where they stand, mean whom document and list say, and fold onto one actor across documents."""

import json
import random
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import Actor, ActorList, find_actors, fold_actors, read_actor_list
from timeline.actors.known import KINDS
from timeline.errors import TableError
from timeline.shipped import find_shipped

CASES = Path(__file__).parent / "cases"
KNOWN = read_actor_list()
FRAGMENTS = [
    *(
        "Nvidia",
        "NVIDIA's",
        "U.S.",
        "US-led",
        "China's",
        "Chinese authorities",
        "Beijing",
        "Mr.",
        "Li Qiang",
        "van der",
    ),
    *(
        "President",
        "Secretary of",
        "Howard Lutnick",
        "Lutnick",
        "Meloni",
        "ZZ Top,",
        "May",
        "May said",
        "the company",
        "He",
        "it",
        "they",
        "Acme Corp.",
    ),
    *(
        "Ministry of",
        "(CAC)",
        ", the",
        "and",
        "’s",
        "'",
        ".",
        "\n",
        "\n\n",
        "-",
        "–",
        "& Co",
        "O’Brien",
        "H20",
        "🙂",
        "İ",
        "ß",
    ),
    *(
        "the Trump administration",
        "SAID ON MONDAY",
        "Globex",
        "Ltd",
        "of",
        "for",
        "said",
        "in",
        "\x00",
        "中央银行",
        "J.",
        "…",
    ),
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(FRAGMENTS), max_size=40).map(" ".join))


def rows(name):
    """The rows of a case file as parameters with their ids."""
    return [pytest.param(row, id=row["id"]) for row in json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))]


def found(text, known=KNOWN):
    """The mentions of a text as the case files write them."""
    return [[one.text, one.name, one.kind, *(["inferred"] if one.inferred else [])] for one in find_actors(text, known)]


@pytest.mark.parametrize("row", rows("actors"))
def test_names_are_found_with_whom_they_mean(row):
    """Every name of the text is found, with its name, its kind and whether it was inferred, and no other."""
    assert found(row["text"]) == row["expected"]


@pytest.mark.parametrize("row", rows("actors_negative"))
def test_what_names_nobody_is_not_found(row):
    """Months, openers, products, places, events and peoples are no actors."""
    assert found(row["text"]) == []


@pytest.mark.parametrize("row", rows("actors_known_failures"))
@pytest.mark.xfail(reason="known failures", strict=True)
def test_known_failures(row):
    """What is not found yet is written down and noticed when it is."""
    assert found(row["text"]) == row["expected"]


@pytest.mark.parametrize("row", rows("actors_folding"))
@pytest.mark.parametrize("order", [1, -1])
def test_names_fold_onto_one_actor_whatever_the_order(row, order):
    """The names of several documents mean the actors of the row, in whichever order the documents come."""
    mentions = {str(number): find_actors(text, KNOWN) for number, text in enumerate(row["texts"])}
    folding = fold_actors(dict(list(mentions.items())[::order]), KNOWN)
    names = [[folding.names[document, one.name] for one in ones] for document, ones in mentions.items()]
    assert names == row["names"]
    assert [actor.name for actor in folding.actors] == sorted(row["actors"])


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_mentions_of_any_text_slice_back_in_order(text):
    """Of any text the mentions are its own words, in order, not overlapping, of a known kind, the same each time."""
    mentions = find_actors(text, KNOWN)
    end = 0
    for one in mentions:
        assert text[one.start : one.end] == one.text
        assert end <= one.start < one.end
        assert one.name.strip()
        assert one.kind in KINDS
        end = one.end
    assert find_actors(text, KNOWN) == mentions


@given(st.lists(TEXTS, min_size=1, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_any_documents_changes_nothing(texts, shuffle: random.Random):
    """Folding gives the same actors, and every mention's name has one, in whatever order the documents come."""
    mentions = {str(number): find_actors(text, KNOWN) for number, text in enumerate(texts)}
    folding = fold_actors(mentions, KNOWN)
    order = list(mentions.items())
    shuffle.shuffle(order)
    assert fold_actors(dict(order), KNOWN) == folding
    names = {actor.name for actor in folding.actors}
    assert all(folding.names[document, one.name] in names for document, ones in mentions.items() for one in ones)


def test_a_document_more_does_not_rename_within_another():
    """What a document finds does not depend on the documents beside it."""
    text = "Ilse Brandt won. Then Brandt left."
    alone = fold_actors({"a": find_actors(text, KNOWN)}, KNOWN)
    beside = fold_actors({"a": find_actors(text, KNOWN), "b": find_actors("Jo Brandt lost.", KNOWN)}, KNOWN)
    assert alone.names["a", "Ilse Brandt"] == beside.names["a", "Ilse Brandt"] == "Ilse Brandt"


def test_the_other_forms_are_the_aliases():
    """An actor lists the other forms it was met in, titles included, inferred ones left out."""
    text = "President Trump spoke. Then Trump left. Later he slept."
    folding = fold_actors({"a": find_actors(text, KNOWN)}, KNOWN)
    assert folding.actors == (Actor(name="Donald Trump", kind="person", aliases=("President Trump", "Trump")),)


# --- the lists --------------------------------------------------------------------------------------------------------


def test_the_shipped_list_holds_together():
    """In the shipped list every name and alias stands for one actor, kinds are known and homes are on the list."""
    table = pd.read_csv(find_shipped("data/actors.csv"), dtype=str, keep_default_na=False)
    names = [name for row in table.itertuples() for name in (row.name, *filter(None, row.aliases.split(";")))]
    assert len(names) == len(set(names))
    assert set(table["kind"]) <= set(KINDS)
    countries = set(table.loc[table["kind"] == "country", "name"])
    assert len(countries) >= 193
    assert set(table["country"]) <= countries | {""}


def test_every_country_is_found_by_name_adjective_and_seat():
    """Each country of the list is found by its name, by its adjective before "authorities", and by its acting seat."""
    for actor in KNOWN.actors:
        if actor.kind != "country":
            continue
        assert [one.name for one in find_actors(f"On Monday {actor.name} objected.", KNOWN)] == [actor.name]
        for word in actor.adjectives:
            assert actor.name in {one.name for one in find_actors(f"Then {word} authorities objected.", KNOWN)}, word
        for seat in actor.seats:
            names = {one.name for one in find_actors(f"On Monday {seat} objected.", KNOWN)}
            assert names == {actor.name}, seat


@pytest.mark.parametrize("aliases", ["Acme; ACM ;", ["Acme", "ACM"], ("Acme", "ACM")], ids=["text", "list", "tuple"])
def test_own_list_takes_aliases_as_text_or_list(aliases):
    """The reader's aliases may be a list or a text with semicolons, and the name stands for all of them."""
    known = read_actor_list(pd.DataFrame([{"Name": " Acme  Corp. ", "Kind": "Organisation", "aliases": aliases}]))
    assert known.actors[0] == Actor(name="Acme Corp.", kind="organisation", aliases=("Acme", "ACM"))
    assert found("ACM sued.", known) == [["ACM", "Acme Corp.", "organisation"]]


def test_own_list_needs_a_name_only():
    """A list with names alone will do, and a kind that is missing is "other"."""
    known = read_actor_list(pd.DataFrame({"name": ["The Old Mill"], "kind": [None]}))
    assert found("Then the owners sold The Old Mill.", known) == [["The Old Mill", "The Old Mill", "other"]]


def test_own_list_wins_over_the_shipped_one(tmp_path):
    """An alias in the user's file is taken from the shipped actor, and a shipped name becomes the reader's."""
    path = tmp_path / "own.csv"
    path.write_text(
        "name,kind,aliases\nTrump Organization,organisation,Trump\nNVIDIA Corporation,,\n", encoding="utf-8-sig"
    )
    known = read_actor_list(path)
    assert found("On Monday Trump sued Nvidia Corporation.", known)[0] == [
        "Trump",
        "Trump Organization",
        "organisation",
    ]
    assert found("Donald Trump spoke.", known) == [["Donald Trump", "Donald Trump", "person"]]
    assert found("NVIDIA Corporation sued.", known)[0][1] == "NVIDIA Corporation"


def test_own_list_inherits_what_the_shipped_one_knows():
    """A reader who only renames a shipped actor keeps its aliases, adjectives and seats."""
    known = read_actor_list(pd.DataFrame([{"name": "PRC", "kind": "country", "aliases": "China"}]))
    assert [row[1] for row in found("Beijing wants talks. Then Chinese officials left China.", known)] == ["PRC"] * 3


def test_own_list_folds_as_well():
    """The reader's name wins in folding too, for spellings that the list does not have."""
    known = read_actor_list(pd.DataFrame([{"name": "Zortek Group Ltd", "kind": "organisation"}]))
    folding = fold_actors({"a": find_actors("Shares of Zortek Group fell.", known)}, known)
    assert folding.names["a", "Zortek Group"] == "Zortek Group Ltd"


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ([{"name": "Acme", "kind": "firm"}], ["row 2", "'kind'", "'firm'", "organisation"]),
        ([{"name": "Acme"}, {"name": " "}], ["row 3", "'name'"]),
        ([{"title": "Acme"}], ["'title'", "'name'"]),
    ],
    ids=["kind", "no name", "no column"],
)
def test_own_list_errors_name_row_column_and_value(table, says):
    """A list that does not hold is refused with the row, the column, the value and what is allowed."""
    with pytest.raises(TableError) as error:
        read_actor_list(pd.DataFrame(table))
    assert all(word in str(error.value) for word in says)


def test_own_list_that_cannot_be_read_is_a_table_error(tmp_path):
    """A file that is missing, empty or no text is refused with its path."""
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"name\n\xff\xfe\x00")
    empty = tmp_path / "empty.csv"
    empty.touch()
    for path in (tmp_path / "missing.csv", binary, empty):
        with pytest.raises(TableError, match=path.name):
            read_actor_list(path)


def test_an_empty_list_still_finds_names_by_shape():
    """Without any list names are found by their shape."""
    assert found("Acme Corp. sued Ilse Brandt.", ActorList()) == [
        ["Acme Corp.", "Acme Corp.", "organisation"],
        ["Ilse Brandt", "Ilse Brandt", "person"],
    ]


# --- the affair -------------------------------------------------------------------------------------------------------

REFERENCE = Path(__file__).parents[2] / "shared"


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference articles are not there")
def test_the_affairs_names_resolve():
    """In the reference articles the names that must resolve mean the actors they should."""
    gold = json.loads((REFERENCE / "gold" / "h20.json").read_text(encoding="utf-8"))["actors_must_resolve"]
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((REFERENCE / "seeds").glob("*.txt"))}
    mentions = {name: find_actors(text, KNOWN) for name, text in texts.items()}
    folding = fold_actors(mentions, KNOWN)
    meant = {}
    for document, ones in mentions.items():
        for one in ones:
            words = one.text.replace("’", "'").removeprefix("the ").lower()
            meant.setdefault(words, set()).add(folding.names[document, one.name])
    wanted = {form.removeprefix("the ").lower(): actor for actor, forms in gold.items() for form in forms}
    missing = {form: actor for form, actor in wanted.items() if actor not in meant.get(form, ())}
    assert missing in ({}, {"huang": "Jensen Huang"})  # the articles have no lone Huang
