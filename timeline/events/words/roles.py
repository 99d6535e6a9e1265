"""Nouns for people and bodies who can do something without being named. Data only; `agents` reads it."""

ROLES = frozenset(
    """
    police officer officers official officials authority authorities prosecutor prosecutors court courts judge judges
    jury jurors tribunal magistrate investigator investigators detective detectives inspectors inspector regulator
    regulators government governments cabinet parliament senate lawmaker lawmakers legislator legislators legislature
    mps congressman congresswoman senator senators minister ministers ministry president premier chancellor mayor
    governor king queen prince princess pope bishop bishops priest priests council councillor councillors assembly
    commission commissioner committee panel board directors shareholders investors creditors company companies firm
    firms bank banks airline airlines carrier chipmaker carmaker automaker manufacturer manufacturers maker makers
    retailer broadcaster publisher developer operator insurer lender utility startup giant group groups organisation
    organization organisations organizations agency agencies department union unions party parties coalition opposition
    alliance bloc team teams club clubs squad side crew crews staff workers worker employees employee miners dockers
    nurses doctors doctor teachers teacher students student pupils researchers researcher scientists scientist
    engineers engineer experts expert analysts analyst economists astronomers historians archaeologists divers
    firefighters firefighter rescuers rescuer paramedics medics lifeguards coastguard soldiers soldier troops army navy
    forces militia militants rebels insurgents gunmen gunman attackers attacker bomber hackers hacker fighters pirates
    terrorists separatists guerrillas mercenaries protesters protestors protester demonstrators activists activist
    campaigners supporters supporter opponents critics rioters strikers crowd crowds mob people person man men woman
    women boy boys girl girls teenager teenagers child children couple family families relatives residents resident
    villagers locals citizens civilians voters voter farmers fishermen passengers passenger tourists migrants refugees
    prisoners prisoner inmates hostages survivors victims patients customers consumers users players player coach
    captain manager driver drivers pilot pilots sailor sailors captain spokesman spokeswoman spokesperson spokespeople
    chairman chairwoman chair chief chiefs head heads leader leaders executive executives founder founders owner owners
    lawyer lawyers attorney attorneys solicitor barrister defendant plaintiff plaintiffs suspect suspects witness
    witnesses reporter reporters journalist journalists editor newspaper newspapers author authors writer writers
    artists artist actor actress singer band director producers diplomat diplomats envoy envoys ambassador ambassadors
    delegates delegation negotiators mediators inspectorate watchdog ombudsman auditor auditors liquidator
    administrators trustee receivers bankers traders broker brokers landlord tenant owners neighbours neighbors
    thieves robbers thief robber killer murderer kidnappers smugglers traffickers gang gangs cartel office personnel
    congregation church monks nuns university college school hospital charity museum institute network station
    """.split()
)

NAMING_BODIES = frozenset(
    """
    court board panel government company firm jury committee council parliament president minister judge bank agency
    commission party club team union coach manager newspaper magazine group regulator watchdog tribunal prosecutor
    """.split()
)
"""After these "named" is a verb, "a court named Keller as administrator"; "a nurse named Keller" is called so."""

PLURAL_ENDINGS = ("ers", "ors", "ists", "men", "women", "ians", "ees", "ants", "eers", "ives", "ites")
"""Endings of plural nouns for people, where the lexicon has the word neither as a verb nor as a thing."""

NO_ROLES = frozenset(
    """
    numbers members orders papers letters waters powers offers matters figures computers servers routers tankers
    towers rivers reactors factors sectors doors floors colors colours errors terrors mirrors tractors motors sensors
    detectors processors containers trailers boosters rollers cylinders calculators generators dollars quarters
    chapters disorders borders shoulders fires wonders semiconductors trees fees employees' guarantees degrees
    committees elephants plants restaurants grants variants warrants lives drives archives motives initiatives
    perspectives objectives incentives derivatives alternatives narratives explosives sites suites satellites websites
    elites favorites favourites breakers headquarters thrusters covers answers winters summers dinners banners
    """.split()
)

WITH_SUBJECT_OF = frozenset(
    """
    resignation departure arrival return visit retirement collapse bankruptcy victory withdrawal speech testimony
    statement announcement election defection suicide apology confession escape flight ouster surrender
    advance retreat
    """.split()
)
"""Event nouns whose "of" names who does it: "the resignation of Keller", but "the arrest of Keller"."""

QUANTITIES = frozenset("dozens scores hundreds thousands tens millions number group majority handful crowds".split())
"""Nouns before "of" that only say how many."""
