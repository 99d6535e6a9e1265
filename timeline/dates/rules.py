"""The rules, in the order they are tried: what a date looks like in words, and who reads it.

Patterns name token classes (`tokens`) and shapes (`grammar.SHAPES`). To teach a new form, add its words to `_words`,
a line here, and a reader beside those of its kind.
"""

from timeline.dates import absolute, relative, stretches
from timeline.dates.grammar import Grammar, Rule

__all__ = ["GRAMMAR", "ONE_DAY", "RULES"]

# What may stand before a date and narrows it: "about", "the end of", "early", "the night of", "10 a.m. on".
PREFIX = """
    approx?
    (?: [the this that]? very? part? boundary of
      | [the this]? (?:part | later_of | ordinal | direction) dash? (?: half | portion) of
      | [the this]? rest of
      | PARTLY
      | part in
      | [shift] in
      | clock comma? at?
      | (?: part in? )? [the this]? part? daypart clock_unit? (?: of | on | comma )?
    )?
"""
ONE_DAY = "(?: comma? [at on]? clock | daypart | part daypart )"

RULES = (
    Rule("iso", "iso", absolute.read_iso),
    Rule("figures", "WEEKDAY numeric", absolute.read_numeric),
    # days of a month
    Rule("day_list", "WEEKDAY the? DAY (?:SEP the? DAY){1,5} of? MONTH (?:comma? of? year)?", absolute.read_day_list),
    Rule(
        "month_day_list",
        "MONTH DAY (?: (?:comma DAY){0,5} comma? [and or] DAY | [dash to until] DAY ) (?: comma? year )?",
        absolute.read_day_list,
    ),
    Rule("day_month_year", "WEEKDAY the? [day day_ordinal ordinal] dash? of? MONTH comma? dash? of? YEAR", absolute.read_day),
    Rule("month_day_year", "WEEKDAY MONTH the? [day day_ordinal ordinal] comma? of? YEAR", absolute.read_day),
    Rule("day_month", "WEEKDAY the? (?:[day day_ordinal] of? | ordinal of) MONTH PREVIOUS_YEAR?", absolute.read_day),
    Rule("month_day", "WEEKDAY MONTH (?: [day day_ordinal] | the [day_ordinal ordinal] ) PREVIOUS_YEAR?", absolute.read_day),
    # months
    Rule("month_year", "MONTH comma? of? YEAR", absolute.read_month),
    Rule("month_of_year", "MONTH PREVIOUS_YEAR", absolute.read_month),
    Rule("month_relative_year", "MONTH of? [direction this] unit", absolute.read_month),
    Rule("directed_month", "[the this that]? [direction same this] MONTH", relative.read_directed_month),
    # before Christ
    Rule("before_christ", "(?: [the]? PARTLY? (?:MONTH | season) of? | the)? [number day year decade_number] (?:[dash to and] [number day year])? bc", absolute.read_bc),
    # quarters, seasons, fiscal years
    Rule(
        "quarter",
        "the? (?:quarter_code | [ordinal day_ordinal direction] dash? fiscal? unit ) (?: of? fiscal? [year short_year] | of? the? [direction this that same] unit )?",
        absolute.read_quarter,
    ),
    Rule("quarter_of_year", "(?: [the]? [direction this that] unit | year ) possessive? fiscal? [ordinal direction] dash? unit", absolute.read_quarter),
    Rule("year_quarter", "year dash? quarter_code", absolute.read_quarter),
    Rule("half_of_year", "(?: [the]? [direction this that] unit | year ) possessive? [ordinal direction] dash? half", absolute.read_half),
    Rule("half", "the? [ordinal direction later_of] dash? half (?: of? [year short_year] | of? [the this that]? [direction this that same] unit )?", absolute.read_half),
    Rule("season", "[the a]? PARTLY? season (?: of? comma? year | of? [the this that]? [direction this that same] unit )", absolute.read_season),
    Rule("year_season", "year season", absolute.read_season),
    Rule("directed_season", "[the this that]? [direction this that same every] season", absolute.read_season),
    Rule("fiscal_year", "fiscal_code | [the]? fiscal unit? year | [the]? fiscal unit year | [the this]? direction? fiscal unit", absolute.read_fiscal),
    Rule("century", "[the]? PARTLY? [ordinal day_ordinal century_ordinal] dash? unit bc?", absolute.read_century),
    Rule("decade", "[the its]? PARTLY? [decade_number decade]", absolute.read_decade),
    Rule("holiday", "[direction this]? holiday (?: of? comma? year )?", absolute.read_holiday),
    # counted from publication
    Rule("unit_ago", "the? unit dash [ago shift] (?: unit | period )?", relative.read_unit_ago),
    Rule("overnight", "overnight", relative.read_overnight),
    Rule("deictic", "(?: the unit shift )? deictic", relative.read_deictic),
    Rule("weekday_week", "weekday of? [direction this] unit", relative.read_weekday_of_week),
    Rule("weekday", "[the this that]? [direction this that]? weekday", relative.read_weekday),
    Rule("ago", "MODIFIER approx? (?: COUNT? UNIT | COUNT? clock_unit ) ago", relative.read_ago),
    Rule("earlier_this", "shift [this that] [unit weekend] | shift in the unit", relative.read_within),
    Rule("recent", "[the this its]? (?:vague | COUNT)? direction units", relative.read_recent),
    Rule(
        "counted_of",
        "the? [ordinal direction] COUNT? [unit units] of (?: MONTH comma? year? | year | [the this that direction]{1,2} unit )",
        relative.read_part_counted,
    ),
    Rule("unit_end", "[the]? unit_end", relative.read_unit_end),
    Rule("stretch", "[the this its]? [direction] COUNT [unit units]", relative.read_stretch),
    Rule("last_night", "[the this that]? [direction this that same] daypart", relative.read_directed_daypart),
    Rule("weekend", "[the this that]? [direction this that]? weekend", relative.read_weekend),
    # counted from the date told last
    Rule("same_unit", "the? [same that] same? unit", relative.read_same),
    Rule("shifted", "MODIFIER approx? (?:COUNT [unit units clock_unit] | units | the unit ) shift", relative.read_shifted),
    Rule("directed_unit", "[the its this]? [direction this] unit", relative.read_directed_unit),
    # repetitions and stretches
    Rule("every", "every other? COUNT? [unit units weekday weekday_short month season daypart weekend clock_unit]", stretches.read_repeated),
    Rule("repeated", "repeated | weekdays | per unit", stretches.read_repeated),
    Rule("counted", "(?: MODIFIER approx? | [the this]? [ordinal direction]? ) whole? COUNT dash? whole? [unit units clock_unit] (?: and a? half )? (?: dash [old long] | old | long | of age )?", stretches.read_duration),
    Rule("counted_only", "[unit units] dash? long | [the] [whole] unit", stretches.read_duration),
    Rule("reference", "reference | the? [future present] | former | the? direction", stretches.read_reference),
    # the bare ones come last
    Rule("season_alone", "[the]? PARTLY? season", absolute.read_season),
    Rule("years", "the? [unit units]? year [dash stroke] [day number]", absolute.read_year_pair),
    Rule("year", "(?: the [unit units] )? [year short_year]", absolute.read_year),
    Rule("month", "MONTH", absolute.read_month),
    Rule("year_of_era", "number", absolute.read_year_of_era),
    Rule("day_of_month", "the day_ordinal", absolute.read_day_of_month),
    Rule("some_units", "units", stretches.read_some_units),
    Rule("daypart", "[the a cardinal]? [daypart dayparts]", stretches.read_daypart),
    Rule("the_unit", "the unit", relative.read_the_unit),
    Rule("time", "clock", stretches.read_time),
)

GRAMMAR = Grammar(PREFIX, RULES)
