"""The commonest words of languages, and the language that dominates a script."""

COMMON_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the of and a to in that is was for it with as his on be at by had are but from or have an they".split()
    ),
    "de": frozenset(
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an".split()
    ),
    "fr": frozenset("de la le et les des en un du une que est pour qui dans par au sur pas plus avec il ce se".split()),
    "es": frozenset("de la que el en y los del se las por un para con no una su al lo como más pero sus le".split()),
    "it": frozenset("di e il la che in un a per è una del non sono con si da come le dei nel alla più gli".split()),
    "pt": frozenset("de a o que e do da em um para com não uma os no se na por mais as dos como mas ao".split()),
    "nl": frozenset(
        "de het een en van ik te dat die in je is niet op aan met als voor zijn er maar om hij ook".split()
    ),
    "pl": frozenset("w i na się z do nie że to jest o jak po co ale za od przez jego tak był przy oraz dla".split()),
    "sv": frozenset("och i att det som en på är av för med den till inte har de ett om var men sig från vi så".split()),
    "tr": frozenset("ve bir bu için ile da de olarak çok olan daha gibi kadar sonra en ancak ise ya mi".split()),
}

SCRIPTS: dict[str, str] = {
    "ARABIC": "ar",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "THAI": "th",
}
