# What is said while ledgers are read. Where it was (file, sheet, row) is added by the caller; here stand what was found, what is wrong and what to do.

ingest-word = `{ $id }` ({ $zh })
ingest-in-column = `{ $column }`: { $problem }

# Paths and files
ingest-path-missing = there is no `{ $path }`; check the path, and put it in quotes if it has spaces
ingest-path-special = `{ $path }` is not an ordinary file; name a ledger or a folder
ingest-path-unreadable = the folder `{ $path }` cannot be listed: { $error }
ingest-path-empty = the folder `{ $path }` holds no ledgers; put CSV files or workbooks in it (csv, tsv, xlsx, xls, xlsb, ods)
ingest-path-ending = skipped `{ $path }`: its ending is not that of a ledger; if it is one, name the file itself
ingest-path-link = skipped { $path }: it is a symbolic link, not a file; put a copy of the file here, or name it by itself to import it
ingest-path-no-file = skipped { $path }: it is not a regular file
ingest-file-missing = the file is gone; check whether it was moved or renamed
ingest-file-denied = no permission to read it; close the program that holds it, or ask for permission
ingest-file-unreadable = it cannot be read: { $error }
ingest-file-empty = the file is empty; export it again
ingest-file-old-excel = this is a very old, bare Excel format; open it in Excel or WPS and save it as xlsx
ingest-file-foreign = this is not a ledger; by its content it is { $what }; export it as CSV or xlsx
ingest-file-binary = this is neither text nor a workbook; export it as CSV or xlsx
ingest-file-html = this is a web page without a table that can be read safely; open it in Excel or WPS and save it as xlsx
ingest-file-xml = this is XML under the name of a ledger; open it in Excel or WPS and save it as xlsx
ingest-file-zip = this is an archive; unpack it and import the ledgers in it
ingest-text-encoding = the text is neither UTF-8 nor GB18030/GBK; save it as `CSV UTF-8` in Excel
ingest-text-big5 = the text is probably Big5; save it as `CSV UTF-8` in Excel and import again
ingest-text-big5-maybe = the text may be Big5 but was read as GB18030; check that names are not garbled
ingest-text-endless = the record that begins on line { $line } has no end; a quotation mark is probably missing; add it and import again
ingest-text-quote = the quotation mark opened on line { $line } is never closed and swallows the lines after it; close it and import again
ingest-text-wide = line { $line } has { $cells } cells, too many for a ledger; check the separator
ingest-book-damaged = the workbook cannot be read: it is damaged, cut off or written in an unusual way; open it in Excel or WPS and save it as xlsx
ingest-book-password = the workbook is protected by a password; remove it and import again
ingest-book-encrypted = the workbook is encrypted in a way that is not read here; open it in Excel or WPS, save it as xlsx without a password, and import that
ingest-book-bomb = unpacked, the workbook would be far too large, so it was not opened; open it in Excel or WPS, clear stray formats and cells, and save it as xlsx
ingest-book-row-long = row { $line } holds far too much text; check it
ingest-book-empty-cells = after row { $line } come millions of formatted cells without content, and reading stopped there; delete the empty rows and import again
ingest-book-large = this workbook is too large for the old format; save it as xlsx
ingest-book-no-sheets = the workbook has no sheets, or its list of them is damaged; open it in Excel or WPS, look, and save it as xlsx
ingest-book-order = row { $line } is out of order, so the workbook is damaged; open it in Excel or WPS and save it as xlsx

# Sheets
ingest-sheet-summary = the supervisor's summary is no ledger; it was passed over
ingest-sheet-others = this sheet is only to be read; it is not taken in
ingest-sheet-hidden = a hidden sheet, not read; unhide it to import it
ingest-sheet-no-cells = a sheet of charts or macros, without data
ingest-sheet-empty = an empty sheet
ingest-sheet-marks = it cannot be told which cells are merged downwards, so the sheet was not read with blanks in their place; open it in Excel or WPS and save it as xlsx
ingest-sheet-notes = no headings, skipped as notes
ingest-far = `{ $value }` in { $place } is further right than any ledger reaches and was not read; move it into the table, or delete it, and import again
ingest-far-rows = { $rows ->
    [one] one row has a value
   *[other] { $rows } rows have values
 } further right than any ledger reaches, first `{ $value }` in { $place }; they were not read; move them into the table, or delete them, and import again
