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
policy-fault-unknown-key = there is no `{ $key }` here; there can be { $known }
policy-fault-unknown-word = `{ $word }` is not known; write one of { $known }
policy-fault-missing-key = `{ $key }` is missing here; add it
policy-fault-no-evidence = obligation `{ $id }` names no evidence; add evidence = {"{"} ledger = "LEDGER" {"}"}, or nobody can tell whether it was done
policy-fault-no-chinese = the Chinese is missing; add zh = "…"
policy-fault-no-english = the English is missing; add en = "…"
policy-fault-blank-words = the Chinese or the English is blank; write it, or remove the whole
policy-fault-type = { $wanted } is wanted here
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

policy-syntax-key-twice = `{ $key }` stands twice in one place; remove one
policy-syntax-unquoted = this value cannot be read: text stands in quotes, a number or date alone and without a unit
policy-syntax-open-quote = the quotation mark has no partner; put the same straight mark at the end of the text
policy-syntax-unclosed = the bracket has no partner; close it
policy-syntax-comma = between two items stands one comma, no more and no less
policy-syntax-no-value = this should read `name = value`
policy-syntax-key = a name is made of English letters, digits, `-` and `_`
policy-syntax-one-a-line = one thing a line, and here is more; a remark begins with `#`
policy-syntax-date = there is no such date or time; a date reads 2027-01-01
policy-syntax-escape = what follows the backslash cannot be read; put paths in single quotes or double the backslash
policy-syntax-other = this cannot be read: { $detail }

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
policy-detail-waived-because = { $detail }; waived on { $on } by { $by }: { $why }
policy-detail-upheld = { $detail }; upheld on { $on } by { $by }
policy-detail-upheld-because = { $detail }; upheld on { $on } by { $by }: { $why }

# what check lists
policy-check-not-employed = { $staff } is not employed on { $day }, so nobody counts as behind this row
policy-check-several-names = phone { $phone } goes by several names: { $names }; if they are two people, give each a phone of their own
policy-check-link-refused = { $one } and { $other } have both bought from specialists of their own, so this kinship is not applied
policy-check-barred-assigned = assigned to a specialist who had quarrelled about it; check that this is meant
policy-check-finding-astray = there is no violation `{ $id }` that this finding could decide; check the id
