"""The words that name times in English, by class; no logic.

A class is what the grammar calls a word (`month`, `weekday`, `ordinal`); the value beside a word is what its reader
works with. A word has one class: where English gives it two ("second", "may"), the rules that need the other one name
that class too, and `NEEDS_CAPITAL` and `NEEDS_CUE` say what must stand around it.
"""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip

MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip

WEEKDAY_ABBREVIATIONS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

# TIMEX3's codes
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip

# Singular and plural are two classes: "last week" is a week, "last weeks" a vague stretch.
UNITS = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "quarter": "Q",
    "fortnight": "2W", "yr": "Y", "millennium": "ML", "trimester": "3M", "semester": "6M",
}  # fmt: skip
PLURAL_UNITS = {
    "days": "D", "weeks": "W", "months": "M", "years": "Y", "decades": "DE", "centuries": "CE", "quarters": "Q",
    "fortnights": "2W", "yrs": "Y", "millennia": "ML", "weekends": "WE",
}  # fmt: skip
CLOCK_UNITS = {"hour": "H", "hours": "H", "minute": "M", "minutes": "M", "seconds": "S", "hrs": "H", "mins": "M"}

PARTS_OF_DAY = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "daytime": "DT",
    "dawn": "DA", "daybreak": "DA", "sunrise": "DA", "dusk": "EV", "nightfall": "NI", "sunset": "EV",
    "noon": "12:00", "midday": "MI", "midnight": "24:00", "lunchtime": "MI", "noontime": "MI",
}  # fmt: skip
PLURAL_PARTS_OF_DAY = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}

# early / late and what stands for the beginning or end of a span: "start", "mid" or "end"
PARTS = {"early": "early", "mid": "mid", "late": "late", "middle": "mid", "midway": "mid"}
BOUNDARIES = {
    "beginning": "early", "start": "early", "outset": "early", "opening": "early",
    "end": "late", "close": "late", "ending": "late", "conclusion": "late", "middle": "mid", "midst": "mid",
    "turn": "early", "height": "mid", "midpoint": "mid",
}  # fmt: skip
HALVES = {"half": "half", "part": "part", "rest": "rest", "remainder": "rest", "portion": "part", "course": "rest",
          "stages": "part", "anniversary": "anniversary"}  # fmt: skip

CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
COMPOUND_CARDINALS = {
    f"{tens}{joint}{unit}": CARDINALS[tens] + CARDINALS[unit]
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for unit in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    for joint in ("-", " ")
}
COMPOUND_ORDINALS = {
    f"{tens}-{unit}": CARDINALS[tens] + ORDINALS[unit]
    for tens in ("twenty", "thirty")
    for unit in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
}
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
# Years as they are spoken: "nineteen ninety-six", "twenty twenty-four", "nineteen oh five"
SPELLED_YEARS = {
    f"{hundreds} {rest}": 100 * CARDINALS[hundreds] + value
    for hundreds in ("seventeen", "eighteen", "nineteen", "twenty")
    for rest, value in (
        *((word, value) for word, value in {**CARDINALS, **COMPOUND_CARDINALS}.items() if 10 <= value <= 99),
        *((f"oh {word}", value) for word, value in CARDINALS.items() if value <= 9),
        ("hundred", 0),
    )
    if not (hundreds == "twenty" and (rest == "hundred" or value < 10))
}
# Counts that say no number: "several days" is PXD.
VAGUE_NUMBERS = (
    "several", "few", "many", "various", "countless", "numerous", "couple", "dozens", "more", "further", "additional",
    "most",
)  # fmt: skip

# Direction: -1 towards the past, 0 the present one, 1 towards the future
DIRECTIONS = {
    "last": -1, "past": -1, "latest": -1, "next": 1, "coming": 1, "upcoming": 1, "forthcoming": 1, "current": 0,
    "previous": -1, "preceding": -1, "prior": -1, "following": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1,
    "final": -1, "closing": -1, "intervening": 0, "recent": -1,
}  # fmt: skip
# These count from the preceding date, the others from publication.
TEXT_DIRECTIONS = frozenset({"previous", "preceding", "prior", "following", "subsequent", "ensuing", "succeeding"})

