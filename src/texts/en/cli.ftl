# The command line's own words.

cli-error = error: { $what }
cli-remedy = what to do: { $what }
cli-unexpected = an unexpected error occurred: { $what }

cli-io = `{ $path }`: { $reason }
cli-io-denied-remedy = ask for write permission, or choose another folder
cli-io-full-remedy = make room on the disk, then do the same again
cli-io-not-found-remedy = check the path; a folder that is to be written into must be there
cli-io-other-remedy = choose another name
cli-io-place-remedy = move away what stands in its place, then do the same again
cli-policy-missing-remedy = make a new workspace with `huifang init DIR --preset { $preset }` and copy its policy.toml here
cli-stdout = the result could not be written out: { $reason }

cli-log-done = done
cli-log-rejected = done, rows were rejected

cli-usage-help = see `{ $command } --help`
cli-usage-far = { $day } is too far ahead; { $farthest } is the last day that can be asked for
cli-usage-far-remedy = check the year
cli-usage-day = { $why }. Write 2026-11-20, 20261120, 2026年11月20日, 11-20, today, yesterday, tomorrow or monday
cli-usage-day-timed = only a day is expected here, without a time
cli-day-taken = `{ $arg } { $value }` is taken as { $meant }
cli-usage-value = `{ $value }` is not a value for `{ $arg }`; possible are { $known }
cli-usage-invalid = `{ $arg }`: { $why }
cli-usage-count = `{ $value }` is not a whole number that can be used here
cli-usage-no-value = `{ $arg }` needs a value
cli-usage-argument = `{ $arg }` cannot be used there
cli-usage-argument-near = there is no argument `{ $arg }`; did you mean `{ $near }`?
cli-usage-command = there is no command `{ $command }`
cli-usage-command-near = there is no command `{ $command }`; did you mean { $near }?
cli-usage-too-many = `{ $value }` is one value too many for `{ $arg }`
cli-usage-twice = `{ $arg }` is given twice
cli-usage-conflict = `{ $arg }` cannot be combined with { $others }
cli-usage-missing = missing: { $args }
cli-usage-no-command = no command is given, such as `import` or `due`
cli-usage-utf8 = an argument is not readable text
cli-usage-ending = the extension of `{ $file }` does not show which format is wanted
cli-usage-ending-remedy = end the name in .txt, .csv, .xlsx, .json or .html, or name the format with `--format`
cli-usage-binary = `{ $format }` is a file and cannot be shown on a terminal
cli-usage-binary-remedy = write it with `-o`, such as `-o report.{ $format }`
cli-usage-encoding = the encoding of `{ $format }` cannot be chosen
cli-usage-encoding-remedy = `--encoding` is for CSV only; leave it out, or ask for `--format csv`
cli-usage-format = this cannot be written as `{ $format }`
cli-usage-format-remedy = choose one of { $known }

cli-workspace-none = neither `{ $folder }` nor any folder above it is a workspace
cli-workspace-none-at = `{ $folder }` is not a workspace: there is no huifang.toml in it
cli-workspace-no-folder = there is no folder `{ $folder }`
cli-workspace-remedy = make one with `huifang init DIR`, or name yours with `-C DIR`
cli-workspace-newer = `{ $file }` was written by a newer version of huifang; update this program
cli-settings = { $count ->
    [one] the settings `{ $file }` cannot be used; one place needs correcting
   *[other] the settings `{ $file }` cannot be used; { $count } places need correcting
}
cli-settings-encoding = the settings `{ $file }` are not UTF-8 text
cli-settings-format = The company's settings. Lines that begin with # explain; what is saved here takes effect at once.
    The format of this file; leave it as it is.
cli-settings-preset = The preset the policy was made from; the policy itself is policy.toml.
cli-settings-name = The company's name.
cli-settings-language = The language where no other is asked for: zh (Chinese) or en (English).
cli-settings-masking = Whether the middle of phone numbers is hidden (138****5678); the call list always shows them. false: all of them in full.
cli-settings-nightly =
    How the nightly run works.
    same_name: what to do with a file that looks like a corrected version of an earlier one of the same name. ask: it waits in the inbox for a decision; replace: it replaces the earlier one; add: both are kept.

