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
    "appointment": "appointment nomination promotion succession",
    "dismissal": "resignation dismissal departure retirement ouster sacking firing removal",
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
# Alone behind "the" they mean what was told before: "the decision came as a surprise".
POINTING_BACK = frozenset(
    """decision move step announcement news development comment comments remark remarks incident event events action
    idea matter issue situation reason company firm pair duo findings finding conclusion conclusions""".split()
)
# They say nothing without the phrase behind them: "his part in the raid", "a bid to".
RELATIONAL = frozenset(
    """part role way lack kind sort series number use attempt attempts effort efforts bid scheme right request charge
    charges rise increase decrease decline reduction access end link contribution approach response reaction objection
    opposition grounds condition suspicion basis course process verge midst wake view charge handling
    failure ability inability""".split()
)
# Of plans and wishes: an infinitive behind them says what for.
WITH_INFINITIVE = frozenset(
    "plan plans intention intentions decision proposal proposals promise pledge vow threat desire".split()
)
# In a headline "to" behind them says what for: "Deal to end strike", not what they will do: "Norvik to end strike".
TAKING_INFINITIVE = (
    RELATIONAL
    | WITH_INFINITIVE
    | frozenset(
        """deal deals talks time chance chances battle fight race move moves call calls push drive campaign need needs
        pressure power powers licence license law laws bill vote votes reason reasons refusal order orders offer offers
        agreement pact mission operation project programme program step steps measures rules job jobs work money fund
        reluctance readiness willingness freedom appeal request demand demands pledges threats hopes hope""".split()
    )
)

# What they say is news, and hardly ever that they were written.
WRITINGS = frozenset(
    """article book document documents email emails essay figures filing letter letters memo memoir memos note paper
    papers poll post report reports statement studies study survey""".split()
)

# They stand before their own names: "the app Threads", not "the mill Norvik bought".
BESIDE_NAMES = frozenset(
    """album app area band book brand chain city county district drug ferry festival film game island label league lake
    magazine missile movie novel opera paper park play podcast port programme program province region river rocket
    satellite series ship show single site song spacecraft state store street supermarket suburb tanker town trawler
    vessel village virus website yacht""".split()
)
