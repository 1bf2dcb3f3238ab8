# The journal: why it could not be used.

journal-missing = there is no journal `{ $file }`
journal-missing-remedy = put the copy of it back, or start anew with `huifang init` in another folder
journal-none = `{ $file }` is not a journal of huifang
journal-none-remedy = move that file away and put the journal back
journal-newer = `{ $file }` was written by a newer version of huifang
journal-newer-remedy = update this program
journal-damaged = the journal `{ $file }` is damaged
journal-damaged-remedy = change nothing, keep a copy of the file, and put the last good copy back
journal-waiting = another huifang is writing to the journal; waiting for it to finish …
journal-busy = another huifang has been writing to the journal `{ $file }` for too long
journal-busy-remedy = wait until it has finished, then do the same again
journal-full = the disk is full: `{ $file }` is as it was before
journal-full-remedy = make room on the disk, then do the same again
journal-read-only = the journal `{ $file }` cannot be written
journal-read-only-remedy = ask for write permission to the file and its folder
journal-no-batch = there is no batch { $batch }; the last one is { $last }
journal-no-batch-yet = there is no batch { $batch }; nothing has been imported yet
journal-no-batch-remedy = see `huifang batches`
journal-before-first = nothing had been imported by { $at }; the first batch was made on { $first }
journal-before-any = nothing had been imported by { $at }, nor has anything been since
journal-reverted-before = batch { $batch } was taken out already, on { $at }
journal-other = the journal `{ $file }` could not be used: { $reason }
journal-drive = the drive of the journal `{ $file }` failed; the journal is as it was before
journal-drive-remedy = check the disk or the connection to the network drive, then do the same again
