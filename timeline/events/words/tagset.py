"""Tags of the words that have but one, of marks and of endings. Data only; `tagging` reads it."""

from timeline.events.words import cues, verbs

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
NOMINAL = NOUNS | {"PRP", "CD", "EX", "DATE"}
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
BEFORE_NOUN = frozenset(("DT", "PRP$", "POS", "JJ", "JJR", "JJS", "WP$"))
# What can open the object or complement of a verb.
AFTER_VERB = frozenset(("DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "NN", "CD", "TO", "IN", "WRB", "JJ", "DATE", "RB"))
# Over these no verb looks for its subject or its partner.
BREAKS = frozenset((",", ":", "(", ")", '"', "CC", "WP", "WDT", "WRB", "."))
# After these "to" leads to a place or thing rather than to a verb.
TO_A_THING = frozenset(
    "go come return bring take lead due according respond contribute close next access be add".split()
)

# "urge X to", "allow X to": X is to do it.
CONTROL_BY_OBJECT = frozenset(
    """advise allow ask authorise authorize call cause clear command compel convince direct enable encourage
    expect force get help instruct invite let order permit persuade press pressure prompt push require tell
    train trigger urge want warn""".split()
)

# "make X go", "help X grow": a bare verb after its subject.
WITH_BARE_VERB = frozenset("make let help see hear watch have".split())
# Between a helping verb and its participle they are adverbs.
FLOATING = frozenset("first last long only best better well all both each since".split())

# After these "'s" is a verb.
BEFORE_IS = frozenset("it he she that there what who here".split())

MARKS = {
    "“": '"', "”": '"', "‘": '"', "’": '"', "«": '"', "»": '"', "'": '"', "`": '"', "``": '"', "''": '"', '"': '"',
    "–": ":", "—": ":", "-": ":", "…": ":", ";": ":", ":": ":", "|": ":", "•": ":", "*": ":", "/": ":",
    ",": ",", ".": ".", "!": ".", "?": ".", "(": "(", "[": "(", "{": "(", ")": ")", "]": ")", "}": ")",
    "%": "NN", "&": "CC", "$": "CD", "€": "CD", "£": "CD",
}  # fmt: skip

ENDINGS = (
    ("ly", "RB"), ("ing", "VBG"), ("ed", "VBN"), ("ous", "JJ"), ("ful", "JJ"), ("ble", "JJ"), ("ive", "JJ"),
    ("al", "JJ"), ("ic", "JJ"), ("less", "JJ"), ("ss", "NN"), ("us", "NN"), ("is", "NN"), ("s", "NNS"),
)  # fmt: skip

_GROUPS = {
    "MD": verbs.MODALS,
    "DT": cues.DETERMINERS | {"no"},
    "PRP$": cues.POSSESSIVES,
    "PRP": "i you he she it we they me him us them himself herself itself themselves".split(),
    "IN": """of in at by for with from into onto upon per via than amid among against if because although though unless
        while whereas as before after since until during like including according following despite under over
        through between across within without toward towards about around near regarding concerning that
        once""".split(),
    "CC": "and or but nor &".split(),
    "TO": ["to"],
    "WP": "who whom what".split(),
    "WDT": ["which"],
    "WP$": ["whose"],
    "WRB": "when where why how".split(),
    "EX": ["there"],
    "NN": "chief executive no-one".split(),
    "RB": "not n't briefly also ago so then still nearly later earlier again too however just even never ever".split(),
    "JJR": ["more"],
    "NNP": "mr mrs ms dr sir".split(),
    "POS": ["'s", "'"],
    "VBP": "am are aren't 're 'm 've have haven't do don't".split(),
    "VBZ": "is isn't has hasn't does doesn't".split(),
    "VBD": "was wasn't were weren't had hadn't did didn't".split(),
    "VB": ["be"],
    "VBN": ["been"],
    "VBG": "being having".split(),
}
FIXED = {word: tag for tag, words in _GROUPS.items() for word in words}
