//! Text as it is printed: cleaned of what a reader cannot see, shortened where nobody reads on,
//! in runs that each have one style. Every format escapes it in its own way.

use crate::domain::Severity;
use std::fmt::Display;

/// Longest text without a space or slash that is printed whole; a SHA-256 just fits.
const LONGEST_WORD: usize = 64;
/// What is kept of a longer one.
const KEPT_OF_WORD: usize = 40;
/// Longest text in one run.
const LONGEST_RUN: usize = 1500;
/// Longest allele that is printed whole.
const LONGEST_ALLELE: usize = 60;

/// How a run of text looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// Stands out.
    Strong,
    /// Small type: codes, identifiers.
    Small,
    /// The word of a severity.
    Tag(Severity),
    /// Leads to the place of that name in the document.
    Link(String),
    /// The place of that name, to which links lead.
    Place(String),
}

/// A stretch of text of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, cleaned.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// A line or paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Its runs, in order.
    pub runs: Vec<Run>,
}

impl Text {
    /// `data` as it is.
    pub fn new(data: impl Display) -> Self {
        Self::default().then(data)
    }

    /// `data`, standing out.
    pub fn strong(data: impl Display) -> Self {
        Self::default().styled(data, Style::Strong)
    }

    /// The word of `severity`.
    pub fn tag(severity: Severity) -> Self {
        Self::default().styled(severity.to_string().to_uppercase(), Style::Tag(severity))
    }

    /// `data`, leading to the place `anchor`.
    pub fn link(anchor: impl Into<String>, data: impl Display) -> Self {
        Self::default().styled(data, Style::Link(anchor.into()))
    }

    /// `data`, at the place `anchor`.
    pub fn place(anchor: impl Into<String>, data: impl Display) -> Self {
        Self::default().styled(data, Style::Place(anchor.into()))
    }

    /// Followed by `data` as it is.
    #[must_use]
    pub fn then(self, data: impl Display) -> Self {
        self.styled(data, Style::Plain)
    }

    /// Followed by `data` in small type.
    #[must_use]
    pub fn small(self, data: impl Display) -> Self {
        self.styled(data, Style::Small)
    }

    /// Followed by `data`, standing out.
    #[must_use]
    pub fn then_strong(self, data: impl Display) -> Self {
        self.styled(data, Style::Strong)
    }

    /// Followed by the runs of `other`.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.runs.extend(other.runs);
        self
    }

    /// This text, or `words` where it says nothing.
    #[must_use]
    pub fn or(self, words: &str) -> Self {
        if self.runs.iter().all(|run| run.text.trim().is_empty()) {
            return Self::new(words);
        }
        self
    }

    fn styled(mut self, data: impl Display, style: Style) -> Self {
        let text = shortened(&clean(&data.to_string()));
        self.runs.push(Run { text, style });
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

/// `text` on one line: control characters become spaces, and characters that turn the direction
/// of writing become visible, since they make text read as something it is not.
pub fn clean(text: &str) -> String {
    text.chars()
        .map(|char| match char {
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
            '\u{2028}' | '\u{2029}' => ' ',
            char if char.is_control() => ' ',
            char => char,
        })
        .collect()
}

/// `text` without words or lengths that would break a page; the whole stands in the JSON.
fn shortened(text: &str) -> String {
    let words: String = text
        .split_inclusive([' ', '/'])
        .map(|word| cut(word, LONGEST_WORD, KEPT_OF_WORD))
        .collect();
    cut(&words, LONGEST_RUN, LONGEST_RUN)
}

fn cut(text: &str, longest: usize, kept: usize) -> String {
    let count = text.trim_end_matches([' ', '/']).chars().count();
    if count <= longest {
        return text.to_owned();
    }
    let head: String = text.chars().take(kept).collect();
    let end = text.chars().last().filter(|last| matches!(last, ' ' | '/'));
    let end = end.map_or_else(String::new, String::from);
    format!("{head}… ({count} characters){end}")
}

/// An allele, shortened where nobody would read it base by base.
pub fn allele(bases: &str) -> String {
    cut(bases, LONGEST_ALLELE, KEPT_OF_WORD)
}

/// A number with three decimals at most, without trailing noughts.
pub fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// A count with spaces between the thousands: `31 000 000`.
pub fn count(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_printed() {
        assert_eq!(clean("a\nb\tc\r\0d"), "a b c  d");
        assert_eq!(clean("\u{202e}gpj.exe"), "\u{fffd}gpj.exe");
    }

    #[test]
    fn long_words_are_cut_and_say_so() {
        let digest = "a".repeat(64);
        assert_eq!(Text::new(&digest).runs[0].text, digest);
        let text = Text::new(format!("KIT c.1_2ins{} seen", "A".repeat(5000))).runs[0]
            .text
            .clone();
        assert!(text.len() < 100, "{text}");
        assert!(text.ends_with("(5008 characters) seen"), "{text}");
        assert!(Text::new("word ".repeat(9000)).runs[0].text.len() < 1600);
        assert_eq!(allele(&"T".repeat(60)).len(), 60);
        assert!(allele(&"T".repeat(61)).ends_with("(61 characters)"));
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(22.4), "22.4");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(-0.0001), "0");
        assert_eq!(number(100.0), "100");
        assert_eq!(count(31_000_000), "31\u{a0}000\u{a0}000");
        assert_eq!(count(999), "999");
    }
}
