"""The words of other languages that stand around months and years, by language and class; no logic.

A class is a list of alternatives in regular-expression syntax, a space standing for white space. The names of months
and weekdays are dateparser's; `MONTH_CASES` adds what it lacks.
"""

# What may stand between day, month and year
JOINTS = {
    "es": "de|del", "pt": "de|do", "fr": "de|d'", "it": "di|del|dell'", "nl": "van", "de": "des Jahres",
        "ar": "من|عام|سنة",
}  # fmt: skip

# Before a bare month: "im Januar"
IN = {
    "de": "im|seit|ab|bis|vom|zum|im Monat|Ende|Anfang|Mitte",
        "fr": "en|depuis|dès|jusqu'en|au mois de|fin|début|mi-?",
    "es": "en|desde|hasta|de|el mes de|este", "it": "a|in|da|dal mese di|nel mese di|fino a|entro",
        "pt": "em|desde|até|de",
    "nl": "in|sinds|vanaf|tot|begin|eind", "ru": "в|с|до|к|на", "ar": "في|منذ|شهر",
}  # fmt: skip
# Before a bare year
YEAR_CUES = {
    "de": "im Jahre?|in den Jahren|seit|bis|Anfang|Mitte|Ende|in|ab|von|nach|vor|zwischen|um",
    "fr": "en|depuis|jusqu'en|l'année|avant|après|fin|début|dès|vers|entre|de",
    "es": "en|desde|hasta|de|antes de|a finales de|a principios de|entre|año|tras",
    "it": "nel|dal|fino al|del|entro il|inizio|fine|tra il|anno|il",
    "pt": "em|desde|até|de|antes de|entre|ano de",
    "nl": "in|sinds|tot|begin|eind|vanaf|na|voor|tussen",
    "ru": "в|с|до|к|после|около|года|между",
    "ar": "عام|سنة|في عام|منذ عام|في|منذ",
}  # fmt: skip
# What a bare year must not be followed by: it counts
COUNTED = {
    "de": "Punkte|Euro|Dollar|Menschen|Mann|Mitarbeiter|Stellen|Kilometer|Meter|Tonnen|Stimmen|Prozent|Seiten",
    "fr": "euros|dollars|personnes|hommes|emplois|kilomètres|mètres|tonnes|voix|pages|points",
    "es": "euros|dólares|personas|hombres|empleos|kilómetros|metros|toneladas|votos|páginas|puntos",
    "it": "euro|dollari|persone|uomini|posti|chilometri|metri|tonnellate|voti|pagine|punti",
    "pt": "euros|dólares|reais|pessoas|homens|empregos|quilômetros|metros|toneladas|votos|páginas|pontos",
    "nl": "euro|dollar|mensen|man|banen|kilometer|meter|ton|stemmen|punten",
    "ru": "рубл\\w+|человек|километр\\w*|метр\\w*|тонн\\w*",
}  # fmt: skip

# German writes "1945 zerstört" without a preposition, and nouns with a capital: a small word after a number counts
# nothing, unless it is an adjective before a noun ("1980 neue Stellen") and none of these
AFTER_YEAR = {
    "de": "wurden?|waren|hatten?|kamen|gingen|begannen|ließen|der|die|den|dem|des|eine[nrsm]?|seine[nrsm]?|ihre[nrsm]?"
    "|aber|unter|über|hinter|wieder|immer|gegen|neben|zwischen",
}  # fmt: skip
# Words of those languages before a number that counts or names something
COUNTING = (
    "rund|etwa|über|fast|knapp|circa|ca\\.|mehr als|gut|insgesamt|nur|bis zu|Nr\\.|Nummer|Platz|Zimmer|Flug|Paragraf"
    "|Artikel|Seite|Modell|auf|um"
)
# What an early, middle or late part of a month or year is called, before it
PARTS = {
    "de": {"early": "Anfang", "mid": "Mitte", "late": "Ende|Spät"},
    "fr": {"early": "début|au début de|au début du mois de", "mid": "mi-|à la mi-|au milieu de",
        "late": "fin|à la fin de"},
    "es": {
        "early": "a principios de|a comienzos de|a inicios de|principios de", "mid": "a mediados de|mediados de",
        "late": "a finales de|a fines de|finales de|fines de",
    },
    "it": {"early": "(?:all')?inizio(?: di| del)?", "mid": "metà(?: di| del)?",
        "late": "(?:alla )?fine(?: di| del)?"},
    "pt": {
        "early": "no início de|início de|no começo de", "mid": "em meados de|meados de",
        "late": "no final de|final de|fim de|no fim de",
    },
    "nl": {"early": "begin", "mid": "medio|half", "late": "eind"},
    "ru": {"early": "в начале|начале", "mid": "в середине", "late": "в конце|конце"},
}  # fmt: skip

