"""One event once: which mentions are joined, which are kept apart, and what the joined event says."""

import dataclasses
import datetime as dt
import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events import EventDate, EventMention
from timeline.merge import merge_mentions
from timeline.merge.compared import ComparedMention, are_alike
from timeline.merge.event import make_event

CASES = Path(__file__).parent / "cases"


def mention(name: str, **fields) -> EventMention:
    """A mention in document `name` with sensible defaults."""
    words = fields.pop("words", "")
    given: dict[str, Any] = {
        "id": f"{name}-{fields.get('trigger_start', 0)}",
        "document_id": name,
        "start": 0,
        "end": 10,
        "quote": "x" * 10,
        "trigger_start": 0,
        "trigger_end": 4,
        "lemma": "ban",
        "kind": "ban",
        "status": "happened",
        "title": f"Told by {name}",
        "date": day("2025-04-09"),
        "actors": ("United States", "China"),
    }
    return EventMention(**(given | fields), words=frozenset(words.split()))


def day(first: str | None, last: str | None = None, basis: str = "explicit") -> EventDate:
    """A date of the given days; `last` defaults to `first`."""
    days = [dt.date.fromisoformat(d) if d else None for d in (first, last or first)]
    return EventDate(first=days[0], last=days[1], precision="day" if first else "undated", basis=basis)


def read(row: dict) -> EventMention:
    """A mention from a row of a case file."""
    fields = dict(row)
    date = fields.pop("date", None)
    if date:
        fields["date"] = day(*date)
    for name in ("actors",):
        if name in fields:
            fields[name] = tuple(fields[name])
    if "numbers" in fields:
        fields["numbers"] = frozenset(fields["numbers"])
    return mention(fields.pop("document"), **fields)