# What turns a stretch into a date: "two days later", "a year earlier"
SHIFTS = {
    "later": 1, "after": 1, "afterwards": 1, "afterward": 1, "hence": 1, "thereafter": 1,
    "earlier": -1, "before": -1, "previously": -1, "beforehand": -1,
}  # fmt: skip

DEICTIC_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "right now": "PRESENT_REF", "at present": "PRESENT_REF", "these days": "PRESENT_REF", "modern day": "PRESENT_REF",
    "present day": "PRESENT_REF", "the time being": "PRESENT_REF", "at this time": "PRESENT_REF",
    "more recently": "PAST_REF", "most recently": "PAST_REF", "until recently": "PAST_REF", "recently": "PAST_REF",
    "lately": "PAST_REF", "present-day": "PRESENT_REF", "modern-day": "PRESENT_REF",
}  # fmt: skip
REPEATED = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y",
    "annually": "P1Y", "hourly": "PT1H", "nightly": "P1D", "everyday": "P1D", "biweekly": "P2W", "biennial": "P2Y",
    "semiannual": "P6M", "biannual": "P6M", "fortnightly": "P2W",
}  # fmt: skip

# Words that belong to the count after them: "more than two years"
MODIFIERS = (
    "roughly", "some", "nearly", "almost", "just", "over", "under", "exactly", "only", "barely", "well over",
    "just over", "just under", "more than", "less than", "fewer than", "at least", "at most", "up to", "no more than",
    "no less than", "not more than", "close to", "as many as", "as little as", "a little more than", "a little over",
    "little more than", "an estimated", "a mere", "another", "a further", "just about",
)  # fmt: skip

# Days fixed in the calendar ("fixed", month, day), counted from Easter Sunday ("easter", days), or the nth weekday of a
# month ("nth", month, weekday, n; -1 is the last).
HOLIDAYS = {
    "christmas": ("fixed", 12, 25), "christmas day": ("fixed", 12, 25), "christmas eve": ("fixed", 12, 24),
    "boxing day": ("fixed", 12, 26), "new year's day": ("fixed", 1, 1), "new year's eve": ("fixed", 12, 31),
    "new years day": ("fixed", 1, 1), "new years eve": ("fixed", 12, 31), "valentine's day": ("fixed", 2, 14),
    "saint patrick's day": ("fixed", 3, 17), "st. patrick's day": ("fixed", 3, 17), "halloween": ("fixed", 10, 31),
    "all saints' day": ("fixed", 11, 1), "all saints day": ("fixed", 11, 1), "armistice day": ("fixed", 11, 11),
    "remembrance day": ("fixed", 11, 11), "veterans day": ("fixed", 11, 11), "fourth of july": ("fixed", 7, 4),
    "bastille day": ("fixed", 7, 14), "may day": ("fixed", 5, 1), "april fools' day": ("fixed", 4, 1),
    "april fool's day": ("fixed", 4, 1), "juneteenth": ("fixed", 6, 19), "international women's day": ("fixed", 3, 8),
    "d-day": ("once", 1944, 6, 6), "v-e day": ("once", 1945, 5, 8), "ve day": ("once", 1945, 5, 8),
    "v-j day": ("once", 1945, 8, 15), "pearl harbor day": ("fixed", 12, 7),
    "easter": ("easter", 0), "easter sunday": ("easter", 0), "easter monday": ("easter", 1),
    "good friday": ("easter", -2), "palm sunday": ("easter", -7), "ash wednesday": ("easter", -46),
    "pentecost": ("easter", 49), "whitsun": ("easter", 49), "ascension day": ("easter", 39),
    "maundy thursday": ("easter", -3), "whit monday": ("easter", 50), "mardi gras": ("easter", -47),
    "shrove tuesday": ("easter", -47),
    "thanksgiving": ("nth", 11, 4, 4), "thanksgiving day": ("nth", 11, 4, 4), "labor day": ("nth", 9, 1, 1),
    "memorial day": ("nth", 5, 1, -1), "martin luther king day": ("nth", 1, 1, 3),
    "presidents' day": ("nth", 2, 1, 3), "presidents day": ("nth", 2, 1, 3), "columbus day": ("nth", 10, 1, 2),
    "black friday": ("after_nth", 11, 4, 4, 1), "cyber monday": ("after_nth", 11, 4, 4, 4),
    "giving tuesday": ("after_nth", 11, 4, 4, 5), "super tuesday": ("primary",), "new year": ("fixed", 1, 1),
    "st patrick's day": ("fixed", 3, 17), "guy fawkes night": ("fixed", 11, 5), "bonfire night": ("fixed", 11, 5),
    "anzac day": ("fixed", 4, 25), "australia day": ("fixed", 1, 26), "canada day": ("fixed", 7, 1),
    "independence day": ("fixed", 7, 4), "st george's day": ("fixed", 4, 23), "epiphany": ("fixed", 1, 6),
    "new year's": ("fixed", 1, 1), "valentines day": ("fixed", 2, 14), "holy saturday": ("easter", -1),
    "midsummer's eve": ("fixed", 6, 23), "election day": ("after_nth", 11, 1, 1, 1), "groundhog day": ("fixed", 2, 2),
    "mother's day": ("nth", 5, 7, 2), "father's day": ("nth", 6, 7, 3),
}  # fmt: skip

