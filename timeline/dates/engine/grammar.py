"""The notation rules are written in, and the one expression they are all compiled to.

A pattern is a regular expression over token classes: ``"the? day of? month comma? year"`` names classes (see
`tokens`), an upper-case name is a set or shape defined in `SHAPES`, the rest is regular-expression syntax. Rules are
tried in the order they are listed; the first that matches at a place is asked to read it.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Sequence

from timeline.dates.engine.context import Context
from timeline.dates.engine.matches import Found, Words
from timeline.dates.engine.tokens import CODE

__all__ = ["Grammar", "Reader", "Rule", "compile_pattern", "compile_rules"]

Reader = Callable[[Words, Context], Found]


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """A name, the pattern of classes it reads, and the function that reads them."""

    name: str
    pattern: str
    read: Reader


SHAPES = {
    "MONTH": "[month month_short]",
    "DAY": "[day day_ordinal]",
    "NTH": "[day day_ordinal ordinal]",
    "SEP": "[dash to and or comma until stroke]",
    "YEAR": "[year short_year]",
    "BC_NUMBER": "[number day year decade_number]",
    "WEEKDAY": "(?: [weekday weekday_short] comma? the? )?",
    "COUNT": """
        (?: a? vague of? | half a | a | cardinal cardinal? cardinal? | day stroke [day figure]
          | [day number year figure] (?: dash? day stroke [day figure] )? cardinal? )
        (?: dash? and dash? a? dash? half )?
    """,
    "MODIFIER": "modifier? approx?",
    "PARTLY": "(?: part dash? (?: to dash? part dash? )? )",
    "THAT_YEAR": "(?: of? (?: this | that | the same ) unit )",
    "OF_LAST_YEAR": "(?: of? [the this that]? [direction this that same] unit )",
    "WHOSE_YEAR": "(?: [the]? [direction this that] unit | year )",
}


# Classes no date begins with: half of all tokens are passed over by one look
NEVER_FIRST = (
    "gap", "comma", "dash", "stroke", "possessive", "of", "to", "and", "or", "in", "on", "at", "from", "until", "bc",
    "ago", "old", "long", "age", "period", "whole", "time", "very", "other", "portion", "so",
)  # fmt: skip


def _expand(name: str) -> str:
    if name in SHAPES:
        return f"(?:{_translate(SHAPES[name])})"
    return CODE[name]


def _translate(pattern: str) -> str:
    return re.sub(r"[A-Za-z_]+", lambda match: _expand(match[0]), pattern)


def compile_pattern(pattern: str) -> str:
    """The regular expression over class characters that `pattern` stands for.

    Examples
    --------
    >>> re.fullmatch(compile_pattern("the? month year"), CODE["month"] + CODE["year"]) is not None
    True
    """
    return re.sub(r"\s", "", _translate(pattern))


def compile_rules(prefix: str, rules: Sequence[Rule]) -> re.Pattern[str]:
    """One expression for all rules, each a group of its name, after an optional prefix common to them."""
    ways = "|".join(f"(?P<{rule.name}>{compile_pattern(rule.pattern)})" for rule in rules)
    opening = f"[^{''.join(CODE[name] for name in NEVER_FIRST)}]"
    return re.compile(f"(?={opening})(?:{compile_pattern(prefix)})?(?:{ways})")


class Grammar:
    """Ordered rules behind one expression; what one of them declines is offered to those after it."""

    def __init__(self, prefix: str, rules: Sequence[Rule]) -> None:
        self.rules = {rule.name: rule for rule in rules}
        self._all = compile_rules(prefix, rules)
        self._alone = {rule.name: compile_rules(prefix, (rule,)) for rule in rules}
        self._after = {rule.name: [later.name for later in rules[i:]] for i, rule in enumerate(rules, 1)}

    def search(self, codes: str, start: int, end: int) -> re.Match[str] | None:
        """The first place between `start` and `end` where a rule matches, and the first rule that does."""
        return self._all.search(codes, start, end)

    def list_others(self, match: re.Match[str], codes: str, end: int) -> Iterator[re.Match[str]]:
        """The matches at the same place of the rules that come after the one that matched, in their order."""
        for name in self._after[match.lastgroup or ""]:
            if other := self._alone[name].match(codes, match.start(), end):
                yield other
