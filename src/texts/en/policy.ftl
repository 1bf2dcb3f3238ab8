# policy: faults of a policy file
policy-fault-form = it cannot be read: { $detail }
policy-fault-unknown-clause = there is no clause `{ $id }`; use the id of a [[clause]], or add one
policy-fault-unknown-offence = there is no offence `{ $id }`; use the id of an [[offence]], or add one
policy-fault-twice = `{ $id }` stands twice; remove one or give it another id
policy-fault-overlapping-holds = channel `{ $channel }` is in two holds; it can stand in one only
policy-fault-no-hold = channel `{ $channel }` is in no hold; add it to the channels of a [[hold]]
policy-fault-no-window = obligation `{ $id }` has no window; add window = {"{"} from = DAYS, to = DAYS {"}"}
policy-fault-window-upside-down = the window begins after its end; swap `from` and `to`
policy-fault-range-upside-down = the lower bound is above the upper; swap `min` and `max`
policy-fault-mode = mode `{ $mode }` is not known; write `amounts`, `points` (with a `rate`) or `proposals`
policy-fault-date = a date is wanted here, such as 2026-01-01
policy-fault-wage-days = the days of a month for wages must be more than zero

# what a violation is, in a line
policy-detail-missed = due { $start } to { $deadline }, the ledger has nothing
policy-detail-late = due { $start } to { $deadline }, done only on { $on }
policy-detail-unsigned = { $count ->
    [one] one visit
   *[other] { $count } visits
 } from { $start } to { $deadline }, none signed by the customer
policy-detail-pending = { $detail } ({ $until })
policy-detail-covered = the department's ledger reaches { $day } only
policy-detail-never-covered = the department's ledger has not been entered yet
policy-detail-suspected = the row of { $at } needs somebody to look into it
policy-detail-act = the row of { $at }
policy-detail-no-handover = { $count ->
    [one] one household was
   *[other] { $count } households were
 } not handed over on leaving: { $households }
policy-detail-late-paper = the papers of { $day } were due by { $deadline }; { $count ->
    [one] one row is
   *[other] { $count } rows are
 } later
policy-detail-found = entered as a finding
policy-detail-found-by = found by { $by }
policy-detail-waived = { $detail }; waived on { $on } by { $by }
policy-detail-upheld = { $detail }; upheld on { $on } by { $by }

# what check lists
policy-check-not-employed = { $staff } is not employed on { $day }, so nobody counts as behind this row
policy-check-several-names = phone { $phone } goes by several names: { $names }; if they are two people, give each a phone of their own
policy-check-link-refused = { $one } and { $other } have both bought from specialists of their own, so this kinship is not applied
policy-check-barred-assigned = assigned to a specialist who had quarrelled about it; check that this is meant
policy-check-finding-astray = there is no violation `{ $id }` that this finding could decide; check the id