ingest-table-other = row { $line } holds the headings of another table, and reading stopped there; keep one ledger to a sheet
ingest-kind-tie = it may be any of { $kinds }; the headings seen are { $headings }; write the ledger's name into the file's or sheet's name, or say --kind
ingest-kind-none = no ledger is known with these headings: { $headings }; check them, or say --kind
ingest-kind-no-table = no headings were found; a ledger begins with the names of its columns, such as `phone`, `at`, `staff`
ingest-kind-incomplete = nearest is { $kind }, but it lacks { $missing }; the headings seen are { $headings }; add what is missing, or take the file out of the inbox if it is not a ledger
ingest-kind-clock = by { $clock } this is the record of a time clock, not a ledger; nothing of it was read; the headings seen are { $headings }; if it is a ledger, say --kind
ingest-roster-other = it numbers and names staff, but no roster has { $others }, so it was not taken for the staff roster; the headings seen are { $headings }; if it is the roster, leave these columns out, or say --kind staff
ingest-roster-nothing-own = it numbers and names staff, but has nothing that only a roster has (role, hired, left, employment), so it was not taken for the staff roster; the headings seen are { $headings }; if it is the roster, add one of these, or say --kind staff
ingest-roster-numbering = it looks like the staff roster, but 编号 may only number the rows and is not a staff number; the headings seen are { $headings }; write 工号 or staff_id over the staff numbers

# Values
ingest-blank = is blank and must be filled in
ingest-silent = `{ $value }` has no meaning, and this column must be filled in
ingest-ditto = `{ $value }` only refers to the row above; every row must be complete, so write it out
ingest-twins = `{ $column }` says `{ $one }` and `{ $other_column }` says `{ $other }`, though both columns mean the same; make them agree, or keep one
ingest-cell-long = is longer than a cell can be: `{ $value }`; shorten it
ingest-formula = a formula failed ({ $value }); put the right value
ingest-formula-uncomputed = a formula ({ $value }) whose result is not stored in the file; open it in Excel or WPS, save it, and import again
ingest-row-hidden = the row is hidden in the sheet, by a filter or by hand; imported as it is, check whether it counts
ingest-row-struck = struck through in { $columns }; imported as it is, check whether it still holds
ingest-date = `{ $value }` is not a date; write it like 2026-11-20
ingest-date-no-year = `{ $value }` has no year; add it, or say --year
ingest-date-beside-name = `{ $value }` has no year, and lies more than a month after the { $name } of the file's name, so it is not of that year; add its year
ingest-date-short-year = the year of `{ $value }` is not of four digits; write it like 2026-11-20
ingest-date-day-first = `{ $value }` has the day first; write year, month, day, like 2026-11-20
ingest-date-month-first = `{ $value }` has the month first and the year last; write year, month, day, like 2026-11-20
ingest-date-year-last = day and month of `{ $value }` cannot be told apart; write it like 2026-11-20
ingest-date-impossible = there is no such day as `{ $value }`
ingest-date-time = the time in `{ $value }` cannot be read; write it like 2026-11-20 09:05
ingest-date-time-only = `{ $value }` is a time without a date; write it like 2026-11-20 09:05
ingest-date-serial = the number { $value } is not a date; write it like 2026-11-20
ingest-date-early = { $date } is before { $first }; check the year
ingest-date-late = { $date } is too late, the last day is { $last }; check the year
ingest-date-ahead = { $date } is still to come; what has happened may be dated { $last } at the latest, the day after the import; check the date
ingest-date-future = { $date } is later than the day of the import, { $today }; imported as it is, check it
ingest-before-event = { $date } is before { $event }, { $at }, and a form cannot be older than what it is about; imported as it is, check it
ingest-next-before = { $date } is before { $event }, { $at }, and what is agreed for the next time cannot be; imported as it is, but nothing is agreed by it, check it
ingest-next-same-day = { $date } is the day of { $event } itself, and what is agreed for the next time comes after it; imported as it is, but nothing is agreed by it, check it
ingest-date-weekday = the weekday in `{ $value }` is not that day's; the date was used, check it
ingest-date-alone = row { $line }, { $date }, is more than 60 days before everything else on the sheet, which begins on { $next }; imported as it is, check the year
ingest-phone = `{ $value }` is not a phone number; a mobile has 11 digits, a landline its area code or 7–8 digits
ingest-phone-rounded = Excel has rounded `{ $value }` and its last digits are lost; format the column as text and enter the number again
ingest-phone-restored = its leading 0 was lost and is put back: read as { $phone }, check it
ingest-phone-dummy = `{ $value }` looks like an invented number; imported as it is, check it
ingest-yes-no = `{ $value }` is neither yes nor no
ingest-word-unknown = `{ $value }` is not known here; write one of { $known }
ingest-satisfaction = `{ $value }` is not a satisfaction; write 1 to 5, or one of 非常满意, 满意, 一般, 不满意, 非常不满意
ingest-money = `{ $value }` is not an amount; write digits only
ingest-count = `{ $value }` is not a whole number
ingest-negative = cannot be negative ({ $value })
ingest-left-before-hired = the last day { $left } is before the first, { $hired }; imported as it is, check it
ingest-leave-ends-before = { $to } is before the first day, { $from }; check both days
ingest-left-without-day = says `{ $value }`, but no last day is given; add it
ingest-resumed-before-stop = resumed on { $resumed }, before the stop on { $stop }; imported as it is, check it

