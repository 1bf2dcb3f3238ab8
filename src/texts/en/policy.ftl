# policy: faults of a policy file
policy-fault-unknown-clause = there is no clause `{ $id }`; use the id of a [[clause]], or add one
policy-fault-unknown-offence = there is no offence `{ $id }`; use the id of an [[offence]], or add one
policy-fault-role = `{ $key }` is not a role; write role = ["the company's word"], where role is one of { $known }
policy-fault-role-twice = `{ $word }` is listed under two roles; keep one of them
policy-fault-of-every-house = `{ $id }` is due in every house and is no part of a policy file; give yours another id
policy-fault-twice = `{ $id }` occurs twice; remove one or give it another id
policy-fault-overlapping-holds = channel `{ $channel }` is in two holds; it can be in one only
policy-fault-no-hold = channel `{ $channel }` is in no hold; add it to the channels of a [[hold]]
policy-fault-no-window = obligation `{ $id }` has no window; add window = {"{"} from = DAYS, to = DAYS {"}"}
policy-fault-answers-not-owner = what is asked of `{ $by }` is not answered for by the seller; remove `answers`, or write by = "owner"
policy-fault-unread = `{ $key }` is not read where something starts from `{ $trigger }`; remove it
policy-fault-by = what starts from `{ $trigger }` cannot be asked of `{ $by }`; write one of { $known }
policy-fault-with-expert-alone = the expert does it already, so nobody goes along; remove `with`
policy-fault-evidence-ledger = no row of ledger `{ $ledger }` closes what the state `{ $trigger }` asks for, so it would stay open for ever; write one of { $known }
policy-fault-evidence-of-state = what the state `{ $trigger }` asks for is closed in ledger `{ $ledger }` by the acts that ownership knows; write { $wanted }
policy-fault-evidence-of-nobody = ledger `{ $ledger }` names no staff, so none of its rows is anybody's (`by` = `{ $by }`); remove `by`
policy-fault-same-row = the row that starts this is in `{ $trigger }` and started it by itself, so the evidence cannot be that row in `{ $ledger }`; remove `same`, or name the ledger that starts it
policy-fault-same-row-dated = the row that starts this would close it on its own day; say in `dated` which of its other dates counts
policy-fault-breach-of-state = what the state `{ $trigger }` asks for ends with the state and is never missed; remove `{ $key }`
policy-fault-breach-of-nobody = the books do not show which manager answers for it, so it can be listed but not held against anybody; remove `{ $key }`, or write by = "owner" or "expert"
policy-fault-unsigned = only visits are signed, and the evidence is in ledger `{ $ledger }`; remove `unsigned`
policy-fault-trigger = it does not say what starts it; write one of the keys { $known } into it
policy-fault-query-ledger = the rows of ledger `{ $ledger }` happen to no customer, so none would ever be found; write one of { $known }
policy-fault-query-field = ledger `{ $ledger }` has no field `{ $field }`; write one of { $known }
policy-fault-query-word = `{ $word }` is none of the words of `{ $field }` in ledger `{ $ledger }`; write one of { $known }, "*" (not blank) or "" (blank)
policy-fault-query-no-date = `{ $field }` is not a date of ledger `{ $ledger }`; write one of { $known }
policy-fault-query-no-number = `{ $field }` of ledger `{ $ledger }` holds no numbers, so it has no bounds; write the value itself
policy-fault-query-never-blank = `{ $field }` of ledger `{ $ledger }` is never blank, so no row would ever fit; write what it must say
policy-fault-query-upside-down = `at_least` is above `at_most`; swap them
policy-fault-repeat = it does not say how far apart; write `days` or `months`, one of them, with a number from 1 on
policy-fault-query-nothing = nothing is asked for here; write it, or remove the key
policy-fault-blank = there is nothing in the quotes; write it
policy-fault-hold-of-nothing = the hold is of no channel; name one in `channels`, or remove the hold
policy-fault-referrer-unread = only a referral has a referrer; remove `referrer`, or add "referral" to the channels
policy-fault-above-zero = one number above 0 is expected here
policy-fault-up-to = one number above 0 and up to { $max } is expected here
policy-fault-negative = a cost cannot be below zero
policy-fault-paper-per = a late paper is counted once, not by customer or box; use an offence without `per` in place of `{ $id }`
policy-fault-per-box = something not done has no boxes to count; use an offence that is not per box in place of `{ $id }`
policy-fault-window-upside-down = the window begins after its end; swap `from` and `to`
policy-fault-range-upside-down = the lower bound is above the upper; swap `min` and `max`
policy-fault-mode = mode `{ $mode }` is not known; write `amounts`, `points` (with a `rate`) or `proposals`
policy-fault-date = a date is expected here, such as 2026-01-01
policy-fault-unknown-key = there is no `{ $key }` here; there can be { $known }
policy-fault-unknown-key-near = there is no `{ $key }` here; did you mean `{ $near }`? there can be { $known }
policy-fault-unknown-word = `{ $word }` is not known; write one of { $known }
policy-fault-unknown-word-near = `{ $word }` is not known; did you mean `{ $near }`? write one of { $known }
policy-fault-missing-key = `{ $key }` is missing here; add it
policy-fault-no-evidence = obligation `{ $id }` names no evidence; add evidence = {"{"} ledger = "LEDGER" {"}"}, or nobody can tell whether it was done
policy-fault-no-chinese = the Chinese is missing; add zh = "…"
policy-fault-no-english = the English is missing; add en = "…"
policy-fault-blank-words = the Chinese or the English is blank; write it, or remove the whole
policy-fault-type = { $wanted } is expected here, and { $found } is written
policy-fault-sum = a sum is a whole number, or a decimal in quotes such as "12.50"
policy-fault-amount = an amount is a sum, or `min` and `max`, or `wage_days`, or `wage_share`: one of them
policy-fault-from-none = there is no value here; write one
policy-fault-from-first = the first value holds from the beginning and has no `from`
policy-fault-from-later = a later value says from when, such as {"{"} from = 2027-01-01, value = 3 {"}"}
policy-fault-from-order = later values stand in the order of their `from`, no two on one day

