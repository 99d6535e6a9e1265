"""Text -> actor mentions: the list, the shapes, the document's own usage, then pronouns, in that order."""

from timeline.actors.apposition import find_appositions
from timeline.actors.infer import infer
from timeline.actors.known import ActorList
from timeline.actors.listed import match_list
from timeline.actors.mention import ActorMention
from timeline.actors.plain_names import add_plain_names
from timeline.actors.resolve import Named, resolve
from timeline.actors.shapes import find_names
from timeline.actors.surnames import know_by_surname
from timeline.actors.tokens import read_tokens

__all__ = ["find_actors"]


def find_actors(text: str, known: ActorList) -> list[ActorMention]:
    """Every actor that `text` names, in order of their offsets, not overlapping; empty where it names none.

    Examples
    --------
    >>> from timeline.actors import read_actor_list
    >>> known = read_actor_list()
    >>> [(m.text, m.name) for m in find_actors("Beijing told Acme Corp. that Mrs. May left.", known)]
    [('Beijing', 'China'), ('Acme Corp.', 'Acme Corp.'), ('Mrs. May', 'May')]

    >>> text = "U.S. Commerce Secretary Howard Lutnick left. In May he met Nvidia's chief, and the company thanked him."
    >>> [(m.text, m.name, m.inferred) for m in find_actors(text, known)][1:]
    [('he', 'Howard Lutnick', True), ('Nvidia', 'Nvidia', False), ('the company', 'Nvidia', True)]
    """
    tokens = read_tokens(text)
    matches = match_list(tokens, known)
    found = know_by_surname(tokens, add_plain_names(tokens, matches, find_names(tokens, matches)))
    named = resolve(text, tokens, found, matches)
    described = find_appositions(tokens, named, matches)
    mentions = []
    end = 0
    for one in infer(tokens, _keep_outermost([*described, *named]), matches):
        start = tokens.starts[one.first]
        if start < end:
            continue
        end = tokens.ends[one.last - 1]
        mentions.append(
            ActorMention(
                start=start,
                end=end,
                text=text[start:end],
                name=one.name,
                kind=one.kind,
                inferred=one.inferred,
                form=one.form,
            )
        )
    return mentions


def _keep_outermost(named: list[Named]) -> list[Named]:
    """Those that lie in no other, in order; of equals the first."""
    result: list[Named] = []
    for one in sorted(named, key=lambda one: (one.first, -one.last)):
        if not result or one.first >= result[-1].last:
            result.append(one)
    return result
