"""What joining looks at: every veto and feature by itself, stories, figures; and success that breaks nothing."""

import dataclasses
import datetime as dt
from collections import Counter

import pytest
from test_merge import day, mention
from told import AFFAIRS, count_tellings, tell_often

from timeline.build import build_timeline
from timeline.documents import Document
from timeline.events import EventDate, Opening
from timeline.merge import candidates, merge_mentions, stands_alone
from timeline.merge.compared import ComparedMention
from timeline.merge.features import FEATURES, Comparison
from timeline.merge.figures import differ, find_latest_toll, read_quantities
from timeline.merge.retold import retells_day, retells_headline
from timeline.merge.stories import find_stories
from timeline.merge.vetoes import find_group_veto, find_veto, is_no_reason

ASSUMED = day("2025-04-09", basis="published")
OF_STORY = day("2025-04-07", basis="published")  # not that of publication
SAYS = {"lemma": "say", "kind": "statement"}
OLD_DEATH = {"title": "Banker Ann Roe was killed", "actors": ("Ann Roe",), "date": day("2024-03-04")}
UNDATED = day(None, basis="none")
BARE = {"words": "", "actors": ("Bo Roe",)}


def pair(one: dict, other: dict, stories: tuple[int, int] = (0, 0)) -> tuple[ComparedMention, ComparedMention]:
    """Two mentions of documents published on one day, of one story unless said otherwise."""
    published = dt.date(2025, 4, 9)
    first, second = (mention(name, **({"words": "export chip"} | told)) for name, told in (("a", one), ("b", other)))
    return (
        ComparedMention.from_mention(first, published, stories[0]),
        ComparedMention.from_mention(second, published, stories[1]),
    )


@pytest.mark.parametrize(
    ("reason", "one", "other"),
    [
        ("one is denied", {}, {"status": "denied"}),
        ("one is denied", {"status": "planned"}, {"status": "negated"}),
        ("figures differ", {"numbers": frozenset({"15%"})}, {"numbers": frozenset({"40%"})}),
        ("one undoes the other", {}, {"kind": "approval", "lemma": "allow"}),
        ("one undoes the other", {"kind": "appointment", "lemma": "hire"}, {"kind": "dismissal", "lemma": "sack"}),
        ("one undoes the other", {"title": "Bo Roe pleaded guilty"}, {"title": "Bo Roe pleaded not guilty"}),
        ("one undoes the other", {"lemma": "plead"}, {"lemma": "charge"}),
        ("", {"title": "Bo Roe was found guilty"}, {"title": "Bo Roe pleaded guilty"}),
        ("days differ", {"date": day("2025-04-09")}, {"date": day("2025-04-10")}),
        ("one planned, one happened", {}, {"status": "planned", "date": day("2025-04-10", basis="relative")}),
        ("", {}, {"status": "planned"}),
        ("days differ", {"date": ASSUMED}, {"date": day("2025-04-14", basis="published")}),
        ("days differ", {"date": ASSUMED}, {"date": day("2025-03-01")}),
        ("", {"date": ASSUMED}, {"date": day("2025-04-12", basis="published")}),
        ("", {"date": ASSUMED}, {"date": day("2025-03-20")}),
        ("days differ", {"date": OF_STORY}, {"date": day("2025-04-03")}),
        ("", {"date": OF_STORY}, {"date": day("2025-04-04")}),
        ("", OLD_DEATH, {"title": "Ann Roe's murder", "actors": ("Ann Roe",), "date": ASSUMED}),
        ("", OLD_DEATH, {"title": "Death of the banker Ann Roe", "actors": ("Ann Roe",), "date": ASSUMED}),
        ("days differ", OLD_DEATH, {"title": "Ms Roe's trial", "actors": ("Ann Roe",), "date": ASSUMED}),
        ("days differ", OLD_DEATH, {"title": "Sergeant Bo Roe died", "actors": ("Ann Roe",), "date": ASSUMED}),
        ("days differ", OLD_DEATH, {"title": "Killing of a man by Ann Roe", "actors": ("Ann Roe",), "date": ASSUMED}),
        ("days differ", OLD_DEATH, {"title": "Hong Kong's death toll", "actors": ("Hong Kong",), "date": ASSUMED}),
        (
            "two deaths",
            OLD_DEATH,
            {"title": "Bo Poe has died", "actors": ("Bo Poe", "Ann Roe"), "date": OLD_DEATH["date"]},
        ),
        ("figures differ", {"title": "Fourth victim dies"}, {"title": "Slide kills three skiers", "lemma": "kill"}),
        ("figures differ", {"title": "Fourth victim dies"}, {"title": "Third victim dies"}),
        ("figures differ", {"title": "First round is held"}, {"title": "2nd round is held"}),
        ("", {"title": "Fourth victim dies"}, {"title": "Four skiers have died", "lemma": "die"}),
        ("", {"title": "Fourth victim dies"}, {"title": "Man dies 3 days later", "lemma": "die"}),
        ("", {"title": "Fourth victim dies"}, {"title": "Third appeal is heard"}),
        ("figures differ", {"title": "Two travellers returned"}, {"title": "About 25 students returned"}),
        ("", {"title": "Two travellers returned"}, {"title": "Two people returned"}),
        ("", {"title": "Two travellers returned"}, {"title": "Clinic treated four"}),
        ("", {"title": "About 300 people attended"}, {"title": "More than 310 people attended"}),
        ("", {"title": "Four skiers were killed"}, {"title": "Nine skiers were killed"}),
        ("", {"date": UNDATED}, {"date": day("2023-03-20")}),
        ("", {"date": UNDATED, "status": "planned"}, {}),
        ("", {"numbers": frozenset({"15%"})}, {"numbers": frozenset({"15.5%"})}),
    ],
)
def test_veto(reason, one, other):
    """Each veto holds where it should, and not beside it; of one story nothing else speaks against these."""
    assert reason == find_veto(*pair(one, other))


