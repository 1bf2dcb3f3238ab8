//! `--known-at`: the books as they were known then, whatever has been imported, taken out or replaced since.

use super::args::Command;
use super::desk::Desk;
use super::fault::Said;
use crate::domain::Message;
use crate::journal::{Journal, Known};
use anyhow::Result;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A point of the journal on the command line: a batch's number, a day (its end is meant), or a day and a time.
pub fn known(text: &str) -> Result<Known, Said> {
    let wrong = || Said::new(Message::new("cli-usage-known").with("value", text));
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map(Known::Batch).map_err(|_| wrong());
    }
    let end = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    let day = || text.parse::<NaiveDate>().ok().map(|day| day.and_time(end));
    let moment = |form| NaiveDateTime::parse_from_str(text, form).ok();
    // Said to the minute, the whole minute is meant, as the whole day is for a day.
    let minute = || moment("%Y-%m-%d %H:%M").map(|at| at + chrono::Duration::seconds(59));
    day().or_else(|| moment("%Y-%m-%d %H:%M:%S")).or_else(minute).map(Known::Moment).ok_or_else(wrong)
}

/// Commands that write to the books do so today.
pub fn refuse_to_write_then(command: &Command, desk: &Desk) -> Result<()> {
    if desk.global.known_at.is_some() && !command.reads_the_books() {
        return Err(Said::usage(Message::new("cli-usage-known-here"))
            .remedy(Message::new("cli-usage-known-here-remedy"))
            .into());
    }
    Ok(())
}

/// Puts the journal where it is to be read, and says what the answer leaves out of sight.
pub fn stand(journal: &mut Journal, known: Known, desk: &mut Desk) -> Result<()> {
    let point = journal.point(known)?;
    if let Known::Batch(batch) = known
        && let Some(at) = journal.batches()?.iter().find(|of| of.id == batch).and_then(|of| of.reverted)
    {
        desk.note(&Message::new("cli-known-reverted").show("batch", batch).show("at", at.format("%Y-%m-%d %H:%M")));
    }
    journal.stand_at(point)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_means_its_end_and_a_minute_all_of_it() {
        let at = |text: &str| known(text).map_err(|said| said.message.key);
        let moment = |text: &str| Ok(Known::Moment(text.parse().unwrap()));
        assert_eq!(at("12"), Ok(Known::Batch(12)));
        assert_eq!(at("2026-03-02"), moment("2026-03-02T23:59:59"));
        assert_eq!(at("2026-03-02 21:05"), moment("2026-03-02T21:05:59"));
        assert_eq!(at("2026-03-02 21:05:07"), moment("2026-03-02T21:05:07"));
        for wrong in ["", "-1", "2026-3-2x", "yesterday", "2026-02-30", "99999999999999999999"] {
            assert_eq!(at(wrong), Err("cli-usage-known"), "{wrong}");
        }
    }
}
