"""Nouns that can name an event, by kind. Data only; `triggers` and `kinds` read it."""

EVENT_NOUNS = {
    "ban": "ban bans embargo moratorium prohibition",
    "sanction": "sanction sanctions restriction restrictions tariff tariffs control controls curb curbs blockade",
    "reversal": "reversal u-turn repeal revocation withdrawal suspension cancellation postponement relaxation lifting",
    "approval": "approval authorization authorisation clearance ratification endorsement permission",
    "deal": "deal agreement accord pact treaty truce ceasefire settlement contract compromise armistice",
    "merger": "merger acquisition takeover buyout sale purchase divestiture",
    "statement": """announcement statement letter warning speech appeal apology denial accusation remarks comments
        press-conference testimony threat complaint condemnation declaration address keynote""",
    "meeting": """meeting summit talks negotiation negotiations conference visit trip tour hearing dialogue
        gathering session interview forum""",
    "order": "order decree directive mandate edict",
    "lawsuit": """lawsuit suit trial verdict ruling conviction indictment prosecution appeal injunction subpoena plea
        acquittal sentence sentencing inquest court-case litigation proceedings""",
    "investigation": "investigation inquiry probe review inspection audit search raid raids searches investigations",
    "appointment": "appointment nomination resignation dismissal departure retirement promotion ouster succession",
    "election": "election elections referendum vote ballot inauguration primary runoff by-election",
    "launch": """launch release debut unveiling rollout introduction opening premiere publication completion
        construction closure shutdown closures""",
    "finance": """bankruptcy bailout default layoffs dividend flotation ipo devaluation recession investment
        downgrade payment fine""",
    "conflict": """attack attacks war battle fighting clash clashes invasion offensive bombing bombings airstrike
        airstrikes air-strike strike strikes siege ambush shelling coup uprising revolt rebellion mutiny insurgency
        assault retreat surrender incursion violence massacre raid cyberattack occupation annexation bombardment
        counter-attack counteroffensive mobilisation mobilization gunfire liberation revolution partition""",
    "protest": "protest protests demonstration rally rallies march riot riots walkout boycott sickout unrest campaign",
    "crime": """murder killing killings shooting shootings kidnapping robbery theft assassination arrest arrests
        abduction hijacking rape fraud stabbing execution escape hack breach leak""",
    "disaster": """earthquake quake flood floods flooding fire wildfire wildfires hurricane storm storms cyclone typhoon
        tornado eruption eruptions explosion explosions crash collision accident derailment landslide drought
        avalanche tsunami outbreak epidemic pandemic blast disaster famine collapse spill evacuation aftershock
        blaze blackout outage shipwreck sinking""",
    "death": "death deaths funeral suicide injury injuries birth",
    "movement": "arrival deployment evacuation deportation expulsion defection withdrawal exodus landing flight",
    "sport": "victory defeat win championship tournament final match",
}
# Nouns that a verb's object may be without being told as an event of its own, and that need a date to be one.
WEAK = frozenset(
    """control controls restriction restrictions sale vote match final review address fine plea sentence order session
    flight tour opening win interview strike campaign appeal complaint primary introduction publication construction
    payment default investment birth contract purchase approval release match forum charge address march
    comments remarks statement proceedings permission tariff tariffs sanctions dividend letter
    promotion threat declaration search match landing escape debut execution sinking mandate review""".split()
)
# Kinds whose nouns name what took place wherever they stand.
HARD = frozenset("conflict disaster death crime protest election".split())
# What stands before a noun and says that it took place.
EVENTIVE_PREPOSITIONS = frozenset(
    "during after before following amid since despite until in from at over with of to by into for".split()
)
STRONG_PREPOSITIONS = frozenset("during after before following amid since despite until".split())

# Heads of a subject that can act, so that a name in "officials in X" or "the head of X" stands for the agent.
AGENTIVE = frozenset(
    """administration agency agencies ambassador analyst analysts army attorney authorities authority bank board body
    cabinet chairman chancellor chief coalition commander commission committee companies company council court
    delegation department deputy director diplomat diplomats executive executives expert experts
    fighters firm forces force founder
    giant government governor group head inspector inspectors investigators judge king lawmakers lawyer lawyers leader
    leaders maker military militants minister ministers ministry mayor navy negotiators office officer officers official
    officials operator owner parliament party people police premier president prime prosecutor prosecutors protesters
    rebels regulator regulators representative representatives researchers residents retailer scientists secretary
    senate senator soldiers spokesman spokesperson spokeswoman staff state team troops union unit units workers
    congress parliament shareholders manufacturer carmaker airline club players queen prince manager coach
    airport university hospital school store subsidiary shares customers citizens voters supporters""".split()
)
