"""Texts without end, of kinds whose cost once grew with the square of their length: a name and a maker of one."""

import itertools
from collections.abc import Callable

__all__ = ["TEXTS"]

_NAMES = "Jon Marsh, Ann Bo, Acme Corp., Globex Ltd, Norway, the European Union, Mary-Jane O'Hara"
_PLAIN = (
    "the council of the town met on monday and the mayor told acme that it sued globex over the pier "
    "which she said was sold in 2019 by a bank that went broke and the court will decide on it next week "
)


def _repeat(piece: str) -> Callable[[int], str]:
    """A maker of `piece` over and over."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _count(piece: str) -> Callable[[int], str]:
    """A maker of `piece` over and over, with a number of its own each time."""

    def make(size: int) -> str:
        parts, length = [], 0
        for number in itertools.count():
            parts.append(piece.format(n=number, day=number % 28 + 1, year=1900 + number % 125))
            length += len(parts[-1])
            if length >= size:
                return "".join(parts)[:size]
        raise AssertionError

    return make


TEXTS: dict[str, Callable[[int], str]] = {
    "sued": _repeat("sued "),
    "companies": _repeat("Inc. "),
    "a minister by office and name": _repeat("The prime minister, Elena Costa, quit. "),
    "who only says so": _repeat(", Cal Fire concluded. The company "),
    "a firm and a person of one name": _repeat("Ann Hartwell left Hartwell Farms Ltd. Hartwell apologised. "),
    "sections over a headline": lambda size: (
        "News\n" * (size // 5) + "The board sells its pier\nIt was sold in May 2024.\n"
    ),
    "quotation marks": _repeat('" said '),
    "quotation marks alone": _repeat('" '),
    "curly quotes that never close": _repeat("“ he said, "),
    "quotes within quotes": _repeat("“‘She said “no”’ he said” "),
    "nested quotes": lambda size: "“Ann said ‘" * (size // 22) + "’ on Monday”" * (size // 24),
    "no punctuation": _repeat(_PLAIN),
    "brackets": _repeat("("),
    "brackets that open and close": _repeat("(Acme (sued) on 3 May 2024) "),
    "dates alone": _count("{day} May {year} "),
    "ISO days": _count("{year}-05-{day:02} "),
    "days in a list": _count("{day}, "),
    "and": _repeat("and "),
    "and a name": _count("Ann Bo{n} and "),
    "capitals": _repeat("ACME SUED GLOBEX OVER THE PIER "),
    "a word of capitals": _repeat("A"),
    "digits": _repeat("1234567890"),
    "numbers": _count("{n} "),
    "one line of names": _repeat(_NAMES + ", "),
    "one line of new names": _count("Ann Bo{n}, "),
    "initials": _repeat("J. "),
    "a chronology": _count("{day} May {year}: Acme sued Globex over pier {n}.\n"),
    "a chronology without verbs": _count("{day} May {year} - the pier {n}\n"),
    "a chronology of years": _count("{year}\n\nThe pier {n} was sold to Globex.\n\n"),
    "who": _repeat("who "),
    "who sued": _repeat("who sued Ann "),
    "which": _repeat(", which "),
    "which was sold": _repeat(", which was sold to Acme"),
    "semicolons": _repeat("; "),
    "clauses and semicolons": _repeat("Acme sued Globex; "),
    "said": _repeat("said "),
    "he said that": _repeat("he said that "),
    "to be sued to": _repeat("to be sued to "),
    "after": _repeat("after he was sued "),
    "a day after": _repeat("a day after "),
    "commas": _repeat(", "),
    "stops": _repeat(". "),
    "dashes": _repeat("— Acme "),
    "question marks": _repeat("Did Acme sue? "),
    "line ends": _repeat("Acme sued Globex\n"),
    "paragraphs": _repeat("Acme sued Globex.\n\n"),
    "bullets": _repeat("- Acme sued Globex on Monday\n"),
    "apostrophes": _repeat("Acme's "),
    "hyphens": _repeat("pier-"),
    "a word without end": _repeat("pier"),
    "hours": _count("{day}:{day:02} "),
    "not": _repeat("not "),
    "has been": _repeat("has been "),
    "deaths": _repeat("the death of the attack of "),
    "one sentence of news": _repeat("Acme Corp. sued Globex on 4 March 2024 over the sale of the old pier. "),
    "new sentences of news": _count("Acme Corp. sued Globex{n} on {day} March {year} over the sale of pier {n}. "),
    "the same quote": _repeat("“We will sue,” said Ann Bo of Acme on Monday. "),
    "last week": _repeat("last week "),
    "from to": _repeat("from 3 May to "),
    "foreign": _repeat("Der Rat trifft sich am 3. Mai 2024 und wird über die Ordnung beraten. "),
    "greek": _repeat("Η επιτροπή συνεδρίασε στις 3 Μαΐου 2024 στην Αθήνα. "),
    "tabs": _repeat("Acme\tsued\t3 May 2024\t"),
    "pipes": _repeat("| 3 May 2024 | Acme sued Globex "),
    "marks of Markdown": _repeat("**_#"),
    "links": _repeat("[Acme](http://a.b/c) "),
    "mail quotes": _repeat("> > Acme sued Globex\n"),
}
"""Each maker takes a number of characters and gives a text of about that length."""
