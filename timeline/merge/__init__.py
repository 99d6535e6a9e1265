"""The mentions of all documents -> events: one event once, each join with its reason.

It changes no mention. First the stories, that is the documents which report the same; then of any two mentions how
likely they are one event, by named features with learned weights; then groups of them by average link. Figures of one
measure that differ as facts, denials, opposites and days that both texts spell out keep mentions and their groups
apart.
"""

from timeline.merge.calamities import Calamity, list_names, name_others, read_calamity, unite
from timeline.merge.compared import list_families, list_own_words
from timeline.merge.event import Event
from timeline.merge.join import merge_mentions
from timeline.merge.stories import measure_closeness, measure_topic
from timeline.merge.titles import BLAND_VERBS, EMPTY_VERBS, names_event, stands_alone

__all__ = [
    "BLAND_VERBS",
    "EMPTY_VERBS",
    "Calamity",
    "Event",
    "list_families",
    "list_names",
    "list_own_words",
    "measure_closeness",
    "measure_topic",
    "merge_mentions",
    "name_others",
    "names_event",
    "read_calamity",
    "stands_alone",
    "unite",
]
