"""What `timeline.dates` finds in English and nine other languages, row by row, and what it promises for any text."""

import datetime as dt
import json
import pathlib
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import DateMention, explain_style, find_dates, parse_edtf, to_edtf
from timeline.errors import DateError

CASES = pathlib.Path(__file__).parent / "cases"
THEMES = ("absolute", "relative", "spans", "not", "languages", "kinds")
PUBLISHED = dt.date(2024, 3, 5)


def rows(theme):
    """The rows of one case file."""
    return json.loads((CASES / f"dates_{theme}.json").read_text(encoding="utf-8"))


def as_parameters(themes):
    """The rows of some case files, each under its name."""
    return [pytest.param(row, id=f"{theme}:{row['id']}") for theme in themes for row in rows(theme)]


def found(row):
    """What is found in the text of a row, with the options it asks for."""
    published = dt.date.fromisoformat(row["published"]) if row["published"] else None
    options = {key: row[key] for key in ("style", "language", "order") if key in row}
    return find_dates(row["text"], published=published, **options)


def shown(mention):
    """The mention as a row of a case file has it; what is empty or false is left out."""
    everything = {
        "text": mention.text,
        "value": mention.timex_value,
        "type": mention.timex_type,
        "edtf": to_edtf(mention.first, mention.last, mention.precision, mention.span, mention.open_days),
        "precision": mention.precision,
        "basis": mention.basis,
        "signal": mention.signal,
        "is_name": mention.is_name,
        "is_comparison": mention.is_comparison,
    }
    return {key: value for key, value in everything.items() if value not in ("", False)}


@pytest.mark.parametrize("row", as_parameters(THEMES))
def test_a_row_is_read_as_it_says(row):
    """Every date of a row is found with its words, value, days, precision and basis, and nothing else is."""
    assert row["expected"] == [shown(mention) for mention in found(row)]


@pytest.mark.parametrize("row", as_parameters(["known_failures"]))
@pytest.mark.xfail(strict=True, reason="not read yet; move the row once it is")
def test_a_known_failure_still_fails(row):
    """A row that comes out right has to leave the known failures."""
    mentions = [shown(mention) for mention in found(row)]

    assert [
        {key: mention.get(key) for key in want} for want, mention in zip(row["expected"], mentions, strict=True)
    ] == row["expected"]


def test_there_are_enough_rows_and_no_id_twice():
    """The case files hold at least four hundred rows, and an id names one row of its file."""
    everything = {theme: rows(theme) for theme in (*THEMES, "known_failures")}

    assert sum(map(len, everything.values())) >= 400
    for theme, some in everything.items():
        assert len({row["id"] for row in some}) == len(some), theme


def test_both_ends_of_a_range_carry_the_whole():
    """Either mention of a range dates what happened, and says where the whole expression stands."""
    text = "Fighting raged from December 2022 to February 2023."
    one, two = find_dates(text)

    assert (one.first, one.last, one.span) == (two.first, two.last, two.span)
    assert (dt.date(2022, 12, 1), dt.date(2023, 2, 28), "period") == (one.first, one.last, one.span)
    assert text[one.range_start : one.range_end] == "from December 2022 to February 2023"


def test_dates_of_a_range_turn_the_year():
    """A month that ends a range comes after the month that begins it."""
    one, two = find_dates("The pass is shut from November to March.", published=dt.date(2024, 1, 10))

    assert (dt.date(2023, 11, 1), dt.date(2024, 3, 31)) == (one.first, two.last)


def test_ambiguous_figures_obey_the_order_given():
    """The caller's order decides what the text leaves open."""
    texts = {order: find_dates("Signed on 10/11/2023.", order=order)[0].timex_value for order in ("dmy", "mdy")}

    assert {"dmy": "2023-11-10", "mdy": "2023-10-11"} == texts


@pytest.mark.parametrize("option", [{"style": "prose"}, {"order": "ymd"}, {"language": "tlh"}])
def test_an_unknown_option_names_the_known_ones(option):
    """A wrong option is an error that quotes it and lists what is allowed."""
    with pytest.raises(DateError, match=repr(next(iter(option.values())))):
        find_dates("On 3 May 2012.", **option)


def test_the_style_is_chosen_and_explained():
    """Weekdays make news, many years of long ago a narrative, and the reason counts them."""
    news = "On Monday the mayor resigned, and on Tuesday the council met."
    narrative = " ".join(f"In {year} the town was taken once more." for year in range(1412, 1424))

    assert explain_style(news, PUBLISHED)[0] == "news"
    assert explain_style(narrative, PUBLISHED)[0] == "narrative"
    assert "12 years" in explain_style(narrative, PUBLISHED)[1]


def test_a_heading_does_not_run_into_the_next_line():
    """A number that ends a line and a month that begins the next are not one date."""
    assert [m.text for m in find_dates("Ward 5\nMay 2012 was dry.")] == ["May 2012"]