cli-init-preset = there is no preset `{ $preset }`; known are { $known }
cli-init-exists = `{ $folder }` is a workspace already
cli-init-exists-remedy = use it with `-C`, or choose another folder
cli-init-begins = Nothing before { $from } counts as a violation; to begin earlier, change the line in_force_from in policy.toml.
cli-init-always = Violations are worked out for all days of the ledgers.
cli-init-done =
    { $folder } is a workspace now, with the preset `{ $preset }`.
    Next:
      1. read `{ $first }` in { $folder }: what to do every evening, every morning, at month's end.
      2. fill in the roster and the ledgers you have in templates, and put them into inbox.
      3. import them: double-click `every-evening`, or run  huifang -C { $folder } nightly
      4. see what is to be done tomorrow:  huifang -C { $folder } due
    { $begins }
    Your company's figures and dates are in policy.toml, its name and language in huifang.toml.
    To have it done every evening, run this once (Windows), or add it with crontab -e (Linux, macOS):
      { $scheduled }
      { $cron }

cli-templates-done =
    { $count } blank ledgers are in `{ $folder }` now.
    Fill them in with Excel or WPS, then put them into the inbox or import them with huifang import;
    the sheet `notes` of each says what to write.
cli-templates-no-staff = the drop-downs offer no staff yet: import the roster, then write the templates again
cli-templates-renewed = { $count ->
    [one] one blank ledger offers the new staff now (what somebody has filled in stays)
   *[other] { $count } blank ledgers offer the new staff now (what somebody has filled in stays)
}
cli-templates-left = { $files } in templates: already edited, so left as it is; for drop-downs with the new roster, move it away and write new ones with huifang templates FOLDER
cli-templates-kept = { $files } in `{ $folder }`: already edited, so nothing was written
cli-templates-kept-remedy = choose another folder, or move these files away

cli-policy = the policy `{ $file }` cannot be used: { $count ->
    [one] one place needs correcting
   *[other] { $count } places need correcting
 }
cli-policy-encoding = the policy `{ $file }` is not UTF-8 text
cli-policy-encoding-remedy = open it in an editor and save it as UTF-8
cli-policy-remedy = correct these places in the file

cli-place = { $file } row { $row }

cli-batches-title = batches
cli-batches-count = { $count ->
    [one] { $count } batch
   *[other] { $count } batches
 }, the oldest first
cli-batches-none = nothing has been imported yet; import the roster and the ledgers with `huifang import FILES`
cli-batch-live = counts
cli-batch-reverted = reverted
cli-batch-in-part = partly reverted: { $files }
cli-batch-replaced = replaced by later files
cli-taking-batch = batch { $batch }
cli-taking-file = the file `{ $file }` of batch { $batch }
cli-taking-ledger = { $ledger } { $rows }
cli-taking-out = rows that no longer count: { $ledgers }
cli-taking-back = rows that count again: { $ledgers }
cli-taking-same = no household, task, violation or sum is changed
cli-taking-not-done = nothing was changed
cli-taking-unasked = there is no terminal to ask at, so nothing was changed
cli-taking-unasked-remedy = if what is listed above is right, type: { $command }
cli-taking-moved = the books have changed just now and what is listed above is no longer right, so nothing was changed
cli-taking-moved-remedy = do the same again
cli-revert-would = reverting { $what } would make { $rows ->
        [one] one row
       *[other] { $rows } rows
    } no longer count
cli-revert-ask = revert { $what }? (y/N)
cli-revert-done = { $what } is reverted: { $rows ->
        [one] one row no longer counts
       *[other] { $rows } rows no longer count
    }; `huifang restore { $batch }` brings it back
cli-revert-again = these files held the same rows, which were not imported twice; once it is reverted, import them again:
cli-revert-again-gone = { $file } (neither in its old place nor in the archive: find it first)
cli-restore-would = restoring { $what } would make { $rows ->
        [one] one row count
       *[other] { $rows } rows count
    } again
