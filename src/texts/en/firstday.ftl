# The first day: the page that init writes for people who have never seen a command line, and files to click on.

first-day-starter = every-evening
first-day-starter-remark = Imports the ledgers in inbox and writes the day's reports. Double-click it; running it again does no harm.
first-day-paper =
    { $name }: how to use huifang every day
    ================================================================

    Give it the ledgers every day, and it works out whom to call
    tomorrow, who owns each customer, and who broke which rule. All you
    need is Excel or WPS, and to double-click a file.

    THE FIRST DAY, ONCE
      1. Open the folder templates: the blank ledgers are there.
         Fill in `staff` first: without it no name in the other ledgers
         is known. Then those you have: signup, preheat, attendance,
         sale, visit. The others can wait until they are needed.
         The second sheet of each says what to write in every column.
         Sheets of your own will do if their first row holds headings
         such as customer, phone, staff.
      2. Copy what you have filled in into the folder inbox.
      3. Double-click `{ $batch }` (on a Mac or Linux
         run `{ $shell }`).
      Once the staff are in, the blank ledgers that nobody has touched
      offer their names to choose from.

    EVERY EVENING: THE CLERK
      1. Copy the day's ledgers into the folder inbox.
      2. Double-click `{ $batch }` and wait until it has finished.
      3. See whether the window says "rejected", and whether a file is
         left in inbox. If not, you are done; imported files have been
         moved to the folder archive.
      4. Where it says that there are items to check: type huifang check
         (how to type a command is explained below) and go through
         them; what is right can be recorded as dealt with, and is not
         listed again.

    EVERY MORNING: THE SUPERVISOR
      Open the folder reports, and in it the folder of the latest day:
        due         made last night for today: whom to call, who does it, why
        owners      who owns each customer, and until when
        violations  what went against the rules
        fines       the month's sums
      Each is there twice: .csv for Excel or WPS, .txt for Notepad.

    AT MONTH'S END: HR
      Open fines.csv and violations.csv of the last day.
      "pending" waits for a ledger still to come; "suspected" has to be
      investigated by somebody: then write a row into the ledger
      `finding` (the violation's id, the verdict), put it into inbox and
      double-click once more. Sums are only what the policy says: ask
      counsel before anything is deducted. The day from which breaches
      count is in policy.toml, in the line in_force_from.

    WHEN ROWS ARE REJECTED
      Open the file in the folder rejects: each row says why. Correct
      it, save it, copy it into inbox, double-click `{ $batch }` again.
      For one that need not be imported at all, type, with its id from
      huifang check:  huifang check --seen ID --by NAME

    WHEN SOMETHING WRONG WAS IMPORTED
      Type huifang batches, find the batch's number, then type
      huifang revert NUMBER. It shows what would go and asks first;
      huifang restore NUMBER brings it back.

    WHEN A FILE IS LEFT IN INBOX
      The window says why. One that cannot be opened: save it again with
      Excel or WPS. One that is "held" has the name of a sheet imported
      before, with other rows: decide whether it replaces that one or
      is to be added. The window shows a command for either. To type a
      command: open this folder, type cmd into the address bar, press
      Enter, and type the command into the black window.
      If it says that huifang is not known, put this in its place:
        "{ $program }"

    HOW DO THINGS STAND?
      Type huifang into the black window and press Enter.
      To ask why: huifang explain and the customer's phone number.

    ----------------------------------------------------------------
    For whoever looks after the computer: to have it done at 21:00

    Windows Task Scheduler, to be run once in a command prompt:
    { $scheduled }

    Linux and macOS, a line to add with crontab -e:
    { $cron }

    The workspace: { $workspace }
    To back it up, copy the whole folder while no command is running.
