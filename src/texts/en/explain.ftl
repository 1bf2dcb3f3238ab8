# explain: why it is so

explain-title = { $who }: owner and reasons (as of { $as_of })
explain-title-violation = violation { $id }: how it arose (as of { $as_of })
explain-no-clause = a decision of the company
explain-by-clause = { $text } [{ $clause }]
explain-clause-says = { $clause } says: { $words }
explain-rows = { $kind } { $place } row { $rows } (batch { $batch })
explain-ledger = rows: { $rows }
explain-because = { $day }: { $what }

explain-section-members = Phones and ties
explain-section-timeline = What happened, in order
explain-section-state = Current state
explain-section-tasks = Open tasks
explain-section-violations = Violations

explain-verdict-client = It belongs to { $owner }, since { $since }. It has bought, so it is their client.
explain-verdict-owned = It belongs to { $owner }, since { $since }.
explain-verdict-open = It is still in the name of { $owner }, since { $since }, but open: others may take it now.
explain-verdict-company = It is the company's, since { $since }, and waits to be assigned.
explain-verdict-held = It belongs to nobody yet. { $claimants } has the only claim, held until { $deadline } (included).
explain-verdict-contested = It belongs to nobody yet: { $claimants } have claims side by side. The first of them to preheat has it.
explain-verdict-lapsed = It belongs to nobody: { $claimants } had signed it up but did not preheat it, and no claim is held for anybody any more.
explain-verdict-free = It belongs to nobody, and nobody has a claim on it.

explain-next = Next: { $staff } keeps it by { $act } by { $until } (included; { $days ->
    [one] { $days } day
   *[other] { $days } days
 } left). Otherwise, from { $after }, { $turn }.
explain-next-today = Next, today: { $staff } keeps it by { $act } by { $until } (today is the last day). Otherwise, from { $after }, { $turn }.
explain-next-past = Since { $after }, { $turn }. { $staff } still keeps it by { $act }, if nobody else comes first.
explain-otherwise-client = Next: nothing changes by itself. A client stays with its owner until the company assigns it to somebody else or { $owner } leaves.
explain-otherwise-company = Next: nothing changes by itself. It stays the company's until it is assigned to somebody (a row in the ledger of assignments); anybody who works on it before then is listed as suspected.
explain-otherwise-barred = Next: nothing changes by itself. It stays the company's until it is assigned to somebody (a row in the ledger of assignments); { $barred } contested it and should not be assigned it.
explain-otherwise-lapsed = Next: nothing changes by itself. Whoever signed it up can still get it by preheating it before anybody else takes it; anybody else can by signing it up anew, or by preheating it where the clauses of the claims allow that.
explain-otherwise-free = Next: nothing changes by itself. Whoever signs it up, preheats it or brings it to a meeting can get it.

report-turn-lapses = the claim has lapsed and others can take the household
report-turn-opens-unvisited = it is open: whoever preheats it, brings it to a meeting or sells to it gets it, and whoever signs it up gets a claim on it
report-turn-opens-referral = it is open: whoever signs it up gets a claim on it, and whoever has one can take it
report-turn-idle = others can take it: by signing it up, or by preheating it if they have a claim
report-turn-not-followed-up = somebody with a claim who has preheated it gets it by bringing it to its first meeting
report-keep-preheat = a preheat
report-keep-home-visit = a home visit that reaches somebody
report-keep-touch = one act of any kind (a preheat, an invitation, a home visit, bringing it to a meeting, a sale)
report-keep-follow-up = one follow-up (the first invitation since it is theirs, a home visit, bringing it to a meeting, a sale)