YEAR_2023 = day("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("apart", "one", "other"),
    [
        (True, YEAR_2023, day("2025-05-01", "2025-05-31")),
        (True, day("2025-01-10", basis="relative"), day("2025-04-01", basis="relative")),
        (False, YEAR_2023, day("2024-01-20")),
        (False, day("2025-01-10", basis="relative"), day("2025-04-01")),
        (False, dataclasses.replace(YEAR_2023, last=None, span="period"), day("2025-05-01", "2025-05-31")),
        (False, YEAR_2023, UNDATED),
    ],
)
def test_what_texts_set_long_apart_parts_groups(apart, one, other):
    """Contracts of 2023 and of May 2025 are two, whatever else is told of either; what is a slip parts no groups."""
    assert apart == bool(find_group_veto(*pair({"date": one}, {"date": other})))


TOLLS = [(True, "11", "2"), (False, "11", "17"), (False, "11", "10.5"), (True, "81", "50000000"), (False, "12", "9000")]


@pytest.mark.parametrize(("apart", "before", "after"), TOLLS)
def test_a_toll_rises_only(apart, before, after):
    """A later and lower toll is one of something else, or of a part, unless it is the same rounded; a huge one, too."""
    a, b = (
        ComparedMention.from_mention(
            mention(n, quote=f"It killed {n} people.", numbers=frozenset({n}), date=UNDATED), dt.date(2025, 4, d), 0
        )
        for n, d in ((before, 8), (after, 10))
    )

    assert ("figures differ" if apart else "") == find_veto(a, b) == find_veto(b, a)


LONG_AGO = {"words": "flu people states", "date": day("1918-09-01", "1919-04-30")}


@pytest.mark.parametrize(
    ("background", "one", "other"),
    [
        (True, LONG_AGO, {"words": "flu mexico", "date": UNDATED}),
        (True, LONG_AGO, {"words": "flu mexico", "date": ASSUMED}),
        (True, LONG_AGO, {"words": "flu", "date": EventDate(last=dt.date(2025, 4, 10), basis="bounded")}),
        (
            True,
            LONG_AGO | {"date": dataclasses.replace(day("2003-01-01"), last=None, span="period")},
            {"words": "flu", "date": ASSUMED},
        ),
        (False, LONG_AGO, {"words": "flu people", "date": UNDATED}),
        (False, LONG_AGO, {"words": "flu mexico", "date": UNDATED, "document_id": "a"}),
        (False, LONG_AGO, {"words": "flu mexico", "date": day("1918-01-01", "1918-12-31")}),
        (False, LONG_AGO | {"date": day("2024-12-01")}, {"words": "flu mexico", "date": UNDATED}),
    ],
)
def test_background(background, one, other):
    """What a text tells without a date is not what lay a year back, unless it says the same of it."""
    assert background == (find_group_veto(*pair(one, other)) == "one is background")


