"""What is known of verbs: irregular forms and classes. Data only; `tagging`, `clauses` and `triggers` read it."""

IRREGULAR = """
arise arose arisen; awake awoke awoken; be was been; bear bore borne; beat beat beaten; become became become;
begin began begun; bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled;
blow blew blown; break broke broken; breed bred bred; bring brought brought; broadcast broadcast broadcast;
build built built; burn burned burned; burst burst burst; buy bought bought; cast cast cast; catch caught caught;
choose chose chosen; cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut;
deal dealt dealt; dig dug dug; do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found; flee fled fled;
fling flung flung; fly flew flown; forbid forbade forbidden; forecast forecast forecast; forget forgot forgotten;
forgive forgave forgiven; forgo forwent forgone; freeze froze frozen; get got gotten; get got got; give gave given;
go went gone; grind ground ground; grow grew grown; hang hung hung; have had had; hear heard heard; hide hid hidden;
hit hit hit; hold held held; hurt hurt hurt; keep kept kept; kneel knelt knelt; know knew known; lay laid laid;
lead led led; lean leant leant; leap leapt leapt; learn learnt learnt; leave left left; lend lent lent; let let let;
lie lay lain; light lit lit; lose lost lost; make made made; mean meant meant; meet met met; mislead misled misled;
mistake mistook mistaken; mow mowed mown; offset offset offset; outdo outdid outdone; overcome overcame overcome;
overrun overran overrun; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown;
partake partook partaken; pay paid paid; plead pled pled; prove proved proven; put put put; quit quit quit;
read read read; rebuild rebuilt rebuilt; redo redid redone; repay repaid repaid; reset reset reset;
resell resold resold; rid rid rid; ride rode ridden; ring rang rung; rise rose risen; run ran run;
say said said; see saw seen;
seek sought sought; sell sold sold; send sent sent; set set set; sew sewed sewn; shake shook shaken; shed shed shed;
shine shone shone; shoot shot shot; show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung;
sink sank sunk; sit sat sat; slay slew slain; sleep slept slept; slide slid slid; sling slung slung; slit slit slit;
sow sowed sown; speak spoke spoken; speed sped sped; spend spent spent; spill spilt spilt; spin spun spun;
spit spat spat; split split split; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; strike struck struck; strike struck stricken; strive strove striven;
swear swore sworn; sweep swept swept; swell swelled swollen; swim swam swum; swing swung swung; take took taken;
teach taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown; thrust thrust thrust;
tread trod trodden; undercut undercut undercut; undergo underwent undergone; understand understood understood;
undertake undertook undertaken; undo undid undone; uphold upheld upheld; upset upset upset; wake woke woken;
wear wore worn; weave wove woven; weep wept wept; wet wet wet; win won won; wind wound wound;
withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood; wring wrung wrung;
write wrote written; outbid outbid outbid; override overrode overridden; retake retook retaken;
rewrite rewrote rewritten
"""

BE = frozenset("be am is are was were been being 's 're 'm isn't aren't wasn't weren't".split())
HAVE = frozenset("have has had having 've hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MODALS = frozenset(
    """can could may might must shall should will would cannot can't couldn't mustn't shouldn't won't wouldn't
    mightn't 'll 'd ought""".split()
)

# Verbs whose object is what somebody says or thinks. The first are no news in themselves.
REPORTING = frozenset(
    """say tell add note state explain report claim write argue comment remark mention observe recall stress emphasize
    emphasise point believe think suggest maintain insist assert contend allege hear learn know estimate conclude
    indicate reveal show feel fear hope quote reply answer respond understand imply speculate cite highlight
    find reiterate predict expect confirm tweet blog""".split()
)
# What they say opens with "that", "how" or a quotation: a firm that recalled heaters said nothing.
WITH_THAT = frozenset(("recall",))
# These are: kind "statement" also where what they say is an event of its own.
STATEMENTS = frozenset(
    """accuse admit advise advocate announce apologise apologize appeal applaud assure blame call caution challenge
    complain condemn congratulate criticise criticize declare decry defend demand denounce deny describe dismiss
    dispute endorse hail inform invite label mock notify oppose pledge praise promise propose protest question rebuke
    recommend remind reiterate reject slam tell testify threaten thank urge voice vow warn welcome""".split()
)
# These tell what is said, as reporting verbs do, and make it known.
ANNOUNCING = frozenset("announce admit confirm disclose declare reveal testify".split())
# At the end of a title they say nothing: "the dismissal came", "a job she held".
BARE = frozenset("come hold take make have get put bring give do declare deem consider".split())
# By themselves they tell nothing: what was said must follow or have gone before.
BARE_SAYINGS = frozenset(
    """say tell add note state explain write reply respond answer remark mention quote comment report claim insist argue
    stress recall conclude""".split()
)
# In a phrase beside what is said, or behind a quotation, they only say how it was said: "...", she stormed.
SPEAKING = frozenset(
    """charge joke quip fume rage storm blast thunder snap shout yell cry whisper mutter sigh laugh grin smile gush
    boast admit concede continue ask wonder ponder muse declare recount relate warn promise vow predict counter
    retort jest lament sob""".split()
)
SAYING = REPORTING | STATEMENTS | SPEAKING
# What they say is denied or doubted.
DENIALS = frozenset("deny refute".split())

