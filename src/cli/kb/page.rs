//! Pages of `sarcolens kb show`: plain text, sources numbered at the foot.

pub(super) mod entity;
pub(super) mod gene;

use crate::domain::Evidence;
use crate::kb::Entry;

/// Width that text is wrapped to.
const WIDTH: usize = 100;

/// A page under construction.
pub(super) struct Page {
    text: String,
    sources: Vec<Evidence>,
}

impl Page {
    /// A page with its title.
    fn new(title: &str) -> Self {
        let rule = "=".repeat(title.chars().count());
        Self {
            text: format!("{title}\n{rule}\n"),
            sources: Vec::new(),
        }
    }

    /// A heading, told only where `lines` follow.
    fn section(&mut self, heading: &str, lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        self.text.push_str(&format!("\n{heading}\n"));
        for line in lines {
            self.text.push_str(&wrapped(&line, "  ", "      "));
        }
    }

    /// A line without a heading.
    fn line(&mut self, line: &str) {
        self.text.push_str(&wrapped(line, "", "  "));
    }

    /// Numbers of the sources, each listed once at the foot: ` [1,3]`.
    fn cite(&mut self, evidence: &[Evidence]) -> String {
        let mut numbers: Vec<usize> = evidence
            .iter()
            .map(|evidence| {
                let known = self
                    .sources
                    .iter()
                    .position(|known| known.source == evidence.source);
                known.unwrap_or_else(|| {
                    self.sources.push(evidence.clone());
                    self.sources.len() - 1
                }) + 1
            })
            .collect();
        numbers.dedup();
        if numbers.is_empty() {
            return String::new();
        }
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        format!(" [{}]", numbers.join(","))
    }

    fn finish(mut self) -> String {
        let sources = std::mem::take(&mut self.sources);
        let lines = sources
            .iter()
            .enumerate()
            .map(|(index, source)| format!("{}. {} {}", index + 1, source.source, source.cite))
            .collect();
        self.section("Sources", lines);
        self.text
    }
}

/// Text cut at spaces into lines of at most [`WIDTH`] characters.
fn wrapped(text: &str, first: &str, next: &str) -> String {
    let mut lines = String::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in text.split_whitespace() {
        let long = line.chars().count() + 1 + word.chars().count() > WIDTH;
        if long && !is_empty {
            lines.push_str(line.trim_end());
            lines.push('\n');
            line = next.to_owned();
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push_str(line.trim_end());
    lines.push('\n');
    lines
}

/// Lines of the knowledge base in full, one paragraph each.
pub(super) fn lines(entries: &[Entry]) -> String {
    let mut text = String::new();
    for entry in entries {
        text.push_str(&format!("{} {}\n", entry.kind, entry.id));
        let provisional = if entry.provisional { "yes" } else { "" };
        let told = [
            ("subject", entry.subject.as_str()),
            ("pattern", entry.pattern.as_str()),
            ("says", entry.says.as_str()),
            ("provisional", provisional),
        ];
        let details = entry
            .details
            .iter()
            .map(|(name, text)| (*name, text.as_str()));
        for (name, value) in told.into_iter().chain(details) {
            if !value.is_empty() {
                text.push_str(&wrapped(&format!("{name}: {value}"), "  ", "      "));
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_at_spaces() {
        let text = format!("{} end", "word ".repeat(30));
        let lines: Vec<String> = wrapped(&text, "  ", "    ")
            .lines()
            .map(str::to_owned)
            .collect();
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH));
        assert!(lines[0].starts_with("  word") && lines[1].starts_with("    word"));
        assert!(lines[lines.len() - 1].ends_with("end"));
    }
}
