//! Early, on time, late or open: one judgement for all obligations.

use crate::domain::Seq;
use chrono::NaiveDate;

/// How something due stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Nothing was found that closes it.
    Open,
    /// Done inside the window.
    OnTime { row: Seq, on: NaiveDate },
    /// Done after it: what was missed stays missed.
    Late { row: Seq, on: NaiveDate },
}

/// Closes it with the first evidence on or after the window's start.
pub fn judge(start: NaiveDate, deadline: NaiveDate, evidence: impl Iterator<Item = (NaiveDate, Seq)>) -> Closing {
    match evidence.filter(|(on, _)| *on >= start).min() {
        None => Closing::Open,
        Some((on, row)) if on <= deadline => Closing::OnTime { row, on },
        Some((on, row)) => Closing::Late { row, on },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(evidence: &[&str]) -> Closing {
        let day = |text: &str| text.parse().unwrap();
        let evidence = evidence.iter().enumerate().map(|(row, on)| (day(on), row as Seq));
        judge(day("2026-01-04"), day("2026-01-15"), evidence)
    }

    #[test]
    fn the_first_evidence_from_the_windows_start_on_decides() {
        let on = |text: &str| text.parse().unwrap();
        assert_eq!(judged(&[]), Closing::Open);
        assert_eq!(judged(&["2026-01-03"]), Closing::Open);
        assert_eq!(judged(&["2026-01-03", "2026-01-04"]), Closing::OnTime { row: 1, on: on("2026-01-04") });
        assert_eq!(judged(&["2026-01-20", "2026-01-15"]), Closing::OnTime { row: 1, on: on("2026-01-15") });
        assert_eq!(judged(&["2026-01-20", "2026-01-16"]), Closing::Late { row: 1, on: on("2026-01-16") });
    }
}
