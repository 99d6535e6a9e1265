"""Words that news tells one event with: a line is a family, a word may stand in several. Data only.

A verb stands with its particle, or with the noun without which it says nothing, where that is another verb's meaning:
turn_down, lose_live (a noun by its stem).
"""

_FAMILIES = """
die death dead perish drown succumb fatality pass toll pass_away lose_live lose_life take_life
kill killing murder slay slaying homicide manslaughter assassinate assassination execute death die massacre \
slaughter run_over \
mow_down gun_down claim_live cost_live take_live
shoot shooting gun gunfire fire shot gun_down open_fire
wound injure injury hurt maim
hit strike rock jolt shake rattle slam ravage batter devastate pound mow_down run_over
earthquake quake tremor aftershock temblor
attack assault raid strike ambush offensive
bomb bombing bombard bombardment shell shelling airstrike blast explosion explode detonate detonation blow strike \
drop_bomb rain_bomb \
blow_up go_off set_off
invade invasion incursion enter pour_into cross_into march_into
clash fighting fight battle skirmish violence
riot unrest rioting disturbance violence
protest demonstrate demonstration rally march demo take_street
walkout stoppage strike walk walk_out down_tool walk_job lay_tool
collapse breakdown break fail failure founder break_down fall_apart
collapse burst breach rupture crumble
collapse topple buckle come_down give_way cave_in
arrest detain detention apprehend capture catch nab custody seize take_custody round_up put_handcuff lead_handcuff
abduct abduction kidnap kidnapping hijack hijacking hostage seize snatch grab
free release liberate liberation bail set_free let_free walk_free
free liberate rescue
escape flee run breakout evade abscond break_out get_away run_away walk_off slip_away bolt speed_off drive_off \
make_off
charge indict indictment accuse arraign
sue lawsuit suit litigation complaint file_lawsuit file_suit file_complaint bring_lawsuit bring_suit take_court
try trial hearing go_trial stand_trial face_trial open_trial begin_trial start_trial
convict conviction guilty find verdict find_guilty
plead plea confess confession admit admission
sentence sentencing jail imprison imprisonment send_prison send_jail put_bar hand_term hand_sent get_years
acquit acquittal clear exonerate walk_free
appeal challenge
rule ruling judgment judgement decide decision verdict
overturn reverse reversal quash annul restore repeal revoke revocation rescind strike_down scrap abolish roll_back
resign resignation quit depart departure step step_down stand_down step_aside bow_out walk_away hand_notic \
hand_resign tender_resign leave_post give_post
fire dismiss dismissal sack sacking oust ouster remove removal expel expulsion axe depose replace relieve overthrow \
show_door push_out force_out let_go part_way terminate
hire appoint appointment name naming nominate nomination pick choose tap select promote install replace bring_aboard \
hand_key hand_rein
elect election vote poll ballot cast_ballot cast_vote go_poll head_poll
win victory beat defeat triumph lose loss winner clinch secure lock_up overcome edge thrash outlast see_off
inaugurate inauguration swear oath take_oath take_offic
marry wedding marriage wed
divorce split separate separation
birth born
buy acquire acquisition purchase takeover buyout snap deal take_over snap_up buy_out gobble_up swallow
merge merger combine announce_merg agree_merg join_forc tie_up
sell sale divest divestment dispose offload
agree agreement deal accord pact treaty settle settlement contract sign signing strike_deal reach_deal reach_agree \
strike_agree seal_deal clinch_deal shake_hand
truce ceasefire armistice
invest investment fund funding finance
borrow loan bailout rescue prop_up bail_out
raise rise increase hike climb jump surge soar gain
cut reduce reduction slash lower decrease decline drop fall slump plunge tumble plummet
default bankruptcy insolvency collapse bankrupt go_bust go_under file_bankruptcy file_protect seek_protect
layoff redundancy cut_job shed_job axe_job lay_off
launch unveil introduce introduction debut release roll announce announcement reveal present presentation premiere \
take_wrap
publish publication issue release rush post dump leak
announce announcement declare declaration reveal disclose disclosure confirm confirmation make_public
open opening inaugurate
reopen reopening open_again open_door reopen_door
close closure shut shutdown shutter shut_down close_down shut_door close_door
start begin beginning commence kick kick_off start_off get_way
end finish conclude conclusion halt stop cease
delay postpone postponement defer push put_off push_back hold_off put_hold kick_road
cancel cancellation scrap abandon drop call_off pull_plug
ban prohibit prohibition outlaw bar forbid block embargo restrict restriction
sanction penalty penalise penalize fine punish punishment
lift ease relax relaxation remove reverse reversal
approve approval authorise authorize authorisation authorization clear clearance permit allow endorse endorsement \
give_nod give_light give_back wave_through sign_off \
ratify wave_through
reject rejection refuse refusal veto deny decline turn_down knock_back spurn rebuff throw_out
order instruct direct command mandate decree
summon summons
investigate investigation probe inquiry enquiry inspect inspection examine open_inquiry open_investig open_prob \
launch_investig launch_inquiry launch_prob look_into
search raid hunt manhunt
find discover discovery recover recovery locate
meet meeting summit talk talks negotiate negotiation gather conference
visit trip travel tour
arrive arrival land landing reach
leave depart departure quit exit withdraw withdrawal pull pullout retreat pull_out drive_off set_off
deploy deployment send dispatch
crash accident collision collide wreck derail derailment plough_into plow_into slam_into smash_into ram
sink sinking capsize go_down
fire blaze burn inferno wildfire catch_fire catch_ablaze burst_flame go_flame
flood flooding inundate deluge
storm hurricane cyclone typhoon landfall
erupt eruption
leak spill
collapse
fall slip plunge drop
damage destroy destruction devastate devastation wreck flatten burn_down tear_down level raze gut
evacuate evacuation displace leave_home flee_home
treat treatment hospitalise hospitalize admit
check enter admit rehab seek_treat seek_help go_rehab head_rehab
outbreak epidemic pandemic infect infection fall_ill sicken
vaccinate vaccination inoculate
steal theft rob robbery heist burglary burgle loot make_off
hack hacking breach cyberattack intrusion
fix patch repair resolve plug
defend retain retention
break breaking eclipse surpass beat record set_record overtake
award honour honor prize
score goal
nominate nomination
replace succeed succession cast take_over step_into step_shoe take_helm take_rein inherit
build construct construction
establish establishment create creation form formation set_up convene name_board name_panel name_commiss \
appoint_board appoint_panel appoint_commiss
explode explosion blow_up burst break_apart break_up disintegrate tear_apart
surrender capitulate give_up lay_arm
capture seize take conquer occupy occupation fall
cross crossing
deport deportation extradite extradition
warn warning alert sound_alarm raise_alarm
apologise apologize apology say_sorry
condemn condemnation denounce criticise criticize criticism
mourn mourning funeral burial bury
reduce trim
say tell state add
host emcee present hosting
nominate pick choose tap select name appoint
sign ink deal join agree re-sign
trade swap transfer exchange
retire retirement
foil thwart prevent foiled avert
repel repulse fend
intercept interception stop board
rescue save relief pluck dig_out pull_rubbl pull_wreckag
steal rob heist swipe snatch
sever cut snap disrupt disruption
outage blackout disruption interruption
stab stabbing knife
poison poisoning
rape assault molest abuse
beat beating batter assault
suicide hang kill die
funeral burial bury memorial service
premiere debut open release
star appear appearance feature role
cast casting role
sequel return reprise
win award scoop prize receive
earn gross rake
bid offer propose proposal tender
complete completion finalise finalize close
qualify advance progress reach
draw tie
suspend suspension ban put_hold
test trial experiment
ship shipping deliver delivery
preview show showcase demonstrate unveil
update upgrade refresh revamp
shrink contract contraction
grow growth expand expansion
lay layoff cut eliminate shed axe lay_off
freeze seize confiscate
impose imposition levy slap
file lodge submit submission filing hand_in turn_in send_in
withdraw pull recall withdrawal pull_out take_shelv pull_shelv
recall
testify testimony
allege accuse claim allegation accusation
deny denial reject
extend extension prolong renew renewal
pardon amnesty
bomb plant
shut close halt suspend ground
derail crash leave_track jump_track come_track leave_rail jump_rail come_rail derailment
hospitalise hospitalize hospital rush treat
recover recovery heal
diagnose diagnosis
evict eviction
swear sworn inaugurate
step resign stand quit
topple oust overthrow coup putsch depose seize_power take_power take_control recall drive_power force_power \
force_offic \
unseat vote_out throw_offic vote_offic remove_offic
besiege siege surround
free release parole
smash break shatter
slide landslide avalanche mudslide
hail praise laud welcome applaud
call urge demand appeal letter petition
vow pledge promise
plan prepare intend
expect predict forecast
ask request seek
give grant award
strip revoke
transfer move relocate relocation
visit tour travel
speak speech address
sing perform performance concert
play game match
crown win title
lead head
blame fault point_fing
cause trigger spark prompt provoke doom
kill claim
celebrate celebration mark anniversary
join enter
eject expel
trap strand
spread reach
test detect find
raise lift hoist salvage
demolish demolition tear_down pull_down knock_down
""".strip().splitlines()

OF_LEMMA: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_FAMILIES):
    for _word in _line.split():
        OF_LEMMA[_word] = OF_LEMMA.get(_word, frozenset()) | {_number}