@pytest.mark.parametrize(("background", "before"), [(True, "9"), (False, "5")])
def test_one_text_tells_tolls_of_two_disasters(background, before):
    """The five killed now are not the nine killed years ago in the same text; the same toll may be told again."""
    told = {"quote": f"{before} people were killed.", "numbers": frozenset({before})}
    a, b = pair(LONG_AGO | told, {"quote": "5 people were killed.", "numbers": frozenset({"5"}), "date": UNDATED})
    b = dataclasses.replace(b, original=dataclasses.replace(b.original, document_id=a.original.document_id))

    assert background == (find_group_veto(a, b) == "one is background")


@pytest.mark.parametrize(("stated", "events"), [(False, 2), (True, 1)])
def test_assumed_days_do_not_drift(stated, events):
    """What nothing but assumed days date stays within four of them, whatever lies between; a stated day holds more."""
    days = ["2025-04-09", "2025-04-12", "2025-04-15"]
    told = [
        mention(first, words="export chip ban", context=frozenset({first}), date=day(first, basis="published"))
        for first in days
    ]
    if stated:
        told.append(mention("s", words="export chip ban", date=day("2025-04-08")))

    assert events == len(merge_mentions(told))


def test_two_things_of_one_sentence():
    """What one sentence tells with two verbs are two events."""
    a, b = pair({}, {"lemma": "sue"})
    b = ComparedMention.from_mention(mention("a", lemma="sue", words="export chip", trigger_start=50), None, 0)

    assert "two things told in one sentence" == find_veto(a, b)


@pytest.mark.parametrize(
    ("apart", "one", "other"),
    [
        (True, {}, {"actors": ("Japan",)}),
        (False, {}, {"actors": ("China",)}),
        (False, {"actors": ()}, {"actors": ()}),
        (True, {"actors": (), "date": ASSUMED}, {"actors": (), "date": ASSUMED}),
        (True, {"actors": (), "words": "export chip"}, {"actors": (), "words": "truck customs"}),
        (False, {"actors": (), "date": day("2025-04-09")}, {"actors": ("China",), "date": ASSUMED}),
        (True, {"actors": (), "date": day("2025-04-02")}, {"actors": ("China",), "date": ASSUMED}),
        (False, {"actors": (), "date": day("2025-04-08", "2025-04-09")}, {"date": ASSUMED}),
        (False, {"actors": (), "date": day("2025-04-07", "2025-04-13")}, {"date": ASSUMED}),
        (True, {"actors": (), "date": day("2025-04-01", "2025-04-30")}, {"date": ASSUMED}),
    ],
)
def test_across_stories(apart, one, other):
    """Across stories only what names somebody in common joins, or what states one day in like words."""
    assert ("of others, in another story" if apart else "") == find_veto(*pair(one, other, stories=(0, 1)))


BY_ROE = {"agent": "Ann Roe", "actors": ("Ann Roe",), "words": "declare emergency"}


@pytest.mark.parametrize(
    ("retold", "other"),
    [
        (True, {"words": "declare state emergency"}),
        (True, {"words": "declare state emergency", "date": ASSUMED}),
        (False, {"words": "declare holiday"}),
        (False, {"words": "declare state emergency", "date": day("2025-04-08")}),
        (False, {"words": "declare state emergency", "agent": "Bo Poe", "actors": ("Bo Poe",)}),
        (False, {"words": "declare state emergency", "agent": ""}),
        (False, {"words": "lift emergency", "lemma": "lift"}),
        (False, {"words": "declare"}),
    ],
)
def test_a_line_of_a_chronology_is_the_report_of_its_day(retold, other):
    """One actor does the same on the same day, and one of two says nothing else, or they are no reason to join."""
    line = BY_ROE | {"lemma": "declare", "date": day("2025-04-09")}
    a, b = pair(line, line | other)

    assert retold is retells_day(a, b) is retells_day(b, a)