MERGE_CASES = json.loads((CASES / "merge.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", MERGE_CASES, ids=[c["id"] for c in MERGE_CASES])
def test_joins_and_keeps_apart(case):
    """Mentions of one event become one event, and unlike mentions stay apart."""
    events = merge_mentions([read(row) for row in case["mentions"]])

    assert sorted(case["together"]) == sorted(sorted(m.document_id for m in e.mentions) for e in events)
    told = {e.id: sorted({m.document_id for m in e.mentions}) for e in events}
    disputed = [sorted([*told[e.id], *told[other]]) for e in events for other in e.conflicts if e.id < other]
    assert case.get("conflicts", []) == disputed


def test_narrowest_stated_date_wins():
    """The event's date is the narrowest interval that a stated date supports."""
    month = mention("a", date=day("2025-04-01", "2025-04-30"), words="export chip ban")
    exact = mention("b", date=day("2025-04-09"), words="export chip ban")
    assumed = mention("c", date=day("2025-04-10", basis="published"), words="export chip ban")

    (event,) = merge_mentions([month, exact, assumed])

    assert dt.date(2025, 4, 9) == event.date.first == event.date.last


def test_earliest_assumed_date_is_taken():
    """Of several publication days assumed for an event the earliest is taken."""
    early = mention("a", date=day("2025-04-10", basis="published"), words="export chip ban")
    late = mention("b", date=day("2025-04-12", basis="published"), words="export chip ban")

    (event,) = merge_mentions([late, early])

    assert dt.date(2025, 4, 10) == event.date.first


@pytest.mark.parametrize(
    ("words", "basis"), [("", "published"), ("before the vote", "bounded")], ids=["no words bound it", "words bound it"]
)
def test_an_assumed_day_yields_to_what_words_bound_alone(words, basis):
    """“Has raised its orders” is before it was told, as an assumed day is, which says more; “before the vote” stays."""
    bound = EventDate(last=dt.date(2025, 4, 12), precision="bounded", basis="bounded", text=words)
    told = mention("a", date=bound), mention("b", date=day("2025-04-10", basis="published"))

    event = make_event(told, [1.0, 1.0])

    assert basis == event.date.basis


def test_earliest_published_telling_leads():
    """An event's id is that of its earliest published mention, so a later document does not move it."""
    early, late = mention("z", words="export chip ban"), mention("a", words="export chip ban")

    (event,) = merge_mentions([late, early], {"z": dt.date(2025, 4, 9), "a": dt.date(2025, 4, 10)})

    assert event.id == early.id
    assert event.reasons[0].startswith("leads")


def test_every_join_has_a_reason_in_words():
    """Whoever doubts a join can read what it rests on."""
    (event,) = merge_mentions([mention("a", words="export chip ban"), mention("b", words="export chip ban")])

    assert "same actors (China, United States)" in event.reasons[1]
    assert "shared words (ban, chip, export)" in event.reasons[1]


def test_title_is_of_the_date():
    """The line of an event is told on its date: not by a mention whose own words set it on another day."""
    older = mention("a", title="Acme was named in 2005", date=day("2005-05-23"), prominence=0.9)
    newer = [mention(name, title="Acme sacked its chief", date=day("2025-04-09")) for name in ("b", "c")]

    event = make_event([older, *newer], [1.0, 0.5, 0.5])

    assert (day("2025-04-09"), "Acme sacked its chief") == (event.date, event.title)


def test_title_says_what_most_say():
    """Of tellings alike the title is that of the one which says what the others say, not what one says by the way."""
    aside = mention("a", title="Acme chief named his successor at lunch", words="name lunch successor")
    typical = [mention(name, title="Acme chief resigned over fraud", words="resign fraud") for name in ("b", "c")]

    assert "Acme chief resigned over fraud" == make_event([aside, *typical], [1.0] * 3).title


def test_title_is_of_a_verb_that_says_something():
    """A verb that says little without a noun gives the title only where no other does."""
    bland = mention("a", title="Storm left the city in chaos", lemma="leave", words="city", agent="Acme")
    plain = mention("b", title="Storm flooded the old city", lemma="flood", words="city", agent="Acme")

    assert "Storm flooded the old city" == make_event([bland, plain], [1.0] * 2).title


def test_title_is_of_a_toll_that_most_tell():
    """The latest toll names an event whose toll rose; a figure that one of four gives names nothing."""
    told = [mention(name, title="WHO raised its alert level", words="alert level", agent="WHO") for name in "abc"]
    early, late = (
        mention(name, title=f"Flu killed {n}", quote=f"Flu killed {n} people", numbers=frozenset({n}), words="flu")
        for name, n in (("d", "20"), ("e", "91"))
    )

    assert "WHO raised its alert level" == make_event([*told, early, late], [1.0] * 5).title
    assert "Flu killed 91" == make_event([early, late], [1.0] * 2).title


def test_title_spells_the_agency_out():
    """Of titles alike the one comes first whose first word nobody takes for a pronoun."""
    told = [mention(n, title=f"{who} raised its alert level", words="alert") for n, who in (("a", "WHO"), ("b", "UN"))]

    assert "UN raised its alert level" == make_event(told, [1.0] * 2).title


def test_title_is_of_what_happened():
    """What came to pass is not named by a plan for it, however much was made of the plan."""
    plan = mention("a", title="Acme shareholders will vote", status="planned", prominence=1.0, agent="Acme")
    fact = mention("b", title="Acme sold its mill", prominence=0.1)
    both = make_event([plan, fact], [1.0] * 2)

    assert ("Acme sold its mill", "happened") == (both.title, both.status)
    assert "planned" == make_event([plan, dataclasses.replace(plan, id="c", document_id="c")], [1.0] * 2).status


@pytest.mark.parametrize(
    ("lemma", "quote", "words", "other", "alike"),
    [
        ("drop", "dropped bombs on a camp", "drop bomb camp", "bomb", True),
        ("leave", "left the tracks in Harl", "leave track harl", "derail", True),
        ("cast", "cast ballots", "cast ballot", "vote", True),
        ("hand", "handed a prison term", "hand prison term", "sentence", True),
        ("file", "filed a lawsuit", "file lawsuit", "sue", True),
        ("leave", "left the town", "leave town", "derail", False),
        ("hand", "handed a cup", "hand cup", "sentence", False),
        ("turn", "turned down the offer", "turn offer", "reject", True),
        ("go", "went down off Marnholm", "go marnholm", "sink", True),
        ("lose", "lost their lives", "lose live people", "die", True),
        ("go", "goes on trial", "go trial", "try", True),
        ("put", "put off the vote", "put vote", "postpone", True),
        ("turn", "turned to the union", "turn union", "reject", False),
        ("go", "went on to win", "go win", "sink", False),
        ("lose", "lost the vote", "lose vote", "die", False),
    ],
)
def test_verbs_with_what_they_need(lemma, quote, words, other, alike):
    """A verb with a particle or noun is like the verb that says the same, and without it is not."""
    trigger_end = quote.index(" ")
    one = mention("a", lemma=lemma, quote=quote, words=words, trigger_end=trigger_end, kind="other")
    two = mention("b", lemma=other, words=other, kind="other")

    assert alike == are_alike(*(ComparedMention.from_mention(m) for m in (one, two)))


def test_titles_are_unique():
    """Two events never carry the same title."""
    one = mention("a", title="Ban announced", words="chip", date=day("2025-04-09"))
    two = mention("b", title="Ban announced", words="chip", date=day("2025-06-09"))

    events = merge_mentions([one, two])

    assert ["Ban announced", "Ban announced (2)"] == sorted(e.title for e in events)


def test_nothing_gives_nothing():
    """No mentions, no events."""
    assert [] == merge_mentions([])


WORDS = st.frozensets(st.sampled_from("ban chip export letter deal sale plan".split()), min_size=1)


@st.composite
def mentions(draw):
    """A few mentions over few words, so that joins and vetoes both happen."""
    made = []
    for number in range(draw(st.integers(0, 9))):
        first = dt.date(2025, 4, draw(st.integers(1, 6)))
        made.append(
            mention(
                f"d{draw(st.integers(0, 3))}",
                trigger_start=number,
                words=" ".join(sorted(draw(WORDS))),
                numbers=draw(st.frozensets(st.sampled_from(["15%", "20%"]), max_size=1)),
                status=draw(st.sampled_from(["happened", "planned", "denied"])),
                actors=tuple(draw(st.lists(st.sampled_from(["A", "B", "C"]), unique=True))),
                date=EventDate(
                    first=first,
                    last=first,
                    precision="day",
                    basis=draw(st.sampled_from(["explicit", "published", "none"])),
                ),
            )
        )
    return made


@given(mentions(), st.randoms())
def test_order_changes_nothing(made, random):
    """Any order of the mentions gives the same events."""
    shuffled = made[:]
    random.shuffle(shuffled)

    assert merge_mentions(made) == merge_mentions(shuffled)


@given(mentions())
def test_no_telling_is_lost_or_doubled(made):
    """Every mention is in exactly one event."""
    told = [m.id for e in merge_mentions(made) for m in e.mentions]

    assert sorted(m.id for m in made) == sorted(told)


@given(mentions())
def test_never_joins_conflicting_statements(made):
    """Any two mentions of one event agree in figures of one measure; what is denied is none of what happened."""
    for event in merge_mentions(made):
        for a, b in itertools.combinations(event.mentions, 2):
            assert not (a.numbers and b.numbers and not a.numbers & b.numbers)
            assert (a.status == "denied") == (b.status == "denied")


@pytest.mark.parametrize("whole", ["gone", "ring"])
def test_a_part_without_its_whole_stands_by_itself(whole):
    """Where its whole was left out, as another article told it, or two are parts of each other, nothing is lost."""
    one, other = mention("a", trigger_start=1), mention("a", words="fine bank", lemma="fine", trigger_start=90)
    of = {one.id: "gone", other.id: one.id} if whole == "gone" else {one.id: other.id, other.id: one.id}
    told = [dataclasses.replace(mention, part_of=of[mention.id]) for mention in (one, other)]

    events = merge_mentions(told)

    assert {mention.id for event in events for mention in event.mentions} == {one.id, other.id}


def test_parts_go_where_their_whole_goes():
    """A mention that is part of another leads no event and changes no date, but keeps its place among the mentions."""
    whole = mention("a", words="export chip ban", trigger_start=5)
    part = mention("a", trigger_start=1, words="signal", lemma="signal", kind="other", part_of=whole.id)

    (event,) = merge_mentions([part, whole])

    assert whole.id == event.id
    assert (whole, part) == event.mentions
    assert event.reasons[1].startswith("part of")


def test_a_part_that_others_do_not_tell_is_an_event_of_its_own():
    """Where several documents tell the whole, it is what they have in common; what one alone adds stands apart."""
    one, other = mention("a", words="export chip ban", trigger_start=5), mention("b", words="export chip ban")
    part = mention("a", trigger_start=1, words="signal", lemma="signal", kind="other", part_of=one.id)

    events = merge_mentions([part, one, other])

    assert [{part.id}, {one.id, other.id}] == sorted(({m.id for m in e.mentions} for e in events), key=len)
