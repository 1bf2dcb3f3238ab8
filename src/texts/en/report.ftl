# report

report-nobody = nobody
report-unnamed = not named
report-no-department = no department
report-answer-yes = yes
report-answer-no = no
report-part = { $of } { $count }
report-in-force = only what is dated from { $day } on counts, nothing before it (in_force_from of the policy)
report-only = only { $filters }
report-only-staff = of { $staff }
report-only-owned = owned or claimed by { $staff }
report-only-status = { $status }
report-only-from = from { $day }
report-only-to = to { $day }

report-due-title = call list for tomorrow, { $on } (as of { $as_of })
report-due-title-other = call list for { $on } (as of { $as_of })
report-due-count =
    { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }: overdue { $overdue }, due on the day { $due }, upcoming { $upcoming }
report-due-expiring = { $count } more { $count ->
        [one] protection ends
       *[other] protections end
    } soon, listed under whoever would lose it
report-due-left = on the list of the day before and off it today: { $closed } closed or no longer due, { $aged } overdue for too long, { $over } past their month
report-due-aged = what is overdue for too long has not been done; `due --all` lists it
report-lag = ledgers not complete: { $department } { $ledgers }
report-lag-until = { $ledger } (up to { $day })
report-lag-never = { $ledger } (nothing yet)
report-short = { $status } (ledger only up to { $day })
report-short-never = { $status } (ledger still empty)
report-due-none = nothing is due on { $on }.
report-due-group =
    { $of }: { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }

report-owners-title = owners of households (as of { $as_of })
report-owners-count =
    { $count ->
        [one] { $count } household
       *[other] { $count } households
    }: { $parts }
report-owners-none = there is no household to list.
report-claim = { $staff } since { $at } until { $deadline }
report-claim-preheated = { $staff } since { $at } until { $deadline }, preheated { $preheated }

report-violations-title = violation report (as of { $as_of })
report-violations-count =
    { $count ->
        [one] { $count } violation
       *[other] { $count } violations
    }: { $parts }
report-violations-none = there is no violation to list.
report-violations-note = what is pending or suspected is no conclusion: the one waits for ledgers still to come in, the other for somebody to investigate and decide. Neither counts in the month's sums, nor does what is waived. Where the amount is 0.00, the policy sets none, or this one adds none.
report-typed-in = entered by command
report-evidence = { $kind } { $file } row { $rows }

report-fines-title = fine summary of { $month } (as of { $as_of })
report-fines-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }, { $violations ->
        [one] { $violations } violation
       *[other] { $violations } violations
    }, { $sum } in all { $total }
report-fines-count-departments =
    { $count ->
        [one] { $count } department
       *[other] { $count } departments
    }, { $violations ->
        [one] { $violations } violation
       *[other] { $violations } violations
    }, { $sum } in all { $total }
report-fines-none = nobody has a violation to be dealt with in { $month }.
report-fines-offence = { $offence } ×{ $count } { $total }
report-fines-note = { $sum }: computed from the company's policy, for review by HR only; whether anything may be deducted depends on local law and the labour contract.
report-fines-ceiling = the ceiling is { $share } of the month's wage, after article 16 of the Interim Provisions on Wage Payment (工资支付暂行规定); that article limits deductions for damage done, so it is only for comparison here, not a permission to fine.
report-fines-floor = the remaining wage must not fall below the local minimum wage of { $wage } yuan.
report-fines-basis = in much of the country no law allows an employer to fine staff: ask counsel before anything is deducted.

report-sum-yuan = policy sum
report-sum-points = points
report-sum-yuan-proposed = proposed sum

report-status-held = waiting for preheat
report-status-lapsed = preheat overdue
report-status-contested = contested
report-status-owned = owned
report-status-owned-past = owned (protection over)
report-status-expiring = protection ends
report-status-open = open
report-status-company = company
report-status-free = free
report-status-overdue = overdue
report-status-due = due
report-status-upcoming = upcoming
report-status-recorded = recorded
report-status-pending = pending
report-status-suspected = suspected
report-status-upheld = upheld
report-status-waived = waived

