"""What comes first in a briefing: the rank, its bounds, and what may be a main event."""

import dataclasses
import datetime as dt
import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_merge import day, mention

from timeline.merge import merge_mentions
from timeline.merge.event import make_event
from timeline.table import MAIN
from timeline.table.choosing import FEWEST, MOST, choose_main
from timeline.table.importance import OF_EVENT, OF_MENTION, Briefing, find_mention_features, rate_importance
from timeline.table.newsdays import weigh_days

NAMES = "Harg Norvik Keller Moreau Tanaka Okafor Brandt Ferris".split()
THINGS = "pier bridge plant school tower tunnel ferry mine station court".split()


def events(number: int, **fields) -> list:
    """So many unlike events, each told once, on days of their own."""
    return [dataclasses.replace(make_nth(n), **fields) for n in range(number)]


@functools.cache
def make_nth(n: int):
    """The event of that number; each is made once, since hypothesis asks for them thousands of times."""
    name, thing = NAMES[n % len(NAMES)], THINGS[n % len(THINGS)]
    title, date = f"{name} closed {thing} {thing[::-1]}{n}", day(str(dt.date(2024, 1, 1) + dt.timedelta(n)))
    (event,) = merge_mentions([mention(f"d{n}", title=title, words=f"w{n}", date=date)])
    return event


def told(title: str, **fields) -> dict:
    """The title of an event, and the one mention that has it."""
    return {"title": title, "mentions": (mention("d0", **({"title": title} | fields)),)}


@given(st.lists(st.floats(-5, 5), max_size=120))
def test_bounds(scores):
    """However many events there are, at most 40 are main, and at least ten where so many can be shown."""
    importance = choose_main(events(len(scores)), scores).importance
    main = sum(i >= MAIN for i in importance)

    assert all(0 <= i <= 1 for i in importance)
    assert min(FEWEST, len(scores)) <= main <= MOST


def test_the_best_comes_first():
    """Importance falls with the score."""
    importance = choose_main(events(60), [float(-n) for n in range(60)]).importance

    assert 1.0 == importance[0]
    assert importance == sorted(importance, reverse=True)


def test_nothing_is_said_twice():
    """Two events of one day with the same words in their titles are not both among the first."""
    made = events(300)
    made[1] = dataclasses.replace(made[1], title=f"{made[0].title} again", date=made[0].date)

    importance = choose_main(made, [float(-n) for n in range(300)]).importance

    assert importance[0] >= MAIN > importance[1]


@pytest.mark.parametrize(
    ("again", "title"),
    [
        (True, "Harg claimed the attack on Norvik and demanded a ransom"),
        (False, "Harg returned the ransom"),
        (False, "Norvik refused to pay"),
    ],
)
def test_what_another_says_by_the_way(again, title):
    """A title all of whose words another has, too, is not beside it, be the other twice as long."""
    made = events(300)
    made[0] = dataclasses.replace(made[0], **told("Harg demanded ransom of Norvik"))
    made[1] = dataclasses.replace(made[1], **told(title), date=made[0].date)

    importance = choose_main(made, [float(-n) for n in range(300)]).importance

    assert importance[0] >= MAIN
    assert again == (importance[1] < MAIN)


@pytest.mark.parametrize(("articles", "main"), [(1, True), (2, False)])
def test_a_small_pile_has_no_background(articles, main):
    """What lies on no day fills the room that one article leaves, but not that of several."""
    made = events(24)
    made = [dataclasses.replace(e, **told(e.title, document_id=f"d{n % articles}")) for n, e in enumerate(made)]
    made[12:] = [dataclasses.replace(e, date=day(None, basis="none")) for e in made[12:]]

    importance = choose_main(made, [float(-n) for n in range(24)]).importance

    assert main == (importance[12] >= MAIN)


def test_no_day_takes_all():
    """Of one day come no more than a third, unless the affair is that day."""
    made = events(400)
    made[:120] = [dataclasses.replace(e, date=made[0].date) for e in made[:120]]
    importance = choose_main(made, [float(-n) for n in range(400)]).importance
    of_that_day = sum(i >= MAIN for i in importance[:120])

    assert 3 * of_that_day <= sum(i >= MAIN for i in importance)


