"""The words by which names are told from other words: titles, endings, heads, group nouns, cues. No logic."""

# --- people -----------------------------------------------------------------------------------------------------------

# Written before a person's name. Those that are also common in other names count only where a name follows.
TITLES = frozenset(
    """
    Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Baron Count Countess Duke Duchess Madam Madame Mme
    President Premier Chancellor Minister Secretary Senator Sen Congressman Congresswoman Representative Rep Governor
    Gov Mayor Ambassador Amb Envoy Commissioner Councillor Cllr Councilman Councilwoman Alderman Delegate Deputy Speaker
    Chairman Chairwoman Chairperson Chair CEO CFO COO CTO Chief Director Manager Spokesman Spokeswoman Spokesperson
    General Gen Lieutenant Lt Colonel Col Major Maj Captain Capt Commander Cmdr Admiral Adm Sergeant Sgt Corporal
    Private Marshal Brigadier Constable Detective Inspector Superintendent Sheriff Officer Judge Justice Attorney
    Prosecutor Pope Cardinal Archbishop Bishop Rev Reverend Father Fr Pastor Rabbi Imam Ayatollah Sheikh Mullah King
    Queen Prince Princess Emperor Empress Sultan Emir Emira Tsar Shah Coach Chef Founder Analyst Economist Lawyer
    Republican Democrat Democratic MP MEP Congressmen Leader Head Pres Rt Hon Justices Secretary-General Taoiseach
    Tánaiste Administrator Commissar Cofounder Chargé Coordinator Chancellors Solicitor Comptroller Treasurer Registrar
    Dean Provost Rector Principal Warden Chairmen Judges Senators Presidents Ministers Generals Brothers Sister Saint
    """.split(),
)
# Stand before a title and belong to it: "former U.S. Vice President", "Deputy Foreign Minister", "Commerce Secretary".
TITLE_MODIFIERS = frozenset(
    """
    Former Then Acting Interim Vice Deputy Assistant Associate Senior Junior Prime First Second Third Foreign Interior
    Home Defence Defense Finance Health Education Justice Commerce Trade Treasury Energy Agriculture Transport
    Transportation Labor Labour Environment Culture Information Communications Digital Economy Economic Industry Science
    Technology Tourism Sports Internal External Affairs Security Homeland Housing Planning Budget Press State National
    Federal District County City Supreme Attorney Surgeon Solicitor Inspector Major Lieutenant Brigadier Police Fire
    Army Navy Executive Managing Operating Financial Technical Marketing General Crown Grand High Chief Opposition
    Majority Minority House Senate Party Under Permanent Special Honorary Lead Veteran Right Honourable Ex-President
    Ex-Prime Outgoing Incoming Ousted Late Minister Co Water Oil Petroleum Development Immigration Women Religious Youth
    Rural Social Public Works Parliamentary European Aviation Infrastructure Investment Research
    """.split(),
)
# In lower case before a name they say that a person follows: "spokesman Daniel Epstein", "minister Lopez".
LOWER_TITLES = frozenset(
    """
    president premier chancellor minister secretary senator congressman congresswoman representative governor mayor
    ambassador envoy commissioner councillor speaker chairman chairwoman chairperson chair director manager spokesman
    spokeswoman spokesperson general colonel captain commander admiral sergeant judge justice attorney prosecutor pope
    cardinal archbishop bishop priest pastor rabbi imam king queen prince princess coach founder co-founder analyst
    economist lawyer leader head chief executive officer professor scientist researcher journalist reporter author
    writer actor actress singer musician producer player footballer goalkeeper striker driver athlete swimmer champion
    candidate lawmaker legislator politician activist dissident rebel warlord expert historian engineer inventor
    entrepreneur billionaire investor student teacher doctor nurse resident witness victim suspect defendant wife
    husband son daughter brother sister mother father friend colleague rival predecessor successor deputy adviser
    advisor aide counsel partner boss owner detective inspector constable sheriff magistrate astronaut pilot MP MEP
    member columnist comedian filmmaker designer
    """.split(),
)
PARTICLES = frozenset(
    "van von der den ter ten de da di do dos das du del della la le el al bin bint ibn ben y e zu af".split()
)
SUFFIXES = frozenset("Jr Sr II III IV XVI XIV".split())
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
MALE_TITLES = frozenset(
    "Mr Sir Lord King Prince Pope Father Fr Baron Duke Congressman Chairman Spokesman Cardinal".split()
)
FEMALE_TITLES = frozenset(
    "Mrs Ms Miss Dame Lady Baroness Queen Princess Duchess Madam Madame Congresswoman Mme".split()
)