cli-restore-ask = restore { $what }? (y/N)
cli-restore-done = { $what } is restored: { $rows ->
        [one] one row counts
       *[other] { $rows } rows count
    } again
cli-restore-twice = batch { $batch } cannot be restored: the same rows have been imported with other files since, and would count twice
cli-restore-twice-line = `{ $file }` of batch { $batch }: { $rows ->
        [one] one row
       *[other] { $rows } rows
    }
cli-restore-twice-remedy = if they are right as they are, leave it; if the earlier batch is to stand, first type: { $command }

cli-status-title = `{ $folder }` (as of { $as_of })
cli-status-last = last batch: { $batch }, { $at }, { $added ->
    [one] { $added } row
   *[other] { $added } rows
 }
cli-status-empty = the books are empty: import the roster and the ledgers with `huifang import FILES`
cli-status-inbox = waiting in the inbox: { $files }
cli-status-inbox-empty = nothing waits in the inbox

cli-home-below = `{ $folder }` in this folder is a workspace: go there first, or run  huifang -C { $command }
cli-home-none =
    huifang: follow-up for meeting-sales companies: ledgers in; call lists, owners and fines out.
    There is no workspace here yet. What to do next:
      make one (put your own name for `shop`):  huifang init shop
      open yours:                               huifang -C DIR
      see a demonstration:                      huifang demo
      every command:                            huifang --help
cli-home-title = { $name } (as of { $as_of })
cli-home-folder = workspace: { $folder }
cli-home-empty = the journal is still empty
cli-home-last = last import: batch { $batch }, { $at }, { $added } rows added
cli-home-inbox-none = inbox: nothing waits
cli-home-inbox = { $count ->
    [one] inbox: one file waits to be imported ({ $files })
   *[other] inbox: { $count } files wait to be imported ({ $files })
}
cli-home-held = { $count ->
    [one] held: { $count } file that looks like a corrected version of an earlier sheet ({ $files })
   *[other] held: { $count } files that look like corrected versions of earlier sheets ({ $files })
  }
