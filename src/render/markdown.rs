//! Markdown: the blocks of the HTML page in the same order, readable as it is.
//!
//! Data is escaped so that it cannot build markup: what Markdown gives a meaning is preceded by a
//! backslash, and a text never holds a line break.

use crate::domain::Report;
use crate::render::block::{Block, Entry, ReasonLine, Table};
use crate::render::sections::{self, Status};
use crate::render::text::{Style, Text};
use crate::render::{Format, RenderError};

/// The report as text.
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "md"
    }

    fn suffix(&self) -> &'static str {
        ".sarcolens.md"
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, RenderError> {
        let status = Status::of(report);
        let mut out = format!(
            "# {}\n\n**{}**\n\nSample **{}**, knowledge base **{}**\n\n",
            escaped(&status.overall),
            status.sign_off,
            escaped(&status.sample),
            escaped(&status.knowledge_base)
        );
        for section in sections::all(report) {
            out.push_str(&format!("## {}\n\n", section.title));
            blocks(&mut out, &section.blocks, 3);
            out.push_str(&format!(
                "How this was made. {}\n\n",
                escaped(section.method)
            ));
        }
        let kept = out.trim_end().len();
        out.truncate(kept);
        out.push('\n');
        Ok(out.into_bytes())
    }
}

fn blocks(out: &mut String, all: &[Block], level: usize) {
    for block in all {
        match block {
            Block::Paragraph(text) => paragraph(out, &line(text)),
            Block::Lead(text) => paragraph(out, &line(text)),
            Block::Facts(facts) => {
                let facts = facts.iter();
                list(
                    out,
                    facts.map(|(name, value)| format!("{name}: {}", line(value))),
                );
            }
            Block::Table(shown) => table(out, shown),
            Block::List(lines) => list(out, lines.iter().map(line)),
            Block::Reasons(lines) => list(out, lines.iter().map(reason)),
            Block::Group(title, inner) => {
                heading(out, level, title);
                blocks(out, inner, level + 1);
            }
            Block::Entry(Entry {
                eyebrow,
                title,
                blocks: inner,
                ..
            }) => {
                heading(out, level, &line(title));
                paragraph(out, &line(eyebrow));
                blocks(out, inner, level + 1);
            }
            Block::Fold(title, inner) | Block::Trace(title, inner) => {
                paragraph(out, &format!("**{}**", line(title)));
                blocks(out, inner, level);
            }
            Block::Form(fields) => {
                list(out, fields.iter().map(|field| format!("{field}: ________")))
            }
        }
    }
}

fn heading(out: &mut String, level: usize, title: &str) {
    out.push_str(&"#".repeat(level.min(6)));
    out.push_str(&format!(" {title}\n\n"));
}

fn paragraph(out: &mut String, text: &str) {
    out.push_str(text);
    out.push_str("\n\n");
}

fn list(out: &mut String, lines: impl Iterator<Item = String>) {
    for line in lines {
        out.push_str(&format!("- {line}\n"));
    }
    out.push('\n');
}

fn reason(reason: &ReasonLine) -> String {
    format!(
        "**{}** {}",
        reason.severity.to_string().to_uppercase(),
        line(&reason.text)
    )
}

fn table(out: &mut String, table: &Table) {
    paragraph(out, table.caption);
    row(out, table.head.iter().map(|name| (*name).to_owned()));
    row(out, table.head.iter().map(|_| "---".to_owned()));
    for cells in &table.rows {
        row(out, cells.iter().map(line));
    }
    out.push('\n');
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        out.push_str(&format!(" {cell} |"));
    }
    out.push('\n');
}

fn line(text: &Text) -> String {
    let mut out = String::new();
    for run in &text.runs {
        let escaped = escaped(&run.text);
        match &run.style {
            Style::Plain => out.push_str(&escaped),
            Style::Strong | Style::Tag(_) => out.push_str(&strong(&escaped)),
            Style::Small if out.is_empty() => out.push_str(&escaped),
            Style::Small => out.push_str(&format!(" ({escaped})")),
            // A name that leads somewhere on the page is only a name here.
            Style::Link(_) | Style::Place(_) => out.push_str(&escaped),
        }
    }
    first_escaped(out.trim())
}

/// Emphasis does not open before a space.
fn strong(text: &str) -> String {
    let bare = text.trim();
    if bare.is_empty() {
        return text.to_owned();
    }
    let lead = if text.starts_with(' ') { " " } else { "" };
    format!("{lead}**{bare}**")
}

/// Backslashes before what has a meaning anywhere in a line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '@' | '$' => {
                out.push('\\');
                out.push(char);
            }
            '\n' | '\r' => out.push(' '),
            char => out.push(char),
        }
    }
    // Addresses become links by themselves in some dialects.
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// A backslash before what has a meaning at the start of a line.
fn first_escaped(text: &str) -> String {
    if text.starts_with(['#', '+', '-', '=']) {
        return format!("\\{text}");
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.split_at_checked(digits) {
        Some((number, rest)) if digits > 0 && rest.starts_with(['.', ')']) => {
            format!("{number}\\{rest}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    fn markdown(report: &Report) -> String {
        String::from_utf8(Markdown.render(report).unwrap()).unwrap()
    }

    /// What gives each line its meaning, without its text.
    fn shape(markdown: &str) -> Vec<String> {
        let bare = regex::Regex::new(r"\\.").unwrap().replace_all(markdown, "");
        bare.lines()
            .map(|line| {
                let start: String = line.chars().take_while(|c| "#-|* ".contains(*c)).collect();
                let marks: String = line.chars().filter(|c| "|*`<[".contains(*c)).collect();
                format!("{start}/{marks}")
            })
            .collect()
    }

    #[test]
    fn the_markup_does_not_depend_on_the_text() {
        let (harmless, hostile) = (markdown(&sample::harmless()), markdown(&sample::hostile()));
        assert_ne!(harmless, hostile);
        assert_eq!(shape(&harmless), shape(&hostile));
        assert!(hostile.contains(r"\<script\>"));
    }

    #[test]
    fn the_words_of_review_stand_in_every_heading() {
        let report = sample::harmless();
        let page = markdown(&report);
        assert!(page.starts_with("# REVIEW REQUIRED\n"));
        for finding in &report.findings {
            let heading = format!(
                "### {} - awaits expert sarcoma review",
                escaped(&finding.label)
            );
            assert!(page.lines().any(|line| line == heading), "{heading}");
        }
    }

    #[test]
    fn text_builds_no_markup() {
        assert_eq!(line(&Text::new("# a")), "\\# a");
        assert_eq!(line(&Text::new("1. a|b`c")), "1\\. a\\|b\\`c");
        assert_eq!(line(&Text::new("[x](http://y)")), "\\[x\\](http\\://y)");
        assert_eq!(line(&Text::new("5\nb")), "5 b");
    }
}