# Conditions, properties and thoughts: no events, however they are dated.
STATES = frozenset(
    """abound adore afford amount appear appreciate apply assume await base be believe belong care center centre
    cherish coincide compare comply comprise concern consist constitute contain contrast correspond cost count
    cover deem depend derive deserve desire detest differ dislike doubt embody enjoy entail envy equal excel
    exceed exist expect face favour favor feature feel fit form got hate have hinge hope house imagine imply
    include intend involve keep know lack last lie like live loathe look love matter mean mind mirror need
    number occupy owe own pertain pose possess prefer presume realise realize recognise recognize refer regard
    rely remain remember represent require resemble reside respect rest revolve see seem sound span stand stem
    suffice suit suppose surround symbolise symbolize taste tend think total trust underscore understand value
    vary view want weigh wish wonder worry""".split()
)

# As gerunds after a comma these comment on an event and tell none: "..., signaling that ...".
COMMENTS = frozenset(
    """demonstrate emphasize emphasise exemplify illustrate make mark mirror prove reflect represent signal symbolise
    symbolize underline underscore spell mean relate concern pend regard touch follow according""".split()
)

# With an infinitive or gerund after them they are one event with it; the value is the status they give it.
CATENATIVES = {
    "agree": "", "attempt": "", "begin": "", "cease": "", "choose": "", "come": "", "continue": "", "decide": "",
    "elect": "", "finish": "", "get": "", "go": "", "help": "", "keep": "", "manage": "", "move": "", "opt": "",
    "proceed": "", "quit": "", "resolve": "", "resume": "", "rush": "", "start": "", "stop": "", "try": "",
    "volunteer": "", "vote": "", "return": "", "happen": "", "use": "", "dare": "", "forget": "", "ask": "",
    "fail": "negated", "decline": "", "refuse": "", "neglect": "negated",
    "aim": "planned", "intend": "planned", "plan": "planned", "pledge": "planned", "prepare": "planned",
    "promise": "planned", "schedule": "planned", "vow": "planned", "slate": "planned", "commit": "planned",
    "set": "planned", "arrange": "planned", "undertake": "planned", "swear": "planned",
    "consider": "possible", "desire": "possible", "expect": "planned", "hope": "possible", "like": "possible",
    "need": "possible", "offer": "", "seek": "possible", "threaten": "possible", "want": "possible",
    "wish": "possible", "have": "planned", "appear": "", "seem": "", "claim": "", "allow": "", "permit": "",
    "force": "", "oblige": "", "require": "planned", "order": "", "know": "", "report": "", "believe": "",
    "think": "", "say": "", "allege": "", "tend": "", "discuss": "possible", "propose": "possible",
    "suggest": "possible", "delay": "", "avoid": "negated", "rule": "",
}  # fmt: skip
# Adjectives that do the same: "is able to sell", "is due to meet".
CATENATIVE_ADJECTIVES = {
    "able": "", "unable": "negated", "due": "planned", "likely": "possible", "unlikely": "possible",
    "ready": "planned", "willing": "possible", "unwilling": "negated", "about": "planned", "set": "planned",
    "poised": "planned", "eager": "possible", "keen": "possible", "free": "", "reluctant": "possible",
    "scheduled": "planned", "bound": "planned", "certain": "planned", "sure": "planned", "quick": "",
}  # fmt: skip

