//! The files of all layers as curators wrote them, before they are joined.

mod packed;
mod view;

use crate::domain::{EntityId, Evidence, Layer};
use crate::kb::at::At;
use crate::kb::file::{
    ArtefactFile, EntityFile, ExclusiveFile, GermlineFile, Manifest, TargetFile,
};
use crate::kb::problem::{Place, Problem, place};
use crate::kb::source::Source;
use serde::de::DeserializeOwned;
use std::ops::Range;

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
    /// Where `span` begins.
    pub fn place(&self, span: Range<usize>) -> Place {
        let (line, column) = place(&self.text, span.start);
        Place {
            path: self.path.clone(),
            line,
            column,
        }
    }

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
    /// Artefacts and their exceptions.
    pub artefacts: Vec<RawFile<ArtefactFile>>,
    /// Drivers not expected together.
    pub exclusive: Vec<RawFile<ExclusiveFile>>,
}

/// What every assertion has, whatever it asserts.
#[derive(Clone, Debug)]
pub struct AssertionView<'a> {
    /// Identifier.
    pub id: &'a At<String>,
    /// Patterns; none for an association that rests on the diagnosis alone.
    pub patterns: Vec<&'a At<String>>,
    /// Sources.
    pub evidence: &'a [Evidence],
    /// Our own sentences.
    pub sentences: Vec<&'a str>,
    /// Entities it names, with where.
    pub entities: Vec<(Range<usize>, &'a EntityId)>,
    /// Where a share of cases is given.
    pub frequency: Option<f64>,
    /// Its support is marked as not verified.
    pub provisional: bool,
    /// What must be kept, lost or joined beside the patterns.
    pub requires: &'a [At<String>],
    /// Layer of its file.
    pub layer: Layer,
    /// Executable examples. `None` where the kind of assertion needs none.
    pub examples: Option<Examples<'a>>,
}

/// Sentences with the sources they rest on.
#[derive(Clone, Debug)]
pub struct SourceView<'a> {
    /// The assertion or entity they belong to.
    pub subject: &'a str,
    /// Sources.
    pub evidence: &'a [Evidence],
    /// Our own sentences.
    pub sentences: Vec<&'a str>,
    /// Layer of the file.
    pub layer: Layer,
}

/// The executable examples of one assertion.
#[derive(Clone, Copy, Debug)]
pub struct Examples<'a> {
    /// Those that must meet it.
    pub meet: &'a [At<String>],
    /// Those that must not.
    pub miss: &'a [At<String>],
}

impl Raw {
    /// The files that the program carries, from their packed form.
    ///
    /// # Errors
    /// Where the packed form does not fit the shapes of [`crate::kb::file`], so that the text has
    /// to be asked what is wrong.
    pub fn packed(bytes: &[u8]) -> Result<Self, rmp_serde::decode::Error> {
        let mut deserializer = rmp_serde::Deserializer::from_read_ref(bytes);
        serde::Deserializer::deserialize_map(&mut deserializer, packed::Files)
    }

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
        for (path, text) in source.toml_in("artefacts") {
            self.artefacts
                .extend(parsed(source, path, text, layer, problems));
        }
        for (path, text) in source.toml_in("exclusive") {
            self.exclusive
                .extend(parsed(source, path, text, layer, problems));
        }
    }

    /// Calls `see` for every assertion of every file, with the id of its file and a function that
    /// makes a problem there.
    pub fn each_assertion<'a>(
        &'a self,
        mut see: impl FnMut(
            &AssertionView<'a>,
            &'a str,
            &dyn Fn(Range<usize>, String, &'static str) -> Problem,
        ),
    ) {
        fn visit<'a, T>(
            files: &'a [RawFile<T>],
            views: impl Fn(&'a T) -> Vec<AssertionView<'a>>,
            see: &mut impl FnMut(
                &AssertionView<'a>,
                &'a str,
                &dyn Fn(Range<usize>, String, &'static str) -> Problem,
            ),
        ) {
            for file in files {
                let at = |span, message, code| file.problem(code, span, message);
                for mut view in views(&file.value) {
                    view.layer = file.layer;
                    see(&view, &file.stem, &at);
                }
            }
        }
        visit(&self.entities, view::of_entity, &mut see);
        visit(&self.targets, view::of_target, &mut see);
        visit(&self.germline, view::of_germline, &mut see);
        visit(&self.artefacts, view::of_artefacts, &mut see);
        visit(&self.exclusive, view::of_exclusive, &mut see);
    }

    /// Calls `see` for every text with its sources: those of the assertions, of what voids them,
    /// and of the entities themselves, with a function that makes a problem there.
    pub fn each_source<'a>(
        &'a self,
        mut see: impl FnMut(&SourceView<'a>, &dyn Fn(String, &'static str) -> Problem),
    ) {
        self.each_assertion(|assertion, _, at| {
            let view = SourceView {
                subject: assertion.id.get_ref(),
                evidence: assertion.evidence,
                sentences: assertion.sentences.clone(),
                layer: assertion.layer,
            };
            see(&view, &|message, code| {
                at(assertion.id.span(), message, code)
            });
        });
        for file in &self.entities {
            for mut view in view::texts_of_entity(&file.value) {
                view.layer = file.layer;
                see(&view, &|message, code| {
                    file.problem(code, file.value.id.span(), message)
                });
            }
        }
        for file in &self.targets {
            for row in &file.value.therapeutic {
                for voided in &row.voided_by {
                    let view = SourceView {
                        subject: row.id.get_ref(),
                        evidence: &voided.evidence,
                        sentences: Vec::new(),
                        layer: file.layer,
                    };
                    see(&view, &|message, code| {
                        file.problem(code, voided.pattern.span(), message)
                    });
                }
            }
        }
    }
}

/// A file's name without folder and ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.trim_end_matches(".toml").to_owned()
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
            stem: stem(path),
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
