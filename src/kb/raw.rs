//! The files of all layers as curators wrote them, before they are joined.

use crate::domain::{EntityId, Evidence, Layer};
use crate::kb::file::{EntityFile, GermlineFile, Manifest, TargetFile};
use crate::kb::problem::{Problem, place};
use crate::kb::source::Source;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;

/// One parsed file and where it is.
#[derive(Clone, Debug)]
pub struct RawFile<T> {
    /// Path for messages: source and path inside it.
    pub path: String,
    /// File name without its ending.
    pub stem: String,
    /// The text, for line and column.
    pub text: String,
    /// Layer.
    pub layer: Layer,
    /// What it says.
    pub value: T,
}

impl<T> RawFile<T> {
    /// A problem in this file at `span`.
    pub fn problem(&self, code: &'static str, span: Range<usize>, message: String) -> Problem {
        let (line, column) = place(&self.text, span.start);
        Problem {
            code,
            path: self.path.clone(),
            line,
            column,
            message,
        }
    }
}

/// Every file of every layer.
#[derive(Clone, Debug, Default)]
pub struct Raw {
    /// The manifest of the knowledge base itself.
    pub manifest: Option<RawFile<Manifest>>,
    /// Entities.
    pub entities: Vec<RawFile<EntityFile>>,
    /// Targets.
    pub targets: Vec<RawFile<TargetFile>>,
    /// Germline prompts.
    pub germline: Vec<RawFile<GermlineFile>>,
}

/// What every assertion has, whatever it asserts.
pub struct AssertionView<'a> {
    /// Identifier.
    pub id: &'a Spanned<String>,
    /// Patterns; none for an association that rests on the diagnosis alone.
    pub patterns: Vec<&'a Spanned<String>>,
    /// Sources.
    pub evidence: &'a [Evidence],
    /// Our own sentences.
    pub sentences: Vec<&'a str>,
    /// Entities it names, with where.
    pub entities: Vec<(Range<usize>, &'a EntityId)>,
    /// Where a share of cases is given.
    pub frequency: Option<f64>,
}

impl Raw {
    /// Reads every file of `source` into this; a file that cannot be read is a problem.
    pub fn add(&mut self, source: &Source, layer: Layer, problems: &mut Vec<Problem>) {
        if layer == Layer::Core {
            match source.text("manifest.toml") {
                Some(text) => {
                    self.manifest = parsed(source, "manifest.toml", text, layer, problems);
                }
                None => problems.push(Problem {
                    code: "KB001",
                    path: format!("{}/manifest.toml", source.name),
                    line: 1,
                    column: 1,
                    message: "the manifest is missing".to_owned(),
                }),
            }
        }
        for (path, text) in source.toml_in("entities") {
            self.entities
                .extend(parsed(source, path, text, layer, problems));
        }
        for (path, text) in source.toml_in("targets") {
            self.targets
                .extend(parsed(source, path, text, layer, problems));
        }
        for (path, text) in source.toml_in("germline") {
            self.germline
                .extend(parsed(source, path, text, layer, problems));
        }
    }

    /// Calls `see` for every assertion of every file, with a function that makes a problem there.
    pub fn each_assertion<'a>(
        &'a self,
        mut see: impl FnMut(
            &AssertionView<'a>,
            &'a str,
            &dyn Fn(Range<usize>, String, &'static str) -> Problem,
        ),
    ) {
        for file in &self.entities {
            let at = |span, message, code| file.problem(code, span, message);
            for view in entity_assertions(&file.value) {
                see(&view, &file.stem, &at);
            }
        }
        for file in &self.targets {
            let at = |span, message, code| file.problem(code, span, message);
            for row in &file.value.therapeutic {
                let span = row.entities.span();
                let view = AssertionView {
                    id: &row.id,
                    patterns: row.pattern.iter().collect(),
                    evidence: &row.evidence,
                    sentences: vec![&row.statement],
                    entities: row
                        .entities
                        .get_ref()
                        .iter()
                        .map(|entity| (span.clone(), entity))
                        .chain(row.except.iter().map(|e| (e.span(), e.get_ref())))
                        .collect(),
                    frequency: None,
                };
                see(&view, &file.stem, &at);
            }
        }
        for file in &self.germline {
            let at = |span, message, code| file.problem(code, span, message);
            for row in &file.value.prompt {
                let view = AssertionView {
                    id: &row.id,
                    patterns: vec![&row.pattern],
                    evidence: &row.evidence,
                    sentences: vec![&row.statement],
                    entities: row
                        .entities
                        .iter()
                        .map(|entity| (entity.span(), entity.get_ref()))
                        .collect(),
                    frequency: None,
                };
                see(&view, &file.stem, &at);
            }
        }
    }
}

fn entity_assertions(file: &EntityFile) -> Vec<AssertionView<'_>> {
    let diagnostic = file.diagnostic.iter().map(|row| AssertionView {
        id: &row.id,
        patterns: vec![&row.pattern],
        evidence: &row.evidence,
        sentences: row.note.as_deref().into_iter().collect(),
        entities: Vec::new(),
        frequency: row.frequency,
    });
    let expected = file.expected.iter().map(|row| AssertionView {
        id: &row.id,
        patterns: row.patterns.iter().collect(),
        evidence: &row.evidence,
        sentences: vec![&row.name],
        entities: row
            .differential
            .iter()
            .map(|entity| (entity.span(), entity.get_ref()))
            .collect(),
        frequency: Some(row.frequency),
    });
    let prognostic = file.prognostic.iter().map(|row| AssertionView {
        id: &row.id,
        patterns: vec![&row.pattern],
        evidence: &row.evidence,
        sentences: vec![&row.statement],
        entities: Vec::new(),
        frequency: None,
    });
    diagnostic.chain(expected).chain(prognostic).collect()
}

fn parsed<T: DeserializeOwned>(
    source: &Source,
    path: &str,
    text: &str,
    layer: Layer,
    problems: &mut Vec<Problem>,
) -> Option<RawFile<T>> {
    let shown = format!("{}/{path}", source.name);
    match toml::from_str(text) {
        Ok(value) => Some(RawFile {
            path: shown,
            stem: path
                .rsplit('/')
                .next()
                .unwrap_or(path)
                .trim_end_matches(".toml")
                .to_owned(),
            text: text.to_owned(),
            layer,
            value,
        }),
        Err(error) => {
            let (line, column) = error.span().map_or((1, 1), |span| place(text, span.start));
            problems.push(Problem {
                code: "KB001",
                path: shown,
                line,
                column,
                message: error.message().to_owned(),
            });
            None
        }
    }
}
