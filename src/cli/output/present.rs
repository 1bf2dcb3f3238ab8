//! Answers given out in the format asked for, with their stamp.

use crate::cli::context::choice;
use crate::cli::context::command::CommandContext;
use crate::cli::context::env::PAPER;
use crate::cli::output::answer::Answer;
use crate::cli::output::stamping;
use crate::domain::{Message, PhoneMasks};
use crate::render::{
    ByteOrderMark, ExportError, ExportSetting, Report, ReportLayout, StampLine, StampedRecords, TablePage,
};
use crate::report::{Listing, Medium, Stamp};
use crate::texts::Texts;
use anyhow::Result;

/// Gives the answer out: in the format asked for, as much of it as was asked for, with the stamp of what it was made of.
pub fn present(context: &mut CommandContext, answer: &Answer<'_>) -> Result<()> {
    context.working(&Message::new("cli-progress-writing"));
    let exporter = context.format()?.exporter();
    let mark = if context.global.output.is_some() { ByteOrderMark::Bom } else { ByteOrderMark::None };
    let encoding = context.global.encoding.unwrap_or_default().written();
    let (page, texts) = (page(context), Texts::new(context.texts.lang()));
    let setting = ExportSetting { page, mark, encoding, texts: &texts };
    let stamp = context.stamp.take();
    let limit = context.global.limit.unwrap_or(usize::MAX);
    let mut report = AnswerToExport { context, answer, stamp: stamp.as_ref(), limit, hidden: 0 };
    let bytes = exporter.export(&mut report, &setting)?;
    let hidden = report.hidden;
    context.show(&bytes)?;
    // A program that reads it must not find it among the rows.
    if hidden > 0 {
        context.note(&Message::new("cli-limited").with("count", hidden));
    }
    match (exporter.medium(), &context.global.output, stamp) {
        // A sheet has no line for it.
        (Some(Medium::Sheet), Some(file), Some(stamp)) => stamping::write_beside(&context.path(file), &bytes, &stamp),
        _ => Ok(()),
    }
}

/// An answer as formats ask for it.
struct AnswerToExport<'a> {
    context: &'a mut CommandContext,
    answer: &'a Answer<'a>,
    stamp: Option<&'a Stamp>,
    /// So many rows at most.
    limit: usize,
    /// How many rows that leaves out.
    hidden: usize,
}

impl Report for AnswerToExport<'_> {
    fn records(&mut self) -> Result<StampedRecords, ExportError> {
        let (records, hidden) = told_apart(self.context, &self.answer.records)?.first_rows(self.limit);
        self.hidden = hidden;
        let stamp = self.stamp.filter(|_| self.context.global.stamp);
        Ok(StampedRecords { records, stamp: stamp.map(serde_json::to_string).transpose()? })
    }

    fn page(&mut self) -> ReportLayout {
        let mut page = told_apart(self.context, &self.answer.page);
        let texts = &self.context.texts;
        let closing = self.stamp.map(|stamp| stamp.closing(texts));
        match &mut page {
            ReportLayout::Narrative(told) => told.notes.extend(closing),
            ReportLayout::Listing(listing) => {
                self.hidden = listing.keep_first(self.limit);
                let hidden = Message::new("cli-limited").with("count", self.hidden);
                listing.notes.extend((self.hidden > 0).then(|| texts.say(&hidden)));
                listing.notes.extend(closing);
            }
        }
        page
    }

    fn sheet(&mut self, medium: Medium) -> Option<Listing> {
        let told = self.answer.sheet.as_ref()?;
        let mut sheet = told_apart(self.context, |context| told(medium, context));
        self.hidden = sheet.keep_first(self.limit);
        if self.hidden > 0 && medium == Medium::Workbook {
            let hidden = Message::new("cli-limited").with("count", self.hidden);
            sheet.notes.push(self.context.texts.say(&hidden));
        }
        Some(sheet)
    }

    fn stamp(&mut self) -> Result<Option<StampLine>, ExportError> {
        let line = |stamp: &Stamp| -> Result<StampLine, ExportError> {
            let line = stamp.closing(&self.context.texts);
            Ok(StampLine { line, json: serde_json::to_string(&stamp.discreet())?, as_of: stamp.as_of })
        };
        self.stamp.map(line).transpose()
    }
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

/// The page a result is laid on: as wide as the terminal, coloured where that is wanted; a file is as wide for everybody.
pub fn page(context: &CommandContext) -> TablePage {
    let is_file = context.global.output.is_some();
    let on_terminal = context.env.stdout_is_terminal && !is_file;
    let width = context.env.width.filter(|_| !is_file).unwrap_or(PAPER);
    let colour = choice::colored(context.global.color.unwrap_or_default(), &context.env, on_terminal);
    TablePage { width, colour }
}