policy-wanted-count = a whole number, zero or more,
policy-wanted-text = text in quotes
policy-wanted-boolean = `true` or `false`
policy-wanted-list = a list in square brackets, such as ["store", "scattered"],
policy-wanted-table = a group of `name = value`
policy-wanted-date = a date, such as 2027-01-01,

policy-found-text = text
policy-found-integer = a whole number
policy-found-decimal = a decimal
policy-found-boolean = `true` or `false`
policy-found-date = a date or time
policy-found-list = a list
policy-found-table = a group of `name = value`

policy-syntax-key-twice = `{ $key }` occurs twice in one place; remove one
policy-syntax-unquoted = this value cannot be read: text stands in quotes, a number or date alone and without a unit
policy-syntax-open-quote = the quotation mark has no partner; put the same straight mark at the end of the text
policy-syntax-unclosed = the bracket has no partner; close it
policy-syntax-comma = between two items stands one comma, no more and no less
policy-syntax-no-value = this should read `name = value`
policy-syntax-key = a name is made of English letters, digits, `-` and `_`
policy-syntax-one-a-line = one thing a line, and here is more; a remark begins with `#`
policy-syntax-date = there is no such date or time; a date reads 2027-01-01
policy-syntax-escape = what follows the backslash cannot be read; put paths in single quotes or double the backslash
policy-syntax-character = there is an invisible control character in the quotes; remove it
policy-syntax-other = this cannot be read; write it as the preset does

# what a violation is, in a line
policy-detail-missed = due { $window }, the ledger has nothing
policy-detail-late = due { $window }, done only on { $on }
policy-detail-unsigned = { $count ->
    [one] one visit
   *[other] { $count } visits
 } { $window }, none signed by the customer
