//! Which rows tie phones together, and which ties are not applied.

use super::shop::{books, phone, staff};
use huifang::domain::Seq;
use huifang::policy::{Kinship, KinshipLink, kinship};

fn kin(row: Seq, [one, other]: [&str; 2], how: Kinship) -> KinshipLink {
    KinshipLink { row, phones: [phone(one), phone(other)], how, refused: None }
}

#[test]
fn every_tie_is_told_in_the_order_of_the_journal() {
    let rows = [
        "2026-03-01 signup A who=1 others=2+3 channel=flyer household=H1",
        "2026-03-02 signup A who=4 channel=referral referrer_phone=5+6 household=H1",
        "2026-03-03 household - who=4 others=7 related_phone=8+9 relation=女儿",
        "2026-03-04 signup B who=1 channel=flyer household=H1",
    ];
    let declared = || Kinship::Declared { relation: Some("女儿".to_owned()) };
    assert_eq!(
        kinship(&books(&rows)),
        [
            kin(1, ["1", "2"], Kinship::Beside),
            kin(1, ["1", "3"], Kinship::Beside),
            kin(2, ["5", "6"], Kinship::Beside),
            kin(2, ["1", "4"], Kinship::Number { number: "H1".to_owned() }),
            kin(3, ["4", "7"], Kinship::Beside),
            kin(3, ["8", "9"], Kinship::Beside),
            kin(3, ["4", "8"], declared()),
        ]
    );
}

#[test]
fn a_tie_between_clients_of_two_specialists_is_told_and_not_applied() {
    let rows = |second| {
        books(&[
            "2026-03-01 sale A who=1",
            "2026-03-01 sale B who=2",
            "2026-03-02 household - who=1 related_phone=2",
            second,
        ])
    };
    let how = Kinship::Declared { relation: None };
    let refused = kinship(&rows("2026-03-03 preheat A who=2"));
    assert_eq!(refused, [KinshipLink { refused: Some([staff("A"), staff("B")]), ..kin(3, ["1", "2"], how.clone()) }]);
    // Whose the latest sale was decides, whenever it was learnt.
    assert_eq!(kinship(&rows("2026-03-03 sale A who=2")), [kin(3, ["1", "2"], how)]);
}