cli-home-rejects = { $count ->
    [one] rejected rows: { $rows } in one file wait to be corrected ({ $files })
   *[other] rejected rows: { $rows } in { $count } files wait to be corrected ({ $files })
}
cli-home-rejects-none = rejected rows: none
cli-home-behind = ledgers not complete: { $ledgers }
cli-home-kept = ledgers: complete to yesterday or today
cli-home-unkept = ledgers: preheats and visits have not been imported yet, so it is unknown what was done in time
cli-home-reach = { $ledger } up to { $day }
cli-home-reach-of = { $ledger } of { $department } up to { $day }
cli-home-tomorrow = tomorrow ({ $day }): { $due } due that day, { $overdue } overdue, { $upcoming } upcoming
cli-home-names = { $names }
cli-home-more = { $names } and { $count } more
cli-home-next-inbox = next: { $command }  (imports the inbox and writes the day's reports)
cli-home-next-begin = next: fill in the roster in templates, put it into inbox, then  { $command }
cli-home-next-held = next: say whether the held files replace the earlier sheets or are added to them; both commands are in  { $command }
cli-home-next-rejects = next: correct the files in rejects and put them into inbox; more about them:  { $command }
cli-home-next-behind = next: import what is missing; how far each ledger reaches:  { $command }
cli-home-next-due = next: see what is due tomorrow  { $command }
cli-home-all = every command: { $command }

cli-check-title = what to check in the books (as of { $as_of })
cli-check-count = { $count ->
    [one] { $count } item
   *[other] { $count } items
 } to check
cli-check-none = nothing to check
cli-check-blank = { $kind }: { $field } is blank in { $blank } of { $rows } rows
cli-check-twins = rows of different files differ in { $field } only ({ $values }), probably one event recorded twice; correct the wrong file and import it again to replace the old one
cli-check-equal = { $count } rows of one sheet are equal; if they are duplicates, delete all but one and import the file again to replace the old one
cli-check-of-twins = rows of different files that differ in one field
cli-check-of-equal = equal rows within one sheet
cli-check-warning = { $words }
cli-check-rejected = { $reasons }
cli-check-of-rejected = rejected rows, to be corrected and imported or recorded as dealt with
cli-check-count-seen = { $count } of them dealt with
cli-check-replace = to replace an old sheet with its corrected version: huifang import --replace FILE
cli-check-how = record what has been dealt with, so that it is no longer listed: huifang check --seen ID --by NAME
cli-check-seen-done = recorded: { $by } has dealt with { $count } { $count ->
    [one] item
   *[other] items
}
cli-check-seen-unknown = there is no { $ids }; nothing was recorded
cli-check-seen-unknown-remedy = see `huifang check` for the ids, `huifang check --all` for those dealt with
cli-check-seen-nobody = `--by` needs the name of whoever has dealt with it
cli-check-of-warning = imported rows with something unusual
cli-check-of-blank = forms with blank fields (a blank proves nothing)
cli-check-of-not-employed = rows of people not employed that day
cli-check-of-several-names = one phone, several names
cli-check-of-link-refused = family ties not applied
cli-check-of-barred-assigned = assignments to somebody who contested the household
cli-check-of-finding-astray = findings without a matching violation

cli-nothing-imported = the journal is empty: bring in the roster and the ledgers with `huifang import` first
cli-usage-known = `{ $value }` is not a batch, day or time; write 12 (a batch, as huifang batches shows them), 2026-11-20, 11-20 or yesterday, which mean the end of that day, or 2026-11-20 21:30
cli-usage-known-here = this command works on the journal as it is today, so it takes no `--known-at`
cli-usage-known-here-remedy = leave out `--known-at`
cli-known-reverted = batch { $batch } was reverted later, on { $at }; this is how things stood right after it was made

cli-usage-month = `{ $value }` is not a month; write 2026-10, 2026年10月, 10月, last month or this month

cli-usage-kind = there is no ledger `{ $kind }`; known are { $known }

cli-import-missing = there is no file or folder `{ $path }`
cli-import-missing-near = did you mean `{ $near }`?
cli-import-missing-link = it is a link to something that is no longer there: name the file itself
cli-import-missing-remedy = check the path; for a folder, every ledger under it is imported
cli-import-done = batch { $batch }: { $added ->
    [one] { $added } new row
   *[other] { $added } new rows
 }
cli-import-would = nothing was changed; it would be { $added ->
    [one] { $added } new row
   *[other] { $added } new rows
 }
cli-import-nothing-new = nothing new, so there is no batch
cli-import-replaced = { $replaced ->
    [one] { $replaced } row
   *[other] { $replaced } rows
 } of the earlier files of these names no longer counts
cli-import-row = { $file }, row { $row }: { $reasons }
cli-import-more = … and { $count } more rejected
cli-rejects-done = every row of `{ $file }` is settled; moved to `{ $folder }`
cli-import-rejects = { $rejected ->
    [one] { $rejected } row was
   *[other] { $rejected } rows were
 } rejected and kept in `{ $path }`: correct them there and import that file
cli-import-no-roster = nobody is on the roster yet: import the roster (员工花名册), best together with these files
cli-import-refused = { $place } was refused: { $why }
cli-import-broken = { $place } was read only up to where it is damaged: { $why }
cli-import-remark = { $place } was read, but: { $what }
cli-import-passed = { $place } was skipped: { $why }
cli-import-not-replaced = the earlier file stays, because this one cannot be read whole: { $why }
cli-import-nothing-read = nothing could be read
cli-import-strict = nothing was imported, because not all of it could be ({ $rejected ->
    [one] { $rejected } row
   *[other] { $rejected } rows
 } rejected)
cli-import-strict-remedy = correct what is named above, or import without `--strict`
cli-import-task-unknown = task number `{ $task }` was on no list of this program; the row was imported all the same
cli-import-task-closed = task `{ $task }` was done on { $on } already ({ $place }); the row was imported all the same
cli-import-task-superseded = the contact of { $on } ({ $place }) has taken the place of task `{ $task }`; the row was imported all the same
cli-import-task-past = task `{ $task }` could be done up to { $last } only, and is over; the row was imported all the same
cli-import-task-gone = nothing is to be done for task `{ $task }` now: it was done, has lapsed, or is not due yet; the row was imported all the same
cli-import-task-elsewhere = task number `{ $task }` belongs to { $customer } ({ $phone }), who is of another household than this row's customer; check whether the wrong line was filled in
cli-import-no-violation = there is no violation `{ $id }`; see `huifang violations` for the ids
cli-import-department = nobody on the roster is in the department `{ $department }`; known are { $known }

cli-nightly-locked = the nightly run is already in progress: { $holder }
cli-nightly-locked-remedy = wait until it has finished; nothing needs to be cleaned up by hand
cli-nightly-title = nightly run (as of { $as_of })
cli-nightly-inbox-empty = the inbox was empty
cli-nightly-batch = batch { $batch }: { $added ->
    [one] { $added } new row
   *[other] { $added } new rows
 } from { $files ->
    [one] { $files } file
   *[other] { $files } files
 }; rejected rows: { $rejected }; files left in the inbox: { $left }
cli-nightly-nothing-new = nothing new in { $files ->
    [one] { $files } file
   *[other] { $files } files
 }; rejected rows: { $rejected }; files left in the inbox: { $left }
cli-nightly-not-moved = `{ $path }` is imported, but could not be moved to the archive: { $reason }
cli-nightly-file = { $file }: { $ledger }, new { $added }, known { $known }, rejected { $rejected }, skipped { $skipped }
cli-changes-policy = policy.toml has changed since as well; before and after are both worked out with the present policy, so what that change caused is not listed here: see `huifang policy what-if OLD-FILE`.
cli-written = written to { $file }
cli-nightly-check = { $count ->
    [one] { $count } item
   *[other] { $count } items
 } in the books to check: huifang check
cli-nightly-call-sheets-folder = call-sheets
cli-nightly-call-sheets = call sheets for the next day: { $count }, beside the reports in `call-sheets`
cli-nightly-reports = the reports are in `{ $folder }`

cli-usage-year = a year is written like `2026`
cli-usage-number = a batch number is expected, as shown by `huifang batches`
cli-import-warning = { $file }, row { $row } was imported, but: { $warnings }
cli-import-unknown = { $file }: these columns are not used, only kept with the rows: { $headings }
cli-import-settled = this row was rejected before and has been dealt with
cli-import-copy = all rows of the sheet `{ $copy }` stand in the sheet `{ $original }`: it is a copy and was not imported again
cli-import-warning-more = { $file }: { $count } more to check, see huifang check
cli-import-log = { $done }; { $rejected } rejected, { $held } held

cli-roster-changes = { $count ->
    [one] 1 person on the roster changes
   *[other] { $count } people on the roster change
  } (old → new):
cli-roster-change = {"  "}{ $staff } { $name }: { $field } { $before } → { $after }
cli-roster-change-from = {"  "}{ $staff } { $name }: { $field } { $before } → { $after } (from { $from })
cli-roster-more = {"  "}… and { $count } more changes
cli-roster-blank = (blank)
cli-roster-ask = { $count } people on the roster will change like this; import? (y/N)
cli-roster-refused = nothing was imported, because the changes to the roster were not confirmed
cli-roster-refused-remedy = check that the sheet is the latest staff roster, then import it again
cli-roster-log = { $log }; { $people } changed on the roster

cli-held = { $file } was not imported and waits for your decision: of the { $rows } rows imported from the file of that name, { $there } are still in it and { $gone } are not ({ $twins } of these differ from a new row in one or two fields); it looks like a corrected version of that sheet
cli-held-line = {"  "}{ $line }
cli-held-old = before { $place }: { $fields }
cli-held-new = now    { $place }: { $fields }
cli-held-field = { $field } { $value }
cli-held-differs = { $field } [{ $value }]
cli-held-more = … and { $count } more rows that are gone
cli-held-settle =
    {"  "}to replace the earlier one: { $replace }
    {"  "}to keep both, adding every new row: { $add }
cli-held-ask = { $file }: replace the earlier one (r), add to it (a), or leave it for now (Enter)?
cli-status-rejected = rejected and not settled: { $rows } { $rows ->
    [one] row
   *[other] rows
} of `{ $file }` (in rejects: { $rejects })
cli-status-held = waiting for you: `{ $path }` looks like a corrected version of an earlier sheet ({ $there } rows still there, { $gone } gone)
cli-nightly-held = { $count ->
    [one] { $count } file waits for you
   *[other] { $count } files wait for you
} in the inbox

cli-demo-format = the demo is shown on the screen only
cli-demo-format-remedy = leave out `--format`; for files make the demo first, then ask with commands such as `due --format csv`
cli-demo-made = there is a workspace in `{ $folder }` already
cli-demo-made-remedy = go on with it: { $command }; for a new one choose another folder, or delete `{ $folder }` first
cli-demo-not-empty = the folder `{ $folder }` is not empty
cli-demo-not-empty-remedy = choose another folder: { $program } demo DIR
cli-demo-done =
    `{ $folder }` is a workspace now, with three months of ledgers of an
    invented branch: { $files } files, { $rows } rows. This is how things stand on the
    evening of { $as_of }; the reports are in `{ $folder }/reports/{ $as_of }`.
cli-demo-more = … and { $count } more. All of them:
cli-demo-next = What to try next:
cli-demo-clerk = the clerk: up to which day the ledgers are complete
cli-demo-clerk-check = the clerk: what in the books needs checking
cli-demo-supervisor = the supervisor: which households others may take now
cli-demo-supervisor-staff = the supervisor: what one specialist has to do tomorrow
cli-demo-hr = HR: which suspicions still have to be investigated

cli-log-differs = done, with differences

cli-verify-same = `{ $file }` is the same as the report made again from the journal and policy of that time
cli-verify-differs = `{ $file }` differs from the report made again in { $count ->
    [one] { $count } place
   *[other] { $count } places
 }
cli-verify-changed = journal and policy are those of that time, so the file was changed after it was issued
cli-verify-version = huifang { $version } made it, a different version from this program; results may differ
cli-verify-more = … and { $count } more
cli-verify-journal = no batch of the journal fits this report: it is of another journal, or the journal has been changed
cli-verify-journal-remedy = name the workspace it was made in with `-C`
cli-verify-policy = the policy this report was made under ({ $policy }) was not kept, and the one in force is another
cli-verify-policy-remedy = put the policy.toml of that time back into the workspace, then verify again
cli-verify-request = the command in the stamp, `{ $request }`, is not a report that can be made again
cli-verify-unstamped = `{ $file }` has no stamp, so it cannot be verified
cli-verify-unstamped-remedy = a CSV has its stamp in the .stamp file beside it: keep them together; xlsx has it in the comment of its properties; JSON has one with `--stamp`; a table or page has it in its last line
cli-verify-stamp = the stamp `{ $file }` cannot be read
cli-verify-unreadable = `{ $file }` is not a readable CSV
cli-policy-named-remedy = name a policy file, or a preset: { $known }
cli-policy-upgraded = { $count ->
    [one] one obligation of `{ $file }` is
   *[other] { $count } obligations of `{ $file }` are
} written anew as queries: { $obligations }. Everything else in the file stays as it was, and it judges as before.
cli-policy-upgraded-already = `{ $file }` is of the form of today already; nothing was changed.
cli-policy-no-clause = there is no clause `{ $clause }` in `{ $file }`
cli-policy-no-clause-remedy = see the clauses with `huifang policy list`

cli-finding-done = batch { $batch }: the finding is in the journal
cli-finding-duplicate = the journal holds the very same finding already, so nothing was added
cli-finding-would = nothing was changed; without `--dry-run` this finding would be added
cli-finding-refused = the finding was not added:
cli-verdict-confirm = confirm
cli-verdict-waive = waive
cli-verdict-adjust = adjust
cli-explain-task-closed = `{ $id }` was done on { $on } ({ $place }) and is no longer on the call list
cli-explain-task-superseded = the contact of { $on } ({ $place }) has taken the place of `{ $id }`, which is no longer on the call list
cli-explain-task-past = `{ $id }` could be done until { $last } only and is no longer on the call list
cli-explain-no-task = there is no `{ $id }` on the call list of that day
cli-explain-no-task-remedy = it may be done, no longer due, or overdue for too long; `huifang explain` with the customer's phone or name shows what happened, `huifang due` the tasks of a day
cli-explain-no-violation = there is no violation `{ $id }` on that day
cli-explain-no-violation-remedy = see `huifang violations` for the ids; one that is dated later needs a later `--as-of`
cli-explain-no-phone = the phone `{ $phone }` is in no household of the books
cli-explain-no-phone-remedy = check the number; rows dated after { $as_of } are not read
cli-explain-no-name = nobody in the books is called `{ $name }`
cli-explain-no-name-remedy = check the spelling, or ask by phone
cli-explain-near = did you mean { $near }?
cli-explain-staff = { $name } is staff: see `huifang owners --staff { $staff }`
cli-explain-several = `{ $name }` occurs in { $count } households
cli-explain-choice = { $nth }  { $phone }  { $customer }  { $status }, { $owner }
cli-explain-claimants = signed up by { $claimants }
cli-explain-several-remedy = choose one by its number, such as `huifang explain { $name } --nth 2`, or ask by phone (`--reveal` shows the phones whole)
cli-explain-nth = `{ $name }` occurs in { $count ->
    [one] { $count } household
   *[other] { $count } households
 }, so there is no number { $nth }
cli-ask-unread = the answer could not be read: { $reason }

cli-interrupted = interrupted. Nothing is half done: every imported batch is complete, and no row of an unfinished one is left. Run it once more.
cli-progress-reading = reading the journal
cli-progress-judging = judging by the policy
cli-progress-writing = writing the result
cli-progress-journal = writing to the journal
cli-limited = … and { $count } more (-n)

# How values that can be chosen are called
cli-word-staff = staff
cli-word-department = department
cli-word-task = task
cli-word-offence = offence
cli-word-table = table
cli-word-csv = csv
cli-word-xlsx = xlsx
cli-word-json = json
cli-word-html = html
cli-word-utf-8 = utf-8
cli-word-gb18030 = gb18030
cli-word-zh = zh
cli-word-en = en
cli-word-auto = auto
cli-word-always = always
cli-word-never = never
cli-nightly-intake = intake
cli-nightly-ran = intake: run at { $at } by the system user { $who }
cli-nightly-intake-rejected = rejected rows and why:
cli-nightly-intake-reason = { $file } row { $rows }: { $why }
cli-nightly-intake-odd = imported, but worth checking:
cli-nightly-intake-kept = the rejected rows are in `{ $path }`
cli-nightly-intake-left = files that stay in the inbox: { $count }
cli-nightly-intake-why = { $file }: { $why }
cli-nightly-intake-unmoved = it is imported, but could not be moved to the archive
cli-nightly-log = { $batch }: { $files } files, { $added } rows new, { $duplicate } known, { $rejected } rejected, { $left } files left in the inbox, { $held } of them held
cli-finding-decided = violation { $id } is decided already: { $rulings }
cli-finding-ruling = { $on }{ $by }: { $verdict }
cli-finding-by = { " " }by { $by }
cli-finding-no-amount = `adjust` without an amount: the amount stays as it was; `--amount AMOUNT` sets another
cli-finding-nobody = nobody is named as the one who decided; `--by NAME` says who did
cli-finding-decided-remedy = to decide it again, add `--again`; the later finding counts, both are shown
cli-status-stray = { $ledger } { $department }: { $count ->
    [one] one row lies
   *[other] { $count } rows lie
 } more than 60 days from all others of their sheet and are not counted for how far the ledger is complete; check the dates