explain-change-claimed = { $staff } has a claim now, held until { $deadline } (included): to be preheated by then
explain-change-claimed-unprotected = { $staff } has a claim now, but one that is never held for anybody: whoever preheats first has the household
explain-change-renewed = the claim of { $staff } had lapsed and is renewed, held until { $deadline } (included)
explain-change-challenged = the claim of { $staff } is noted beside the owner; the owner stays
explain-change-voided = the claim of { $staff } had lapsed and is void now, because somebody else signs the household up
explain-change-voided-left = the claim of { $staff } is void, because they have left the company
explain-change-challenger-preheated = noted: { $staff }, who has a claim, has preheated; it counts if the owner does not follow up in time. The owner stays
explain-change-invited = noted: { $staff } invites while others have live claims too and nobody has preheated; if a second one invites, it becomes the company's
explain-change-visit-due = it came to a meeting: unless it buys, the owner has to visit at home by { $until } (included)
explain-change-visited = the owner has made the visit due after the meeting, so the household is kept
explain-change-attended = its first meeting: it is a tracked household from now on
explain-change-bought = its first purchase: it is a client from now on, and no longer opens to others because of a missed visit

explain-owned = it belongs to { $staff } now
explain-owned-assigned = the company assigns it to { $staff } (until now: { $before })
explain-owned-assigned-again = the company assigns it to { $staff } again, who owns it already
explain-owned-referral = it belongs to { $staff } at once: a client of theirs has referred it
explain-owned-sole = it belongs to { $staff } now, who had signed it up and { $act } first
explain-owned-unclaimed = it belongs to { $staff } now, who { $act } while nobody had a live claim
explain-owned-several-claims = it belongs to { $staff } now: several specialists had signed it up, and { $staff } is the first to preheat
explain-owned-several-persons = it belongs to { $staff } now: specialists had signed up different people of the family, and { $staff } is the first to preheat
explain-owned-unvisited = it passes from { $before } to { $staff }: { $before } did not visit at home in time after the meeting, so it was open, and { $staff } { $act }
explain-owned-open-referral = it passes from { $before } to { $staff }: { $before } did not preheat the referral in time, so it was open, and { $staff }, who had a claim, { $act }
explain-owned-idle = it passes from { $before } to { $staff }: { $before } had left it untouched for too long, and { $staff }, who had a claim, { $act }
explain-owned-not-followed-up = it passes from { $before } to { $staff }: { $before } did not follow it up in time, and { $staff }, who had a claim and had preheated, { $act }

explain-lost-unvisited = { $staff } loses it: they did not visit at home in time after the meeting, so it was open, and now somebody signs it up
explain-lost-referral = { $staff } loses it: they did not preheat the referral in time, so it was open, and now somebody signs it up
explain-lost-idle = { $staff } loses it: they had left it untouched for too long, and now somebody signs it up

explain-company-contest = it becomes the company's: { $barred } had live claims side by side, and it was invited or brought without anybody having preheated; none of them should get it
explain-company-departure = it becomes the company's: its owner { $before } has left
explain-company-unassigned = it becomes the company's: it came by itself, and there is no specialist behind it

report-act-signup = signs it up
report-act-preheat = preheated it
report-act-invite = invited it
report-act-attendance = brought it to a meeting
report-act-sale = sold to it
report-act-visit = visited it
report-act-assignment = had it assigned
report-act-none = was there

explain-why-not-employed = does not count: { $staff } was not employed that day, so the row counts for nobody
explain-why-nobody-named = changes nothing: the row names no specialist
explain-why-at-company = changes nothing: it is the company's and waits to be assigned
explain-why-owner-already = changes nothing: { $staff } owns it already
explain-why-client-of-another = changes nothing: it is a client of { $owner }, and a client stays with its owner
explain-why-owner-protected = { $days ->
    [one] one day
   *[other] { $days } days
 } early: { $owner } is protected until { $until } (included)
explain-why-owner-safe = changes nothing: { $doing } alone cannot take it from { $owner }
explain-why-no-claim = changes nothing: { $staff } has no claim on it, and only those who have one could take it from { $owner } in this way
explain-why-never-preheated = changes nothing: { $staff } had not signed it up and preheated it beforehand, so it stays with { $owner }
explain-why-attended-before = changes nothing: it had been to a meeting before, so bringing it no longer takes it from { $owner }
explain-why-challenged-already = no second claim: that of { $since } stands already
explain-why-claim-live = not renewed: the claim of { $staff } is still live, until { $until } (included)
explain-why-rival-live = { $days ->
    [one] one day
   *[other] { $days } days
 } early: the claim of { $rival } is held until { $until } (included)