@pytest.mark.parametrize(
    ("retold", "headline", "lead"),
    [
        (True, {"lemma": "recall", "words": "infant formula"}, {"lemma": "remove", "words": "infant formula shop"}),
        (True, {"lemma": "strike", "words": "pay vote"}, {"lemma": "vote", "words": "action pay"}),
        (True, {"lemma": "dock", "words": "point", "kind": "other"}, {"lemma": "deduct", "words": "point"}),
        (True, {"lemma": "fire", "words": "minister row", "actors": ()}, {"lemma": "dismiss", "words": ""}),
        (False, {"lemma": "fire", "words": "row", "actors": ()}, {"lemma": "win", "words": "", "kind": "other"}),
        (False, {"lemma": "sue", "words": "app", "kind": "other"}, {"lemma": "steal", "words": "secret"}),
        (False, {"lemma": "vote", "words": "pay"}, {"lemma": "vote", "words": "tax", "actors": ("Japan",)}),
        (False, {"words": "infant formula"}, {"words": "infant formula", "opening": Opening.ELSEWHERE}),
    ],
)
def test_a_lead_retells_its_headline(retold, headline, lead):
    """In like words, or with a like verb and a word in common; what stands further down does not."""
    a, b = pair({"opening": Opening.HEADLINE, **headline}, {"opening": Opening.LEAD, **lead})
    b = dataclasses.replace(b, original=dataclasses.replace(b.original, document_id=a.original.document_id))

    assert retold is retells_headline(a, b) is retells_headline(b, a)
    assert not retells_headline(a, dataclasses.replace(b, original=dataclasses.replace(b.original, document_id="c")))


def test_a_headline_and_its_lead_are_one_row():
    """Whatever verbs they use; the same two sentences further down are two."""
    text = "Walmart pulls infant formula\n\nWalmart recalled an infant formula on 3 May 2024. {}"
    [row] = build_timeline([Document(text=text.format(""))]).events.itertuples()
    assert (row.mentions, row.edtf) == (2, "2024-05-03")
    told = build_timeline([Document(text=text.format("It sued Globex. Globex tests infant formula."))]).events
    assert len(told) == 3


def test_what_a_whole_says_itself_is_no_event_of_its_own():
    """Two texts tell that a firm filed for bankruptcy: no bankruptcy stands beside it, but what came of it does."""
    told = (
        "Hollins Ltd filed for bankruptcy in March 2021, wiping out 3,200 jobs.",
        "Hollins Ltd filed for bankruptcy in March 2021.",
    )
    events = build_timeline([Document(text=text, published=dt.date(2023, 10, 12)) for text in told]).events
    assert sorted(title.split()[1] for title in events["title"]) == ["Ltd", "Ltd"]


@pytest.mark.parametrize(("joined", "of_one_affair"), [(True, True), (False, False)])
def test_of_one_day_in_one_affair(joined, of_one_affair):
    """What nobody is named for and one affair tells of one day in other words is one event, be it told weeks later."""
    told = {"lemma": "bury", "kind": "other", "date": day("2025-02-04"), "actors": ()}
    first, second = mention("a", words="wall snow party", **told), mention("b", words="snow slide bowl skier", **told)
    one = ComparedMention.from_mention(first, dt.date(2025, 2, 5), 0)
    other = ComparedMention.from_mention(second, dt.date(2025, 3, 16), 1, 0 if of_one_affair else 1)

    assert joined == (find_veto(one, other) == "")


@pytest.mark.parametrize(("affair", "pairs"), [(0, [(0, 1)]), (1, [])])
def test_an_affair_is_a_block(affair, pairs):
    """What only lies before its telling is compared with what other stories of its affair tell, of no other."""
    before = EventDate(last=dt.date(2025, 2, 5), basis="bounded")
    one = ComparedMention.from_mention(mention("a", words="water", date=before), dt.date(2025, 2, 5), 0)
    other = ComparedMention.from_mention(mention("b", words="water", date=day("2025-01-09")), None, 1, affair)

    assert pairs == list(candidates.find_candidate_pairs([one, other]))


def test_a_story_goes_on_with_its_affair():
    """A chronology weeks later is another story of one affair; what shares no words is another affair."""
    words = "slide snow bowl skier guide rescue dog chairlift prosecutor tour resort level warning".split()
    mentions = [mention(name, words=" ".join(words)) for name in ("a", "b")]
    mentions.append(mention("c", words=" ".join(f"{word}s" for word in words), actors=("Roe",)))
    stories = find_stories(mentions, {"a": dt.date(2025, 2, 5), "b": dt.date(2025, 3, 16), "c": dt.date(2025, 3, 17)})

    assert stories.number["a"] != stories.number["b"]
    assert stories.affair["a"] == stories.affair["b"] != stories.affair["c"]