# The quarters and halves of a year: the ordinals, the noun
ORDINALS = {
    "de": ("erste[nsr]?|1\\.", "zweite[nsr]?|2\\.", "dritte[nsr]?|3\\.", "vierte[nsr]?|4\\."),
    "fr": ("premier|1er", "deuxième|second|2e|2ème", "troisième|3e|3ème", "quatrième|4e|4ème"),
    "es": ("primer|1\\.?(?:er|º)", "segundo|2\\.?º", "tercer|3\\.?(?:er|º)", "cuarto|4\\.?º"),
    "it": ("primo|1º|I", "secondo|2º|II", "terzo|3º|III", "quarto|4º|IV"),
    "pt": ("primeiro|1º", "segundo|2º", "terceiro|3º", "quarto|4º"),
    "nl": ("eerste|1e", "tweede|2e", "derde|3e", "vierde|4e"),
    "ru": ("перв\\w+|1-\\w+|I", "втор\\w+|2-\\w+|II", "треть\\w+|3-\\w+|III", "четв[её]рт\\w+|4-\\w+|IV"),
    "ar": ("الأول", "الثاني", "الثالث", "الرابع"),
    "zh": ("一|1", "二|2", "三|3", "四|4"),
}  # fmt: skip
QUARTERS = {
    "de": "Quartals?", "fr": "trimestre", "es": "trimestre", "it": "trimestre", "pt": "trimestre", "nl": "kwartaal",
    "ru": "квартал\\w*",
}  # fmt: skip
HALVES = {
    "de": "Halbjahre?s?|Jahreshälfte|Hälfte", "fr": "semestre", "es": "semestre", "it": "semestre", "pt": "semestre",
    "nl": "halfjaar|jaarhelft", "ru": "полугоди\\w*",
}  # fmt: skip
SEASONS = {
    "de": {"SP": "Frühjahr|Frühling", "SU": "Sommer", "FA": "Herbst", "WI": "Winter"},
    "fr": {"SP": "printemps", "SU": "été", "FA": "automne", "WI": "hiver"},
    "es": {"SP": "primavera", "SU": "verano", "FA": "otoño", "WI": "invierno"},
    "it": {"SP": "primavera", "SU": "estate", "FA": "autunno", "WI": "inverno"},
    "pt": {"SP": "primavera", "SU": "verão", "FA": "outono", "WI": "inverno"},
    "nl": {"SP": "voorjaar|lente", "SU": "zomer", "FA": "najaar|herfst", "WI": "winter"},
    "ru": {"SP": "весн\\w+", "SU": "лет[оа]м?", "FA": "осень\\w*|осени", "WI": "зим\\w+"},
}  # fmt: skip
DECADES = {
    "de": "den (?P<decade>\\d{4}|\\d0)er(?:-| )?Jahren?|(?:die|der) (?P<decade2>\\d{4}|\\d0)er(?:-| )?Jahren?",
    "fr": "(?:les )?années (?P<decade>\\d{4}|\\d0)", "es": "(?:los )?años (?P<decade>\\d{3}0|\\d0)",
    "it": "(?:gli )?anni '?(?P<decade>\\d{3}0|\\d0)", "pt": "(?:os )?anos (?P<decade>\\d{3}0|\\d0)",
    "nl": "(?:de )?jaren '?(?P<decade>\\d{3}0|\\d0)", "ru": "(?P<decade>\\d{3}0)-[а-я]+",
}  # fmt: skip

# The prepositions right before a date, and the English one that does the same to its days
SIGNALS = {
    "de": {"seit": "since", "bis": "by", "bis zum": "by", "ab": "effective", "nach": "after", "vor": "before",
        "nach dem": "after",
           "vor dem": "before", "seit dem": "since", "ab dem": "effective", "spätestens": "by",
           "bis spätestens": "by"},
    "fr": {"depuis": "since", "depuis le": "since", "jusqu'au": "until", "jusqu'en": "until", "dès le": "effective",
           "à partir du": "effective", "à partir de": "effective", "après le": "after", "avant le": "before",
           "avant": "before",
           "d'ici le": "by", "d'ici": "by", "après": "after", "à compter du": "effective"},
    "es": {"desde": "since", "desde el": "since", "hasta": "until", "hasta el": "until", "a partir de": "effective",
           "a partir del": "effective", "después del": "after", "antes del": "before", "antes de": "before",
           "tras el": "after"},
    "it": {"dal": "since", "fino al": "until", "entro il": "by", "dopo il": "after", "prima del": "before",
        "a partire dal": "effective",
           "da": "since"},
    "pt": {"desde": "since", "até": "until", "a partir de": "effective", "antes de": "before", "após": "after",
        "até o dia": "by"},
    "nl": {"sinds": "since", "tot": "until", "vanaf": "effective", "na": "after", "voor": "before",
        "uiterlijk": "by"},
    "ru": {"с": "since", "до": "until", "после": "after", "к": "by"},
    "ar": {"منذ": "since", "حتى": "until", "بعد": "after", "قبل": "before"},
}  # fmt: skip
# Between the ends of a range, and what opens one
TO = {
    "de": "bis(?: zum)?|und", "fr": "au|à|et(?: le)?|jusqu'au", "es": "al?|y(?: el)?|hasta(?: el)?",
        "it": "al?|e(?: il)?",
    "pt": "ao?|e", "nl": "tot(?: en met)?|en", "ru": "по|до|и", "ar": "إلى|و|حتى",
}  # fmt: skip
FROM = {
    "de": "vom|von|in den Jahren|zwischen(?: dem)?", "fr": "du|de|entre(?: le)?",
        "es": "del|de|desde(?: el)?|entre(?: el)?",
    "it": "dal|da|tra(?: il)?", "pt": "de|do|entre", "nl": "van|tussen", "ru": "с|между", "ar": "من|بين",
}  # fmt: skip
BETWEEN = frozenset("zwischen entre tra tussen между بين".split())

MONTH_CASES = {
    "ru": (
        "январ[ьяе]", "феврал[ьяе]", "март[ае]?", "апрел[ьяе]", "ма[йяе]", "июн[ьяе]", "июл[ьяе]", "август[ае]?",
        "сентябр[ьяе]", "октябр[ьяе]", "ноябр[ьяе]", "декабр[ьяе]",
    ),
    "ar": (
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "se[p]?t", "oct", "nov", "dic"),
    "it": ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
}  # fmt: skip
