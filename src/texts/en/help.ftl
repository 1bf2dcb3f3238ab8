# The help. `help-<command>` says what a command does, `help-<command>-<argument>` what an argument is for.

help-about = Follow-up for meeting-sales companies: takes in the day's ledgers, gives tomorrow's call list, who owns which customer, and who owes which fine.
help-more = A first start:  huifang init shop  →  huifang -C shop import FILES  →  huifang -C shop due
    Exit codes: 0 done, 1 it could not be done, 2 wrong usage, 3 done but rows were rejected.

help-usage = Usage:
help-usage-command = <COMMAND>
help-usage-options = [OPTIONS]
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = For every command

help-value-dir = DIR
help-value-date = DATE
help-value-file = FILE
help-value-format = FORMAT
help-value-lang = LANG
help-value-name = NAME
help-value-shell = SHELL
help-value-when = WHEN

help-global-workspace = The workspace; else HUIFANG_WORKSPACE, else this folder or the nearest one above it that is a workspace
help-global-as-of = Read the books as they stand at the end of that day; else today
help-global-format = How the result is written; else by the ending of -o, else a table
help-global-output = Write the result into this file
help-global-reveal = Show phone numbers whole (noted in the log)
help-global-lang = The language; else HUIFANG_LANG, else the system's, else Chinese
help-global-color = Colours on the screen
help-global-quiet = Say nothing beside the result and errors
help-global-verbose = Say more about what is done
help-global-help = Show this help
help-version = Show the version

help-init = Make a workspace: policy, journal, inbox and reports
help-init-dir = The folder; it is made if need be
help-init-preset = The policy to start from; else meeting-sales
help-completions = Write the script with which a shell completes commands and options
help-completions-shell = The shell
help-value-batch = BATCH
help-batches = List what was imported, batch by batch
help-revert = Take a batch out: its rows count no longer, the history keeps it
help-revert-batch = The batch's number, as `batches` shows it
help-status = What is in the books, up to when they are complete, what waits in the inbox
help-check = What in the books somebody should look at