report-standing-prospect = prospect
report-standing-tracked = tracked
report-standing-client = client

report-action-resignation = resignation (for HR and counsel to review)
report-action-asked-to-leave = asking to leave (for HR and counsel to review)
report-action-dismissal = dismissal (for HR and counsel to review)
report-action-confiscation = resource or sale goes to the company
report-action-no-count = sale does not count

report-kind-staff = staff roster
report-kind-wage = wage ledger
report-kind-signup = signups
report-kind-preheat = preheats
report-kind-invite = invitations
report-kind-attendance = attendance
report-kind-sale = sales
report-kind-return = returns
report-kind-visit = visits
report-kind-expert_call = expert calls
report-kind-supervision = supervision calls
report-kind-complaint = complaints
report-kind-assignment = assignments
report-kind-handover = handovers
report-kind-stop = stops
report-kind-household = family relations
report-kind-finding = findings
report-kind-service = service records
report-kind-duty = work done
report-kind-leave = leave

report-role-specialist = specialist
report-role-expert = expert
report-role-manager = manager
report-role-aftersales = after-sales manager
report-role-clerk = clerk

report-field-id = id
report-field-task = task
report-field-clause = clause
report-field-status = status
report-field-due = due
report-field-window_start = from
report-field-assignee = assignee
report-field-assignee_name = assignee's name
report-field-with = with
report-field-with_name = name of the one along
report-field-phone = phone
report-field-customer = customer
report-field-household = household
report-field-trigger = started
report-field-call = phone to dial
report-field-latest = latest number
report-field-covered = ledger reaches it
report-field-subject = about
report-field-role = role
report-field-needed = still needed
report-field-trigger_customer = customer on its row
report-field-trigger_phone = phone on its row
report-field-days_past = days past
report-agreed-agreed-visit = agreed visit
report-agreed-agreed-call = agreed call
report-subject-household = household
report-subject-person = customer
report-subject-staff = staff
report-field-members = phones
report-field-owner = owner
report-field-owner_name = owner's name
report-field-since = since
report-field-claims = claims
report-field-protected_until = protected until
report-field-attended = attended
report-field-client = client
report-field-standing = standing
report-field-date = date
report-field-offence = offence
report-field-staff = staff
report-field-staff_name = staff name
report-field-amount = policy sum
report-field-action = consequence
report-field-occurrence = nth
report-field-detail = detail
report-field-evidence = evidence
report-field-month = month
report-field-name = name
report-field-department = department
report-field-count = count
report-field-total = policy sum
report-field-actions = consequences
report-field-unknown = wage unknown
report-field-suspected = suspected
report-field-pending = pending
report-field-ceiling = ceiling
report-field-over_ceiling = over
report-field-by_offence = by offence
report-field-note = note

report-compare-group =
    { $of }: { $count }
report-compare-none = nothing differs.
report-compare-count = owners { $owners }, tasks { $tasks }, violations { $violations }, sums { $sums }
report-compare-came = { $place } (batch { $batch })
report-compare-went = { $place } (batch { $batch }, counts no longer)
report-compare-unknown = not known
report-compare-all-months = all months
report-section-owner = owners
report-section-task = tasks
report-section-violation = violations
report-section-sum = sums
report-change-came = new
report-change-went = gone
report-change-changed = changed
report-behind-coverage = the ledger reaches the deadline
report-behind-stated = the ledger was stated to be complete to a day; no row caused it
report-behind-household = rows of the same household
report-behind-staff = rows of the person concerned
report-behind-violations = by the violations that changed
report-behind-elsewhere = none of its own rows came or went: it follows from those of other households or people
report-changes-title = what changed since { $since } (as of { $as_of })
report-changes-batch = batch { $batch }
report-changes-moment = { $at }
report-what-if-title = what if `{ $file }` held (as of { $as_of })
report-field-section = section
report-field-change = change
report-field-of = of
report-field-what = what
report-field-before = before
report-field-after = after
report-field-difference = difference
report-field-rows = rows behind it