# Year, month, day of each Super Tuesday of the US (Federal Election Commission)
SUPER_TUESDAYS = (
    (1988, 3, 8), (1992, 3, 10), (1996, 3, 12), (2000, 3, 7), (2004, 3, 2), (2008, 2, 5), (2012, 3, 6), (2016, 3, 1),
    (2020, 3, 3), (2024, 3, 5),
)  # fmt: skip
# Days that stand for what happened on them, in figures and as day and month before such a noun
NAMED_FIGURES = {"9/11": (2001, 9, 11), "7/7": (2005, 7, 7)}
NAMED_DAYS = {(10, 7): 2023, (1, 6): 2021, (9, 11): 2001, (7, 7): 2005}
NAMED_DAY_NOUNS = (
    "attacks?", "massacre", "assault", "onslaught", "riot(?:s|ers?)?", "insurrection", "siege", "committee", "panel",
    "defendants?", "hearings?", "investigation", "inquiry", "probe", "hostages?", "bombings?", "bombers?",
    "hijackers?", "commission", "terror", "terrorist", "hamas", "capitol", "mob", "rally", "case", "cases",
    "prosecutions?", "trial",
)  # fmt: skip
# What such a day is spoken of with: "the lessons of September 11"
RECALLING = (
    "attacks?", "atrocities", "massacre", "events?", "lessons?", "victims?", "anniversary", "wake", "aftermath",
    "horrors?", "terrorists?", "hijackers?", "survivors?", "dead", "post", "since the attacks", "bombings?",
    "terror attacks?", "ground", "heroes", "famil(?:y|ies)", "trauma", "memor(?:y|ies)", "legacy", "images?",
    "plotters?", "planners?", "masterminds?", "tragedy", "shadow", "fallout", "catastrophe",
)  # fmt: skip
# Stated times whose days no rule computes
UNREAD = (
    "ramadan", "golden week", "diwali", "hanukkah", "chanukah", "passover", "yom kippur", "rosh hashanah", "sukkot",
    "eid", "eid al-fitr", "eid al-adha", "lunar new year", "chinese new year", "holi", "lent", "purim", "songkran",
    "ashura", "carnival week", "mid-autumn festival", "spring festival", "muharram", "vesak", "obon",
)  # fmt: skip
# What a date word with a capital is part of when it stands before or after: "The Sunday Times", "Bloody Sunday"
NAME_HEADS = (
    "times", "telegraph", "mirror", "mail", "express", "post", "herald", "star", "sun", "independent", "world",
    "business", "people", "night live", "night football", "club", "agreement", "accords?", "group", "inc", "corp",
    "ltd", "llc", "plc", "committee", "foundation", "olympics?", "paralympics?", "games", "palace", "cup", "school",
    "house", "street", "league", "festival", "fund", "capital", "productions", "records", "massacre", "movement",
    "party", "society", "association", "institute", "magazine", "review", "journal", "gazette", "prayers",
    "statement", "budget", "fuel", "gardens?", "park", "valley", "hill", "road", "lane", "avenue", "partners",
    "holdings", "media", "entertainment", "boys", "riots?", "organi[sz]ation", "brigade", "project", "initiative",
    "sessions?", "service",
)  # fmt: skip
NAME_OPENINGS = (
    "super", "bloody", "black", "cyber", "giving", "ruby", "palm", "holy", "fat", "spy", "freaky", "wild", "arab",
    "prague", "indian", "silent", "big", "manic", "happy", "red", "golden", "silver", "plough", "throwback",
    "croatian", "hungarian",
)  # fmt: skip
SPORT = (
    "scored?", "scores", "scoring", "goals?", "goalless", "striker", "midfielder", "goalkeeper", "keeper",
    "half-time", "halftime", "touchdowns?", "penalty kick", "free kick", "quarterback", "kick-off", "kickoff",
    "equali[sz]ed?", "equaliser", "winger", "header", "substitutes?", "rebounds?", "three-pointers?", "field goals?",
    "dribbl\\w+", "offside", "red card", "yellow card", "tackles?", "try line", "interceptions?", "fumbles?",
    "linebacker", "pitch", "full-time", "netted",
)  # fmt: skip