# Who did so with a paper only passes on what it says: "a report seen by Reuters".
READING = frozenset("obtain see view review read cite quote".split())
# With "by" they say whose a thing is: "a consortium led by Halden".
READING_OR_LEADING = READING | frozenset("back chair control drive fund head lead own run staff".split())
# They say little without their noun: "held talks", "made an offer".
LIGHT = frozenset(
    """accept address adopt attend begin bring carry cause commit conclude conduct continue deliver do draw end enact
    enter file face finalise finalize follow get give grant have hold host impose initiate issue launch lead lift lodge
    make mount open order oversee pass pay perform place post present provoke publish put reach receive release run
    score secure see send serve sign spark stage stand start strike submit suffer suspend sustain take trigger undergo
    undertake wage win witness""".split()
)
# With "it" they tell of no event of their own, only beside which one it stands: "it followed an agreement".
BESIDE = frozenset("follow precede mark end".split())
# A noun as their subject is the event itself: "the attack happened on Monday".
OCCURRENCES = frozenset(
    """begin break come commence conclude continue end erupt expire fall happen occur open resume start
    stop strike take unfold""".split()
)
# "A summit planned for April": the summit is the event.
PLANNING = frozenset("plan schedule slate set expect propose due intend".split())
# What is done with their object is still to come: "threatened a strike from 17 March".
LOOKING_AHEAD = PLANNING | frozenset("threaten promise pledge vow call announce order offer fix demand list".split())
# What is called or announced "for" a day is on that day; it is called before.
CALLING_FOR_A_DAY = frozenset("call announce".split())
# What they do is done at once, and holds until the day that is named.
IMPOSING = frozenset("issue declare extend impose order ban close shut suspend adjourn remand postpone delay".split())
# How a planned event ends before it began.
CANCELLATIONS = frozenset("cancel postpone scrap abandon shelve abort suspend drop delay".split())
# Of prices, tolls and polls; the lexicon calls most of them nouns.
MOVES_OF_FIGURES = frozenset(
    """climb decline dip drop ease edge fall gain hover jump plummet plunge rally rebound rise shrink sink slide slip
    slump soar stumble surge swell top tumble""".split()
)
# Nobody does it to anything: before a noun their -ing form describes it, "rising costs".
GOING_BY_ITSELF = frozenset(
    "age ail crumble decline deteriorate dwindle fall falter linger loom plummet rise soar".split()
)
# They have an object as often: "growing fears", but "growing crops".
GOING_OR_MADE_TO_GO = frozenset(
    """collapse deepen escalate grow increase intensify melt mount shrink simmer sink spiral spread swell tighten weaken
    widen worsen""".split()
)
# What they are done to is a thing and no deed: behind them an -ing form describes what follows it.
MEETING = frozenset(
    """be blame bring cause cite create encounter endure expect experience face fear feel find forecast have highlight
    meet note predict reflect report reveal see show suffer tackle trigger""".split()
)
# "saw Moss leaving": the object does what the gerund says.
PERCEPTION = frozenset("see watch witness hear film photograph catch spot notice observe show find".split())
# Without an object behind them their -ed form is a participle: "the treaty signed in 1999 lapsed".
NEED_OBJECT = frozenset(
    """accuse acquit appoint approve arrest award base blame bring build call carry catch cause charge choose commit
    conduct convict create criticize damage design destroy detain discover draw elect establish expel file find fine
    fire force found give hire hold host impose indict injure introduce issue jail kill known launch lead leave locate
    make mark name offer oust own paint place pledge post produce publish put raise record release sanction seize send
    sentence set sign steal sue supply suspect take target tie trap use want write""".split()
)
# In the perfect they tell what came about little by little, or once in a life: on no day that news could be of.
GRADUAL = frozenset(
    """amass appear attract become build change decline develop double earn employ evolve expand experience face fall
    gain grow help improve increase invest lead live lobby make play produce raise receive rise see seek serve shrink
    spend spread star struggle suffer support transform triple try undergo use win work write""".split()
)
# As participles they say what a thing is called or made for, and tell of nothing that happened.
NAMING = frozenset(
    """call name know dub title entitle term nickname style label aim base design intend locate mean situate use equip
    dedicate devote relate link associate focus concern""".split()
)
# Before "in" or "to" and without a helper they say where or what for a thing is: "a firm based in Oslo".
DESCRIBING = frozenset("base locate situate headquarter design dedicate equip".split())
# They are done to nobody, so that no "was" before "and" helps them: "was given the drug and died".
WITHOUT_PASSIVE = frozenset(
    """arrive collapse come die disappear drown emerge escape exist fall flee go happen laugh lie live occur resign
    retire rise sleep stay survive vanish""".split()
)
# What people do in a court or a room; it is no news.
GESTURES = frozenset(
    """blink chuckle clap cry embrace frown gaze gesture glance grin hug kiss laugh lean look nod pace peer shrug sigh
    sit smile sob stare wave wear weep whisper wink""".split()
)
# "Did not respond", "declined to comment", "could not be reached": what was not said is no news.
ANSWERS = frozenset("comment speak respond answer reply reach say discuss elaborate specify disclose identify".split())
# "Held on 20 May", "dated 3 June" behind a noun only say when it was.
DATING = frozenset("hold date".split())
# "Left the conviction standing", "saw Moss leaving": the object does what the gerund says, and belongs to the verb.
WITH_OBJECT_AND_GERUND = PERCEPTION | frozenset("leave keep send get have set start bring declare".split())
# "Made his views known", "had the road closed": the participle behind the object belongs to the verb.
WITH_OBJECT_AND_PARTICIPLE = frozenset("make have get keep leave see want declare".split())
# They have two objects: "sent Ann Roe a letter".
GIVING = frozenset(
    """allow award deny fine give grant guarantee hand leave lend loan offer owe pay promise refuse sell send serve show
    teach""".split()
)
# They make somebody something: "named Ann Roe chief executive", "to chair the body".
ELECTING = frozenset("appoint choose elect hire make name nominate pick select".split())
# What these verbs do is said only with the phrase that such a preposition opens: "placed Acme on its watch list".
NEEDED_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "accuse": ("of",), "acquit": ("of",), "add": ("to",), "appoint": ("as", "to"), "ban": ("from",),
    "bar": ("from",), "blame": ("for", "on"), "bring": ("into", "to", "before"), "charge": ("with",),
    "attribute": ("to",), "clear": ("of",), "commit": ("to",), "compare": ("with", "to"), "credit": ("to", "with"),
    "deprive": ("of",), "devote": ("to",), "expose": ("to",), "link": ("to", "with"), "rob": ("of",),
    "convert": ("into",), "convict": ("of",), "divide": ("into",),
    "elect": ("as", "to"), "hand": ("to",), "hold": ("on",), "move": ("to",), "name": ("as", "to"),
    "nominate": ("as", "to"), "place": ("on", "under"), "put": ("on", "in", "under", "into"),
    "remove": ("from", "as"), "replace": ("with",), "sentence": ("to",), "strip": ("of",), "suspend": ("from",),
    "swear": ("in",), "tie": ("to",), "trace": ("to",), "treat": ("as",), "transfer": ("to",), "turn": ("into", "to"),
    "withdraw": ("from",),
}  # fmt: skip
# What somebody does is what they speak of, plan or refuse: "denied taking bribes" tells of no bribe taken.
SPEAKING_OF_DEEDS = frozenset(
    """admit advise advocate approve ban block confess condemn consider contemplate criticise criticize defend deny
    describe discourage discuss encourage escape favor favour forbid halt imagine involve justify mean oppose prohibit
    propose postpone prevent recall recommend regret report require resist risk rule suggest support threaten urge
    welcome""".split()
)
# What they find had been so before.
FINDING = frozenset("find discover uncover establish reveal show conclude determine".split())
# How somebody feels; as passives they are no news.
FEELINGS = frozenset(
    """alarm amaze appal appall astonish concern delight depress devastate disappoint disgust encourage excite frustrate
    horrify impress overwhelm please reassure relieve sadden satisfy shock stun surprise terrify thrill upset vindicate
    worry""".split()
)

