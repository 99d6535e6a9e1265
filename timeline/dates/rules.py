"""The rules, in the order they are tried: what a date looks like in words, and who reads it.

Patterns name token classes (`engine.tokens`) and, in capitals, shapes (`engine.grammar.SHAPES`). To teach a new form,
add its words to `engine._words`, a line here, and a function in `readers` beside those of its kind.
"""

from timeline.dates.engine.grammar import Grammar, Rule
from timeline.dates.readers import (
    durations,
    figures,
    holidays,
    months,
    previous_months,
    relative,
    seasons,
    weekdays,
    within,
    years,
)

__all__ = ["GRAMMAR", "ONE_DAY"]

# What may stand before a date and narrows it: "about", "the end of", "early", "the night of", "10 a.m.", "later in".
PREFIX = """
    approx?
    (?: (?: part in? )? [the this]? part? daypart clock_unit? (?: of | on | comma )?
      | [the this that]? very? part? boundary of
      | boundary dash
      | [the this]? (?: part | later_of | ordinal | direction ) dash? (?: half | portion ) of
      | [the this]? rest of
      | PARTLY
      | part [in on]
      | shift in
      | clock comma? at?
    )?
"""
# What may follow a single day: "Friday morning", "8 May at 1 a.m."
ONE_DAY = "(?: comma? [at on]? clock | part? daypart )"