policy-detail-pending = { $detail } ({ $until })
policy-detail-covered = the department's ledger is complete to { $day } only
policy-detail-never-covered = the department's ledger has not been entered yet
policy-detail-suspected = { $act } on { $at } { $whose }; somebody has to investigate
policy-detail-act = { $act } on { $at } { $whose }
policy-detail-no-handover = { $count ->
    [one] one household was
   *[other] { $count } households were
 } not handed over on leaving: { $households }
policy-detail-late-report = new customers of { $day } were to be reported the same day; { $count ->
    [one] { $count } was
   *[other] { $count } were
 } reported later
policy-detail-late-report-by = new customers of { $day } were to be reported by { $deadline }; { $count ->
    [one] { $count } was
   *[other] { $count } were
 } reported later
policy-detail-late-entry = new customers reported on { $day } were to be entered the same day; { $count ->
    [one] { $count } was
   *[other] { $count } were
 } entered later
policy-detail-late-sales-list = the sales list of { $day } was to be handed in by { $deadline }; { $count ->
    [one] { $count } sale was
   *[other] { $count } sales were
 } handed in later
policy-detail-late-sales-entry = the sales list handed in on { $day } was to be entered the same day; { $count ->
    [one] { $count } sale was
   *[other] { $count } sales were
 } entered later
policy-window = from { $start } to { $deadline }
policy-window-day = on { $day }
policy-act-signup = a signup
policy-act-preheat = a preheat
policy-act-invite = an invitation
policy-act-attendance = bringing somebody to a meeting
policy-act-sale = a sale
policy-act-other = an act
policy-whose-owner = while the household belonged to { $owner }
policy-whose-company = while the household was the company's
policy-whose-claimed = after another specialist had signed the household up
policy-detail-found = entered as a finding
policy-detail-found-by = found by { $by }
policy-detail-waived = { $detail }; waived on { $on }{ $by }{ $why }
policy-detail-upheld = { $detail }; upheld on { $on }{ $by }{ $why }
policy-detail-by = {" "}by { $text }
policy-detail-because = : { $text }

# what check lists
policy-check-not-employed = { $staff } is not employed on { $day }, so the row counts for nobody
policy-check-several-names = phone { $phone } has several names: { $names }; if they are two people, give each a phone of their own
policy-check-link-refused = { $one } and { $other } have both bought from specialists of their own, so this family tie is not applied
policy-check-barred-assigned = assigned to a specialist who had contested it; check that this is meant
policy-check-finding-astray = there is no violation `{ $id }` that this finding could decide; check the id

# what a policy says
policy-part-house = the company
policy-part-ownership = ownership
policy-part-hold = hold of { $channels }
policy-part-calls = call list
policy-part-obligation = task { $id }: { $title }
policy-part-sanctions = sanctions
policy-part-papers = papers
policy-part-offence = offence { $id }: { $title }
policy-part-clause = clause { $id }: { $title }
policy-part-heading = heading of { $field }
policy-part-role = post `{ $word }`

policy-value-days = { $count ->
    [one] one day
   *[other] { $count } days
 }
policy-value-months = { $count ->
    [one] one month
   *[other] { $count } months
 }
policy-value-yuan = { $sum } yuan
policy-value-range = { $min }–{ $max } yuan (the lower without a finding)
policy-value-wage-days = { $days } days' wages
policy-value-wage-share = { $percent }% of a month's wage
policy-value-words = { $words }

