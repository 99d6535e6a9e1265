"""Text -> the actors it names: people, organisations, governments, countries; and their names folded onto one actor.

It knows nothing of dates. Names are found by shape and by lists; a reader's own list wins over the shipped one.
"""

from timeline.actors.find import find_actors
from timeline.actors.fold import Folding, fold_actors
from timeline.actors.known import Actor, ActorList, read_actor_list
from timeline.actors.mention import ActorMention

__all__ = ["Actor", "ActorList", "ActorMention", "Folding", "find_actors", "fold_actors", "read_actor_list"]