def test_undated_across_stories():
    """An undated mention lies within a month of its publication, unless its story names the day."""
    assert "days differ" == find_veto(*pair({"date": UNDATED}, {"date": day("2023-03-20")}, stories=(0, 1)))


@pytest.mark.parametrize(
    ("none", "one", "other"),
    [
        (True, {"words": "phone"}, {"words": "truck", "actors": ("Japan",)}),
        (False, {"words": "phone"}, {"words": "phone", "actors": ("Japan",)}),
        (False, {"words": "phone"}, {"words": "truck"}),
        (True, {"words": "phone", "status": "possible", "date": UNDATED}, {"words": "truck"}),
        (True, SAYS | {"context": frozenset({"say", "pay"})}, SAYS | {"context": frozenset({"say", "hack"})}),
        (False, SAYS | {"context": frozenset({"say", "pay"})}, SAYS | {"context": frozenset({"say", "pay", "never"})}),
        (False, SAYS | {"context": frozenset({"say", "pay"})}, SAYS),
        (False, SAYS | {"context": frozenset({"say", "pay"})}, {"lemma": "vow", "context": frozenset({"vow"})}),
        (True, {"words": "data", "lemma": "take"}, {"words": "share", "lemma": "fall"}),
        (False, {"words": "data town", "lemma": "take"}, {"words": "town", "lemma": "fall"}),
        (False, {"words": "data", "lemma": "take"}, {"words": "share", "lemma": "take"}),
        (True, {"agent": "China", "actors": ("China",)}, {"agent": "Japan", "actors": ("Japan",)}),
        (False, {"agent": "China", "actors": ("China",)}, {"agent": "Japan", "actors": ("Japan", "China")}),
        (True, BARE | {"quote": "that Bo Roe banned last week", "trigger_start": 12}, {"actors": ()}),
        (False, BARE | {"quote": "The ban on Bo Roe", "trigger_start": 4}, {"actors": ()}),
    ],
)
def test_no_reason(none, one, other):
    """A trigger alone is no reason to join, and neither is it where others do the like."""
    assert none == is_no_reason(*pair(one, other))


@pytest.mark.parametrize(
    ("feature", "one", "other"),
    [
        ("same trigger", {}, {}),
        ("same broad trigger", {"lemma": "take"}, {"lemma": "take"}),
        ("rarity of the trigger", {}, {}),
        ("same family of triggers", {"lemma": "buy"}, {"lemma": "takeover"}),
        ("same kind", {"lemma": "x", "kind": "deal"}, {"lemma": "y", "kind": "deal"}),
        ("one's trigger in the other's words", {"lemma": "x"}, {"lemma": "chip"}),
        ("shared words", {}, {}),
        ("shared words of the sentences", {"context": frozenset({"x"})}, {"context": frozenset({"x"})}),
        ("shared words with a like trigger", {}, {}),
        ("rarest thing shared", {}, {}),
        ("nothing shared but the trigger", {"words": "phone"}, {"words": "truck", "actors": ("Japan",)}),
        ("same agent", {"agent": "China"}, {"agent": "China"}),
        ("other agent", {"agent": "Japan"}, {"agent": "India"}),
        ("shared actors", {}, {}),
        ("no shared actor", {}, {"actors": ("Japan",)}),
        ("actors of their own", {}, {"actors": ("Japan",)}),
        ("shared figures", {"numbers": frozenset({"15%"})}, {"numbers": frozenset({"15%"})}),
        ("days near", {}, {}),
        ("a day assumed", {}, {"date": ASSUMED}),
        ("undated", {}, {"date": UNDATED}),
        ("statement", {}, {"kind": "statement"}),
        ("same story", {}, {}),
        ("documents alike", {}, {}),
        ("documents alike with a like trigger", {}, {}),
        ("both prominent", {}, {}),
        ("other status", {}, {"status": "planned"}),
        ("a plan without a day", {}, {"date": UNDATED, "status": "possible"}),
    ],
)
def test_feature(feature, one, other):
    """Each feature speaks up where it should; the pair beside it, alike in nothing, leaves it lower."""
    compared = pair(one, other)
    stories = find_stories([t.original for t in compared], {})
    value = dict(zip(FEATURES, Comparison(compared, stories)(0, 1), strict=True))[feature]

    assert 0 < value <= 1


