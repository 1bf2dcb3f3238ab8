//! Whom a number or a name on the command line means.

use super::fault::Said;
use crate::domain::{Message, StaffId, StaffRow};
use std::collections::BTreeMap;

/// Names less alike than this are no help.
const ALIKE: f64 = 0.6;
/// More than this many are no help either.
const NEAR: usize = 3;

/// The member of staff of that number, else the only one of that name.
pub fn find(roster: &BTreeMap<StaffId, StaffRow>, asked: &str) -> Result<StaffId, Said> {
    let asked = asked.trim();
    if let Some((id, _)) = roster.get_key_value(&StaffId::new(asked)) {
        return Ok(id.clone());
    }
    let named: Vec<&StaffId> = roster.iter().filter(|(_, row)| row.name == asked).map(|(id, _)| id).collect();
    match named.as_slice() {
        [only] => Ok((*only).clone()),
        [] => Err(unknown(roster, asked)),
        several => {
            let who: Vec<String> = several.iter().map(|id| id.to_string()).collect();
            let message = Message::new("cli-staff-several").with("staff", asked).with("who", who);
            Err(Said::new(message).remedy(Message::new("cli-staff-several-remedy")))
        }
    }
}

fn unknown(roster: &BTreeMap<StaffId, StaffRow>, asked: &str) -> Said {
    let alike = |(id, row): (&StaffId, &StaffRow)| {
        let likeness = strsim::jaro_winkler(asked, id.as_str()).max(strsim::jaro_winkler(asked, &row.name));
        (likeness, format!("{id} {}", row.name))
    };
    let mut near: Vec<(f64, String)> = roster.iter().map(alike).filter(|(likeness, _)| *likeness >= ALIKE).collect();
    // Stable: of equally near ones the smaller number comes first.
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let near: Vec<String> = near.into_iter().take(NEAR).map(|(_, who)| who).collect();
    let message = match near.is_empty() {
        true => Message::new("cli-staff-unknown").with("staff", asked),
        false => Message::new("cli-staff-unknown-near").with("staff", asked).with("near", near),
    };
    Said::new(message).remedy(Message::new("cli-staff-unknown-remedy"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roster(people: &[(&str, &str)]) -> BTreeMap<StaffId, StaffRow> {
        let row = |(id, name): &(&str, &str)| StaffRow {
            staff_id: StaffId::new(id),
            name: (*name).to_owned(),
            role: None,
            department: None,
            hired: None,
            left: None,
            reason: None,
            employment: None,
            monthly_wage: None,
        };
        people.iter().map(row).map(|row| (row.staff_id.clone(), row)).collect()
    }

    #[test]
    fn a_number_goes_before_a_name_and_a_shared_name_means_nobody() {
        let roster = roster(&[("A1", "王小丽"), ("A2", "李强"), ("A3", "李强"), ("李强二", "A1")]);
        let found = |asked| find(&roster, asked).map(|id| id.to_string()).map_err(|said| said.message.key);
        assert_eq!(found("A1"), Ok("A1".to_owned()));
        assert_eq!(found(" 王小丽 "), Ok("A1".to_owned()));
        assert_eq!(found("李强"), Err("cli-staff-several"));
        assert_eq!(found("赵"), Err("cli-staff-unknown"));
    }

    #[test]
    fn a_slip_of_the_pen_is_answered_with_the_nearest() {
        let roster = roster(&[("A1", "王小丽"), ("B7", "欧阳娜娜")]);
        let said = find(&roster, "王小莉").unwrap_err();
        assert_eq!(
            said.message,
            Message::new("cli-staff-unknown-near").with("staff", "王小莉").with("near", vec!["A1 王小丽"])
        );
    }
}
