# The help. `help-<command>` says what a command does, `help-<command>-<argument>` what an argument is for.

help-about = Follow-up for meeting-sales companies: imports the day's ledgers, gives tomorrow's call list, who owns which customer, and who owes which fine.
help-more = A first start:  huifang init shop  →  huifang -C shop import FILES  →  huifang -C shop due
    Exit codes: 0 done, 1 it could not be done, 2 wrong usage, 3 done but rows were rejected.

help-usage = Usage:{" "}
help-usage-command = <COMMAND>
help-usage-options = [OPTIONS]
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = For every command

help-value-dir = DIR
help-value-date = DATE
help-value-day = DATE
help-value-moment = DATE
help-value-begin = DATE|none
help-value-file = FILE
help-value-format = FORMAT
help-value-lang = LANG
help-value-name = NAME
help-value-shell = SHELL
help-value-when = WHEN

help-global-workspace = The workspace; else HUIFANG_WORKSPACE, else this folder or the nearest one above it that is a workspace
help-global-as-of = Read the books as they stand at the end of that day; else today. Days are written as in ledgers, or today, yesterday, 11-20, monday (the last one)
help-global-known-at = Read the journal as it stood right after that batch, at the end of that day, or at that moment: nothing imported, reverted or replaced later is known
help-value-known = BATCH|DATETIME
help-global-format = How the result is written; else by the ending of -o, else a table
help-global-output = Write the result into this file
help-global-encoding = The encoding of CSV: utf-8 (as it is else) or gb18030, for programs that read nothing else
help-value-encoding = ENCODING
help-global-limit = List so many rows at the most
help-global-no-pager = Do not page the result
help-global-reveal = Show phone numbers whole (noted in the log)
help-global-lang = The language; else HUIFANG_LANG, else the system's, else Chinese
help-global-color = Colours on the screen
help-global-quiet = Say nothing beside the result and errors
help-global-verbose = Say more about what is done
help-global-help = Show this help
help-version = Show the version

help-init = Make a workspace: policy, journal, blank ledgers (templates), inbox and reports
help-init-dir = The folder; it is created if missing
help-init-preset = The policy to start from; else meeting-sales
help-init-in-force-from = From when breaches count; else from today, so that nothing earlier counts; none: every day in the ledgers
help-templates = Write blank ledgers: a workbook for each kind, with drop-downs and notes
help-templates-dir = The folder; it is created if missing
help-templates-more = In a workspace the drop-downs offer its staff and offences; elsewhere no staff. Where the folder has files of these names: unedited templates are replaced; if any has been edited, none is written.
help-completions = Write the script with which a shell completes commands and options
help-completions-shell = The shell
help-value-batch = BATCH
help-batches = List what was imported, batch by batch
help-revert = Revert a batch, or one file of it: shows what would change and asks first; the history keeps it
help-revert-batch = The batch's number, as `batches` shows it
help-revert-file = Only that file of the batch
help-revert-yes = Do it without asking
help-revert-dry-run = Only show what would change
help-restore = Restore a reverted batch, or one file of it
help-restore-batch = The batch's number, as `batches` shows it
help-restore-file = Only that file of the batch
help-restore-yes = Do it without asking
help-restore-dry-run = Only show what would change
help-status = What is in the books, up to when they are complete, what waits in the inbox
help-check = What in the books needs checking
help-check-seen = These have been dealt with: they are listed no longer
help-check-by = Who has dealt with them
help-check-all = List what has been dealt with too, with by whom and when

help-value-by = BY
help-value-month = MONTH
help-value-staff = STAFF
help-value-status = STATUS