def test_no_day_takes_more_than_a_third_of_few():
    """Where little else can be main, rows of the fullest day are left out rather than more than a third kept."""
    made = events(400)
    made[:120] = [dataclasses.replace(e, date=made[0].date) for e in made[:120]]
    made[140:] = [dataclasses.replace(e, date=day(None, basis="none")) for e in made[140:]]
    importance = choose_main(made, [float(-n) for n in range(400)]).importance
    of_that_day = sum(i >= MAIN for i in importance[:120])

    assert 0 < 3 * of_that_day <= sum(i >= MAIN for i in importance)


def test_what_lies_far_below_the_tenth_is_not_main():
    """Main is what is at least a tenth as likely on a timeline as the tenth row: of two falls the deep one ends it."""
    scores = (
        [-0.01 * n for n in range(15)] + [-2.0 - 0.01 * n for n in range(6)] + [-4.0 - 0.01 * n for n in range(279)]
    )
    importance = choose_main(events(300), scores).importance

    assert 21 == sum(i >= MAIN for i in importance)


@given(st.lists(st.integers(0, 299), max_size=15))
def test_a_few_events_less_change_little(without):
    """A twentieth of the events left out, whichever, changes the number of main events by no more than a quarter."""
    main, less = count_main(()), count_main(without)

    assert abs(main - less) <= main / 4


def count_main(without) -> int:
    """How many of 300 events are main, those of the numbers `without` left out."""
    kept = [n for n in range(300) if n not in without]
    return sum(i >= MAIN for i in choose_main([make_nth(n) for n in kept], [-0.15 * n for n in kept]).importance)


@pytest.mark.parametrize("number", [159, 160, 161, 180, 200, 201, 220])
def test_a_pile_grows_out_of_being_read_whole(number):
    """What lies on assumed days fills a small pile, and in a larger one less with each event: no number changes all."""
    made = events(number)
    made[10:] = [dataclasses.replace(e, date=dataclasses.replace(e.date, basis="published")) for e in made[10:]]
    made = [
        dataclasses.replace(e, mentions=tuple(dataclasses.replace(m, prominence=0.5) for m in e.mentions)) for e in made
    ]
    importance = choose_main(made, [float(-n) for n in range(number)]).importance

    assert min(40, round(40 * (160 / number) ** 2)) == sum(i >= MAIN for i in importance)


def test_what_is_planned_next_is_kept():
    """The best plan after the last publication is a main event whatever its score."""
    made = events(300)
    made[-1] = dataclasses.replace(made[-1], status="planned")

    importance = choose_main(made, [float(-n) for n in range(300)], latest=made[-2].date.first).importance

    assert importance[-1] >= MAIN


@pytest.mark.parametrize(
    ("main", "fields"),
    [
        (True, {}),
        (False, {"title": "It closed the pier"}),
        (False, {"date": day(None, basis="none")}),
        (False, {"date": day("2024-01-01", basis="published")}),
        (False, {"status": "possible"}),
        (False, {"status": "conditional"}),
        (False, {"title": "Harg said: “They closed the pier”"}),
        (False, told("Harg used the opportunity", lemma="use")),
        (False, told("Harg closed the pier", part_of="d0-9")),
        (True, told("Harg found the pier", lemma="find")),
    ],
)
def test_what_may_be_main(main, fields):
    """In a large pile a main event can stand as a title, words date it or it is its document's news, and it is told for
    itself.
    """
    made = events(300)
    made[0] = dataclasses.replace(made[0], **fields)

    importance = choose_main(made, [float(-n) for n in range(300)]).importance

    assert main == (importance[0] >= MAIN)


def test_sources_move_an_event_up():
    """Of two events told alike the one that more documents tell comes first."""
    often = merge_mentions(
        [mention(f"s{n}", words="export chip ban", title="China banned chip exports") for n in range(6)]
    )
    once = events(1)

    importance = rate_importance([*often, *once], {}).importance

    assert len(often) == 1
    assert importance[0] > importance[1]


