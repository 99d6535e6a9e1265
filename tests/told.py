"""One event told in many articles, no two in the same words: a headline, a lead, what went on, and some background."""

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from typing import Final

from timeline.documents import Document
from timeline.table import Timeline

__all__ = ["AFFAIRS", "count_tellings", "tell_often"]

_NAMES: Final = "Ferris Okafor Lindqvist Moreau Tanaka Halden Brandt Castellan Nyberg Quist Rossi Adeyemi".split()

AFFAIRS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "collapse": {
        "headline": (
            "Pier of Harg collapses",
            "Northern pier collapses in Harg",
            "Harg pier collapse stuns harbour",
            "Harg loses northern pier in collapse",
        ),
        "lead": (
            "The northern pier of Harg collapsed {when}{how}.",
            "Harg's northern pier collapsed into the harbour {when}{how}.",
            "{When} Harg saw its northern pier collapse{how}.",
            "A collapse of the northern pier shook Harg {when}{how}.",
            "The collapse of Harg's northern pier came {when}{how}.",
            "Part of the harbour at Harg was closed after its northern pier collapsed {when}{how}.",
        ),
        "triggers": ("ollaps",),
        "how": ("", " at night", " in a storm", " after weeks of rain", " before dawn", " with nobody on it"),
    },
    "dismissal": {
        "headline": (
            "Norvik fires chief executive Elin Dahl",
            "Elin Dahl sacked by Norvik",
            "Norvik board ousts Elin Dahl",
            "Norvik dismisses Dahl",
        ),
        "lead": (
            "Norvik fired its chief executive, Elin Dahl, {when}{how}.",
            "The board of Norvik dismissed chief executive Elin Dahl {when}{how}.",
            "{When} Norvik sacked Elin Dahl, its chief executive{how}.",
            "Elin Dahl was fired as chief executive of Norvik {when}{how}.",
            "Elin Dahl, who had led Norvik for six years, was sacked {when}{how}.",
            "Norvik ousted Elin Dahl {when}{how}.",
        ),
        "triggers": ("fire", "sack", "oust", "dismiss"),
        "how": (
            "",
            " after a weak quarter",
            " over the failed merger",
            " in a short meeting",
            " without giving reasons",
        ),
    },
    "fine": {
        "headline": (
            "Tellus fined $40 million",
            "Norway fines Tellus $40 million",
            "$40 million penalty for Tellus",
            "Tellus Bank fined over accounts",
        ),
        "lead": (
            "Norway fined Tellus Bank $40 million {when}{how}.",
            "Tellus Bank was fined $40 million by Norway {when}{how}.",
            "{When} Norway imposed a fine of $40 million on Tellus Bank{how}.",
            "Norway punished Tellus Bank with a fine of $40 million {when}{how}.",
            "A $40 million fine was imposed on Tellus Bank by Norway {when}{how}.",
        ),
        "triggers": ("fine", "impos", "penalty", "punish"),
        "how": ("", " over hidden accounts", " for weak controls", " after a long inquiry", " in a record case"),
    },
}
"""By affair the ways in which headline and lead are told, and what its triggers begin with."""

_ON: Final = dt.date(2024, 5, 3)
_SAYS: Final = (
    "{name}, who lives nearby, said that nobody had expected it.",
    "Analyst {name} called it a turning point.",
    "Minister {name} promised to look into the matter.",
    "{name} of the city council asked for calm.",
)
_BEFORE: Final = (
    "A similar case had troubled the town in {year}.",
    "In {year} inspectors had warned of cracks {number} times.",
    "The firm {name} was founded in {year} and has {number} workers.",
    "Prices of steel rose {number} % in {year}.",
)


def tell_often(affair: str, times: int) -> list[Document]:
    """`times` articles that tell the event of `affair`, one of `AFFAIRS`, published within four days of it."""
    rnd = random.Random(f"{affair} {times}")
    return [_article(AFFAIRS[affair], number, rnd) for number in range(times)]


def _article(ways: Mapping[str, Sequence[str]], number: int, rnd: random.Random) -> Document:
    published = _ON + dt.timedelta(rnd.randrange(4))
    when = rnd.choice(("on 3 May 2024", "on Friday", f"on Friday, {_ON:%B} {_ON.day}"))
    lead = rnd.choice(ways["lead"]).format(when=when, When=f"{when[0].upper()}{when[1:]}", how=rnd.choice(ways["how"]))
    cells = {"name": rnd.choice(_NAMES), "year": rnd.randrange(1950, 2020), "number": rnd.randrange(3, 90)}
    rest = " ".join((rnd.choice(_SAYS), rnd.choice(_BEFORE))).format(**cells)
    text = f"{rnd.choice(ways['headline'])}\n\n{lead} {rest}\n\nReport {number} of desk {number * 7}."
    return Document(text=text, id=f"d{number:04}", published=published)


def count_tellings(told: Timeline, documents: Sequence[Document], affair: str) -> int:
    """Into how many events of `told` the one that `documents` tell has fallen."""
    text = {d.id: d.text for d in documents}
    columns = ("document_id", "trigger_start", "trigger_end", "event_id")
    triggers = zip(*(told.mentions[name] for name in columns), strict=True)
    stems = AFFAIRS[affair]["triggers"]
    return len({event for d, start, end, event in triggers if any(s in text[d][start:end].lower() for s in stems)})
