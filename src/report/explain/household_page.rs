//! A household's explanation laid out in paragraphs.

use super::household::HouseholdExplained;
use super::page_writer::PageWriter;
use super::timeline::EventRow;
use crate::domain::{Message, Moment};
use crate::policy::{HouseholdStatus, Urgency};
use crate::report::{ClaimRow, Mark, Narrative, Paragraph, Presenter, Tone};

/// A household's explanation as a page.
pub fn household_page(explained: &HouseholdExplained, presenter: &Presenter<'_>) -> Narrative {
    let mut page = PageWriter::new(presenter, &explained.clauses);
    let who = match &explained.state.customer {
        Some(name) => format!("{name} {}", presenter.phone(&explained.state.household)),
        None => presenter.phone(&explained.state.household),
    };
    let title = Message::new("explain-title").with("who", who).show("as_of", explained.as_of);
    let lead = lead(explained, &mut page);
    let members = members(explained, &page);
    let timeline = explained.timeline.iter().map(|event| told(event, &mut page)).collect();
    let sections = [
        ("explain-section-members", members),
        ("explain-section-timeline", timeline),
        ("explain-section-state", state(explained, &page)),
        ("explain-section-tasks", tasks(explained, &mut page)),
        ("explain-section-violations", violations(explained, &mut page)),
    ];
    Narrative {
        language: presenter.lang().tag(),
        title: page.say(&title),
        lead,
        sections: page.sections(sections),
        notes: Vec::new(),
    }
}

fn lead(explained: &HouseholdExplained, page: &mut PageWriter<'_>) -> Vec<Paragraph> {
    let verdict = &explained.verdict;
    let tone = match explained.state.status {
        HouseholdStatus::Open | HouseholdStatus::Contested | HouseholdStatus::Company => Tone::Warning,
        HouseholdStatus::Lapsed => Tone::Alarm,
        HouseholdStatus::Owned | HouseholdStatus::Held | HouseholdStatus::Free => Tone::Plain,
    };
    let because: Vec<Paragraph> = verdict.because.iter().map(|told| page.told(Mark::None, told)).collect();
    let mut lead = vec![Paragraph::plain(&verdict.text).toned(tone).with(because)];
    lead.extend(verdict.next.iter().map(|next| page.with_clause(Mark::Next, &next.text, Some(&next.clause))));
    lead.extend(verdict.otherwise.iter().map(|text| Paragraph::marked(Mark::Next, text)));
    lead
}

fn members(explained: &HouseholdExplained, page: &PageWriter<'_>) -> Vec<Paragraph> {
    let member = |member: &super::MemberRow| {
        let phone = page.presenter.phone(&member.phone);
        let names = member.names.join("/");
        Paragraph::plain(format!("{phone} {names}").trim_end())
    };
    let link = |link: &super::LinkRow| {
        let mark = if link.applied { Mark::None } else { Mark::Passed };
        Paragraph::marked(mark, &link.text).with(page.rows(std::slice::from_ref(&link.row)))
    };
    explained.people.iter().map(member).chain(explained.links.iter().map(link)).collect()
}

fn told(event: &EventRow, page: &mut PageWriter<'_>) -> Paragraph {
    let at = Moment { date: event.date, time: event.time }.said();
    let row = page.rows(std::slice::from_ref(&event.row));
    let mut below: Vec<Paragraph> = row.into_iter().collect();
    for change in &event.changes {
        let others: Vec<_> = change.rows.iter().filter(|row| row.seq != event.row.seq).cloned().collect();
        let others = page.rows(&others);
        below.push(page.with_clause(Mark::Change, &change.text, Some(&change.clause)).with(others));
    }
    for passed in &event.passed {
        let behind = page.rows(&passed.rows);
        below.push(page.with_clause(Mark::Passed, &passed.text, passed.clause.as_ref()).with(behind));
    }
    Paragraph::marked(Mark::Event, format!("{at}  {}", event.text)).with(below)
}

fn state(explained: &HouseholdExplained, page: &PageWriter<'_>) -> Vec<Paragraph> {
    let state = &explained.state;
    let mut lines = vec![
        Message::new("explain-state-status")
            .with("status", page.presenter.word("status", state.status.id()))
            .with("standing", page.presenter.word("standing", state.standing())),
    ];
    lines.extend(state.protected_until.map(|day| match day < explained.as_of {
        true => Message::new("explain-state-unprotected").show("day", day),
        false => Message::new("explain-state-protected").show("day", day),
    }));
    let claim = |claim: &ClaimRow| {
        let key = match (&state.owner, claim.deadline < explained.as_of) {
            (Some(_), _) => "explain-state-challenger",
            (None, true) => "explain-state-lapsed",
            (None, false) => "explain-state-claim",
        };
        let preheated = match claim.preheated {
            Some(day) => Message::new("explain-state-preheated").show("day", day),
            None => Message::new("explain-state-not-preheated"),
        };
        Message { key, args: Vec::new() }
            .with("staff", page.presenter.staff(&claim.staff))
            .show("at", claim.at)
            .show("deadline", claim.deadline)
            .with("preheated", preheated)
    };
    lines.extend(state.claims.iter().map(claim));
    lines.iter().map(|line| Paragraph::plain(page.say(line))).collect()
}

fn tasks(explained: &HouseholdExplained, page: &mut PageWriter<'_>) -> Vec<Paragraph> {
    let mut tasks = Vec::new();
    for task in &explained.tasks {
        let message = Message::new("explain-task")
            .show("due", task.due)
            .with("status", page.presenter.word("status", task.status.id()))
            .with("task", page.presenter.obligation(&task.task))
            .with("staff", page.presenter.staff_or_nobody(task.assignee.as_ref()))
            .with("id", task.id.as_str());
        let text = page.say(&message);
        let tone = if task.status == Urgency::Overdue { Tone::Alarm } else { Tone::Plain };
        tasks.push(page.with_clause(Mark::None, &text, task.clause.as_ref()).toned(tone));
    }
    tasks
}

fn violations(explained: &HouseholdExplained, page: &mut PageWriter<'_>) -> Vec<Paragraph> {
    let mut violations = Vec::new();
    for violation in &explained.violations {
        let staff = match &violation.staff {
            Some(staff) => page.presenter.staff(staff),
            None => page.get("report-unnamed"),
        };
        let message = Message::new("explain-violation-line")
            .show("day", violation.date)
            .with("offence", page.presenter.offence(&violation.offence))
            .with("status", page.presenter.word("status", violation.status.id()))
            .with("staff", staff)
            .with("amount", violation.amount.map_or_else(|| "—".to_owned(), |amount| amount.to_string()))
            .with("id", violation.id.as_str());
        let text = page.say(&message);
        violations.push(page.with_clause(Mark::None, &text, Some(&violation.clause)));
    }
    violations
}