policy-entry-statement = demands
policy-entry-interpretation = interpretation (not in the source)
policy-entry-undecidable = what no program can decide
policy-entry-decided = decided by
policy-entry-source = source
policy-entry-preset = preset
policy-entry-title = title
policy-entry-in-force-from = nothing before this day is a violation
policy-entry-clause = by clause
policy-entry-idle-months = a tracked household untouched this long can go to another
policy-entry-followup-months = a prospect not followed up this long can be brought by another
policy-entry-visit-months = home visit after a meeting without purchase within
policy-entry-sole-claim = the only claimant preheats: theirs
policy-entry-several-claims = one person registered with several: the first to preheat
policy-entry-several-persons = family registered apart: the first to preheat
policy-entry-contest = registered with several, invited unpreheated: the company's
policy-entry-clear-referral = a clear referral: the client's specialist
policy-entry-unassigned = a shop or telephone response without specialist: the company's
policy-entry-departure = the specialist leaves: the company's
policy-entry-open-unvisited = attended, bought nothing, not visited: open
policy-entry-open-referral = a referral not preheated: open
policy-entry-idle = tracked and long untouched: goes to another
policy-entry-not-followed-up = preheated and long not followed up: whoever brings them
policy-entry-claim-on-client = suspected for a claim on another's client
policy-entry-sale-by-non-owner = suspected for a sale by one who is not the owner
policy-entry-occupy-company = suspected for acting on a company household unassigned
policy-entry-accept-resigned = suspected for acting on a leaver's household unassigned
policy-entry-no-handover = suspected for leaving without handing over
policy-entry-hold-days = to be preheated within
policy-entry-hold-unprotected = not protected
policy-entry-hold-yields-not-to = once lapsed, still does not yield to
policy-entry-hold-yields-to-preheat = once lapsed, yields to a preheat without signup
policy-entry-overdue-days = what is overdue stays listed for
policy-entry-trigger = starts with
policy-entry-window-from = begins after
policy-entry-window-to = ends after (that day included)
policy-entry-listed-before = listed before its end by
policy-entry-by = to be done by
policy-entry-seller-answers = only the seller answers for it
policy-entry-with-expert = with the purchase's expert
policy-trigger-rows = each day with a row of { $rows }
policy-trigger-first = the first day with a row of { $rows }
policy-trigger-month = each month after that of the first row of { $rows }
policy-trigger-month-until = each month after that of the first row of { $rows }, up to its { $until }
policy-trigger-repeat-days = every { $count } days after each day with a row of { $rows }
policy-trigger-repeat-days-until = every { $count } days after each day with a row of { $rows }, up to its { $until }
policy-trigger-repeat-months = every { $count } months after each day with a row of { $rows }
policy-trigger-repeat-months-until = every { $count } months after each day with a row of { $rows }, up to its { $until }
policy-trigger-agreed = a day agreed on for the next contact
policy-trigger-claim = a claim, or a referral not preheated yet
policy-trigger-visit-due = a meeting attended without buying
policy-said-rows = { $ledger } ({ $conditions })
policy-said-dated = by its { $field }
policy-said-first-of = { $first }, where blank { $others }
policy-said-is = { $field }: { $wanted }
policy-said-filled = { $field } filled in
policy-said-blank = { $field } blank
policy-said-between = { $field }: { $least } to { $most }
policy-said-at-least = { $field }: at least { $least }
policy-said-at-most = { $field }: at most { $most }
policy-said-anything = filled in
policy-said-nothing = blank
policy-entry-evidence-where = its rows must say
policy-entry-evidence-by = must be made by
policy-entry-evidence-same = which rows count
policy-entry-lacking-where = one of those in time must also say
policy-entry-lacking = if none does, the offence is
policy-entry-evidence = evidence is in
policy-entry-evidence-dated = dated by
policy-entry-missed = if missed, the offence is
policy-entry-mode = sums are in
policy-entry-rate = points a yuan
policy-entry-ceiling = ceiling, of a month's wage
policy-entry-wage-month-days = days of a month for a day's wage
policy-entry-minimum-wage = local minimum wage a month (yuan)
policy-entry-sales-list-days = sales list handed in within
policy-entry-report-days = new customer reported within
policy-entry-sales-list = for a sales list handed in late, the offence is
policy-entry-sales-entry = for a sales list entered late, the offence is
policy-entry-report = for a new customer reported late, the offence is
policy-entry-entry = for a new customer entered late, the offence is
policy-entry-amount = sum
policy-entry-per = counted
policy-entry-first-only = only the first costs
policy-entry-from-second = consequence from the second on
policy-entry-action = consequence
policy-entry-severe = consequence if severe
policy-entry-heading = the company writes
policy-entry-role = counts as