# Small words that hold date expressions together: class -> its spellings
GLUE = {
    "the": ("the",), "a": ("a", "an"), "this": ("this", "these"), "that": ("that", "those"), "same": ("same",),
    "of": ("of",), "in": ("in",), "on": ("on",), "at": ("at",), "to": ("to",), "and": ("and",), "or": ("or",),
    "from": ("from",), "until": ("until", "till", "through"), "every": ("every", "each"), "per": ("per",),
    "ago": ("ago",), "old": ("old",), "long": ("long",), "age": ("age",), "time": ("time",),
    "fiscal": ("fiscal", "financial"), "whole": ("whole", "entire", "full", "calendar", "single"),
    "weekend": ("weekend", "week-end"), "overnight": ("overnight",), "ad": ("ad", "a.d.", "ce", "c.e."),
    "bc": ("bc", "b.c.", "b.c", "bce", "b.c.e."), "future": ("future",), "present": ("present",),
    "former": ("former",),
    "half": ("half", "halves"), "portion": ("part", "portion", "stages", "phase"),
    "rest": ("rest", "remainder"), "later_of": ("latter",), "other": ("other", "other's", "alternate"),
    "ended": ("ended", "ending", "ending on", "ended on"),
    "commencing": ("commencing", "starting", "beginning on", "starting on"), "eve": ("eve",),
    "unit_end": ("year-end", "year's end", "month-end", "month's end", "year end", "quarter-end", "week's end",
    ),
    "very": ("very",), "its": ("its", "their", "his", "her", "our", "my", "your"),
    "approx": ("about", "around", "circa", "ca.", "c.", "approximately"),
     "so": ("so far",), "period": ("period",),
}  # fmt: skip

# Common words too: a month, season or weekday only with a capital ("may", "march", "sat")
NEEDS_CAPITAL = (
    frozenset(MONTH_ABBREVIATIONS)
    | frozenset(WEEKDAY_ABBREVIATIONS)
    | {"may", "march", "august"}
    | set(HOLIDAYS)
    | set(UNREAD)
)
# Names of people or other words even with a capital: only where a preposition or number stands by
NEEDS_CUE = frozenset(MONTH_ABBREVIATIONS) | {"may", "march", "april", "june", "august"}

# --- What the words around a date are asked for (see `cues`); plain alternatives, a space stands for white space ---

