//! Who is which person, and which persons are one household. Nothing else in the program decides this.

use crate::domain::{Books, Channel, Contact, Entry, Fact, Kin, Moment, Phone, Seq, Signup, StaffId};
use crate::policy::books::kinship::{Kinship, KinshipLink};
use crate::policy::rules::sets::DisjointSets;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A person (顾客): an index into [`People`], in the order of their smallest phones.
pub type PersonIx = usize;
/// A household (家庭): an index into [`People`], in the order of their keys.
pub type HouseholdIx = usize;

/// Everybody in the books, whenever they were learnt of (docs/how-it-decides.md, Words).
pub struct People {
    of_phone: FxHashMap<Phone, PersonIx>,
    /// Of each entry of the books, in their order, whom it is about.
    of_entry: Vec<Option<PersonIx>>,
    persons: Vec<Person>,
    households: Vec<HouseholdMembers>,
    /// Links that were not applied, because they would take an established client.
    pub refused: Vec<RefusedLink>,
}

/// One phone identity: a number and every number ever given beside it.
pub struct Person {
    /// Sorted; the first is the person's phone in every output.
    pub phones: Vec<Phone>,
    pub household: HouseholdIx,
}

/// Persons connected by links.
pub struct HouseholdMembers {
    /// Sorted; the first is the household's key.
    pub phones: Vec<Phone>,
    pub persons: Vec<PersonIx>,
}

/// A link between two established clients of different staff (docs/how-it-decides.md, Words).
pub struct RefusedLink {
    /// The row that links them.
    pub row: Seq,
    pub persons: [PersonIx; 2],
}

/// A link a row makes between two persons.
struct Link<'a> {
    row: Seq,
    persons: [PersonIx; 2],
    /// The numbers the persons are linked by.
    phones: [&'a Phone; 2],
    by: LinkBasis<'a>,
    /// Not applied, as both have bought, and of these.
    refused: Option<[&'a StaffId; 2]>,
}

/// What makes a link.
enum LinkBasis<'a> {
    Declared(&'a crate::domain::Kin),
    Number(&'a str),
}

impl People {
    /// Reads off everybody, from all rows, dated later than any day or not: identity and kinship hold for all time.
    pub fn of(books: &Books) -> People {
        let (of_phone, mut persons) = persons(books);
        let of = |phone: &Phone| of_phone[phone];
        let of_entry: Vec<Option<PersonIx>> =
            books.entries.iter().map(|entry| entry.record.contact.as_ref().map(|contact| of(&contact.phone))).collect();
        let mut sets = DisjointSets::new(persons.len());
        let mut refused = Vec::new();
        for link in links(books, &of_entry, of) {
            let [a, b] = link.persons;
            match link.refused {
                Some(_) => refused.push(RefusedLink { row: link.row, persons: link.persons }),
                None => sets.join(a, b),
            }
        }
        let (of_person, count) = sets.numbered();
        let mut households: Vec<HouseholdMembers> =
            (0..count).map(|_| HouseholdMembers { phones: Vec::new(), persons: Vec::new() }).collect();
        for (ix, person) in persons.iter_mut().enumerate() {
            person.household = of_person[ix];
            households[of_person[ix]].persons.push(ix);
            households[of_person[ix]].phones.extend(person.phones.iter().cloned());
        }
        for household in &mut households {
            household.phones.sort_unstable();
        }
        People { of_phone, of_entry, persons, households, refused }
    }

    /// Whom the entries of the books are about, in their order.
    pub fn of_entries(&self) -> &[Option<PersonIx>] {
        &self.of_entry
    }

    /// The person of a phone that stands in the books.
    pub fn person_of(&self, phone: &Phone) -> PersonIx {
        self.of_phone[phone]
    }

    /// The person of that index.
    pub fn person(&self, ix: PersonIx) -> &Person {
        &self.persons[ix]
    }

    /// The phone a person has in every output.
    pub fn phone(&self, ix: PersonIx) -> &Phone {
        &self.persons[ix].phones[0]
    }

    /// The persons of that household, with what ties them.
    pub fn household(&self, ix: HouseholdIx) -> &HouseholdMembers {
        &self.households[ix]
    }

    /// The phone a household is known by in every output.
    pub fn key(&self, ix: HouseholdIx) -> &Phone {
        &self.households[ix].phones[0]
    }

    /// How many households there are.
    pub fn household_count(&self) -> usize {
        self.households.len()
    }
}

/// Every list of phones that the books give as one person's.
fn identities(entry: &Entry) -> impl Iterator<Item = impl Iterator<Item = &Phone>> {
    let own: Option<&Contact> = entry.record.contact.as_ref();
    let other = entry.record.others_phones();
    let own = own.into_iter().flat_map(|contact| std::iter::once(&contact.phone).chain(&contact.others));
    let mut lists = [Some(Box::new(own) as Box<dyn Iterator<Item = &Phone>>), Some(Box::new(other.iter()))];
    (0..2).filter_map(move |ix| lists[ix].take())
}

/// The persons behind the phones: those given beside each other are one.
fn persons(books: &Books) -> (FxHashMap<Phone, PersonIx>, Vec<Person>) {
    let mut numbers: FxHashMap<&Phone, usize> = FxHashMap::default();
    let mut beside: Vec<(usize, usize)> = Vec::new();
    for entry in &books.entries {
        for list in identities(entry) {
            let mut first = None;
            for phone in list {
                let next = numbers.len();
                let number = *numbers.entry(phone).or_insert(next);
                beside.extend(first.map(|first| (first, number)));
                first = first.or(Some(number));
            }
        }
    }
    let mut phones: Vec<(&Phone, usize)> = numbers.into_iter().collect();
    phones.sort_unstable();
    let mut rank = vec![0; phones.len()];
    for (place, (_, number)) in phones.iter().enumerate() {
        rank[*number] = place;
    }
    let mut sets = DisjointSets::new(phones.len());
    for (one, other) in beside {
        sets.join(rank[one], rank[other]);
    }
    let (of_place, count) = sets.numbered();
    let mut persons: Vec<Person> = (0..count).map(|_| Person { phones: Vec::new(), household: 0 }).collect();
    let mut of_phone = FxHashMap::with_capacity_and_hasher(phones.len(), Default::default());
    for (place, (phone, _)) in phones.into_iter().enumerate() {
        persons[of_place[place]].phones.push(phone.clone());
        of_phone.insert(phone.clone(), of_place[place]);
    }
    (of_phone, persons)
}

/// The links in journal order: rows of the household ledger, and signups of one household number with its first.
fn links<'a>(
    books: &'a Books,
    of_entry: &[Option<PersonIx>],
    of: impl Fn(&Phone) -> PersonIx,
) -> impl Iterator<Item = Link<'a>> {
    let sellers = latest_sellers(books, of_entry);
    let mut first_of: FxHashMap<&str, (PersonIx, &Phone)> = FxHashMap::default();
    books.entries.iter().zip(of_entry).filter_map(move |(entry, person)| {
        let person = (*person)?;
        let phone = &entry.record.contact.as_ref()?.phone;
        let fact = &entry.record.fact;
        let (persons, phones, by) = if let Some(kin) = fact.row::<Kin>() {
            let related = kin.related_phone.first()?;
            ([person, of(related)], [phone, related], LinkBasis::Declared(kin))
        } else {
            let number = fact.row::<Signup>()?.household.as_deref()?;
            let (first, its_phone) = *first_of.entry(number).or_insert((person, phone));
            ([first, person], [its_phone, phone], LinkBasis::Number(number))
        };
        let refused = match persons.map(|person| sellers.get(&person)) {
            [Some((_, _, one)), Some((_, _, other))] if persons[0] != persons[1] && one != other => {
                Some([*one, *other])
            }
            _ => None,
        };
        Some(Link { row: entry.seq, persons, phones, by, refused })
    })
}