# --- organisations ----------------------------------------------------------------------------------------------------

# The legal form of a company: part of its full name, not of what tells it from another.
LEGAL_FORMS = frozenset(
    """
    Corp Corporation Inc Incorporated Ltd Limited LLC LLP PLC Plc plc Co Company GmbH AG SA SE NV BV AB ASA SpA Oyj SAS
    Pty Bhd KK SARL Cos
    """.split(),
)
# Teams, which a text calls by the last word alone.
CLUBS = frozenset(
    """
    Rovers United Wanderers Athletic Albion Hotspur Rangers Dynamo Lokomotiv Lions Tigers Bears Bulls Eagles Giants
    Warriors Sharks Hawks Raiders Cowboys Dodgers Yankees Lakers
    """.split(),
)
# Words that end the name of an organisation.
ORGANISATION_ENDINGS = (
    LEGAL_FORMS
    | CLUBS
    | frozenset(
        """
    Construction Unit Engineering Ferries Chemicals Homes Properties Stores Dynamics Builders Contractors Architects
    Analytics Haulage Catering Cement Plastics Bakeries Farms Tribe
    Group Holdings Holding Bank Banks Bancorp University College Institute Association Federation Union Organization
    Organisation Foundation Fund Society Church Club Air Airlines Airline Airways Motors Motor Industries Systems
    Technologies Technology Partners Capital Press News Times Post Journal Tribune Herald Network Networks Services
    Service Front Movement Alliance Coalition League Brigade Brigades Team Hospital School Museum Archdiocese Diocese
    Exchange Energy Pharmaceuticals Pharma Media Entertainment Studios Studio Records Software Electronics Semiconductor
    Semiconductors Labs Lab Laboratories Laboratory Insurance Mobile Telecom Telecommunications Railways Railway Steel
    Petroleum Resources Mining Securities Investments Investment Ventures Brothers Bros Sons Associates Consulting
    Solutions Communications Broadcasting Television Radio Magazine Gazette Chronicle Observer Mail Telegraph Guardian
    Globe Review Weekly Daily Observatory Academy Corps Trust Charity Centre Center Centers Council Councils Party
    Parties Orchestra Choir Band Ensemble Company Power Electric Gas Oil Water Authority Board Bureau Committee
    Commission Congress Forum Brotherhood Militia Army Cartel Mafia Gang Consortium Cooperative Syndicate Guild
    Cathedral Monastery Seminary Faculty Clinic Pictures Films Productions Publishing Publishers Books Supermarkets
    Foods Brewery Breweries Hotels Resorts Automotive Aerospace Aviation Shipping Lines Logistics Transit Metro Rail
    Railroad Minerals Metals Copper Biotech Biosciences Therapeutics Genetics Instruments Devices Computers Computer
    Robotics Marketing Advertising Aircraft Workers Teamsters Legion Guards Watch Panel Monitor International Worldwide
    Global FC AFC CF
    """.split(),
    )
)
# Those of the above that say what a firm does and that its short name leaves out: Hollins for Hollins Capital.
FIRM_ENDINGS = LEGAL_FORMS | frozenset(
    """
    Group Holdings Holding Bank Bancorp Airlines Airline Airways Motors Motor Industries Systems Technologies Technology
    Partners Capital Energy Pharmaceuticals Pharma Media Entertainment Studios Software Electronics Semiconductor
    Semiconductors Insurance Mobile Telecom Steel Petroleum Resources Mining Securities Investments Investment Ventures
    Brothers Foods Hotels Resorts Automotive Aerospace Aviation Shipping Logistics Minerals Biotech Therapeutics
    Robotics Power Health Healthcare Medical Biosciences Dynamics Materials Instruments Networks Games Brands
    """.split(),
)
# Those of the above that a state runs, and others: a name that ends or begins with one is a government's.
GOVERNMENT_WORDS = frozenset(
    """
    Ministry Department Council Court Courts Agency Commission Administration Authority Bureau Office Parliament Senate
    Congress Assembly Army Navy Force Forces Guard Police Treasury Tribunal Government Government's Secretariat
    Directorate Inspectorate Chamber Legislature Knesset Duma Bundestag Diet House Delegates Representatives Commons
    Lords Constabulary Marines Prosecutor's Prosecutors Embassy Consulate Cabinet Regulator Regime Junta Service
    Intelligence Customs Municipality Judiciary Inquiry Board Survey Presidency
    """.split(),
)
# Heads that take "of" or "for": "Ministry of …", "Bank of …", "Centre for …".
HEADS = frozenset(
    """
    Ministry Department University Bank Bureau Institute Court House Office Council Board Academy College Centre
    Center Centers Federation Association Society Union Church Chamber Archdiocese Diocese Organization Organisation
    Commission Committee Agency Authority Party Army Government Republic Parliament Senate School Kingdom
    Confederation Congress League Fund Foundation Institution Institutes Faculty Movement Front Alliance Company
    Supreme Tribunal Inspectorate Campaign Network Coalition Directorate Museum Library Gallery Order Conference
    Administration Secretariat Friends Sons Daughters Doctors Reporters Lawyers Mothers Guild Forum People's
    Assembly Emirate Embassy Partnership Soldiers Group Corporation Panel Courts Ministers Survey Service Forces
    Brotherhood Bishops Synod Patriarchate Presidency
    """.split(),
)
# A run that ends in one of these names a place, no actor.
PLACE_ENDINGS = frozenset(
    """
    County Province Prefecture Region District Island Islands River Lake Sea Ocean Bay Street Road Avenue Boulevard
    Airport Station Square Bridge Mountain Mountains Peninsula Strait Straits Gulf Valley Beach Park Stadium Coast
    Desert Territory Territories Oblast Village Town Township City Canal Hill Hills Harbor Harbour Highway Motorway
    Railway Canyon Falls Forest Glacier Volcano Reef Basin Plateau Ridge Pass Plaza Mall Tower Towers Building Hall
    Arena Theatre Theater Temple Mosque Palace Castle Prison Base Camp Port Airfield Crossing Corridor Terminal
    Hemisphere Heights Isles Lane Drive Way Gardens Zone Area Creek Springs Grove Circuit Speedway Raceway Field Fields
    Hotel Memorial Monument Cemetery Reservoir Dam Delta Cape Strip Governorate Municipality Centre-ville Borough Parish
    Zoo
    """.split(),
)
PLACE_STARTS = frozenset(
    "Lake Mount Mt Cape Fort Port Gulf Strait Camp San Santa Los Las El Isle St Saint Saints Route Interstate".split()
)
# A run that ends in (or, with "of", begins with) one of these names an event, a work, a law or an award, no actor.
THING_ENDINGS = frozenset(
    """
    Conference Initiative Program Programme Project War Wars Games Olympics Cup Act Acts Bill Treaty Agreement Accord
    Accords Day Days Summit Award Awards Prize Plan Amendment Protocol Championship Championships Prix Festival Crisis
    Revolution Operation Hurricane Storm Cyclone Typhoon Earthquake Resolution Constitution Convention Election
    Elections Referendum Code Law Laws Rule Rules Declaration Charter Deal Pact Scandal Affair Trial Attack Attacks
    Massacre Battle Siege Uprising Spring Week Month Year Years Season Tour Race Series Open Marathon Rally Show Album
    Song Movie Film Book Report Reports Index Age Era Century Virus Disease Syndrome Fever Flu Influenza Theory Model
    Method Language Religion Time Standard Edition Version Article Section Chapter Phase Stage Level Grade Class
    Category Type Strategy Policy Doctrine Order Orders Proposition Measure Verdict Formula Rights Aid Relief Dollar
    Pound Euro Bulletin Update Economy Market Markets Shares Stock Stocks Bond Bonds Industrial Average Composite Top
    Poll Survey's Statement Statements Letter Gate Bomber Fighter Rocket Missile Satellite Telescope Mission Flight
    Shuttle Train Plane Jet Ship Boat Bowl Final Finals League's Sunday Medal Medals Debate Partnership's Solution
    Solutions' Road-map Roadmap Process Talks Peace Tariff Tariffs Sanctions Ban Chip Chips Security Concerns
    Controversy Relations Sales Exports Shift Boost Edge
    """.split(),
)
THING_STARTS = frozenset(
    """
    Hurricane Cyclone Typhoon Operation Tropical Article Section Chapter Act Battle Treaty Resolution Phase Grand Flight
    Apollo Soyuz Dow
    """.split(),
)
# With a country's name after them they begin the name of a company: "Air India".
ORGANISATION_STARTS = frozenset("Air Radio Telecom Team Banco Royal Crédit Electricité".split())
# Capitals that abbreviate no actor.
NOT_ACRONYMS = frozenset(
    """
    AI GPU GPUS CPU CPUS TV DNA RNA PDF HIV AIDS GDP GNP COVID ID IT PR UFO GMT EST EDT PST PDT CST CET BST UTC ET PT AM
    PM BC AD BCE CE OK DVD CD SUV ISO CEO CFO COO CTO VP MP MPS MEP PC USB WIFI SMS VPN API HD LED LCD OS II III IV VI
    VII VIII IX XI XII XIII XIV XV XVI XX XXI SARS MERS H1N1 IPO NGO NGOS PHD MBA MA BA DJ MC SOS VIP FAQ URL HTML HTTP
    WWW RSS ATM PIN GPS UAV WMD IED ICBM RPG AK KM MPH KPH EUR USD GBP USA'S LGBT LGBTQ PTSD ADHD MRI CT ICU ER ICE MW
    KW GW TNT LNG LPG CO2 NOT AND THE NO NEW ALL FILE PHOTO ADVERTISEMENT STORY READ MORE VIDEO WATCH LIVE BREAKING
    UPDATE EXCLUSIVE CONTINUES BELOW THIS VAT DC GB MB TB GHZ MHZ SIM LAN DRM SDK IOS EV EVS STEM SEO PPE R&D Q&A NDA
    FBO CCTV DUI HR ESG RMB
    """.split(),
)

