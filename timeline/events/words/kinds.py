"""Verbs by the kind of event they tell, alone and with what they are done to or by. Data only.

A line of `BY_OBJECT` gives a kind where one of its words is the object of the verb (the subject of a passive), one of
`BY_SUBJECT` where one does it, one of `BY_PARTICLE` where one belongs to the verb. ``<person>`` stands for a person or
a role ("chief"), ``<firm>`` for an organisation, ``<money>`` for a sum, ``*`` for anything.
"""

_GROUPS = {
    "ban": "ban bar prohibit outlaw forbid block blacklist restrict embargo exclude",
    "sanction": "sanction penalise penalize fine punish",
    "reversal": "reverse lift repeal revoke rescind overturn cancel postpone scrap relax withdraw abandon shelve annul",
    "approval": "approve authorise authorize permit allow clear ratify endorse license adopt grant legalise legalize",
    "deal": "sign agree negotiate contract partner ally settle",
    "merger": "acquire merge divest",
    "statement": "announce accuse blame condemn criticise criticize demand denounce urge warn call",
    "meeting": "meet visit host convene gather attend discuss confer summon travel",
    "order": "order instruct direct command mandate decree require",
    "lawsuit": "sue charge convict indict prosecute sentence acquit rule jail imprison plead",
    "investigation": "investigate probe inspect raid search audit examine review",
    "appointment": "appoint name nominate hire promote install",
    "dismissal": "resign retire quit sack oust dismiss depose",
    "election": "elect vote campaign reelect inaugurate",
    "launch": """launch unveil release open introduce debut publish premiere found establish create build complete close
        start begin present show showcase""",
    "finance": "invest borrow default earn list float downgrade upgrade",
    "conflict": """attack bomb shell invade fight strike capture seize besiege ambush occupy clash
        retreat surrender storm conquer recapture liberate overthrow deploy fire""",
    "protest": "protest demonstrate march riot rally boycott",
    "crime": "murder arrest detain steal rob kidnap abduct hack stab rape hijack escape assassinate shoot",
    "disaster": """crash explode erupt collapse flood burn derail sink destroy damage injure capsize devastate
        batter flatten engulf shake""",
    "death": "die kill drown perish",
    "movement": "arrive leave flee evacuate deport return depart fly cross enter land",
    "sport": "beat defeat score",
}
# Kinds that are news wherever they stand.
WEIGHTY = frozenset(
    """ban sanction reversal approval deal merger order lawsuit investigation appointment dismissal election launch
    conflict protest crime disaster death movement""".split()
)
OF_VERB: dict[str, str] = {}
for _kind, _verbs in _GROUPS.items():
    for _verb in _verbs.split():
        OF_VERB.setdefault(_verb, _kind)

_LAW = "law bill act legislation resolution budget motion measure measures reform amendment treaty plan rules"
_RULES = """ban bans sanction sanctions restriction restrictions curb curbs control controls tariff tariffs lockdown
    embargo rule rules blockade moratorium siege curfew suspension limit limits order emergency law warning"""
_TRADE = "sales sale exports export shipments shipment deliveries trade flights flight production work services imports"
_GAME = "match game final semi-final title cup medal race championship league gold silver bronze trophy tournament set"
_POLL = "election vote seat seats majority presidency primary referendum nomination poll ballot"
_CASE = "case appeal lawsuit suit charge charges complaint petition claim claims verdict conviction"
_FIRM = "<firm> company firm stake unit business division shares club rival subsidiary brand chain"
_SHOT = "missile missiles rocket rockets shot shots shell shells gas bullets guns artillery flare cannon"
_ARMY = "troops forces soldiers army navy unit units regiment rebels militants fighters"
_MONEY = "<money> money capital funds"
_POST = "post job role office board chairmanship position"
_RATES = "rate rates price prices tax taxes wages debt stake offer forecast fees fares output dividend"

