"""Verbs by the kind of event they tell. Data only; `features` reads it."""

_GROUPS = {
    "ban": "ban bar prohibit outlaw forbid block blacklist restrict embargo exclude",
    "sanction": "sanction penalise penalize fine punish",
    "reversal": "reverse lift repeal revoke rescind overturn cancel postpone scrap suspend relax ease withdraw abandon",
    "approval": "approve authorise authorize permit allow clear ratify endorse license adopt pass grant legalise",
    "deal": "sign agree strike settle negotiate contract partner ally pay",
    "merger": "acquire buy merge purchase sell divest",
    "statement": "announce accuse blame condemn criticise criticize demand denounce urge warn call",
    "meeting": "meet visit host convene gather attend discuss confer summon travel",
    "order": "order instruct direct command mandate decree require",
    "lawsuit": "sue charge convict indict prosecute sentence acquit rule jail imprison fine plead",
    "investigation": "investigate probe inspect raid search audit examine review",
    "appointment": "appoint name nominate resign retire dismiss fire hire promote oust sack replace swear",
    "election": "elect vote campaign defeat reelect inaugurate",
    "launch": """launch unveil release open introduce debut publish premiere found establish create build complete close
        start begin inaugurate show present showcase""",
    "finance": "invest raise fund borrow default lose earn list float downgrade upgrade cut lay",
    "conflict": """attack bomb shell invade fight raid strike capture seize besiege ambush occupy fire clash shoot
        retreat surrender advance storm conquer recapture liberate withdraw shell overthrow land deploy""",
    "protest": "protest demonstrate march riot rally strike boycott",
    "crime": "kill murder arrest detain steal rob kidnap abduct hack stab rape hijack escape assassinate",
    "disaster": "crash explode erupt collapse flood burn derail sink destroy damage injure hit",
    "death": "die kill drown perish",
    "movement": "arrive leave flee evacuate deport return depart fly cross enter",
    "sport": "win beat defeat score",
}
# Kinds that are news wherever they stand.
WEIGHTY = frozenset(
    """ban sanction reversal approval deal merger order lawsuit investigation appointment election launch conflict
    protest crime disaster death movement""".split()
)
OF_VERB: dict[str, str] = {}
for _kind, _verbs in _GROUPS.items():
    for _verb in _verbs.split():
        OF_VERB.setdefault(_verb, _kind)