def test_what_is_told_word_for_word_counts_once():
    """A teaser under every article is told once, however many they are; news in other words counts each time."""
    teaser = [mention(f"t{n}", words="export ban", title="China banned chip exports") for n in range(4)]
    news = [mention(f"n{n}", words="export ban", quote=f"In words of {n}", title="It did") for n in range(4)]
    briefing = Briefing([], dict.fromkeys([m.id for m in (*teaser, *news)], 0.0), {}, {})
    told = [dict(zip(OF_EVENT, briefing.measure(make_event(ms, [1.0] * 4)), strict=True)) for ms in (teaser, news)]

    assert [0, 2] == [features["sources"] for features in told]


def test_who_tells_what_is_so_in_general_is_no_source():
    """What four texts say in general tells nothing of an event that one text tells; where all do, each counts."""
    never = day(None, basis="none")
    general = [mention(f"g{n}", quote=f"In words of {n}", status="ongoing", date=never, actors=()) for n in range(4)]
    (news,) = [mention("n", quote="In words of its own")]
    briefing = Briefing([], dict.fromkeys([m.id for m in (*general, news)], 0.0), {}, {})
    mixed, alone = (make_event(ms, [1.0] * len(ms)) for ms in ([news, *general], general))
    place = OF_EVENT.index("sources")

    assert [0, 2] == [briefing.measure(event)[place] for event in (mixed, alone)]


def test_who_tells_something_else_is_no_source():
    """Of four texts joined to a title that they have nothing but the verb in common with none is a source of it."""
    others = [mention(f"o{n}", quote=f"In words of {n}", words=f"ban visa v{n}", actors=("Peru",)) for n in range(4)]
    titled = mention("t", words="ban export chip", title="China banned chip exports", agent="China", prominence=0.9)
    briefing = Briefing([], dict.fromkeys([m.id for m in (titled, *others)], 0.0), {}, {})
    event = make_event([titled, *others], [1.0] * 5)

    assert titled.title == event.title
    assert briefing.measure(event)[OF_EVENT.index("sources")] == 0


def test_the_title_decides_how_salient_an_event_is():
    """An event counts by the mention it is named after, not by another that nobody is shown."""
    titled = mention("t", title="China banned chip exports", agent="China", prominence=0.9)
    other = mention("o", title="It did")
    event = make_event([titled, other], [1.0] * 2)
    briefing = Briefing([event], {titled.id: -1.0, other.id: 2.0}, {}, {})

    assert briefing.measure(event)[OF_EVENT.index("best mention")] == -1.0


def test_what_has_to_do_with_the_affair():
    """Of two events told alike the one in the words of the briefing counts for more than what is told by the way."""
    affair = [mention(f"a{n}", words=f"export chip ban v{n}") for n in range(4)]
    aside = mention("b", words="snow storm ban", actors=("Ann",))
    found = [e for m in (*affair, aside) for e in merge_mentions([m])]
    briefing = Briefing(found, {m.id: 0.0 for e in found for m in e.mentions}, {}, {})
    *near, far = (briefing.measure(event)[OF_EVENT.index("about the affair")] for event in found)

    assert 1 >= min(near) > far > 0


def test_a_title_that_says_more():
    """Of two titles the one with more words and actors says more, up to seven."""
    short, longer, longest = (
        merge_mentions([mention("a", words=" ".join(f"w{n}" for n in range(number)))])[0] for number in (1, 3, 20)
    )
    briefing = Briefing([], {"a-0": 0.0}, {}, {})
    said = [briefing.measure(event)[OF_EVENT.index("words of the title")] for event in (short, longer, longest)]

    assert said == [3 / 7, 5 / 7, 1.0]


def test_a_day_in_the_news():
    """The day that most documents name or appeared on counts most, another less, and what lies on no day nothing."""
    often = merge_mentions([mention(f"s{n}", words=f"w{n}", date=day("2024-05-03")) for n in range(6)])
    seldom = merge_mentions([mention("x", words="other", date=day("2024-06-03"))])
    never = merge_mentions([mention("y", words="more", date=day(None, basis="none"))])
    every = [*often, *seldom, *never]
    briefing = Briefing(every, {m.id: 0.0 for e in every for m in e.mentions}, {}, {"x": dt.date(2024, 6, 3)})
    place = OF_EVENT.index("day in the news")
    most, less, nothing = (briefing.measure(found[0])[place] for found in (often, seldom, never))

    assert 1.0 == most > less > nothing == 0.0


