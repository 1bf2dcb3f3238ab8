//! A violation's explanation laid out in paragraphs.

use super::inquiry::InquiryRow;
use super::page_writer::PageWriter;
use super::violation::{FindingRow, ViolationExplained};
use crate::domain::Message;
use crate::policy::Certainty;
use crate::report::{Mark, Narrative, Paragraph, Presenter, Tone};

/// A violation's explanation as a page.
pub fn violation_page(explained: &ViolationExplained, presenter: &Presenter<'_>) -> Narrative {
    let mut page = PageWriter::new(presenter, &explained.clauses);
    let row = &explained.violation;
    let title = Message::new("explain-title-violation").with("id", row.id.as_str()).show("as_of", explained.as_of);
    let lead = lead(explained, &mut page);
    let (due, found) = match &explained.inquiry {
        Some(inquiry) => (due(inquiry, &mut page), found(inquiry, &page)),
        None => (explained.basis.iter().map(|told| page.told(Mark::None, told)).collect(), Vec::new()),
    };
    let plain = |lines: &[String]| lines.iter().map(Paragraph::plain).collect::<Vec<_>>();
    let rows: Vec<Paragraph> = explained.rows.iter().map(|told| page.told(Mark::None, told)).collect();
    let ruling = |one: &FindingRow| Paragraph::plain(&one.text).with(page.rows(std::slice::from_ref(&one.row)));
    let rulings: Vec<Paragraph> = explained.findings.iter().map(ruling).collect();
    let mut cost = plain(&explained.pricing.lines);
    cost.push(Paragraph::plain(&explained.pricing.result));
    let first = if explained.inquiry.is_some() { "explain-section-due" } else { "explain-section-basis" };
    let sections = [
        (first, due),
        ("explain-section-found", found),
        ("explain-section-rows", rows),
        ("explain-section-cost", cost),
        ("explain-section-rulings", rulings),
        ("explain-section-open", plain(&explained.open)),
    ];
    Narrative {
        language: presenter.lang().tag(),
        title: page.say(&title),
        lead,
        sections: page.sections(sections),
        notes: vec![page.get("explain-violation-note")],
    }
}

fn lead(explained: &ViolationExplained, page: &mut PageWriter<'_>) -> Vec<Paragraph> {
    let tone = match explained.violation.status {
        Certainty::Recorded | Certainty::Upheld => Tone::Alarm,
        Certainty::Suspected => Tone::Warning,
        Certainty::Pending | Certainty::Waived => Tone::Plain,
    };
    let status = page.presenter.word("status", explained.violation.status.id());
    let message = Message::new("explain-certainty").with("status", status).with("why", explained.certainty.as_str());
    let result = Paragraph::plain(&explained.pricing.result);
    vec![page.with_clause(Mark::None, &explained.text, Some(&explained.violation.clause)).toned(tone)]
        .into_iter()
        .chain([Paragraph::plain(page.say(&message))])
        .chain([result])
        .collect()
}

/// What was due, from which rows, and who answers.
fn due(inquiry: &InquiryRow, page: &mut PageWriter<'_>) -> Vec<Paragraph> {
    vec![page.told(Mark::None, &inquiry.due), Paragraph::plain(&inquiry.answers)]
}

/// What was looked for, what was found, and how far the ledger reaches.
fn found(inquiry: &InquiryRow, page: &PageWriter<'_>) -> Vec<Paragraph> {
    let considered = |row: &super::ConsideredRow| {
        let mark = if row.lacks.is_empty() { Mark::Change } else { Mark::Passed };
        Paragraph::marked(mark, &row.text).with(page.rows(std::slice::from_ref(&row.row)))
    };
    let none = inquiry.considered.is_empty().then(|| Paragraph::plain(page.get("explain-considered-none")));
    std::iter::once(Paragraph::plain(&inquiry.wanted))
        .chain(inquiry.considered.iter().map(considered))
        .chain(none)
        .chain([Paragraph::plain(&inquiry.coverage)])
        .collect()
}