def test_features_of_documents():
    """What is told in one document, long apart, or throughout a story is seen as such."""
    told = {"date": day("2024-04-09", basis="relative")}
    mentions = [
        mention("a", words="export", **told),
        mention("a", words="export", trigger_start=9, **told),
        mention("b", words="sale", **told),
        mention("b", words="sale", date=day("2024-04-09")),
    ]
    published = {"a": dt.date(2024, 4, 9), "b": dt.date(2025, 4, 9)}
    compared = [ComparedMention.from_mention(m, published[m.document_id], 0) for m in mentions]
    compare = Comparison(compared, find_stories(mentions, published))
    within, across, same_day = (dict(zip(FEATURES, compare(0, n), strict=True)) for n in (1, 2, 3))

    assert (1, 0) == (within["same document"], across["same document"])
    assert (0, 1) == (within["published apart"], pytest.approx(across["published apart"], abs=0.01))
    assert 0 == same_day["published apart"]  # a day spelled out is the same whenever it is told
    assert 1 == across["told throughout the story"]


def test_figures_have_measures():
    """Only figures of one measure compare, and a toll may rise."""
    said = mention("a", quote="killed 12 people and cost $85 billion", numbers=frozenset({"12", "85 billion"}))

    assert {"dead": frozenset({12.0}), "$": frozenset({85e9})} == read_quantities(said)
    assert ("dead", 12.0) == find_latest_toll(read_quantities(said))
    assert not differ({"dead": frozenset({12.0})}, {"dead": frozenset({40.0})})
    assert not differ({"$": frozenset({1.5e9})}, {"$": frozenset({1.6e9})})
    assert differ({"%": frozenset({15.0})}, {"%": frozenset({40.0})})


@pytest.mark.parametrize(
    ("quote", "figure", "measure"),
    [
        ("Jon Roe, 59, was killed by a truck.", "59", "years of age"),
        ("A 59-year-old woman died in a fire.", "59", "years of age"),
        ("A 59 - year - old woman died in a fire.", "59", "years of age"),
        ("Jon Roe, who was 59 years old, died in a fire.", "59", "years of age"),
        ("In Lund, 59 people were killed.", "59", "dead"),
        ("In Lund, 159, mostly miners, were killed.", "159", "dead"),
        ("The 59 dead were buried.", "59", "dead"),
        ("Some 59 years went by until he died.", "59", "year"),
        ("Flight 370 vanished over the sea.", "370", "no. flight"),
        ("Apple unveiled the iPhone 4 in June.", "4", "no. iphone"),
        ("The pier 17 was sold to Globex.", "17", "no. pier"),
        ("Windows 7, which replaced it, was sold.", "7", "no. windows"),
        ("The court struck down Section 301 of the act.", "301", "no. section"),
        ("About 40 were killed.", "40", "dead"),
        ("Some 300 of them fled.", "300", "homeless"),
        ("It cost Ford 3,000 jobs.", "3,000", "job"),
        ("Ford gave Acme 85 percent.", "85", "%"),
        ("It gave Globex 12 billion.", "12", "people"),
        ("Spurs beat Rovers 3-1.", "3", "people"),
        ("It cancelled 140 of its 210 flights.", "140", "flight"),
        ("It cancelled 140 of its 210 flights.", "210", "flight in all"),
        ("Some 12 out of the 40 members voted.", "40", "member in all"),
        ("It lost 3 million of its 5 million users.", "3 million", "user"),
        ("In 12 of them, 30 were hurt.", "30", "hurt"),
    ],
)
def test_a_figure_belongs_to_a_name_where_it_counts_nothing(quote, figure, measure):
    """Flight 370 is no other flight, however near the number; what follows a capital by chance is counted."""
    assert [measure] == list(read_quantities(mention("a", quote=quote, numbers=frozenset({figure}))))


def test_numbered_things_are_apart():
    """Two flights of one day are two events, however alike the rest is told; the same flight is one."""
    told = [
        mention(name, lemma="crash", words="crash hill", quote=f"Flight {no} crashed.", numbers=frozenset({no}))
        for name, no in (("a", "370"), ("b", "371"), ("c", "370"))
    ]

    assert sorted(len(event.mentions) for event in merge_mentions(told)) == [1, 2]


