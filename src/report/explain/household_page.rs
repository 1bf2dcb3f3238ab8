use super::household::HouseholdExplained;
use super::page_writer::PageWriter;
use super::timeline::EventRow;
use crate::domain::{Message, Moment};
use crate::report::{ClaimRow, Mark, Narrative, Paragraph, Presenter, Tone};

/// A household's explanation as a page.
pub fn household_page(explained: &HouseholdExplained, speaker: &Presenter<'_>) -> Narrative {
    let mut pen = PageWriter::new(speaker, &explained.clauses);
    let who = match &explained.state.customer {
        Some(name) => format!("{name} {}", speaker.phone(&explained.state.household)),
        None => speaker.phone(&explained.state.household),
    };
    let title = Message::new("explain-title").with("who", who).show("as_of", explained.as_of);
    let lead = lead(explained, &mut pen);
    let members = members(explained, &pen);
    let timeline = explained.timeline.iter().map(|event| told(event, &mut pen)).collect();
    let sections = [
        ("explain-section-members", members),
        ("explain-section-timeline", timeline),
        ("explain-section-state", state(explained, &pen)),
        ("explain-section-tasks", tasks(explained, &mut pen)),
        ("explain-section-violations", violations(explained, &mut pen)),
    ];
    Narrative {
        language: speaker.lang().tag(),
        title: pen.say(&title),
        lead,
        sections: pen.sections(sections),
        notes: Vec::new(),
    }
}

fn lead(explained: &HouseholdExplained, pen: &mut PageWriter<'_>) -> Vec<Paragraph> {
    let verdict = &explained.verdict;
    let tone = match explained.state.status {
        "open" | "contested" | "company" => Tone::Warning,
        "lapsed" => Tone::Alarm,
        _ => Tone::Plain,
    };
    let because: Vec<Paragraph> = verdict.because.iter().map(|told| pen.told(Mark::None, told)).collect();
    let mut lead = vec![Paragraph::plain(&verdict.text).toned(tone).with(because)];
    lead.extend(verdict.next.iter().map(|next| pen.with_clause(Mark::Next, &next.text, Some(&next.clause))));
    lead.extend(verdict.otherwise.iter().map(|text| Paragraph::marked(Mark::Next, text)));
    lead
}

fn members(explained: &HouseholdExplained, pen: &PageWriter<'_>) -> Vec<Paragraph> {
    let member = |member: &super::MemberRow| {
        let phone = pen.speaker.phone(&member.phone);
        let names = member.names.join("/");
        Paragraph::plain(format!("{phone} {names}").trim_end())
    };
    let link = |link: &super::LinkRow| {
        let mark = if link.applied { Mark::None } else { Mark::Passed };
        Paragraph::marked(mark, &link.text).with(pen.rows(std::slice::from_ref(&link.row)))
    };
    explained.people.iter().map(member).chain(explained.links.iter().map(link)).collect()
}

fn told(event: &EventRow, pen: &mut PageWriter<'_>) -> Paragraph {
    let at = Moment { date: event.date, time: event.time }.said();
    let row = pen.rows(std::slice::from_ref(&event.row));
    let mut below: Vec<Paragraph> = row.into_iter().collect();
    for change in &event.changes {
        let others: Vec<_> = change.rows.iter().filter(|row| row.seq != event.row.seq).cloned().collect();
        let others = pen.rows(&others);
        below.push(pen.with_clause(Mark::Change, &change.text, Some(&change.clause)).with(others));
    }
    for passed in &event.passed {
        let behind = pen.rows(&passed.rows);
        below.push(pen.with_clause(Mark::Passed, &passed.text, passed.clause.as_ref()).with(behind));
    }
    Paragraph::marked(Mark::Event, format!("{at}  {}", event.text)).with(below)
}

fn state(explained: &HouseholdExplained, pen: &PageWriter<'_>) -> Vec<Paragraph> {
    let state = &explained.state;
    let mut lines = vec![
        Message::new("explain-state-status")
            .with("status", pen.speaker.word("status", state.status))
            .with("standing", pen.speaker.word("standing", state.standing())),
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
            .with("staff", pen.speaker.staff(&claim.staff))
            .show("at", claim.at)
            .show("deadline", claim.deadline)
            .with("preheated", preheated)
    };
    lines.extend(state.claims.iter().map(claim));
    lines.iter().map(|line| Paragraph::plain(pen.say(line))).collect()
}

fn tasks(explained: &HouseholdExplained, pen: &mut PageWriter<'_>) -> Vec<Paragraph> {
    let mut tasks = Vec::new();
    for task in &explained.tasks {
        let message = Message::new("explain-task")
            .show("due", task.due)
            .with("status", pen.speaker.word("status", task.status))
            .with("task", pen.speaker.obligation(&task.task))
            .with("staff", pen.speaker.staff_or_nobody(task.assignee.as_ref()))
            .with("id", task.id.as_str());
        let text = pen.say(&message);
        let tone = if task.status == "overdue" { Tone::Alarm } else { Tone::Plain };
        tasks.push(pen.with_clause(Mark::None, &text, Some(&task.clause)).toned(tone));
    }
    tasks
}

fn violations(explained: &HouseholdExplained, pen: &mut PageWriter<'_>) -> Vec<Paragraph> {
    let mut violations = Vec::new();
    for violation in &explained.violations {
        let staff = match &violation.staff {
            Some(staff) => pen.speaker.staff(staff),
            None => pen.get("report-unnamed"),
        };
        let message = Message::new("explain-violation-line")
            .show("day", violation.date)
            .with("offence", pen.speaker.offence(&violation.offence))
            .with("status", pen.speaker.word("status", violation.status))
            .with("staff", staff)
            .with("amount", violation.amount.map_or_else(|| "—".to_owned(), |amount| amount.to_string()))
            .with("id", violation.id.as_str());
        let text = pen.say(&message);
        violations.push(pen.with_clause(Mark::None, &text, Some(&violation.clause)));
    }
    violations
}
