"""A model's names better the built-in finder's where it has none or cut them wrongly, and never those of a list."""

import sys

import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import cli
from timeline.actors import choose_finder, find_actors, find_with_spacy, read_actor_list, read_model_name
from timeline.actors.known import KINDS
from timeline.actors.ner import _cut_pieces, _join, _Span
from timeline.build import build_timeline
from timeline.documents import Document
from timeline.errors import ModelError, TimelineError

KNOWN = read_actor_list()
PATTERNS = [
    {"label": "ORG", "pattern": "the house of zort"},
    {"label": "ORG", "pattern": "Globex of the North"},
    {"label": "GPE", "pattern": "Zortekia"},
    {"label": "GPE", "pattern": "Beijing"},
    {"label": "NORP", "pattern": "Zortekian"},
    {"label": "PERSON", "pattern": "Nvidia"},
    {"label": "DATE", "pattern": "Monday"},
]


def spans(text, *names):
    """The first place of each (words, label) in `text`, as a model would give it."""
    return [_Span(start=text.index(words), end=text.index(words) + len(words), label=label) for words, label in names]


def joined(text, *names, known=KNOWN):
    """The words, name and kind of each mention once a model has seen `names`."""
    found = _join(text, find_actors(text, known), spans(text, *names), known)
    return [(one.text, one.name, one.kind) for one in found]


@pytest.fixture
def folder(tmp_path):
    """A model with a few names, saved; skips where spaCy is not installed, for it is too large to ask of everyone."""
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(PATTERNS)
    pipeline.to_disk(tmp_path / "model")
    return str(tmp_path / "model")


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Then the house of zort sued.",
            [("house of zort", "ORG")],
            [("house of zort", "house of zort", "organisation")],
        ),
        (
            "Globex of the North won.",
            [("Globex of the North", "ORG")],
            [("Globex of the North",) * 2 + ("organisation",)],
        ),
        ("On Monday Nvidia won.", [("Nvidia", "PERSON")], [("Nvidia", "Nvidia", "organisation")]),
        ("He lives in Beijing.", [("Beijing", "GPE")], []),
        ("He lives in zortekia.", [("zortekia", "GPE")], []),
        ("Then zortekia objected.", [("zortekia", "GPE")], [("zortekia", "zortekia", "government")]),
        ("Then zortek fighters left.", [("zortek", "NORP")], []),
        ("Then zorteks voted.", [("zorteks", "NORP")], [("zorteks", "zorteks", "other")]),
    ],
)
def test_names_join(text, names, expected):
    """A model's name is added or displaces a wrong one; the list's names and places stay what the list says."""
    assert joined(text, *names) == expected


def test_the_readers_list_wins():
    """A name on the user's list is not cut anew by the model."""
    known = read_actor_list(pd.DataFrame([{"name": "Zort", "kind": "product"}]))
    text = "Then Zort Alpha Beta won."
    assert ("Zort", "Zort", "product") in joined(text, ("Zort Alpha", "ORG"), known=known)


@given(
    st.lists(st.sampled_from(["Beijing", "Acme Corp.", "he", "the", "Mr. Lund", "’s", "\n\n", ".", "🙂", "U.S."])),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 12), st.sampled_from(["PERSON", "ORG", "GPE", "NORP"]))),
)
@settings(max_examples=200, deadline=None)
def test_any_spans_give_slices_in_order(words, cuts):
    """Whatever a model cuts out of any text, mentions are slices of it, in order, not overlapping, of a known kind."""
    text = " ".join(words)
    given_spans, end = [], 0
    for start, length, label in sorted(cuts):
        if end <= start and start + length <= len(text):
            end = start + length
            given_spans.append(_Span(start=start, end=end, label=label))
    end = 0
    for one in _join(text, find_actors(text, KNOWN), given_spans, KNOWN):
        assert text[one.start : one.end] == one.text
        assert end <= one.start < one.end
        assert one.kind in KINDS
        end = one.end


@given(st.text(alphabet="aB. \n", max_size=60), st.integers(1, 20))
def test_pieces_cover_any_text(text, limit):
    """A long text reaches the model in pieces that it takes, none of it lost."""
    pieces = list(_cut_pieces(text, limit))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(end - start <= limit for start, end in pieces)


@pytest.mark.parametrize("ner", ["", "spacy:", "en_core_web_sm", "stanza:en"])
def test_other_finders_are_refused(ner):
    """What is not spacy:MODEL is an error that says what is allowed, and wrong usage on the command line."""
    with pytest.raises(ModelError, match="give spacy:MODEL") as caught:
        read_model_name(ner)
    assert repr(ner) in str(caught.value)
    done = CliRunner().invoke(cli.main, ["build", "seeds", "-o", "-", "--ner", ner])
    assert done.exit_code == 2


def test_missing_spacy_says_how_to_install_it(monkeypatch):
    """Without spaCy the error names the model and the command that installs it."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(TimelineError, match=r"'en_x'.*pip install spacy"):
        build_timeline([], ner="spacy:en_x")


def test_nothing_asked_is_the_built_in_finder():
    """Without a model the finder is the built-in one."""
    assert choose_finder() is find_actors


@pytest.mark.parametrize("model", ["no_such_model", "pytest", "/no/such/folder"])
def test_missing_model_says_how_to_install_it(model):
    """With spaCy but without the model the error names the model and the command that installs one."""
    pytest.importorskip("spacy")
    with pytest.raises(ModelError, match=rf"'{model}'.*spacy download"):
        find_with_spacy(model)


def test_a_saved_model_finds_names(folder):
    """A model in a folder adds the names of its labels, and only those, to the built-in finder's."""
    text = "On Monday the house of zort sued Nvidia in Zortekia. Zortekia objected in Beijing."
    found = [(one.text, one.kind) for one in find_with_spacy(folder)(text, KNOWN)]
    assert found == [("house of zort", "organisation"), ("Nvidia", "organisation"), ("Zortekia", "government")]


def test_the_model_reaches_the_timeline(folder):
    """A name that only the model knows is an actor of the timeline's events."""
    document = Document(text="On 5 March 2024 the house of zort sued Nvidia.")
    actors = build_timeline([document], ner=f"spacy:{folder}").actors["name"]
    assert "house of zort" in set(actors)
    assert "house of zort" not in set(build_timeline([document]).actors["name"])