def test_a_rising_toll_is_one_event():
    """The row has the latest figure, and each mention says which one it gave."""
    words = "quake kill coast town"
    early, late = (
        mention(
            name,
            lemma="kill",
            kind="death",
            words=words,
            quote=f"The quake killed {toll} people in the coast town.",
            numbers=frozenset({toll}),
            title=f"Quake killed {toll} people",
            date=day("2025-04-09", basis="relative"),
        )
        for name, toll in (("a", "12"), ("b", "40"))
    )

    (event,) = merge_mentions([late, early], {"a": dt.date(2025, 4, 9), "b": dt.date(2025, 4, 10)})

    assert "Quake killed 40 people" == event.title
    assert "40 dead, the latest 40" in event.reasons[1]


def test_the_title_is_that_of_the_best_telling():
    """Whole, with its agent, stated day and all, whoever told it first."""
    first = mention("a", words="export chip ban", title="It banned", date=ASSUMED, stands=False)
    best = mention("b", words="export chip ban", title="Washington banned chip exports", agent="United States")

    (event,) = merge_mentions([first, best], {"a": dt.date(2025, 4, 9), "b": dt.date(2025, 4, 10)})

    assert "Washington banned chip exports" == event.title
    assert first.id == event.id


def test_a_title_says_what_it_counts():
    """Of two tellings the one whose title does not leave out what is counted names the event."""
    told = {"lemma": "injure", "words": "injure skier slope", "kind": "other"}
    first = mention("a", title="Two were injured", **told)
    (event,) = merge_mentions([first, mention("b", title="Two skiers were hurt", **told)])

    assert "Two skiers were hurt" == event.title


@pytest.mark.parametrize(
    ("title", "stands"),
    [
        ("Acme sued Globex", True),
        ("World leaders signed the Paris Agreement", True),
        ("It sued Globex on Monday", False),
        ("Acme was sued over the", False),
        ("Acme said", False),
        ("Acme sued sued Globex", False),
        ("Acme sued (Globex and others", False),
        ("Click to read more about Acme", False),
        ("Full investigation 01.36 GMT The journalist kidnapped in Iraq", False),
        ("Acme closed at 5.30 pm", True),
        ("Such outbreak killed millions", False),
        ("WHO raised its alert level", True),
        ("Who raised its alert level", False),
        ("WHO RAISED ITS ALERT LEVEL", False),
    ],
)
def test_title_stands_alone(title, stands):
    """A reader who sees nothing else understands it, or not."""
    assert stands == stands_alone(title)


AFFAIR = "harbour pier crane storm wall engineer collapse night rescue diver council insurer".split()
OTHER = "vaccine trial patient dose clinic nurse ward regulator batch recall factory audit".split()


def article(name: str, words: list[str], actor: str) -> list:
    """A document of six sentences about `words`."""
    return [
        mention(name, start=n * 100, trigger_start=n * 100, context=frozenset(words[n : n + 7]), actors=(actor,))
        for n in range(6)
    ]


def test_stories_are_of_days_and_words():
    """What is alike and near in time is one story; what is not, or comes a year later, is another."""
    days = {"a": dt.date(2025, 4, 1), "b": dt.date(2025, 4, 2), "c": dt.date(2025, 4, 2), "d": dt.date(2026, 4, 1)}
    told = {"a": (AFFAIR, "Harg"), "b": (AFFAIR, "Harg"), "c": (OTHER, "Norvik"), "d": (AFFAIR, "Harg")}
    mentions = [m for name, (words, actor) in told.items() for m in article(name, words, actor)]

    number = find_stories(mentions, days).number

    assert number["a"] == number["b"]
    assert 3 == len(set(number.values()))
    assert number == find_stories(mentions[::-1], days).number


@pytest.mark.parametrize("affair", AFFAIRS)
@pytest.mark.parametrize("times", [10, 60])
def test_success_breaks_nothing(affair, times):
    """An event told in many articles is one event, or two: the best-told one makes the largest block."""
    documents = tell_often(affair, times)

    assert count_tellings(build_timeline(documents), documents, affair) <= 2


@pytest.mark.parametrize("opening", list(Opening))
def test_a_cached_opening_is_an_opening(opening):
    """What comes from the cache has plain text where a reading has a member: the blocks are the same."""

    def keys(value):
        return set(candidates._list_keys(ComparedMention.from_mention(mention("d", opening=value)), Counter()))

    assert keys(opening) == keys(str(opening.value))
