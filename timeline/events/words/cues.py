"""Small words that join, subordinate and open sentences, and words a title keeps or leaves out. Data only."""

SUBORDINATORS = frozenset(
    """that if when while after before because as although though since until unless whereas whether once where
    why how what who which whom whose lest whenever wherever""".split()
)
RELATIVES = frozenset("who which whom whose that where".split())
CONDITIONALS = frozenset("if unless provided should assuming".split())
TIMING = frozenset("after before until till since once".split())
AS_CLAUSES = frozenset("as while when because".split())
TIME_CLAUSES = TIMING | AS_CLAUSES
AWAITING = frozenset("until till once".split())
BEFORE_GERUND = frozenset("after before since by following while when".split())
NEGATIONS = frozenset("not never no n't neither nor hardly without".split())

CONDITIONAL_MODALS = frozenset("would wouldn't 'd".split())
FUTURE_MODALS = frozenset("will shall won't 'll must".split())

# Of a length of time; one that says how long after something else was is left out of a title.
TIME_UNITS = frozenset("minutes hours days weeks months years".split())
# Left out of titles: they tie the sentence to the one before it, or weigh it.
CONNECTIVES = frozenset(
    """however meanwhile moreover furthermore also additionally nevertheless nonetheless still instead then thus
    therefore hence indeed besides consequently accordingly finally eventually later earlier
    recently currently previously now today already yet though lastly subsequently afterwards notably importantly
    similarly likewise concurrently simultaneously afterward and but or so well too even just abruptly""".split()
)
# Adjectives and adverbs that a title may not lose: without them it says something else.
TELLING = frozenset(
    """alleged allegedly reportedly nearly almost partly former proposed planned possible potential suspected
    false fake failed new first second third last final
    no own other same different illegal unlawful presidential prime vice nuclear chemical sexual civil military
    foreign financial legal general federal national international unable likely unlikely dead drunk criminal armed
    fatal mass racial domestic human public private violent joint interim""".split()
)
ALONE = frozenset("some many others both several most few all these those this each another one".split())
POSSESSIVES = frozenset("his her its their my our your".split())
FRONTED = frozenset("in on at by during after before following since until from amid despite over under with".split())

DETERMINERS = frozenset(
    """the a an this that these those some any each every no all both another either neither such many several few
    most""".split()
)

# Words that carry no content when tellings are compared.
STOP = frozenset(
    """a an the this that these those some any each every no all both another such many several few most more less much
    and or but nor so yet if when while after before because as although though since until unless whereas whether once
    where why how what who which whom whose of in on at by for with from to into onto over under about against between
    among during through across within without toward towards upon off out up down per via amid than then there here
    not never only also just even still already again very too quite rather he she it they we you i his her its their
    our my your him them us me is are was were be been being am has have had having do does did can could may might must
    shall should will would one two three new other said say says tell told according year years month months week weeks
    day days today yesterday tomorrow time times mr mrs ms dr sir""".split()
)
