//! Results in the format asked for.

use crate::cli::context::choice::{self, Format};
use crate::cli::context::command::CommandContext;
use crate::cli::context::env::PAPER;
use crate::cli::output::stamping;
use crate::domain::{Message, PhoneMasks};
use crate::render::{self, Mark, TablePage};
use crate::report::{Form, Heading, Listing, Medium, Narrative, Space};
use crate::texts::Texts;
use anyhow::Result;

/// Shows a result: as JSON, or laid out for a page or a sheet.
pub fn present(
    context: &mut CommandContext,
    json: impl Fn(&CommandContext) -> Result<Vec<u8>>,
    listing: impl Fn(Medium, &CommandContext) -> Listing,
) -> Result<()> {
    context.working(&Message::new("cli-progress-writing"));
    let stamp = context.stamp.take();
    let stamp = stamp.as_ref();
    let limit = context.global.limit.unwrap_or(usize::MAX);
    let mut hidden = 0;
    let bytes = match context.format()? {
        Format::Json => {
            let (rows, more) = render::first_objects(told_apart(context, &json)?, limit);
            hidden = more;
            stamping::envelope(rows, stamp, context)?
        }
        Format::Csv => {
            let (rows, more) = told_apart(context, |context| listing(Medium::Sheet, context)).first_rows(limit);
            hidden = more;
            render::csv(&rows, mark(context))?
        }
        Format::Table | Format::Html => {
            let page = page(context);
            let (mut rows, more) = told_apart(context, |context| listing(Medium::Page, context)).first_rows(limit);
            rows.notes.extend((more > 0).then(|| context.texts.say(&Message::new("cli-limited").with("count", more))));
            render::table(&stamping::page(rows, stamp, context), page)
        }
    };
    context.show(&bytes)?;
    // A program that reads it must not find it among the rows.
    if hidden > 0 {
        context.note(&Message::new("cli-limited").with("count", hidden));
    }
    match (context.format()?, &context.global.output, stamp) {
        (Format::Csv, Some(file), Some(stamp)) => stamping::write_beside(&context.path(file), &bytes, stamp),
        _ => Ok(()),
    }
}

/// Shows an answer told in paragraphs: as JSON, or as a page of text or HTML.
pub fn narrate(
    context: &mut CommandContext,
    json: impl Fn(&CommandContext) -> Result<Vec<u8>>,
    narrative: impl Fn(&CommandContext) -> Narrative,
) -> Result<()> {
    let stamp = context.stamp.take();
    let told = |context: &mut CommandContext| {
        let mut told = told_apart(context, &narrative);
        told.notes.extend(stamp.as_ref().map(|stamp| stamp.closing(&context.texts)));
        told
    };
    let bytes = match context.format()? {
        Format::Json => stamping::envelope(told_apart(context, &json)?, stamp.as_ref(), context)?,
        Format::Html => render::html(&told(context))?,
        Format::Table | Format::Csv => render::narrative(&told(context), page(context)),
    };
    context.show(&bytes)
}

/// One result, as the context's speakers tell it: no two numbers in it look the same.
pub fn told_apart<T>(context: &mut CommandContext, tell: impl Fn(&CommandContext) -> T) -> T {
    context.masks = PhoneMasks::default();
    let told = tell(context);
    match context.masks.parted() {
        None => told,
        Some(masks) => {
            context.masks = masks;
            tell(context)
        }
    }
}

/// A spreadsheet opens files and wants the mark; what reads a pipe does not.
fn mark(context: &CommandContext) -> Mark {
    if context.global.output.is_some() { Mark::Bom } else { Mark::None }
}

/// The page a result is laid on: as wide as the terminal, coloured where that is wanted; a file is as wide for everybody.
pub fn page(context: &CommandContext) -> TablePage {
    let is_file = context.global.output.is_some();
    let on_terminal = context.env.stdout_is_terminal && !is_file;
    let width = context.env.width.filter(|_| !is_file).unwrap_or(PAPER);
    let colour = choice::colored(context.global.color.unwrap_or_default(), &context.env, on_terminal);
    TablePage { width, colour }
}

/// A column of a listing made here: its id, and how it stands.
pub type Column = (&'static str, Form, Space);

/// The headings of those columns (`cli-field-<id>`); English sheets are headed with the ids.
pub fn headings(columns: &[Column], medium: Medium, texts: &Texts) -> Vec<Heading> {
    let title = |id: &str| match (medium, texts.lang()) {
        (Medium::Sheet, crate::domain::Lang::En) => id.to_owned(),
        _ => texts.find(&format!("cli-field-{id}")).unwrap_or_else(|| id.to_owned()),
    };
    columns.iter().map(|(id, form, space)| Heading { id, title: title(id), form: *form, space: *space }).collect()
}