help-due = The call list: who has to contact whom tomorrow (or on a given day), by which clause
help-due-on = The day of the list; by default the day after the as-of day. monday is the next Monday
help-due-by = What the table is grouped by; by default the specialist
help-due-staff = Only what this person has to do (number or name)
help-due-sheets = Writes call sheets into this folder: a workbook for each person (or department, with --by department), to be filled in and imported again
help-due-all = Also what has been overdue for too long to be listed
help-owners = Who owns each household, since when, by which clause, and until when it is protected
help-owners-status = Only those of this status
help-owners-staff = Only those this person owns or claims (number or name)
help-violations = The violation report: each with its offence, clause and the ledger rows that show it
help-violations-from = Only those of this day or later
help-violations-to = Only those of this day or earlier
help-violations-status = Only those of this status
help-violations-staff = Only those of this person (number or name)
help-fines = A month's sums for each person: number, amount, what is unsettled
help-fines-month = The month; by default that of the as-of day
help-fines-by = What the sums are grouped by; by default the person
help-value-path = PATH
help-value-kind = KIND
help-value-year = YEAR
help-import = Import ledgers: files, or folders with every ledger under them
help-import-paths = Files and folders
help-import-kind = The ledger that every sheet is, where headings and names do not say it (signup, sale, visit …)
help-import-year = The year of dates written without one
help-import-through = These ledgers are complete up to that day, also where they have no row
help-import-department = … for that department only
help-import-replace = What was imported from files of the same names no longer counts
help-import-add = What was imported from files of the same names stays, and every new row is added
help-import-strict = If a row is rejected, import nothing
help-import-dry-run = Say what would happen, and change nothing
help-nightly = The nightly run: import the inbox, archive it, write the day's reports, print a summary
help-nightly-more = For cron or the Task Scheduler: safe to run twice. What was refused stays in the inbox (exit code 3); a second run at the same time stops at once (exit code 1).
help-value-command = COMMAND
help-help = Show the help of a command
help-help-command = The command; none: all of them

help-demo = Show what it does: a workspace with three months of an invented branch, its nightly run and the results
help-demo-dir = The folder; else huifang-demo

help-changes = What the latest imports, reverts and replacements changed: owners, tasks, violations, sums, and by which rows
help-changes-since = From where: after that batch (0: from the beginning), or from the end of that day, or that moment
help-policy = The company's rules: read, check and compare them; what another policy would have decided
help-policy-what-if = What another policy would have made of the same books: owners that differ, violations added or gone, sums of people and departments
help-policy-what-if-other = The other policy file

help-verify = Make a report again from its stamp and say whether it is the same, or where it differs (exit code 0 or 1)
help-verify-report = The report: xlsx, html, a CSV with its .stamp file, JSON made with --stamp, or a table saved as text
help-global-stamp = Put JSON into an envelope with its stamp; a table always ends with its stamp, xlsx has it in the foot and the properties, a CSV written with -o always has a .stamp file beside it, a CSV without -o has none
help-value-clause = CLAUSE
help-value-policy = POLICY
help-policy-list = List the presets, and the clauses of the company's policy with who decides them
help-policy-list-of = Which policy: a file or a preset's name; by default the workspace's
help-policy-show = One clause or all: what it demands, how it was interpreted, its source and its figures
help-policy-show-clause = The clause's id, such as resource-6; by default all
help-policy-show-of = Which policy: a file or a preset's name; by default the workspace's
help-policy-check = Check a policy file; of a sound one, list what never fired and the clauses without a worked case
help-policy-check-file = The policy file; by default the workspace's
help-policy-upgrade = Put a policy file into the form of today; what it says, remarks and spaces stay as they are
help-policy-upgrade-file = The policy file; by default the workspace's
help-policy-diff = Compare two policies value by value
help-policy-diff-a = A file or a preset's name
help-policy-diff-b = Another