explain-why-not-yielding = the lapsed claim of { $rival } stays: it does not give way to a signup through { $channel }
explain-why-not-yielding-to-preheat = changes nothing: the lapsed claim of { $rival } does not give way to somebody who has not signed it up
explain-why-no-live-claim = changes nothing: { $staff } has no live claim
explain-why-no-contest = changes nothing: only where two claims are live do invitations count
explain-why-invited-already = changes nothing: { $staff } had invited before, and nobody else with a live claim has
explain-why-not-owner = counts for nobody: { $staff } does not own it ({ $owner } does)
explain-why-not-at-home = is no home visit ({ $method }), so it keeps nothing
explain-why-not-reached = is only an attempt ({ $outcome }), so it keeps nothing
explain-why-referral-unclear = not a clear referral: { $unclear }
explain-why-referral-beside-claims = the referral is clear, but others' claims still stand, so it is one more claim only

explain-unclear-unnamed = the row names no referrer
explain-unclear-unknown = nobody in the books until then is called { $name }
explain-unclear-several = several people in the books are called { $name }
explain-unclear-same-household = the referrer is of the same household
explain-unclear-no-client = the referrer's household ({ $household }) had bought nothing yet
explain-unclear-no-owner = the referrer's household ({ $household }) had no owner

explain-link-beside = { $one } and { $other } are one person: given beside each other
explain-link-declared = { $one } and { $other } are one household: entered as { $said }
explain-link-number = { $one } and { $other } are one household: both signed up under household number { $said }
explain-link-refused = not applied: { $tie }. Both have bought, the one from { $one }, the other from { $other }; an established client is not taken by a tie found later

explain-row-customer = customer { $who }
explain-row-staff = { $staff } leaves the company
explain-row-left = last day { $day }
explain-row-roster = roster entry of { $staff }
explain-row-from = from { $day } on
explain-row-wage = wages of { $staff } for { $month }
explain-row-payable = payable { $amount } yuan
explain-row-base = base { $amount } yuan
explain-row-signup = { $staff } signs it up ({ $channel })
explain-row-signup-nobody = signed up without a specialist ({ $channel })
explain-row-referrer = referred by { $who }
explain-row-number = household number { $number }
explain-row-preheat = { $staff } preheats
explain-row-invite = { $staff } invites
explain-row-event = “{ $text }”
explain-row-attendance = { $staff } brings it to a meeting
explain-row-attendance-alone = comes to a meeting by itself
explain-row-sale = { $staff } sells ({ $place })
explain-row-goods = { $product } { $boxes ->
    [one] { $boxes } box
   *[other] { $boxes } boxes
 }
explain-row-amount = { $amount } yuan
explain-row-expert = expert { $staff }
explain-row-return = { $boxes ->
    [one] { $boxes } box is
   *[other] { $boxes } boxes are
 } brought back
explain-row-visit = { $staff } visits
explain-row-method = { $method }
explain-row-outcome = { $outcome }
explain-row-accompanied = with { $staff }
explain-row-signed = signed by the customer
explain-row-unsigned = not signed by the customer
explain-row-next = next time agreed { $day }
explain-row-submitted = form handed in { $day }
explain-row-expert-call = expert { $staff } calls
explain-row-problem = found a problem
explain-row-relayed = passed on { $day }
explain-row-needs-visit = a visit is needed
explain-row-supervision = { $staff } makes a supervision call
explain-row-complaint = a complaint
explain-row-subject = { $text }
explain-row-assignment = the company assigns it to { $staff }
explain-row-decided-by = decided by { $text }
explain-row-handover = { $staff } hands it over
explain-row-received-by = received by { $text }
explain-row-stop = visits stop: { $reason }
explain-row-resumed = again from { $day }
explain-row-kin = family: { $relation }
explain-row-finding = finding on { $staff }: { $offence }
explain-row-verdict = { $verdict }
explain-row-found-by = by { $text }
explain-row-note = { $text }
explain-row-service = service: { $what }
explain-row-duty = work done: { $what }
explain-row-leave = { $staff } on leave from { $from } to { $to }
explain-row-done-by = done by { $staff }

