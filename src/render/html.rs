//! HTML: one file, no script, nothing loaded from anywhere.
//!
//! Text is escaped in one place, by the templates' own escaping; which tags stand in the page
//! depends on the report's shape and never on its text.

use crate::domain::{Report, Severity};
use crate::render::block::{Block, EntryKind, Section};
use crate::render::sections::{self, Status};
use crate::render::text::Style;
use crate::render::{Format, RenderError};
use askama::Template;
use askama::filters::HtmlSafe;

/// The page for reading, printing and signing.
pub struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn suffix(&self) -> &'static str {
        ".sarcolens.html"
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, RenderError> {
        let page = Page {
            status: Status::of(report),
            sections: sections::all(report),
        };
        let mut html = page.render().map_err(RenderError::Html)?;
        html.push('\n');
        Ok(html.into_bytes())
    }
}

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", config = "src/render/askama.toml")]
struct Page {
    status: Status,
    sections: Vec<Section>,
}

/// Blocks one inside the other; headings go down from `level`.
#[derive(Template)]
#[template(path = "blocks.html", config = "src/render/askama.toml")]
struct Blocks<'a> {
    blocks: &'a [Block],
    level: u8,
}

/// The template that prints it has escaped every text already.
impl HtmlSafe for Blocks<'_> {}

/// `blocks` inside another template; HTML has no heading below the sixth.
fn inner(blocks: &[Block], level: u8) -> Blocks<'_> {
    Blocks {
        blocks,
        level: level.min(6),
    }
}

/// The class of a severity; its word stands beside it, so that colour never says it alone.
fn severity_class(severity: &Severity) -> &'static str {
    match severity {
        Severity::Hold => "hold",
        Severity::Review => "review",
        Severity::Note => "note",
    }
}

/// The class of an entry.
fn entry_class(kind: &EntryKind) -> &'static str {
    match kind {
        EntryKind::Finding => "finding",
        EntryKind::Association => "association",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    fn html(report: &Report) -> String {
        String::from_utf8(Html.render(report).unwrap()).unwrap()
    }

    /// The tags with the names of their attributes, without values and text.
    fn tags(html: &str) -> Vec<String> {
        let tag =
            regex::Regex::new(r#"<(/?[a-z0-9!]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>"#).unwrap();
        let value = regex::Regex::new(r#"="[^"]*""#).unwrap();
        tag.captures_iter(html)
            .map(|found| format!("{}{}", &found[1], value.replace_all(&found[2], "")))
            .collect()
    }

    #[test]
    fn the_tags_do_not_depend_on_the_text() {
        let (harmless, hostile) = (html(&sample::harmless()), html(&sample::hostile()));
        assert_ne!(harmless, hostile);
        assert_eq!(tags(&harmless), tags(&hostile));
        assert!(tags(&harmless).len() > 500);
        let body = hostile.split_once("</style>").unwrap().1;
        assert_eq!(body.matches('<').count(), tags(body).len());
        assert!(body.contains("&#60;script&#62;"));
    }

    #[test]
    fn nothing_is_loaded_and_nothing_runs() {
        for report in [sample::harmless(), sample::hostile(), sample::bare()] {
            let page = html(&report);
            for forbidden in [
                "<script",
                "<img",
                "<iframe",
                "<link",
                "src=\"",
                "href=\"http",
                "url(",
                "@import",
                "onerror=\"",
                "style=\"",
            ] {
                assert!(!page.contains(forbidden), "{forbidden}");
            }
            assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
            assert!(page.contains(r#"<html lang="en-GB">"#));
        }
    }

    #[test]
    fn the_words_of_review_stand_beside_every_name() {
        let report = sample::harmless();
        let page = html(&report);
        for finding in &report.findings {
            let heading = page
                .split("<h3>")
                .skip(1)
                .filter_map(|part| part.split("</h3>").next())
                .find(|heading| heading.contains(&finding.label))
                .unwrap();
            let text = heading.rsplit('>').next().unwrap();
            assert!(text.contains(&finding.label), "{heading}");
            assert!(text.contains("awaits expert sarcoma review"), "{heading}");
        }
        let associations = page.matches(r#"<article class="association""#).count();
        assert_eq!(associations, 4);
        let said = page
            .split(r#"<article class="association""#)
            .skip(1)
            .filter(|part| {
                let heading = part.split("</h").next().unwrap();
                heading.contains("for discussion by a sarcoma multidisciplinary board")
            })
            .count();
        assert_eq!(said, associations);
    }

    #[test]
    fn a_typical_page_is_small() {
        assert!(html(&sample::harmless()).len() < 300_000);
    }
}