BY_OBJECT: dict[str, dict[str, str]] = {
    "grant": {"lawsuit": "bail appeal injunction"},
    "strike": {"deal": "deal agreement bargain accord pact truce balance"},
    "pass": {"approval": _LAW, "lawsuit": "sentence judgment judgement"},
    "raise": {"finance": f"{_MONEY} {_RATES}", "statement": "concerns concern question questions alarm"},
    "cut": {"finance": f"{_MONEY} {_RATES} jobs budget costs spending staff workforce deficit"},
    "lay": {"conflict": "siege", "lawsuit": "charges charge"},
    "lose": {"finance": _MONEY, "sport": _GAME, "election": _POLL, "lawsuit": _CASE},
    "win": {"sport": _GAME, "election": _POLL, "lawsuit": _CASE, "deal": "contract contracts order orders"},
    "defeat": {"conflict": _ARMY, "election": "incumbent candidate", "approval": _LAW},
    "beat": {"election": "incumbent candidate", "crime": "protesters protester prisoner"},
    "open": {"conflict": "fire", "investigation": "investigation inquiry probe"},
    "fire": {"conflict": _SHOT, "dismissal": "<person> <firm>"},
    "remove": {"dismissal": "<person>", "reversal": _RULES},
    "dismiss": {"lawsuit": _CASE, "dismissal": "<person>"},
    "leave": {"dismissal": _POST},
    "suspend": {"dismissal": "<person>", "reversal": _RULES, "ban": _TRADE},
    "halt": {"ban": _TRADE},
    "stop": {"ban": _TRADE},
    "pause": {"ban": _TRADE},
    "freeze": {"sanction": "assets accounts funds"},
    "replace": {"appointment": "<person>"},
    "swear": {"appointment": "<person>"},
    "choose": {"appointment": "<person>"},
    "pick": {"appointment": "<person>"},
    "charge": {"finance": "fee fees price customers"},
    "clear": {
        "lawsuit": "<person>",
        "other": "square street streets road debris land landslide rubble wreckage snow shelves",
    },
    "release": {
        "movement": "<person> prisoner prisoners hostage hostages detainees captives",
        "statement": "report statement figures data documents details video findings letter footage photo photos",
    },
    "free": {"movement": "<person> prisoner prisoners hostage hostages detainees captives"},
    "publish": {"statement": "report statement study findings letter data paper figures results"},
    "sign": {"order": "order decree", "approval": "law bill act legislation", "appointment": "<person>"},
    "order": {"deal": "chips planes aircraft jets vaccines doses trains ships trucks tanks weapons"},
    "pay": {"sanction": "fine penalty", "statement": "tribute", "finance": _MONEY},
    "buy": {"merger": _FIRM},
    "purchase": {"merger": _FIRM},
    "sell": {"merger": _FIRM},
    "land": {"conflict": _ARMY},
    "seize": {"crime": "drugs assets suspects property boat cocaine goods"},
    "capture": {"crime": "suspect suspects fugitive"},
    "hit": {"finance": "record high low target"},
    "call": {"election": "election elections referendum vote poll"},
    "drop": {"reversal": f"{_CASE} {_RULES} plans bid", "conflict": "bomb bombs"},
    "launch": {
        "lawsuit": "action appeal case claim lawsuit prosecution suit",
        "investigation": "investigation inquiry enquiry probe review",
    },
    "lift": {"reversal": _RULES, "sport": "trophy cup", "other": "*"},
    "ease": {"reversal": _RULES},
    "relax": {"reversal": _RULES},
    "withdraw": {"movement": _ARMY, "finance": "<money> deposits cash money"},
    "block": {"protest": "road roads gate gates street bridge port motorway traffic entrance"},
    "show": {"statement": "*"},
    "start": {"other": "*"},
    "begin": {"other": "*"},
    "close": {"other": "gap deal"},
    "reject": {"lawsuit": _CASE},
    "hear": {"lawsuit": _CASE},
    "impose": {"sanction": _RULES},
    "burn": {"protest": "flag flags effigy effigies"},
}
BY_SUBJECT: dict[str, dict[str, str]] = {
    "strike": {
        "protest": """workers miners dockers nurses teachers doctors drivers pilots staff writers actors union members
            crews""",
        "disaster": "ferry bus car train truck lorry ship boat plane tanker",
    },
    "collapse": {
        "finance": "<firm> bank exchange fund lender company firm shares market markets currency",
        "other": "talks government coalition deal",
    },
    "crash": {"finance": "market markets shares stocks price prices currency economy"},
    "vote": {
        "approval": """parliament council senate lawmakers mps board house committee shareholders assembly congress
            senators councillors cabinet deputies members""",
    },
    "advance": {"conflict": _ARMY},
    "hit": {
        "conflict": "missile missiles rocket drone drones shell airstrike",
        "disaster": "bus car train truck lorry",
    },
    "close": {"finance": "share shares market markets stock stocks index"},
    "open": {"meeting": "summit conference talks"},
    "fly": {"other": "flag"},
    "clear": {"lawsuit": "jury judge court tribunal"},
    "overturn": {"disaster": "bus coach car van train tram truck lorry ferry ship boat canoe plane"},
}
BY_PARTICLE: dict[str, dict[str, str]] = {
    "step": {"dismissal": "down aside"},
    "stand": {"dismissal": "down"},
    "push": {"dismissal": "out aside"},
    "force": {"dismissal": "out"},
    "vote": {"dismissal": "out", "election": "against"},
    "let": {"dismissal": "go"},
    "throw": {"dismissal": "out"},
    "bow": {"dismissal": "out"},
    "kick": {"dismissal": "out"},
    "rule": {"other": "out"},
    "call": {"reversal": "off"},
    "sign": {"approval": "off"},
    "back": {"reversal": "out away down"},
    "pull": {"reversal": "out"},
    "lay": {"finance": "off"},
    "shoot": {"conflict": "down"},
    "pass": {"death": "away"},
    "break": {"launch": "ground"},
    "take": {"appointment": "over", "launch": "off"},
    "pick": {"other": "up out"},
    "set": {"launch": "up"},
    "swear": {"appointment": "in"},
    "blow": {"conflict": "up"},
    "shut": {"launch": "down"},
    "wipe": {"disaster": "out"},
}
TELLING = frozenset((*OF_VERB, *BY_OBJECT, *BY_SUBJECT, *BY_PARTICLE))
"""Every verb that tells an event of some kind."""