report-method-home = at home
report-method-phone = by telephone
report-method-other = in another way
report-method-none = the row does not say how
report-outcome-reached = reached
report-outcome-no_answer = no answer
report-outcome-wrong_number = wrong number
report-outcome-refused = refused
report-outcome-postponed = postponed
report-place-meeting = at a meeting
report-place-store = in the shop
report-place-home = at home
report-place-phone = by telephone
report-stop-deceased = deceased
report-stop-moved = moved away
report-stop-refuses = refuses visits
report-stop-no_contact = asks not to be contacted
report-stop-returned = brought the goods back
report-stop-other = other reason
report-verdict-confirm = confirmed
report-verdict-waive = waived
report-verdict-adjust = adjusted
report-verdict-own = found

explain-state-status = status: { $status }; standing: { $standing }
explain-state-protected = protected until { $day } (included)
explain-state-claim = claim of { $staff } of { $at }, held until { $deadline } (included), { $preheated }
explain-state-lapsed = claim of { $staff } of { $at }, lapsed after { $deadline }, { $preheated }
explain-state-challenger = claim of { $staff } of { $at } beside the owner, { $preheated }
explain-state-preheated = preheated { $day }
explain-state-not-preheated = not preheated
explain-task = { $due } ({ $status }): { $task }, { $staff }, { $id }
explain-violation-line = { $day } { $offence }: { $staff }, { $status }, { $amount }, { $id }

explain-violation = { $staff }: { $offence }, { $day }; { $detail }.
explain-violation-of = { $staff }: { $offence }, { $day }, customer { $customer }; { $detail }.
explain-certainty = Status: { $status }. { $why }
report-certainty-recorded = The ledgers alone show it.
report-certainty-pending = It is not decided: the ledger that would hold the evidence is not complete yet. It is not in any sum.
report-certainty-suspected = It is a suspicion: somebody has to investigate. It is not in any sum.
report-certainty-upheld = A person has confirmed it.
report-certainty-waived = A person has waived it. It is not in any sum.
explain-violation-note = the consequences a clause names are for people and the law to decide; nothing here is a ruling.

explain-section-due = What was due
explain-title-task = task { $id } on the call list of { $on } (as of { $as_of })
explain-task-lead = { $task }: customer { $customer }, due { $due }, { $status }
explain-task-by = { $staff } has to do it
explain-task-nobody = nobody is responsible for it now
explain-task-with = accompanied by the expert { $expert }
explain-task-kept = the ledger of { $ledger } is complete to { $day }; no row up to then closes it
explain-task-late = the deadline is past; done late it leaves the list all the same, but stays late
explain-task-not-kept = the ledger of { $ledger } has not been imported, so whether it was done is not known yet
explain-section-closes = What closes it
explain-section-found = What was looked for and found
explain-section-rows = The rows behind it
explain-section-cost = What it costs, and why
explain-section-rulings = Findings on it
explain-section-open = What could still change it