# Nouns that make the number before them a count: "2000 men"
COUNTED = (
    "%", "percent", "per cent", "percentage", "million", "billion", "trillion", "thousand", "hundred", "dollars?",
    "euros?", "pounds?", "yen", "yuan", "rubles?", "rupees?", "cents?", "points?", "people", "men", "women", "troops",
    "soldiers", "civilians", "prisoners", "casualties", "victims", "officers", "ships", "tanks", "guns", "aircraft",
    "planes", "horses?", "horsepower", "workers", "employees", "jobs", "students", "children", "votes", "seats",
    "houses", "homes", "families", "members", "sites", "pages", "words", "miles", "km", "kilomet\\w+",
    "met(?:re|er)s?", "feet", "ft", "yards", "acres", "hectares", "tons?", "tonnes?", "kg", "kilograms?", "lbs?",
    "barrels", "shares", "copies", "units", "times", "hours?", "hrs", "minutes?", "seconds?", "days?", "weeks?",
    "months?", "years?", "strong", "rpm", "mm", "cm", "mw", "gb", "mb", "mhz", "hz", "degrees", "deaths", "rounds",
    "bodies", "others", "such", "or more", "or so", "series", "calories",
)  # fmt: skip
# Words that make the number after them the name of a text or thing, whatever stands around it next: "Resolution 1441"
IDENTIFIED = (
    "resolution", "resolutions", "flight", "article", "articles", "section", "sections", "proclamation", "directive",
    "regulation", "boeing", "airbus",
)  # fmt: skip
# Words that make the number after them an id, a size or a count: "No. 1973", "more than 2000"
NUMBERED = (
    *IDENTIFIED, "no\\.?", "nos\\.?", "number", "numbers", "rule", "room", "page", "pages", "chapter", "verse",
    "order", "case", "route", "highway", "windows", "version", "release", "build", "firmware", "ios", "android",
    "python", "ubuntu", "russell",
    "stoxx", "topix", "agenda", "vision", "area", "v", "ver\\.?", "host", "server", "code", "level", "nearly",
    "almost", "than", "least", "some", "over", "approximately",
    "paragraph", "psalm", "serial", "lot", "type", "channel", "platform", "gate", "building", "square", "size",
    "up to", "another", "with", "killing", "killed", "wounding", "wounded", "injured", "including", "includes",
    "totalling", "totaling", "estimated", "peugeot", "galaxy", "unit", "bus", "train", "locker", "box", "suite",
    "apartment", "of about", "roughly",
)  # fmt: skip
# What a year before them names rather than dates: "the 2008 crisis"
NAMED_EVENTS = (
    "crisis", "crash", "revolution", "war", "olympics", "games", "cup", "elections?", "recession", "earthquake",
    "tsunami", "pandemic", "act", "treaty", "agreement", "accords?", "constitution", "championships?", "census",
    "uprising", "coup", "attacks?", "bombings?", "massacre", "riots?", "convention", "season", "referendum",
    "genocide", "meltdown", "hurricane", "famine", "tournament", "vintage", "edition",
)  # fmt: skip

# What the year before them says when it was made: "a 2008 Ford"
MADE_IN = (
    "ford", "gmc", "chevrolet", "chevy", "toyota", "honda", "nissan", "bmw", "mercedes", "audi", "volkswagen", "vw",
    "dodge", "jeep", "chrysler", "cadillac", "lexus", "kia", "hyundai", "mazda", "subaru", "volvo", "porsche",
    "ferrari", "lamborghini", "bentley", "rolls-royce", "jaguar", "land rover", "range rover", "tesla", "fiat",
    "renault", "peugeot", "citro[eë]n", "vauxhall", "skoda", "suzuki", "mitsubishi", "buick", "pontiac", "lincoln",
    "saab", "harley-davidson", "yamaha", "kawasaki", "cessna", "piper", "gulfstream", "learjet", "infiniti", "acura",
)  # fmt: skip

# What makes a holiday the weeks around it: "Christmas sales"
HOLIDAY_STRETCHES = (
    "sales?", "season", "period", "shopping", "trading", "rush", "break", "time", "festivities", "holidays?",
    "celebrations", "travel", "market", "markets", "spending", "trade", "quarter", "weeks?",
)  # fmt: skip

