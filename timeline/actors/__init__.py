"""Text -> the actors it names: people, organisations, governments, countries; and their names folded onto one actor.

It knows nothing of dates. Names are found by shape and by lists; a user's own list wins over the shipped one.
"""

from timeline.actors.find import find_actors
from timeline.actors.fold import Folding, fold_actors
from timeline.actors.known import Actor, ActorList, is_place_name, read_actor_list
from timeline.actors.mention import ActorMention
from timeline.actors.ner import Finder, choose_finder, find_with_spacy, read_model_name

__all__ = [
    "Actor",
    "ActorList",
    "ActorMention",
    "Finder",
    "Folding",
    "choose_finder",
    "find_actors",
    "find_with_spacy",
    "fold_actors",
    "is_place_name",
    "read_actor_list",
    "read_model_name",
]