explain-inquiry-due-day = { $task }: started { $trigger }, due { $window }
explain-inquiry-due = { $task }: started { $trigger }, due { $window } (both included)
explain-inquiry-owner = { $staff } is responsible: they owned the household from { $from } to { $deadline } without a break
explain-inquiry-expert = { $staff } is responsible as the expert, still employed on { $deadline }
explain-wanted-either = { $one } or { $other }
explain-wanted-ledger = looked for: a row in the ledger of { $ledger }
explain-wanted-submitted = its form handed in { $window }
explain-wanted-relayed = passed on { $window }
explain-wanted-from = dated { $day } or later
explain-wanted-window = dated { $window }
explain-wanted-dated = its { $field } { $window }
explain-wanted-managers = by the manager of the owner's department of that day
explain-wanted-experts = by the expert asked
explain-wanted-said = { $condition }
explain-wanted-owners = by the owner of that day
explain-wanted-claimants = by the specialist who signed the customer up (where somebody owns them, by the owner)
explain-wanted-home = at home, somebody reached
explain-wanted-accompanied = accompanied by an expert
explain-considered = { $day }: { $what }. Does not count: { $lacks }
explain-considered-good = { $day }: { $what }. Counts
explain-considered-none = found near that time: nothing
explain-lack-too-early = before the window
explain-lack-too-late = after the window
explain-lack-not-employed = not employed that day
explain-lack-not-doers = not of whoever had to do it ({ $doer })
explain-lack-unfit = { $field }: { $found }
explain-lack-unfit-blank = { $field } blank
explain-lack-undated = no { $field } yet
explain-lack-not-owners = not the owner of that day ({ $owner })
explain-lack-not-at-home = not at home ({ $method })
explain-lack-not-reached = nobody reached ({ $outcome })
explain-lack-unaccompanied = no expert present
explain-lack-not-handed-in = the form is not handed in yet
explain-lack-not-relayed = not passed on yet
explain-lack-unsigned = not signed by the customer
explain-coverage-whole = the ledger of { $ledger } is complete to { $day } for { $department }, so to { $deadline } and beyond: nothing there means not done
explain-coverage-short = the ledger of { $ledger } is complete only to { $day } for { $department }, not to { $deadline }: nothing there means not known yet
explain-coverage-never = the ledger of { $ledger } has not been entered for { $department }: nothing there means not known yet

explain-basis-papers = the papers of { $day } were due by { $deadline }; the rows below are later
explain-basis-owner = the household was { $owner }'s at that moment
explain-basis-company = the household was the company's at that moment and waited to be assigned
explain-basis-claimed = the household was nobody's at that moment, but others' claims stood in the way
explain-left-behind = this household was not handed over on leaving
explain-basis-left = households still owned on the last day without a row in the handover ledger: { $households }
explain-basis-found = a person found it and entered it in the ledger of findings