RULES = (
    Rule("iso_week", "iso_week", figures.read_iso_week),
    Rule("basic", "basic", figures.read_basic),
    Rule("named_day", "named_day", holidays.read_named_day),
    Rule("iso", "iso", figures.read_iso),
    Rule("figures", "WEEKDAY numeric", figures.read_figures),
    # days of a month
    Rule(
        "nights",
        "the? [daypart weekend] of the? DAY [dash stroke to and] the? DAY of? MONTH (?: comma? year )?",
        months.read_nights,
    ),
    Rule(
        "week_of",
        "the? unit (?: of | commencing | ended | boundary ) the?"
        " (?: WEEKDAY the? (?: DAY of? MONTH | MONTH DAY ) (?: comma? year )? | weekday )",
        within.read_week_of,
    ),
    Rule(
        "period_ended",
        "[the this]? (?: [ordinal direction]? [cardinal day] units | fiscal? unit ) ended (?: DAY MONTH | MONTH DAY )"
        " (?: comma? year )?",
        within.read_period_ended,
    ),
    Rule(
        "nth_weekday",
        "the? [ordinal day_ordinal direction] weekday [in of] MONTH (?: comma? of? year )?",
        weekdays.read_nth_weekday,
    ),
    Rule(
        "weekday_list",
        "weekday the? DAY (?: SEP{1,2} weekday the? DAY ){1,6} of? MONTH (?: comma? of? year )?",
        months.read_day_list,
    ),
    Rule(
        "year_first",
        "year comma? MONTH the? DAY | year dash MONTH (?: dash DAY )? | year MONTH",
        months.read_year_first,
    ),
    Rule("day_short_year", "DAY [dash stroke] MONTH [dash stroke] [day number]", months.read_day_with_short_year),
    Rule("day_dot", "WEEKDAY the? day_dot MONTH (?: comma? of? YEAR )?", months.read_day),
    Rule(
        "day_list",
        "WEEKDAY the? DAY (?: SEP the? DAY ){1,5} of? MONTH (?: comma? of? year | OF_LAST_YEAR )?",
        months.read_day_list,
    ),
    Rule(
        "month_day_list",
        "MONTH DAY (?: (?: comma DAY ){0,5} comma? [and or] DAY | [dash to until] DAY )"
        " (?: comma? year | OF_LAST_YEAR )?",
        months.read_day_list,
    ),
    Rule("day_month_year", "WEEKDAY the? NTH dash? of? MONTH comma? dash? of? YEAR", months.read_day),
    Rule("month_day_year", "WEEKDAY MONTH the? NTH comma? of? YEAR", months.read_day),
    Rule("no_day", "number MONTH (?: comma? year )?", months.read_no_day),
    Rule("day_month", "WEEKDAY the? (?: DAY of? | ordinal of ) MONTH (?: THAT_YEAR | OF_LAST_YEAR )?", months.read_day),
    Rule(
        "month_day",
        "WEEKDAY MONTH (?: DAY | the? [day_ordinal ordinal] ) (?: THAT_YEAR | OF_LAST_YEAR )?",
        months.read_day,
    ),
    # before Christ
    Rule(
        "before_christ",
        "(?: [the]? PARTLY? [month month_short season] of? | the )? BC_NUMBER (?: [dash to and] BC_NUMBER )? bc",
        years.read_bc,
    ),
    Rule("after_christ", "ad [number year day] | [number year] ad", years.read_ad),
    # months
    Rule("month_year", "MONTH comma? [of in]? YEAR", months.read_month),
    Rule("month_of_year", "MONTH THAT_YEAR", months.read_month),
    Rule("month_of_last_year", "MONTH of? [direction this] unit", months.read_month),
    Rule("directed_month", "[the that]? [direction same this] MONTH", previous_months.read_directed_month),
    Rule("told_month", "that MONTH", previous_months.read_month_of_previous_year),
    # the larger parts of a year
    Rule("quarter_of_last_year", "WHOSE_YEAR possessive? fiscal? [ordinal direction] dash? unit", seasons.read_quarter),
    Rule("quarter_year", "quarter_year", seasons.read_quarter_year),
    Rule("quarter_fiscal", "the? quarter_code of? (?: fiscal_code | [day number] )", seasons.read_quarter_code),
    Rule("quarter_code", "the? quarter_code (?: of? fiscal? YEAR | OF_LAST_YEAR )?", seasons.read_quarter_code),
    Rule("year_quarter", "year dash? quarter_code", seasons.read_quarter_code),
    Rule(
        "quarter",
        "the? [ordinal day_ordinal direction] dash? fiscal? unit (?: of? fiscal? YEAR | OF_LAST_YEAR )?",
        seasons.read_quarter,
    ),
    Rule("half_of_last_year", "WHOSE_YEAR possessive? [ordinal direction] dash? half", seasons.read_half),
    Rule("half", "the? [ordinal direction later_of] dash? half (?: of? YEAR | OF_LAST_YEAR )?", seasons.read_half),
    Rule(
        "season_year",
        "[the a]? PARTLY? season (?: of? comma? YEAR (?: [dash stroke] [day number year] )? | OF_LAST_YEAR )",
        seasons.read_season,
    ),
    Rule("year_season", "year season", seasons.read_season),
    Rule("directed_season", "[the this that]? [direction this that same] season", seasons.read_season),
    Rule("fiscal_pair", "[the]? fiscal unit? year [dash stroke] [day number]", years.read_fiscal_pair),
    Rule(
        "fiscal_year",
        "fiscal_code | [the]? fiscal unit? year | [the this]? direction? fiscal unit",
        years.read_fiscal,
    ),
    Rule("century", "[the]? PARTLY? [ordinal day_ordinal century_ordinal] dash? unit bc?", years.read_century),
    Rule("decade", "[the its]? PARTLY? [decade_number decade bare_decade]", years.read_decade),
    Rule("holiday", "[direction this]? holiday (?: [of in]? comma? year | OF_LAST_YEAR )?", holidays.read_holiday),
    # counted from publication
    Rule("year_ago", "the? unit dash [ago shift] (?: unit | period )?", relative.read_unit_ago),
    Rule("overnight", "overnight (?: on? weekday )?", weekdays.read_overnight),
    Rule("deictic", "(?: the unit shift )? deictic", weekdays.read_deictic),
    Rule("unit_beyond", "the? unit shift direction", relative.read_unit_beyond),
    Rule(
        "weekday_beyond",
        "(?: a | cardinal | day )? unit [on from] weekday | the? weekday (?: shift direction | unit )",
        weekdays.read_weekday_beyond,
    ),
    Rule("weekday_of_week", "weekday of? [direction this] unit", weekdays.read_weekday_of_week),
    Rule("weekday", "[the this that]? [direction this that]? weekday", weekdays.read_weekday),
    Rule(
        "ago",
        "MODIFIER COUNT? [unit units clock_unit] ago (?: on? (?: deictic | weekday ) | this unit )?",
        relative.read_ago,
    ),
    Rule("within", "shift [this that] [unit weekend] | shift in the unit", relative.read_within),
    Rule("recent", "[the this its]? (?: vague | COUNT )? direction units", relative.read_recent),
    Rule(
        "counted_of",
        "the? [ordinal direction] COUNT? [unit units] of"
        " (?: MONTH comma? year? | year | [the this that direction]{1,2} unit )",
        within.read_counted_of,
    ),
    Rule("unit_end", "[the]? unit_end", relative.read_unit_end),
    Rule("past_units", "[the this its]? direction COUNT [unit units clock_unit]", relative.read_past_units),
    Rule("directed_daypart", "[the this that]? [direction this that same] daypart", weekdays.read_directed_daypart),
    Rule("weekend", "[the this that]? [direction this that]? weekend", weekdays.read_weekend),
    # counted from the preceding date
    Rule("same_unit", "the? [same that] same? unit", relative.read_same),
    Rule(
        "shifted",
        "MODIFIER (?: COUNT [unit units clock_unit] | units | the unit ) [shift direction]",
        relative.read_shifted,
    ),
    Rule("directed_unit", "[the its this]? [direction this] [fiscal whole]? unit", relative.read_directed_unit),
    # repetitions and stretches
    Rule(
        "every",
        "every other? COUNT? [unit units weekday weekday_short month season daypart weekend clock_unit]",
        durations.read_repeated,
    ),
    Rule("repeated", "repeated | weekdays | per unit", durations.read_repeated),
    Rule(
        "counted",
        "(?: MODIFIER | [the this]? [ordinal direction]? ) whole? COUNT dash? whole? [unit units clock_unit]"
        " (?: and a? half )?"
        " (?: dash [old long] | old | long | of age | from (?: deictic | reference ) | possessive? time )?",
        relative.read_counted,
    ),
    Rule("long", "[unit units] dash? long | the whole unit", durations.read_duration),
    Rule("reference", "reference | the? [future present] | former | the? direction", durations.read_reference),
    # the bare ones come last
    Rule("season", "[the]? PARTLY? season", seasons.read_season),
    Rule("spelled_year", "spelled_year", years.read_spelled_year),
    Rule(
        "year_pair",
        "the? [unit units fiscal]? year (?: [dash stroke] [day number] | stroke year )",
        years.read_year_pair,
    ),
    Rule("year", "(?: the [unit units] )? YEAR", years.read_year),
    Rule("month", "MONTH", months.read_month),
    Rule("year_of_era", "number", years.read_year_of_era),
    Rule("day_of_month", "the day_ordinal", previous_months.read_day_of_month),
    Rule("some_units", "units", durations.read_some_units),
    Rule("daypart", "[the a cardinal]? [daypart dayparts]", durations.read_daypart),
    Rule("the_unit", "the unit", relative.read_the_unit),
    Rule("unread", "unread", holidays.read_uncountable_day),
    Rule("time", "clock", durations.read_time),
)

GRAMMAR = Grammar(PREFIX, RULES)