# Staff
ingest-staff-unknown = `{ $staff }` is not on the roster; check the name or number, or add them to the roster first
ingest-staff-near = `{ $staff }` is not on the roster; did you mean { $near }? Correct it, or add them to the roster first
ingest-staff-named = { $name } ({ $number })
ingest-staff-ambiguous = several members of staff are called `{ $staff }`; write the number instead: { $numbers }
ingest-staff-no-roster = there is no roster yet, so `{ $staff }` is not known; import the roster first, or together with this file
ingest-wage-of-two = the number is { $staff }, but the name is that of { $named }; make both refer to the same person
ingest-role-none = `{ $value }` is not one of the roles the rules know ({ $known }); it is kept as written, and this person has no role of the rules. If it is one of them, say so under [roles] in policy.toml
ingest-month = `{ $value }` does not say which month of which year; write it as 2026-10
ingest-signup-nobody = is blank, which only walk-ins (`store`) and phone responses (`phone_response`) may be

# Findings
ingest-offence-unknown = the policy has no offence `{ $value }`; write one of { $known }
ingest-finding-fixed = the amount of { $offence } is fixed; leave the amount out
ingest-finding-range = the amount of { $offence } must be from { $low } to { $high }, not { $amount }
ingest-finding-boxes = { $offence } costs by the box: the boxes must be filled in
ingest-finding-no-verdict = a finding on a violation id needs a verdict: `confirm`, `waive` or `adjust`

# Rejected rows
ingest-swapped = the columns `{ $one }` and `{ $other }` are filled in the wrong way round; exchange them
ingest-swapped-rows = the columns `{ $one }` and `{ $other }` are filled in the wrong way round; { $rows ->
    [one] { $rows } row is
   *[other] { $rows } rows are
} rejected for it; exchanging the columns corrects this
ingest-swapped-days = the days in the columns `{ $one }` and `{ $other }` seem to be the wrong way round, here and in most rows of the table; imported, but please check
ingest-rejects-row = rejected row
ingest-rejects-why = rejected why ({ $kind })
ingest-rejects-unwritten = the rejected rows cannot be written to `{ $path }` ({ $error }); close the file if it is open, or check the folder's permissions and the disk's space
ingest-rejects-too-many = more rows or columns than a workbook can hold

# Why the system refuses to read or write
ingest-io-not-found = there is no such file or folder
ingest-io-denied = no permission to write or read here
ingest-io-read-only = this place can only be read, not written
ingest-io-full = the disk is full
ingest-io-exists = it exists already
ingest-io-folder = it is a folder, not a file
ingest-io-no-folder = a part of the path is a file, not a folder
ingest-io-large = the file is too large for this place
ingest-io-name = a file cannot have this name
ingest-io-busy = another program holds the file
ingest-io-cut-off = the file is incomplete
ingest-io-network = the network or shared folder is gone
ingest-io-number = system error { $number }
ingest-io-unknown = the system gives no reason
