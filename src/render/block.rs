//! What a section is made of. Text alone, no markup: a format decides how each block is printed.

use crate::domain::{ReviewReason, Severity};
use crate::render::text::Text;
use crate::render::words;

/// Most rows of a table in HTML and Markdown; JSON and TSV have them all.
pub const MOST_ROWS: usize = 500;

/// One section of the report.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its name in links.
    pub anchor: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// How it was made, printed beside it.
    pub method: &'static str,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One piece of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// The one sentence a reader must not miss.
    Lead(Text),
    /// Names with their values; made by [`Block::facts`].
    Facts(Vec<(&'static str, Text)>),
    /// A table.
    Table(Table),
    /// A list.
    List(Vec<Text>),
    /// Reasons for review.
    Reasons(Vec<ReasonLine>),
    /// Blocks under a smaller heading.
    Group(&'static str, Vec<Block>),
    /// A thing of its own with a heading: a finding, an association with therapy.
    Entry(Entry),
    /// Blocks that are folded on the screen and open on paper.
    Fold(Text, Vec<Block>),
    /// Blocks that are folded on the screen and left out on paper, where nobody follows a trace.
    Trace(Text, Vec<Block>),
    /// Fields that an expert fills in by hand.
    Form(Vec<&'static str>),
}

impl Block {
    /// Names with their values; a value that says nothing is said to be not stated.
    pub fn facts(facts: Vec<(&'static str, Text)>) -> Self {
        let said = |(name, value): (_, Text)| (name, value.or(words::NOT_STATED));
        Self::Facts(facts.into_iter().map(said).collect())
    }
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it shows.
    pub caption: &'static str,
    /// Names of the columns.
    pub head: Vec<&'static str>,
    /// Rows; the first cell names the row.
    pub rows: Vec<Vec<Text>>,
}

impl Table {
    /// The first [`MOST_ROWS`] of `all`, and a last row that counts the rest, which is not made.
    pub fn new(
        caption: &'static str,
        head: Vec<&'static str>,
        all: impl IntoIterator<Item = Vec<Text>, IntoIter: ExactSizeIterator>,
    ) -> Self {
        let all = all.into_iter();
        let left_out = all.len().saturating_sub(MOST_ROWS);
        let mut rows: Vec<Vec<Text>> = all.take(MOST_ROWS).collect();
        for cell in rows.iter_mut().flatten() {
            *cell = std::mem::take(cell).or(words::NOT_STATED);
        }
        if left_out > 0 {
            let more = Text::new(format!("{left_out} more: see the JSON report"));
            let blank = || Text::new("…");
            rows.push(
                std::iter::once(more)
                    .chain(head.iter().skip(1).map(|_| blank()))
                    .collect(),
            );
        }
        Self {
            caption,
            head,
            rows,
        }
    }
}

/// A thing with a heading of its own.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is, which decides its look.
    pub kind: EntryKind,
    /// Its name in links. `None`: nothing leads to it.
    pub anchor: Option<String>,
    /// A few words before the heading: number and kind.
    pub eyebrow: Text,
    /// The heading. It holds the words of review itself, so that copying it takes them along.
    pub title: Text,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A finding.
    Finding,
    /// An association with therapy, for the board.
    Association,
}

/// One reason as printed: plain words first, code last.
#[derive(Clone, Debug)]
pub struct ReasonLine {
    /// How much it weighs.
    pub severity: Severity,
    /// The sentence, with its code in small type.
    pub text: Text,
}

impl ReasonLine {
    /// `reason` in words, without the finding it is about.
    pub fn of(reason: &ReviewReason) -> Self {
        Self {
            severity: reason.severity,
            text: Text::new(&reason.message).small(reason.code),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_table_counts_what_it_leaves_out() {
        let rows = vec![vec![Text::new("a"), Text::new("b")]; MOST_ROWS + 7];
        let table = Table::new("t", vec!["x", "y"], rows);
        assert_eq!(table.rows.len(), MOST_ROWS + 1);
        let last = table.rows.last().unwrap();
        assert_eq!(last.len(), 2);
        assert!(last[0].runs[0].text.starts_with("7 more"));
    }
}