explain-cost-nothing = no amount is set for it
explain-cost-fixed = { $amount } yuan was in force on { $day }
explain-cost-range = { $min } to { $max } yuan was in force on { $day }
explain-cost-lower = { $min } to { $max } yuan was in force on { $day }; without a finding's amount it is the lower bound
explain-cost-days = wages of { $count } days were in force on { $day }: the month's wage { $wage } × { $count } / { $of }
explain-cost-share = a share of { $share } of the month's wage { $wage } was in force on { $day }
explain-cost-set = a finding set { $set } yuan inside the range
explain-cost-times = multiplied by { $times } (the finding's customers or boxes)
explain-ladder-first = it is the first of this offence by this person
explain-ladder-beyond = it is number { $nth } of this offence by this person; only the first costs, so this one costs nothing
explain-ladder-later = it is number { $nth } of this offence by this person
explain-cost-suspected = a suspicion has no cost; if a finding confirms it, that of the offence found
explain-cost-none-so-far = so there is no sum
explain-cost-wage-unknown = the roster gives no wage, so the sum is unknown and not in any total
explain-cost-is = { $sum }: { $amount } { $unit }
explain-cost-would-be = { $sum }, if it stands: { $amount } { $unit } (calculated as a first one; not in any total yet)
explain-cost-waived = { $sum }, had it not been waived: { $amount } { $unit } (not in any total)
explain-cost-points = in points: { $rate } a yuan
explain-cost-action = consequence under the clause: { $action }

explain-ruling = { $on }: { $verdict }{ $by }{ $why }
explain-ruling-by = , by { $text }
explain-ruling-why = ; why: { $text }
explain-open-pending = enter the ledger of { $ledger } up to { $deadline }: then it is recorded, or gone if the evidence turns up
explain-open-late-row = a row of { $ledger } that had been forgotten can still be imported
explain-open-confirm = a manager confirms it: huifang finding add --violation { $id } --verdict confirm --by NAME
explain-open-waive = waives it: huifang finding add --violation { $id } --verdict waive --note REASON --by NAME
explain-open-adjust = sets another amount ({ $min } to { $max } yuan): huifang finding add --violation { $id } --verdict adjust --amount AMOUNT --by NAME
explain-open-found = a manager looks into it and decides: huifang finding add --violation { $id } --verdict confirm --offence OFFENCE --by NAME
explain-open-unfounded = found not to be a violation: huifang finding add --violation { $id } --verdict waive --note REASON --by NAME
explain-open-ruled = a later finding on { $id } would replace this one
explain-owned-assigned-company = the company assigns it to { $staff }
explain-owned-assigned-nobody = the company assigns it to { $staff } (until now nobody's)
explain-change-visited-again = a home visit of the owner, so a follow-up
explain-why-rival-beside = does not displace the claim of { $rival }, which is held until { $until } (included): { $days ->
    [one] one day
   *[other] { $days } days
 } early, so both stand side by side
report-doing-signup = a signup
report-doing-preheat = a preheat
report-doing-attendance = bringing it to a meeting
report-doing-sale = a sale
report-doing-invite = an invitation
report-doing-visit = a visit
report-doing-none = this
explain-cost-zero = no amount is set for it (0.00 yuan in force on { $day })
explain-section-basis = Basis
explain-wanted-signed = signed by the customer
explain-row-reported = reported { $day }
explain-row-entered = entered { $day } by { $by }
explain-row-handed-in = handed in { $day } by { $by }
report-unit-yuan = yuan
report-unit-points = points
report-unit-yuan-proposed = yuan

# expiring
report-expiring-title = protection ending soon (as of { $as_of })
report-past-title = protection over (as of { $as_of })
report-past-count = { $count ->
        [one] 1 household is
       *[other] { $count } households are
    } still owned though the protection is over; the act shown renews it
report-past-none = nobody's protection is over; claims that have lapsed: huifang owners --status lapsed.
report-expiring-count = { $count ->
    [one] { $count } protection ends
   *[other] { $count } protections end
 } within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }, the soonest first
report-expiring-none = nobody's protection ends within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
report-field-until = last safe day
report-field-days_left = days left
report-field-act = kept by
report-field-turn = otherwise

# owners --history
report-history-title = ownership history (as of { $as_of })
report-history-count = { $households ->
    [one] { $households } household
   *[other] { $households } households
 }, { $count ->
    [one] { $count } interval
   *[other] { $count } intervals
 }; each ends on the day the next one begins
report-hands-owned = owned
report-hands-company = the company's
report-hands-none = nobody's, with claims
report-field-to = to
report-field-ended_by = ended by

# disputes
report-disputes-title = disputes for a manager to settle (as of { $as_of })
report-disputes-count = { $count ->
    [one] { $count } item
   *[other] { $count } items
 }: { $parts }
report-disputes-none = there is nothing to settle.
report-dispute-told = { $of }: { $text }
report-dispute-contested = contested households
report-dispute-company = the company's after a contest
report-dispute-link = family ties not applied
report-dispute-suspicion = suspicions
report-field-dispute = dispute
report-field-text = what
report-field-decide = to decide
report-field-phones = phones
report-decide-contested = The rules settle it by themselves as soon as one of them preheats. To settle it now, enter whom it goes to in the ledger of assignments.
report-decide-company = Assign it: a row in the ledger of assignments naming somebody other than { $barred }. If one of them competed for it against the rules, enter a finding.
report-decide-link = Nothing, if the two are to stay apart. If one specialist is to have both, enter two rows in the ledger of assignments. If the tie is a mistake, correct the row.
report-disputed-claim = { $staff } signed it up { $at }, held until { $deadline } ({ $live })
report-disputed-preheated = · preheated { $day }
report-disputed-invited = · invited { $day }
report-live-yes = live
report-live-no = lapsed
explain-state-unprotected = protection ended after { $day }
explain-next-claim = Next: { $staff } has it by preheating it by { $until } (included; { $days ->
    [one] { $days } day
   *[other] { $days } days
 } left). Otherwise, from { $after }, { $turn }.
explain-next-claim-today = Next, today: { $staff } has it by preheating it by { $until } (today is the last day). Otherwise, from { $after }, { $turn }.
