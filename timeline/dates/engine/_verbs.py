"""The verbs of English, by what they say of the time of a clause (see `tense`); no logic."""

AHEAD = frozenset("will won't shall shan't 'll".split())
MODALS = frozenset("would could may might should must can wouldn't couldn't can't cannot mustn't shouldn't".split())
HAVE = frozenset("have has had haven't hasn't hadn't having".split())
BE = frozenset("is are was were am isn't aren't wasn't weren't".split())
BE_NOW = frozenset("is are am isn't aren't".split())
NOT_AFTER = frozenset("could would couldn't wouldn't".split())  # "would not comment Tuesday" tells of what was refused
# Words inside a verb group that change nothing of its tense
INSIDE_GROUP = frozenset("not also now still then just only already soon be been being never ever again first".split())
# Adjectives and participles that set what they speak of in the time to come: "is due", "a vote scheduled for"
PLANNED = frozenset(
    """due set scheduled expected planned slated likely poised supposed going ready bound tipped billed booked
    pencilled penciled timetabled earmarked unlikely projected forecast anticipated""".split()
)
# Those of them that do so without "is" before them: "a vote scheduled for"; "booked orders" is past
PLANNED_ALONE = frozenset("due set scheduled expected planned slated supposed forecast anticipated".split())
# Nouns and adjectives that do
COMING = frozenset("deadline upcoming forthcoming pending if unless facing awaiting".split())
# With a thing they tell of the time to come as well: "plans a strike"
INTENDING = frozenset(
    """expect expects predict predicts anticipate anticipates plan plans planning threatens threaten threatening
    promises proposes prepares""".split()
)
# What is going on when the text is written; a day after it is that of what it is about: "are investigating a fire on"
ONGOING = frozenset(
    """investigating searching probing questioning examining mourning recovering treating looking reviewing
    assessing counting analysing analyzing studying""".split()
)
# What is announced may be on the day that follows: "called elections on 4 May"
ANNOUNCING = frozenset(
    """announced called set scheduled planned agreed approved proposed confirmed promised booked ordered named
    fixed declared""".split()
)
# "The show, open through 21 April"
LASTING = frozenset("open valid available closed running effective good".split())
# "Has called for a march on Saturday": the day is that of what was called for
CALLING = frozenset("called scheduled summoned convened convoked invited arranged".split())
# "Could be reached" tells of what was tried
TRIED = frozenset("reached verified confirmed contacted determined seen heard found".split())
# Verbs that send what follows them, as an infinitive or "for" and "until" a day, into the time to come
PLANNING = frozenset(
    """plan plans planned expect expects expected intend intends intended aim aims aimed hope hopes hoped agree
    agrees agreed vow vows vowed promise promises promised pledge pledges pledged decide decides decided
    threaten threatens threatened prepare prepares prepared preparing want wants wanted wish wishes wished
    propose proposes proposed schedule schedules scheduled set due slated likely poised ready supposed need
    needs needed seek seeks sought planning hoping expecting aiming seeking willing commit committed swear
    sworn deal pact plans bid effort right chance obliged eligible""".split()
)
# Verbs that ask somebody to do something; the day after the infinitive is that of the asking, unless one stands before
ORDERING = frozenset(
    """vote votes voted ask asks asked order orders ordered urge urges urged tell told invite invites invited
    require requires required call calls called summon summoned summons instruct instructed direct directed
    request requested demand demands demanded advise advised compel compelled refuse""".split()
)
# Verbs whose infinitive tells what was done or not done: "failed to", "flew to Cairo to meet"
DONE = frozenset(
    """failed managed refused began continued continues used forced helped seemed appeared came went flew travelled
    traveled gathered returned started proceeded declined tried attempted stopped unable enough rushed had
    struggled happened turned moved allowed enabled led""".split()
)
# Verbs that move a day or give time until one: "pushed back to", "was delayed until", "has until"
MOVING = frozenset(
    """delayed postponed rescheduled pushed adjourned deferred moved extended suspended remanded put brought set
    fixed scheduled gave given give gives has have had cancelled canceled closed shut halted grounded barred
    banned blocked jailed detained called calls announced shifted prolonged renewed postpone postpones delay delays
    adjourn adjourns defer defers reschedule suspend extend extends considering planning organising organizing
    arranging plans""".split()
)
# In the present tense these tell what the calendar holds: "the summit opens Thursday"
CALENDAR_VERBS = frozenset(
    """marks opens meets begins starts ends closes votes faces expires resumes holds takes arrives leaves visits
    hosts goes returns go polls launches reopens celebrates premieres debuts convenes concludes kicks
    travels heads appears plays gets comes open meet begin start end vote face resume hold arrive leave
    return convene gather host kick travel flies fly walk walks play run runs delivers deliver unveils unveil
    publishes publish receives receive chooses choose decides decide hears hear considers consider departs depart
    arrive reconvenes reconvene inaugurates sits sit speaks speak welcomes becomes become appear retires retire
    performs perform competes compete elects elect joins join turns turn celebrate expire
    continue continues abdicates
    ascends testifies inherits surrenders succeeds adjourns concludes commences commence finishes""".split()
)
# What they are after "to" in a headline or beside a noun: "an invitation to visit", "talks to begin"
CALENDAR_INFINITIVES = frozenset(
    """be begin start take meet vote visit hold discuss launch open release announce decide attend end leave resume
    return appear testify hear report""".split()
)
PAST_VERBS = frozenset(
    """said says told was were had did didn't took came went fell rose met won lost left made gave became began
    held sent led ran saw got shot tore found struck broke brought built bought caught chose drew drove
    fought flew grew hit hurt kept knew laid lay paid quit rode sold shook shut sang sank sat slid sought
    spent spoke spread stood stole swore swept swung taught thought threw understood woke wore wrote cut put
    beat burst cast dealt fled flung forbade forgot froze hid hung leapt lent lit meant overcame overthrew
    overtook rang read shed shone slept slew split sprang stuck strode stung swam wept withdrew wound
    undertook upheld rebuilt foresaw arose awoke bore bit bled blew bound dug drank ate fed felt heard
    learnt mistook outran set sped spun strove tore trod underwent sworn taken born seen beaten stolen
    written driven hidden broken chosen frozen torn worn thrown shown drawn flown spoken""".split()
)
# Words in -ed that are no verb of the past
NOT_PAST = frozenset(
    """hundred need indeed speed feed seed breed exceed proceed succeed bleed shed sled red bed ted wed fed led
    creed greed weed steed agreed-upon so-called unprecedented united limited armed advanced based-in aged
    alleged related sacred wicked naked rugged ragged crooked beloved talented gifted unused mixed
    complicated embed reed deed heed kindred hatred infrared biased concerned interested supposed unlimited
    unidentified undisclosed unexpected unemployed unfounded unmanned rated-aaa centred""".split()
)
# What comes directly before a day still to come: "as early as Friday"
OPENINGS_AHEAD = (
    "as early as",
    "as soon as",
    "no later than",
    "starting",
    "beginning",
    "effective",
    "ahead of",
    "come",
    "no earlier than",
    "not before",
    "looking forward to",
    "looking ahead to",
    "preparing for",
    "bracing for",
    "braced for",
    "gearing up for",
    "in time for",
    "warning for",
    "warnings for",
    "forecast for",
    "appointment for",
    "invitation for",
    "tickets for",
    "deadline of",
)
# Words that open a clause of their own, so that the verb after the date decides
CLAUSE_OPENERS = frozenset("and but that while when because although though whereas so or which who".split())