# --- words that name nobody -------------------------------------------------------------------------------------------

CALENDAR = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January
    February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept
    Oct Nov Dec Christmas Easter Ramadan Eid Thanksgiving Halloween Diwali Hanukkah Passover Lent Mondays Tuesdays
    Wednesdays Thursdays Fridays Saturdays Sundays
    """.split(),
)
# Words that stand with a capital for other reasons than being a name; lower-case words are known from the lexicon.
NO_NAMES = frozenset(
    """
    I I'm I'd I've I'll He She It We They You Internet Web God Earth Sun Moon Mars Jupiter Saturn Venus Mercury Bible
    Quran Koran English French German Spanish Russian Chinese Arabic Latin Christian Christians Muslim Muslims Jewish
    Jews Jew Hindu Hindus Buddhist Buddhists Sikh Sikhs Catholic Catholics Protestant Protestants Islamic Islam
    Christianity Judaism Hinduism Buddhism Sunni Sunnis Shia Shiite Shiites Shi'ite Orthodox Islamist Islamists Nazi
    Nazis Communist Communists Marxist Socialist Arab Arabs Hispanic Latino Kurdish Kurds Kurd African Africans Asian
    Asians European Europeans Western Eastern Northern Southern Central Middle West East North South Northeast Northwest
    Southeast Southwest Europe Asia Africa America Americas Oceania Antarctica Arctic Antarctic Atlantic Pacific
    Mediterranean Caribbean Balkans Baltic Scandinavia Scandinavian Nordic Persian Roman Olympic Olympics Paralympic
    Oscar Oscars Grammy Emmy COVID-19 Covid Covid-19 Coronavirus Ebola Zika Blackwell Hopper iPhone iPad iPod
    Windows Linux Android ChatGPT Bitcoin GPT Celsius Fahrenheit Richter AM PM AP-style Copyright Getty Images Comments
    Advertisement Related Photo Image Credits Credit File Update Updated Skip Menu Share Subscribe Login Write Read See
    Also Number Part Page Figure Table Note Source Sources Editor Staff Ph.D CE BC AD No Nos Vol Volume Chapter Anglo
    Austro Sino Franco Russo Indo Afro Greco Euro Euros Dollar Yen Yuan Pound Sterling Republic Kingdom Western-style
    Sharia Internet's Facebook-like Gulf Midwest Midwestern Levant Mideast Eurozone Maghreb Sahel Caucasus Persia
    Byzantine Ottoman Mongol Mongols Brexit Grexit Summit Article Parties Covid Dow Nasdaq Nikkei FTSE Bitcoin Ethereum
    Accord Treaty Protocol Verdict Ruling Crisis Chapter
    """.split(),
)
# --- what follows or goes before --------------------------------------------------------------------------------------

# After a country's name, adjective or seat these make it an act of its government: "Chinese authorities".
GOVERNMENT_NOUNS = frozenset(
    """
    authorities officials government governments regulators regulator army troops military forces soldiers
    administration leaders diplomats negotiators ministers lawmakers legislators police navy airforce warships warplanes
    jets artillery regime state prosecutors censors parliament envoys delegation spies intelligence embassy ministry
    junta coastguard
    """.split(),
)
# After a country's name or adjective these say that others act, or nobody: "U.S. companies", "Chinese tech giants".
OTHER_NOUNS = frozenset(
    """
    company companies firm firms chipmaker chipmakers manufacturer manufacturers maker makers startup startups start-up
    start-ups giant giants rival rivals competitor competitors customer customers consumer consumers citizen citizens
    people national nationals man men woman women child children boy girl worker workers student students scientist
    scientists researcher researchers expert experts engineer engineers journalist journalists newspaper newspapers
    media magazine website market markets economy dollar dollars currency stocks shares investor investors bank banks
    airline airlines carrier automaker automakers carmaker carmakers factory factories plant plants business businesses
    industry technology tech product products chip chips car cars film films actor actress singer player players team
    teams athlete athletes club clubs university universities city cities town towns province state states county region
    border soil territory coast island islands capital mainland language culture music food art history descent origin
    accent passport tourist tourists resident residents population immigrants refugees refugee voters voter activist
    activists protesters rebels militants dissidents opposition family families village author writer artist lawyer
    lawyers analyst analysts economist economists lender lenders retailer retailers supplier suppliers user users brand
    brands buyers farmers exporters importers producers model models version operations subsidiary unit hospital
    hospitals school schools prison prisons soccer football hockey basketball cricket stock sites site dealers dealer
    customer's team's fans public society community communities mother father husband wife
    """.split(),
)
LOCATIVES = frozenset(
    """
    in at near to from outside around inside across throughout into through via toward towards off of under above over
    """.split(),
)
STRONG_LOCATIVES = frozenset("in at near outside around inside across throughout into through off".split())
AGENT_CUES = frozenset(
    """
    by with against between accused urged told asked warned blamed pressed pressured criticized criticised condemned
    angered alarmed irked as than for
    """.split(),
)
SPEECH_VERBS = frozenset(
    """
    said says say told tells added adds wrote writes announced announces argued argues claimed claims declared declares
    explained explains insisted insists noted notes stated states warned warns denied denies resigned tweeted testified
    replied responded reiterated acknowledged admitted called confirmed refused vowed pledged
    """.split(),
)

# --- descriptions that stand for an actor named before ----------------------------------------------------------------

COMPANY_NOUNS = frozenset(
    """
    company firm chipmaker manufacturer automaker carmaker airline retailer lender startup start-up giant conglomerate
    corporation supplier producer developer broadcaster carrier maker     bank insurer utility     """.split(),
)
BODY_NOUNS = frozenset(
    """
    agency organisation organization body bloc alliance ministry department regulator watchdog commission council party
    union group institute university committee bureau newspaper network charity church association foundation
    """.split(),
)
PARTIES = frozenset("Democrats Liberals Conservatives Republicans Greens Socialists Nationalists".split())
RULING = frozenset(("regulator", "watchdog"))
"""They rule over firms, and are none."""
PERSON_NOUNS = frozenset(
    """
    president minister premier chancellor senator governor mayor chairman chairwoman billionaire executive lawmaker ceo
    """.split(),
)
COUNTRY_NOUNS = frozenset("country nation kingdom republic".split())
DETERMINERS = frozenset("the this that its their".split())

# --- links ------------------------------------------------------------------------------------------------------------

# Names that go on after a possessive: "People's Party", "Moody's Analytics".
OWNERS = frozenset(
    """
    People Women Children Men Workers McDonald Sotheby Moody Lloyd Wendy Macy King Queen Teachers Christie Levi Kellogg
    """.split(),
)
STARTING_PARTICLES = frozenset("van von de da di du del della bin ibn al".split())
MONTHS_AND_NAMES = frozenset("April May June August March Jan Jun".split())
# Also family names or words of family names: with a given name before, they end a person's name.
ALSO_FAMILY_NAMES = frozenset(
    """
    Banks Church Power Day Hill Hills Fields Lane Law Park Page Hall Way Grove Battle Street Field Case Post Chase Best
    Bishop Race Temple Castle Forest Bridge Pass Camp Mall Ball Guard House Bond Price Order Ford Lake Fort Port
    """.split(),
)
# Words that by themselves may be short for an organisation named before: "the Commission", "the Court".
ORGANISED = (HEADS | GOVERNMENT_WORDS | ORGANISATION_ENDINGS) - LEGAL_FORMS
# Houses as much as bodies: where nothing is said to be done by one, it is where things are done.
FACILITIES = frozenset(
    """
    Center Centre Museum Hospital School University College Church Academy Cathedral Clinic Library Observatory
    Laboratory House Hall Embassy Consulate Monastery Seminary Institute Club
    """.split(),
)
# What months do: "May brought rain".
MONTH_VERBS = frozenset(
    """
    is was has had brings brought marks marked saw sees began begins ended ends came comes went goes passed turned seems
    """.split(),
)
# Words that link the parts of a name and never end one.
OPEN_ENDS = frozenset("of the and - ‑ & for on".split())
# What may follow a listed company's name and still be it: "Wells Fargo & Co."
LEGAL_TAIL = LEGAL_FORMS | {".", "&"}

# Makers whose products go by a number alone: "a Boeing 737"
MAKERS = frozenset(
    "Boeing Airbus Saab Cessna Fokker Embraer Bombardier Tupolev Antonov Ilyushin Dornier Learjet Sukhoi".split()
)