report-stamp = as of { $as_of } · batch { $batch } · journal { $journal } · policy { $policy } · huifang { $version } · { $request }
report-stamp-empty = as of { $as_of } · no batch · journal { $journal } · policy { $policy } · huifang { $version } · { $request }
report-policy-title = policy “{ $title }” (`{ $file }`, digest { $digest })
report-policy-house = of no single clause
report-policy-list-title = policies
report-policy-list-count =
    { $count ->
        [one] the company's policy has { $count } clause
       *[other] the company's policy has { $count } clauses
    }
report-policy-list-none = there is no workspace here, so only the presets are listed
report-policy-presets = presets
report-policy-preset = preset
report-policy-diff-title = two policies compared: A `{ $a }`, B `{ $b }`
report-policy-diff-none = both say the same
report-policy-diff-count =
    { $count ->
        [one] { $count } difference
       *[other] { $count } differences
    }
report-policy-not-there = not there
report-policy-not-set = not set
report-policy-sound = the policy `{ $file }` is in order
report-policy-fired-count =
    { $count ->
        [one] { $count } entry that the books up to { $as_of } never met
       *[other] { $count } entries that the books up to { $as_of } never met
    }
report-policy-fired-unknown = there is no workspace here, so entries that never fired were not looked for
report-policy-untested-count =
    { $count ->
        [one] { $count } clause that no worked case tests
       *[other] { $count } clauses that no worked case tests
    }
report-policy-fired = never fired
report-policy-untested-group = no worked case
report-policy-never-fired = never fired
report-policy-untested = untested

report-decided-decided = the program, from the ledgers
report-decided-in-part = the program in part, people the rest
report-decided-by-people = people only

report-channel-flyer = slip
report-channel-scattered = names collected singly
report-channel-store = shop response
report-channel-phone_response = telephone response
report-channel-community = community
report-channel-referral = referral
report-channel-referral-clear = clear referral
report-channel-referral-unclear = unclear referral
report-channel-other = other
report-evidence-by-anyone = anybody
report-evidence-by-doer = whoever has to do it
report-evidence-by-owner = the owner
report-same-person = other rows
report-same-row = the row that starts it
report-by-owner = the owner (before there is one, the claimant)
report-by-manager = the manager of the owner's department
report-by-expert = the expert
report-mode-amounts = yuan
report-mode-points = points
report-mode-proposals = proposals for review
report-per-each = each time
report-per-customer = by customers
report-per-box = by boxes

report-field-item = what
report-field-value = value
report-field-from = in force from
report-field-title = title
report-field-decided = decided by
report-field-source = source
report-field-finding = finding
report-field-a = A
report-field-b = B
report-field-batch = batch
report-field-at = imported
report-field-files = files
report-field-added = added
report-field-live = counting
report-field-reverted = reverted
report-field-command = command
report-field-out = reverted
report-field-back = back
report-field-ledger = ledger
report-field-row-count = rows
report-field-complete-to = complete to
report-field-code = code
report-field-message = what
report-field-row-places = where
report-field-seen-by = seen by
report-field-seen-at = seen at
report-field-state = state
report-field-lines = lines
report-field-tasks = tasks
report-field-beside = stays beside
report-field-file = file
report-field-sheet = sheet
report-field-kind = ledger
report-field-duplicate = known before
report-field-rejected = rejected
report-field-skipped = skipped
report-field-warnings = warnings
report-field-place = row
report-field-field = field
report-field-report = in the report
report-field-derived = derived now
report-field-found = found
report-field-violation = violation
report-field-verdict = verdict
report-field-sum-typed = amount
report-field-by = by

# Call sheets
call-sheet-needs-home = at the home
call-sheet-needs-expert-named = with { $expert }
call-sheet-needs-expert = with an expert
call-sheet-needs-signature = the customer's signature
call-sheet-needs-form = the form handed in
call-sheets-title = call sheets ({ $on })
call-sheets-count = { $count } workbooks written into `{ $folder }`
call-sheets-kept = { $count } that somebody has filled in stay as they are; the new ones are called 续
call-sheets-back = when they are filled in, put them into the inbox or import them; lines left blank are passed over
report-total = Total
report-pages = page { $page } of { $pages }
