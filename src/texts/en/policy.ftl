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