# Of a ban or a sanction they make its end.
UNDOING = frozenset(
    """abandon abolish annul cancel drop ease end lift overturn postpone relax repeal rescind reverse revoke scrap
    shelve suspend withdraw""".split()
)

# Whom they are done to did, or is said to have done, what follows "of", "with" or "for": "accused Keller of stealing".
ACCUSING = frozenset("accuse suspect charge indict arrest detain investigate prosecute sue try".split())
HELD_FOR = ACCUSING | frozenset(
    """acquit blame clear condemn convict criticise criticize dismiss dock fine fire imprison jail penalise praise
    punish sack sentence suspend thank""".split()
)
# What they say is only claimed.
ALLEGING = frozenset("allege claim accuse contend".split())
# Some of them may do without: "filed for insolvency", "left for Oslo".
ALSO_WITHOUT_OBJECT = frozenset(
    "call carry draw file find hold launch lead leave post produce publish record settle take use write".split()
)
# These say nothing without one.
ALWAYS_WITH_OBJECT = NEED_OBJECT - ALSO_WITHOUT_OBJECT
# As these do; before "in" or a day they are pasts all the same: "the department has seen".
EMPTY_WITHOUT_OBJECT = frozenset(
    """acknowledge address adopt affect allege attract avoid back ban beat block buy challenge condemn confront
    contain cover defeat demand deploy describe deserve determine discuss enjoy ensure exceed express extradite
    face fix get guarantee handle have hit identify ignore inherit intercept invite involve justify keep kidnap
    label lack maintain mention monitor need nominate notify obtain occupy overthrow overturn persuade possess
    praise prevent promote prosecute protect provide punish purchase pursue receive reduce regard reject remove
    replace represent require rescue restore restrict reveal ruin sack save secure see seek shape share slam
    spark spend strengthen surround tackle threaten topple torture treat trigger undermine unveil uphold urge
    value violate visit wound""".split()
)
# Behind a noun and a name they say what the name did with it: "the mill Norvik sold in May burned down".
DONE_TO_SOMETHING = NEED_OBJECT | EMPTY_WITHOUT_OBJECT | {"sell"}
# Nor do these where a phrase or a date stands in its place: "a ruling handed down on Friday".
SELDOM_WITHOUT_OBJECT = frozenset("admit dismiss hand penalise penalize".split())