def test_news_is_of_the_day_before():
    """Where no text names a day, most of the briefing's news is of the day before it appeared."""
    found = merge_mentions([mention(f"a{n}", words="w", date=day(None, basis="none")) for n in range(12)])

    assert {dt.date(2024, 5, 2): 1.0} == weigh_days(found, {f"a{n}": dt.date(2024, 5, 3) for n in range(12)})


def test_one_article_makes_no_news():
    """What a single one of a few articles names is far from a day in the news."""
    found = merge_mentions([mention("a", words="w", date=day("2024-05-02"))])

    assert 0 < weigh_days(found, {"a": dt.date(2024, 5, 20)})[dt.date(2024, 5, 2)] < 0.5


def test_a_day_counts_by_who_names_it():
    """A day that two documents on the affair name outweighs one that two documents on something else name."""
    affair = [mention(f"a{n}", words=f"export chip ban v{n}", date=day("2024-05-03")) for n in range(2)]
    affair += [mention(f"m{n}", words=f"export chip ban w{n}", date=day("2024-07-01")) for n in range(8)]
    other = [mention(f"o{n}", words=f"opera singer x{n}", actors=("Ann",), date=day("2024-06-03")) for n in range(2)]
    weight = weigh_days([e for m in (*affair, *other) for e in merge_mentions([m])], {})

    assert weight[dt.date(2024, 7, 1)] == 1.0 > weight[dt.date(2024, 5, 3)] > weight[dt.date(2024, 6, 3)] > 0


@given(st.lists(st.one_of(st.none(), st.dates()), max_size=6))
def test_any_days_of_publication(days):
    """Whatever the days of publication are, the first of all days among them, weights lie between 0 and 1."""
    found = [e for n in range(len(days)) for e in merge_mentions([mention(f"d{n}", words=f"w{n}")])]
    weights = weigh_days(found, {f"d{n}": day_ for n, day_ in enumerate(days)})

    assert all(0 <= weight <= 1 for weight in weights.values())


def test_what_is_fit_to_lead_comes_next():
    """After the main events come those that can stand as a title, for who wants more rows than are main."""
    made = events(300)
    made[0] = dataclasses.replace(made[0], title="It closed the pier")
    importance = choose_main(made, [float(-n) for n in range(11)] + [-900.0 - n for n in range(289)]).importance

    assert MAIN > importance[12] > importance[0]


@pytest.mark.parametrize(
    ("feature", "fields"),
    [
        ("quoted speech", {"quote": 'He said: "they ban it"', "trigger_start": 15}),
        ("bare report", {"lemma": "say"}),
        ("happened", {"status": "happened"}),
        ("ongoing", {"status": "ongoing"}),
        ("planned", {"status": "planned"}),
        ("possible", {"status": "conditional"}),
        ("denied or negated", {"status": "negated"}),
        ("weighty kind", {"kind": "ban"}),
        ("title words", {"words": "ban"}),
        ("in the lead", {}),
        ("actors", {}),
        ("agent named", {"agent": "China"}),
        ("day stated", {}),
        ("undated", {"date": day(None, basis="none")}),
        ("title stands alone", {"title": "China banned chip exports"}),
        ("part of another", {"part_of": "x"}),
        ("prominence", {}),
        ("bland trigger", {"lemma": "leave"}),
    ],
)
def test_feature_of_a_telling(feature, fields):
    """Each feature speaks up where it should."""
    one = mention("a", **fields)

    assert dict(zip(OF_MENTION, find_mention_features([one])[one.id], strict=True))[feature] > 0


def test_depth_grows():
    """What comes later in a document lies deeper."""
    mentions = [mention("a", start=n * 50, trigger_start=n * 50) for n in range(9)]
    features = find_mention_features(mentions)
    depth = [features[m.id][OF_MENTION.index("depth")] for m in mentions]

    assert sorted(set(depth)) == depth


def test_nothing_gives_nothing():
    """No events, no importance; and the names of features are each there once."""
    assert ([], []) == rate_importance([], {}) == choose_main([], [])
    assert len(set(OF_EVENT)) == len(OF_EVENT)