def test_a_wrapped_line_is_read_through():
    """A date that was wrapped at the end of a long line is one date."""
    line = "The inspectors came back to the old plant by the river again on 5"

    assert [m.timex_value for m in find_dates(f"{line}\nMay 2012 and left.")] == ["2012-05-05"]


# --- What holds for any text ---

PIECES = """
    the last next past of in May March 3 5th 2012 '98 1990s Monday second two weeks ago later early mid - – / , . from
    to until since every quarter Q3 10/11/2023 2023-02-31 BC 480 3 p.m. night Christmas fiscal half a and
    year’s İ
"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])
PROSE = st.lists(WORDS, max_size=60).map(" ".join)
ANY_TEXT = st.one_of(st.text(max_size=300), PROSE)
DATES = st.one_of(st.none(), st.dates())
STYLES = st.sampled_from(["auto", "news", "narrative"])
LANGUAGES = st.sampled_from(["de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ar"])


def check(text, mentions):
    """Mentions are in order, apart, literal, explained, and end no sooner than they begin."""
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        assert mention.rule
        assert mention.reading
        assert mention.timex_value
        end = mention.end


@given(ANY_TEXT, DATES, STYLES)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_sorted_mentions_that_slice_back(text, published, style):
    """No text fails; mentions are in order, apart, literal, and end no sooner than they begin."""
    check(text, find_dates(text, published=published, style=style))


@given(ANY_TEXT, DATES, LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_any_text_in_any_language_gives_sorted_mentions(text, published, language):
    """The same holds for the other languages."""
    check(text, find_dates(text, published=published, language=language))


@given(PROSE, PROSE, DATES)
@settings(max_examples=60, deadline=None)
def test_no_text_depends_on_one_read_before(one, other, published):
    """Two documents give the same mentions in either order, and again."""
    before = find_dates(one, published), find_dates(other, published)
    after = find_dates(other, published), find_dates(one, published)

    assert before == after[::-1]


@given(PROSE, DATES)
@settings(max_examples=100, deadline=None)
def test_days_stand_behind_every_precision(text, published):
    """What has a precision other than undated has at least one day, and what is undated has none."""
    for mention in find_dates(text, published):
        has_days = mention.first is not None or mention.last is not None
        assert has_days == (mention.precision not in (None, "undated"))


@given(st.dates(), st.dates(), st.sampled_from(["day", "month", "year", "week", "bounded", "season", "decade"]))
def test_edtf_gives_the_days_back(one, other, precision):
    """The EDTF form of any two days, as point or period, parses to the same two days."""
    first, last = sorted((one, other))
    for span in ("point", "period"):
        parsed = parse_edtf(to_edtf(first, last, precision, span))
        assert parsed is not None
        assert (first, last, span if first < last or span == "period" else "point") == (parsed[0], parsed[1], parsed[3])


@given(st.text(max_size=30))
def test_parse_edtf_takes_any_text(text):
    """What is no EDTF gives None, never an error."""
    parsed = parse_edtf(text)

    assert parsed is None or parsed[0] or parsed[1]


@pytest.mark.parametrize(
    "form",
    ["2025-07-14", "2025-04", "2025", "197X", "19XX", "2023-35", "2020-40", "1941-24", "2022/..", "../2023-03",
     "2025-07-26/2025-07-28", "[2025-07-11..2025-07-20]", "[..2023-05-02]", "[2021-01-01..]", "2019/2019"],
)  # fmt: skip
def test_edtf_forms_come_back_as_they_were(form):
    """Each form of the table is parsed and written alike."""
    first, last, precision, span = parse_edtf(form)

    assert form == to_edtf(first, last, precision, span)


HOSTILE = {
    "digits": "1234567890",
    "of of of": "of ",
    "last last last": "last ",
    "ranges": "3-5-7-9 ",
    "days": "3, 4, 5, ",
    "open words": "the end of the beginning of ",
    "cardinals": "two hundred ",
    "dates": "on 3 May 2012 and ",
    "brackets": "(1914-",
    "spaces": " \t",
    "one word": "may",
    "numbers with points": "1.",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_in_line_with_length(piece):
    """Four times the text takes at most some eight times as long, whatever it repeats."""

    def seconds(size):
        text = piece * (size // len(piece))
        best = 1e9
        for _ in range(2):
            start = time.process_time()
            find_dates(text, published=PUBLISHED)
            best = min(best, time.process_time() - start)
        return best

    seconds(1_000)
    small, large = seconds(8_000), seconds(32_000)

    assert large < 8 * small + 0.2


def test_eight_threads_give_the_same_answers():
    """Reading at the same time in eight threads changes nothing, in English or in German."""
    texts = [(row["text"], row.get("language", "en")) for theme in THEMES for row in rows(theme)]
    expected = [find_dates(text, PUBLISHED, language=language) for text, language in texts]
    answers: list[list[list[DateMention]]] = []

    def read():
        answers.append([find_dates(text, PUBLISHED, language=language) for text, language in texts])

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [expected] * 8 == answers