# Words that are no noun, so that what stands before them is not an adjective
FUNCTION_WORDS = (
    "and", "or", "but", "nor", "to", "the", "a", "an", "in", "at", "on", "of", "for", "from", "with", "by", "as",
    "into", "through", "throughout", "during", "until", "till", "after", "before", "when", "while", "where",
    "whereas", "since", "because", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our",
    "this", "that", "these", "those", "who", "which", "was", "were", "is", "are", "be", "been", "has", "have", "had",
    "will", "would", "could", "may", "might", "should", "did", "do", "does", "not", "no", "there", "some", "many",
    "most", "all", "both", "several", "only", "also", "then", "over", "under", "about", "around", "between",
    "against", "among", "near", "off", "out", "up", "down", "said", "says", "if", "than", "so", "yet", "again",
    "alone", "onwards?", "forward", "came", "saw", "began", "left", "took", "brought", "made", "went", "fell", "rose",
    "won", "lost", "told", "gave", "became", "just", "even", "still", "more", "further", "via", "per", "despite",
    "amid", "without", "within", "beyond", "onto", "what", "how", "why", "whether", "though", "although", "unless",
)  # fmt: skip

# What may stand before a month, season or year that could be another word: "in May", "the March raid"
DATE_CUES = (
    "in", "on", "its", "their", "by", "since", "until", "till", "through", "throughout", "from", "to", "of", "before",
    "after", "during", "last", "next", "this", "that", "early", "late", "mid", "every", "each", "between", "and",
    "or", "past", "around", "about", "for", "the", "end", "beginning", "start", "middle", "previous", "following",
    "coming", "both", "circa", "ca\\.", "c\\.", "as of", "first", "second", "third", "fourth", "over", "a", "year",
)  # fmt: skip
SEASON_CUES = (
    "the", "in", "last", "next", "this", "that", "by", "since", "until", "early", "late", "mid", "of", "during",
    "following", "previous", "every", "each", "and", "to", "through", "over", "coming", "past", "from", "until",
    "before", "after",
)  # fmt: skip
YEAR_CUES = (
    "in", "since", "until", "till", "by", "of", "from", "to", "during", "before", "after", "throughout", "through",
    "circa", "ca\\.", "c\\.", "year", "early", "late", "mid", "summer", "winter", "spring", "autumn", "fall", "and",
    "or", "between", "for", "around", "about",
)  # fmt: skip

# --- Comparisons: what a date is measured against, and superlatives that a date bounds ("the highest since 1999") ---

AGAINST = (
    "(?:up|down|compared|unchanged)\\sfrom", "versus", "vs\\.?", "compared\\s(?:with|to)", "against(?=\\s[$€£]?\\d)",
    "(?:\\d%?|percent|cent|points|pounds|dollars|,)\\s(?:up|down)\\son", "over(?=\\sthe\\ssame)", "relative\\sto",
)  # fmt: skip
THAN = ("than", "as\\s(?:much|many|high|low)\\sas")
CHANGES = (
    "rise",
    "gain",
    "increase",
    "fall",
    "drop",
    "decline",
    "decrease",
    "loss",
    "profit",
    "growth",
    "surplus",
    "deficit",
)
SUPERLATIVES = (
    "most", "least", "best", "worst", "first", "record", "lowest", "highest",
)  # fmt: skip
BREAK_SUPERLATIVE = (
    "was", "were", "has", "had", "said", "says", "will", "would", "who", "which", "that", "when", "after", "before",
    "and", "but", "on", "\\w+ed(?!\\s(?:in|by|for))", "died", "began", "took", "since",
)  # fmt: skip
MAGNITUDES = (
    "million", "billion", "trillion", "thousand", "bn", "mn?", "percent", "per\\scent", "pct", "cents?", "dollars?",
    "euros?", "pounds?", "points?", "people", "jobs", "units", "tonnes?", "barrels", "share",
)  # fmt: skip

# The prepositions that bound or open a date, and what they do to its days (see `ranges`)
SIGNALS = {
    "since": "since", "ever since": "since", "until": "until", "till": "until", "up to": "until", "up until": "until",
    "through": "until", "before": "before", "prior to": "before", "by": "by", "no later than": "by", "after": "after",
    "on or before": "by", "not later than": "by", "on or after": "from", "no earlier than": "from",
    "no sooner than": "from",
    "following": "after", "throughout": "throughout", "from": "from", "as of": "from", "starting": "from",
    "beginning": "from", "effective": "from", "during": "during",
}  # fmt: skip