/// Of everybody who has bought, the latest sale and whose it was.
fn latest_sellers<'a>(
    books: &'a Books,
    of_entry: &[Option<PersonIx>],
) -> FxHashMap<PersonIx, (Moment, Seq, &'a StaffId)> {
    let mut latest_sale: FxHashMap<PersonIx, (Moment, Seq, &StaffId)> = FxHashMap::default();
    for (entry, person) in books.entries.iter().zip(of_entry) {
        if let (Fact::Sale(sale), Some(person), Some(at)) = (&entry.record.fact, person, entry.record.at) {
            let latest = latest_sale.entry(*person).or_insert((at, entry.seq, &sale.staff));
            let order = |at: Moment, seq: Seq| (at.date, at.sort_time(), seq);
            if order(at, entry.seq) > order(latest.0, latest.1) {
                *latest = (at, entry.seq, &sale.staff);
            }
        }
    }
    latest_sale
}

/// Of every phone in the books the household it belongs to, by its key.
pub fn households(books: &Books) -> BTreeMap<Phone, Phone> {
    let people = People::of(books);
    let of = |members: &HouseholdMembers| {
        let key = members.phones[0].clone();
        members.phones.iter().map(|phone| (phone.clone(), key.clone())).collect::<Vec<_>>()
    };
    people.households.iter().flat_map(of).collect()
}

/// Every tie between two different phones, in journal order: why they are one person, or why two persons are one
/// household, or would be. Only explanations ask for it, so it is not kept.
pub fn kinship(books: &Books) -> Vec<KinshipLink> {
    let People { of_phone, of_entry, .. } = People::of(books);
    let mut kin: Vec<KinshipLink> = Vec::new();
    for entry in &books.entries {
        for list in identities(entry) {
            let mut first = None;
            for phone in list {
                let first = *first.get_or_insert(phone);
                kin.extend(tie(entry.seq, [first, phone], Kinship::Beside, None));
            }
        }
    }
    kin.extend(links(books, &of_entry, |phone| of_phone[phone]).filter_map(|link| {
        let how = match link.by {
            LinkBasis::Declared(kin) => Kinship::Declared { relation: kin.relation.clone() },
            LinkBasis::Number(number) => Kinship::Number { number: number.to_owned() },
        };
        tie(link.row, link.phones, how, link.refused)
    }));
    // Of one row, what makes a person stands before what makes a household.
    kin.sort_by_key(|kin| kin.row);
    kin
}

fn tie(row: Seq, phones: [&Phone; 2], how: Kinship, refused: Option<[&StaffId; 2]>) -> Option<KinshipLink> {
    let [one, other] = phones;
    let refused = refused.map(|staff| staff.map(Clone::clone));
    (one != other).then(|| KinshipLink { row, phones: phones.map(Clone::clone), how, refused })
}

/// The referrer a signup names, before it is known whether that settles anything.
pub enum ResolvedReferrer<'a> {
    Phone(&'a Phone),
    Name(&'a str),
}

/// Whom a referral names; the name only where there is no phone (docs/how-it-decides.md, Referrals).
pub fn referrer(entry: &Entry) -> Option<ResolvedReferrer<'_>> {
    let signup = entry.record.fact.row().filter(|signup: &&Signup| signup.channel == Channel::Referral)?;
    match signup.referrer_phone.first() {
        Some(phone) => Some(ResolvedReferrer::Phone(phone)),
        None => signup.referrer.as_deref().map(ResolvedReferrer::Name),
    }
}