help-finding = Put a manager's finding into the journal without a ledger
help-finding-add = Add a finding: confirm, waive or adjust a violation, or enter one of its own; a batch by itself, which can be reverted
help-finding-add-at = When it was found; else the as-of day
help-finding-add-violation = The violation's id; without one, the finding is a violation of its own
help-finding-add-verdict = What is found of it: confirm, waive or adjust
help-finding-add-staff = Who committed it (number or name); else that of the violation named
help-finding-add-offence = The offence (id or title); else that of the violation named
help-finding-add-concerning = The other member of staff it concerns
help-finding-add-phone = The customer's phone
help-finding-add-customers = How many customers
help-finding-add-boxes = How many boxes
help-finding-add-amount = The amount, inside the offence's range
help-finding-add-severe = It was severe
help-finding-add-by = Who decided it
help-finding-add-note = Why
help-finding-add-again = Decide again on a violation that is decided already
help-finding-add-dry-run = Say what would happen, and change nothing
help-value-id = ID
help-value-verdict = VERDICT
help-value-offence = OFFENCE
help-value-phone = PHONE
help-value-count = COUNT
help-value-amount = AMOUNT
help-value-text = TEXT
help-value-who = WHO
help-value-number = NUMBER
help-explain = Why: who owns a household, since when, by which clause and rows, what did not apply, what comes next; or how a violation arose, or why something is on the call list
help-explain-who = A phone (also as reports show it, 138****5678), a customer's name, a violation's id (V-…) or a task's (T-…)
help-explain-nth = Of several households under one name or masked phone, the one of that number in the list
help-explain-more = Formats: table (a page of text), xlsx (a workbook), json, html (a page to open or print).
help-value-days = DAYS
help-owners-history = Who owned them from when to when, by which clauses
help-expiring = Which protections end soon, on which day, by which clause, and the one act that keeps the household
help-expiring-days = Up to so many days after the as-of day; else 7
help-expiring-past = Those whose protection is over and that nobody else has taken yet
help-expiring-staff = Only what this person would lose (number or name)
help-disputes = Disputes for a manager to settle, with their evidence: contested households, the company's after a contest, family ties not applied, suspicions

help-heading-examples = Examples
help-choices = { $help } [{ $known }]
help-common = --lang, --color, -q, -v and other options of every command: see huifang --help.
help-group-begin = Getting started
help-group-clerk = The clerk
help-group-supervisor = The supervisor
help-group-hr = HR
help-group-manager = Managers
help-init-examples =
    huifang init shop
    huifang init shop --in-force-from 2026-11-01
help-demo-examples =
    huifang demo
    huifang demo try
help-templates-examples = huifang templates blank
help-nightly-examples = huifang nightly
help-import-examples =
    huifang import 2026-11-02.csv
    huifang import ledgers --kind signup --dry-run
help-status-examples = huifang status
help-check-examples =
    huifang check
    huifang check --all
help-batches-examples = huifang batches
help-revert-examples =
    huifang revert 2 --dry-run
    huifang revert 2 --yes
help-restore-examples = huifang restore 2 --yes
help-due-examples =
    huifang due
    huifang due --on monday --staff 1002
    huifang due --sheets call-sheets
help-owners-examples =
    huifang owners --status open
    huifang owners --staff 1003 --history
help-expiring-examples = huifang expiring --days 3
help-disputes-examples =
    huifang disputes
    huifang disputes -o disputes.html
help-explain-examples =
    huifang explain 13631959976
    huifang explain V-Z42PVXAXRK
help-violations-examples = huifang violations --status suspected --from 2026-10-01
help-fines-examples = huifang fines --month 2026-10 --by department
help-changes-examples = huifang changes --since yesterday
help-finding-add-examples = huifang finding add --violation V-Z42PVXAXRK --verdict confirm --by Li
help-verify-examples = huifang verify due.csv
help-policy-list-examples = huifang policy list
help-policy-show-examples = huifang policy show supplement-3
help-policy-check-examples = huifang policy check
help-policy-diff-examples = huifang policy diff meeting-sales policy.toml
help-policy-upgrade-examples = huifang policy upgrade
help-policy-what-if-examples = huifang policy what-if other.toml
help-completions-examples = huifang completions bash
